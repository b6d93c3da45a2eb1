package org

import (
	"context"

	"sineng/ent"
	"sineng/ent/unit"
)

// ChildDifference is a unit with a wrong count of open units below it.
type ChildDifference struct {
	Code            string
	Counted, Actual int
}

// RecountChildren compares every unit's stored count of open units below it with a recount.
func RecountChildren(ctx context.Context, client *ent.Client) ([]ChildDifference, error) {
	var groups []struct {
		ParentID int64 `json:"parent_id"`
		Count    int
	}
	err := client.Unit.Query().Where(unit.ParentIDNotNil(), unit.ClosedOnIsNil()).
		GroupBy(unit.FieldParentID).Aggregate(ent.Count()).Scan(ctx, &groups)
	if err != nil {
		return nil, err
	}
	actual := map[int64]int{}
	for _, g := range groups {
		actual[g.ParentID] = g.Count
	}
	units, err := client.Unit.Query().Select(unit.FieldID, unit.FieldCode, unit.FieldChildCount).All(ctx)
	if err != nil {
		return nil, err
	}
	var out []ChildDifference
	for _, u := range units {
		if u.ChildCount != actual[u.ID] {
			out = append(out, ChildDifference{u.Code, u.ChildCount, actual[u.ID]})
		}
	}
	return out, nil
}
