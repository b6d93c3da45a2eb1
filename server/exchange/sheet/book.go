// Package sheet turns a file that somebody uploads into tables of cells. It knows
// xlsx and delimited text in UTF-8, UTF-16 and GB18030, bounds what a file may cost,
// and refuses everything else with an error that says what to do. It knows nothing
// of units or risks.
package sheet

import (
	"context"
	"os"
	"path/filepath"
	"strings"
)

// Book is what a file holds.
type Book struct {
	// Format is "xlsx" or "csv".
	Format string
	// Encoding is that of a text file, e.g. "gb18030"; empty for xlsx.
	Encoding string
	// Tables are the visible sheets in order; a text file has one.
	Tables []Table
}

// Table is one sheet.
type Table struct {
	Name string
	// Rows are those with at least one cell that is not blank, in order.
	Rows []Row
}

// Row is a row with something in it.
type Row struct {
	// Number counts from 1 as the spreadsheet program shows it. A text file's
	// records count, whatever the lines that they take.
	Number int
	// Cells start at column A; those right of the last one that is not blank are left out.
	Cells []Cell
	// Banner tells that everything in the row is one cell merged over several
	// columns, as the title above a table is.
	Banner bool
}

// Kind tells what a cell holds.
type Kind uint8

// The kinds of cells.
const (
	// Text is typed text, or a number as the program shows it.
	Text Kind = iota
	// Date is a date or time by its format; Text is 2006-01-02, 2006-01-02 15:04:05
	// or 15:04:05.
	Date
	// Formula is a formula; Text is its source with "=" in front, not its result.
	Formula
	// Broken is an error value, e.g. #REF!.
	Broken
	// Imprecise is a number of more digits than a spreadsheet keeps, so that its
	// last ones are lost.
	Imprecise
)

// Cell is one cell.
type Cell struct {
	Text string
	Kind Kind
	// Filled tells that the text is that of the merged cell which covers this one.
	Filled bool
}

// Blank tells whether there is nothing to be seen in the cell.
func (c Cell) Blank() bool { return strings.TrimSpace(c.Text) == "" }

// Cell is the cell of a column counted from 0, blank beyond the last one.
func (r Row) Cell(column int) Cell {
	if column < 0 || column >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column]
}

// Read turns the content of a file into tables. The name serves as the name of a
// text file's one table. Errors are of package fault, except the context's own.
func Read(ctx context.Context, data []byte, name string, limits Limits) (*Book, error) {
	if int64(len(data)) > limits.FileBytes {
		return nil, tooLarge(limits.FileBytes)
	}
	switch format, err := sniff(data); {
	case err != nil:
		return nil, err
	case format == formatZip:
		return readXLSX(ctx, data, limits)
	}
	return readCSV(ctx, data, tableName(name), limits)
}

// ReadFile reads a file on disk, which it does not load when it is too large.
func ReadFile(ctx context.Context, path, name string, limits Limits) (*Book, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > limits.FileBytes {
		return nil, tooLarge(limits.FileBytes)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Read(ctx, data, name, limits)
}

// tableName is the file name without folder and ending.
func tableName(name string) string {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	return strings.TrimSuffix(name, filepath.Ext(name))
}
