package sheet

import (
	"sort"
	"strings"
)

// Bounds of a sheet in the format.
const (
	lastRow    = 1 << 20
	lastColumn = 1 << 14
)

// area is a block of merged cells: rows count from 1, columns from 0, both
// ends included.
type area struct{ row1, column1, row2, column2 int }

// parseArea parses B3:D7.
func parseArea(ref string) (area, bool) {
	first, last, ok := strings.Cut(ref, ":")
	if !ok {
		return area{}, false
	}
	r1, c1, ok1 := parseCellName(first)
	r2, c2, ok2 := parseCellName(last)
	a := area{min(r1, r2), min(c1, c2), max(r1, r2), max(c1, c2)}
	return a, ok1 && ok2
}

// parseCellName parses AB12 or $AB$12.
func parseCellName(name string) (row, column int, ok bool) {
	name = strings.ReplaceAll(name, "$", "")
	i := 0
	for ; i < len(name) && i < 4 && name[i]|0x20 >= 'a' && name[i]|0x20 <= 'z'; i++ {
		column = column*26 + int(name[i]|0x20-'a') + 1
	}
	for _, d := range name[i:] {
		if d < '0' || d > '9' || row > lastRow {
			return 0, 0, false
		}
		row = row*10 + int(d-'0')
	}
	return row, column - 1, i > 0 && row >= 1 && row <= lastRow && column <= lastColumn
}

// fillMerged copies the text of each merged block into all its cells in rows
// with content, and marks the rows that are one block.
func (r *sheetReader) fillMerged() error {
	rows := r.table.Rows
	width := 0
	for _, row := range rows {
		width = max(width, len(row.Cells))
	}
	visits := 0
	for _, a := range r.merges {
		first := sort.Search(len(rows), func(i int) bool { return rows[i].Number >= a.row1 })
		if first == len(rows) || rows[first].Number != a.row1 {
			continue // a blank block
		}
		c := rows[first].Cell(a.column1)
		if c.Blank() {
			continue
		}
		c.Filled = true
		for i := first; i < len(rows) && rows[i].Number <= a.row2; i++ {
			row := &rows[i]
			if visits += 1 + len(row.Cells); visits > 10*r.limits.Cells {
				return tooManyCells(r.table.Name)
			}
			row.Banner = row.Banner || a.column2 > a.column1 && within(row.Cells, a)
			for column := a.column1; column <= min(a.column2, width-1); column++ {
				if row.Cell(column).Blank() {
					before := len(row.Cells)
					row.Cells = put(row.Cells, column, c)
					r.cells += len(row.Cells) - before
				}
			}
		}
		if r.cells > r.limits.Cells {
			return tooManyCells(r.table.Name)
		}
	}
	return nil
}

// within reports whether the row is blank outside the block.
func within(cells []Cell, a area) bool {
	for column, c := range cells {
		if (column < a.column1 || column > a.column2) && !c.Blank() {
			return false
		}
	}
	return true
}
