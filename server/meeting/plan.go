package meeting

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Details are the details of a meeting before it opens.
type Details struct {
	Title      string
	CampaignID *int64
	HeldOn     time.Time
	Place      string
	// Quorum is how many must attend; more than half when nil.
	Quorum     *int
	RecorderID *int64
	Members    []*MemberInput
}

// MemberInput is a member of a meeting; one of them is its head.
type MemberInput struct {
	PersonID int64
	Head     bool
}

// PlanMeeting is the input of Service.Plan.
type PlanMeeting struct {
	UnitID  int64
	Details Details
}

// ReviseMeeting is the input of Service.Revise.
type ReviseMeeting struct {
	ID              int64
	ExpectedVersion int
	Details         Details
}

// Plan makes a meeting of a unit.
func (s *Service) Plan(ctx context.Context, in PlanMeeting) (*ent.Meeting, error) {
	quorum, err := in.Details.validate()
	if err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionPlanMeeting, Right: authz.HoldMeetings}, func(ctx context.Context, tx *ent.Tx) (*ent.Meeting, error) {
		u, err := org.Hold(ctx, s.store, tx, in.UnitID, authz.HoldMeetings, "unitId")
		if err != nil {
			return nil, err
		}
		if err := in.Details.check(ctx, tx, u); err != nil {
			return nil, err
		}
		now := s.store.Now()
		create := tx.Meeting.Create().SetQuorum(quorum).SetCreatedAt(now).SetUpdatedAt(now)
		enter(create.Mutation(), term.MeetingStatePlanned, now)
		in.Details.write(create.Mutation())
		if err := org.Place(create.Mutation(), u); err != nil {
			return nil, err
		}
		m, err := create.Save(ctx)
		if err != nil {
			return nil, err
		}
		return m, s.setMembers(ctx, tx, u, m, in.Details.Members)
	})
}

// Revise changes the details of a meeting that has not opened.
func (s *Service) Revise(ctx context.Context, in ReviseMeeting) (*ent.Meeting, error) {
	quorum, err := in.Details.validate()
	if err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionReviseMeeting, Right: authz.HoldMeetings}, func(ctx context.Context, tx *ent.Tx) (*ent.Meeting, error) {
		m, err := s.hold(ctx, tx, in.ID, "id", Revise)
		if err != nil {
			return nil, err
		}
		u, err := m.QueryUnit().Only(ctx)
		if err != nil {
			return nil, err
		}
		if err := in.Details.check(ctx, tx, u); err != nil {
			return nil, err
		}
		update := s.touch(tx, m, in.ExpectedVersion).SetQuorum(quorum)
		in.Details.write(update.Mutation())
		out, err := update.Save(ctx)
		if err != nil {
			return nil, org.Stale(err)
		}
		return out, s.setMembers(ctx, tx, u, out, in.Details.Members)
	})
}

// CancelMeeting is the input of Service.Cancel.
type CancelMeeting struct {
	ID              int64
	ExpectedVersion int
	Reason          string
}

// Cancel cancels, with a reason, a meeting that decided nothing. Its items may go to another
// meeting.
func (s *Service) Cancel(ctx context.Context, in CancelMeeting) (*ent.Meeting, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	if bad := org.Length("reason", in.Reason, 1, 500, "取消原因", "The reason"); bad != nil {
		return nil, bad
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionCancelMeeting, Right: authz.HoldMeetings, Reason: in.Reason}, func(ctx context.Context, tx *ent.Tx) (*ent.Meeting, error) {
		m, err := s.hold(ctx, tx, in.ID, "id", Cancel)
		if err != nil {
			return nil, err
		}
		items, err := itemsOf(ctx, tx, m)
		if err != nil {
			return nil, err
		}
		for _, i := range items {
			if i.State == term.ItemStateDecided {
				return nil, fault.New(fault.InvalidTransition, "MEETING_DECIDED", "id",
					"会议已有审定结果,不能取消,请填写纪要后结束会议", "The meeting has decided an item: close it with minutes instead")
			}
		}
		update := s.touch(tx, m, in.ExpectedVersion).SetCancelReason(in.Reason)
		if err := s.move(update, m.State, Cancel); err != nil {
			return nil, err
		}
		out, err := update.Save(ctx)
		return out, org.Stale(err)
	})
}

// validate checks the details on their own and returns the quorum.
func (d Details) validate() (quorum int, err error) {
	var bad fault.List
	bad.Add(org.Length("details.title", strings.TrimSpace(d.Title), 1, 200, "会议名称", "The title"))
	bad.Add(org.Length("details.place", strings.TrimSpace(d.Place), 0, 200, "地点", "The place"))
	heads := 0
	for _, m := range d.Members {
		if m.Head {
			heads++
		}
	}
	n := len(d.Members)
	switch {
	case n < fewestMembers:
		bad.Add(fault.Bad("details.members", "TOO_FEW_MEMBERS", "集体审定至少须有 3 名成员", "A collective decision takes at least 3 members"))
	case n > mostMembers:
		bad.Add(fault.Bad("details.members", "TOO_MANY_MEMBERS", "成员最多 100 人", "A meeting has at most 100 members"))
	case heads != 1:
		bad.Add(fault.Bad("details.members", "ONE_HEAD", "须指定且只能指定一名主持人", "Name exactly one member as the head"))
	}
	quorum = Quorum(n)
	if d.Quorum != nil {
		if *d.Quorum < quorum || *d.Quorum > n {
			bad.Add(fault.Bad("details.quorum", "QUORUM_OUT_OF_RANGE",
				fmt.Sprintf("法定人数应超过成员的半数且不多于成员总数(%d 至 %d)", quorum, n),
				fmt.Sprintf("The quorum is more than half of the members and at most all of them: %d to %d", quorum, n)))
		}
		quorum = *d.Quorum
	}
	return quorum, bad.Err()
}

// check checks the references in the details, as far as the viewer may see the rows.
func (d Details) check(ctx context.Context, tx *ent.Tx, u *ent.Unit) error {
	if d.CampaignID != nil {
		c, err := tx.Campaign.Get(ctx, *d.CampaignID)
		if err != nil {
			return store.OrMissing(err, "details.campaignId", "专项工作", "campaign")
		}
		scope, err := tx.Unit.Get(ctx, c.UnitID)
		if err != nil {
			return store.OrMissing(err, "details.campaignId", "专项工作", "campaign")
		}
		if org.LevelsOf(u)[scope.Level-1] != scope.ID {
			return fault.Bad("details.campaignId", "OTHER_CAMPAIGN", "该专项工作不包括本单位", "The campaign does not reach the unit")
		}
	}
	if d.RecorderID != nil {
		if err := seen(ctx, tx.Client(), "details.recorderId", *d.RecorderID); err != nil {
			return err
		}
	}
	known := map[int64]bool{}
	for i, m := range d.Members {
		field := fmt.Sprintf("details.members.%d.personId", i)
		if err := seen(ctx, tx.Client(), field, m.PersonID); err != nil {
			return err
		}
		if known[m.PersonID] {
			return fault.Bad(field, "REPEATED", "该成员已在名单中", "This member is listed already")
		}
		known[m.PersonID] = true
	}
	return nil
}

func (d Details) write(m *ent.MeetingMutation) {
	m.SetTitle(strings.TrimSpace(d.Title))
	m.SetHeldOn(d.HeldOn)
	m.SetPlace(strings.TrimSpace(d.Place))
	if d.CampaignID != nil {
		m.SetCampaignID(*d.CampaignID)
	} else {
		m.ClearCampaignID()
	}
	if d.RecorderID != nil {
		m.SetRecorderID(*d.RecorderID)
	} else {
		m.ClearRecorderID()
	}
}

// setMembers makes the list of members the given one; those who stay keep their row.
func (s *Service) setMembers(ctx context.Context, tx *ent.Tx, u *ent.Unit, m *ent.Meeting, wanted []*MemberInput) error {
	now, err := membersOf(ctx, tx, m)
	if err != nil {
		return err
	}
	old := map[int64]*ent.MeetingMember{}
	for _, member := range now {
		old[member.PersonID] = member
	}
	for i, w := range wanted {
		if known := old[w.PersonID]; known != nil {
			delete(old, w.PersonID)
			if err := tx.MeetingMember.UpdateOne(known).SetHead(w.Head).SetSortOrder(i + 1).Exec(ctx); err != nil {
				return err
			}
			continue
		}
		p, err := tx.Person.Get(ctx, w.PersonID)
		if err != nil {
			return store.OrMissing(err, fmt.Sprintf("details.members.%d.personId", i), "人员", "person")
		}
		create := tx.MeetingMember.Create().SetMeetingID(m.ID).SetPersonID(p.ID).SetName(p.Name).SetTitle(p.JobTitle).SetHead(w.Head).SetSortOrder(i + 1)
		if err := org.Place(create.Mutation(), u); err != nil {
			return err
		}
		if err := create.Exec(ctx); err != nil {
			return err
		}
	}
	for _, left := range old {
		if err := tx.MeetingMember.DeleteOne(left).Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
