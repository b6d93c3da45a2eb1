package sheet

import (
	"slices"
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

// fillMerged copies the text of each merged block into all its cells in rows with content, and
// marks the rows that are one block. It returns the rows with the copies.
func (r *sheetReader) fillMerged() (keeper, error) {
	if len(r.merges) == 0 {
		return r.rows, nil
	}
	f := &filler{sheetReader: r, open: make([]*block, 0, 8)}
	for i, a := range r.merges {
		f.blocks = append(f.blocks, block{area: a, order: i})
	}
	slices.SortStableFunc(f.blocks, func(a, b block) int { return a.row1 - b.row1 })
	out := r.fresh()
	err := r.rows.each(func(row Row) error {
		if err := f.fill(&row); err != nil {
			return err
		}
		return out.add(row)
	})
	return out, err
}

// filler fills merged blocks row by row.
type filler struct {
	*sheetReader
	blocks []block  // by their first rows, those not yet reached
	open   []*block // that reach into the present row, in the order of the file
	visits int
}

// block is a merged area with the text that fills it.
type block struct {
	area
	order int
	cell  Cell
}

func (f *filler) fill(row *Row) error {
	f.open = slices.DeleteFunc(f.open, func(b *block) bool { return b.row2 < row.Number })
	for ; len(f.blocks) > 0 && f.blocks[0].row1 <= row.Number; f.blocks = f.blocks[1:] {
		if f.blocks[0].row1 == row.Number { // else it begins in a blank row and is blank itself
			f.open = append(f.open, &f.blocks[0])
		}
	}
	slices.SortFunc(f.open, func(a, b *block) int { return a.order - b.order })
	f.open = slices.DeleteFunc(f.open, func(b *block) bool {
		if b.row1 == row.Number {
			b.cell = row.Cell(b.column1)
			b.cell.Filled, b.cell.Across, b.cell.Down = true, false, false
		}
		if !b.cell.Blank() {
			f.copy(b, row)
		}
		return b.cell.Blank()
	})
	if f.visits > 10*f.limits.Cells || f.cells > f.limits.Cells {
		return tooManyCells(f.name)
	}
	return nil
}

func (f *filler) copy(b *block, row *Row) {
	f.visits += 1 + len(row.Cells)
	row.Banner = row.Banner || b.column2 > b.column1 && within(row.Cells, b.area)
	for column := b.column1; column <= min(b.column2, f.width-1); column++ {
		if row.Cell(column).Blank() {
			before := len(row.Cells)
			c := b.cell
			c.Across, c.Down = column > b.column1, row.Number > b.row1
			row.Cells = put(row.Cells, column, c)
			f.cells += len(row.Cells) - before
		}
	}
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
