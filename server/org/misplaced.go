package org

import (
	"context"
	"fmt"
	"strings"

	"sineng/ent"
	"sineng/ent/migrate"
	"sineng/ent/rule"
	"sineng/ent/schema"
	"sineng/ent/unit"
	"sineng/ent/unitplacement"
)

// Misplaced is a row whose level columns differ from those of its unit, or a unit whose level
// columns do not follow from its parent, or whose parent differs from its present placement.
type Misplaced struct{ ID int64 }

// mostMisplacedRows is the greatest number of rows reported per table.
const mostMisplacedRows = 20

// FindMisplaced finds rows whose levels do not match the tree, at most mostMisplacedRows per
// table.
func FindMisplaced(ctx context.Context, client *ent.Client) ([]Misplaced, error) {
	var out []Misplaced
	find := func(query string) error {
		rows, err := client.QueryContext(ctx, query)
		if err != nil {
			return err
		}
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			var m Misplaced
			if err := rows.Scan(&m.ID); err != nil {
				return err
			}
			out = append(out, m)
		}
		return rows.Err()
	}
	for _, table := range migrate.Tables {
		if !table.HasColumn("l1") || !table.HasColumn("unit_id") {
			continue
		}
		var differ []string
		for n := 1; n <= schema.Levels; n++ {
			c := rule.LevelColumn(n)
			differ = append(differ, fmt.Sprintf("r.%s <> u.%s", c, c))
		}
		// A row of the whole system has no unit and no levels.
		var placed []string
		for n := 1; n <= schema.Levels; n++ {
			placed = append(placed, fmt.Sprintf("r.%s <> 0", rule.LevelColumn(n)))
		}
		query := fmt.Sprintf("SELECT r.id FROM %s r LEFT JOIN %s u ON u.id = r.unit_id WHERE u.id IS NULL AND (r.unit_id IS NOT NULL OR %s) OR %s ORDER BY r.id LIMIT %d",
			table.Name, unit.Table, strings.Join(placed, " OR "), strings.Join(differ, " OR "), mostMisplacedRows)
		if err := find(query); err != nil {
			return nil, fmt.Errorf("%s: %w", table.Name, err)
		}
	}
	if err := find(misplacedUnits()); err != nil {
		return nil, err
	}
	return out, find(unlikePlacement())
}

// unlikePlacement is the SQL for units that do not have exactly one present placement below
// their parent.
func unlikePlacement() string {
	present := fmt.Sprintf("SELECT COUNT(*) FROM %s p WHERE p.unit_id = u.id AND p.to_day IS NULL", unitplacement.Table)
	return fmt.Sprintf("SELECT u.id FROM %s u WHERE (%s) <> 1 OR (%s AND COALESCE(p.parent_id, 0) = COALESCE(u.parent_id, 0)) <> 1 ORDER BY u.id LIMIT %d",
		unit.Table, present, present, mostMisplacedRows)
}

// misplacedUnits is the SQL for units whose levels are not those of their parent followed by
// themselves.
func misplacedUnits() string {
	var differ []string
	for n := 1; n <= schema.Levels; n++ {
		c := rule.LevelColumn(n)
		differ = append(differ, fmt.Sprintf("u.%s <> CASE WHEN u.level = %d THEN u.id WHEN u.level < %d THEN 0 ELSE COALESCE(p.%s, -1) END", c, n, n, c))
	}
	return fmt.Sprintf("SELECT u.id FROM %s u LEFT JOIN %s p ON p.id = u.parent_id WHERE u.level <> COALESCE(p.level, 0) + 1 OR %s ORDER BY u.id LIMIT %d",
		unit.Table, unit.Table, strings.Join(differ, " OR "), mostMisplacedRows)
}
