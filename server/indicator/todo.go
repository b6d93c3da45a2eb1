package indicator

import (
	"context"

	"sineng/ent"
	"sineng/ent/indicator"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/store"
	"sineng/server/todo"
)

// ToDo lists the indicators that the viewer is to read.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Reading}, Find: s.findToDo, Rows: []string{ent.TypeIndicator}}
}

func (s *Service) findToDo(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	v := viewer.FromContext(ctx)
	if v == nil || v.PersonID == 0 || v.TokenID != 0 || authz.ScopeOf(v, authz.ReadOverview).Empty() {
		return nil, nil
	}
	rows, err := s.mine(ctx, v.PersonID, todo.Most+1, indicator.OwedOnLTE(s.store.Today()))
	items := make([]*todo.Item, len(rows))
	for n, i := range rows {
		items[n] = &todo.Item{ID: i.ID, Path: path(i.ID), UnitID: i.UnitID, DueOn: DueOn(i), Title: i.Name}
	}
	return map[todo.Kind][]*todo.Item{todo.Reading: items}, err
}

func path(id int64) string { return "/indicators/" + store.EncodeID(id) }
