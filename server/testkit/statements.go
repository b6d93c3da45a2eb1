package testkit

import (
	"context"
	"database/sql"
	"sync"

	"entgo.io/ent/dialect"
)

// Statements notes the reads that go past transactions, to see that a list does not cost
// a statement per row.
type Statements struct {
	mu   sync.Mutex
	seen []string
}

// Reset forgets what was noted.
func (s *Statements) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen = nil
}

// Seen are the statements since the last Reset.
func (s *Statements) Seen() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.seen...)
}

func (s *Statements) note(query string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen = append(s.seen, query)
}

// counting is a driver that notes queries.
type counting struct {
	dialect.Driver
	to *Statements
}

func (c counting) Query(ctx context.Context, query string, args, v any) error {
	c.to.note(query)
	return c.Driver.Query(ctx, query, args, v)
}

func (c counting) BeginTx(ctx context.Context, opts *sql.TxOptions) (dialect.Tx, error) {
	return c.Driver.(interface {
		BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error)
	}).BeginTx(ctx, opts)
}

func (c counting) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	c.to.note(query)
	return c.Driver.(interface {
		ExecContext(context.Context, string, ...any) (sql.Result, error)
	}).ExecContext(ctx, query, args...)
}

func (c counting) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	c.to.note(query)
	return c.Driver.(interface {
		QueryContext(context.Context, string, ...any) (*sql.Rows, error)
	}).QueryContext(ctx, query, args...)
}
