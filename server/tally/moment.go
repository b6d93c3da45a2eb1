package tally

import (
	"context"
	stdsql "database/sql"

	"entgo.io/ent/dialect/sql"
)

// Moment is the state of the counts at the moment of a statement that read it along, see SelectMoment. The zero
// Moment says nothing.
type Moment struct {
	number, token stdsql.NullInt64
	// waits is true where deltas are not folded, those of imports under way included.
	waits stdsql.NullBool
}

// SelectMoment are the columns by which a statement reads the state of the counts, each of one row at most
// whatever the statement is about. They are scanned into Into.
func SelectMoment() sql.Querier {
	const newest = " FROM count_folds ORDER BY number DESC LIMIT 1), "
	return sql.Expr("(SELECT number" + newest + "(SELECT token" + newest + "EXISTS (SELECT 1 FROM risk_count_delta)")
}

// Into is where the columns of SelectMoment are scanned.
func (m *Moment) Into() []any { return []any{&m.number, &m.token, &m.waits} }

type momentKey struct{}

// At gives the context of a query the moment as of which it counts. It must not be before the query
// came in. Whatever writes counts what it wrote, and gets none.
func At(ctx context.Context, m Moment) context.Context { return context.WithValue(ctx, momentKey{}, m) }

// momentOf is the version of the roll-up at the moment of a query. ok is false without one, and where deltas
// were waiting, which have to be read.
func momentOf(ctx context.Context) (v version, ok bool) {
	m, _ := ctx.Value(momentKey{}).(Moment)
	return version{m.number.Int64, m.token.Int64}, m.waits.Valid && !m.waits.Bool
}
