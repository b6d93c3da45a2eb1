package tables

import (
	"slices"
	"strings"
	"unicode"

	"sineng/server/exchange/sheet"
	"sineng/server/form/wording"
)

// ahead is how many rows below a row are looked at before it is classed.
const ahead = 3

// finder goes over the rows of a sheet once.
type finder struct {
	Words
	loose bool
	found *Found
	queue []*looked // the row to be classed, and those below it

	facts   []Fact
	carded  map[string]bool  // labels of the present card
	above   []Line           // captions since the last table
	upper   *looked          // the last row above the table that may be the upper row of its titles
	table   *Table           // that is being read, nil outside
	heads   []map[int]string // titles by column, on one line
	columns map[int]bool
	fresh   bool  // no row of the table was read yet
	ended   bool  // a signature or note closed the table
	signs   []int // columns of the row before, where it was titles of opinions
	last    int   // number of the row before
	// refused reports that somebody said of the row to be classed that it holds no titles.
	refused bool
}

// step classes the first row of the queue.
func (f *finder) step() {
	row := f.queue[0]
	n := 1
	opinions := f.signs
	f.signs = row.opinions()
	heads, named := f.named()
	f.refused = named && heads == 0
	switch {
	case heads > 0 && !f.repeats(row):
		f.withdraw()
		n = f.beginAt(f.queue[:heads])
	case row.Aside:
		f.class(row, RowNote)
	case len(row.own) > 0 && len(opinions) > 0 && within(row.own, opinions):
		f.class(row, RowSignature)
		f.ended = true
	case len(row.own) == 0: // merged cells alone
		f.empty(row)
	case f.table == nil:
		n = f.outside(row)
	default:
		n = f.inside(row)
	}
	f.last = f.queue[n-1].Number
	f.queue = slices.Delete(f.queue, 0, n)
}

func (f *finder) class(row *looked, c Class) { f.found.classes[row.Number] = c }

// named is Words.Named of the queue.
func (f *finder) named() (int, bool) {
	if f.Named == nil {
		return 0, false
	}
	rows := make([]sheet.Row, len(f.queue))
	for i, l := range f.queue {
		rows[i] = l.Row
	}
	n, named := f.Named(rows)
	if !named {
		return 0, false
	}
	return min(n, MostHeads, len(rows)), true
}

// withdraw takes back a table of which no row was read, since other rows are named as its titles.
func (f *finder) withdraw() {
	if f.table == nil || !f.fresh {
		return
	}
	for _, row := range f.table.Head {
		f.found.classes[row] = RowCaption
	}
	f.above, f.table = f.table.Above, nil
}

// below are the rows below the first of the queue.
func (f *finder) below() []*looked { return f.queue[1:] }

// empty classes a row that merged cells alone reach into.
func (f *finder) empty(row *looked) {
	if f.table != nil && !f.ended {
		f.class(row, RowBlank)
		return
	}
	f.class(row, RowCaption)
}

// outside classes a row above or between tables, and returns how many rows it took.
func (f *finder) outside(row *looked) int {
	if facts := row.colons(); len(facts) > 0 {
		f.said(row, facts)
		return 1
	}
	if facts := f.cardAt(row); facts != nil {
		f.saidCard(row, facts)
		return 1
	}
	if f.isHead(row, false) {
		return f.begin(row)
	}
	switch {
	case len(row.own) == 1 || row.Banner:
		f.caption(row)
	case row.signature():
		f.class(row, RowSignature)
	case f.grouped(row):
		f.upper = row
		f.class(row, RowCaption)
	default: // RowUnread is the class of rows that have none
	}
	return 1
}

// caption takes a line above a table.
func (f *finder) caption(row *looked) {
	text := row.text(0)
	if note.MatchString(fold(text)) {
		f.class(row, RowNote)
		return
	}
	f.above = append(f.above, Line{row.Number, text})
	f.class(row, RowCaption)
}

// grouped reports whether a row may be the upper row of the titles below it: of its cells some are
// merged across, or stand above several titles.
func (f *finder) grouped(row *looked) bool {
	if len(f.below()) == 0 || !f.isHead(f.below()[0], true) {
		return false
	}
	for i := range row.own {
		if !short(row.Cells[row.own[i]], longestTitle) {
			return false
		}
	}
	return true
}

// said takes facts from a row of labels with colons.
func (f *finder) said(row *looked, facts []pair) {
	known := slices.ContainsFunc(facts, func(p pair) bool { return f.Title(p.label) })
	switch {
	case known:
		for _, p := range facts {
			f.factOr(row, p)
		}
		f.class(row, RowFact)
	case row.signature():
		f.class(row, RowSignature)
	default:
		f.caption(row)
	}
}

// factOr takes a fact from a row of which other labels are known, or takes note of what is passed
// over.
func (f *finder) factOr(row *looked, p pair) {
	switch {
	case p.label == "", !f.Title(p.label) && signing.MatchString(p.label):
		f.aside(row, p)
	default:
		f.fact(row, p)
	}
}

func (f *finder) aside(row *looked, p pair) {
	if p.value != "" {
		f.found.Asides = append(f.found.Asides, Line{row.Number, strings.TrimPrefix(p.label+":"+p.value, ":")})
	}
}

// fact takes a fact; a later one with the same label takes its place.
func (f *finder) fact(row *looked, p pair) {
	f.facts = slices.DeleteFunc(f.facts, func(other Fact) bool { return other.Label == p.label })
	f.facts = append(f.facts, Fact{p.label, p.value, row.Number, p.column})
}

// cardAt returns the labels and values of a row of a card. A row of one label and one value is one
// only beside others, or above a table.
func (f *finder) cardAt(row *looked) []pair {
	facts := row.card(f.Words)
	if len(f.carded) == 0 && f.titlesAbove(row) {
		return nil
	}
	if len(facts) != 1 || len(f.carded) > 0 {
		return facts
	}
	if below := f.below(); len(below) > 0 {
		if more := below[0].card(f.Words); len(more) > 1 || len(more) == 1 && len(below[0].own) == 2 {
			return facts
		}
	}
	return nil
}

// titlesAbove reports whether a row stands above one that goes on in its columns and is neither titles
// nor labels: it is titles, of which some are unknown.
func (f *finder) titlesAbove(row *looked) bool {
	if len(f.below()) == 0 || len(row.own) < 3 {
		return false
	}
	next := f.below()[0]
	return next.Number == row.Number+1 && len(next.own) > 2 && within(next.own, row.own) && next.card(f.Words) == nil && next.colons() == nil &&
		!f.isHead(next, true) && !f.Title(next.Cells[next.own[0]].Text) && !next.signature()
}

// saidCard takes the facts of a row of a card. A label that was there before begins another card.
func (f *finder) saidCard(row *looked, facts []pair) {
	for _, p := range facts {
		if f.carded[p.label] {
			f.closeCard()
			break
		}
	}
	if f.carded == nil {
		f.carded = map[string]bool{}
	}
	for _, p := range facts {
		f.fact(row, p)
		f.carded[p.label] = true
	}
	f.class(row, RowFact)
}

// closeCard ends a card. One without a table below it is a table of its own.
func (f *finder) closeCard() {
	if len(f.carded) == 0 {
		return
	}
	if !f.tabled() {
		f.found.Tables = append(f.found.Tables, &Table{Facts: slices.Clone(f.facts), Above: f.above})
		f.above = nil
	}
	f.facts = slices.DeleteFunc(f.facts, func(fact Fact) bool { return f.carded[fact.Label] })
	f.carded = nil
}

// tabled reports whether a table has the facts of the present card.
func (f *finder) tabled() bool {
	for _, t := range f.found.Tables {
		for _, fact := range t.Facts {
			if f.carded[fact.Label] && slices.Contains(f.facts, fact) {
				return true
			}
		}
	}
	return false
}

// isHead reports whether a row holds the titles of a table. A row between those of a table must
// look more like it, since its words may be those of a list.
func (f *finder) isHead(row *looked, strict bool) bool {
	if row.Banner || len(row.own) < 2 || f.refused && row == f.queue[0] {
		return false
	}
	for _, column := range row.own {
		if !short(row.Cells[column], longestTitle) || strings.Contains(row.Cells[column].Text, "。") {
			return false
		}
	}
	allowed := len(row.own) / 2
	if strict {
		allowed = len(row.own) / 5
	}
	if n, within := row.titles(f.Words, allowed); within && n >= 2 {
		return true
	}
	return f.loose && !strict && f.looksLikeHead(row)
}

// looksLikeHead reports whether a row of unknown words may hold the titles of the rows below it.
func (f *finder) looksLikeHead(row *looked) bool {
	seen := map[string]bool{}
	for i, column := range row.own {
		text := fold(row.text(i))
		if seen[text] || len([]rune(text)) > 30 || !short(row.Cells[column], 40) || strings.Trim(text, "0123456789.,%- ") == "" {
			return false
		}
		seen[text] = true
	}
	for _, next := range f.below() {
		if len(next.own) >= 2 {
			return true
		}
	}
	return false
}

// begin begins a table at its first row of titles, and returns how many rows those are.
func (f *finder) begin(row *looked) int {
	heads := []*looked{row}
	if f.upper != nil && f.upper.Number == f.last {
		heads = []*looked{f.upper, row}
	}
	taken := 1
	for _, next := range f.below() {
		if len(heads) == MostHeads || !continues(heads, next) {
			break
		}
		heads = append(heads, next)
		taken++
	}
	f.beginAt(heads)
	return taken
}

// beginAt begins a table with rows of titles, and returns how many they are.
func (f *finder) beginAt(heads []*looked) int {
	f.close()
	f.upper = nil
	f.table = &Table{Columns: columnsOf(heads), Facts: slices.Clone(f.facts), Above: f.above}
	f.above, f.heads, f.fresh, f.ended = nil, nil, true, false
	for _, h := range heads {
		f.table.Head = append(f.table.Head, h.Number)
		f.class(h, RowHead)
		texts := map[int]string{}
		for _, column := range h.own {
			texts[column] = wording.OneLine(h.Cells[column].Text)
		}
		f.heads = append(f.heads, texts)
	}
	f.columns = map[int]bool{}
	for _, c := range f.table.Columns {
		f.columns[c.Index] = true
	}
	return len(heads)
}

// close ends the present table.
func (f *finder) close() {
	if f.table != nil {
		f.found.Tables = append(f.found.Tables, f.table)
	}
	f.table, f.heads, f.columns = nil, nil, nil
}

// end ends the sheet.
func (f *finder) end() {
	f.close()
	f.closeCard()
}

// inside classes a row below titles, and returns how many rows it took.
func (f *finder) inside(row *looked) int {
	t := f.table
	if f.fresh {
		switch {
		case row.index():
			f.class(row, RowIndex)
			return 1
		case row.hint():
			f.class(row, RowHint)
			return 1
		}
	}
	if f.repeats(row) {
		f.class(row, RowRepeated)
		f.ended = false
		return 1
	}
	if (len(row.own) >= 3 || f.last < row.Number-1 || f.ended || len(f.above) > 0) && f.isHead(row, true) {
		return f.begin(row)
	}
	if f.anotherCard(row) {
		f.close()
		return f.outside(row)
	}
	facts := row.colons()
	if slices.ContainsFunc(facts, func(p pair) bool { return p.value != "" && f.Title(p.label) }) {
		switch {
		case f.headAhead(row):
			f.close()
			return f.outside(row)
		case f.unitBelow(row, facts):
			return 1
		}
	}
	switch {
	case row.total():
		f.class(row, RowTotal)
		return 1
	case len(row.own) == 1 && note.MatchString(fold(row.text(0))):
		f.class(row, RowNote)
		f.ended = true
		return 1
	case row.signature():
		f.class(row, RowSignature)
		f.ended = true
		return 1
	case row.numberOnly() && !row.filled && f.serial(row.own[0]):
		f.class(row, RowBlank)
		return 1
	}
	if len(facts) > 0 && f.Title(facts[0].label) && !row.filled {
		t.Sections = append(t.Sections, Line{row.Number, facts[0].label + ":" + facts[0].value})
		for _, p := range facts[1:] {
			f.aside(row, p)
		}
		f.class(row, RowSection)
		f.ended = false
		return 1
	}
	if len(row.own) == 1 && !row.filled && f.line(row) {
		return 1
	}
	if f.ended && !f.resumes(row) {
		f.class(row, RowNote)
		return 1
	}
	f.data(row)
	return 1
}

// headAhead reports whether a line of labels below the rows of a table stands above the titles of
// another one, and is about that.
func (f *finder) headAhead(row *looked) bool {
	for i, next := range f.below() {
		switch {
		case f.isHead(next, true):
			nearer := i == 0 && row.Number-f.last < next.Number-row.Number
			return !f.repeats(next) && (!nearer || f.placed())
		case len(next.own) != 1 && next.colons() == nil:
			return false
		}
	}
	return false
}

// placed reports whether the present table says whose it is.
func (f *finder) placed() bool {
	return slices.ContainsFunc(f.table.Columns, func(c Column) bool { return f.Unit(c.Path[len(c.Path)-1]) }) ||
		slices.ContainsFunc(f.table.Facts, func(fact Fact) bool { return f.Unit(fact.Label) })
}

// unitBelow takes the unit of a table from a line of labels below its last row, and reports whether
// it did: 填报单位:财务科 beside 填表人:甲.
func (f *finder) unitBelow(row *looked, facts []pair) bool {
	i := slices.IndexFunc(facts, func(p pair) bool { return p.value != "" && f.Unit(p.label) })
	if i < 0 || f.placed() || len(f.table.Sections) > 0 || len(f.above) > 0 || slices.ContainsFunc(f.below(), func(next *looked) bool { return len(next.own) > 1 && next.colons() == nil && !next.signature() }) {
		return false
	}
	f.table.Facts = append(f.table.Facts, Fact{facts[i].label, facts[i].value, row.Number, facts[i].column})
	for j, p := range facts {
		if j != i {
			f.aside(row, p)
		}
	}
	f.class(row, RowFact)
	f.ended = true
	return true
}

func (f *finder) data(row *looked) {
	t := f.table
	if len(f.above) > 0 { // what seemed to name the next table heads rows of this one
		t.Sections = append(t.Sections, f.above...)
		for _, line := range f.above {
			f.found.classes[line.Row] = RowSection
		}
		f.above = nil
	}
	if t.From == 0 {
		t.From = row.Number
	}
	t.To = row.Number
	t.Count++
	f.fresh, f.ended = false, false
}

// serial reports whether a column numbers the rows, or has no title.
func (f *finder) serial(column int) bool {
	for _, c := range f.table.Columns {
		if c.Index == column {
			return f.Serial(c.Path[len(c.Path)-1])
		}
	}
	return true
}

// line classes a row of one cell that stands between the rows of a table, and reports whether it
// is something else than a row of it.
func (f *finder) line(row *looked) bool {
	text := fold(row.text(0))
	first := row.own[0] <= f.table.Columns[0].Index || row.Banner || numbering.MatchString(text) && row.own[0] <= f.secondColumn()
	switch {
	case !first && !f.ended, !worded(text):
		return false
	case f.ended && !first:
		f.class(row, RowNote)
	case numbering.MatchString(text) || row.Banner || len([]rune(text)) <= 20 && !strings.ContainsAny(text, "。;,.,;"):
		f.above = append(f.above, Line{row.Number, row.text(0)})
		f.class(row, RowCaption)
	default:
		f.class(row, RowNote)
		f.ended = true
	}
	return true
}

// worded reports whether a text says something in Chinese, as headings do.
func worded(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// secondColumn is the second column of the table, or its only one.
func (f *finder) secondColumn() int {
	columns := f.table.Columns
	return columns[min(1, len(columns)-1)].Index
}

// resumes reports whether a row after a signature or note belongs to the table again.
func (f *finder) resumes(row *looked) bool {
	within := 0
	for _, column := range row.own {
		if f.columns[column] {
			within++
		}
	}
	return within >= 2 && within*2 >= min(len(f.columns), 6)
}

// anotherCard reports whether a row below a table begins a card like the one above it.
func (f *finder) anotherCard(row *looked) bool {
	facts := row.card(f.Words)
	if len(facts) == 0 {
		return false
	}
	for _, p := range facts {
		if f.carded[p.label] {
			return true
		}
	}
	if len(facts) < 2 || !f.ended && len(f.above) == 0 {
		return false
	}
	n, _ := row.titles(f.Words, len(row.own))
	return n == len(facts)
}

// repeats reports whether a row repeats a row of the titles.
func (f *finder) repeats(row *looked) bool {
	for _, h := range f.heads {
		same := 0
		for _, column := range row.own {
			title, text := h[column], row.Cells[column].Text
			if title != "" && len(text) <= 2*len(title)+8 && wording.OneLine(text) == title {
				same++
			} else if column == row.own[0] && same == 0 && title != "" {
				break // the first cell is not repeated
			}
		}
		if same >= 2 && same*2 > len(row.own) && same*2 > len(h) {
			return true
		}
	}
	return false
}

// continues reports whether a row is one more row of titles: below titles that stand alone it is
// blank, and below those that stand over several columns it has others.
func continues(heads []*looked, row *looked) bool {
	last := heads[len(heads)-1]
	if row.Number != last.Number+1 || row.Banner || row.index() || row.hint() || len(row.own) == 0 {
		return false
	}
	groups := groupsOf(last)
	within := 0
	for _, column := range row.own {
		if wording.OneLine(row.Cells[column].Text) == wording.OneLine(last.Cell(column).Text) {
			continue // written once more instead of merged
		}
		if !groups[column] || !short(row.Cells[column], longestTitle) {
			return false
		}
		within++
	}
	return within >= 2
}

// groupsOf returns the columns above which a title stands for several of them: it is merged
// across, or those to its right are blank.
func groupsOf(row *looked) map[int]bool {
	out := map[int]bool{}
	for column, c := range row.Cells {
		next := row.Cell(column + 1)
		switch {
		case c.Filled && across(row.Row, column):
			out[column] = true
		case c.Blank():
			out[column] = column > 0
		case !c.Filled && column+1 < len(row.Cells) && (next.Blank() || next.Filled && next.Text == c.Text && across(row.Row, column+1)):
			out[column] = true
		}
	}
	for column := len(row.Cells); column < len(row.Cells)+longestTitle; column++ { // a last title over blank ones
		out[column] = true
	}
	if n := len(row.own); n > 0 {
		out[row.own[n-1]] = true
	}
	return out
}

// columnsOf returns the columns that rows of titles make.
func columnsOf(heads []*looked) []Column {
	width := 0
	for _, h := range heads {
		width = max(width, len(h.Cells))
	}
	var out []Column
	for column := range width {
		var path []string
		for i := range heads {
			if text := titleAt(heads, i, column); text != "" && (len(path) == 0 || path[len(path)-1] != text) {
				path = append(path, text)
			}
		}
		if len(path) > 0 {
			out = append(out, Column{column, path})
		}
	}
	return out
}

// titleAt is the title of a column in one of several rows. A blank cell right of a title that has
// titles below it takes that title.
func titleAt(heads []*looked, i, column int) string {
	text := wording.OneLine(heads[i].Cell(column).Text)
	if text != "" || i == len(heads)-1 || heads[i+1].Cell(column).Blank() {
		return text
	}
	for left := column - 1; left >= 0; left-- {
		if heads[i+1].Cell(left).Blank() || heads[i+1].Cell(left).Filled {
			break
		}
		if text = wording.OneLine(heads[i].Cell(left).Text); text != "" {
			return text
		}
	}
	return ""
}
