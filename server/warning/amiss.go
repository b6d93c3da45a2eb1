package warning

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/server/store"
)

// amiss gathers what is amiss in a unit on a day, and the next day on which something may be without anything having changed.
type amiss struct {
	client *ent.Client
	unit   int64
	today  time.Time
	causes []Cause
	next   time.Time
}

// readAmiss reads what is amiss in a unit, but for the units below it. The number of statements does not grow with the unit.
func readAmiss(ctx context.Context, client *ent.Client, unit int64, today time.Time) (*amiss, error) {
	a := &amiss{client: client, unit: unit, today: today}
	for _, read := range []func(context.Context) error{a.forms, a.measures, a.tasks, a.indicators, a.rules, a.proceedings, a.checks, a.objections, a.risks, a.conflicts, a.defects, a.transfers} {
		if err := read(everywhere(ctx)); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// overdue adds a cause once its last day has passed; before, it notes when that will be.
func (a *amiss) overdue(due time.Time, c Cause) {
	c.Since = due.AddDate(0, 0, 1)
	a.from(c)
}

// from adds a cause from its first day on; before, it notes that day.
func (a *amiss) from(c Cause) {
	if c.Since.After(a.today) {
		a.then(c.Since)
		return
	}
	c.Text = cut(c.Text)
	a.causes = append(a.causes, c)
}

// then notes a coming day on which to look again.
func (a *amiss) then(day time.Time) {
	if day.After(a.today) && (a.next.IsZero() || day.Before(a.next)) {
		a.next = day
	}
}

// textLength is how long the name of what a warning is about may be.
const textLength = 500

func cut(text string) string {
	if r := []rune(text); len(r) > textLength {
		return string(r[:textLength-1]) + "…"
	}
	return text
}

// later is the later of two days.
func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// day is the day in China of a moment.
func day(t time.Time) time.Time { return store.DayOf(t) }
