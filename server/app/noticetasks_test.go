package app_test

import (
	"slices"
	"strings"
	"time"

	"sineng/ent/measuretask"
	"sineng/ent/term"
	"sineng/server/register"
	"sineng/server/task"
	"sineng/server/testkit"
	"sineng/server/timer"
)

// ofTasks goes through daily work of a measure of the department, and a check of its effect by the leader of the city.
func (c *cast) ofTasks() {
	d, ctx := c.East.Department, testkit.System()
	head := c.as("department", term.RoleDeptHead, d)
	checker := *c.by["city"].PersonID
	m := testkit.Must(c.db.Register.RecordMeasure(ctx, register.RecordMeasure{UnitID: d.ID, Details: register.MeasureDetails{
		Content: "每月双人复核", Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral,
		OwnerID: c.by["department"].PersonID, SupervisorID: &checker, RiskPointIds: []int64{c.East.Risks[2].ID}}}))(c.t)
	for _, a := range []register.MeasureAction{register.Approve, register.Activate} {
		m = testkit.Must(c.db.Register.AdvanceMeasure(ctx, register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: a}))(c.t)
	}
	schedule := func(kind term.TaskKind) {
		testkit.Must(c.app.Tasks.Schedule(head, task.Scheduling{Measures: []*task.Target{{MeasureID: m.ID}}, Kind: kind, Every: term.RecurrenceMonthly}))(c.t)
	}
	c.news()
	c.told("a task", func() { schedule(term.TaskKindWork) }, "department TASK_ASKED")
	c.told("a check of effect", func() { schedule(term.TaskKindEffect) }, "city TASK_ASKED")
	clocks := slices.DeleteFunc(slices.Clone(c.notices.Timers()), func(h timer.Handler) bool { return !strings.HasPrefix(h.Kind, "task.") })
	tasks := c.db.Client.MeasureTask.Query().Where(measuretask.MeasureID(m.ID)).Order(measuretask.ByID()).AllX(ctx)
	for c.db.Today().Before(tasks[0].DueOn.AddDate(0, 0, -2)) {
		c.db.Clock.Forward(24 * time.Hour)
	}
	c.told("tasks whose last day is near", func() { testkit.Fire(c.t, c.db, clocks...) }, "city TASK_DUE", "department TASK_DUE")
	bad := term.TaskFindingIneffective
	c.told("a measure without effect", func() {
		testkit.Must(c.app.Tasks.Do(c.as("city", term.RolePrincipalLeader, c.East.City), task.Doing{TaskID: tasks[1].ID, ExpectedVersion: tasks[1].Version, Note: "未见效", Finding: &bad}))(c.t)
	}, "department TASK_FOUND")
}
