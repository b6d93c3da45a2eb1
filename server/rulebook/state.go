package rulebook

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// Event is what happens to a review.
type Event string

// The values of Event.
const (
	// EventKeep tells that nothing needs to change.
	EventKeep Event = "KEEP"
	// EventChange tells that what was reviewed has been changed.
	EventChange Event = "CHANGE"
	// EventUnlink tells that it stands on the document no more.
	EventUnlink Event = "UNLINK"
	// EventRetire tells that the power or measure is retired.
	EventRetire Event = "RETIRE"
	// EventRenew tells that a newer edition, or the repeal, asks anew.
	EventRenew Event = "RENEW"
)

// Values lists every Event.
func (Event) Values() []string {
	return []string{string(EventKeep), string(EventChange), string(EventUnlink), string(EventRetire), string(EventRenew)}
}

// Next is the state of a review after an event; INVALID_TRANSITION where the event can't happen to it.
func Next(from term.RulesReviewState, e Event) (term.RulesReviewState, error) {
	if from != term.RulesReviewStateOpen {
		return "", closed(from, "reviewId")
	}
	switch e {
	case EventKeep:
		return term.RulesReviewStateKept, nil
	case EventChange:
		return term.RulesReviewStateChanged, nil
	}
	return term.RulesReviewStateDropped, nil
}

// enter enters the state after an event; nothing else sets it.
func enter(m *ent.RulesReviewMutation, to term.RulesReviewState) { m.SetState(to) }

// closed says that a review in a state is over; field names the input that gave its id.
func closed(state term.RulesReviewState, field string) *fault.Error {
	return fault.New(fault.InvalidTransition, "REVIEW_CLOSED", field, "该项制度复核"+state.Label("zh")+",不能再改动",
		"The review is over ("+state.Label("en")+") and can't be changed")
}
