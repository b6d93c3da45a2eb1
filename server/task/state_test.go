package task

import (
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/office"
)

func TestOnlyOpenTasksMove(t *testing.T) {
	for _, from := range term.TaskState("").Values() {
		for _, e := range Event("").Values() {
			got, err := Next(term.TaskState(from), Event(e))
			want := map[Event]term.TaskState{EventDo: term.TaskStateDone, EventMiss: term.TaskStateMissed, EventDrop: term.TaskStateCancelled}[Event(e)]
			if from != string(term.TaskStateDue) {
				if !fault.Is(err, fault.InvalidTransition) {
					t.Errorf("%s on %s: %s, %v", e, from, got, err)
				}
				continue
			}
			if err != nil || got != want {
				t.Errorf("%s on %s: %s, %v, want %s", e, from, got, err, want)
			}
		}
	}
}

func TestMeasuresAreWorkedOnWhileTheyAreInForce(t *testing.T) {
	want := map[term.MeasureStatus]bool{term.MeasureStatusActive: true, term.MeasureStatusEffective: true, term.MeasureStatusIneffective: true}
	for _, s := range term.MeasureStatus("").Values() {
		if got := Asks(term.MeasureStatus(s)); got != want[term.MeasureStatus(s)] {
			t.Errorf("%s: %v", s, got)
		}
	}
}

func TestPeriodsAreThoseOfTheCalendar(t *testing.T) {
	day := func(text string) time.Time {
		d, err := time.Parse(time.DateOnly, text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		every         term.Recurrence
		day, from, to string
	}{
		{term.RecurrenceWeekly, "2026-03-02", "2026-03-02", "2026-03-08"}, // a Monday
		{term.RecurrenceWeekly, "2026-03-08", "2026-03-02", "2026-03-08"},
		{term.RecurrenceWeekly, "2027-01-01", "2026-12-28", "2027-01-03"},
		{term.RecurrenceMonthly, "2028-02-29", "2028-02-01", "2028-02-29"},
		{term.RecurrenceMonthly, "2026-12-31", "2026-12-01", "2026-12-31"},
		{term.RecurrenceQuarterly, "2026-06-30", "2026-04-01", "2026-06-30"},
		{term.RecurrenceHalfYearly, "2026-07-01", "2026-07-01", "2026-12-31"},
		{term.RecurrenceYearly, "2026-07-01", "2026-01-01", "2026-12-31"},
	} {
		from, to := c.every.Period(day(c.day))
		if !from.Equal(day(c.from)) || !to.Equal(day(c.to)) {
			t.Errorf("%s of %s: %s to %s", c.every, c.day, from.Format(time.DateOnly), to.Format(time.DateOnly))
		}
	}
}

func TestWhoIsAsked(t *testing.T) {
	const owner, supervisor, named, worker, head, above, gone = 1, 2, 3, 4, 5, 6, 7
	in := map[int64]bool{owner: true, supervisor: true, named: true, worker: true, head: true, above: true}
	chain := office.Chain{{Role: term.RoleDeptHead, Person: head}, {Role: term.RoleLeaderInCharge, Person: above}}
	const work, effect = term.TaskKindWork, term.TaskKindEffect
	for name, c := range map[string]struct {
		w      wanted
		tier   term.Role
		person int64
	}{
		"the owner does the work":                   {wanted{kind: work, owner: owner, supervisor: supervisor}, term.RoleStaff, owner},
		"whom the schedule names does":              {wanted{kind: work, named: named, owner: owner}, term.RoleStaff, named},
		"the head does for who is gone":             {wanted{kind: work, owner: gone}, term.RoleDeptHead, head},
		"the head does where nobody is named":       {wanted{kind: work}, term.RoleDeptHead, head},
		"the supervisor checks the effect":          {wanted{kind: effect, owner: owner, supervisor: supervisor}, term.RoleStaff, supervisor},
		"whom the schedule names checks":            {wanted{kind: effect, named: named, owner: owner, supervisor: supervisor}, term.RoleStaff, named},
		"the owner does not check":                  {wanted{kind: effect, owner: supervisor, supervisor: supervisor}, term.RoleDeptHead, head},
		"who works does not check":                  {wanted{kind: effect, owner: owner, supervisor: worker, worker: worker}, term.RoleDeptHead, head},
		"the next one up checks the head's work":    {wanted{kind: effect, owner: head}, term.RoleLeaderInCharge, above},
		"the head may check where a leader owns":    {wanted{kind: effect, owner: above}, term.RoleDeptHead, head},
		"who left does not check, the head does":    {wanted{kind: effect, named: gone, owner: owner}, term.RoleDeptHead, head},
		"the head does their own work all the same": {wanted{kind: work, owner: head}, term.RoleStaff, head},
	} {
		tier, person, err := c.w.doer(in, func() (office.Chain, error) { return chain, nil })
		if err != nil || tier != c.tier || person != c.person {
			t.Errorf("%s: %s %d, %v", name, tier, person, err)
		}
	}
}
