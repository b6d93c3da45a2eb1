package timer

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"sineng/ent"
	"sineng/ent/dueitem"
	"sineng/ent/viewer"
	"sineng/server/job"
	"sineng/server/store"
)

const (
	// lookEvery is how often a server looks for what is due.
	lookEvery = time.Second
	// atOnce is how many rows are read at a time.
	atOnce = 100
	// firstPause and mostPause are how long something that failed waits.
	firstPause, mostPause = 10 * time.Second, time.Hour
	// failureLength is how much of an error is kept with the row.
	failureLength = 500
)

// Timer fires what is due.
type Timer struct {
	store    *store.Store
	log      *slog.Logger
	handlers map[string]Handler
	kinds    []string
	armed    time.Time      // the day for which the daily rows are known to be there
	forged   map[int64]bool // rows that the log was told of
}

// New makes a timer, to which handlers are added before it works. log gets what fails.
func New(s *store.Store, log *slog.Logger) *Timer {
	return &Timer{store: s, log: log, handlers: map[string]Handler{}, forged: map[int64]bool{}}
}

// Handle adds handlers. What is due of other kinds is left to other servers.
func (t *Timer) Handle(handlers ...Handler) {
	for _, h := range handlers {
		if _, twice := t.handlers[h.Kind]; twice {
			panic("two handlers of " + h.Kind)
		}
		t.handlers[h.Kind] = h
		t.kinds = append(t.kinds, h.Kind)
	}
}

// Workers fire what is due as it becomes so.
func (t *Timer) Workers() []job.Worker {
	return []job.Worker{{Name: "timer", Run: job.Every(lookEvery, func(ctx context.Context) error {
		_, err := t.Fire(ctx)
		return err
	})}}
}

// Fire fires what is due now, the longest due first, until nothing is, and returns how many
// transactions that took. What fails is logged and left for later; the error is of the looking.
func (t *Timer) Fire(ctx context.Context) (fired int, err error) {
	ctx = viewer.System(ctx)
	if err := t.arm(ctx); err != nil {
		return 0, err
	}
	for {
		rows, err := t.store.Client.DueItem.Query().Where(dueitem.KindIn(t.kinds...), dueitem.NextAtLTE(t.store.Now())).
			Order(dueitem.ByNextAt(), dueitem.ByID()).Limit(atOnce).All(ctx)
		if err != nil || len(rows) == 0 {
			return fired, err
		}
		before := fired
		for _, row := range rows {
			if !t.store.Genuine(row) {
				if !t.forged[row.ID] {
					t.forged[row.ID] = true
					t.log.ErrorContext(ctx, "something due that the program did not write as it stands is not done; see sineng verify", "kind", row.Kind, "due item", row.ID)
				}
				continue
			}
			done, err := t.fire(ctx, row)
			if ctx.Err() != nil {
				return fired, ctx.Err()
			}
			if err != nil {
				if err := t.postpone(ctx, row, err); err != nil {
					return fired, err
				}
			}
			if done {
				fired++
			}
		}
		if fired == before { // what is left failed, or is in another server's hands
			return fired, nil
		}
	}
}

// fire removes a row and does what it is for, in one transaction; false where another server was
// faster.
func (t *Timer) fire(ctx context.Context, row *ent.DueItem) (done bool, err error) {
	defer func() {
		if p := recover(); p != nil {
			done, err = false, fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	h := t.handlers[row.Kind]
	err = store.WithTx(ctx, t.store, func(ctx context.Context, tx *ent.Tx) error {
		now := t.store.Now()
		n, err := tx.DueItem.Delete().Where(dueitem.ID(row.ID), dueitem.At(row.At), dueitem.NextAtLTE(now), dueitem.Cursor(row.Cursor)).Exec(ctx)
		if done = n == 1; err != nil || !done {
			return err
		}
		item := &Item{Object: row.ObjectID, At: row.At, Begun: now, Cursor: row.Cursor}
		if row.BegunAt != nil {
			item.Begun = *row.BegunAt
		}
		if err := h.Do(ctx, tx, item); err != nil {
			return err
		}
		switch {
		case item.next != nil:
			return tx.DueItem.Create().SetKind(row.Kind).SetObjectID(row.ObjectID).SetAt(row.At).SetNextAt(now).
				SetCursor(*item.next).SetBegunAt(item.Begun).Exec(ctx)
		case h.Daily:
			return Set(ctx, tx, row.Kind, row.ObjectID, nextDay(item.Begun))
		}
		return nil
	})
	return done && err == nil, err
}

// postpone leaves a row that failed for later.
func (t *Timer) postpone(ctx context.Context, row *ent.DueItem, failure error) error {
	attempts := row.Attempts + 1
	next := t.store.Now().Add(pause(attempts))
	t.log.ErrorContext(ctx, "something that is due failed and is tried again",
		"kind", row.Kind, "object", row.ObjectID, "due", row.At, "attempt", attempts, "next", next, "error", failure)
	return store.WithTx(ctx, t.store, func(ctx context.Context, tx *ent.Tx) error {
		return tx.DueItem.Update().Where(dueitem.ID(row.ID), dueitem.At(row.At), dueitem.Cursor(row.Cursor), dueitem.Attempts(row.Attempts)).
			SetAttempts(attempts).SetNextAt(next).SetFailure(cut(failure.Error())).Exec(ctx)
	})
}

// pause is how long something waits that failed so often in a row.
func pause(attempts int) time.Duration {
	p := firstPause
	for range attempts - 1 {
		if p *= 2; p >= mostPause {
			return mostPause
		}
	}
	return p
}

func cut(s string) string {
	if r := []rune(s); len(r) > failureLength {
		return string(r[:failureLength])
	}
	return s
}
