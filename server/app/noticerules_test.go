package app_test

import (
	"slices"
	"strings"
	"time"

	entmeasure "sineng/ent/measure"
	"sineng/ent/term"
	"sineng/server/rulebook"
	"sineng/server/testkit"
	"sineng/server/timer"
)

// ofRules goes through an edition of a document on which a measure stands that the head of the department owns.
func (c *cast) ofRules() {
	d, ctx := c.East.Department, testkit.System()
	head := c.as("department", term.RoleDeptHead, d)
	m := c.db.Client.Measure.Query().Where(entmeasure.OwnerID(*c.by["department"].PersonID), entmeasure.StatusNEQ(term.MeasureStatusRetired)).FirstX(ctx)
	edition := func(from time.Time) *rulebook.EditionDetails {
		return &rulebook.EditionDetails{From: from, Changes: "修改第三条", ReviewWithinDays: 10}
	}
	rules := testkit.Must(c.app.Rulebook.Register(head, rulebook.Register{UnitID: d.ID, Title: "资金管理办法", Kind: term.RulesKindRules, Edition: edition(c.db.Today().AddDate(-1, 0, 0))}))(c.t)
	testkit.Must(c.app.Rulebook.Link(head, rulebook.Link{DocumentIDs: []int64{rules.ID}, MeasureIDs: []int64{m.ID}}))(c.t)
	c.follow(c.t)
	c.news()
	clocks := slices.DeleteFunc(slices.Clone(c.notices.Timers()), func(h timer.Handler) bool { return !strings.HasPrefix(h.Kind, "rules.") })
	told := func(what string, want ...string) {
		c.t.Helper()
		testkit.Fire(c.t, c.db, append(c.app.Rulebook.Timers(), clocks...)...)
		c.follow(c.t)
		got := slices.DeleteFunc(c.news(), func(n string) bool { return !strings.Contains(n, " RULES_") })
		if !slices.Equal(got, want) {
			c.t.Errorf("%s makes the notices %q, want %q", what, got, want)
		}
	}
	rules = c.db.Client.RulesDocument.GetX(ctx, rules.ID)
	testkit.Must(c.app.Rulebook.Issue(head, rulebook.Issue{DocumentID: rules.ID, ExpectedVersion: rules.Version, Edition: edition(c.db.Today().AddDate(0, 0, 1))}))(c.t)
	told("an edition that is yet to come")
	c.db.Clock.Forward(24 * time.Hour)
	told("one that comes into force", "department RULES_REVIEW_ASKED")
	c.db.Clock.Forward(6 * 24 * time.Hour)
	told("four days before the last day")
	c.db.Clock.Forward(24 * time.Hour)
	told("three days before it", "department RULES_REVIEW_DUE")
	c.db.Clock.Forward(24 * time.Hour)
	told("the day after")
}
