package testkit

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/go-sql-driver/mysql"
	"github.com/pressly/goose/v3"

	"sineng/ent/migrate"
	"sineng/ent/rightsversion"
	"sineng/server/store"
)

// migrated is the SQLite file after all migrations.
var migrated = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "sineng")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	path := filepath.Join(dir, "migrated.db")
	if err := migrateNew("sqlite:" + path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

func migrateNew(address string) error {
	s, err := store.Open(context.Background(), address)
	if err != nil {
		return err
	}
	_, err = s.Migrate(context.Background())
	return errors.Join(err, s.Close())
}

// versions identifies the migrations of this program.
var versions = sync.OnceValues(func() (string, error) {
	files, err := migrate.Files("mysql")
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	err = fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(files, path)
		sum.Write(text)
		return err
	})
	return hex.EncodeToString(sum.Sum(nil)[:6]), err
})

// shapes is the database on a server that stores the schema of each leased one
// after its migration; its name is a prefix of theirs.
const shapes = "sineng_leased"

// leased is a database on a server that one test after the other uses. The
// connection holds the lock of its name, which excludes other tests, those of
// other processes included.
type leased struct {
	*sql.Conn
	name string
}

// lease gives a test an empty database with the schema. Creating one takes a
// server seconds, emptying it milliseconds. A database whose schema was
// changed is created again. A few of them stay on the server until the
// migrations change.
func lease(t testing.TB, base string) string {
	t.Helper()
	ctx := context.Background()
	admin, u := connect(t, base)
	l := &leased{Conn: Must(admin.Conn(ctx))(t)}
	t.Cleanup(func() { _ = l.Close() })
	kind := shapes + "_" + Must(versions())(t) + "_"
	for i, mine := 0, 0; mine == 0; i++ {
		l.name = fmt.Sprint(kind, i)
		if err := l.QueryRowContext(ctx, "SELECT GET_LOCK(?, 0)", l.name).Scan(&mine); err != nil {
			t.Fatalf("locking a database: %v", err)
		}
	}
	u.Path = "/" + l.name
	tables, whole, err := l.look(ctx)
	if err == nil && !whole {
		if err = l.renew(ctx, kind, u.String()); err == nil {
			tables, whole, err = l.look(ctx)
		}
	}
	if err == nil {
		err = l.empty(ctx, tables)
	}
	if err != nil || !whole {
		t.Fatalf("the database %s has its schema: %v, and is not to be had: %v", l.name, whole, err)
	}
	t.Cleanup(func() {
		if _, whole, err := l.look(ctx); err != nil || !whole {
			t.Errorf("the test has left another schema to the tests after it, use OwnDatabases: %v", err)
		}
	})
	return u.String()
}

// look returns the tables, and whether columns, indexes and foreign keys are
// as created.
func (l *leased) look(ctx context.Context) (tables []string, whole bool, err error) {
	tables, now, err := l.shape(ctx)
	if err != nil {
		return nil, false, err
	}
	var made string
	err = l.QueryRowContext(ctx, "SELECT shape FROM "+shapes+".shapes WHERE name = ?", l.name).Scan(&made)
	var my *mysql.MySQLError
	if errors.Is(err, sql.ErrNoRows) || errors.As(err, &my) && (my.Number == noTable || my.Number == noDatabase) {
		return nil, false, nil
	}
	return tables, made == now, err
}

// The server's errors for missing objects.
const (
	noDatabase = 1049
	noTable    = 1146
)

func (l *leased) shape(ctx context.Context) (tables []string, shape string, err error) {
	rows, err := l.QueryContext(ctx, `SELECT table_name, CONCAT_WS(' ', column_name, column_type, is_nullable, column_default, extra) AS part
			FROM information_schema.columns WHERE table_schema = ?
		UNION ALL SELECT table_name, CONCAT_WS(' ', index_name, seq_in_index, column_name, non_unique)
			FROM information_schema.statistics WHERE table_schema = ?
		UNION ALL SELECT table_name, CONCAT_WS(' ', constraint_name, referenced_table_name, delete_rule)
			FROM information_schema.referential_constraints WHERE constraint_schema = ?
		ORDER BY 1, 2`, l.name, l.name, l.name)
	if err != nil {
		return nil, "", err
	}
	defer func() { _ = rows.Close() }()
	sum := sha256.New()
	for rows.Next() {
		var table, part string
		if err := rows.Scan(&table, &part); err != nil {
			return nil, "", err
		}
		if len(tables) == 0 || tables[len(tables)-1] != table {
			tables = append(tables, table)
		}
		fmt.Fprintln(sum, table, part)
	}
	return tables, hex.EncodeToString(sum.Sum(nil)), rows.Err()
}

// renew creates the database, and drops unused ones of other versions.
func (l *leased) renew(ctx context.Context, kind, address string) error {
	for _, statement := range []string{
		"CREATE DATABASE IF NOT EXISTS " + shapes,
		"CREATE TABLE IF NOT EXISTS " + shapes + ".shapes (name VARCHAR(64) PRIMARY KEY, shape CHAR(64) NOT NULL)",
		"DROP DATABASE IF EXISTS " + l.name,
		"CREATE DATABASE " + l.name + charset,
	} {
		if _, err := l.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	if err := migrateNew(address); err != nil {
		return err
	}
	_, shape, err := l.shape(ctx)
	if err == nil {
		_, err = l.ExecContext(ctx, "REPLACE INTO "+shapes+".shapes VALUES (?, ?)", l.name, shape)
	}
	if err != nil {
		return err
	}
	old, err := l.column(ctx, "SELECT name FROM "+shapes+".shapes WHERE LEFT(name, ?) <> ?", len(kind), kind)
	for _, name := range old {
		err = errors.Join(err, l.drop(ctx, name))
	}
	return err
}

// drop drops another database, unless it is in use.
func (l *leased) drop(ctx context.Context, name string) error {
	var mine int
	if err := l.QueryRowContext(ctx, "SELECT GET_LOCK(?, 0)", name).Scan(&mine); err != nil || mine == 0 {
		return err
	}
	_, err := l.ExecContext(ctx, "DROP DATABASE IF EXISTS "+name)
	if err == nil {
		_, err = l.ExecContext(ctx, "DELETE FROM "+shapes+".shapes WHERE name = ?", name)
	}
	_, unlock := l.ExecContext(ctx, "DO RELEASE_LOCK(?)", name)
	return errors.Join(err, unlock)
}

// empty deletes the rows of all tables except those of the migrations and the version of rights.
func (l *leased) empty(ctx context.Context, tables []string) error {
	var any []string
	for _, table := range tables {
		if table != goose.DefaultTablename && table != "migration_lock" && table != rightsversion.Table {
			any = append(any, fmt.Sprintf("(SELECT '%[2]s' FROM %[1]s.%[2]s LIMIT 1)", l.name, table))
		}
	}
	full, err := l.column(ctx, strings.Join(any, " UNION ALL "))
	if err != nil || len(full) == 0 {
		return err
	}
	if _, err := l.ExecContext(ctx, "SET FOREIGN_KEY_CHECKS = 0"); err != nil {
		return err
	}
	for _, table := range full {
		if _, err := l.ExecContext(ctx, fmt.Sprintf("DELETE FROM %s.%s", l.name, table)); err != nil {
			return err
		}
	}
	return nil
}

func (l *leased) column(ctx context.Context, query string, args ...any) (out []string, err error) {
	rows, err := l.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}
