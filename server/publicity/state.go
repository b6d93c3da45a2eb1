package publicity

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// Action is what is done with feedback of the public.
type Action string

// The actions.
const (
	ActionReceive Action = "RECEIVE"
	ActionHandle  Action = "HANDLE"
)

// Next is the state of feedback after an action, from the empty state for what just comes in. What was
// done about it may be written again.
func Next(from term.FeedbackState, action Action) (term.FeedbackState, error) {
	switch {
	case from == "" && action == ActionReceive:
		return term.FeedbackStateReceived, nil
	case from != "" && action == ActionHandle:
		return term.FeedbackStateHandled, nil
	case from == "":
		return from, fault.MissingAt("feedbackId", "公示反馈", "feedback")
	}
	return from, fault.New(fault.InvalidTransition, "RECEIVED_ALREADY", "feedbackId", "该反馈已经收到", "The feedback was received already")
}

// enter writes the state that feedback goes to after an action. It is the only place that does.
func enter(m *ent.PublicFeedbackMutation, from term.FeedbackState, action Action) error {
	to, err := Next(from, action)
	if err == nil {
		m.SetState(to)
	}
	return err
}
