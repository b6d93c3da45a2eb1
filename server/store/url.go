package store

import (
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
