package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"text/tabwriter"
	"time"

	"sineng/scripts/bench/data"
	"sineng/scripts/bench/load"
)

// side is a server that is measured, with its database.
type side struct {
	name     string
	base     *base
	process  *process
	db       *sql.DB
	requests map[string]load.Request
	// memory is the most that the server has had resident under the mix, in bytes.
	memory int64
	// statements are those of one request, by question.
	statements map[string]float64
	results    map[run1][]load.Result
}

// run1 is one line of the table.
type run1 struct {
	query       string
	connections int
}

func (s *side) pids() load.Pids {
	return load.Pids{Server: s.process.cmd.Process.Pid, Database: s.base.pid}
}

func (s *side) close() error {
	if s.process != nil {
		s.process.stop()
	}
	if s.db != nil {
		_ = s.db.Close()
	}
	return s.base.stop()
}

// ours starts the program of a source on a fresh copy of its register.
func ours(ctx context.Context, name string, e engine, size string, src *source, folder string) (*side, error) {
	k, err := keep(ctx, e, data.Sizes[size], src)
	if err != nil {
		return nil, err
	}
	s := &side{name: name, requests: map[string]load.Request{}, statements: map[string]float64{}, results: map[run1][]load.Result{}}
	if s.base, err = k.lend("bench-run-" + name); err != nil {
		return nil, err
	}
	if s.db, err = s.base.open(); err != nil {
		return s, err
	}
	if s.process, err = src.serve(s.base); err != nil {
		return s, err
	}
	p, err := findPlaces(ctx, s.db)
	if err != nil {
		return s, err
	}
	cookie, err := signIn(s.process.address, data.Leader)
	if err != nil {
		return s, err
	}
	for _, q := range queries {
		if s.requests[q], err = graphQL(s.process.address, cookie, folder, q, p); err != nil {
			return s, err
		}
	}
	return s, nil
}

func (p *plan) measure(ctx context.Context, e engine, tree, old, tagged *source) error {
	release, err := lock("measure")
	if err != nil {
		return err
	}
	defer release()
	var sides []*side
	add := func(s *side, err error) error {
		if s != nil && s.base != nil {
			sides = append(sides, s)
		}
		return err
	}
	defer func() {
		for _, s := range sides {
			if err := s.close(); err != nil {
				say("%v", err)
			}
		}
	}()
	for i, size := range p.sizes {
		name := "ours"
		if i > 0 {
			name = "ours-" + size
		}
		if err := add(ours(ctx, name, e, size, tree, "now")); err != nil {
			return err
		}
	}
	if tagged != nil {
		if err := add(ours(ctx, "tagged", e, p.sizes[0], tagged, "now")); err != nil {
			return err
		}
	}
	if old != nil {
		if err := add(ours(ctx, "older", e, p.sizes[0], old, documentsOf(p.against))); err != nil {
			return err
		}
	}
	for _, q := range p.queries {
		for _, s := range sides {
			if err := s.count(ctx, q); err != nil {
				return fmt.Errorf("%s %s: %w", s.name, q, err)
			}
		}
		for _, n := range p.connections {
			if err := p.rounds1(sides, run1{q, n}); err != nil {
				return err
			}
		}
	}
	for _, s := range sides {
		if err := s.mix(p.span); err != nil {
			return err
		}
	}
	return p.report(e, sides)
}

// documentsOf is the folder of the documents for a commit: that of the newest one kept that the
// commit does not come after, else today's.
func documentsOf(commit string) string {
	entries, err := documents.ReadDir("documents")
	if err != nil {
		return "now"
	}
	for _, entry := range entries {
		if entry.Name() != "now" && run("git", "merge-base", "--is-ancestor", commit, entry.Name()) == nil {
			return entry.Name()
		}
	}
	return "now"
}

// rounds1 lets every server answer one question in turn, each round beginning with another.
func (p *plan) rounds1(sides []*side, r run1) error {
	for round := range p.rounds {
		for i := range sides {
			s := sides[(i+round)%len(sides)]
			result, err := load.Run(s.process.address, s.requests[r.query], r.connections, p.span, s.pids())
			if err != nil {
				return fmt.Errorf("%s %s: %w\n%s", s.name, r.query, err, s.process.log.String())
			}
			s.results[r] = append(s.results[r], result)
		}
	}
	return nil
}

// count counts the statements of one request, after some that warm the caches. What the server
// asks by itself meanwhile is measured too and taken off.
func (s *side) count(ctx context.Context, query string) error {
	if _, err := load.Run(s.process.address, s.requests[query], 4, time.Second, s.pids()); err != nil {
		return err
	}
	if s.base.engine.lite() {
		return nil
	}
	const requests = 200
	c, err := load.Dial(s.process.address)
	if err != nil {
		return err
	}
	defer c.Close()
	asked := func(work func() error) (float64, time.Duration, error) {
		before, err := s.base.questions(ctx, s.db)
		if err != nil {
			return 0, 0, err
		}
		start := time.Now()
		if err := work(); err != nil {
			return 0, 0, err
		}
		took := time.Since(start)
		after, err := s.base.questions(ctx, s.db)
		return float64(after - before - 1), took, err
	}
	idle, rest, err := asked(func() error { time.Sleep(time.Second); return nil })
	if err != nil {
		return err
	}
	busy, took, err := asked(func() error {
		for n := range requests {
			if err := c.Send(s.requests[query](1_000_000_000 + n)); err != nil {
				return err
			}
		}
		return nil
	})
	s.statements[query] = (busy - idle*took.Seconds()/rest.Seconds()) / requests
	return err
}

// mix asks all questions at once, four connections each, and notes the memory that it took.
func (s *side) mix(span time.Duration) error {
	if err := load.ForgetPeak(s.process.cmd.Process.Pid); err != nil {
		return err
	}
	ended := make(chan error, len(queries))
	for _, q := range queries {
		go func() {
			_, err := load.Run(s.process.address, s.requests[q], 4, span, s.pids())
			ended <- err
		}()
	}
	var err error
	for range queries {
		err = errors.Join(err, <-ended)
	}
	if err != nil {
		return err
	}
	s.memory, err = load.Peak(s.process.cmd.Process.Pid)
	return err
}

// middle are the medians of a side's rounds.
type middle struct {
	perSecond, p50, p99, server, database float64 // the last four in milliseconds
}

func (s *side) middle(r run1) middle {
	of := func(value func(load.Result) float64) float64 {
		var all []float64
		for _, one := range s.results[r] {
			all = append(all, value(one))
		}
		return load.Median(all)
	}
	ms := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
	return middle{of(load.Result.PerSecond), of(func(r load.Result) float64 { return ms(r.P50) }), of(func(r load.Result) float64 { return ms(r.P99) }),
		of(func(r load.Result) float64 { return ms(r.Server) }), of(func(r load.Result) float64 { return ms(r.Database) })}
}

func (p *plan) report(e engine, sides []*side) error {
	out := os.Stdout
	fmt.Fprintf(out, "\n%s, size %s, medians of %d rounds of %s\n", e, p.sizes[0], p.rounds, p.span)
	t := tabwriter.NewWriter(out, 0, 4, 2, ' ', 0)
	fmt.Fprintln(t, "question\tconn.\tserver\treq/s\tp50 ms\tp99 ms\tserver CPU ms\tdatabase CPU ms\tstatements")
	for _, q := range p.queries {
		for _, n := range p.connections {
			for _, s := range sides {
				m := s.middle(run1{q, n})
				fmt.Fprintf(t, "%s\t%d\t%s\t%.0f\t%.2f\t%.2f\t%.3f\t%.3f\t%.1f\n", q, n, s.name, m.perSecond, m.p50, m.p99, m.server, m.database, s.statements[q])
			}
		}
	}
	_ = t.Flush()
	for _, s := range sides {
		fmt.Fprintf(out, "MEMORY %s %d MiB\n", s.name, s.memory>>20)
	}
	first := sides[0]
	last := p.connections[len(p.connections)-1]
	for _, q := range p.queries {
		for _, s := range sides[1:] {
			ratio := first.middle(run1{q, last}).perSecond / s.middle(run1{q, last}).perSecond
			switch s.name {
			case "older":
				fmt.Fprintf(out, "SINCE %s %.2f (ours / %s)\n", q, ratio, p.against)
			case "tagged":
				fmt.Fprintf(out, "COST %s %.3f (ours / built with %s)\n", q, ratio, p.tags)
			default:
				fmt.Fprintf(out, "GROWTH %s %.2f (time of one request, %s / %s)\n", q, 1/ratio, p.sizes[0], s.name)
			}
		}
	}
	return nil
}
