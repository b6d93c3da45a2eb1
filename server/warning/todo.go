package warning

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/ent/warning"
	"sineng/server/authz"
	"sineng/server/store"
	"sineng/server/todo"
)

// ToDo lists the warnings that the viewer is asked to answer, and the answers that wait for them to be verified.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Warning, todo.Verification}, Find: s.findToDo, Rows: []string{ent.TypeWarning}}
}

func (s *Service) findToDo(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	v := viewer.FromContext(ctx)
	if v.TokenID != 0 {
		return nil, nil
	}
	out := map[todo.Kind][]*todo.Item{}
	if v.PersonID != 0 && !authz.ScopeOf(v, authz.ReadPersonal).Empty() { // who leads may be asked to answer
		out[todo.Warning] = []*todo.Item{}
	}
	if v.PersonID != 0 {
		q := s.store.Reader(ctx).Warning.Query().Where(warning.StateIn(asked...))
		mine(ctx, q)
		rows, err := q.Order(warning.ByDueOn(), warning.ByID()).Limit(todo.Most + 1).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, w := range rows {
			out[todo.Warning] = append(out[todo.Warning], itemOf(w))
		}
	}
	inspects := authz.Held(v, term.RoleInspector)
	if inspects.Empty() {
		return out, nil
	}
	out[todo.Verification] = []*todo.Item{}
	answered, err := s.store.Reader(ctx).Warning.Query().Where(warning.StateEQ(term.WarningStateAnswered), authz.Within(inspects)).
		Order(warning.ByID()).Limit(todo.Most + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, w := range answered {
		if capacityOf(v, w, nil).verifies {
			out[todo.Verification] = append(out[todo.Verification], itemOf(w))
		}
	}
	return out, nil
}

func itemOf(w *ent.Warning) *todo.Item {
	number, kind, colour := Number(w), w.Kind, w.Colour
	return &todo.Item{ID: w.ID, Path: "/warnings/" + store.EncodeID(w.ID), UnitID: w.UnitID, PersonID: value(w.ConcernedID), DueOn: w.DueOn, TitleIn: func(lang string) string {
		return number + " " + colour.Label(lang) + " " + kind.Label(lang)
	}}
}
