package engine_test

import (
	"fmt"
	"math/bits"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"sineng/ent/term"
	"sineng/server/balance/engine"
)

func TestTheCollusionNumberOfSmallProcesses(t *testing.T) {
	for _, c := range []struct {
		steps  string
		change func(*engine.Facts)
		want   string
	}{
		{"ACCEPT:21 CLOSE:21", nil, "EXACT 1-1 [210] [1 2] []"},
		{"ACCEPT:21 REVIEW:22 CLOSE:21", nil, "EXACT 2-2 [210 220] [1 2 3] []"},
		{"ACCEPT:21 REVIEW:22 CLOSE:21 1>3", nil, "EXACT 1-1 [210] [1 3] []"},
		{"ACCEPT:21 REVIEW:22 APPROVE:23 CLOSE:24 1>4", nil, "EXACT 2-2 [210 240] [1 4] []"},
		{"ACCEPT:21A REVIEW:22 CLOSE:23 1>3 2!3", nil, "EXACT 3-3 [210 220 230] [1 2 3] []"},
		{"ACCEPT:21 REVIEW:22 CLOSE:21", doubled(22), "EXACT 1-1 [210] [1 2 3] []"},
		{"ACCEPT:21 REVIEW:22 CLOSE:21", func(f *engine.Facts) { f.Deputies = []engine.Deputy{{ID: 1, Person: 220, Deputy: 210}} }, "EXACT 1-1 [210] [1 2 3] []"},
		{"ACCEPT:21 REVIEW:29 CLOSE:21", nil, "UNKNOWN_HOLDERS 1-2 [210] [1 2 3] [2]"},
		{"ACCEPT:21 REVIEW: APPROVE: CLOSE:21", nil, "UNKNOWN_HOLDERS 1-3 [210] [1 2 3 4] [2 3]"},
		{"ACCEPT:29 REVIEW:29", nil, "EXACT 1-1 [] [1 2] [1 2]"},
		{"ACCEPT: REVIEW:21 CLOSE:22 1!2 1>3 2>3", nil, "UNKNOWN_HOLDERS 1-2 [220] [1 3] [1]"},
		{"ACCEPT:21S HANDLE:21S CLOSE:21", nil, "EXACT 1-1 [210] [2 3] []"},
		{"ACCEPT:21 REVIEW:22 2>1", nil, "UNDEFINED 0-0 [] [] []"},
		{"", nil, "UNDEFINED 0-0 [] [] []"},
	} {
		f := with(place(), power(1, term.PowerTypeOther, c.steps))
		if c.change != nil {
			c.change(f)
		}
		n := engine.CollusionOf(engine.NewIndex(*f), 1, engine.DefaultBudget)
		if got := fmt.Sprintf("%s %d-%d %v %v %v", n.State, n.Least, n.Most, n.People, n.Run, n.Unknown); got != c.want {
			t.Errorf("%s: %s, want %s", c.steps, got, c.want)
		}
	}
}

// TestTheCollusionNumberIsThatOfAllSetsTried compares with every set of people in turn.
func TestTheCollusionNumberIsThatOfAllSetsTried(t *testing.T) {
	seen := map[int]int{}
	rapid.Check(t, func(t *rapid.T) {
		d := newDice(rapid.Uint64().Draw(t, "seed"))
		for range 6 {
			f := d.facts()
			for _, p := range f.Powers {
				if p.Process != nil {
					p.Process = d.graph(10)
				}
			}
			ix := engine.NewIndex(f)
			for _, p := range f.Powers {
				got := engine.CollusionOf(ix, p.ID, engine.DefaultBudget)
				least, most := tried(&f, p)
				if got.Least != least || got.Most != most {
					t.Fatalf("power %d: %+v, want %d to %d", p.ID, got, least, most)
				}
				if (got.State == engine.CollusionExact) != (least == most && most > 0) || got.State == engine.CollusionBudget {
					t.Fatalf("power %d: %+v", p.ID, got)
				}
				if got.Most > 0 && !carries(&f, p, got) {
					t.Fatalf("power %d: %+v does not carry its run", p.ID, got)
				}
				seen[most]++
			}
		}
	})
	for _, n := range []int{0, 1, 2, 3, 4} {
		if seen[n] == 0 {
			t.Errorf("no power has the number %d: %v", n, seen)
		}
	}
}

// who are the people who can carry each step, deputies included; unknown holders are negative.
func who(f *engine.Facts, p *engine.Power) [][]int64 {
	out := make([][]int64, len(p.Process.Steps))
	for i, s := range p.Process.Steps {
		if s.PostID == nil {
			out[i] = []int64{-1000 - int64(i)}
			continue
		}
		for _, a := range f.Appointments {
			if a.Post == *s.PostID {
				out[i] = append(out[i], a.Person)
				for _, d := range f.Deputies {
					if d.Person == a.Person {
						out[i] = append(out[i], d.Deputy)
					}
				}
			}
		}
		if len(out[i]) == 0 {
			out[i] = []int64{-*s.PostID}
		}
	}
	return out
}

// tried are the bounds by all sets.
func tried(f *engine.Facts, p *engine.Power) (least, most int) {
	if p.Process == nil {
		return 0, 0
	}
	holders := who(f, p)
	var all []int64
	for _, h := range holders {
		for _, id := range h {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	least, most = -1, -1
	for set := range 1 << len(all) {
		strict, loose := make([]bool, len(holders)), make([]bool, len(holders))
		known := 0
		for n, id := range all {
			if set&(1<<n) != 0 && id > 0 {
				known++
			}
		}
		for i, h := range holders {
			for _, id := range h {
				if set&(1<<slices.Index(all, id)) != 0 {
					strict[i], loose[i] = true, true
				}
				if id < 0 {
					loose[i] = true
				}
			}
		}
		if size := bits.OnesCount(uint(set)); (most < 0 || size < most) && hasRun(p, strict) {
			most = size
		}
		if (least < 0 || known < least) && hasRun(p, loose) {
			least = known
		}
	}
	if most < 0 {
		return 0, 0
	}
	return max(1, least), most
}

// hasRun tells whether a run is made of allowed steps, by the definition: a set of them with a start,
// in which each step is an end or goes on within it, and each gets a number below those before it.
func hasRun(p *engine.Power, allowed []bool) bool {
	x := p.Process.Indexed()
	ok := make([]bool, len(allowed))
	for range allowed {
		for i := range allowed {
			if !allowed[i] || ok[i] {
				continue
			}
			if slices.Contains(x.Exits, i) {
				ok[i] = true
				continue
			}
			some, every := false, true
			for _, j := range x.After[i] {
				if j != i {
					some, every = some || ok[j], every && ok[j]
				}
			}
			if p.Process.Steps[i].Split == term.SplitAll {
				ok[i] = some && every
			} else {
				ok[i] = some
			}
		}
	}
	return slices.ContainsFunc(x.Entries, func(e int) bool { return ok[e] })
}

// carries tells whether the people named hold every step of the run named, and the run is one.
func carries(f *engine.Facts, p *engine.Power, n engine.Collusion) bool {
	holders := who(f, p)
	allowed := make([]bool, len(holders))
	unknown := map[int64]bool{}
	for i, s := range p.Process.Steps {
		if !slices.Contains(n.Run, s.Key) {
			continue
		}
		allowed[i] = true
		if slices.Contains(n.Unknown, s.Key) {
			unknown[holders[i][0]] = true
			continue
		}
		if !slices.ContainsFunc(holders[i], func(id int64) bool { return slices.Contains(n.People, id) }) {
			return false
		}
	}
	return hasRun(p, allowed) && len(n.People)+len(unknown) <= n.Most
}

func TestAFurtherCheckNeverLowersTheCollusionNumber(t *testing.T) {
	raised := 0
	rapid.Check(t, func(t *rapid.T) {
		d := newDice(rapid.Uint64().Draw(t, "seed"))
		for range 6 {
			f := d.facts()
			ix := engine.NewIndex(f)
			p := f.Powers[0]
			if p.Process == nil {
				continue
			}
			step := p.Process.Steps[d.IntN(len(p.Process.Steps))].Key
			more, ok := engine.WithCheck(p, step, "check", term.StepKindReview, d.id(posts+2))
			if !ok {
				t.Fatal("no check is added")
			}
			before, after := engine.CollusionOfPower(ix, p, engine.DefaultBudget), engine.CollusionOfPower(ix, more, engine.DefaultBudget)
			if after.Most < before.Most || after.Least < before.Least {
				t.Fatalf("%+v, with a check after %s %+v", before, step, after)
			}
			if after.Most > before.Most {
				raised++
			}
		}
	})
	if raised == 0 {
		t.Error("no check raised a number")
	}
}

func TestWithoutABudgetThereAreBounds(t *testing.T) {
	// Ways of two steps each beside one another: whoever is greedy takes the shortest.
	f := with(place(), power(1, term.PowerTypeOther, "ACCEPT:21 REVIEW:22 APPROVE:23 HANDLE:24 DECIDE:24 CLOSE:24 1>4 3>6 3!4"))
	exact := engine.CollusionOf(engine.NewIndex(*f), 1, engine.DefaultBudget)
	bounded := engine.CollusionOf(engine.NewIndex(*f), 1, 0)
	if exact.Most != 2 || exact.State != engine.CollusionExact {
		t.Errorf("%+v", exact)
	}
	if bounded.State != engine.CollusionBudget && bounded.Least != bounded.Most || bounded.Least > 2 || bounded.Most < 2 {
		t.Errorf("without a budget %+v", bounded)
	}
	if bounded.State != engine.CollusionBudget {
		t.Errorf("without a budget it is called %s", bounded.State)
	}
	// So it is where a holder is unknown too.
	f = with(place(), power(1, term.PowerTypeOther, "ACCEPT:21 REVIEW:22 APPROVE:23 HANDLE:24 DECIDE:24 CLOSE:29 1>4 3>6 3!4"))
	if bounded := engine.CollusionOf(engine.NewIndex(*f), 1, 0); bounded.State != engine.CollusionBudget || bounded.Least >= bounded.Most {
		t.Errorf("without a budget and a holder %+v", bounded)
	}
}

func TestTheLowestNumberOfAUnitNamesItsPower(t *testing.T) {
	f := with(place(), power(1, "OTHER", "ACCEPT:21 REVIEW:22 CLOSE:23"), power(2, "OTHER", "ACCEPT:21 REVIEW:29 CLOSE:21"), power(3, "OTHER", ""),
		power(301, "OTHER", "CLOSE:31"), power(302, "OTHER", "ACCEPT:31 CLOSE:32"))
	ix := engine.NewIndex(*f)
	of := func(unit int64, below bool) string {
		c := engine.CollusionOfUnit(ix, unit, below, engine.DefaultBudget)
		return fmt.Sprint(c.Lowest.Power, c.Powers, c.Alarms, c.MayAlarm, c.Undefined, c.Bounded)
	}
	for got, want := range map[string]string{
		of(2, false): "2 map[2:1 3:1] [] [2] [3] 1",
		of(3, false): "301 map[1:1 2:1] [301] [] [] 0",
		of(1, true):  "301 map[1:1 2:2 3:1] [301] [2] [3] 1",
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if c := engine.CollusionOfUnit(ix, 1, false, 1); c.Lowest != nil || !reflect.DeepEqual(c, engine.Collusions{}) {
		t.Errorf("of a unit without powers: %+v", c)
	}
}

func TestACheckAfterAStepThatMayEndCannotBePassedBy(t *testing.T) {
	f := with(place(), power(1, term.PowerTypeOther, "ACCEPT:21E RECORD:21"))
	more, ok := engine.WithCheck(f.Powers[0], "1", "check", term.StepKindReview, 22)
	if n := engine.CollusionOfPower(engine.NewIndex(*f), more, engine.DefaultBudget); !ok || n.Most != 2 {
		t.Errorf("with a check %+v", n)
	}
}

func TestAPowerWithoutANumberIsNoAlarm(t *testing.T) {
	f := with(place(), power(1, term.PowerTypeOther, ""), power(2, term.PowerTypeOther, "ACCEPT:21 CLOSE:29"))
	ix := engine.NewIndex(*f)
	for _, id := range []int64{1, 99} {
		n := engine.CollusionOf(ix, id, engine.DefaultBudget)
		if n.Power != id || n.State != engine.CollusionUndefined || n.Alarm() || n.MayAlarm() {
			t.Errorf("%+v, alarm %v, perhaps %v", n, n.Alarm(), n.MayAlarm())
		}
	}
	if n := engine.CollusionOf(ix, 2, engine.DefaultBudget); n.Alarm() || !n.MayAlarm() {
		t.Errorf("%+v, alarm %v, perhaps %v", n, n.Alarm(), n.MayAlarm())
	}
}

func TestTheLowestNumberIsByItsBoundsThenByThePower(t *testing.T) {
	n := func(power int64, least, most int) engine.Collusion {
		return engine.Collusion{Power: power, State: engine.CollusionUnknownHolders, Least: least, Most: most}
	}
	for _, c := range []struct {
		name        string
		first, next engine.Collusion
		want        int64
	}{
		{"fewer at most", n(1, 2, 3), n(2, 2, 2), 2},
		{"more at most, fewer at least", n(1, 2, 2), n(2, 1, 3), 1},
		{"as many at most, fewer at least", n(1, 2, 3), n(2, 1, 3), 2},
		{"as many at most, more at least", n(2, 1, 3), n(1, 2, 3), 2},
		{"the same of a smaller power", n(2, 2, 3), n(1, 2, 3), 1},
		{"the same of a greater power", n(1, 2, 3), n(2, 2, 3), 1},
	} {
		var all engine.Collusions
		all.Add(c.first)
		all.Add(c.next)
		if all.Lowest.Power != c.want {
			t.Errorf("%s: the lowest is %+v", c.name, all.Lowest)
		}
	}
}
