package review

import (
	"context"

	"sineng/server/form"
)

// Frozen is a form as submitted or filed, with its cells in the order of the layout.
type Frozen struct {
	*form.Content
	Hash     string
	Fields   []string
	Sections []FrozenSection
}

// FrozenSection is a table of a frozen form.
type FrozenSection struct {
	Code string
	Rows []FrozenRow
}

// FrozenRow is a row of a frozen table.
type FrozenRow struct {
	Key   string
	Cells []string
	Note  string
}

// UnitName is the name of the unit at that time.
func (f *Frozen) UnitName() string { return f.Unit.Name }

// PersonName is the person of a personal form; nil for a department's.
func (f *Frozen) PersonName() *string {
	if f.Person == nil {
		return nil
	}
	return &f.Person.Name
}

// Frozen is Snapshot arranged by columns.
func (s *Service) Frozen(ctx context.Context, formID int64, hash string) (*Frozen, error) {
	c, err := s.Snapshot(ctx, formID, hash)
	if err != nil {
		return nil, err
	}
	layout := form.LayoutOf(c.Kind)
	out := &Frozen{Content: c, Hash: hash, Fields: []string{}, Sections: []FrozenSection{}}
	for _, column := range layout.Fields {
		out.Fields = append(out.Fields, c.Field(column.Code))
	}
	for i, t := range layout.Tables {
		section := FrozenSection{Code: t.Code, Rows: []FrozenRow{}}
		for _, kept := range c.Sections {
			if kept.Code != t.Code {
				continue
			}
			for _, r := range kept.Rows {
				row := FrozenRow{Key: r.Key, Cells: make([]string, len(t.Columns)), Note: r.Note}
				for n, column := range layout.Tables[i].Columns {
					row.Cells[n] = r.Text(column.Code)
				}
				section.Rows = append(section.Rows, row)
			}
		}
		out.Sections = append(out.Sections, section)
	}
	return out, nil
}
