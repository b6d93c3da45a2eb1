package exchange

import (
	"context"
	"errors"

	"sineng/server/exchange/sheet"
)

// input is a file that has been read, recognised and surveyed. Its rows are on disk.
type input struct {
	file    File
	content *sheet.File
	sources []*source
	total   int // rows
	survey  *survey
	// whole keeps all objects until the last row is planned, see retryLate.
	whole bool
}

func (in *input) close() { _ = in.content.Close() }

func (s *Service) read(ctx context.Context, file File, o Options) (*input, error) {
	o.report(Progress{Phase: PhaseRead})
	content, err := sheet.Open(ctx, file.Path, file.Name, s.limits)
	if err != nil {
		return nil, err
	}
	in := &input{file: file, content: content}
	if err := in.recognise(ctx, o); err != nil {
		in.close()
		return nil, err
	}
	return in, nil
}

// recognise finds out what the sheets are, and surveys their rows.
func (in *input) recognise(ctx context.Context, o Options) error {
	var tables []sheet.Table
	for _, t := range in.content.Tables {
		first, err := t.First(headingRows + 1)
		if err != nil {
			return err
		}
		tables = append(tables, sheet.Table{Name: t.Name, Rows: first})
	}
	var err error
	if in.sources, err = recogniseAll(tables); err != nil {
		return err
	}
	for i, s := range in.sources {
		s.table = in.content.Tables[i]
	}
	in.survey = newSurvey()
	for _, k := range kinds {
		err := in.each(ctx, k, func(l *line) error {
			l.source.count++
			if in.total++; in.total%200 == 0 {
				o.report(Progress{Phase: PhaseRead, Done: in.total})
			}
			in.survey.see(l)
			return nil
		})
		if err != nil {
			return err
		}
	}
	in.forgetNotes()
	o.report(Progress{Phase: PhaseRead, Done: in.total, Total: in.total})
	return nil
}

// kinds are the kinds of sheets in the order in which they are planned: units first, measures
// last, so that a sheet may refer to another in any order.
var kinds = []Kind{KindUnits, KindPeople, KindPowers, KindRegister, KindMeasures}

// each passes the rows of all sheets of a kind.
func (in *input) each(ctx context.Context, k Kind, do func(*line) error) error {
	for _, s := range in.sources {
		if s.kind != k {
			continue
		}
		err := s.table.Each(func(row sheet.Row) error {
			if !s.uses(row) {
				return nil
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			return do(&line{source: s, row: row})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// forgetNotes forgets the problems and remarks of an earlier pass.
func (in *input) forgetNotes() {
	for _, s := range in.sources {
		s.noted, s.trimmed, s.bad, s.remarks = nil, 0, 0, 0
	}
}

// bad reports whether a row or a sheet has a problem so far.
func (in *input) bad() bool {
	for _, s := range in.sources {
		if s.bad+len(s.problems) > 0 {
			return true
		}
	}
	return false
}

// errLate means that a row names an object that was settled before.
var errLate = errors.New("exchange: a row names what was settled before")

// retryLate goes over the rows once more where one names an object that was settled before,
// since its unit is written in two ways that did not look alike. The objects are then kept until
// the last row, in as much memory as that takes.
func retryLate(in *input, pass func() (*Plan, error)) (*Plan, error) {
	plan, err := pass()
	if errors.Is(err, errLate) && !in.whole {
		in.whole = true
		return pass()
	}
	return plan, err
}
