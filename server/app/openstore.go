//go:build !measure_bare

package app

import (
	"context"

	"sineng/server/store"
)

// openStore opens the database of the program.
func openStore(ctx context.Context, database string, o ...store.Option) (*store.Store, error) {
	return store.Open(ctx, database, o...)
}
