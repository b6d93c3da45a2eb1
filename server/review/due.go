package review

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/predicate"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/timer"
)

// Kinds of due items. DueWindow is the end of a form's public display.
const (
	DueWindow = "review.window"
	// The object is a unit, 0 for all: the forms of its subtree are checked again.
	dueReaddress, dueRecheck = "review.readdress", "review.recheck"
	// The object is a form whose check together with others failed.
	dueReaddressForm, dueRecheckForm = "review.readdress-form", "review.recheck-form"
	dueReaddressDaily                = "review.readdress-daily"
)

// passBatch is how many forms one transaction handles.
const passBatch = 50

// Timers end public displays, and check forms again whose reviewer may have changed or that
// may have been edited; once a day all that await a person, since appointments end on their
// last day without an entry in the log.
func (s *Service) Timers() []timer.Handler {
	waiting := entform.StateIn(pendingStates...)
	frozen := entform.StateIn(slices.Concat(Stages, []term.FormState{term.FormStatePublicity})...)
	recheck := func(ctx context.Context, id int64) error { _, err := s.Recheck(ctx, id); return err }
	return []timer.Handler{
		{Kind: DueWindow, Do: s.windowEnds},
		{Kind: dueReaddress, Do: s.pass(waiting, dueReaddressForm, s.readdressOne)},
		{Kind: dueReaddressDaily, Daily: true, Do: s.pass(waiting, dueReaddressForm, s.readdressOne)},
		{Kind: dueReaddressForm, Do: alone(s.readdressOne)},
		{Kind: dueRecheck, Do: s.pass(frozen, dueRecheckForm, recheck)},
		{Kind: dueRecheckForm, Do: alone(recheck)},
	}
}

// pass applies a function to the forms of a unit's subtree, in batches of one transaction
// each. A form that fails is skipped and gets a due item of its own, so that it does not stop
// the others; its failure is reported and retried like that of any due item.
func (s *Service) pass(which predicate.Form, retry string, do func(context.Context, int64) error) func(context.Context, *ent.Tx, *timer.Item) error {
	return func(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
		q := tx.Form.Query().Where(which, entform.IDGT(item.Cursor))
		if item.Object != 0 {
			u, err := tx.Unit.Query().Where(unit.ID(item.Object)).Only(ctx)
			if ent.IsNotFound(err) {
				return nil
			}
			if err != nil {
				return err
			}
			q.Where(func(sel *sql.Selector) { sel.Where(sql.EQ(sel.C(rule.LevelColumn(u.Level)), u.ID)) })
		}
		ids, err := q.Order(entform.ByID()).Limit(passBatch).IDs(ctx)
		if err != nil {
			return err
		}
		for _, id := range ids {
			err := store.Try(ctx, func(ctx context.Context) error { return do(ctx, id) })
			if store.Undone(err) || err != nil && ctx.Err() != nil {
				return err
			}
			if err != nil {
				if err := timer.Set(ctx, tx, retry, id, s.store.Now()); err != nil {
					return err
				}
			}
		}
		if len(ids) == passBatch {
			item.Continue(ids[passBatch-1])
		}
		return nil
	}
}

// alone applies a function to one form; it does nothing for a deleted one.
func alone(do func(context.Context, int64) error) func(context.Context, *ent.Tx, *timer.Item) error {
	return func(ctx context.Context, _ *ent.Tx, item *timer.Item) error {
		if err := do(ctx, item.Object); !fault.Is(err, fault.NotFound) {
			return err
		}
		return nil
	}
}

func (s *Service) readdressOne(ctx context.Context, id int64) error {
	_, err := s.within(ctx, func(ctx context.Context, tx *ent.Tx) (*ent.Form, *fault.Error, error) {
		r, err := s.hold(ctx, tx, id)
		if err != nil || r.campaign.ClosedAt != nil {
			return nil, nil, err
		}
		_, err = s.readdress(ctx, r)
		return r.form, nil, err
	})
	return err
}
