// Package sheet reads an uploaded file into tables of cells. It reads xlsx, the tables of docx and
// delimited text in UTF-8, UTF-16 and GB18030, limits what a file may cost,
// and refuses everything else with an error that says what to do. It knows
// nothing of units or risks.
package sheet

import (
	"context"
	"path/filepath"
	"strings"
)

// Book is the content of a file.
type Book struct {
	// Format is "xlsx", "docx" or "csv".
	Format string
	// Encoding is the encoding of a text file, e.g. "gb18030"; empty for the others.
	Encoding string
	// Tables are the sheets in order, hidden ones included, or the tables of a
	// document; a text file has one.
	Tables []Table
}

// Table is one sheet, or one table of a document.
type Table struct {
	// Name is that of the sheet, 表格 1, 表格 2 and so on in a document.
	Name string
	// Within is the name of the table in whose cell the table stands in a document, else empty.
	Within string
	// Hidden reports that the program does not show the sheet, whether it offers to show it
	// ("hidden") or not ("veryHidden").
	Hidden bool
	// HiddenColumns are the columns with content that are not shown, from 0, in order. A
	// column of no width is not shown.
	HiddenColumns []int
	// Rows are the rows with at least one cell that is not blank, in order.
	Rows []Row
}

// Row is a row that is not blank.
type Row struct {
	// Number is the row number that spreadsheet programs show, from 1; in a
	// text file the number of the record, which may span several lines. In a document the
	// paragraphs above a table, its rows and the paragraphs below the last table are counted
	// together, blank paragraphs not.
	Number int
	// Cells start at column A and end with the last one that is not blank.
	Cells []Cell
	// Hidden reports that the row is not shown: hidden by hand, by a filter or a closed outline,
	// or of no height; in a document, that some of its text is not shown.
	Hidden bool
	// Heading reports that a document repeats the row on each page, as it does titles of columns.
	Heading bool
	// Banner reports that the row is one cell merged over several columns, as
	// the title above a table is.
	Banner bool
	// Aside reports that the sheet itself says that the row is no part of a table.
	Aside bool
}

// Kind is what a cell holds.
type Kind uint8

// The kinds of cells.
const (
	// Text is typed text, or a number as the program shows it: 2 in the format "第"0"级" is
	// 第2级, 42 in 000000 is 000042, 0.6 in 0% is 60%; but without separators of thousands,
	// rounding and signs of currencies.
	Text Kind = iota
	// Date is a date or time, by the cell's format; Text is 2006-01-02,
	// 2006-01-02 15:04:05 or 15:04:05. Where the format shows no day it is 2006-01, or 2006
	// where it shows the year alone.
	Date
	// Formula is a formula whose result is not in the file; Text is its source after "=".
	Formula
	// Broken is an error value, e.g. #REF!.
	Broken
	// Imprecise is a number with more digits than a spreadsheet keeps, so that
	// its last digits are lost.
	Imprecise
)

// Cell is one cell.
type Cell struct {
	Text string
	Kind Kind
	// Filled reports that the text is that of the merged cell which covers
	// this one: Across, Down or both.
	Filled bool
	// Across reports that the merged cell begins in a column to the left, Down that it begins
	// in a row above.
	Across, Down bool
	// Computed reports that the text is the stored result of a formula.
	Computed bool
}

// Blank reports whether the cell shows nothing.
func (c Cell) Blank() bool { return strings.TrimSpace(c.Text) == "" }

// Cell returns the cell of a column from 0, a blank one beyond the last.
func (r Row) Cell(column int) Cell {
	if column < 0 || column >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column]
}

// Read reads the content of a small file into tables in memory; Open keeps the rows of a large
// one on disk. The name becomes the name of a text file's only table. Errors are of package
// fault, except the context's own.
func Read(ctx context.Context, data []byte, name string, limits Limits) (*Book, error) {
	c, err := parse(ctx, data, name, limits, func() keeper { return &inMemory{} })
	if err != nil {
		return nil, err
	}
	book := &Book{Format: c.format, Encoding: c.encoding}
	for _, t := range c.tables {
		book.Tables = append(book.Tables, Table{t.name, t.within, t.hidden, t.hiddenColumns, t.rows.(*inMemory).rows})
	}
	return book, nil
}

// content is what a file holds.
type content struct {
	format, encoding string
	tables           []kept
	ours             bool // a document that the program exported
}

// kept is a table with where its rows are kept.
type kept struct {
	name, within  string
	hidden        bool
	hiddenColumns []int
	rows          keeper
}

// keeper keeps the rows of a table.
type keeper interface {
	add(Row) error
	// each passes the rows in order.
	each(do func(Row) error) error
}

// inMemory keeps rows in memory.
type inMemory struct{ rows []Row }

func (m *inMemory) add(r Row) error {
	m.rows = append(m.rows, r)
	return nil
}

func (m *inMemory) each(do func(Row) error) error {
	for _, r := range m.rows {
		if err := do(r); err != nil {
			return err
		}
	}
	return nil
}

// parse reads the content of a file; the rows of each table go to a fresh keeper.
func parse(ctx context.Context, data []byte, name string, limits Limits, fresh func() keeper) (*content, error) {
	if int64(len(data)) > limits.FileBytes {
		return nil, tooLarge(limits.FileBytes)
	}
	switch format, err := sniff(data); {
	case err != nil:
		return nil, err
	case format == formatZip:
		return readOffice(ctx, data, limits, fresh)
	}
	return readCSV(ctx, data, tableName(name), limits, fresh)
}

// tableName returns the file name without folder and extension.
func tableName(name string) string {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimSuffix(name, filepath.Ext(name))
}
