package register

import (
	"sineng/ent"
	"sineng/ent/term"
)

// EnterMeasure writes the state that a measure goes to, which comes from NextMeasure or Rewritten, or
// with the rows of sample data. It is the only place that does.
func EnterMeasure(m *ent.MeasureMutation, to term.MeasureStatus) { m.SetStatus(to) }
