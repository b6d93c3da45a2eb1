package engine

import (
	"slices"

	"sineng/ent/term"
)

// unchecked finds the steps of wide discretion from which an end can be reached without a checking
// step that somebody else holds. A step that nobody is known to hold counts as no check, and what
// hangs on that is called uncertain.
func unchecked(b *bench, s *shape, p *Power, rule *Rule, out []Conflict) []Conflict {
	d := &rule.Definition
	for i, step := range p.Process.Steps {
		if discretionOf(p, i) != term.DiscretionWide || !slices.Contains(d.Steps, step.Kind) {
			continue
		}
		at := Conflict{Rule: rule.Code, Severity: rule.Severity, Site: b.site, At: step.Key,
			Settlements: []Settlement{{Kind: SettleAddCheck, Power: p.ID, Step: step.Key}}}
		var holders []Holder
		h := b.step(i)
		if h != nil {
			holders = b.holders(h.post)
		}
		if len(holders) == 0 {
			// Whoever it is, no step of a checking kind follows.
			if _, all := b.checks(p, d.Checks, i, 0); s.ends(i, all) {
				c := at
				c.Hand, c.Since = Hand{Kind: HandUnknown, A: p.ID}, p.ProcessSince
				c.Parts = []Part{{Power: p.ID, Unit: p.Unit, Step: step.Key, StepID: stepID(p, i), order: i}}
				out = append(out, c)
			}
			continue
		}
		for _, person := range holders {
			others, unknown := b.checks(p, d.Checks, i, person.Person)
			if !s.ends(i, others) {
				continue
			}
			c := at
			c.Hand, c.Since = Hand{Kind: HandPerson, A: person.Person}, max(p.ProcessSince, person.From)
			c.Uncertain = !s.ends(i, others.or(unknown))
			c.Parts = []Part{h.part()}
			out = append(out, c)
		}
	}
	return out
}

// checks are the steps, other than one, of a checking kind: those that others hold and not the person
// given, and those that nobody is known to hold. For person 0 the second are all of a checking kind.
func (b *bench) checks(p *Power, kinds []term.StepKind, but int, person int64) (others, unknown mask) {
	for i, step := range p.Process.Steps {
		if i == but || !slices.Contains(kinds, step.Kind) {
			continue
		}
		var holders []Holder
		if step.PostID != nil {
			holders = b.holders(*step.PostID)
		}
		switch {
		case person == 0 || len(holders) == 0:
			unknown.add(i)
		case !slices.ContainsFunc(holders, func(h Holder) bool { return h.Person == person }):
			others.add(i)
		}
	}
	return others, unknown
}

// ends tells whether a run can come to an end from a step without some others.
func (s *shape) ends(from int, without mask) bool {
	return s.finishing(allSteps(s.n).without(without), nil).has(from)
}

// discretionOf is how much discretion a step leaves: its own, else its power's.
func discretionOf(p *Power, step int) term.Discretion {
	if d := p.Process.Steps[step].Discretion; d != nil {
		return *d
	}
	return p.Discretion
}

func stepID(p *Power, step int) int64 {
	if step < len(p.StepIDs) {
		return p.StepIDs[step]
	}
	return 0
}
