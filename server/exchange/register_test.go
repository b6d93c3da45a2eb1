package exchange

import (
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/testkit"
)

// risk returns the only risk point with a title, with its edges.
func (b *bench) risk(title string) *ent.RiskPoint {
	b.t.Helper()
	r, err := b.db.Client.RiskPoint.Query().Where(riskpoint.Title(title)).WithUnit().WithPower().WithStep().WithMeasures().WithAssessments().
		WithExposedPosts().WithExposedPersons().WithDirectOwner().WithDepartmentOwner().WithLeaderOwner().Only(testkit.System())
	if err != nil {
		b.t.Fatal(err)
	}
	return r
}

func TestPublishedRegisterImportsWholeAndOnlyOnce(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		file := fixture("published-register.xlsx")
		dry, err := b.Plan(testkit.System(), file, Options{})
		if err != nil {
			t.Fatal(err)
		}
		want := map[Object]string{ObjectUnit: "1/0/0", ObjectPerson: "2/0/0", ObjectPortfolio: "2/0/0", ObjectRiskPoint: "5/0/0", ObjectMeasure: "5/0/0"}
		same(t, "planned", figures(dry), want)
		same(t, "problems", problemsOf(dry), nil)
		same(t, "not written", remarksOf(dry), []string{"3 风险等级 GRADE_NOT_WRITTEN", "4 风险等级 GRADE_NOT_WRITTEN", "5 风险等级 GRADE_NOT_WRITTEN", "6 风险等级 GRADE_NOT_WRITTEN", "7 风险等级 GRADE_NOT_WRITTEN"})
		same(t, "ignored", dry.Sheets, []SheetInfo{{Name: "Sheet1", Kind: KindRegister, Rows: 5}})
		same(t, "written by planning", b.rowsOf(), map[string]int{})

		same(t, "imported", figures(b.commit(testkit.System(), file, Options{})), want)
		same(t, "rows", b.rowsOf(), map[string]int{"units": 1, "people": 2, "portfolios": 2, "risks": 5, "measures": 5, "assessments": 5,
			"deltas": b.rowsOf()["deltas"]})

		r := b.risk("公车管理")
		if r.Edges.Unit.Name != "市重点工程建设管理服务中心" || !r.RiskTypes.Has(term.RiskTypeDuty) || r.Grade != term.Ungraded || r.ProposedGrade != term.GradeC || *r.PaperGrade != term.GradeC || r.Controlled ||
			r.Edges.DepartmentOwner.Name != "张三" || r.Edges.LeaderOwner.Name != "李四" || r.Manifestation != "公车私用、违规加油及维修。" {
			t.Errorf("got %+v", r)
		}
		if m := r.Edges.Measures[0]; m.Status != term.MeasureStatusDrafted || !strings.HasPrefix(m.Content, "1.加强教育提醒;\n2.") || m.Kind != term.MeasureKindEducation {
			t.Errorf("measure %+v", m)
		}
		for _, a := range r.Edges.Assessments {
			if a.Kind != term.AssessmentKindProposal || a.Reason != "导入自“published-register.xlsx”,文件所载审定等级 C" {
				t.Errorf("%s because %s", a.Kind, a.Reason)
			}
		}
		if r := b.risk("重大经济事项决策制度不健全或未按制度执行"); !r.RiskTypes.Has(term.RiskTypeProcess) || r.ProposedGrade != term.GradeA || *r.Consequence != term.ConsequenceKindCrime {
			t.Errorf("got %+v", r)
		}

		before := b.rowsOf()
		again := b.commit(testkit.System(), file, Options{})
		same(t, "imported again", figures(again), map[Object]string{ObjectUnit: "0/0/1", ObjectPerson: "0/0/2",
			ObjectPortfolio: "0/0/2", ObjectRiskPoint: "0/0/5", ObjectMeasure: "0/0/5"})
		same(t, "rows after the second import", b.rowsOf(), before)
	})
}

func TestARegisterChangesWhatItSaysOtherwise(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		const heading = "单位,风险点,风险类别,表现情形,产生原因,可能性,危害程度,可能触犯,自评等级,审定等级,查找方式,直接责任人\n"
		b.commit(testkit.System(), text(t, heading+"甲局,公车,岗位职责,私用,,2,3,轻微违规,C,C,自己找、部门查,张三\n"), Options{})
		r := b.risk("公车")
		if *r.Likelihood != 2 || *r.Severity != 3 || len(r.FoundBy) != 2 || r.Edges.DirectOwner.Name != "张三" {
			t.Errorf("got %+v", r)
		}
		plan := b.commit(testkit.System(), text(t, heading+"甲局,公 车,岗位职责风险,借用,无登记,4,,,,高,,李四\n"), Options{})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "0/0/1", ObjectPerson: "1/0/0", ObjectRiskPoint: "0/1/0"})
		var changed []string
		for _, c := range plan.Preview {
			for _, d := range c.Differences {
				changed = append(changed, d.Field.EN+": "+d.Old.EN+" → "+d.New.EN)
			}
		}
		same(t, "differences", changed, []string{"Manifestation: 私用 → 借用", "Cause:  → 无登记", "Direct owner: 张三 → 李四",
			"Likelihood: 2 → 4", "Decided grade in the file: C Low → A High"})
		r = b.risk("公车")
		if r.Grade != term.Ungraded || r.ProposedGrade != term.GradeA || *r.PaperGrade != term.GradeA || *r.Severity != 3 || r.Cause != "无登记" || len(r.Edges.Assessments) != 3 {
			t.Errorf("got %+v with %d assessments", r, len(r.Edges.Assessments))
		}
	})
}

func TestRowsOfOneRiskPointAddUpAndMustAgree(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		const heading = "单位,风险点,风险类别,表现情形,风险等级,防控措施,直接责任人\n"
		file := text(t, heading+"甲局,公车,岗位职责,私用,中,登记,\n甲局,公车,岗位职责,出借,中,抽查,张三\n甲局,公车,思想道德,私用,低,教育,\n")
		plan := b.commit(testkit.System(), file, Options{})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "1/0/0", ObjectPerson: "1/0/0", ObjectRiskPoint: "2/0/0", ObjectMeasure: "3/0/0"})
		r, err := b.db.Client.RiskPoint.Query().Where(riskpoint.RiskTypesEQ(term.RiskTypes(term.RiskTypeDuty))).WithDirectOwner().WithMeasures().Only(testkit.System())
		if err != nil || r.Manifestation != "私用\n出借" || len(r.Edges.Measures) != 2 || r.Edges.DirectOwner.Name != "张三" {
			t.Errorf("got %+v, %v", r, err)
		}
		same(t, "again", figures(b.commit(testkit.System(), file, Options{}))[ObjectRiskPoint], "0/0/2")

		bad, _ := b.Plan(testkit.System(), text(t, heading+"甲局,印章,岗位职责,乱用,中,登记,张三\n甲局,印章,岗位职责,乱用,高,登记,李四\n"), Options{})
		same(t, "problems", problemsOf(bad), []string{"3 风险等级 CONFLICTING_ROWS", "3 直接责任人 CONFLICTING_ROWS"})
	})
}

func TestBadCellsOfARegisterAreNamed(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		rows := []string{"单位,职权,流程环节,风险点,风险类别,表现情形,可能性,风险等级,查找方式,直接责任人,措施状态,防控措施,责任人,监督人",
			"东许可科,,,甲,岗位职责,某,,特高,,,,,,",
			"东许可科,,,乙,天气,某,9,高,,,,,,",
			"东许可科,,,,岗位职责,,,,,,,,,",
			"东许可科,没有此权,,丙,岗位职责,某,,高,,,,,,",
			"东许可科,P1,没有此环节,丁,岗位职责,某,,高,,,,,,",
			"东许可科,,,戊,岗位职责,某,,,,,,,,",
			"东许可科,,,己,岗位职责,某,,高,,张三、李四,,,,",
			"东许可科,,,庚,岗位职责,某,,高,,各科室负责人,,,,",
			"东许可科,,,辛,岗位职责,某,,高,猜测,,,,,",
			"东许可科,,,壬,岗位职责,某,,高,,,,登记,东2人,东2人",
			"东许可科,,,癸,岗位职责,某,,高,,,完成,登记,,",
			",,,子,岗位职责,某,,高,,,,,,",
			"东许可科,P1,东2审批,丑,岗位职责,某,,高,部门查,东2人,草拟,登记,东2人,",
		}
		plan, err := b.Commit(testkit.System(), text(t, strings.Join(rows, "\n")), Options{Accept: true})
		wantReason(t, err, ReasonBadRows)
		same(t, "problems", problemsOf(plan), []string{
			"2 风险等级 UNKNOWN_GRADE", "3 可能性 BAD_NUMBER", "4 风险点 REQUIRED", "6 流程环节 UNKNOWN_STEP",
			"10 查找方式 UNKNOWN_VALUE", "11 监督人 SUPERVISES_SELF", "12 措施状态 UNKNOWN_VALUE"})
		if q := plan.Problems[0]; q.Found != "特高" || q.Sheet != "表" || q.Wanted("en") == "" || q.Wanted("zh") == q.Wanted("en") {
			t.Errorf("problem %+v", q)
		}
		good := b.commit(testkit.System(), text(t, strings.Join(rows, "\n")), Options{GoodRowsOnly: true, Accept: true})
		same(t, "good rows alone", figures(good), map[Object]string{ObjectUnit: "0/0/1", ObjectPerson: "2/0/1", ObjectPower: "1/0/0",
			ObjectRiskPoint: "6/0/0", ObjectMeasure: "1/0/0"})
		r := b.risk("丑")
		if *r.PowerID != w.East.Powers[2].ID || r.Edges.Step.Name != "东2审批" || r.Edges.Measures[0].Status != term.MeasureStatusDrafted || r.Controlled {
			t.Errorf("got %+v", r)
		}
	})
}

func TestUnitsOfARegisterAreFoundByPathAndCreatedBelowTheChosenOne(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		const heading = "单位/科室,风险点,风险类别,风险等级\n"
		file := text(t, heading+"东市局/东许可科,一,岗位职责,低\n东许可科,二,岗位职责,低\n办公室/财务科,三,岗位职责,低\n财务科,四,岗位职责,低\n西许可科,五,岗位职责,低\n")
		plan := b.commit(testkit.System(), file, Options{UnitID: &w.East.Unit.ID})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "3/0/2", ObjectRiskPoint: "5/0/0"})
		if r := b.risk("二"); r.UnitID != w.East.Department.ID || r.Manifestation != "二" {
			t.Errorf("got %+v", r)
		}
		office := b.db.Client.Unit.Query().Where(unit.Name("办公室")).WithChildren().OnlyX(testkit.System())
		if *office.ParentID != w.East.Unit.ID || office.Kind != term.UnitKindDepartment || office.Edges.Children[0].Name != "财务科" ||
			b.risk("四").UnitID != office.Edges.Children[0].ID || !strings.HasPrefix(office.Code, "IMP-") {
			t.Errorf("got %+v", office)
		}
		if own := b.risk("五"); own.UnitID == w.West.Department.ID {
			t.Error("a unit outside the chosen one was taken")
		}
		same(t, "again", figures(b.commit(testkit.System(), file, Options{UnitID: &w.East.Unit.ID})), map[Object]string{ObjectUnit: "0/0/5", ObjectRiskPoint: "0/0/5"})

		elsewhere, err := b.Plan(testkit.System(), text(t, heading+"财务科,六,岗位职责,低\n"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "one of the name in the whole system", problemsOf(elsewhere), nil)
		b.commit(testkit.System(), text(t, "编码,名称,上级编码\nW9,财务科,W1\n"), Options{})
		elsewhere, _ = b.Plan(testkit.System(), text(t, heading+"财务科,六,岗位职责,低\n办公室/财务科,七,岗位职责,低\n"), Options{})
		same(t, "two of the name", problemsOf(elsewhere), []string{"2 单位/科室 AMBIGUOUS_UNIT"})

		u := testkit.Must(b.db.Org.UpdateUnit(testkit.System(), org.UpdateUnit{ID: office.ID, ExpectedVersion: office.Version, Code: office.Code, Name: "综合办公室", Kind: office.Kind}))(t)
		same(t, "found again under another name", figures(b.commit(testkit.System(), text(t, heading+"办公室,八,岗位职责,低\n"),
			Options{UnitID: &w.East.Unit.ID})), map[Object]string{ObjectUnit: "0/0/1", ObjectRiskPoint: "1/0/0"})
		same(t, "its unit", b.risk("八").UnitID, u.ID)
	})
}

func TestLeadersAreThePeopleWhoLeadAlready(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		file := text(t, "单位,风险点,风险类别,风险等级,部门负责人,责任领导\n东许可科,一,岗位职责,低,东2人,东1人\n东许可科,二,岗位职责,低,东2人(N-东2),东1人\n新科,三,岗位职责,低,赵六,东1人\n")
		plan := b.commit(testkit.System(), file, Options{UnitID: &w.East.City.ID})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "1/0/1", ObjectPerson: "1/0/2", ObjectPortfolio: "3/0/1", ObjectRiskPoint: "3/0/0"})
		if r := b.risk("三"); r.Edges.LeaderOwner.ID != w.East.People[1].ID || r.Edges.DepartmentOwner.UnitID != r.UnitID {
			t.Errorf("owned by %+v and %+v", r.Edges.DepartmentOwner, r.Edges.LeaderOwner)
		}
		same(t, "again", figures(b.commit(testkit.System(), file, Options{UnitID: &w.East.City.ID})), map[Object]string{ObjectUnit: "0/0/2", ObjectPerson: "0/0/3", ObjectPortfolio: "0/0/4", ObjectRiskPoint: "0/0/3"})
	})
}

func TestALeaderOfTwoDepartmentsIsOnePerson(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		plan := b.commit(testkit.System(), text(t, "单位,风险点,风险类别,风险等级,责任领导\n甲科,一,岗位职责,低,李 四\n乙科,二,岗位职责,低,李四\n"), Options{UnitID: &w.East.City.ID})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "2/0/0", ObjectPerson: "1/0/0", ObjectPortfolio: "2/0/0", ObjectRiskPoint: "2/0/0"})
		same(t, "payroll", b.risk("一").Edges.LeaderOwner.UnitID, w.East.City.ID)
	})
}

func TestExposedPostsAndPeople(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		plan, err := b.Commit(testkit.System(), text(t, "单位,风险点,风险类别,风险等级,涉险岗位/人员\n东许可科,一,岗位职责,低,东2岗、东2人、窗口岗\n东许可科,二,岗位职责,低,无此人\n"), Options{GoodRowsOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "problems", problemsOf(plan), []string{"3 涉险岗位/人员 UNKNOWN_POST_OR_PERSON"})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "0/0/1", ObjectPost: "1/0/1", ObjectRiskPoint: "1/0/0"})
		if r := b.risk("一"); len(r.Edges.ExposedPosts) != 2 || r.Edges.ExposedPersons[0].ID != w.East.People[2].ID {
			t.Errorf("exposes %v and %v", r.Edges.ExposedPosts, r.Edges.ExposedPersons)
		}
	})
}

func TestMeasuresOfTheirOwnSheetFindTheirRiskPoints(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		file := book(t,
			[2]string{"表4", "部门,对应风险点,措施类别,机制,措施内容,适用范围,责任人,完成时限/频次,提请领导小组综合制定\n东许可科,公车,制度规范,动态监控,出车登记,具体,东2人,2026年6月,是\n东许可科,东2收受好处,,,轮岗,,,每年,\n东许可科,没有的,,,某,,,,"},
			[2]string{"说明", "填表说明\n请勿改动表头"},
			[2]string{"表2", "部门,风险点,风险类别,自评等级\n东许可科,公车,岗位职责,B"})
		plan, err := b.Commit(testkit.System(), file, Options{GoodRowsOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "problems", problemsOf(plan), []string{"4 对应风险点 UNKNOWN_RISK_POINT"})
		same(t, "figures", figures(plan), map[Object]string{ObjectUnit: "0/0/1", ObjectPerson: "0/0/1", ObjectRiskPoint: "1/0/0", ObjectMeasure: "2/0/0"})
		r := b.risk("公车")
		m := r.Edges.Measures[0]
		if r.Grade != term.Ungraded || r.ProposedGrade != term.GradeB || m.Scope != term.MeasureScopePostSpecific || m.Kind != term.MeasureKindRule ||
			m.DueOn.Format("01-02") != "06-30" || !m.AsksComprehensive || *m.OwnerID != w.East.People[2].ID {
			t.Errorf("got %+v, %+v", r, m)
		}
		yearly := b.db.Client.Measure.Query().Where(measure.Content("轮岗")).OnlyX(testkit.System())
		if yearly.Frequency != "每年" || yearly.Kind != term.MeasureKindBalance {
			t.Errorf("got %+v", yearly)
		}
	})
}

func TestAMeasureInForceIsNotRewritten(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		const heading = "单位,风险点,风险类别,风险等级,防控措施,频次,状态\n"
		b.commit(testkit.System(), text(t, heading+"甲局,公车,岗位职责,低,登记,每日,\n"), Options{})
		m := b.risk("公车").Edges.Measures[0]
		for _, action := range []register.MeasureAction{register.Approve, register.Activate} {
			m = testkit.Must(b.db.Register.AdvanceMeasure(testkit.System(), register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: action}))(t)
		}
		plan, _ := b.Plan(testkit.System(), text(t, heading+"甲局,公车,岗位职责,低,登记,每周,\n"), Options{})
		same(t, "problems", problemsOf(plan), []string{"2 防控措施 MEASURE_IN_FORCE"})
	})
}
