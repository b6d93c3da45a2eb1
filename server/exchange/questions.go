package exchange

import (
	"fmt"
	"slices"
	"strings"

	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/form/wording"
)

// QuestionKind is what is asked of a file; the values match ImportQuestionKind of the API.
type QuestionKind string

// The kinds of questions.
const (
	AskColumn    QuestionKind = "COLUMN"     // which field a column is, or whether it is left out
	AskWord      QuestionKind = "WORD"       // what a word means
	AskRest      QuestionKind = "REST"       // whether rows and sheets without a table are left out
	AskSamePosts QuestionKind = "SAME_POSTS" // whether a risk of several posts is one or several
	AskDoubt     QuestionKind = "DOUBT"      // whether a row is a registered risk point under a new title
)

// Question is something to be answered before a file is imported.
type Question struct {
	Kind QuestionKind
	// Sheet and Row say where it arises first; Row is 0 for a whole sheet.
	Sheet string
	Row   int
	// Text is the column's title, the word, or the rows.
	Text string
	// Count is how many cells or rows it concerns, Sample the text of the first.
	Count  int
	Sample string
	// Proposal is the answer that is proposed: a field, a meaning or a choice; "" for none.
	Proposal string
}

// In says what is asked, in the language "en" or else Chinese.
func (q Question) In(lang string) string {
	zh, en := "", ""
	switch q.Kind {
	case AskColumn:
		zh, en = fmt.Sprintf("“%s”列(%d 格,例如“%s”)是什么内容,还是不导入?", q.Text, q.Count, q.Sample), fmt.Sprintf("What is column %q (%d cells, such as %q), or is it left out?", q.Text, q.Count, q.Sample)
	case AskWord:
		zh, en = fmt.Sprintf("“%s”(%d 处)是什么意思?", q.Text, q.Count), fmt.Sprintf("What does %q mean (%d times)?", q.Text, q.Count)
	case AskRest:
		zh, en = fmt.Sprintf("%s 有 %d 行没有读取(例如“%s”),是否不导入?", q.Text, q.Count, q.Sample), fmt.Sprintf("%s: %d rows are not read (such as %q); are they left out?", q.Text, q.Count, q.Sample)
	case AskSamePosts:
		zh, en = "同一风险涉及多个岗位:每个岗位一个风险点,还是一个风险点多个涉险岗位?", "The same risk stands for several posts: a risk point per post, or one with several exposed posts?"
	case AskDoubt:
		zh, en = fmt.Sprintf("第 %d 行“%s”是否就是已登记的“%s”?", q.Row, q.Text, q.Sample), fmt.Sprintf("Is %q in row %d the registered %q?", q.Text, q.Row, q.Sample)
	}
	if p := q.proposed(); q.Proposal != "" {
		zh, en = zh+" 建议:"+p.ZH, en+" Proposed: "+p.EN
	}
	if lang == "en" {
		return en
	}
	return zh
}

// TableInfo is a table of a file with what its columns are read as.
type TableInfo struct {
	// Number counts the tables of the file from 1.
	Number int
	Sheet  string
	Hidden bool
	Kind   Kind
	// Head are the rows of the titles, First and Last those of the data; 0 for a card.
	Head        []int
	First, Last int
	Rows        int
	Columns     []ColumnInfo
	Facts       []ColumnInfo
	// Values hold for all its rows, by field, since an answer gave them.
	Values map[string]string
}

// ColumnInfo is a column, or a label with a value, with what it is read as.
type ColumnInfo struct {
	// Column counts from 0; Letter is its name.
	Column int
	Letter string
	Title  string
	Field  string
	Value  string
	Sure   wording.Certainty
	// Filled counts the cells with data, Sample is the first of them.
	Filled int
	Sample string
}

// tables describes the tables of the file.
func (in *input) tables() []TableInfo {
	var out []TableInfo
	for _, s := range in.sources {
		t := TableInfo{Number: s.number, Sheet: s.name, Hidden: s.hidden, Kind: s.kind, Head: s.block.Head, First: s.block.From, Last: s.block.To, Rows: s.count}
		for _, m := range s.mapped {
			t.Columns = append(t.Columns, ColumnInfo{m.index, sheet.ColumnName(m.index), m.title(), string(m.field), m.value, m.sure, m.filled, m.sample})
		}
		for _, f := range s.facts {
			t.Facts = append(t.Facts, ColumnInfo{Column: f.Column, Letter: sheet.ColumnName(max(0, f.Column)), Title: f.Label, Field: string(f.field), Sure: f.sure, Filled: 1, Sample: short(f.Value)})
		}
		t.Values = s.answers()
		out = append(out, t)
	}
	return out
}

// answers are the values for all rows that no line of the table gives but an answer, by field.
func (s *source) answers() map[string]string {
	var out map[string]string
	for f, v := range s.fixed {
		if v.column < 0 {
			if out == nil {
				out = map[string]string{}
			}
			out[string(f)] = v.text
		}
	}
	return out
}

// current is how the file is read at present, with the words whose meaning was given.
func (in *input) current() *Mapping {
	m := &Mapping{Heads: in.heads, Words: map[WordKind]map[string]string{}, Choices: in.choices}
	if in.mapping != nil {
		m.Name, m.Words = in.mapping.Name, in.mapping.Words
	}
	for _, s := range in.sources {
		t := s.mapping()
		t.Values = s.answers()
		m.Tables = append(m.Tables, t)
	}
	return m.clone()
}

// proposal is current with all words and their proposals: what is written for somebody to complete.
func (in *input) proposal() *Mapping {
	m := in.current()
	for _, w := range in.words.order {
		if m.Words[w.Kind] == nil {
			m.Words[w.Kind] = map[string]string{}
		}
		if m.Words[w.Kind][w.Text] = w.Value; w.Value == "" {
			m.Words[w.Kind][w.Text] = openWord
		}
	}
	if several, _ := in.survey.samePosts(); several && m.Choices.SamePosts == "" {
		m.Choices.SamePosts = in.samePosts()
	}
	return m
}

// samePosts is how rows are read that name the same risk for several posts: as was chosen; one for
// each post where their grades differ.
func (in *input) samePosts() SamePosts {
	if in.choices.SamePosts != "" {
		return in.choices.SamePosts
	}
	if _, differ := in.survey.samePosts(); differ {
		return PerPost
	}
	return OneRisk
}

// unread are the parts of the file with data that are not read.
func (in *input) unread() []Unread {
	var out []Unread
	for _, s := range in.sources {
		if s.kind == KindNone {
			if rows := s.block.Count; rows > 0 {
				out = append(out, Unread{Sheet: s.name, First: s.block.From, Last: s.block.To, Count: rows, Sample: s.sample(), Left: in.choices.LeaveOutRest || s.given})
			}
			continue
		}
		for _, m := range s.mapped {
			if m.field == "" && m.differs > 0 || m.field == LeaveOut {
				out = append(out, Unread{Sheet: s.name, Column: sheet.ColumnName(m.index), Title: m.title(), First: s.block.From, Last: s.block.To,
					Count: m.filled, Sample: m.sample, Left: m.field == LeaveOut})
			}
		}
		for _, f := range s.facts {
			if (f.field == "" || f.field == LeaveOut) && f.Value != "" {
				out = append(out, Unread{Sheet: s.name, Column: sheet.ColumnName(max(0, f.Column)), Title: f.Label, First: f.Row, Last: f.Row, Count: 1, Sample: short(f.Value), Left: f.field == LeaveOut})
			}
		}
	}
	for _, p := range in.parts {
		out = append(out, Unread{Sheet: p.sheet, First: p.first, Last: p.last, Count: p.rows, Sample: p.sample, Left: in.choices.LeaveOutRest})
	}
	return out
}

// sample is the text of the table's titles.
func (s *source) sample() string {
	return short(strings.Join(slices.DeleteFunc(slices.Clone(s.header), func(t string) bool { return t == "" }), " | "))
}

// questions are what is to be answered before the file is imported.
func (in *input) questions(o Options) []Question {
	var out []Question
	for _, s := range in.sources {
		if s.kind == KindNone || o.Accept {
			continue
		}
		for _, m := range s.mapped {
			if m.field != "" && m.field != LeaveOut && m.sure == wording.Proposed && m.filled > 0 {
				out = append(out, Question{AskColumn, s.name, m.row, m.title(), m.filled, m.sample, string(m.field)})
			}
		}
	}
	if !o.LeaveOut {
		for _, u := range in.unread() {
			switch {
			case u.Left:
			case u.Column != "":
				out = append(out, Question{AskColumn, u.Sheet, u.First, titleOrLetter(u), u.Count, u.Sample, ""})
			default:
				out = append(out, Question{AskRest, u.Sheet, u.First, u.Where("zh"), u.Count, u.Sample, ""})
			}
		}
	}
	if o.Accept {
		return out
	}
	for _, w := range in.words.order {
		if w.Sure == wording.Proposed {
			out = append(out, Question{AskWord, w.Sheet, w.Row, w.Text, w.Count, string(w.Kind), w.Value})
		}
	}
	if several, differ := in.survey.samePosts(); several && !differ && in.choices.SamePosts == "" {
		out = append(out, Question{Kind: AskSamePosts, Sheet: in.sources[0].name, Count: 1, Proposal: string(OneRisk)})
	}
	return out
}

// titleOrLetter names a column by its title, or its letter where it has none.
func titleOrLetter(u Unread) string {
	if u.Title == "" {
		return u.Column
	}
	return u.Title
}

// asked is the error of a file with open questions.
func (p *Plan) asked() error {
	var zh, en []string
	for i, q := range p.Questions {
		if i == 5 {
			break
		}
		zh, en = append(zh, q.In("zh")), append(en, q.In("en"))
	}
	return fault.New(fault.Invalid, ReasonQuestions, "mapping",
		fmt.Sprintf("导入前有 %d 个问题需要回答:%s", len(p.Questions), strings.Join(zh, " ")),
		fmt.Sprintf("%d questions must be answered before the import: %s", len(p.Questions), strings.Join(en, " ")))
}

// settleTypes reads a column of types as one of fields of business where none of its words is a
// type.
func (in *input) settleTypes() {
	for _, s := range in.sources {
		column, has := s.columns[fRiskType]
		if s.kind != KindRegister || !has || s.given {
			continue
		}
		types := 0
		for _, w := range in.words.words[WordRiskType] {
			if w.Value != LeftOpen {
				types++
			}
		}
		if types > 0 || len(in.words.words[WordRiskType]) == 0 {
			continue
		}
		for _, m := range s.mapped {
			if m.index == column && m.field == fRiskType {
				m.field, m.sure = fCategory, wording.Proposed
			}
		}
		s.settleColumns()
	}
	in.words.forget(WordRiskType, func() bool {
		return !slices.ContainsFunc(in.sources, func(s *source) bool { return s.has(fRiskType) })
	})
}

// forget drops the words of a kind when no column has them any more.
func (b *wordBook) forget(k WordKind, gone func() bool) {
	if !gone() {
		return
	}
	delete(b.words, k)
	b.order = slices.DeleteFunc(b.order, func(w *Word) bool { return w.Kind == k })
}
