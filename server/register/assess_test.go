package register_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/assessment"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/register"
	"sineng/server/testkit"
)

// history are the assessments of a risk point, the oldest first.
func history(db *testkit.DB, r *ent.RiskPoint) []*ent.Assessment {
	return db.Client.Assessment.Query().Where(assessment.RiskPointID(r.ID)).Order(ent.Asc(assessment.FieldAt, assessment.FieldID)).AllX(testkit.System())
}

func TestWhoDecidesWhichGrade(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	tier := map[term.Role]int{term.RoleStaff: 1, term.RoleDeptHead: 2, term.RoleLeaderInCharge: 3, term.RolePrincipalLeader: 4, term.RoleLeadingGroup: 5}
	least := map[term.Grade]int{term.GradeA: 5, term.GradeB: 3, term.GradeC: 2, term.Ungraded: 0}
	for _, role := range term.Role("").Values() {
		role := term.Role(role)
		ctx := testkit.As(role, w.East.City)
		for _, present := range []term.Grade{term.Ungraded, term.GradeA, term.GradeB, term.GradeC} {
			for _, decided := range []term.Grade{term.GradeA, term.GradeB, term.GradeC} {
				r := graded(t, db, w.East.Department, present)
				needs := least[decided]
				if present < decided {
					needs = least[present]
				}
				out, err := db.Register.DecideGrade(ctx, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: decided, Reason: "复核"})
				what := fmt.Sprintf("%s decides %s where %s stood", role, decided, present)
				switch {
				case role == term.RoleSystemAdmin || role == term.RoleSecurityAdmin || role == term.RoleAuditor:
					// A viewer who may not read the register is refused earlier.
					if err == nil {
						t.Errorf("%s: it was allowed", what)
					}
				case tier[role] < needs:
					// The refusal names the tier that decides.
					want(t, what, err, fault.Forbidden, "NOT_PERMITTED", "grade")
					tier := map[int]string{5: "领导小组会议", 3: "分管领导", 2: "部门负责人"}[needs]
					if all := fault.All(err); len(all) != 1 || !strings.Contains(all[0].ZH, tier) {
						t.Errorf("%s: refused as %v", what, err)
					}
				case needs == least[term.GradeA]:
					want(t, what, err, fault.InvalidTransition, "MEETING_REQUIRED", "grade")
				case needs == least[term.GradeB]:
					want(t, what, err, fault.InvalidTransition, "CONCURRENCE_REQUIRED", "grade")
				case err != nil:
					t.Errorf("%s: %v", what, err)
				case out.RiskPoint.Grade != decided || out.RiskPoint.Status != term.RiskStatusDecided || out.Assessment.ActorRole == nil || *out.Assessment.ActorRole != role:
					t.Errorf("%s: %+v by %v", what, out.RiskPoint, out.Assessment.ActorRole)
				}
				if after := again(db, r); err != nil && (after.Grade != r.Grade || after.Version != r.Version) {
					t.Errorf("%s: refused, and still the grade is %s", what, after.Grade)
				}
			}
		}
	}
	exact(t, db)
}

func TestNobodyDecidesWhatTheyProposedThemself(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		account := func(name string) int64 {
			return db.Raw.Client.Account.Create().SetLoginName(name).SetPasswordHash("x").SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).SaveX(testkit.System()).ID
		}
		proposer, other := testkit.As(term.RoleLeaderInCharge, w.East.City), testkit.As(term.RoleLeaderInCharge, w.East.City)
		viewer.FromContext(proposer).AccountID, viewer.FromContext(other).AccountID = account("proposer"), account("other")
		r := testkit.Must(db.Register.RecordRiskPoint(proposer, register.RecordRiskPoint{
			UnitID: w.East.Department.ID, Details: testkit.RiskDetails("自评"), Assessment: &testkit.Minor}))(t)
		decide := func(ctx context.Context, r *ent.RiskPoint) (*register.Assessed, error) {
			return db.Register.DecideGrade(ctx, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeC})
		}
		_, err := decide(proposer, r)
		want(t, "deciding what one recorded", err, fault.Forbidden, "OWN_PROPOSAL", "")
		after := testkit.Must(decide(other, r))(t).RiskPoint
		// Whoever decided may propose again, and then may not decide.
		after = testkit.Must(db.Register.ProposeGrade(other, register.ProposeGrade{RiskPointID: r.ID, ExpectedVersion: after.Version, Assessment: testkit.Minor}))(t).RiskPoint
		_, err = decide(other, after)
		want(t, "deciding what one proposed again", err, fault.Forbidden, "OWN_PROPOSAL", "")
		testkit.Must(decide(proposer, after))(t)
	})
}

func TestLoweringAndDepartingFromTheRecipeNeedAReason(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		decide := func(r *ent.RiskPoint, g term.Grade, reason string) (*register.Assessed, error) {
			return db.Register.DecideGrade(testkit.System(), register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: again(db, r).Version, Grade: g, Reason: reason})
		}
		r := record(t, db, w.East.Department, testkit.Minor) // the recipe gives C
		for _, empty := range []string{"", "  \n\t"} {
			_, err := decide(r, term.GradeB, empty)
			want(t, "departing without a reason", err, fault.Invalid, "REASON_REQUIRED", "reason")
		}
		out := testkit.Must(decide(r, term.GradeB, " 曾有投诉 "))(t)
		if a := out.Assessment; a.Rule != register.RuleJudgement || a.Clause != "departs from worse-of" || a.Reason != "曾有投诉" || a.ComputedGrade != term.GradeC || a.PreviousGrade != term.Ungraded {
			t.Errorf("a departing decision is noted as %+v", a)
		}
		_, err := decide(r, term.GradeC, "")
		want(t, "lowering without a reason to what the recipe gives", err, fault.Invalid, "REASON_REQUIRED", "reason")
		out = testkit.Must(decide(r, term.GradeC, "已整改"))(t)
		if a := out.Assessment; a.Rule != "worse-of" || a.RuleVersion != 1 || a.Clause != "consequence=MINOR" || a.PreviousGrade != term.GradeB {
			t.Errorf("a decision by the recipe is noted as %+v", a)
		}
		_, err = decide(r, term.GradeC, strings.Repeat("长", 2001))
		want(t, "a reason that is too long", err, fault.Invalid, "TOO_LONG", "reason")
		exact(t, db)
	})
}

func TestAssessmentsAreAddedAndSayWhoDecidedByWhatAndNeverChange(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		u := w.East.Department
		account := db.Raw.Client.Account.Create().SetLoginName("staff").SetPasswordHash("x").SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).SaveX(testkit.System())
		staff := testkit.AsPerson(term.RoleStaff, u, w.East.People[2])
		viewer.FromContext(staff).AccountID = account.ID
		began := db.Now()
		in := register.GradeInputs{Likelihood: 3, Severity: 2, Consequence: term.ConsequenceKindMinor}
		r := testkit.Must(db.Register.RecordRiskPoint(staff, register.RecordRiskPoint{UnitID: u.ID, Details: testkit.RiskDetails("自评"), Assessment: &in, Reason: "日常自查"}))(t)
		if r.Grade != term.Ungraded || r.ProposedGrade != term.GradeB || r.Status != term.RiskStatusProposed {
			t.Errorf("a new risk point is %+v", r)
		}
		first := history(db, r)
		if len(first) != 1 {
			t.Fatalf("a new risk point has %d assessments", len(first))
		}
		a := first[0]
		if a.Kind != term.AssessmentKindProposal || a.Grade != term.GradeB || a.PreviousGrade != term.Ungraded || a.ComputedGrade != term.GradeB ||
			*a.Likelihood != 3 || *a.Severity != 2 || *a.Consequence != term.ConsequenceKindMinor || a.UnlimitedPower || a.PastBreach ||
			a.Rule != "worse-of" || a.RuleVersion != 1 || a.Clause != "likelihood=3" || a.Reason != "日常自查" ||
			a.ActorID == nil || *a.ActorID != w.East.People[2].ID || a.AccountID == nil || *a.AccountID != account.ID ||
			a.ActorName != w.East.People[2].Name || a.ActorRole == nil || *a.ActorRole != term.RoleStaff || !a.At.After(began) || a.UnitID != u.ID || a.L3 != u.ID {
			t.Errorf("the proposal is noted as %+v", a)
		}
		breach := in
		breach.PastBreach, breach.UnlimitedPower = true, true
		r = testkit.Must(db.Register.ProposeGrade(staff, register.ProposeGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Assessment: breach, Reason: "发生过"}))(t).RiskPoint
		if r.Grade != term.Ungraded || r.ProposedGrade != term.GradeA || !r.PastBreach || r.Status != term.RiskStatusProposed {
			t.Errorf("after a second proposal the risk point is %+v", r)
		}
		r = testkit.Must(db.Register.DecideGrade(testkit.System(), register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeA}))(t).RiskPoint
		all := history(db, r)
		if len(all) != 3 || all[1].Clause != "override:past-breach" || !all[1].UnlimitedPower || all[2].Kind != term.AssessmentKindDecision || all[2].ActorRole != nil || all[2].ActorName != "system" {
			t.Errorf("the history is %+v", all)
		}
		if !reflect.DeepEqual(strip(all[0]), strip(first[0])) {
			t.Errorf("the first assessment changed from %+v to %+v", first[0], all[0])
		}
		if r.Grade != all[2].Grade || r.Status != term.RiskStatusDecided {
			t.Errorf("the grade is %s, the newest decision says %s", r.Grade, all[2].Grade)
		}
		// A proposal after the decision changes the proposed grade, not the decided one.
		r = testkit.Must(db.Register.ProposeGrade(staff, register.ProposeGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Assessment: testkit.Minor}))(t).RiskPoint
		if r.Grade != term.GradeA || r.ProposedGrade != term.GradeC || r.Status != term.RiskStatusDecided {
			t.Errorf("a proposal made of a decided risk point %+v", r)
		}
		exact(t, db)
	})
}

// strip is the content of an assessment.
func strip(a *ent.Assessment) string { return a.String() }

func TestInputsOutOfRangeAreRefusedFieldByField(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	for _, n := range []int{-1, 0, 6, 100} {
		in := testkit.Minor
		in.Likelihood, in.Severity = n, n
		_, err := db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: w.East.Unit.ID, Details: register.RiskDetails{}, Assessment: &in})
		for _, field := range []string{"details.title", "details.manifestation", "details.foundBy", "assessment.likelihood", "assessment.severity"} {
			want(t, fmt.Sprint(n), err, fault.Invalid, "", field)
		}
		r := w.East.Risks[0]
		_, err = db.Register.ProposeGrade(testkit.System(), register.ProposeGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Assessment: in})
		want(t, fmt.Sprint(n), err, fault.Invalid, "OUT_OF_RANGE", "assessment.likelihood")
	}
}

func TestRewritingARiskPointKeepsItsGradeAsOutdated(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		before := again(db, w.East.Risks[2])
		out, err := db.Register.ReviseRiskPoint(testkit.As(term.RoleStaff, w.East.Department), register.ReviseRiskPoint{ID: before.ID, ExpectedVersion: before.Version,
			Details: testkit.RiskDetails("改写", func(d *register.RiskDetails) { d.RiskTypes = []term.RiskType{term.RiskTypeMoral, term.RiskTypeProcess} })})
		if err != nil {
			t.Fatal(err)
		}
		if out.Grade != before.Grade || !out.Outdated || out.ProposedGrade != term.Ungraded || out.Status != before.Status || *out.Likelihood != *before.Likelihood || out.Controlled != before.Controlled {
			t.Errorf("revising made of %+v %+v", before, out)
		}
		if out.RiskTypes != "MORAL,PROCESS" || out.PowerID != nil || out.StepID != nil || out.PowerType != "" || out.PostID != nil || out.PersonID != nil ||
			out.DirectOwnerID != nil || out.DepartmentOwnerID != nil || out.LeaderOwnerID != nil || out.Version != before.Version+1 || !out.UpdatedAt.After(before.UpdatedAt) {
			t.Errorf("what was left out stayed: %+v", out)
		}
		out = out.Unwrap()
		if n := out.QueryExposedPosts().CountX(testkit.System()) + out.QueryExposedPersons().CountX(testkit.System()); n != 0 {
			t.Errorf("%d exposed posts and persons stayed", n)
		}
		if n := len(history(db, out)); n != 3 {
			t.Errorf("there are %d assessments, want two and the rewriting", n)
		}
		exact(t, db)
	})
}

func TestRetiringNeedsTheTierThatDecided(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		for _, c := range []struct {
			grade term.Grade
			may   []term.Role
			not   []term.Role
		}{
			{term.Ungraded, []term.Role{term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader}, []term.Role{term.RoleInspector}},
			{term.GradeC, []term.Role{term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader}, []term.Role{term.RoleStaff}},
			// B and A take two hands, see separation_test.go.
			{term.GradeB, nil, []term.Role{term.RoleStaff, term.RoleDeptHead}},
			{term.GradeA, nil, []term.Role{term.RoleStaff, term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader}},
		} {
			for _, role := range append(c.may, c.not...) {
				r := graded(t, db, w.East.Department, c.grade)
				_, err := db.Register.RetireRiskPoint(testkit.As(role, w.East.City), r.ID, r.Version, " ")
				want(t, "retiring without a reason", err, fault.Invalid, "REQUIRED", "reason")
				out, err := db.Register.RetireRiskPoint(testkit.As(role, w.East.City), r.ID, r.Version, " 职权取消 ")
				may := false
				for _, m := range c.may {
					may = may || m == role
				}
				if !may {
					want(t, fmt.Sprintf("%s retires %s", role, c.grade), err, fault.Forbidden, "", "")
					continue
				}
				if err != nil {
					t.Errorf("%s retires %s: %v", role, c.grade, err)
					continue
				}
				if out.Status != term.RiskStatusRetired || out.RetiredReason != "职权取消" || out.RetiredAt == nil || out.Grade != c.grade {
					t.Errorf("%s retires %s: %+v", role, c.grade, out)
				}
				_, err = db.Register.ReviseRiskPoint(testkit.System(), register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: out.Version, Details: testkit.RiskDetails("再改")})
				want(t, "revising what is retired", err, fault.InvalidTransition, "RISK_RETIRED", "id")
				_, err = db.Register.RetireRiskPoint(testkit.System(), r.ID, out.Version, "再次")
				want(t, "retiring twice", err, fault.InvalidTransition, "RISK_RETIRED", "id")
				_, err = db.Register.DecideGrade(testkit.System(), register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: out.Version, Grade: term.GradeA, Reason: "x"})
				want(t, "deciding what is retired", err, fault.InvalidTransition, "RISK_RETIRED", "riskPointId")
				_, err = db.Register.ProposeGrade(testkit.System(), register.ProposeGrade{RiskPointID: r.ID, ExpectedVersion: out.Version, Assessment: testkit.Crime})
				want(t, "proposing for what is retired", err, fault.InvalidTransition, "RISK_RETIRED", "riskPointId")
			}
		}
		exact(t, db)
	})
}

func TestTheGradeOfAFileIsNotedWhileNoneWasDecidedAndDecidesNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		for _, who := range []context.Context{testkit.As(term.RoleDeptHead, w.East.Department), testkit.As(term.RoleLeaderInCharge, w.East.City), testkit.System()} {
			for _, present := range []term.Grade{term.Ungraded, term.GradeA, term.GradeB, term.GradeC} {
				r := graded(t, db, w.East.Department, present)
				before := len(history(db, r))
				out, err := db.Register.NotePaperGrade(who, register.NotePaperGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeB, Source: "公布的登记表"})
				if present != term.Ungraded {
					want(t, "noting a grade over "+string(present), err, fault.InvalidTransition, "GRADE_DECIDED", "riskPointId")
					continue
				}
				if err != nil {
					t.Fatal(err)
				}
				if *out.PaperGrade != term.GradeB || register.RiskStateOf(out) != register.RiskStateOf(r) || len(history(db, r)) != before {
					t.Errorf("noted as %+v, was %+v", out, r)
				}
			}
		}
		exact(t, db)
	})
}
