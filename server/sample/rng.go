package sample

import (
	"math/rand/v2"
	"strings"
	"time"

	"sineng/server/store"
)

// dice is the seeded random source of every choice, so that the sample is
// reproducible.
type dice struct{ *rand.Rand }

func newDice() dice { return dice{rand.New(rand.NewPCG(20260101, 404))} }

// chance is true in the given percentage of cases.
func (d dice) chance(percent int) bool { return d.IntN(100) < percent }

// between returns a number in a range, both ends included.
func (d dice) between(low, high int) int { return low + d.IntN(high-low+1) }

// weighted returns a random index with a probability proportional to its
// weight.
func (d dice) weighted(weights ...int) int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	n := d.IntN(sum)
	for i, w := range weights {
		if n < w {
			return i
		}
		n -= w
	}
	return len(weights) - 1
}

func one[T any](d dice, of []T) T { return of[d.IntN(len(of))] }

// moment returns a time in working hours on a working day about so many days
// ago.
func (l *loader) moment(daysAgo int) time.Time {
	day := store.DayOf(l.now).AddDate(0, 0, -daysAgo)
	switch day.Weekday() {
	case time.Saturday:
		day = day.AddDate(0, 0, -1)
	case time.Sunday:
		day = day.AddDate(0, 0, -2)
	}
	t := store.StartOf(day).Add(8*time.Hour + 30*time.Minute).Add(time.Duration(l.IntN(9*60*60)) * time.Second)
	if t.After(l.now) {
		return l.now.Add(-time.Duration(1+l.IntN(7200)) * time.Second)
	}
	return t
}

// after returns a working time some days after another, not later than now.
func (l *loader) after(t time.Time, low, high int) time.Time {
	ago := int(l.now.Sub(t).Hours()/24) - l.between(low, high)
	m := l.moment(max(ago, 0))
	if !m.After(t) {
		m = t.Add(time.Duration(l.between(20, 200)) * time.Minute)
	}
	if m.After(l.now) {
		m = t.Add(l.now.Sub(t) / 2)
	}
	return m.Truncate(time.Microsecond)
}

// daysAgo returns a stored day.
func (l *loader) daysAgo(n int) time.Time { return store.DayOf(l.now).AddDate(0, 0, -n) }

// fill replaces the slots of a text.
func fill(text string, slots ...string) string { return strings.NewReplacer(slots...).Replace(text) }
