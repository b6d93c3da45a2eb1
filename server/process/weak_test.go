package process_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/process"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

// weak are the steps that a page of 100 tells, as "power/step grade tier code …".
func weak(t *testing.T, db *testkit.DB, ctx context.Context, u *ent.Unit, f process.WeakFilter) []string {
	t.Helper()
	w := testkit.Must(db.Processes.Weak(ctx, u.ID))(t)
	out := []string{}
	for _, step := range testkit.Must(w.Steps(ctx, f, store.Page{First: 100}))(t).Rows {
		out = append(out, told(step))
	}
	return out
}

func told(w *process.WeakStep) string {
	parts := []string{fmt.Sprintf("%s %s %s", w.Step.Name, w.Defence.Grade, w.Tier)}
	for _, c := range codes(w.Defence) {
		parts = append(parts, string(c))
	}
	return strings.Join(parts, " ")
}

func TestWeaklyGuardedStepsOfAUnitAreToldByTheTierThatAnswers(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		u, ctx, power := w.East.Department, testkit.System(), w.East.Powers[2]
		// The person of the department heads it and holds the post of both steps; the city has a leader in charge.
		a := "东2审批 A PRINCIPAL_LEADER UNDEFENDED WIDE_DISCRETION UNSUPERVISED"
		got := weak(t, db, ctx, u, process.WeakFilter{})
		if !slices.Equal(got, []string{a}) {
			t.Fatalf("the department's weak steps are %q, not %q", got, a)
		}
		record(t, db, u, func(d *register.RiskDetails) {
			key := "1"
			d.Title, d.PowerID, d.StepKey = "受理时刁难", &power.ID, &key
		})
		u1 := "东2受理 U LEADER_IN_CHARGE UNDEFENDED"
		if got := weak(t, db, ctx, u, process.WeakFilter{}); !slices.Equal(got, []string{a, u1}) {
			t.Errorf("the department's weak steps are %q", got)
		}
		yes := true
		for _, c := range []struct {
			what string
			f    process.WeakFilter
			want []string
		}{
			{"of a tier", process.WeakFilter{Tiers: []term.Role{term.RoleLeaderInCharge}}, []string{u1}},
			{"of a grade", process.WeakFilter{Grades: []term.Grade{term.GradeA}}, []string{a}},
			{"not graded", process.WeakFilter{Ungraded: &yes}, []string{u1}},
			{"of grades and not graded", process.WeakFilter{Grades: []term.Grade{term.GradeA}, Ungraded: &yes}, []string{a, u1}},
			{"of a grade and another tier", process.WeakFilter{Grades: []term.Grade{term.GradeA}, Tiers: []term.Role{term.RoleLeaderInCharge}}, []string{}},
		} {
			if got := weak(t, db, ctx, u, c.f); !slices.Equal(got, c.want) {
				t.Errorf("%s: %q, not %q", c.what, got, c.want)
			}
		}
		all := testkit.Must(db.Processes.Weak(ctx, w.East.Unit.ID))(t)
		counts := []process.WeakCount{{Tier: term.RoleLeaderInCharge, Grade: term.Ungraded, Count: 1}}
		for _, c := range all.Counts() {
			if c.Grade != term.GradeA {
				if c != counts[0] {
					t.Errorf("beside A there are %+v", c)
				}
			} else if c.Tier.Tier() < term.RolePrincipalLeader.Tier() {
				t.Errorf("%s answers for %d steps of grade A", c.Tier, c.Count)
			}
		}
		if all.StepCount != 6 || len(testkit.Must(all.Steps(ctx, process.WeakFilter{}, store.Page{First: 10}))(t).Rows) != 4 {
			t.Errorf("in the province %d steps were looked at, %+v", all.StepCount, all.Counts())
		}
		for _, r := range db.Client.RiskPoint.Query().Where(riskpoint.PowerID(power.ID)).AllX(ctx) {
			testkit.Must(db.Register.RetireRiskPoint(ctx, r.ID, r.Version, "合并"))(t)
		}
		bare := "东2审批 U LEADER_IN_CHARGE WIDE_DISCRETION UNSUPERVISED"
		if got := weak(t, db, ctx, u, process.WeakFilter{}); !slices.Equal(got, []string{bare}) {
			t.Errorf("without risk points are told %q", got)
		}
		testkit.Must(db.Register.RetirePower(ctx, power.ID, db.Client.Power.GetX(ctx, power.ID).Version, db.Today()))(t)
		if got := weak(t, db, ctx, u, process.WeakFilter{}); len(got) != 0 {
			t.Errorf("of a retired power are told %q", got)
		}
	})
}

func TestTheTierThatAnswersForAStepIsTheNextOneUpThatDoesNotHoldIt(t *testing.T) {
	const head, leader, principal, granted = 1, 2, 3, 4
	path := authz.Levels{10, 20}
	facts := func(kinds ...term.PortfolioKind) *office.Facts {
		f := &office.Facts{Accounts: []office.Account{{ID: 99, Person: granted}}}
		for i, kind := range []term.PortfolioKind{term.PortfolioKindHead, term.PortfolioKindInCharge, term.PortfolioKindPrincipal} {
			if slices.Contains(kinds, kind) {
				f.Portfolios = append(f.Portfolios, office.Portfolio{ID: int64(i), Person: int64(i + 1), Unit: []int64{20, 20, 10}[i], Kind: kind})
			}
		}
		return f
	}
	all := facts(term.PortfolioKindHead, term.PortfolioKindInCharge, term.PortfolioKindPrincipal)
	byGrant := facts()
	byGrant.Roles = []office.Role{{ID: 1, Account: 99, Unit: 20, Role: term.RoleDeptHead}, {ID: 2, Account: 99, Unit: 30, Role: term.RoleLeaderInCharge}}
	for _, c := range []struct {
		what    string
		f       *office.Facts
		grade   term.Grade
		holders []int64
		want    term.Role
	}{
		{"C", all, term.GradeC, nil, term.RoleDeptHead},
		{"B", all, term.GradeB, nil, term.RoleLeaderInCharge},
		{"A", all, term.GradeA, nil, term.RolePrincipalLeader},
		{"not graded", all, term.Ungraded, []int64{leader}, term.RoleDeptHead},
		{"C that the head holds", all, term.GradeC, []int64{9, head}, term.RoleLeaderInCharge},
		{"C that the head and the leader in charge hold", all, term.GradeC, []int64{head, leader}, term.RolePrincipalLeader},
		{"B that the head holds", all, term.GradeB, []int64{head}, term.RoleLeaderInCharge},
		{"A that the principal leader holds", all, term.GradeA, []int64{principal}, term.RoleLeadingGroup},
		{"C without a head", facts(term.PortfolioKindInCharge), term.GradeC, nil, term.RoleLeaderInCharge},
		{"C without anybody", facts(), term.GradeC, nil, term.RoleLeadingGroup},
		{"C with a head by grant", byGrant, term.GradeC, nil, term.RoleDeptHead},
		{"C that the head by grant holds", byGrant, term.GradeC, []int64{granted}, term.RoleLeadingGroup},
	} {
		if got := process.Answering(c.f.At(path), 20, c.grade, c.holders); got != c.want {
			t.Errorf("%s: %s answers, not %s", c.what, got, c.want)
		}
	}
}

func TestWeakStepsArePagedWithoutLossInAnyNumberOfUnits(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	ctx := testkit.System()
	statements := func() int {
		db.Statements.Reset()
		testkit.Must(db.Processes.Weak(testkit.As(term.RolePrincipalLeader, w.East.Unit), w.East.Unit.ID))(t)
		return len(db.Statements.Seen())
	}
	before := statements()
	for i := range 7 {
		w.East.Add(t, db, w.East.City, fmt.Sprintf("E2%d", i), fmt.Sprintf("科%d", i), term.UnitKindDepartment)
	}
	if after := statements(); after != before {
		t.Errorf("more units take %d statements, not %d", after, before)
	}
	all := testkit.Must(db.Processes.Weak(ctx, w.East.Unit.ID))(t)
	whole := testkit.Must(all.Steps(ctx, process.WeakFilter{}, store.Page{First: 100}))(t)
	if len(whole.Rows) != 10 || whole.HasNext {
		t.Fatalf("there are %d weak steps", len(whole.Rows))
	}
	var paged []int64
	after := ""
	for {
		// Each page is asked for anew.
		again := testkit.Must(db.Processes.Weak(ctx, w.East.Unit.ID))(t)
		page := testkit.Must(again.Steps(ctx, process.WeakFilter{}, store.Page{First: 3, After: after}))(t)
		if n := testkit.Must(page.Count(ctx))(t); n != 10 {
			t.Errorf("%d weak steps are counted", n)
		}
		for _, step := range page.Rows {
			paged = append(paged, step.Step.ID)
		}
		if !page.HasNext {
			break
		}
		after = page.Cursors[len(page.Cursors)-1]
	}
	for i, step := range whole.Rows {
		if i >= len(paged) || paged[i] != step.Step.ID {
			t.Fatalf("the pages hold %v", paged)
		}
	}
	_, err := all.Steps(ctx, process.WeakFilter{}, store.Page{First: 101})
	want(t, "a page too large", err, fault.Invalid, "BAD_PAGE_SIZE", "first")
	_, err = all.Steps(ctx, process.WeakFilter{}, store.Page{First: 3, After: "x"})
	want(t, "another cursor", err, fault.Invalid, "BAD_CURSOR", "after")
}

func TestWeakStepsAreThoseThatTheViewerSees(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	leader := testkit.As(term.RolePrincipalLeader, w.East.City)
	_, err := db.Processes.Weak(leader, w.West.Unit.ID)
	want(t, "another province", err, fault.NotFound, "NOT_FOUND", "unitId")
	_, err = db.Processes.Weak(testkit.As(term.RoleSystemAdmin, w.East.Unit), w.East.Unit.ID)
	want(t, "an administrator", err, fault.Forbidden, "", "")
	_, err = db.Processes.Weak(leader, w.East.Unit.ID)
	want(t, "the province above, which is in sight", err, fault.NotFound, "", "")
	if got := weak(t, db, leader, w.East.City, process.WeakFilter{}); len(got) != 2 {
		t.Errorf("of the city are told %q", got)
	}
}

func TestOnlyWhoseRiskPointsAreShownIsWrittenDownAsReadOf(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	ctx := store.WithReads(testkit.As(term.RoleLeadingGroup, w.East.Unit))
	all := testkit.Must(db.Processes.Weak(ctx, w.East.Unit.ID))(t)
	if read := store.TakeReads(ctx); len(read) != 0 {
		t.Errorf("judging alone is a reading of %v", read)
	}
	page := testkit.Must(all.Steps(ctx, process.WeakFilter{}, store.Page{First: 1}))(t)
	risk := db.Client.RiskPoint.Query().AllX(testkit.System())
	var want []int64
	for _, r := range risk {
		if r.StepID != nil && *r.StepID == page.Rows[0].Step.ID {
			want = append(want, *r.PersonID)
		}
	}
	if read := store.TakeReads(ctx); len(want) != 1 || !slices.Equal(read, want) {
		t.Errorf("the records of %v were read, not %v", read, want)
	}
}

func TestAUnitWithTooManyProcessesIsRefused(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	whole := weak(t, db, testkit.System(), w.East.Unit, process.WeakFilter{})
	db.Processes.Bound(3, 1)
	if got := weak(t, db, testkit.System(), w.East.Unit, process.WeakFilter{}); !slices.Equal(got, whole) || len(whole) != 3 {
		t.Errorf("read one by one there are %q, not %q", got, whole)
	}
	db.Processes.Bound(2, 1)
	_, err := db.Processes.Weak(testkit.System(), w.East.Unit.ID)
	want(t, "three processes", err, fault.Invalid, "TOO_MANY_PROCESSES", "unitId")
	testkit.Must(db.Processes.Weak(testkit.System(), w.East.City.ID))(t)
}

func TestAboveADepartmentItsLeadersAnswer(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	ctx, today := testkit.System(), db.Today()
	u := testkit.Must(testkit.NewUnit(db, w.East.City, "E9", "新科", term.UnitKindDepartment))(t)
	power := testkit.Must(db.Register.RegisterPower(ctx, register.RegisterPower{UnitID: u.ID,
		Details: register.PowerDetails{Code: "N1", Name: "新许可", Type: term.PowerTypeOther, Discretion: term.DiscretionWide}}))(t)
	post := testkit.Must(db.Org.CreatePost(ctx, org.CreatePost{UnitID: u.ID, Name: "承办岗"}))(t)
	person := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: u.ID, Name: "甲", JobTitle: "科长"}))(t)
	testkit.Must(db.Org.AssignPortfolio(ctx, person.ID, u.ID, term.PortfolioKindHead, today.AddDate(-1, 0, 0)))(t)
	testkit.Must(db.Processes.Save(ctx, process.Save{PowerID: power.ID, Steps: []*process.Step{{Key: "1", Name: "承办", Kind: term.StepKindHandle, PostID: &post.ID}}}))(t)
	tier := func() term.Role {
		all := testkit.Must(db.Processes.Weak(ctx, u.ID))(t)
		return testkit.Must(all.Steps(ctx, process.WeakFilter{}, store.Page{First: 1}))(t).Rows[0].Tier
	}
	if got := tier(); got != term.RoleDeptHead {
		t.Errorf("%s answers, not the head", got)
	}
	testkit.Must(db.Org.Appoint(ctx, person.ID, post.ID, today.AddDate(-1, 0, 0)))(t)
	if got := tier(); got != term.RoleLeaderInCharge {
		t.Errorf("%s answers where the head holds the step", got)
	}
}
