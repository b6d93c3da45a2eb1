package exchange

import (
	"maps"
	"slices"
	"strings"

	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/form/wording"
)

// Mapping says how files of a layout are read.
type Mapping struct {
	// Name is the name under which it is kept, "" for one that is not.
	Name string `yaml:"name" json:"name"`
	// Heads are rows of titles that somebody named, where they are not found as such.
	Heads []HeadRows `yaml:"heads,omitempty" json:"heads,omitempty"`
	// Tables are the tables of the layout, each recognised by its titles.
	Tables []TableMapping `yaml:"tables" json:"tables"`
	// Words are the meanings of words, by kind and word as written.
	Words map[WordKind]map[string]string `yaml:"words" json:"words"`
	// Choices are made once per file.
	Choices Choices `yaml:"choices" json:"choices"`
}

// TableMapping says how a table is read.
type TableMapping struct {
	// Sheet is the name of the sheet that it was made for; others are read by it too.
	Sheet string `yaml:"sheet" json:"sheet"`
	// Kind is what the table is about; KindNone leaves it out.
	Kind Kind `yaml:"kind" json:"kind"`
	// Columns are its columns in order; their titles recognise the table.
	Columns []ColumnMapping `yaml:"columns" json:"columns"`
	// Facts are the labels with values above it.
	Facts []ColumnMapping `yaml:"facts,omitempty" json:"facts"`
	// Section is what headings between its rows give: unit, power, riskType …; "" for nothing.
	Section string `yaml:"section,omitempty" json:"section"`
	// Values hold for all its rows where the table has no such column, by field.
	Values map[string]string `yaml:"values,omitempty" json:"values"`
}

// ColumnMapping says what a column, or a label with a value, is read as.
type ColumnMapping struct {
	// Title is the title as written, of several rows parted by " / ".
	Title string `yaml:"title" json:"title"`
	// Field is a field of the kind, LeaveOut, or "" for none given.
	Field string `yaml:"field" json:"field"`
	// Value is what a tick or text in the column means, "" for a column of values.
	Value string `yaml:"value,omitempty" json:"value"`
	// Letter is the letter of a column; it finds one without a title, and only tells of others.
	Letter string `yaml:"column,omitempty" json:"column"`
	// Proposed reports that Field is a guess, which nobody has confirmed.
	Proposed bool `yaml:"-" json:"proposed,omitempty"`
}

// LeaveOut is the field of a column that is not read.
const LeaveOut = "-"

// Choices are made once per file.
type Choices struct {
	// LeaveOutHidden leaves hidden rows, columns and sheets out.
	LeaveOutHidden bool `yaml:"leaveOutHidden" json:"leaveOutHidden"`
	// SamePosts says what rows are that name the same risk for several posts.
	SamePosts SamePosts `yaml:"samePosts,omitempty" json:"samePosts"`
	// LeaveOutRest leaves out all rows outside of tables, and sheets that are not read.
	LeaveOutRest bool `yaml:"leaveOutRest" json:"leaveOutRest"`
	// Same says, by the title in the file, whether it is the risk point of the register that it
	// resembles.
	Same map[string]SameAnswer `yaml:"same,omitempty" json:"same"`
}

// SameAnswer says whether a row is the risk point that it resembles.
type SameAnswer string

// The answers.
const (
	AnswerSame SameAnswer = "SAME" // the registered one, under a new title
	AnswerNew  SameAnswer = "NEW"  // another one
)

// SamePosts says what rows are that name the same risk in a unit for several posts.
type SamePosts string

// The values of SamePosts; "" leaves it open.
const (
	PerPost SamePosts = "PER_POST" // a risk point per post
	OneRisk SamePosts = "ONE_RISK" // one risk point with several exposed posts
)

// signature are the titles by which a table is recognised.
func (t TableMapping) signature() string {
	var out []string
	for _, c := range t.Columns {
		if c.Title != "" {
			out = append(out, titleKey(c.Title))
		}
	}
	for _, c := range t.Facts {
		out = append(out, ":"+titleKey(c.Title))
	}
	return strings.Join(out, "|")
}

// titleKeys are the titles of columns that a mapping knows, by titleKey, those of several rows one by one.
func (m *Mapping) titleKeys() map[string]bool {
	out := map[string]bool{}
	if m == nil {
		return out
	}
	for _, t := range m.Tables {
		for _, c := range t.Columns {
			titles := strings.Split(c.Title, " / ")
			if c.Value != "" { // the lowest is a value, which cells may hold too
				titles = titles[:len(titles)-1]
			}
			for _, title := range titles {
				if k := titleKey(title); k != "" {
					out[k] = true
				}
			}
		}
	}
	return out
}

// alike reports whether two tables of a file have the same titles and are read in the same way.
func (t TableMapping) alike(o TableMapping) bool {
	return t.Kind == o.Kind && t.signature() == o.signature() && slices.Equal(t.Columns, o.Columns) && slices.Equal(t.Facts, o.Facts)
}

func (s *source) signature() string { return s.mapping().signature() }

// mapping is how the table is read at present.
func (s *source) mapping() TableMapping {
	t := TableMapping{Sheet: s.name, Kind: s.kind, Section: string(s.section)}
	for _, m := range s.mapped {
		t.Columns = append(t.Columns, ColumnMapping{m.title(), string(m.field), m.value, sheet.ColumnName(m.index), m.sure == wording.Proposed})
	}
	for _, f := range s.facts {
		t.Facts = append(t.Facts, ColumnMapping{Title: f.Label, Field: string(f.field), Proposed: f.sure == wording.Proposed})
	}
	return t
}

// apply reads the table as a mapping of its layout says.
func (s *source) apply(t TableMapping) {
	s.kind, s.section, s.given = t.Kind, field(t.Section), true
	i := 0
	for _, c := range t.Columns {
		if c.Title == "" {
			s.untitled = append(s.untitled, c)
			continue
		}
		s.mapped[i].field, s.mapped[i].value, s.mapped[i].sure = field(c.Field), c.Value, confirmed(c)
		i++
	}
	for i, c := range t.Facts {
		s.facts[i].field, s.facts[i].sure = field(c.Field), confirmed(c)
	}
	s.stated = map[field]fixed{}
	for f, text := range t.Values {
		s.stated[field(f)] = fixed{text, s.heading, -1}
	}
	s.settleColumns()
}

func confirmed(c ColumnMapping) wording.Certainty {
	if c.Proposed {
		return wording.Proposed
	}
	return wording.Clear
}

// fits counts the tables of a file that are of the mapping's layout.
func (m *Mapping) fits(sources []*source) int {
	n := 0
	for _, s := range sources {
		if slices.ContainsFunc(m.Tables, func(t TableMapping) bool { return t.signature() == s.signature() }) {
			n++
		}
	}
	return n
}

// tableFor is the number of the table by which one of a file is read: of those of its titles the one
// of its sheet that no other was read by, or else the first; -1 for none.
func (m *Mapping) tableFor(s *source, taken map[int]bool) int {
	best, signature := -1, s.signature()
	for i, t := range m.Tables {
		switch {
		case t.signature() != signature:
		case t.Sheet == s.name && !taken[i]:
			return i
		case best < 0:
			best = i
		}
	}
	return best
}

// clone is a copy that may be changed.
func (m *Mapping) clone() *Mapping {
	out := *m
	out.Heads, out.Tables = cloneHeads(m.Heads), slices.Clone(m.Tables)
	for i := range out.Tables {
		t := &out.Tables[i]
		t.Columns, t.Facts, t.Values = slices.Clone(t.Columns), slices.Clone(t.Facts), maps.Clone(t.Values)
	}
	out.Words = map[WordKind]map[string]string{}
	for k, words := range m.Words {
		out.Words[k] = maps.Clone(words)
	}
	out.Choices.Same = maps.Clone(m.Choices.Same)
	return &out
}

// fields are the fields that a column of a kind may be read as.
func fields(k Kind) []field {
	var out []field
	for _, c := range layoutOf(k).columns {
		if !slices.Contains(out, c.field) {
			out = append(out, c.field)
		}
	}
	if k == KindRegister || k == KindMeasures {
		out = append(out, fOwnerTitle, fDirectOwnerTitle, fSupervisorTitle, fDeptOwnerTitle, fLeaderOwnerTitle)
	}
	return append(out, fSerial)
}

// check reports what is wrong with a mapping: fields, kinds and words that do not exist.
func (m *Mapping) check() error {
	var bad fault.List
	wrong := func(at, zh, en string) { bad.Add(fault.Bad("mapping", "BAD_MAPPING", at+":"+zh, at+": "+en)) }
	m.checkHeads(wrong)
	for _, t := range m.Tables {
		if t.Kind == KindNone {
			continue
		}
		if !slices.Contains(kinds, t.Kind) {
			wrong(t.Sheet, "没有“"+string(t.Kind)+"”这种表", string(t.Kind)+" is no kind of table")
			continue
		}
		for _, c := range slices.Concat(t.Columns, t.Facts) {
			if c.Field != "" && c.Field != LeaveOut && !slices.Contains(fields(t.Kind), field(c.Field)) {
				wrong(c.Title, "没有“"+c.Field+"”这个字段", c.Field+" is no field of such a table")
			}
			if k, ok := wordKindOf[field(c.Field)]; c.Value != "" && (!ok || !validMeaning(k, c.Value)) {
				wrong(c.Title, "“"+c.Value+"”不是该字段的值", c.Value+" is no value of the field")
			}
		}
	}
	for k, words := range m.Words {
		for text, value := range words {
			if value != "" && value != openWord && !validMeaning(k, value) {
				wrong(text, "“"+value+"”不是可用的含义", value+" is no meaning of it")
			}
		}
	}
	if s := m.Choices.SamePosts; s != "" && s != PerPost && s != OneRisk {
		wrong("samePosts", "应为 PER_POST 或 ONE_RISK", "PER_POST or ONE_RISK")
	}
	return bad.Err()
}
