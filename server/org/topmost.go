package org

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// ByRoots are the units of roots, by id, read in one statement.
func ByRoots(ctx context.Context, s *store.Store, roots []viewer.Root) (map[int64]*ent.Unit, error) {
	ids := make([]int64, len(roots))
	for i, r := range roots {
		ids[i] = r.ID
	}
	return UnitsOf(ctx, s, ids)
}

// Topmost are the units of roots without those inside another, in the order of the tree.
func Topmost(ctx context.Context, s *store.Store, roots []viewer.Root) ([]*ent.Unit, error) {
	units, err := ByRoots(ctx, s, roots)
	if err != nil {
		return nil, err
	}
	return WithoutInner(slices.Collect(maps.Values(units))), nil
}

// WithoutInner drops units inside another of the list, so that no risk point is counted twice.
func WithoutInner(units []*ent.Unit) []*ent.Unit {
	listed, taken := map[int64]bool{}, map[int64]bool{}
	for _, u := range units {
		listed[u.ID] = true
	}
	var out []*ent.Unit
	for _, u := range units {
		inside := false
		for _, id := range LevelsOf(u) {
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
