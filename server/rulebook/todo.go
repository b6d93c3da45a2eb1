package rulebook

import (
	"context"

	"sineng/ent"
	"sineng/ent/rulesreview"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/store"
	"sineng/server/todo"
)

// ToDo lists the reviews that the viewer is asked.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.RulesReview}, Find: s.findToDo, Rows: []string{ent.TypeRulesReview}}
}

func (s *Service) findToDo(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	me := own(ctx)
	if me == 0 || authz.ScopeOf(viewer.FromContext(ctx), authz.ReadOverview).Empty() {
		return nil, nil
	}
	items := []*todo.Item{}
	rows, err := s.store.Reader(ctx).RulesReview.Query().Where(rulesreview.PersonID(me), rulesreview.StateEQ(term.RulesReviewStateOpen)).
		Order(rulesreview.ByDueOn(), rulesreview.ByID()).Limit(todo.Most + 1).All(ctx)
	for _, r := range rows {
		items = append(items, &todo.Item{ID: r.ID, Path: "/rules-reviews/" + store.EncodeID(r.ID), UnitID: r.UnitID, DueOn: &r.DueOn, Title: r.Title})
	}
	return map[todo.Kind][]*todo.Item{todo.RulesReview: items}, err
}
