package store_test

import (
	"testing"
	"time"

	"sineng/server/store"
	"sineng/server/testkit"
)

func at(text string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		panic(err)
	}
	return t
}

func TestADayChangesAtMidnightInChina(t *testing.T) {
	for _, c := range []struct{ moment, day string }{
		{"2026-03-01T15:59:59.999999Z", "2026-03-01T00:00:00Z"},
		{"2026-03-01T16:00:00Z", "2026-03-02T00:00:00Z"},
		{"2026-03-02T15:59:59.999999Z", "2026-03-02T00:00:00Z"},
		{"2026-03-02T00:00:00+08:00", "2026-03-02T00:00:00Z"},
		{"2026-03-01T11:00:00-05:00", "2026-03-02T00:00:00Z"},
		{"2025-12-31T16:00:00Z", "2026-01-01T00:00:00Z"},
		{"2028-02-28T16:00:00Z", "2028-02-29T00:00:00Z"},
		{"1988-07-01T15:59:59Z", "1988-07-01T00:00:00Z"}, // daylight saving applied then; days here ignore it
	} {
		if got := store.DayOf(at(c.moment)); !got.Equal(at(c.day)) || got.Location() != time.UTC {
			t.Errorf("the day of %s is %s, want %s", c.moment, got, c.day)
		}
	}
}

func TestADayStartsAtTheFirstMomentThatBelongsToIt(t *testing.T) {
	for day := at("2025-12-30T00:00:00Z"); day.Before(at("2026-03-03T00:00:00Z")); day = day.AddDate(0, 0, 1) {
		start := store.StartOf(day)
		if !store.DayOf(start).Equal(day) {
			t.Errorf("%s starts on %s", day, store.DayOf(start))
		}
		if before := store.DayOf(start.Add(-time.Microsecond)); !before.Equal(day.AddDate(0, 0, -1)) {
			t.Errorf("a microsecond before %s starts it is %s", day, before)
		}
	}
}

func TestTodayFollowsTheClock(t *testing.T) {
	db := testkit.SQLite(t)
	if got := db.Today(); !got.Equal(at("2026-03-02T00:00:00Z")) {
		t.Errorf("today is %s", got)
	}
	db.Clock.Forward(15 * time.Hour) // from 9:00 to midnight in China
	if got := db.Today(); !got.Equal(at("2026-03-03T00:00:00Z")) {
		t.Errorf("after midnight in China today is %s", got)
	}
}
