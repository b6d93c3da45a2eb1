package meeting

import (
	"context"
	"errors"
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
	for tries := 1; ; tries++ {
		out, err := s.tryToDecide(ctx, in)
		if !outdated(err) || tries == mostTries {
			return out, err
		}
	}
}

// tryToDecide works the outcome out, where it is a large one, and enters it.
func (s *Service) tryToDecide(ctx context.Context, in SettleItem) (*ent.MeetingItem, error) {
	prepared, err := s.prepare(ctx, in)
	if err != nil {
		return nil, err
	}
	out, err := s.decide(ctx, in, prepared)
	if err != nil && prepared != nil {
		err = errors.Join(err, prepared.Abandon(context.WithoutCancel(ctx)))
	}
	return out, err
}

// mostTries is how often a large outcome is worked out again that others changed meanwhile.
const mostTries = 3

func outdated(err error) bool {
	reasons := fault.All(err)
	return len(reasons) > 0 && reasons[0].Reason == fault.All(agenda.ErrOutdated())[0].Reason
}

// prepare works out a large outcome in short transactions, so that deciding it holds up nobody's
// write. It is nil for a small one, and where the caller has a transaction of its own.
func (s *Service) prepare(ctx context.Context, in SettleItem) (agenda.Prepared, error) {
	if ent.TxFromContext(ctx) != nil {
		return nil, nil
	}
	var o agenda.Outcome
	var matter agenda.Matter
	err := store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		m, i, err := s.toSettle(ctx, tx, in)
		if err != nil {
			return err
		}
		if matter, err = s.matter(i.Kind); err != nil || matter.Prepare == nil {
			return err
		}
		o, err = s.outcome(ctx, tx, m, i, in.Reason)
		return err
	})
	if err != nil || matter.Prepare == nil || !o.Carried {
		return nil, err
	}
	return matter.Prepare(ctx, o)
}

// outcome is what the votes on an item say, once they may be counted.
func (s *Service) outcome(ctx context.Context, tx *ent.Tx, m *ent.Meeting, i *ent.MeetingItem, reason string) (agenda.Outcome, error) {
	ballot, err := s.ballot(ctx, tx, m, i)
	if err != nil {
		return agenda.Outcome{}, err
	}
	if err := ballot.mayDecide(); err != nil {
		return agenda.Outcome{}, err
	}
	proposal, err := s.mayConclude(ctx, tx, ballot, m, i)
	return agenda.Outcome{Item: itemOf(i), MeetingID: m.ID, Body: ballot.Body, Proposal: proposal,
		Carried: Count(ballot.Attendees, ballot.Quorum).Result() == Carried, Reason: reason}, err
}

// decide enters the outcome of the votes on an item.
func (s *Service) decide(ctx context.Context, in SettleItem, prepared agenda.Prepared) (*ent.MeetingItem, error) {
	return s.settle(ctx, in, Decide, term.AuditActionDecideItem, func(ctx context.Context, tx *ent.Tx, m *ent.Meeting, i *ent.MeetingItem, update *ent.MeetingItemUpdateOne) error {
		o, err := s.outcome(ctx, tx, m, i, in.Reason)
		if err != nil {
			return err
		}
		matter, err := s.matter(i.Kind)
		if err != nil {
			return err
		}
		o.Prepared = prepared
		done, err := matter.Conclude(ctx, tx, o)
		if err != nil {
			return err
		}
		update.SetDecided(done.Decided).SetNillableAssessmentID(done.AssessmentID).SetProposal(o.Proposal).SetSettled(done.Settled).SetSkipped(done.Skipped)
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
		m, i, err := s.toSettle(ctx, tx, in)
		if err != nil {
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

// toSettle loads an item that the viewer, who holds its meeting, may settle now.
func (s *Service) toSettle(ctx context.Context, tx *ent.Tx, in SettleItem) (*ent.Meeting, *ent.MeetingItem, error) {
	i, m, err := s.item(ctx, tx, in.ItemID)
	if err != nil {
		return nil, nil, err
	}
	if err := holds(ctx, m); err != nil {
		return nil, nil, err
	}
	if err := undecided(m, i); err != nil {
		return nil, nil, err
	}
	return m, i, stale(i.Version, in.ExpectedVersion)
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
