package register

import (
	"context"

	"sineng/ent"
	"sineng/ent/predicate"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/store"
	"sineng/server/todo"
)

// ToDo lists the risk points that await the viewer's concurrence.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Concur}, Find: s.findToConcur, Rows: []string{ent.TypeRiskPoint}}
}

func (s *Service) findToConcur(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	scope := authz.ScopeOf(viewer.FromContext(ctx), authz.ConcurGrades)
	if scope.Empty() {
		return nil, nil
	}
	rows, err := s.store.Reader(ctx).RiskPoint.Query().Where(riskpoint.Or(riskpoint.EndorsedGradeIn(term.GradeA, term.GradeB, term.GradeC), riskpoint.RetiringNotNil()), predicate.RiskPoint(authz.Within(scope))).
		Order(riskpoint.ByID()).Limit(todo.Most + 1).All(ctx)
	if err != nil {
		return nil, err
	}
	var items []*todo.Item
	for _, r := range rows {
		items = append(items, &todo.Item{ID: r.ID, Path: "/risks/" + store.EncodeID(r.ID), Title: r.Title, UnitID: r.UnitID})
	}
	return map[todo.Kind][]*todo.Item{todo.Concur: items}, nil
}
