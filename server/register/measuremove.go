package register

import (
	"sineng/ent"
	"sineng/ent/term"
)

// EnterMeasure sets the state that a measure goes to, which comes from NextMeasure,
// Rewritten or Unsettled, or from sample data. No other code does.
func EnterMeasure(m *ent.MeasureMutation, to term.MeasureStatus) { m.SetStatus(to) }

// EnterComprehensive sets what the leading group decided on a measure that asked it for a
// comprehensive one; nil where it is asked anew. No other code does.
func EnterComprehensive(m *ent.MeasureMutation, to *term.Comprehensive) {
	if to == nil {
		m.ClearComprehensive()
		return
	}
	m.SetComprehensive(*to)
}
