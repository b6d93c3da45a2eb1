package authz

import (
	"context"
	"slices"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
)

// Levels are the ids of a unit and its ancestors from the top down, 0 below the unit.
type Levels = [6]int64

// Check refuses an action on a row with these levels that the viewer may not take: NOT_FOUND
// where they may not see the row, else FORBIDDEN.
func Check(ctx context.Context, action Action, at Levels) error {
	v := viewer.FromContext(ctx)
	if v == nil {
		return signedOut()
	}
	if May(v, action, at) {
		return nil
	}
	if !v.Register.Reaches(at) && !v.Directory.Reaches(at) {
		return fault.Missing("单位", "unit")
	}
	return forbidden()
}

// CheckAnywhere refuses an action that the viewer may take on no unit.
func CheckAnywhere(ctx context.Context, action Action) error {
	v := viewer.FromContext(ctx)
	if v == nil {
		return signedOut()
	}
	if !ScopeOf(v, action).Empty() {
		return nil
	}
	return forbidden()
}

// CheckEverywhere refuses an action that the viewer may not take on the whole system.
func CheckEverywhere(ctx context.Context, action Action) error {
	v := viewer.FromContext(ctx)
	if v == nil {
		return signedOut()
	}
	if ScopeOf(v, action).All {
		return nil
	}
	return forbidden()
}

// May is Check as a boolean.
func May(v *viewer.Viewer, action Action, at Levels) bool {
	_, ok := ActingRole(v, action, at)
	return ok
}

// ActingRole is the highest role that allows the viewer the action there. It is empty for the
// program itself.
func ActingRole(v *viewer.Viewer, action Action, at Levels) (term.Role, bool) {
	if v.System {
		return "", true
	}
	g, ok := ActingGrant(v, action, at)
	return g.Role, ok
}

// ActingGrant is ActingRole with the unit and the appointment that give it.
func ActingGrant(v *viewer.Viewer, action Action, at Levels) (viewer.Grant, bool) {
	var best viewer.Grant
	found := false
	for _, g := range v.Grants {
		if v.Lets(string(action)) && gives(g, action) && g.Scope.Reaches(at) && (!found || g.Role.Tier() > best.Role.Tier()) {
			best, found = g, true
		}
	}
	return best, found
}

// Allowed lists the actions that the viewer may take on a row with these levels.
func Allowed(v *viewer.Viewer, at Levels) []Action {
	out := []Action{}
	for _, a := range Actions {
		if v != nil && May(v, a, at) {
			out = append(out, a)
		}
	}
	return out
}

// ScopeOf is where the viewer may take an action.
func ScopeOf(v *viewer.Viewer, action Action) viewer.Scope {
	if v.System {
		return viewer.Scope{All: true}
	}
	return scopeOf(v, action)
}

// scopeOf is where the viewer may take at least one of the actions.
func scopeOf(v *viewer.Viewer, actions ...Action) viewer.Scope {
	var out viewer.Scope
	seen := map[int64]bool{}
	for _, g := range v.Grants {
		if !slices.ContainsFunc(actions, func(a Action) bool { return v.Lets(string(a)) && gives(g, a) }) {
			continue
		}
		out.All = out.All || g.Scope.All
		for _, r := range g.Scope.Roots {
			if !seen[r.ID] {
				seen[r.ID] = true
				out.Roots = append(out.Roots, r)
			}
		}
	}
	if out.All {
		out.Roots = nil
	}
	return out
}

// Scopes computes what the viewer sees from the grants, as far as a token allows it.
func Scopes(v *viewer.Viewer) {
	v.Directory = scopeOf(v, ReadOrganisation)
	v.Register = scopeOf(v, ReadRegister)
	v.Overview = scopeOf(v, ReadOverview)
	v.Log = scopeOf(v, ReadLog)
	v.Accounts = scopeOf(v, ManageAccounts, GrantRoles)
	v.Confirms = scopeOf(v, ConfirmGrants)
	v.Personal = scopeOf(v, ReadPersonal)
	v.Feedback = scopeOf(v, HandleFeedback)
	v.Readings = scopeOf(v, RecordReadings)
	v.Proceedings = scopeOf(v, RecordProceedings)
}

// gives reports whether a grant permits an action, by its role or temporarily.
func gives(g viewer.Grant, action Action) bool {
	return Permits(g.Role, action) || slices.Contains(g.Temporary, string(action))
}

// GrantTemporarily gives a context's viewer further actions on a unit, for one task assigned
// to them there: whoever is assigned a department's form may write in its register while they
// do so.
func GrantTemporarily(ctx context.Context, at viewer.Root, basis int64, actions ...Action) context.Context {
	v := *viewer.FromContext(ctx)
	g := viewer.Grant{Role: term.RoleStaff, Scope: viewer.Scope{Roots: []viewer.Root{at}}, Basis: basis}
	for _, a := range actions {
		g.Temporary = append(g.Temporary, string(a))
	}
	v.Grants = append(slices.Clone(v.Grants), g)
	Scopes(&v)
	return viewer.NewContext(ctx, &v)
}

func signedOut() error {
	return fault.SignedOut()
}

func forbidden() error {
	return fault.New(fault.Forbidden, "NOT_PERMITTED", "", "您没有进行此操作的权限", "You may not do this here")
}
