package form

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/server/form/wording"
)

// RowName is by what people find a row of a form.
type RowName struct {
	Key string
	// Number is its line 序号 in its table, from 1.
	Number int
	// Text is what it is about on one line: a power, a risk point or a measure.
	Text string
}

// namedBy is the column that says what a row of a table is about.
var namedBy = map[string]string{sectionPowers: "name", sectionRisks: "title", sectionMeasures: "content"}

// RowNames are the rows of a form as the viewer has it before them: also those that are typed and
// not written into the register yet, where they may fill it in.
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
