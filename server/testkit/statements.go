package testkit

import (
	"context"
	"database/sql"
	"sync"

	"entgo.io/ent/dialect"
)

// Statements records the queries outside transactions, to check that a list
// does not cost a statement per row.
type Statements struct {
	mu     sync.Mutex
	seen   []Statement
	inside int
	point  func(query string)
}

// Driver makes a driver that records queries here, for stores that a test opens itself.
func (s *Statements) Driver(d dialect.Driver) dialect.Driver { return counting{d, s} }

// Points has a function called before each statement, with it, and before and after each commit, with nothing: the points between which
// a process may die, or another may come between. It is set before the store is used.
func (s *Statements) Points(do func(query string)) { s.point = do }

func (s *Statements) pass(query string) {
	if s.point != nil {
		s.point(query)
	}
}

// Statement is a query with its arguments.
type Statement struct {
	Query string
	Args  []any
}

// Reset discards the recorded statements.
func (s *Statements) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen, s.inside = nil, 0
}

// Seen returns the statements since the last Reset.
func (s *Statements) Seen() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]string, len(s.seen))
	for i, one := range s.seen {
		out[i] = one.Query
	}
	return out
}

// All returns the statements since the last Reset with their arguments.
func (s *Statements) All() []Statement {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Statement(nil), s.seen...)
}

// Inside counts the statements of transactions since the last Reset.
func (s *Statements) Inside() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.inside
}

func (s *Statements) noteInside(query string) {
	s.pass(query)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.inside++
}

func (s *Statements) note(query string, args any) {
	s.pass(query)
	s.mu.Lock()
	defer s.mu.Unlock()
	list, _ := args.([]any)
	s.seen = append(s.seen, Statement{query, list})
}

// counting is a driver that records queries.
type counting struct {
	dialect.Driver
	to *Statements
}

func (c counting) Query(ctx context.Context, query string, args, v any) error {
	c.to.note(query, args)
	return c.Driver.Query(ctx, query, args, v)
}

func (c counting) BeginTx(ctx context.Context, opts *sql.TxOptions) (dialect.Tx, error) {
	tx, err := c.Driver.(interface {
		BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error)
	}).BeginTx(ctx, opts)
	if err != nil {
		return nil, err
	}
	return countingTx{tx, c.to}, nil
}

// countingTx is a transaction that counts its statements.
type countingTx struct {
	dialect.Tx
	to *Statements
}

func (c countingTx) Commit() error {
	c.to.pass("")
	defer c.to.pass("")
	return c.Tx.Commit()
}

func (c countingTx) Query(ctx context.Context, query string, args, v any) error {
	c.to.noteInside(query)
	return c.Tx.Query(ctx, query, args, v)
}

func (c countingTx) Exec(ctx context.Context, query string, args, v any) error {
	c.to.noteInside(query)
	return c.Tx.Exec(ctx, query, args, v)
}

func (c countingTx) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	c.to.noteInside(query)
	return c.Tx.(interface {
		ExecContext(context.Context, string, ...any) (sql.Result, error)
	}).ExecContext(ctx, query, args...)
}

func (c countingTx) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	c.to.noteInside(query)
	return c.Tx.(interface {
		QueryContext(context.Context, string, ...any) (*sql.Rows, error)
	}).QueryContext(ctx, query, args...)
}

func (c counting) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	c.to.note(query, args)
	return c.Driver.(interface {
		ExecContext(context.Context, string, ...any) (sql.Result, error)
	}).ExecContext(ctx, query, args...)
}

func (c counting) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	c.to.note(query, args)
	return c.Driver.(interface {
		QueryContext(context.Context, string, ...any) (*sql.Rows, error)
	}).QueryContext(ctx, query, args...)
}
