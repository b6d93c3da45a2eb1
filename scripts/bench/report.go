package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"text/tabwriter"
	"time"

	"sineng/scripts/bench/load"
)

// middle are the medians of a side's rounds.
type middle struct {
	perSecond, p50, p99, server, database float64 // the last four in milliseconds
}

func (s *side) middle(r line) middle {
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

// cpu is the processor time of a request, server and database together.
func (m middle) cpu() float64 { return m.server + m.database }

func (p *plan) report(out io.Writer, e engine, sides []*side) error {
	fmt.Fprintf(out, "\n%s, size %s, medians of %d rounds of %s\n\n", e, p.sizes[0], p.rounds, p.span)
	t := tabwriter.NewWriter(out, 0, 4, 1, ' ', 0)
	fmt.Fprintln(t, "| question\t| conn.\t| server\t| req/s\t| p50 ms\t| p99 ms\t| server CPU ms\t| database CPU ms\t| statements\t|")
	fmt.Fprintln(t, "|---\t|---\t|---\t|---\t|---\t|---\t|---\t|---\t|---\t|")
	for _, q := range p.queries {
		for _, n := range p.connections {
			for _, s := range sides {
				m := s.middle(line{q, n})
				fmt.Fprintf(t, "| %s\t| %d\t| %s\t| %.0f\t| %.2f\t| %.2f\t| %.3f\t| %s\t| %s\t|\n", q, n, s.name, m.perSecond, m.p50, m.p99, m.server,
					unless(e.lite(), fmt.Sprintf("%.3f", m.database)), unless(e.lite(), fmt.Sprintf("%.1f", s.statements[q])))
			}
		}
	}
	_ = t.Flush()
	fmt.Fprintln(out)
	for _, s := range sides {
		fmt.Fprintf(out, "MEMORY %s %d MiB\n", s.name, s.memory>>20)
	}
	return p.ratios(out, e, sides)
}

func unless(missing bool, text string) string {
	if missing {
		return "-"
	}
	return text
}

// ratios prints how ours stands to the others at most connections, and compares with what was
// recorded last.
func (p *plan) ratios(out io.Writer, e engine, sides []*side) error {
	by := map[string]*side{}
	for _, s := range sides {
		by[s.name] = s
	}
	most := slices.Max(p.connections)
	known, err := readRecord()
	if err != nil {
		return err
	}
	of := string(e) + " " + p.sizes[0]
	if known[of] == nil {
		known[of] = map[string]float64{}
	}
	for _, q := range p.queries {
		r := line{q, most}
		ours := by["ours"].middle(r)
		against := func(name string) string {
			if by[name] == nil {
				return "-"
			}
			return ratioOf(ours.perSecond, by[name].middle(r).perSecond)
		}
		if by["floor"] != nil {
			fmt.Fprintf(out, "RATIO %s %s %s (ours / floor with session and rights, ours / peer; bare floor %s; CPU of a request ours / floor %s)\n", q, against("floor"), against("peer"), against("bare"),
				ratioOf(ours.cpu(), by["floor"].middle(r).cpu()))
			ratio := ours.perSecond / by["floor"].middle(r).perSecond
			if last := known[of][q]; regressed(ratio, last) {
				fmt.Fprintf(out, "REGRESSION %s %.3f of the floor, recorded %.3f\n", q, ratio, last)
			}
			known[of][q] = ratio
		}
		for _, size := range p.sizes[1:] {
			fmt.Fprintf(out, "GROWTH %s %s (time of a request, %s / %s)\n", q, ratioOf(by["ours-"+size].middle(r).perSecond, ours.perSecond), p.sizes[0], size)
		}
		if older := by["older"]; older != nil {
			m := older.middle(r)
			fmt.Fprintf(out, "SINCE %s %s (ours / %s; CPU of a request %s / ours %s", q, against("older"), p.against, p.against, ratioOf(m.cpu(), ours.cpu()))
			if by["bare"] != nil {
				bare := by["bare"].middle(r)
				fmt.Fprintf(out, "; bare floor / %s %s, CPU %s / bare floor %s", p.against, ratioOf(bare.perSecond, m.perSecond), p.against, ratioOf(m.cpu(), bare.cpu()))
			}
			fmt.Fprintln(out, ")")
		}
		if tagged := by["tagged"]; tagged != nil {
			m := tagged.middle(r)
			fmt.Fprintf(out, "COST %s %s of CPU, %s of throughput (ours / built with -tags %s)\n", q, ratioOf(ours.cpu(), m.cpu()), against("tagged"), p.tags)
		}
	}
	if !p.record {
		return nil
	}
	return writeRecord(known)
}

// margin is how much of a recorded ratio may be lost before it is called a regression.
const margin = 0.15

func regressed(ratio, recorded float64) bool { return ratio < recorded*(1-margin) }

// recordFile holds the ratios to the floor that were recorded last, by database and size.
const recordFile = "scripts/bench/recorded.json"

func readRecord() (map[string]map[string]float64, error) {
	known := map[string]map[string]float64{}
	text, err := os.ReadFile(recordFile)
	if errors.Is(err, fs.ErrNotExist) {
		return known, nil
	}
	if err == nil {
		err = json.Unmarshal(text, &known)
	}
	return known, err
}

func writeRecord(known map[string]map[string]float64) error {
	for _, of := range known {
		for q, ratio := range of {
			of[q] = float64(int(ratio*1000+0.5)) / 1000
		}
	}
	text, err := json.MarshalIndent(known, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(recordFile, append(text, '\n'), 0o644)
}
