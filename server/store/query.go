package store

import (
	"context"

	"sineng/ent"
	"sineng/ent/viewer"
)

type queryKey struct{}

// AsQuery marks the context of an operation that changes nothing, so that what is remembered may
// answer it. Whatever writes reads what it wrote.
func AsQuery(ctx context.Context) context.Context { return context.WithValue(ctx, queryKey{}, true) }

// RightsOf is the version of rights that was read with the session or token of a query: rows of
// RightsTables that were read after some statement read the same version are as they were. It is 0
// where rows have to be read: outside a query, within a transaction, and for the program itself.
func RightsOf(ctx context.Context) int64 {
	v := viewer.FromContext(ctx)
	if v == nil || v.System || ctx.Value(queryKey{}) == nil || ent.TxFromContext(ctx) != nil {
		return 0
	}
	return v.Version
}
