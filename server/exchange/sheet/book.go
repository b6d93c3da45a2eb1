// Package sheet reads an uploaded file into tables of cells. It reads xlsx and
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
	// Format is "xlsx" or "csv".
	Format string
	// Encoding is the encoding of a text file, e.g. "gb18030"; empty for xlsx.
	Encoding string
	// Tables are the visible sheets in order; a text file has one.
	Tables []Table
}

// Table is one sheet.
type Table struct {
	Name string
	// Rows are the rows with at least one cell that is not blank, in order.
	Rows []Row
}

// Row is a row that is not blank.
type Row struct {
	// Number is the row number that spreadsheet programs show, from 1; in a
	// text file the number of the record, which may span several lines.
	Number int
	// Cells start at column A and end with the last one that is not blank.
	Cells []Cell
	// Banner reports that the row is one cell merged over several columns, as
	// the title above a table is.
	Banner bool
}

// Kind is what a cell holds.
type Kind uint8

// The kinds of cells.
const (
	// Text is typed text, or a number as the program shows it.
	Text Kind = iota
	// Date is a date or time, by the cell's format; Text is 2006-01-02,
	// 2006-01-02 15:04:05 or 15:04:05.
	Date
	// Formula is a formula; Text is its source after "=", not its result.
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
	// this one.
	Filled bool
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
		book.Tables = append(book.Tables, Table{t.name, t.rows.(*inMemory).rows})
	}
	return book, nil
}

// content is what a file holds.
type content struct {
	format, encoding string
	tables           []kept
}

// kept is a table with where its rows are kept.
type kept struct {
	name string
	rows keeper
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
		return readXLSX(ctx, data, limits, fresh)
	}
	return readCSV(ctx, data, tableName(name), limits, fresh)
}

// tableName returns the file name without folder and extension.
func tableName(name string) string {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimSuffix(name, filepath.Ext(name))
}
