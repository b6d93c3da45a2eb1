package form

import "sineng/ent/term"

// Input is the kind of input of a cell.
type Input string

// The kinds of input.
const (
	InputText     Input = "TEXT"     // one line
	InputLong     Input = "LONG"     // several lines
	InputNumber   Input = "NUMBER"   // a whole number
	InputDate     Input = "DATE"     // a day, 2006-01-02
	InputChoice   Input = "CHOICE"   // one of the options
	InputChoices  Input = "CHOICES"  // some of the options, divided by 、
	InputPost     Input = "POST"     // a post of the department by name
	InputPosts    Input = "POSTS"    // posts, divided by 、
	InputPerson   Input = "PERSON"   // a person by name, or name(staff number) where two share it
	InputPersons  Input = "PERSONS"  // people, divided by 、
	InputPower    Input = "POWER"    // a power by code or name, with /step after it
	InputRisks    Input = "RISKS"    // risk points of the department by title, divided by 、
	InputComputed Input = "COMPUTED" // follows from other facts, is not typed
)

// Column is a column of a table, or a cell outside the tables.
type Column struct {
	Code  string
	ZH    string // as printed
	EN    string
	Input Input
	// Options are the words of a choice.
	Options  []string
	Required bool
	// Most is the greatest length in characters, 0 for none.
	Most int
	// Width is its share of the paper's width, in percent.
	Width int
	// Group is the heading above adjacent columns, "" for none.
	Group string
	// Public reports whether the public may see the column.
	Public bool
	// Names reports that the column names people: the public sees it only
	// where names may be shown.
	Names bool
	// Decided reports that the review sets the column; a change of it is no
	// edit of the form.
	Decided bool
}

// Table is a section of a layout.
type Table struct {
	Code    string
	ZH, EN  string // title; empty when the form has a single table
	Columns []Column
}

// Layout is the layout of a form, the same for entry, print and files.
type Layout struct {
	Kind   term.FormKind
	Number string // 表1
	ZH, EN string // 部门权力登记表
	Fields []Column
	Tables []Table
}

// LayoutOf returns the layout of a form.
func LayoutOf(kind term.FormKind) Layout { return layouts[kind] }

// Layouts returns the four forms in the order of their numbers.
func Layouts() []*Layout {
	var out []*Layout
	for _, kind := range []term.FormKind{term.FormKindPowers, term.FormKindRisks, term.FormKindPersonal, term.FormKindMeasures} {
		l := layouts[kind]
		out = append(out, &l)
	}
	return out
}
