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

func TestARepairIsTheCheapestThatADepartmentCanDo(t *testing.T) {
	for _, c := range []struct {
		name  string
		facts func() *engine.Facts
		want  string
	}{
		{"a step goes to another post", func() *engine.Facts { return with(place(), power(1, "OTHER", "HANDLE:21 APPROVE:21 CLOSE:22")) },
			"[REASSIGN_STEP 1 21>22] 0 1"},
		{"one change ends three conflicts", func() *engine.Facts {
			return with(place(), power(1, "OTHER", "HANDLE:21 REVIEW:22 APPROVE:23"))
		}, "[] 0 0"},
		{"one person alone cannot separate", func() *engine.Facts {
			f := with(place(), power(1, "OTHER", "HANDLE:21 APPROVE:21 CLOSE:31"))
			f.Appointments = slices.DeleteFunc(f.Appointments, func(a engine.Appointment) bool { return a.Post/10 == 2 && a.Post != 21 })
			return f
		}, "[] 1 3"},
		{"a check follows wide discretion", func() *engine.Facts { return with(place(), power(1, "OTHER", "HANDLE:21W CLOSE:22")) },
			"[ADD_CHECK 1 0>22] 0 1"},
		{"a portfolio goes to another leader", func() *engine.Facts {
			f := led(1, engine.FunctionFinance, 900)
			f.Portfolios = append(f.Portfolios, engine.Portfolio{ID: 9, Person: 901, Unit: 3, Kind: term.PortfolioKindInCharge})
			return f
		}, "[MOVE_PORTFOLIO  0>0] 0 1"},
		{"a post goes to another person", func() *engine.Facts { return rotating(engine.Date(2020, 1, 1)) }, "[REPLACE_HOLDER  21>0] 0 1"},
		{"what is apart is planned apart", func() *engine.Facts {
			f := with(place(), power(1, "OTHER", "HANDLE:21 APPROVE:21 CLOSE:22"))
			f.Posts[3].Key, f.Posts[3].RotationYears, f.Appointments[3].From = true, 5, engine.Date(2020, 1, 1)
			return f
		}, "[REASSIGN_STEP 1 21>22 REPLACE_HOLDER  24>0] 0 2"},
	} {
		r := engine.PlanRepair(engine.NewState(*c.facts(), book(t)), 2, engine.DefaultRepairBudget)
		var items []string
		for _, i := range r.Items {
			items = append(items, fmt.Sprintf("%s %s %d>%d", i.Kind, i.Step, i.FromPost, i.ToPost))
		}
		if got := fmt.Sprintf("%v %d %d", items, len(r.Measures), r.Cost); got != c.want || !r.Exact() {
			t.Errorf("%s: %s, at least %d; want %s", c.name, got, r.Least, c.want)
		}
	}
}

func TestARepairStaysWithinTheDepartment(t *testing.T) {
	f := with(place(), power(1, term.PowerTypeProcurement, "HANDLE:21 CLOSE:22"), power(301, term.PowerTypeProcurement, "RECORD:31 INSPECT:32"))
	appoint(f, 210, 32, begun)
	f.Posts = append(f.Posts, engine.Post{ID: 27, Unit: 2})
	f.Units = append(f.Units, engine.Unit{ID: 4, Parent: 1, Kind: term.UnitKindDepartment})
	s := engine.NewState(*f, book(t))
	if c := s.OfUnit(2); len(c) != 1 || len(s.OfUnit(3)) != 1 || len(s.OfUnit(4)) != 0 {
		t.Fatalf("%v", c)
	}
	kinds := map[engine.ItemKind]int{}
	for _, i := range engine.Items(s, 2) {
		kinds[i.Kind]++
		if i.Power > 1 || i.FromPost/10 != 2 || i.ToPost > 26 {
			t.Errorf("%+v is not for department 2", i)
		}
	}
	if kinds[engine.ItemReassignStep] != 5 || kinds[engine.ItemReplaceHolder] != 5 || len(kinds) != 2 {
		t.Errorf("%v", kinds)
	}
	f = led(1, engine.FunctionFinance, 900)
	f.Portfolios = append(f.Portfolios, engine.Portfolio{ID: 9, Person: 901, Unit: 3, Kind: term.PortfolioKindInCharge})
	for _, i := range engine.Items(engine.NewState(*f, book(t)), 2) {
		if i.Portfolio != 2 || i.ToPerson != 901 {
			t.Errorf("%+v moves what is no charge of the unit, or to whom nothing is", i)
		}
	}
}

func TestWhatARepairChangesBeginsToday(t *testing.T) {
	ix := engine.NewIndex(*with(place(), power(1, "OTHER", "HANDLE:21 CLOSE:22")))
	for kind, want := range map[engine.ItemKind][2]engine.Day{
		engine.ItemReassignStep: {begun, today}, engine.ItemAddCheck: {begun, today}, engine.ItemReassignRole: {today, begun},
	} {
		changes := engine.Item{Kind: kind, Power: 1, Step: "1", Role: engine.RoleSupervision, ToPost: 23}.Changes(ix)
		if p, ok := changes[0].(engine.SetPower); !ok || p.Since != want[0] || p.ProcessSince != want[1] {
			t.Errorf("%s: %+v", kind, changes)
		}
	}
}

// department draws the facts of a small department with some conflicts.
func (d dice) department() engine.Facts {
	f := engine.Facts{Day: today, Units: []engine.Unit{{ID: 1, Kind: term.UnitKindBureau}, {ID: 2, Parent: 1, Kind: term.UnitKindDepartment}}}
	n := int64(2 + d.IntN(3))
	for id := range n {
		f.Posts = append(f.Posts, engine.Post{ID: id + 1, Unit: 2, Key: d.IntN(4) == 0, RotationYears: 3})
		f.Appointments = append(f.Appointments, engine.Appointment{ID: id + 1, Person: 1 + d.Int64N(n), Post: id + 1, From: d.day()})
	}
	for id := range int64(1 + d.IntN(2)) {
		p := d.power(id + 1)
		p.Unit, p.Process = 2, d.graph(4)
		for _, s := range p.Process.Steps {
			post := 1 + d.Int64N(n)
			s.PostID = &post
		}
		p.Exercising, p.Decision, p.Execution, p.Supervision = nil, 1+d.Int64N(n), 1+d.Int64N(n), 1+d.Int64N(n)
		f.Powers = append(f.Powers, p)
	}
	if d.IntN(3) == 0 {
		f.Relations = []engine.Relation{{ID: 1, A: 1, B: 2, Since: begun}}
	}
	return f
}

func TestARepairMayBeAdoptedInPart(t *testing.T) {
	rules := book(t)
	planned := 0
	rapid.Check(t, func(t *rapid.T) {
		d := newDice(rapid.Uint64().Draw(t, "seed"))
		f := d.department()
		budget := pick(d, 5, 300)
		s := engine.NewState(f, rules)
		facts, before := s.Index().Facts(), s.Result()
		plan := engine.PlanRepair(s, 2, budget)
		if !reflect.DeepEqual(s.Index().Facts(), facts) || !reflect.DeepEqual(s.Result(), before) {
			t.Fatal("the plan changed the state")
		}
		for _, i := range plan.Items {
			if d := s.Try(i.Changes(s.Index())...); len(d.Added) > 0 {
				t.Fatalf("%+v by itself makes %+v", i, d.Added)
			}
		}
		known := byName(before.Conflicts)
		for n, i := range plan.Items {
			if d := s.Apply(i.Changes(s.Index())...); len(d.Added) > 0 {
				t.Fatalf("%+v, after %d others, makes %+v", i, n, d.Added)
			}
			for _, c := range engine.Evaluate(s.Index().Facts(), rules).Conflicts {
				if !slices.Contains(known, c.Fingerprint()) {
					t.Fatalf("after %d changes there is %+v", n+1, c)
				}
			}
		}
		if got, want := byName(plan.Measures), byName(s.Result().Conflicts); !slices.Equal(got, want) {
			t.Fatalf("measures for %v, left are %v", got, want)
		}
		if plan.Cost != len(plan.Items)+engine.MeasureCost*len(plan.Measures) || plan.Least > plan.Cost {
			t.Fatalf("%+v", plan)
		}
		planned += len(plan.Items)
	})
	if planned == 0 {
		t.Error("nothing was planned")
	}
}

// TestARepairCostsWhatTheCheapestOfAllPlansDoes tries all plans, without taking anything apart.
func TestARepairCostsWhatTheCheapestOfAllPlansDoes(t *testing.T) {
	rules := book(t)
	costs := map[int]int{}
	rapid.Check(t, func(t *rapid.T) {
		d := newDice(rapid.Uint64().Draw(t, "seed"))
		for range 8 {
			s := engine.NewState(d.department(), rules)
			if n := s.Count(); n == 0 || n > 3 || len(engine.Items(s, 2)) > 24 {
				continue
			}
			plan := engine.PlanRepair(s, 2, 1_000_000)
			if !plan.Exact() {
				t.Fatalf("not exact: %+v", plan)
			}
			if want := cheapest(s, engine.Items(s, 2), plan.Cost); plan.Cost != want {
				t.Fatalf("%+v costs %d, want %d", plan, plan.Cost, want)
			}
			short := engine.PlanRepair(s, 2, d.IntN(60))
			if short.Least > plan.Cost || short.Cost < plan.Cost {
				t.Fatalf("with a small budget at least %d, at most %d; it is %d", short.Least, short.Cost, plan.Cost)
			}
			costs[plan.Cost]++
		}
	})
	for _, n := range []int{1, 2, 3} {
		if costs[n] == 0 {
			t.Errorf("no plan costs %d: %v", n, costs)
		}
	}
}

// cheapest is the cost of the cheapest plan of at most so many changes, by trying all sets that can be
// adopted step by step.
func cheapest(s *engine.State, items []engine.Item, most int) int {
	var safe []engine.Item
	for _, i := range items {
		if d := s.Try(i.Changes(s.Index())...); len(d.Added) == 0 {
			safe = append(safe, i)
		}
	}
	facts, rules := s.Index().Facts(), s.Rules()
	best := engine.MeasureCost * s.Count()
	level := map[string][]int{"": nil}
	for size := 1; size <= most && len(level) > 0; size++ {
		next := map[string][]int{}
		for _, set := range level {
			state := engine.NewState(facts, rules)
			for _, n := range set {
				state.Apply(safe[n].Changes(state.Index())...)
			}
			for n, i := range safe {
				clash := slices.ContainsFunc(set, func(m int) bool {
					a, b := safe[m], i
					a.ToPost, a.ToPerson, b.ToPost, b.ToPerson = 0, 0, 0, 0
					return a == b
				})
				name := fmt.Sprint(slices.Sorted(slices.Values(append(slices.Clone(set), n))))
				if _, was := next[name]; was || clash {
					continue
				}
				d := state.Try(i.Changes(state.Index())...)
				if len(d.Added) > 0 {
					continue
				}
				next[name] = append(slices.Clone(set), n)
				best = min(best, size+engine.MeasureCost*(state.Count()-len(d.Removed)))
			}
		}
		level = next
	}
	return best
}

// Who takes a post over and a step that goes to that post hang together.
func TestAStepDoesNotGoToAPostThatTheSamePersonTakesOver(t *testing.T) {
	var list []*engine.Power
	for id := range int64(4) {
		list = append(list, power(id+1, term.PowerTypeOther, "HANDLE:21 APPROVE:22 CLOSE:24"))
	}
	f := with(place(), append(list, power(9, term.PowerTypeOther, "HANDLE:23 APPROVE:23 CLOSE:24"))...)
	f.Appointments = slices.DeleteFunc(f.Appointments, func(a engine.Appointment) bool { return a.Post == 22 || a.Post > 24 && a.Post < 30 })
	appoint(f, 210, 22, begun)
	s := engine.NewState(*f, book(t))
	plan := engine.PlanRepair(s, 2, engine.DefaultRepairBudget)
	kinds := map[engine.ItemKind]int{}
	for _, i := range plan.Items {
		kinds[i.Kind]++
		s.Apply(i.Changes(s.Index())...)
	}
	if kinds[engine.ItemReplaceHolder] != 1 || kinds[engine.ItemReassignStep] != 1 || plan.Cost != 2 || s.Count() != 0 {
		t.Errorf("%+v leaves %d conflicts", plan, s.Count())
	}
}

// Together these would take thousands of tries.
func TestWhatIsApartTakesNoMoreThanEachByItself(t *testing.T) {
	var list []*engine.Power
	for id := range int64(5) {
		post := fmt.Sprint(21 + id)
		list = append(list, power(id+1, term.PowerTypeOther, "HANDLE:"+post+" APPROVE:"+post+" CLOSE:26"))
	}
	plan := engine.PlanRepair(engine.NewState(*with(place(), list...), book(t)), 2, 300)
	if len(plan.Items) != 5 || !plan.Exact() {
		t.Errorf("%+v", plan)
	}
}

func TestWithoutABudgetARepairIsMeasuresAlone(t *testing.T) {
	f := with(place(), power(1, term.PowerTypeOther, "HANDLE:21 APPROVE:21 CLOSE:22"))
	if plan := engine.PlanRepair(engine.NewState(*f, book(t)), 2, 0); len(plan.Items) != 0 || len(plan.Measures) != 1 || plan.Least != 1 || plan.Exact() {
		t.Errorf("%+v", plan)
	}
	f = with(place(), power(1, term.PowerTypeOther, "HANDLE:21 APPROVE:22 CLOSE:22"))
	if plan := engine.PlanRepair(engine.NewState(*f, book(t)), 2, 0); plan.Cost != 0 || !plan.Exact() {
		t.Errorf("where nothing is broken: %+v", plan)
	}
}

// A budget that ends before it is known that no plan is cheaper leaves the greedy plan.
func TestARepairOfASmallBudgetIsAGreedyOne(t *testing.T) {
	f := with(place(), power(1, term.PowerTypeOther, "HANDLE:21 APPROVE:21 EXECUTE:22 INSPECT:22 CLOSE:23"))
	greedy := 0
	for budget := 0; ; budget++ {
		plan := engine.PlanRepair(engine.NewState(*f, book(t)), 2, budget)
		if plan.Exact() {
			break
		}
		if plan.Cost == 2 && plan.Least == 1 {
			greedy++
		}
	}
	if greedy == 0 {
		t.Error("there is no plan before the cheapest is known")
	}
}
