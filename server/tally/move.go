package tally

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/riskcount"
	"sineng/ent/viewer"
)

// Moved shifts the counts of a unit's subtree from its old ancestors to its
// new ones. It runs in the transaction of the move, after the pending deltas
// of the subtree got their new levels, so that only folded counts are shifted.
// The ancestors do not include the unit itself.
func Moved(ctx context.Context, tx *ent.Tx, unit int64, from, to [6]int64, at time.Time) error {
	counts, err := tx.RiskCount.Query().Where(riskcount.UnitID(unit)).All(viewer.System(ctx))
	if err != nil {
		return err
	}
	var deltas []*ent.RiskCountDeltaCreate
	for _, c := range counts {
		if c.N == 0 {
			continue
		}
		add := func(levels [6]int64, n int) *ent.RiskCountDeltaCreate {
			return tx.RiskCountDelta.Create().SetLevels(levels).SetGrade(c.Grade).SetRiskTypes(c.RiskTypes).SetPowerType(c.PowerType).
				SetStatus(c.Status).SetControlled(c.Controlled).SetN(n).SetTurn(shifted)
		}
		deltas = append(deltas, add(from, -c.N), add(to, c.N))
	}
	if len(deltas) > 0 {
		if err := tx.RiskCountDelta.CreateBulk(deltas...).Exec(viewer.System(ctx)); err != nil {
			return err
		}
	}
	return publish(ctx, tx, at, body{Moved: &moved{Unit: unit, From: from, To: to}})
}
