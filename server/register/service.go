// Package register keeps the register of duties and powers, their risk points, the grades of
// these, and the measures that control them.
package register

import (
	"context"

	"entgo.io/ent/dialect"

	"sineng/ent/viewer"
	"sineng/server/agenda"
	"sineng/server/org"
	"sineng/server/store"
)

// Service keeps the register.
type Service struct {
	store  *store.Store
	recipe Recipe
	desk   agenda.Desk // nil where there are no meetings
}

// New returns the service; recipe is in force where no unit above set one.
func New(s *store.Store, recipe Recipe) *Service { return &Service{store: s, recipe: recipe} }

// locks reports whether rows that counts follow from must be locked explicitly: not on SQLite,
// which has one writer at a time.
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

// given is the id of an optional reference, 0 for none.
func given(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}

// length is org.Length, named briefly for long lists of checks.
var length = org.Length

// everywhere lifts a context's limits, for what must follow an allowed write: counts, and
// whether a risk point of another unit is still controlled.
func everywhere(ctx context.Context) context.Context { return viewer.System(ctx) }
