package pending

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/pendingact"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/store"
	"sineng/server/timer"
)

// Confirm carries an act out on the word of its second person. During start-up it takes two of the
// three administrators; the first one's word is kept, and the act goes on waiting.
func Confirm(ctx context.Context, s *store.Store, kinds Kinds, id int64) (*ent.PendingAct, error) {
	return move(ctx, s, kinds, id, confirm, "")
}

// Decline refuses an act for a reason; nothing of it happens.
func Decline(ctx context.Context, s *store.Store, kinds Kinds, id int64, reason string) (*ent.PendingAct, error) {
	reason = strings.TrimSpace(reason)
	if n := utf8.RuneCountInString(reason); n < 1 || n > 500 {
		return nil, fault.Bad("reason", "REASON_REQUIRED", "请填写 1 至 500 字的理由", "Give a reason of 1 to 500 characters")
	}
	return move(ctx, s, kinds, id, decline, reason)
}

// Withdraw takes back what the viewer began.
func Withdraw(ctx context.Context, s *store.Store, kinds Kinds, id int64) (*ent.PendingAct, error) {
	return move(ctx, s, kinds, id, withdraw, "")
}

// Lapse withdraws an act that waits, by the program and for a reason, where what it is about has moved
// on. It joins the transaction of tx.
func Lapse(ctx context.Context, s *store.Store, tx *ent.Tx, kinds Kinds, a *ent.PendingAct, reason string) error {
	to, err := next(a.Status, withdraw, program, false)
	if err != nil {
		return err
	}
	_, err = kinds.settle(viewer.System(ctx), s, tx, a, withdraw, to, reason)
	return err
}

// entries are what the log says of each action.
var entries = map[action]term.AuditAction{
	confirm: term.AuditActionConfirmAct, decline: term.AuditActionDeclineAct, withdraw: term.AuditActionWithdrawAct,
	expire: term.AuditActionExpireAct, effect: term.AuditActionConfirmAct,
}

// move takes an action on an act, in a transaction of its own or in that of the context.
func move(ctx context.Context, s *store.Store, kinds Kinds, id int64, do action, reason string) (*ent.PendingAct, error) {
	v := viewer.FromContext(ctx)
	if v == nil || v.TokenID != 0 {
		return nil, fault.SignedOut()
	}
	return store.WithValue(viewer.System(ctx), s, func(ctx context.Context, tx *ent.Tx) (*ent.PendingAct, error) {
		a, err := hold(ctx, s, tx, id, inSight(v))
		if err != nil {
			return nil, store.OrMissing(err, "actId", "事项", "act")
		}
		st, err := kinds.standingOf(ctx, tx.Client(), s.Today(), v, a)
		if err != nil {
			return nil, err
		}
		to, err := st.may(do, a, s.Now())
		if err != nil {
			return nil, err
		}
		if do == confirm && st.starting && a.FirstBy == nil {
			return noteFirst(ctx, s, tx, v, a)
		}
		return kinds.settle(ctx, s, tx, a, do, to, reason)
	})
}

// hold reads an act and locks it until the transaction ends. One out of sight takes no longer than
// one that there is not.
func hold(ctx context.Context, s *store.Store, tx *ent.Tx, id int64, sight ...predicate.PendingAct) (*ent.PendingAct, error) {
	q := tx.PendingAct.Query().Where(pendingact.ID(id)).Where(sight...)
	if s.Dialect() == dialect.MySQL {
		q.ForUpdate()
	}
	return q.Only(ctx)
}

// noteFirst keeps the word of the first of two administrators.
func noteFirst(ctx context.Context, s *store.Store, tx *ent.Tx, v *viewer.Viewer, a *ent.PendingAct) (*ent.PendingAct, error) {
	now := s.Now()
	out, err := tx.PendingAct.UpdateOneID(a.ID).SetFirstBy(v.AccountID).SetFirstAt(now).SetUpdatedAt(now).AddVersion(1).Save(ctx)
	if err != nil {
		return nil, err
	}
	return out, audit.Append(ctx, s, audit.Event{Action: term.AuditActionConfirmAct, Object: a.ID, At: a.Levels(),
		Details: map[string]string{"kind": string(a.Kind), "step": "FIRST"}})
}

// settle carries an act out or drops it, and enters its status.
func (k Kinds) settle(ctx context.Context, s *store.Store, tx *ent.Tx, a *ent.PendingAct, do action, to term.ActStatus, reason string) (*ent.PendingAct, error) {
	kind, known := k[a.Kind]
	if !known {
		return nil, fault.New(fault.InvalidTransition, "UNKNOWN_ACT", "actId", "本服务器不识别该事项,请升级后再处理", "This server does not know the act; a newer one does")
	}
	now := s.Now()
	update := tx.PendingAct.UpdateOneID(a.ID).SetPayload("").SetDecidedAt(now).SetDecisionReason(reason).SetUpdatedAt(now).AddVersion(1)
	enter(update.Mutation(), to)
	if v := viewer.Actor(ctx); v != nil && v.AccountID != 0 {
		update.SetDecidedBy(v.AccountID)
	}
	var err error
	a.DecisionReason = reason
	switch {
	case to == term.ActStatusConfirmed:
		var result int64
		if result, err = kind.Carry(ctx, tx, a); result != 0 {
			update.SetResultID(result)
		}
	case kind.Drop != nil:
		err = kind.Drop(ctx, tx, a, to)
	}
	if err != nil {
		return nil, err
	}
	// The clocks of an act that an import ends run on: nothing is to be seen of it before it is shown, and they do nothing to an act that is over.
	if own, _ := viewer.Import(ctx); own == 0 {
		for _, due := range []string{dueExpiry, dueEffect} {
			if err := timer.Cancel(ctx, tx, due, a.ID); err != nil {
				return nil, err
			}
		}
	}
	out, err := update.Save(ctx)
	if err != nil {
		return nil, err
	}
	details := map[string]string{"kind": string(a.Kind)}
	if do == effect {
		details["step"] = "BREAK_GLASS"
	}
	return out, audit.Append(ctx, s, audit.Event{Action: entries[do], Right: authz.Action(a.ByRight), Object: a.ID, At: a.Levels(),
		Reason: reason, Details: details})
}

// standing is how a viewer stands to an act.
type standing struct {
	as capacity
	// own is since when the viewer's secrets are theirs alone.
	own *time.Time
	// starting tells that it is confirmed by two administrators.
	starting bool
	viewer   *viewer.Viewer
	first    *ent.Account
}

// may is the status of an act after an action of the viewer, or why it is refused.
func (st standing) may(do action, a *ent.PendingAct, now time.Time) (term.ActStatus, error) {
	to, err := next(a.Status, do, st.as, a.WordOf != nil && !st.starting)
	if err != nil || do != confirm || st.as == program {
		return to, err
	}
	if st.starting {
		if st.first != nil {
			return to, sameHand(st.viewer, st.first)
		}
		return to, nil
	}
	return to, independent(st.own, now)
}

// standingOf works out how a viewer stands to an act.
func (k Kinds) standingOf(ctx context.Context, client *ent.Client, today time.Time, v *viewer.Viewer, a *ent.PendingAct) (standing, error) {
	out := standing{as: stranger, viewer: v}
	if v.System {
		out.as = program
		return out, nil
	}
	ctx = viewer.System(ctx)
	starting, err := startUp(ctx, client, authz.Action(a.ByRight))
	if err != nil {
		return out, err
	}
	out.starting = starting
	if out.own, err = ownSince(ctx, client, v.AccountID); err != nil {
		return out, err
	}
	if starting && a.FirstBy != nil {
		if out.first, err = client.Account.Get(ctx, *a.FirstBy); err != nil {
			return out, err
		}
	}
	out.as, err = k.capacityOf(ctx, client, today, v, a, starting)
	return out, err
}

// capacityOf is the capacity in which a viewer acts.
func (k Kinds) capacityOf(ctx context.Context, client *ent.Client, today time.Time, v *viewer.Viewer, a *ent.PendingAct, starting bool) (capacity, error) {
	begun, err := ofViewer(ctx, client, v, a.BegunBy)
	if err != nil {
		return stranger, err
	}
	gains, err := ofViewer(ctx, client, v, a.AccountID)
	if err != nil {
		return stranger, err
	}
	switch {
	case gains || a.PersonID != nil && *a.PersonID == v.PersonID && v.PersonID != 0:
		return gainer, nil
	case starting && administers(v): // also who began it, who is then one of the two
		return second, nil
	case begun:
		return beginner, nil
	case starting:
		return stranger, nil
	case a.WordOf != nil && *a.WordOf == v.PersonID:
		return worded, nil
	}
	but, err := k.concernedOf(ctx, client, a)
	if err != nil {
		return stranger, err
	}
	me := office.Holder{Account: v.AccountID, Person: v.PersonID}
	may := authz.May(v, authz.Action(a.ByRight), a.Levels())
	switch {
	case but.holder(me):
		if may {
			return excluded, nil
		}
		return stranger, nil
	case may && a.WordOf == nil:
		return second, nil
	}
	asked, err := k.AskedFor(ctx, client, today, a)
	switch {
	case err != nil:
		return stranger, err
	case !slices.ContainsFunc(asked.Holders, func(h office.Holder) bool { return h.Account == me.Account || h.Person != 0 && h.Person == me.Person }):
		if may { // but it needs somebody's word
			return second, nil
		}
		return stranger, nil
	case a.WordOf != nil:
		return worded, nil
	}
	return second, nil
}

// ofViewer tells whether an account is the viewer's or another of the same person.
func ofViewer(ctx context.Context, client *ent.Client, v *viewer.Viewer, id *int64) (bool, error) {
	if id == nil {
		return false, nil
	}
	if *id == v.AccountID {
		return true, nil
	}
	if v.PersonID == 0 {
		return false, nil
	}
	person, err := personOf(ctx, client, *id)
	return person == v.PersonID, err
}
