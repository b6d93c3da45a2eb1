package publicity

import (
	"context"

	"sineng/ent"
	"sineng/ent/publicfeedback"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/todo"
)

// ToDo returns the section of feedback that no inspector has handled yet.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Feedback}, Find: s.findToHandle, Rows: []string{ent.TypePublicFeedback}}
}

func (s *Service) findToHandle(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	if authz.ScopeOf(viewer.FromContext(ctx), authz.HandleFeedback).Empty() {
		return nil, nil
	}
	rows, err := s.store.Reader(ctx).PublicFeedback.Query().Where(publicfeedback.StateEQ(term.FeedbackStateReceived)).
		Order(publicfeedback.ByReceivedOn(), publicfeedback.ByID()).Limit(todo.Most + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	var items []*todo.Item
	for _, f := range rows {
		items = append(items, &todo.Item{ID: f.ID, Path: "/feedback", UnitID: f.UnitID})
	}
	return map[todo.Kind][]*todo.Item{todo.Feedback: items}, nil
}
