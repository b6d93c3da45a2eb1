package meeting

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sineng/ent"
	entmeetingitem "sineng/ent/meetingitem"
	"sineng/ent/meetingvote"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
)

// OpenMeeting is the input of Service.Open.
type OpenMeeting struct {
	ID              int64
	ExpectedVersion int
	// Attendance has an entry for every member.
	Attendance []*Attendance
}

// Attendance says whether a member attends, and if not, why.
type Attendance struct {
	MemberID int64
	Present  bool
	Absence  string
}

// Open begins a meeting on its day, or later when it is recorded afterwards. It records who
// attends: the head must, and at least as many members as the quorum.
func (s *Service) Open(ctx context.Context, in OpenMeeting) (*ent.Meeting, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionOpenMeeting, Right: authz.HoldMeetings}, func(ctx context.Context, tx *ent.Tx) (*ent.Meeting, error) {
		m, err := s.hold(ctx, tx, in.ID, "id", Open)
		if err != nil {
			return nil, err
		}
		if err := stale(m.Version, in.ExpectedVersion); err != nil {
			return nil, err
		}
		if day := m.HeldOn.Format(time.DateOnly); m.HeldOn.After(s.store.Today()) {
			return nil, fault.New(fault.InvalidTransition, "MEETING_AHEAD", "id", "会议定于 "+day+",还没有到期;要提前召开,请先修改会议日期",
				"The meeting is to be held on "+day+"; change its date first to hold it earlier")
		}
		members, err := membersOf(ctx, tx, m)
		if err != nil {
			return nil, err
		}
		items, err := itemsOf(ctx, tx, m)
		if err != nil {
			return nil, err
		}
		if err := in.validate(m, members, items); err != nil {
			return nil, err
		}
		for _, a := range in.Attendance {
			absence := strings.TrimSpace(a.Absence)
			if a.Present {
				absence = ""
			}
			if err := tx.MeetingMember.UpdateOneID(a.MemberID).SetPresent(a.Present).SetAbsence(absence).Exec(ctx); err != nil {
				return nil, err
			}
		}
		update := s.touch(tx, m, in.ExpectedVersion)
		if err := s.move(update, m.State, Open); err != nil {
			return nil, err
		}
		out, err := update.Save(ctx)
		return out, org.Stale(err)
	})
}

func (in OpenMeeting) validate(m *ent.Meeting, members []*ent.MeetingMember, items []*ent.MeetingItem) error {
	var bad fault.List
	given := map[int64]*Attendance{}
	for i, a := range in.Attendance {
		given[a.MemberID] = a
		bad.Add(org.Length(fmt.Sprintf("attendance.%d.absence", i), strings.TrimSpace(a.Absence), 0, 200, "缺席原因", "The reason"))
	}
	known := map[int64]bool{}
	for _, member := range members {
		known[member.ID] = true
	}
	for i, a := range in.Attendance {
		if !known[a.MemberID] {
			return fault.MissingAt(fmt.Sprintf("attendance.%d.memberId", i), "会议成员", "member of the meeting")
		}
	}
	present, head := 0, false
	for _, member := range members {
		a := given[member.ID]
		if a == nil {
			bad.Add(fault.Bad("attendance", "ATTENDANCE_MISSING", "请登记"+member.Name+"是否到会", "Say whether "+member.Name+" attends"))
			continue
		}
		if a.Present {
			present++
			head = head || member.Head
		}
	}
	if len(items) == 0 {
		bad.Add(fault.New(fault.InvalidTransition, "AGENDA_EMPTY", "id", "议程为空,请先列入待审定的风险点", "The agenda is empty: put risk points on it first"))
	}
	if present < m.Quorum {
		bad.Add(noQuorum("attendance", Tally{Present: present, Quorum: m.Quorum}))
	}
	if !head && len(bad) == 0 {
		bad.Add(fault.New(fault.InvalidTransition, "HEAD_ABSENT", "attendance", "主持人未到会,请先另行指定主持人", "The head does not attend: name another head first"))
	}
	return bad.Err()
}

// CastVote is the input of Service.Vote.
type CastVote struct {
	ItemID   int64
	MemberID int64
	Vote     term.Vote
	Remark   string
}

// Vote records a member's vote on an item; a vote cannot be changed. It may be recorded by
// whoever holds the meeting or keeps its minutes, or by the member with their own account.
func (s *Service) Vote(ctx context.Context, in CastVote) (*ent.MeetingItem, error) {
	if bad := org.Length("remark", strings.TrimSpace(in.Remark), 0, 500, "意见", "The remark"); bad != nil {
		return nil, bad
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionVote, Right: authz.HoldMeetings}, func(ctx context.Context, tx *ent.Tx) (*ent.MeetingItem, error) {
		i, m, err := s.item(ctx, tx, in.ItemID)
		if err != nil {
			return nil, err
		}
		member, err := tx.MeetingMember.Get(ctx, in.MemberID)
		if err == nil && member.MeetingID != m.ID {
			return nil, fault.MissingAt("memberId", "会议成员", "member of the meeting")
		}
		if err != nil {
			return nil, store.OrMissing(err, "memberId", "会议成员", "member of the meeting")
		}
		if v := viewer.FromContext(ctx); v.PersonID == 0 || v.TokenID != 0 || v.PersonID != member.PersonID && (m.RecorderID == nil || *m.RecorderID != v.PersonID) {
			if err := holds(ctx, m); err != nil {
				return nil, err
			}
		}
		if err := undecided(m, i); err != nil {
			return nil, err
		}
		attendees, err := attendeesOf(ctx, tx, m, i)
		if err != nil {
			return nil, err
		}
		if err := MayVote(attendees, member.ID, m.Quorum); err != nil {
			return nil, err
		}
		if member.Head {
			if err := s.notProposer(ctx, tx, i, member); err != nil {
				return nil, err
			}
		}
		create := tx.MeetingVote.Create().SetItemID(i.ID).SetMemberID(member.ID).SetVote(in.Vote).SetRemark(strings.TrimSpace(in.Remark)).SetAt(s.store.Now()).
			SetUnitID(m.UnitID).SetLevels(m.Levels())
		if account := viewer.FromContext(ctx).AccountID; account != 0 {
			create.SetAccountID(account)
		}
		if err := create.Exec(viewer.System(ctx)); err != nil {
			if ent.IsConstraintError(err) {
				return nil, fault.Stale()
			}
			return nil, err
		}
		update := tx.MeetingItem.UpdateOne(i).AddVersion(1)
		if err := moveItem(update, i, VoteOn); err != nil {
			return nil, err
		}
		return update.Save(viewer.System(ctx))
	})
}

// SettleItem is the input of Service.DecideItem and Service.DeferItem.
type SettleItem struct {
	ItemID          int64
	ExpectedVersion int
	Reason          string
}

// DecideItem records the outcome of the votes on an item. A grade that was carried becomes an
// assessment of the risk point; otherwise the grade is unchanged.
func (s *Service) DecideItem(ctx context.Context, in SettleItem) (*ent.MeetingItem, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	if bad := org.Length("reason", in.Reason, 0, 2000, "理由", "The reason"); bad != nil {
		return nil, bad
	}
	return s.settle(ctx, in, Decide, term.AuditActionDecideItem, func(ctx context.Context, tx *ent.Tx, m *ent.Meeting, i *ent.MeetingItem, update *ent.MeetingItemUpdateOne) error {
		attendees, err := attendeesOf(ctx, tx, m, i)
		if err != nil {
			return err
		}
		count := Count(attendees, m.Quorum)
		if err := count.MayDecide(); err != nil {
			return err
		}
		if err := s.headless(ctx, tx, m, i); err != nil {
			return err
		}
		r, err := tx.RiskPoint.Get(ctx, *i.RiskPointID)
		if err != nil {
			return store.OrMissing(err, "itemId", "风险点", "risk point")
		}
		if count.Result() == Rejected {
			update.SetDecided(r.Grade)
			return nil
		}
		done, err := s.register.DecideInMeeting(ctx, register.DecideInMeeting{RiskPointID: r.ID, MeetingID: m.ID, Grade: i.Proposed, Reason: in.Reason})
		if err != nil {
			return err
		}
		update.SetDecided(i.Proposed).SetAssessmentID(done.Assessment.ID)
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
			if i.State != term.ItemStateDecided && i.State != term.ItemStateDeferred {
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

// attendeesOf are the members who attend, with their votes on an item.
func attendeesOf(ctx context.Context, tx *ent.Tx, m *ent.Meeting, i *ent.MeetingItem) ([]Attendee, error) {
	members, err := membersOf(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	votes, err := tx.MeetingVote.Query().Where(meetingvote.ItemID(i.ID)).All(viewer.System(ctx))
	if err != nil {
		return nil, err
	}
	r, err := tx.RiskPoint.Get(viewer.System(ctx), *i.RiskPointID)
	if err != nil {
		return nil, err
	}
	return Attendees(members, votes, r.PersonID), nil
}

// Attendees combines members, votes on one item and the person concerned by its risk point.
func Attendees(members []*ent.MeetingMember, votes []*ent.MeetingVote, subject *int64) []Attendee {
	cast := map[int64]term.Vote{}
	for _, v := range votes {
		cast[v.MemberID] = v.Vote
	}
	var out []Attendee
	for _, m := range members {
		if m.Present {
			out = append(out, Attendee{m.ID, m.Name, m.Head, subject != nil && *subject == m.PersonID, cast[m.ID]})
		}
	}
	return out
}

// headless refuses an item whose grade the head of the meeting proposed.
func (s *Service) headless(ctx context.Context, tx *ent.Tx, m *ent.Meeting, i *ent.MeetingItem) error {
	members, err := membersOf(ctx, tx, m)
	if err != nil {
		return err
	}
	for _, member := range members {
		if member.Head {
			return s.notProposer(ctx, tx, i, member)
		}
	}
	return nil
}

// notProposer refuses a head of a meeting who proposed the grade. A proposer may vote as one
// member among many, but may not preside.
func (s *Service) notProposer(ctx context.Context, tx *ent.Tx, i *ent.MeetingItem, head *ent.MeetingMember) error {
	own, err := s.register.ProposedBy(ctx, tx, *i.RiskPointID, head.PersonID)
	if err != nil || !own {
		return err
	}
	return fault.New(fault.Forbidden, "OWN_PROPOSAL", "itemId", head.Name+"提出了该等级,不能主持审定,请缓议或另行安排主持人",
		head.Name+" proposed this grade and cannot preside over its decision: put the item off for another head")
}
