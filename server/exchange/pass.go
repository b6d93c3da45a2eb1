package exchange

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"

	"sineng/ent/term/fold"
	"sineng/server/authz"
	"sineng/server/fault"
)

// window is how many rows are planned before what is settled by then is written.
const window = 1024

// writer takes what a pass over the rows of a file settles.
type writer interface {
	// take takes outcomes in the order in which they are written; planned is the number of rows
	// planned so far, settled that of those whose objects are all taken with these.
	take(p *planner, outcomes []outcome, planned, settled int) error
	// alive is called now and then while rows are planned.
	alive(planned int) error
}

// dryRun is the writer that writes nothing.
type dryRun struct {
	o     Options
	total int
}

func (d *dryRun) take(_ *planner, _ []outcome, planned, _ int) error { return d.alive(planned) }

func (d *dryRun) alive(planned int) error {
	d.o.report(Progress{PhaseCompare, planned, planned, d.total})
	return nil
}

// pass goes over the rows of a file once: it plans them, settles each object when no row to come
// can change it any more, and hands what is to be written to the writer. Rows that were refused
// before count as bad.
func (s *Service) pass(ctx context.Context, in *input, o Options, refused map[rowKey][]Problem, w writer) (*Plan, error) {
	if err := authz.CheckAnywhere(ctx, authz.Import); err != nil {
		return nil, err
	}
	in.forgetNotes()
	p := newPlanner(ctx, s, in.file.Name)
	p.choices = in.choices
	p.choices.SamePosts = in.samePosts()
	if o.UnitID != nil {
		u, err := s.org.Root(ctx, *o.UnitID, "unitId")
		if err != nil {
			return nil, err
		}
		p.root = p.addUnit(u)
		p.knowAncestors()
		if p.root.closed(p) {
			return nil, fault.New(fault.InvalidTransition, ReasonUnitClosed, "unitId", "所选单位已撤销", "The chosen unit is closed")
		}
	}
	run := &passing{planner: p, in: in, refused: refused, writer: w, plan: newPlan(in)}
	if err := run.all(ctx); err != nil {
		return nil, err
	}
	run.plan.finish(in)
	run.plan.Doubts, run.plan.Questions = p.doubts, in.questions(o)
	if !o.Accept {
		for _, d := range p.doubts {
			run.plan.Questions = append(run.plan.Questions, Question{AskDoubt, d.Sheet, d.Row, d.Title, 1, d.Registered, ""})
		}
	}
	return run.plan, nil
}

// mostLate is how many moves of units and changes of a power's type an import makes on a database
// with one writer. Each rewrites rows that others see, so that they are made in the transaction
// that shows the import; 100 take about a quarter of a second, while others wait.
const mostLate = 100

// countLate refuses an import that would keep others waiting for too long.
func (r *passing) countLate(outcomes []outcome) error {
	for _, out := range outcomes {
		if !out.created && !out.held {
			r.late++
		}
	}
	if r.late <= mostLate || r.store.Dialect() != dialect.SQLite {
		return nil
	}
	return fault.New(fault.Invalid, "TOO_MANY_MOVES", "file",
		fmt.Sprintf("文件移动单位或变更职权类别超过 %d 项,会使其他人长时间无法保存;请拆成每份不超过 %d 项的文件,逐份导入", mostLate, mostLate),
		fmt.Sprintf("The file moves units, or changes the types of powers, more than %d times, which would keep others from saving; split it into files with at most %d of these and import one after the other", mostLate, mostLate))
}

// passing is a pass under way.
type passing struct {
	*planner
	in      *input
	refused map[rowKey][]Problem
	writer  writer
	plan    *Plan
	late    int // changes that are made when the import is shown
}

// all plans the rows of all sheets by kind.
func (r *passing) all(ctx context.Context) error {
	p := r.planner
	delete(r.in.survey.codes, "")
	delete(r.in.survey.names, "")
	p.know(r.in.survey.codes, r.in.survey.names)
	p.knowNumbers(r.in.survey.numbers)
	if err := r.units(ctx); err != nil {
		return err
	}
	p.expect(r.in.survey)
	steps := []struct {
		kind    Kind
		plan    func(*line)
		settles bool // objects are settled while more rows of the kind are to come
	}{
		{KindPeople, planned(p, readPerson, p.planPerson), false},
		{KindPowers, planned(p, readPower, p.planPower), false},
		{KindRegister, planned(p, readRisk, p.planRisk), !r.in.whole},
		{KindMeasures, planned(p, readMeasureOnly, p.planMeasureOnly), !r.in.whole},
	}
	for _, step := range steps {
		err := r.each(ctx, step.kind, func(l *line) error {
			step.plan(l)
			p.rows++
			switch {
			case p.err != nil || p.rows%window != 0:
				return p.err
			case step.settles:
				return r.flush()
			}
			return r.writer.alive(p.rows)
		})
		if err != nil {
			return err
		}
		if step.kind != KindRegister || !hasKind(r.in, KindMeasures) {
			if err := r.flush(); err != nil {
				return err
			}
		}
	}
	p.rows = endOfFile
	return r.flush()
}

// planned is the planning of a row by how it is read.
func planned[R any](p *planner, read func(*line) R, plan func(R)) func(*line) {
	return func(l *line) {
		row := read(l)
		l.remarkAlone()
		p.attempt(l, func() { plan(row) })
	}
}

// units plans lists of units, which stand in any order and are planned together.
func (r *passing) units(ctx context.Context) error {
	var rows []*unitRow
	if err := r.each(ctx, KindUnits, func(l *line) error {
		rows = append(rows, readUnit(l))
		return nil
	}); err != nil {
		return err
	}
	if len(rows) == 0 {
		return nil
	}
	err := r.planUnits(rows, func() error {
		if r.rows++; r.rows%window == 0 {
			return r.writer.alive(r.rows)
		}
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	return r.flush()
}

// each passes the rows of a kind with what was refused of them before.
func (r *passing) each(ctx context.Context, k Kind, do func(*line) error) error {
	return r.in.each(ctx, k, func(l *line) error {
		l.add(r.refused[rowKey{l.name, l.row.Number}]...)
		return do(l)
	})
}

// flush settles and writes all objects that no row to come can change, and forgets what is not
// needed any more.
func (r *passing) flush() error {
	p := r.planner
	var outcomes []outcome
	var settled []node
	for _, o := range Objects {
		var open []node
		for _, n := range p.touched[o] {
			if n.open(p) {
				open = append(open, n)
				continue
			}
			out := n.settle(p)
			r.plan.take(o, out)
			if settled = append(settled, n); out.run != nil {
				outcomes = append(outcomes, out)
			}
		}
		p.touched[o] = open
	}
	if p.err != nil {
		return p.err
	}
	if err := r.countLate(outcomes); err != nil {
		return err
	}
	rows := min(p.rows, r.in.total)
	if err := r.writer.take(p, outcomes, rows, rows-len(p.touched[ObjectRiskPoint])); err != nil {
		return err
	}
	for _, n := range settled {
		n.forget(p)
	}
	p.closeBooks()
	for _, s := range r.in.sources {
		s.trim()
	}
	return nil
}

// closeBooks forgets the risk points of units that no row to come names.
func (p *planner) closeBooks() {
	p.registers = slices.DeleteFunc(p.registers, func(u *unitNode) bool {
		last, known := p.expected.units[fold.Text(u.name)]
		if !known || int(last) > p.rows {
			return false
		}
		u.risks, u.closedBook = nil, true
		return true
	})
}

func hasKind(in *input, k Kind) bool {
	return slices.ContainsFunc(in.sources, func(s *source) bool { return s.kind == k && s.count > 0 })
}

// newPlan is the plan of a file of which no row is planned yet.
func newPlan(in *input) *Plan {
	plan := &Plan{RowsRead: in.total}
	for _, src := range in.sources {
		plan.Sheets = append(plan.Sheets, SheetInfo{Name: src.name, Kind: src.kind, Rows: src.count})
	}
	plan.Tables, plan.Unread = in.tables(), in.unread()
	plan.written, plan.mapping = in.proposal(), in.current()
	plan.Views, plan.Choices, plan.Mapping = in.views, in.choices, plan.mapping.Name
	if several, _ := in.survey.samePosts(); several {
		plan.samePosts = in.samePosts()
	}
	for _, w := range in.words.order {
		plan.Words = append(plan.Words, *w)
	}
	for _, o := range Objects {
		plan.Figures = append(plan.Figures, Figure{Object: o})
	}
	return plan
}

// finish adds the problems and remarks of all rows in the order of the file.
func (p *Plan) finish(in *input) {
	for _, src := range in.sources {
		p.addProblems(src.problems, nil)
		slices.SortStableFunc(src.noted, func(a, b *line) int { return a.row.Number - b.row.Number })
		for _, l := range src.noted {
			if l.bad() {
				p.addProblems(l.problems, l)
			}
			p.addRemarks(l.remarks)
		}
		p.RemarkCount += src.remarks
		src.noted = nil
	}
	p.Told = nil
	for _, t := range in.told.list {
		p.Told = append(p.Told, *t)
	}
	for _, src := range in.sources {
		for _, t := range src.told.list {
			p.Told = append(p.Told, *t)
		}
	}
}
