package publicity

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// Action is an action on feedback.
type Action string

// The actions.
const (
	ActionReceive Action = "RECEIVE"
	ActionHandle  Action = "HANDLE"
)

// Next returns the state of feedback after an action; from is empty for new
// feedback. How it was handled may be recorded again.
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

// enter sets the state of feedback after an action. No other code does.
func enter(m *ent.PublicFeedbackMutation, from term.FeedbackState, action Action) error {
	to, err := Next(from, action)
	if err == nil {
		m.SetState(to)
	}
	return err
}
