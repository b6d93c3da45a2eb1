package check

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// Event is what happens to a check.
type Event string

// The values of Event.
const (
	// EventRecord tells that what was found is recorded.
	EventRecord Event = "RECORD"
	// EventMiss tells that it was not made: a later one was, or it is late and there is nothing left to check.
	EventMiss Event = "MISS"
	// EventDrop tells that there is nothing left to check while it is not late.
	EventDrop Event = "DROP"
)

// Values lists every Event.
func (Event) Values() []string {
	return []string{string(EventRecord), string(EventMiss), string(EventDrop)}
}

// Next is the state of a check after an event; INVALID_TRANSITION where the event can't happen to it.
func Next(from term.CheckState, e Event) (term.CheckState, error) {
	if from != term.CheckStateDue {
		return "", closed(from, "checkId")
	}
	switch e {
	case EventRecord:
		return term.CheckStateDone, nil
	case EventMiss:
		return term.CheckStateMissed, nil
	}
	return term.CheckStateCancelled, nil
}

// enter enters the state after an event; nothing else sets it.
func enter(m *ent.SupervisionCheckMutation, to term.CheckState) { m.SetState(to) }

// closed says that a check in a state is over; field names the input that gave its id.
func closed(state term.CheckState, field string) *fault.Error {
	return fault.New(fault.InvalidTransition, "CHECK_CLOSED", field, "该项检查"+state.Label("zh")+",不能再改动",
		"The check is closed ("+state.Label("en")+") and can't be changed")
}
