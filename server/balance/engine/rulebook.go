package engine

import (
	"fmt"
	"slices"

	"sineng/ent/term"
)

// Rulebook is a set of rules made ready to be judged. It is not changed and may be shared.
type Rulebook struct {
	rules []Rule
	// power, unit and bureau are the rules judged on each kind of site.
	power, unit, bureau []*judged
	// roles tells that a rule on powers looks at roles, portfolio that one looks at portfolios.
	roles, portfolio bool
	// shapes tells that one follows processes along their ways.
	shapes       bool
	relatives    bool
	departments  bool
	rotation     []*judged
	directCharge []*judged
}

// judged is a rule with what it is judged by.
type judged struct {
	Rule
	two *twoLists
}

// NewRulebook makes rules ready. It refuses those that Validate does not pass, and codes that stand
// there twice.
func NewRulebook(rules []Rule) (*Rulebook, error) {
	b := &Rulebook{rules: slices.Clone(rules)}
	for i, r := range rules {
		if bad := r.Validate(); len(bad) > 0 {
			return nil, fmt.Errorf("rule %q: %s: %s", r.Code, bad[0].Path, bad[0].Code)
		}
		if slices.ContainsFunc(rules[:i], func(o Rule) bool { return o.Code == r.Code }) {
			return nil, fmt.Errorf("rule %q: stands there twice", r.Code)
		}
		b.add(&judged{Rule: r})
	}
	return b, nil
}

// Rules are the rules of the book.
func (b *Rulebook) Rules() []Rule { return slices.Clone(b.rules) }

func (b *Rulebook) add(j *judged) {
	d := &j.Definition
	switch d.Kind {
	case KindTwoLists:
		j.two = &twoLists{left: sideOf(d.Left), right: sideOf(d.Right), hand: d.SameHand, steps: d.Scope == ScopeSameProcess}
		b.relatives = b.relatives || d.SameHand == SameHandRelations || d.SameHand == SameHandRelatives
		b.departments = b.departments || d.SameHand == SameHandDepartment
		switch d.Scope {
		case ScopeSameUnit:
			b.unit = append(b.unit, j)
			return
		case ScopeSameBureau:
			b.bureau = append(b.bureau, j)
			return
		}
		b.roles = b.roles || d.Scope == ScopeSamePower
		b.portfolio = b.portfolio || d.Scope == ScopeSamePower && d.has(SelectorPortfolio)
		b.power = append(b.power, j)
	case KindThreeInOne:
		j.two = threeInOne()
		b.roles = true
		b.power = append(b.power, j)
	case KindSingleHand, KindUncheckedDiscretion:
		b.shapes = true
		b.power = append(b.power, j)
	case KindProcurementAcceptance:
		b.bureau = append(b.bureau, j)
	case KindRotation:
		b.rotation = append(b.rotation, j)
	case KindDirectCharge:
		b.directCharge = append(b.directCharge, j)
	}
}

// has tells whether a definition has a selector of a kind.
func (d *Definition) has(kind SelectorKind) bool {
	for _, side := range []Side{d.Left, d.Right} {
		for _, s := range side.Selectors {
			if s.Kind == kind {
				return true
			}
		}
	}
	return false
}

// wants tells whether a rule on several powers looks at a power.
func (j *judged) wants(p *Power) bool {
	d := &j.Definition
	if d.Kind == KindProcurementAcceptance {
		return p.Type == term.PowerTypeProcurement
	}
	for _, side := range []Side{d.Left, d.Right} {
		for _, s := range side.Selectors {
			switch s.Kind {
			case SelectorStep, SelectorRole, SelectorPower:
				if in(s.PowerTypes, p.Type) && in(s.Powers, p.ID) {
					return true
				}
			}
		}
	}
	return false
}

// wanted tells whether any of some rules looks at a power, asked whether any has a selector of a kind.
func wanted(rules []*judged, p *Power) bool {
	return slices.ContainsFunc(rules, func(j *judged) bool { return j.wants(p) })
}

func asked(rules []*judged, kind SelectorKind) bool {
	return slices.ContainsFunc(rules, func(j *judged) bool { return j.Definition.has(kind) })
}
