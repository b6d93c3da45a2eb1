package paper

import (
	"sineng/server/form"
)

// fields lays out the cells outside the tables: short ones four to a line,
// others one to a line.
func (p *page) fields(want func(form.Column) bool) (b block) {
	var short []form.Column
	flush := func() {
		for len(short) > 0 {
			n := min(briefAcross, len(short))
			l := line{mark: markNone, least: 20}
			for i, c := range short[:n] {
				from, to := 1000*i/n, 1000*(i+1)/n
				middle := p.at(from + labelShare)
				l.cells = append(l.cells, cell{from: p.at(from), to: middle, text: c.ZH, look: lookLabel},
					cell{from: middle, to: p.at(to), text: shown(p.doc.Content.Field(c.Code)), look: lookCentre})
			}
			b.lines = append(b.lines, l)
			short = short[n:]
		}
	}
	for _, c := range p.doc.Layout.Fields {
		if !want(c) {
			continue
		}
		if briefField[c.Code] {
			short = append(short, c)
			continue
		}
		flush()
		text := shown(p.doc.Content.Field(c.Code))
		l := line{mark: markNone, least: 32}
		if c.Input != form.InputComputed {
			l.mark = fieldMark(c.Code, text)
			l.least = 48
		}
		middle := p.at(labelShare)
		l.cells = []cell{{from: 0, to: middle, text: c.ZH, look: lookLabel}, {from: middle, to: len(p.grid) - 1, text: text, look: lookText}}
		b.lines = append(b.lines, l)
	}
	flush()
	return b
}

// briefAcross is the number of short fields on a line, labelShare the width of
// a field's label in thousandths.
const (
	briefAcross = 4
	labelShare  = 100
)

// briefField are the fields that share a line.
var briefField = map[string]bool{"name": true, "jobTitle": true, "post": true, "since": true}
