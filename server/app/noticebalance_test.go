package app_test

import (
	"slices"
	"strings"
	"time"

	"sineng/ent/conflict"
	"sineng/ent/term"
	"sineng/server/testkit"
	"sineng/server/timer"
)

// judged has all bureaus judged that the log makes due.
func (c *cast) judged() {
	c.t.Helper()
	c.db.Sequence(c.t)
	if err := c.app.Balance.Follow(testkit.System()); err != nil {
		c.t.Fatal(err)
	}
	testkit.Fire(c.t, c.db, c.app.Balance.Timers()...)
	testkit.Fire(c.t, c.db, c.app.Balance.Timers()...)
}

// Everybody of the towns holds all steps of the power of their own unit, so that who leads a unit has a part in its conflicts.
func (c *cast) ofBalance() {
	raw, ctx, today := c.db.Raw.Client, testkit.System(), c.db.Today()
	c.notifies("grave conflicts of departments and bureaus", c.judged,
		"department CONFLICT_FOUND", "city CONFLICT_FOUND", // of the department
		"city CONFLICT_FOUND", "province CONFLICT_FOUND", // of the city
		"west CONFLICT_FOUND",                              // of the province, which they came to be in charge of
		"west CONFLICT_FOUND", "west-group CONFLICT_FOUND", // of the other department, whose leader in charge has no account
		"west-group CONFLICT_FOUND", "west-group CONFLICT_FOUND") // of the other city and province
	c.notifies("what is judged again and has not changed", c.judged)
	d := c.East.Department
	one := raw.Conflict.Query().Where(conflict.UnitID(d.ID), conflict.StateEQ(term.ConflictStateOpen), conflict.Severity(1)).FirstX(ctx)
	accept := func(days int) {
		raw.Conflict.UpdateOneID(one.ID).SetState(term.ConflictStateAccepted).SetAcceptedUntil(today.AddDate(0, 0, days)).SetAcceptedAt(c.db.Now()).
			SetAcceptedReason("人手不足").SetMeasureID(c.East.Measures[2].ID).ExecX(ctx)
	}
	ending := slices.DeleteFunc(slices.Clone(c.notices.Timers()), func(h timer.Handler) bool { return !strings.HasPrefix(h.Kind, "balance.") })
	accept(31)
	c.notifies("an acceptance of more than a month", func() { testkit.Fire(c.t, c.db, ending...) })
	c.db.Clock.Forward(24 * time.Hour)
	c.notifies("an acceptance that ends within a month", func() { testkit.Fire(c.t, c.db, ending...) }, "city ACCEPTANCE_ENDING", "department ACCEPTANCE_ENDING")
	accept(-1)
	c.notifies("an acceptance that has ended", func() {
		testkit.Must(c.app.Balance.Judge(testkit.As(term.RoleDeptHead, d), d.ID))(c.t)
		c.judged()
	}, "city CONFLICT_REOPENED", "department CONFLICT_REOPENED")
}
