package calendar_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sineng/ent/term"
	"sineng/server/calendar"
)

// slow is what a clock says, worked out in the most obvious way: for each day anew, from lists of days.
type slow struct {
	marks map[time.Time]term.DayMark
	clock calendar.Clock
	run   calendar.Run
}

// horizon is how many days the slow way looks ahead.
const horizon = 900

func (s slow) works(on time.Time) bool {
	switch s.marks[on] {
	case term.DayMarkOff:
		return false
	case term.DayMarkWorked:
		return true
	}
	return on.Weekday() >= time.Monday && on.Weekday() <= time.Friday
}

func (s slow) paused(on time.Time) bool {
	for _, p := range s.run.Pauses {
		if slices.Contains(s.clock.Pauses, p.Kind) && !on.Before(p.From) && (p.To.IsZero() || !on.After(p.To)) {
			return true
		}
	}
	return false
}

// days are the days that the clock can count, from the first on.
func (s slow) days() []time.Time {
	var out []time.Time
	for n := 0; n < horizon; n++ {
		if n > 0 || s.clock.Start == term.ClockStartSameDay {
			out = append(out, s.run.Start.AddDate(0, 0, n))
		}
	}
	return out
}

// due is the end, and whether there is one within the horizon.
func (s slow) due() (time.Time, bool) {
	number := s.clock.Number + s.run.Extended
	end, found := time.Time{}, false
	switch s.clock.Unit {
	case working:
		end, found = s.nth(number, func(on time.Time) bool { return !s.paused(on) && s.works(on) })
		return end, found
	case natural:
		end, found = s.nth(number, func(on time.Time) bool { return !s.paused(on) })
	case months:
		date := s.date(number)
		n := 0
		for _, on := range s.days() {
			if !on.After(date) {
				n++
			}
		}
		end, found = s.nth(n, func(on time.Time) bool { return !s.paused(on) })
		if n == 0 {
			end, found = date, true
		}
	}
	if !found || s.clock.End == term.ClockEndStays {
		return end, found
	}
	if s.clock.End == term.ClockEndPrevious {
		for n := 0; n < horizon && !end.AddDate(0, 0, -n).Before(s.days()[0]); n++ {
			if on := end.AddDate(0, 0, -n); s.works(on) && !s.paused(on) {
				return on, true
			}
		}
	}
	for n := 0; n < horizon; n++ {
		if on := end.AddDate(0, 0, n); s.works(on) && !s.paused(on) {
			return on, true
		}
	}
	return time.Time{}, false
}

// nth is the nth day that counts.
func (s slow) nth(n int, counts func(time.Time) bool) (time.Time, bool) {
	for _, last := range s.days() {
		sum := 0
		for _, on := range s.days() {
			if !on.After(last) && counts(on) {
				sum++
			}
		}
		if sum == n && counts(last) {
			return last, true
		}
	}
	return time.Time{}, false
}

// date is the date some months later, found day by day in the month.
func (s slow) date(number int) time.Time {
	first := calendar.Date(s.run.Start.Year(), s.run.Start.Month(), 1)
	for n := 0; n < number; n++ {
		first = first.AddDate(0, 0, 27) // into the last days of the month
		for first.Day() != 1 {
			first = first.AddDate(0, 0, 1)
		}
	}
	wanted := s.run.Start.Day()
	if s.clock.Start == term.ClockStartSameDay {
		wanted--
	}
	out := first.AddDate(0, 0, -1)
	for on := first; on.Month() == first.Month() && on.Day() <= wanted; on = on.AddDate(0, 0, 1) {
		out = on
	}
	return out
}

// drawn is a random calendar of some years, and the marks of all of them, those without data included.
func drawn(t *rapid.T, years ...int) (marks map[time.Time]term.DayMark, build func(without int) *calendar.Calendar) {
	marks = map[time.Time]term.DayMark{}
	for _, y := range years {
		marks[calendar.Date(y, 1, 1)] = term.DayMarkOff
		for n := rapid.IntRange(0, 12).Draw(t, "ranges"); n > 0; n-- {
			from := calendar.Date(y, 1, 1).AddDate(0, 0, rapid.IntRange(0, 364).Draw(t, "from"))
			mark := rapid.SampledFrom([]term.DayMark{term.DayMarkOff, term.DayMarkWorked}).Draw(t, "mark")
			for length := rapid.IntRange(1, 9).Draw(t, "length"); length > 0 && from.Year() == y; length-- {
				marks[from] = mark
				from = from.AddDate(0, 0, 1)
			}
		}
	}
	return marks, func(without int) *calendar.Calendar {
		var out []calendar.Year
		for _, n := range years {
			y := calendar.Year{Number: n, Source: "drawn", Confirmed: true}
			for on, mark := range marks {
				if on.Year() == n {
					y.Days = append(y.Days, calendar.Marked{On: on, Mark: mark, Name: fmt.Sprint(on.Month())})
				}
			}
			if n != without {
				out = append(out, y)
			}
		}
		c, err := calendar.New(out...)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
}

func drawnClock(t *rapid.T) calendar.Clock {
	k := calendar.Clock{
		Unit: rapid.SampledFrom([]term.ClockUnit{working, natural, months}).Draw(t, "unit"), Number: rapid.IntRange(1, 60).Draw(t, "number"),
		Start: term.ClockStart(rapid.SampledFrom(term.ClockStart("").Values()).Draw(t, "start")), End: term.ClockEnd(rapid.SampledFrom(term.ClockEnd("").Values()).Draw(t, "end")),
		Pauses: []term.PauseKind{term.PauseKindHearing, term.PauseKindTesting}, Extension: 5,
	}
	if k.Unit == months {
		k.Number = rapid.IntRange(1, 8).Draw(t, "months")
	}
	return k
}

func drawnRun(t *rapid.T, k calendar.Clock, from time.Time, spread int) calendar.Run {
	r := calendar.Run{Start: from.AddDate(0, 0, rapid.IntRange(0, spread).Draw(t, "day"))}
	if rapid.Bool().Draw(t, "extended") {
		r.Extended = rapid.IntRange(1, 5).Draw(t, "by")
	}
	for n := rapid.IntRange(0, 4).Draw(t, "pauses"); n > 0; n-- {
		p := calendar.Pause{Kind: rapid.SampledFrom([]term.PauseKind{term.PauseKindHearing, term.PauseKindTesting, term.PauseKindAuction}).Draw(t, "kind"),
			From: r.Start.AddDate(0, 0, rapid.IntRange(-10, 60).Draw(t, "begins"))}
		p.To = p.From.AddDate(0, 0, rapid.IntRange(0, 15).Draw(t, "lasts"))
		r.Pauses = append(r.Pauses, p)
	}
	return r
}

func TestClocksEndAsTheSlowWaySays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marks, build := drawn(t, 2030, 2031, 2032)
		k := drawnClock(t)
		r := drawnRun(t, k, calendar.Date(2030, 2, 1), 400)
		want, ok := slow{marks, k, r}.due()
		a, err := k.Due(build(0), r)
		if err != nil {
			t.Fatal(err)
		}
		if !ok || want.Year() < 2030 || want.Year() > 2032 {
			t.Skip("beyond the years of the test")
		}
		if a.State != calendar.Known || !a.Due.Equal(want) {
			t.Fatalf("%+v\nin %+v: %s %s, the slow way says %s", k, r, a.State, a.Due.Format(time.DateOnly), want.Format(time.DateOnly))
		}
	})
}

// TestWhatIsNotKnownComesNoEarlierThanTold completes what an answer did not know, and compares.
func TestWhatIsNotKnownComesNoEarlierThanTold(t *testing.T) {
	unknown, stopped := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		marks, build := drawn(t, 2030, 2031, 2032)
		k := drawnClock(t)
		r := drawnRun(t, k, calendar.Date(2030, 9, 1), 121)
		lasting := -1
		if len(r.Pauses) > 0 && rapid.Bool().Draw(t, "one lasts") {
			lasting = rapid.IntRange(0, len(r.Pauses)-1).Draw(t, "which")
		}
		open := r
		open.Pauses = slices.Clone(r.Pauses)
		if lasting >= 0 {
			open.Pauses[lasting].To = time.Time{}
		}
		a, err := k.Due(build(2031), open)
		if err != nil {
			t.Fatal(err)
		}
		switch a.State {
		case calendar.NoData:
			unknown++
			if a.Missing != 2031 {
				t.Fatalf("missing is %d", a.Missing)
			}
		case calendar.Stopped:
			stopped++
		}
		want, ok := slow{marks, k, r}.due()
		if !ok {
			t.Skip("beyond the horizon of the test")
		}
		if want.Before(a.NotBefore) || a.State == calendar.Known && !want.Equal(a.Due) {
			t.Fatalf("%+v\nin %+v: %+v\nthe slow way with all known: %s", k, open, a, want.Format(time.DateOnly))
		}
		for _, s := range a.Steps {
			if s.In("zh") == "" || s.In("en") == "" {
				t.Fatalf("a step without words: %+v", s)
			}
		}
	})
	if unknown == 0 || stopped == 0 {
		t.Errorf("%d runs came to a year without data, %d stopped: the test compares nothing", unknown, stopped)
	}
}

func TestAddAndBetweenAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, build := drawn(t, 2030, 2031)
		c := build(0)
		from := calendar.Date(2030, 4, 1).AddDate(0, 0, rapid.IntRange(0, 300).Draw(t, "day"))
		n := rapid.IntRange(1, 50).Draw(t, "n")
		to, err := c.Add(from, n)
		if err != nil {
			t.Fatal(err)
		}
		if between, err := c.Between(from, to); err != nil || between != n {
			t.Fatalf("%d days after %s are %s, between them %d (%v)", n, from, to, between, err)
		}
		if works, _ := c.Working(to); !works {
			t.Fatalf("%s is not worked", to)
		}
		back, err := c.Add(to, -n)
		if err != nil {
			t.Fatal(err)
		}
		// Back is the last working day up to the start, where that was one.
		if works, _ := c.Working(from); works && !back.Equal(from) {
			t.Fatalf("%d days before %s are %s, want %s", n, to, back, from)
		}
	})
}
