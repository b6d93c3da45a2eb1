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
// seen whole or not at all and others write meanwhile. If rows are bad and GoodRowsOnly is not
// set, nothing is written and the error is BAD_ROWS; the plan lists them.
func (s *Service) Commit(ctx context.Context, file File, o Options) (*Plan, error) {
	in, err := s.read(ctx, file, o)
	if err != nil {
		return nil, err
	}
	refused := map[rowKey][]Problem{}
	for round := 1; ; round++ {
		plan, err := s.commit(ctx, in, o, refused)
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
		p, rows, err := s.compare(ctx, in, o, refused)
		if err != nil {
			return nil, err
		}
		plan, _ = p.finish(in, rows)
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
	p, rows, err := s.compare(ctx, in, o, refused)
	if err != nil {
		return nil, err
	}
	plan, outcomes := p.finish(in, rows)
	if p.err != nil {
		return nil, p.err
	}
	if plan.BadRowCount > 0 && !o.GoodRowsOnly {
		return plan, plan.badRowsError()
	}
	staged, changed := partition(outcomes)
	staging, err := s.begin(ctx)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil { // also when the context ended; what stays is dropped by DropDead
			err = errors.Join(err, s.drop(context.WithoutCancel(ctx), staging.ID))
		}
	}()
	tick := func(done int) { o.report(Progress{PhaseWrite, done, len(outcomes)}) }
	tick(0)
	ctx, gathered := org.Gather(ctx)
	held, err := s.stage(ctx, p, staging, staged, tick, refused)
	if err != nil {
		return nil, err
	}
	if err := s.show(ctx, p, staging, held, changed, plan, refused, gathered); err != nil {
		return nil, err
	}
	tick(len(outcomes))
	return plan, nil
}

// partition parts what is written or worked out while the import is staged from changes that are
// made when it is shown, each in order.
func partition(outcomes []outcome) (staged, changed []outcome) {
	for _, out := range outcomes {
		if out.created || out.held {
			staged = append(staged, out)
		} else {
			changed = append(changed, out)
		}
	}
	return staged, changed
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
