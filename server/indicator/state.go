package indicator

import (
	"time"

	"sineng/ent"
	"sineng/ent/term"
)

// Standing is what the newest reading of an indicator says.
type Standing struct {
	State term.IndicatorState
	// For is the first day of the period of that reading; zero, like Value, before there is one.
	For   time.Time
	Value term.Decimal
	// OverSince is the day on which it became known that the indicator is beyond its threshold; zero while it is not.
	OverSince time.Time
}

// Limit is what the values of an indicator keep to.
type Limit struct {
	Keeps     term.IndicatorKeeps
	Threshold term.Decimal
}

// Read is the standing once a period was read, or its reading corrected, on a day. A reading of an earlier period than the newest says
// nothing of how things stand.
func (s Standing) Read(period time.Time, value term.Decimal, l Limit, today time.Time) Standing {
	if s.State != term.IndicatorStateUnread && period.Before(s.For) {
		return s
	}
	s.For, s.Value = period, value
	return s.judged(l, today)
}

// Limited is the standing once another threshold holds, from a day on.
func (s Standing) Limited(l Limit, today time.Time) Standing {
	if s.State == term.IndicatorStateUnread {
		return s
	}
	return s.judged(l, today)
}

// judged holds the newest value against a threshold. An indicator that was beyond its threshold before, and is so still, has been since then.
func (s Standing) judged(l Limit, today time.Time) Standing {
	switch {
	case !l.Keeps.Broken(s.Value, l.Threshold):
		s.State, s.OverSince = term.IndicatorStateWithin, time.Time{}
	case s.State != term.IndicatorStateOver:
		s.State, s.OverSince = term.IndicatorStateOver, today
	}
	return s
}

// standingOf is how an indicator stands.
func standingOf(i *ent.Indicator) Standing {
	out := Standing{State: i.State}
	if i.ReadFor != nil {
		out.For = *i.ReadFor
	}
	if i.Value != nil {
		out.Value = *i.Value
	}
	if i.OverSince != nil {
		out.OverSince = *i.OverSince
	}
	return out
}

// keep writes how an indicator stands; nothing else sets it.
func (s Standing) keep(m *ent.IndicatorMutation) {
	m.SetState(s.State)
	if s.State == term.IndicatorStateUnread {
		return
	}
	m.SetReadFor(s.For)
	m.SetValue(s.Value)
	m.ClearOverSince()
	if !s.OverSince.IsZero() {
		m.SetOverSince(s.OverSince)
	}
}
