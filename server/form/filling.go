package form

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
)

// Filling is a form while it is filled in: the register with what was typed over it.
type Filling struct {
	Form *ent.Form
	// Draft tells that what was typed stands in it.
	Draft bool
	// DraftVersion is that of the draft, 0 when nothing was typed.
	DraftVersion int
	DraftSavedAt *time.Time
	// Fields are the cells that stand once, in the order of the layout's fields.
	Fields   []string
	Sections []FillingSection
	// Problems keep the draft from being written into the register.
	Problems []Problem
	// Confirmed tells that all rows that did not change since the year before are confirmed.
	Confirmed bool
}

// FillingSection is a table of a form that is filled in.
type FillingSection struct {
	Code string
	Rows []FillingRow
}

// FillingRow is a line of such a table.
type FillingRow struct {
	// Key is the id of the row of the register, or "new-…" for one that is not in it yet.
	Key string
	// Cells are in the order of the layout's columns.
	Cells []string
	// Note explains what changed against the year before.
	Note string
	// Edited tells that something was typed into it that is not in the register yet.
	Edited bool
	// Removed tells that it is to be taken out of the register.
	Removed bool
	// EditedColumns are the codes of the cells that are typed and not in the register yet.
	EditedColumns []string
}

// Problem is what is wrong with a cell, a row (Column nil) or the form (Key nil too).
type Problem struct {
	Section *string
	Key     *string
	Column  *string
	Reason  string // for programs, stable
	ZH, EN  string
}

// Message is what is wrong in the language given, "en" or else Chinese.
func (p Problem) Message(lang string) string {
	if lang == "en" {
		return p.EN
	}
	return p.ZH
}

// CellInput is what was typed into a cell.
type CellInput struct{ Code, Text string }

// RowInput is what was typed into a row; it replaces what was typed into it before.
type RowInput struct {
	Section string
	Key     string
	Cells   []CellInput
	// Note is kept as it was where none is given.
	Note    *string
	Removed bool
}

// RowKey names a row.
type RowKey struct{ Section, Key string }

// SaveDraft is the input of Service.SaveDraft.
type SaveDraft struct {
	FormID int64
	// ExpectedVersion is that of the draft that was read, 0 for none.
	ExpectedVersion int
	Fields          []CellInput
	Rows            []RowInput
	// Forget are rows that go back to what the register says, before Rows are taken in.
	Forget    []RowKey
	Confirmed *bool
}

// ApplyDraft is the input of Service.ApplyDraft.
type ApplyDraft struct {
	FormID          int64
	ExpectedVersion int
}

// Assign is the input of Service.Assign.
type Assign struct {
	FormID          int64
	ExpectedVersion int
	// PersonID is who fills the form from now on; nil leaves it to the head.
	PersonID *int64
}

// Filter narrows a list of forms.
type Filter struct {
	CampaignID *int64
	UnitID     *int64
	UnitOnly   *bool
	Kinds      []term.FormKind
	States     []term.FormState
	PersonID   *int64
	Overdue    *bool
	Returned   *bool
	ToFill     *bool
}

// Content is a form as it reads now, with what was typed over it where the viewer may fill it.
func (s *Service) Content(ctx context.Context, f *ent.Form) (*Filling, error) {
	b, err := s.open(ctx, f)
	if err != nil {
		return nil, err
	}
	return b.filling(mayFill(viewer.FromContext(ctx), f, b.campaign.ClosedAt != nil) == nil), nil
}

// filling is the form as it reads, with the draft over it where it is asked for.
func (b *book) filling(withDraft bool) *Filling {
	out := &Filling{Form: b.form, Draft: withDraft, Fields: []string{}, Sections: []FillingSection{}, Problems: []Problem{}, Confirmed: b.draft.Confirmed}
	for _, c := range b.layout.Fields {
		out.Fields = append(out.Fields, b.field(c))
	}
	if withDraft && b.saved != nil {
		out.DraftVersion, out.DraftSavedAt = b.saved.Version, &b.saved.UpdatedAt
	}
	for _, t := range b.layout.Tables {
		out.Sections = append(out.Sections, FillingSection{Code: t.Code, Rows: b.fillRows(t, withDraft)})
	}
	if withDraft {
		_, out.Problems = b.check()
		out.Problems = append(out.Problems, out.blankRows()...)
	}
	return out
}

// blankRows are the required cells that rows of the register lack and into which nothing is typed.
func (f *Filling) blankRows() (out []Problem) {
	layout := LayoutOf(f.Form.Kind)
	for _, s := range f.Sections {
		for _, r := range s.Rows {
			if r.Removed || isNew(r.Key) {
				continue
			}
			for i, col := range layout.table(s.Code).Columns {
				if !slices.Contains(r.EditedColumns, col.Code) { // what is typed was checked
					out = append(out, blank(col, r.Cells[i], &s.Code, &r.Key)...)
				}
			}
		}
	}
	return out
}

// Content is the form as it will read once what was typed is in the register, as far as people
// fill it in, and what is said beside it.
func (f *Filling) Content() (*Content, Extras) {
	layout := LayoutOf(f.Form.Kind)
	out := &Content{Format: Format, Kind: f.Form.Kind, Revision: f.Form.Revision, Sections: []Section{}}
	extras := Extras{Confirmed: f.Confirmed, Notes: map[string]string{}}
	for i, c := range layout.Fields {
		out.Fields = append(out.Fields, Cell{c.Code, f.Fields[i]})
	}
	for _, s := range f.Sections {
		section := Section{Code: s.Code, Rows: []Row{}}
		for _, r := range s.Rows {
			if r.Note != "" {
				extras.Notes[r.Key] = r.Note
			}
			if r.Removed {
				continue
			}
			row := Row{Key: r.Key, Note: r.Note}
			for i, c := range layout.table(s.Code).Columns {
				row.Cells = append(row.Cells, Cell{c.Code, r.Cells[i]})
			}
			section.Rows = append(section.Rows, row)
		}
		out.Sections = append(out.Sections, section)
	}
	return out, extras
}

// field is what stands in a cell that stands once.
func (b *book) field(c Column) string {
	if c.Input == InputComputed {
		return b.fields[c.Code]
	}
	return b.draft.Fields[c.Code]
}

// fillRows are the rows of the register in their order, then the new ones.
func (b *book) fillRows(t Table, withDraft bool) []FillingRow {
	rows := []FillingRow{}
	for _, e := range b.entries[t.Code] {
		var over *draftRow
		if i := b.draft.row(t.Code, e.key); withDraft && i >= 0 {
			over = &b.draft.Rows[i]
		}
		rows = append(rows, b.fillRow(t, e.key, e.cells, over))
	}
	if !withDraft {
		return rows
	}
	for i := range b.draft.Rows {
		r := &b.draft.Rows[i]
		if r.Section == t.Code && b.entry(t.Code, r.Key) == nil {
			rows = append(rows, b.fillRow(t, r.Key, nil, r))
		}
	}
	return rows
}

func (b *book) fillRow(t Table, key string, cells map[string]string, over *draftRow) FillingRow {
	out := FillingRow{Key: key, Note: b.draft.note(t.Code, key), EditedColumns: []string{}}
	if over != nil {
		out.Removed, out.Edited = over.Removed, over.Removed || isNew(key)
	}
	for _, c := range t.Columns {
		text := cells[c.Code]
		if over != nil {
			if typed, ok := over.Cells[c.Code]; ok && typed.Text != text {
				text, out.Edited = typed.Text, true
				out.EditedColumns = append(out.EditedColumns, c.Code)
			}
		}
		out.Cells = append(out.Cells, text)
	}
	return out
}
