package exchange

import (
	"context"
	"strconv"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/store"
)

// show makes an import visible, in one transaction: its rows are no longer hidden, the changes of
// rows that were there before are made, first those that were worked out before, what waits for a
// second person is begun, and the log says that the file was imported. It is errChanged when
// units, powers or risk points on which the import depends were closed or retired meanwhile.
func (s *Service) show(ctx context.Context, w *staged, plan *Plan) error {
	return store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		shown, err := w.staging.Show(ctx, tx)
		if err != nil {
			return err
		}
		if !shown {
			return errDropped
		}
		open, err := s.org.ShowStaged(ctx, tx, w.staging)
		if err != nil {
			return err
		}
		stands, err := s.register.StagedStands(ctx, tx, w.staging)
		if err != nil {
			return err
		}
		if !open || !stands {
			return errChanged
		}
		if err := s.release(ctx, w.held, w.refused); err != nil {
			return err
		}
		for _, out := range w.changes {
			if err := writeObject(ctx, out, w.refused); err != nil {
				return err
			}
		}
		// What lets somebody see more is confirmed once, as a whole.
		act, err := s.org.BeginGathered(ctx, tx, w.gathered, w.in.file.Name)
		if err != nil {
			return err
		}
		if plan.Waiting = 0; act != nil {
			plan.Waiting = w.gathered.Count()
		}
		return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionImport, Right: authz.Import,
			Details: map[string]string{"file": w.in.file.Name, "figures": plan.summary(), "not written": strconv.Itoa(plan.RemarkCount),
				"waiting": strconv.Itoa(plan.Waiting),
				"import":  store.EncodeID(w.staging.ID)}})
	})
}
