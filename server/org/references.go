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

// references are the ids without zeros and duplicates.
func references(ids []int64) []int64 {
	sorted := slices.Compact(slices.Sorted(slices.Values(ids)))
	return slices.DeleteFunc(sorted, func(id int64) bool { return id == 0 })
}
