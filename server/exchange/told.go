package exchange

import (
	"fmt"

	"sineng/server/exchange/tables"
)

// ToldKind is a kind of thing that an import does with a file beyond reading its cells as they
// stand; the values match ImportToldKind of the API.
type ToldKind string

// The kinds of what is told.
const (
	ToldAbove     ToldKind = "FROM_ABOVE"     // 〃, 同上 or a blank read as the cell above
	ToldFormula   ToldKind = "FORMULA_RESULT" // the stored result of a formula was read
	ToldHidden    ToldKind = "HIDDEN"         // a hidden row, column or sheet was read
	ToldPassed    ToldKind = "PASSED_OVER"    // totals, signatures, notes, blank template rows, titles
	ToldSection   ToldKind = "SECTION"        // a heading between rows was read for the rows below it
	ToldShortened ToldKind = "SHORTENED"      // a title was cut to its length, the whole text is kept
	ToldText      ToldKind = "KEPT_AS_TEXT"   // an owner that is no single person was kept as a text
	ToldOpen      ToldKind = "LEFT_OPEN"      // a type or grade that the file does not give
)

// Told is something that an import does with parts of a file, so that nobody has to guess.
type Told struct {
	Kind   ToldKind
	Sheet  string
	Column string // title, or "" for whole rows
	// First and Last are the rows between which it occurs, Count in how many.
	First, Last, Count int
	// Sample is the text of the first.
	Sample string
	// ZH and EN say what is done.
	ZH, EN string
}

// In says what is done, in the language "en" or else Chinese.
func (t Told) In(lang string) string {
	if lang == "en" {
		return t.EN
	}
	return t.ZH
}

// toldBook gathers what is told, one entry per kind, sheet, column and text.
type toldBook struct {
	list  []*Told
	index map[[4]string]*Told
}

func (b *toldBook) add(k ToldKind, sheet, column string, row int, sample, zh, en string) {
	if b == nil {
		return
	}
	if b.index == nil {
		b.index = map[[4]string]*Told{}
	}
	at := [4]string{string(k), sheet, column, zh}
	t := b.index[at]
	if t == nil {
		t = &Told{Kind: k, Sheet: sheet, Column: column, First: row, Last: row, Sample: short(sample), ZH: zh, EN: en}
		b.index[at] = t
		b.list = append(b.list, t)
	}
	t.First, t.Last = min(t.First, row), max(t.Last, row)
	t.Count++
}

// passedWords say what rows are that are passed over.
var passedWords = map[tables.Class][2]string{
	tables.RowCaption: {"标题行", "a line that names the sheet or a table"}, tables.RowIndex: {"栏次行", "a row that numbers the columns"},
	tables.RowHint: {"填写提示行", "a row that says how to fill in"}, tables.RowRepeated: {"重复的标题行", "the titles once more"},
	tables.RowTotal: {"合计行", "a total"}, tables.RowSignature: {"签字落款行", "a line for signatures"}, tables.RowNote: {"注释行", "a note"},
	tables.RowBlank: {"未填写的空白行", "a row that was not filled in"},
}

// tellPassed tells of a row that is passed over.
func (b *toldBook) tellPassed(sheet string, row int, c tables.Class, sample string) {
	if w, ok := passedWords[c]; ok {
		b.add(ToldPassed, sheet, "", row, sample, "跳过"+w[0], "passed over: "+w[1])
	}
}

// Unread is a part of a file with data that is not read.
type Unread struct {
	Sheet string
	// Column is the letter of a column with its title; both empty for rows.
	Column, Title string
	// First and Last are the rows, Count how many cells or rows hold data.
	First, Last, Count int
	// Sample is the text of the first.
	Sample string
	// Left reports that somebody said yes to leaving it out.
	Left bool
}

// Where names the part, in the language "en" or else Chinese.
func (u Unread) Where(lang string) string {
	rows := fmt.Sprintf("%d-%d", u.First, u.Last)
	if u.First == u.Last {
		rows = fmt.Sprint(u.First)
	}
	switch {
	case lang == "en" && u.Column != "":
		return fmt.Sprintf("sheet %s column %s %s", u.Sheet, u.Column, u.Title)
	case lang == "en":
		return fmt.Sprintf("sheet %s rows %s", u.Sheet, rows)
	case u.Column != "":
		return fmt.Sprintf("工作表“%s”%s 列 %s", u.Sheet, u.Column, u.Title)
	}
	return fmt.Sprintf("工作表“%s”第 %s 行", u.Sheet, rows)
}
