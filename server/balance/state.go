package balance

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// Event is what happens to a conflict that is kept.
type Event string

// The values of Event.
const (
	// EventGone tells that it was judged and is there no more.
	EventGone Event = "GONE"
	// EventAccept tells that a second person has accepted it for a time.
	EventAccept Event = "ACCEPT"
	// EventLapse tells that its acceptance has ended: its last day has passed, its measure is not carried out any more, more
	// has come to belong to it, or somebody has ended it.
	EventLapse Event = "LAPSE"
)

// Values lists every Event.
func (Event) Values() []string {
	return []string{string(EventGone), string(EventAccept), string(EventLapse)}
}

// Next is the state of a conflict after an event; INVALID_TRANSITION where the event can't happen to it.
func Next(from term.ConflictState, e Event) (term.ConflictState, error) {
	switch {
	case from == term.ConflictStateSettled:
		return "", fault.New(fault.InvalidTransition, "CONFLICT_SETTLED", "conflictId", "该冲突已解决,无需再处理", "The conflict is settled already")
	case e == EventGone:
		return term.ConflictStateSettled, nil
	case from == term.ConflictStateOpen && e == EventAccept:
		return term.ConflictStateAccepted, nil
	case from == term.ConflictStateAccepted && e == EventLapse:
		return term.ConflictStateOpen, nil
	case from == term.ConflictStateAccepted:
		return "", fault.New(fault.InvalidTransition, "CONFLICT_ACCEPTED", "conflictId", "该冲突已限期接受,请先终止接受", "The conflict is accepted already: end that first")
	}
	return "", fault.New(fault.InvalidTransition, "CONFLICT_NOT_ACCEPTED", "conflictId", "该冲突未被接受", "The conflict is not accepted")
}

// enter enters the state after an event; nothing else sets it.
func enter(m *ent.ConflictMutation, to term.ConflictState) { m.SetState(to) }
