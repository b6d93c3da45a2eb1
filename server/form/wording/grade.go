package wording

import (
	"strings"

	"sineng/ent/term"
)

// The marks of a decided grade on a form: taken over by an opening decision, and decided on an
// earlier text.
const (
	markOpening  = "期初审定"
	markOutdated = "原内容审定"
	markDivider  = "、"
)

// MarkedGrade is a decided grade as a form shows it, "" for none: A, or A(原内容审定) where it
// is to be assessed anew.
func MarkedGrade(g term.Grade, opening, outdated bool) string {
	if g == term.Ungraded {
		return ""
	}
	var marks []string
	if opening {
		marks = append(marks, markOpening)
	}
	if outdated {
		marks = append(marks, markOutdated)
	}
	if len(marks) == 0 {
		return string(g)
	}
	return string(g) + "(" + strings.Join(marks, markDivider) + ")"
}

// WithoutMarks is the text of a grade without its marks; other texts stay.
func WithoutMarks(s string) string {
	head, marks, found := strings.Cut(s, "(")
	marks, closed := strings.CutSuffix(marks, ")")
	if !found || !closed {
		return s
	}
	for _, mark := range strings.Split(marks, markDivider) {
		if mark != markOpening && mark != markOutdated {
			return s
		}
	}
	return head
}
