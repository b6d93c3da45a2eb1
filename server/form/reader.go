package form

import (
	"sineng/server/fault"
)

// reader reads the typed cells of a row, column by column, and tells what is wrong.
type reader struct {
	columns []Column
	cells   map[string]string
	bad     func(*fault.Error)
}

// read sets a value from the cell of a column, where one was typed that can be read.
func read[T any](r reader, code string, at *T, parse func(Column, string) (T, *fault.Error)) {
	text, ok := r.cells[code]
	if !ok {
		return
	}
	c := column(r.columns, code)
	if wrong := checkCell(c, text); wrong != nil {
		r.bad(wrong)
		return
	}
	v, wrong := parse(c, text)
	if wrong != nil {
		r.bad(wrong)
		return
	}
	*at = v
}

// text reads a cell that is a text.
func (r reader) text(code string, at *string) {
	read(r, code, at, func(_ Column, s string) (string, *fault.Error) { return s, nil })
}
