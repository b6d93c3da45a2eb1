package office

import (
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
)

// kinds are the portfolios that roles follow from.
var kinds = map[term.Role]term.PortfolioKind{
	term.RoleDeptHead:        term.PortfolioKindHead,
	term.RoleLeaderInCharge:  term.PortfolioKindInCharge,
	term.RolePrincipalLeader: term.PortfolioKindPrincipal,
}

// LeaderRoles are the roles that follow from portfolios, the lowest tier first.
var LeaderRoles = []term.Role{term.RoleDeptHead, term.RoleLeaderInCharge, term.RolePrincipalLeader}

// RoleOf is the role that follows from a portfolio.
func RoleOf(k term.PortfolioKind) term.Role {
	for role, kind := range kinds {
		if kind == k {
			return role
		}
	}
	return ""
}

// makesStaff tells whether a post in a unit makes its holder STAFF there. A role reaches the
// subtree: one in a bureau that is divided would open all that stands below to everybody in its
// front office, whose rights follow from portfolios and granted roles.
func makesStaff(u Unit) bool { return !u.Divided }

// deputyActions are what a deputy may do where the person whom they sign for leads, beside what
// their own roles allow: look at the forms there and answer those addressed to that person.
var deputyActions = []authz.Action{authz.ReadOrganisation, authz.ReadRegister, authz.ReadPersonal, authz.ReviewForms}

// Grants are the roles that an account has with what belongs to its person, 0 for nobody:
// those granted, those that follow from portfolios and posts, and what a deputy may do.
func (f *Facts) Grants(account, person int64) []viewer.Grant {
	var out []viewer.Grant
	for _, r := range f.Roles {
		if r.Account == account {
			out = append(out, viewer.Grant{Role: r.Role, Scope: f.scope(r.Unit), Basis: r.ID})
		}
	}
	if person != 0 {
		for _, p := range f.Portfolios {
			if p.Person == person {
				out = append(out, viewer.Grant{Role: RoleOf(p.Kind), Scope: f.scope(p.Unit), Basis: p.ID})
			}
		}
		for _, a := range f.Appointments {
			if a.Person == person && makesStaff(f.Units[a.Unit]) {
				out = append(out, viewer.Grant{Role: term.RoleStaff, Scope: f.scope(a.Unit), Basis: a.ID})
			}
		}
		out = append(out, f.deputyGrants(person)...)
	}
	return apart(out)
}

// deputyGrants are what follows from signing for people who are away.
func (f *Facts) deputyGrants(deputy int64) []viewer.Grant {
	var out []viewer.Grant
	for _, p := range f.Portfolios {
		for _, d := range f.Delegations {
			if d.Deputy != deputy || d.Person != p.Person {
				continue
			}
			g := viewer.Grant{Scope: f.scope(p.Unit), Basis: d.ID}
			for _, a := range deputyActions {
				g.Temporary = append(g.Temporary, string(a))
			}
			out = append(out, g)
		}
	}
	return out
}

// scope is a unit's subtree, or the whole system for 0.
func (f *Facts) scope(unit int64) viewer.Scope {
	if unit == 0 {
		return viewer.Scope{All: true}
	}
	return viewer.Scope{Roots: []viewer.Root{{ID: unit, Level: f.Units[unit].Level()}}}
}
