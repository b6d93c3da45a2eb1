package graph

import (
	"context"
	"maps"
	"slices"

	"sineng/graph/model"
	"sineng/server/account"
)

// wordsOf are the words of an act, by name.
func wordsOf(words map[string]string) []*model.ActWord {
	out := []*model.ActWord{}
	for _, name := range slices.Sorted(maps.Keys(words)) {
		out = append(out, &model.ActWord{Name: name, Value: words[name]})
	}
	return out
}

// namesOf are the owners of accounts.
func namesOf(ctx context.Context, accounts []int64) ([]*account.Name, error) {
	out := []*account.Name{}
	if len(accounts) == 0 {
		return out, nil
	}
	found, err := batchOf(ctx).names.LoadAll(ctx, accounts)
	for _, n := range found {
		if n != nil {
			out = append(out, n)
		}
	}
	return out, err
}
