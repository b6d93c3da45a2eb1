package office_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"sineng/server/office"
)

var begin = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)

// day is a day some days after the first.
func day(n int) time.Time { return begin.AddDate(0, 0, n) }

func dayPtr(n int) *time.Time { d := day(n); return &d }

// at is a moment of a day.
func at(n int) time.Time { return day(n).Add(9 * time.Hour) }

func TestATermHoldsFromItsFirstToItsLastDay(t *testing.T) {
	open := office.Term{From: day(2), Recorded: at(5)}
	ended := office.Term{From: day(2), To: dayPtr(4), Recorded: at(5)}
	void := office.Term{From: day(2), To: dayPtr(1), Recorded: at(2)}
	for name, c := range map[string]struct {
		term office.Term
		days []bool // of day 0 on
	}{
		"one that goes on":         {open, []bool{false, false, true, true, true, true}},
		"one that ended":           {ended, []bool{false, false, true, true, true, false}},
		"one that ended before it": {void, make([]bool, 6)},
	} {
		for n, want := range c.days {
			if got := c.term.Holds(office.On(day(n))); got != want {
				t.Errorf("%s holds on day %d: %v, want %v", name, n, got, want)
			}
		}
	}
}

func TestWhatWasRecordedLaterIsNotOnRecord(t *testing.T) {
	// Recorded on day 3 as going on, on day 6 as having ended on day 5, on day 8 on day 4.
	term := office.Term{From: day(1), Recorded: at(3)}
	term.Ends = term.Ending(day(5), at(6))
	term.To = dayPtr(5)
	term.Ends = term.Ending(day(4), at(8))
	term.To = dayPtr(4)
	for _, c := range []struct {
		day, known int
		want       bool
	}{
		{0, 9, false}, {1, 2, false}, {1, 3, true}, {7, 5, true}, {5, 6, true}, {6, 6, false}, {5, 7, true}, {5, 8, false}, {4, 8, true}, {4, 9, true},
	} {
		if got := term.Holds(office.OnRecord(day(c.day), at(c.known))); got != c.want {
			t.Errorf("on day %d as known on day %d it holds: %v, want %v", c.day, c.known, got, c.want)
		}
	}
	if term.Holds(office.On(day(5))) || !term.Holds(office.On(day(4))) {
		t.Error("the present knowledge is not the last that was recorded")
	}
}

func TestALastDayThatWasRecordedWithTheRowIsKnownWithIt(t *testing.T) {
	term := office.Term{From: day(1), To: dayPtr(9), Recorded: at(1)}
	if !term.Holds(office.OnRecord(day(9), at(1))) || term.Holds(office.OnRecord(day(10), at(1))) {
		t.Error("its last day is not known when it is recorded")
	}
	term.Ends = term.Ending(day(4), at(5))
	term.To = dayPtr(4)
	if !term.Holds(office.OnRecord(day(9), at(4))) || term.Holds(office.OnRecord(day(9), at(5))) {
		t.Error("the first last day is forgotten once another is recorded")
	}
}

// What is on record at a moment is what the present knowledge was at that moment.
func TestOnRecordIsThePresentKnowledgeOfThen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.IntRange(0, 12)
		now := days.Draw(t, "recorded")
		row := office.Term{From: day(days.Draw(t, "from")), Recorded: at(now)}
		if rapid.Bool().Draw(t, "has a last day") {
			row.To = dayPtr(days.Draw(t, "to"))
		}
		type version struct {
			from int
			row  office.Term
		}
		history := []version{{now, row}}
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			now += rapid.IntRange(1, 3).Draw(t, "later")
			end := days.Draw(t, "end")
			row.Ends = row.Ending(day(end), at(now))
			row.To = dayPtr(end)
			history = append(history, version{now, row})
		}
		on, known := days.Draw(t, "day"), rapid.IntRange(0, 24).Draw(t, "known")
		want := false
		for _, v := range history {
			if v.from <= known {
				want = v.row.Holds(office.On(day(on)))
			}
		}
		if got := row.Holds(office.OnRecord(day(on), at(known))); got != want {
			t.Fatalf("%+v on day %d as known on day %d: %v, want %v", row, on, known, got, want)
		}
	})
}
