package exchange

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"sineng/ent/unit"
	"sineng/server/testkit"
)

func TestDivisionsOfChinaImportInAnyOrderAndOnlyOnce(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		content, err := os.ReadFile("testdata/divisions.csv")
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.TrimSpace(string(content)), "\n")
		heading, rows := lines[0], lines[1:]
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		file := text(t, heading+"\n"+strings.Join(rows, "\n"))

		dry, err := b.Plan(testkit.System(), file, Options{})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "planned", figures(dry), map[Object]string{ObjectUnit: "3351/0/0"})
		same(t, "written by planning", b.rowsOf(), map[string]int{})

		same(t, "imported", figures(b.commit(testkit.System(), file, Options{})), map[Object]string{ObjectUnit: "3351/0/0"})
		county := b.unitByCode("110101")
		if county.Level != 3 || county.Name != "东城区" {
			t.Errorf("got %+v", county)
		}
		tops, err := b.db.Client.Unit.Query().Where(unit.ParentIDIsNil()).Count(testkit.System())
		same(t, "provinces", tops, 31)
		if err != nil {
			t.Error(err)
		}
		same(t, "imported again", figures(b.commit(testkit.System(), fixture("divisions.csv"), Options{})), map[Object]string{ObjectUnit: "0/0/3351"})
	})
}

func TestUnitsChangeByTheirCode(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		b.commit(testkit.System(), text(t, "编码,名称,上级编码,类型,排序\n1,甲局,,单位,1\n2,乙局,,单位,2\n11,综合科,1,,\n"), Options{})
		plan := b.commit(testkit.System(), text(t, "编码,名称,上级编码,类型,排序\n1,甲总局,,,\n11,综合处,2,单位,5\n2,乙局,,,2\n"), Options{})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "0/2/1"})
		same(t, "preview", plan.Preview[1], Change{Object: ObjectUnit, Label: "11 综合处", Differences: []Difference{
			{nameName, Text{"综合科", "综合科"}, Text{"综合处", "综合处"}},
			{nameUnitKind, Text{"部门", "Department"}, Text{"单位", "Bureau"}},
			{nameSort, Text{"0", "0"}, Text{"5", "5"}},
			{nameParent, Text{"甲局", "甲局"}, Text{"乙局", "乙局"}},
		}})
		moved := b.unitByCode("11")
		if *moved.ParentID != b.unitByCode("2").ID || moved.Name != "综合处" || moved.SortOrder != 5 {
			t.Errorf("got %+v", moved)
		}
		if first := b.unitByCode("1"); first.Name != "甲总局" || first.SortOrder != 1 || first.ParentID != nil {
			t.Errorf("blank cells changed %+v", first)
		}
	})
}

func TestTwoUnitsMayChangePlaces(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		b.commit(testkit.System(), text(t, "编码,名称,上级编码\n0,总局,\n1,甲,0\n2,乙,1\n"), Options{})
		b.commit(testkit.System(), text(t, "编码,名称,上级编码\n1,甲,2\n2,乙,0\n"), Options{})
		if *b.unitByCode("1").ParentID != b.unitByCode("2").ID {
			t.Error("甲 does not stand below 乙")
		}
	})
}

func TestBadUnitsAreNamedWithTheirRows(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		b.commit(testkit.System(), text(t, "编码,名称,上级编码\nA,甲,\nB,乙,A\n"), Options{})
		before := b.rowsOf()
		file := text(t, strings.Join([]string{"编码,名称,上级编码,类型",
			"1,一,,", "1,又一,,", ",无名,,", "3,,,", "4,四,999,", "5,五,5,", "6,六,7,", "7,七,6,", "8,八,4,",
			"A,甲,B,", "9,九,,村", "c1,层一,B,", "c2,层二,c1,", "c3,层三,c2,", "c4,层四,c3,", "c5,层五,c4,", "c6,层六,c5,"}, "\n"))
		plan, err := b.Commit(testkit.System(), file, Options{})
		wantReason(t, err, ReasonBadRows)
		same(t, "problems", problemsOf(plan), []string{
			"3 编码 DUPLICATE", "4 编码 REQUIRED", "5 名称 REQUIRED", "6 上级编码 UNKNOWN_PARENT", "7 上级编码 CYCLE",
			"8 上级编码 PARENT_ROW_BAD", "9 上级编码 CYCLE", "10 上级编码 PARENT_ROW_BAD", "11 上级编码 CYCLE", "12 类型 UNKNOWN_VALUE",
			"17 上级编码 TOO_DEEP", "18 上级编码 PARENT_ROW_BAD"})
		same(t, "bad rows", plan.BadRowCount, 12)
		same(t, "after a refused import", b.rowsOf(), before)

		good := b.commit(testkit.System(), file, Options{GoodRowsOnly: true})
		same(t, "good rows alone", figures(good), map[Object]string{ObjectUnit: "5/0/0"})
		same(t, "units", b.rowsOf()["units"], before["units"]+5)
	})
}

func TestUnitsStandBelowTheChosenOne(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		below := Options{UnitID: &w.East.City.ID}
		b.commit(testkit.System(), text(t, "编码,名称,上级编码\n1,甲科,\n2,乙组,1\n"), below)
		if *b.unitByCode("1").ParentID != w.East.City.ID {
			t.Error("a unit without a parent does not stand below the chosen one")
		}
		plan, err := b.Plan(testkit.System(), text(t, "编码,名称,上级编码\nW1,西市局,\n3,丙,W\n"), below)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "problems", problemsOf(plan), []string{"2 编码 UNKNOWN_UNIT", "3 上级编码 UNKNOWN_PARENT"})
	})
}

func TestParentsMayBeNamed(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		b.commit(testkit.System(), text(t, "单位编码,单位名称,上级单位\n12,乙科,甲 局\n1,甲局,\n"), Options{})
		if *b.unitByCode("12").ParentID != b.unitByCode("1").ID {
			t.Error("the parent was not found by its name")
		}
	})
}

func TestClosedUnitsTakeNoChanges(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		b.commit(testkit.System(), text(t, "编码,名称,上级编码\n1,甲,\n"), Options{})
		u := b.unitByCode("1")
		testkit.Must(b.db.Org.CloseUnit(testkit.System(), u.ID, u.Version, b.db.Today()))(t)
		plan, err := b.Plan(testkit.System(), text(t, "编码,名称,上级编码\n1,乙,\n2,丙,1\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "problems", problemsOf(plan), []string{"2 编码 UNIT_CLOSED", "3 上级编码 UNIT_CLOSED"})
	})
}
