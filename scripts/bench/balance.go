package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"text/tabwriter"
	"time"

	"sineng/scripts/bench/balance"
	"sineng/scripts/bench/load"
)

// scaleOnly is set for a process that makes one run alone, so that its memory is that of the run:
// whole or appoint, and the name of a size after a colon.
const scaleOnly = "SINENG_BENCH_BALANCE"

// parts are the runs of the engine that have processes of their own.
var parts = map[string]func(size string) (balance.Figures, error){
	"whole":   func(size string) (balance.Figures, error) { return balance.Whole(balance.Sizes[size]) },
	"appoint": func(size string) (balance.Figures, error) { return balance.Appoint(balance.Sizes[size]) },
}

// judge makes one run of the engine and prints its figures.
func judge(part, size string) error {
	f, err := parts[part](size)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(f)
}

// apart makes a run of the engine in a process of its own.
func apart(ctx context.Context, part, size string) (f balance.Figures, err error) {
	self, err := os.Executable()
	if err != nil {
		return f, err
	}
	c := exec.CommandContext(ctx, self)
	c.Env = append(os.Environ(), scaleOnly+"="+part+":"+size)
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		return f, fmt.Errorf("%s %s: %w", part, size, err)
	}
	return f, json.Unmarshal(out, &f)
}

// balance measures the rules of balance: whole runs and appointments at each size, and at the smallest
// size the engine beside the same rules as self-joins on each database server.
func (p *plan) balance(ctx context.Context) error {
	release, err := lock("measure")
	if err != nil {
		return err
	}
	defer release()
	for _, size := range p.sizes {
		if _, there := balance.Sizes[size]; !there {
			return fmt.Errorf("-size: there is no register of balance of size %s", size)
		}
	}
	if err := p.scale(ctx); err != nil {
		return err
	}
	for _, e := range p.engines {
		if e.lite() {
			say("the self-joins are compared on mariadb and mysql alone")
			continue
		}
		if err := p.besideSQL(ctx, e, slices.MinFunc(p.sizes, func(a, b string) int {
			return balance.Sizes[a].Departments - balance.Sizes[b].Departments
		})); err != nil {
			return fmt.Errorf("%s: %w", e, err)
		}
	}
	return nil
}

// scale runs the engine at each size, each run as often as there are rounds; figures are medians.
func (p *plan) scale(ctx context.Context) error {
	fmt.Fprintf(p.out, "\nrules of balance, medians of %d rounds\n\n", p.rounds)
	t := tabwriter.NewWriter(p.out, 0, 4, 1, ' ', 0)
	fmt.Fprintln(t, "| size\t| departments\t| posts\t| powers\t| conflicts\t| rules CPU s\t| with collusion CPU s\t| s\t| of a power CPU µs\t| MiB as a stream\t| MiB as a state\t| an appointment CPU µs\t| sites judged again\t|")
	fmt.Fprintln(t, "|---\t|---\t|---\t|---\t|---\t|---\t|---\t|---\t|---\t|---\t|---\t|---\t|---\t|")
	each := map[int]float64{} // processor time by the number of powers
	for _, size := range p.sizes {
		var whole, appoint balance.Figures
		figures := map[string][]float64{}
		note := func(name string, d time.Duration) { figures[name] = append(figures[name], d.Seconds()) }
		for range p.rounds {
			var err error
			if whole, err = apart(ctx, "whole", size); err != nil {
				return err
			}
			if appoint, err = apart(ctx, "appoint", size); err != nil {
				return err
			}
			note("whole", whole.Whole.CPU)
			note("time", whole.Whole.Time)
			note("rules", whole.Rules.CPU)
			note("appointment", appoint.Appointment.CPU)
		}
		middle := func(name string) float64 { return load.Median(figures[name]) }
		each[whole.Powers] = middle("whole") / float64(whole.Powers)
		fmt.Fprintf(t, "| %s\t| %d\t| %d\t| %d\t| %d\t| %.2f\t| %.2f\t| %.2f\t| %.1f\t| %d\t| %d\t| %.0f\t| %.1f\t|\n", size, whole.Departments, whole.Posts, whole.Powers, whole.Conflicts,
			middle("rules"), middle("whole"), middle("time"), each[whole.Powers]*1e6, whole.Peak>>20, appoint.Peak>>20, middle("appointment")*1e6, appoint.Sites)
	}
	_ = t.Flush()
	if len(each) > 1 {
		sizes := slices.Sorted(maps.Keys(each))
		small, large := sizes[0], sizes[len(sizes)-1]
		fmt.Fprintf(p.out, "\nGROWTH balance: a power costs %.2f times as much processor time among %d as among %d (1 is linear)\n", each[large]/each[small], large, small)
	}
	return nil
}

// besideSQL compares the engine with self-joins on one server.
func (p *plan) besideSQL(ctx context.Context, e engine, size string) (err error) {
	const instance = "bench-balance"
	if _, err := servers(instance, "stop", string(e)); err != nil { // a run that was broken off may have left it
		return err
	}
	_ = e.remove(instance)
	b, err := e.start(instance)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.stop(), e.remove(instance)) }()
	db, err := b.open()
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	say("filling the tables of size %s on %s", size, e)
	if err := balance.Fill(ctx, db, balance.Sizes[size]); err != nil {
		return err
	}
	sides, err := balance.Compare(ctx, db, b.pid, p.rounds)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "\n%s, rules of balance beside self-joins, size %s, medians of %d rounds; all find the same\n\n", e, size, p.rounds)
	t := tabwriter.NewWriter(p.out, 0, 4, 1, ' ', 0)
	fmt.Fprintln(t, "| way\t| rules\t| found\t| s\t| own CPU s\t| database CPU s\t| times the engine's time\t| its CPU\t|")
	fmt.Fprintln(t, "|---\t|---\t|---\t|---\t|---\t|---\t|---\t|---\t|")
	for _, s := range sides {
		fmt.Fprintf(t, "| %s\t| %d\t| %d\t| %.3f\t| %.2f\t| %.2f\t| %.2f\t| %.2f\t|\n", s.Name, s.Rules, s.Found, s.Median(), s.Own.Seconds()/float64(p.rounds),
			s.Database.Seconds()/float64(p.rounds), s.Median()/sides[0].Median(), s.CPU()/sides[0].CPU())
	}
	_ = t.Flush()
	plans, err := balance.Explain(ctx, db)
	if err != nil {
		return err
	}
	file := filepath.Join(cache(), "balance-"+string(e)+".explain")
	fmt.Fprintf(p.out, "\nhow the server walks them: %s\n", file)
	return os.WriteFile(file, []byte(plans), 0o600)
}
