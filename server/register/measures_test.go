package register_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/register"
	"sineng/server/tally"
	"sineng/server/testkit"
)

func details(risks ...*ent.RiskPoint) register.MeasureDetails {
	d := register.MeasureDetails{Content: "双人复核", Kind: term.MeasureKindBalance, Mechanism: term.MechanismEarlyWarning, Scope: term.MeasureScopeGeneral}
	for _, r := range risks {
		d.RiskPointIds = append(d.RiskPointIds, r.ID)
	}
	return d
}

// fence drafts a measure for the risk points and takes it some steps on.
func fence(t *testing.T, db *testkit.DB, u *ent.Unit, risks []*ent.RiskPoint, steps ...register.MeasureAction) *ent.Measure {
	t.Helper()
	m := testkit.Must(db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: u.ID, Details: details(risks...)}))(t)
	return advance(t, db, m, steps...)
}

func advance(t *testing.T, db *testkit.DB, m *ent.Measure, steps ...register.MeasureAction) *ent.Measure {
	t.Helper()
	for _, s := range steps {
		m = testkit.Must(db.Register.AdvanceMeasure(testkit.System(), register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: s}))(t)
	}
	return m
}

func controlled(db *testkit.DB, risks ...*ent.RiskPoint) string {
	var b strings.Builder
	for _, r := range risks {
		fmt.Fprintf(&b, "%t ", again(db, r).Controlled)
	}
	return strings.TrimSpace(b.String())
}

func TestARiskPointIsControlledWhileSomeMeasureInForceGuardsItAndTheCountsFollow(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		// Two risk points in the department, one in the city, and one in the other province.
		one, two := graded(t, db, w.East.Department, term.GradeA), graded(t, db, w.East.Department, term.GradeB)
		up, far := graded(t, db, w.East.City, term.GradeA), graded(t, db, w.West.City, term.GradeA)
		all := []*ent.RiskPoint{one, two, up, far}
		both := fence(t, db, w.East.Department, []*ent.RiskPoint{one, two, up, far})
		single := fence(t, db, w.East.Department, []*ent.RiskPoint{one})
		check := func(what, want string) {
			t.Helper()
			if got := controlled(db, all...); got != want {
				t.Errorf("%s: controlled are %s, want %s", what, got, want)
			}
			exact(t, db)
		}
		check("two drafts", "false false false false")
		both = advance(t, db, both, register.Approve)
		check("approved", "false false false false")
		both = advance(t, db, both, register.Activate)
		check("active", "true true true true")
		single = advance(t, db, single, register.Approve, register.Activate)
		both = advance(t, db, both, register.FindIneffective)
		check("the wider one is ineffective", "true false false false")
		testkit.Must(tally.Fold(testkit.System(), db.Store))(t)
		both = advance(t, db, both, register.FindEffective)
		check("it is effective again", "true true true true")
		single = advance(t, db, single, register.FindIneffective)
		check("the narrow one is ineffective", "true true true true")
		both = advance(t, db, both, register.Revise)
		check("the wider one is revised", "false false false false")
		// Rewritten to cover one risk point less, it is approved and activated again.
		both = testkit.Must(db.Register.ReviseMeasure(testkit.System(), register.ReviseMeasure{ID: both.ID, ExpectedVersion: both.Version, Details: details(one, up)}))(t)
		both = advance(t, db, both, register.Approve, register.Activate)
		check("in force again", "true false true false")
		both = advance(t, db, both, register.FindEffective, register.Retire)
		check("retired", "false false false false")
		advance(t, db, single, register.Retire)
		if both.Status != term.MeasureStatusRetired {
			t.Errorf("the measure is %s", both.Status)
		}
		testkit.Must(tally.Fold(testkit.System(), db.Store))(t)
		exact(t, db)
	})
}

func TestAMeasureInForceIsNotRewritten(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		r := w.East.Risks[2]
		for status, steps := range map[term.MeasureStatus][]register.MeasureAction{
			term.MeasureStatusDrafted: {}, term.MeasureStatusApproved: {register.Approve}, term.MeasureStatusActive: {register.Approve, register.Activate},
			term.MeasureStatusEffective:   {register.Approve, register.Activate, register.FindEffective},
			term.MeasureStatusIneffective: {register.Approve, register.Activate, register.FindIneffective},
			term.MeasureStatusRevised:     {register.Approve, register.Revise}, term.MeasureStatusRetired: {register.Retire},
		} {
			m := fence(t, db, w.East.Department, []*ent.RiskPoint{r}, steps...)
			if m.Status != status {
				t.Fatalf("%v led to %s", steps, m.Status)
			}
			d := details(r)
			d.Content = "改写后的措施"
			out, err := db.Register.ReviseMeasure(testkit.As(term.RoleStaff, w.East.Department), register.ReviseMeasure{ID: m.ID, ExpectedVersion: m.Version, Details: d})
			if register.Editable(status) {
				if err != nil || out.Content != d.Content || out.Status != register.Rewritten(status) || out.Version != m.Version+1 {
					t.Errorf("rewriting a measure that is %s: %+v, %v", status, out, err)
				}
			} else {
				want(t, "rewriting a measure that is "+string(status), err, fault.InvalidTransition, "MEASURE_IN_FORCE", "id")
			}
		}
		exact(t, db)
	})
}

func TestWhoTakesAMeasureOn(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	for role, may := range map[term.Role]bool{
		term.RoleStaff: false, term.RoleDeptHead: true, term.RoleLeaderInCharge: true, term.RolePrincipalLeader: true,
		term.RoleInspector: false, term.RoleLeadingGroup: true,
	} {
		m := fence(t, db, w.East.Department, []*ent.RiskPoint{w.East.Risks[2]})
		evidence := "会议纪要"
		out, err := db.Register.AdvanceMeasure(testkit.As(role, w.East.City), register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: register.Approve, Evidence: &evidence})
		if !may {
			want(t, string(role), err, fault.Forbidden, "", "")
		} else if err != nil || out.Evidence != evidence || out.Status != term.MeasureStatusApproved {
			t.Errorf("%s: %+v, %v", role, out, err)
		}
		_, err = db.Register.AdvanceMeasure(testkit.System(), register.AdvanceMeasure{ID: m.ID, ExpectedVersion: 99, Action: register.FindEffective})
		want(t, "a step that the state does not allow", err, fault.InvalidTransition, "MEASURE_STATE", "action")
	}
	m := fence(t, db, w.East.Department, []*ent.RiskPoint{w.East.Risks[2]})
	long := strings.Repeat("长", 4001)
	_, err := db.Register.AdvanceMeasure(testkit.System(), register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: register.Approve, Evidence: &long})
	want(t, "evidence that is too long", err, fault.Invalid, "TOO_LONG", "evidence")
}

func TestMeasuresAreCheckedFieldByField(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	long := strings.Repeat("长", 4001)
	person := w.East.People[2].ID
	_, err := db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: w.East.Department.ID, Details: register.MeasureDetails{
		Content: " ", Frequency: long, Indicator: long, Threshold: long, RulesDocument: long, Evidence: long, OwnerID: &person, SupervisorID: &person}})
	for field, reason := range map[string]string{"content": "REQUIRED", "frequency": "TOO_LONG", "indicator": "TOO_LONG", "threshold": "TOO_LONG",
		"rulesDocument": "TOO_LONG", "evidence": "TOO_LONG", "riskPointIds": "REQUIRED", "supervisorId": "SUPERVISES_SELF"} {
		want(t, "a measure full of faults", err, fault.Invalid, reason, "details."+field)
	}
	if n := len(fault.All(err)); n != 8 {
		t.Errorf("%d faults are reported, want 8: %v", n, err)
	}
}

func TestMeasuresThatChangeAtTheSameTimeLeaveDefenceAndCountsExact(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		for round := range 6 {
			r := record(t, db, w.East.Department, testkit.Minor, func(d *register.RiskDetails) { d.PowerID = &w.East.Powers[2].ID })
			leaving := fence(t, db, w.East.Department, []*ent.RiskPoint{r}, register.Approve, register.Activate)
			coming := fence(t, db, w.East.Department, []*ent.RiskPoint{r}, register.Approve)
			r = again(db, r)
			var all sync.WaitGroup
			run := func(what string, f func() error) {
				all.Go(func() {
					if err := f(); err != nil {
						t.Errorf("round %d, %s: %v", round, what, err)
					}
				})
			}
			run("a measure found ineffective", func() error {
				_, err := db.Register.AdvanceMeasure(testkit.System(), register.AdvanceMeasure{ID: leaving.ID, ExpectedVersion: leaving.Version, Action: register.FindIneffective})
				return err
			})
			run("a measure put in force", func() error {
				_, err := db.Register.AdvanceMeasure(testkit.System(), register.AdvanceMeasure{ID: coming.ID, ExpectedVersion: coming.Version, Action: register.Activate})
				return err
			})
			run("a decision", func() error {
				_, err := db.Register.DecideGrade(testkit.System(), register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeC})
				return err
			})
			run("another type of power", func() error {
				p := db.Client.Power.GetX(testkit.System(), w.East.Powers[2].ID)
				_, err := db.Register.RevisePower(testkit.System(), register.RevisePower{ID: p.ID, ExpectedVersion: p.Version,
					Details: register.PowerDetails{Code: p.Code, Name: p.Name, Discretion: p.Discretion,
						Type: map[bool]term.PowerType{true: term.PowerTypePenalty, false: term.PowerTypeFinance}[round%2 == 0]}})
				return err
			})
			all.Wait()
			if after := again(db, r); !after.Controlled || after.Grade != term.GradeC {
				t.Errorf("round %d: a measure guards it, and the risk point is controlled %v, grade %s", round, after.Controlled, after.Grade)
			}
		}
		exact(t, db)
	})
}

func TestEachMeasureFilterGivesExactlyTheRowsItNames(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		today := db.Today()
		for i, u := range []*ent.Unit{w.East.Unit, w.East.City, w.East.Department, w.East.Department, w.West.City} {
			d := details(w.East.Risks[i%3])
			d.Content = []string{"100%复核", "轮岗_交流", "双人复核", `反斜\杠`, "公示"}[i]
			d.Kind, d.Mechanism = term.MeasureKind(term.MeasureKind("").Values()[i]), term.Mechanism(term.Mechanism("").Values()[i%3])
			due := today.AddDate(0, 0, i-2)
			d.DueOn = &due
			d.OwnerID = &w.East.People[i%3].ID
			m := testkit.Must(db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: u.ID, Details: d}))(t)
			steps := [][]register.MeasureAction{{}, {register.Approve}, {register.Approve, register.Activate}, {register.Retire}, {}}[i]
			advance(t, db, m, steps...)
		}
		rows := db.Client.Measure.Query().WithRiskPoints().AllX(testkit.System())
		yes := true
		text := func(s string) *string { return &s }
		for _, c := range []struct {
			name string
			f    register.MeasureFilter
			keep func(m *ent.Measure) bool
		}{
			{"nothing", register.MeasureFilter{}, func(*ent.Measure) bool { return true }},
			{"a subtree", register.MeasureFilter{UnitID: &w.East.City.ID}, func(m *ent.Measure) bool { return m.L2 == w.East.City.ID }},
			{"a unit alone", register.MeasureFilter{UnitID: &w.East.City.ID, UnitOnly: &yes}, func(m *ent.Measure) bool { return m.UnitID == w.East.City.ID }},
			{"kinds", register.MeasureFilter{Kinds: []term.MeasureKind{term.MeasureKindBalance, term.MeasureKindRule}}, func(m *ent.Measure) bool {
				return m.Kind == term.MeasureKindBalance || m.Kind == term.MeasureKindRule
			}},
			{"mechanisms", register.MeasureFilter{Mechanisms: []term.Mechanism{term.MechanismEarlyWarning}}, func(m *ent.Measure) bool { return m.Mechanism == term.MechanismEarlyWarning }},
			{"statuses", register.MeasureFilter{Statuses: []term.MeasureStatus{term.MeasureStatusActive, term.MeasureStatusRetired}}, func(m *ent.Measure) bool {
				return m.Status == term.MeasureStatusActive || m.Status == term.MeasureStatusRetired
			}},
			{"a risk point", register.MeasureFilter{RiskPointID: &w.East.Risks[0].ID}, func(m *ent.Measure) bool {
				for _, r := range m.Edges.RiskPoints {
					if r.ID == w.East.Risks[0].ID {
						return true
					}
				}
				return false
			}},
			{"an owner", register.MeasureFilter{OwnerID: &w.East.People[1].ID}, func(m *ent.Measure) bool { return m.OwnerID != nil && *m.OwnerID == w.East.People[1].ID }},
			{"overdue", register.MeasureFilter{DueBefore: &today}, func(m *ent.Measure) bool {
				return m.DueOn != nil && m.DueOn.Before(today) && m.Status != term.MeasureStatusRetired && m.Status != term.MeasureStatusRevised && m.Status != term.MeasureStatusEffective
			}},
			{"a percent sign", register.MeasureFilter{Text: text(" % ")}, func(m *ent.Measure) bool { return strings.Contains(m.Content, "%") }},
			{"an underscore", register.MeasureFilter{Text: text("_")}, func(m *ent.Measure) bool { return strings.Contains(m.Content, "_") }},
			{"a backslash", register.MeasureFilter{Text: text(`\`)}, func(m *ent.Measure) bool { return strings.Contains(m.Content, `\`) }},
			{"text", register.MeasureFilter{Text: text("复核")}, func(m *ent.Measure) bool { return strings.Contains(m.Content, "复核") }},
		} {
			list, err := db.Register.Measures(testkit.System(), c.f, page(100), nil)
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
			got, expected := map[int64]bool{}, map[int64]bool{}
			for _, m := range list.Rows {
				got[m.ID] = true
			}
			for _, m := range rows {
				if c.keep(m) {
					expected[m.ID] = true
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(expected) || len(expected) == 0 {
				t.Errorf("%s gives %v, want %v", c.name, got, expected)
			}
		}
	})
}
