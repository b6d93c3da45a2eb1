package paper

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/form"
)

// Reasons for refusing a whole file, beside those of package sheet.
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

// Sheet is a filled form read from a file.
type Sheet struct {
	Origin   Origin
	Name     string // name of the sheet in the file
	Fields   []FileCell
	Sections []FileSection
	// Keys are the keys of the rows that were exported.
	Keys map[string]bool
}

// FileSection is a table of the file.
type FileSection struct {
	Code string
	Rows []FileRow
}

// FileRow is a row of a table of the file.
type FileRow struct {
	// Number is the row number that spreadsheet programs show, from 1.
	Number int
	// Key is the key of the exported row, empty for an added one.
	Key   string
	Cells []FileCell // in the order of the columns
}

// FileCell is a cell of the file.
type FileCell struct {
	Code string
	Text string
	// Edited reports whether the cell differs from the export.
	Edited bool
	// Base is the fingerprint of the exported text, empty for an added row.
	Base string
	// Fault is why the cell cannot be read: FORMULA, ERROR_VALUE or IMPRECISE;
	// empty when it can.
	Fault string
}

// limits returns the limits for a filled form, which is far smaller than a
// register.
func limits() sheet.Limits {
	l := sheet.DefaultLimits()
	l.FileBytes, l.UnzippedBytes, l.Rows, l.Columns, l.Cells = MostBytes, 100<<20, 20_000, 100, 500_000
	return l
}

// Bounds of a file imported into a form.
const (
	MostBytes = 10 << 20
	mostRows  = 5000 // in a table
)

// tooLarge is the error for a file that is too large to be a form. Its message
// does not advise to split the file.
func tooLarge() *fault.Error {
	return fault.Bad("file", fault.ReasonTooLarge, fmt.Sprintf("文件超过 %d MB,请上传由本系统导出并填写的 .xlsx 文件,其中不要插入图片", MostBytes>>20),
		fmt.Sprintf("The file is larger than %d MB; send the .xlsx file that was exported here and filled in, without pictures", MostBytes>>20))
}

// ReadXLSX reads the sheet of a filled form that XLSX made and somebody
// edited: rows added, removed, changed or reordered, cells merged. The sheet
// must be of the wanted form: same kind, unit, person and year. For a file
// that cannot be used as a whole it returns an error of package fault.
func ReadXLSX(ctx context.Context, data []byte, want Origin) (*Sheet, error) {
	if len(data) > MostBytes {
		return nil, tooLarge()
	}
	book, err := sheet.Read(ctx, data, "", limits())
	if refused := new(fault.Error); errors.As(err, &refused) && refused.Reason == sheet.ReasonForeign || err == nil && book.Format != "xlsx" {
		// A .csv or a part of a larger file can be imported into a register,
		// but not into a form.
		return nil, fault.Bad("file", sheet.ReasonForeign, "请上传由本系统导出并填写的 .xlsx 文件", "Send the .xlsx file that was exported here and filled in")
	}
	if err != nil {
		return nil, err
	}
	// A copy kept on a sheet that is not shown is not what was filled in.
	book.Tables = slices.DeleteFunc(book.Tables, func(t sheet.Table) bool { return t.Hidden })
	table, origin, err := choose(book, want)
	if err != nil {
		return nil, err
	}
	r := &reader{layout: form.LayoutOf(origin.Kind), out: &Sheet{Origin: origin, Name: table.Name, Keys: map[string]bool{}}}
	return r.out, r.read(table)
}
