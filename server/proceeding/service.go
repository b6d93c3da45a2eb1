// Package proceeding 办件 keeps single exercises of powers in step with the processes of these: who took which step of a matter from when to when.
// It says where one strays from its process (late, skipped and returned steps, steps of one person that exclude each other), and what each step
// takes.
package proceeding

import (
	"context"

	"sineng/ent/viewer"
	"sineng/server/balance"
	"sineng/server/calendar"
	"sineng/server/store"
)

// Service keeps proceedings.
type Service struct {
	store    *store.Store
	calendar *calendar.Service
	balance  *balance.Service
}

// New makes the service.
func New(s *store.Store, c *calendar.Service, b *balance.Service) *Service {
	return &Service{store: s, calendar: c, balance: b}
}

func everywhere(ctx context.Context) context.Context { return viewer.System(ctx) }
