// Package indicator 监测指标 keeps the figures by which measures are watched: it sets what is measured, how often and which threshold it
// keeps to, takes readings by hand, from files and from programs, and says which indicators are beyond their thresholds or not read in time.
package indicator

import (
	"context"

	"sineng/ent/viewer"
	"sineng/server/store"
)

// Service keeps indicators and their readings.
type Service struct{ store *store.Store }

// New makes the service.
func New(s *store.Store) *Service { return &Service{store: s} }

func everywhere(ctx context.Context) context.Context { return viewer.System(ctx) }
