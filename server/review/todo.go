package review

import (
	"context"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/form"
	"sineng/server/todo"
)

// ToDo lists the forms that await the viewer's answer.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Review}, Find: s.findToReview, Rows: []string{ent.TypeForm, ent.TypeCampaign, ent.TypeReviewDecision}}
}

func (s *Service) findToReview(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	v := viewer.FromContext(ctx)
	if v.PersonID == 0 && authz.ScopeOf(v, authz.ReviewForms).Empty() {
		return nil, nil
	}
	away, err := s.signsFor(ctx, s.store.Reader(ctx), v.PersonID)
	if err != nil {
		return nil, err
	}
	forms, err := form.Pressing(ctx, s.store, Pending(v, away)...)
	if err != nil {
		return nil, err
	}
	var items []*todo.Item
	for _, f := range forms {
		items = append(items, form.ToDoItem(f, "/review/"))
	}
	return map[todo.Kind][]*todo.Item{todo.Review: items}, nil
}
