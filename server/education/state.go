package education

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// Event is what happens to a session.
type Event string

// The values of Event.
const (
	// EventHold tells that it was held.
	EventHold Event = "HOLD"
	// EventCancel tells that it is not held, or was recorded as held and was not.
	EventCancel Event = "CANCEL"
)

// Values lists every Event.
func (Event) Values() []string { return []string{string(EventHold), string(EventCancel)} }

// Next is the state of a session after an event; INVALID_TRANSITION where the event can't happen to it.
func Next(from term.EducationState, e Event) (term.EducationState, error) {
	switch {
	case from == term.EducationStatePlanned && e == EventHold:
		return term.EducationStateHeld, nil
	case from != term.EducationStateCancelled && e == EventCancel:
		return term.EducationStateCancelled, nil
	}
	return "", closed(from)
}

// enter enters the state after an event; nothing else sets it.
func enter(m *ent.EducationSessionMutation, to term.EducationState) { m.SetState(to) }

// closed says that what was asked can't happen to a session in a state.
func closed(state term.EducationState) *fault.Error {
	return fault.New(fault.InvalidTransition, "SESSION_CLOSED", "sessionId", "该教育活动"+state.Label("zh")+",不能这样办理",
		"The session is "+string(state)+", so that this can't be done")
}
