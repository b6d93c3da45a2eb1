// Package tables finds the tables on a sheet as people write them: titles over one to three rows,
// lines and cards of labels with values, rows of column numbers, sections, totals, signatures and
// notes, and several tables one below the other. It knows no fields: what may be a title is told
// by its caller. Every row of a sheet gets exactly one class, so that none is left out in silence.
package tables

import "sineng/server/exchange/sheet"

// Class is what a row of a sheet is.
type Class uint8

// The classes. Rows of class RowData are read as rows of a table, RowFact and RowSection as values that
// hold for several rows; RowUnread are those outside of any table; the others are passed over.
const (
	RowUnread    Class = iota // outside of any table
	RowData                   // of a table
	RowHead                   // titles of columns
	RowFact                   // labels with values: 单位:财务科, or 姓名 | 甲一 | 职务 | 科员
	RowSection                // a heading between the rows of a table: 一、财务科
	RowCaption                // the title of the sheet or of a table, and lines above it
	RowIndex                  // numbers or letters of the columns: 甲 乙 1 2 3
	RowHint                   // how a column is to be filled in, below its title: (填全称)
	RowRepeated               // the titles once more, as on each page of a printed form
	RowTotal                  // 合计, 小计
	RowSignature              // 填表人:… 审核人:…
	RowNote                   // 注:…, 填表说明
	RowBlank                  // a row of which nothing but its number is filled in
)

// Words says what the finder has to know of words.
type Words struct {
	// Title reports whether a text is the title of a column, or the label of a value, of any kind
	// of table. The text is as written.
	Title func(text string) bool
	// Serial reports whether a title is that of a column which numbers the rows.
	Serial func(title string) bool
	// Named says, where somebody named rows of titles, how many of these rows are titles, from the
	// first on: at most MostHeads, and 0 for a row that is none although it looks like it. False
	// where nobody did. It may be nil.
	Named func(rows []sheet.Row) (int, bool)
	// Unit reports whether a label is that of the unit of a whole table, which holds for it also
	// where it stands below.
	Unit func(label string) bool
}

// MostHeads is how many rows the titles of a table take at most.
const MostHeads = 3

// Found is what a sheet consists of.
type Found struct {
	// Tables are the tables in the order of their rows, none of which overlap.
	Tables []*Table
	// Asides are texts in rows of labels that are passed over: days, and who filled a form in.
	Asides []Line
	// classes are those of all rows but the rows of tables that are RowData.
	classes map[int]Class
}

// Table is one table of a sheet.
type Table struct {
	// Head are the numbers of the rows of its titles, upper first; none for a card, which
	// consists of its facts alone.
	Head []int
	// Columns are the columns that have a title, from the left.
	Columns []Column
	// Facts are labels with values that hold for the whole table, those above it included.
	Facts []Fact
	// From and To are its first and last row below the titles; 0 for none.
	From, To int
	// Sections are the headings between its rows, in order.
	Sections []Line
	// Above are the lines above the table that name it, in order.
	Above []Line
	// Count is the number of rows of class RowData.
	Count int
}

// Column is a column with its titles.
type Column struct {
	// Index counts from 0.
	Index int
	// Path are the titles from the upper row to the lower, each once: 责任人, 姓名.
	Path []string
}

// Fact is a value with its label.
type Fact struct {
	Label, Value string
	// Row and Column say where the value stands; Column counts from 0.
	Row, Column int
}

// Line is a line of text at a row.
type Line struct {
	Row  int
	Text string
}

// Class returns the class of a row by its number.
func (f *Found) Class(row int) Class {
	if c, other := f.classes[row]; other {
		return c
	}
	for _, t := range f.Tables {
		if t.From <= row && row <= t.To {
			return RowData
		}
	}
	return RowUnread
}

// Holds reports whether a row is one of the table's of class RowData.
func (f *Found) Holds(t *Table, row int) bool {
	if row < t.From || row > t.To {
		return false
	}
	_, other := f.classes[row]
	return !other
}

// Rows passes the rows of a sheet in order; it may be called several times.
type Rows func(do func(sheet.Row) error) error

// Find finds the tables of a sheet. Where no row has titles that are known, the first row that
// looks like titles is taken for them.
func Find(rows Rows, words Words) (*Found, error) {
	found, err := find(rows, words, false)
	if err != nil || len(found.Tables) > 0 {
		return found, err
	}
	return find(rows, words, true)
}

func find(rows Rows, words Words, loose bool) (*Found, error) {
	f := &finder{Words: words, loose: loose, found: &Found{classes: map[int]Class{}}}
	err := rows(func(r sheet.Row) error {
		f.queue = append(f.queue, look(r))
		if len(f.queue) > ahead {
			f.step()
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for len(f.queue) > 0 {
		f.step()
	}
	f.end()
	return f.found, nil
}
