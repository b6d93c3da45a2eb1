package paper

import (
	"context"
	"errors"
	"fmt"

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
