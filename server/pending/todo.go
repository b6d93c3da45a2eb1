package pending

import (
	"context"

	"sineng/ent"
	"sineng/server/store"
	"sineng/server/todo"
)

// Page is where the page shows the acts that wait.
const Page = "/acts"

// ToDo lists the acts that wait for the viewer's word.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Confirm}, Rows: []string{ent.TypePendingAct}, Find: func(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
		found, err := s.ToConfirm(ctx, todo.Most+1)
		if err != nil || len(found.Acts) == 0 {
			return nil, err
		}
		var items []*todo.Item
		for _, a := range found.Acts {
			due := store.DayOf(a.Until)
			kind := a.Kind
			items = append(items, &todo.Item{ID: a.ID, Path: Page, ActKind: &kind, Unit: a.Words["unit"], Person: a.Words["person"], DueOn: &due})
		}
		return map[todo.Kind][]*todo.Item{todo.Confirm: items}, nil
	}}
}
