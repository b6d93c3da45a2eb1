package task

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/measuretask"
	"sineng/ent/taskschedule"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/check"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/store"
)

// createAtOnce is how many tasks one statement makes.
const createAtOnce = 200

// settling makes the tasks of some measures what their schedules ask for today.
type settling struct {
	*Service
	tx       *ent.Tx
	today    time.Time
	due      map[int64][]*ent.MeasureTask // by schedule
	worker   map[int64]int64              // by measure, whom the schedule of its daily work names
	newest   map[int64]time.Time          // by schedule of which none is to appear, the first day of the period that had the last
	inOffice map[int64]bool
	chains   map[int64]office.Chain
	made     []made
	changed  []*settled
}

// made is a task that appears.
type made struct {
	task *ent.MeasureTaskCreate
	of   *settled
}

// settled are the rows of one schedule that were changed.
type settled struct {
	schedule *ent.TaskSchedule
	rows     []int64
}

// settle makes the tasks of measures what their schedules ask for today, and returns what it changed: tasks appear whose day has come,
// open ones move to who is asked now and to where the measure stands, and end where nothing is asked any more.
func (s *Service) settle(ctx context.Context, tx *ent.Tx, measures []int64) ([]*settled, error) {
	ctx = everywhere(ctx)
	w := &settling{Service: s, tx: tx, today: s.store.Today(), due: map[int64][]*ent.MeasureTask{}, worker: map[int64]int64{}, newest: map[int64]time.Time{}, chains: map[int64]office.Chain{}}
	err := store.InParts(measures, func(part []int64) error {
		schedules, err := w.read(ctx, part)
		if err != nil {
			return err
		}
		for _, sch := range schedules {
			if err := w.one(ctx, sch); err != nil {
				return err
			}
		}
		return w.make(ctx)
	})
	return w.changed, err
}

// read reads the schedules of measures, with their open tasks and who of their people is in office.
func (w *settling) read(ctx context.Context, measures []int64) ([]*ent.TaskSchedule, error) {
	schedules, err := w.tx.TaskSchedule.Query().Where(taskschedule.MeasureIDIn(measures...)).WithMeasure().Order(taskschedule.ByID()).All(ctx)
	if err != nil || len(schedules) == 0 {
		return nil, err
	}
	var ids, anew, people []int64
	for _, sch := range schedules {
		ids = append(ids, sch.ID)
		if sch.NextOn == nil {
			anew = append(anew, sch.ID)
		}
		m := sch.Edges.Measure
		if sch.Kind == term.TaskKindWork {
			w.worker[m.ID] = value(sch.PersonID)
		}
		for _, id := range []*int64{sch.PersonID, m.OwnerID, m.SupervisorID} {
			if id != nil {
				people = append(people, *id)
			}
		}
	}
	rows, err := w.tx.MeasureTask.Query().Where(measuretask.ScheduleIDIn(ids...), measuretask.StateEQ(term.TaskStateDue)).
		Order(measuretask.ByFromDay(), measuretask.ByID()).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, t := range rows {
		w.due[t.ScheduleID] = append(w.due[t.ScheduleID], t)
	}
	if len(anew) > 0 {
		if err := w.readNewest(ctx, anew); err != nil {
			return nil, err
		}
	}
	w.inOffice, err = office.Serving(ctx, w.tx.Client(), people, w.today)
	return schedules, err
}

// readNewest reads of schedules which period had the last task. No period is longer than a year, so that none of today or later began
// before that.
func (w *settling) readNewest(ctx context.Context, schedules []int64) error {
	had, err := w.tx.MeasureTask.Query().Where(measuretask.ScheduleIDIn(schedules...), measuretask.FromDayGT(w.today.AddDate(-1, 0, -1))).Order(measuretask.ByFromDay()).
		Select(measuretask.FieldScheduleID, measuretask.FieldFromDay).All(ctx)
	for _, t := range had {
		w.newest[t.ScheduleID] = t.FromDay
	}
	return err
}

// one settles one schedule. Where it begins, or begins anew, what was open before ends.
func (w *settling) one(ctx context.Context, sch *ent.TaskSchedule) error {
	m, out := sch.Edges.Measure, &settled{schedule: sch}
	var next *time.Time
	runs := sch.StoppedReason == "" && Asks(m.Status)
	if !runs || sch.NextOn == nil {
		for _, t := range w.due[sch.ID] {
			if err := w.end(ctx, out, t); err != nil {
				return err
			}
		}
		delete(w.due, sch.ID)
	}
	if runs {
		at := wanted{kind: sch.Kind, named: value(sch.PersonID), owner: value(m.OwnerID), supervisor: value(m.SupervisorID), worker: w.worker[m.ID]}
		tier, person, err := at.doer(w.inOffice, w.leading(ctx, m.Levels(), m.UnitID))
		if err != nil {
			return err
		}
		for _, t := range w.due[sch.ID] {
			if err := w.readdress(ctx, out, t, m, tier, person); err != nil {
				return err
			}
		}
		day := w.appear(out, sch, tier, person)
		next = &day
	}
	if !same(next, sch.NextOn) || sch.UnitID != m.UnitID {
		row, err := w.tx.TaskSchedule.UpdateOne(sch).Where(taskschedule.Version(sch.Version)).AddVersion(1).SetUpdatedAt(w.store.Now()).
			SetUnitID(m.UnitID).SetLevels(m.Levels()).ClearNextOn().SetNillableNextOn(next).Save(ctx)
		if err != nil {
			return org.Stale(err)
		}
		out.schedule, out.rows = row, append(out.rows, row.ID)
	}
	if len(out.rows) > 0 {
		w.changed = append(w.changed, out)
	}
	return nil
}

func same(a, b *time.Time) bool { return (a == nil) == (b == nil) && (a == nil || a.Equal(*b)) }

// appear adds the tasks whose day has come, each for its period, however long no server ran, and returns the day of the next one.
func (w *settling) appear(out *settled, sch *ent.TaskSchedule, tier term.Role, person int64) time.Time {
	m, next := sch.Edges.Measure, w.next(sch)
	for ; !next.After(w.today); next = next.AddDate(0, 0, 1) {
		from, to := sch.Every.Period(next)
		create := w.tx.MeasureTask.Create().SetCreatedAt(w.store.Now()).SetUpdatedAt(w.store.Now()).SetUnitID(m.UnitID).SetLevels(m.Levels()).
			SetScheduleID(sch.ID).SetMeasureID(m.ID).SetKind(sch.Kind).SetWork(sch.Work).SetWantsFile(sch.WantsFile).SetTier(tier).SetNillablePersonID(orNil(person)).
			SetFromDay(from).SetDueOn(check.Period{From: from, To: to}.Due(next))
		enter(create.Mutation(), term.TaskStateDue)
		w.made = append(w.made, made{create, out})
		next = to
	}
	return next
}

// make makes the tasks that appear.
func (w *settling) make(ctx context.Context) error {
	for some := range slices.Chunk(w.made, createAtOnce) {
		creates := make([]*ent.MeasureTaskCreate, len(some))
		for i, one := range some {
			creates[i] = one.task
		}
		rows, err := w.tx.MeasureTask.CreateBulk(creates...).Save(ctx)
		if err != nil {
			return err
		}
		for i, row := range rows {
			some[i].of.rows = append(some[i].of.rows, row.ID)
		}
	}
	w.made = nil
	return nil
}

// next is the day on which the next task of a schedule appears: where none was to, because it begins or begins anew, today or its first
// day, but in no period that has had one.
func (w *settling) next(sch *ent.TaskSchedule) time.Time {
	if sch.NextOn != nil {
		return *sch.NextOn
	}
	next := w.today
	if sch.StartsOn.After(next) {
		next = sch.StartsOn
	}
	from, to := sch.Every.Period(next)
	if newest, had := w.newest[sch.ID]; had && !newest.Before(from) {
		return to.AddDate(0, 0, 1)
	}
	return next
}

// readdress moves an open task to who is asked now and to where its measure stands.
func (w *settling) readdress(ctx context.Context, out *settled, t *ent.MeasureTask, m *ent.Measure, tier term.Role, person int64) error {
	if t.Tier == tier && value(t.PersonID) == person && t.UnitID == m.UnitID {
		return nil
	}
	out.rows = append(out.rows, t.ID)
	return w.update(ctx, w.tx, t, func(c *ent.MeasureTaskMutation) {
		c.SetTier(tier)
		if c.ClearPersonID(); person != 0 {
			c.SetPersonID(person)
		}
		if t.UnitID != m.UnitID {
			c.SetUnitID(m.UnitID)
			c.SetLevels(m.Levels())
		}
	})
}

// end ends an open task of which nothing is asked any more.
func (w *settling) end(ctx context.Context, out *settled, t *ent.MeasureTask) error {
	e := EventDrop
	if t.DueOn.Before(w.today) {
		e = EventMiss
	}
	out.rows = append(out.rows, t.ID)
	return w.step(ctx, w.tx, t, e, func(*ent.MeasureTaskMutation) {})
}

// step moves a task on by an event.
func (s *Service) step(ctx context.Context, tx *ent.Tx, t *ent.MeasureTask, e Event, also func(*ent.MeasureTaskMutation)) error {
	to, err := Next(t.State, e)
	if err != nil {
		return err
	}
	return s.update(ctx, tx, t, func(m *ent.MeasureTaskMutation) {
		also(m)
		enter(m, to)
	})
}

func (s *Service) update(ctx context.Context, tx *ent.Tx, t *ent.MeasureTask, change func(*ent.MeasureTaskMutation)) error {
	u := tx.MeasureTask.UpdateOne(t).Where(measuretask.Version(t.Version)).AddVersion(1).SetUpdatedAt(s.store.Now())
	change(u.Mutation())
	return org.Stale(u.Exec(everywhere(ctx)))
}

// note writes what settling changed into the log, with an entry for each unit.
func (s *Service) note(ctx context.Context, all []*settled) error {
	var order []int64
	of := map[int64]*audit.Event{}
	for _, one := range all {
		unit := one.schedule.UnitID
		if of[unit] == nil {
			of[unit] = &audit.Event{Action: term.AuditActionPlanTasks, At: one.schedule.Levels(), Object: unit}
			order = append(order, unit)
		}
		of[unit].Rows = append(of[unit].Rows, one.rows...)
	}
	events := make([]audit.Event, len(order))
	for i, unit := range order {
		events[i] = *of[unit]
	}
	return audit.AppendAll(ctx, s.store, events)
}
