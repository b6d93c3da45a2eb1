package exchange

import (
	"fmt"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/testkit"
)

// A list of guessed numbers, checked without being written, tells of a few that others have and
// then of nothing.
func TestADryRunTellsOfFewHiddenKeys(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	w := testkit.NewWorld(t, b.db)
	people, units := "单位编码,姓名,工号\n", "编码,名称,上级编码\n"
	for i := range 40 {
		number := fmt.Sprintf("W-%03d", i)
		testkit.Must(b.db.Org.AddPerson(testkit.System(), org.AddPerson{Name: "西某", UnitID: w.West.Unit.ID, StaffNumber: &number}))(t)
		testkit.Must(b.db.Org.CreateUnit(testkit.System(), org.CreateUnit{Code: number, Name: "西某处", Kind: term.UnitKindDepartment, ParentID: &w.West.Unit.ID}))(t)
		people += fmt.Sprintf("%s,新人%d,%s\n", w.East.Department.Code, i, number)
		units += fmt.Sprintf("%s,新处%d,%s\n", number, i, w.East.Unit.Code)
	}
	for name, text := range map[string]string{"人员.csv": people, "单位.csv": units} {
		leader := testkit.As(term.RolePrincipalLeader, w.East.Unit)
		head, few, _ := strings.Cut(text, "\n")
		rows := strings.SplitAfter(few, "\n")
		plan, err := b.Plan(leader, write(t, name, []byte(head+"\n"+strings.Join(rows[:20], ""))), Options{})
		if err != nil || plan.BadRowCount != 20 {
			t.Fatalf("%s: 20 hidden keys are answered %v, %v", name, plan, err)
		}
		if _, err := b.Plan(leader, write(t, name, []byte(text)), Options{}); !fault.Is(err, fault.RateLimited) {
			t.Errorf("%s: 40 hidden keys are answered %v", name, err)
		}
	}
}
