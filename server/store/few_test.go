package store_test

import (
	"fmt"
	"slices"
	"testing"

	"sineng/server/store"
	"sineng/server/testkit"
)

func TestFewRowsAreNamedByWhatAllSelectionsHaveInCommon(t *testing.T) {
	db := testkit.SQLite(t)
	upTo := func(from, to int) string {
		return fmt.Sprintf("WITH RECURSIVE n(id) AS (SELECT %d UNION ALL SELECT id + 1 FROM n WHERE id < %d) SELECT id FROM n", from, to)
	}
	many := store.Selection{Parts: []string{upTo(1, store.MostNamed+1)}}
	small := store.Selection{Parts: []string{upTo(3, 6), upTo(9, 10), upTo(5, 6)}}
	for name, c := range map[string]struct {
		by    []store.Selection
		ids   []int64
		known bool
	}{
		"no selection":         {nil, nil, false},
		"parts are joined":     {[]store.Selection{small}, []int64{3, 4, 5, 6, 9, 10}, true},
		"many narrow nothing":  {[]store.Selection{many}, nil, false},
		"many beside few":      {[]store.Selection{many, small}, []int64{3, 4, 5, 6, 9, 10}, true},
		"what both have":       {[]store.Selection{small, {Parts: []string{"SELECT ?"}, Args: []any{9}}}, []int64{9}, true},
		"nothing in common":    {[]store.Selection{small, {Parts: []string{upTo(20, 21)}}}, nil, true},
		"just as many as many": {[]store.Selection{{Parts: []string{upTo(1, store.MostNamed)}}, small}, []int64{3, 4, 5, 6, 9, 10}, true},
	} {
		ids, known, err := db.Store.Few(testkit.System(), c.by...)
		if err != nil || known != c.known || !slices.Equal(ids, c.ids) {
			t.Errorf("%s: %v, %v, %v instead of %v, %v", name, ids, known, err, c.ids, c.known)
		}
	}
}
