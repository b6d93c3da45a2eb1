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
	"sineng/server/authz"
	"sineng/server/check"
	"sineng/server/office"
	"sineng/server/org"
)

// atOnce is how many rows one statement names.
const atOnce = 200

// each calls a function with parts of ids that one statement may name.
func each(ids []int64, do func(part []int64) error) error {
	slices.Sort(ids)
	for part := range slices.Chunk(slices.Compact(ids), atOnce) {
		if err := do(part); err != nil {
			return err
		}
	}
	return nil
}

// settling makes the tasks of some measures what their schedules ask for today.
type settling struct {
	*Service
	tx       *ent.Tx
	today    time.Time
	due      map[int64][]*ent.MeasureTask // by schedule
	worker   map[int64]int64              // by measure, whom the schedule of its daily work names
	inOffice map[int64]bool
	chains   map[int64]office.Chain
	changed  []*settled
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
	w := &settling{Service: s, tx: tx, today: s.store.Today(), due: map[int64][]*ent.MeasureTask{}, worker: map[int64]int64{}, chains: map[int64]office.Chain{}}
	err := each(slices.Clone(measures), func(part []int64) error {
		schedules, err := w.read(ctx, part)
		if err != nil {
			return err
		}
		for _, sch := range schedules {
			if err := w.one(ctx, sch); err != nil {
				return err
			}
		}
		return nil
	})
	return w.changed, err
}

// read reads the schedules of measures, with their open tasks and who of their people is in office.
func (w *settling) read(ctx context.Context, measures []int64) ([]*ent.TaskSchedule, error) {
	schedules, err := w.tx.TaskSchedule.Query().Where(taskschedule.MeasureIDIn(measures...)).WithMeasure().Order(taskschedule.ByID()).All(ctx)
	if err != nil || len(schedules) == 0 {
		return nil, err
	}
	ids, people := make([]int64, len(schedules)), []int64{}
	for i, sch := range schedules {
		ids[i] = sch.ID
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
	w.inOffice, err = w.Service.inOffice(ctx, w.tx.Client(), people)
	return schedules, err
}

// one settles one schedule.
func (w *settling) one(ctx context.Context, sch *ent.TaskSchedule) error {
	m, out := sch.Edges.Measure, &settled{schedule: sch}
	next := sch.NextOn
	if sch.StoppedReason != "" || !Asks(m.Status) {
		next = nil
		for _, t := range w.due[sch.ID] {
			if err := w.end(ctx, out, t); err != nil {
				return err
			}
		}
	} else {
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
		if next, err = w.appear(ctx, out, sch, tier, person); err != nil {
			return err
		}
	}
	if same(next, sch.NextOn) && sch.UnitID == m.UnitID {
		if len(out.rows) > 0 {
			w.changed = append(w.changed, out)
		}
		return nil
	}
	u := w.tx.TaskSchedule.UpdateOne(sch).Where(taskschedule.Version(sch.Version)).AddVersion(1).SetUpdatedAt(w.store.Now()).
		SetUnitID(m.UnitID).SetLevels(m.Levels()).ClearNextOn().SetNillableNextOn(next)
	row, err := u.Save(ctx)
	if err != nil {
		return org.Stale(err)
	}
	out.schedule, out.rows = row, append(out.rows, row.ID)
	w.changed = append(w.changed, out)
	return nil
}

func same(a, b *time.Time) bool { return (a == nil) == (b == nil) && (a == nil || a.Equal(*b)) }

// appear makes the tasks whose day has come, each for its period, however long no server ran, and returns the day of the next one.
func (w *settling) appear(ctx context.Context, out *settled, sch *ent.TaskSchedule, tier term.Role, person int64) (*time.Time, error) {
	next, err := w.next(ctx, sch)
	if err != nil {
		return nil, err
	}
	m := sch.Edges.Measure
	for ; !next.After(w.today); next = next.AddDate(0, 0, 1) {
		from, to := sch.Every.Period(next)
		create := w.tx.MeasureTask.Create().SetCreatedAt(w.store.Now()).SetUpdatedAt(w.store.Now()).SetUnitID(m.UnitID).SetLevels(m.Levels()).
			SetScheduleID(sch.ID).SetMeasureID(m.ID).SetKind(sch.Kind).SetWork(sch.Work).SetWantsFile(sch.WantsFile).SetTier(tier).SetNillablePersonID(orNil(person)).
			SetFromDay(from).SetDueOn(check.Period{From: from, To: to}.Due(next))
		enter(create.Mutation(), term.TaskStateDue)
		t, err := create.Save(ctx)
		if err != nil {
			return nil, err
		}
		out.rows = append(out.rows, t.ID)
		next = to
	}
	return &next, nil
}

// next is the day on which the next task of a schedule appears: where none was to, because it begins or begins anew, today or its first
// day, but in no period that has had one.
func (w *settling) next(ctx context.Context, sch *ent.TaskSchedule) (time.Time, error) {
	if sch.NextOn != nil {
		return *sch.NextOn, nil
	}
	next := w.today
	if sch.StartsOn.After(next) {
		next = sch.StartsOn
	}
	newest, err := w.tx.MeasureTask.Query().Where(measuretask.ScheduleID(sch.ID)).Order(ent.Desc(measuretask.FieldFromDay)).First(ctx)
	if ent.IsNotFound(err) {
		return next, nil
	}
	if err != nil {
		return next, err
	}
	if from, to := sch.Every.Period(next); !newest.FromDay.Before(from) {
		next = to.AddDate(0, 0, 1)
	}
	return next, nil
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
			of[unit] = &audit.Event{Action: term.AuditActionPlanTasks, At: authz.Levels(one.schedule.Levels()), Object: unit}
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
