package pending

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/timer"
)

// Service shows acts, and decides them on behalf of all domains.
type Service struct {
	store *store.Store
	kinds Kinds
}

// New makes the service.
func New(s *store.Store) *Service { return &Service{store: s, kinds: Kinds{}} }

// Handle adds the kinds of acts that a domain brings. A kind that two bring is a fault of the program.
func (s *Service) Handle(kinds ...Kind) {
	for _, k := range kinds {
		if _, twice := s.kinds[k.Kind]; twice {
			panic("two owners of the act " + string(k.Kind))
		}
		s.kinds[k.Kind] = k
	}
}

// Missing are the kinds of acts that nobody brings.
func (s *Service) Missing() []term.ActKind {
	var out []term.ActKind
	for _, name := range term.ActKind("").Values() {
		if _, known := s.kinds[term.ActKind(name)]; !known {
			out = append(out, term.ActKind(name))
		}
	}
	return out
}

// Confirm is Confirm with the kinds of all domains.
func (s *Service) Confirm(ctx context.Context, id int64) (*View, error) {
	return s.shown(ctx)(Confirm(ctx, s.store, s.kinds, id))
}

// Decline is Decline with the kinds of all domains.
func (s *Service) Decline(ctx context.Context, id int64, reason string) (*View, error) {
	return s.shown(ctx)(Decline(ctx, s.store, s.kinds, id, reason))
}

// Withdraw is Withdraw with the kinds of all domains.
func (s *Service) Withdraw(ctx context.Context, id int64) (*View, error) {
	return s.shown(ctx)(Withdraw(ctx, s.store, s.kinds, id))
}

// shown turns the outcome of a decision into what is shown of it.
func (s *Service) shown(ctx context.Context) func(*ent.PendingAct, error) (*View, error) {
	return func(a *ent.PendingAct, err error) (*View, error) {
		if err != nil {
			return nil, err
		}
		views, err := s.views(ctx, a)
		if err != nil {
			return nil, err
		}
		return views[0], nil
	}
}

// Timers let acts expire, and the operator's break-glass take effect.
func (s *Service) Timers() []timer.Handler {
	return []timer.Handler{
		{Kind: dueExpiry, Do: s.due(expire)},
		{Kind: dueEffect, Do: s.due(effect)},
	}
}

func (s *Service) due(do action) func(context.Context, *ent.Tx, *timer.Item) error {
	return func(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
		a, err := hold(ctx, s.store, tx, item.Object)
		if err != nil || a.Status != term.ActStatusPending {
			return err
		}
		to, err := next(a.Status, do, program, false)
		if err != nil {
			return err
		}
		err = store.Try(ctx, func(ctx context.Context) error {
			_, err := s.kinds.settle(ctx, s.store, tx, a, do, to, "")
			return err
		})
		if do == effect && len(fault.All(err)) > 0 { // it is no longer right: nothing of it happens
			_, err = s.kinds.settle(ctx, s.store, tx, a, expire, term.ActStatusExpired, fault.All(err)[0].ZH)
		}
		return err
	}
}
