package check

import "time"

// Period is a time in which something is checked once, both days included.
type Period struct{ From, To time.Time }

// PeriodOf is the period of some months that a day lies in; periods are counted from January.
func PeriodOf(day time.Time, months int) Period {
	first := time.Month((int(day.Month())-1)/months*months + 1)
	from := time.Date(day.Year(), first, 1, 0, 0, 0, 0, time.UTC)
	return Period{from, from.AddDate(0, months, -1)}
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
