package bpmn

import (
	"fmt"
	"slices"
	"sort"
	"unicode/utf8"
)

// The measures of a drawing. Figures stand in the middle of cells; between cells there is room for
// lines, which therefore never cross a figure.
const (
	cellWide, cellHigh = 220, 120
	half               = 50 // of the widest figure
	header             = 30 // the name of the pool, and of each lane, at the left
	left, top          = 160, 80
)

// layOut gives each figure a column by how far it is from a beginning, and in its lane the row of
// what leads to it where that is free.
func (d *drawing) layOut() {
	d.rank()
	order := make([]int, len(d.figures))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool {
		a, b := d.figures[order[i]], d.figures[order[j]]
		if a.column != b.column {
			return a.column < b.column
		}
		// Ends go last, so that what goes on stays in line.
		return a.element != "endEvent" && b.element == "endEvent"
	})
	d.rows = make([]int, len(d.bands))
	taken := map[[3]int]bool{}
	for _, i := range order {
		f := d.figures[i]
		f.row = d.wanted(f)
		for taken[[3]int{f.band, f.column, f.row}] {
			f.row++
		}
		taken[[3]int{f.band, f.column, f.row}] = true
		d.rows[f.band] = max(d.rows[f.band], f.row+1)
		d.columns = max(d.columns, f.column+1)
	}
	for i := range d.rows {
		d.rows[i] = max(d.rows[i], 1)
	}
}

// wanted is the row of what leads to a figure from before, in the same lane.
func (d *drawing) wanted(f *figure) int {
	for _, i := range f.in {
		if from := d.figures[d.lines[i].from]; from.band == f.band && from.column < f.column {
			return from.row
		}
	}
	return 0
}

// rank gives each figure the column after the last of those that lead to it, ways back left out.
func (d *drawing) rank() {
	state := make([]int, len(d.figures)) // 1 while followed, 2 when done
	back := make([]bool, len(d.lines))
	var order []int
	var visit func(i int)
	visit = func(i int) {
		state[i] = 1
		for _, l := range d.figures[i].out {
			switch to := d.lines[l].to; state[to] {
			case 0:
				visit(to)
			case 1:
				back[l] = true
			}
		}
		state[i] = 2
		order = append(order, i)
	}
	for i, f := range d.figures {
		if f.element == "startEvent" && state[i] == 0 {
			visit(i)
		}
	}
	for i := range d.figures {
		if state[i] == 0 {
			visit(i)
		}
	}
	for _, i := range slices.Backward(order) {
		f := d.figures[i]
		for _, l := range f.out {
			if !back[l] {
				to := d.figures[d.lines[l].to]
				to.column = max(to.column, f.column+1)
			}
		}
	}
	// A start stands right before its step.
	for _, f := range d.figures {
		if f.element == "startEvent" {
			f.column = max(0, d.figures[d.lines[f.out[0]].to].column-1)
		}
	}
}

// point is a place of the drawing.
type point struct{ x, y int }

// base is the row of the whole drawing at which a band begins.
func (d *drawing) base(band int) int {
	n := 0
	for _, r := range d.rows[:band] {
		n += r
	}
	return n
}

// side is how far the cells are from the left of the pool.
func (d *drawing) side() int {
	if d.laned {
		return left + 2*header
	}
	return left + header
}

func (d *drawing) middle(f *figure) point {
	return point{d.side() + f.column*cellWide + cellWide/2, top + (d.base(f.band)+f.row)*cellHigh + cellHigh/2}
}

// route is the way of a line: between columns and rows where it does not lead to a neighbour.
func (d *drawing) route(n int) []point {
	l := d.lines[n]
	from, to := d.figures[l.from], d.figures[l.to]
	a, b := d.middle(from), d.middle(to)
	begin, finish := point{a.x + from.wide/2, a.y}, point{b.x - to.wide/2, b.y}
	if a.y == b.y && from.column < to.column && d.free(from, to) {
		return []point{begin, finish}
	}
	// Lines beside each other are a little apart.
	aside := half + 34 + (n%9-4)*6
	right := a.x + aside
	if to.column == from.column+1 {
		return []point{begin, {right, a.y}, {right, b.y}, finish}
	}
	before := b.x - cellWide + aside
	between := b.y - cellHigh/2
	if b.y < a.y || b.y == a.y && from.column < to.column {
		between = b.y + cellHigh/2
	}
	between += (n%7 - 3) * 5
	return []point{begin, {right, a.y}, {right, between}, {before, between}, {before, b.y}, finish}
}

// free reports whether nothing stands between two figures of a row.
func (d *drawing) free(from, to *figure) bool {
	for _, f := range d.figures {
		if f.band == from.band && f.row == from.row && f.column > from.column && f.column < to.column {
			return false
		}
	}
	return true
}

// diagram writes the drawing.
func (w *writer) diagram(d *drawing) {
	high := 0
	for _, r := range d.rows {
		high += r * cellHigh
	}
	wide := d.side() - left + d.columns*cellWide
	w.start("bpmndi:BPMNDiagram", "id", "Diagram_1")
	w.start("bpmndi:BPMNPlane", "id", "Plane_1", "bpmnElement", "Collaboration_1")
	w.shape("Participant_1", left, top, wide, high, true)
	if d.laned {
		for i := range d.bands {
			w.shape(fmt.Sprintf("Lane_%d", i+1), left+header, top+d.base(i)*cellHigh, wide-header, d.rows[i]*cellHigh, true)
		}
	}
	for _, f := range d.figures {
		at := d.middle(f)
		w.shape(f.id, at.x-f.wide/2, at.y-f.high/2, f.wide, f.high, false)
	}
	above := make([]int, len(d.figures))
	for i, l := range d.lines {
		w.start("bpmndi:BPMNEdge", "id", l.id+"_di", "bpmnElement", l.id)
		route := d.route(i)
		for _, p := range route {
			w.empty("di:waypoint", "x", fmt.Sprint(p.x), "y", fmt.Sprint(p.y))
		}
		if l.condition != "" {
			above[l.to] += w.label(l.condition, route, above[l.to])
		}
		w.end()
	}
	w.end()
	w.end()
}

// label writes where the condition of a line stands: over its last part, above those of other lines
// to the same step. It returns how high it is.
func (w *writer) label(text string, route []point, above int) int {
	const wide, line, most = 90, 14, 3
	high := line * min(most, 1+(utf8.RuneCountInString(text)*11-1)/wide)
	from, to := route[len(route)-2], route[len(route)-1]
	w.start("bpmndi:BPMNLabel")
	w.empty("dc:Bounds", "x", fmt.Sprint((from.x+to.x-wide)/2), "y", fmt.Sprint(to.y-4-above-high), "width", fmt.Sprint(wide), "height", fmt.Sprint(high))
	w.end()
	return high
}

func (w *writer) shape(id string, x, y, wide, high int, horizontal bool) {
	w.start("bpmndi:BPMNShape", "id", id+"_di", "bpmnElement", id, "isHorizontal", yes(horizontal))
	w.empty("dc:Bounds", "x", fmt.Sprint(x), "y", fmt.Sprint(y), "width", fmt.Sprint(wide), "height", fmt.Sprint(high))
	w.end()
}
