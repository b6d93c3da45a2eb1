package calendar

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"sineng/ent/term"
)

// Calendar says which days are worked in the years that it has data of. It never changes.
type Calendar struct {
	years map[int]*yearDays
}

// yearDays is a year with what is asked of a day.
type yearDays struct {
	Year
	day map[int]Marked // by the day of the year
}

// New is a calendar of years, each once.
func New(years ...Year) (*Calendar, error) {
	c := &Calendar{years: make(map[int]*yearDays, len(years))}
	for _, y := range years {
		if problems := y.Problems(); len(problems) > 0 {
			all := make([]error, len(problems))
			for i, p := range problems {
				all[i] = p
			}
			return nil, fmt.Errorf("the calendar of %d: %w", y.Number, errors.Join(all...))
		}
		if c.years[y.Number] != nil {
			return nil, fmt.Errorf("the calendar of %d stands there twice", y.Number)
		}
		c.years[y.Number] = ready(y)
	}
	return c, nil
}

func ready(y Year) *yearDays {
	y = y.sorted()
	out := &yearDays{y, make(map[int]Marked, len(y.Days))}
	for _, d := range y.Days {
		out.day[d.On.YearDay()] = d
	}
	return out
}

// Years are the years with data, the earliest first.
func (c *Calendar) Years() []Year {
	out := make([]Year, 0, len(c.years))
	for _, n := range slices.Sorted(maps.Keys(c.years)) {
		out = append(out, c.years[n].copied())
	}
	return out
}

// Year is the data of a year; false where there is none.
func (c *Calendar) Year(number int) (Year, bool) {
	y := c.years[number]
	if y == nil {
		return Year{}, false
	}
	return y.copied(), true
}

// copied is the year for whoever may change it.
func (y *yearDays) copied() Year {
	out := y.Year
	out.Days = slices.Clone(out.Days)
	return out
}

// NoDataError is the answer where a year without data is reached.
type NoDataError struct{ Year int }

func (e *NoDataError) Error() string {
	return fmt.Sprintf("the working calendar has no data of %d", e.Year)
}

// DayKind is what a day is.
type DayKind string

// The kinds of days. Weekends that belong to a holiday are off.
const (
	Workday   DayKind = "WORKDAY"
	Weekend   DayKind = "WEEKEND"
	DayOff    DayKind = "OFF"
	WorkedDay DayKind = "WORKED"
	// UnknownDay is a day of a year without data.
	UnknownDay DayKind = "UNKNOWN"
)

// Working tells whether days of the kind are worked; nobody knows it of UnknownDay.
func (k DayKind) Working() bool { return k == Workday || k == WorkedDay }

// Day is a day with what it is.
type Day struct {
	On   time.Time
	Kind DayKind
	Name string // of the holiday that it is off or made up for
}

// Day is what a day is.
func (c *Calendar) Day(on time.Time) Day {
	on = dayOf(on)
	y := c.years[on.Year()]
	if y == nil {
		return Day{On: on, Kind: UnknownDay}
	}
	switch m := y.day[on.YearDay()]; {
	case m.Mark == term.DayMarkOff:
		return Day{on, DayOff, m.Name}
	case m.Mark == term.DayMarkWorked:
		return Day{on, WorkedDay, m.Name}
	case weekend(on):
		return Day{On: on, Kind: Weekend}
	}
	return Day{On: on, Kind: Workday}
}

// Working tells whether a day is worked; a *NoDataError in a year without data.
func (c *Calendar) Working(on time.Time) (bool, error) {
	d := c.Day(on)
	if d.Kind == UnknownDay {
		return false, &NoDataError{d.On.Year()}
	}
	return d.Kind.Working(), nil
}

// Add is the nth working day after a day, before it where n is negative, and the day itself for 0, worked or not.
func (c *Calendar) Add(on time.Time, n int) (time.Time, error) {
	on = dayOf(on)
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 {
		on = on.AddDate(0, 0, step)
		working, err := c.Working(on)
		if err != nil {
			return time.Time{}, err
		}
		if working {
			n--
		}
	}
	return on, nil
}

// Between is how many working days are after from, up to and including to; negative where to is before from.
func (c *Calendar) Between(from, to time.Time) (int, error) {
	from, to = dayOf(from), dayOf(to)
	if to.Before(from) {
		n, err := c.Between(to, from)
		return -n, err
	}
	n := 0
	for on := from.AddDate(0, 0, 1); !on.After(to); on = on.AddDate(0, 0, 1) {
		working, err := c.Working(on)
		if err != nil {
			return 0, err
		}
		if working {
			n++
		}
	}
	return n, nil
}

// Unconfirmed are the years with data from one day to another that are to be confirmed.
func (c *Calendar) Unconfirmed(from, to time.Time) []int {
	var out []int
	for n := from.Year(); n <= to.Year(); n++ {
		if y := c.years[n]; y != nil && !y.Confirmed {
			out = append(out, n)
		}
	}
	return out
}
