package store

import (
	"context"
	"errors"
	"fmt"
	"slices"

	entgo "entgo.io/ent"

	"sineng/ent"
	"sineng/ent/viewer"
)

// Change is the effect of one statement of a transaction on a row.
type Change struct {
	Type string
	ID   int64
	Op   ChangeOp
	// Old are the previous values of the changed columns.
	Old map[string]any
	// Row is the present row, nil when it was deleted.
	Row Values
	// Links are the changed many-to-many edges, by name.
	Links map[string]Links
}

// Links are the rows added to and removed from an edge.
type Links struct{ Added, Removed []int64 }

// ChangeOp is what happened to a row.
type ChangeOp string

// The values of ChangeOp.
const (
	RowCreated ChangeOp = "CREATE"
	RowChanged ChangeOp = "UPDATE"
	RowDeleted ChangeOp = "DELETE"
)

// ErrUnlogged means that a transaction changed rows without an entry in the
// log, which is a fault of the program.
var ErrUnlogged = errors.New("rows were changed without an entry in the log")

// journal collects the changes of a transaction until they are written to the
// log.
type journal struct{ changes []Change }

type journalKey struct{}

// Logged reports whether the context belongs to a transaction whose changes
// are recorded.
func Logged(ctx context.Context) bool { return ctx.Value(journalKey{}) != nil }

// TakeChanges returns the changes in the transaction of the context since the
// last call.
func TakeChanges(ctx context.Context) []Change {
	j, _ := ctx.Value(journalKey{}).(*journal)
	if j == nil {
		return nil
	}
	out := j.changes
	j.changes = nil
	return out
}

// watch records every change of a logged row. It refuses changes outside a
// transaction, and changes of many rows in one statement, since these could
// not be recorded row by row.
func (s *Store) watch(next entgo.Mutator) entgo.Mutator {
	return entgo.MutateFunc(func(ctx context.Context, m entgo.Mutation) (entgo.Value, error) {
		columns := slices.DeleteFunc(changedColumns(m), func(c string) bool { return Derived(m.Type(), c) })
		switch {
		case viewer.FromContext(ctx) == nil: // is denied later
			return next.Mutate(ctx, m)
		}
		if err := s.checkStaged(ctx, m); err != nil {
			return nil, err
		}
		switch {
		case Unlogged(m.Type()), m.Op().Is(entgo.OpUpdate|entgo.OpUpdateOne) && len(columns)+len(m.AddedEdges())+len(m.RemovedEdges())+len(m.ClearedEdges()) == 0:
			return next.Mutate(ctx, m)
		case m.Op().Is(entgo.OpUpdate | entgo.OpDelete):
			return nil, fmt.Errorf("%w: %s of %s by a condition", ErrUnlogged, m.Op(), m.Type())
		}
		j, _ := ctx.Value(journalKey{}).(*journal)
		if j == nil {
			return nil, fmt.Errorf("%w: %s of %s outside a transaction", ErrUnlogged, m.Op(), m.Type())
		}
		c := Change{Type: m.Type(), Links: links(m)}
		switch {
		case m.Op().Is(entgo.OpCreate):
			c.Op = RowCreated
		case m.Op().Is(entgo.OpDeleteOne):
			c.Op = RowDeleted
		default:
			c.Op, c.Old = RowChanged, make(map[string]any, len(columns))
			for _, name := range columns {
				old, err := m.OldField(ctx, name)
				if err != nil {
					return nil, err
				}
				c.Old[name] = old
			}
		}
		if c.Op == RowDeleted {
			c.ID, _ = m.(interface{ ID() (int64, bool) }).ID()
		}
		v, err := next.Mutate(ctx, m)
		if err != nil {
			return nil, err
		}
		if c.Op != RowDeleted {
			c.Row = Columns(v)
			c.ID = c.Row.ID()
		}
		j.changes = append(j.changes, c)
		return v, nil
	})
}

// changedColumns returns the columns that a mutation sets, adds to or clears.
func changedColumns(m entgo.Mutation) []string {
	out := slices.Concat(m.Fields(), m.AddedFields(), m.ClearedFields())
	slices.Sort(out)
	return slices.Compact(out)
}

// links returns the changes of the many-to-many edges; other edges are
// columns.
func links(m entgo.Mutation) map[string]Links {
	var out map[string]Links
	for edge := range ent.Entities[m.Type()].Links {
		l := Links{ids(m.AddedIDs(edge)), ids(m.RemovedIDs(edge))}
		if len(l.Added)+len(l.Removed) == 0 {
			continue
		}
		if out == nil {
			out = map[string]Links{}
		}
		out[edge] = l
	}
	return out
}

func ids(values []entgo.Value) []int64 {
	var out []int64
	for _, v := range values {
		out = append(out, v.(int64))
	}
	slices.Sort(out)
	return out
}

// seal refuses to commit changes that are not in the log.
func (j *journal) seal() error {
	if len(j.changes) == 0 {
		return nil
	}
	c := j.changes[0]
	return fmt.Errorf("%w: %s of %s %d", ErrUnlogged, c.Op, c.Type, c.ID)
}
