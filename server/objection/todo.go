package objection

import (
	"context"

	"sineng/ent"
	"sineng/ent/objection"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/todo"
)

// ToDo lists the objections of others that await a role of the viewer.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Objection}, Find: s.findToAnswer, Rows: []string{ent.TypeObjection}}
}

func (s *Service) findToAnswer(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	v := viewer.FromContext(ctx)
	if authz.ScopeOf(v, authz.AnswerObjections).Empty() {
		return nil, nil
	}
	var mine []predicate.Objection
	for _, name := range term.Role("").Values() {
		role := term.Role(name)
		if scope := authz.Held(v, role); authz.Permits(role, authz.AnswerObjections) && !scope.Empty() {
			mine = append(mine, objection.And(objection.TierEQ(role), predicate.Objection(authz.Within(scope))))
		}
	}
	if len(mine) == 0 {
		return nil, nil
	}
	rows, err := s.store.Reader(ctx).Objection.Query().Where(objection.StateEQ(term.ObjectionStateRaised), objection.Or(mine...),
		objection.Or(objection.PersonIDIsNil(), objection.PersonIDNEQ(v.PersonID))).Order(objection.ByDueOn(), objection.ByID()).Limit(todo.Most + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	var items []*todo.Item
	for _, o := range rows {
		item := &todo.Item{ID: o.ID, Path: "/objections", DueOn: &o.DueOn, UnitID: o.UnitID}
		if o.PersonID != nil {
			item.PersonID = *o.PersonID
		}
		items = append(items, item)
	}
	return map[todo.Kind][]*todo.Item{todo.Objection: items}, nil
}
