package campaign

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/form"
)

// standing is a form of a subject as compared with its campaign's plan.
type standing struct {
	// wanted is true when the campaign requires the form of the subject.
	wanted bool
	// state is the form's state, empty where there is no form.
	state term.FormState
	// handedIn is true when the form was ever submitted.
	handedIn bool
	// elsewhere is true when the subject now belongs to another unit than the form.
	elsewhere bool
	// otherDay is true when the form's deadline is not the plan's.
	otherDay bool
}

// remedy is the change that brings a form into line with its campaign.
type remedy string

const (
	leave    remedy = "LEAVE"
	create   remedy = "CREATE"
	takeBack remedy = "TAKE_BACK" // a form that was dropped
	relocate remedy = "RELOCATE"
	drop     remedy = "DROP"
)

// remedy decides the change. A filed form stays as it was filed.
func (s standing) remedy() remedy {
	if !s.wanted {
		if _, err := form.NextDemanded(s.state, form.Drop, s.handedIn); err == nil {
			return drop
		}
		return leave
	}
	switch {
	case s.state == "":
		return create
	case s.state == term.FormStateDropped:
		return takeBack
	case s.elsewhere && !filed(s.state):
		return relocate
	}
	return leave
}

// postponed reports whether the form gets the plan's deadline.
func (s standing) postponed() bool {
	return s.wanted && s.state != "" && !filed(s.state) && s.otherDay
}

// filed reports whether a form is filed, also while its revision is requested.
func filed(s term.FormState) bool {
	return s == term.FormStateFiled || s == term.FormStateRevising
}

// standingOf compares a form, nil where there is none, with the place of its subject.
func (s scope) standingOf(f *ent.Form, at place, wanted bool) standing {
	if f == nil {
		return standing{wanted: wanted}
	}
	return standing{wanted: wanted, state: f.State, handedIn: f.SubmissionID != nil, elsewhere: f.UnitID != at.unit, otherDay: !f.DueOn.Equal(s.due[f.Kind])}
}
