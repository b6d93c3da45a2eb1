package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"text/tabwriter"
	"time"

	"sineng/scripts/bench/load"
)

// longestWait is how long a writer may wait for a lock of anybody, folding included.
const longestWait = 50 * time.Millisecond

// writers lets 16 and 64 writers record risk points, all in one unit and over many, and demands
// that the counts are exact at once and after folding, and that no error reaches a writer. What
// writers waited for locks at most is the server's own figure, which is taken since its start.
func (p *plan) writers(ctx context.Context, e engine, tree *source) error {
	release, err := lock("measure")
	if err != nil {
		return err
	}
	defer release()
	t := tabwriter.NewWriter(p.out, 0, 4, 1, ' ', 0)
	fmt.Fprintf(p.out, "\n%s, size %s, writers for %s\n\n", e, p.sizes[0], p.span)
	fmt.Fprintln(t, "| writers\t| into\t| recorded\t| req/s\t| p50 ms\t| p99 ms\t| longest wait for a row ms\t| deadlocks repeated\t|")
	fmt.Fprintln(t, "|---\t|---\t|---\t|---\t|---\t|---\t|---\t|---\t|")
	for _, many := range []bool{false, true} {
		for _, n := range []int{16, 64} {
			if err := p.write(ctx, t, e, tree, n, many); err != nil {
				return fmt.Errorf("%d writers: %w", n, err)
			}
		}
	}
	return t.Flush()
}

func (p *plan) write(ctx context.Context, t *tabwriter.Writer, e engine, tree *source, n int, many bool) (err error) {
	s, err := ours(ctx, "ours", e, p.sizes[0], tree, "now")
	if s != nil && s.base != nil {
		defer func() { err = errors.Join(err, s.close()) }()
	}
	if err != nil {
		return err
	}
	into, request := "one unit", s.requests["M1"]
	if many {
		into = "many units"
	} else {
		// Every so many requests come back to the same unit.
		units := s.units
		request = func(n int) []byte { return s.requests["M1"](n * units) }
	}
	before, err := s.ungraded()
	if err != nil {
		return err
	}
	r, err := load.Run(s.process.address, request, n, p.span, s.pids())
	if err != nil {
		return fmt.Errorf("an error reached a writer: %w", err)
	}
	for _, when := range []string{"at once", "after folding"} {
		after, err := s.ungraded()
		if err != nil {
			return err
		}
		if after != before+r.Requests {
			return fmt.Errorf("%s %d risk points are counted as recorded, not %d", when, after-before, r.Requests)
		}
		if err := settle(ctx, s.base); err != nil {
			return err
		}
	}
	if err := s.recount(ctx); err != nil {
		return err
	}
	wait, deadlocks := "-", "-"
	if !e.lite() {
		longest, err := s.status(ctx, "Innodb_row_lock_time_max")
		if err != nil {
			return err
		}
		wait = strconv.Itoa(longest)
		if time.Duration(longest)*time.Millisecond > longestWait {
			wait += fmt.Sprintf(" (more than %d)", longestWait.Milliseconds())
		}
		if n, err := s.status(ctx, "Innodb_deadlocks"); err == nil {
			deadlocks = strconv.Itoa(n)
		}
	}
	ms := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
	fmt.Fprintf(t, "| %d\t| %s\t| %d\t| %.0f\t| %.1f\t| %.1f\t| %s\t| %s\t|\n", n, into, r.Requests, r.PerSecond(), ms(r.P50), ms(r.P99), wait, deadlocks)
	return nil
}

// counts are the rows of the overview: numbers by unit.
func (s *side) counts() (map[string][]int, []int, error) {
	answer, err := s.answer("Q1", 0)
	if err != nil {
		return nil, nil, err
	}
	numbers := func(of any) (out []int) {
		for _, n := range of.([]any) {
			out = append(out, int(n.(float64)))
		}
		return out
	}
	matrix := answer.(map[string]any)["gradeMatrix"].(map[string]any)
	rows := map[string][]int{}
	for _, r := range matrix["rows"].([]any) {
		row := r.(map[string]any)
		rows[row["key"].(string)] = numbers(row["counts"])
	}
	return rows, numbers(matrix["totals"]), nil
}

// ungraded is how many risk points without a grade the overview counts: each recorded one is such.
func (s *side) ungraded() (int, error) {
	_, totals, err := s.counts()
	if err != nil {
		return 0, err
	}
	return totals[3], nil
}

// recount compares the overview with the rows themselves.
func (s *side) recount(ctx context.Context) error {
	rows, err := s.db.QueryContext(ctx, `SELECT l2, SUM(grade = 'A'), SUM(grade = 'B'), SUM(grade = 'C'), SUM(grade = 'U'), SUM(grade = 'A' AND controlled = 0)
		FROM risk_points WHERE status <> 'RETIRED' GROUP BY l2`)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	counted, _, err := s.counts()
	if err != nil {
		return err
	}
	units := 0
	for rows.Next() {
		var unit int64
		n := make([]int, 5)
		if err := rows.Scan(&unit, &n[0], &n[1], &n[2], &n[3], &n[4]); err != nil {
			return err
		}
		if !slices.Equal(counted[key(unit)], n) {
			return fmt.Errorf("unit %s is counted %v and has %v", key(unit), counted[key(unit)], n)
		}
		units++
	}
	if units != len(counted) {
		return fmt.Errorf("%d units are counted, %d have risk points", len(counted), units)
	}
	return rows.Err()
}

// status is a figure of the database server.
func (s *side) status(ctx context.Context, name string) (int, error) {
	var found string
	var n int
	err := s.db.QueryRowContext(ctx, "SHOW GLOBAL STATUS LIKE '"+name+"'").Scan(&found, &n)
	return n, err
}
