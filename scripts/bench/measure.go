package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"time"

	"sineng/scripts/bench/load"
)

// side is a server that is measured, with its database.
type side struct {
	name    string
	base    *base
	process *process
	db      *sql.DB
	// size is that of its register.
	size     string
	requests map[string]load.Request
	// units is among how many departments M1 goes round.
	units int
	// memory is the most that the server has had resident under the mix, in bytes.
	memory int64
	// statements are those of one request, by question.
	statements map[string]float64
	results    map[line][]load.Result
}

// line is one line of the table.
type line struct {
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
	if p.beside != "" {
		floors, err := p.floors(ctx, e, tree)
		sides = append(sides, floors...)
		if err != nil {
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
	if err := check(sides, p.sizes[0]); err != nil {
		return err
	}
	for _, q := range p.queries {
		for _, s := range sides {
			if err := s.count(ctx, q); err != nil {
				return fmt.Errorf("%s %s: %w", s.name, q, err)
			}
		}
		for _, n := range p.connections {
			if err := p.interleave(ctx, sides, line{q, n}); err != nil {
				return err
			}
		}
	}
	for _, s := range sides {
		if err := s.mix(p.span); err != nil {
			return err
		}
	}
	return p.report(p.out, e, sides)
}

// interleave lets every server answer one question in turn, each round beginning with another.
func (p *plan) interleave(ctx context.Context, sides []*side, r line) error {
	for round := range p.rounds {
		for i := range sides {
			if err := ctx.Err(); err != nil { // broken off: everything started is stopped
				return err
			}
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
	// The least of some looks: now and then the server does more by itself.
	idle := math.Inf(1)
	for range 4 {
		n, rest, err := asked(func() error { time.Sleep(500 * time.Millisecond); return nil })
		if err != nil {
			return err
		}
		idle = min(idle, n/rest.Seconds())
	}
	busy, took, err := asked(func() error {
		for n := range requests {
			if err := c.Send(s.requests[query](1_000_000_000 + n)); err != nil {
				return err
			}
		}
		return nil
	})
	s.statements[query] = (busy - idle*took.Seconds()) / requests
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
