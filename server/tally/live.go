package tally

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/viewer"
)

// Span is a period in which risk points were recorded; a zero end is open.
type Span struct{ From, Until time.Time }

// Bounded reports whether the span excludes anything.
func (s Span) Bounded() bool { return !s.From.IsZero() || !s.Until.IsZero() }

// ReadLive counts the rows themselves, by time of recording, which the roll-up
// does not have. Its cost grows with the risk points in the subtrees; Counts does
// the same from memory. The caller must have checked that the viewer may see
// these units.
func ReadLive(ctx context.Context, client *ent.Client, units []viewer.Root, f Filter, span Span, by ...Dimension) ([]Row, error) {
	byLevel := map[int][]viewer.Root{}
	for _, u := range units {
		byLevel[u.Level] = append(byLevel[u.Level], u)
	}
	var out []Row
	for level, roots := range byLevel {
		rows, err := readLevel(ctx, client, level, roots, f, span, by)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	return out, nil
}

func readLevel(ctx context.Context, client *ent.Client, level int, roots []viewer.Root, f Filter, span Span, by []Dimension) ([]Row, error) {
	dims := []string{"grade", "controlled"}
	for _, d := range by {
		if d == ByRiskTypes {
			d = typesOfRow
		}
		dims = append(dims, string(d))
	}
	columns := strings.Join(dims, ", ")
	unit := "0"
	if level > 0 {
		unit = fmt.Sprintf("l%d", level)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "SELECT %s AS unit, %s, COUNT(*) FROM risk_points WHERE ", unit, columns)
	args := within(&b, level, roots)
	args = append(args, conditions(&b, f, span)...)
	fmt.Fprintf(&b, " GROUP BY unit, %s", columns)
	return scan(ctx, client, b.String(), args, by)
}

// typesOfRow is the column of a risk point's types.
const typesOfRow = riskpoint.FieldRiskTypes

// ReadByPost counts the rows of subtrees by the post they stand on, at a cost that
// grows with them; ByPost does the same from memory.
// The caller must have checked that the viewer may see these units.
func ReadByPost(ctx context.Context, client *ent.Client, units []viewer.Root, f Filter, span Span) (*PostTable, error) {
	byLevel := map[int][]viewer.Root{}
	for _, u := range units {
		byLevel[u.Level] = append(byLevel[u.Level], u)
	}
	out := &PostTable{}
	for _, g := range term.Grade("").Values() {
		out.Keys = append(out.Keys, Key{Grade: term.Grade(g)}, Key{Grade: term.Grade(g), Controlled: true})
	}
	at := map[int64]int{}
	for level, roots := range byLevel {
		var b strings.Builder
		b.WriteString("SELECT COALESCE(post_id, 0) AS post, grade, controlled, COUNT(*) FROM risk_points WHERE ")
		args := within(&b, level, roots)
		args = append(args, conditions(&b, f, span)...)
		b.WriteString(" GROUP BY post, grade, controlled")
		rows, err := client.QueryContext(ctx, b.String(), args...)
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			var id int64
			var k Key
			var n int32
			if err := rows.Scan(&id, &k.Grade, &k.Controlled, &n); err != nil {
				_ = rows.Close()
				return nil, err
			}
			i, known := at[id]
			if !known {
				i = len(out.Rows)
				at[id] = i
				out.Rows = append(out.Rows, PostRow{id, true})
				out.n = append(out.n, make([]int32, len(out.Keys))...)
			}
			if column := slices.Index(out.Keys, k); column >= 0 {
				out.N(i)[column] += n
			}
		}
		if err := rows.Close(); err != nil {
			return nil, err
		}
		if err := rows.Err(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// within writes the condition that a row is below one of the roots of a level.
func within(b *strings.Builder, level int, roots []viewer.Root) (args []any) {
	if level == 0 {
		b.WriteString(shownRisk)
		return nil
	}
	fmt.Fprintf(b, shownRisk+" AND l%d IN (%s)", level, strings.TrimSuffix(strings.Repeat("?,", len(roots)), ","))
	for _, r := range roots {
		args = append(args, r.ID)
	}
	return args
}

// conditions writes the filter and the span.
func conditions(b *strings.Builder, f Filter, span Span) []any {
	args := f.sql(b, typesOfRow)
	if !span.From.IsZero() {
		b.WriteString(" AND created_at >= ?")
		args = append(args, span.From)
	}
	if !span.Until.IsZero() {
		b.WriteString(" AND created_at < ?")
		args = append(args, span.Until)
	}
	return args
}
