package warning

import (
	"sineng/ent/term"
	"sineng/server/office"
)

// Addressee is who is asked: the nearest holder of a tier, or else of the next one up, who is none of those passed over. Of the
// leading group nobody in particular is asked, but all of it; so is a tier that nobody holds.
func Addressee(chain office.Chain, tier term.Role, passed map[int64]bool) (to term.Role, person int64) {
	for _, h := range chain.From(tier).Without(passed) {
		switch {
		case h.Role == term.RoleLeadingGroup:
			return h.Role, 0
		case h.Person != 0:
			return h.Role, h.Person
		}
	}
	return tier, 0
}

// Above is who is asked next when a warning goes up from a tier: the nearest holder of a higher one, not who was asked before.
// Where there is nobody, up is false, and it stays where it is.
func Above(chain office.Chain, from term.Role, passed map[int64]bool) (to term.Role, person int64, up bool) {
	if from == term.RoleLeadingGroup {
		return from, 0, false
	}
	to, person = Addressee(chain, from.Above(), passed)
	if person == 0 && to != term.RoleLeadingGroup { // nobody holds any tier above
		return from, 0, false
	}
	return to, person, true
}

// holds tells whether somebody, or anybody for 0, holds a tier in a chain.
func holds(chain office.Chain, tier term.Role, person int64) bool {
	for _, h := range chain {
		if h.Role == tier && (person == 0 || h.Person == person) {
			return true
		}
	}
	return false
}
