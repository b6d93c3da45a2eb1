package pending

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// View is an act as it shows to a viewer.
type View struct {
	*ent.PendingAct
	// MayConfirm, MayDecline and MayWithdraw tell what the viewer may do with it now.
	MayConfirm, MayDecline, MayWithdraw bool
	// ConfirmableFrom is from when the viewer, who is not independent yet, may confirm it; nil where
	// they may at once, or never.
	ConfirmableFrom *time.Time
	// Waits tells whether it waits for the viewer's word, now or once they are independent.
	Waits bool
	// Asked are the accounts of who may confirm it, at most ten.
	Asked []int64
}

// shownAsked is how many of those who are asked are named.
const shownAsked = 10

// views work out how acts show to the viewer.
func (s *Service) views(ctx context.Context, acts ...*ent.PendingAct) ([]*View, error) {
	return Views(ctx, s.store, s.kinds, acts...)
}

// Views work out how acts show to the viewer.
func Views(ctx context.Context, s *store.Store, kinds Kinds, acts ...*ent.PendingAct) ([]*View, error) {
	v := viewer.FromContext(ctx)
	client, today, now := s.Reader(ctx), s.Today(), s.Now()
	out := make([]*View, len(acts))
	ctx, err := remembering(ctx, client, acts)
	if err != nil {
		return nil, err
	}
	for i, a := range acts {
		out[i] = &View{PendingAct: a}
		if a.Status != term.ActStatusPending {
			continue
		}
		st, err := kinds.standingOf(ctx, client, today, v, a)
		if err != nil {
			return nil, err
		}
		can := func(do action) bool { _, err := st.may(do, a, now); return err == nil }
		out[i].MayConfirm, out[i].MayDecline, out[i].MayWithdraw = can(confirm), can(decline), can(withdraw)
		out[i].Waits = out[i].MayDecline && (out[i].MayConfirm || !st.starting)
		if !out[i].MayConfirm && out[i].Waits {
			out[i].ConfirmableFrom = IndependentFrom(st.own)
		}
		if out[i].Asked, err = kinds.asked(ctx, client, today, a, st.starting, shownAsked); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// asked are the accounts of who may confirm an act.
func (k Kinds) asked(ctx context.Context, client *ent.Client, today time.Time, a *ent.PendingAct, starting bool, limit int) ([]int64, error) {
	ctx = viewer.System(ctx)
	var out []int64
	if starting {
		all, err := administrators(ctx, client, today)
		for _, h := range all {
			out = append(out, h.Account)
		}
		return out[:min(len(out), limit)], err
	}
	asked, err := k.AskedFor(ctx, client, today, a)
	if err != nil {
		return nil, err
	}
	if asked.Word != 0 {
		own, err := openAccounts(ctx, client, asked.Word)
		if err != nil {
			return nil, err
		}
		out = slices.Clone(own)
	}
	for _, h := range asked.Holders {
		if !slices.Contains(out, h.Account) {
			out = append(out, h.Account)
		}
	}
	return out[:min(len(out), limit)], nil
}
