package pending

import (
	"context"
	"encoding/json"
	"strings"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/pendingact"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/timer"
)

// The kinds of due rows.
const (
	dueExpiry = "act.expire"
	dueEffect = "act.effect"
)

// Begin makes an act wait for its second person, in the transaction of tx. It returns nil where the
// caller is to carry the act out at once: what the program itself does (Waits), and what the operator
// does where nobody is there who could confirm it.
func Begin(ctx context.Context, s *store.Store, tx *ent.Tx, a Act) (*ent.PendingAct, error) {
	if !Waits(ctx) {
		return nil, nil
	}
	m := modeOf(ctx)
	if m.operator {
		alone, err := nobodyConfirms(ctx, tx.Client(), s.Today(), a)
		if err != nil || alone {
			return nil, err
		}
	}
	return begin(ctx, s, tx, a, m.breakGlass)
}

// BeginAsked makes an act wait that nobody signed in has begun: somebody asked for it from outside.
func BeginAsked(ctx context.Context, s *store.Store, tx *ent.Tx, a Act) (*ent.PendingAct, error) {
	return begin(ctx, s, tx, a, false)
}

func begin(ctx context.Context, s *store.Store, tx *ent.Tx, a Act, breakGlass bool) (*ent.PendingAct, error) {
	reason := strings.TrimSpace(a.Reason)
	if utf8.RuneCountInString(reason) > 500 {
		return nil, fault.Bad("reason", "REASON_TOO_LONG", "理由最多 500 个字符", "A reason has at most 500 characters")
	}
	actor := viewer.Actor(ctx)
	ctx = viewer.System(ctx)
	if err := singly(ctx, tx, a); err != nil {
		return nil, err
	}
	payload, err := json.Marshal(a.Payload)
	if err != nil {
		return nil, err
	}
	now := s.Now()
	until := now.Add(Lifetime)
	create := tx.PendingAct.Create().SetKind(a.Kind).SetObjectID(a.Object).SetNillableUnitID(a.Unit).SetLevels(a.At).
		SetByRight(string(a.Right)).SetPayload(string(payload)).SetWords(a.Words).SetReason(reason).
		SetUntil(until).SetCreatedAt(now).SetUpdatedAt(now)
	enter(create.Mutation(), term.ActStatusPending)
	if a.Person != 0 {
		create.SetPersonID(a.Person)
	}
	if a.Account != 0 {
		create.SetAccountID(a.Account)
	}
	if a.WordOf != 0 {
		create.SetWordOf(a.WordOf)
	}
	begunBy := a.BegunBy
	if begunBy == 0 && actor != nil {
		begunBy = actor.AccountID
	}
	if begunBy != 0 {
		held, err := heldBy(ctx, tx.Client(), begunBy, now)
		if err != nil {
			return nil, err
		}
		create.SetBegunBy(begunBy).SetNillableHeldBy(held)
	}
	if breakGlass {
		create.SetTakesEffectAt(now.Add(Grace))
	}
	act, err := create.Save(ctx)
	if err != nil {
		return nil, err
	}
	if err := timer.Set(ctx, tx, dueExpiry, act.ID, until); err != nil {
		return nil, err
	}
	if breakGlass {
		if err := timer.Set(ctx, tx, dueEffect, act.ID, *act.TakesEffectAt); err != nil {
			return nil, err
		}
	}
	return act, audit.Append(ctx, s, audit.Event{Action: term.AuditActionBeginAct, Object: act.ID, At: a.At, Reason: reason,
		Details: map[string]string{"kind": string(a.Kind)}})
}

// singly refuses a second act of one kind on one object while the first waits.
func singly(ctx context.Context, tx *ent.Tx, a Act) error {
	if a.Object == 0 {
		return nil
	}
	waits, err := Waiting(ctx, tx.Client(), a.Kind, a.Object)
	if err != nil || waits == nil {
		return err
	}
	return fault.New(fault.Conflict, "WAITS_ALREADY", "", "同一事项已在等待确认,请先处理或撤回:"+a.Kind.Label("zh"),
		"The same act waits for its confirmation already; have it decided or withdraw it first: "+a.Kind.Label("en"))
}

// Waiting is the act of a kind that waits on an object, nil for none.
func Waiting(ctx context.Context, client *ent.Client, kind term.ActKind, object int64) (*ent.PendingAct, error) {
	a, err := client.PendingAct.Query().Where(pendingact.KindEQ(kind), pendingact.ObjectID(object), pendingact.StatusEQ(term.ActStatusPending)).
		Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return a, err
}

// Load reads the payload of an act that waits.
func Load[T any](a *ent.PendingAct) (out T, err error) {
	return out, json.Unmarshal([]byte(a.Payload), &out)
}
