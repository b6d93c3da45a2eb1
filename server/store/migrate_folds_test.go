package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"testing"

	"sineng/ent/rule"
	"sineng/ent/term/fold"
	"sineng/server/audit/verify"
	"sineng/server/testkit"
)

// beforeFolding is a version in which the folded columns are there and empty.
const beforeFolding = 20261201012130

// Rows from before codes were folded get what they fold to; of two that fold alike the first does,
// and the other is told of until somebody renames it.
func TestRowsFromBeforeFoldingAreFoldedAndTheLaterOfTwoIsToldOf(t *testing.T) {
	testkit.Empty(t, func(t *testing.T, url string) {
		s, ctx := open(t, url), testkit.System()
		if err := s.MigrateTo(ctx, beforeFolding); err != nil {
			t.Fatal(err)
		}
		write := func(query string, args ...any) {
			t.Helper()
			if _, err := s.Client.ExecContext(context.Background(), query, args...); err != nil {
				t.Fatal(err)
			}
		}
		const day = "'2026-01-01', '2026-01-01'"
		unit := func(id int64, code string) {
			t.Helper()
			write("INSERT INTO units (id, created_at, updated_at, l1, code, name, kind, level) VALUES (?, "+day+", 1, ?, '市局', 'BUREAU', 1)", id, code)
		}
		// More than one statement folds, with the two that fold alike in different ones.
		unit(1, "ＢＪ-01")
		for i := int64(2); i <= 700; i++ {
			unit(i, fmt.Sprintf("Ｃ-%d", i))
		}
		unit(701, "BJ-01")
		for i, name := range []string{"民商事岗", "⺠商事岗", "財务岗", "财务岗"} {
			write("INSERT INTO posts (id, created_at, updated_at, l1, name, duties, unit_id) VALUES (?, "+day+", 1, ?, '', 1)", i+1, name)
		}
		for i, number := range []any{"A-1", "ａ-1", nil, nil} {
			write("INSERT INTO persons (id, created_at, updated_at, l1, name, staff_number, unit_id) VALUES (?, "+day+", 1, '郎平', ?, 1)", i+1, number)
		}
		if _, err := s.Migrate(ctx); err != nil {
			t.Fatal(err)
		}
		folded := func(table, column string, id int64) (out sql.NullString) {
			t.Helper()
			rows, err := s.Client.QueryContext(ctx, fmt.Sprintf("SELECT %s FROM %s WHERE id = ?", column, table), id)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = rows.Close() }()
			for rows.Next() {
				if err := rows.Scan(&out); err != nil {
					t.Fatal(err)
				}
			}
			return out
		}
		for _, c := range []struct {
			table, column string
			id            int64
			want          string // "" for none
		}{
			{"units", "code_folded", 1, "bj-01"}, {"units", "code_folded", 2, "c-2"}, {"units", "code_folded", 700, "c-700"}, {"units", "code_folded", 701, ""},
			{"posts", "name_folded", 1, fold.Text("民商事岗")}, {"posts", "name_folded", 2, ""}, {"posts", "name_folded", 3, "財务岗"}, {"posts", "name_folded", 4, "财务岗"},
			{"persons", "staff_number_folded", 1, "a-1"}, {"persons", "staff_number_folded", 2, ""}, {"persons", "staff_number_folded", 3, ""},
		} {
			if got := folded(c.table, c.column, c.id); got.String != c.want || got.Valid != (c.want != "") {
				t.Errorf("%s of %s %d is %+v, want %q", c.column, c.table, c.id, got, c.want)
			}
		}
		findings, err := verify.Folds().Run(ctx, s.Client)
		if err != nil {
			t.Fatal(err)
		}
		var told []string
		for _, f := range findings {
			told = append(told, fmt.Sprintf("%s %s %d", f.Reason, f.Object.Type, f.Object.ID))
		}
		slices.Sort(told)
		if want := []string{"FOLDED_TWICE Person 2", "FOLDED_TWICE Post 2", "FOLDED_TWICE Unit 701"}; !slices.Equal(told, want) {
			t.Errorf("a verification tells of %v, want %v", told, want)
		}
		old := slices.DeleteFunc(slices.Clone(rule.FoldedColumns), func(f rule.FoldedColumn) bool { return f.Born })
		if len(old) != 5 {
			t.Errorf("there are %d columns folded after their tables; try the new ones here too", len(old))
		}
	})
}
