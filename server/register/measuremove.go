package register

import (
	"sineng/ent"
	"sineng/ent/term"
)

// EnterMeasure sets the state that a measure goes to, which comes from NextMeasure or
// Rewritten, or from sample data. No other code does.
func EnterMeasure(m *ent.MeasureMutation, to term.MeasureStatus) { m.SetStatus(to) }
