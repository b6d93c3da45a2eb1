// Package register keeps the register of duties and powers, the risk points on
// them, the grades decided and the measures that fence them.
package register

import (
	"context"

	"entgo.io/ent/dialect"

	"sineng/ent/viewer"
	"sineng/server/org"
	"sineng/server/store"
)

// Service keeps the register.
type Service struct {
	store  *store.Store
	recipe Recipe
}

// New makes the service with the recipe that is in force where no unit above set one.
func New(s *store.Store, recipe Recipe) *Service { return &Service{store: s, recipe: recipe} }

// locks reports whether rows must be locked that counts follow from: SQLite has one writer
// at a time.
func (s *Service) locks() bool { return s.store.Dialect() == dialect.MySQL }

// distinct drops repeated ids and zeros, keeping the order.
func distinct(ids []int64) []int64 {
	seen := map[int64]bool{0: true}
	var out []int64
	for _, id := range ids {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

// given is the id an optional reference names, 0 for none.
func given(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}

// length is org.Length, under a name short enough for long lists of checks.
var length = org.Length

// everywhere widens a context to every row, for what must follow a write that was
// allowed: counts, and whether a risk point of another unit is still guarded.
func everywhere(ctx context.Context) context.Context { return viewer.System(ctx) }
