package exchange

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/stagedimport"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

const (
	// batchTime is how long a transaction of an import goes on taking further objects; the
	// writers of others wait for it on SQLite.
	batchTime = 120 * time.Millisecond
	// Objects of a kind are written in groups, the next of which grows while one takes less than
	// groupTime.
	leastGroup, mostGroup = 16, 256
	groupTime             = batchTime / 6
)

// errDropped is the error of an import that was taken for dead, since it did nothing for
// store.StagingLives, and whose rows are being deleted.
var errDropped = fault.New(fault.Unavailable, "IMPORT_DROPPED", "", "导入中断过久,已取消,没有导入任何内容,请重新导入",
	"The import stood still for too long and was dropped; nothing was imported: import again")

// errChanged means that something on which the import depends has changed since it was
// planned, so that it must be planned again.
var errChanged = errors.New("exchange: the register has changed since the import was planned")

// staged is the writer of an import: it writes in short transactions, in which nobody else sees
// the rows.
type staged struct {
	service  *Service
	ctx      context.Context // with what waits for a second person
	in       *input
	options  Options
	refused  map[rowKey][]Problem
	gathered *org.Gathered

	staging *store.Staging // nil until something is written
	planner *planner
	group   int          // size of the next group
	held    []heldChange // made when the import is shown, first of all
	changes []outcome    // written when the import is shown
	written int          // rows
	moved   time.Time    // when the import last counted as under way
}

func (w *staged) report(planned int) {
	w.options.report(Progress{PhaseWrite, w.written, planned, w.in.total})
}

// alive says how far the import is, and keeps it from being taken for dead.
func (w *staged) alive(planned int) error {
	w.report(planned)
	if w.staging == nil || time.Since(w.moved) < store.StagingLives/3 {
		return nil
	}
	w.moved = time.Now()
	return store.WithTx(viewer.System(w.ctx), w.service.store, func(ctx context.Context, tx *ent.Tx) error {
		return w.service.stillAlive(ctx, tx, w.staging)
	})
}

// take writes outcomes. After a bad row nothing more is written, unless the good ones are wanted.
func (w *staged) take(p *planner, outcomes []outcome, planned, settled int) error {
	w.planner = p
	w.report(planned)
	if w.in.bad() && !w.options.GoodRowsOnly {
		return nil
	}
	now, later := partition(outcomes)
	w.changes = append(w.changes, later...)
	if len(now) > 0 {
		if err := w.begin(); err != nil {
			return err
		}
		before := w.written
		err := w.stage(now, func(done int) {
			w.written = max(before, before+(settled-before)*done/len(now))
			w.moved = time.Now()
			w.report(planned)
		})
		if err != nil {
			return err
		}
	}
	w.written = max(w.written, settled)
	return w.alive(planned)
}

// partition parts what is written or worked out while the import is staged from changes that are
// made when it is shown, each in order.
func partition(outcomes []outcome) (now, later []outcome) {
	for _, out := range outcomes {
		if out.created || out.held {
			now = append(now, out)
		} else {
			out.line = out.line.mark()
			later = append(later, out)
		}
	}
	return now, later
}

// begin starts the import once.
func (w *staged) begin() (err error) {
	if w.staging == nil {
		w.staging, err = store.BeginStaging(w.ctx, w.service.store)
		w.moved = time.Now()
	}
	return err
}

// heldChange is a change that is made when the import is shown.
type heldChange struct {
	*store.Held
	line  *line
	label string
}

// stage creates objects in short transactions, so that others may write in between, and works
// out changes of objects that were there before.
func (w *staged) stage(outcomes []outcome, tick func(done int)) error {
	s, ctx := w.service, store.WithStaging(w.ctx, w.staging)
	alone := 0 // up to which objects are written one by one
	for done := 0; done < len(outcomes); {
		n, part, size := 0, []heldChange(nil), w.group
		err := store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
			n, part, size = 0, nil, w.group
			if err := s.stillAlive(ctx, tx, w.staging); err != nil {
				return err
			}
			others, err := tx.StagedImport.Query().Where(stagedimport.IDNEQ(w.staging.ID)).IDs(viewer.System(ctx))
			if err != nil {
				return err
			}
			ctx = viewer.WithImport(ctx, w.staging.ID, others...)
			for began := time.Now(); done+n < len(outcomes) && (n == 0 || time.Since(began) < batchTime); {
				begun, most := time.Now(), size
				if done+n < alone {
					most = 1
				}
				taken, changes, err := s.stageNext(ctx, w.planner, outcomes[done+n:], most, w.refused)
				if err != nil {
					if n += taken; taken > 1 {
						return &groupError{err}
					}
					return err
				}
				n, part = n+taken, append(part, changes...)
				if taken == size {
					size = nextGroup(size, time.Since(begun))
				}
			}
			return nil
		})
		var grouped *groupError
		switch {
		case errors.As(err, &grouped) && len(fault.All(err)) > 0 && ctx.Err() == nil:
			// Written one by one, the object that is refused is found.
			alone, w.group = done+n, leastGroup
			continue
		case err != nil:
			return err
		}
		w.held, w.group = append(w.held, part...), size
		done += n
		tick(done)
	}
	return nil
}

// groupError is the error of objects that were written together.
type groupError struct{ cause error }

func (e *groupError) Error() string { return e.cause.Error() }
func (e *groupError) Unwrap() error { return e.cause }

// nextGroup is the size of the next group after one that took a time.
func nextGroup(size int, took time.Duration) int {
	switch {
	case took < groupTime:
		return min(2*size, mostGroup)
	case took > 2*groupTime:
		return max(size/2, leastGroup)
	}
	return size
}

// stageNext writes the next object, or the next ones that are written together, at most so many,
// and returns their number.
func (s *Service) stageNext(ctx context.Context, p *planner, outcomes []outcome, most int, refused map[rowKey][]Problem) (int, []heldChange, error) {
	n, all := 0, outcomes[0].together
	for n < min(most, len(outcomes)) && all != nil && sameKind(outcomes[n].together, all) {
		if n++; n > 1 {
			all = outcomes[n-1].together.gather(all)
		}
	}
	if n > 1 {
		if err := ctx.Err(); err != nil {
			return n, nil, err
		}
		return n, nil, all.write(ctx, p)
	}
	changes, err := s.stageObject(ctx, outcomes[0], refused)
	return 1, changes, err
}

func sameKind(a, b together) bool { return reflect.TypeOf(a) == reflect.TypeOf(b) }

// stageObject writes an object that is hidden, or works out a change.
func (s *Service) stageObject(ctx context.Context, out outcome, refused map[rowKey][]Problem) ([]heldChange, error) {
	if out.created {
		return nil, writeObject(ctx, out, refused)
	}
	rows, err := store.HoldBack(ctx, s.store, func(ctx context.Context) error { return writeObject(ctx, out, refused) })
	var changes []heldChange
	for _, row := range rows {
		changes = append(changes, heldChange{row, out.line.mark(), out.label})
	}
	return changes, err
}

// release makes the held changes; a row that others changed meanwhile is refused.
func (s *Service) release(ctx context.Context, held []heldChange, refused map[rowKey][]Problem) error {
	rows := make([]*store.Held, len(held))
	for i, h := range held {
		rows[i] = h.Held
	}
	stale, err := store.Release(ctx, s.store, rows)
	if stale == nil {
		return err
	}
	of := held[slices.Index(rows, stale)]
	refused[rowKey{of.line.name, of.line.row.Number}] = of.line.refusal(of.label, fault.All(err))
	return &refusedRow{err}
}

// writeObject writes an object through the services, and notes why its row is refused.
func writeObject(ctx context.Context, out outcome, refused map[rowKey][]Problem) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	err := out.run(ctx)
	if all := fault.All(err); len(all) > 0 && ctx.Err() == nil {
		refused[rowKey{out.line.name, out.line.row.Number}] = out.line.refusal(out.label, all)
		return &refusedRow{err}
	}
	return err
}

// stillAlive moves on the moment until which the import counts as under way.
func (s *Service) stillAlive(ctx context.Context, tx *ent.Tx, staging *store.Staging) error {
	alive, err := staging.Keep(ctx, s.store, tx)
	if err == nil && !alive {
		return errDropped
	}
	return err
}
