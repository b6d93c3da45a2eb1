// Package check has the register supervised 分层监督: it plans from grades, tiers and portfolios who is to look at what by when,
// draws the sample, keeps what was found, moves the work with its people, and sends up what is late.
package check

import (
	"context"

	"sineng/ent/viewer"
	"sineng/server/calendar"
	"sineng/server/store"
)

// Service plans and keeps checks.
type Service struct {
	store    *store.Store
	calendar *calendar.Service
	// seed gives the seeds of samples.
	seed func() string
}

// New makes the service.
func New(s *store.Store, c *calendar.Service) *Service {
	return &Service{store: s, calendar: c, seed: NewSeed}
}

func everywhere(ctx context.Context) context.Context { return viewer.System(ctx) }
