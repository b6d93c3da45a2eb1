package warning_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"sineng/ent/term"
	entwarning "sineng/ent/warning"
	"sineng/server/indicator"
	"sineng/server/testkit"
)

func TestAnIndicatorBeyondItsThresholdOrUnreadIsWarnedOf(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) { // the clock starts on Monday 2026-03-02
		c := newScene(t, db)
		m := c.guard() // of an A
		s := indicator.New(db.Store)
		i := testkit.Must(s.Define(c.as(c.head), indicator.Define{MeasureID: m.ID, Details: &indicator.Details{Name: "投诉件数", MeasuredIn: "件",
			Keeps: term.IndicatorKeepsAtMost, Threshold: 50_000, Every: term.RecurrenceMonthly, WithinDays: 10}}))(t)
		read := func(on time.Time, value term.Decimal, corrects bool) {
			testkit.Must(s.Record(c.as(c.head), indicator.Record{Readings: []*indicator.Reading{{IndicatorID: i.ID, Period: on, Value: value, Corrects: corrects, Note: "复核"}}}))(t)
		}
		warned := func() []string {
			out := []string{}
			for _, w := range db.Client.Warning.Query().Where(entwarning.SubjectID(i.ID)).Order(entwarning.ByID()).AllX(testkit.System()) {
				out = append(out, fmt.Sprintf("%s %s %s %s", w.Kind, w.Grade, w.State, map[bool]string{true: "in charge", false: "head"}[value(w.PersonID) == c.inCharge.ID]))
			}
			return out
		}
		want := func(what string, want ...string) {
			t.Helper()
			c.work()
			if got := warned(); !slices.Equal(got, want) {
				t.Errorf("%s: %q, want %q", what, got, want)
			}
		}
		today := db.Today()
		read(today.AddDate(0, -1, 0), 50_000, false)
		want("on its threshold")
		read(today.AddDate(0, -1, 0), 60_000, true)
		want("beyond it", "INDICATOR_OVER A RAISED in charge")
		read(today, 60_000, false)
		want("still beyond", "INDICATOR_OVER A RAISED in charge")
		read(today, 10_000, true)
		want("within again", "INDICATOR_OVER A LIFTED in charge")
		// April is to be read by May 10; that it is not is warned of ten days later.
		c.days(79, true) // 2026-05-20
		want("late for nine days", "INDICATOR_OVER A LIFTED in charge")
		c.days(1, true)
		want("late for ten days", "INDICATOR_OVER A LIFTED in charge", "INDICATOR_UNREAD A RAISED head")
		read(day("2026-04-30"), 10_000, false)
		want("read", "INDICATOR_OVER A LIFTED in charge", "INDICATOR_UNREAD A LIFTED head")
		read(day("2026-05-01"), 70_000, false)
		i = db.Client.Indicator.GetX(testkit.System(), i.ID)
		want("beyond it again", "INDICATOR_OVER A LIFTED in charge", "INDICATOR_UNREAD A LIFTED head", "INDICATOR_OVER A RAISED in charge")
		testkit.Must(s.Stop(c.as(c.head), indicator.Stop{IndicatorID: i.ID, ExpectedVersion: i.Version, Reason: "不再统计"}))(t)
		want("stopped", "INDICATOR_OVER A LIFTED in charge", "INDICATOR_UNREAD A LIFTED head", "INDICATOR_OVER A LIFTED in charge")
	})
}
