package exchange

import (
	"strings"
	"testing"

	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/power"
	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/ent/unit"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/testkit"
)

// courts is a body whose codes and names are typed in half width, as ideographs.
func courts(t *testing.T, b *bench) {
	t.Helper()
	b.commit(testkit.System(), text(t, "编码,名称,上级编码,类型\nBJ-01,人民法院,,单位\nBJ-02,IT管理科,BJ-01,部门\nBJ-03,财务科,BJ-01,部门\n"), Options{})
	b.commit(testkit.System(), text(t, "工号,姓名,职务,单位/部门,岗位\nA-1,郎平,科长,IT管理科,民商事岗\nA-2,马龙,科员,财务科,\n"), Options{})
	u := b.unitByCode("BJ-02")
	testkit.Must(b.db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: u.ID,
		Details: register.PowerDetails{Code: "P-1", Name: "立案审查", Type: term.PowerTypeOther, Discretion: term.DiscretionNone}}))(t)
}

func TestAFileThatIsOnlyTypedOtherwiseChangesNothing(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		courts(t, b)
		before := b.rowsOf()
		for what, c := range map[string]struct {
			file File
			want map[Object]string
		}{
			"units by code": {text(t, "编码,名称,上级编码,类型\nＢＪ-01,⼈⺠法院,,单位\nbj-02,ＩＴ管理科,ｂｊ-01,部门\n"), map[Object]string{ObjectUnit: "0/0/2"}},
			"people by unit, number and post": {text(t, "工号,姓名,职务,单位/部门,岗位\nａ-1,\uf92c平,科长,it管理科,⺠商事岗\n,⻢⻰,科员,⼈⺠法院/财务科,\n"),
				map[Object]string{ObjectUnit: "0/0/3", ObjectPost: "0/0/1", ObjectPerson: "0/0/2", ObjectAppointment: "0/0/1"}},
			"powers by code": {text(t, "单位编码,职权编码,职权名称,职权类别\nＢＪ－０２,ｐ-1,⽴案审查,其他\n"), map[Object]string{ObjectUnit: "0/0/1", ObjectPower: "0/0/1"}},
		} {
			plan := b.commit(testkit.System(), c.file, Options{})
			same(t, what, figures(plan), c.want)
		}
		same(t, "rows", b.rowsOf(), before)
		if n := b.db.Client.Unit.Query().Where(unit.NameIn("人民法院", "IT管理科")).CountX(testkit.System()); n != 2 {
			t.Errorf("%d of the two names are kept as typed", n)
		}
		if n := b.db.Client.Person.Query().Where(person.NameIn("郎平", "马龙")).CountX(testkit.System()); n != 2 {
			t.Errorf("%d of the two people are kept as typed", n)
		}
	})
}

func TestWhatIsStoredInAnotherSpellingIsFoundToo(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		top := testkit.Must(b.db.Org.CreateUnit(testkit.System(), org.CreateUnit{Code: "ＢＪ-01", Name: "⼈⺠法院", Kind: term.UnitKindBureau}))(t)
		number := "Ａ-1"
		testkit.Must(b.db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: top.ID, Name: "\uf92c平", StaffNumber: &number}))(t)
		plan := b.commit(testkit.System(), text(t, "编码,名称,上级编码,类型\n bj-01,人民法院,,单位\n"), Options{})
		same(t, "a list of units", figures(plan), map[Object]string{ObjectUnit: "0/0/1"})
		plan = b.commit(testkit.System(), text(t, "工号,姓名,单位/部门\na-1,郎平,人民法院\n"), Options{})
		same(t, "a list of people", figures(plan), map[Object]string{ObjectUnit: "0/0/1", ObjectPerson: "0/0/1"})
	})
}

func TestARegisterInAnotherSpellingFindsItsUnitPowerPostAndPeople(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		courts(t, b)
		head := "单位,职权,风险点,风险类别,风险等级,表现形式,涉险岗位,直接责任人\n"
		row := func(unit, power, post, who string) string {
			return strings.Join([]string{unit, power, "人情案", "岗位职责", "中", "办案打招呼", post, who}, ",") + "\n"
		}
		before := b.rowsOf()
		plan := b.commit(testkit.System(), text(t, head+row("ＩＴ管理科", "ｐ-1", "⺠商事岗", "郎 平")+row("it管理科", "⽴案审查", "民商事岗", "\uf92c平")), Options{})
		got := figures(plan)
		same(t, "figures", got[ObjectRiskPoint]+" "+got[ObjectUnit], "1/0/0 0/0/1")
		after := b.rowsOf()
		for _, of := range []string{"units", "posts", "people", "powers"} {
			same(t, of, after[of], before[of])
		}
		same(t, "risks", after["risks"], 1)
	})
}

func TestRowsOfOneFileThatDifferInSpellingAreOneObject(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		plan, err := b.Plan(testkit.System(), text(t, "编码,名称,上级编码,类型\nBJ-01,人民法院,,单位\nＢＪ-01,人民法院,,单位\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "a list of units", problemsOf(plan), []string{"3 编码 DUPLICATE"})
		courts(t, b)
		b.commit(testkit.System(), text(t, "工号,姓名,职务,单位/部门,岗位\nB-1,丁一,科员,财务科,会计岗A\nｂ-1,丁一,科员,财务科,会计岗Ａ\n"), Options{})
		if n := b.db.Client.Person.Query().Where(person.Name("丁一")).CountX(testkit.System()); n != 1 {
			t.Errorf("one person became %d", n)
		}
		if n := b.db.Client.Post.Query().Where(post.NameContains("会计岗")).CountX(testkit.System()); n != 1 {
			t.Errorf("one post became %d", n)
		}
		b.commit(testkit.System(), text(t, "部门,职权编码,职权名称,职权类别\n财务科,Q-1,拨付,其他\n"), Options{})
		plan, err = b.Plan(testkit.System(), text(t, "部门,职权编码,职权名称,职权类别\n财务科,Q-2,报销,其他\n财务科,ｑ-2,报销二,其他\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "a list of powers", problemsOf(plan), []string{"3 职权编码 DUPLICATE"})
		if n := b.db.Client.Power.Query().Where(power.CodeFolded(fold.Code("Ｑ-1"))).CountX(testkit.System()); n != 1 {
			t.Errorf("the power is there %d times", n)
		}
	})
}

func TestATraditionalCharacterIsAnotherName(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		courts(t, b)
		plan, err := b.Plan(testkit.System(), text(t, "工号,姓名,单位/部门\nA-9,某甲,財务科\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "problems", problemsOf(plan), []string{"2 单位/部门 UNKNOWN_UNIT"})
	})
}
