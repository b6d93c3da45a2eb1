package education

import (
	"context"

	"sineng/ent"
	"sineng/ent/educationsession"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
	"sineng/server/todo"
)

// ToDo lists the sessions that the viewer planned, whose day has passed, and that are neither held nor cancelled.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Education}, Find: s.findToDo, Rows: []string{ent.TypeEducationSession}}
}

func (s *Service) findToDo(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	v := viewer.FromContext(ctx)
	if v == nil || v.TokenID != 0 || v.Register.Empty() {
		return nil, nil
	}
	rows, err := s.store.Reader(ctx).EducationSession.Query().Where(educationsession.RecordedBy(v.AccountID), educationsession.StateEQ(term.EducationStatePlanned),
		educationsession.HeldOnLT(s.store.Today())).Order(educationsession.ByHeldOn(), educationsession.ByID()).Limit(todo.Most + 1).All(ctx)
	items := make([]*todo.Item, len(rows))
	for n, e := range rows {
		items[n] = &todo.Item{ID: e.ID, Path: "/education/" + store.EncodeID(e.ID), UnitID: e.UnitID, DueOn: &e.HeldOn, Title: e.Topic}
	}
	return map[todo.Kind][]*todo.Item{todo.Education: items}, err
}
