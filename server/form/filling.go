package form

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// Filling is a form while it is filled in: the register with what was typed over it.
type Filling struct {
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
func (s *Service) Content(ctx context.Context, f *ent.Form) (*Filling, error) { return nil, notReady() }

// SaveDraft keeps what was typed into a form.
func (s *Service) SaveDraft(ctx context.Context, in SaveDraft) (*ent.Form, *Filling, error) { return nil, nil, notReady() }

// ApplyDraft writes the draft into the register.
func (s *Service) ApplyDraft(ctx context.Context, in ApplyDraft) (*ent.Form, *Filling, bool, error) {
	return nil, nil, false, notReady()
}

func notReady() error { return fault.New(fault.Unavailable, "NOT_READY", "", "尚未提供", "Not there yet") }
