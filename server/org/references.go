package org

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/server/fault"
)

// CheckPosts refuses references to posts that the viewer may not see. Zeros are ignored.
func CheckPosts(ctx context.Context, client *ent.Client, field string, ids ...int64) error {
	ids = references(ids)
	if len(ids) == 0 {
		return nil
	}
	n, err := client.Post.Query().Where(post.IDIn(ids...)).Count(ctx)
	if err != nil {
		return err
	}
	if n != len(ids) {
		return fault.MissingAt(field, "岗位", "post")
	}
	return nil
}

// CheckPersons refuses references to people whom the viewer may not see. Zeros are ignored.
func CheckPersons(ctx context.Context, client *ent.Client, field string, ids ...int64) error {
	ids = references(ids)
	if len(ids) == 0 {
		return nil
	}
	n, err := client.Person.Query().Where(person.IDIn(ids...)).Count(ctx)
	if err != nil {
		return err
	}
	if n != len(ids) {
		return fault.MissingAt(field, "人员", "person")
	}
	return nil
}

// KnownPosts are those of some posts that the viewer may see. Zeros are ignored.
func KnownPosts(ctx context.Context, client *ent.Client, ids []int64) (map[int64]bool, error) {
	return known(references(ids), func(part []int64) ([]int64, error) { return client.Post.Query().Where(post.IDIn(part...)).IDs(ctx) })
}

// KnownPersons are those of some people whom the viewer may see. Zeros are ignored.
func KnownPersons(ctx context.Context, client *ent.Client, ids []int64) (map[int64]bool, error) {
	return known(references(ids), func(part []int64) ([]int64, error) { return client.Person.Query().Where(person.IDIn(part...)).IDs(ctx) })
}

// known asks for ids in parts that fit one statement.
func known(ids []int64, find func(part []int64) ([]int64, error)) (map[int64]bool, error) {
	out := make(map[int64]bool, len(ids))
	for part := range slices.Chunk(ids, 500) {
		found, err := find(part)
		if err != nil {
			return nil, err
		}
		for _, id := range found {
			out[id] = true
		}
	}
	return out, nil
}

// references are the ids without zeros and duplicates.
func references(ids []int64) []int64 {
	sorted := slices.Compact(slices.Sorted(slices.Values(ids)))
	return slices.DeleteFunc(sorted, func(id int64) bool { return id == 0 })
}
