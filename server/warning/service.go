// Package warning 预警 watches the register by rules that are data: it keeps what is amiss, from when to when, asks somebody to mend it,
// sends up what nobody answers, and lifts the warning once its cause is gone.
package warning

import (
	"context"
	"slices"

	"sineng/ent/viewer"
	"sineng/server/calendar"
	"sineng/server/store"
)

// Service keeps rules, causes and warnings.
type Service struct {
	store    *store.Store
	calendar *calendar.Service
}

// New makes the service.
func New(s *store.Store, c *calendar.Service) *Service { return &Service{store: s, calendar: c} }

func everywhere(ctx context.Context) context.Context { return viewer.System(ctx) }

func value(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}

func orNil(id int64) *int64 {
	if id == 0 {
		return nil
	}
	return &id
}

func sorted(ids map[int64]bool) []int64 {
	out := make([]int64, 0, len(ids))
	for id := range ids {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// atOnce is how many rows one statement names.
const atOnce = 500
