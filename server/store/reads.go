package store

import (
	"context"
	"maps"
	"slices"
	"sync"

	entgo "entgo.io/ent"

	"sineng/ent"
	"sineng/ent/viewer"
)

// reads gathers the people whose records a request read.
type reads struct {
	mu     sync.Mutex
	people map[int64]bool
}

type readsKey struct{}

// WithReads lets a context note the people whose records are read through it; TakeReads
// tells who they were.
func WithReads(ctx context.Context) context.Context {
	return context.WithValue(ctx, readsKey{}, &reads{people: map[int64]bool{}})
}

// TakeReads are the people whose records were read through the context since the last
// call, in the order of their ids.
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

// NoteRead notes that the record of a person was read. One's own is not noted, nor what
// the program reads for itself.
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

// noteReads notes the risk points that stand on a person (表3) wherever they are read from:
// a list, an id, an edge.
func noteReads(next entgo.Querier) entgo.Querier {
	return entgo.QuerierFunc(func(ctx context.Context, q entgo.Query) (entgo.Value, error) {
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
