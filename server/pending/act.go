package pending

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/authz"
)

// Lifetime is how long an act waits before it expires.
const Lifetime = 30 * 24 * time.Hour

// Grace is how long the operator's break-glass is announced before it takes effect.
const Grace = 72 * time.Hour

// Act is what is begun.
type Act struct {
	Kind term.ActKind
	// Object is the row that it is about, 0 for none. Two acts of one kind never wait on one object.
	Object int64
	// Unit is where the right to confirm it is needed, nil for the whole system; At are its levels.
	Unit *int64
	At   authz.Levels
	// Person and Account are who gains by it, 0 for nobody: they never confirm it, nor does anybody
	// by another account of the same person.
	Person, Account int64
	// BegunBy is the account that began it, where that is not who acts: it was begun before acts were
	// kept. 0 for who acts.
	BegunBy int64
	// WordOf is the person whose own word it needs, 0 for nobody's.
	WordOf int64
	// Right is what others need to confirm it.
	Right authz.Action
	// Payload is what carrying it out needs, as JSON; it is never shown, and gone once it is decided.
	Payload any
	// Words are what is shown of it, by name: names as they are now, values of enumerations as such,
	// days as 2006-01-02. "person" is who gains, "unit" where.
	Words map[string]string
	// Reason is why, at most 500 characters.
	Reason string
}

// Kind is what a domain brings of a kind of act.
type Kind struct {
	Kind term.ActKind
	// Carry does what the act is, in the transaction that decides it and as the program, with whoever
	// confirms it as the actor. It checks again that all is still right, and returns a fault where it
	// is not; the act then goes on waiting. It returns the id of the row that it made, 0 for none.
	// Changes of rows for which it appends no entry of the log fall to the entry of the confirmation.
	Carry func(ctx context.Context, tx *ent.Tx, a *ent.PendingAct) (result int64, err error)
	// Drop undoes what was prepared, where the act is declined, withdrawn or expired; nil for nothing.
	// DecisionReason says why already.
	Drop func(ctx context.Context, tx *ent.Tx, a *ent.PendingAct, to term.ActStatus) error
	// Concerned are people who may not confirm it beside who began it and who gains; nil for none.
	Concerned func(ctx context.Context, client *ent.Client, a *ent.PendingAct) (people []int64, err error)
	// OnlyHolders tells that nobody confirms it in the place of those who hold the right: it waits for
	// one of them even where there is none now.
	OnlyHolders bool
	// Quiet tells whether the domain itself notifies those asked, and who began it, of an act; nil for
	// never.
	Quiet func(a *ent.PendingAct) bool
}

// Kinds are those of several domains, by kind.
type Kinds map[term.ActKind]Kind

// KindsOf are kinds as a table.
func KindsOf(kinds ...Kind) Kinds {
	out := Kinds{}
	for _, k := range kinds {
		out[k.Kind] = k
	}
	return out
}
