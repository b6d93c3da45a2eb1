package org

import (
	"context"

	"sineng/ent/person"
	"sineng/ent/unit"
	"sineng/ent/viewer"
	"sineng/server/todo"
)

// ToDo names the units and people that items of the to-do concern.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Names: map[string]func(context.Context, []int64) (map[int64]string, error){unit.Table: s.unitNames, person.Table: s.personNames}}
}

func (s *Service) unitNames(ctx context.Context, ids []int64) (map[int64]string, error) {
	rows, err := s.store.Reader(ctx).Unit.Query().Where(unit.IDIn(ids...)).Select(unit.FieldName).All(viewer.System(ctx))
	out := make(map[int64]string, len(rows))
	for _, u := range rows {
		out[u.ID] = u.Name
	}
	return out, err
}

func (s *Service) personNames(ctx context.Context, ids []int64) (map[int64]string, error) {
	rows, err := s.store.Reader(ctx).Person.Query().Where(person.IDIn(ids...)).Select(person.FieldName).All(viewer.System(ctx))
	out := make(map[int64]string, len(rows))
	for _, p := range rows {
		out[p.ID] = p.Name
	}
	return out, err
}
