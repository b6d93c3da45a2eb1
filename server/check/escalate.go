package check

import (
	"context"
	"strconv"
	"time"

	"sineng/ent"
	"sineng/ent/supervisioncheck"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/calendar"
	"sineng/server/timer"
)

// hopDay is the day on which a check goes up for the n-th time, counted from 0; zero where it does not. Where the calendar has
// no data that far, known is false and the day the earliest that it can be.
func hopDay(c *calendar.Calendar, r Rhythm, due time.Time, n int) (day time.Time, known bool) {
	if n >= len(r.Hops) {
		return time.Time{}, true
	}
	h := r.Hops[n]
	a, err := calendar.Clock{Unit: h.CountedIn, Number: h.After, Start: term.ClockStartDayAfter, End: term.ClockEndStays}.Due(c, calendar.Run{Start: due})
	if err != nil { // settings are checked before they are stored
		return due.AddDate(0, 0, h.After), true
	}
	return a.NotBefore, a.State == calendar.Known
}

// escalateBatch is how many checks one transaction sends up.
const escalateBatch = 100

// escalate sends up what is late, in batches: each check once for each hop, however long no server ran. Hops that were missed
// are made up for one after the other.
func (s *Service) escalate(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ctx = everywhere(ctx)
	today := s.store.Today()
	rows, err := tx.SupervisionCheck.Query().Where(supervisioncheck.StateEQ(term.CheckStateDue), supervisioncheck.NextHopOnLTE(today)).
		Order(supervisioncheck.ByID()).Limit(escalateBatch).All(ctx)
	if err != nil || len(rows) == 0 {
		return err
	}
	c, err := s.calendar.On(ctx)
	if err != nil {
		return err
	}
	plans := map[int64]*Plan{}
	for _, row := range rows {
		if plans[row.BureauID] == nil {
			bureau, err := tx.Unit.Get(ctx, row.BureauID)
			if err != nil {
				return err
			}
			if plans[row.BureauID], err = planOn(ctx, tx.Client(), bureau); err != nil {
				return err
			}
		}
		if err := s.hop(ctx, tx, row, plans[row.BureauID].Rhythm(row.Kind, row.Grade), c, today); err != nil {
			return err
		}
	}
	item.Continue(item.Cursor + 1)
	return nil
}

// hop sends one check up once, or finds that its day has not come after all.
func (s *Service) hop(ctx context.Context, tx *ent.Tx, row *ent.SupervisionCheck, r Rhythm, c *calendar.Calendar, today time.Time) error {
	on, known := hopDay(c, r, row.DueOn, row.Hops)
	goes := known && !on.IsZero() && !on.After(today)
	switch {
	case goes:
		on, _ = hopDay(c, r, row.DueOn, row.Hops+1)
	case !known && !on.After(today):
		on = today.AddDate(0, 0, 1)
	}
	_, err := s.update(ctx, tx, row, func(m *ent.SupervisionCheckMutation) {
		if goes {
			m.SetHops(row.Hops + 1)
			m.SetEscalatedTo(r.Hops[row.Hops].To)
		}
		if m.ClearNextHopOn(); !on.IsZero() {
			m.SetNextHopOn(on)
		}
	})
	if err != nil || !goes {
		return err
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionEscalateCheck, At: row.Levels(), Object: row.ID,
		Details: map[string]string{"to": string(r.Hops[row.Hops].To), "hop": strconv.Itoa(row.Hops + 1)}})
}
