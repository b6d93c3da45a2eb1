package warning

import (
	"cmp"
	"slices"
	"time"
)

// Span is a cause from its first day to the first day without it; zero while it lasts.
type Span struct {
	Cause
	Gone time.Time
}

// Problem is something that is known to have been wrong on a day: a check found it wanting, or its grade became graver.
type Problem struct {
	Subject int64
	On      time.Time
}

// Past is what a rule would have done.
type Past struct {
	// Raised is how many warnings it would have raised, GoneBefore how many causes were gone before it would have warned.
	Raised, GoneBefore int
	// MedianDays is how many days the causes that it would have warned of lasted after that, in the middle; -1 for none.
	MedianDays int
	// Foresaw is how many warnings were followed by a known problem of the same subject, MedianLead how many days before the problem
	// the warning came, in the middle; -1 for none. Missed is how many problems no warning came before.
	Foresaw, MedianLead, Missed int
}

// Replay says what a rule would have done from one day up to the day before another. Whether it warns on a day is decided by what had
// begun by then, so that it never looks ahead.
func Replay(rule Settings, spans []Span, problems []Problem, from, today time.Time) Past {
	out := Past{MedianDays: -1, MedianLead: -1}
	found := map[int64][]time.Time{}
	for _, p := range problems {
		found[p.Subject] = append(found[p.Subject], p.On)
	}
	for _, days := range found {
		slices.SortFunc(days, time.Time.Compare)
	}
	warned := map[int64][]time.Time{}
	var lasted, leads []int
	for _, s := range spans {
		on := rule.From(s.Cause)
		switch {
		case !rule.Warns(s.Cause) || !on.Before(today):
			continue
		case !s.Gone.IsZero() && !on.Before(s.Gone):
			if !s.Since.Before(from) {
				out.GoneBefore++
			}
			continue
		case on.Before(from):
			continue
		}
		out.Raised++
		warned[s.Subject] = append(warned[s.Subject], on)
		end := today
		if !s.Gone.IsZero() {
			end = s.Gone
		}
		lasted = append(lasted, daysBetween(on, end))
		i := slices.IndexFunc(found[s.Subject], func(p time.Time) bool { return p.After(on) })
		if i >= 0 {
			out.Foresaw++
			leads = append(leads, daysBetween(on, found[s.Subject][i]))
		}
	}
	for _, p := range problems {
		if !p.On.Before(from) && p.On.Before(today) && !slices.ContainsFunc(warned[p.Subject], func(on time.Time) bool { return on.Before(p.On) }) {
			out.Missed++
		}
	}
	out.MedianDays, out.MedianLead = median(lasted), median(leads)
	return out
}

func daysBetween(from, to time.Time) int { return int(to.Sub(from).Hours()/24 + 0.5) }

// median is the one in the middle, the lower of two; -1 for none.
func median(of []int) int {
	if len(of) == 0 {
		return -1
	}
	slices.SortFunc(of, cmp.Compare)
	return of[(len(of)-1)/2]
}
