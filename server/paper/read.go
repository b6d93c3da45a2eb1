package paper

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sineng/ent/term"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/form"
)

// Reasons for which a file is refused as a whole, beside those of package sheet.
const (
	ReasonNotAForm      = "NOT_A_FORM"
	ReasonWrongForm     = "WRONG_FORM"
	ReasonWrongUnit     = "WRONG_UNIT"
	ReasonWrongPerson   = "WRONG_PERSON"
	ReasonWrongYear     = "WRONG_CAMPAIGN"
	ReasonColumnMissing = "COLUMN_MISSING"
	ReasonSeveral       = "SEVERAL_SHEETS"
	ReasonTooManyRows   = "TOO_MANY_ROWS"
)

// Sheet is a filled form as it was read from a file.
type Sheet struct {
	Origin   Origin
	Name     string // of the sheet in the file
	Fields   []FileCell
	Sections []FileSection
	// Keys are the rows of the register that the file was made with.
	Keys map[string]bool
}

// FileSection is a table of the file.
type FileSection struct {
	Code string
	Rows []FileRow
}

// FileRow is a row of a table of the file.
type FileRow struct {
	// Number counts from 1 as the spreadsheet program shows it.
	Number int
	// Key is the row of the register that it was made from, empty for one that was added.
	Key   string
	Cells []FileCell // in the order of the columns
}

// FileCell is a cell of the file.
type FileCell struct {
	Code string
	Text string
	// Edited tells that it is not as it was exported.
	Edited bool
	// Base is the print of what was exported, empty where none was.
	Base string
	// Fault says what keeps it from being read: FORMULA, ERROR_VALUE or IMPRECISE.
	Fault string
}

// Limits of a filled form: it is far smaller than a register.
func limits() sheet.Limits {
	l := sheet.DefaultLimits()
	l.FileBytes, l.UnzippedBytes, l.Rows, l.Columns, l.Cells = MostBytes, 100<<20, 20_000, 100, 500_000
	return l
}

// Bounds of a file that is imported into a form.
const (
	MostBytes = 10 << 20
	mostRows  = 5000 // in a table
)

// tooLarge is the refusal of a file that no form comes to: one is not split into several.
func tooLarge() *fault.Error {
	return fault.Bad("file", sheet.ReasonTooLarge, fmt.Sprintf("文件超过 %d MB,请上传由本系统导出并填写的 .xlsx 文件,其中不要插入图片", MostBytes>>20),
		fmt.Sprintf("The file is larger than %d MB; send the .xlsx file that was exported here and filled in, without pictures", MostBytes>>20))
}

// ReadXLSX reads the sheet of a filled form, as XLSX made it and somebody changed it: rows
// added, taken out, changed or put into another order, cells merged. The sheet must be of
// the form wanted: the same kind, unit, person and year. A file that cannot be used as a
// whole is an error of package fault.
func ReadXLSX(ctx context.Context, data []byte, want Origin) (*Sheet, error) {
	if len(data) > MostBytes {
		return nil, tooLarge()
	}
	book, err := sheet.Read(ctx, data, "", limits())
	if refused := new(fault.Error); errors.As(err, &refused) && refused.Reason == sheet.ReasonForeign || err == nil && book.Format != "xlsx" {
		// What a register is imported from, a .csv or the parts of a large file, is no form.
		return nil, fault.Bad("file", sheet.ReasonForeign, "请上传由本系统导出并填写的 .xlsx 文件", "Send the .xlsx file that was exported here and filled in")
	}
	if err != nil {
		return nil, err
	}
	table, origin, err := choose(book, want)
	if err != nil {
		return nil, err
	}
	r := &reader{layout: form.LayoutOf(origin.Kind), out: &Sheet{Origin: origin, Name: table.Name, Keys: map[string]bool{}}}
	return r.out, r.read(table)
}

// choose finds the sheet of the form wanted, or tells what the file holds instead.
func choose(book *sheet.Book, want Origin) (sheet.Table, Origin, error) {
	var found []sheet.Table
	var origins []Origin
	for _, t := range book.Tables {
		if len(t.Rows) == 0 {
			continue
		}
		if o, ok := readOrigin(t.Rows[0].Cell(0).Text); ok && form.LayoutOf(o.Kind).Kind != "" {
			found, origins = append(found, t), append(origins, o)
		}
	}
	if len(found) == 0 {
		if kind := titled(book); kind != "" && kind != want.Kind {
			return sheet.Table{}, Origin{}, wrongForm(kind, want.Kind)
		}
		return sheet.Table{}, Origin{}, fault.Bad("file", ReasonNotAForm,
			"这个文件不是由本系统导出的表格,或者隐藏的首列已被删除;请先导出 xlsx,填写后再导入",
			"This file was not exported here, or its hidden first column was deleted; export the form as xlsx, fill it in and import that")
	}
	var problem error
	match := -1
	for i, o := range origins {
		err := o.fits(want)
		if err == nil && match >= 0 {
			return sheet.Table{}, Origin{}, fault.Bad("file", ReasonSeveral,
				fmt.Sprintf("文件里有两张工作表(“%s”和“%s”)都是这张表,请只保留一张", found[match].Name, found[i].Name),
				fmt.Sprintf("The sheets %q and %q are both this form; keep one of them", found[match].Name, found[i].Name))
		}
		if err == nil {
			match = i
		} else if problem == nil {
			problem = err
		}
	}
	if match < 0 {
		return sheet.Table{}, Origin{}, problem
	}
	return found[match], origins[match], nil
}

// titled is the form whose title stands on a sheet, "" for none.
func titled(book *sheet.Book) term.FormKind {
	for _, t := range book.Tables {
		for _, row := range t.Rows[:min(3, len(t.Rows))] {
			for _, c := range row.Cells {
				for _, kind := range term.FormKind("").Values() {
					if l := form.LayoutOf(term.FormKind(kind)); strings.Contains(c.Text, l.ZH) {
						return l.Kind
					}
				}
			}
		}
	}
	return ""
}

func wrongForm(got, want term.FormKind) error {
	g, w := form.LayoutOf(got), form.LayoutOf(want)
	return fault.Bad("file", ReasonWrongForm,
		fmt.Sprintf("这个文件是%s《%s》,这里要导入的是%s《%s》", g.Number, g.ZH, w.Number, w.ZH),
		fmt.Sprintf("This file is %s %q; what is wanted here is %s %q", g.Number, g.EN, w.Number, w.EN))
}

// fits tells whether a file of this origin is of the form wanted.
func (o Origin) fits(want Origin) error {
	switch {
	case o.Kind != want.Kind:
		return wrongForm(o.Kind, want.Kind)
	case o.Person != want.Person:
		return fault.Bad("file", ReasonWrongPerson, fmt.Sprintf("这个文件是“%s”的表格,这里要导入的是“%s”的", o.PersonName, want.PersonName),
			fmt.Sprintf("This file is the form of %q; what is wanted here is that of %q", o.PersonName, want.PersonName))
	case o.Unit != want.Unit && o.Person == "":
		return fault.Bad("file", ReasonWrongUnit, fmt.Sprintf("这个文件是“%s”的表格,这里要导入的是“%s”的", o.UnitName, want.UnitName),
			fmt.Sprintf("This file is the form of %q; what is wanted here is that of %q", o.UnitName, want.UnitName))
	case o.Year != want.Year || o.Form != "" && want.Form != "" && o.Form != want.Form:
		return fault.Bad("file", ReasonWrongYear,
			fmt.Sprintf("这个文件属于 %d 年的“%s”,这里要导入的是 %d 年的“%s”", o.Year, o.Campaign, want.Year, want.Campaign),
			fmt.Sprintf("This file belongs to %q of %d; what is wanted here is %q of %d", o.Campaign, o.Year, want.Campaign, want.Year))
	}
	return nil
}

// reader goes down a sheet by the marks in its first column.
type reader struct {
	layout form.Layout
	out    *Sheet

	table   *form.Table // that rows belong to, nil outside one
	columns []span
	section *FileSection
	seen    map[string]bool
}

// span are the columns of the sheet that a column of the form covers, from 0.
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
				fmt.Sprintf("Sheet %q lacks the headings of %q; export the form anew and fill that in", t.Name, table.EN))
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

// begin takes the columns of a table by their headings, wherever they were moved.
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

// valueAt is what stands in a span of a row.
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
			key, fingerprints = "", nil // a copy of a row is a new one
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

// settle works out which cells are as they were exported, once all lines of their texts are
// together.
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

// more adds a row that goes on with the one above.
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

// fieldValue is what stands beside a label: the first text that is not the label's.
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

// faultOf says what keeps a cell from being read.
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
