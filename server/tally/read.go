package tally

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/ent/viewer"
)

// Dimension is a part of the key that a reader may group by.
type Dimension string

// The dimensions; results are always grouped by grade and by whether an A risk
// is controlled.
const (
	ByRiskTypes Dimension = "risk_types"
	ByPowerType Dimension = "power_type"
	ByStatus    Dimension = "status"
)

// Filter restricts what is counted; an empty list restricts nothing.
type Filter struct {
	Grades []term.Grade
	// RiskTypes are met by risk points with one of them.
	RiskTypes  []term.RiskType
	PowerTypes []string
	Statuses   []term.RiskStatus
	Controlled *bool
}

// meets reports whether risk points with a key are counted.
func (f *Filter) meets(k *Key) bool {
	return (len(f.Grades) == 0 || slices.Contains(f.Grades, k.Grade)) &&
		(len(f.Statuses) == 0 || slices.Contains(f.Statuses, k.Status)) &&
		(f.Controlled == nil || *f.Controlled == k.Controlled) &&
		(len(f.PowerTypes) == 0 || slices.Contains(f.PowerTypes, k.PowerType)) &&
		(len(f.RiskTypes) == 0 || k.RiskTypes.Meets(f.RiskTypes))
}

// Row is a number of risk points. Dimensions that were not requested are
// empty.
type Row struct {
	Unit int64
	Key
	N int
}

// Read counts the risk points in the subtrees of the units given (Root{0,0} is
// the whole system) in one statement, so that a concurrent fold cannot change
// the result. Counts does the same mostly from memory. The caller must have
// checked that the viewer may see these units.
func Read(ctx context.Context, client *ent.Client, units []viewer.Root, f Filter, by ...Dimension) ([]Row, error) {
	if len(units) == 0 {
		return nil, nil
	}
	dims := []string{"grade", "controlled"}
	for _, d := range by {
		dims = append(dims, string(d))
	}
	columns := strings.Join(dims, ", ")
	var b strings.Builder
	var args []any
	in := func(ids []int64) string {
		args = append(args, anys(ids)...)
		return marks(len(ids))
	}
	fmt.Fprintf(&b, "SELECT unit, %s, SUM(n) FROM (SELECT unit_id AS unit, %s, n FROM risk_counts WHERE unit_id IN ", columns, columns)
	all := make([]int64, len(units))
	byLevel := map[int][]int64{}
	for i, u := range units {
		all[i] = u.ID
		byLevel[u.Level] = append(byLevel[u.Level], u.ID)
	}
	b.WriteString(in(all))
	args = append(args, f.sql(&b, string(ByRiskTypes))...)
	for level := 0; level <= 6; level++ {
		ids := byLevel[level]
		switch {
		case len(ids) == 0:
			continue
		case level == 0:
			fmt.Fprintf(&b, " UNION ALL SELECT 0 AS unit, %s, n FROM risk_count_delta WHERE "+shownDelta, columns)
		default:
			fmt.Fprintf(&b, " UNION ALL SELECT l%d AS unit, %s, n FROM risk_count_delta WHERE "+shownDelta+" AND l%d IN ", level, columns, level)
			b.WriteString(in(ids))
		}
		args = append(args, f.sql(&b, string(ByRiskTypes))...)
	}
	fmt.Fprintf(&b, ") AS counted GROUP BY unit, %s HAVING SUM(n) <> 0", columns)
	return scan(ctx, client, b.String(), args, by)
}

// requested is a key with the requested dimensions alone.
func requested(k Key, by []Dimension) Key {
	if !slices.Contains(by, ByRiskTypes) {
		k.RiskTypes = ""
	}
	if !slices.Contains(by, ByPowerType) {
		k.PowerType = ""
	}
	if !slices.Contains(by, ByStatus) {
		k.Status = ""
	}
	return k
}

// scan reads rows of unit, grade, controlled, the requested dimensions and a number.
func scan(ctx context.Context, client *ent.Client, query string, args []any, by []Dimension) ([]Row, error) {
	rows, err := client.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var out []Row
	for rows.Next() {
		var r Row
		into := []any{&r.Unit, &r.Grade, &r.Controlled}
		for _, d := range by {
			switch d {
			case ByRiskTypes:
				into = append(into, &r.RiskTypes)
			case ByPowerType:
				into = append(into, &r.PowerType)
			case ByStatus:
				into = append(into, &r.Status)
			}
		}
		if err := rows.Scan(append(into, &r.N)...); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

// sql writes the filter's conditions, on a table whose column of types is named, and returns their
// arguments.
func (f Filter) sql(b *strings.Builder, types string) (args []any) {
	args = append(args, condition(b, "grade", f.Grades)...)
	args = append(args, condition(b, types, term.RiskTypesWith(f.RiskTypes...))...)
	args = append(args, condition(b, "power_type", f.PowerTypes)...)
	args = append(args, condition(b, "status", f.Statuses)...)
	if f.Controlled != nil {
		b.WriteString(" AND controlled = ?")
		args = append(args, *f.Controlled)
	}
	return args
}

func condition[T ~string](b *strings.Builder, column string, values []T) (args []any) {
	if len(values) == 0 {
		return nil
	}
	fmt.Fprintf(b, " AND %s IN %s", column, marks(len(values)))
	for _, v := range values {
		args = append(args, string(v))
	}
	return args
}

// marks are placeholders in parentheses.
func marks(n int) string { return "(" + strings.TrimSuffix(strings.Repeat("?,", n), ",") + ")" }

func anys[T any](values []T) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v
	}
	return out
}

// The conditions for rows that no import under way brings.
var (
	shownDelta = rule.NotStagedSQL("risk_count_delta")
	shownRisk  = rule.NotStagedSQL("risk_points")
)
