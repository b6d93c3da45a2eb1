package paper

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/form"
)

// reader reads a sheet row by row, guided by the marks in its first column.
type reader struct {
	layout form.Layout
	out    *Sheet

	table   *form.Table // table of the present rows, nil outside a table
	columns []span
	section *FileSection
	seen    map[string]bool
}

// span is the range of sheet columns of a form column, from 0, ends included.
type span struct{ from, to int }

func (r *reader) read(t sheet.Table) error {
	r.seen = map[string]bool{}
	for _, row := range t.Rows[1:] {
		if err := r.row(row); err != nil {
			return err
		}
	}
	r.settle()
	for _, table := range r.layout.Tables {
		if !slices.ContainsFunc(r.out.Sections, func(s FileSection) bool { return s.Code == table.Code }) {
			return fault.Bad("file", ReasonNotAForm, fmt.Sprintf("工作表“%s”缺少《%s》的表头,请重新导出后填写", t.Name, orTitle(table, r.layout)),
				fmt.Sprintf("Sheet %q lacks the headings of %q; export the form again and fill that in", t.Name, table.EN))
		}
	}
	return nil
}

func orTitle(t form.Table, l form.Layout) string {
	if t.ZH != "" {
		return t.ZH
	}
	return l.ZH
}

func (r *reader) row(row sheet.Row) error {
	mark := ""
	if c := row.Cell(0); !c.Filled {
		mark = strings.TrimSpace(c.Text)
	}
	switch {
	case strings.HasPrefix(mark, markSection):
		return r.begin(strings.TrimPrefix(mark, markSection), row)
	case strings.HasPrefix(mark, strings.TrimSpace(markKeys)+" "):
		r.end()
		for _, key := range strings.Fields(mark)[1:] {
			r.out.Keys[key] = true
		}
	case strings.HasPrefix(mark, markField):
		r.end()
		r.field(mark, row)
	case mark == markMore:
		r.more(row)
	case r.table != nil && (mark == "" || strings.HasPrefix(mark, markRow)):
		return r.add(mark, row)
	default:
		r.end()
	}
	return nil
}

func (r *reader) end() { r.table, r.section = nil, nil }

// begin finds the columns of a table by their headings, wherever they were
// moved.
func (r *reader) begin(code string, row sheet.Row) error {
	i := slices.IndexFunc(r.layout.Tables, func(t form.Table) bool { return t.Code == code })
	if i < 0 || slices.ContainsFunc(r.out.Sections, func(s FileSection) bool { return s.Code == code }) {
		r.end()
		return nil
	}
	r.table = &r.layout.Tables[i]
	r.columns = nil
	for _, c := range r.table.Columns {
		s := span{-1, -1}
		for at := 1; at < len(row.Cells); at++ {
			if strings.TrimSpace(row.Cells[at].Text) != c.ZH {
				if s.from >= 0 {
					break
				}
				continue
			}
			if s.from < 0 {
				s.from = at
			}
			s.to = at
		}
		if s.from < 0 {
			return fault.Bad("file", ReasonColumnMissing, fmt.Sprintf("第 %d 行找不到“%s”列,请保留表头不变", row.Number, c.ZH),
				fmt.Sprintf("Row %d has no column %q; leave the headings as they are", row.Number, c.ZH))
		}
		r.columns = append(r.columns, s)
	}
	r.out.Sections = append(r.out.Sections, FileSection{Code: code})
	r.section = &r.out.Sections[len(r.out.Sections)-1]
	return nil
}

// valueAt returns the content of a span in a row.
func valueAt(row sheet.Row, s span) sheet.Cell {
	for at := s.from; at <= s.to; at++ {
		if c := row.Cell(at); !c.Blank() {
			return c
		}
	}
	return sheet.Cell{}
}

func (r *reader) add(mark string, row sheet.Row) error {
	key, fingerprints := "", []string(nil)
	if mark != "" {
		if key, fingerprints = readRowMark(mark, len(r.columns)); r.seen[key] {
			key, fingerprints = "", nil // a copy of a row is a new row
		}
		r.seen[key] = true
	}
	out := FileRow{Number: row.Number, Key: key}
	blank := true
	for i, c := range r.table.Columns {
		v := valueAt(row, r.columns[i])
		blank = blank && (v.Blank() || v.Filled && key == "")
		one := FileCell{Code: c.Code, Text: v.Text, Fault: faultOf(v)}
		if fingerprints != nil {
			one.Base = fingerprints[i]
		}
		out.Cells = append(out.Cells, one)
	}
	if blank && key == "" {
		return nil
	}
	if len(r.section.Rows) == mostRows {
		return fault.Bad("file", ReasonTooManyRows, "一张表最多 "+strconv.Itoa(mostRows)+" 行", "A table has at most "+strconv.Itoa(mostRows)+" rows")
	}
	r.section.Rows = append(r.section.Rows, out)
	return nil
}

// settle determines which cells are unedited, once the lines of each text are
// joined.
func (r *reader) settle() {
	settle := func(cells []FileCell) {
		for i := range cells {
			c := &cells[i]
			c.Text = shown(c.Text)
			c.Edited = c.Fault != "" || c.Base != fingerprintOf(c.Text)
		}
	}
	settle(r.out.Fields)
	for _, s := range r.out.Sections {
		for _, row := range s.Rows {
			settle(row.Cells)
		}
	}
}

// more appends a row that continues the one above.
func (r *reader) more(row sheet.Row) {
	if r.section == nil {
		if n := len(r.out.Fields); n > 0 {
			if v := fieldValue(row); !v.Blank() {
				r.out.Fields[n-1].Text += v.Text
			}
		}
		return
	}
	if len(r.section.Rows) == 0 {
		return
	}
	last := &r.section.Rows[len(r.section.Rows)-1]
	for i := range r.table.Columns {
		if v := valueAt(row, r.columns[i]); !v.Blank() && !v.Filled {
			c := &last.Cells[i]
			c.Text += v.Text
			if f := faultOf(v); f != "" {
				c.Fault = f
			}
		}
	}
}

// fieldValue returns the text beside a label: the first text that is not the
// label.
func fieldValue(row sheet.Row) sheet.Cell {
	label := row.Cell(1).Text
	for at := 2; at < len(row.Cells); at++ {
		if c := row.Cells[at]; !c.Blank() && (!c.Filled || c.Text != label) {
			return c
		}
	}
	return sheet.Cell{}
}

func (r *reader) field(mark string, row sheet.Row) {
	parts := strings.Fields(mark)
	if len(parts) != 3 || !slices.ContainsFunc(r.layout.Fields, func(c form.Column) bool { return c.Code == parts[1] }) {
		return
	}
	v := fieldValue(row)
	r.out.Fields = append(r.out.Fields, FileCell{Code: parts[1], Text: v.Text, Base: parts[2], Fault: faultOf(v)})
}

// faultOf returns why a cell cannot be read.
func faultOf(c sheet.Cell) string {
	switch c.Kind {
	case sheet.Formula:
		return "FORMULA"
	case sheet.Broken:
		return "ERROR_VALUE"
	case sheet.Imprecise:
		return "IMPRECISE"
	}
	return ""
}
