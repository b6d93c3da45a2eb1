// Package testkit gives tests a fresh database, a clock, viewers and a small
// world.
package testkit

import (
	"bytes"
	"context"
	"crypto/rand"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/go-sql-driver/mysql"

	"sineng/server/account"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/audit/verify"
	"sineng/server/blob"
	"sineng/server/meeting"
	"sineng/server/org"
	"sineng/server/pending"
	"sineng/server/process"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/supervision"
)

// servers are the database servers for tests beside SQLite, by the variable
// that scripts/test sets.
var servers = map[string]string{"MariaDB": "SINENG_TEST_MARIADB", "MySQL": "SINENG_TEST_MYSQL"}

// DB is a fresh database with services.
type DB struct {
	*store.Store
	Clock    *Clock
	Accounts *account.Service
	Org      *org.Service
	// Acts decides what waits for a second person, of the kinds that Accounts brings; tests add others.
	Acts        *pending.Service
	Register    *register.Service
	Processes   *process.Service
	Meetings    *meeting.Service
	Supervision *supervision.Service
	// Log is the audit log in LogDir; only tests sequence and sign it.
	Log    *tlog.Log
	LogDir string
	Audit  *audit.Service
	// Verification has no checks of domains.
	Verification *verify.Service
	// Files is an empty store of attached files.
	Files      *blob.Store
	Statements *Statements
	// Raw writes without the log, for rows that no service creates.
	Raw *store.Store
	// URL is the database's address, for opening it again.
	URL string
}

// Databases runs a test on SQLite and on every server that was started for the
// tests. The servers' databases are leased: a test that changes the schema
// must use OwnDatabases.
func Databases(t *testing.T, test func(t *testing.T, db *DB)) { databases(t, lease, test) }

// OwnDatabases is Databases with new databases that no other test uses.
func OwnDatabases(t *testing.T, test func(t *testing.T, db *DB)) { databases(t, scratch, test) }

func databases(t *testing.T, address func(testing.TB, string) string, test func(t *testing.T, db *DB)) {
	t.Helper()
	t.Run("SQLite", func(t *testing.T) { test(t, SQLite(t)) })
	for name, variable := range servers {
		if base := os.Getenv(variable); base != "" {
			t.Run(name, func(t *testing.T) { test(t, Open(t, address(t, base))) })
		}
	}
}

// EachServer is Databases for a benchmark that needs several databases of a
// kind.
func EachServer(b *testing.B, bench func(b *testing.B, open func() *DB)) {
	b.Helper()
	b.Run("SQLite", func(b *testing.B) { bench(b, func() *DB { return SQLite(b) }) })
	for name, variable := range servers {
		if base := os.Getenv(variable); base != "" {
			b.Run(name, func(b *testing.B) { bench(b, func() *DB { return Open(b, scratch(b, base)) }) })
		}
	}
}

// SQLite opens a fresh database in a file.
func SQLite(t testing.TB) *DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "test.db")
	if err := os.WriteFile(path, Must(migrated())(t), 0o600); err != nil {
		t.Fatal(err)
	}
	return Open(t, "sqlite:"+path)
}

// Empty runs a test on empty databases without a schema, one of each kind.
func Empty(t *testing.T, test func(t *testing.T, url string)) {
	t.Helper()
	t.Run("SQLite", func(t *testing.T) { test(t, "sqlite:"+filepath.Join(t.TempDir(), "test.db")) })
	for name, variable := range servers {
		if base := os.Getenv(variable); base != "" {
			t.Run(name, func(t *testing.T) { test(t, scratch(t, base)) })
		}
	}
}

// charset is the character set of databases on a server.
const charset = " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"

// connect opens a server as its administrator until the end of the test.
func connect(t testing.TB, base string) (*sql.DB, *url.URL) {
	t.Helper()
	u, err := url.Parse(base)
	if err != nil {
		t.Fatalf("the address of the test server: %v", err)
	}
	c := mysql.NewConfig()
	c.User, c.Net, c.Addr = u.User.Username(), "tcp", u.Host
	c.Passwd, _ = u.User.Password()
	admin, err := sql.Open("mysql", c.FormatDSN())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = admin.Close() })
	return admin, u
}

// scratch creates an empty database on a server and drops it at the end of the
// test.
func scratch(t testing.TB, base string) string {
	t.Helper()
	admin, u := connect(t, base)
	name := "sineng_test_" + strings.ToLower(rand.Text()[:12])
	if _, err := admin.Exec("CREATE DATABASE " + name + charset); err != nil {
		t.Fatalf("creating a scratch database: %v", err)
	}
	t.Cleanup(func() {
		if _, err := admin.Exec("DROP DATABASE " + name); err != nil {
			t.Errorf("dropping the scratch database: %v", err)
		}
	})
	u.Path = "/" + name
	return u.String()
}

// CheapHash are parameters of a fast password hash.
var CheapHash = &argon2id.Params{Memory: 64, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// TestKey returns the tests' server key.
func TestKey(bool) ([]byte, error) { return bytes.Repeat([]byte{7}, 32), nil }

// Open opens and migrates a database and builds the services.
func Open(t testing.TB, address string) *DB {
	t.Helper()
	db := &DB{Clock: NewClock(), Statements: &Statements{}, URL: address}
	ctx := context.Background()
	db.LogDir = t.TempDir()
	key, err := tlog.SealKey(db.LogDir)
	if err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(ctx, address, store.WithClock(db.Clock.Now), store.WithSeal(key),
		store.WithDriver(db.Statements.Driver))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if _, err := s.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	db.Store = s
	raw, err := store.Open(ctx, address, store.WithClock(db.Clock.Now), store.WithoutLog(), store.WithSeal(key))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = raw.Close() })
	db.Raw = raw
	if db.Accounts, err = account.New(s, CheapHash, account.WithKey(TestKey)); err != nil {
		t.Fatal(err)
	}
	db.Acts = pending.New(s)
	db.Acts.Handle(db.Accounts.Acts()...)
	if db.Log, err = tlog.Open(s, tlog.Options{Dir: db.LogDir}); err != nil {
		t.Fatal(err)
	}
	db.Audit = audit.NewService(s, db.Log)
	db.Verification = verify.NewService(s, db.Log)
	if db.Files, err = blob.Open(t.TempDir()); err != nil {
		t.Fatal(err)
	}
	db.Org, db.Register, db.Supervision = org.New(s), register.New(s, register.DefaultRecipe), supervision.New(s)
	db.Processes, db.Meetings = process.New(s, db.Register), meeting.New(s, db.Register)
	return db
}

// Clock is a clock that tests can move; each reading is a millisecond later
// than the last, so that times keep the order of events.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock returns a clock at 9:00 on a Monday in China.
func NewClock() *Clock { return &Clock{now: time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)} }

// Now returns the time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(time.Millisecond)
	return c.now
}

// Forward moves the clock.
func (c *Clock) Forward(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}
