package engine

import (
	"slices"

	"sineng/ent/term"
)

// directCharge finds the principal leaders who are in direct charge of a unit that has a function.
func directCharge(v sight, unit int64, rule *Rule, out []Conflict) []Conflict {
	if v.units[unit].Functions&FunctionSet(rule.Definition.Functions...) == 0 {
		return out
	}
	charges := map[int64][]Portfolio{}
	for _, p := range v.inCharge(unit) {
		charges[p.Person] = append(charges[p.Person], p)
	}
	for _, person := range keys(charges) {
		principal := v.principalOver(person, unit)
		if len(principal) == 0 {
			continue
		}
		c := Conflict{Rule: rule.Code, Severity: rule.Severity, Site: Site{SiteUnit, unit}, Hand: Hand{Kind: HandPerson, A: person},
			Since: max(earliest(principal), earliest(charges[person]))}
		for _, p := range charges[person] {
			c.Settlements = append(c.Settlements, Settlement{Kind: SettleMovePortfolio, Portfolio: p.ID, Unit: p.Unit, Person: person})
		}
		for _, p := range slices.Concat(charges[person], principal) {
			c.Parts = append(c.Parts, Part{Portfolio: p.ID, Unit: p.Unit})
		}
		slices.SortFunc(c.Parts, Part.compare)
		slices.SortFunc(c.Settlements, func(a, b Settlement) int { return int(a.Portfolio - b.Portfolio) })
		out = append(out, c)
	}
	return out
}

// inCharge are the portfolios of those who are in direct charge of a unit: its heads, and who is in
// charge of it or of the nearest unit above it, within its bureau, that anybody is in charge of.
func (ix *Index) inCharge(unit int64) []Portfolio {
	out := ix.portfoliosOf(unit, term.PortfolioKindHead)
	bureau := ix.bureauOf(unit)
	for at, n := unit, 0; at != 0 && n < mostLevels; at, n = ix.units[at].Parent, n+1 {
		if found := ix.portfoliosOf(at, term.PortfolioKindInCharge); len(found) > 0 {
			return append(out, found...)
		}
		if at == bureau {
			break
		}
	}
	return out
}

// principalOver are the portfolios by which somebody is a principal leader at or above a unit.
func (ix *Index) principalOver(person, unit int64) []Portfolio {
	var out []Portfolio
	for at, n := unit, 0; at != 0 && n < mostLevels; at, n = ix.units[at].Parent, n+1 {
		for _, p := range ix.portfoliosOf(at, term.PortfolioKindPrincipal) {
			if p.Person == person {
				out = append(out, p)
			}
		}
	}
	return out
}

func (ix *Index) portfoliosOf(unit int64, kind term.PortfolioKind) []Portfolio {
	var out []Portfolio
	for _, id := range ix.portfoliosOn[unit] {
		if p := ix.portfolios[id]; p.Kind == kind {
			out = append(out, p)
		}
	}
	return out
}

func earliest(of []Portfolio) Day {
	first := of[0].From
	for _, p := range of {
		first = min(first, p.From)
	}
	return first
}
