package proceeding

import (
	"time"

	"sineng/ent/term"
	"sineng/server/calendar"
)

// statutes are the rules that count the time limits of types of power; others are counted as 民法典 does.
var statutes = map[term.PowerType]string{
	term.PowerTypeLicensing: "LICENSING",
	term.PowerTypePenalty:   "PENALTY",
}

// ClockOf is the clock of a time limit of so many days of a type of power. A number of which the statute does not say what it is counted in
// counts working days, as the statutes on licensing do and as bodies promise them; nil for no limit.
func ClockOf(t term.PowerType, days *int) *calendar.Clock {
	if days == nil || *days == 0 {
		return nil
	}
	code := statutes[t]
	if code == "" {
		code = "CIVIL"
	}
	rule, _ := calendar.RuleOf(code)
	unit := rule.UnitOf(*days)
	if unit == "" {
		unit = term.ClockUnitWorkingDays
	}
	k, err := rule.Clock(*days, unit)
	if err != nil { // more days than any clock has
		return nil
	}
	k.Pauses = everyPause // each kind is time that some rule leaves out; by which, the record says in its note
	return &k
}

var everyPause = func() []term.PauseKind {
	var out []term.PauseKind
	for _, v := range term.PauseKind("").Values() {
		out = append(out, term.PauseKind(v))
	}
	return out
}()

// limits work out the ends of time limits, and keep what is known of all of them.
type limits struct {
	calendar *calendar.Calendar
	pauses   []calendar.Pause
	state    term.LimitState
}

// last is the last day of a limit that runs from a day; false where there is none, or its end is not known.
func (l *limits) last(k *calendar.Clock, from time.Time) (time.Time, bool) {
	if k == nil {
		return time.Time{}, false
	}
	a, err := k.Due(l.calendar, calendar.Run{Start: from, Pauses: l.pauses})
	if err != nil { // days and pauses are checked before they are recorded
		return time.Time{}, false
	}
	switch {
	case a.State == calendar.NoData:
		l.state = term.LimitStateNoData
	case a.State == calendar.Stopped && l.state != term.LimitStateNoData:
		l.state = term.LimitStateStopped
	case l.state == term.LimitStateNone:
		l.state = term.LimitStateKnown
	}
	return a.Due, a.State == calendar.Known
}
