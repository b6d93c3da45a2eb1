package office

import (
	"slices"

	"sineng/ent/term"
)

// Form is what decides who fills a form.
type Form struct {
	Unit int64
	// Person is whose own form it is, Preparer who was told to fill it; 0 for nobody.
	Person, Preparer int64
}

// Named is who fills a form by being named in it: whose own it is, or else who was told to fill
// it; 0 for nobody.
func (f Form) Named() int64 {
	if f.Person != 0 {
		return f.Person
	}
	return f.Preparer
}

// headingKinds are the portfolios whose holders head a unit: its heads, or, where it has none,
// its principal leaders. A bureau that its principal leads without a head is headed by them.
var headingKinds = []term.PortfolioKind{term.PortfolioKindHead, term.PortfolioKindPrincipal}

// Heading are the people who head a unit, to whom its forms fall.
func (f *Facts) Heading(unit int64) []int64 {
	for _, kind := range headingKinds {
		var out []int64
		for _, p := range f.Portfolios {
			if p.Kind == kind && p.Unit == unit && !slices.Contains(out, p.Person) {
				out = append(out, p.Person)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// Fillers are the people who fill a form: who is named in it, or else those who head its unit.
func (f *Facts) Fillers(form Form) []int64 {
	if named := form.Named(); named != 0 {
		return []int64{named}
	}
	return f.Heading(form.Unit)
}
