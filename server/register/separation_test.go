package register_test

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/register"
	"sineng/server/testkit"
)

// A decided A becomes "迟到早退" and stays decided A.
func TestRewritingADecidedRiskPointAsksForANewAssessment(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	staff, leader := testkit.As(term.RoleStaff, w.East.Department), testkit.As(term.RoleLeaderInCharge, w.East.Department)
	r := again(db, w.East.Risks[2])
	if r.Grade != term.GradeA {
		t.Fatalf("it is %s", r.Grade)
	}
	out := testkit.Must(db.Register.ReviseRiskPoint(staff, register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version, Details: testkit.RiskDetails("迟到早退")}))(t).Unwrap()
	if out.Grade != term.GradeA || !out.Outdated || out.ProposedGrade != term.Ungraded {
		t.Errorf("it is %+v: want A, on an earlier text, without a proposal", out)
	}
	all := history(db, out)
	if newest := all[len(all)-1]; newest.Kind != term.AssessmentKindRewriting || newest.Clause != register.ClauseVoided {
		t.Errorf("the newest assessment is %+v", newest)
	}
	// It is not lowered on the way, and nothing is decided before the new text is assessed.
	_, err := db.Register.DecideGrade(leader, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: out.Version, Grade: term.GradeC, Reason: "内容已改"})
	wantReason(t, "lowering it", err, fault.Forbidden, "NOT_PERMITTED")
	// Owners and the like do not touch the grade.
	owner := register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: out.Version, Details: testkit.RiskDetails("迟到早退", func(d *register.RiskDetails) { d.DirectOwnerID = &w.East.People[2].ID })}
	before := len(all)
	same := testkit.Must(db.Register.ReviseRiskPoint(staff, owner))(t).Unwrap()
	if len(history(db, same)) != before {
		t.Error("an owner is noted as a rewriting")
	}
}

// An endorsement is of the text that was endorsed.
func TestRewritingCancelsAnEndorsement(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	staff, leader := testkit.As(term.RoleStaff, w.East.Department), testkit.As(term.RoleLeaderInCharge, w.East.Department)
	inspector := testkit.As(term.RoleInspector, w.East.Unit)
	made := testkit.Must(db.Register.RecordRiskPoint(staff, register.RecordRiskPoint{UnitID: w.East.Department.ID, Details: testkit.RiskDetails("收受礼金"), Assessment: &testkit.Minor}))(t)
	endorsed := testkit.Must(db.Register.EndorseGrade(leader, register.EndorseGrade{RiskPointID: made.ID, ExpectedVersion: made.Version, Grade: term.GradeB, Reason: "多发"}))(t).RiskPoint
	out := testkit.Must(db.Register.ReviseRiskPoint(staff, register.ReviseRiskPoint{ID: made.ID, ExpectedVersion: endorsed.Version, Details: testkit.RiskDetails("迟到早退")}))(t)
	if out.EndorsedGrade != term.Ungraded {
		t.Errorf("it is %+v", out)
	}
	_, err := db.Register.ConcurGrade(inspector, register.AnswerEndorsement{RiskPointID: made.ID, ExpectedVersion: out.Version})
	wantReason(t, "concurring", err, fault.InvalidTransition, "NOT_ENDORSED")
	_, err = db.Register.EndorseGrade(leader, register.EndorseGrade{RiskPointID: made.ID, ExpectedVersion: out.Version, Grade: term.GradeB, Reason: "多发"})
	wantReason(t, "endorsing the new text unassessed", err, fault.InvalidTransition, "NEW_ASSESSMENT_REQUIRED")
}

// Whoever rewrote the text of a proposal does not decide it.
func TestWhoRewroteAProposalDoesNotDecideIt(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	staff, head := testkit.As(term.RoleStaff, w.East.Department), testkit.As(term.RoleDeptHead, w.East.Department)
	made := testkit.Must(db.Register.RecordRiskPoint(staff, register.RecordRiskPoint{UnitID: w.East.Department.ID, Details: testkit.RiskDetails("收受礼金"), Assessment: &testkit.Minor}))(t)
	out := testkit.Must(db.Register.ReviseRiskPoint(head, register.ReviseRiskPoint{ID: made.ID, ExpectedVersion: made.Version, Details: testkit.RiskDetails("迟到早退")}))(t)
	_, err := db.Register.DecideGrade(head, register.DecideGrade{RiskPointID: made.ID, ExpectedVersion: out.Version, Grade: term.GradeC})
	wantReason(t, "the head on a text of theirs", err, fault.Forbidden, "OWN_PROPOSAL")
}

// An A or a B is not retired by one account.
func TestRetiringTakesTheHandsOfLowering(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
	testkit.Started(t, db)
	leader, inspector := testkit.Second(t, db, term.RoleLeaderInCharge, w.East.Unit, nil), testkit.Second(t, db, term.RoleInspector, w.East.Unit, nil)
	a := again(db, w.East.Risks[2])
	_, err := db.Register.RetireRiskPoint(group, a.ID, a.Version, "不再需要")
	wantReason(t, "an A by one account", err, fault.InvalidTransition, "MEETING_REQUIRED")
	_, err = db.Register.EndorseRetirement(group, register.EndorseRetirement{RiskPointID: a.ID, ExpectedVersion: a.Version, Ground: term.RetireGroundUnitEnded, Reason: "撤销"})
	wantReason(t, "an A by concurrence", err, fault.InvalidTransition, "MEETING_REQUIRED")

	b := graded(t, db, w.East.Department, term.GradeB)
	_, err = db.Register.RetireRiskPoint(leader, b.ID, b.Version, "不再需要")
	wantReason(t, "a B by one account", err, fault.InvalidTransition, "CONCURRENCE_REQUIRED")
	endorsed := testkit.Must(db.Register.EndorseRetirement(leader, register.EndorseRetirement{RiskPointID: b.ID, ExpectedVersion: b.Version, Ground: term.RetireGroundNoRisk, Reason: "已整改"}))(t).RiskPoint
	if endorsed.Status == term.RiskStatusRetired || endorsed.Retiring == nil {
		t.Fatalf("it is %+v", endorsed)
	}
	both := testkit.Also(leader, term.RoleInspector, w.East.Unit)
	_, err = db.Register.ConcurRetirement(both, register.AnswerEndorsement{RiskPointID: b.ID, ExpectedVersion: endorsed.Version})
	wantReason(t, "who endorsed it", err, fault.Forbidden, "OWN_ENDORSEMENT")
	refused := testkit.Must(db.Register.RefuseRetirement(inspector, register.AnswerEndorsement{RiskPointID: b.ID, ExpectedVersion: endorsed.Version, Reason: "仍有风险"}))(t).RiskPoint
	if refused.Retiring != nil || refused.Status != term.RiskStatusDecided {
		t.Errorf("after the refusal it is %+v", refused)
	}
	endorsed = testkit.Must(db.Register.EndorseRetirement(leader, register.EndorseRetirement{RiskPointID: b.ID, ExpectedVersion: refused.Version, Ground: term.RetireGroundUnitEnded, Reason: "单位撤销"}))(t).RiskPoint
	done := testkit.Must(db.Register.ConcurRetirement(inspector, register.AnswerEndorsement{RiskPointID: b.ID, ExpectedVersion: endorsed.Version}))(t)
	if done.RiskPoint.Status != term.RiskStatusRetired || done.RiskPoint.RetiredReason != "单位撤销" || done.Assessment.Kind != term.AssessmentKindRetirement {
		t.Errorf("it is %+v by %+v", done.RiskPoint, done.Assessment)
	}
}

// wantReason fails the test unless err is a fault with the given code and reason, on any field.
func wantReason(t *testing.T, what string, err error, code fault.Code, reason string) {
	t.Helper()
	for _, f := range fault.All(err) {
		if f.Code == code && f.Reason == reason {
			return
		}
	}
	t.Errorf("%s: %v, want %s %s", what, err, code, reason)
}
