package warning_test

import (
	"fmt"
	"slices"
	"testing"

	"sineng/ent/rulesreview"
	"sineng/ent/term"
	entwarning "sineng/ent/warning"
	"sineng/server/rulebook"
	"sineng/server/testkit"
)

func TestAReviewAfterRulesChangedThatNobodyAnswersIsWarnedOf(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) { // the clock starts on Monday 2026-03-02
		c := newScene(t, db)
		m := c.guard()
		s := rulebook.New(db.Store)
		edition := func(from string) *rulebook.EditionDetails {
			return &rulebook.EditionDetails{From: day(from), Changes: "修改第三条", ReviewWithinDays: 10}
		}
		d := testkit.Must(s.Register(c.as(c.head), rulebook.Register{UnitID: m.UnitID, Title: "资金管理办法", Kind: term.RulesKindRules, Edition: edition("2024-05-01")}))(t)
		testkit.Must(s.Link(c.as(c.head), rulebook.Link{DocumentIDs: []int64{d.ID}, MeasureIDs: []int64{m.ID}}))(t)
		testkit.Must(s.Issue(c.as(c.head), rulebook.Issue{DocumentID: d.ID, ExpectedVersion: d.Version, Edition: edition("2026-03-01")}))(t)
		testkit.Fire(t, db, s.Timers()...)
		r := db.Client.RulesReview.Query().Where(rulesreview.MeasureID(m.ID)).OnlyX(testkit.System()) // due on 2026-03-12
		want := func(what string, want ...string) {
			t.Helper()
			c.work()
			out := []string{}
			for _, w := range db.Client.Warning.Query().Where(entwarning.SubjectID(r.ID)).Order(entwarning.ByID()).AllX(testkit.System()) {
				out = append(out, fmt.Sprintf("%s %s", w.Kind, w.State))
			}
			if !slices.Equal(out, want) {
				t.Errorf("%s: %q, want %q", what, out, want)
			}
		}
		c.days(10, true)
		want("on its last day")
		c.days(5, true)
		want("late for four days")
		c.days(1, true)
		want("late for five days", "RULES_UNREVIEWED RAISED")
		r = db.Client.RulesReview.GetX(testkit.System(), r.ID)
		testkit.Must(s.Answer(c.as(c.head), rulebook.Answer{ReviewID: r.ID, ExpectedVersion: r.Version, Outcome: rulebook.OutcomeKept, Note: "无需调整"}))(t)
		want("answered", "RULES_UNREVIEWED LIFTED")
	})
}
