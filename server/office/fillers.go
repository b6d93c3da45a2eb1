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

// fillingKinds are the portfolios whose holders fill a unit's forms where nobody was told to:
// its heads, or, where nobody heads it, its principal leaders. Of a bureau that its principal
// leads without a head, they fall to the principal.
var fillingKinds = []term.PortfolioKind{term.PortfolioKindHead, term.PortfolioKindPrincipal}

// Fillers are the people who fill a form.
func (f *Facts) Fillers(form Form) []int64 {
	if named := form.Named(); named != 0 {
		return []int64{named}
	}
	for _, kind := range fillingKinds {
		var out []int64
		for _, p := range f.Portfolios {
			if p.Kind == kind && p.Unit == form.Unit && !slices.Contains(out, p.Person) {
				out = append(out, p.Person)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}
