package paper

import (
	"context"
	"fmt"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/store"
)

// Import is what a filled file changes in a form.
type Import struct {
	*Plan
	// DraftVersion is the version of the draft that the file was compared
	// with; a commit passes it.
	DraftVersion int
	// Committed reports whether the changes are saved in the draft.
	Committed bool
	Form      *ent.Form
	// Filling is the form after the import; nil for a dry run.
	Filling *form.Filling
}

// PlanFile computes what a filled file would change in a form's draft, without
// writing. It refuses a form that the viewer may not fill in its present
// state, and a file of another form.
func (s *Service) PlanFile(ctx context.Context, formID int64, data []byte) (*Import, error) {
	f, err := s.forms.Get(ctx, formID)
	if err != nil {
		return nil, err
	}
	if err := s.forms.MayFill(ctx, f); err != nil {
		return nil, err
	}
	now, err := s.headed(ctx, f)
	if err != nil {
		return nil, err
	}
	sheet, err := ReadXLSX(ctx, data, Document{Content: now, FormID: f.ID}.Origin())
	if err != nil {
		return nil, err
	}
	filling, err := s.forms.Content(ctx, f)
	if err != nil {
		return nil, err
	}
	fill(now, filling)
	return &Import{Plan: PlanImport(now, sheet), DraftVersion: filling.DraftVersion, Form: f}, nil
}

// CommitFile plans again and saves the changes in the form's draft, as if they
// were typed. It refuses a draft that was saved since the plan, and a file
// with unreadable cells.
func (s *Service) CommitFile(ctx context.Context, formID int64, data []byte, expectedVersion int) (*Import, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, _ *ent.Tx) (*Import, error) {
		in, err := s.PlanFile(ctx, formID, data)
		if err != nil {
			return nil, err
		}
		if n := len(in.Problems); n > 0 {
			return nil, fault.Bad("file", "BAD_CELLS", fmt.Sprintf("文件中有 %d 个单元格无法读取,请改正后再导入", n),
				fmt.Sprintf("%d cells of the file cannot be read; correct them first", n))
		}
		if in.DraftVersion != expectedVersion {
			return nil, fault.Stale()
		}
		in.Committed = true
		if in.Empty() {
			return in, nil
		}
		filling, err := s.forms.Content(ctx, in.Form)
		if err != nil {
			return nil, err
		}
		in.Form, in.Filling, err = s.forms.SaveDraft(ctx, in.draft(formID, expectedVersion, filling))
		return in, err
	})
}

// headed returns the header of a form without content.
func (s *Service) headed(ctx context.Context, f *ent.Form) (*form.Content, error) {
	sys := viewer.System(ctx)
	u, err := s.store.Reader(ctx).Unit.Get(sys, f.UnitID)
	if err != nil {
		return nil, err
	}
	c, err := s.store.Reader(ctx).Campaign.Get(sys, f.CampaignID)
	if err != nil {
		return nil, err
	}
	out := &form.Content{Format: form.Format, Kind: f.Kind, Year: c.Year, Campaign: c.Title, Unit: form.Named{ID: u.ID, Code: u.Code, Name: u.Name}, Revision: f.Revision}
	if f.PersonID != nil {
		p, err := s.store.Reader(ctx).Person.Get(sys, *f.PersonID)
		if err != nil {
			return nil, err
		}
		out.Person = &form.Named{ID: p.ID, Name: p.Name}
		if p.StaffNumber != nil {
			out.Person.Code = *p.StaffNumber
		}
	}
	return out, nil
}

// fill copies what the form page shows into a content, without rows to be
// removed.
func fill(c *form.Content, filling *form.Filling) {
	l := form.LayoutOf(c.Kind)
	c.Fields = cellsBy(l.Fields, filling.Fields)
	for _, section := range filling.Sections {
		out := form.Section{Code: section.Code}
		for _, r := range section.Rows {
			if !r.Removed {
				out.Rows = append(out.Rows, form.Row{Key: r.Key, Note: r.Note, Cells: cellsBy(columnsBy(l, section.Code), r.Cells)})
			}
		}
		c.Sections = append(c.Sections, out)
	}
}

func columnsBy(l form.Layout, code string) []form.Column {
	for _, t := range l.Tables {
		if t.Code == code {
			return t.Columns
		}
	}
	return nil
}

func cellsBy(columns []form.Column, texts []string) []form.Cell {
	out := make([]form.Cell, 0, len(columns))
	for i, c := range columns {
		if i < len(texts) {
			out = append(out, form.Cell{Code: c.Code, Text: texts[i]})
		}
	}
	return out
}

// draft returns the changes as input of SaveDraft. It repeats what the draft
// of a row already held, since saving a row replaces its draft.
func (in *Import) draft(formID int64, expectedVersion int, filling *form.Filling) form.SaveDraft {
	out := form.SaveDraft{FormID: formID, ExpectedVersion: expectedVersion}
	for _, c := range in.Fields {
		out.Fields = append(out.Fields, form.CellInput{Code: c.Code, Text: c.After})
	}
	layout := form.LayoutOf(in.Form.Kind)
	typed := map[form.RowKey]map[string]string{}
	taken := map[string]bool{}
	for _, section := range filling.Sections {
		columns := columnsBy(layout, section.Code)
		for _, r := range section.Rows {
			taken[r.Key] = true
			cells := map[string]string{}
			for _, code := range r.EditedColumns {
				for i, c := range columns {
					if c.Code == code && i < len(r.Cells) {
						cells[code] = r.Cells[i]
					}
				}
			}
			typed[form.RowKey{Section: section.Code, Key: r.Key}] = cells
		}
	}
	next := 0
	for _, r := range in.Rows {
		row := form.RowInput{Section: r.Section, Key: r.Key}
		switch r.Kind {
		case RowRemoved:
			row.Removed = true
		case RowAdded:
			for row.Key == "" || taken[row.Key] {
				next++
				row.Key = fmt.Sprintf("new-import-%d", next)
			}
			taken[row.Key] = true
		}
		cells := typed[form.RowKey{Section: r.Section, Key: r.Key}]
		after := map[string]string{}
		for _, c := range r.Cells {
			after[c.Code] = c.After
		}
		if !row.Removed {
			for _, c := range columnsBy(layout, r.Section) {
				text, ok := after[c.Code]
				if !ok {
					text, ok = cells[c.Code]
				}
				if ok {
					row.Cells = append(row.Cells, form.CellInput{Code: c.Code, Text: text})
				}
			}
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
