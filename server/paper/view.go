package paper

// Page is the printed form cell by cell, for drawing it other than by the file
// formats.
type Page struct {
	Title string
	// Status says that the form is not filed and in which state it is; empty
	// for a filed one.
	Status    string
	Landscape bool
	// Grid is the widths of the grid columns in thousandths of the page width.
	Grid []int
	// Header are the cells of the line above the tables.
	Header []Cell
	Blocks []Block
	// Foot and FootEnd are the left and right part of the page footer.
	Foot, FootEnd string
	Hash          string
	Revision      int
}

// Block is a group of lines; its first Headings lines are repeated on each
// page.
type Block struct {
	Headings int
	Lines    [][]Cell
}

// Cell spans some grid columns and some lines.
type Cell struct {
	Columns, Down int
	Text          string
	// Look is the cell's style: HEADER, LABEL, TEXT, CENTRE, OPEN or SIGN.
	Look string
}

var lookNames = map[look]string{lookHeader: "HEADER", lookLabel: "LABEL", lookText: "TEXT", lookCentre: "CENTRE",
	lookOpen: "OPEN", lookSign: "SIGN"}

// Page returns the document cell by cell.
func (d Document) Page() *Page {
	p := newPage(d)
	out := &Page{Title: d.Title(), Status: d.status(), Landscape: d.landscape(), Header: cellsOf(p.top[len(p.top)-1]), Foot: d.foot(), FootEnd: d.footEnd(),
		Hash: d.Hash, Revision: d.Content.Revision}
	for i := 1; i < len(p.grid); i++ {
		out.Grid = append(out.Grid, p.grid[i]-p.grid[i-1])
	}
	for _, b := range p.blocks {
		one := Block{Headings: b.headings}
		for _, l := range b.lines {
			one.Lines = append(one.Lines, cellsOf(l))
		}
		out.Blocks = append(out.Blocks, one)
	}
	return out
}

func cellsOf(l line) []Cell {
	out := make([]Cell, len(l.cells))
	for i, c := range l.cells {
		out[i] = Cell{Columns: c.to - c.from, Down: max(1, c.down), Text: shown(c.text), Look: lookNames[c.look]}
	}
	return out
}
