// Package viewer identifies the viewer of a request. The data layer shows rows according to it
// and denies everything without one.
package viewer

import (
	"context"
	"slices"

	"sineng/ent/term"
)

// Root is a unit whose subtree is included, with its level.
type Root struct {
	ID    int64
	Level int // 1 to 6, names the level column that holds ID in every row below
}

// Scope is a set of rows by unit.
type Scope struct {
	All   bool   // the whole system
	Roots []Root // subtrees
}

// Empty reports whether the scope contains nothing.
func (s Scope) Empty() bool { return !s.All && len(s.Roots) == 0 }

// Reaches reports whether a row with these level columns is in the scope.
func (s Scope) Reaches(levels [6]int64) bool {
	if s.All {
		return true
	}
	for _, r := range s.Roots {
		if r.Level >= 1 && r.Level <= 6 && levels[r.Level-1] == r.ID {
			return true
		}
	}
	return false
}

// Grant is a role in force on a subtree.
type Grant struct {
	Role  term.Role
	Scope Scope
	// Basis is the id of the appointment, portfolio, granted role, form or delegation from
	// which the grant follows.
	Basis int64
	// Temporary are further actions besides those of the role: granted for one form, or,
	// without a role, to the deputy of somebody who is away.
	Temporary []string
}

// Viewer is who makes a request, with what they may see. It is computed once per request.
type Viewer struct {
	System      bool // the program itself: migrations, imports by the operator, workers
	AccountID   int64
	PersonID    int64 // 0 when the account has no person
	Name        string
	Grants      []Grant
	Directory   Scope   // units, posts, people
	Ancestors   []int64 // units above the directory's roots, whose own rows are visible too
	Register    Scope   // powers, risk points, measures
	Overview    Scope   // counts of them
	Accounts    Scope   // accounts of others and their roles, by the person's unit
	Confirms    Scope   // granted roles to confirm, by the role's unit
	Log         Scope   // entries of the audit log
	Personal    Scope   // forms of people, beside one's own
	Feedback    Scope   // feedback from the public
	Readings    Scope   // indicators of which they record readings
	Proceedings Scope   // powers of which they record proceedings
	// Version is that of rights, read with the session or token, 0 for none: what was read of units,
	// posts and people under the same version is as it was.
	Version int64
	TokenID int64 // the API token of the request, 0 for a session
	// Scopes are those of the token; they say which types of the API it reads.
	Scopes []term.TokenScope
	// Only are the actions that the token allows among those that the grants permit; it does
	// not apply to a session.
	Only []string
}

// Lets reports whether the token, if there is one, allows an action.
func (v *Viewer) Lets(action string) bool {
	return v.TokenID == 0 || slices.Contains(v.Only, action)
}

// Account is the viewer's account, nil for the program itself.
func (v *Viewer) Account() *int64 {
	if v.AccountID == 0 {
		return nil
	}
	id := v.AccountID
	return &id
}

// Roots are the units of the viewer's grants, whatever they permit.
func (v *Viewer) Roots() []Root {
	var out []Root
	for _, g := range v.Grants {
		out = append(out, g.Scope.Roots...)
	}
	return out
}

type key struct{}

type actorKey struct{}

// NewContext sets a context's viewer.
func NewContext(ctx context.Context, v *Viewer) context.Context {
	if v != nil && !v.System {
		ctx = context.WithValue(ctx, actorKey{}, v)
	}
	return context.WithValue(ctx, key{}, v)
}

// Actor is the viewer who started the work, also while the program works on their behalf as
// System; nil when nobody did.
func Actor(ctx context.Context) *Viewer {
	v, _ := ctx.Value(actorKey{}).(*Viewer)
	return v
}

// FromContext is the viewer of a context, nil when there is none.
func FromContext(ctx context.Context) *Viewer {
	v, _ := ctx.Value(key{}).(*Viewer)
	return v
}

// System makes the program itself the viewer of a context, which sees every row. It is for
// work that no user requested; services use it only after their own check.
func System(ctx context.Context) context.Context {
	return NewContext(ctx, &Viewer{System: true, Name: "system"})
}
