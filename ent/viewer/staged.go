package viewer

import "context"

type importKey struct{}

// underWay is an import under way and the others at the time.
type underWay struct {
	id     int64
	others []int64
}

// WithImport makes the context that of an import under way: rows that it creates are marked
// with its id and hidden from others, and it sees them itself, but not those of the other
// imports under way, which are given.
func WithImport(ctx context.Context, id int64, others ...int64) context.Context {
	return context.WithValue(ctx, importKey{}, underWay{id, others})
}

// Import is the import under way that the context belongs to, 0 for none, and the other imports
// under way.
func Import(ctx context.Context) (id int64, others []int64) {
	of, _ := ctx.Value(importKey{}).(underWay)
	return of.id, of.others
}
