package sheet

import (
	"errors"
	"slices"
	"strconv"
)

// wordTable is a table of a document while it is read.
type wordTable struct {
	name, within string
	kept         keeper
	rows         int // so far, blank ones included
	width        int
	begins       []bool       // the columns in which a cell begins
	blocks       []*wordBlock // merged cells that may go on below, by their first columns

	inRow, inCell bool
	inProperties  bool // of the table, a row or a cell
	row           Row
	gone          bool // the present row was deleted
	blocksHere    int  // cells with text in the present row
	wide          bool // one of them is over several columns
	at            int  // column of the present cell

	span        int
	above, left bool // the present cell goes on one above, or to the left
	below       bool // the present cell may go on below
	text        wordText
	lastWord    int // first column of the cell before, -1 where it is blank
}

// wordBlock is a cell that is merged with others.
type wordBlock struct {
	cell     Cell
	from, to int
}

// scanTable reads tables, rows and cells; done reports that there is nothing else to read.
func (d *docReader) scanTable(s *scanner) (done bool, err error) {
	if s.Tag == "tbl" {
		if s.Opens {
			return true, d.begin()
		}
		return true, d.end()
	}
	t := d.table()
	if t == nil {
		return false, nil
	}
	switch s.Tag {
	case "tblPr", "trPr", "tcPr", "tblPrEx", "tblGrid":
		t.inProperties = s.Opens
	case "tr":
		return true, d.scanRow(t, s.Opens)
	case "tc":
		return true, d.scanCell(t, s.Opens)
	default:
		if t.inProperties && s.Opens {
			t.property(s)
		}
		return t.inProperties && s.Tag != "", nil
	}
	return true, nil
}

// property reads a property of the present row or cell.
func (t *wordTable) property(s *scanner) {
	value := s.attr("val")
	on := value != "0" && value != "false" && value != "off"
	switch s.Tag {
	case "gridBefore":
		t.at = min(t.at+atLeast(value, 0), lastColumn)
	case "tblHeader":
		t.row.Heading = on
	case "hidden":
		t.row.Hidden = t.row.Hidden || on
	case "del":
		t.gone = true
	case "gridSpan":
		t.span = min(atLeast(value, 1), lastColumn)
	case "vMerge":
		t.below = true
		t.above = value != "restart"
	case "hMerge":
		t.left = value != "restart"
	}
}

func atLeast(value string, least int) int {
	n, err := strconv.Atoi(value)
	if err != nil {
		return least
	}
	return max(n, least)
}

// begin opens a table. Outside others it takes the paragraphs before it as its first rows.
func (d *docReader) begin() error {
	if len(d.open) == maxNesting {
		return errors.New("tables are nested too deeply")
	}
	if d.tables++; d.tables > tablesPerSheet*d.limits.Sheets {
		return tooMuch(tableTitle(d.tables), "超过表格数量的限制", "comes after too many others")
	}
	t := &wordTable{name: tableTitle(d.tables)}
	if outer := d.table(); outer != nil {
		t.within, t.kept = outer.name, &inMemory{}
		d.open = append(d.open, t)
		return nil
	}
	if err := d.settle(); err != nil {
		return err
	}
	t.kept = d.fresh()
	d.open = append(d.open, t)
	for _, row := range d.lines {
		if err := d.add(t, row); err != nil {
			return err
		}
	}
	d.lines = nil
	return nil
}

// add numbers a row that is no part of a table itself and keeps it there.
func (d *docReader) add(t *wordTable, row Row) error {
	t.rows++
	row.Number = t.rows
	if t.rows > d.limits.Rows {
		return tooManyRows(t.name, d.limits.Rows)
	}
	for column := range row.Cells {
		t.beginsAt(column)
	}
	return t.kept.add(row)
}

func (t *wordTable) beginsAt(column int) {
	for len(t.begins) <= column {
		t.begins = append(t.begins, false)
	}
	t.begins[column] = true
}

// end closes the present table.
func (d *docReader) end() error {
	t := d.table()
	if t == nil || t.inRow {
		return errors.New("a table ends that did not begin")
	}
	d.open = d.open[:len(d.open)-1]
	if t.within != "" {
		d.inner = append(d.inner, t)
		return nil
	}
	d.last = t
	return nil
}

// settle closes the last table with those within it: nothing can follow it any more.
func (d *docReader) settle() error {
	if d.last == nil {
		return nil
	}
	for _, t := range append([]*wordTable{d.last}, d.inner...) {
		rows, err := d.compact(t)
		if err != nil {
			return err
		}
		d.out.tables = append(d.out.tables, kept{name: t.name, within: t.within, rows: rows})
	}
	d.last, d.inner = nil, nil
	return nil
}

// compact leaves out the columns of the grid in which no cell begins: a program divides what looks
// like one column where rows elsewhere are divided otherwise.
func (d *docReader) compact(t *wordTable) (keeper, error) {
	_, nested := t.kept.(*inMemory)
	full := !slices.Contains(t.begins, false) && t.width <= len(t.begins)
	if full && !nested {
		return t.kept, nil
	}
	out := d.fresh()
	err := t.kept.each(func(row Row) error {
		var cells []Cell
		for column, c := range row.Cells {
			if column < len(t.begins) && t.begins[column] {
				cells = append(cells, c)
			}
		}
		row.Cells = cells
		return out.add(row)
	})
	return out, err
}

func (d *docReader) scanRow(t *wordTable, opens bool) error {
	if opens == t.inRow || t.inCell {
		return errors.New("the rows of a table are not one after the other")
	}
	t.inRow = opens
	if opens {
		t.row, t.gone, t.at, t.blocksHere, t.wide, t.lastWord = Row{}, false, 0, 0, false, -1
		if t.rows%1000 == 0 {
			return d.ctx.Err()
		}
		return nil
	}
	if t.gone {
		return nil
	}
	t.rows++
	t.row.Number = t.rows
	if len(t.row.Cells) == 0 {
		return nil
	}
	if t.rows > d.limits.Rows {
		return tooManyRows(t.name, d.limits.Rows)
	}
	if d.cells += len(t.row.Cells); d.cells > d.limits.Cells {
		return tooManyCells(t.name)
	}
	t.row.Banner = t.blocksHere == 1 && t.wide
	t.width = max(t.width, len(t.row.Cells))
	return t.kept.add(t.row)
}

func (d *docReader) scanCell(t *wordTable, opens bool) error {
	if opens == t.inCell || !t.inRow {
		return errors.New("the cells of a table are not one after the other")
	}
	t.inCell = opens
	if opens {
		t.text.reset()
		t.span, t.above, t.left, t.below = 1, false, false, false
		return nil
	}
	c := Cell{Text: t.text.String()}
	t.row.Hidden = t.row.Hidden || t.text.hidden && !c.Blank()
	from, to := t.at, t.at+t.span-1
	t.at = to + 1
	if !c.Blank() && from >= d.limits.Columns {
		return tooManyColumns(t.name, d.limits.Columns)
	}
	if t.gone {
		return nil
	}
	if from < d.limits.Columns {
		t.beginsAt(from)
	}
	to = min(to, d.limits.Columns-1)
	t.place(c, from, to)
	return nil
}

// place puts a cell over its columns, or the one that it goes on.
func (t *wordTable) place(c Cell, from, to int) {
	if t.above && c.Blank() {
		if i := slices.IndexFunc(t.blocks, func(b *wordBlock) bool { return b.from == from }); i >= 0 {
			t.fill(t.blocks[i].cell, from, from, to, true)
			return
		}
	}
	if t.left && c.Blank() && t.lastWord >= 0 { // the older way to merge cells of a row
		origin := t.row.Cell(t.lastWord)
		t.blocksHere--
		t.fill(origin, t.lastWord, from, to, origin.Down)
		t.wide = true
		return
	}
	t.blocks = slices.DeleteFunc(t.blocks, func(b *wordBlock) bool { return b.from <= to && from <= b.to })
	if t.below && !c.Blank() {
		t.blocks = append(t.blocks, &wordBlock{c, from, to})
	}
	t.fill(c, from, from, to, false)
}

// fill puts a cell that begins in the column origin into columns, if it has text.
func (t *wordTable) fill(c Cell, origin, from, to int, down bool) {
	t.lastWord = -1
	if c.Blank() {
		return
	}
	t.lastWord = origin
	t.blocksHere++
	t.wide = t.wide || to > origin
	for column := from; column <= to; column++ {
		c.Across, c.Down = column > origin, down
		c.Filled = c.Across || c.Down
		t.row.Cells = put(t.row.Cells, column, c)
	}
}
