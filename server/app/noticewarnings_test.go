package app_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	entwarning "sineng/ent/warning"
	"sineng/server/register"
	"sineng/server/testkit"
	"sineng/server/timer"
	"sineng/server/warning"
)

// warned has all units looked at that the log makes due, and what nobody has answered sent up.
func (c *cast) warned() {
	c.t.Helper()
	c.db.Sequence(c.t)
	if err := c.app.Warnings.Follow(testkit.System()); err != nil {
		c.t.Fatal(err)
	}
	for range 3 {
		testkit.Fire(c.t, c.db, c.app.Warnings.Timers()...)
	}
}

// one is the newest warning of the A risk of the department, which nothing guards.
func (c *cast) one() *ent.Warning {
	return c.db.Client.Warning.Query().Where(entwarning.UnitID(c.East.Department.ID), entwarning.KindEQ(term.WarningKindRiskUndefended)).Order(ent.Desc(entwarning.FieldID)).FirstX(testkit.System())
}

// told are the kinds of notices on warnings and instructions that are made, with those who get them, each once.
func (c *cast) told(what string, do func(), want ...string) {
	c.t.Helper()
	do()
	c.follow(c.t)
	var got []string
	for _, n := range c.news() {
		if slices.ContainsFunc([]string{" WARNING_", " INSTRUCTION_", " TASK_"}, func(kind string) bool { return strings.Contains(n, kind) }) && !slices.Contains(got, n) {
			got = append(got, n)
		}
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			c.t.Errorf("%s makes the notices %q, want %q among them", what, got, w)
		}
	}
}

func (c *cast) ofWarnings() {
	d := c.East.Department
	c.told("what has been amiss for long", c.warned, "department WARNING_RAISED", "inspector WARNING_RAISED")
	w := c.one()
	head := c.as("department", term.RoleDeptHead, d)
	if w.PersonID == nil || *w.PersonID != c.East.People[2].ID {
		head = c.as("city", term.RolePrincipalLeader, c.East.City)
	}
	clocks := slices.DeleteFunc(slices.Clone(c.notices.Timers()), func(h timer.Handler) bool { return !strings.HasPrefix(h.Kind, "warning.") })
	c.db.Clock.Forward(w.DueOn.AddDate(0, 0, -1).Sub(c.db.Today()))
	c.told("a warning whose last day is near", func() { testkit.Fire(c.t, c.db, clocks...) }, "department WARNING_DUE")
	c.told("an answer", func() {
		testkit.Must(c.app.Warnings.Answer(head, warning.Answering{WarningID: w.ID, ExpectedVersion: c.one().Version, Answer: "已安排"}))(c.t)
	}, "inspector WARNING_ANSWERED")
	inspector := c.as("inspector", term.RoleInspector, c.East.City)
	c.told("an answer that was returned", func() {
		testkit.Must(c.app.Warnings.Return(inspector, warning.Returning{WarningID: w.ID, ExpectedVersion: c.one().Version, Reason: "不详"}))(c.t)
	}, "department WARNING_RETURNED")
	c.db.Clock.Forward(30 * 24 * time.Hour)
	c.told("what nobody has answered", c.warned, "inspector WARNING_ESCALATED")
	c.told("a risk point that is guarded at last", func() {
		ctx := testkit.System()
		m := testkit.Must(c.db.Register.RecordMeasure(ctx, register.RecordMeasure{UnitID: d.ID, Details: register.MeasureDetails{Content: "双人受理", Kind: term.MeasureKindBalance,
			Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral, Frequency: "每周", RiskPointIds: []int64{w.SubjectID}}}))(c.t)
		for _, a := range []register.MeasureAction{register.Approve, register.Activate} {
			m = testkit.Must(c.db.Register.AdvanceMeasure(ctx, register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: a}))(c.t)
		}
		c.warned()
	}, "city WARNING_LIFTED")
}

// What begins to be warned of at many places at once buries nobody, however many there are, and costs as little to tell.
func TestManyWarningsAtOnceAreOneNoticeEach(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c, ctx := newCast(t, db), testkit.System()
		d, known, statements := c.East.Department, 0, []int{}
		for round, n := range []int{5, 30} {
			for i := range n {
				r := testkit.Must(db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: d.ID, Details: testkit.RiskDetails(fmt.Sprint("受理", round, "-", i)), Assessment: &testkit.Crime}))(t)
				testkit.Must(db.Register.DecideGrade(ctx, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeA}))(t)
			}
			c.warned()
			c.follow(t)
			c.news()
			db.Clock.Forward(8 * 24 * time.Hour)
			c.warned()
			db.Statements.Reset()
			c.follow(t)
			statements = append(statements, db.Statements.Inside())
			of := db.Client.Warning.Query().Where(entwarning.UnitID(d.ID)).CountX(ctx)
			if of-known < n {
				t.Fatalf("%d warnings were raised", of-known)
			}
			known = of
			raised := map[string]int{}
			for _, n := range c.news() {
				if strings.HasSuffix(n, " WARNING_RAISED") {
					raised[n]++
				}
			}
			if raised["inspector WARNING_RAISED"] != 1 || raised["city WARNING_RAISED"] != 1 {
				t.Errorf("the notices are %v", raised)
			}
			c.says("inspector", term.NoticeKindWarningRaised, "新发出 ", "/warnings?unit=")
		}
		if statements[1] > statements[0]+2 {
			t.Errorf("telling of them takes %v statements", statements)
		}
	})
}
