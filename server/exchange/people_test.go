package exchange

import (
	"testing"

	"sineng/ent/person"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/pending"
	"sineng/server/testkit"
)

const peopleHeading = "工号,姓名,职务,政治面貌,单位/部门,岗位,任职起始,岗位职责,重点岗位,轮岗年限,领导分工,分管部门\n"

func TestPeopleImportWithPostsAppointmentsAndPortfolios(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		file := text(t, peopleHeading+
			"1001,张 三,科长,党员,东许可科,许可岗,2024年3月,受理许可,是,5年,部门负责人,\n"+
			"1001,张三,科长,,东许可科,复核岗,,,,,,\n"+
			"1002,李四,副局长,中共党员,E1,,,,,,分管领导,东许可科\n"+
			"N-东2,东2人,科长,,,东2岗,,,,,,\n")
		plan := b.commit(testkit.System(), file, Options{})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "0/0/2", ObjectPost: "2/0/1", ObjectPerson: "2/0/1",
			ObjectAppointment: "2/0/1", ObjectPortfolio: "2/0/0"})
		zhang := b.db.Client.Person.Query().Where(person.StaffNumber("1001")).WithAppointments().WithPortfolios().OnlyX(testkit.System())
		if zhang.Name != "张三" || *zhang.PoliticalStatus != term.PoliticalStatusPartyMember || zhang.UnitID != w.East.Department.ID ||
			len(zhang.Edges.Appointments) != 2 || zhang.Edges.Portfolios[0].Kind != term.PortfolioKindHead {
			t.Errorf("got %+v", zhang)
		}
		if from := zhang.Edges.Appointments[0].FromDay.Format("2006-01-02"); from != "2024-03-01" {
			t.Errorf("appointed from %s", from)
		}
		again := b.commit(testkit.System(), file, Options{})
		same(t, "again", figures(again), map[Object]string{ObjectUnit: "0/0/2", ObjectPost: "0/0/3", ObjectPerson: "0/0/3",
			ObjectAppointment: "0/0/3", ObjectPortfolio: "0/0/2"})
	})
}

func TestPeopleMoveAndGetTheirStaffNumbers(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		b.commit(testkit.System(), text(t, "姓名,职务,单位\n赵六,科员,东许可科\n"), Options{})
		plan := b.commit(testkit.System(), text(t, "工号,姓名,职务,单位\n77,赵六,副科长,东许可科\nN-西0,西零,,东市局\n"), Options{})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "0/0/2", ObjectPerson: "0/2/0"})
		zhao := b.db.Client.Person.Query().Where(person.Name("赵六")).OnlyX(testkit.System())
		moved := b.db.Client.Person.Query().Where(person.ID(w.West.People[0].ID)).OnlyX(testkit.System())
		if *zhao.StaffNumber != "77" || zhao.JobTitle != "副科长" || moved.Name != "西零" || moved.UnitID != w.East.City.ID || moved.JobTitle != "科长" {
			t.Errorf("got %+v and %+v", zhao, moved)
		}
	})
}

func TestBadPeopleAreNamed(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		testkit.NewWorld(t, b.db)
		b.commit(testkit.System(), text(t, "工号,姓名,单位\n1,王五,东市局\n2,王五,东市局\n"), Options{})
		plan, err := b.Plan(testkit.System(), text(t, peopleHeading+
			",,科长,,东市局,,,,,,,\n,王五,,,东市局,,,,,,,\n,赵六,,火星党,东市局,,2026-02-30,,也许,100,,\n9,钱七,科长,,东市局,,,,,,,\n9,钱七,局长,,东市局,,,,,,,\n9,钱七,,,西市局,,,,,,,\n,孙八,,,,,,,,,,\n,周九,,,没有的科,,,,,,,\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "problems", problemsOf(plan), []string{"2 姓名 REQUIRED", "3 姓名 AMBIGUOUS_NAME", "4 政治面貌 UNKNOWN_VALUE", "4 任职起始 BAD_DATE",
			"4 重点岗位 UNKNOWN_VALUE", "4 轮岗年限 BAD_NUMBER", "6 职务 CONFLICTING_ROWS", "7 单位/部门 CONFLICTING_ROWS", "8 单位/部门 REQUIRED", "9 单位/部门 UNKNOWN_UNIT"})
	})
}

const powersHeading = "部门,职权编码,职权名称,职权类别,行使依据,责任岗位,决策/执行/监督岗位,行使频次,自由裁量权,办理时限,公开范围\n"

func TestPowersImportWithTheirPosts(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		testkit.NewWorld(t, b.db)
		file := text(t, powersHeading+
			"东许可科,X1,食品经营许可,行政许可,《食品安全法》第三十五条:实行许可制度,窗口岗、东2岗,科长岗/窗口岗/督查岗,经常,较大,20个工作日,全社会\n"+
			"东许可科,P1,东2许可,行政处罚,,,,每年,,,\n")
		plan := b.commit(testkit.System(), file, Options{})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "0/0/1", ObjectPost: "3/0/1", ObjectPower: "1/1/0"})
		p := b.db.Client.Power.Query().WithExercisingPosts().WithSupervisionPost().AllX(testkit.System())
		last := p[len(p)-1]
		if last.Code != "X1" || last.Type != term.PowerTypeLicensing || *last.TimeLimitDays != 20 || last.Discretion != term.DiscretionWide ||
			len(last.Edges.ExercisingPosts) != 2 || last.Edges.SupervisionPost.Name != "督查岗" || last.LegalBases[0].Article != "第三十五条" {
			t.Errorf("got %+v", last)
		}
		same(t, "again", figures(b.commit(testkit.System(), file, Options{})), map[Object]string{ObjectUnit: "0/0/1", ObjectPost: "0/0/4", ObjectPower: "0/0/2"})

		bad, _ := b.Plan(testkit.System(), text(t, powersHeading+"东许可科,Y,甲,魔法,,,一岗,,,三天,\n东许可科,Z,乙,许可,,,,,,,\n东许可科,Z,丙,许可,,,,,,,\n东许可科,,丁,,,,,,,,\n"), Options{})
		same(t, "problems", problemsOf(bad), []string{"2 职权类别 UNKNOWN_VALUE", "2 决策/执行/监督岗位 UNKNOWN_VALUE",
			"4 职权编码 DUPLICATE", "5 职权编码 REQUIRED", "5 职权类别 REQUIRED"})
	})
}

func TestSheetsOfOneFileReferToOneAnotherInAnyOrder(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		file := book(t,
			[2]string{"风险", "单位,职权,风险点,风险类别,风险等级,涉险人员,直接责任人,防控措施,责任人\n执法科,P-1,选择性执法,岗位职责,中,赵六,赵六(8),双人执法,赵六"},
			[2]string{"职权", "单位编码,职权编码,职权名称,职权类别,责任岗位\n12,P-1,行政处罚权,处罚,执法岗"},
			[2]string{"人员", "工号,姓名,单位,岗位,领导分工\n8,赵六,市局/执法科,执法岗,部门负责人"},
			[2]string{"单位", "编码,名称,上级编码\n12,执法科,1\n1,市局,"})
		plan := b.commit(testkit.System(), file, Options{})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "2/0/0", ObjectPost: "1/0/0", ObjectPerson: "1/0/0", ObjectAppointment: "1/0/0",
			ObjectPortfolio: "1/0/0", ObjectPower: "1/0/0", ObjectRiskPoint: "1/0/0", ObjectMeasure: "1/0/0"})
		if r := b.risk("选择性执法"); r.Edges.Power.Code != "P-1" || r.PowerType != string(term.PowerTypePenalty) || r.Edges.ExposedPersons[0].Name != "赵六" {
			t.Errorf("got %+v", r)
		}
		again := b.commit(testkit.System(), file, Options{})
		for _, f := range again.Figures {
			if f.Created+f.Changed > 0 || f.Unchanged == 0 && f.Object != ObjectProcess {
				t.Errorf("again: %+v", f)
			}
		}
	})
}

// TestAnImportedListOfLeadersIsConfirmedOnce: the people, posts and daily appointments of a list are
// written at once, its portfolios wait for a second person as one act.
func TestAnImportedListOfLeadersIsConfirmedOnce(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		testkit.Started(t, b.db)
		admin := testkit.Second(t, b.db, term.RoleSystemAdmin, nil, nil)
		file := text(t, peopleHeading+
			"A1,甲,局长,,东市局,综合岗,,,,,主要领导,\nA2,乙,科员,,东许可科,窗口岗,,,,,,\nA3,丙,副局长,,东市局,,,,,,分管领导,东许可科\n")
		portfolios := func() int { return b.db.Client.Portfolio.Query().CountX(testkit.System()) }
		before := portfolios()
		plan := b.commit(admin, file, Options{})
		same(t, "what waits", plan.Waiting, 2)
		same(t, "portfolios", portfolios(), before)
		same(t, "people", b.db.Client.Person.Query().Where(person.StaffNumberIn("A1", "A2", "A3")).CountX(testkit.System()), 3)
		acts := pending.New(b.db.Store)
		acts.Handle(b.db.Org.Acts()...)
		all := b.db.Client.PendingAct.Query().AllX(testkit.System())
		same(t, "acts", len(all), 1)
		if _, err := acts.Confirm(admin, all[0].ID); !fault.Is(err, fault.Forbidden) {
			t.Errorf("who imported the list confirms it: %v", err)
		}
		testkit.Must(acts.Confirm(testkit.Second(t, b.db, term.RolePrincipalLeader, w.East.Unit, w.East.People[0]), all[0].ID))(t)
		same(t, "portfolios after the confirmation", portfolios(), before+2)
		same(t, "what waits of the same list again", b.commit(admin, file, Options{}).Waiting, 0)
	})
}
