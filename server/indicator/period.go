package indicator

import (
	"time"

	"sineng/ent"
	"sineng/ent/term"
)

// Period is a span of days that an indicator is read for, both ends included.
type Period struct{ From, To time.Time }

// periodOf is the period of an indicator that a day lies in.
func periodOf(every term.Recurrence, day time.Time) Period {
	from, to := every.Period(day)
	return Period{from, to}
}

// owedOn is the day after the period that is to be read next: that of the day given, or the one after the newest that was read, where
// that is later.
func owedOn(every term.Recurrence, first, readFor time.Time) time.Time {
	next := periodOf(every, first)
	if !readFor.IsZero() {
		if after := periodOf(every, periodOf(every, readFor).To.AddDate(0, 0, 1)); after.From.After(next.From) {
			next = after
		}
	}
	return next.To.AddDate(0, 0, 1)
}

// Asked is the period that a reading is asked for: the one that is owed, or else that under way, or the first.
func (s *Service) Asked(i *ent.Indicator) Period {
	if p := s.Owed(i); p != nil {
		return *p
	}
	if today := s.store.Today(); today.After(i.StartsOn) {
		return periodOf(i.Every, today)
	}
	return periodOf(i.Every, i.StartsOn)
}

// Owed is the first period of an indicator that is over and has not been read; nil where there is none, or it is stopped. Reading a later one
// passes over those before.
func (s *Service) Owed(i *ent.Indicator) *Period {
	if i.OwedOn == nil || i.OwedOn.After(s.store.Today()) {
		return nil
	}
	p := periodOf(i.Every, i.OwedOn.AddDate(0, 0, -1))
	return &p
}

// DueOn is the last day on which the reading that an indicator owes next is in time; nil once it is stopped.
func DueOn(i *ent.Indicator) *time.Time {
	if i.OwedOn == nil {
		return nil
	}
	due := i.OwedOn.AddDate(0, 0, i.WithinDays-1)
	return &due
}
