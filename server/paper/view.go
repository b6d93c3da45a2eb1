package paper

// Page is a form as it stands on paper, cell by cell, for whoever draws it by other means
// than the file formats.
type Page struct {
	Title string
	// Status says that the form is not filed, and where it stands; empty for a filed one.
	Status    string
	Landscape bool
	// Grid are the shares of the width that the columns take, in thousandths.
	Grid []int
	// Header are the cells of the line above the tables.
	Header []Cell
	Blocks []Block
	// Foot and FootEnd stand at both ends of each page's foot.
	Foot, FootEnd string
	Hash          string
	Revision      int
}

// Block is lines that belong together; so many first ones are headings, which each page repeats.
type Block struct {
	Headings int
	Lines    [][]Cell
}

// Cell stands over some columns of the grid and some lines.
type Cell struct {
	Columns, Down int
	Text          string
	// Look is how the cell is drawn: HEADER, LABEL, TEXT, CENTRE, OPEN or SIGN.
	Look string
}

var lookNames = map[look]string{lookHeader: "HEADER", lookLabel: "LABEL", lookText: "TEXT", lookCentre: "CENTRE",
	lookOpen: "OPEN", lookSign: "SIGN"}

// Page is the document cell by cell.
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
