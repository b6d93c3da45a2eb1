// Package viewer says who is asking. The data layer shows rows by it and denies
// everything where it is missing.
package viewer

import (
	"context"
	"slices"

	"sineng/ent/term"
)

// Root is a unit whose subtree is reached, with the level it stands on.
type Root struct {
	ID    int64
	Level int // 1 to 6, names the level column that holds ID in every row below
}

// Scope is a set of rows by unit.
type Scope struct {
	All   bool   // the whole system
	Roots []Root // subtrees
}

// Empty reports whether the scope reaches nothing.
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
	// Basis is the id of the appointment, portfolio, granted role, form or delegation that gives it.
	Basis int64
	// Temporary are actions beside those of the role: granted for the sake of one form, or, without a role, to
	// a deputy of somebody who is away.
	Temporary []string
}

// Viewer is who is asking, with what they may see. It is worked out once per request.
type Viewer struct {
	System    bool // the program itself: migrations, imports by the operator, workers
	AccountID int64
	PersonID  int64 // 0 when the account is no staff
	Name      string
	Grants    []Grant
	Directory Scope   // units, posts, people
	Ancestors []int64 // units above the directory's roots, whose own rows are seen too
	Register  Scope   // powers, risk points, measures
	Overview  Scope   // counts of them
	Accounts  Scope   // accounts of others and their roles, by the person's unit
	Confirms  Scope   // granted roles to confirm, by the role's unit
	Log       Scope   // entries of the audit log
	Personal  Scope   // forms of people, beside one's own
	Feedback  Scope   // what the public wrote
	TokenID   int64   // of the API token that asks, 0 for a session
	// Only names the actions that the token lets through, of those that the grants
	// permit; a session is not limited by it.
	Only []string
}

// Lets reports whether what asks lets an action through that the grants permit.
func (v *Viewer) Lets(action string) bool {
	return v.TokenID == 0 || slices.Contains(v.Only, action)
}

// Roots are the units that the viewer's grants stand on, whatever they permit.
func (v *Viewer) Roots() []Root {
	var out []Root
	for _, g := range v.Grants {
		out = append(out, g.Scope.Roots...)
	}
	return out
}

type key struct{}

type actorKey struct{}

// NewContext gives a context its viewer.
func NewContext(ctx context.Context, v *Viewer) context.Context {
	if v != nil && !v.System {
		ctx = context.WithValue(ctx, actorKey{}, v)
	}
	return context.WithValue(ctx, key{}, v)
}

// Actor is who asked for what is being done, also while the program works for them as
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

// System gives a context the program itself as viewer, which sees every row. It is
// for what no user asked for; services use it only after their own check.
func System(ctx context.Context) context.Context {
	return NewContext(ctx, &Viewer{System: true, Name: "system"})
}
