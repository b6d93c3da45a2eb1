package app_test

import (
	"slices"
	"strings"
	"time"

	"sineng/ent/portfolio"
	"sineng/ent/supervisioncheck"
	"sineng/ent/term"
	"sineng/server/check"
	"sineng/server/store"
	"sineng/server/testkit"
	"sineng/server/timer"
)

// supervised has all bureaus planned that the log makes due, and what is late sent up.
func (c *cast) supervised() {
	c.t.Helper()
	c.db.Sequence(c.t)
	if err := c.app.SupervisionChecks.Follow(testkit.System()); err != nil {
		c.t.Fatal(err)
	}
	for range 3 {
		testkit.Fire(c.t, c.db, c.app.SupervisionChecks.Timers()...)
	}
}

// Everybody of the towns is exposed to the one A risk of their own unit, which somebody above checks.
func (c *cast) ofChecks() {
	ctx, d := testkit.System(), c.East.Department
	c.notifies("checks that are planned", c.supervised, "city CHECK_PLANNED", "department CHECK_PLANNED", "province CHECK_PLANNED")
	c.notifies("planning again", c.supervised)
	clocks := slices.DeleteFunc(slices.Clone(c.notices.Timers()), func(h timer.Handler) bool { return !strings.HasPrefix(h.Kind, "check.") })
	one := c.db.Client.SupervisionCheck.Query().Where(supervisioncheck.UnitID(d.ID), supervisioncheck.KindEQ(term.CheckKindRisks)).FirstX(ctx)
	c.db.Clock.Forward(one.DueOn.AddDate(0, 0, 1).Sub(c.db.Today()))
	c.notifies("checks that are late, of the city and of the department", func() { testkit.Fire(c.t, c.db, clocks...) }, "province CHECK_OVERDUE")
	c.db.Clock.Forward(6 * 24 * time.Hour)
	c.notifies("checks that are late by a week, and those of the next month", c.supervised,
		"inspector CHECK_ESCALATED", "far CHECK_ESCALATED", "west-inspector CHECK_ESCALATED", "province CHECK_PLANNED")
	leader := c.as("province", term.RolePrincipalLeader, c.East.Unit)
	one = testkit.Must(c.app.SupervisionChecks.Begin(leader, check.Begin{CheckID: one.ID, ExpectedVersion: c.db.Client.SupervisionCheck.GetX(ctx, one.ID).Version}))(c.t)
	defect := term.CheckOutcomeDefect
	c.notifies("a check that found something wanting", func() {
		testkit.Must(c.app.SupervisionChecks.Record(leader, check.Record{CheckID: one.ID, ExpectedVersion: one.Version, Summary: "未落实", Done: true,
			Items: []*check.Found{{RiskPointID: c.East.Risks[2].ID, Outcome: &defect, Finding: "无双人复核"}}}))(c.t)
	}, "department CHECK_FOUND")
	// The principal leader of the province hands over to somebody who has an account too.
	for _, share := range c.db.Client.Portfolio.Query().Where(portfolio.PersonID(c.East.People[0].ID)).AllX(ctx) {
		last := c.db.Today().AddDate(0, 0, -1)
		testkit.Must(c.db.Org.EndPortfolio(ctx, share.ID, share.Version, &last))(c.t)
	}
	testkit.Must(c.db.Org.AssignPortfolio(ctx, c.clerk.ID, c.East.Unit.ID, term.PortfolioKindPrincipal, c.db.Today()))(c.t)
	c.notifies("a transfer of the principal leader, over two bureaus", c.supervised,
		"clerk CHECK_PLANNED", "clerk HANDOVER_TO_SIGN", "province HANDOVER_TO_SIGN")
	set := check.Defaults()
	next := time.Date(c.db.Today().Year(), c.db.Today().Month()+1, 1, 0, 0, 0, 0, time.UTC)
	set.PromptMonths = []int{int(next.Month())}
	testkit.Must(c.app.SupervisionChecks.SetPlan(c.as("group", term.RoleLeadingGroup, c.East.City), check.SetPlan{UnitID: c.East.City.ID, Settings: &set, Reason: "试点"}))(c.t)
	c.db.Clock.Forward(store.StartOf(next).Sub(c.db.Store.Now()) + time.Hour)
	c.notifies("the first of a month of prompts", func() { testkit.Fire(c.t, c.db, clocks...) }, "clerk CHECK_OVERDUE", "city CHECK_OVERDUE", "city RISK_PROMPT")
	c.says("clerk", term.NoticeKindCheckOverdue, "有 5 项监督检查已到期", "/checks?late=yes")
	c.db.Clock.Forward(24 * time.Hour)
	c.notifies("the day after, when they are late still", func() { testkit.Fire(c.t, c.db, clocks...) })
}
