package exchange

import (
	"fmt"
	"strings"

	"sineng/server/exchange/sheet"
	"sineng/server/fault"
)

// headingRows is how many rows are searched for the column titles: the form's
// title, the unit and the date stand above them.
const headingRows = 20

// source is a sheet whose columns are known. Its rows stay on disk.
type source struct {
	table sheet.Stored

	name    string
	kind    Kind
	heading int              // row number of the titles, 0 when not recognised
	columns map[field]int    // column index of each field, from 0
	titles  map[field]string // titles as written, on one line
	header  []string         // all titles as written, in order
	ignored []string         // titles that belong to no field
	count   int              // rows below the titles, once surveyed
	// problems report missing required columns.
	problems []Problem

	noted   []*line // rows with problems, or with remarks that are listed
	trimmed int     // how many of them hold no more than they need
	bad     int     // rows with problems
	remarks int     // of all rows
}

// trim drops the cells of rows that are settled and not bad.
func (s *source) trim() {
	for _, l := range s.noted[s.trimmed:] {
		if !l.bad() {
			l.row.Cells = nil
		}
	}
	s.trimmed = len(s.noted)
}

// recognise finds the kind and the columns of a sheet by its first rows. A sheet that resembles
// no kind is KindNone.
func recognise(t sheet.Table) *source {
	var best, close candidate
	for i, row := range t.Rows {
		if i == headingRows {
			break
		}
		if row.Banner {
			continue
		}
		for _, l := range layouts {
			c := match(l, row)
			c.index = i
			if len(c.missing) == 0 && c.better(best) {
				best = c
			}
			if c.score > close.score {
				close = c
			}
		}
	}
	if best.score == 0 {
		return unrecognised(t, close)
	}
	// Titles over two rows: merged ones repeat in the second row, which has
	// the finer ones.
	if next := best.index + 1; next < len(t.Rows) {
		if second := match(layoutOf(best.kind), t.Rows[next]); len(second.missing) == 0 && second.score >= best.score {
			second.index = next
			best = second
		}
	}
	heading := t.Rows[best.index]
	s := &source{name: t.Name, kind: best.kind, heading: heading.Number, columns: best.columns, titles: map[field]string{}}
	known := map[int]bool{}
	for f, column := range best.columns {
		s.titles[f] = oneLine(heading.Cell(column).Text)
		known[column] = true
	}
	for column, c := range heading.Cells {
		title := oneLine(c.Text)
		s.header = append(s.header, title)
		if !known[column] && title != "" {
			s.ignored = append(s.ignored, title)
		}
	}
	return s
}

// uses reports whether a row is one of those below the titles that the sheet is about.
func (s *source) uses(row sheet.Row) bool {
	return s.kind != KindNone && row.Number > s.heading && !row.Banner && !s.repeats(row) && !s.empty(row)
}

// candidate is a row parsed as the titles of a layout.
type candidate struct {
	kind    Kind
	index   int
	score   int // number of fields found
	columns map[field]int
	missing [][]field
}

func (c candidate) better(than candidate) bool { return c.score > than.score }

// match parses a row as the titles of a layout.
func match(l layout, row sheet.Row) candidate {
	c := candidate{kind: l.kind, columns: map[field]int{}}
	ranks := map[field]int{}
	for column, cell := range row.Cells {
		if cell.Blank() || cell.Kind != sheet.Text {
			continue
		}
		r, ok := titleFields[l.kind][titleKey(cell.Text)]
		if !ok {
			r, ok = titleFields[l.kind][plainTitleKey(cell.Text)]
		}
		if !ok {
			continue
		}
		if rank, taken := ranks[r.field]; !taken || r.rank < rank {
			ranks[r.field], c.columns[r.field] = r.rank, column
		}
	}
	c.score = len(c.columns)
	for _, group := range l.needs {
		found := false
		for _, f := range group {
			_, has := c.columns[f]
			found = found || has
		}
		if !found {
			c.missing = append(c.missing, group)
		}
	}
	if l.kind == KindMeasures && c.columns != nil { // a register without risk types must not pass for a list of measures
		for _, cell := range row.Cells {
			r, ok := titleFields[KindRegister][titleKey(cell.Text)]
			if ok && (r.field == fManifestation || r.field == fRiskType) {
				c.missing = append(c.missing, []field{fTitle})
				c.score--
				break
			}
		}
	}
	return c
}

func layoutOf(k Kind) layout {
	for _, l := range layouts {
		if l.kind == k {
			return l
		}
	}
	return layout{}
}

// unrecognised reports what a sheet lacks that resembles a layout, that is,
// has two of its titles.
func unrecognised(t sheet.Table, c candidate) *source {
	s := &source{name: t.Name}
	if c.score < 2 {
		return s
	}
	for _, group := range c.missing {
		title := titleOf(c.kind, group[0])
		s.problems = append(s.problems, Problem{Sheet: t.Name, Row: t.Rows[c.index].Number, Reason: ReasonMissingColumn,
			WantedZH: fmt.Sprintf("作为%s,标题行应有“%s”列", kindWords[c.kind][0], title),
			WantedEN: fmt.Sprintf("As a table of %s it needs a column titled %s", kindWords[c.kind][1], title)})
	}
	return s
}

// titleOf returns a field's title on the form.
func titleOf(k Kind, f field) string {
	for _, c := range layoutOf(k).columns {
		if c.field == f {
			return c.titles[0]
		}
	}
	return string(f)
}

// repeats reports whether a row repeats the titles, as printed forms do on
// each page.
func (s *source) repeats(row sheet.Row) bool {
	same := 0
	for f, column := range s.columns {
		if oneLine(row.Cell(column).Text) == s.titles[f] {
			same++
		}
	}
	return same >= 2 && same*2 > len(s.columns)
}

// empty reports whether the used columns are empty: a remark below the table,
// or a numbered row that was not filled in. Text from a merged cell alone does
// not count.
func (s *source) empty(row sheet.Row) bool {
	for _, column := range s.columns {
		if c := row.Cell(column); !c.Blank() && !c.Filled {
			return false
		}
	}
	return true
}

// recogniseAll recognises every sheet; it refuses a file without a usable one.
func recogniseAll(tables []sheet.Table) ([]*source, error) {
	var sources []*source
	found := false
	for _, t := range tables {
		s := recognise(t)
		found = found || s.kind != KindNone || len(s.problems) > 0
		sources = append(sources, s)
	}
	if !found {
		return nil, unknownTitles()
	}
	return sources, nil
}

func unknownTitles() *fault.Error {
	var zh, en []string
	for _, l := range layouts {
		var titles []string
		for _, group := range l.needs {
			titles = append(titles, titleOf(l.kind, group[0]))
		}
		zh = append(zh, kindWords[l.kind][0]+"("+strings.Join(titles, "、")+")")
		en = append(en, kindWords[l.kind][1]+" ("+strings.Join(titles, ", ")+")")
	}
	return fault.Bad("file", ReasonUnknownTitles,
		"没有找到可以识别的标题行,标题行应含有:"+strings.Join(zh, ";"),
		"No row of column titles was recognised; it should hold those of "+strings.Join(en, "; "))
}
