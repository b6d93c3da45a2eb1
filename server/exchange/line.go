package exchange

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent/term"
	"sineng/server/exchange/sheet"
	"sineng/server/form/wording"
)

// line is a row being parsed. It collects the row's problems.
type line struct {
	*source
	row sheet.Row
	// part is the column of the row, counted from 1, that makes a line of its own; 0 for the whole row.
	part int
	// given are values that this line has beside the columns; held those of a heading above it.
	given    map[field]placedCell
	held     map[field]sheet.Cell
	problems []Problem
	remarks  []Problem
}

// placedCell is a cell with the column in which it stands, -1 for none.
type placedCell struct {
	cell   sheet.Cell
	column int
}

// cell returns the cell of a field and its column, -1 for none: what the line itself gives, a
// column, a heading above, or what holds for the table.
func (l *line) cell(f field) (sheet.Cell, int, bool) {
	if g, ok := l.given[f]; ok {
		return g.cell, g.column, true
	}
	column, has := l.columns[f]
	if has {
		if c := l.row.Cell(column); !c.Blank() {
			return c, column, true
		}
	}
	if c, ok := l.held[f]; ok {
		return c, -1, true
	}
	if v, ok := l.fixed[f]; ok && !has {
		return sheet.Cell{Text: v.text}, -1, true
	}
	return sheet.Cell{}, column, has
}

// raw is the text of a field's cell on one line, whatever it holds.
func (l *line) raw(f field) string {
	c, _, _ := l.cell(f)
	return oneLine(c.Text)
}

// rawText is raw with its line breaks.
func (l *line) rawText(f field) string {
	c, _, _ := l.cell(f)
	return clean(c.Text)
}

// bad reports whether the row has a problem.
func (l *line) bad() bool { return len(l.problems) > 0 }

// fail adds a problem of a cell; zh and en say what would be right.
func (l *line) fail(f field, reason, zh, en string) { l.add(l.about(f, reason, zh, en)) }

// add adds problems of the row.
func (l *line) add(problems ...Problem) {
	if len(problems) == 0 {
		return
	}
	l.note()
	if !l.bad() {
		l.source.bad++
	}
	if l.problems = append(l.problems, problems...); l.source.bad > MaxProblems { // counted, and not shown
		l.problems, l.row.Cells = untold, nil
	}
}

// untold stands for the problems of a row after so many others that nobody is told of them.
var untold = make([]Problem, 1)

// note keeps the row until the plan is built.
func (l *line) note() {
	if len(l.problems)+len(l.remarks) == 0 {
		l.source.noted = append(l.source.noted, l)
	}
}

// mark is the row without its cells, which is what an object that was settled remembers of it.
func (l *line) mark() *line {
	if l == nil || l.row.Cells == nil {
		return l
	}
	return &line{source: l.source, row: sheet.Row{Number: l.row.Number}, part: l.part}
}

// remark reports a cell whose content is not written; zh and en say why. The row stays good.
func (l *line) remark(f field, reason, zh, en string) {
	if l.source.remarks++; l.source.remarks <= MaxProblems { // others are counted
		l.note()
		l.remarks = append(l.remarks, l.about(f, reason, zh, en))
	}
}

// about describes a cell.
func (l *line) about(f field, reason, zh, en string) Problem {
	found, position := "", -1
	if c, column, ok := l.cell(f); ok {
		found, position = clean(c.Text), column
	}
	return Problem{Sheet: l.name, Row: l.row.Number, Column: l.title(f), Found: short(found),
		WantedZH: zh, WantedEN: en, Reason: reason, position: position}
}

// title returns the title of a field's column as written, or as on the form
// when the sheet has no such column; empty for no field.
func (l *line) title(f field) string {
	if t, ok := l.titles[f]; ok || f == "" {
		return t
	}
	return titleOf(l.kind, f)
}

// blank reports whether the field's cell is empty or missing.
func (l *line) blank(f field) bool {
	return l.raw(f) == ""
}

// text returns a cell's text of several lines; empty when the sheet has no
// such column.
func (l *line) text(f field, longest int) string { return l.read(f, longest, clean) }

// word returns a cell's text as one line.
func (l *line) word(f field, longest int) string { return l.read(f, longest, oneLine) }

// needed is word for a required cell.
func (l *line) needed(f field, longest int) string {
	before := len(l.problems)
	w := l.word(f, longest)
	if w == "" && len(l.problems) == before {
		l.fail(f, ReasonRequired, "不能为空", "must not be empty")
	}
	return w
}

// ifThere is needed for a field that the table has, and empty without it.
func (l *line) ifThere(f field, longest int) string {
	if !l.has(f) {
		return ""
	}
	return l.needed(f, longest)
}

func (l *line) read(f field, longest int, form func(string) string) string {
	c, _, _ := l.cell(f)
	switch c.Kind {
	case sheet.Formula:
		l.fail(f, ReasonFormula, "这是公式,请复制后用“选择性粘贴—数值”改为文字", "This is a formula; copy it and paste its value")
		return ""
	case sheet.Broken:
		l.fail(f, ReasonErrorValue, "这是公式出错的结果,请改为文字", "This is the error of a formula; type the text")
		return ""
	case sheet.Imprecise:
		l.fail(f, ReasonImprecise, "数字超过 15 位,末尾已失真,请把单元格设为文本格式后重新输入",
			"A number of more than 15 digits has lost its last ones; format the cell as text and type it again")
		return ""
	}
	if l.dittoed(c) { // since there is no row above it
		l.fail(f, ReasonNothingAbove, "上面没有可以照抄的行,请写明内容", "There is no row above to repeat; write what is meant")
		return ""
	}
	s := form(c.Text)
	if more := l.more[f]; len(more) > 0 {
		s = form(l.joined(c.Text, more))
	}
	if n := utf8.RuneCountInString(s); n > longest {
		l.fail(f, ReasonTooLong, fmt.Sprintf("最多 %d 个字,现有 %d 个", longest, n),
			fmt.Sprintf("at most %d characters, it has %d", longest, n))
	}
	return s
}

// joined is the texts of a field that has several columns, each once.
func (l *line) joined(first string, columns []int) string {
	all := []string{}
	if first = clean(first); first != "" {
		all = append(all, first)
	}
	for _, column := range columns {
		c := l.row.Cell(column)
		if text := clean(c.Text); text != "" && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return strings.Join(all, "\n")
}

// tell tells of something that the import does with the row.
func (l *line) tell(k ToldKind, f field, sample, zh, en string) {
	l.source.told.add(k, l.name, l.title(f), l.row.Number, sample, zh, en)
}

// meant reads a cell whose words may have been given a meaning.
func meant[T ~string](l *line, f field, reason, zh, en string) *T {
	s := l.text(f, longestText)
	if s == "" {
		return nil
	}
	switch v := l.words.meaning(wordKindOf[f], s); v {
	case "":
		l.fail(f, reason, zh, en)
		return nil
	case LeftOpen:
		return nil
	default:
		return ptr(T(v))
	}
}

func ptr[T any](v T) *T { return &v }

// value parses a cell; nil when it is empty or invalid.
func value[T any](l *line, f field, parse func(string) (T, bool), reason, zh, en string) *T {
	s := l.text(f, longestText)
	if s == "" {
		return nil
	}
	v, ok := parse(s)
	if !ok {
		l.fail(f, reason, zh, en)
		return nil
	}
	return &v
}

// choice parses a value of an enumeration.
func choice[T interface {
	~string
	Values() []string
	Label(lang string) string
}](l *line, f field, w words[T]) *T {
	zh, en := choices[T]()
	return value(l, f, w.Parse, ReasonUnknownValue, "应为"+zh, "one of "+en)
}

// choices lists the labels of an enumeration.
func choices[T interface {
	~string
	Values() []string
	Label(lang string) string
}]() (zh, en string) {
	var any T
	var labels []string
	for _, v := range any.Values() {
		labels = append(labels, T(v).Label("zh"))
	}
	return strings.Join(labels, "、"), strings.Join(any.Values(), ", ")
}

func (l *line) grade(f field) *term.Grade {
	return meant[term.Grade](l, f, ReasonUnknownGrade, "应为高、中、低,或 A、B、C,或一、二、三级", "A, B or C; 高, 中 or 低; 一, 二 or 三级")
}

// riskTypes are the types of a risk point; open reports a word that is none and is kept as a text.
func (l *line) riskTypes() (types []term.RiskType, open string) {
	s := l.text(fRiskType, longestText)
	if s == "" {
		return nil, ""
	}
	if l.given[fRiskType].cell.Text != "" { // by the titles of columns
		return splitTypes(l.given[fRiskType].cell.Text), ""
	}
	switch v := l.words.meaning(WordRiskType, s); v {
	case "":
		l.fail(fRiskType, ReasonUnknownType, "应为思想道德、制度机制、岗位职责、外部环境、业务流程风险,可并列", "one or more of 思想道德, 制度机制, 岗位职责, 外部环境, 业务流程")
		return nil, ""
	case LeftOpen:
		return nil, oneLine(s)
	default:
		return splitTypes(v), ""
	}
}

func (l *line) scale(f field) *int {
	v := meant[string](l, f, ReasonBadNumber, "应为 1 至 5", "1 to 5")
	if v == nil {
		return nil
	}
	n, _ := strconv.Atoi(*v)
	return &n
}

func (l *line) number(f field, least, most int) *int {
	return value(l, f, func(s string) (int, bool) {
		n, ok := parseInt(s)
		return n, ok && n >= least && n <= most
	}, ReasonBadNumber, fmt.Sprintf("应为 %d 至 %d 的整数", least, most), fmt.Sprintf("a whole number from %d to %d", least, most))
}

func (l *line) flag(f field) *bool {
	return value(l, f, parseBool, ReasonUnknownValue, "应为是或否", "是 or 否")
}

func (l *line) day(f field) *time.Time {
	return value(l, f, func(s string) (time.Time, bool) { return wording.DayOf(s, wording.DayOptions{Serials: true}) }, ReasonBadDate,
		"应为日期,例如 2026-03-01", "a date such as 2026-03-01")
}

// longestText is the greatest length of a text field in the register, in
// characters.
const longestText = 4000

// short shortens a text for display.
func short(s string) string {
	const most = 200
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
