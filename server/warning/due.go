package warning

import (
	"time"

	"sineng/ent/term"
	"sineng/server/calendar"
)

// limit is a time to answer that runs from a day.
type limit struct {
	// due is its last day; zero while the calendar has no data that far.
	due time.Time
	// up is the day on which the warning goes up if nobody answers, or, where the last day is not known, on which it is looked at
	// again.
	up time.Time
}

// runs is the limit of so many days that begin the day after one. What ends on a holiday in calendar days ends on the next
// working day.
func runs(c *calendar.Calendar, from time.Time, days int, in term.ClockUnit) limit {
	k := calendar.Clock{Unit: in, Number: days, Start: term.ClockStartDayAfter, End: term.ClockEndNext}
	a, err := k.Due(c, calendar.Run{Start: from})
	if err != nil { // settings are checked before they are stored
		due := from.AddDate(0, 0, days)
		return limit{due, due.AddDate(0, 0, 1)}
	}
	l := limit{up: a.NotBefore.AddDate(0, 0, 1)}
	if a.State == calendar.Known {
		l.due = a.Due
	}
	return l
}
