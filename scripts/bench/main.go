// Command bench measures the program side by side with a floor, a peer and older versions of
// itself, on registers of 50,000 and 1,000,000 risk points.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"sineng/scripts/bench/data"
)

const usage = `go run ./scripts/bench [flags]: measures the program beside a floor, a peer and, with --against, an
older version, on made registers. Run it from the top of the repository. Databases and programs are
kept in ${SINENG_CACHE:-~/.cache/sineng}/bench and made once; remove that folder to get the room back.

`

// plan is what a run measures.
type plan struct {
	engines     []engine
	sizes       []string
	queries     []string
	connections []int
	rounds      int
	span        time.Duration
	against     string
	tags        string
	hold        string
	// makeOnly makes what a run would need and measures nothing.
	makeOnly bool
	// beside is what is measured beside: floor, peer for both, or empty for neither.
	beside string
	output string
	record bool
	// writing measures writers alone.
	writing bool
	// asking asks every question alone.
	asking bool
	// judging measures the rules of balance alone.
	judging bool
	out     io.Writer
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if part, size, ok := strings.Cut(os.Getenv(scaleOnly), ":"); ok {
		if err := judge(part, size); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	p, err := parse(os.Args[1:])
	if err == nil {
		restore := prefer(os.Getpid())
		err = p.run(ctx)
		restore()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func say(format string, args ...any) { fmt.Fprintf(os.Stderr, "bench: "+format+"\n", args...) }

func parse(args []string) (*plan, error) {
	f := flag.NewFlagSet("bench", flag.ExitOnError)
	f.Usage = func() { fmt.Fprint(f.Output(), usage); f.PrintDefaults() }
	p := &plan{}
	quick := f.Bool("quick", false, "under 3 minutes: MariaDB, size s, 16 connections, three rounds of 2 s, no peer")
	engines := f.String("db", "mariadb,mysql,sqlite", "databases")
	sizes := f.String("size", "l,s", "sizes: s 50,000 and l 1,000,000 risk points; ratios are of the first, GROWTH needs both")
	asked := f.String("q", strings.Join(queries, ","), "questions: Q1 overview, Q2 page of risks, Q3 department, M1 record a risk point")
	connections := f.String("conn", "1,16", "numbers of connections")
	f.IntVar(&p.rounds, "rounds", 3, "interleaved rounds; figures are medians of them")
	f.DurationVar(&p.span, "span", 8*time.Second, "how long a round asks one server")
	f.StringVar(&p.against, "against", "", "commit of an older version to measure beside")
	f.StringVar(&p.tags, "tags", "", "build tags of a second build of this tree to measure beside (measure_bare: without log and counts)")
	f.BoolVar(&p.writing, "writers", false, "only let 16 and 64 writers record into one unit and into many, and compare all counts")
	f.BoolVar(&p.asking, "every", false, "only ask every root field with every filter and order, and list what is slow")
	f.BoolVar(&p.judging, "balance", false, "only judge the rules of balance, at sizes s 4,000 and l 40,000 departments, and beside the same rules as SQL on mariadb and mysql")
	f.BoolVar(&p.makeOnly, "make", false, "only make the registers that the run would need")
	f.StringVar(&p.hold, "hold", "", "only start a fresh copy of the database under this name, print its address and leave it running")
	f.StringVar(&p.beside, "beside", "peer", "floor, peer (the floor and the peer), or empty for neither")
	f.BoolVar(&p.record, "record", false, "keep the ratios to the floor in "+recordFile+", for later runs to compare with")
	f.StringVar(&p.output, "out", "", "file for the report beside the terminal")
	if err := f.Parse(args); err != nil {
		return nil, err
	}
	set := map[string]bool{}
	f.Visit(func(one *flag.Flag) { set[one.Name] = true })
	if *quick {
		for name, value := range map[string]string{"db": "mariadb", "size": "s", "conn": "16", "span": "2s", "beside": "floor"} {
			if !set[name] {
				_ = f.Set(name, value)
			}
		}
	}
	for name := range strings.SplitSeq(*engines, ",") {
		if !slices.Contains([]string{"mariadb", "mysql", "sqlite"}, name) {
			return nil, fmt.Errorf("-db: %s is not mariadb, mysql or sqlite", name)
		}
		p.engines = append(p.engines, engine(name))
	}
	for name := range strings.SplitSeq(*sizes, ",") {
		if _, there := data.Sizes[name]; !there {
			return nil, fmt.Errorf("-size: %s is not s or l", name)
		}
		p.sizes = append(p.sizes, name)
	}
	for name := range strings.SplitSeq(*asked, ",") {
		if !slices.Contains(queries, name) {
			return nil, fmt.Errorf("-q: %s is none of %s", name, strings.Join(queries, ", "))
		}
		p.queries = append(p.queries, name)
	}
	for text := range strings.SplitSeq(*connections, ",") {
		var n int
		if _, err := fmt.Sscan(text, &n); err != nil || n < 1 {
			return nil, fmt.Errorf("-conn: %s is no number of connections", text)
		}
		p.connections = append(p.connections, n)
	}
	return p, nil
}

func (p *plan) run(ctx context.Context) error {
	p.out = os.Stdout
	if p.output != "" {
		f, err := os.Create(p.output)
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }()
		p.out = io.MultiWriter(os.Stdout, f)
	}
	if p.judging {
		return p.balance(ctx)
	}
	tree, err := build("", "")
	if err != nil {
		return err
	}
	if p.hold != "" {
		return p.holdOne(ctx, tree)
	}
	var old, tagged *source
	if p.against != "" {
		if old, err = build(p.against, ""); err != nil {
			return err
		}
	}
	if p.tags != "" {
		if tagged, err = build("", p.tags); err != nil {
			return err
		}
	}
	if p.makeOnly {
		return p.makeAll(ctx, tree, old)
	}
	for _, e := range p.engines {
		if p.writing {
			if err := p.writers(ctx, e, tree); err != nil {
				return fmt.Errorf("%s: %w", e, err)
			}
			continue
		}
		if p.asking {
			if err := p.every(ctx, e, tree); err != nil {
				return fmt.Errorf("%s: %w", e, err)
			}
			continue
		}
		if err := p.measure(ctx, e, tree, old, tagged); err != nil {
			return fmt.Errorf("%s: %w", e, err)
		}
	}
	return nil
}

// makeAll makes the registers of a run, so that measuring finds them.
func (p *plan) makeAll(ctx context.Context, tree, old *source) error {
	for _, e := range p.engines {
		for _, size := range p.sizes {
			if _, err := keep(ctx, e, data.Sizes[size], tree); err != nil {
				return fmt.Errorf("%s: %w", e, err)
			}
		}
		if p.beside != "" {
			binary, err := buildFloor()
			if err != nil {
				return err
			}
			if _, err := keepFloor(ctx, e, p.sizes[0], binary, tree); err != nil {
				return fmt.Errorf("%s: %w", e, err)
			}
		}
		if old != nil {
			if _, err := keep(ctx, e, data.Sizes[p.sizes[0]], old); err != nil {
				return fmt.Errorf("%s: %w", e, err)
			}
		}
	}
	return nil
}

// holdOne starts a copy for work by hand.
func (p *plan) holdOne(ctx context.Context, tree *source) error {
	for _, e := range p.engines {
		k, err := keep(ctx, e, data.Sizes[p.sizes[0]], tree)
		if err != nil {
			return err
		}
		b, err := k.lend("bench-" + p.hold)
		if err != nil {
			return err
		}
		fmt.Printf("%s %s\n", tree.binary, strings.Join(append([]string{"serve"}, tree.flags(b)...), " "))
		fmt.Printf("sign in as %s or %s, password %s; end it with SINENG_INSTANCE=%s scripts/mysql stop %s\n", data.Leader, data.Head, data.Password, b.instance, e)
	}
	return nil
}
