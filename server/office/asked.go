package office

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/authz"
)

// leadingTiers are those above the posts.
var leadingTiers = []term.Role{term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader, term.RoleLeadingGroup}

// Leading are those who lead the unit at the end of a path on a day, from its head up.
func Leading(ctx context.Context, client *ent.Client, path authz.Levels, day time.Time) (Chain, error) {
	facts, err := Read(client, On(day)).Holding(ctx, path, leadingTiers...)
	if err != nil {
		return nil, err
	}
	return facts.Chain(UnitAt(path).ID), nil
}

// Passing are people who are passed over; 0 is nobody.
func Passing(ids ...int64) map[int64]bool {
	out := map[int64]bool{}
	for _, id := range ids {
		if id != 0 {
			out[id] = true
		}
	}
	return out
}

// Asked is who is asked: the nearest holder of a tier, or else of the next one up, who is none of those passed over. Of the
// leading group nobody in particular is asked, but all of it; so is a tier that nobody holds.
func (c Chain) Asked(tier term.Role, passed map[int64]bool) (to term.Role, person int64) {
	for _, h := range c.From(tier).Without(passed) {
		switch {
		case h.Role == term.RoleLeadingGroup:
			return h.Role, 0
		case h.Person != 0:
			return h.Role, h.Person
		}
	}
	return tier, 0
}

// AskedAbove is who is asked next when something goes up from a tier: the nearest holder of a higher one, not who was asked before.
// Where there is nobody, up is false, and it stays where it is.
func (c Chain) AskedAbove(from term.Role, passed map[int64]bool) (to term.Role, person int64, up bool) {
	if from == term.RoleLeadingGroup {
		return from, 0, false
	}
	to, person = c.Asked(from.Above(), passed)
	if person == 0 && to != term.RoleLeadingGroup { // nobody holds any tier above
		return from, 0, false
	}
	return to, person, true
}

// Held tells whether somebody, or anybody for 0, holds a tier.
func (c Chain) Held(tier term.Role, person int64) bool {
	for _, h := range c {
		if h.Role == tier && (person == 0 || h.Person == person) {
			return true
		}
	}
	return false
}
