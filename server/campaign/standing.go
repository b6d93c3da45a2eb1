package campaign

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/form"
)

// standing is how a form of a subject stands beside what its campaign asks for.
type standing struct {
	// wanted reports whether the campaign asks the subject for the form.
	wanted bool
	// state is that of the form, empty where there is none.
	state term.FormState
	// handedIn reports whether it ever was.
	handedIn bool
	// elsewhere is true when the subject belongs to another unit than the form.
	elsewhere bool
	// otherDay is true when the plan has another deadline than the form.
	otherDay bool
}

// remedy is what brings a form in line with its campaign.
type remedy string

const (
	leave    remedy = "LEAVE"
	create   remedy = "CREATE"
	takeBack remedy = "TAKE_BACK" // a form that was dropped
	relocate remedy = "RELOCATE"
	drop     remedy = "DROP"
)

// remedy is what is done about where a form stands. A form that is filed stays as it was filed.
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

// postponed reports whether the form gets the deadline of the plan.
func (s standing) postponed() bool {
	return s.wanted && s.state != "" && !filed(s.state) && s.otherDay
}

// filed reports whether a form is, also while it is asked to be revised.
func filed(s term.FormState) bool {
	return s == term.FormStateFiled || s == term.FormStateRevising
}

// standingOf is how a form stands, nil where there is none, beside where its subject belongs.
func (s scope) standingOf(f *ent.Form, at place, wanted bool) standing {
	if f == nil {
		return standing{wanted: wanted}
	}
	return standing{wanted: wanted, state: f.State, handedIn: f.SubmissionID != nil, elsewhere: f.UnitID != at.unit, otherDay: !f.DueOn.Equal(s.due[f.Kind])}
}
