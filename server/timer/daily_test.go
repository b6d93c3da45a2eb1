package timer_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/dueitem"
	"sineng/server/store"
	"sineng/server/testkit"
	"sineng/server/timer"
)

// daily notes the days on which it is called, with the day since when it was due where that is
// another.
func daily(days *[]string) timer.Handler {
	return timer.Handler{Kind: kind, Daily: true, Do: func(_ context.Context, _ *ent.Tx, item *timer.Item) error {
		text := store.DayOf(item.Begun).Format("01-02")
		if from := store.DayOf(item.At).Format("01-02"); from != text {
			text += " for " + from
		}
		*days = append(*days, text)
		return nil
	}}
}

func TestADailyHandlerIsCalledOnceADay(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		var days []string
		of := newTimer(db.Store, daily(&days))
		for range 4 * 24 {
			fire(t, of)
			db.Clock.Forward(time.Hour)
		}
		// The clock starts at nine in the morning.
		if want := []string{"03-02", "03-03", "03-04", "03-05", "03-06"}; !slices.Equal(days, want) {
			t.Errorf("called on %v, want %v", days, want)
		}
	})
}

func TestAServerThatWasOffCatchesUp(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		var days []string
		fire(t, newTimer(db.Store, daily(&days)))
		db.Clock.Forward(10 * day)
		of := newTimer(db.Store, daily(&days)) // is another, as after a start
		fire(t, of)
		fire(t, of)
		db.Clock.Forward(day)
		fire(t, of)
		if want := []string{"03-02", "03-12 for 03-03", "03-13"}; !slices.Equal(days, want) {
			t.Errorf("called on %v, want %v", days, want)
		}
	})
}

// The calendar of the demo, or a clock that is set right, jumps while the server runs.
func TestAClockThatJumpsNeitherRepeatsADayNorEndsTheRhythm(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		var days []string
		of := newTimer(db.Store, daily(&days))
		for _, forward := range []time.Duration{0, 10 * day, -5 * day, day, day, 4 * day} {
			db.Clock.Forward(forward)
			fire(t, of)
			fire(t, of)
		}
		want := []string{"03-02", "03-12 for 03-03", "03-08", "03-09", "03-13 for 03-10"}
		if !slices.Equal(days, want) {
			t.Errorf("called on %v, want %v", days, want)
		}
	})
}

// What takes until after midnight is done for the day on which it began, and then for the next.
func TestADailyHandlerThatTakesLongIsDueAgainOnTheNextDay(t *testing.T) {
	db := testkit.SQLite(t)
	var calls []string
	of := newTimer(db.Store, timer.Handler{Kind: kind, Daily: true, Do: func(_ context.Context, _ *ent.Tx, item *timer.Item) error {
		calls = append(calls, fmt.Sprint(store.DayOf(item.Begun).Format("01-02"), " ", item.Cursor))
		if item.Cursor == 0 {
			item.Continue(1)
			db.Clock.Forward(16 * time.Hour) // the clock starts at nine
		}
		return nil
	}})
	fire(t, of)
	if want := []string{"03-02 0", "03-02 1", "03-03 0", "03-03 1"}; !slices.Equal(calls, want) {
		t.Errorf("called for %v, want %v", calls, want)
	}
}

func TestADayThatFailsIsMadeUpFor(t *testing.T) {
	db := testkit.SQLite(t)
	var days []string
	well, fails := daily(&days), true
	of := newTimer(db.Store, timer.Handler{Kind: kind, Daily: true, Do: func(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
		if fails {
			return errors.New("no")
		}
		return well.Do(ctx, tx, item)
	}})
	for range 3 {
		fire(t, of)
		db.Clock.Forward(day)
	}
	fails = false
	fire(t, of)
	if want := []string{"03-05 for 03-02"}; !slices.Equal(days, want) {
		t.Errorf("called on %v, want %v", days, want)
	}
	next := db.Client.DueItem.Query().Where(dueitem.Kind(kind)).OnlyX(testkit.System())
	if want := store.StartOf(db.Today().AddDate(0, 0, 1)); !next.At.Equal(want) || next.Attempts != 0 {
		t.Errorf("it is due at %v, want %v", next.At, want)
	}
}
