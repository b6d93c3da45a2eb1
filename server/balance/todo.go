package balance

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"sineng/ent"
	"sineng/ent/conflict"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/balance/engine"
	"sineng/server/store"
	"sineng/server/todo"
)

// ToDo lists the open conflicts that are the viewer's to settle: all of departments that they head or are in charge of, the grave ones of what
// they are the principal leader of.
func (s *Service) ToDo() todo.Source {
	return todo.Source{Kinds: []todo.Kind{todo.Conflict}, Find: s.findToSettle, Rows: []string{ent.TypeConflict}}
}

// settlers are the roles that settle conflicts, each with what of them.
var settlers = []struct {
	role  term.Role
	which []predicate.Conflict
}{
	{term.RoleDeptHead, nil}, {term.RoleLeaderInCharge, nil},
	{term.RolePrincipalLeader, []predicate.Conflict{conflict.Severity(1)}},
}

func (s *Service) findToSettle(ctx context.Context) (map[todo.Kind][]*todo.Item, error) {
	v := viewer.FromContext(ctx)
	found := map[int64]*ent.Conflict{}
	settles := false
	for _, one := range settlers {
		scope := authz.Held(v, one.role)
		if scope.Empty() {
			continue
		}
		settles = true
		rows, err := s.store.Reader(ctx).Conflict.Query().Where(append(slices.Clone(one.which), conflict.StateEQ(term.ConflictStateOpen), predicate.Conflict(authz.Within(scope)))...).
			Order(conflict.BySeverity(), conflict.ByID()).Limit(todo.Most+1).
			Select(conflict.FieldID, conflict.FieldSeverity, conflict.FieldRuleCode, conflict.FieldUnitID).All(ctx) // not the long findings
		if err != nil {
			return nil, err
		}
		for _, c := range rows {
			found[c.ID] = c
		}
	}
	if !settles {
		return nil, nil
	}
	rows, told := []*ent.Conflict{}, []finding{}
	for _, c := range found {
		rows, told = append(rows, c), append(told, finding{Conflict: engine.Conflict{Rule: c.RuleCode}})
	}
	slices.SortFunc(rows, func(a, b *ent.Conflict) int {
		return cmp.Or(cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.ID, b.ID))
	})
	rules, err := s.rulesOf(ctx, s.store.Reader(ctx), told)
	if err != nil {
		return nil, err
	}
	items := []*todo.Item{}
	for _, c := range rows {
		items = append(items, &todo.Item{ID: c.ID, Path: fmt.Sprintf("/conflicts?unit=%s&state=OPEN", store.EncodeID(c.UnitID)), TitleIn: rules[c.RuleCode].Name.In, UnitID: c.UnitID})
	}
	return map[todo.Kind][]*todo.Item{todo.Conflict: items}, nil
}
