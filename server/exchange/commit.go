package exchange

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"sineng/server/fault"
	"sineng/server/org"
)

// rounds is how often an import of good rows only is retried without the rows
// that a service refused.
const rounds = 50

// Commit imports a file through the services and with the rights of the context's viewer. It
// plans again, writes new objects in short transactions in which nobody else sees them, and
// shows them at once, with the changes of others, in a last short one; so that the import is
// seen whole or not at all and others write meanwhile. Rows are written while later ones are
// planned; what was written is dropped when one of them is bad. If rows are bad and GoodRowsOnly is not
// set, nothing is written and the error is BAD_ROWS; the plan lists them.
func (s *Service) Commit(ctx context.Context, file File, o Options) (*Plan, error) {
	in, err := s.read(ctx, file, o)
	if err != nil {
		return nil, err
	}
	defer in.close()
	if asked := in.questions(o); len(asked) > 0 { // before anything is written
		plan, err := s.plan(ctx, in, o, nil)
		if err != nil {
			return nil, err
		}
		return plan, plan.asked()
	}
	refused := map[rowKey][]Problem{}
	for round := 1; ; round++ {
		plan, err := retryLate(in, func() (*Plan, error) { return s.commit(ctx, in, o, refused) })
		var bad *refusedRow
		switch {
		case err != nil && ctx.Err() != nil: // instead of the driver's error
			return nil, ctx.Err()
		case errors.Is(err, errChanged) && round < rounds:
			continue
		case !errors.As(err, &bad):
			return plan, err
		case o.GoodRowsOnly && round < rounds:
			continue
		}
		if plan, err = s.plan(ctx, in, o, refused); err != nil {
			return nil, err
		}
		return plan, plan.badRowsError()
	}
}

// rowKey identifies a row of a file.
type rowKey struct {
	sheet string
	row   int
}

// refusedRow is the error of a row that a service refused.
type refusedRow struct{ cause error }

func (e *refusedRow) Error() string { return "a row was refused: " + e.cause.Error() }
func (e *refusedRow) Unwrap() error { return e.cause }

// commit is one attempt. It adds the rows that a service refuses to refused.
func (s *Service) commit(ctx context.Context, in *input, o Options, refused map[rowKey][]Problem) (plan *Plan, err error) {
	w := &staged{service: s, in: in, options: o, refused: refused, group: leastGroup}
	w.ctx, w.gathered = org.Gather(ctx)
	defer func() {
		if err != nil && w.staging != nil { // also when the context ended; what stays is dropped by DropDead
			err = errors.Join(err, s.drop(context.WithoutCancel(ctx), w.staging.ID))
		}
	}()
	if plan, err = s.pass(ctx, in, o, refused, w); err != nil {
		return nil, err
	}
	if len(plan.Questions) > 0 {
		return plan, plan.asked()
	}
	if plan.BadRowCount > 0 && !o.GoodRowsOnly {
		return plan, plan.badRowsError()
	}
	if err := w.begin(); err != nil {
		return nil, err
	}
	o.report(Progress{PhaseShow, 0, in.total, in.total})
	if err := s.show(w.ctx, w, plan); err != nil {
		return nil, err
	}
	o.report(Progress{PhaseShow, in.total, in.total, in.total})
	return plan, nil
}

// refusal turns a service's errors into problems of a row.
func (l *line) refusal(label string, all []*fault.Error) []Problem {
	var out []Problem
	for _, e := range all {
		out = append(out, Problem{Sheet: l.name, Row: l.row.Number, Found: short(label), WantedZH: e.ZH, WantedEN: e.EN, Reason: e.Reason})
	}
	return out
}

// summary describes the result of an import in one line.
func (p *Plan) summary() string {
	var out []string
	for _, f := range p.Figures {
		out = append(out, fmt.Sprintf("%s +%d ~%d", f.Object, f.Created, f.Changed))
	}
	return strings.Join(out, ", ")
}

func (p *Plan) badRowsError() error {
	return fault.New(fault.Invalid, ReasonBadRows, "",
		fmt.Sprintf("文件中有 %d 行需要更正,没有导入任何内容", p.BadRowCount),
		fmt.Sprintf("%d rows of the file must be corrected; nothing was imported", p.BadRowCount))
}
