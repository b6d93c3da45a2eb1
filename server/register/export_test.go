package register

import (
	"context"

	"sineng/ent"
)

// RestOn shows what restOn reads, by one statement or by several.
func (s *Service) RestOn(ctx context.Context, client *ent.Client, much bool, posts, persons, units []int64) (seenPosts, seenPersons map[int64]bool, recipes map[int64][]int, err error) {
	read := s.restOn
	if much {
		read = s.restOnMuch
	}
	r, err := read(ctx, client, posts, persons, units)
	if err != nil {
		return nil, nil, nil, err
	}
	recipes = map[int64][]int{}
	for unit, all := range r.versions {
		for _, set := range all {
			recipes[unit] = append(recipes[unit], set.Number, set.Bounds[boundA], set.Bounds[boundB])
		}
	}
	return r.posts, r.persons, recipes, nil
}
