package meeting

import (
	"context"
	"fmt"

	"sineng/ent"
	entmeeting "sineng/ent/meeting"
	"sineng/ent/meetingitem"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/tally"
)

// SetAgenda is the input of Service.SetAgenda.
type SetAgenda struct {
	MeetingID       int64
	ExpectedVersion int
	// Items are the whole agenda in order.
	Items []*ItemInput
}

// ItemInput is a risk point with the grade to vote on.
type ItemInput struct {
	RiskPointID int64
	Grade       term.Grade
}

// SetAgenda replaces the agenda of a meeting that has not opened. Each risk point must belong
// to the meeting's unit or one below it, and may be on one open agenda only.
func (s *Service) SetAgenda(ctx context.Context, in SetAgenda) (*ent.Meeting, error) {
	if err := in.validate(); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionReviseMeeting, Right: authz.HoldMeetings}, func(ctx context.Context, tx *ent.Tx) (*ent.Meeting, error) {
		m, err := s.hold(ctx, tx, in.MeetingID, "meetingId", Revise)
		if err != nil {
			return nil, err
		}
		out, err := s.touch(tx, m, in.ExpectedVersion).Save(ctx)
		if err != nil {
			return nil, org.Stale(err)
		}
		u, err := m.QueryUnit().Only(ctx)
		if err != nil {
			return nil, err
		}
		now, err := itemsOf(ctx, tx, m)
		if err != nil {
			return nil, err
		}
		old := map[int64]*ent.MeetingItem{}
		for _, i := range now {
			if i.RiskPointID != nil {
				old[*i.RiskPointID] = i
			}
		}
		listed := map[int64]bool{}
		for n, i := range in.Items {
			if listed[i.RiskPointID] {
				return nil, fault.Bad(fmt.Sprintf("items.%d.riskPointId", n), "REPEATED", "该风险点已在议程中", "This risk point is on the agenda already")
			}
			listed[i.RiskPointID] = true
			known := old[i.RiskPointID]
			delete(old, i.RiskPointID)
			if err := s.put(ctx, tx, u, m, n, i, known); err != nil {
				return nil, err
			}
		}
		for _, left := range old {
			if err := tx.MeetingItem.DeleteOne(left).Exec(ctx); err != nil {
				return nil, err
			}
		}
		return out, nil
	})
}

// put adds an item to an agenda or updates the existing one.
func (s *Service) put(ctx context.Context, tx *ent.Tx, u *ent.Unit, m *ent.Meeting, n int, i *ItemInput, known *ent.MeetingItem) error {
	field := fmt.Sprintf("items.%d.riskPointId", n)
	r, err := s.register.CheckVotable(ctx, tx, i.RiskPointID, i.Grade, m.HeldOn)
	if err != nil {
		return at(err, field)
	}
	if tally.LevelsOf(r)[u.Level-1] != u.ID {
		return fault.Bad(field, "OUTSIDE_MEETING", "该风险点不在会议所属单位范围内", "The risk point is outside the unit of the meeting")
	}
	if known != nil {
		return tx.MeetingItem.UpdateOne(known).AddVersion(1).SetProposed(i.Grade).SetSortOrder(n + 1).Exec(ctx)
	}
	other, err := tx.Meeting.Query().Where(entmeeting.IDNEQ(m.ID), entmeeting.StateIn(term.MeetingStatePlanned, term.MeetingStateOpen),
		entmeeting.HasItemsWith(meetingitem.RiskPointID(r.ID), meetingitem.StateIn(term.ItemStatePending, term.ItemStateVoting))).First(viewer.System(ctx))
	if err != nil && !ent.IsNotFound(err) {
		return err
	}
	if other != nil {
		return fault.New(fault.InvalidTransition, "ON_ANOTHER_AGENDA", field,
			"“"+r.Title+"”已列入会议“"+other.Title+"”的议程", "“"+r.Title+"” is on the agenda of “"+other.Title+"” already")
	}
	to, err := NextItem("", PutOn)
	if err != nil {
		return err
	}
	create := tx.MeetingItem.Create().SetMeetingID(m.ID).SetRiskPointID(r.ID).SetSortOrder(n + 1).SetProposed(i.Grade)
	enterItem(create.Mutation(), to)
	if err := org.Place(create.Mutation(), u); err != nil {
		return err
	}
	return create.Exec(ctx)
}

// at sets the field that an error is about.
func at(err error, field string) error {
	var out fault.List
	for _, f := range fault.All(err) {
		moved := *f
		moved.Field = field
		out.Add(&moved)
	}
	if len(out) == 0 {
		return err
	}
	return out.Err()
}

func (in SetAgenda) validate() error {
	var bad fault.List
	if len(in.Items) > mostItems {
		bad.Add(fault.Bad("items", "TOO_MANY_ITEMS", "一次会议最多 200 个议项", "A meeting has at most 200 items"))
	}
	return bad.Err()
}
