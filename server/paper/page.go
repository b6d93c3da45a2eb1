package paper

import (
	"fmt"
	"slices"

	"sineng/server/form"
)

// look is the style of a cell.
type look int

const (
	lookTitle  look = iota // title of the form, no border
	lookStatus             // status beside the header, no border
	lookHeader             // header line, no border
	lookLabel              // heading of a column or a block
	lookText               // text, aligned left
	lookCentre             // short text, centred
	lookOpen               // text without bottom border
	lookSign               // signature, aligned right, no top border
)

// cell spans grid columns from one boundary to another.
type cell struct {
	from, to int // indexes of boundaries in the grid
	down     int // number of lines it spans, 0 for one
	text     string
	look     look
}

// line is a line of cells. Its mark identifies it when the file is imported.
type line struct {
	cells []cell
	mark  string
	least float64 // least height in points
	keep  bool    // on the same page as the next line
}

// block is a group of lines; the first ones, its headings, are repeated on
// every page.
type block struct {
	lines    []line
	headings int
}

// page is the layout of a form, common to both file formats.
type page struct {
	doc    Document
	grid   []int // boundaries in thousandths of the width, from 0 to 1000
	size   float64
	top    []line // title and header
	blocks []block
	keys   []string // keys of all rows
}

// numberWidth returns the width of the column 序号 in percent, which is greater
// on a narrow page.
func (d Document) numberWidth() int {
	if d.landscape() {
		return 3
	}
	return 6
}

// column is a printed column; the row number has no column in the layout.
type column struct {
	form.Column
	number   bool
	from, to int
}

func newPage(d Document) *page {
	p := &page{doc: d, size: 9}
	tables := make([][]column, len(d.Layout.Tables))
	for i, t := range d.Layout.Tables {
		tables[i] = append([]column{{Column: form.Column{ZH: "序号", Width: d.numberWidth()}, number: true}}, columnsOf(t)...)
		if len(tables[i]) > 14 {
			p.size = 8
		}
	}
	p.layGrid(tables)
	p.writeTop()
	if b := p.fields(func(c form.Column) bool { return c.Input == form.InputComputed }); len(b.lines) > 0 {
		p.blocks = append(p.blocks, b)
	}
	for i, t := range d.Layout.Tables {
		p.blocks = append(p.blocks, p.table(t, tables[i]))
	}
	last := p.fields(func(c form.Column) bool { return c.Input != form.InputComputed })
	last.lines = append(last.lines, p.signatures()...)
	p.blocks = append(p.blocks, last)
	return p
}

func columnsOf(t form.Table) []column {
	out := make([]column, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = column{Column: c}
	}
	return out
}

// layGrid merges the column boundaries of all tables into one grid. Boundaries
// close to each other become one.
func (p *page) layGrid(tables [][]column) {
	const near = 22
	p.grid = []int{0, 1000}
	place := func(at int) int {
		for _, g := range p.grid {
			if at-g < near && g-at < near {
				return g
			}
		}
		p.grid = append(p.grid, at)
		return at
	}
	for i, t := range tables {
		total, sum := 0, 0
		for _, c := range t {
			total += c.Width
		}
		for k := range t {
			t[k].from = sum * 1000 / total
			sum += t[k].Width
			t[k].to = sum * 1000 / total
			if i == 0 { // the first table keeps all its columns
				if !slices.Contains(p.grid, t[k].to) {
					p.grid = append(p.grid, t[k].to)
				}
				continue
			}
			t[k].from, t[k].to = place(t[k].from), place(t[k].to)
		}
	}
	if len(p.doc.Layout.Fields) > 0 {
		for i := range briefAcross {
			place(1000*i/briefAcross + labelShare)
			place(1000 * (i + 1) / briefAcross)
		}
	}
	slices.Sort(p.grid)
	for _, t := range tables {
		for k := range t {
			t[k].from, t[k].to = slices.Index(p.grid, t[k].from), slices.Index(p.grid, t[k].to)
		}
	}
}

// at returns the index of the boundary nearest to a share of the width in
// thousandths.
func (p *page) at(share int) int {
	best := 0
	for i, g := range p.grid {
		if max(g-share, share-g) < max(p.grid[best]-share, share-p.grid[best]) {
			best = i
		}
	}
	return best
}

// all returns a cell that spans the width.
func (p *page) all(text string, l look) cell {
	return cell{from: 0, to: len(p.grid) - 1, text: text, look: l}
}

func (p *page) writeTop() {
	c := p.doc.Content
	p.top = append(p.top, line{cells: []cell{p.all(p.doc.Title(), lookTitle)}, least: 30})
	if s := p.doc.status(); s != "" {
		p.top = append(p.top, line{cells: []cell{p.all(s, lookStatus)}, least: 14})
	}
	unit := c.Unit.Name
	if c.Unit.Code != "" {
		unit += "（" + c.Unit.Code + "）"
	}
	parts := []string{"单位：" + unit, fmt.Sprintf("年度：%d年", c.Year), "填报人：" + orBlank(c.PreparedBy, 4), "填报日期：" + dayOrBlank(c.PreparedOn),
		fmt.Sprintf("修订：第%d次", c.Revision)}
	bounds := []int{0, p.at(350), p.at(480), p.at(650), p.at(880), len(p.grid) - 1}
	head := line{least: 18}
	for i, text := range parts {
		head.cells = append(head.cells, cell{from: bounds[i], to: bounds[i+1], text: text, look: lookHeader})
	}
	p.top = append(p.top, head)
}
