package store

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"
)

// Selection is a condition of a list by the statements that select its rows. Each selects keys along one
// index; together they select what the condition means, which as an OR over several indexes would read
// all rows.
type Selection struct {
	// Parts are statements that select keys, each with the same arguments.
	Parts []string
	Args  []any
}

// Few are the keys that all selections have in common, in order, for Among. A selection of more than
// MostNamed rows narrows nothing; known is false where there is no other.
func (s *Store) Few(ctx context.Context, selections ...Selection) (ids []int64, known bool, err error) {
	for _, sel := range selections {
		some, ok, err := s.fewOf(ctx, sel)
		switch {
		case err != nil:
			return nil, false, err
		case !ok:
		case known:
			ids = slices.DeleteFunc(ids, func(id int64) bool { _, in := slices.BinarySearch(some, id); return !in })
		default:
			ids, known = some, true
		}
	}
	return ids, known, nil
}

// fewOf are the keys of one selection, in order; ok is false where they are many.
func (s *Store) fewOf(ctx context.Context, sel Selection) (ids []int64, ok bool, err error) {
	for _, part := range sel.Parts {
		some, err := Keys(ctx, s.Reader(ctx), fmt.Sprintf("%s LIMIT %d", part, MostNamed+1), sel.Args...)
		if err != nil {
			return nil, false, err
		}
		if ids = append(ids, some...); len(ids) > MostNamed {
			return nil, false, nil
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), true, nil
}

// Exists reports whether a statement that selects keys selects any.
func (s *Store) Exists(ctx context.Context, query string, args ...any) (bool, error) {
	ids, err := Keys(ctx, s.Reader(ctx), query+" LIMIT 1", args...)
	return len(ids) > 0, err
}

// True is the predicate for a column of truth values to be true, written so that MariaDB and MySQL look it
// up in an index: the bare column, as ent writes it, is asked of every row.
func True(column string) func(*sql.Selector) {
	return func(s *sql.Selector) {
		s.Where(sql.P(func(b *sql.Builder) { b.WriteString(s.C(column)).WriteString(" = TRUE") }))
	}
}
