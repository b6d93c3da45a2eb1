package exchange

import (
	"sineng/server/exchange/sheet"
	"sineng/server/exchange/tables"
)

// SheetView is a sheet as it is, as far as it is shown.
type SheetView struct {
	Name   string
	Hidden bool
	Rows   []RowView
}

// RowView is a row of a sheet.
type RowView struct {
	Number int
	Class  tables.Class
	Hidden bool
	// Table is the number of the table to which the row belongs, 0 for none.
	Table int
	// Cells are the texts from column A on, shortened.
	Cells []string
}

// Bounds of what is shown of a sheet: its first rows, and some at the head of each table.
const (
	firstRows   = 60
	rowsOfTable = 8
	mostViewed  = 200
)

// take keeps a row that is shown.
func (v *SheetView) take(r sheet.Row, c tables.Class, table int) {
	if len(v.Rows) >= mostViewed {
		return
	}
	if len(v.Rows) >= firstRows {
		of := 0
		for _, shown := range v.Rows {
			if shown.Table == table && table != 0 {
				of++
			}
		}
		if of >= rowsOfTable || table == 0 {
			return
		}
	}
	row := RowView{Number: r.Number, Class: c, Hidden: r.Hidden, Table: table}
	for _, cell := range r.Cells {
		row.Cells = append(row.Cells, short(clean(cell.Text)))
	}
	v.Rows = append(v.Rows, row)
}
