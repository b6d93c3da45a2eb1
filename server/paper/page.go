package paper

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/store"
)

// look is how a cell is drawn.
type look int

const (
	lookTitle  look = iota // of the form, without a frame
	lookStatus             // beside the header, without a frame
	lookHeader             // of the header line, without a frame
	lookLabel              // heading of a column or a block
	lookText               // text from the left
	lookCentre             // short text in the middle
	lookOpen               // text whose frame is open below
	lookSign               // signature at the right, open above
)

// cell stands in the columns of the grid from one boundary to another.
type cell struct {
	from, to int // boundaries by their place in the grid
	down     int // lines that it covers, 0 for one
	text     string
	look     look
}

// line is a line of cells. Its mark says what it is when the file comes back.
type line struct {
	cells []cell
	mark  string
	least float64 // least height in points
	keep  bool    // on one page with the line below
}

// block is lines that belong together; its first ones are repeated on every page.
type block struct {
	lines    []line
	headings int
}

// page is a form as both file formats draw it.
type page struct {
	doc    Document
	grid   []int // boundaries in thousandths of the width, from 0 to 1000
	size   float64
	top    []line // title and header
	blocks []block
	keys   []string // of all rows
}

// numberWidth is the share of the column 序号, in percent; on a narrow sheet it takes more.
func (d Document) numberWidth() int {
	if d.landscape() {
		return 3
	}
	return 6
}

// column is a column as it is printed; the number of the line has no layout of its own.
type column struct {
	form.Column
	number   bool
	from, to int
}

// leastRows is how many rows a table has on paper, so that an empty one can be filled by hand.
const leastRows = 3

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

// layGrid lays the boundaries of all tables into one grid. Those that nearly meet become one.
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
			if i == 0 { // the first table keeps its columns, however narrow
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

// at is the boundary nearest to a share of the width, in thousandths.
func (p *page) at(share int) int {
	best := 0
	for i, g := range p.grid {
		if max(g-share, share-g) < max(p.grid[best]-share, share-p.grid[best]) {
			best = i
		}
	}
	return best
}

// all covers the width.
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

// fields are the cells that stand once: short ones four to a line, others each on their own.
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

// briefAcross is how many short fields stand on a line, labelShare how wide the label of a
// field is, in thousandths.
const (
	briefAcross = 4
	labelShare  = 100
)

// briefField are the fields that share a line with others.
var briefField = map[string]bool{"name": true, "jobTitle": true, "post": true, "since": true}

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

// lookOf centres what is short by its nature.
func lookOf(c column) look {
	switch c.Input {
	case form.InputText, form.InputLong, form.InputPower, form.InputRisks:
		if c.Code != "code" {
			return lookText
		}
	}
	return lookCentre
}

// headings are one line of headings, or two where columns stand in groups.
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

// signed are the places of signatures, in the order of the review.
var signed = []struct {
	stage   term.FormState
	heading string
}{
	{term.FormStateDeptReview, "部门负责人意见"}, {term.FormStateLeaderReview, "分管领导意见"},
	{term.FormStateInspectionReview, "纪检监察意见"}, {term.FormStateGroupReview, "领导小组意见"},
}

// signatures are the review decisions with their signatures, empty where one is missing, the place
// of the seal and the number under which it is filed.
func (p *page) signatures() []line {
	c := p.doc.Content
	end := len(p.grid) - 1
	var out []line
	if c.Person != nil {
		name, day := c.PreparedBy, c.PreparedOn
		if name != c.Person.Name { // nobody signs for somebody else: they sign by hand
			name, day = "", ""
		}
		out = append(out, line{mark: markNone, least: 26, cells: []cell{p.all("本人签字："+orBlank(name, 8)+blank(4)+dayOrBlank(day), lookSign)}})
	}
	heads, texts, signs := line{mark: markNone, least: 20, keep: true}, line{mark: markNone, least: 46, keep: true}, line{mark: markNone, least: 32, keep: true}
	for i, s := range signed {
		text, sign := decisionsOf(c, s.stage)
		from, to := p.at(1000*i/len(signed)), p.at(1000*(i+1)/len(signed))
		heads.cells = append(heads.cells, cell{from: from, to: to, text: s.heading, look: lookLabel})
		texts.cells = append(texts.cells, cell{from: from, to: to, text: text, look: lookOpen})
		signs.cells = append(signs.cells, cell{from: from, to: to, text: sign, look: lookSign})
	}
	middle := p.at(500)
	seal := line{mark: markNone, least: 44, cells: []cell{
		{from: 0, to: middle, text: "填报单位（盖章）：", look: lookText},
		{from: middle, to: end, text: "备案编号：" + orBlank(c.FiledNumber, 12) + "\n备案日期：" + dayOrBlank(c.FiledOn), look: lookText}}}
	return append(out, heads, texts, signs, seal)
}

// opinionsOf are the review decisions of a stage and who signed them when.
func decisionsOf(c *form.Content, stage term.FormState) (text, sign string) {
	var texts, signs []string
	for _, o := range c.ReviewDecisions {
		if o.Stage != stage {
			continue
		}
		texts = append(texts, shown(o.Text))
		by := o.Signer
		if o.Title != "" {
			by += "（" + o.Title + "）"
		}
		if o.Behalf != "" {
			by += "代" + o.Behalf
		}
		signs = append(signs, "签字："+by+"\n"+dayOfMoment(o.At))
	}
	if len(signs) == 0 {
		return "", "签字：" + blank(8) + "\n" + dayOrBlank("")
	}
	return strings.Join(texts, "\n"), strings.Join(signs, "\n")
}

// dayOfMoment is the day on which something was signed, where the bodies are.
func dayOfMoment(at string) string {
	t, err := time.Parse(time.RFC3339Nano, at)
	if err != nil {
		return dayOrBlank(at)
	}
	return dayOrBlank(store.DayOf(t).Format(time.DateOnly))
}

// dayOrBlank writes a day as on paper, or leaves its place.
func dayOrBlank(day string) string {
	if t, err := time.Parse(time.DateOnly, day); err == nil {
		return fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day())
	}
	if day != "" {
		return day
	}
	return blank(3) + "年" + blank(2) + "月" + blank(2) + "日"
}

func orBlank(text string, width int) string {
	if text == "" {
		return blank(width)
	}
	return shown(text)
}

func blank(width int) string { return strings.Repeat("\u3000", width) }
