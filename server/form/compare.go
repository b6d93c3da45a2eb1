package form

import (
	"slices"

	"sineng/ent/term"
)

// ChangeKind says what happened to a row between two contents.
type ChangeKind string

// The values of ChangeKind.
const (
	RowSame    ChangeKind = "SAME"
	RowAdded   ChangeKind = "ADDED"
	RowRemoved ChangeKind = "REMOVED"
	RowChanged ChangeKind = "CHANGED"
)

// Comparison is the differences between two contents of a form.
type Comparison struct {
	// Fields are the cells outside the tables.
	Fields   []CellChange
	Sections []SectionChange
	// Same, Added, Removed and Changed count rows.
	Same, Added, Removed, Changed int
}

// SectionChange compares a table. Rows are in their present order; a removed
// row follows the row that it followed before.
type SectionChange struct {
	Code string
	Rows []RowChange
}

// RowChange is a row before and after. Section and Key are empty for the cells
// outside the tables.
type RowChange struct {
	Section, Key string
	Kind         ChangeKind
	Cells        []CellChange
	// Note explains the change.
	Note string
}

// CellChange is a cell before and after.
type CellChange struct {
	Code, Before, After string
}

// Changed reports whether the cell differs.
func (c CellChange) Changed() bool { return c.Before != c.After }

// Columns returns the codes of the cells that differ.
func (r RowChange) Columns() []string {
	out := []string{}
	for _, c := range r.Cells {
		if c.Changed() {
			out = append(out, c.Code)
		}
	}
	return out
}

// Compare compares two contents of the same form row by row, by their keys. A
// missing content counts as empty.
func Compare(before, after *Content) *Comparison {
	return compare(before, after, func(Column) bool { return true })
}

// Edited returns the rows that people changed between two contents: as
// Compare, without computed or decided cells, the header and the review
// decisions. The cells outside the tables form one row.
func Edited(before, after *Content) []RowChange {
	c := compare(before, after, byHand)
	var out []RowChange
	fields := RowChange{Kind: RowChanged, Cells: c.Fields}
	if len(fields.Columns()) > 0 {
		out = append(out, fields)
	}
	for _, s := range c.Sections {
		for _, r := range s.Rows {
			if r.Kind != RowSame {
				out = append(out, r)
			}
		}
	}
	return out
}

// byHand reports whether people type into a column.
func byHand(c Column) bool { return c.Input != InputComputed && !c.Decided }

// Entered reports whether a row differs in a column that people type into.
func (l Layout) Entered(r RowChange) bool {
	if r.Kind != RowChanged {
		return r.Kind != RowSame
	}
	columns := l.table(r.Section).Columns
	return slices.ContainsFunc(r.Columns(), func(code string) bool { return byHand(column(columns, code)) })
}

func compare(before, after *Content, counts func(Column) bool) *Comparison {
	out := &Comparison{Fields: []CellChange{}, Sections: []SectionChange{}}
	layout := LayoutOf(kindOf(before, after))
	out.Fields = cells(layout.Fields, counts, fieldsOf(before), fieldsOf(after))
	for _, t := range layout.Tables {
		s := SectionChange{Code: t.Code, Rows: []RowChange{}}
		old, now := before.rows(t.Code), after.rows(t.Code)
		was, is := byKey(old), byKey(now)
		gone, kept := map[string][]Row{}, "" // removed rows by the row that they followed
		for _, r := range old {
			if _, stays := is[r.Key]; stays {
				kept = r.Key
			} else {
				gone[kept] = append(gone[kept], r)
			}
		}
		removed := func(behind string) {
			for _, r := range gone[behind] {
				s.Rows = append(s.Rows, RowChange{t.Code, r.Key, RowRemoved, cells(t.Columns, counts, r.Cells, nil), r.Note})
				out.Removed++
			}
		}
		removed("")
		for _, r := range now {
			c := RowChange{Section: t.Code, Key: r.Key, Note: r.Note}
			if o, known := was[r.Key]; known {
				c.Cells = cells(t.Columns, counts, o.Cells, r.Cells)
				if c.Kind = RowSame; len(c.Columns()) > 0 {
					c.Kind = RowChanged
					out.Changed++
				} else {
					out.Same++
				}
			} else {
				c.Kind, c.Cells = RowAdded, cells(t.Columns, counts, nil, r.Cells)
				out.Added++
			}
			s.Rows = append(s.Rows, c)
			removed(r.Key)
		}
		out.Sections = append(out.Sections, s)
	}
	return out
}

// cells compares the columns that counts accepts.
func cells(columns []Column, counts func(Column) bool, before, after []Cell) []CellChange {
	out := []CellChange{}
	for _, c := range columns {
		if counts(c) {
			out = append(out, CellChange{c.Code, text(before, c.Code), text(after, c.Code)})
		}
	}
	return out
}

func kindOf(before, after *Content) term.FormKind {
	if after != nil {
		return after.Kind
	}
	if before != nil {
		return before.Kind
	}
	return ""
}

func fieldsOf(c *Content) []Cell {
	if c == nil {
		return nil
	}
	return c.Fields
}

// rows returns the rows of a table, none for a missing content.
func (c *Content) rows(section string) []Row {
	if c == nil {
		return nil
	}
	for _, s := range c.Sections {
		if s.Code == section {
			return s.Rows
		}
	}
	return nil
}

func byKey(rows []Row) map[string]Row {
	out := make(map[string]Row, len(rows))
	for _, r := range rows {
		out[r.Key] = r
	}
	return out
}
