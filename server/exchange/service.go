package exchange

import (
	"context"
	"slices"

	"sineng/server/authz"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
)

// Service imports files.
type Service struct {
	store    *store.Store
	org      *org.Service
	register *register.Service
	limits   sheet.Limits
}

// New makes the service with the limits for files.
func New(s *store.Store, o *org.Service, r *register.Service, limits sheet.Limits) *Service {
	return &Service{store: s, org: o, register: r, limits: limits}
}

// Limits returns the limits for files.
func (s *Service) Limits() sheet.Limits { return s.limits }

// File is a file on disk with the name that its owner gave it.
type File struct{ Path, Name string }

// Options say how to import a file.
type Options struct {
	// UnitID is the unit below which units without a parent are looked for and
	// created, and to which rows without a unit belong; nil for the top.
	UnitID *int64
	// GoodRowsOnly skips bad rows instead of refusing the file.
	GoodRowsOnly bool
	// Progress is called with the progress of the work; it must return at
	// once.
	Progress func(Progress)
}

// Phase is a phase of an import.
type Phase string

// The phases of an import.
const (
	PhaseRead    Phase = "READ"    // parse the file
	PhaseCompare Phase = "COMPARE" // compare rows with the register
	PhaseWrite   Phase = "WRITE"   // write objects into the register
)

// Progress is how far a phase is. Total is 0 while unknown.
type Progress struct {
	Phase       Phase
	Done, Total int
}

// Percent returns how much of the phase is done, 0 to 100.
func (p Progress) Percent() int {
	if p.Total <= 0 {
		return 0
	}
	return min(100, p.Done*100/p.Total)
}

// Plan computes what an import would do, without writing. For a file that
// cannot be used as a whole it returns an error of package fault.
func (s *Service) Plan(ctx context.Context, file File, o Options) (*Plan, error) {
	in, err := s.read(ctx, file, o)
	if err != nil {
		return nil, err
	}
	p, rows, err := s.compare(ctx, in, o, nil)
	if err != nil {
		return nil, err
	}
	plan, _ := p.finish(in, rows)
	return plan, p.err
}

func (o Options) report(p Progress) {
	if o.Progress != nil {
		o.Progress(p)
	}
}

// input is a file that has been read and recognised.
type input struct {
	file    File
	sources []*source
	total   int // rows
}

func (s *Service) read(ctx context.Context, file File, o Options) (*input, error) {
	o.report(Progress{Phase: PhaseRead})
	book, err := sheet.ReadFile(ctx, file.Path, file.Name, s.limits)
	if err != nil {
		return nil, err
	}
	in := &input{file: file}
	if in.sources, err = recogniseAll(book); err != nil {
		return nil, err
	}
	for _, src := range in.sources {
		in.total += len(src.rows)
	}
	return in, nil
}

// compare plans every row. Rows that were refused before count as bad.
func (s *Service) compare(ctx context.Context, in *input, o Options, refused map[rowKey][]Problem) (*planner, *rows, error) {
	if err := authz.CheckAnywhere(ctx, authz.Import); err != nil {
		return nil, nil, err
	}
	p := newPlanner(ctx, s, in.file.Name)
	if o.UnitID != nil {
		u, err := s.org.Root(ctx, *o.UnitID, "unitId")
		if err != nil {
			return nil, nil, err
		}
		p.root = p.addUnit(u)
		p.knowAncestors()
		if p.root.closed(p) {
			return nil, nil, fault.New(fault.InvalidTransition, ReasonUnitClosed, "unitId", "所选单位已撤销", "The chosen unit is closed")
		}
	}
	done := 0
	rows, err := readRows(ctx, in.sources, func() {
		if done++; done%200 == 0 {
			o.report(Progress{PhaseRead, done, in.total})
		}
	})
	if err != nil {
		return nil, nil, err
	}
	for _, l := range rows.lines {
		l.problems = append(l.problems, refused[rowKey{l.name, l.row.Number}]...)
	}
	done = 0
	err = p.planAll(rows, func() error {
		if done++; done%50 == 0 {
			o.report(Progress{PhaseCompare, done, in.total})
		}
		return ctx.Err()
	})
	return p, rows, err
}

// planAll plans the rows of all sheets: units first, measures last, so that a
// sheet may refer to another in any order.
func (p *planner) planAll(r *rows, tick func() error) error {
	p.knowFor(r)
	if err := p.planUnits(r.units, tick); err != nil {
		return err
	}
	if err := planEach(p, r.people, tick, func(row *personRow) *line { return row.line }, p.planPerson); err != nil {
		return err
	}
	if err := planEach(p, r.powers, tick, func(row *powerRow) *line { return row.line }, p.planPower); err != nil {
		return err
	}
	lineOf := func(row *riskRow) *line { return row.line }
	if err := planEach(p, r.risks, tick, lineOf, p.planRisk); err != nil {
		return err
	}
	return planEach(p, r.measures, tick, lineOf, p.planMeasureOnly)
}

func planEach[R any](p *planner, rows []R, tick func() error, lineOf func(R) *line, plan func(R)) error {
	for _, r := range rows {
		if err := tick(); err != nil {
			return err
		}
		p.attempt(lineOf(r), func() { plan(r) })
		if p.err != nil {
			return p.err
		}
	}
	return p.err
}

// knowFor loads the units and people that rows name by codes, names and
// numbers.
func (p *planner) knowFor(r *rows) {
	codes, names, numbers := map[string]bool{}, map[string]bool{}, map[string]bool{}
	add := func(ref unitRef) {
		codes[ref.code] = true
		codes[ref.name] = true // the column for names sometimes holds a code
		names[ref.name] = true
		for _, step := range pathNames(ref.name) {
			names[step] = true
		}
	}
	for _, u := range r.units {
		codes[u.code] = true
		codes[u.parent] = true
		names[u.parent] = true
	}
	for _, n := range r.people {
		add(n.unit)
		numbers[n.number] = true
		for _, name := range n.leadUnits {
			add(unitRef{name: name})
		}
	}
	for _, n := range r.powers {
		add(n.unit)
	}
	for _, n := range slices.Concat(r.risks, r.measures) {
		add(n.unit)
	}
	delete(codes, "")
	delete(names, "")
	p.know(codes, names)
	p.knowNumbers(numbers)
}

// finish settles every object and builds the plan. It also returns what is to
// be written, in order.
func (p *planner) finish(in *input, r *rows) (*Plan, []outcome) {
	plan := &Plan{RowsRead: in.total}
	for _, src := range in.sources {
		plan.Sheets = append(plan.Sheets, SheetInfo{Name: src.name, Kind: src.kind, Rows: len(src.rows), Ignored: src.ignored})
	}
	var outcomes []outcome
	for _, o := range Objects {
		f := Figure{Object: o}
		for _, n := range p.touched[o] {
			out := n.settle(p)
			if out.unwritten {
				f.Unwritten++
			}
			switch {
			case out.run == nil:
				f.Unchanged++
				continue
			case out.created:
				f.Created++
			default:
				f.Changed++
			}
			outcomes = append(outcomes, out)
			if len(plan.Preview) < MaxPreview {
				plan.Preview = append(plan.Preview, Change{Object: o, Created: out.created, Label: out.label, Differences: out.differences})
			}
		}
		plan.Figures = append(plan.Figures, f)
	}
	lines := r.lines
	for _, src := range in.sources {
		plan.addProblems(src.problems, nil)
		for ; len(lines) > 0 && lines[0].source == src; lines = lines[1:] {
			if lines[0].bad() {
				plan.addProblems(lines[0].problems, lines[0])
			}
			plan.addRemarks(lines[0].remarks)
		}
	}
	return plan, outcomes
}

// addProblems adds the problems of a row, or those of sheets when l is nil.
func (p *Plan) addProblems(problems []Problem, l *line) {
	slices.SortStableFunc(problems, func(a, b Problem) int { return a.position - b.position })
	if l != nil {
		p.BadRowCount++
		if len(p.badRows) < MaxProblems {
			p.badRows = append(p.badRows, badRow{l.source, l.row, problems})
		}
	} else {
		p.BadRowCount += len(problems)
	}
	room := max(0, MaxProblems-len(p.Problems))
	p.Problems = append(p.Problems, problems[:min(room, len(problems))]...)
}

// addRemarks adds the remarks on a row.
func (p *Plan) addRemarks(remarks []Problem) {
	p.RemarkCount += len(remarks)
	room := max(0, MaxProblems-len(p.Remarks))
	p.Remarks = append(p.Remarks, remarks[:min(room, len(remarks))]...)
}
