package tally

import (
	"context"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/ent/rule"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// Changes are numbers of risk points and of decisions since a day.
type Changes struct {
	// Added and Retired are risk points, Raised and Lowered decisions that made a decided grade
	// worse or milder.
	Added, Raised, Lowered, Retired int
}

// ChangesSince counts what changed in the subtrees of units since a stored day, exactly as of one
// moment, in their order. The caller must have checked that the viewer may see these units.
func ChangesSince(ctx context.Context, s *store.Store, units []viewer.Root, since time.Time) ([]Changes, error) {
	m, out := memoryOf(s), make([]Changes, len(units))
	ok, err := m.ask(ctx, s, nil, true, func(pending []delta) { m.changed(units, dayNumber(since), pending, out) })
	if err != nil || ok {
		return out, err
	}
	return ReadChanges(ctx, s.Reader(ctx), units, since)
}

// changed adds what changed in the subtrees of units since a day.
func (m *memory) changed(units []viewer.Root, from uint16, pending []delta, out []Changes) {
	t := treeOf(units)
	m.each(pending, t, func(_ int64, at []int, r *risks) {
		added, retired := r.recorded >= from, r.retired >= from && r.retired != 0
		if !added && !retired {
			return
		}
		for _, i := range at {
			if added {
				out[i].Added += int(r.n)
			}
			if retired {
				out[i].Retired += int(r.n)
			}
		}
	})
	turned := func(at []int, day uint16, turn int, n int) {
		if day < from {
			return
		}
		for _, i := range at {
			if turn > 0 {
				out[i].Raised += n
			} else {
				out[i].Lowered += n
			}
		}
	}
	for _, o := range m.ledger.list {
		if at := t.above(o.levels); len(at) > 0 {
			for _, d := range o.turns {
				turned(at, d.day, int(d.turn), int(d.n))
			}
		}
	}
	for _, d := range pending {
		if d.turn == 1 || d.turn == -1 {
			turned(t.above(d.levels), dayNumber(d.recorded), d.turn, 1)
		}
	}
}

// ReadChanges counts the rows themselves, at a cost that grows with them; ChangesSince does the
// same from memory.
func ReadChanges(ctx context.Context, client *ent.Client, units []viewer.Root, since time.Time) ([]Changes, error) {
	out := make([]Changes, len(units))
	at := map[int64][]int{}
	byLevel := map[int][]int64{}
	for i, u := range units {
		at[u.ID] = append(at[u.ID], i)
		byLevel[u.Level] = append(byLevel[u.Level], u.ID)
	}
	from := store.StartOf(since)
	for level, ids := range byLevel {
		column, in := "0", "1 = 1"
		var args []any
		if level > 0 {
			column = rule.LevelColumn(level)
			in, args = column+" IN "+marks(len(ids)), anys(ids)
		}
		// Grades sort from the worst: a smaller letter is a worse grade.
		graded := fmt.Sprintf("SELECT %s AS unit, COALESCE(SUM(CASE WHEN grade < previous_grade THEN 1 ELSE 0 END), 0),"+
			" COALESCE(SUM(CASE WHEN grade > previous_grade THEN 1 ELSE 0 END), 0) FROM assessments WHERE %s AND %s"+
			" AND kind = 'DECISION' AND previous_grade <> 'U' AND at >= ? GROUP BY unit", column, rule.NotStagedSQL("assessments"), in)
		err := eachPair(ctx, client, graded, append(args[:len(args):len(args)], from), func(unit int64, a, b int) {
			for _, i := range at[unit] {
				out[i].Raised, out[i].Lowered = a, b
			}
		})
		if err != nil {
			return nil, err
		}
		points := fmt.Sprintf("SELECT %s AS unit, COALESCE(SUM(CASE WHEN created_at >= ? THEN 1 ELSE 0 END), 0),"+
			" COALESCE(SUM(CASE WHEN retired_at >= ? THEN 1 ELSE 0 END), 0) FROM risk_points WHERE %s AND %s GROUP BY unit", column, shownRisk, in)
		err = eachPair(ctx, client, points, append([]any{from, from}, args...), func(unit int64, a, b int) {
			for _, i := range at[unit] {
				out[i].Added, out[i].Retired = a, b
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// eachPair runs a statement whose rows are a unit and two numbers.
func eachPair(ctx context.Context, client *ent.Client, query string, args []any, use func(unit int64, a, b int)) error {
	rows, err := client.QueryContext(ctx, query, args...)
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
