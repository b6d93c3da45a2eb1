package check

import (
	"time"

	"sineng/ent/term"
)

// Period is a time in which something is checked once, both days included.
type Period struct{ From, To time.Time }

// PeriodOf is the period of some months that a day lies in; periods are counted from January.
func PeriodOf(day time.Time, months int) Period {
	from, to := term.PeriodOfMonths(day, months)
	return Period{from, to}
}

// Due is the last day on which a check that appears on a day is done in time: the last of its period, but no sooner than half a
// period after it appeared.
func (p Period) Due(appears time.Time) time.Time {
	half := (int(p.To.Sub(p.From).Hours()/24) + 1) / 2
	if fair := appears.AddDate(0, 0, half); fair.After(p.To) {
		return fair
	}
	return p.To
}
