package term_test

import (
	"slices"
	"strings"
	"testing"

	"sineng/ent/term"
)

// everySet are all sets of types, each as its members, worked out from a number of a bit for each type.
func everySet() (all [][]term.RiskType) {
	types := []term.RiskType{term.RiskTypeMoral, term.RiskTypeInstitution, term.RiskTypeDuty, term.RiskTypeEnvironment, term.RiskTypeProcess}
	for mask := 1; mask < 32; mask++ {
		var set []term.RiskType
		for i, t := range types {
			if mask&(1<<i) != 0 {
				set = append(set, t)
			}
		}
		all = append(all, set)
	}
	return append(all, []term.RiskType{term.RiskTypeUnclassified})
}

func TestASetOfTypesIsEachOfTheThirtyTwoAndNothingElse(t *testing.T) {
	written := map[string]bool{}
	for _, members := range everySet() {
		var words, zh []string
		for _, m := range members {
			words, zh = append(words, string(m)), append(zh, m.Label("zh"))
		}
		want := strings.Join(words, ",")
		written[want] = true
		turned := slices.Clone(members)
		slices.Reverse(turned)
		for _, given := range [][]term.RiskType{members, turned, append(turned, members...)} {
			if got, ok := term.RiskTypesOf(given...); !ok || string(got) != want {
				t.Errorf("%v is the set %q %v, want %q", given, got, ok, want)
			}
		}
		set := term.RiskTypes(want)
		if !set.Valid() || !slices.Equal(set.List(), members) || set.Label("zh") != strings.Join(zh, "、") {
			t.Errorf("%q has %v and the words %s", set, set.List(), set.Label("zh"))
		}
		for _, v := range term.RiskType("").Values() {
			one := term.RiskType(v)
			if set.Has(one) != slices.Contains(members, one) || set.Meets([]term.RiskType{one}) != slices.Contains(members, one) {
				t.Errorf("%q has %s: %v", set, v, set.Has(one))
			}
		}
	}
	values := term.RiskTypes("").Values()
	if len(values) != 32 || len(written) != 32 {
		t.Fatalf("there are %d sets, want 32", len(values))
	}
	for _, v := range values {
		if !written[v] {
			t.Errorf("%q is no set", v)
		}
	}
}

func TestWhatIsNoSetOfTypesIsRefused(t *testing.T) {
	unclassified := term.RiskTypeUnclassified
	for _, types := range [][]term.RiskType{{}, {""}, {"moral"}, {"MORAL,DUTY"}, {"MORAL,DUTY", "PROCESS"}, {term.RiskTypeDuty, "X"}, {unclassified, term.RiskTypeDuty},
		{term.RiskTypeProcess, unclassified}} {
		if got, ok := term.RiskTypesOf(types...); ok || got != "" {
			t.Errorf("%v makes the set %q", types, got)
		}
	}
	for _, text := range []term.RiskTypes{"", "DUTY,MORAL", "DUTY,DUTY", "DUTY,", "duty", "DUTY, PROCESS", "DUTY,UNCLASSIFIED"} {
		if text.Valid() || text.List() != nil || text.Has(term.RiskTypeDuty) || text.Label("zh") != string(text) {
			t.Errorf("%q passes for a set with %v", text, text.List())
		}
	}
}

// The sets of a filter: all that have one of its types.
func TestAFilterByTypesNamesEverySetThatHasOneOfThem(t *testing.T) {
	every := term.RiskType("").Values()
	for mask := range 1 << len(every) {
		var asked []term.RiskType
		for i, v := range every {
			if mask>>i&1 == 1 {
				asked = append(asked, term.RiskType(v))
			}
		}
		named := term.RiskTypesWith(asked...)
		for _, members := range everySet() {
			set, _ := term.RiskTypesOf(members...)
			want := slices.ContainsFunc(members, func(m term.RiskType) bool { return slices.Contains(asked, m) })
			if slices.Contains(named, set) != want || set.Meets(asked) != want {
				t.Errorf("%v names %q: %v", asked, set, !want)
			}
		}
	}
}
