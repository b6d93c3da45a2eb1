package register_test

import (
	"context"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/register"
	"sineng/server/testkit"
)

func TestBIsEndorsedByALeaderAndConcurredWithByAnInspector(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		u, s := w.East.Department, db.Register
		leader := worker(t, db, "leader", term.RoleLeaderInCharge, u, w.East.People[0])
		staff := worker(t, db, "staff", term.RoleStaff, u, w.East.People[1])
		inspector := worker(t, db, "inspector", term.RoleInspector, w.East.Unit, w.East.People[2])
		both := testkit.Also(leader, term.RoleInspector, u)
		own := testkit.Also(staff, term.RoleInspector, u)
		in := register.GradeInputs{Likelihood: 3, Severity: 2, Consequence: term.ConsequenceKindMinor}
		r := testkit.Must(s.RecordRiskPoint(staff, register.RecordRiskPoint{UnitID: u.ID, Details: testkit.RiskDetails("会签"), Assessment: &in}))(t)
		endorse := func(ctx context.Context, g term.Grade, reason string) error {
			out, err := s.EndorseGrade(ctx, register.EndorseGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: g, Reason: reason})
			if err == nil {
				r = out.RiskPoint
			}
			return err
		}
		answer := func(how func(context.Context, register.AnswerEndorsement) (*register.Assessed, error), ctx context.Context, reason string) error {
			out, err := how(ctx, register.AnswerEndorsement{RiskPointID: r.ID, ExpectedVersion: r.Version, Reason: reason})
			if err == nil {
				r = out.RiskPoint
			}
			return err
		}
		want(t, "concurring with nothing", answer(s.ConcurGrade, inspector, ""), fault.InvalidTransition, "NOT_ENDORSED", "riskPointId")
		want(t, "staff endorses", endorse(staff, term.GradeB, ""), fault.Forbidden, "NOT_PERMITTED", "grade")
		want(t, "A is endorsed", endorse(testkit.As(term.RoleLeadingGroup, u), term.GradeA, "x"), fault.InvalidTransition, "MEETING_REQUIRED", "grade")
		want(t, "C is endorsed", endorse(leader, term.GradeC, "x"), fault.InvalidTransition, "NO_CONCURRENCE_NEEDED", "grade")
		if err := endorse(leader, term.GradeB, ""); err != nil {
			t.Fatal(err)
		}
		if r.Grade != term.Ungraded || r.EndorsedGrade != term.GradeB {
			t.Errorf("an endorsement made %+v", r)
		}
		want(t, "the leader concurs", answer(s.ConcurGrade, leader, ""), fault.Forbidden, "NOT_PERMITTED", "")
		want(t, "who endorsed concurs", answer(s.ConcurGrade, both, ""), fault.Forbidden, "OWN_ENDORSEMENT", "")
		want(t, "who proposed concurs", answer(s.ConcurGrade, own, ""), fault.Forbidden, "OWN_PROPOSAL", "")
		want(t, "refusing without a reason", answer(s.RefuseGrade, inspector, " "), fault.Invalid, "REQUIRED", "reason")
		if err := answer(s.RefuseGrade, inspector, "依据不足"); err != nil || r.EndorsedGrade != term.Ungraded || r.Grade != term.Ungraded {
			t.Fatalf("after the refusal %+v: %v", r, err)
		}
		if err := endorse(leader, term.GradeB, ""); err != nil {
			t.Fatal(err)
		}
		// A new proposal cancels the endorsement.
		r = testkit.Must(s.ProposeGrade(staff, register.ProposeGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Assessment: in}))(t).RiskPoint
		want(t, "concurring after a new proposal", answer(s.ConcurGrade, inspector, ""), fault.InvalidTransition, "NOT_ENDORSED", "riskPointId")
		if err := endorse(leader, term.GradeB, ""); err != nil {
			t.Fatal(err)
		}
		if err := answer(s.ConcurGrade, inspector, ""); err != nil || r.Grade != term.GradeB || r.EndorsedGrade != term.Ungraded || r.Status != term.RiskStatusDecided {
			t.Fatalf("after the concurrence %+v: %v", r, err)
		}
		var kinds []term.AssessmentKind
		for _, a := range history(db, r) {
			kinds = append(kinds, a.Kind)
		}
		if len(kinds) != 7 || kinds[1] != term.AssessmentKindEndorsement || kinds[2] != term.AssessmentKindRefusal || kinds[6] != term.AssessmentKindDecision {
			t.Errorf("the history is %v", kinds)
		}
		// Lowering B needs both people again, and a new assessment first.
		want(t, "lowering at once", endorse(leader, term.GradeC, "已整改"), fault.InvalidTransition, "NEW_ASSESSMENT_REQUIRED", "grade")
		r = testkit.Must(s.ProposeGrade(staff, register.ProposeGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Assessment: testkit.Minor}))(t).RiskPoint
		want(t, "lowering without a reason", endorse(leader, term.GradeC, ""), fault.Invalid, "REASON_REQUIRED", "reason")
		if err := endorse(leader, term.GradeC, "已整改"); err != nil {
			t.Fatal(err)
		}
		if err := answer(s.ConcurGrade, inspector, ""); err != nil || r.Grade != term.GradeC {
			t.Errorf("lowered to %s: %v", r.Grade, err)
		}
		exact(t, db)
	})
}

func TestARecipeOfABodyIsPreviewedSetAndFollowedByWhatIsProposedFromThenOn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		s, city := db.Register, w.East.City
		group, staff := testkit.As(term.RoleLeadingGroup, w.East.Unit), testkit.As(term.RoleStaff, w.East.Unit)
		three := register.GradeInputs{Likelihood: 3, Severity: 5, Consequence: term.ConsequenceKindMinor} // worse-of B, product 15
		make := func(u *ent.Unit, in register.GradeInputs) *ent.RiskPoint {
			return testkit.Must(s.RecordRiskPoint(staff, register.RecordRiskPoint{UnitID: u.ID, Details: testkit.RiskDetails("规则"), Assessment: &in}))(t).Unwrap()
		}
		in, below, outside := make(city, three), make(w.East.Department, three), make(w.East.Unit, three)
		if in.ProposedGrade != term.GradeB {
			t.Fatalf("the built-in recipe gives %s", in.ProposedGrade)
		}
		before := snapshot(t, db)
		preview := func(u *ent.Unit, name string, b register.Bounds) *register.RecipePreview {
			return testkit.Must(s.PreviewRecipe(group, register.PreviewRecipe{UnitID: u.ID, Name: name, Bounds: b}, page(10), nil))(t)
		}
		product := register.Bounds{A: 15, B: 8}
		p := preview(city, "product", product)
		// The test world's two risk points are A by either recipe.
		if p.Total() != 4 || p.Changed() != 2 || len(p.Changing.Rows) != 2 || p.InForce.Name != "worse-of" || p.InForce.Set != nil || p.Would.Version != 2 {
			t.Errorf("the preview is %+v", p)
		}
		for _, r := range p.Changing.Rows {
			if now, would := p.Grades(r); now != term.GradeB || would != term.GradeA || r.ID != in.ID && r.ID != below.ID {
				t.Errorf("%d would change from %s to %s", r.ID, now, would)
			}
		}
		if snapshot(t, db) != before {
			t.Error("a preview wrote something")
		}
		set := func(ctx context.Context, u *ent.Unit, version int, name string, b register.Bounds, reason string) error {
			_, err := s.SetRecipe(ctx, register.SetRecipe{UnitID: u.ID, ExpectedVersion: version, Name: name, Bounds: b, Reason: reason})
			return err
		}
		want(t, "a leader sets it", set(testkit.As(term.RolePrincipalLeader, w.East.Unit), city, 1, "product", product, "x"), fault.Forbidden, "NOT_PERMITTED", "")
		want(t, "no reason", set(group, city, 1, "product", product, " "), fault.Invalid, "REQUIRED", "reason")
		want(t, "an unknown recipe", set(group, city, 1, "count", product, "x"), fault.Invalid, "UNKNOWN_RECIPE", "name")
		want(t, "A out of reach", set(group, city, 1, "worse-of", register.Bounds{A: 6, B: 3}, "x"), fault.Invalid, "OUT_OF_RANGE", "bounds.a")
		want(t, "B at A", set(group, city, 1, "worse-of", register.Bounds{A: 4, B: 4}, "x"), fault.Invalid, "OUT_OF_RANGE", "bounds.b")
		want(t, "the recipe in force", set(group, city, 1, "worse-of", register.Bounds{A: 4, B: 3}, "x"), fault.Invalid, "RECIPE_UNCHANGED", "bounds")
		if err := set(group, city, 1, "product", product, "统一口径"); err != nil {
			t.Fatal(err)
		}
		want(t, "a stale version", set(group, city, 1, "worse-of", register.Bounds{A: 5, B: 3}, "x"), fault.Conflict, "STALE_VERSION", "expectedVersion")
		if r := again(db, in); r.ProposedGrade != term.GradeB || r.Version != in.Version {
			t.Errorf("setting a recipe changed %+v", r)
		}
		// The nearest unit's version applies; units beside and above it are unchanged.
		for u, name := range map[*ent.Unit]string{city: "product", w.East.Department: "product", w.East.Unit: "worse-of", w.West.City: "worse-of"} {
			if got := testkit.Must(s.RecipeOn(testkit.System(), u.ID))(t); got.Name != name {
				t.Errorf("on %s %s is in force", u.Name, got.Name)
			}
		}
		fresh := make(w.East.Department, three)
		if a := history(db, fresh)[0]; fresh.ProposedGrade != term.GradeA || a.Rule != "product" || a.RuleVersion != 2 || a.ComputedGrade != term.GradeA {
			t.Errorf("a new proposal is %+v", a)
		}
		// The preview of the unit above leaves out units with a recipe of their own.
		if p := preview(w.East.Unit, "product", product); p.Total() != 2 || p.Changed() != 1 || p.Changing.Rows[0].ID != outside.ID {
			t.Errorf("above it the preview is %+v", p)
		}
		done := testkit.Must(s.Regrade(group, []int64{in.ID, fresh.ID, w.West.Risks[0].ID}, "规则调整"))(t)
		if len(done) != 3 || done[0].Assessed == nil || done[0].Assessed.RiskPoint.ProposedGrade != term.GradeA || done[0].Assessed.RiskPoint.Grade != term.Ungraded ||
			done[1].Assessed != nil || done[1].Fault != nil || !fault.Is(done[2].Fault, fault.NotFound) {
			t.Errorf("graded again: %+v", done)
		}
		_, err := s.Regrade(group, nil, "x")
		want(t, "none", err, fault.Invalid, "REQUIRED", "riskPointIds")
		if err := set(group, city, 2, "worse-of", register.Bounds{A: 5, B: 3}, "复原"); err != nil {
			t.Error(err)
		}
		if all := testkit.Must(s.RecipeVersions(staff, city.ID, page(10), nil))(t); len(all.Rows) != 2 || all.Rows[0].Number != 3 {
			t.Errorf("the versions are %v", all.Rows)
		}
		exact(t, db)
	})
}

func TestEveryBoundOfARecipeKeepsEveryGradePossible(t *testing.T) {
	for name, most := range map[string]int{"worse-of": 5, "product": 25} {
		for a := -1; a <= 27; a++ {
			for b := -1; b <= 27; b++ {
				r, err := register.NewRecipe(name, 7, register.Bounds{A: a, B: b})
				if fits := b >= 2 && b < a && a >= 3 && a <= most; fits != (err == nil) {
					t.Errorf("%s from %d, %d: %v", name, a, b, err)
				} else if !fits {
					continue
				}
				seen := map[term.Grade]bool{}
				for l := 1; l <= 5; l++ {
					for v := 1; v <= 5; v++ {
						value := l
						if name == "product" {
							value = l * v
						}
						want := term.GradeC
						if value >= a {
							want = term.GradeA
						} else if value >= b {
							want = term.GradeB
						}
						got := r.Grade(register.GradeInputs{Likelihood: l, Severity: v, Consequence: term.ConsequenceKindMinor}).Grade
						if seen[got] = true; got != want {
							t.Errorf("%s from %d, %d gives %s for %d, %d", name, a, b, got, l, v)
						}
					}
				}
				if !seen[term.GradeC] || !seen[term.GradeA] {
					t.Errorf("%s from %d, %d never gives every grade", name, a, b)
				}
			}
		}
	}
}
