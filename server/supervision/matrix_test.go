package supervision_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/supervision"
	"sineng/server/tally"
	"sineng/server/testkit"
)

// want fails the test unless a call ended with the error.
func want(t *testing.T, what string, err error, code fault.Code, field string) {
	t.Helper()
	for _, f := range fault.All(err) {
		if f.Code == code && f.Field == field {
			return
		}
	}
	t.Errorf("%s: %v, want %s on %q", what, err, code, field)
}

func second[T any](_ T, err error) error { return err }

// risk adds a risk point of a grade, some types and a place.
func risk(t *testing.T, db *testkit.DB, u *ent.Unit, g term.Grade, types term.RiskTypes, change ...func(*register.RiskDetails)) *ent.RiskPoint {
	t.Helper()
	details := testkit.RiskDetails("风险", append(change, func(d *register.RiskDetails) { d.RiskTypes = types.List() })...)
	r := testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: u.ID, Details: details, Assessment: &testkit.Minor}))(t)
	if g == term.Ungraded {
		return r
	}
	return decide(t, db, r, g)
}

func decide(t *testing.T, db *testkit.DB, r *ent.RiskPoint, g term.Grade) *ent.RiskPoint {
	t.Helper()
	return testkit.Must(db.Register.DecideGrade(testkit.System(), register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: g, Reason: "测试"}))(t).RiskPoint
}

func retire(t *testing.T, db *testkit.DB, r *ent.RiskPoint) {
	t.Helper()
	testkit.Must(db.Register.RetireRiskPoint(testkit.System(), r.ID, r.Version, "测试"))(t)
}

// defend puts a measure for the risk point in force.
func defend(t *testing.T, db *testkit.DB, r *ent.RiskPoint) {
	t.Helper()
	m := testkit.Must(db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: r.UnitID, Details: register.MeasureDetails{
		Content: "复核", Kind: term.MeasureKindBalance, Mechanism: term.MechanismEarlyWarning, Scope: term.MeasureScopeGeneral, RiskPointIds: []int64{r.ID}}}))(t)
	for _, a := range []register.MeasureAction{register.Approve, register.Activate} {
		m = testkit.Must(db.Register.AdvanceMeasure(testkit.System(), register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: a}))(t)
	}
}

// busy is the world with risk points of every grade, type, power type, status
// and day. Some of the counts are folded, others pending.
func busy(t *testing.T, db *testkit.DB) *testkit.World {
	t.Helper()
	w := testkit.NewWorld(t, db)
	p := w.East
	penalty := testkit.Must(db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: p.City.ID,
		Details: register.PowerDetails{Code: "P9", Name: "处罚", Type: term.PowerTypePenalty, Discretion: term.DiscretionWide}}))(t)
	on := func(d *register.RiskDetails) { d.PowerID = &penalty.ID }
	at := func(post *ent.Post) func(*register.RiskDetails) {
		return func(d *register.RiskDetails) { d.PostID = &post.ID }
	}
	defend(t, db, risk(t, db, p.Department, term.GradeA, "MORAL,DUTY,PROCESS", at(p.Posts[2])))
	risk(t, db, p.City, term.GradeA, "ENVIRONMENT", on, at(p.Posts[1]))
	defend(t, db, risk(t, db, p.City, term.GradeB, "MORAL,INSTITUTION", on))
	db.Clock.Forward(24 * time.Hour)
	risk(t, db, p.Department, term.GradeC, "INSTITUTION")
	risk(t, db, p.Unit, term.Ungraded, "UNCLASSIFIED", at(p.Posts[2]))
	testkit.Must(tally.Fold(testkit.System(), db.Store))(t)
	db.Clock.Forward(24 * time.Hour)
	risk(t, db, p.Unit, term.GradeB, "DUTY,PROCESS")
	risk(t, db, p.Department, term.Ungraded, "DUTY", at(p.Posts[2]))
	retire(t, db, risk(t, db, p.City, term.GradeC, "DUTY", on))
	retire(t, db, risk(t, db, w.West.City, term.Ungraded, "MORAL"))
	return w
}

// keyOf returns the object or key of a matrix row.
func keyOf(r *supervision.MatrixRow) string {
	switch {
	case r.Key != "":
		return r.Key
	case r.Post != nil:
		return "post " + r.Post.Name
	}
	return "unit " + r.Unit.Code
}

// recount counts the rows themselves.
func recount(t *testing.T, db *testkit.DB, keep func(r *ent.RiskPoint) bool, keys func(r *ent.RiskPoint) []string) (map[string]supervision.RiskCounts, supervision.RiskCounts) {
	t.Helper()
	out, total := map[string]supervision.RiskCounts{}, supervision.RiskCounts{}
	for _, r := range db.Client.RiskPoint.Query().WithUnit().WithPost().AllX(testkit.System()) {
		if !keep(r) {
			continue
		}
		add := func(c *supervision.RiskCounts) {
			switch r.Grade {
			case term.GradeA:
				c.A++
				if !r.Controlled {
					c.UncontrolledA++
				}
			case term.GradeB:
				c.B++
			case term.GradeC:
				c.C++
			default:
				c.Ungraded++
			}
		}
		add(&total)
		for _, key := range keys(r) {
			c := out[key]
			add(&c)
			out[key] = c
		}
	}
	return out, total
}

// filters are filters with the rows that each keeps.
func filters(db *testkit.DB) map[string]struct {
	f    supervision.CountFilter
	keep func(r *ent.RiskPoint) bool
} {
	yes, no := true, false
	today := db.Today()
	yesterday := today.AddDate(0, 0, -1)
	living := func(r *ent.RiskPoint) bool { return r.Status != term.RiskStatusRetired }
	day := func(r *ent.RiskPoint) time.Time { return storeDay(r.CreatedAt) }
	type entry = struct {
		f    supervision.CountFilter
		keep func(r *ent.RiskPoint) bool
	}
	return map[string]entry{
		"nothing":      {supervision.CountFilter{}, living},
		"grades":       {supervision.CountFilter{Grades: []term.Grade{term.GradeA, term.GradeC}}, func(r *ent.RiskPoint) bool { return living(r) && (r.Grade == "A" || r.Grade == "C") }},
		"risk types":   {supervision.CountFilter{RiskTypes: []term.RiskType{term.RiskTypeMoral}}, func(r *ent.RiskPoint) bool { return living(r) && r.RiskTypes.Has(term.RiskTypeMoral) }},
		"power types":  {supervision.CountFilter{PowerTypes: []term.PowerType{term.PowerTypePenalty}}, func(r *ent.RiskPoint) bool { return living(r) && r.PowerType == "PENALTY" }},
		"statuses":     {supervision.CountFilter{Statuses: []term.RiskStatus{term.RiskStatusRetired, term.RiskStatusProposed}}, func(r *ent.RiskPoint) bool { return r.Status != term.RiskStatusDecided }},
		"controlled":   {supervision.CountFilter{Controlled: &yes}, func(r *ent.RiskPoint) bool { return living(r) && r.Controlled }},
		"uncontrolled": {supervision.CountFilter{Controlled: &no}, func(r *ent.RiskPoint) bool { return living(r) && !r.Controlled }},
		"from a day":   {supervision.CountFilter{RecordedFrom: &yesterday}, func(r *ent.RiskPoint) bool { return living(r) && !day(r).Before(yesterday) }},
		"to a day":     {supervision.CountFilter{RecordedTo: &yesterday}, func(r *ent.RiskPoint) bool { return living(r) && !day(r).After(yesterday) }},
		"on a day":     {supervision.CountFilter{RecordedFrom: &yesterday, RecordedTo: &yesterday}, func(r *ent.RiskPoint) bool { return living(r) && day(r).Equal(yesterday) }},
		"several": {supervision.CountFilter{Grades: []term.Grade{term.GradeA, term.GradeB}, RiskTypes: []term.RiskType{term.RiskTypeMoral, term.RiskTypeDuty}, RecordedTo: &today},
			func(r *ent.RiskPoint) bool {
				return living(r) && (r.Grade == "A" || r.Grade == "B") && (r.RiskTypes.Has(term.RiskTypeMoral) || r.RiskTypes.Has(term.RiskTypeDuty))
			}},
	}
}

// counted are the types under which a risk point counts: those written in its row that the filter does
// not leave out.
func counted(r *ent.RiskPoint, f supervision.CountFilter) (out []string) {
	for _, one := range strings.Split(string(r.RiskTypes), ",") {
		if len(f.RiskTypes) == 0 || slices.Contains(f.RiskTypes, term.RiskType(one)) {
			out = append(out, one)
		}
	}
	return out
}

func TestEveryMatrixEqualsARecountOfTheRows(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := busy(t, db)
		leader := testkit.As(term.RolePrincipalLeader, w.East.Unit)
		for name, filter := range filters(db) {
			for by, keys := range map[supervision.MatrixBy]func(r *ent.RiskPoint) []string{
				supervision.ByChildUnit: func(r *ent.RiskPoint) []string {
					if r.UnitID == w.East.Unit.ID {
						return []string{"SELF"}
					}
					return []string{"unit E1"}
				},
				supervision.ByRiskType: func(r *ent.RiskPoint) []string { return counted(r, filter.f) },
				supervision.ByStatus:   func(r *ent.RiskPoint) []string { return []string{string(r.Status)} },
				supervision.ByPowerType: func(r *ent.RiskPoint) []string {
					if r.PowerType == "" {
						return []string{"NONE"}
					}
					return []string{r.PowerType}
				},
				supervision.ByPost: func(r *ent.RiskPoint) []string {
					if r.Edges.Post == nil {
						return []string{"NONE"}
					}
					return []string{"post " + r.Edges.Post.Name}
				},
			} {
				m, err := db.Supervision.Matrix(leader, &w.East.Unit.ID, by, filter.f, nil)
				if err != nil {
					t.Errorf("%s by %s: %v", name, by, err)
					continue
				}
				expected, total := recount(t, db, func(r *ent.RiskPoint) bool { return r.L1 == w.East.Unit.ID && filter.keep(r) }, keys)
				for _, r := range m.Rows {
					k := keyOf(r)
					if r.Counts != expected[k] {
						t.Errorf("%s by %s: %s counts %+v, there are %+v", name, by, k, r.Counts, expected[k])
					}
					if r.Label == "" {
						t.Errorf("%s by %s: %s has no label", name, by, k)
					}
					delete(expected, k)
				}
				for k, c := range expected {
					t.Errorf("%s by %s: %s with %+v is missing", name, by, k, c)
				}
				if m.Totals != total || m.Truncated || m.By != by || m.Unit.ID != w.East.Unit.ID {
					t.Errorf("%s by %s: totals %+v, there are %+v", name, by, m.Totals, total)
				}
			}
		}
	})
}

func TestWithoutAUnitAMatrixStartsFromTheTopmostOnesThatTheViewerSees(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := busy(t, db)
		for _, c := range []struct {
			who  string
			ctx  context.Context
			want string
		}{
			{"the leading group of all", testkit.As(term.RoleLeadingGroup, nil), "[unit E unit W]"},
			{"the program", testkit.System(), "[unit E unit W]"},
			{"the leader of the city", testkit.As(term.RolePrincipalLeader, w.East.City), "[unit E1]"},
			{"the head of the department", testkit.As(term.RoleDeptHead, w.East.Department), "[unit E11]"},
		} {
			m, err := db.Supervision.Matrix(c.ctx, nil, supervision.ByChildUnit, supervision.CountFilter{}, nil)
			if err != nil {
				t.Errorf("%s: %v", c.who, err)
				continue
			}
			var keys []string
			var sum supervision.RiskCounts
			for _, r := range m.Rows {
				keys = append(keys, keyOf(r))
				_, counts := recount(t, db, func(p *ent.RiskPoint) bool {
					return p.Status != term.RiskStatusRetired && [6]int64{p.L1, p.L2, p.L3}[r.Unit.Level-1] == r.Unit.ID
				}, func(*ent.RiskPoint) []string { return nil })
				if r.Counts != counts {
					t.Errorf("%s: %s counts %+v, there are %+v", c.who, keyOf(r), r.Counts, counts)
				}
				sum.A, sum.B, sum.C, sum.Ungraded, sum.UncontrolledA = sum.A+counts.A, sum.B+counts.B, sum.C+counts.C, sum.Ungraded+counts.Ungraded, sum.UncontrolledA+counts.UncontrolledA
			}
			if fmt.Sprint(keys) != c.want || m.Unit != nil || m.Totals != sum {
				t.Errorf("%s sees %v with %+v, want %s with %+v", c.who, keys, m.Totals, c.want, sum)
			}
			// By type at the top, the sum is the same.
			byType, err := db.Supervision.Matrix(c.ctx, nil, supervision.ByRiskType, supervision.CountFilter{}, nil)
			if err != nil || byType.Totals != sum {
				t.Errorf("%s by risk type: %+v, %v", c.who, byType.Totals, err)
			}
		}
	})
}

func TestUnitsOfOthersAreNotFoundAndWhoSeesNoRegisterSeesNoMatrix(t *testing.T) {
	db := testkit.SQLite(t)
	w := busy(t, db)
	leader := testkit.As(term.RolePrincipalLeader, w.East.City)
	none := int64(1 << 50)
	for what, id := range map[string]*int64{"the other province": &w.West.Unit.ID, "the unit above": &w.East.Unit.ID, "nothing": &none} {
		for _, by := range []supervision.MatrixBy{supervision.ByChildUnit, supervision.ByPost, supervision.ByRiskType} {
			want(t, what, second(db.Supervision.Matrix(leader, id, by, supervision.CountFilter{}, nil)), fault.NotFound, "unitId")
		}
	}
	for _, role := range []term.Role{term.RoleSystemAdmin, term.RoleSecurityAdmin, term.RoleAuditor} {
		ctx := testkit.As(role, nil)
		want(t, string(role), second(db.Supervision.Matrix(ctx, nil, supervision.ByChildUnit, supervision.CountFilter{}, nil)), fault.Forbidden, "")
		want(t, string(role), second(db.Supervision.Of(ctx, nil, supervision.CountFilter{}, nil)), fault.Forbidden, "")
		counts, err := db.Supervision.UnitCounts(ctx, []*ent.Unit{w.East.Unit})
		if err != nil || len(counts) != 0 {
			t.Errorf("%s counts %v, %v", role, counts, err)
		}
		if home, err := db.Supervision.Home(ctx); err != nil || len(home) != 0 {
			t.Errorf("%s is at home in %v, %v", role, home, err)
		}
	}
	want(t, "nobody", second(db.Supervision.Matrix(context.Background(), nil, supervision.ByChildUnit, supervision.CountFilter{}, nil)), fault.Unauthenticated, "")
}

func TestWhatStandsOnTheUnitItselfHasARowOfItsOwn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		row := func(u *ent.Unit, f supervision.CountFilter) *supervision.MatrixRow {
			m := testkit.Must(db.Supervision.Matrix(testkit.System(), &u.ID, supervision.ByChildUnit, f, nil))(t)
			for _, r := range m.Rows {
				if r.Key == supervision.KeySelf {
					return r
				}
			}
			return nil
		}
		if r := row(w.East.City, supervision.CountFilter{}); r == nil || r.Counts.A != 1 || r.Counts.Total() != 1 || r.Unit.ID != w.East.City.ID {
			t.Errorf("the city itself has %+v", r)
		}
		// A unit with children and no risk points of its own has no such row;
		// a unit without children has an empty one.
		if r := row(w.East.City, supervision.CountFilter{Grades: []term.Grade{term.GradeC}}); r != nil {
			t.Errorf("the city itself has %+v of C", r)
		}
		if r := row(w.East.Department, supervision.CountFilter{Grades: []term.Grade{term.GradeC}}); r == nil || r.Counts.Total() != 0 {
			t.Errorf("the department, which has no units below it, has %+v", r)
		}
	})
}

func TestAClosedUnitIsShownWhileItHoldsRiskPoints(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		empty := testkit.Must(db.Org.CreateUnit(testkit.System(), org.CreateUnit{ParentID: &w.East.City.ID, Code: "E19", Name: "空科", Kind: term.UnitKindDepartment}))(t)
		for _, u := range []*ent.Unit{empty, w.East.Department} {
			now := db.Client.Unit.GetX(testkit.System(), u.ID)
			testkit.Must(db.Org.CloseUnit(testkit.System(), u.ID, now.Version, db.Today()))(t)
		}
		m := testkit.Must(db.Supervision.Matrix(testkit.System(), &w.East.City.ID, supervision.ByChildUnit, supervision.CountFilter{}, nil))(t)
		var keys []string
		for _, r := range m.Rows {
			keys = append(keys, keyOf(r))
		}
		if fmt.Sprint(keys) != "[unit E11 SELF]" || m.Totals.A != 2 {
			t.Errorf("the rows are %v with %+v", keys, m.Totals)
		}
	})
}

func TestChangesSinceADayAreCountedPerUnit(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		d := w.East.Department
		old := []*ent.RiskPoint{risk(t, db, d, term.GradeC, "DUTY"), risk(t, db, d, term.GradeB, "DUTY,PROCESS"), risk(t, db, d, term.GradeC, "DUTY"),
			risk(t, db, d, term.Ungraded, "DUTY")}
		gone := risk(t, db, d, term.GradeC, "DUTY")
		retire(t, db, gone)
		db.Clock.Forward(48 * time.Hour)
		since := db.Today()
		decide(t, db, old[0], term.GradeA) // raised
		decide(t, db, old[1], term.GradeC) // lowered
		retire(t, db, old[2])
		decide(t, db, old[3], term.GradeB)                        // first grade: neither raised nor lowered
		risk(t, db, d, term.GradeC, "MORAL")                      // added
		fresh := risk(t, db, w.East.City, term.Ungraded, "MORAL") // added
		retire(t, db, fresh)                                      // and retired
		decide(t, db, decide(t, db, risk(t, db, w.West.City, term.GradeC, "MORAL"), term.GradeB), term.GradeA)
		read := func(unit *ent.Unit, since *time.Time) map[string]*supervision.RiskChanges {
			out := map[string]*supervision.RiskChanges{}
			for _, r := range testkit.Must(db.Supervision.Matrix(testkit.System(), &unit.ID, supervision.ByChildUnit, supervision.CountFilter{}, since))(t).Rows {
				out[keyOf(r)] = r.Changes
			}
			return out
		}
		check := func(what string, got *supervision.RiskChanges, want supervision.RiskChanges) {
			t.Helper()
			if got == nil || *got != want {
				t.Errorf("%s changed by %+v, want %+v", what, got, want)
			}
		}
		check("the department", read(w.East.City, &since)["unit E11"], supervision.RiskChanges{Added: 1, Raised: 1, Lowered: 1, Retired: 1})
		check("the city", read(w.East.Unit, &since)["unit E1"], supervision.RiskChanges{Added: 2, Raised: 1, Lowered: 1, Retired: 2})
		check("the other city", read(w.West.Unit, &since)["unit W1"], supervision.RiskChanges{Added: 1, Raised: 2})
		tomorrow := since.AddDate(0, 0, 1)
		check("the city from tomorrow on", read(w.East.Unit, &tomorrow)["unit E1"], supervision.RiskChanges{})
		if got := read(w.East.Unit, nil)["unit E1"]; got != nil {
			t.Errorf("without a day the changes are %+v", got)
		}
		ever := since.AddDate(0, 0, -30)
		check("the department ever", read(w.East.City, &ever)["unit E11"], supervision.RiskChanges{Added: 7, Raised: 1, Lowered: 1, Retired: 2})
	})
}

func TestTheTotalsOfALongMatrixByPostAreOfAllPosts(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	ctx, u, now := testkit.System(), w.West.Department, db.Now()
	var posts []*ent.PostCreate
	for i := range 210 {
		posts = append(posts, db.Raw.Client.Post.Create().SetName(fmt.Sprintf("岗%03d", i)).SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now))
	}
	var risks []*ent.RiskPointCreate
	for _, p := range db.Raw.Client.Post.CreateBulk(posts...).SaveX(ctx) {
		risks = append(risks, db.Raw.Client.RiskPoint.Create().SetTitle("x").SetManifestation("x").SetRiskTypes("DUTY").SetStatus(term.RiskStatusDecided).SetGrade(term.GradeB).
			SetConsequence(term.ConsequenceKindMinor).SetLikelihood(1).SetSeverity(1).SetPostID(p.ID).SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now))
	}
	db.Raw.Client.RiskPoint.CreateBulk(risks...).ExecX(ctx)
	m := testkit.Must(db.Supervision.Matrix(ctx, &u.ID, supervision.ByPost, supervision.CountFilter{}, nil))(t)
	if !m.Truncated || len(m.Rows) != 200 || m.Rows[0].Counts.A != 1 {
		t.Errorf("%d rows, truncated %v, the first %+v", len(m.Rows), m.Truncated, m.Rows[0])
	}
	if m.Totals.B != 210 || m.Totals.A != 1 {
		t.Errorf("the totals are %+v, want 210 B and 1 A", m.Totals)
	}
}

func TestPostsThatTheViewerDoesNotSeeAreCountedTogetherWithNone(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	sister := testkit.Must(db.Org.CreateUnit(testkit.System(), org.CreateUnit{ParentID: &w.East.City.ID, Code: "E12", Name: "许可二科", Kind: term.UnitKindDepartment}))(t)
	theirs := testkit.Must(db.Org.CreatePost(testkit.System(), org.CreatePost{UnitID: sister.ID, Name: "二科岗"}))(t)
	risk(t, db, w.East.Department, term.GradeB, "DUTY", func(d *register.RiskDetails) { d.PostID = &theirs.ID })
	risk(t, db, w.East.Department, term.GradeC, "DUTY")
	m := testkit.Must(db.Supervision.Matrix(testkit.As(term.RoleDeptHead, w.East.Department), nil, supervision.ByPost, supervision.CountFilter{}, nil))(t)
	keys := map[string]supervision.RiskCounts{}
	for _, r := range m.Rows {
		if _, twice := keys[keyOf(r)]; twice {
			t.Errorf("%s has two rows", keyOf(r))
		}
		keys[keyOf(r)] = r.Counts
	}
	if len(keys) != 2 || keys["NONE"] != (supervision.RiskCounts{B: 1, C: 1}) {
		t.Errorf("the rows are %+v", keys)
	}
}

func TestNumbersStandUnderTheirColumnsAndTheWorstIsShown(t *testing.T) {
	c := supervision.RiskCounts{A: 1, B: 2, C: 3, Ungraded: 4, UncontrolledA: 5}
	if fmt.Sprint(c.Numbers()) != "[1 2 3 4 5]" || fmt.Sprint(supervision.Columns) != "[A B C UNGRADED UNCONTROLLED_A]" || c.Total() != 10 {
		t.Errorf("%v under %v, in all %d", c.Numbers(), supervision.Columns, c.Total())
	}
	for want, c := range map[term.Grade]supervision.RiskCounts{
		term.GradeA: {A: 1, B: 1, C: 1, Ungraded: 1}, term.GradeB: {B: 1, C: 1, Ungraded: 1}, term.GradeC: {C: 1, Ungraded: 1}, term.Ungraded: {Ungraded: 1},
	} {
		if c.Worst() != want {
			t.Errorf("the worst of %+v is %s", c, c.Worst())
		}
	}
	if (supervision.RiskCounts{}).Worst() != term.Ungraded {
		t.Error("nothing has a grade")
	}
}
