// Package tally counts risk points by unit. A write adds one delta in its own
// transaction. Readers add the deltas to the roll-up, so that counts are exact
// at once. Fold moves deltas into the roll-up in batches.
package tally

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
)

// Key is what risk points are counted by.
type Key struct {
	Grade      term.Grade
	RiskType   term.RiskType
	PowerType  string // empty for a risk point without a power
	Status     term.RiskStatus
	Controlled bool
}

// KeyOf is the key of a risk point.
func KeyOf(r *ent.RiskPoint) Key {
	return Key{r.Grade, r.RiskType, r.PowerType, r.Status, r.Controlled}
}

// LevelsOf are the level columns of a risk point.
func LevelsOf(r *ent.RiskPoint) [6]int64 {
	return r.Levels()
}

// Added counts new risk points.
func Added(ctx context.Context, tx *ent.Tx, all ...*ent.RiskPoint) error {
	deltas := make([]*ent.RiskCountDeltaCreate, len(all))
	for i, r := range all {
		deltas[i] = deltaOf(tx, LevelsOf(r), KeyOf(r), 1)
	}
	return tx.RiskCountDelta.CreateBulk(deltas...).Exec(viewer.System(ctx))
}

// Changed counts a risk point whose key has changed.
func Changed(ctx context.Context, tx *ent.Tx, before Key, after *ent.RiskPoint) error {
	if before == KeyOf(after) {
		return nil
	}
	if err := add(ctx, tx, LevelsOf(after), before, -1); err != nil {
		return err
	}
	return add(ctx, tx, LevelsOf(after), KeyOf(after), 1)
}

func add(ctx context.Context, tx *ent.Tx, l [6]int64, k Key, n int) error {
	return deltaOf(tx, l, k, n).Exec(viewer.System(ctx))
}

func deltaOf(tx *ent.Tx, l [6]int64, k Key, n int) *ent.RiskCountDeltaCreate {
	return tx.RiskCountDelta.Create().
		SetLevels(l).
		SetGrade(k.Grade).SetRiskType(k.RiskType).SetPowerType(k.PowerType).
		SetStatus(k.Status).SetControlled(k.Controlled).SetN(n)
}
