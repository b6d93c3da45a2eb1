package tally

import (
	"context"
	"fmt"

	"sineng/ent"
)

// Difference is a count that does not match the rows.
type Difference struct {
	Unit            int64
	Key             Key
	Counted, Actual int
}

// Recount compares every count with the rows it counts and returns the
// differences.
func Recount(ctx context.Context, client *ent.Client) ([]Difference, error) {
	sums := map[cell][2]int{}
	collect := func(side int, from string) error {

		rows, err := client.QueryContext(ctx, from)
		if err != nil {
			return err
		}
		defer func() { _ = rows.Close() }()
		for rows.Next() {
			var c cell
			var n int
			if err := rows.Scan(&c.unit, &c.key.Grade, &c.key.RiskTypes, &c.key.PowerType, &c.key.Status, &c.key.Controlled, &n); err != nil {
				return err
			}
			pair := sums[c]
			pair[side] += n
			sums[c] = pair
		}
		return rows.Err()
	}
	const key = "grade, risk_types, power_type, status, controlled"
	if err := collect(0, "SELECT unit_id, "+key+", n FROM risk_counts"); err != nil {
		return nil, err
	}
	for level := 0; level <= 6; level++ {
		unit, where := "0", ""
		if level > 0 {
			unit = fmt.Sprintf("l%d", level)
			where = " AND " + unit + " <> 0"
		}
		if err := collect(0, "SELECT "+unit+", "+key+", n FROM risk_count_delta WHERE "+shownDelta+where); err != nil {
			return nil, err
		}
		group := " GROUP BY grade, risk_type, power_type, status, controlled"
		if level > 0 {
			group = " GROUP BY " + unit + ", grade, risk_type, power_type, status, controlled"
		}
		if err := collect(1, "SELECT "+unit+", grade, risk_type, power_type, status, controlled, COUNT(*) FROM risk_points WHERE "+shownRisk+where+group); err != nil {
			return nil, err
		}
	}
	var out []Difference
	for c, pair := range sums {
		if pair[0] != pair[1] {
			out = append(out, Difference{c.unit, c.key, pair[0], pair[1]})
		}
	}
	return out, nil
}
