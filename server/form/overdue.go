package form

import (
	"time"

	"sineng/ent"
	"sineng/ent/term"
)

// Overdue reports whether a form is past its deadline without being submitted.
func Overdue(f *ent.Form, today time.Time) bool {
	return f.State == term.FormStateDraft && today.After(f.DueOn)
}
