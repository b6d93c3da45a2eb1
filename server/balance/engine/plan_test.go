package engine_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sineng/ent/term"
	"sineng/server/balance/engine"
)

func TestARotationPlanMakesNoConflict(t *testing.T) {
	rules := book(t)
	swaps, open := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		d := newDice(rapid.Uint64().Draw(t, "seed"))
		f := d.facts()
		s := engine.NewState(f, rules)
		before := engine.NewIndex(f).Facts()
		plan := engine.PlanRotation(s, 90, 1000)
		if !reflect.DeepEqual(s.Index().Facts(), before) {
			t.Fatal("the plan changed the facts")
		}
		known := byName(s.Result().Conflicts)
		moved := map[int64]bool{}
		for _, w := range plan.Swaps {
			if moved[w.Due.Person] || moved[w.With.Person] || w.Due.Person == w.With.Person {
				t.Fatalf("%+v moves somebody twice", w)
			}
			moved[w.Due.Person], moved[w.With.Person] = true, true
			diff := s.Apply(engine.SetAppointment{Appointment: engine.Appointment{ID: w.Due.ID, Person: w.Due.Person, Post: w.With.Post, From: f.Day}},
				engine.SetAppointment{Appointment: engine.Appointment{ID: w.With.ID, Person: w.With.Person, Post: w.Due.Post, From: f.Day}})
			if len(diff.Added) > 0 || !reflect.DeepEqual(diff.Removed, w.Removed) {
				t.Fatalf("%+v adds %v", w, diff.Added)
			}
		}
		for _, c := range s.Result().Conflicts {
			if !slices.Contains(known, c.Fingerprint()) {
				t.Fatalf("the plan as a whole makes %+v", c)
			}
		}
		swaps, open = swaps+len(plan.Swaps), open+len(plan.Open)
	})
	if swaps == 0 || open == 0 {
		t.Errorf("%d swaps, %d open terms", swaps, open)
	}
}

func TestWhoIsDueSwapsWithWhomItMakesNoConflict(t *testing.T) {
	f := with(place(), power(1, term.PowerTypeOther, "HANDLE:21 REVIEW:26 CLOSE:22"))
	f.Posts[0].Key, f.Posts[0].RotationYears = true, 5
	f.Appointments[0].From = engine.Date(2021, 7, 1)
	appoint(f, 220, 26, begun) // who took post 21 would handle and review
	// Of department 2 the first who may is 230: 220 has the review by another post.
	plan := engine.PlanRotation(engine.NewState(*f, book(t)), 90, 100)
	if len(plan.Swaps) != 1 || plan.Swaps[0].With.Person != 230 || len(plan.Swaps[0].Removed) != 1 || plan.Limited {
		t.Errorf("%+v", plan)
	}
	if plan := engine.PlanRotation(engine.NewState(*f, book(t)), 90, 0); len(plan.Swaps) != 0 || len(plan.Open) != 1 || !plan.Limited {
		t.Errorf("without a budget %+v", plan)
	}
	if plan := engine.PlanRotation(engine.NewState(*f, book(t)), 20, 100); len(plan.Swaps) != 0 || len(plan.Open) != 0 {
		t.Errorf("thirty days before the limit %+v", plan)
	}
}

func TestConcentration(t *testing.T) {
	f := with(place(), power(1, term.PowerTypeOther, "HANDLE:21 CLOSE:21"), power(2, term.PowerTypeOther, "HANDLE:21 SUPERVISE:22"), power(3, term.PowerTypeOther, "HANDLE:22 CLOSE:29"))
	f.Powers[0].Grades = []term.Grade{term.GradeA, term.GradeA}
	f.Powers[1].Grades = []term.Grade{term.GradeB, term.GradeA}
	f.Powers[2].Supervision = 24
	f.Posts[0].Key, f.Posts[0].RotationYears = true, 2
	f.Posts[1].Key, f.Posts[1].RotationYears = true, 1
	ix := engine.NewIndex(*f)
	if got := fmt.Sprint(engine.Loads(ix, 1)); got != "[{210 map[A:2 B:1] [1]} {220 map[A:1] [2]}]" {
		t.Errorf("loads %s", got)
	}
	if got := engine.Chains(ix); !slices.Equal(got, []engine.Chain{{Power: 1, Person: 210}}) {
		t.Errorf("chains %v", got)
	}
	if got := engine.Unsupervised(ix); !slices.Equal(got, []int64{1}) {
		t.Errorf("unsupervised %v", got)
	}
	if got := engine.Terms(ix, 300); len(got) != 2 || got[0].Post != 22 || got[0].DaysLeft(today) != -151 || got[1].DaysLeft(today) != 214 {
		t.Errorf("terms %+v", got)
	}
	if got := engine.Terms(ix, 0); len(got) != 1 {
		t.Errorf("terms beyond the limit %+v", got)
	}
}

func TestCandidatesAreComparedAndLeaveAllAsItIs(t *testing.T) {
	rules := book(t, mixed()...)
	rapid.Check(t, func(t *rapid.T) {
		d := newDice(rapid.Uint64().Draw(t, "seed"))
		f := d.facts()
		s := engine.NewState(f, rules)
		facts, before := s.Index().Facts(), s.Result()
		var candidates [][]engine.Change
		for range 3 {
			candidates = append(candidates, []engine.Change{d.change(), d.change()})
		}
		candidates = append(candidates, engine.Merge(s.Index(), d.id(units), d.id(units)))
		outcomes := engine.Compare(s, candidates...)
		if !reflect.DeepEqual(s.Index().Facts(), facts) || !reflect.DeepEqual(s.Result(), before) {
			t.Fatal("to compare changed the state")
		}
		for i, o := range outcomes {
			after := engine.NewState(f, rules)
			after.Apply(candidates[i]...)
			whole := engine.Evaluate(after.Index().Facts(), rules)
			if len(before.Conflicts)-len(o.Removed)+len(o.Created) != len(whole.Conflicts) || o.Unchanged+len(o.Changed)+len(o.Created) != len(whole.Conflicts) {
				t.Fatalf("candidate %d: %d before, %d created, %d removed, %d changed, %d unchanged, %d after", i,
					len(before.Conflicts), len(o.Created), len(o.Removed), len(o.Changed), o.Unchanged, len(whole.Conflicts))
			}
			for _, c := range o.Created {
				if !slices.Contains(byName(whole.Conflicts), c.Fingerprint()) || slices.Contains(byName(before.Conflicts), c.Fingerprint()) {
					t.Fatalf("candidate %d does not create %+v", i, c)
				}
			}
		}
	})
}

func TestAMergerMovesAllAndShowsWhatItMakes(t *testing.T) {
	f := with(place(), power(1, term.PowerTypeOther, "HANDLE:21 CLOSE:22"), power(301, term.PowerTypeFinance, "HANDLE:31 CLOSE:32"))
	f.Units[2].Functions = engine.FunctionSet(engine.FunctionFinance)
	f.Units = append(f.Units, engine.Unit{ID: 4, Parent: 3, Kind: term.UnitKindDepartment})
	f.Portfolios = []engine.Portfolio{
		{ID: 1, Person: 900, Unit: 1, Kind: term.PortfolioKindPrincipal}, {ID: 2, Person: 900, Unit: 2, Kind: term.PortfolioKindInCharge},
		{ID: 3, Person: 901, Unit: 3, Kind: term.PortfolioKindInCharge}, {ID: 4, Person: 902, Unit: 3, Kind: term.PortfolioKindHead},
		{ID: 5, Person: 903, Unit: 3, Kind: term.PortfolioKindPrincipal},
	}
	s := engine.NewState(*f, book(t))
	changes := engine.Merge(s.Index(), 3, 2)
	o := engine.Compare(s, changes)[0]
	if got := codes(o.Created); !slices.Equal(got, []string{engine.RuleDirectCharge}) || len(o.Removed) != 0 {
		t.Errorf("the merger creates %v and removes %v", got, codes(o.Removed))
	}
	s.Apply(changes...)
	after := s.Index().Facts()
	for _, p := range after.Posts {
		if p.Unit != 2 {
			t.Errorf("post %d stays in %d", p.ID, p.Unit)
		}
	}
	var kept []string
	for _, p := range after.Portfolios {
		kept = append(kept, fmt.Sprint(p.ID, " on ", p.Unit))
	}
	if want := []string{"1 on 1", "2 on 2", "4 on 2"}; !slices.Equal(kept, want) {
		t.Errorf("portfolios %v, want %v", kept, want)
	}
	if len(after.Units) != 3 || after.Units[2].Parent != 2 || after.Powers[1].Unit != 2 || f.Powers[1].Unit != 3 {
		t.Errorf("%+v", after.Units)
	}
	if engine.Merge(engine.NewIndex(*f), 1, 2) != nil || engine.Merge(engine.NewIndex(*f), 2, 2) != nil || engine.Merge(engine.NewIndex(*f), 2, 99) != nil {
		t.Error("a unit goes into one below it, into itself, or into none")
	}
}
