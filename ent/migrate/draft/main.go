// Draft writes the next migration of both dialects: what the versioned files lack to
// reach ent/schema. MySQL's is drafted on a scratch database of the server that
// SINENG_TEST_MYSQL names. Read every draft before it is committed.
//
//	go run ./ent/migrate/draft NAME
package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"net/url"
	"os"

	"ariga.io/atlas/sql/sqltool"
	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"entgo.io/ent/dialect/sql/schema"
	"github.com/go-sql-driver/mysql"
	_ "modernc.org/sqlite"

	"sineng/ent/migrate"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: go run ./ent/migrate/draft NAME")
	}
	ctx := context.Background()
	if err := errors.Join(draftSQLite(ctx, os.Args[1]), draftMySQL(ctx, os.Args[1])); err != nil {
		log.Fatal(err)
	}
}

func draftSQLite(ctx context.Context, name string) error {
	db, err := sql.Open("sqlite", "file::memory:?_pragma=foreign_keys(1)")
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	db.SetMaxOpenConns(1)
	return draft(ctx, entsql.OpenDB(dialect.SQLite, db), "ent/migrate/sqlite", name)
}

func draftMySQL(ctx context.Context, name string) error {
	const scratch = "sineng_draft"
	dsn, ok := os.LookupEnv("SINENG_TEST_MYSQL")
	if !ok {
		return errors.New("SINENG_TEST_MYSQL is not set: start a server with scripts/mysql start mysql")
	}
	u, err := url.Parse(dsn)
	if err != nil {
		return err
	}
	config := mysql.NewConfig()
	config.User, config.Net, config.Addr, config.ParseTime = u.User.Username(), "tcp", u.Host, true
	config.Passwd, _ = u.User.Password()
	admin, err := sql.Open("mysql", config.FormatDSN())
	if err != nil {
		return err
	}
	defer func() { _ = admin.Close() }()
	for _, statement := range []string{"DROP DATABASE IF EXISTS " + scratch, "CREATE DATABASE " + scratch + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"} {
		if _, err := admin.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	defer func() { _, _ = admin.ExecContext(ctx, "DROP DATABASE "+scratch) }()
	config.DBName = scratch
	db, err := sql.Open("mysql", config.FormatDSN())
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	return draft(ctx, entsql.OpenDB(dialect.MySQL, db), "ent/migrate/mysql", name)
}

func draft(ctx context.Context, drv dialect.Driver, folder, name string) error {
	dir, err := sqltool.NewGooseDir(folder)
	if err != nil {
		return err
	}
	m, err := schema.NewMigrate(drv,
		schema.WithDir(dir), schema.WithMigrationMode(schema.ModeReplay),
		schema.WithDialect(drv.Dialect()), schema.WithFormatter(sqltool.GooseFormatter),
		schema.WithDropColumn(true), schema.WithDropIndex(true))
	if err != nil {
		return fmt.Errorf("%s: %w", folder, err)
	}
	tables, err := schema.CopyTables(migrate.Tables)
	if err != nil {
		return err
	}
	if err := m.NamedDiff(ctx, name, tables...); err != nil {
		return fmt.Errorf("%s: %w", folder, err)
	}
	return nil
}
