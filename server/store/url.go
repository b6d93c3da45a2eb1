package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"entgo.io/ent/dialect"
	"github.com/go-sql-driver/mysql"
)

// address is a parsed --database value.
type address struct {
	dialect string
	dsn     string
	// shown is the address without its password, for the log.
	shown string
}

// parse parses sqlite:PATH or mysql://user:pass@host:port/db.
func parse(database string) (address, error) {
	if path, ok := strings.CutPrefix(database, "sqlite:"); ok {
		if path == "" || path == ":memory:" {
			return address{}, fmt.Errorf("database %q: give a file, as in sqlite:sineng.db", database)
		}
		query := url.Values{"_txlock": {"immediate"}, "_time_format": {"sqlite"}, "_pragma": {
			"journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)", "busy_timeout(10000)", "cache_size(-65536)"}}
		return address{dialect.SQLite, "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + query.Encode(), database}, nil
	}
	u, err := url.Parse(database)
	if err != nil || u.Scheme != "mysql" || u.Host == "" || strings.Trim(u.Path, "/") == "" {
		return address{}, fmt.Errorf("database: expected sqlite:PATH or mysql://user:password@host:port/name")
	}
	c := mysql.NewConfig()
	c.User = u.User.Username()
	c.Passwd, _ = u.User.Password()
	c.Net, c.Addr, c.DBName = "tcp", u.Host, strings.Trim(u.Path, "/")
	if u.Port() == "" {
		c.Addr = u.Host + ":3306"
	}
	c.ParseTime, c.InterpolateParams, c.ClientFoundRows = true, true, true
	c.Collation = "utf8mb4_bin"
	c.Params = map[string]string{"sql_mode": "'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'", "time_zone": "'+00:00'"}
	if tls := u.Query().Get("tls"); tls != "" {
		c.TLSConfig = tls
	}
	return address{dialect.MySQL, c.FormatDSN(), u.Redacted()}, nil
}

// open opens a pool of connections.
func (a address) open() (*sql.DB, error) {
	if a.dialect == dialect.SQLite {
		return sql.Open("sqlite", a.dsn)
	}
	c, err := mysql.ParseDSN(a.dsn)
	if err != nil {
		return nil, err
	}
	connector, err := mysql.NewConnector(c)
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(readCommitted{connector}), nil
}

// readCommitted opens connections whose transactions are READ COMMITTED: writers lock the rows
// they depend on, and gap locks would only make them wait for each other. It is said once for a
// connection and not before each transaction, in words that MySQL and MariaDB share.
type readCommitted struct{ driver.Connector }

func (c readCommitted) Connect(ctx context.Context) (driver.Conn, error) {
	conn, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := conn.(driver.ExecerContext).ExecContext(ctx, "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED", nil); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}
