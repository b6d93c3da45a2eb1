package task

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/taskschedule"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/calendar"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

const (
	mostWork = 1000
	// mostMeasures is for how many measures tasks are scheduled at a time.
	mostMeasures = 200
	// mostAhead is how many days ahead the first task may be.
	mostAhead = 366
)

// Right is the right that scheduling tasks of a kind needs: a check of effect moves its measure, so that only who may does it.
func Right(k term.TaskKind) authz.Action {
	if k == term.TaskKindEffect {
		return authz.ApproveMeasure
	}
	return authz.RecordRisk
}

// Target is a measure whose tasks are scheduled.
type Target struct {
	MeasureID       int64
	ExpectedVersion int // of its schedule of the kind, 0 where it has none
}

// Scheduling schedules tasks of one kind for measures.
type Scheduling struct {
	Measures []*Target
	Kind     term.TaskKind
	// Work is what is done each time; empty for what the measure says.
	Work  string
	Every term.Recurrence
	// PersonID is who does it; nil for the owner of each measure, or its supervisor for checks of effect.
	PersonID *int64
	// KeepsPerson leaves whom each schedule names as it is, also where the viewer does not see them; PersonID is then nil.
	KeepsPerson bool
	WantsFile   bool
	// StartsOn is the day from which on tasks appear; nil for today, or for when they began.
	StartsOn *time.Time
}

func (s *Service) check(in *Scheduling) error {
	var bad fault.List
	if n := len(in.Measures); n < 1 || n > mostMeasures {
		bad.Add(fault.Bad("measures", "OUT_OF_RANGE", fmt.Sprintf("请选择 1 至 %d 条措施", mostMeasures), fmt.Sprintf("Choose 1 to %d measures", mostMeasures)))
	}
	if in.KeepsPerson && in.PersonID != nil {
		bad.Add(fault.Bad("personId", "NOT_APPLICABLE", "已选择保持原来的责任人,不能同时另选人员", "Whom the schedule names is kept, so that nobody else is named"))
	}
	seen := map[int64]bool{}
	for i, m := range in.Measures {
		if seen[m.MeasureID] {
			bad.Add(fault.Bad(fmt.Sprintf("measures.%d.measureId", i), "TWICE", "措施重复", "This measure is named twice"))
		}
		seen[m.MeasureID] = true
	}
	in.Work = strings.TrimSpace(in.Work)
	if utf8.RuneCountInString(in.Work) > mostWork {
		bad.Add(fault.Bad("work", "TOO_LONG", fmt.Sprintf("不能超过 %d 个字符", mostWork), fmt.Sprintf("At most %d characters", mostWork)))
	}
	today := s.store.Today()
	if on := in.StartsOn; on != nil && (on.Before(today) || on.After(today.AddDate(0, 0, mostAhead))) {
		bad.Add(fault.Bad("startsOn", "OUT_OF_RANGE", "开始日期应在今天至一年内", "Tasks begin today at the earliest, and within a year"))
	}
	return bad.Err()
}

// Schedule schedules tasks of measures, or changes how they are scheduled. Another rhythm begins at once and ends what is open of the
// former; other changes hold from the next task on, but who is asked changes at once.
func (s *Service) Schedule(ctx context.Context, in Scheduling) ([]*ent.TaskSchedule, error) {
	if err := s.check(&in); err != nil {
		return nil, err
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) ([]*ent.TaskSchedule, error) {
		measures, err := s.measures(ctx, tx, in)
		if err != nil {
			return nil, err
		}
		if in.PersonID != nil {
			if err := org.CheckPersons(ctx, tx.Client(), "personId", *in.PersonID); err != nil {
				return nil, err
			}
		}
		if err := askable(in, measures); err != nil {
			return nil, err
		}
		ids := make([]int64, len(measures))
		for i, m := range measures {
			ids[i] = m.ID
		}
		had := map[int64]*ent.TaskSchedule{}
		rows, err := tx.TaskSchedule.Query().Where(taskschedule.MeasureIDIn(ids...), taskschedule.KindEQ(in.Kind)).All(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			had[r.MeasureID] = r
		}
		out, touched := []*settled{}, map[int64]*settled{}
		for i, m := range measures {
			one, err := s.set(ctx, tx, in, i, m, had[m.ID])
			if err != nil {
				return nil, err
			}
			if one != nil {
				touched[one.schedule.ID] = one
				out = append(out, one)
			}
		}
		if len(out) == 0 {
			return nil, fault.Bad("measures", "UNCHANGED", "与现有安排完全相同,无须更改", "They are scheduled like this already")
		}
		changed, err := s.settle(ctx, tx, ids)
		if err != nil {
			return nil, err
		}
		for _, c := range changed {
			if touched[c.schedule.ID] == nil {
				touched[c.schedule.ID] = &settled{schedule: c.schedule}
				out = append(out, touched[c.schedule.ID])
			}
			touched[c.schedule.ID].rows = append(touched[c.schedule.ID].rows, c.rows...)
		}
		events := make([]audit.Event, len(out))
		for i, o := range out {
			events[i] = audit.Event{Action: term.AuditActionScheduleTasks, Right: Right(in.Kind), At: o.schedule.Levels(), Object: o.schedule.ID, Rows: o.rows}
		}
		if err := audit.AppendAll(ctx, s.store, events); err != nil {
			return nil, err
		}
		return tx.TaskSchedule.Query().Where(taskschedule.MeasureIDIn(ids...), taskschedule.KindEQ(in.Kind)).Order(taskschedule.ByID()).All(everywhere(ctx))
	})
}

// measures are those of a scheduling, in its order, with their units held; the viewer may schedule there.
func (s *Service) measures(ctx context.Context, tx *ent.Tx, in Scheduling) ([]*ent.Measure, error) {
	ids := make([]int64, len(in.Measures))
	for i, m := range in.Measures {
		ids[i] = m.MeasureID
	}
	rows, err := tx.Measure.Query().Where(measure.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	of, units := map[int64]*ent.Measure{}, []int64{}
	for _, m := range rows {
		of[m.ID] = m
		if !slices.Contains(units, m.UnitID) {
			units = append(units, m.UnitID)
		}
	}
	var bad fault.List
	for i, id := range ids {
		if of[id] == nil {
			bad.Add(fault.MissingAt(fmt.Sprintf("measures.%d.measureId", i), "防控措施", "measure"))
		}
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	if _, err := org.HoldAll(ctx, s.store, tx, units, Right(in.Kind), "measures.0.measureId"); err != nil {
		return nil, err
	}
	out := make([]*ent.Measure, len(ids))
	for i, id := range ids {
		out[i] = of[id]
	}
	return out, nil
}

// askable refuses measures that ask for no work, and whoever would check the effect of their own.
func askable(in Scheduling, measures []*ent.Measure) error {
	var bad fault.List
	for i, m := range measures {
		field := fmt.Sprintf("measures.%d.measureId", i)
		if !Asks(m.Status) {
			bad.Add(fault.New(fault.InvalidTransition, "NOT_IN_FORCE", field, "措施当前状态为“"+m.Status.Label("zh")+"”,实施后才能安排任务",
				"A measure that is "+string(m.Status)+" asks for no work: put it in force first"))
		}
		if in.Kind == term.TaskKindEffect && in.PersonID != nil && m.OwnerID != nil && *in.PersonID == *m.OwnerID {
			bad.Add(fault.Bad("personId", "SUPERVISES_SELF", "措施的责任人不得检查本人落实的效果,请另选检查人", "Whoever carries out a measure does not check its effect: name somebody else"))
		}
	}
	return bad.Err()
}

// set makes or changes the schedule of one measure, the i-th of a scheduling; nil where there is nothing to change.
func (s *Service) set(ctx context.Context, tx *ent.Tx, in Scheduling, i int, m *ent.Measure, had *ent.TaskSchedule) (*settled, error) {
	work, now, version := in.Work, s.store.Now(), 0
	if work == "" {
		r := []rune(m.Content)
		work = string(r[:min(len(r), mostWork)])
	}
	if had != nil {
		version = had.Version
	}
	if version != in.Measures[i].ExpectedVersion {
		return nil, fault.Stale()
	}
	starts := s.store.Today()
	if in.StartsOn != nil {
		starts = *in.StartsOn
	}
	if had == nil {
		row, err := tx.TaskSchedule.Create().SetCreatedAt(now).SetUpdatedAt(now).SetUnitID(m.UnitID).SetLevels(m.Levels()).SetMeasureID(m.ID).SetKind(in.Kind).
			SetWork(work).SetEvery(in.Every).SetNillablePersonID(in.PersonID).SetWantsFile(in.WantsFile).SetStartsOn(starts).Save(everywhere(ctx))
		if ent.IsConstraintError(err) {
			return nil, fault.Stale()
		}
		if err != nil {
			return nil, err
		}
		return &settled{row, []int64{row.ID}}, nil
	}
	person := in.PersonID
	if in.KeepsPerson {
		person = had.PersonID
	}
	anew := had.StoppedReason != "" || had.Every != in.Every || in.StartsOn != nil && !had.StartsOn.Equal(starts)
	if !anew && had.Work == work && value(had.PersonID) == value(person) && had.WantsFile == in.WantsFile {
		return nil, nil
	}
	u := tx.TaskSchedule.UpdateOne(had).Where(taskschedule.Version(had.Version)).AddVersion(1).SetUpdatedAt(now).SetWork(work).SetEvery(in.Every).
		ClearPersonID().SetNillablePersonID(person).SetWantsFile(in.WantsFile)
	if anew {
		u.SetStartsOn(starts).SetStoppedReason("").ClearNextOn()
	}
	row, err := u.Save(everywhere(ctx))
	if err != nil {
		return nil, org.Stale(err)
	}
	return &settled{row, []int64{row.ID}}, nil
}

// Stopping stops the tasks of a schedule.
type Stopping struct {
	ScheduleID      int64
	ExpectedVersion int
	Reason          string
}

// Stop stops the tasks of a schedule, with a reason: no more appear, and what is open is cancelled, or missed where it is late.
func (s *Service) Stop(ctx context.Context, in Stopping) (*ent.TaskSchedule, error) {
	reason, wrong := calendar.Reason(in.Reason)
	if wrong != nil {
		return nil, wrong
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionStopTasks, Reason: reason}, func(ctx context.Context, tx *ent.Tx) (*ent.TaskSchedule, error) {
		sch, err := tx.TaskSchedule.Get(ctx, in.ScheduleID)
		if err != nil {
			return nil, store.OrMissing(err, "scheduleId", "任务安排", "schedule of tasks")
		}
		if _, err := org.Hold(ctx, s.store, tx, sch.UnitID, Right(sch.Kind), "scheduleId"); err != nil {
			return nil, err
		}
		if sch.StoppedReason != "" {
			return nil, fault.New(fault.InvalidTransition, "STOPPED", "scheduleId", "任务已经停止", "These tasks are stopped already")
		}
		u := tx.TaskSchedule.UpdateOne(sch).Where(taskschedule.Version(in.ExpectedVersion)).AddVersion(1).SetUpdatedAt(s.store.Now()).SetStoppedReason(reason).ClearNextOn()
		out, err := u.Save(everywhere(ctx))
		if err != nil {
			return nil, org.Stale(err)
		}
		_, err = s.settle(ctx, tx, []int64{out.MeasureID})
		return out, err
	})
}

// Schedulable are the kinds of tasks that the viewer may schedule for a measure now: none by a token.
func (s *Service) Schedulable(ctx context.Context, m *ent.Measure) []term.TaskKind {
	out, v := []term.TaskKind{}, viewer.FromContext(ctx)
	if v == nil || v.TokenID != 0 || !Asks(m.Status) {
		return out
	}
	for _, k := range []term.TaskKind{term.TaskKindWork, term.TaskKindEffect} {
		if authz.May(v, Right(k), m.Levels()) {
			out = append(out, k)
		}
	}
	return out
}

// MayChange tells which schedules the viewer may change: none by a token.
func (s *Service) MayChange(ctx context.Context, sch *ent.TaskSchedule) bool {
	v := viewer.FromContext(ctx)
	return v != nil && v.TokenID == 0 && authz.May(v, Right(sch.Kind), sch.Levels())
}
