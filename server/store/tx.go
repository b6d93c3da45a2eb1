package store

import (
	"context"
	"database/sql"
	"errors"
	"math/rand/v2"
	"time"

	entsql "entgo.io/ent/dialect/sql"
	"github.com/go-sql-driver/mysql"

	"sineng/ent"
	"sineng/server/fault"
)

// attempts is how often a transaction that loses a conflict is run in all: on a busy machine many
// writers below one unit can lose several times in a row. The pauses between grow, to at most
// longestPause.
const (
	attempts     = 12
	longestPause = 640 * time.Millisecond
)

// retryable are MySQL's errors after which the server has rolled back the
// transaction: deadlock, lock wait timeout, node not ready, certification
// conflict.
var retryable = map[uint16]bool{1213: true, 1205: true, 1047: true, 3101: true}

// WithTx runs fn in a transaction and repeats it when the database rolled it
// back because of a conflict. fn must therefore have no effect except through
// tx. It must use the context it is given, which carries the transaction, so
// that services called inside join it. Its changes must be written to the log
// before it returns, see TakeChanges.
func WithTx(ctx context.Context, s *Store, fn func(ctx context.Context, tx *ent.Tx) error) error {
	if tx := ent.TxFromContext(ctx); tx != nil {
		return fn(ctx, tx)
	}
	for attempt := 1; ; attempt++ {
		err := once(ctx, s, fn)
		if err == nil || attempt == attempts || !lostToAnother(err) {
			return err
		}
		pause := time.Duration(rand.Int64N(int64(min(5*time.Millisecond<<attempt, longestPause))))
		select {
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		case <-time.After(pause):
		}
	}
}

// WithValue is WithTx for a function with a result.
func WithValue[T any](ctx context.Context, s *Store, fn func(ctx context.Context, tx *ent.Tx) (T, error)) (T, error) {
	var out T
	err := WithTx(ctx, s, func(ctx context.Context, tx *ent.Tx) (err error) {
		out, err = fn(ctx, tx)
		return err
	})
	return out, err
}

// Reader returns the client to read with: the transaction's when the context
// carries one.
func (s *Store) Reader(ctx context.Context) *ent.Client {
	if tx := ent.TxFromContext(ctx); tx != nil {
		return tx.Client()
	}
	return s.Client
}

func once(ctx context.Context, s *Store, fn func(ctx context.Context, tx *ent.Tx) error) (err error) {
	defer func() {
		if fault.Full(err) {
			s.full.Store(s.Now().UnixMicro())
		}
	}()
	tx, err := s.Client.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if p := recover(); p != nil {
			_ = tx.Rollback()
			panic(p)
		}
	}()
	inside, journal := ent.NewTxContext(ctx, tx), &journal{}
	if s.logged {
		inside = context.WithValue(inside, journalKey{}, journal)
	}
	err = fn(inside, tx)
	if err == nil {
		err = journal.seal()
	}
	if err != nil {
		if undo := tx.Rollback(); undo != nil {
			err = errors.Join(err, undo)
		}
		return err
	}
	return tx.Commit()
}

func lostToAnother(err error) bool {
	var my *mysql.MySQLError
	return errors.As(err, &my) && retryable[my.Number]
}

// Snapshot runs fn on a client that reads the database as of one moment,
// however long fn takes, without blocking writers. fn must not write.
func (s *Store) Snapshot(ctx context.Context, fn func(ctx context.Context, client *ent.Client) error) error {
	tx, err := ent.NewClient(ent.Driver(entsql.OpenDB(s.dialect, s.read))).
		BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: s.snapshotIsolation()})
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	return fn(ctx, tx.Client())
}

func (s *Store) snapshotIsolation() sql.IsolationLevel {
	if s.write != s.read {
		return sql.LevelDefault
	}
	return sql.LevelRepeatableRead
}
