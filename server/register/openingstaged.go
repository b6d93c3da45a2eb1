package register

import (
	"context"
	"errors"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/unit"
	"sineng/server/agenda"
	"sineng/server/store"
)

// openingBatch is how long a transaction of an opening decision goes on taking further risk points; the
// writers of others wait for it on SQLite.
const openingBatch = 100 * time.Millisecond

// openingRead is how many risk points are read at a time.
const openingRead = 100

// stagedOpening is an opening decision that was worked out and is hidden, like an import under way.
type stagedOpening struct {
	store   *store.Store
	staging *store.Staging
	ids     []int64
	held    []*store.Held
}

// Abandon gives it up: the risk points are as they were.
func (p *stagedOpening) Abandon(ctx context.Context) error { return p.staging.Abandon(ctx, p.store) }

// show makes everything visible at once, in the transaction that enters the outcome. It is
// agenda.ErrOutdated where the risk points to be decided are others by now, or one was changed.
func (p *stagedOpening) show(ctx context.Context, tx *ent.Tx, decided []int64) error {
	if !slices.Equal(p.ids, decided) {
		return agenda.ErrOutdated()
	}
	shown, err := p.staging.Show(ctx, tx)
	if err == nil && !shown {
		return agenda.ErrOutdated()
	}
	if err != nil {
		return err
	}
	stale, err := store.Release(ctx, p.store, p.held)
	if stale != nil {
		return agenda.ErrOutdated()
	}
	return err
}

// prepareOpening works an opening decision out in short transactions: assessments, counts and entries of
// the log are written hidden, and the changes of the risk points are taken back until it is shown.
func (s *Service) prepareOpening(ctx context.Context, o agenda.Outcome) (agenda.Prepared, error) {
	client := s.store.Reader(ctx)
	u, err := client.Unit.Query().Where(unit.ID(o.Item.About)).Only(ctx)
	if err != nil {
		return nil, store.OrMissing(err, "unitId", "单位", "unit")
	}
	decided, _, err := s.opened(ctx, client, u)
	if err != nil {
		return nil, err
	}
	p := &stagedOpening{store: s.store}
	for _, r := range decided {
		p.ids = append(p.ids, r.ID)
	}
	if p.staging, err = store.BeginStaging(ctx, s.store); err != nil {
		return nil, err
	}
	recipes := map[int64]Recipe{}
	for rest := p.ids; len(rest) > 0; {
		n, held, err := s.stageOpening(store.WithStaging(ctx, p.staging), p, rest, o, recipes)
		if err != nil {
			return nil, errors.Join(err, p.Abandon(context.WithoutCancel(ctx)))
		}
		p.held, rest = append(p.held, held...), rest[n:]
	}
	return p, nil
}

// stageOpening works out the next risk points, in one transaction, and returns their number.
func (s *Service) stageOpening(ctx context.Context, p *stagedOpening, rest []int64, o agenda.Outcome, recipes map[int64]Recipe) (n int, held []*store.Held, err error) {
	err = store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		n, held = 0, nil
		if alive, err := p.staging.Keep(ctx, s.store, tx); err != nil || !alive {
			if err == nil {
				err = agenda.ErrOutdated()
			}
			return err
		}
		for began := time.Now(); n < len(rest) && (n == 0 || time.Since(began) < openingBatch); {
			part := rest[n:min(n+openingRead, len(rest))]
			rows, err := tx.RiskPoint.Query().Where(riskpoint.IDIn(part...)).Order(riskpoint.ByID()).All(everywhere(ctx))
			if err != nil {
				return err
			}
			if len(rows) != len(part) {
				return agenda.ErrOutdated()
			}
			for _, r := range rows {
				if n > 0 && time.Since(began) >= openingBatch {
					return nil
				}
				if r.PaperGrade == nil {
					return agenda.ErrOutdated()
				}
				changes, err := store.HoldBack(ctx, s.store, func(ctx context.Context) error { return s.open(ctx, tx, r, o, recipes) })
				if err != nil {
					return err
				}
				held, n = append(held, changes...), n+1
			}
		}
		return nil
	})
	return n, held, err
}
