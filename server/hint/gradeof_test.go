package hint

import (
	"testing"

	"sineng/ent/term"
)

// A grade on an earlier text, or of an opening decision, counts as the grade that it is.
func TestTheGradeOfARowIsReadWithItsMarks(t *testing.T) {
	m := &material{}
	for text, want := range map[string]term.Grade{"A(原内容审定)": term.GradeA, "B(期初审定、原内容审定)": term.GradeB, "C(期初审定)": term.GradeC, "C": term.GradeC, "": term.GradeB} {
		if got := m.gradeOf(row{cells: map[string]string{"grade": text, "proposed": "B"}}); got != want {
			t.Errorf("%q counts as %q, want %q", text, got, want)
		}
	}
}
