package org

import (
	"context"
	"slices"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// countChild counts a new unit below its parent. An import under way leaves the counts of units
// that it did not create to ShowStaged.
func countChild(ctx context.Context, tx *ent.Tx, parent *ent.Unit) error {
	if own, _ := viewer.Import(ctx); own != 0 && parent.ImportID != own {
		return nil
	}
	return tx.Unit.UpdateOne(parent).AddChildCount(1).Exec(ctx)
}

// ShowStaged does what is left when an import is shown, in the transaction that shows it. It
// reports whether all units that the import noted are still open, so that it may stand below
// them, and counts the units that it put there.
func (s *Service) ShowStaged(ctx context.Context, tx *ent.Tx, staging *store.Staging) (open bool, err error) {
	ctx = viewer.System(ctx)
	held := staging.Noted(unit.Table)
	slices.Sort(held)
	for part := range slices.Chunk(held, 500) {
		q := tx.Unit.Query().Where(unit.IDIn(part...), Open(s.store.Today())).Order(unit.ByID())
		if s.store.Dialect() == dialect.MySQL {
			q.ForShare(sql.WithLockClause("LOCK IN SHARE MODE"))
		}
		found, err := q.IDs(ctx)
		if err != nil || len(found) < len(part) {
			return false, err
		}
		var below []struct {
			ParentID int64 `sql:"parent_id"`
			Count    int   `sql:"count"`
		}
		if err := tx.Unit.Query().Where(unit.ParentIDIn(part...), unit.ImportID(staging.ID)).
			GroupBy(unit.FieldParentID).Aggregate(ent.Count()).Scan(ctx, &below); err != nil {
			return false, err
		}
		for _, n := range below {
			if err := tx.Unit.UpdateOneID(n.ParentID).AddChildCount(n.Count).Exec(ctx); err != nil {
				return false, err
			}
		}
	}
	return true, nil
}
