package supervision

import (
	"context"
	"fmt"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/rule"
	"sineng/server/store"
)

// RiskChanges counts changes of risk points since a day.
type RiskChanges struct{ Added, Raised, Lowered, Retired int }

// changes counts the changes since a day in the subtrees of units; nil without
// a day. The caller must have checked that the viewer may see these units.
func (s *Service) changes(ctx context.Context, units []*ent.Unit, since *time.Time) (map[int64]*RiskChanges, error) {
	if since == nil {
		return nil, nil
	}
	out := map[int64]*RiskChanges{}
	byLevel := map[int][]any{}
	for _, u := range units {
		out[u.ID] = &RiskChanges{}
		byLevel[u.Level] = append(byLevel[u.Level], u.ID)
	}
	from := store.StartOf(*since)
	for level, ids := range byLevel {
		column := fmt.Sprintf("l%d", level)
		in := column + " IN (" + strings.TrimSuffix(strings.Repeat("?,", len(ids)), ",") + ")"
		// Grades sort from the worst: a smaller letter is a worse grade.
		graded := "SELECT " + column + ", COALESCE(SUM(CASE WHEN grade < previous_grade THEN 1 ELSE 0 END), 0)," +
			" COALESCE(SUM(CASE WHEN grade > previous_grade THEN 1 ELSE 0 END), 0) FROM assessments WHERE " + rule.NotStagedSQL("assessments") + " AND " + in +
			" AND kind = 'DECISION' AND previous_grade <> 'U' AND at >= ? GROUP BY " + column
		err := s.each(ctx, graded, append(ids[:len(ids):len(ids)], from), func(unit int64, a, b int) {
			out[unit].Raised, out[unit].Lowered = a, b
		})
		if err != nil {
			return nil, err
		}
		points := "SELECT " + column + ", COALESCE(SUM(CASE WHEN created_at >= ? THEN 1 ELSE 0 END), 0)," +
			" COALESCE(SUM(CASE WHEN retired_at >= ? THEN 1 ELSE 0 END), 0) FROM risk_points WHERE " + rule.NotStagedSQL("risk_points") + " AND " + in + " GROUP BY " + column
		err = s.each(ctx, points, append([]any{from, from}, ids...), func(unit int64, a, b int) {
			out[unit].Added, out[unit].Retired = a, b
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// each runs a statement whose rows are a unit and two numbers.
func (s *Service) each(ctx context.Context, query string, args []any, use func(unit int64, a, b int)) error {
	rows, err := s.store.Reader(ctx).QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var unit int64
		var a, b int
		if err := rows.Scan(&unit, &a, &b); err != nil {
			return err
		}
		use(unit, a, b)
	}
	return rows.Err()
}
