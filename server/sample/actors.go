package sample

import (
	"context"
	"slices"
	"time"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/org"
	"sineng/server/store"
)

type viewerKey struct {
	person int64
	role   term.Role
	unit   int64
}

// as returns a context in which a person acts by one role on a unit, as if
// signed in.
func (l *loader) as(ctx context.Context, who *person, role term.Role, n *node) context.Context {
	key := viewerKey{who.row.ID, role, n.unit.ID}
	v := l.viewers[key]
	if v == nil {
		v = &viewer.Viewer{PersonID: who.row.ID, Name: who.name, Grants: []viewer.Grant{{Role: role,
			Scope: viewer.Scope{Roots: []viewer.Root{{ID: n.unit.ID, Level: n.unit.Level}}}}}}
		authz.Scopes(v)
		for _, id := range org.LevelsOf(n.unit) {
			if id != 0 && id != n.unit.ID {
				v.Ancestors = append(v.Ancestors, id)
			}
		}
		l.viewers[key] = v
	}
	return viewer.NewContext(ctx, v)
}

// decider returns who decides a grade on a unit at a time: A the leading
// group, B the leader in charge, C the head of the department. For risk points
// on a bureau itself it is the principal leader of the bureau above, and at
// the top the leading group.
func (l *loader) decider(n *node, tier term.Grade, at time.Time) (*person, term.Role, *node) {
	day := store.DayOf(at)
	switch {
	case tier == term.GradeA || (n.isBureau() && n.parent == nil):
		return one(l.dice, l.group), term.RoleLeadingGroup, l.root
	case n.isBureau():
		return holder(n.parent.principal, day), term.RolePrincipalLeader, n.parent
	case tier == term.GradeB:
		return holder(n.inCharge, day), term.RoleLeaderInCharge, n
	}
	return holder(n.head, day), term.RoleDeptHead, n
}

// recorder returns who records a risk point: the holder of the post on the day
// unless they decide on it, then or as a head to be, else the deputy head.
func (l *loader) recorder(n *node, p *post, at time.Time) *person {
	day := store.DayOf(at)
	if p != nil && p.node == n && p != n.posts[0] {
		who := holder(p.holders, day)
		heads := slices.ContainsFunc(n.head, func(t tenure) bool { return t.person == who })
		if who != nil && !heads && !slices.Contains(l.group, who) {
			return who
		}
	}
	if n.isBureau() {
		if n.discipline != nil {
			return holder(n.discipline.holders, day)
		}
		return holder(n.leaders[1].holders, day)
	}
	return holder(n.posts[1].holders, day)
}

// approver returns who puts measures in force.
func (l *loader) approver(ctx context.Context, n *node, at time.Time) context.Context {
	day := store.DayOf(at)
	if n.isBureau() {
		return l.as(ctx, holder(n.principal, day), term.RolePrincipalLeader, n)
	}
	return l.as(ctx, holder(n.head, day), term.RoleDeptHead, n)
}

// owners returns the three risk owners of today. Nobody supervises themself,
// so where one person would hold two tiers the next higher one takes the
// second.
func (l *loader) owners(n *node, p *post) (direct, department, leader *person) {
	today := l.daysAgo(0)
	if p != nil {
		direct = holder(p.holders, today)
	}
	if direct == nil {
		direct = holder(n.posts[len(n.posts)-1].holders, today)
	}
	chain := []*person{}
	for at := n; at != nil; at = at.parent {
		for _, t := range [][]tenure{at.head, at.inCharge, at.principal} {
			if who := holder(t, today); who != nil && who != direct && (len(chain) == 0 || chain[len(chain)-1] != who) {
				chain = append(chain, who)
			}
		}
	}
	for _, who := range []*person{l.group[2], l.group[1]} {
		if who != direct && !slices.Contains(chain, who) {
			chain = append(chain, who)
		}
	}
	return direct, chain[0], chain[1]
}
