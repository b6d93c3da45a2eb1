package viewer

import "context"

type importKey struct{}

// WithImport makes the context that of an import under way: rows that it creates are marked
// with its id and hidden from others, and it sees them itself.
func WithImport(ctx context.Context, id int64) context.Context {
	return context.WithValue(ctx, importKey{}, id)
}

// Import is the import under way that the context belongs to, 0 for none.
func Import(ctx context.Context) int64 {
	id, _ := ctx.Value(importKey{}).(int64)
	return id
}
