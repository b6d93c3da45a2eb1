package exchange

import (
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"sineng/server/testkit"
)

// TestHiddenColumnsAreReadAndToldOrLeftOut: one rule for hidden rows, columns and sheets.
func TestHiddenColumnsAreReadAndToldOrLeftOut(t *testing.T) {
	book := excelize.NewFile()
	for i, row := range [][]any{{"单位", "风险点", "风险类别", "产生原因"}, {"财务科", "公车", "岗位职责", "管理松散"}} {
		check(t, book.SetSheetRow("Sheet1", string(rune('A'))+string(rune('1'+i)), &row))
	}
	check(t, book.SetColVisible("Sheet1", "D", false))
	path := filepath.Join(t.TempDir(), "hidden.xlsx")
	check(t, book.SaveAs(path))
	for leaveOut, want := range map[bool]struct{ cause, told string }{false: {"管理松散", "隐藏的列按普通列导入"}, true: {"", "隐藏的列未导入"}} {
		b := newBench(t, testkit.SQLite(t))
		file := File{path, "hidden.xlsx"}
		plan, err := b.Plan(testkit.System(), file, Options{})
		check(t, err)
		m := plan.mapping.clone()
		m.Choices.LeaveOutHidden = leaveOut
		plan, err = b.Commit(testkit.System(), file, Options{Mapping: m})
		check(t, err)
		same(t, "cause", b.risk("公车").Cause, want.cause)
		told := false
		for _, x := range plan.Told {
			told = told || x.Kind == ToldHidden && x.Column == "产生原因" && x.ZH == want.told
		}
		if !told {
			t.Errorf("nothing is told of the hidden column: %+v", plan.Told)
		}
		unread := 0
		for _, u := range plan.Unread {
			if u.Title == "产生原因" && u.Left {
				unread++
			}
		}
		same(t, "told as left out", unread, map[bool]int{true: 1}[leaveOut])
	}
}
