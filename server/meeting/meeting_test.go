package meeting_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/account"
	"sineng/ent/assessment"
	"sineng/ent/meetingitem"
	"sineng/ent/meetingmember"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/meeting"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/testkit"
)

func want(t *testing.T, what string, err error, code fault.Code, reason string) {
	t.Helper()
	for _, f := range fault.All(err) {
		if f.Code == code && f.Reason == reason {
			return
		}
	}
	t.Errorf("%s: %v, want %s %s", what, err, code, reason)
}

// sitting is a meeting of East with five members; the first is the head.
type sitting struct {
	t       *testing.T
	db      *testkit.DB
	w       *testkit.World
	group   context.Context
	people  []*ent.Person
	members []*ent.MeetingMember
	m       *ent.Meeting
}

var logins int

// join gives people accounts with a role on a unit, and returns them by their accounts.
func join(db *testkit.DB, role term.Role, u *ent.Unit, people ...*ent.Person) {
	ctx, now := testkit.System(), db.Now()
	for _, p := range people {
		logins++
		db.Raw.Client.Account.Create().SetLoginName(fmt.Sprint("member", logins)).SetPasswordHash("x").SetPersonID(p.ID).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
		grant(db, role, u, p)
	}
}

// grant gives the account of a person a role.
func grant(db *testkit.DB, role term.Role, u *ent.Unit, p *ent.Person) {
	ctx, now := testkit.System(), db.Now()
	a := db.Client.Account.Query().Where(account.PersonID(p.ID)).OnlyX(ctx)
	db.Raw.Client.RoleAppointment.Create().SetAccountID(a.ID).SetRole(role).SetUnitID(u.ID).SetStatus(term.GrantStatusActive).
		SetFromDay(db.Today()).SetCreatedAt(now).SetUpdatedAt(now).ExecX(ctx)
}

// member is a member of the meeting, signed in.
func (s *sitting) member(n int) context.Context {
	p := s.people[n]
	a := s.db.Client.Account.Query().Where(account.PersonID(p.ID)).OnlyX(testkit.System())
	ctx := testkit.AsPerson(term.RoleLeadingGroup, s.w.East.Unit, p)
	v := *viewer.FromContext(ctx)
	v.AccountID = a.ID
	return viewer.NewContext(ctx, &v)
}

// votes lets members who are signed in vote for an item, in order.
func (s *sitting) votes(item int, members ...int) {
	s.t.Helper()
	for _, n := range members {
		if err := s.vote(s.member(n), item, n, term.VoteFor); err != nil {
			s.t.Fatal(err)
		}
	}
}

func plan(t *testing.T, db *testkit.DB, w *testkit.World, holder context.Context, u *ent.Unit) *sitting {
	t.Helper()
	return planAs(t, db, w, term.RoleLeadingGroup, holder, u)
}

// planAs plans a meeting whose members have a role on the unit.
func planAs(t *testing.T, db *testkit.DB, w *testkit.World, role term.Role, holder context.Context, u *ent.Unit) *sitting {
	t.Helper()
	s := &sitting{t: t, db: db, w: w, group: holder}
	d := meeting.Details{Title: "风险等级审定会", HeldOn: db.Today(), Place: "三楼会议室"}
	for i := range 5 {
		p := testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: u.ID, Name: string(rune('甲' + i)), JobTitle: "委员"}))(t)
		s.people = append(s.people, p.Unwrap())
		d.Members = append(d.Members, &meeting.MemberInput{PersonID: p.ID, Head: i == 0})
	}
	join(db, role, u, s.people...)
	d.RecorderID = &s.people[4].ID
	s.m = testkit.Must(db.Meetings.Plan(holder, meeting.PlanMeeting{UnitID: u.ID, Details: d}))(t).Unwrap()
	s.members = db.Client.MeetingMember.Query().Where(meetingmember.MeetingID(s.m.ID)).Order(meetingmember.BySortOrder()).AllX(testkit.System())
	return s
}

func (s *sitting) agenda(items ...*meeting.ItemInput) error {
	m, err := s.db.Meetings.SetAgenda(s.group, meeting.SetAgenda{MeetingID: s.m.ID, ExpectedVersion: s.m.Version, Items: items})
	if err == nil {
		s.m = m.Unwrap()
	}
	return err
}

func (s *sitting) open(present ...bool) error {
	in := meeting.OpenMeeting{ID: s.m.ID, ExpectedVersion: s.m.Version}
	for i, here := range present {
		in.Attendance = append(in.Attendance, &meeting.Attendance{MemberID: s.members[i].ID, Present: here, Absence: "出差"})
	}
	m, err := s.db.Meetings.Open(s.group, in)
	if err == nil {
		s.m = m.Unwrap()
	}
	return err
}

func (s *sitting) items() []*ent.MeetingItem {
	return s.db.Client.MeetingItem.Query().Where(meetingitem.MeetingID(s.m.ID)).Order(meetingitem.BySortOrder()).AllX(testkit.System())
}

func (s *sitting) vote(ctx context.Context, item, member int, v term.Vote) error {
	_, err := s.db.Meetings.Vote(ctx, meeting.CastVote{ItemID: s.items()[item].ID, MemberID: s.members[member].ID, Vote: v})
	return err
}

func (s *sitting) countersign(ctx context.Context, item int, members ...int) error {
	in := meeting.CountersignVotes{ItemID: s.items()[item].ID}
	for _, n := range members {
		in.MemberIds = append(in.MemberIds, s.members[n].ID)
	}
	_, err := s.db.Meetings.Countersign(ctx, in)
	return err
}

func (s *sitting) decide(item int, reason string) (*ent.MeetingItem, error) {
	i := s.items()[item]
	return s.db.Meetings.DecideItem(s.group, meeting.SettleItem{ItemID: i.ID, ExpectedVersion: i.Version, Reason: reason})
}

func proposed(t *testing.T, db *testkit.DB, by context.Context, u *ent.Unit, in register.GradeInputs, change ...func(*register.RiskDetails)) *ent.RiskPoint {
	t.Helper()
	return testkit.Must(db.Register.RecordRiskPoint(by, register.RecordRiskPoint{UnitID: u.ID, Details: testkit.RiskDetails("待定", change...), Assessment: &in}))(t).Unwrap()
}

func TestAMeetingDecidesAWithTheHeadLast(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
		s := plan(t, db, w, group, w.East.Unit)
		if s.m.Quorum != 3 {
			t.Errorf("the quorum of five is %d", s.m.Quorum)
		}
		staff := testkit.As(term.RoleStaff, w.East.Department)
		risk := proposed(t, db, staff, w.East.Department, testkit.Crime)
		about := proposed(t, db, staff, w.East.Department, testkit.Crime, func(d *register.RiskDetails) { d.PersonID = &s.people[1].ID })
		own := proposed(t, db, testkit.AsPerson(term.RoleStaff, w.East.Unit, s.people[0]), w.East.Unit, testkit.Crime)
		_, err := db.Register.DecideGrade(group, register.DecideGrade{RiskPointID: risk.ID, ExpectedVersion: risk.Version, Grade: term.GradeA})
		want(t, "the leading group alone", err, fault.InvalidTransition, "MEETING_REQUIRED")

		want(t, "an empty agenda", s.open(true, true, true, true, true), fault.InvalidTransition, "AGENDA_EMPTY")
		a := func(r *ent.RiskPoint) *meeting.ItemInput {
			return meeting.Grading(r.ID, term.GradeA)
		}
		want(t, "a risk point of the other province", s.agenda(a(w.West.Risks[0])), fault.NotFound, "NOT_FOUND")
		want(t, "one risk point twice", s.agenda(a(risk), a(risk)), fault.Invalid, "REPEATED")
		if err := s.agenda(a(about), a(risk), a(own)); err != nil {
			t.Fatal(err)
		}
		if err := s.agenda(a(risk), a(about), a(own)); err != nil {
			t.Fatal(err)
		}
		if items := s.items(); len(items) != 3 || *items[0].RiskPointID != risk.ID || items[0].SortOrder != 1 {
			t.Errorf("the agenda is %v", items)
		}
		other := plan(t, db, w, group, w.East.City)
		want(t, "a second agenda", other.agenda(a(risk)), fault.InvalidTransition, "ON_ANOTHER_AGENDA")
		want(t, "a risk point beside the city", other.agenda(a(w.East.Risks[0])), fault.Invalid, "OUTSIDE_MEETING")

		ahead := func(days int) {
			s.m = s.db.Raw.Client.Meeting.UpdateOneID(s.m.ID).SetHeldOn(s.db.Today().AddDate(0, 0, days)).SaveX(testkit.System())
		}
		ahead(1)
		want(t, "the day before", s.open(true, true, true, true, true), fault.InvalidTransition, "MEETING_AHEAD")
		ahead(0)
		want(t, "two of five", s.open(true, true, false, false, false), fault.InvalidTransition, "QUORUM_NOT_MET")
		want(t, "without the head", s.open(false, true, true, true, true), fault.InvalidTransition, "HEAD_ABSENT")
		want(t, "without a word of the fifth", s.open(true, true, true, true), fault.Invalid, "ATTENDANCE_MISSING")
		want(t, "a vote before it is open", s.vote(group, 0, 1, term.VoteFor), fault.InvalidTransition, "MEETING_STATE")
		if err := s.open(true, true, true, true, false); err != nil {
			t.Fatal(err)
		}
		want(t, "the agenda of an open meeting", s.agenda(a(risk)), fault.InvalidTransition, "MEETING_STATE")

		want(t, "the head first", s.vote(group, 0, 0, term.VoteFor), fault.InvalidTransition, "HEAD_VOTES_LAST")
		want(t, "who is away", s.vote(group, 0, 4, term.VoteFor), fault.InvalidTransition, "NOT_PRESENT")
		// A member votes with their own account, and the keeper of the minutes records the
		// votes of others.
		member := testkit.AsPerson(term.RoleInspector, w.East.Unit, s.people[1])
		recorder := testkit.AsPerson(term.RoleInspector, w.East.Unit, s.people[4])
		want(t, "a member for another", s.vote(member, 0, 2, term.VoteFor), fault.Forbidden, "NOT_PERMITTED")
		for i, err := range []error{s.vote(member, 0, 1, term.VoteFor), s.vote(recorder, 0, 2, term.VoteFor), s.vote(group, 0, 3, term.VoteAgainst)} {
			if err != nil {
				t.Errorf("vote %d: %v", i, err)
			}
		}
		want(t, "a second vote", s.vote(member, 0, 1, term.VoteAgainst), fault.InvalidTransition, "ALREADY_VOTED")
		_, err = s.decide(0, "")
		want(t, "before the head voted", err, fault.InvalidTransition, "VOTES_MISSING")
		s.votes(0, 0)
		_, err = s.decide(0, "")
		want(t, "with votes on paper", err, fault.InvalidTransition, "NOT_COUNTERSIGNED")
		want(t, "whoever recorded it", s.countersign(recorder, 0, 2), fault.Forbidden, "NO_STANDING") // away
		want(t, "somebody who is no member", s.countersign(group, 0, 2), fault.Forbidden, "NOT_A_MEMBER")
		want(t, "a vote cast signed in", s.countersign(s.member(0), 0, 1), fault.InvalidTransition, "NOTHING_TO_COUNTERSIGN")
		if err := s.countersign(member, 0, 2, 3); err != nil {
			t.Fatal(err)
		}
		// The keeper of the minutes and the member between them wrote two of four votes.
		_, err = s.decide(0, "")
		want(t, "by the words of two", err, fault.InvalidTransition, "OWN_WORDS_MISSING")
		want(t, "confirming another's vote again", s.countersign(s.member(3), 0, 2), fault.InvalidTransition, "NOTHING_TO_COUNTERSIGN")
		if err := s.countersign(s.member(2), 0, 2); err != nil {
			t.Fatal(err)
		}
		want(t, "confirming one's own vote again", s.countersign(s.member(2), 0, 2), fault.InvalidTransition, "NOTHING_TO_COUNTERSIGN")
		done := testkit.Must(s.decide(0, ""))(t)
		after := db.Client.RiskPoint.GetX(testkit.System(), risk.ID)
		made := db.Client.Assessment.Query().Where(assessment.RiskPointID(risk.ID), assessment.KindEQ(term.AssessmentKindDecision)).OnlyX(testkit.System())
		if after.Grade != term.GradeA || done.State != term.ItemStateDecided || done.Decided != term.GradeA || done.AssessmentID == nil || *done.AssessmentID != made.ID ||
			made.MeetingID == nil || *made.MeetingID != s.m.ID || made.ActorRole == nil || *made.ActorRole != term.RoleLeadingGroup {
			t.Errorf("the meeting decided %+v: %+v by %+v", done, after, made)
		}
		_, err = s.decide(0, "")
		want(t, "what is decided", err, fault.InvalidTransition, "ITEM_SETTLED")

		// The person concerned takes no part; half of three is no majority.
		want(t, "who it is about", s.vote(group, 1, 1, term.VoteFor), fault.InvalidTransition, "RECUSED")
		for n, v := range map[int]term.Vote{2: term.VoteFor, 3: term.VoteAbstain} {
			if err := s.vote(s.member(n), 1, n, v); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.vote(s.member(0), 1, 0, term.VoteAgainst); err != nil {
			t.Fatal(err)
		}
		done = testkit.Must(s.decide(1, "证据不足"))(t)
		if after := db.Client.RiskPoint.GetX(testkit.System(), about.ID); after.Grade != term.Ungraded || done.Decided != term.Ungraded || done.AssessmentID != nil || done.State != term.ItemStateDecided {
			t.Errorf("what was not carried made of %+v %+v", done, after)
		}

		// The head proposed the third grade: the others vote, and the item is deferred.
		for n := 1; n <= 3; n++ {
			if err := s.vote(group, 2, n, term.VoteFor); err != nil {
				t.Fatal(err)
			}
		}
		want(t, "the head on their own proposal", s.vote(s.member(0), 2, 0, term.VoteFor), fault.Forbidden, "OWN_PROPOSAL")
		_, err = db.Meetings.Close(group, meeting.CloseMeeting{ID: s.m.ID, ExpectedVersion: s.m.Version, Minutes: "纪要"})
		want(t, "with an open item", err, fault.InvalidTransition, "ITEMS_OPEN")
		_, err = db.Meetings.Cancel(group, meeting.CancelMeeting{ID: s.m.ID, ExpectedVersion: s.m.Version, Reason: "改期"})
		want(t, "calling off what decided", err, fault.InvalidTransition, "MEETING_DECIDED")
		third := s.items()[2]
		_, err = db.Meetings.DeferItem(group, meeting.SettleItem{ItemID: third.ID, ExpectedVersion: third.Version, Reason: " "})
		want(t, "putting off without a reason", err, fault.Invalid, "REQUIRED")
		testkit.Must(db.Meetings.DeferItem(group, meeting.SettleItem{ItemID: third.ID, ExpectedVersion: third.Version, Reason: "另行安排主持人"}))(t)

		_, err = db.Meetings.Close(group, meeting.CloseMeeting{ID: s.m.ID, ExpectedVersion: s.m.Version, Minutes: " "})
		want(t, "without minutes", err, fault.Invalid, "REQUIRED")
		closed := testkit.Must(db.Meetings.Close(group, meeting.CloseMeeting{ID: s.m.ID, ExpectedVersion: s.m.Version, Minutes: "审定一项,缓议一项"}))(t)
		if closed.State != term.MeetingStateClosed || closed.ClosedAt == nil {
			t.Errorf("the meeting is %+v", closed)
		}
		// A closed meeting does not change any more.
		s.m = closed.Unwrap()
		want(t, "voting afterwards", s.vote(group, 2, 0, term.VoteFor), fault.InvalidTransition, "MEETING_STATE")
		want(t, "an agenda afterwards", s.agenda(), fault.InvalidTransition, "MEETING_STATE")
		_, err = db.Meetings.Cancel(group, meeting.CancelMeeting{ID: s.m.ID, ExpectedVersion: s.m.Version, Reason: "x"})
		want(t, "calling off afterwards", err, fault.InvalidTransition, "MEETING_STATE")
		// A deferred item may go to another meeting.
		other = plan(t, db, w, group, w.East.Unit)
		if err := other.agenda(a(own)); err != nil {
			t.Error(err)
		}
	})
}

func TestAMeetingDecidesNoMoreThanTheTierOfWhoHoldsIt(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	head := testkit.As(term.RoleDeptHead, w.East.City)
	leader := testkit.As(term.RoleLeaderInCharge, w.East.City)
	staff := testkit.As(term.RoleStaff, w.East.Department)
	carry := func(holder context.Context, role term.Role, r *ent.RiskPoint, g term.Grade, reason string) (*ent.RiskPoint, *ent.MeetingItem) {
		t.Helper()
		s := planAs(t, db, w, role, holder, w.East.City)
		if err := s.agenda(meeting.Grading(r.ID, g)); err != nil {
			t.Fatal(err)
		}
		if err := s.open(true, true, true, true, true); err != nil {
			t.Fatal(err)
		}
		s.votes(0, 1, 2, 3, 4, 0)
		item := testkit.Must(s.decide(0, reason))(t)
		return db.Client.RiskPoint.GetX(testkit.System(), r.ID), item
	}
	a := proposed(t, db, staff, w.East.Department, testkit.Crime)
	want(t, "A by a department's meeting", planAs(t, db, w, term.RoleStaff, head, w.East.City).agenda(meeting.Grading(a.ID, term.GradeA)), fault.Forbidden, "NOT_PERMITTED")
	if r, _ := carry(head, term.RoleStaff, proposed(t, db, staff, w.East.Department, testkit.Minor), term.GradeC, ""); r.Grade != term.GradeC {
		t.Errorf("a department's meeting decided C as %s", r.Grade)
	}
	// A grade B awaits an inspector, who concurs.
	r, item := carry(leader, term.RoleStaff, proposed(t, db, staff, w.East.Department, testkit.Minor), term.GradeB, "曾被投诉")
	if r.Grade != term.Ungraded || r.EndorsedGrade != term.GradeB || item.AssessmentID == nil {
		t.Errorf("a leader's meeting made of B %+v", r)
	}
	inspector := testkit.As(term.RoleInspector, w.East.Unit)
	done := testkit.Must(db.Register.ConcurGrade(inspector, register.AnswerEndorsement{RiskPointID: r.ID, ExpectedVersion: r.Version}))(t)
	if done.RiskPoint.Grade != term.GradeB || done.Assessment.MeetingID == nil {
		t.Errorf("after the concurrence it is %+v", done.RiskPoint)
	}
	group := testkit.As(term.RoleLeadingGroup, w.East.City)
	if r, _ := carry(group, term.RoleLeadingGroup, proposed(t, db, staff, w.East.Department, testkit.Minor), term.GradeB, "曾被投诉"); r.Grade != term.GradeB {
		t.Errorf("the leading group's meeting decided B as %s", r.Grade)
	}
}

func TestAIsLoweredAfterTwoCleanPeriodsAndANewAssessment(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
	r := db.Client.RiskPoint.GetX(testkit.System(), w.East.Risks[2].ID) // decided A on 2026-03-02
	lower := func() error {
		s := plan(t, db, w, group, w.East.Unit)
		defer func() {
			_, _ = db.Meetings.Cancel(group, meeting.CancelMeeting{ID: s.m.ID, ExpectedVersion: s.m.Version, Reason: "试"})
		}()
		return s.agenda(meeting.Grading(r.ID, term.GradeB))
	}
	want(t, "lowering at once", lower(), fault.InvalidTransition, "NEW_ASSESSMENT_REQUIRED")
	staff := testkit.As(term.RoleStaff, w.East.Department)
	r = testkit.Must(db.Register.ProposeGrade(staff, register.ProposeGrade{RiskPointID: r.ID, ExpectedVersion: r.Version,
		Assessment: register.GradeInputs{Likelihood: 3, Severity: 2, Consequence: term.ConsequenceKindDiscipline}, Reason: "流程已固化"}))(t).RiskPoint
	want(t, "lowering too soon", lower(), fault.InvalidTransition, "NOT_TWO_CLEAN_PERIODS")
	db.Clock.Forward(365*24*time.Hour - 12*time.Hour)
	if today := db.Today().Format(time.DateOnly); today != "2027-03-01" {
		t.Fatalf("it is %s", today)
	}
	err := lower()
	want(t, "lowering a day too soon", err, fault.InvalidTransition, "NOT_TWO_CLEAN_PERIODS")
	if all := fault.All(err); len(all) != 1 || all[0].EN != "A is lowered after two clean periods of half a year each; the first day for it is 2027-03-02" {
		t.Errorf("it is reported as %v", all)
	}
	db.Clock.Forward(24 * time.Hour)
	if err := lower(); err != nil {
		t.Errorf("on the day: %v", err)
	}
}

func TestWhoHoldsNoMeetingsPlansNone(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	for _, role := range []term.Role{term.RoleStaff, term.RoleInspector, term.RoleSystemAdmin} {
		ctx := testkit.As(role, w.East.Unit)
		in := meeting.PlanMeeting{UnitID: w.East.City.ID, Details: meeting.Details{Title: "会", HeldOn: db.Today()}}
		for i := range 3 {
			in.Details.Members = append(in.Details.Members, &meeting.MemberInput{PersonID: w.East.People[i].ID, Head: i == 0})
		}
		if _, err := db.Meetings.Plan(ctx, in); !fault.Is(err, fault.Forbidden) {
			t.Errorf("%s plans a meeting: %v", role, err)
		}
	}
	head := testkit.As(term.RoleDeptHead, w.East.City)
	details := func(n, heads int, quorum *int) meeting.Details {
		d := meeting.Details{Title: "会", HeldOn: db.Today(), Quorum: quorum}
		for i := range n {
			d.Members = append(d.Members, &meeting.MemberInput{PersonID: w.East.People[i].ID, Head: i < heads})
		}
		return d
	}
	two, four := 1, 4
	for reason, d := range map[string]meeting.Details{"TOO_FEW_MEMBERS": details(2, 1, nil), "ONE_HEAD": details(3, 2, nil), "QUORUM_OUT_OF_RANGE": details(3, 1, &two)} {
		_, err := db.Meetings.Plan(head, meeting.PlanMeeting{UnitID: w.East.City.ID, Details: d})
		want(t, reason, err, fault.Invalid, reason)
	}
	_, err := db.Meetings.Plan(head, meeting.PlanMeeting{UnitID: w.East.City.ID, Details: details(3, 1, &four)})
	want(t, "more than all", err, fault.Invalid, "QUORUM_OUT_OF_RANGE")
}
