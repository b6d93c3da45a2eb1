package exchange

import (
	"fmt"
	"slices"
	"strings"

	"sineng/server/exchange/sheet"
	"sineng/server/exchange/tables"
	"sineng/server/fault"
	"sineng/server/form/wording"
)

// source is a table whose columns are known. Its rows stay on disk.
type source struct {
	table sheet.Stored
	found *tables.Found // of its sheet
	block *tables.Table

	name    string // of its sheet
	hidden  bool   // its sheet is
	number  int    // of the table among those of the file, from 1
	kind    Kind
	heading int                // row number of the lowest titles, 0 for a card
	columns map[field]int      // column index of each field, from 0
	more    map[field][]int    // further columns of fields that take several
	values  []valueColumn      // columns whose title is a value
	fixed   map[field]fixed    // values that hold for the whole table
	titles  map[field]string   // titles as written, on one line
	header  []string           // all titles as written, in order
	mapped  []*mappedColumn    // all columns with a title, or with data
	facts   []*mappedFact      // the labels with values above the table
	above   map[int]sheet.Cell // of the row before, by column
	stated  map[field]fixed    // values of the whole table that no row of it gives: by a mapping, or by what stands around it
	struck  []int              // columns of the present row that say that there is nothing
	section field              // what the headings between the rows give, "" for what they seem to
	// given reports that a mapping says how the table is read, untitled what it says of columns
	// without a title.
	given    bool
	untitled []ColumnMapping
	words    *wordBook // of the file
	year     int       // of days without one
	told     toldBook  // of the present pass
	noted    []*line   // rows with problems, or with remarks that are listed
	trimmed  int       // how many of them hold no more than they need
	bad      int       // rows with problems
	remarks  int       // of all rows
	count    int       // rows below the titles, once surveyed
	// problems report missing required columns.
	problems []Problem
}

// mappedColumn is a column of a table with the field that it is read as.
type mappedColumn struct {
	index int
	path  []string // its titles; nil for data without a title
	field field    // "" where it is not read
	sure  wording.Certainty
	value string // what a tick or text in the column means, "" for a column of values

	filled, differs int    // cells with data, those among them that another column of the field does not have
	sample          string // the first of them
	row             int    // of the sample
}

func (m *mappedColumn) title() string { return strings.Join(m.path, " / ") }

// mappedFact is a label with a value above a table.
type mappedFact struct {
	tables.Fact
	field field
	sure  wording.Certainty
}

// valueColumn is a column whose title is a value: a text or tick in it means the value.
type valueColumn struct {
	index int
	field field
	value string
}

// fixed is a value for a whole table.
type fixed struct {
	text        string
	row, column int
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

// several are the fields that take several columns; their texts are joined.
var several = map[field]bool{fManifestation: true, fCause: true, fMeasure: true, fLegal: true, fDuties: true, fLeaderOwner: true, fDeptOwner: true,
	fDirectOwner: true, fOwner: true, fSupervisor: true, fEvidence: true, fResponsibilities: true, fAccountability: true, fExposed: true}

// finderWords is what the finder of tables knows of titles, those of a mapping among them, nil for none.
func finderWords(m *Mapping) tables.Words {
	known, mapped := map[string]bool{}, m.titleKeys()
	serial := func(title string) bool {
		t, ok := readAlone(KindRegister, title)
		return ok && t.field == fSerial
	}
	unit := func(label string) bool {
		t, ok := readAlone(KindRegister, label)
		return ok && (t.field == fUnit || t.field == fUnitCode)
	}
	return tables.Words{Serial: serial, Unit: unit, Title: func(text string) bool {
		is, asked := known[text]
		if !asked {
			if len(known) >= 4096 {
				clear(known)
			}
			is = mapped[titleKey(text)] || isTitle(text)
			known[text] = is
		}
		return is
	}}
}

// recognise finds the tables of a sheet and reads their titles.
func recognise(t sheet.Stored, words tables.Words) ([]*source, *tables.Found, error) {
	found, err := tables.Find(t.Each, words)
	if err != nil {
		return nil, nil, err
	}
	var out []*source
	for _, block := range found.Tables {
		s := &source{table: t, found: found, block: block, name: t.Name}
		if n := len(block.Head); n > 0 {
			s.heading = block.Head[n-1]
		}
		s.read(kindOf(block))
		out = append(out, s)
	}
	return out, found, nil
}

// kindOf decides what a table is about. A table with a column for risks is a register, whatever
// else it holds; lists of measures name their risk points as such.
func kindOf(b *tables.Table) Kind {
	has := func(k Kind, fields ...field) bool {
		for _, path := range paths(b) {
			if t, ok := readTitle(k, path); ok && slices.Contains(fields, t.field) && t.sure == wording.Clear {
				return true
			}
		}
		return false
	}
	guessed := func(k Kind, fields ...field) bool {
		for _, path := range paths(b) {
			if t, ok := readTitle(k, path); ok && slices.Contains(fields, t.field) {
				return true
			}
		}
		return false
	}
	types := 0
	for _, c := range b.Columns {
		_, typed := typeTitle(c.Path)
		if typed || gradedRisk(c.Path[len(c.Path)-1]) {
			types++
		}
	}
	switch {
	case has(KindMeasures, fTitle) && has(KindMeasures, fMeasure) && !has(KindRegister, fManifestation, fRiskType):
		return KindMeasures
	case has(KindRegister, fTitle) || types >= 2:
		return KindRegister
	case has(KindRegister, fManifestation) && has(KindRegister, fRiskType, fGrade, fProposed, fMeasure, fPower, fStep, fExposed):
		return KindRegister
	case has(KindPowers, fName) && has(KindPowers, fCode, fPowerType, fLegal):
		return KindPowers
	case has(KindPeople, fName) && has(KindPeople, fNumber, fJobTitle, fPolitical, fPost, fLead, fUnit):
		return KindPeople
	case has(KindUnits, fCode) && has(KindUnits, fName):
		return KindUnits
	case guessed(KindRegister, fTitle):
		return KindRegister
	}
	return KindNone
}

// paths are the titles of a table: those of its columns, and the labels of its facts.
func paths(b *tables.Table) [][]string {
	var out [][]string
	for _, c := range b.Columns {
		out = append(out, c.Path)
	}
	for _, f := range b.Facts {
		out = append(out, []string{f.Label})
	}
	return out
}

// typeTitle reads the title of a column that is a type of risk: 思想道德风险 below 廉政风险点.
func typeTitle(path []string) (string, bool) {
	types, sure := wording.RiskTypesOf(path[len(path)-1])
	if sure != wording.Clear || len(types) != 1 {
		return "", false
	}
	if len(path) > 1 {
		above, ok := readTitle(KindRegister, path[:len(path)-1])
		return string(types[0]), ok && (above.field == fTitle || above.field == fRiskType || above.field == fManifestation)
	}
	return string(types[0]), strings.HasSuffix(titleText(path[0]), "风险")
}

// gradeTitle reads the title of a column that is a grade: 高 below 风险等级, or 高风险点.
func gradeTitle(path []string) (f field, value string, ok bool) {
	leaf := path[len(path)-1]
	g, sure := wording.GradeOf(leaf)
	if sure != wording.Clear {
		return "", "", false
	}
	if len(path) > 1 {
		if above, ok := readTitle(KindRegister, path[:len(path)-1]); ok && (above.field == fGrade || above.field == fProposed) {
			return above.field, string(g), true
		}
	}
	return fGrade, string(g), gradedRisk(leaf)
}

// gradedRisk reports whether a title says that a column holds risks of a grade.
func gradedRisk(title string) bool {
	text := titleText(title)
	if !strings.HasSuffix(text, "风险") && !strings.HasSuffix(text, "风险点") || strings.HasPrefix(text, "风险") {
		return false
	}
	_, sure := wording.GradeOf(text)
	return sure == wording.Clear
}

// read reads the titles as those of a kind.
func (s *source) read(k Kind) {
	s.kind = k
	s.mapped, s.facts = nil, nil
	for _, c := range s.block.Columns {
		s.mapped = append(s.mapped, &mappedColumn{index: c.Index, path: c.Path})
	}
	for _, f := range s.block.Facts {
		s.facts = append(s.facts, &mappedFact{Fact: f})
	}
	if k != KindNone {
		s.readColumns()
		for _, f := range s.facts {
			if t, ok := readTitle(k, []string{f.Label}); ok && t.field != fSerial {
				f.field, f.sure = t.field, t.sure
			}
		}
		s.settleTitles()
		s.leaveAlone()
	}
	s.settleColumns()
}

// readColumns reads the title of each column; of several for the same field, which takes one, the
// best is read.
func (s *source) readColumns() {
	best := map[field]int{} // index in mapped
	ranks := make([]titled, len(s.mapped))
	for i, m := range s.mapped {
		if s.kind == KindRegister {
			if value, ok := typeTitle(m.path); ok {
				m.field, m.sure, m.value = fRiskType, wording.Clear, value
				continue
			}
			if f, value, ok := gradeTitle(m.path); ok {
				m.field, m.sure, m.value = f, wording.Clear, value
				continue
			}
		}
		t, ok := readTitle(s.kind, m.path)
		if !ok {
			continue
		}
		ranks[i] = t
		other, taken := best[t.field]
		switch {
		case !taken || t.field == fSerial:
		case several[t.field] && (t.sure == ranks[other].sure):
		case t.sure > ranks[other].sure || t.sure == ranks[other].sure && t.rank < ranks[other].rank:
			s.mapped[other].field = ""
		default:
			continue
		}
		m.field, m.sure = t.field, t.sure
		best[t.field] = i
	}
	if s.kind == KindRegister {
		_, measures := best[fMeasure]
		_, direct := best[fDirectOwner]
		if owner, ok := best[fOwner]; ok && !measures && !direct { // without measures it is the risk's
			s.mapped[owner].field = fDirectOwner
		}
	}
}

// settleColumns derives from the mapped columns where each field is read.
func (s *source) settleColumns() {
	s.columns, s.more, s.values, s.fixed, s.titles, s.header = map[field]int{}, map[field][]int{}, nil, map[field]fixed{}, map[field]string{}, nil
	width := 0
	for _, m := range s.mapped {
		if m.path != nil {
			width = max(width, m.index+1)
		}
	}
	s.header = make([]string, width)
	for _, m := range s.mapped {
		if m.path != nil {
			s.header[m.index] = m.title()
		}
		switch _, taken := s.columns[m.field]; {
		case m.field == "" || m.field == fSerial:
		case m.value != "":
			s.values = append(s.values, valueColumn{m.index, m.field, m.value})
			if _, titled := s.titles[m.field]; !titled && len(m.path) > 1 {
				s.titles[m.field] = strings.Join(m.path[:len(m.path)-1], " / ")
			}
		case taken:
			s.more[m.field] = append(s.more[m.field], m.index)
		default:
			s.columns[m.field] = m.index
			s.titles[m.field] = m.title()
		}
	}
	for _, f := range s.facts {
		if f.field != "" && f.Value != "" {
			s.fixed[f.field] = fixed{f.Value, f.Row, f.Column}
			if _, taken := s.titles[f.field]; !taken {
				s.titles[f.field] = f.Label
			}
		}
	}
	for f, v := range s.stated {
		if _, column := s.columns[f]; !column {
			s.fixed[f] = v
		}
	}
	if s.table.Exported {
		s.splitUnit()
	}
}

// template reports whether a row of the table was not filled in: nothing but its number and unit is
// its own.
func (s *source) template(row sheet.Row) bool {
	for _, m := range s.mapped {
		if m.field == fSerial || (m.field == fUnit || m.field == fUnitCode) && s.kind != KindUnits {
			continue
		}
		if c := row.Cell(m.index); !c.Blank() && !c.Filled {
			return false
		}
	}
	return true
}

// titleOf returns a field's title on the form.
func titleOf(k Kind, f field) string {
	for _, l := range layouts {
		for _, c := range l.columns {
			if c.field == f && l.kind == k {
				return c.titles[0]
			}
		}
	}
	return string(f)
}

func layoutOf(k Kind) layout {
	for _, l := range layouts {
		if l.kind == k {
			return l
		}
	}
	return layout{}
}

// missing reports the columns that a table of its kind needs and has not.
func (s *source) missing() []Problem {
	var out []Problem
	for _, group := range layoutOf(s.kind).needs {
		if slices.ContainsFunc(group, s.has) {
			continue
		}
		title := titleOf(s.kind, group[0])
		out = append(out, Problem{Sheet: s.name, Row: s.heading, Reason: ReasonMissingColumn,
			WantedZH: fmt.Sprintf("作为%s,标题行应有“%s”列", kindWords[s.kind][0], title),
			WantedEN: fmt.Sprintf("As a table of %s it needs a column titled %s", kindWords[s.kind][1], title)})
	}
	return out
}

// has reports whether the table gives the field: by a column, a column whose title is a value, or
// for all its rows.
func (s *source) has(f field) bool {
	_, column := s.columns[f]
	_, held := s.fixed[f]
	return column || held || s.section == f && f != "" || slices.ContainsFunc(s.values, func(v valueColumn) bool {
		return v.field == f || f == fTitle && (v.field == fRiskType || v.field == fGrade || v.field == fProposed)
	})
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
