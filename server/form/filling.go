package form

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
)

// Filling is a form that is being filled in: the register with the draft over
// it.
type Filling struct {
	Form *ent.Form
	// Draft reports whether the draft is included.
	Draft bool
	// DraftVersion is the version of the draft, 0 when nothing was typed.
	DraftVersion int
	DraftSavedAt *time.Time
	// Fields are the cells outside the tables, in the order of the layout's
	// fields.
	Fields   []string
	Sections []FillingSection
	// Problems prevent the draft from being written into the register.
	Problems []Problem
	// Confirmed is set when all rows unchanged since the previous year are
	// confirmed.
	Confirmed bool
}

// FillingSection is a table of a form that is being filled in.
type FillingSection struct {
	Code string
	Rows []FillingRow
}

// FillingRow is a line of such a table.
type FillingRow struct {
	// Key is the id of the register row in base 36, or "new-…" for a row that
	// is not in the register yet.
	Key string
	// Cells are in the order of the layout's columns.
	Cells []string
	// Note explains a change against the previous year.
	Note string
	// Edited reports whether something typed into the row is not in the
	// register yet.
	Edited bool
	// Removed reports whether the row is to be removed from the register.
	Removed bool
	// EditedColumns are the codes of the typed cells that are not in the
	// register yet.
	EditedColumns []string
}

// Problem is an error in a cell, a row (Column nil) or the form (Key nil too).
type Problem struct {
	Section *string
	Key     *string
	Column  *string
	Reason  string // for programs, stable
	ZH, EN  string
}

// Message returns the text in the language given, "en" or else Chinese.
func (p Problem) Message(lang string) string {
	if lang == "en" {
		return p.EN
	}
	return p.ZH
}

// CellInput is what was typed into a cell.
type CellInput struct{ Code, Text string }

// RowInput is what was typed into a row; it replaces what was typed there
// before.
type RowInput struct {
	Section string
	Key     string
	Cells   []CellInput
	// Note leaves the present note when nil.
	Note    *string
	Removed bool
}

// RowKey identifies a row.
type RowKey struct{ Section, Key string }

// SaveDraft is the input of Service.SaveDraft.
type SaveDraft struct {
	FormID int64
	// ExpectedVersion is the version of the draft that was read, 0 for none.
	ExpectedVersion int
	Fields          []CellInput
	Rows            []RowInput
	// Forget lists rows whose draft is discarded before Rows are added.
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
	// PersonID is who fills the form from now on; nil for the head.
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

// Content returns a form as it reads now, with the draft over it when the
// viewer may fill it.
func (s *Service) Content(ctx context.Context, f *ent.Form) (*Filling, error) {
	b, err := s.open(ctx, f)
	if err != nil {
		return nil, err
	}
	return b.filling(mayFill(viewer.FromContext(ctx), f, b.campaign.ClosedAt != nil) == nil), nil
}

// filling returns the form, with the draft over it if withDraft.
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

// blankRows returns the required cells of register rows that are empty and not
// typed.
func (f *Filling) blankRows() (out []Problem) {
	layout := LayoutOf(f.Form.Kind)
	for _, s := range f.Sections {
		for _, r := range s.Rows {
			if r.Removed || isNew(r.Key) {
				continue
			}
			for i, col := range layout.table(s.Code).Columns {
				if !slices.Contains(r.EditedColumns, col.Code) { // typed cells were checked already
					out = append(out, blank(col, r.Cells[i], &s.Code, &r.Key)...)
				}
			}
		}
	}
	return out
}

// Content returns the form as it will read once the draft is in the register,
// as far as people fill it in, with the confirmation and the notes.
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

// field returns the text of a cell outside the tables.
func (b *book) field(c Column) string {
	if c.Input == InputComputed {
		return b.fields[c.Code]
	}
	return b.draft.Fields[c.Code]
}

// fillRows returns the register rows in their order, then the new ones.
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
