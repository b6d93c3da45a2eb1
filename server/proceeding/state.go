package proceeding

import (
	"time"

	"sineng/ent/term"
	"sineng/server/calendar"
)

// StateOf is how far a proceeding is: over once it was closed or discontinued, else paused while a pause has no end.
func StateOf(closedOn *time.Time, discontinued bool, pauses []calendar.Pause) term.ProceedingState {
	switch {
	case discontinued && closedOn != nil:
		return term.ProceedingStateDiscontinued
	case closedOn != nil:
		return term.ProceedingStateClosed
	}
	for _, p := range pauses {
		if p.To.IsZero() {
			return term.ProceedingStatePaused
		}
	}
	return term.ProceedingStateUnderWay
}
