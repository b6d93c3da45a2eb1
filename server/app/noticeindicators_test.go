package app_test

import (
	"slices"
	"strings"
	"time"

	entmeasure "sineng/ent/measure"
	"sineng/ent/term"
	"sineng/server/indicator"
	"sineng/server/testkit"
	"sineng/server/timer"
)

// ofIndicators goes through an indicator of a measure that the head of the department owns, of which a month is over.
func (c *cast) ofIndicators() {
	d, ctx := c.East.Department, testkit.System()
	head := c.as("department", term.RoleDeptHead, d)
	m := c.db.Client.Measure.Query().Where(entmeasure.OwnerID(*c.by["department"].PersonID), entmeasure.StatusIn(term.MeasureStatusActive, term.MeasureStatusIneffective)).FirstX(ctx)
	i := testkit.Must(c.app.Monitoring.Define(head, indicator.Define{MeasureID: m.ID, Details: &indicator.Details{Name: "投诉件数", Keeps: term.IndicatorKeepsAtMost, Every: term.RecurrenceMonthly, WithinDays: 10}}))(c.t)
	c.news()
	clocks := slices.DeleteFunc(slices.Clone(c.notices.Timers()), func(h timer.Handler) bool { return !strings.HasPrefix(h.Kind, "reading.") })
	told := func(what string, want ...string) {
		c.t.Helper()
		testkit.Fire(c.t, c.db, clocks...)
		c.follow(c.t)
		got := slices.DeleteFunc(c.news(), func(n string) bool { return !strings.Contains(n, " READING_") })
		if !slices.Equal(got, want) {
			c.t.Errorf("%s makes the notices %q, want %q", what, got, want)
		}
	}
	for c.db.Today().Before(i.OwedOn.AddDate(0, 0, -1)) {
		c.db.Clock.Forward(24 * time.Hour)
	}
	told("a month that is not over")
	c.db.Clock.Forward(24 * time.Hour)
	told("a month that is over", "department READING_DUE")
	c.db.Clock.Forward(24 * time.Hour)
	told("the day after")
}
