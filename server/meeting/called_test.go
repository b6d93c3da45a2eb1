package meeting_test

import (
	"context"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/agenda"
	"sineng/server/fault"
	"sineng/server/meeting"
	"sineng/server/store"
	"sineng/server/testkit"
)

func TestWhoIsCalledToAMeetingSeesItAndVotes(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
		s := plan(t, db, w, group, w.East.Unit)
		planAs(t, db, w, term.RoleStaff, group, w.East.Unit) // with other members
		risk := proposed(t, db, testkit.As(term.RoleStaff, w.East.Department), w.East.Department, testkit.Crime)
		if err := s.agenda(meeting.Grading(risk.ID, term.GradeA)); err != nil {
			t.Fatal(err)
		}
		if err := s.open(true, true, true, true, true); err != nil {
			t.Fatal(err)
		}
		// Their own rights include neither the meeting's unit nor the risk point.
		elsewhere := func(p *ent.Person) context.Context {
			return testkit.AsPerson(term.RoleLeaderInCharge, w.West.Department, p)
		}
		list := func(ctx context.Context) []*ent.Meeting {
			return testkit.Must(db.Meetings.Meetings(ctx, meeting.Filter{}, store.Page{First: 10}, nil))(t).Rows
		}
		for who, ctx := range map[string]context.Context{"a member": elsewhere(s.people[1]), "the recorder": elsewhere(s.people[4])} {
			if rows := list(ctx); len(rows) != 1 || rows[0].ID != s.m.ID {
				t.Errorf("%s sees the meetings %v", who, rows)
			}
			members, items := testkit.Must(db.Client.MeetingMember.Query().Count(ctx))(t), testkit.Must(db.Client.MeetingItem.Query().Count(ctx))(t)
			if members != 5 || items != 1 {
				t.Errorf("%s sees %d members and %d items", who, members, items)
			}
		}
		if err := s.vote(elsewhere(s.people[1]), 0, 1, term.VoteFor); err != nil {
			t.Errorf("a member's own vote: %v", err)
		}
		if n := testkit.Must(db.Client.MeetingVote.Query().Count(elsewhere(s.people[2])))(t); n != 1 {
			t.Errorf("another member sees %d votes", n)
		}
		stranger := elsewhere(w.West.People[0])
		if rows := list(stranger); len(rows) != 0 {
			t.Errorf("somebody else sees %v", rows)
		}
		if n := testkit.Must(db.Client.MeetingVote.Query().Count(stranger))(t); n != 0 {
			t.Errorf("somebody else sees %d votes", n)
		}
		want(t, "a stranger's vote", s.vote(stranger, 0, 2, term.VoteFor), fault.NotFound, "NOT_FOUND")
		_, err := db.Meetings.Cancel(elsewhere(s.people[1]), meeting.CancelMeeting{ID: s.m.ID, ExpectedVersion: s.m.Version, Reason: "x"})
		want(t, "a member calling it off", err, fault.Forbidden, "NOT_PERMITTED")
		subject := testkit.Must(db.Meetings.Subjects(elsewhere(s.people[1]), []agenda.Key{{Kind: term.ItemKindGrade, About: risk.ID}}))(t)[agenda.Key{Kind: term.ItemKindGrade, About: risk.ID}]
		if subject == nil || subject.Title != risk.Title || subject.UnitName == "" {
			t.Errorf("the item is reported as %+v", subject)
		}
	})
}
