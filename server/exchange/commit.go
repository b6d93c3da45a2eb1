package exchange

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

// rounds is how often rows that a service refused are taken out and the rest tried
// again, when good rows alone are wanted.
const rounds = 50

// Commit imports a file in one transaction, through the services, with the rights of
// the context's viewer. It plans anew inside the transaction. When rows are bad and
// good ones alone were not asked for, nothing is written and the error is BAD_ROWS;
// the plan tells which.
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
		case err != nil && ctx.Err() != nil: // in place of the driver's words for it
			return nil, ctx.Err()
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

// rowKey names a row of a file.
type rowKey struct {
	sheet string
	row   int
}

// refusedRow tells that a service refused what a row asks for.
type refusedRow struct{ cause error }

func (e *refusedRow) Error() string { return "a row was refused: " + e.cause.Error() }
func (e *refusedRow) Unwrap() error { return e.cause }

// commit is one try. It adds to refused what a service refuses.
func (s *Service) commit(ctx context.Context, in *input, o Options, refused map[rowKey][]Problem) (*Plan, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, _ *ent.Tx) (*Plan, error) {
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
		for i, out := range outcomes {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			o.report(Progress{PhaseWrite, i, len(outcomes)})
			err := out.run(ctx)
			if all := fault.All(err); len(all) > 0 && ctx.Err() == nil {
				refused[rowKey{out.line.name, out.line.row.Number}] = out.line.refusal(out.label, all)
				return nil, &refusedRow{err}
			}
			if err != nil {
				return nil, err
			}
		}
		o.report(Progress{PhaseWrite, len(outcomes), len(outcomes)})
		return plan, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionImport, Right: authz.Import,
			Details: map[string]string{"file": p.file, "figures": plan.summary()}})
	})
}

// refusal turns a service's errors into problems of a row.
func (l *line) refusal(label string, all []*fault.Error) []Problem {
	var out []Problem
	for _, e := range all {
		out = append(out, Problem{Sheet: l.name, Row: l.row.Number, Found: short(label), WantedZH: e.ZH, WantedEN: e.EN, Reason: e.Reason})
	}
	return out
}

// summary says in one line what an import did.
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
