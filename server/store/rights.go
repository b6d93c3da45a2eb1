package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"sineng/ent/appointment"
	"sineng/ent/delegation"
	"sineng/ent/person"
	"sineng/ent/portfolio"
	"sineng/ent/post"
	"sineng/ent/rightsversion"
	"sineng/ent/roleappointment"
	"sineng/ent/stagedimport"
	"sineng/ent/unit"
)

// RightsTables are the tables that what somebody may do is worked out from, and those of posts and people,
// which name what other rows refer to. What is read with every request, an account and its session or token, is not
// among them.
var RightsTables = []string{roleappointment.Table, delegation.Table, portfolio.Table, appointment.Table, unit.Table, stagedimport.Table, post.Table, person.Table}

// rightsRow is the key of the row that holds the version of rights.
const rightsRow = 240518168577

// JoinRightsVersion joins the version of rights, a number or null, to a statement and returns its column. What
// was worked out of RightsTables after such a statement is good for every later one that reads
// the same version: each transaction that writes to one of the tables sets another version when
// it commits. Null, where the row is missing, is good for nothing.
func JoinRightsVersion(s *entsql.Selector) string {
	r := entsql.Table(rightsversion.Table).As("rights")
	s.LeftJoin(r).OnP(entsql.EQ(r.C(rightsversion.FieldID), rightsRow))
	return r.C(rightsversion.FieldVersion)
}

// ErrRightsOutside means that a row from which rights follow was added outside a transaction, which
// is a fault of the program.
var ErrRightsOutside = errors.New("a row from which rights follow was added outside a transaction")

// rightsDriver sets the version of rights anew in every transaction that writes to one of
// RightsTables. It reads the statements themselves, so that none gets past it: neither those in
// bulk nor those written by hand. A statement that only mentions one of the tables counts too; the
// table risk_point_exposed_posts does not mention posts.
type rightsDriver struct {
	dialect.Driver
	// strict refuses what cannot be done within one transaction.
	strict bool
}

// writesRights reports whether a statement may write to one of RightsTables.
func writesRights(query string) bool {
	query = strings.TrimLeft(query, " \t\r\n(")
	if len(query) > 6 && strings.EqualFold(query[:6], "SELECT") {
		return false
	}
	return slices.ContainsFunc(RightsTables, func(table string) bool { return mentions(query, table) })
}

// mentions reports whether a statement contains a name that is not part of a longer one.
func mentions(query, name string) bool {
	for {
		before, after, found := strings.Cut(query, name)
		if !found {
			return false
		}
		if !(before != "" && namely(before[len(before)-1])) && !(after != "" && namely(after[0])) {
			return true
		}
		query = query[len(before)+1:]
	}
}

// namely reports whether a byte may stand within a name.
func namely(c byte) bool {
	return c == '_' || c == '$' || c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// moveRights sets another version of rights.
func moveRights(ctx context.Context, exec func(ctx context.Context, query string, args, v any) error) error {
	return exec(ctx, "UPDATE "+rightsversion.Table+" SET "+rightsversion.FieldVersion+" = ?", []any{drawVersion()}, nil)
}

// drawVersion draws a version that was never there before.
func drawVersion() int64 {
	var b [8]byte
	_, _ = rand.Read(b[:])
	return int64(binary.BigEndian.Uint64(b[:]) >> 1)
}

// beginRights makes sure that there is a version. A migration, which writes past the driver, sets another.
func (s *Store) beginRights(ctx context.Context, migrated bool) error {
	var rows int
	if err := s.write.QueryRowContext(ctx, fmt.Sprintf("SELECT COUNT(*) FROM %s WHERE %s = %d", rightsversion.Table, rightsversion.FieldID, rightsRow)).Scan(&rows); err != nil {
		return err
	}
	if rows == 0 {
		insert := "INSERT IGNORE"
		if s.dialect == dialect.SQLite {
			insert = "INSERT OR IGNORE"
		}
		_, err := s.write.ExecContext(ctx, fmt.Sprintf("%s INTO %s (%s, %s) VALUES (%d, ?)", insert, rightsversion.Table, rightsversion.FieldID, rightsversion.FieldVersion, rightsRow), drawVersion())
		return err
	}
	if !migrated {
		return nil
	}
	_, err := s.write.ExecContext(ctx, "UPDATE "+rightsversion.Table+" SET "+rightsversion.FieldVersion+" = ?", drawVersion())
	return err
}

// alone runs a statement outside a transaction in one of its own.
func (d *rightsDriver) alone(ctx context.Context, fn func(tx dialect.Tx) error) error {
	tx, err := d.Tx(ctx)
	if err != nil {
		return err
	}
	if err := fn(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

func (d *rightsDriver) Exec(ctx context.Context, query string, args, v any) error {
	if !writesRights(query) {
		return d.Driver.Exec(ctx, query, args, v)
	}
	return d.alone(ctx, func(tx dialect.Tx) error { return tx.Exec(ctx, query, args, v) })
}

func (d *rightsDriver) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if !writesRights(query) {
		return d.Driver.(execQuerier).ExecContext(ctx, query, args...)
	}
	var out sql.Result
	err := d.alone(ctx, func(tx dialect.Tx) (err error) {
		out, err = tx.(execQuerier).ExecContext(ctx, query, args...)
		return err
	})
	return out, err
}

// before admits a statement that writes and returns rows, which are read after it. Within a
// transaction that is of no matter; outside one the version can only be set before.
func (d *rightsDriver) before(ctx context.Context, query string) error {
	if !writesRights(query) {
		return nil
	}
	if d.strict {
		return fmt.Errorf("%w: %s", ErrRightsOutside, query)
	}
	return moveRights(ctx, d.Driver.Exec)
}

func (d *rightsDriver) Query(ctx context.Context, query string, args, v any) error {
	if err := d.before(ctx, query); err != nil {
		return err
	}
	return d.Driver.Query(ctx, query, args, v)
}

func (d *rightsDriver) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if err := d.before(ctx, query); err != nil {
		return nil, err
	}
	return d.Driver.(execQuerier).QueryContext(ctx, query, args...)
}

func (d *rightsDriver) Tx(ctx context.Context) (dialect.Tx, error) { return d.BeginTx(ctx, nil) }

func (d *rightsDriver) BeginTx(ctx context.Context, opts *sql.TxOptions) (dialect.Tx, error) {
	tx, err := d.Driver.(interface {
		BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error)
	}).BeginTx(ctx, opts)
	if err != nil {
		return nil, err
	}
	return &rightsTx{Tx: tx, ctx: ctx}, nil
}

// rightsTx is a transaction that sets another version of rights before it commits, if it has to.
// It does so last, so that the version's row is locked for the commit alone, and never while the
// transaction waits for another lock.
type rightsTx struct {
	dialect.Tx
	ctx    context.Context
	writes bool
}

func (t *rightsTx) see(query string) { t.writes = t.writes || writesRights(query) }

func (t *rightsTx) Exec(ctx context.Context, query string, args, v any) error {
	t.see(query)
	return t.Tx.Exec(ctx, query, args, v)
}

func (t *rightsTx) Query(ctx context.Context, query string, args, v any) error {
	t.see(query)
	return t.Tx.Query(ctx, query, args, v)
}

func (t *rightsTx) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	t.see(query)
	return t.Tx.(execQuerier).ExecContext(ctx, query, args...)
}

func (t *rightsTx) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	t.see(query)
	return t.Tx.(execQuerier).QueryContext(ctx, query, args...)
}

func (t *rightsTx) Commit() error {
	if t.writes {
		if err := moveRights(t.ctx, t.Tx.Exec); err != nil {
			return errors.Join(err, t.Tx.Rollback())
		}
	}
	return t.Tx.Commit()
}
