package form

import (
	"sineng/server/fault"
)

// reader parses the typed cells of a row and reports what is wrong.
type reader struct {
	columns []Column
	cells   map[string]string
	bad     func(*fault.Error)
}

// read sets a value from the cell of a column, when a valid one was typed.
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

// text sets a text from its cell.
func (r reader) text(code string, at *string) {
	read(r, code, at, func(_ Column, s string) (string, *fault.Error) { return s, nil })
}
