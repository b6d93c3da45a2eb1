package education

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/educationsession"
	"sineng/ent/measure"
	"sineng/server/store"
	"sineng/server/task"
)

// open are, of sessions, the open tasks of daily work of their measures whose period holds their day, whether the viewer sees them or not.
func (s *Service) open(ctx context.Context, sessions ...*ent.EducationSession) (map[*ent.EducationSession][]*ent.MeasureTask, error) {
	out, of := map[*ent.EducationSession][]*ent.MeasureTask{}, map[int64][]int64{}
	var ids, measures []int64
	for _, e := range sessions {
		ids = append(ids, e.ID)
	}
	if err := store.InParts(ids, func(part []int64) error {
		rows, err := s.store.Reader(ctx).EducationSession.Query().Where(educationsession.IDIn(part...)).
			WithMeasures(func(q *ent.MeasureQuery) { q.Select(measure.FieldID) }).All(everywhere(ctx))
		for _, e := range rows {
			for _, m := range e.Edges.Measures {
				of[e.ID], measures = append(of[e.ID], m.ID), append(measures, m.ID)
			}
		}
		return err
	}); err != nil {
		return nil, err
	}
	tasks, err := s.tasks.OpenOf(ctx, measures)
	for _, e := range sessions {
		for _, t := range tasks {
			if slices.Contains(of[e.ID], t.MeasureID) && task.Holds(t, e.HeldOn) {
				out[e] = append(out[e], t)
			}
		}
	}
	return out, err
}

// Completable are the tasks that the viewer may complete by holding sessions: none where they don't record it, it was held, or its day has not
// come.
func (s *Service) Completable(ctx context.Context, sessions []*ent.EducationSession) (map[*ent.EducationSession][]*ent.MeasureTask, error) {
	out := map[*ent.EducationSession][]*ent.MeasureTask{}
	var held []*ent.EducationSession
	for _, e := range sessions {
		out[e] = []*ent.MeasureTask{}
		if _, err := Next(e.State, EventHold); err == nil && records(ctx, e) && !e.HeldOn.After(s.store.Today()) {
			held = append(held, e)
		}
	}
	open, err := s.open(ctx, held...)
	if err != nil {
		return nil, err
	}
	var all []*ent.MeasureTask
	for _, tasks := range open {
		all = append(all, tasks...)
	}
	may, err := s.tasks.May(ctx, all)
	for e, tasks := range open {
		out[e] = slices.DeleteFunc(tasks, func(t *ent.MeasureTask) bool { return !may[t] })
	}
	return out, err
}
