package calendar

import (
	"time"

	"sineng/ent/term"
)

// Limit is a time to do something that runs from a day.
type Limit struct {
	// Due is its last day; zero while the calendar has no data that far.
	Due time.Time
	// Past is the day on which it is over, or, where the last day is not known, on which it is looked at again.
	Past time.Time
}

// Runs is the limit of so many days that begin the day after one. What ends on a holiday in calendar days ends on the next
// working day.
func (c *Calendar) Runs(from time.Time, days int, in term.ClockUnit) Limit {
	k := Clock{Unit: in, Number: days, Start: term.ClockStartDayAfter, End: term.ClockEndNext}
	a, err := k.Due(c, Run{Start: from})
	if err != nil { // what counts no days is checked before it is stored
		return Until(from.AddDate(0, 0, days))
	}
	l := Limit{Past: a.NotBefore.AddDate(0, 0, 1)}
	if a.State == Known {
		l.Due = a.Due
	}
	return l
}

// Until is the limit that a day sets.
func Until(day time.Time) Limit { return Limit{day, day.AddDate(0, 0, 1)} }
