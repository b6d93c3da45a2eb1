package supervision

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/server/tally"
)

// RiskChanges counts changes of risk points since a day.
type RiskChanges tally.Changes

// changes counts the changes since a day in the subtrees of units; nil without
// a day. The caller must have checked that the viewer may see these units.
func (s *Service) changes(ctx context.Context, units []*ent.Unit, since *time.Time) (map[int64]*RiskChanges, error) {
	if since == nil {
		return nil, nil
	}
	counted, err := tally.ChangesSince(ctx, s.store, rootsOf(units), *since)
	if err != nil {
		return nil, err
	}
	out := map[int64]*RiskChanges{}
	for i, u := range units {
		out[u.ID] = (*RiskChanges)(&counted[i])
	}
	return out, nil
}
