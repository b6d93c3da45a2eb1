package cli

import (
	"context"
	"database/sql"
	"net/url"
	"strings"
	"testing"

	"entgo.io/ent/dialect"
	"github.com/go-sql-driver/mysql"

	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/store"
	"sineng/server/testkit"
)

func TestTheServersOwnUserOfTheDatabaseCanOnlyAddToTheLog(t *testing.T) {
	testkit.OwnDatabases(t, func(t *testing.T, db *testkit.DB) {
		if db.Dialect() != dialect.MySQL {
			t.Skip("SQLite has no users")
		}
		r := openRaw(t, db)
		u := testkit.Must(url.Parse(db.URL))(t)
		name := strings.Trim(u.Path, "/")
		user := "app" + name[len(name)-12:]
		r.do("CREATE USER '" + user + "' IDENTIFIED BY 'geheim'")
		t.Cleanup(func() { r.do("DROP USER '" + user + "'") })
		grants, code := command(t, "log", "grants", name, user)
		if code != 0 {
			t.Fatal(grants)
		}
		for line := range strings.Lines(grants) {
			r.do(strings.TrimSuffix(strings.TrimSpace(line), ";"))
		}
		// The program works as this database user …
		u.User = url.UserPassword(user, "geheim")
		key := testkit.Must(tlog.SealKey(db.LogDir))(t)
		own := testkit.Must(store.Open(context.Background(), u.String(), store.WithSeal(key)))(t)
		t.Cleanup(func() { _ = own.Close() })
		testkit.NewWorld(t, db)
		testkit.Must(audit.Sequence(context.Background(), own))(t)
		l := testkit.Must(tlog.Open(own, tlog.Options{Dir: db.LogDir}))(t)
		testkit.Must(l.Checkpoint(context.Background()))(t)
		// … which cannot change the log.
		c := mysql.NewConfig()
		c.User, c.Passwd, c.Net, c.Addr, c.DBName = user, "geheim", "tcp", u.Host, name
		pool := testkit.Must(sql.Open("mysql", c.FormatDSN()))(t)
		t.Cleanup(func() { _ = pool.Close() })
		for _, statement := range []string{"UPDATE audit_entries SET body = ''", "DELETE FROM audit_entries", "DELETE FROM audit_hashes",
			"UPDATE audit_checkpoints SET size = 1", "DELETE FROM audit_touches", "TRUNCATE audit_entries", "DROP TABLE audit_entries", "ALTER TABLE audit_entries ADD x INT"} {
			if _, err := pool.Exec(statement); err == nil || !strings.Contains(err.Error(), "denied") {
				t.Errorf("%s was answered %v", statement, err)
			}
		}
	})
}
