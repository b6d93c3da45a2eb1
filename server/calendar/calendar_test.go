package calendar_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/calendar"
)

// published are the years as they were published: days off and make-up working days.
var published = map[int][2]string{
	2025: {"1/1; 1/28-2/4; 4/4-4/6; 5/1-5/5; 5/31-6/2; 10/1-10/8", "1/26; 2/8; 4/27; 9/28; 10/11"},
	2026: {"1/1-1/3; 2/15-2/23; 4/4-4/6; 5/1-5/5; 6/19-6/21; 9/25-9/27; 10/1-10/7", "1/4; 2/14; 2/28; 5/9; 9/20; 10/10"},
	2027: {"1/1-1/3; 2/5-2/13; 4/3-4/5; 5/1-5/5; 6/9; 9/15; 10/1-10/7", "1/31; 2/14; 5/8; 9/26; 10/9"},
}

// listed are the days of a list such as 1/1; 1/28-2/4.
func listed(year int, list string) map[time.Time]bool {
	out := map[time.Time]bool{}
	for _, part := range strings.Split(list, "; ") {
		var m, d, toM, toD int
		if n, _ := fmt.Sscanf(part, "%d/%d-%d/%d", &m, &d, &toM, &toD); n == 2 {
			toM, toD = m, d
		}
		for on := calendar.Date(year, time.Month(m), d); !on.After(calendar.Date(year, time.Month(toM), toD)); on = on.AddDate(0, 0, 1) {
			out[on] = true
		}
	}
	return out
}

func day(text string) time.Time {
	on, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return on
}

func TestTheBuiltInYearsAreAsPublishedDayByDay(t *testing.T) {
	c := calendar.Builtin()
	for year, lists := range published {
		off, made := listed(year, lists[0]), listed(year, lists[1])
		n := 0
		for on := calendar.Date(year, 1, 1); on.Year() == year; on = on.AddDate(0, 0, 1) {
			weekend := on.Weekday() == time.Saturday || on.Weekday() == time.Sunday
			want := made[on] || !off[on] && !weekend
			got, err := c.Working(on)
			if err != nil || got != want {
				t.Errorf("%s: worked is %v (%v), want %v", on.Format(time.DateOnly), got, err, want)
			}
			kind := calendar.Workday
			switch {
			case made[on]:
				kind = calendar.WorkedDay
			case off[on]:
				kind = calendar.DayOff
			case weekend:
				kind = calendar.Weekend
			}
			if d := c.Day(on); d.Kind != kind || (d.Name != "") != (kind == calendar.DayOff || kind == calendar.WorkedDay) {
				t.Errorf("%s is %+v, want %s", on.Format(time.DateOnly), d, kind)
			}
			if got {
				n++
			}
		}
		y, ok := c.Year(year)
		if n != 248 || !ok || y.WorkingDays() != 248 {
			t.Errorf("%d has %d working days, and says %d; want 248", year, n, y.WorkingDays())
		}
		if y.Confirmed != (year != 2027) || y.Source == "" {
			t.Errorf("%d is confirmed: %v, by %q", year, y.Confirmed, y.Source)
		}
		if hints := y.Hints(); len(hints) > 0 {
			t.Errorf("%d has hints: %v", year, hints)
		}
	}
	if years := c.Years(); len(years) != 3 || years[0].Number != 2025 || years[2].Number != 2027 {
		t.Errorf("the years are %v", years)
	}
}

func TestAYearWithoutDataIsNeverGuessed(t *testing.T) {
	c := calendar.Builtin()
	asked := map[string]func() error{
		"working":          func() error { _, err := c.Working(day("2028-03-01")); return err },
		"working, before":  func() error { _, err := c.Working(day("2024-12-31")); return err },
		"added":            func() error { _, err := c.Add(day("2027-12-20"), 20); return err },
		"taken away":       func() error { _, err := c.Add(day("2025-01-10"), -20); return err },
		"between":          func() error { _, err := c.Between(day("2027-12-20"), day("2028-01-03")); return err },
		"between, reverse": func() error { _, err := c.Between(day("2028-01-03"), day("2027-12-20")); return err },
	}
	for name, ask := range asked {
		var none *calendar.NoDataError
		if err := ask(); !errors.As(err, &none) {
			t.Errorf("%s: %v, want a year without data", name, err)
		} else if want := 2028; strings.HasSuffix(name, "before") || name == "taken away" {
			if none.Year != 2024 {
				t.Errorf("%s: the year is %d, want 2024", name, none.Year)
			}
		} else if none.Year != want {
			t.Errorf("%s: the year is %d, want %d", name, none.Year, want)
		}
	}
	if d := c.Day(day("2028-01-01")); d.Kind != calendar.UnknownDay || d.Kind.Working() {
		t.Errorf("a day of 2028 is %+v", d)
	}
}

func TestWorkingDaysAreCountedBothWays(t *testing.T) {
	c := calendar.Builtin()
	for _, row := range []struct {
		from string
		n    int
		to   string
	}{
		{"2026-02-10", 20, "2026-03-16"}, {"2026-12-20", 20, "2027-01-18"}, {"2026-02-16", 5, "2026-02-28"},
		{"2026-03-16", -20, "2026-02-10"}, {"2026-02-28", -1, "2026-02-27"}, {"2026-02-24", -1, "2026-02-14"}, {"2026-02-17", 0, "2026-02-17"},
	} {
		to, err := c.Add(day(row.from), row.n)
		if err != nil || !to.Equal(day(row.to)) {
			t.Errorf("%s and %d: %s (%v), want %s", row.from, row.n, to.Format(time.DateOnly), err, row.to)
		}
	}
	for _, row := range []struct {
		from, to string
		n        int
	}{
		{"2025-12-31", "2026-12-31", 248}, {"2026-12-31", "2025-12-31", -248}, {"2026-02-13", "2026-02-23", 1}, {"2026-02-14", "2026-02-23", 0}, {"2026-02-14", "2026-02-14", 0},
	} {
		if n, err := c.Between(day(row.from), day(row.to)); err != nil || n != row.n {
			t.Errorf("%s to %s: %d (%v), want %d", row.from, row.to, n, err, row.n)
		}
	}
	if got := c.Unconfirmed(day("2025-06-01"), day("2029-01-01")); len(got) != 1 || got[0] != 2027 {
		t.Errorf("to be confirmed are %v, want 2027", got)
	}
	// The hour of a moment is left out.
	if working, err := c.Working(day("2026-02-28").Add(23 * time.Hour)); err != nil || !working {
		t.Errorf("late on a make-up day: %v, %v", working, err)
	}
}

func TestEveryFaultInAYearIsTold(t *testing.T) {
	good := func() calendar.Year {
		y, _ := calendar.Builtin().Year(2026)
		return y
	}
	mark := func(text string, mark term.DayMark) calendar.Marked {
		return calendar.Marked{On: day(text), Mark: mark}
	}
	rows := map[calendar.ProblemCode]calendar.Year{}
	y := good()
	y.Number = 1999
	y.Days = []calendar.Marked{mark("1999-01-01", term.DayMarkOff)}
	rows[calendar.ProblemYear] = y
	y = good()
	y.Source = ""
	rows[calendar.ProblemSource] = y
	y = good()
	y.Days = append(y.Days, mark("2027-01-01", term.DayMarkOff))
	rows[calendar.ProblemOtherYear] = y
	y = good()
	y.Days = append(y.Days, mark("2026-01-01", term.DayMarkWorked))
	rows[calendar.ProblemTwice] = y
	y = good()
	y.Days = append(y.Days, mark("2026-12-31", "HALF"))
	rows[calendar.ProblemMark] = y
	y = good()
	y.Days = nil
	rows[calendar.ProblemEmpty] = y
	for code, y := range rows {
		problems := y.Problems()
		if len(problems) != 1 || problems[0].Code != code || problems[0].ZH == "" || problems[0].EN == "" {
			t.Errorf("%s: %v", code, problems)
		}
		if _, err := calendar.New(y); err == nil {
			t.Errorf("%s: made all the same", code)
		}
	}
	if problems := good().Problems(); len(problems) > 0 {
		t.Errorf("a good year: %v", problems)
	}
	if _, err := calendar.New(good(), good()); err == nil {
		t.Error("a year was taken twice")
	}
}

func TestHintsTellWhatIsUnusual(t *testing.T) {
	with := func(change func(days []calendar.Marked) []calendar.Marked) []calendar.Hint {
		y, _ := calendar.Builtin().Year(2026)
		y.Days = change(append([]calendar.Marked{}, y.Days...))
		return y.Hints()
	}
	add := func(text string, mark term.DayMark) func([]calendar.Marked) []calendar.Marked {
		return func(days []calendar.Marked) []calendar.Marked {
			return append(days, calendar.Marked{On: day(text), Mark: mark})
		}
	}
	without := func(text string) func([]calendar.Marked) []calendar.Marked {
		return func(days []calendar.Marked) (out []calendar.Marked) {
			for _, d := range days {
				if !d.On.Equal(day(text)) {
					out = append(out, d)
				}
			}
			return out
		}
	}
	for name, row := range map[string]struct {
		change func([]calendar.Marked) []calendar.Marked
		want   string
	}{
		"worked weekday":       {add("2026-03-04", term.DayMarkWorked), "WORKED_WEEKDAY 2026-03-04"},
		"worked far from any":  {add("2026-08-01", term.DayMarkWorked), "COUNT_UNUSUAL, WORKED_FAR 2026-08-01"},
		"off weekend alone":    {add("2026-08-01", term.DayMarkOff), "OFF_WEEKEND_ALONE 2026-08-01"},
		"a day off is missing": {without("2026-02-18"), "COUNT_UNUSUAL"},
		"a make-up is missing": {without("2026-09-20"), "COUNT_UNUSUAL"},
		"a fixed day missing":  {without("2026-10-01"), "COUNT_UNUSUAL, FIXED_HOLIDAY_WORKED 2026-10-01"},
	} {
		var got []string
		for _, h := range with(row.change) {
			text := string(h.Code)
			if !h.On.IsZero() {
				text += " " + h.On.Format(time.DateOnly)
			}
			got = append(got, text)
			if h.ZH == "" || h.EN == "" {
				t.Errorf("%s: no words", name)
			}
		}
		if strings.Join(got, ", ") != row.want {
			t.Errorf("%s: %v, want %s", name, got, row.want)
		}
	}
}

func TestRangesAndMarksAreTheSame(t *testing.T) {
	for _, y := range calendar.Builtin().Years() {
		if got := calendar.Marks(y.Ranges()...); fmt.Sprint(got) != fmt.Sprint(y.Days) {
			t.Errorf("%d: %v, want %v", y.Number, got, y.Days)
		}
	}
	y, _ := calendar.Builtin().Year(2025)
	if n := len(y.Ranges()); n != 11 {
		t.Errorf("2025 has %d ranges, want 6 off and 5 worked", n)
	}
}
