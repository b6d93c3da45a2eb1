package form

import (
	"context"
	"strings"

	"sineng/ent"
)

// Extras is what the draft keeps beside the rows to be written.
type Extras struct {
	// Confirmed is set when all rows unchanged since the previous year were
	// confirmed in one act.
	Confirmed bool
	// Notes explain changes against the previous year, by the key of their
	// row.
	Notes map[string]string
}

// Extras returns the confirmation and the notes of a form.
func (s *Service) Extras(ctx context.Context, f *ent.Form) (Extras, error) {
	b := &book{}
	var err error
	if b.saved, err = s.savedOf(ctx, f.ID); err != nil {
		return Extras{}, err
	}
	d, err := b.decoded()
	if err != nil {
		return Extras{}, err
	}
	out := Extras{Confirmed: d.Confirmed, Notes: map[string]string{}}
	for _, notes := range d.Notes {
		for key, note := range notes {
			out.Notes[key] = note
		}
	}
	return out, nil
}

// Current returns a form as the register has it, with the pledge and the notes
// of the draft but without typed changes that are not in the register yet.
func (s *Service) Current(ctx context.Context, f *ent.Form) (*Content, error) {
	b, err := s.open(ctx, f)
	if err != nil {
		return nil, err
	}
	return b.content(), nil
}

func (b *book) content() *Content {
	c := &Content{Format: Format, Kind: b.form.Kind, Year: b.campaign.Year, Campaign: b.campaign.Title, Revision: b.form.Revision,
		Unit: Named{ID: b.unit.ID, Code: b.unit.Code, Name: b.unit.Name}, Sections: []Section{}}
	if b.who != nil {
		c.Person = &Named{ID: b.who.ID, Name: b.who.Name}
		if b.who.StaffNumber != nil {
			c.Person.Code = *b.who.StaffNumber
		}
	}
	for _, col := range b.layout.Fields {
		c.Fields = append(c.Fields, Cell{col.Code, b.field(col)})
	}
	for _, t := range b.layout.Tables {
		s := Section{Code: t.Code, Rows: []Row{}}
		for _, e := range b.entries[t.Code] {
			row := Row{Key: e.key, Note: b.draft.note(t.Code, e.key)}
			for _, col := range t.Columns {
				row.Cells = append(row.Cells, Cell{col.Code, e.cells[col.Code]})
			}
			s.Rows = append(s.Rows, row)
		}
		c.Sections = append(c.Sections, s)
	}
	return c
}

// Blanks lists the required cells of a form that are empty: the pledge, and
// cells of register rows, which may be empty when a row came from an import.
// They prevent the form from being submitted, but not a draft from being
// written into the register.
func Blanks(c *Content) []Problem {
	layout := LayoutOf(c.Kind)
	var out []Problem
	for _, col := range layout.Fields {
		out = append(out, blank(col, c.Field(col.Code), nil, nil)...)
	}
	for _, section := range c.Sections {
		for _, r := range section.Rows {
			for _, c := range r.Cells {
				out = append(out, blank(column(layout.table(section.Code).Columns, c.Code), c.Text, &section.Code, &r.Key)...)
			}
		}
	}
	return out
}

// blank reports a required cell without text.
func blank(col Column, text string, section, key *string) []Problem {
	if wrong := checkCell(col, strings.TrimSpace(text)); wrong != nil && wrong.Reason == "REQUIRED" {
		return []Problem{{Section: section, Key: key, Column: &col.Code, Reason: wrong.Reason, ZH: wrong.ZH, EN: wrong.EN}}
	}
	return nil
}
