package store

import (
	"context"
	"maps"
	"slices"
	"sync"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/viewer"
)

// reads collects the people whose records a request has read.
type reads struct {
	mu     sync.Mutex
	people map[int64]bool
}

type readsKey struct{}

// WithReads makes a context record the people whose records are read through
// it; TakeReads returns them.
func WithReads(ctx context.Context) context.Context {
	return context.WithValue(ctx, readsKey{}, &reads{people: map[int64]bool{}})
}

// WithoutReads makes a context record nothing that is read through it, for what judges many rows and shows few:
// whoever shows one calls NoteRead.
func WithoutReads(ctx context.Context) context.Context {
	return context.WithValue(ctx, readsKey{}, (*reads)(nil))
}

// TakeReads returns the people whose records were read through the context
// since the last call, ordered by id.
func TakeReads(ctx context.Context) []int64 {
	r, _ := ctx.Value(readsKey{}).(*reads)
	if r == nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	out := slices.Sorted(maps.Keys(r.people))
	clear(r.people)
	return out
}

// NoteRead records that the record of a person was read, except by the person
// or by the program itself.
func NoteRead(ctx context.Context, person int64) {
	r, _ := ctx.Value(readsKey{}).(*reads)
	v := viewer.FromContext(ctx)
	if r == nil || v == nil || v.System || v.PersonID == person {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.people[person] = true
}

// noteReads records reads of risk points on a person (表3) by any way: a list,
// an id, an edge. Where only some columns are read, the person is one of them.
func noteReads(next entgo.Querier) entgo.Querier {
	return entgo.QuerierFunc(func(ctx context.Context, q entgo.Query) (entgo.Value, error) {
		if risks, ok := q.(*ent.RiskPointQuery); ok && readsRows(ctx) {
			risks.Where(func(s *sql.Selector) {
				if person := s.C(riskpoint.FieldPersonID); !slices.Contains(s.SelectedColumns(), person) {
					s.AppendSelect(person)
				}
			})
		}
		v, err := next.Query(ctx, q)
		if rows, ok := v.([]*ent.RiskPoint); ok {
			for _, r := range rows {
				if r.PersonID != nil {
					NoteRead(ctx, *r.PersonID)
				}
			}
		}
		return v, err
	})
}

// readsRows reports whether a query, or that of which it loads an edge, returns rows.
func readsRows(ctx context.Context) bool {
	of := entgo.QueryFromContext(ctx)
	return of != nil && (of.Op == entgo.OpQueryAll || of.Op == entgo.OpQueryFirst || of.Op == entgo.OpQueryOnly)
}
