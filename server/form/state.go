package form

import (
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// Demand is what a campaign demands of a form. The further states of a form,
// from draft to filed, are in server/review.
type Demand string

// The demands.
const (
	// Expect demands a form that does not exist yet, or that was dropped.
	Expect Demand = "EXPECT"
	// Drop no longer demands the form.
	Drop Demand = "DROP"
)

// NextDemanded returns the state of a form after a demand of its campaign;
// from is empty when there is no form yet. A form that was ever submitted is
// not dropped.
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

// Enter sets the state of a form and the time at which it entered it. No other
// code does; the state comes from NextDemanded or the review's Next.
func Enter(m *ent.FormMutation, to term.FormState, at time.Time) {
	m.SetState(to)
	m.SetStageSince(at)
}
