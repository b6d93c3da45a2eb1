//go:build measure_bare

package app

import (
	"context"

	entgo "entgo.io/ent"

	"sineng/ent"
	"sineng/server/store"
)

// openStore opens a database without its log and without counting: a build for the benchmark alone,
// which shows what both cost a write. Nothing that it has written can be verified.
func openStore(ctx context.Context, database string, o ...store.Option) (*store.Store, error) {
	db, err := store.Open(ctx, database, append(o, store.WithoutLog())...)
	if err != nil {
		return nil, err
	}
	db.Client.RiskCountDelta.Use(func(entgo.Mutator) entgo.Mutator {
		return entgo.MutateFunc(func(context.Context, entgo.Mutation) (entgo.Value, error) { return &ent.RiskCountDelta{}, nil })
	})
	return db, nil
}
