package warning

import (
	"context"
	"slices"
	"strconv"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/warning"
	"sineng/ent/warningevent"
	"sineng/server/audit"
	"sineng/server/calendar"
	"sineng/server/office"
	"sineng/server/timer"
)

// escalateBatch is how many warnings one transaction sends up.
const escalateBatch = 100

// escalate sends up what nobody has answered by its last day, in batches. Its unit is looked at first: what has been mended, or is
// somebody else's to answer by now, does not go up. What went up on a day has a new last day after it: a server
// that was off sends a warning up once, since those above have not been asked meanwhile.
func (s *Service) escalate(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ctx = everywhere(ctx)
	today := s.store.Today()
	rows, err := tx.Warning.Query().Where(warning.StateIn(waiting...), warning.NextHopOnLTE(today)).Order(warning.ByID()).Limit(escalateBatch).All(ctx)
	if err != nil || len(rows) == 0 {
		return err
	}
	c, err := s.calendar.On(ctx)
	if err != nil {
		return err
	}
	looked := map[int64]bool{}
	for _, w := range rows {
		if !looked[w.UnitID] {
			looked[w.UnitID] = true
			if err := s.judge(ctx, tx, w.UnitID); err != nil {
				return err
			}
		}
		if w, err = tx.Warning.Get(ctx, w.ID); err != nil {
			return err
		}
		if !slices.Contains(waiting, w.State) || w.NextHopOn == nil || w.NextHopOn.After(today) {
			continue
		}
		if err := s.up(ctx, tx, w, c, today); err != nil {
			return err
		}
	}
	item.Continue(item.Cursor + 1)
	return nil
}

// waiting are the states in which a warning has a last day.
var waiting = append([]term.WarningState{term.WarningStateVerified}, asked...)

// up sends one warning up, or finds that it is not late after all, now that the calendar knows the year, or that nobody is above.
func (s *Service) up(ctx context.Context, tx *ent.Tx, w *ent.Warning, c *calendar.Calendar, today time.Time) error {
	rule, err := RuleOf(w.Rule)
	if err != nil {
		return err
	}
	if w.DueOn == nil {
		l, err := s.again(ctx, tx, w, rule, c)
		if err != nil {
			return err
		}
		if l.Due.IsZero() || !l.Due.Before(today) {
			if l.Due.IsZero() {
				l.Past = later(l.Past, today.AddDate(0, 0, 1))
			}
			return s.reset(ctx, tx, w, func(m *ent.WarningMutation) { setLimit(m, l) })
		}
	}
	u, err := w.QueryUnit().Only(ctx)
	if err != nil {
		return err
	}
	chain, err := office.Leading(ctx, tx.Client(), u.Levels(), today)
	if err != nil {
		return err
	}
	tier, person, above := chain.AskedAbove(w.Tier, office.Passing(value(w.ConcernedID), value(w.PersonID)))
	if !above && w.State != term.WarningStateVerified {
		return s.reset(ctx, tx, w, func(m *ent.WarningMutation) { m.ClearNextHopOn() })
	}
	w, err = s.step(ctx, tx, w, term.WarningEventKindEscalate, "", func(m *ent.WarningMutation) {
		m.SetTier(tier)
		if setPerson(m, person); !above {
			setPerson(m, value(w.PersonID))
		}
		m.SetHops(w.Hops + 1)
		if setLimit(m, c.Runs(today, rule.HopIn, rule.CountedIn)); tier == term.RoleLeadingGroup {
			m.ClearNextHopOn() // nobody stands above
		}
	})
	if err != nil {
		return err
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionEscalateWarning, At: w.Levels(), Object: w.ID,
		Details: map[string]string{"to": string(tier), "hop": strconv.Itoa(w.Hops)}})
}

// reset changes when a warning goes up, without its having gone up.
func (s *Service) reset(ctx context.Context, tx *ent.Tx, w *ent.Warning, change func(*ent.WarningMutation)) error {
	if _, err := s.update(ctx, tx, w, change); err != nil {
		return err
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionRaiseWarnings, At: w.Levels(), Object: w.UnitID,
		Details: map[string]string{"raised": "0", "lifted": "0", "changed": "1"}})
}

// again works out the limit of a warning anew from the day on which it began.
func (s *Service) again(ctx context.Context, tx *ent.Tx, w *ent.Warning, rule Rule, c *calendar.Calendar) (calendar.Limit, error) {
	e, err := tx.WarningEvent.Query().Where(warningevent.WarningID(w.ID), warningevent.KindIn(term.WarningEventKindRaise, term.WarningEventKindEscalate,
		term.WarningEventKindReturn, term.WarningEventKindReaddress)).Order(ent.Desc(warningevent.FieldPosition)).First(ctx)
	if err != nil {
		return calendar.Limit{}, err
	}
	days := rule.AnswerIn
	if e.Kind == term.WarningEventKindEscalate {
		days = rule.HopIn
	}
	return c.Runs(day(e.At), days, rule.CountedIn), nil
}
