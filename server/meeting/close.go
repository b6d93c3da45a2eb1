package meeting

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
)

// CloseMeeting is the input of Service.Close.
type CloseMeeting struct {
	ID              int64
	ExpectedVersion int
	Minutes         string
}

// Close closes a meeting whose items are all decided or deferred. Its minutes are final from
// then on.
func (s *Service) Close(ctx context.Context, in CloseMeeting) (*ent.Meeting, error) {
	in.Minutes = strings.TrimSpace(in.Minutes)
	if bad := org.Length("minutes", in.Minutes, 1, 100_000, "会议纪要", "The minutes"); bad != nil {
		return nil, bad
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionCloseMeeting, Right: authz.HoldMeetings}, func(ctx context.Context, tx *ent.Tx) (*ent.Meeting, error) {
		m, err := s.hold(ctx, tx, in.ID, "id", Close)
		if err != nil {
			return nil, err
		}
		items, err := itemsOf(ctx, tx, m)
		if err != nil {
			return nil, err
		}
		left := 0
		for _, i := range items {
			if slices.Contains(pending, i.State) {
				left++
			}
		}
		if left > 0 {
			return nil, fault.New(fault.InvalidTransition, "ITEMS_OPEN", "id",
				fmt.Sprintf("还有 %d 个议项未审定或缓议", left), fmt.Sprintf("%d items are neither decided nor put off", left))
		}
		update := s.touch(tx, m, in.ExpectedVersion).SetMinutes(in.Minutes)
		if err := s.move(update, m.State, Close); err != nil {
			return nil, err
		}
		out, err := update.Save(ctx)
		return out, org.Stale(err)
	})
}
