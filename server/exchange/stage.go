package exchange

import (
	"context"
	"errors"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/stagedimport"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/store"
)

const (
	// batchTime is how long a transaction of an import goes on taking further objects; the
	// writers of others wait for it on SQLite.
	batchTime = 120 * time.Millisecond
	// aliveFor is how long after its last batch an import counts as under way. Its rows are
	// deleted when it ended without a word, by the end of its program.
	aliveFor = time.Minute
)

// errDropped is the error of an import that was taken for dead, since it did nothing for
// aliveFor, and whose rows are being deleted.
var errDropped = fault.New(fault.Unavailable, "IMPORT_DROPPED", "", "导入中断过久,已取消,没有导入任何内容,请重新导入",
	"The import stood still for too long and was dropped; nothing was imported: import again")

// errChanged means that something on which the import depends has changed since it was
// planned, so that it must be planned again.
var errChanged = errors.New("exchange: the register has changed since the import was planned")

// begin starts an import: what it writes is hidden until show.
func (s *Service) begin(ctx context.Context) (*store.Staging, error) {
	firsts, err := highest(ctx, s.store.Client)
	if err != nil {
		return nil, err
	}
	now := s.store.Now()
	var account int64
	if v := viewer.Actor(ctx); v != nil {
		account = v.AccountID
	}
	row, err := store.WithValue(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) (*ent.StagedImport, error) {
		return tx.StagedImport.Create().SetAccountID(account).SetBegunAt(now).SetAliveUntil(now.Add(aliveFor)).SetFirsts(firsts).Save(ctx)
	})
	if err != nil {
		return nil, err
	}
	return &store.Staging{ID: row.ID}, nil
}

// heldChange is a change that is made when the import is shown.
type heldChange struct {
	*store.Held
	of outcome
}

// stage creates objects in short transactions, so that others may write in between, and works
// out changes of objects that were there before.
func (s *Service) stage(ctx context.Context, staging *store.Staging, outcomes []outcome, tick func(done int), refused map[rowKey][]Problem) ([]heldChange, error) {
	ctx = store.WithStaging(ctx, staging)
	var held []heldChange
	for done := 0; done < len(outcomes); {
		n, part := 0, []heldChange(nil)
		err := store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
			n, part = 0, nil
			if err := s.stillAlive(ctx, tx, staging.ID); err != nil {
				return err
			}
			others, err := tx.StagedImport.Query().Where(stagedimport.IDNEQ(staging.ID)).IDs(viewer.System(ctx))
			if err != nil {
				return err
			}
			ctx = viewer.WithImport(ctx, staging.ID, others...)
			for began := time.Now(); done+n < len(outcomes) && (n == 0 || time.Since(began) < batchTime); n++ {
				changes, err := s.stageObject(ctx, outcomes[done+n], refused)
				if err != nil {
					return err
				}
				part = append(part, changes...)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		held = append(held, part...)
		done += n
		tick(done)
	}
	return held, nil
}

// stageObject writes an object that is hidden, or works out a change.
func (s *Service) stageObject(ctx context.Context, out outcome, refused map[rowKey][]Problem) ([]heldChange, error) {
	if out.created {
		return nil, writeObject(ctx, out, refused)
	}
	rows, err := store.HoldBack(ctx, s.store, func(ctx context.Context) error { return writeObject(ctx, out, refused) })
	var changes []heldChange
	for _, row := range rows {
		changes = append(changes, heldChange{row, out})
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
	out := held[slices.Index(rows, stale)].of
	refused[rowKey{out.line.name, out.line.row.Number}] = out.line.refusal(out.label, fault.All(err))
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
func (s *Service) stillAlive(ctx context.Context, tx *ent.Tx, id int64) error {
	n, err := tx.StagedImport.Update().Where(stagedimport.ID(id), stagedimport.Dropped(false)).
		SetAliveUntil(s.store.Now().Add(aliveFor)).Save(viewer.System(ctx))
	if err == nil && n == 0 {
		return errDropped
	}
	return err
}
