// Package store opens the database, migrates its schema and runs transactions.
package store

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	_ "github.com/go-sql-driver/mysql" // registers the driver
	_ "modernc.org/sqlite"             // registers the driver

	"sineng/ent"
	_ "sineng/ent/runtime" // policies, interceptors and hooks of the schema
)

// Store is an open database.
type Store struct {
	// Client reads and writes rows under the visibility rules.
	Client *ent.Client
	// Now is the clock, in UTC to the microsecond.
	Now func() time.Time

	dialect string
	shown   string
	logged  bool
	seal    []byte
	tries   *tries
	write   *sql.DB // on SQLite the only writer, else the same as read
	read    *sql.DB

	full *atomic.Int64 // when a write found no room, in microseconds; 0 for never, or since there was room
	kept *sync.Map     // see Keep
}

// Keep returns what a package keeps with the open database under a key of its own, such as rows
// in memory; the first call makes it.
func (s *Store) Keep(key any, made func() any) any {
	if v, known := s.kept.Load(key); known {
		return v
	}
	v, _ := s.kept.LoadOrStore(key, made())
	return v
}

// Option configures how a store is opened.
type Option func(*options)

type options struct {
	now      func() time.Time
	wrap     func(dialect.Driver) dialect.Driver
	unlogged bool
	seal     []byte
	// connections is the greatest number of open connections, 0 for the default.
	connections int
}

// WithClock replaces the clock.
func WithClock(now func() time.Time) Option { return func(o *options) { o.now = now } }

// WithDriver wraps the driver, for tests that count statements.
func WithDriver(wrap func(dialect.Driver) dialect.Driver) Option {
	return func(o *options) { o.wrap = wrap }
}

// WithoutLog permits changes without an entry in the log, to measure what the
// log costs.
func WithoutLog() Option { return func(o *options) { o.unlogged = true } }

// The default numbers of connections: on a server as many as requests may reasonably be worked on at once,
// less than half of what MySQL and MariaDB take as they are delivered (151), so that two servers of
// one database have room; on SQLite readers of a file in memory.
const (
	serverConnections, liteConnections = 64, 8
	// leastConnections: a transaction may need a second connection while it is open.
	leastConnections = 8
)

// WithConnections bounds how many connections to the database are open; 0 keeps the default, 64, or 8
// readers on SQLite. Fewer than 8 are refused.
func WithConnections(n int) Option { return func(o *options) { o.connections = n } }

// WithSeal sets the key that authenticates the program's entries in the log.
func WithSeal(key []byte) Option { return func(o *options) { o.seal = key } }

// Seals reports whether the program has a key to seal with.
func (s *Store) Seals() bool { return len(s.seal) > 0 }

// Seal proves that the program wrote a text: an HMAC under a key that is not
// in the database; empty without a key.
func (s *Store) Seal(text []byte) string {
	if !s.Seals() {
		return ""
	}
	h := hmac.New(sha256.New, s.seal)
	h.Write(text)
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

// Open connects to sqlite:PATH or mysql://user:pass@host:port/db without changing
// anything; Migrate brings the schema up to date.
func Open(ctx context.Context, database string, opts ...Option) (*Store, error) {
	o := options{now: time.Now}
	for _, opt := range opts {
		opt(&o)
	}
	a, err := parse(database)
	if err != nil {
		return nil, err
	}
	if o.connections != 0 && o.connections < leastConnections {
		return nil, fmt.Errorf("%d connections to the database are too few: %d or more", o.connections, leastConnections)
	}
	s := &Store{dialect: a.dialect, shown: a.shown, seal: o.seal, tries: &tries{}, full: &atomic.Int64{}, kept: &sync.Map{}}
	s.Now = func() time.Time { return o.now().UTC().Truncate(time.Microsecond) }
	if s.read, err = a.open(); err != nil {
		return nil, fmt.Errorf("opening %s: %w", a.shown, err)
	}
	s.write = s.read
	if a.dialect == dialect.SQLite {
		if s.write, err = a.open(); err != nil {
			return nil, fmt.Errorf("opening %s: %w", a.shown, err)
		}
		s.write.SetMaxOpenConns(1)
	}
	open := cmp.Or(o.connections, serverConnections)
	if a.dialect == dialect.SQLite {
		open = cmp.Or(o.connections, liteConnections)
	}
	// Opening a connection is expensive: SQLite reads the whole schema first, a server signs in. So what is
	// open stays open for a while.
	s.read.SetMaxOpenConns(open)
	s.read.SetMaxIdleConns(open)
	s.read.SetConnMaxIdleTime(5 * time.Minute)
	if err := s.Ping(ctx); err != nil {
		_ = s.Close()
		return nil, fmt.Errorf("connecting to %s: %w", a.shown, err)
	}
	if err := s.checkKeys(ctx); err != nil {
		_ = s.Close()
		return nil, fmt.Errorf("connecting to %s: %w", a.shown, err)
	}
	var drv dialect.Driver = &rightsDriver{strict: !o.unlogged, Driver: &splitDriver{
		Driver: entsql.OpenDB(a.dialect, s.read), writer: entsql.OpenDB(a.dialect, s.write)}}
	if o.wrap != nil {
		drv = o.wrap(drv)
	}
	s.Client = ent.NewClient(ent.Driver(drv))
	s.Client.Use(s.sealing)
	if s.logged = !o.unlogged; s.logged {
		s.Client.Use(s.watch)
		s.Client.RiskPoint.Intercept(ent.InterceptFunc(noteReads))
	}
	return s, nil
}

// checkKeys refuses a server that does not give neighbouring keys to the rows of one statement:
// the server tells the first of them alone.
func (s *Store) checkKeys(ctx context.Context) error {
	if s.dialect != dialect.MySQL {
		return nil
	}
	var step int
	if err := s.read.QueryRowContext(ctx, "SELECT @@auto_increment_increment").Scan(&step); err != nil {
		return err
	}
	if step != 1 {
		return fmt.Errorf("auto_increment_increment is %d; set it to 1 on the server, since rows that are inserted together need neighbouring keys", step)
	}
	return nil
}

// Dialect returns "sqlite3" or "mysql".
func (s *Store) Dialect() string { return s.dialect }

// String returns the database address without its password.
func (s *Store) String() string { return s.shown }

// Ping returns nil when the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.write.PingContext(ctx) }

// Optimize makes SQLite update its statistics, by which it chooses the most
// selective of several indexes by level. It is cheap when little has changed;
// MySQL does it automatically.
func (s *Store) Optimize(ctx context.Context) error {
	if s.dialect != dialect.SQLite {
		return nil
	}
	_, err := s.write.ExecContext(ctx, "PRAGMA analysis_limit=1000; PRAGMA optimize=0x10002;")
	return err
}

// Close closes all connections.
func (s *Store) Close() error {
	if s.write != s.read {
		_ = s.write.Close()
	}
	return s.read.Close()
}

// splitDriver reads through a pool and writes through a single connection,
// since SQLite has one writer at a time.
type splitDriver struct {
	dialect.Driver
	writer dialect.Driver
}

func (d *splitDriver) Exec(ctx context.Context, query string, args, v any) error {
	return d.writer.Exec(ctx, query, args, v)
}

func (d *splitDriver) Tx(ctx context.Context) (dialect.Tx, error) { return d.writer.Tx(ctx) }

func (d *splitDriver) BeginTx(ctx context.Context, opts *sql.TxOptions) (dialect.Tx, error) {
	return d.writer.(interface {
		BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error)
	}).BeginTx(ctx, opts)
}

func (d *splitDriver) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	return d.writer.(execQuerier).ExecContext(ctx, query, args...)
}

func (d *splitDriver) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return d.Driver.(execQuerier).QueryContext(ctx, query, args...)
}

type execQuerier interface {
	ExecContext(context.Context, string, ...any) (sql.Result, error)
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}
