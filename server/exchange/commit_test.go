package exchange

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"sineng/ent/term"
	"sineng/server/exchange/sheet"
	"sineng/server/testkit"
)

func TestACancelledImportLeavesNothing(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		for _, phase := range []Phase{PhaseRead, PhaseWrite} {
			ctx, cancel := context.WithCancel(testkit.System())
			_, err := b.Commit(ctx, fixture("divisions.csv"), Options{Progress: func(p Progress) {
				if p.Phase == phase && p.Done >= 500 {
					cancel()
				}
			}})
			if cancel(); !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled in phase %s: got %v", phase, err)
			}
			same(t, "rows after cancelling in phase "+string(phase), b.rowsOf(), map[string]int{})
		}
	})
}

func TestProgressRisesToItsEnd(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		var last Progress
		b.commit(testkit.System(), fixture("published-register.xlsx"), Options{Progress: func(p Progress) {
			if p.Phase == last.Phase && p.Done < last.Done || p.Done > p.Total && p.Total > 0 {
				t.Errorf("%+v after %+v", p, last)
			}
			last = p
		}})
		if last.Phase != PhaseShow || last.Percent() != 100 {
			t.Errorf("ends with %+v", last)
		}
	})
}

func TestARowThatAServiceRefusesIsNamedAndLeftOutOnDemand(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		// The person held the post until last year. Planning sees that nobody
		// holds it now; the service sees that the term in the file would
		// overlap that one.
		post, someone, today := w.East.Posts[0], w.East.People[1], b.db.Today()
		held := testkit.Must(b.db.Org.Appoint(testkit.System(), someone.ID, post.ID, today.AddDate(-3, 0, 0)))(t)
		testkit.Must(b.db.Org.Relieve(testkit.System(), held.ID, held.Version, new(today.AddDate(-1, 0, 0))))(t)
		file := text(t, "工号,姓名,单位,岗位,任职起始\n5,钱七,东省局,新岗,2026-01-01\nN-东1,东1人,东省局,东0岗,"+today.AddDate(-2, 0, 0).Format("2006-01-02")+"\n")
		before := b.rowsOf()
		plan, err := b.Commit(testkit.System(), file, Options{})
		wantReason(t, err, ReasonBadRows)
		same(t, "problems", problemsOf(plan), []string{"3  ALREADY_APPOINTED"})
		same(t, "rows", b.rowsOf(), before)
		plan = b.commit(testkit.System(), file, Options{GoodRowsOnly: true})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "0/0/1", ObjectPost: "1/0/0", ObjectPerson: "1/0/0", ObjectAppointment: "1/0/0"})
		same(t, "problems", problemsOf(plan), []string{"3  ALREADY_APPOINTED"})
	})
}

func TestImportingTakesTheRightsOfTheViewer(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		register := text(t, "单位,风险点,风险类别,风险等级,防控措施\n东许可科,高的,岗位职责,高,某措施\n东许可科,中的,岗位职责,中,某措施\n东许可科,低的,岗位职责,低,某措施\n")
		head := testkit.As(term.RoleDeptHead, w.East.Department)
		plan := b.commit(head, register, Options{})
		same(t, "a head's register", figures(plan), map[Object]string{ObjectUnit: "0/0/1", ObjectRiskPoint: "3/0/0", ObjectMeasure: "3/0/0"})
		if a, c := b.risk("高的"), b.risk("低的"); a.Grade != term.Ungraded || a.ProposedGrade != term.GradeA || c.Grade != term.Ungraded {
			t.Errorf("graded %s proposed %s, and %s", a.Grade, a.ProposedGrade, c.Grade)
		}
		same(t, "again", figures(b.commit(head, register, Options{}))[ObjectRiskPoint], "0/0/3")
		leader := testkit.As(term.RoleLeaderInCharge, w.East.City)
		same(t, "by who may decide B", figures(b.commit(leader, register, Options{}))[ObjectRiskPoint], "0/0/3")

		for name, c := range map[string]struct {
			ctx  context.Context
			file string
			want []string
		}{
			"a unit by a head":            {head, "编码,名称,上级编码\nNEW,新科,E11\n", []string{"2 编码 NOT_PERMITTED"}},
			"a person by a head":          {head, "单位,风险点,风险类别,风险等级,直接责任人\n东许可科,某,岗位职责,低,张三\n", []string{"2 直接责任人 NOT_PERMITTED"}},
			"a register by an admin":      {testkit.As(term.RoleSystemAdmin, nil), "单位,风险点,风险类别,风险等级\n东许可科,某,岗位职责,低\n", []string{"2 风险点 NOT_PERMITTED"}},
			"another subtree's unit":      {testkit.As(term.RolePrincipalLeader, w.East.City), "编码,名称,上级编码\nW11,改名,\n", []string{"2 编码 CODE_TAKEN"}},
			"another subtree's parent":    {testkit.As(term.RolePrincipalLeader, w.East.City), "编码,名称,上级编码\nNEW,新局,W1\n", []string{"2 上级编码 UNKNOWN_PARENT"}},
			"a top unit by a leader":      {testkit.As(term.RolePrincipalLeader, w.East.City), "编码,名称,上级编码\nNEW,新局,\n", []string{"2 编码 NOT_PERMITTED"}},
			"the unit above the leader's": {testkit.As(term.RolePrincipalLeader, w.East.City), "编码,名称,上级编码\nE,改名,\n", []string{"2  NOT_PERMITTED"}},
			"a staff number elsewhere":    {testkit.As(term.RolePrincipalLeader, w.East.City), "工号,姓名,单位\nN-西0,某人,东市局\n", []string{"2 工号 STAFF_NUMBER_TAKEN"}},
		} {
			t.Run(name, func(t *testing.T) {
				before := b.rowsOf()
				plan, err := b.Commit(c.ctx, text(t, c.file), Options{})
				wantReason(t, err, ReasonBadRows)
				same(t, "problems", problemsOf(plan), c.want)
				same(t, "rows", b.rowsOf(), before)
			})
		}
		_, err := b.Plan(testkit.As(term.RoleStaff, w.East.City), register, Options{})
		wantReason(t, err, "NOT_PERMITTED")
		_, err = b.Plan(head, register, Options{UnitID: &w.West.Unit.ID})
		wantReason(t, err, "NOT_FOUND")
	})
}

func TestEncodingsOfTextMakeNoDifference(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		const content = "编码,名称,上级编码\r\n1,某局㐂,\r\n"
		gb, err := simplifiedchinese.GB18030.NewEncoder().String(content)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "GB18030", figures(b.commit(testkit.System(), text(t, gb), Options{})), map[Object]string{ObjectUnit: "1/0/0"})
		for _, other := range []string{"\xef\xbb\xbf" + content, content} {
			same(t, "UTF-8", figures(b.commit(testkit.System(), text(t, other), Options{})), map[Object]string{ObjectUnit: "0/0/1"})
		}
	})
}

func TestAFileThatCannotBeUsedIsRefusedAsAWhole(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		for reason, content := range map[string]string{sheet.ReasonEmpty: "", sheet.ReasonForeign: "%PDF-1.4", ReasonUnknownTitles: "甲,乙\n1,2\n"} {
			_, err := b.Commit(testkit.System(), text(t, content), Options{})
			wantReason(t, err, reason)
		}
	})
}

func TestFormulasAndLongNumbersInUsedColumnsAreBad(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		plan, _ := b.Plan(testkit.System(), text(t, "序号,编码,名称\n=ROW(),1,甲\n=ROW(),2,=A2&B2\n3,\"=\"\"003\"\"\",丙\n4,"+strings.Repeat("9", 65)+",丁\n"), Options{})
		same(t, "problems", problemsOf(plan), []string{"3 名称 FORMULA", "5 编码 TOO_LONG"})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "2/0/0"})
	})
}

func TestALargeRegisterIsImportedWhole(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	var file strings.Builder
	file.WriteString("单位,风险点,风险类别,表现情形,风险等级,防控措施,部门负责人,责任领导\n")
	for i := range 2000 {
		fmt.Fprintf(&file, "科室%d,风险%d,岗位职责,表现%d,低,措施%d,张%c,李四\n", i%50, i, i, i, rune(0x4e00+i%50))
	}
	b.commit(testkit.System(), text(t, "编码,名称,上级编码\n1,市局,\n"), Options{})
	root := b.unitByCode("1").ID
	plan := b.commit(testkit.System(), text(t, file.String()), Options{UnitID: &root})
	same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "50/0/0", ObjectPerson: "51/0/0", ObjectPortfolio: "100/0/0", ObjectRiskPoint: "2000/0/0", ObjectMeasure: "2000/0/0"})
}
