package exchange

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

// rounds is how often an import of good rows only is retried without the rows
// that a service refused.
const rounds = 50

// Commit imports a file in one transaction, through the services and with the
// rights of the context's viewer. It plans again inside the transaction. If
// rows are bad and GoodRowsOnly is not set, nothing is written and the error
// is BAD_ROWS; the plan lists them.
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
			Details: map[string]string{"file": p.file, "figures": plan.summary(), "not written": strconv.Itoa(plan.RemarkCount)}})
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
