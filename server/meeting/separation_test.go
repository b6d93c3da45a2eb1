package meeting_test

import (
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/meetingmember"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/meeting"
	"sineng/server/register"
	"sineng/server/testkit"
)

// One account plans a meeting, marks three subordinates present, casts their votes and decides
// its own proposal.
func TestNobodyDecidesTheirOwnProposalThroughAMeetingOfTheirs(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	head := testkit.As(term.RoleDeptHead, w.East.City)
	r := proposed(t, db, head, w.East.Department, testkit.Minor)
	s := planAs(t, db, w, term.RoleStaff, head, w.East.City)
	if err := s.agenda(meeting.Grading(r.ID, term.GradeC)); err != nil {
		t.Fatal(err)
	}
	if err := s.open(true, true, true, false, false); err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{1, 2, 0} {
		if err := s.vote(head, 0, n, term.VoteFor); err != nil {
			t.Fatal(err)
		}
	}
	_, err := s.decide(0, "")
	want(t, "votes that nobody but the recorder confirmed", err, fault.InvalidTransition, "NOT_COUNTERSIGNED")
	if err := s.countersign(s.member(1), 0, 0, 1, 2); err != nil {
		t.Fatal(err)
	}
	item := testkit.Must(s.decide(0, ""))(t)
	after := db.Client.RiskPoint.GetX(testkit.System(), r.ID)
	if !item.Proposal || after.Grade != term.Ungraded || after.ProposedGrade != term.GradeC || item.AssessmentID == nil {
		t.Errorf("the outcome is %+v, and the risk point %+v: want a proposal", item, after)
	}
	// The tier above decides what the meeting proposed; the head does not.
	_, err = db.Register.DecideGrade(head, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: after.Version, Grade: term.GradeC})
	want(t, "the head on what they proposed", err, fault.Forbidden, "OWN_PROPOSAL")
	leader := testkit.As(term.RoleLeaderInCharge, w.East.City)
	testkit.Must(db.Register.DecideGrade(leader, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: after.Version, Grade: term.GradeC}))(t)
}

// GROUP alone decided an A with three ordinary staff.
func TestOrdinaryStaffCalledInDecideNoA(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
	r := proposed(t, db, testkit.As(term.RoleStaff, w.East.Department), w.East.Department, testkit.Crime)
	s := planAs(t, db, w, term.RoleStaff, group, w.East.Unit)
	if err := s.agenda(meeting.Grading(r.ID, term.GradeA)); err != nil {
		t.Fatal(err)
	}
	if err := s.open(true, true, true, true, true); err != nil {
		t.Fatal(err)
	}
	want(t, "a vote of staff", s.vote(group, 0, 1, term.VoteFor), fault.InvalidTransition, "NO_STANDING")
	_, err := s.decide(0, "")
	want(t, "an A without a leading group", err, fault.InvalidTransition, "GROUP_TOO_SMALL")

	// With a leading group of three, of whom one is called with four others, there is no quorum.
	other := plan(t, db, w, group, w.East.Unit)
	for _, m := range other.members[1:] {
		db.Raw.Client.MeetingMember.UpdateOne(m).SetPresent(false).ExecX(testkit.System())
	}
	if err := other.open(true, true, true, false, false); err == nil {
		t.Error("a meeting opened without an agenda")
	}
	if after := db.Client.RiskPoint.GetX(testkit.System(), r.ID); after.Grade != term.Ungraded {
		t.Errorf("it was decided: %+v", after)
	}
}

// Some members of the leading group are a quorum of it, or nothing is decided.
func TestAQuorumOfTheLeadingGroupDecidesAnA(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
	s := planAs(t, db, w, term.RoleStaff, group, w.East.Unit)
	join2 := s.people[:3]
	for _, p := range join2 {
		grant(db, term.RoleLeadingGroup, w.East.Unit, p)
	}
	r := proposed(t, db, testkit.As(term.RoleStaff, w.East.Department), w.East.Department, testkit.Crime)
	if err := s.agenda(meeting.Grading(r.ID, term.GradeA)); err != nil {
		t.Fatal(err)
	}
	if err := s.open(true, false, false, true, true); err != nil {
		t.Fatal(err)
	}
	want(t, "one of three", s.vote(s.member(0), 0, 0, term.VoteFor), fault.InvalidTransition, "QUORUM_NOT_MET")
	marked := db.Client.MeetingMember.Query().Where(meetingmember.MeetingID(s.m.ID), meetingmember.LeadingGroup(true)).CountX(testkit.System())
	if marked != 3 || s.m.GroupSize != 3 {
		t.Errorf("%d members are marked, the group has %d", marked, s.m.GroupSize)
	}
}

// The proposer neither records the votes of a meeting that decides nor its outcome.
func TestTheProposerNeitherPresidesNorRecords(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	group := testkit.Also(testkit.As(term.RoleLeadingGroup, w.East.Unit), term.RolePrincipalLeader, w.East.Unit)
	r := proposed(t, db, group, w.East.Department, testkit.Crime)
	s := plan(t, db, w, group, w.East.Unit)
	if err := s.agenda(meeting.Grading(r.ID, term.GradeA)); err != nil {
		t.Fatal(err)
	}
	if err := s.open(true, true, true, true, true); err != nil {
		t.Fatal(err)
	}
	want(t, "a vote recorded by the proposer", s.vote(group, 0, 1, term.VoteFor), fault.Forbidden, "OWN_PROPOSAL")
	s.votes(0, 1, 2, 3, 4, 0)
	_, err := s.decide(0, "")
	want(t, "an outcome recorded by the proposer", err, fault.Forbidden, "OWN_PROPOSAL")
	s.group = s.member(3)
	testkit.Must(s.decide(0, ""))(t)
}

// A meeting that the viewer may not see is not named in a refusal.
func TestAHiddenMeetingIsNotNamed(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
	r := proposed(t, db, testkit.As(term.RoleStaff, w.East.Department), w.East.Department, testkit.Minor)
	above := plan(t, db, w, group, w.East.Unit)
	if err := above.agenda(meeting.Grading(r.ID, term.GradeC)); err != nil {
		t.Fatal(err)
	}
	head := testkit.As(term.RoleDeptHead, w.East.Department)
	err := planAs(t, db, w, term.RoleStaff, head, w.East.Department).agenda(meeting.Grading(r.ID, term.GradeC))
	want(t, "on another agenda", err, fault.InvalidTransition, "ON_ANOTHER_AGENDA")
	if strings.Contains(err.Error(), above.m.Title) {
		t.Errorf("the hidden meeting is named: %v", err)
	}
	if err := plan(t, db, w, group, w.East.Unit).agenda(meeting.Grading(r.ID, term.GradeC)); err == nil || !strings.Contains(err.Error(), above.m.Title) {
		t.Errorf("who may see the meeting is not told which: %v", err)
	}
}

// Rewriting what is on an agenda takes it off, and votes cast on it are void.
func TestRewritingTakesAnItemOffTheAgenda(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
	staff := testkit.As(term.RoleStaff, w.East.Department)
	r := proposed(t, db, staff, w.East.Department, testkit.Crime)
	s := plan(t, db, w, group, w.East.Unit)
	if err := s.agenda(meeting.Grading(r.ID, term.GradeA)); err != nil {
		t.Fatal(err)
	}
	if err := s.open(true, true, true, true, true); err != nil {
		t.Fatal(err)
	}
	s.votes(0, 1, 2)
	r = testkit.Must(db.Register.ReviseRiskPoint(staff, register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version, Details: testkit.RiskDetails("迟到早退")}))(t)
	item := s.items()[0]
	if item.State != term.ItemStateWithdrawn || item.Reason == "" {
		t.Errorf("the item is %+v", item)
	}
	want(t, "a vote on it", s.vote(s.member(3), 0, 3, term.VoteFor), fault.InvalidTransition, "ITEM_WITHDRAWN")
	next := plan(t, db, w, group, w.East.Unit)
	want(t, "the new text without an assessment", next.agenda(meeting.Grading(r.ID, term.GradeA)), fault.InvalidTransition, "NEW_ASSESSMENT_REQUIRED")
	testkit.Must(db.Register.ProposeGrade(staff, register.ProposeGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Assessment: testkit.Crime}))(t)
	if err := next.agenda(meeting.Grading(r.ID, term.GradeA)); err != nil {
		t.Error(err)
	}
}

// An A is retired by a meeting of the leading group, at once where its power has ended.
func TestAnAIsRetiredByAMeeting(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
	r := w.East.Risks[2] // decided A
	s := plan(t, db, w, group, w.East.Unit)
	in := &meeting.ItemInput{Kind: term.ItemKindRetirement, RiskPointID: &r.ID, Content: "职权已下放", Ground: ground(term.RetireGroundNoRisk)}
	want(t, "an A that is still a risk", s.agenda(in), fault.InvalidTransition, "NOT_TWO_CLEAN_PERIODS")
	in.Ground = ground(term.RetireGroundUnitEnded)
	if err := s.agenda(in); err != nil {
		t.Fatal(err)
	}
	if err := s.open(true, true, true, true, true); err != nil {
		t.Fatal(err)
	}
	s.votes(0, 1, 2, 3, 4, 0)
	item := testkit.Must(s.decide(0, ""))(t)
	after := db.Client.RiskPoint.GetX(testkit.System(), r.ID)
	if after.Status != term.RiskStatusRetired || after.RetiredReason != "职权已下放" || item.AssessmentID == nil {
		t.Errorf("it is %+v by %+v", after, item)
	}
}

func ground(g term.RetireGround) *term.RetireGround { return &g }

// The grades of a paper register are decided as a whole, only where nothing was decided.
func TestAnOpeningDecisionTakesOverAPaperRegister(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
	staff := testkit.As(term.RoleStaff, w.East.Department)
	paper := func(g term.Grade) *ent.RiskPoint {
		r := proposed(t, db, staff, w.East.Department, testkit.Minor)
		return testkit.Must(db.Register.NotePaperGrade(staff, register.NotePaperGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: g, Source: "登记表.xlsx"}))(t).Unwrap()
	}
	a, b := paper(term.GradeA), paper(term.GradeB)
	none := proposed(t, db, staff, w.East.Department, testkit.Minor)
	s := plan(t, db, w, group, w.East.Unit)
	if err := s.agenda(&meeting.ItemInput{Kind: term.ItemKindOpening, UnitID: &w.East.Unit.ID}); err != nil {
		t.Fatal(err)
	}
	if err := s.open(true, true, true, true, true); err != nil {
		t.Fatal(err)
	}
	s.votes(0, 1, 2, 3, 4, 0)
	item := testkit.Must(s.decide(0, "纸质登记表"))(t)
	why := map[int64]term.SkippedReason{}
	for _, left := range item.Skipped {
		why[left.RiskPointID] = left.Why
	}
	if item.Settled != 2 || why[none.ID] != term.SkippedNoPaper || why[w.East.Risks[2].ID] != term.SkippedDecided || len(why) != 4 {
		t.Errorf("the outcome is %+v", item)
	}
	for _, r := range []*ent.RiskPoint{a, b} {
		after := db.Client.RiskPoint.GetX(testkit.System(), r.ID)
		made := after.QueryAssessments().Order(ent.Desc("id")).FirstX(testkit.System())
		if after.Grade != *r.PaperGrade || !after.Opening || made.Rule != register.RuleOpening || made.MeetingID == nil {
			t.Errorf("%+v by %+v", after, made)
		}
	}
	again := plan(t, db, w, group, w.East.Unit)
	want(t, "a second one", again.agenda(&meeting.ItemInput{Kind: term.ItemKindOpening, UnitID: &w.East.Unit.ID}), fault.InvalidTransition, "NOTHING_TO_OPEN")
}

// A measure that asks the leading group is answered by it.
func TestTheLeadingGroupAnswersForAComprehensiveMeasure(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
	m := w.East.Measures[2]
	in := &meeting.ItemInput{Kind: term.ItemKindComprehensive, MeasureID: &m.ID, Content: "全系统统一轮岗"}
	s := plan(t, db, w, group, w.East.Unit)
	want(t, "a measure that does not ask", s.agenda(in), fault.InvalidTransition, "NOT_ASKED")
	db.Raw.Client.Measure.UpdateOne(m).SetAsksComprehensive(true).ExecX(testkit.System())
	if err := s.agenda(in); err != nil {
		t.Fatal(err)
	}
	if err := s.open(true, true, true, true, true); err != nil {
		t.Fatal(err)
	}
	s.votes(0, 1, 2, 3, 4, 0)
	testkit.Must(s.decide(0, ""))(t)
	after := db.Client.Measure.GetX(testkit.System(), m.ID)
	if after.Comprehensive == nil || *after.Comprehensive != term.ComprehensiveAdopted || after.ComprehensiveText != in.Content || *after.ComprehensiveMeetingID != s.m.ID {
		t.Errorf("the measure is %+v", after)
	}
}

// A vote from paper is confirmed by another member, signed in: not by who wrote it down, nor by
// somebody who takes no part, nor by who proposed what is decided.
func TestWhoRecordedAVoteOnPaperDoesNotCountersignIt(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
	s := plan(t, db, w, group, w.East.Unit)
	r := proposed(t, db, testkit.Also(s.member(2), term.RoleStaff, w.East.Unit), w.East.Department, testkit.Crime)
	if err := s.agenda(meeting.Grading(r.ID, term.GradeA)); err != nil {
		t.Fatal(err)
	}
	if err := s.open(true, true, true, true, true); err != nil {
		t.Fatal(err)
	}
	if err := s.vote(s.member(4), 0, 1, term.VoteFor); err != nil { // who keeps the minutes
		t.Fatal(err)
	}
	want(t, "who wrote it down", s.countersign(s.member(4), 0, 1), fault.Forbidden, "OWN_RECORD")
	want(t, "who proposed it", s.countersign(s.member(2), 0, 1), fault.Forbidden, "OWN_PROPOSAL")
	want(t, "somebody who is no member", s.countersign(testkit.AsPerson(term.RoleLeadingGroup, w.East.Unit, w.East.People[0]), 0, 1), fault.Forbidden, "NOT_A_MEMBER")
	if err := s.countersign(s.member(3), 0, 1); err != nil {
		t.Error(err)
	}
	want(t, "a second time", s.countersign(s.member(0), 0, 1), fault.InvalidTransition, "NOTHING_TO_COUNTERSIGN")
	votes := s.items()[0].QueryVotes().AllX(testkit.System())
	if len(votes) != 1 || votes[0].Manner != term.VoteMannerPaper || votes[0].CountersignerID == nil || *votes[0].CountersignerID != s.members[3].ID {
		t.Errorf("the record says %+v", votes)
	}
}

// Staff who are called in decide no paper register.
func TestOrdinaryStaffOpenNoPaperRegister(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	group, staff := testkit.As(term.RoleLeadingGroup, w.East.Unit), testkit.As(term.RoleStaff, w.East.Department)
	r := proposed(t, db, staff, w.East.Department, testkit.Minor)
	testkit.Must(db.Register.NotePaperGrade(staff, register.NotePaperGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeC, Source: "登记表.xlsx"}))(t)
	s := planAs(t, db, w, term.RoleStaff, group, w.East.Unit)
	if err := s.agenda(&meeting.ItemInput{Kind: term.ItemKindOpening, UnitID: &w.East.Unit.ID}); err != nil {
		t.Fatal(err)
	}
	if err := s.open(true, true, true, true, true); err != nil {
		t.Fatal(err)
	}
	want(t, "a vote of staff", s.vote(s.member(1), 0, 1, term.VoteFor), fault.InvalidTransition, "NO_STANDING")
	_, err := s.decide(0, "纸质登记表")
	want(t, "the outcome", err, fault.InvalidTransition, "GROUP_TOO_SMALL")
	if after := db.Client.RiskPoint.GetX(testkit.System(), r.ID); after.Grade != term.Ungraded {
		t.Errorf("it was decided: %+v", after)
	}
}
