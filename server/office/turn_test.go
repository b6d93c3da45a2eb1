package office_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/office"
)

// A bureau whose form is for the head: the head, who is in charge, the principal, and two
// members of the leading group.
var (
	aHead   = office.Holder{Role: term.RoleDeptHead, Person: 1, Unit: 13}
	aLeader = office.Holder{Role: term.RoleLeaderInCharge, Person: 2, Unit: 13}
	aChief  = office.Holder{Role: term.RolePrincipalLeader, Person: 3, Unit: 12}
	aMember = office.Holder{Role: term.RoleLeadingGroup, Person: 4, Account: 40, Unit: 11}
	aSecond = office.Holder{Role: term.RoleLeadingGroup, Account: 50}
	names   = map[office.Holder]string{aHead: "head", aLeader: "leader", aChief: "chief", aMember: "member", aSecond: "second"}
	ladder  = office.Chain{aHead, aLeader, aChief, aMember, aSecond}
)

// wanted works out by itself who is asked: the first who is free, else the first who signed.
func wanted(all office.Chain, own int, why map[office.Holder]term.Bar) (term.Turn, string) {
	for i, h := range all {
		if why[h] != "" {
			continue
		}
		switch {
		case i < own:
			return term.TurnOwn, names[h]
		case h.Role == term.RoleLeadingGroup:
			return term.TurnGroup, names[h]
		}
		return term.TurnNext, names[h]
	}
	for _, h := range all {
		if why[h] == term.BarSigned {
			return term.TurnAgain, names[h]
		}
	}
	for _, h := range all {
		if h.Role == term.RoleLeadingGroup {
			return term.TurnNobody, ""
		}
	}
	return term.TurnGroup, ""
}

// TestWhoseTurnItIsInEveryCase goes through every part of the ladder that may be vacant, every
// number of holders of the own tier and every reason why each may not act.
func TestWhoseTurnItIsInEveryCase(t *testing.T) {
	bars := append([]string{""}, term.Bar("").Values()...)
	cases := 0
	for vacant := range 1 << len(ladder) {
		var all office.Chain
		for i, h := range ladder {
			if vacant>>i&1 == 0 {
				all = append(all, h)
			}
		}
		for own := range min(len(all), 2) + 1 {
			for n := range pow(len(bars), len(all)) {
				why := map[office.Holder]term.Bar{}
				for i, rest := 0, n; i < len(all); i, rest = i+1, rest/len(bars) {
					why[all[i]] = term.Bar(bars[rest%len(bars)])
				}
				check(t, all, own, why)
				cases++
			}
		}
	}
	if cases < 10_000 {
		t.Errorf("only %d cases were tried", cases)
	}
}

func pow(base, exponent int) int {
	out := 1
	for range exponent {
		out *= base
	}
	return out
}

func check(t *testing.T, all office.Chain, own int, why map[office.Holder]term.Bar) {
	t.Helper()
	got := office.Ask(all[:own], all[own:], func(h office.Holder) term.Bar { return why[h] })
	turn, first := wanted(all, own, why)
	asked := ""
	if len(got.Asked) > 0 {
		asked = names[got.Asked[0]]
	}
	name := func() string { return fmt.Sprint(all, own, why) }
	if got.Turn != turn || asked != first {
		t.Fatalf("%s: %s asks %q, want %s asks %q", name(), got.Turn, asked, turn, first)
	}
	for _, h := range got.Asked {
		if b := why[h]; b != "" && (b != term.BarSigned || turn != term.TurnAgain) {
			t.Fatalf("%s: %s is asked although %s", name(), names[h], b)
		}
	}
	for _, p := range got.Passed {
		i := slices.IndexFunc(all, func(h office.Holder) bool { return h.Person == p.Person && h.Account == p.Account })
		switch {
		case turn == term.TurnOwn:
			t.Fatalf("%s: somebody is passed over although it is their tier's turn", name())
		case why[all[i]] != p.Because || p.Because == "" || p.Role != all[i].Role:
			t.Fatalf("%s: %s is passed over because %q", name(), names[all[i]], p.Because)
		case slices.Contains(got.Asked, all[i]):
			t.Fatalf("%s: %s is both asked and passed over", name(), names[all[i]])
		}
	}
	if turn == term.TurnNobody && len(got.Passed) != len(all) {
		t.Fatalf("%s: nobody is left, but only %d are named", name(), len(got.Passed))
	}
}

// TestWhoseTurnItIs spells out what the rule is for.
func TestWhoseTurnItIs(t *testing.T) {
	for name, c := range map[string]struct {
		barred map[office.Holder]term.Bar
		turn   term.Turn
		asked  string
		passed string
	}{
		"the head":              {nil, term.TurnOwn, "head leader chief member second", ""},
		"the head wrote a row":  {map[office.Holder]term.Bar{aHead: term.BarPrepared}, term.TurnNext, "leader chief member second", "head PREPARED"},
		"the leader is free":    {map[office.Holder]term.Bar{aLeader: term.BarPrepared}, term.TurnOwn, "head chief member second", ""},
		"the bureau prepared":   {map[office.Holder]term.Bar{aHead: term.BarPrepared, aLeader: term.BarSigned, aChief: term.BarSubject}, term.TurnGroup, "member second", "head PREPARED, leader SIGNED, chief SUBJECT"},
		"one member is left":    {map[office.Holder]term.Bar{aHead: term.BarPrepared, aLeader: term.BarPrepared, aChief: term.BarAbsent, aMember: term.BarPrepared}, term.TurnGroup, "second", "head PREPARED, leader PREPARED, chief ABSENT, member PREPARED"},
		"only who signed":       {map[office.Holder]term.Bar{aHead: term.BarPrepared, aLeader: term.BarSigned, aChief: term.BarPrepared, aMember: term.BarSigned, aSecond: term.BarPrepared}, term.TurnAgain, "leader member", "head PREPARED, chief PREPARED, second PREPARED"},
		"everybody prepared it": {map[office.Holder]term.Bar{aHead: term.BarPrepared, aLeader: term.BarPrepared, aChief: term.BarPrepared, aMember: term.BarPrepared, aSecond: term.BarPrepared}, term.TurnNobody, "", "head PREPARED, leader PREPARED, chief PREPARED, member PREPARED, second PREPARED"},
	} {
		got := office.Ask(ladder[:1], ladder[1:], func(h office.Holder) term.Bar { return c.barred[h] })
		var asked, passed []string
		for _, h := range got.Asked {
			asked = append(asked, names[h])
		}
		for _, p := range got.Passed {
			i := slices.IndexFunc(ladder, func(h office.Holder) bool { return h.Person == p.Person && h.Account == p.Account })
			passed = append(passed, names[ladder[i]]+" "+string(p.Because))
		}
		if got.Turn != c.turn || strings.Join(asked, " ") != c.asked || strings.Join(passed, ", ") != c.passed {
			t.Errorf("%s: %s asks %v and passes over %v, want %s, %s, %s", name, got.Turn, asked, passed, c.turn, c.asked, c.passed)
		}
	}
}

// TestSomebodyInTwoPlacesIsNamedOnce: a principal leader who also is in charge.
func TestSomebodyInTwoPlacesIsNamedOnce(t *testing.T) {
	twice := office.Holder{Role: term.RolePrincipalLeader, Person: aLeader.Person, Account: 20, Unit: 12}
	got := office.Ask(office.Chain{aLeader}, office.Chain{twice, aMember}, func(h office.Holder) term.Bar {
		if h.Person == aLeader.Person {
			return term.BarPrepared
		}
		return ""
	})
	if got.Turn != term.TurnGroup || len(got.Passed) != 1 || got.Passed[0].Role != term.RoleLeaderInCharge {
		t.Errorf("%+v", got)
	}
}
