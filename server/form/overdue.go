package form

import (
	"time"

	"sineng/ent"
	"sineng/ent/term"
)

// Overdue tells whether a form waits to be handed in past its deadline.
func Overdue(f *ent.Form, today time.Time) bool {
	return f.State == term.FormStateDraft && today.After(f.DueOn)
}
