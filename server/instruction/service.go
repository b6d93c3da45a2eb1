// Package instruction 督办 keeps what leaders ask of those below them about a unit or some of its risk points: until when, what was
// answered, whether it was done and accepted. What nobody answers or does in time goes up.
package instruction

import (
	"context"

	"sineng/ent/viewer"
	"sineng/server/calendar"
	"sineng/server/register"
	"sineng/server/store"
)

// Service keeps instructions.
type Service struct {
	store    *store.Store
	calendar *calendar.Service
	register *register.Service
}

// New makes the service.
func New(s *store.Store, c *calendar.Service, r *register.Service) *Service {
	return &Service{store: s, calendar: c, register: r}
}

func everywhere(ctx context.Context) context.Context { return viewer.System(ctx) }

func value(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}
