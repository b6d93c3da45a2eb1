package httpd_test

import (
	"context"
	"testing"

	"sineng/ent"
	"sineng/ent/meetingitem"
	"sineng/ent/meetingmember"
	"sineng/ent/term"
	"sineng/graph/scalar"
	"sineng/server/authz"
	"sineng/server/meeting"
	"sineng/server/org"
	"sineng/server/pending"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

// byTwo are the rows of a place that wait for a second person, or that more
// than one decides.
type byTwo struct{ agreed, retiring, asking, ballot, voter, act int64 }

// needsTwo creates them. The members of the meeting planned are those of the
// meeting with a vote on paper, which is about a risk point with a grade of the
// paper register.
func needsTwo(t *testing.T, db *testkit.DB, u *ent.Unit, planned *ent.Meeting, name string) (out byTwo) {
	t.Helper()
	ctx := testkit.System()
	out.agreed, out.retiring = riskOfB(t, db, u, name+"会签"), riskOfB(t, db, u, name+"撤销")
	testkit.Must(db.Register.EndorseRetirement(ctx, register.EndorseRetirement{RiskPointID: out.retiring,
		ExpectedVersion: db.Client.RiskPoint.GetX(ctx, out.retiring).Version, Ground: term.RetireGroundNoRisk, Reason: "已消除"}))(t)
	out.asking = testkit.Must(db.Register.RecordMeasure(ctx, register.RecordMeasure{UnitID: u.ID, Details: register.MeasureDetails{Content: name + "提请综合制定",
		Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral,
		RiskPointIds: []int64{out.agreed}, AsksComprehensive: true}}))(t).ID
	out.ballot, out.voter = onPaper(t, db, u, planned, name)
	voter := db.Client.MeetingMember.GetX(ctx, out.voter)
	out.act = testkit.Must(store.WithValue(ctx, db.Store, func(ctx context.Context, tx *ent.Tx) (*ent.PendingAct, error) {
		return pending.BeginAsked(ctx, db.Store, tx, officeOf(db, u, voter.PersonID))
	}))(t).ID
	return out
}

// officeOf is the act that makes a person the leader in charge of a unit.
func officeOf(db *testkit.DB, u *ent.Unit, person int64) pending.Act {
	return pending.Act{Kind: term.ActKindAssignPortfolio, Unit: &u.ID, At: org.LevelsOf(u), Person: person, Right: authz.ConfirmGrants,
		Payload: org.Office{Person: person, Unit: u.ID, Kind: term.PortfolioKindInCharge, From: db.Today()}}
}

// riskOfB records a risk point of a unit, which is decided to be B.
func riskOfB(t *testing.T, db *testkit.DB, u *ent.Unit, name string) int64 {
	t.Helper()
	r := testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: u.ID, Details: testkit.RiskDetails(name), Assessment: &testkit.Minor}))(t)
	testkit.Must(db.Register.DecideGrade(testkit.System(), register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeB, Reason: "集体研究"}))(t)
	return r.ID
}

// onPaper opens a meeting in which the vote of a member who is not the head was
// recorded from paper, on a risk point that is to become B.
func onPaper(t *testing.T, db *testkit.DB, u *ent.Unit, like *ent.Meeting, name string) (item, voter int64) {
	t.Helper()
	ctx, raw := testkit.System(), db.Raw.Client
	tabled := testkit.Must(db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: u.ID, Details: testkit.RiskDetails(name + "书面"), Assessment: &testkit.Minor}))(t)
	raw.RiskPoint.UpdateOneID(tabled.ID).SetPaperGrade(term.GradeC).ExecX(ctx)
	details := meeting.Details{Title: "书面表决", HeldOn: db.Today()}
	for _, m := range like.QueryMembers().AllX(ctx) {
		details.Members = append(details.Members, &meeting.MemberInput{PersonID: m.PersonID, Head: m.Head})
	}
	sitting := testkit.Must(db.Meetings.Plan(ctx, meeting.PlanMeeting{UnitID: u.ID, Details: details}))(t)
	sitting = testkit.Must(db.Meetings.SetAgenda(ctx, meeting.SetAgenda{MeetingID: sitting.ID, ExpectedVersion: sitting.Version,
		Items: []*meeting.ItemInput{meeting.Grading(tabled.ID, term.GradeB)}}))(t)
	open := meeting.OpenMeeting{ID: sitting.ID, ExpectedVersion: sitting.Version}
	for _, m := range raw.MeetingMember.Query().Where(meetingmember.MeetingID(sitting.ID)).AllX(ctx) {
		open.Attendance = append(open.Attendance, &meeting.Attendance{MemberID: m.ID, Present: true})
	}
	testkit.Must(db.Meetings.Open(ctx, open))(t)
	item = raw.MeetingItem.Query().Where(meetingitem.MeetingID(sitting.ID)).OnlyIDX(ctx)
	voter = raw.MeetingMember.Query().Where(meetingmember.MeetingID(sitting.ID), meetingmember.Head(false)).FirstIDX(ctx)
	testkit.Must(db.Meetings.Vote(ctx, meeting.CastVote{ItemID: item, MemberID: voter, Vote: term.VoteFor}))(t)
	return item, voter
}

// begun lets an administrator make the colleague of a side a leader, which
// waits.
func (s *twoSides) begun(t *testing.T, who asker, ids map[string]string) {
	t.Helper()
	id := func(name string) int64 { return testkit.Must(scalar.UnmarshalID(ids[name]))(t) }
	done := testkit.Must(s.db.Org.AssignPortfolio(who.ctx(), id("colleague"), id("unitID"), term.PortfolioKindInCharge, s.db.Today()))(t)
	ids["begun"] = scalar.EncodeID(done.Act.ID)
}

// startUp begins or ends start-up, during which alone acts are confirmed
// together: by administrators of the whole system, who see all of them. Whoever
// else sees one is refused.
func (s *twoSides) startUp(now bool) {
	ctx, all := testkit.System(), s.db.Raw.Client.Account.Update()
	if now {
		all.ClearLedAt().ExecX(ctx)
		return
	}
	all.SetLedAt(s.db.Now()).ExecX(ctx)
}
