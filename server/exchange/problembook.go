package exchange

import (
	"context"
	"fmt"
	"io"
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

// WriteProblems writes a workbook of a plan's bad rows: the columns of the
// source and one that describes the problems in a language, so that the rows
// can be corrected there and imported again. A sheet of its own lists what the
// good rows say and no import writes.
func (p *Plan) WriteProblems(w io.Writer, lang string) error {
	var pages []sheet.Page
	var of *source
	for _, r := range p.badRows {
		if r.source != of {
			of = r.source
			pages = append(pages, heading(of, lang))
		}
		page := &pages[len(pages)-1]
		line := make([]string, len(of.header), len(of.header)+1)
		for i := range line {
			line[i] = r.row.Cell(i).Text
		}
		page.Lines = append(page.Lines, append(line, reasons(r.problems, lang)))
	}
	if len(p.Remarks) > 0 {
		pages = append(pages, remarkPage(p.Remarks, lang))
	}
	return sheet.Write(w, pages)
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
func heading(s *source, lang string) sheet.Page {
	reason := "原因"
	if lang == "en" {
		reason = "Reason"
	}
	page := sheet.Page{Name: s.name, Heading: 1, Lines: [][]string{append(append([]string{}, s.header...), reason)}}
	for _, title := range s.header {
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
