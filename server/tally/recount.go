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

// recountBatch is how many risk points a statement of a recount reads.
const recountBatch = 20_000

// Recount compares every count with the rows it counts and returns the differences. It reads the
// rows in batches: the database then needs no temporary table, and nothing is read twice.
func Recount(ctx context.Context, client *ent.Client) ([]Difference, error) {
	r := &recount{client: client, numbers: map[Key]int32{}, sums: map[numbered]*[2]int32{}}
	if err := r.counted(ctx); err != nil {
		return nil, err
	}
	for after, more := int64(0), true; more; {
		var err error
		if after, more, err = r.actual(ctx, after); err != nil {
			return nil, err
		}
	}
	var out []Difference
	for c, pair := range r.sums {
		if pair[0] != pair[1] {
			out = append(out, Difference{c.unit, r.keys[c.key], int(pair[0]), int(pair[1])})
		}
	}
	return out, nil
}

// recount adds up what is counted and what is there.
type recount struct {
	client  *ent.Client
	numbers map[Key]int32
	keys    []Key // by number
	sums    map[numbered]*[2]int32
}

// numbered is a unit and a key by its number, of which there are few.
type numbered struct {
	unit int64
	key  int32
}

func (r *recount) add(side int, unit int64, key Key, n int) {
	number, known := r.numbers[key]
	if !known {
		number = int32(len(r.keys))
		r.numbers[key], r.keys = number, append(r.keys, key)
	}
	c := numbered{unit, number}
	if r.sums[c] == nil {
		r.sums[c] = &[2]int32{}
	}
	r.sums[c][side] += int32(n)
}

// below adds to every unit above a row, and to the whole system.
func (r *recount) below(side int, levels [6]int64, key Key, n int) {
	r.add(side, 0, key, n)
	for _, unit := range levels {
		if unit != 0 {
			r.add(side, unit, key, n)
		}
	}
}

// counted reads the counts, and the deltas that are not folded.
func (r *recount) counted(ctx context.Context) error {
	const key = "grade, risk_types, power_type, status, controlled"
	var unit int64
	var k Key
	var n int
	err := r.each(ctx, "SELECT unit_id, "+key+", n FROM risk_counts", nil, func() { r.add(0, unit, k, n) },
		&unit, &k.Grade, &k.RiskTypes, &k.PowerType, &k.Status, &k.Controlled, &n)
	if err != nil {
		return err
	}
	var l [6]int64
	return r.each(ctx, "SELECT l1, l2, l3, l4, l5, l6, "+key+", n FROM risk_count_delta WHERE "+shownDelta, nil, func() { r.below(0, l, k, n) },
		&l[0], &l[1], &l[2], &l[3], &l[4], &l[5], &k.Grade, &k.RiskTypes, &k.PowerType, &k.Status, &k.Controlled, &n)
}

// actual reads the next risk points after one.
func (r *recount) actual(ctx context.Context, after int64) (last int64, more bool, err error) {
	var l [6]int64
	var k Key
	read := 0
	err = r.each(ctx, fmt.Sprintf("SELECT id, l1, l2, l3, l4, l5, l6, grade, risk_type, power_type, status, controlled FROM risk_points WHERE %s AND id > ? ORDER BY id LIMIT %d",
		shownRisk, recountBatch), []any{after}, func() { r.below(1, l, k, 1); read++ },
		&last, &l[0], &l[1], &l[2], &l[3], &l[4], &l[5], &k.Grade, &k.RiskTypes, &k.PowerType, &k.Status, &k.Controlled)
	return last, read == recountBatch, err
}

// each reads the rows of a statement into places.
func (r *recount) each(ctx context.Context, query string, args []any, do func(), into ...any) error {
	rows, err := r.client.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		do()
	}
	return rows.Err()
}
