package task

import (
	"context"

	"sineng/ent"
	"sineng/ent/measuretask"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/store"
	"sineng/server/todo"
)

// ToDo lists the tasks that the viewer is asked to do.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Task}, Find: s.findToDo, Rows: []string{ent.TypeMeasureTask}}
}

func (s *Service) findToDo(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	me := own(ctx)
	if me == 0 || authz.ScopeOf(viewer.FromContext(ctx), authz.ReadOverview).Empty() {
		return nil, nil
	}
	items := []*todo.Item{}
	rows, err := s.store.Reader(ctx).MeasureTask.Query().Where(measuretask.PersonID(me), measuretask.StateEQ(term.TaskStateDue)).
		Order(measuretask.ByDueOn(), measuretask.ByID()).Limit(todo.Most + 1).All(ctx)
	for _, t := range rows {
		items = append(items, &todo.Item{ID: t.ID, Path: path(t.ID), UnitID: t.UnitID, DueOn: &t.DueOn, Title: t.Work})
	}
	return map[todo.Kind][]*todo.Item{todo.Task: items}, err
}

func path(id int64) string { return "/tasks/" + store.EncodeID(id) }
