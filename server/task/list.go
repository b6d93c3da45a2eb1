package task

import (
	"context"
	"fmt"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/measuretask"
	"sineng/ent/taskschedule"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// Filter narrows a list of tasks. Where neither a unit, a person nor a measure is named, it is what the viewer is asked to do.
type Filter struct {
	UnitID    *int64 // with all below it
	PersonID  *int64 // who is asked
	MeasureID *int64
	Kind      *term.TaskKind
	States    []term.TaskState
	Overdue   *bool
}

// List lists tasks that the viewer may see: open ones by their last day, others the latest first.
func (s *Service) List(ctx context.Context, f Filter, page store.Page, with func(*ent.MeasureTaskQuery)) (*store.Slice[*ent.MeasureTask], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadOverview); err != nil {
		return nil, err
	}
	q := s.store.Reader(ctx).MeasureTask.Query()
	if err := s.narrow(ctx, q, f); err != nil {
		return nil, err
	}
	if len(f.States) == 0 {
		f.States = []term.TaskState{term.TaskStateDue}
	}
	q.Where(measuretask.StateIn(f.States...))
	if f.Kind != nil {
		q.Where(measuretask.KindEQ(*f.Kind))
	}
	if f.Overdue != nil {
		late := measuretask.DueOnLT(s.store.Today())
		if !*f.Overdue {
			late = measuretask.DueOnGTE(s.store.Today())
		}
		q.Where(measuretask.StateEQ(term.TaskStateDue), late)
	}
	due := func(t *ent.MeasureTask) any { return t.DueOn }
	key := store.Desc(measuretask.FieldDueOn, due)
	if len(f.States) == 1 && f.States[0] == term.TaskStateDue {
		key = store.Asc(measuretask.FieldDueOn, due)
	}
	return store.List(ctx, q, page, func(t *ent.MeasureTask) int64 { return t.ID }, []store.Key[*ent.MeasureTask]{key}, with)
}

// narrow limits tasks to what a filter names.
func (s *Service) narrow(ctx context.Context, q *ent.MeasureTaskQuery, f Filter) error {
	if f.UnitID == nil && f.PersonID == nil && f.MeasureID == nil {
		q.Where(measuretask.PersonID(own(ctx)))
		return nil
	}
	if f.PersonID != nil {
		if err := org.CheckPersons(ctx, s.store.Reader(ctx), "filter.personId", *f.PersonID); err != nil {
			return err
		}
		q.Where(measuretask.PersonID(*f.PersonID))
	}
	if f.MeasureID != nil {
		seen, err := s.store.Reader(ctx).Measure.Query().Where(measure.ID(*f.MeasureID)).Exist(ctx)
		if err != nil {
			return err
		}
		if !seen {
			return fault.MissingAt("filter.measureId", "防控措施", "measure")
		}
		q.Where(measuretask.MeasureID(*f.MeasureID))
	}
	return org.Within(ctx, s.store, q, f.UnitID, nil)
}

// own is the viewer's person, 0 for a token, which is nobody.
func own(ctx context.Context) int64 {
	if v := viewer.FromContext(ctx); v.TokenID == 0 {
		return v.PersonID
	}
	return 0
}

// Schedules are those of some measures, by measure and kind.
func (s *Service) Schedules(ctx context.Context, measures []int64, with func(*ent.TaskScheduleQuery)) ([]*ent.TaskSchedule, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadRegister); err != nil {
		return nil, err
	}
	if len(measures) > mostMeasures {
		return nil, fault.Bad("measureIds", "OUT_OF_RANGE", fmt.Sprintf("一次最多 %d 条措施", mostMeasures), fmt.Sprintf("At most %d measures at a time", mostMeasures))
	}
	client := s.store.Reader(ctx)
	seen, err := client.Measure.Query().Where(measure.IDIn(measures...)).IDs(ctx)
	if err != nil {
		return nil, err
	}
	there := map[int64]bool{}
	for _, id := range seen {
		there[id] = true
	}
	for i, id := range measures {
		if !there[id] {
			return nil, fault.MissingAt(fmt.Sprintf("measureIds.%d", i), "防控措施", "measure")
		}
	}
	q := client.TaskSchedule.Query().Where(taskschedule.MeasureIDIn(seen...)).Order(taskschedule.ByMeasureID(), taskschedule.ByID())
	with(q)
	return q.All(ctx)
}
