package register

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/power"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// StagedStands reports whether the powers and risk points that an import noted are still in
// force, in the transaction that shows it.
func (s *Service) StagedStands(ctx context.Context, tx *ent.Tx, staging *store.Staging) (bool, error) {
	ctx = viewer.System(ctx)
	share := sql.WithLockClause("LOCK IN SHARE MODE")
	powers, risks := staging.Noted(power.Table), staging.Noted(riskpoint.Table)
	slices.Sort(powers)
	slices.Sort(risks)
	for part := range slices.Chunk(powers, 500) {
		q := tx.Power.Query().Where(power.IDIn(part...), power.RetiredOnIsNil()).Order(power.ByID())
		if s.locks() {
			q.ForShare(share)
		}
		if found, err := q.IDs(ctx); err != nil || len(found) < len(part) {
			return false, err
		}
	}
	for part := range slices.Chunk(risks, 500) {
		q := tx.RiskPoint.Query().Where(riskpoint.IDIn(part...), riskpoint.StatusNEQ(term.RiskStatusRetired)).Order(riskpoint.ByID())
		if s.locks() {
			q.ForShare(share)
		}
		if found, err := q.IDs(ctx); err != nil || len(found) < len(part) {
			return false, err
		}
	}
	return true, nil
}
