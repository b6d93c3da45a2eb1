package exchange

import (
	"context"
	"errors"
	"slices"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/campaign"
	"sineng/ent/term"
	"sineng/server/exchange/sheet"
	"sineng/server/exchange/tables"
)

// input is a file that has been read, recognised, mapped and surveyed. Its rows are on disk.
type input struct {
	file    File
	content *sheet.File
	sources []*source
	parts   []part // of the file that belong to no source
	total   int    // rows
	survey  *survey
	words   *wordBook
	told    toldBook // by the survey
	mapping *Mapping // that was given or kept, nil for none
	heads   []HeadRows
	views   []SheetView
	choices Choices
	// place reads the unit of tables that name none; nil where there are no units.
	place func() error
	// whole keeps all objects until the last row is planned, see retryLate.
	whole bool
}

// part is a sheet, or a run of rows, without a table.
type part struct {
	sheet       string
	first, last int
	rows        int
	sample      string
	wide        bool // a row has several cells
}

func (in *input) close() { _ = in.content.Close() }

func (s *Service) read(ctx context.Context, file File, o Options) (*input, error) {
	o.report(Progress{Phase: PhaseRead})
	content, err := sheet.Open(ctx, file.Path, file.Name, s.limits)
	if err != nil {
		return nil, err
	}
	in := &input{file: file, content: content}
	in.place = func() error { return s.place(ctx, o, in) }
	if err := in.recognise(ctx, o, func() ([]*Mapping, error) { return s.kept(ctx, o.UnitID) }); err != nil {
		in.close()
		return nil, err
	}
	year, err := s.year(ctx)
	if err != nil {
		in.close()
		return nil, err
	}
	for _, src := range in.sources {
		src.year = year
	}
	return in, nil
}

// year is that of the campaign under way, or else the present one.
func (s *Service) year(ctx context.Context) (int, error) {
	c, err := s.store.Reader(ctx).Campaign.Query().Where(campaign.PhaseNEQ(term.CampaignPhaseArchived)).Order(campaign.ByYear(sql.OrderDesc())).First(ctx)
	switch {
	case ent.IsNotFound(err):
		return s.store.Today().Year(), nil
	case err != nil:
		return 0, err
	}
	return c.Year, nil
}

// recognise finds the tables of the file, maps their columns, and surveys their rows. The mappings
// that were kept are asked for where none is given.
func (in *input) recognise(ctx context.Context, o Options, kept func() ([]*Mapping, error)) error {
	in.words = newWordBook()
	f, err := in.choose(ctx, o.Mapping, kept)
	if err != nil {
		return err
	}
	in.sources, in.heads, in.told = f.sources, f.heads, f.told
	in.applyTables()
	if in.choices.LeaveOutHidden {
		in.sources = slices.DeleteFunc(in.sources, func(s *source) bool { return s.table.Hidden })
	}
	for i, s := range in.sources {
		s.number, s.words, s.hidden = i+1, in.words, s.table.Hidden
	}
	for i, t := range in.content.Tables {
		if f.found[i] == nil {
			continue
		}
		if err := in.tellPassed(t, f.found[i]); err != nil {
			return err
		}
	}
	if in.mapping == nil && !in.readable(o) {
		return unknownTitles()
	}
	in.applyWords()
	if in.place != nil {
		if err := in.place(); err != nil {
			return err
		}
	}
	return in.look(ctx, o)
}

// choose finds the tables by the mapping that was given, or else by the first of those that were kept
// that has most of the file's tables.
func (in *input) choose(ctx context.Context, given *Mapping, kept func() ([]*Mapping, error)) (*finding, error) {
	if in.mapping = given; given != nil {
		return in.find(ctx, given)
	}
	best, err := in.find(ctx, nil)
	if err != nil {
		return nil, err
	}
	if some, err := in.tabular(best); err != nil || !some {
		return best, err
	}
	all, err := kept()
	if err != nil {
		return nil, err
	}
	most := 0
	for _, m := range all {
		if n := m.fits(best.sources); n > most {
			in.mapping, most = m, n
		}
	}
	named, err := in.occurring(ctx, all)
	if err != nil {
		return nil, err
	}
	for _, m := range named {
		f, err := in.find(ctx, m)
		if err != nil {
			return nil, err
		}
		if n := m.fits(f.sources); n > most {
			in.mapping, most, best = m, n, f
		}
	}
	return best, nil
}

// applyTables reads the tables as the mapping says.
func (in *input) applyTables() {
	if in.mapping == nil {
		return
	}
	in.choices = in.mapping.Choices
	taken := map[int]bool{}
	for _, s := range in.sources {
		if i := in.mapping.tableFor(s, taken); i >= 0 {
			taken[i] = true
			s.apply(in.mapping.Tables[i])
		}
	}
}

// applyWords takes the meanings of words from the mapping.
func (in *input) applyWords() {
	if in.mapping == nil {
		return
	}
	for k, words := range in.mapping.Words {
		for text, value := range words {
			if value != "" && value != openWord {
				in.words.answer(k, text, value)
			}
		}
	}
}

// tellPassed tells of the rows of a sheet that no table reads, and keeps the rows that are shown.
func (in *input) tellPassed(t sheet.Stored, found *tables.Found) error {
	if t.Hidden && in.choices.LeaveOutHidden {
		in.told.add(ToldHidden, t.Name, "", 1, "", "隐藏的工作表未导入", "a hidden sheet was left out")
		return nil
	}
	view := SheetView{Name: t.Name, Hidden: t.Hidden}
	err := t.Each(func(r sheet.Row) error {
		c := found.Class(r.Number)
		switch c {
		case tables.RowData, tables.RowHead, tables.RowFact, tables.RowSection:
		case tables.RowUnread:
			if t.Exported { // a field of the form beside its tables
				in.told.tellPassed(t.Name, r.Number, tables.RowNote, textOf(r))
			} else {
				in.leave(t.Name, r)
			}
		default:
			in.told.tellPassed(t.Name, r.Number, c, textOf(r))
		}
		view.take(r, c, in.tableAt(t.Name, r.Number))
		return nil
	})
	for _, aside := range found.Asides {
		in.told.add(ToldPassed, t.Name, "", aside.Row, aside.Text, "跳过读取行中的日期、填表人等", "passed over: days and who filled it in, beside what is read")
	}
	in.views = append(in.views, view)
	return err
}

// tableAt is the number of the table of a row, 0 for none.
func (in *input) tableAt(name string, row int) int {
	for _, s := range in.sources {
		if s.name == name && (row >= s.block.From && row <= s.block.To || slices.Contains(s.block.Head, row)) {
			return s.number
		}
	}
	return 0
}

// readable reports whether a table is known or, where the file is to be mapped, may be named: one with
// titles that nobody knows, or rows among which the titles are.
func (in *input) readable(o Options) bool {
	return o.ToMap && slices.ContainsFunc(in.parts, func(p part) bool { return p.wide }) || slices.ContainsFunc(in.sources, func(s *source) bool {
		return s.kind != KindNone || o.ToMap && s.block.Count > 0 && len(s.block.Columns) > 1
	})
}

// leave takes note of a row that no table holds.
func (in *input) leave(name string, r sheet.Row) {
	n := len(in.parts)
	if n == 0 || in.parts[n-1].sheet != name {
		in.parts = append(in.parts, part{sheet: name, first: r.Number, sample: textOf(r)})
		n++
	}
	p := &in.parts[n-1]
	p.last = r.Number
	p.rows++
	p.wide = p.wide || wide(r)
}

// wide reports whether a row has several cells of its own.
func wide(r sheet.Row) bool {
	own := 0
	for _, c := range r.Cells {
		if !c.Filled && !c.Blank() {
			own++
		}
	}
	return own > 1
}

// tabular reports whether there is a table in the file, or rows that may be one.
func (in *input) tabular(f *finding) (bool, error) {
	if len(f.sources) > 0 {
		return true, nil
	}
	found := false
	for _, t := range in.content.Tables {
		if err := t.Each(func(r sheet.Row) error { found = found || wide(r); return nil }); err != nil {
			return false, err
		}
	}
	return found, nil
}

// textOf is the texts of a row's own cells on one line.
func textOf(r sheet.Row) string {
	out := ""
	for _, c := range r.Cells {
		if c.Filled || c.Blank() {
			continue
		}
		if out != "" {
			out += " | "
		}
		out += oneLine(c.Text)
	}
	return short(out)
}

// look surveys all rows.
func (in *input) look(ctx context.Context, o Options) error {
	in.survey = newSurvey()
	for _, s := range in.sources {
		if err := s.weigh(ctx); err != nil {
			return err
		}
		s.hide(in.choices.LeaveOutHidden, &in.told)
	}
	for _, k := range kinds {
		err := in.lines(ctx, k, &in.told, func(l *line) error {
			l.source.count++
			if in.total++; in.total%200 == 0 {
				o.report(Progress{Phase: PhaseRead, Done: in.total})
			}
			for f, kind := range wordKindOf {
				if l.has(f) {
					in.words.see(kind, l.rawText(f), l.name, l.row.Number)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	in.words.resolve()
	in.settleTypes()
	for _, k := range kinds {
		if err := in.each(ctx, k, func(l *line) error { in.survey.see(l); return nil }); err != nil {
			return err
		}
	}
	for _, s := range in.sources {
		if s.kind != KindNone && s.count > 0 {
			s.problems = s.missing()
		}
	}
	in.forgetNotes()
	o.report(Progress{Phase: PhaseRead, Done: in.total, Total: in.total})
	return nil
}

// kinds are the kinds of tables in the order in which they are planned: units first, measures
// last, so that a table may refer to another in any order.
var kinds = []Kind{KindUnits, KindPeople, KindPowers, KindRegister, KindMeasures}

// each passes the rows of all tables of a kind.
func (in *input) each(ctx context.Context, k Kind, do func(*line) error) error {
	return in.lines(ctx, k, nil, do)
}

func (in *input) lines(ctx context.Context, k Kind, told *toldBook, do func(*line) error) error {
	for _, s := range in.sources {
		if s.kind != k {
			continue
		}
		if err := s.lines(ctx, in.choices, told, do); err != nil {
			return err
		}
	}
	return nil
}

// forgetNotes forgets the problems and remarks of an earlier pass.
func (in *input) forgetNotes() {
	for _, s := range in.sources {
		s.noted, s.trimmed, s.bad, s.remarks, s.told = nil, 0, 0, 0, toldBook{}
	}
}

// bad reports whether a row or a table has a problem so far.
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
