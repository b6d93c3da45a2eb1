package balance

import (
	"testing"

	"sineng/server/balance/engine"
)

func TestFindingsThatDifferAreNamedByTheFirstPlaceWhereTheyDo(t *testing.T) {
	a, b, c := Finding{"A", 1, 1}, Finding{"A", 1, 2}, Finding{"B", 1, 1}
	for _, one := range []struct {
		first, second []Finding
		want          string
	}{
		{[]Finding{a, b}, []Finding{a, b}, ""},
		{[]Finding{a, b}, []Finding{a, c}, "number 2 is {Rule:A Site:1 Person:2} and {Rule:B Site:1 Person:1}"},
		{[]Finding{a}, []Finding{a, c}, "the second has 1 more, first {Rule:B Site:1 Person:1}"},
		{[]Finding{a, c}, nil, "the first has 2 more, first {Rule:A Site:1 Person:1}"},
	} {
		if got := differ(one.first, one.second); got != one.want {
			t.Errorf("%v and %v differ %q, want %q", one.first, one.second, got, one.want)
		}
	}
}

// A rule that is expressible and stands in no statement would be compared as one that nobody breaks.
func TestEachWayHasEveryExpressibleRule(t *testing.T) {
	for _, w := range ways() {
		stated := map[string]bool{}
		for _, s := range w.statements {
			stated[s.rule] = true
		}
		for _, r := range expressible() {
			// A statement without a rule is that of all pairs on one process.
			if !stated[r.Code] && (r.Definition.Scope != engine.ScopeSameProcess || !stated[""]) {
				t.Errorf("%s: %s is missing", w.name, r.Code)
			}
		}
	}
}

// A rule that nobody breaks would be compared without being looked at.
func TestEveryExpressibleRuleIsBrokenSomewhere(t *testing.T) {
	rules, err := engine.NewRulebook(expressible())
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	for _, c := range engine.Evaluate(Sizes["s"].Facts(), rules).Conflicts {
		if c.Hand.Kind == engine.HandPerson {
			found[c.Rule]++
		}
	}
	for _, r := range expressible() {
		if found[r.Code] == 0 {
			t.Errorf("nobody breaks %s", r.Code)
		}
	}
}
