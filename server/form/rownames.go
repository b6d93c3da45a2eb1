package form

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/server/form/wording"
)

// RowName identifies a row of a form for people.
type RowName struct {
	Key string
	// Number is the row number 序号 in its table, from 1.
	Number int
	// Text is the row's power, risk point or measure on one line.
	Text string
}

// namedBy is the column whose text names a row of a table.
var namedBy = map[string]string{sectionPowers: "name", sectionRisks: "title", sectionMeasures: "content"}

// RowNames returns the rows of a form as the viewer sees them. Where the
// viewer may fill the form, this includes typed rows that are not in the
// register yet.
func (s *Service) RowNames(ctx context.Context, f *ent.Form) ([]*RowName, error) {
	filling, err := s.Content(ctx, f)
	if err != nil {
		return nil, err
	}
	var out []*RowName
	for _, section := range filling.Sections {
		by := slices.IndexFunc(LayoutOf(f.Kind).table(section.Code).Columns, func(c Column) bool { return c.Code == namedBy[section.Code] })
		for i, r := range section.Rows {
			out = append(out, &RowName{r.Key, i + 1, wording.OneLine(r.Cells[by])})
		}
	}
	return out, nil
}
