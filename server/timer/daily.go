package timer

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/dueitem"
	"sineng/server/store"
)

// nextDay is the moment at which the day after that of another begins.
func nextDay(t time.Time) time.Time { return store.StartOf(store.DayOf(t).AddDate(0, 0, 1)) }

// arm sees to it that what is done daily is due no later than tomorrow: today where it is not due at
// all, which a new database shows, and tomorrow where it is due later than that, which a clock
// leaves behind that was wrong and was set right.
func (t *Timer) arm(ctx context.Context) error {
	now := t.store.Now()
	today := store.DayOf(now)
	if t.armed.Equal(today) {
		return nil
	}
	for _, h := range t.handlers {
		if !h.Daily {
			continue
		}
		err := store.WithTx(ctx, t.store, func(ctx context.Context, tx *ent.Tx) error {
			row, err := tx.DueItem.Query().Where(dueitem.Kind(h.Kind), dueitem.ObjectID(0)).Only(ctx)
			switch {
			case ent.IsNotFound(err):
				err = tx.DueItem.Create().SetKind(h.Kind).SetAt(store.StartOf(today)).SetNextAt(store.StartOf(today)).Exec(ctx)
			case err == nil && row.NextAt.After(nextDay(now)):
				at := row.At
				if at.After(nextDay(now)) {
					at = nextDay(now)
				}
				return tx.DueItem.Update().Where(dueitem.ID(row.ID), dueitem.At(row.At)).SetAt(at).SetNextAt(nextDay(now)).Exec(ctx)
			}
			if ent.IsConstraintError(err) { // another server was faster
				return nil
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	t.armed = today
	return nil
}
