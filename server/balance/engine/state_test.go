package engine_test

import (
	"maps"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sineng/ent/term"
	"sineng/server/balance/engine"
)

func TestAfterAnyChangesTheStateIsWhatAWholeRunFinds(t *testing.T) {
	rules := book(t, mixed()...)
	broken := map[string]bool{}
	rapid.Check(t, func(t *rapid.T) {
		walk(t, rules, rapid.Uint64().Draw(t, "seed"), 60, 6, broken)
	})
	for seed := range uint64(3) {
		walk(t, rules, seed, 1000, 50, broken)
	}
	for _, r := range rules.Rules() {
		if !broken[r.Code] {
			t.Errorf("no random facts broke %s", r.Code)
		}
	}
}

// walk makes random changes and looks at the whole after every few of them.
func walk(t rapid.TB, rules *engine.Rulebook, seed uint64, steps, every int, broken map[string]bool) {
	d := newDice(seed)
	s := engine.NewState(d.facts(), rules)
	known := map[string]string{}
	for _, c := range s.Result().Conflicts {
		known[c.Fingerprint()] = c.Digest()
	}
	for n := 1; n <= steps; n++ {
		changes := []engine.Change{d.change()}
		for d.IntN(4) == 0 {
			changes = append(changes, d.change())
		}
		var tried engine.Diff
		if n%every == 0 {
			tried = s.Try(changes...)
		}
		diff := s.Apply(changes...)
		follow(t, known, diff)
		if n%every != 0 {
			continue
		}
		if !reflect.DeepEqual(tried, diff) {
			t.Fatalf("change %d: tried it does %+v, applied %+v", n, tried, diff)
		}
		want, got := engine.Evaluate(s.Index().Facts(), rules), s.Result()
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("after %d changes, the last %#v, %d conflicts, whole %d:\n%v\n%v", n, changes, len(got.Conflicts), len(want.Conflicts), got, want)
		}
		now := map[string]string{}
		for _, c := range want.Conflicts {
			now[c.Fingerprint()] = c.Digest()
			broken[c.Rule] = true
		}
		if !maps.Equal(known, now) {
			t.Fatalf("after %d changes the differences come to other conflicts", n)
		}
	}
}

// follow applies a difference to known conflicts.
func follow(t rapid.TB, known map[string]string, d engine.Diff) {
	for _, c := range d.Removed {
		if _, ok := known[c.Fingerprint()]; !ok {
			t.Fatalf("%v is removed and was not there", c)
		}
		delete(known, c.Fingerprint())
	}
	for _, c := range d.Added {
		if _, ok := known[c.Fingerprint()]; ok {
			t.Fatalf("%v is added and was there", c)
		}
		known[c.Fingerprint()] = c.Digest()
	}
	for _, c := range d.Changed {
		if was, ok := known[c.Fingerprint()]; !ok || was == c.Digest() {
			t.Fatalf("%v is changed and was not there, or as it is", c)
		}
		known[c.Fingerprint()] = c.Digest()
	}
}

func TestAStreamFindsWhatAWholeRunDoes(t *testing.T) {
	for name, rules := range map[string]*engine.Rulebook{"all": book(t, mixed()...), "built-in": book(t)} {
		rapid.Check(t, func(t *rapid.T) {
			f := newDice(rapid.Uint64().Draw(t, "seed")).facts()
			rest := f
			rest.Powers = nil
			var got engine.Result
			engine.Stream(engine.NewIndex(rest), rules, slices.Values(f.Powers), func(c []engine.Conflict, u []engine.Unknown) bool {
				got.Conflicts, got.Unknown = append(got.Conflicts, c...), append(got.Unknown, u...)
				return true
			})
			if want := engine.Evaluate(f, rules); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s: %v, want %v", name, got, want)
			}
		})
	}
}

// TestAChangeTouchesWhatHangsOnItAlone counts in a register of many powers.
func TestAChangeTouchesWhatHangsOnItAlone(t *testing.T) {
	f := place()
	for i := range int64(500) {
		p := power(300_000+i, term.PowerTypeFinance, "HANDLE:31 APPROVE:32")
		p.Unit = 3
		with(f, p)
	}
	with(f, power(1, term.PowerTypeFinance, "HANDLE:21 APPROVE:22"), power(2, term.PowerTypeProcurement, "HANDLE:22 INSPECT:23"))
	f.Posts[0].Key, f.Posts[0].RotationYears = true, 5
	f.Units[2].Functions = engine.FunctionSet(engine.FunctionFinance)
	f.Portfolios = []engine.Portfolio{{ID: 1, Person: 900, Unit: 1, Kind: term.PortfolioKindPrincipal}, {ID: 2, Person: 901, Unit: 2, Kind: term.PortfolioKindInCharge}}
	ix, rules := engine.NewIndex(*f), book(t)
	appointment := func(person, post int64) engine.Change {
		return engine.SetAppointment{Appointment: engine.Appointment{ID: 9000, Person: person, Post: post, From: begun}}
	}
	for _, c := range []struct {
		name   string
		change engine.Change
		want   engine.Touch
	}{
		{"an appointment to a post of one power", appointment(310, 21), engine.Touch{Powers: []int64{1}, Units: []int64{2}, Figures: []int64{1}}},
		{"one to a post of a procurement", appointment(310, 23), engine.Touch{Powers: []int64{2}, Bureaus: []int64{1}, Figures: []int64{2}}},
		{"one to a post without a step", appointment(310, 26), engine.Touch{}},
		{"a move from one post to another", engine.SetAppointment{Appointment: engine.Appointment{ID: 21, Person: 210, Post: 24, From: begun}},
			engine.Touch{Powers: []int64{1}, Units: []int64{2}, Figures: []int64{1}}},
		{"a deputy", engine.SetDeputy{Deputy: engine.Deputy{ID: 1, Person: 220, Deputy: 210}}, engine.Touch{Figures: []int64{1, 2}}},
		{"a relation between people of one power", engine.SetRelation{Relation: engine.Relation{ID: 1, A: 210, B: 220}}, engine.Touch{Powers: []int64{1}}},
		{"one between people who share none", engine.SetRelation{Relation: engine.Relation{ID: 1, A: 210, B: 310}}, engine.Touch{}},
		{"charge of a unit without a function", engine.SetPortfolio{Portfolio: engine.Portfolio{ID: 3, Person: 900, Unit: 2, Kind: term.PortfolioKindInCharge}}, engine.Touch{}},
		{"charge of one with", engine.SetPortfolio{Portfolio: engine.Portfolio{ID: 3, Person: 900, Unit: 3, Kind: term.PortfolioKindInCharge}}, engine.Touch{Units: []int64{3}}},
		{"a principal who is in charge of nothing", engine.SetPortfolio{Portfolio: engine.Portfolio{ID: 3, Person: 902, Unit: 1, Kind: term.PortfolioKindPrincipal}}, engine.Touch{}},
		{"another process", engine.SetPower{Power: power(1, term.PowerTypeFinance, "HANDLE:21")}, engine.Touch{Powers: []int64{1}, Figures: []int64{1}}},
		{"the next day", engine.SetDay{Day: today + 1}, engine.Touch{}},
		{"the day of a limit", engine.SetDay{Day: begun.AfterYears(5)}, engine.Touch{Units: []int64{2}}},
	} {
		if got := engine.Touched(ix, rules, c.change); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s touches %+v, want %+v", c.name, got, c.want)
		}
	}
	if !reflect.DeepEqual(ix.Facts(), engine.NewIndex(*f).Facts()) {
		t.Error("to ask what is touched changed the facts")
	}
}
