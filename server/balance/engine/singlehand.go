package engine

import (
	"slices"

	"sineng/ent/term"
)

// singleHand finds the people of whom each alone can carry a process from a start to an end.
func singleHand(b *bench, s *shape, rule *Rule, out []Conflict) []Conflict {
	hands(b.people, func(person int64, holds []held) {
		breaks := func(holds []held) bool { return s.finishable(b.steps(holds)) }
		if !breaks(holds) {
			return
		}
		c := Conflict{Rule: rule.Code, Severity: rule.Severity, Site: b.site, Hand: Hand{Kind: HandPerson, A: person}, Since: firstDay(holds, breaks)}
		run := s.run(b.steps(holds))
		var check, last Settlement
		for _, i := range run {
			h := b.step(i)
			c.Parts = append(c.Parts, h.part())
			last = h.settlement()
			// Nothing comes after a step that closes, and a record has nothing to check if another step has.
			if kind := h.stepKind(); kind != term.StepKindClose && (check.Step == "" || kind != term.StepKindRecord) {
				check = Settlement{Kind: SettleAddCheck, Power: last.Power, Step: last.Step}
			}
		}
		slices.SortFunc(c.Parts, Part.compare)
		if check.Step != "" {
			c.Settlements = append(c.Settlements, check)
		}
		c.Settlements = append(c.Settlements, last, Settlement{Kind: SettleReplaceHolder, Post: last.Post, Person: person})
		out = append(out, c)
	})
	return out
}

// steps is the set of the steps among what somebody holds.
func (b *bench) steps(holds []held) mask {
	var m mask
	for _, h := range holds {
		if what := &b.holdings[h.what]; what.kind == SelectorStep {
			m.add(what.step)
		}
	}
	return m
}

// step is the holding that is a step, nil for one that no post carries out.
func (b *bench) step(number int) *holding {
	for i := range b.holdings {
		if h := &b.holdings[i]; h.kind == SelectorStep && h.step == number {
			return h
		}
	}
	return nil
}
