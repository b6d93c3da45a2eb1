package hint

import (
	"context"
	"slices"
	"strconv"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/form"
	"sineng/server/form/wording"
	"sineng/server/register"
)

// material is a form as the viewer sees it.
type material struct {
	form *ent.Form
	// rows are the rows of its tables, by their code, without those that are
	// to be removed.
	rows map[string][]row
	// recipe computes the grades that the register does not have yet.
	recipe register.Recipe
}

// row is a row of a form.
type row struct {
	// id of the register row; nil for one that is not in the register yet
	id    *int64
	cells map[string]string
	// assessed reports that the grade follows from the draft, not from the
	// register.
	assessed bool
}

// assessment are the cells that determine a grade.
var assessment = []string{"likelihood", "severity", "consequence"}

func (s *Service) read(ctx context.Context, f *ent.Form) (*material, error) {
	content, err := s.forms.Content(ctx, f)
	if err != nil {
		return nil, err
	}
	m := &material{form: f, rows: map[string][]row{}}
	for i, table := range form.LayoutOf(f.Kind).Tables {
		for _, line := range content.Sections[i].Rows {
			if line.Removed {
				continue
			}
			one := row{cells: make(map[string]string, len(table.Columns))}
			for j, c := range table.Columns {
				one.cells[c.Code] = line.Cells[j]
			}
			if id, ok := form.RowID(line.Key); ok {
				one.id = &id
			}
			one.assessed = one.id == nil || slices.ContainsFunc(assessment, func(code string) bool { return slices.Contains(line.EditedColumns, code) })
			m.rows[table.Code] = append(m.rows[table.Code], one)
		}
	}
	if f.Kind == term.FormKindRisks {
		in, err := s.register.RecipeOn(viewer.System(ctx), f.UnitID)
		if err != nil {
			return nil, err
		}
		m.recipe = in.Recipe
	}
	return m, nil
}

// gradeOf returns the grade of a row: decided, proposed, or the one that the
// draft will propose.
func (m *material) gradeOf(r row) term.Grade {
	decided := term.Grade(wording.WithoutMarks(r.cells["grade"]))
	if decided == term.GradeA || decided == term.GradeB {
		return decided
	}
	if !r.assessed {
		if decided != "" {
			return decided
		}
		return term.Grade(r.cells["proposed"])
	}
	if slices.ContainsFunc(assessment, func(code string) bool { return r.cells[code] == "" }) {
		return "" // not assessed yet
	}
	likelihood, _ := strconv.Atoi(r.cells["likelihood"])
	severity, _ := strconv.Atoi(r.cells["severity"])
	in := register.GradeInputs{Likelihood: likelihood, Severity: severity}
	for _, kind := range term.ConsequenceKind("").Values() {
		if k := term.ConsequenceKind(kind); k.Label("zh") == r.cells["consequence"] {
			in.Consequence = k
		}
	}
	return m.recipe.Grade(in).Grade
}
