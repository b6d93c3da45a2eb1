package task

import (
	"context"
	"slices"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/measure"
	"sineng/ent/measuretask"
	"sineng/ent/portfolio"
	"sineng/ent/predicate"
	"sineng/ent/rule"
	"sineng/ent/taskschedule"
	"sineng/ent/term"
	"sineng/server/follow"
	"sineng/server/job"
	"sineng/server/office"
	"sineng/server/store"
	"sineng/server/timer"
)

const (
	// dueAppear has tasks appear whose day has come, dueTurn moves open ones where somebody came to an office, or left it, on that day.
	dueAppear, dueTurn = "task.appear", "task.turn"
	// dueSettle settles the measures at and below the unit that is its object, 0 for all.
	dueSettle = "task.settle"

	// settleAtOnce is how many schedules one transaction settles.
	settleAtOnce = 200

	cursorName  = "task"
	followEvery = 2 * time.Second
)

// Workers follow the log.
func (s *Service) Workers() []job.Worker { return []job.Worker{s.follower().Worker(followEvery)} }

// Follow follows the log to its end.
func (s *Service) Follow(ctx context.Context) error { return s.follower().Pass(ctx) }

func (s *Service) follower() *follow.Follower {
	return &follow.Follower{Store: s.store, Name: cursorName, Do: s.follow}
}

// Timers have tasks appear and move with their people.
func (s *Service) Timers() []timer.Handler {
	return []timer.Handler{
		{Kind: dueAppear, Daily: true, Do: s.appearAll}, {Kind: dueTurn, Daily: true, Do: s.turn},
		{Kind: dueSettle, Do: s.settleBelow},
	}
}

// appearAll has tasks appear whose day has come, in batches.
func (s *Service) appearAll(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	return s.batch(ctx, tx, item, taskschedule.NextOnLTE(s.store.Today()))
}

// settleBelow settles the measures at and below a unit, in batches.
func (s *Service) settleBelow(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	if item.Object == 0 {
		return s.batch(ctx, tx, item)
	}
	u, err := tx.Unit.Get(everywhere(ctx), item.Object)
	if err != nil {
		return err
	}
	return s.batch(ctx, tx, item, sql.FieldEQ(rule.LevelColumn(u.Level), u.ID))
}

// batch settles the measures of the next schedules that meet some conditions.
func (s *Service) batch(ctx context.Context, tx *ent.Tx, item *timer.Item, which ...predicate.TaskSchedule) error {
	ctx = everywhere(ctx)
	rows, err := tx.TaskSchedule.Query().Where(taskschedule.IDGT(item.Cursor)).Where(which...).Order(taskschedule.ByID()).Limit(settleAtOnce).
		Select(taskschedule.FieldMeasureID).All(ctx)
	if err != nil {
		return err
	}
	var measures []int64
	for _, r := range rows {
		measures = append(measures, r.MeasureID)
	}
	if len(rows) == settleAtOnce {
		item.Continue(rows[len(rows)-1].ID)
	}
	return s.settleNoted(ctx, tx, measures)
}

// settleNoted settles measures, with an entry of the log for each unit where anything changed.
func (s *Service) settleNoted(ctx context.Context, tx *ent.Tx, measures []int64) error {
	changed, err := s.settle(ctx, tx, measures)
	if err != nil || len(changed) == 0 {
		return err
	}
	return s.note(ctx, changed)
}

// turn settles the measures of those whose offices began today or ended yesterday, of which no entry of the log tells. Days on which no
// server ran are made up for.
func (s *Service) turn(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
	ctx = everywhere(ctx)
	appointments, portfolios, err := office.Turned(ctx, tx.Client(), store.DayOf(item.At), store.DayOf(item.Begun))
	if err != nil {
		return err
	}
	people, units := holding(appointments, portfolios)
	measures, err := s.of(ctx, tx, people, units)
	if err != nil {
		return err
	}
	return s.settleNoted(ctx, tx, measures)
}

// decisive are the columns of a measure that decide what is asked of whom.
var decisive = []string{measure.FieldStatus, measure.FieldOwnerID, measure.FieldSupervisorID, measure.FieldUnitID}

// wide are the actions of which the rows are those of many units.
var wide = []term.AuditAction{term.AuditActionImport, term.AuditActionMoveUnit, term.AuditActionCloseUnit, term.AuditActionLoadSample, term.AuditActionCarryOver}

// follow settles the measures that entries of the log concern.
func (s *Service) follow(ctx context.Context, tx *ent.Tx, entries []follow.Entry) error {
	ctx = everywhere(ctx)
	var measures, appointments, portfolios []int64
	for _, e := range entries {
		if slices.Contains(wide, e.Action) || len(e.Changed(ent.TypeRoleAppointment)) > 0 {
			if err := timer.Set(ctx, tx, dueSettle, e.Unit, s.store.Now()); err != nil {
				return err
			}
			continue
		}
		for _, c := range e.Changes {
			switch {
			case c.Type == ent.TypeMeasure && c.Op != store.RowCreated && slices.ContainsFunc(decisive, func(name string) bool { _, is := c.Columns[name]; return is }):
				measures = append(measures, c.ID)
			case c.Type == ent.TypeAppointment:
				appointments = append(appointments, c.ID)
			case c.Type == ent.TypePortfolio:
				portfolios = append(portfolios, c.ID)
			}
		}
	}
	rows, leading, err := read(ctx, tx, appointments, portfolios)
	if err != nil {
		return err
	}
	people, units := holding(rows, leading)
	of, err := s.of(ctx, tx, people, units)
	if err != nil {
		return err
	}
	return s.settleNoted(ctx, tx, append(measures, of...))
}

// read reads appointments with their posts, and portfolios.
func read(ctx context.Context, tx *ent.Tx, appointments, portfolios []int64) (held []*ent.Appointment, led []*ent.Portfolio, err error) {
	err = store.InParts(appointments, func(part []int64) error {
		rows, err := tx.Appointment.Query().Where(appointment.IDIn(part...)).WithPost().All(ctx)
		held = append(held, rows...)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	err = store.InParts(portfolios, func(part []int64) error {
		rows, err := tx.Portfolio.Query().Where(portfolio.IDIn(part...)).All(ctx)
		led = append(led, rows...)
		return err
	})
	return held, led, err
}

// holding are the people of offices, and the units on which they hold them.
func holding(appointments []*ent.Appointment, portfolios []*ent.Portfolio) (people, units []int64) {
	for _, r := range appointments {
		people, units = append(people, r.PersonID), append(units, r.Edges.Post.UnitID)
	}
	for _, r := range portfolios {
		people, units = append(people, r.PersonID), append(units, r.UnitID)
	}
	return people, units
}

// of are the measures whose tasks may be asked of other people after those came to an office or left it: those that name them, and at
// and below the units that they lead those whose open tasks are asked of who leads there.
func (s *Service) of(ctx context.Context, tx *ent.Tx, people, units []int64) ([]int64, error) {
	var out []int64
	err := store.InParts(people, func(part []int64) error {
		named, err := tx.Measure.Query().Where(measure.OwnerIDIn(part...)).IDs(ctx)
		if err != nil {
			return err
		}
		supervised, err := tx.Measure.Query().Where(measure.SupervisorIDIn(part...)).IDs(ctx)
		if err != nil {
			return err
		}
		out = append(append(out, named...), supervised...)
		var scheduled, asked []int64
		if err := tx.TaskSchedule.Query().Where(taskschedule.PersonIDIn(part...)).Select(taskschedule.FieldMeasureID).Scan(ctx, &scheduled); err != nil {
			return err
		}
		err = tx.MeasureTask.Query().Where(measuretask.PersonIDIn(part...), measuretask.StateEQ(term.TaskStateDue)).Select(measuretask.FieldMeasureID).Scan(ctx, &asked)
		out = append(append(out, scheduled...), asked...)
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.Sort(units)
	for _, id := range slices.Compact(units) {
		u, err := tx.Unit.Get(ctx, id)
		if err != nil {
			return nil, err
		}
		var asked []int64
		if err := tx.MeasureTask.Query().Where(sql.FieldEQ(rule.LevelColumn(u.Level), u.ID), measuretask.StateEQ(term.TaskStateDue), measuretask.TierNEQ(term.RoleStaff)).
			Unique(true).Select(measuretask.FieldMeasureID).Scan(ctx, &asked); err != nil {
			return nil, err
		}
		out = append(out, asked...)
	}
	return out, nil
}
