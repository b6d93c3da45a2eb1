package paper

import (
	"slices"
	"strconv"

	"sineng/server/form"
)

// leastRows is the least number of rows of a printed table, so that an empty
// one can be filled in by hand.
const leastRows = 3

func (p *page) table(t form.Table, columns []column) (b block) {
	if t.ZH != "" {
		b.lines = append(b.lines, line{mark: markNone, cells: []cell{p.all(t.ZH, lookLabel)}, least: 18})
	}
	b.lines = append(b.lines, headings(columns, t.Code)...)
	b.headings = len(b.lines)
	var rows []form.Row
	for _, s := range p.doc.Content.Sections {
		if s.Code == t.Code {
			rows = s.Rows
		}
	}
	for i, r := range rows {
		l := line{least: 22}
		texts := make([]string, 0, len(columns))
		for _, c := range columns {
			one := cell{from: c.from, to: c.to, look: lookOf(c)}
			if c.number {
				one.text = strconv.Itoa(i + 1)
			} else {
				one.text = shown(r.Text(c.Code))
				texts = append(texts, one.text)
			}
			l.cells = append(l.cells, one)
		}
		l.mark = rowMark(r.Key, texts)
		p.keys = append(p.keys, r.Key)
		b.lines = append(b.lines, l)
	}
	for range max(0, leastRows-len(rows)) {
		l := line{least: 28}
		for _, c := range columns {
			l.cells = append(l.cells, cell{from: c.from, to: c.to, look: lookOf(c)})
		}
		b.lines = append(b.lines, l)
	}
	return b
}

// lookOf centres short columns.
func lookOf(c column) look {
	switch c.Input {
	case form.InputText, form.InputLong, form.InputPower, form.InputRisks:
		if c.Code != "code" {
			return lookText
		}
	}
	return lookCentre
}

// headings returns one line of headings, or two when columns are grouped.
func headings(columns []column, code string) []line {
	low := line{mark: sectionMark(code), least: 26}
	grouped := slices.ContainsFunc(columns, func(c column) bool { return c.Group != "" })
	if !grouped {
		for _, c := range columns {
			low.cells = append(low.cells, cell{from: c.from, to: c.to, text: c.ZH, look: lookLabel})
		}
		return []line{low}
	}
	high := line{mark: markNone, least: 18}
	for i, c := range columns {
		switch {
		case c.Group == "":
			high.cells = append(high.cells, cell{from: c.from, to: c.to, down: 2, text: c.ZH, look: lookLabel})
			continue
		case i > 0 && columns[i-1].Group == c.Group:
			high.cells[len(high.cells)-1].to = c.to
		default:
			high.cells = append(high.cells, cell{from: c.from, to: c.to, text: c.Group, look: lookLabel})
		}
		low.cells = append(low.cells, cell{from: c.from, to: c.to, text: c.ZH, look: lookLabel})
	}
	return []line{high, low}
}
