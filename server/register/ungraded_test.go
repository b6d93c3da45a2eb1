package register_test

import (
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/register"
	"sineng/server/testkit"
)

func TestARiskPointRecordedWithoutAnAssessmentIsDecidedOnlyAfterOne(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		u, s := w.East.Department, db.Register
		clerk := worker(t, db, "clerk", term.RoleDeptHead, u, w.East.People[0])
		other := worker(t, db, "other", term.RoleDeptHead, u, w.East.People[1])
		head := worker(t, db, "head", term.RoleDeptHead, u, w.East.People[2])
		group := testkit.As(term.RoleLeadingGroup, u)
		r := testkit.Must(s.RecordRiskPoint(clerk, register.RecordRiskPoint{UnitID: u.ID, Details: testkit.RiskDetails("未评级"), Reason: "导入自“登记表.xlsx”"}))(t).Unwrap()
		if r.Likelihood != nil || r.Severity != nil || r.Consequence != nil || r.Grade != term.Ungraded || r.ProposedGrade != term.Ungraded || r.Status != term.RiskStatusProposed {
			t.Errorf("recorded without an assessment it is %+v", r)
		}
		made := history(db, r)
		if len(made) != 1 || made[0].Kind != term.AssessmentKindRecording || made[0].Grade != term.Ungraded || made[0].ComputedGrade != term.Ungraded ||
			made[0].Likelihood != nil || made[0].Clause != register.ClauseUnassessed || made[0].Reason != "导入自“登记表.xlsx”" || *made[0].ActorID != w.East.People[0].ID {
			t.Errorf("its history is %v", made)
		}
		yes, no := true, false
		for asked, expected := range map[*bool]int64{&yes: r.ID, &no: w.East.Risks[2].ID} {
			list := testkit.Must(s.RiskPoints(group, register.RiskFilter{UnitID: &u.ID, Unassessed: asked}, nil, page(100), nil))(t)
			if len(list.Rows) != 1 || list.Rows[0].ID != expected {
				t.Errorf("asked for those not assessed, %v, the list has %v", *asked, list.Rows)
			}
		}
		for name, grades := range map[string][]term.Grade{"decidable": register.Decidable(viewer.FromContext(head), r), "endorsable": register.Endorsable(viewer.FromContext(group), r),
			"votable": register.Votable(viewer.FromContext(group), r)} {
			if len(grades) != 0 {
				t.Errorf("%s are %v", name, grades)
			}
		}
		decide := register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeC, Reason: "轻微"}
		for name, err := range map[string]error{"the head": second(s.DecideGrade(head, decide)), "the program": second(s.DecideGrade(testkit.System(), decide)),
			"an endorsement": second(s.EndorseGrade(group, register.EndorseGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeB, Reason: "一般"}))} {
			want(t, name, err, fault.InvalidTransition, "NEW_ASSESSMENT_REQUIRED", "grade")
		}
		done := testkit.Must(s.Regrade(testkit.System(), []int64{r.ID}, "规则调整"))(t)
		want(t, "computing it anew", done[0].Fault, fault.InvalidTransition, "NEW_ASSESSMENT_REQUIRED", "riskPointIds")

		// Who recorded it corrects it without a word, anybody else becomes an author too.
		r = testkit.Must(s.ReviseRiskPoint(clerk, register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version, Details: testkit.RiskDetails("未评级的")}))(t)
		r = testkit.Must(s.ReviseRiskPoint(other, register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version, Details: testkit.RiskDetails("尚未评级的")}))(t)
		if n := len(history(db, r)); n != 2 || r.Likelihood != nil || r.Outdated {
			t.Errorf("rewritten it has %d assessments: %+v", n, r)
		}
		r = testkit.Must(s.ProposeGrade(testkit.As(term.RoleStaff, u), register.ProposeGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Assessment: testkit.Minor}))(t).RiskPoint
		if r.ProposedGrade != term.GradeC || *r.Likelihood != 1 || *r.Consequence != term.ConsequenceKindMinor {
			t.Errorf("assessed it is %+v", r)
		}
		decide.ExpectedVersion = r.Version
		want(t, "who recorded it decides", second(s.DecideGrade(clerk, decide)), fault.Forbidden, "OWN_PROPOSAL", "")
		want(t, "who rewrote it decides", second(s.DecideGrade(other, decide)), fault.Forbidden, "OWN_PROPOSAL", "")
		if out, err := s.DecideGrade(head, decide); err != nil || out.RiskPoint.Grade != term.GradeC {
			t.Errorf("decided it is %+v: %v", out, err)
		}
		exact(t, db)
	})
}

// Owners, category and the texts of powers are kept as written, and changing them leaves a decided grade as it is.
func TestTextsAreKeptAsWrittenBesideOwnersAndPowers(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx, s, before := testkit.System(), db.Register, again(db, w.East.Risks[2])
		details := testkit.RiskDetails("收费")
		r := testkit.Must(s.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: w.East.Department.ID, Details: details, Assessment: &testkit.Minor}))(t)
		r = testkit.Must(s.DecideGrade(ctx, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeC}))(t).RiskPoint
		details.Category, details.DirectOwnerText, details.DepartmentOwnerText, details.LeaderOwnerText = " 三重一大决策 ", "甲一、甲二", "财务科科长", "全体班子成员"
		r = testkit.Must(s.ReviseRiskPoint(ctx, register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version, Details: details}))(t)
		if r.Category != "三重一大决策" || r.DirectOwnerText != "甲一、甲二" || r.DepartmentOwnerText != "财务科科长" || r.LeaderOwnerText != "全体班子成员" {
			t.Errorf("the texts are %+v", r)
		}
		if r.Outdated || r.Grade != term.GradeC || r.ProposedGrade != term.GradeC || len(history(db, r)) != 2 {
			t.Errorf("changing the texts made %+v", r)
		}
		m := testkit.Must(s.RecordMeasure(ctx, register.RecordMeasure{UnitID: w.East.Department.ID, Details: register.MeasureDetails{Content: "抽查", Kind: term.MeasureKindOversight,
			Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral, OwnerText: "各科室负责人", SupervisorText: "纪检组", RiskPointIds: []int64{before.ID}}}))(t)
		if m.OwnerText != "各科室负责人" || m.SupervisorText != "纪检组" {
			t.Errorf("the owners of the measure are %+v", m)
		}
		p := testkit.Must(s.RegisterPower(ctx, register.RegisterPower{UnitID: w.East.Department.ID, Details: register.PowerDetails{Code: "QZ-1", Name: "处罚", Type: term.PowerTypePenalty,
			Discretion: term.DiscretionNone, Responsibilities: "1.立案责任", Accountability: "违反规定程序实施处罚的"}}))(t)
		if p.Responsibilities != "1.立案责任" || p.Accountability != "违反规定程序实施处罚的" {
			t.Errorf("the texts of the power are %+v", p)
		}

		long := strings.Repeat("长", 4001)
		details.Category, details.DirectOwnerText, details.DepartmentOwnerText, details.LeaderOwnerText = long, long, long, long
		_, err := s.ReviseRiskPoint(ctx, register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version, Details: details})
		for _, field := range []string{"category", "directOwnerText", "departmentOwnerText", "leaderOwnerText"} {
			want(t, field, err, fault.Invalid, "TOO_LONG", "details."+field)
		}
		_, err = s.RecordMeasure(ctx, register.RecordMeasure{UnitID: w.East.Department.ID, Details: register.MeasureDetails{OwnerText: long, SupervisorText: long}})
		for _, field := range []string{"ownerText", "supervisorText"} {
			want(t, field, err, fault.Invalid, "TOO_LONG", "details."+field)
		}
		_, err = s.RegisterPower(ctx, register.RegisterPower{UnitID: w.East.Department.ID, Details: register.PowerDetails{Responsibilities: long, Accountability: long}})
		for _, field := range []string{"responsibilities", "accountability"} {
			want(t, field, err, fault.Invalid, "TOO_LONG", "details."+field)
		}
		exact(t, db)
	})
}
