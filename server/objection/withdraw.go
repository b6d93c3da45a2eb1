package objection

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/org"
)

// Withdraw is the input of Service.Withdraw.
type Withdraw struct {
	ObjectionID     int64
	ExpectedVersion int
}

// Withdraw withdraws the viewer's own objection before it is answered. It stays on record.
func (s *Service) Withdraw(ctx context.Context, in Withdraw) (*ent.Objection, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionWithdrawObjection}, func(ctx context.Context, tx *ent.Tx) (*ent.Objection, error) {
		o, err := s.hold(ctx, tx, in.ObjectionID)
		if err != nil {
			return nil, err
		}
		as, _, err := s.capacity(ctx, tx.Client(), o)
		if err != nil {
			return nil, err
		}
		update, err := s.move(tx, o, in.ExpectedVersion, ActionWithdraw, as)
		if err != nil {
			return nil, err
		}
		out, err := update.Save(viewer.System(ctx))
		return out, org.Stale(err)
	})
}
