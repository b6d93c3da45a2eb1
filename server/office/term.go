package office

import (
	"slices"
	"time"

	"sineng/ent/term"
)

// At says which day is asked about, and what is known of it.
type At struct {
	Day time.Time
	// Known is the moment whose records count: what was recorded later does not. Zero stands for
	// what is known at present.
	Known time.Time
}

// On is a day as it is known at present.
func On(day time.Time) At { return At{Day: day} }

// OnRecord is a day as the records told of it at a moment.
func OnRecord(day, known time.Time) At { return At{Day: day, Known: known} }

// Term is for how long something holds, with when that was recorded.
type Term struct {
	From time.Time
	// To is the last day, nil while it goes on.
	To *time.Time
	// Recorded is when the row was recorded.
	Recorded time.Time
	// Ends are the last days that were recorded of it one after the other, To being the newest.
	// None stands for a row whose last day, if it has one, was recorded with it.
	Ends []term.End
}

// Holds tells whether something holds on the day, as far as it is known.
func (t Term) Holds(at At) bool {
	to := t.To
	if !at.Known.IsZero() {
		if t.Recorded.After(at.Known) {
			return false
		}
		to = t.knownEnd(at.Known)
	}
	return !t.From.After(at.Day) && (to == nil || !to.Before(at.Day))
}

// knownEnd is the last day as it was known at a moment.
func (t Term) knownEnd(known time.Time) *time.Time {
	if len(t.Ends) == 0 {
		return t.To
	}
	var to *time.Time
	for i, e := range t.Ends {
		if !e.Recorded.After(known) {
			to = &t.Ends[i].Day
		}
	}
	return to
}

// Ending are the ends that are kept of something once another last day is recorded.
func (t Term) Ending(day, now time.Time) []term.End {
	ends := slices.Clone(t.Ends)
	if len(ends) == 0 && t.To != nil {
		ends = append(ends, term.End{Day: *t.To, Recorded: t.Recorded})
	}
	return append(ends, term.End{Day: day, Recorded: now})
}
