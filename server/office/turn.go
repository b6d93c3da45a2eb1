package office

import "sineng/ent/term"

// Answer is who acts on a matter, once those are passed over who may not.
type Answer struct {
	Turn term.Turn
	// Asked are those who may act, the first to be asked first: of the own tier, then of those
	// above. It is empty for TurnNobody, and where the leading group that is to act has no
	// member.
	Asked Chain
	// Passed are those who would have been asked before them, and why they are not; none for
	// TurnOwn.
	Passed []term.PassedOver
}

// Ask is the one rule for who acts where somebody may not act on their own matter. It is the
// turn of their own tier, then of those above in the order of the chain, up to the unaffected
// members of the leading group. Where nobody unaffected is left, somebody acts again who acted
// on another stage of the matter; whoever prepared it, whom it is about or who is absent never
// does. A leading group without members is asked if nobody else is, so that it waits for an
// appointment.
//
// Own are the holders of the tier whose matter it is, above those who stand above them, the
// leading group last; bars says why somebody may not act, "" for nothing.
func Ask(own, above Chain, bars func(Holder) term.Bar) Answer {
	all := append(append(Chain{}, own...), above...)
	free := all.keep(func(h Holder) bool { return bars(h) == "" })
	group := all.keep(func(h Holder) bool { return h.Role == term.RoleLeadingGroup })
	again := all.keep(func(h Holder) bool { return bars(h) == term.BarSigned })
	switch {
	case len(free) > 0:
		return Answer{Turn: turnOf(free[0], own), Asked: free}.past(all, free[0], bars)
	case len(again) > 0:
		return Answer{Turn: term.TurnAgain, Asked: again}.past(all, again[0], bars)
	case len(group) == 0:
		return Answer{Turn: term.TurnGroup}.past(all, Holder{}, bars)
	}
	return Answer{Turn: term.TurnNobody}.past(all, Holder{}, bars)
}

// turnOf is whose turn it is when somebody is the first to be asked.
func turnOf(first Holder, own Chain) term.Turn {
	for _, h := range own {
		if h == first {
			return term.TurnOwn
		}
	}
	if first.Role == term.RoleLeadingGroup {
		return term.TurnGroup
	}
	return term.TurnNext
}

// past adds those who are barred and stand before the first who is asked, each once.
func (a Answer) past(all Chain, first Holder, bars func(Holder) term.Bar) Answer {
	if a.Turn == term.TurnOwn {
		return a
	}
	seen := map[[2]int64]bool{}
	for _, h := range all {
		if a.Turn != term.TurnAgain && h == first {
			break
		}
		who := [2]int64{h.Person, h.Account}
		if h.Person != 0 {
			who[1] = 0 // one person, whatever account was read with them
		}
		why := bars(h)
		if seen[who] || why == "" || a.Turn == term.TurnAgain && why == term.BarSigned {
			continue
		}
		seen[who] = true
		a.Passed = append(a.Passed, term.PassedOver{Person: h.Person, Account: h.Account, Role: h.Role, Because: why})
	}
	return a
}
