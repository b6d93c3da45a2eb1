package form

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/server/fault"
	"sineng/server/form/wording"
)

// enumeration is the interface that the enumerations of the domain share.
type enumeration interface {
	~string
	Values() []string
	Label(lang string) string
}

func labels[T enumeration](values []T) string {
	var out []string
	for _, known := range T("").Values() {
		for _, v := range values {
			if string(v) == known {
				out = append(out, v.Label("zh"))
				break
			}
		}
	}
	return strings.Join(out, listDivider)
}

func gradeText(g term.Grade) string {
	if g == term.Ungraded {
		return ""
	}
	return string(g)
}

func dayText(day *time.Time) string {
	if day == nil {
		return ""
	}
	return day.Format(time.DateOnly)
}

func numberText(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func boolText(b bool) string {
	if b {
		return "是"
	}
	return "否"
}

// long cleans a text of several lines for a cell, line a text of one line.
func long(s string) string { return wording.Clean(s) }
func line(s string) string { return wording.OneLine(s) }

// canonical returns a typed text in the form in which the register keeps the
// column.
func canonical(c Column, text string) string {
	if c.Input == InputLong {
		return long(text)
	}
	if c.Input == InputPosts || c.Input == InputPersons || c.Input == InputRisks || c.Input == InputChoices {
		return long(text)
	}
	return line(text)
}

// checkCell returns what is wrong with a text in a column, nil when it is
// valid.
func checkCell(c Column, text string) *fault.Error {
	switch {
	case text == "" && c.Required:
		return fault.Bad(c.Code, "REQUIRED", "请填写"+c.ZH, c.EN+" is required")
	case c.Most > 0 && utf8.RuneCountInString(text) > c.Most:
		n := utf8.RuneCountInString(text)
		return fault.Bad(c.Code, "TOO_LONG", fmt.Sprintf("%s最多 %d 个字,现有 %d 个", c.ZH, c.Most, n),
			fmt.Sprintf("%s has at most %d characters, it has %d", c.EN, c.Most, n))
	case !utf8.ValidString(text) || strings.ContainsRune(text, 0):
		return fault.Bad(c.Code, "BAD_CHARACTER", c.ZH+"含有无效字符", c.EN+" has an invalid character")
	}
	return nil
}

// quoted shortens a text for quotation in an error.
func quoted(text string) string {
	text = line(text)
	if r := []rune(text); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return text
}

// choice parses one value of an enumeration.
func choice[T enumeration](c Column, parse func(string) (T, bool), text string) (T, *fault.Error) {
	v, ok := parse(text)
	if !ok {
		return v, fault.Bad(c.Code, "UNKNOWN_VALUE", fmt.Sprintf("%s不能填“%s”,应为:%s", c.ZH, quoted(text), strings.Join(c.Options, "、")),
			fmt.Sprintf("%s cannot be “%s”; it is one of %s", c.EN, quoted(text), english[T]()))
	}
	return v, nil
}

// choices parses several values of an enumeration.
func choices[T enumeration](c Column, words wording.Words[T], text string) ([]T, *fault.Error) {
	all, ok := words.ParseList(text)
	if !ok {
		return nil, someOf[T](c, text)
	}
	return all, nil
}

// someOf says that a text is no list of values of an enumeration.
func someOf[T enumeration](c Column, text string) *fault.Error {
	return fault.Bad(c.Code, "UNKNOWN_VALUE", fmt.Sprintf("%s不能填“%s”,应为下列一项或多项,以顿号分隔:%s", c.ZH, quoted(text), strings.Join(c.Options, "、")),
		fmt.Sprintf("%s cannot be “%s”; it is some of %s, divided by 、", c.EN, quoted(text), english[T]()))
}

// riskTypes parses the types of a risk point.
func riskTypes(c Column, text string) ([]term.RiskType, *fault.Error) {
	set, ok := wording.RiskTypes(text)
	if !ok {
		return nil, someOf[term.RiskType](c, text)
	}
	return set.List(), nil
}

func english[T enumeration]() string {
	var out []string
	for _, v := range T("").Values() {
		out = append(out, T(v).Label("en"))
	}
	return strings.Join(out, ", ")
}

func scale(c Column, text string) (int, *fault.Error) {
	n, ok := wording.Scale(text)
	if !ok {
		return 0, fault.Bad(c.Code, "OUT_OF_RANGE", fmt.Sprintf("%s应为 1 至 5 的整数,不能填“%s”", c.ZH, quoted(text)),
			fmt.Sprintf("%s is a whole number from 1 to 5, not “%s”", c.EN, quoted(text)))
	}
	return n, nil
}

func number(c Column, text string) (*int, *fault.Error) {
	if text == "" {
		return nil, nil
	}
	n, ok := wording.Int(text)
	if !ok || n < 0 || n > 36500 {
		return nil, fault.Bad(c.Code, "BAD_NUMBER", fmt.Sprintf("%s应为 0 至 36500 的整数,不能填“%s”", c.ZH, quoted(text)),
			fmt.Sprintf("%s is a whole number from 0 to 36500, not “%s”", c.EN, quoted(text)))
	}
	return &n, nil
}

func day(c Column, text string) (*time.Time, *fault.Error) {
	if text == "" {
		return nil, nil
	}
	d, ok := wording.Day(text, true)
	if !ok {
		return nil, fault.Bad(c.Code, "BAD_DATE", fmt.Sprintf("%s应为日期,例如 2026-03-31,不能填“%s”", c.ZH, quoted(text)),
			fmt.Sprintf("%s is a day such as 2026-03-31, not “%s”", c.EN, quoted(text)))
	}
	return &d, nil
}

func truth(c Column, text string) (bool, *fault.Error) {
	if text == "" {
		return false, nil
	}
	b, ok := wording.Bool(text)
	if !ok {
		return false, fault.Bad(c.Code, "UNKNOWN_VALUE", fmt.Sprintf("%s应为“是”或“否”,不能填“%s”", c.ZH, quoted(text)),
			fmt.Sprintf("%s is 是 or 否 (yes or no), not “%s”", c.EN, quoted(text)))
	}
	return b, nil
}

func legal(c Column, text string) ([]term.LegalBasis, *fault.Error) {
	out := wording.LegalLines(wording.LegalText(wording.LegalLines(text)))
	for _, b := range out {
		if n := utf8.RuneCountInString(b.Law); n > 300 {
			return nil, fault.Bad(c.Code, "TOO_LONG", fmt.Sprintf("%s中法规名称最多 300 个字,“%s”有 %d 个;请写成《法规名称》第几条 条文,每条一行", c.ZH, quoted(b.Law), n),
				fmt.Sprintf("In %s the name of a law has at most 300 characters, “%s” has %d; write 《law》第x条 text, one a line", c.EN, quoted(b.Law), n))
		}
	}
	return out, nil
}

// one finds the object that a cell names, nil for an empty cell. zh and en
// name the kind of object in errors.
func one(c Column, x *index, text, zh, en string) (*int64, *fault.Error) {
	if text == "" {
		return nil, nil
	}
	t, several := x.find(text)
	switch {
	case several:
		return nil, ambiguous(c, text, zh, en)
	case t == nil:
		return nil, unknownThing(c, text, zh, en)
	}
	return &t.id, nil
}

// some finds the objects that a cell names.
func some(c Column, x *index, text, zh, en string) ([]int64, *fault.Error) {
	ids, unknown := x.findList(text)
	if len(unknown) == 0 {
		return ids, nil
	}
	if _, several := x.find(unknown[0]); several {
		return nil, ambiguous(c, unknown[0], zh, en)
	}
	return nil, unknownThing(c, unknown[0], zh, en)
}

func unknownThing(c Column, text, zh, en string) *fault.Error {
	return fault.Bad(c.Code, "UNKNOWN_NAME", fmt.Sprintf("%s中的“%s”不是已登记的%s,请核对名称", c.ZH, quoted(text), zh),
		fmt.Sprintf("%s: “%s” is no known %s; check the name", c.EN, quoted(text), en))
}

func ambiguous(c Column, text, zh, en string) *fault.Error {
	return fault.Bad(c.Code, "AMBIGUOUS_NAME", fmt.Sprintf("%s中的“%s”对应多个%s,请写明编号,例如“张三(1001)”或“名称#编号”", c.ZH, quoted(text), zh),
		fmt.Sprintf("%s: several %s are called “%s”; add the number, as in 张三(1001) or name#id", c.EN, en, quoted(text)))
}

// pieces splits a cell at its separators.
func pieces(cell string) []string { return wording.Names(cell) }

// inBrackets matches a name followed by a staff number: 张三(1001).
var inBrackets = regexp.MustCompile(`^([^()]+)\(([^()]+)\)$`)

// splitPerson splits a written person into name and staff number.
func splitPerson(text string) (name, number string) {
	if m := inBrackets.FindStringSubmatch(fold.Compat(text)); m != nil {
		return line(m[1]), strings.TrimSpace(m[2])
	}
	return text, ""
}
