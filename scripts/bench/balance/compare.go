package balance

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"time"

	"sineng/scripts/bench/load"
	"sineng/server/balance/engine"
)

// Side is one way to find what breaks the rules, as it was measured.
type Side struct {
	Name string
	// Rules is how many rules were judged, Found how many findings there were.
	Rules, Found int
	// Took are the rounds; Own and Database the processor time of all of them together.
	Took          []time.Duration
	Own, Database time.Duration
	run           func() ([]Finding, error)
}

// Median is the middle of the rounds in seconds.
func (s *Side) Median() float64 {
	var all []float64
	for _, d := range s.Took {
		all = append(all, d.Seconds())
	}
	return load.Median(all)
}

// CPU is the processor time of all rounds in seconds, the database's included.
func (s *Side) CPU() float64 { return (s.Own + s.Database).Seconds() }

// Compare lets the engine and the self-joins find what breaks the same rules in the same tables, in
// turn, and fails where they find anything else than one another. The first side is the engine with
// the rules of the self-joins, the second the engine with all built-in rules. pid is the database's
// process.
func Compare(ctx context.Context, db *sql.DB, pid, rounds int) ([]*Side, error) {
	same, err := engine.NewRulebook(expressible())
	if err != nil {
		return nil, err
	}
	all, err := engine.NewRulebook(engine.BuiltIn())
	if err != nil {
		return nil, err
	}
	sides := []*Side{
		{Name: "engine, the same rules", Rules: len(same.Rules()), run: func() ([]Finding, error) { return byEngine(ctx, db, same, false) }},
		{Name: "engine, all rules", Rules: len(all.Rules()), run: func() ([]Finding, error) { return byEngine(ctx, db, all, true) }},
	}
	for _, w := range ways() {
		sides = append(sides, &Side{Name: w.name, Rules: len(same.Rules()), run: func() ([]Finding, error) { return w.run(ctx, db) }})
	}
	for i, s := range sides { // what they find, which also warms the caches
		found, err := s.run()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Name, err)
		}
		s.Found = len(found)
		if i == 1 {
			found = of(same, found)
		}
		first, err := sides[0].run()
		if err != nil {
			return nil, err
		}
		if text := differ(first, found); text != "" {
			return nil, fmt.Errorf("%s and %s differ: %s", sides[0].Name, s.Name, text)
		}
	}
	for round := range rounds {
		for i := range sides {
			if err := sides[(i+round)%len(sides)].measure(pid); err != nil {
				return nil, err
			}
		}
	}
	return sides, nil
}

func (s *Side) measure(pid int) error {
	own, err := load.Processor(os.Getpid())
	if err != nil {
		return err
	}
	database, err := load.Processor(pid)
	if err != nil {
		return err
	}
	start := time.Now()
	if _, err := s.run(); err != nil {
		return err
	}
	s.Took = append(s.Took, time.Since(start))
	ownAfter, err := load.Processor(os.Getpid())
	if err != nil {
		return err
	}
	databaseAfter, err := load.Processor(pid)
	s.Own, s.Database = s.Own+ownAfter-own, s.Database+databaseAfter-database
	return err
}

// of are the findings of the rules of a book.
func of(rules *engine.Rulebook, found []Finding) []Finding {
	codes := map[string]bool{}
	for _, r := range rules.Rules() {
		codes[r.Code] = true
	}
	var out []Finding
	for _, f := range found {
		if codes[f.Rule] {
			out = append(out, f)
		}
	}
	return out
}

// differ names the first place where findings differ, both sorted; nothing where they are the same.
func differ(a, b []Finding) string {
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			return fmt.Sprintf("the second has %d more, first %+v", len(b)-i, b[i])
		case i >= len(b):
			return fmt.Sprintf("the first has %d more, first %+v", len(a)-i, a[i])
		case a[i] != b[i]:
			return fmt.Sprintf("number %d is %+v and %+v", i+1, a[i], b[i])
		}
	}
	return ""
}
