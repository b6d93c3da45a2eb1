package form

import (
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// Demand is what a campaign asks of a form. The way of a form that is asked for, from its draft to
// the file, is in server/review.
type Demand string

// The demands.
const (
	// Expect asks for a form: one that is not there yet, or that was dropped.
	Expect Demand = "EXPECT"
	// Drop asks for it no more.
	Drop Demand = "DROP"
)

// NextDemanded is the state of a form after a demand of its campaign, from the empty state where there
// is none yet. A form that was handed in stays, whatever is asked for later.
func NextDemanded(from term.FormState, d Demand, handedIn bool) (term.FormState, error) {
	switch {
	case d == Expect && (from == "" || from == term.FormStateDropped):
		return term.FormStateDraft, nil
	case d == Drop && from == term.FormStateDraft && !handedIn:
		return term.FormStateDropped, nil
	}
	return from, fault.New(fault.InvalidTransition, "FORM_STATE", "formId",
		"表格当前状态为“"+from.Label("zh")+"”,不能执行此操作", "A form that is "+string(from)+" does not take this step")
}

// Enter writes the state that a form goes to, and since when it stands there. It is the only
// place that does; the state itself comes from NextDemanded or the review's Next.
func Enter(m *ent.FormMutation, to term.FormState, at time.Time) {
	m.SetState(to)
	m.SetStageSince(at)
}
