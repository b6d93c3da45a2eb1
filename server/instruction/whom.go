package instruction

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/post"
	"sineng/ent/term"
	"sineng/server/office"
)

// Candidate is somebody who may be asked, by the highest tier that they hold.
type Candidate struct {
	Tier     term.Role
	PersonID int64
}

// rank is how high a role stands that gives instructions: those below it may be asked. Inspectors ask heads and leaders in charge,
// not the principal leader, as they help the leading group and do not stand above it.
func rank(giver term.Role) int {
	if giver == term.RoleInspector {
		return term.RolePrincipalLeader.Tier()
	}
	return giver.Tier()
}

// Candidates are those of a unit's chain who may be asked by a giver: all who stand below that role, and neither the giver nor who
// also holds a tier as high.
func Candidates(chain office.Chain, giver term.Role, person int64) []Candidate {
	passed := office.Passing(person)
	for _, h := range chain {
		if h.Role.Tier() >= rank(giver) {
			passed[h.Person] = true
		}
	}
	out := []Candidate{}
	for _, h := range chain { // from the posts up
		out = slices.DeleteFunc(out, func(c Candidate) bool { return c.PersonID == h.Person })
		if h.Person != 0 && !passed[h.Person] {
			out = append(out, Candidate{h.Role, h.Person})
		}
	}
	return out
}

// usual is who is asked where nobody is named: the head of the unit, or else the next one up; those who hold posts come last.
func usual(all []Candidate) *Candidate {
	for i, c := range all {
		if c.Tier != term.RoleStaff {
			return &all[i]
		}
	}
	if len(all) > 0 {
		return &all[0]
	}
	return nil
}

// chainOf is the chain of a unit as it is today, with those who hold posts there.
func (s *Service) chainOf(ctx context.Context, client *ent.Client, u *ent.Unit) (office.Chain, error) {
	ctx = everywhere(ctx)
	read := office.Read(client, office.On(s.store.Today()))
	facts, err := read.Holding(ctx, u.Levels(), term.Tiers...)
	if err != nil {
		return nil, err
	}
	posts, err := client.Post.Query().Where(post.UnitID(u.ID)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	if facts.Appointments, err = read.On(ctx, posts...); err != nil {
		return nil, err
	}
	return facts.Chain(u.ID), nil
}
