package meeting

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sineng/ent"
	entmeetingitem "sineng/ent/meetingitem"
	"sineng/ent/term"
	"sineng/server/agenda"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// SettleItem is the input of Service.DecideItem and Service.DeferItem.
type SettleItem struct {
	ItemID          int64
	ExpectedVersion int
	Reason          string
}

// DecideItem records the outcome of the votes on an item; the domain of its kind does what it
// says. Where somebody who proposed it presided or recorded, a meeting of a department makes a
// proposal to the tier that decides, and a meeting of the leading group may not decide.
func (s *Service) DecideItem(ctx context.Context, in SettleItem) (*ent.MeetingItem, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	if bad := org.Length("reason", in.Reason, 0, 2000, "理由", "The reason"); bad != nil {
		return nil, bad
	}
	return s.settle(ctx, in, Decide, term.AuditActionDecideItem, func(ctx context.Context, tx *ent.Tx, m *ent.Meeting, i *ent.MeetingItem, update *ent.MeetingItemUpdateOne) error {
		ballot, err := s.ballot(ctx, tx, m, i)
		if err != nil {
			return err
		}
		if err := ballot.mayDecide(); err != nil {
			return err
		}
		proposal, err := s.mayConclude(ctx, tx, ballot, m, i)
		if err != nil {
			return err
		}
		matter, err := s.matter(i.Kind)
		if err != nil {
			return err
		}
		done, err := matter.Conclude(ctx, tx, agenda.Outcome{Item: itemOf(i), MeetingID: m.ID, Body: ballot.Body, Proposal: proposal,
			Carried: Count(ballot.Attendees, ballot.Quorum).Result() == Carried, Reason: in.Reason})
		if err != nil {
			return err
		}
		update.SetDecided(done.Decided).SetNillableAssessmentID(done.AssessmentID).SetProposal(proposal).SetSettled(done.Settled).SetSkipped(done.Skipped)
		return nil
	})
}

// DeferItem defers an item with a reason, whatever was voted; the grade is unchanged.
func (s *Service) DeferItem(ctx context.Context, in SettleItem) (*ent.MeetingItem, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	if bad := org.Length("reason", in.Reason, 1, 2000, "缓议理由", "The reason"); bad != nil {
		return nil, bad
	}
	return s.settle(ctx, in, Defer, term.AuditActionDeferItem, nil)
}

// settle ends an item by a step; how, if given, adds the outcome.
func (s *Service) settle(ctx context.Context, in SettleItem, step ItemStep, as term.AuditAction,
	how func(context.Context, *ent.Tx, *ent.Meeting, *ent.MeetingItem, *ent.MeetingItemUpdateOne) error,
) (*ent.MeetingItem, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: as, Right: authz.HoldMeetings, Reason: in.Reason}, func(ctx context.Context, tx *ent.Tx) (*ent.MeetingItem, error) {
		i, m, err := s.item(ctx, tx, in.ItemID)
		if err != nil {
			return nil, err
		}
		if err := holds(ctx, m); err != nil {
			return nil, err
		}
		if err := undecided(m, i); err != nil {
			return nil, err
		}
		if err := stale(i.Version, in.ExpectedVersion); err != nil {
			return nil, err
		}
		update := tx.MeetingItem.UpdateOne(i).Where(entmeetingitem.Version(in.ExpectedVersion)).AddVersion(1).SetReason(in.Reason)
		if err := moveItem(update, i, step); err != nil {
			return nil, err
		}
		if how != nil {
			if err := how(ctx, tx, m, i, update); err != nil {
				return nil, err
			}
		}
		out, err := update.Save(ctx)
		return out, org.Stale(err)
	})
}

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

// item loads an item with its meeting and locks the meeting.
func (s *Service) item(ctx context.Context, tx *ent.Tx, id int64) (*ent.MeetingItem, *ent.Meeting, error) {
	found, err := tx.MeetingItem.Get(ctx, id)
	if err != nil {
		return nil, nil, store.OrMissing(err, "itemId", "议项", "item")
	}
	m, err := s.locked(ctx, tx, found.MeetingID, "itemId")
	if err != nil {
		return nil, nil, err
	}
	// Read again, since it may have changed before the lock was acquired.
	i, err := tx.MeetingItem.Get(ctx, id)
	if err != nil {
		return nil, nil, store.OrMissing(err, "itemId", "议项", "item")
	}
	return i, m, nil
}

// undecided returns an error when an item may no longer be voted on.
func undecided(m *ent.Meeting, i *ent.MeetingItem) error {
	if _, err := Next(m.State, Vote); err != nil {
		return at(err, "itemId")
	}
	_, err := NextItem(i.State, VoteOn)
	return err
}
