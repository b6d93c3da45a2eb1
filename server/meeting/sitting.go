package meeting

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
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
// attends: the head must, and at least as many members as the quorum; and who of them belongs to
// the leading group on the day of the meeting.
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
		group, err := s.leadingGroup(ctx, tx, m)
		if err != nil {
			return nil, err
		}
		personOf := map[int64]int64{}
		for _, member := range members {
			personOf[member.ID] = member.PersonID
		}
		for _, a := range in.Attendance {
			absence := strings.TrimSpace(a.Absence)
			if a.Present {
				absence = ""
			}
			if err := tx.MeetingMember.UpdateOneID(a.MemberID).SetPresent(a.Present).SetAbsence(absence).
				SetLeadingGroup(group[personOf[a.MemberID]]).Exec(ctx); err != nil {
				return nil, err
			}
		}
		update := s.touch(tx, m, in.ExpectedVersion).SetGroupSize(len(group))
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
	if !slices.ContainsFunc(items, func(i *ent.MeetingItem) bool { return slices.Contains(pending, i.State) }) {
		bad.Add(fault.New(fault.InvalidTransition, "AGENDA_EMPTY", "id", "议程为空,请先列入议项", "The agenda is empty: put items on it first"))
	}
	if present < m.Quorum {
		bad.Add(noQuorum("attendance", Tally{Present: present, Quorum: m.Quorum}))
	}
	if !head && len(bad) == 0 {
		bad.Add(fault.New(fault.InvalidTransition, "HEAD_ABSENT", "attendance", "主持人未到会,请先另行指定主持人", "The head does not attend: name another head first"))
	}
	return bad.Err()
}
