package proceeding

import (
	"context"

	"sineng/ent"
	entproceeding "sineng/ent/proceeding"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/timer"
)

const (
	// dueAgain judges again, each day, what waits for the calendar of a year.
	dueAgain = "proceeding.again"
	// againAtOnce is how many one transaction judges.
	againAtOnce = 100
)

// Timers judge again what waits for the calendar.
func (s *Service) Timers() []timer.Handler {
	return []timer.Handler{{Kind: dueAgain, Daily: true, Do: s.again}}
}

func (s *Service) again(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ctx = everywhere(ctx)
	rows, err := tx.Proceeding.Query().Where(entproceeding.LimitStateEQ(term.LimitStateNoData), entproceeding.IDGT(item.Cursor)).Order(entproceeding.ByID()).Limit(againAtOnce).
		WithPower(func(q *ent.PowerQuery) { q.WithUnit() }).All(ctx)
	if err != nil {
		return err
	}
	if len(rows) == againAtOnce {
		item.Continue(rows[len(rows)-1].ID)
	}
	return s.rejudge(ctx, tx, rows)
}

// rejudge says anew how proceedings stand, whose powers with their units must have been loaded, and keeps what is otherwise now.
func (s *Service) rejudge(ctx context.Context, tx *ent.Tx, rows []*ent.Proceeding) error {
	w := &recording{Service: s, tx: tx, rows: map[*matter][]int64{}}
	for _, row := range rows {
		w.matters = append(w.matters, newMatter(len(w.matters), &Entry{}, row.Edges.Power, row))
	}
	if err := w.recorded(ctx); err != nil {
		return err
	}
	if err := w.maps(ctx); err != nil {
		return err
	}
	for _, m := range w.matters {
		m.head = headOf(m.row)
	}
	if err := w.judge(ctx); err != nil {
		return err
	}
	now := s.store.Now()
	verdicts := map[int64]*found{}
	for _, m := range w.matters {
		verdicts[m.row.ID] = &found{row: m.row, levels: m.power.Levels(), deviations: m.verdict.Deviations}
		if m.verdict.Limit != m.row.LimitState || !equal(m.verdict.Due, m.row.DueOn) || m.verdict.State != m.row.State {
			saved, err := stand(tx, m.row, m.head, m.verdict, now).Save(ctx)
			if err != nil {
				return err
			}
			w.rows[m] = append(w.rows[m], saved.ID)
		}
	}
	changed, err := keep(ctx, tx, verdicts, now)
	if err != nil {
		return err
	}
	var events []audit.Event
	for _, m := range w.matters {
		if ids := append(w.rows[m], changed[m.row.ID]...); len(ids) > 0 {
			events = append(events, audit.Event{Action: term.AuditActionRecordProceedings, At: m.power.Levels(), Object: m.row.ID, Rows: ids})
		}
	}
	if len(events) == 0 {
		return nil
	}
	return audit.AppendAll(ctx, s.store, events)
}
