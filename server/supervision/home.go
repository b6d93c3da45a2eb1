package supervision

import (
	"cmp"
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/unit"
	"sineng/ent/viewer"
)

// Home are the topmost units whose register the viewer sees, in the order of the tree;
// for a view of the whole system the top units.
func (s *Service) Home(ctx context.Context) ([]*ent.Unit, error) {
	v := viewer.FromContext(ctx)
	if v == nil || (!v.System && v.Register.Empty()) {
		return nil, nil
	}
	q := s.store.Reader(ctx).Unit.Query()
	if v.System || v.Register.All {
		return q.Where(unit.ParentIDIsNil()).Order(unit.BySortOrder(), unit.ByCode()).All(ctx)
	}
	ids := make([]int64, len(v.Register.Roots))
	for i, r := range v.Register.Roots {
		ids[i] = r.ID
	}
	units, err := q.Where(unit.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, err
	}
	return topmost(units), nil
}

// topmost drops units that stand inside another of the list, so that no risk point is
// counted twice.
func topmost(units []*ent.Unit) []*ent.Unit {
	listed, taken := map[int64]bool{}, map[int64]bool{}
	for _, u := range units {
		listed[u.ID] = true
	}
	var out []*ent.Unit
	for _, u := range units {
		inside := false
		for _, id := range levelsOf(u) {
			inside = inside || (id != u.ID && listed[id])
		}
		if !inside && !taken[u.ID] {
			taken[u.ID] = true
			out = append(out, u)
		}
	}
	slices.SortFunc(out, func(a, b *ent.Unit) int {
		return cmp.Or(cmp.Compare(a.Level, b.Level), cmp.Compare(a.SortOrder, b.SortOrder), cmp.Compare(a.Code, b.Code))
	})
	return out
}

func rootsOf(units []*ent.Unit) []viewer.Root {
	out := make([]viewer.Root, len(units))
	for i, u := range units {
		out[i] = rootOf(u)
	}
	return out
}
