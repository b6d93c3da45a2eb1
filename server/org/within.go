package org

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"sineng/ent/rule"
	"sineng/server/fault"
	"sineng/server/store"
)

// Within limits a list of rows to a unit's subtree, or to the unit alone. A unit that the
// viewer may not see is NOT_FOUND.
func Within[Q interface{ Where(...P) Q }, P ~func(*sql.Selector)](
	ctx context.Context, s *store.Store, q Q, unitID *int64, unitOnly *bool,
) error {
	if unitID == nil {
		return nil
	}
	u, err := UnitOf(ctx, s, *unitID)
	if err != nil {
		return err
	}
	if u == nil {
		return fault.MissingAt("filter.unitId", "单位", "unit")
	}
	column := rule.LevelColumn(u.Level)
	if unitOnly != nil && *unitOnly {
		column = "unit_id"
	}
	q.Where(P(func(s *sql.Selector) { s.Where(sql.EQ(s.C(column), u.ID)) }))
	return nil
}
