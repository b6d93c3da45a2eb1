package engine_test

import (
	"testing"

	"sineng/server/balance/engine"
)

// due makes the holder of post 21, since a day, due for rotation.
func due(f *engine.Facts, since engine.Day) *engine.Facts {
	f.Posts[0].Key, f.Posts[0].RotationYears = true, 5
	f.Appointments[0].From = since
	return f
}

func TestASwapIsWithWhoIsDueTooElseWithinTheUnit(t *testing.T) {
	// Of the appointments the one of department 3 has the smallest id.
	f := due(place(), engine.Date(2020, 1, 1))
	f.Appointments[6].ID = 1
	plan := engine.PlanRotation(engine.NewState(*f, book(t)), 90, 100)
	if len(plan.Swaps) != 1 || plan.Swaps[0].Due.Person != 210 || plan.Swaps[0].With.Person != 220 {
		t.Errorf("within the unit: %+v", plan)
	}
	// Now 330 of department 3 is due as well, last by the ids.
	f.Posts[8].Key, f.Posts[8].RotationYears, f.Appointments[8].From = true, 5, engine.Date(2020, 2, 1)
	plan = engine.PlanRotation(engine.NewState(*f, book(t)), 90, 100)
	if len(plan.Swaps) != 1 || plan.Swaps[0].Due.Person != 210 || plan.Swaps[0].With.Person != 330 || len(plan.Swaps[0].Removed) != 2 {
		t.Errorf("with who is due too: %+v", plan)
	}
}

func TestTwoWhoShareAPostDoNotSwapIt(t *testing.T) {
	f := due(place(), engine.Date(2020, 1, 1))
	f.Appointments = append(f.Appointments, engine.Appointment{ID: 1, Person: 211, Post: 21, From: begun})
	plan := engine.PlanRotation(engine.NewState(*f, book(t)), 90, 100)
	if len(plan.Swaps) != 1 || plan.Swaps[0].With.Person != 220 {
		t.Errorf("%+v", plan)
	}
}

func TestASwapNamesTheAppointmentThatTheTermIsCountedFrom(t *testing.T) {
	since := engine.Date(2020, 1, 1)
	f := due(place(), since)
	f.Appointments = append(f.Appointments,
		engine.Appointment{ID: 1, Person: 210, Post: 26, From: since},
		engine.Appointment{ID: 2, Person: 210, Post: 21, From: begun})
	plan := engine.PlanRotation(engine.NewState(*f, book(t)), 90, 100)
	if len(plan.Swaps) != 1 || plan.Swaps[0].Due.ID != 21 {
		t.Errorf("%+v", plan)
	}
}

func TestAPostIsRotatedWhereItIsKeyAndHasALimit(t *testing.T) {
	for _, c := range []struct {
		key   bool
		years int
		want  int
	}{{true, 5, 1}, {false, 5, 0}, {true, 0, 0}} {
		f := due(place(), engine.Date(2020, 1, 1))
		f.Posts[0].Key, f.Posts[0].RotationYears = c.key, c.years
		if got := engine.Terms(engine.NewIndex(*f), 90); len(got) != c.want {
			t.Errorf("key %v, %d years: %+v", c.key, c.years, got)
		}
		if got := engine.Evaluate(*f, book(t)).Conflicts; len(got) != c.want {
			t.Errorf("key %v, %d years: %v are broken", c.key, c.years, codes(got))
		}
	}
}
