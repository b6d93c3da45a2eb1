package exchange

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/store"
)

// WriteProblems writes a workbook of a plan's bad rows: the columns of the source, those for what
// the rows have from elsewhere (a heading, a line above the table), and one that describes the
// problems in a language, so that the rows can be corrected there and imported again. A sheet of its
// own lists what the good rows say and no import writes.
func (p *Plan) WriteProblems(w io.Writer, lang string) error {
	var pages []sheet.Page
	for from := 0; from < len(p.badRows); {
		to := from
		for to < len(p.badRows) && p.badRows[to].source == p.badRows[from].source {
			to++
		}
		pages = append(pages, problemPage(p.badRows[from:to], lang))
		from = to
	}
	if len(p.Remarks) > 0 {
		pages = append(pages, remarkPage(p.Remarks, lang))
	}
	return sheet.Write(w, pages)
}

// problemPage is the page of the bad rows of a table.
func problemPage(rows []badRow, lang string) sheet.Page {
	of := rows[0].source
	var more []field
	for _, f := range fields(of.kind) {
		if slices.ContainsFunc(rows, func(r badRow) bool { return r.beside[f] != "" }) {
			more = append(more, f)
		}
	}
	page := heading(of, more, lang)
	for _, r := range rows {
		line := make([]string, len(of.header), len(of.header)+len(more)+1)
		for i := range line {
			line[i] = r.row.Cell(i).Text
		}
		for _, f := range more {
			line = append(line, r.beside[f])
		}
		page.Lines = append(page.Lines, append(line, reasons(r.problems, lang)))
	}
	return page
}

// beside is what a row has from elsewhere than its cells.
func (l *line) beside() map[field]string {
	out := map[field]string{}
	for _, f := range fields(l.kind) {
		if column, has := l.columns[f]; has && !l.row.Cell(column).Blank() {
			continue
		}
		if c, _, ok := l.cell(f); ok && !c.Blank() {
			out[f] = c.Text
		}
	}
	return out
}

// titleFor is a title by which a column of a kind of table is read as a field.
func titleFor(k Kind, f field) string {
	for _, c := range layoutOf(k).columns {
		if c.field == f {
			return c.titles[0]
		}
	}
	return string(f)
}

// isRemarks reports whether a row holds the titles of a page of remarks.
func isRemarks(r sheet.Row) bool {
	for _, lang := range []string{"zh", "en"} {
		head := remarkPage(nil, lang).Lines[0]
		same := len(r.Cells) == len(head)
		for i := range head {
			same = same && r.Cell(i).Text == head[i]
		}
		if same {
			return true
		}
	}
	return false
}

// remarkPage returns a page of remarks, one line per cell.
func remarkPage(remarks []Problem, lang string) sheet.Page {
	name, head := "未写入的内容", []string{"所在工作表", "行号", "所在列", "文件内容", "说明"}
	if lang == "en" {
		name, head = "Not written", []string{"In sheet", "In row", "In column", "File says", "Why"}
	}
	page := sheet.Page{Name: name, Heading: 1, Lines: [][]string{head}, Widths: []float64{16, 8, 16, 20, 80}}
	for _, r := range remarks {
		page.Lines = append(page.Lines, []string{r.Sheet, strconv.Itoa(r.Row), r.Column, r.Found, r.Wanted(lang)})
	}
	return page
}

// heading returns a page with the titles of a sheet.
func heading(s *source, more []field, lang string) sheet.Page {
	reason := "导入问题"
	if lang == "en" {
		reason = "Import problems"
	}
	titles := slices.Clone(s.header)
	for _, f := range more {
		titles = append(titles, titleFor(s.kind, f))
	}
	page := sheet.Page{Name: s.name, Heading: 1, Lines: [][]string{append(slices.Clone(titles), reason)}}
	for _, title := range titles {
		page.Widths = append(page.Widths, float64(min(40, max(10, 2*len([]rune(title))+4))))
	}
	page.Widths = append(page.Widths, 60)
	return page
}

// reasons describes the problems of a row, one line per cell.
func reasons(problems []Problem, lang string) string {
	var out []string
	for _, q := range problems {
		where := fmt.Sprintf("原第 %d 行", q.Row)
		if lang == "en" {
			where = fmt.Sprintf("row %d", q.Row)
		}
		if q.Column != "" {
			where += " " + q.Column
		}
		if q.Found != "" {
			where += "“" + q.Found + "”"
		}
		out = append(out, where+": "+q.Wanted(lang))
	}
	return strings.Join(out, "\n")
}

// WriteProblems writes the workbook of a job's bad rows. A job without any, or
// of another account, is not found.
func (j *Jobs) WriteProblems(ctx context.Context, id int64, w io.Writer, lang string) error {
	one, err := j.Job(ctx, id)
	if err != nil {
		return err
	}
	if one == nil || one.ProblemsURL() == "" {
		return fault.Missing("问题清单", "list of problems")
	}
	err = store.WithTx(ctx, j.service.store, func(ctx context.Context, _ *ent.Tx) error {
		return audit.Append(ctx, j.service.store, audit.Event{Action: term.AuditActionExport, Right: authz.Import,
			Details: map[string]string{"what": "problems of an import", "file": one.FileName}})
	})
	if err != nil {
		return err
	}
	return one.Plan.WriteProblems(w, lang)
}
