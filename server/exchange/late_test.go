package exchange

import (
	"fmt"
	"strings"
	"testing"

	"entgo.io/ent/dialect"

	"sineng/ent/person"
	"sineng/server/testkit"
)

func TestAPersonMovedByAnImportStandsWhereTheUnitIsNow(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		b.commit(testkit.System(), text(t, "工号,姓名,单位\n91,钱九,西许可科\n"), Options{})
		moved := false
		o := Options{Progress: halfway(func() {
			moved = true
			same(t, "unit before it is shown", b.db.Client.Person.Query().Where(person.StaffNumber("91")).OnlyX(testkit.System()).UnitID, w.West.Department.ID)
			u := b.db.Client.Unit.GetX(testkit.System(), w.East.Department.ID)
			testkit.Must(b.db.Org.MoveUnit(testkit.System(), u.ID, u.Version, &w.West.City.ID))(t)
		})}
		b.commit(testkit.System(), text(t, "工号,姓名,单位\n91,钱九,东许可科\n"), o)
		if !moved {
			t.Fatal("the import wrote nothing before it was shown")
		}
		p := b.db.Client.Person.Query().Where(person.StaffNumber("91")).OnlyX(testkit.System())
		u := b.db.Client.Unit.GetX(testkit.System(), w.East.Department.ID)
		same(t, "unit", p.UnitID, u.ID)
		same(t, "place", p.Levels(), u.Levels())
		b.db.Sequence(t)
		for _, f := range b.db.Verify(t).Findings {
			t.Errorf("verified after it: %s", f.EN)
		}
	})
}

func TestAnImportMovesFewUnitsAtOnceWhereThereIsOneWriter(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		list := func(n int, above string) File {
			var out strings.Builder
			out.WriteString("编码,名称,上级编码\nA,局甲,\nB,局乙,\n")
			for i := range n {
				fmt.Fprintf(&out, "A%d,科%d,%s\n", i, i, above)
			}
			return text(t, out.String())
		}
		b.commit(testkit.System(), list(mostLate+1, "A"), Options{})
		b.commit(testkit.System(), list(mostLate, "B"), Options{})
		same(t, "moved", b.unitByCode("B").ChildCount, mostLate)
		b.commit(testkit.System(), list(mostLate+1, "B"), Options{}) // of which one moves
		for name, work := range map[string]func() (*Plan, error){
			"dry run": func() (*Plan, error) { return b.Plan(testkit.System(), list(mostLate+1, "A"), Options{}) },
			"import":  func() (*Plan, error) { return b.Commit(testkit.System(), list(mostLate+1, "A"), Options{}) },
		} {
			_, err := work()
			if b.db.Dialect() != dialect.SQLite {
				check(t, err)
				continue
			}
			wantReason(t, err, "TOO_MANY_MOVES")
			same(t, "left by a "+name, b.unitByCode("B").ChildCount, mostLate+1)
		}
		same(t, "leftovers", b.leftovers(), 0)
	})
}
