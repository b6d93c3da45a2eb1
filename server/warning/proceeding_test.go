package warning_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"sineng/ent/term"
	entwarning "sineng/ent/warning"
	"sineng/server/balance"
	"sineng/server/calendar"
	"sineng/server/org"
	"sineng/server/proceeding"
	"sineng/server/process"
	"sineng/server/register"
	"sineng/server/testkit"
)

func TestAProceedingThatStraysIsWarnedOf(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) { // the clock starts on Monday 2026-03-02
		c := newScene(t, db)
		department := c.w.East.Department
		days, two := 5, 2
		power := testkit.Must(db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: department.ID, Details: register.PowerDetails{Code: "XK-1", Name: "食品经营许可",
			Type: term.PowerTypeLicensing, Discretion: term.DiscretionLimited, TimeLimitDays: &days}}))(t)
		testkit.Must(db.Processes.Save(testkit.System(), process.Save{PowerID: power.ID, Steps: []*process.Step{{Key: "1", Name: "受理", Kind: term.StepKindAccept, TimeLimitDays: &two},
			{Key: "2", Name: "审核", Kind: term.StepKindReview}, {Key: "3", Name: "决定", Kind: term.StepKindDecide}}, Edges: []*process.Edge{{FromKey: "1", ToKey: "2"}, {FromKey: "2", ToKey: "3"}}}))(t)
		clerk := testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: department.ID, Name: "甲"}))(t)
		s := proceeding.New(db.Store, calendar.NewService(db.Store), balance.New(db.Store, db.Processes))
		record := func(e *proceeding.Entry) {
			e.PowerID, e.Number = &power.ID, "1"
			testkit.Must(s.Record(c.as(c.head), proceeding.Record{Proceedings: []*proceeding.Entry{e}}))(t)
		}
		step := func(key string, began time.Time, ended *time.Time, name string) *proceeding.StepEntry {
			return &proceeding.StepEntry{Step: key, Began: began, Ended: ended, Name: name}
		}
		warned := func() []string {
			out := []string{}
			rows := db.Client.Warning.Query().Where(entwarning.KindIn(term.WarningKindProceedingLate, term.WarningKindStepSkipped, term.WarningKindStepReturned, term.WarningKindStepsExcluded)).
				Order(entwarning.ByID()).AllX(testkit.System())
			for _, w := range rows {
				out = append(out, fmt.Sprintf("%s %s %s", w.Kind, w.State, map[bool]string{true: "in charge", false: "head"}[value(w.PersonID) == c.inCharge.ID]))
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
		began := db.Now()
		record(&proceeding.Entry{Steps: []*proceeding.StepEntry{step("1", began, nil, "")}})
		want("received")
		// Two working days end on March 4; a warning comes once it has been late for three days.
		c.days(5, true) // 2026-03-07
		want("late for two days")
		c.days(1, true)
		want("late for three days", "PROCEEDING_LATE RAISED head")
		ended := db.Now()
		record(&proceeding.Entry{Steps: []*proceeding.StepEntry{step("1", began, &ended, clerk.Name)}})
		want("done, though late", "PROCEEDING_LATE RAISED head")
		record(&proceeding.Entry{Steps: []*proceeding.StepEntry{step("3", ended, &ended, clerk.Name)}})
		want("decided by who received it, without review", "PROCEEDING_LATE RAISED head", "STEP_SKIPPED RAISED head", "STEPS_EXCLUDED RAISED in charge")
		closed := db.Today()
		correct := step("3", ended, &ended, "乙")
		correct.Corrects, correct.Note = true, "实为乙决定"
		record(&proceeding.Entry{ClosedOn: &closed, Steps: []*proceeding.StepEntry{correct}})
		want("somebody else decided it", "PROCEEDING_LATE RAISED head", "STEP_SKIPPED RAISED head", "STEPS_EXCLUDED LIFTED in charge")
		c.days(29, false)
		if got := warned(); got[0] != "PROCEEDING_LATE ESCALATED head" && got[0] != "PROCEEDING_LATE ESCALATED in charge" {
			t.Errorf("29 days after, %q", got)
		}
		c.days(1, true)
		if got := warned(); got[0] != "PROCEEDING_LATE LIFTED head" && got[0] != "PROCEEDING_LATE LIFTED in charge" {
			t.Errorf("30 days after, %q", got)
		}
		c.days(340, false)
		if got := warned(); got[1] != "STEP_SKIPPED LIFTED head" && got[1] != "STEP_SKIPPED LIFTED in charge" {
			t.Errorf("a year after, %q", got)
		}
	})
}
