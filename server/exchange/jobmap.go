package exchange

import (
	"context"
	"slices"
	"strings"

	"sineng/server/authz"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/form/wording"
)

// Answers complete the mapping of a file.
type Answers struct {
	Heads   []HeadAnswer
	Tables  []TableAnswer
	Words   []WordAnswer
	Doubts  map[string]SameAnswer
	Choices *ChoicesAnswer
	// Accept takes all proposals that are not answered.
	Accept bool
	// SaveAs keeps the mapping under this name, "" for not.
	SaveAs string
}

// ChoicesAnswer are choices of which those that are nil stay as they were.
type ChoicesAnswer struct {
	LeaveOutHidden, LeaveOutRest *bool
	SamePosts                    *SamePosts
}

func assign[T any](at *T, value *T) {
	if value != nil {
		*at = *value
	}
}

// TableAnswer says how a table is read.
type TableAnswer struct {
	// Number counts the tables of the file from 1. Tables of the same titles without answers of their
	// own are read in the same way.
	Number int
	// Kind is another kind than the present one, "" for the same.
	Kind     Kind
	LeaveOut bool
	Columns  []ColumnAnswer
	// Facts are labels with values, by their number from 0.
	Facts []ColumnAnswer
	// Values hold for all rows, by field.
	Values map[string]string
}

// ColumnAnswer says what a column is read as.
type ColumnAnswer struct {
	Column int
	// Field is LeaveOut for a column that is not read.
	Field string
	Value string
}

// WordAnswer says what a word means.
type WordAnswer struct {
	Kind        WordKind
	Text, Value string
}

// answered is the mapping with which a file was read, completed by answers.
func (p *Plan) answered(a Answers) (*Mapping, error) {
	m := p.mapping.clone()
	var bad fault.List
	for _, t := range a.Tables {
		if t.Number < 1 || t.Number > len(m.Tables) {
			bad.Add(fault.Bad("tables", "NO_SUCH_TABLE", "文件中没有这张表", "The file has no such table"))
			continue
		}
		p.answerTable(&m.Tables[t.Number-1], t, &bad)
		for i := range m.Tables {
			if i != t.Number-1 && !t.LeaveOut && !answersOwn(a.Tables, i+1) && p.mapping.Tables[i].alike(p.mapping.Tables[t.Number-1]) {
				p.answerTable(&m.Tables[i], t, &bad)
			}
		}
	}
	p.answerHeads(m, a.Heads, &bad)
	if c := a.Choices; c != nil {
		assign(&m.Choices.LeaveOutHidden, c.LeaveOutHidden)
		assign(&m.Choices.LeaveOutRest, c.LeaveOutRest)
		assign(&m.Choices.SamePosts, c.SamePosts)
	}
	for title, answer := range a.Doubts {
		if m.Choices.Same == nil {
			m.Choices.Same = map[string]SameAnswer{}
		}
		m.Choices.Same[title] = answer
	}
	for _, w := range a.Words {
		if !validMeaning(w.Kind, w.Value) {
			bad.Add(fault.Bad("words", "BAD_MEANING", "“"+w.Value+"”不能作为“"+w.Text+"”的含义", w.Value+" is no meaning of "+w.Text))
			continue
		}
		if m.Words[w.Kind] == nil {
			m.Words[w.Kind] = map[string]string{}
		}
		m.Words[w.Kind][w.Text] = w.Value
	}
	if a.Accept {
		p.accept(m)
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	return m, m.check()
}

// answersOwn reports whether a table has answers of its own.
func answersOwn(all []TableAnswer, number int) bool {
	return slices.ContainsFunc(all, func(t TableAnswer) bool { return t.Number == number })
}

// answerTable applies the answers about one table.
func (p *Plan) answerTable(t *TableMapping, a TableAnswer, bad *fault.List) {
	switch {
	case a.LeaveOut:
		t.Kind = KindNone
		return
	case a.Kind != "" && a.Kind != t.Kind:
		t.Kind = a.Kind
		// What was given for all rows may be no field of the new kind.
		t.Section, t.Values = "", nil
		for _, columns := range [][]ColumnMapping{t.Columns, t.Facts} {
			readAnew(a.Kind, columns)
		}
	}
	for _, c := range a.Columns {
		i := slices.IndexFunc(t.Columns, func(m ColumnMapping) bool { return m.Letter == sheet.ColumnName(c.Column) })
		if i < 0 {
			bad.Add(fault.Bad("tables", "NO_SUCH_COLUMN", "表中没有这一列", "The table has no such column"))
			continue
		}
		t.Columns[i].Field, t.Columns[i].Value, t.Columns[i].Proposed = c.Field, c.Value, false
	}
	for _, c := range a.Facts {
		if c.Column < 0 || c.Column >= len(t.Facts) {
			bad.Add(fault.Bad("tables", "NO_SUCH_COLUMN", "表上没有这个标签", "The table has no such label"))
			continue
		}
		t.Facts[c.Column].Field, t.Facts[c.Column].Proposed = c.Field, false
	}
	for f, text := range a.Values {
		if t.Values == nil {
			t.Values = map[string]string{}
		}
		t.Values[f] = text
	}
}

// readAnew reads columns, or labels, by their titles as those of a kind. Of several for a field that
// takes one the first is read.
func readAnew(k Kind, columns []ColumnMapping) {
	taken := map[field]bool{}
	for i := range columns {
		c := &columns[i]
		c.Field, c.Value, c.Proposed = "", "", false
		read, ok := readTitle(k, strings.Split(c.Title, " / "))
		if c.Title == "" || !ok || taken[read.field] && !several[read.field] {
			continue
		}
		taken[read.field] = true
		c.Field, c.Proposed = string(read.field), read.sure == wording.Proposed
	}
}

// accept takes the proposals of the plan.
func (p *Plan) accept(m *Mapping) {
	for _, w := range p.Words {
		if w.Sure == wording.Proposed && m.Words[w.Kind][w.Text] == "" {
			if m.Words[w.Kind] == nil {
				m.Words[w.Kind] = map[string]string{}
			}
			m.Words[w.Kind][w.Text] = w.Value
		}
	}
	if m.Choices.SamePosts == "" {
		m.Choices.SamePosts = p.samePosts
	}
	for _, t := range m.Tables {
		for _, columns := range [][]ColumnMapping{t.Columns, t.Facts} {
			for i := range columns {
				columns[i].Proposed = false
			}
		}
	}
	for _, d := range p.Doubts {
		if m.Choices.Same[d.Title] == "" {
			if m.Choices.Same == nil {
				m.Choices.Same = map[string]SameAnswer{}
			}
			m.Choices.Same[d.Title] = AnswerNew
		}
	}
}

// Map completes the mapping of a job's file and computes the dry run again.
func (j *Jobs) Map(ctx context.Context, id int64, a Answers) (*Job, error) {
	if err := authz.CheckAnywhere(ctx, authz.Import); err != nil {
		return nil, err
	}
	m, unitID, err := j.mapping(ctx, id, a)
	if err != nil {
		return nil, err
	}
	if a.SaveAs = strings.TrimSpace(a.SaveAs); a.SaveAs != "" {
		if unitID == nil {
			return nil, fault.Bad("saveAs", "UNIT_NEEDED", "保存映射须先选定导入的单位", "Choose the unit of the import to keep a mapping for it")
		}
		m.Name = a.SaveAs
		if _, err := j.service.Keep(ctx, *unitID, m); err != nil {
			return nil, err
		}
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	one, err := j.find(ctx, id)
	if err != nil {
		return nil, err
	}
	if one.State != Planned {
		return nil, wrongState(one.State)
	}
	if err := j.room(one.owner, one); err != nil {
		return nil, err
	}
	j.start(ctx, one, Planning, func(ctx context.Context, o Options) (*Plan, error) {
		o.Mapping = m
		return j.service.Plan(ctx, one.upload.file, o)
	})
	return one.snapshot(), nil
}

// mapping is the completed mapping of a job that was planned and may be planned again, and the unit of
// its import.
func (j *Jobs) mapping(ctx context.Context, id int64, a Answers) (*Mapping, *int64, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	one, err := j.find(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	if one.State != Planned {
		return nil, nil, wrongState(one.State)
	}
	if err := j.room(one.owner, one); err != nil {
		return nil, nil, err
	}
	m, err := one.Plan.answered(a)
	return m, one.unitID, err
}

// Used is the mapping with which the file was read, confirmed as a whole.
func (p *Plan) Used() *Mapping {
	m := p.mapping.clone()
	p.accept(m)
	return m
}
