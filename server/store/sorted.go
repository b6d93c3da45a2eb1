package store

import (
	"cmp"
	"context"
	"slices"
)

// Sorted is a page of a list that was worked out as a whole. The keys are whole numbers, and together they
// tell all rows apart; the rows are put in their order.
func Sorted[T any](all []T, page Page, keys ...Key[T]) (*Slice[T], error) {
	if err := page.sized(); err != nil {
		return nil, err
	}
	slices.SortFunc(all, func(a, b T) int {
		return inOrder(keys, a, func(i int) int64 { return whole(keys[i].value(b)) })
	})
	rest := all
	if page.After != "" {
		values, err := decodeCursor(page.After, keys)
		if err != nil {
			return nil, err
		}
		start := slices.IndexFunc(all, func(row T) bool {
			return inOrder(keys, row, func(i int) int64 { return whole(values[i]) }) > 0
		})
		if start < 0 {
			start = len(all)
		}
		rest = all[start:]
	}
	out := &Slice[T]{HasPrevious: page.After != "", HasNext: len(rest) > page.First,
		Count: func(context.Context) (int, error) { return len(all), nil }}
	out.Rows = rest[:min(page.First, len(rest))]
	for _, row := range out.Rows {
		cursor, err := encodeCursor(keys, row)
		if err != nil {
			return nil, err
		}
		out.Cursors = append(out.Cursors, cursor)
	}
	return out, nil
}

// inOrder compares a row with the values of another.
func inOrder[T any](keys []Key[T], row T, other func(int) int64) int {
	for i, k := range keys {
		if c := cmp.Compare(whole(k.value(row)), other(i)); c != 0 {
			if k.desc {
				return -c
			}
			return c
		}
	}
	return 0
}

func whole(v any) int64 {
	if n, ok := v.(int); ok {
		return int64(n)
	}
	n, _ := v.(int64)
	return n
}
