package exchange

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/testkit"
)

// published is a workbook of testdata/registers: small ones that re-create how registers are
// really laid out, with neutral words.
func published(name string) File {
	return File{Path: filepath.Join("testdata", "registers", name), Name: name}
}

// based is a service with the organisation on which they are tried: 示例市局 with four
// departments.
func based(t *testing.T, db *testkit.DB) *bench {
	t.Helper()
	b := newBench(t, db)
	b.commit(testkit.System(), published("units.csv"), Options{})
	return b
}

// underBureau imports a workbook below 示例市局, taking proposals and leaving out what is not read.
func (b *bench) underBureau(name string) (*Plan, error) {
	b.t.Helper()
	for _, u := range b.db.Client.Unit.Query().AllX(testkit.System()) {
		if u.Code == "B01" {
			return b.Commit(testkit.System(), published(name), Options{UnitID: &u.ID, Accept: true, LeaveOut: true})
		}
	}
	b.t.Fatal("no unit B01")
	return nil, nil
}

// registered are the risk points as "unit title type grade", in the order in which they were made.
func (b *bench) registered() []string {
	b.t.Helper()
	var out []string
	for _, r := range b.db.Client.RiskPoint.Query().WithUnit().Order(ent.Asc(riskpoint.FieldID)).AllX(testkit.System()) {
		grade := "-"
		if r.PaperGrade != nil {
			grade = string(*r.PaperGrade)
		} else if r.ProposedGrade != term.Ungraded {
			grade = string(r.ProposedGrade)
		}
		title := []rune(oneLine(r.Title))
		out = append(out, fmt.Sprintf("%s %s %s %s", r.Edges.Unit.Name, string(title[:min(len(title), 20)]), r.RiskTypes, grade))
	}
	return out
}

// TestPublishedRegistersAreReadWhole imports each layout and names the risk points that are right
// for it, or the cells that are refused.
func TestPublishedRegistersAreReadWhole(t *testing.T) {
	for name, want := range map[string]struct{ problems, risks []string }{
		"a01_tworow.xlsx": {risks: []string{
			"财务科 差旅费审核 DUTY B",
			"人事科 职称评审 INSTITUTION A",
		}},
		"a02_samenames.xlsx": {risks: []string{
			"财务科 差旅费审核 DUTY B",
			"人事科 职称评审 INSTITUTION A",
		}},
		"a03_vertmerge.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
			"财务科 票据保管 INSTITUTION C",
		}},
		"a04_footer.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
			"人事科 考勤管理 INSTITUTION C",
		}},
		"a05_hidden.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
			"财务科 已作废的点 DUTY A",
			"人事科 考勤管理 INSTITUTION C",
			"财务科 旧点 DUTY A",
		}},
		"a06_trailing.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
		}},
		"a07_dates.xlsx": {risks: []string{
			"财务科 资金拨付1 DUTY B",
			"财务科 资金拨付2 DUTY B",
			"财务科 资金拨付3 DUTY B",
			"财务科 资金拨付4 DUTY B",
			"财务科 资金拨付5 DUTY B",
			"财务科 资金拨付6 DUTY B",
			"财务科 资金拨付7 DUTY B",
			"财务科 资金拨付8 DUTY B",
			"财务科 资金拨付9 DUTY B",
			"财务科 资金拨付10 DUTY B",
			"财务科 资金拨付11 DUTY B",
			"财务科 资金拨付12 DUTY B",
			"财务科 资金拨付13 DUTY B",
			"财务科 资金拨付14 DUTY B",
			"财务科 资金拨付15 DUTY B",
			"财务科 资金拨付16 DUTY B",
		}},
		"a07b_people.xlsx": {},
		"a09_numbered.xlsx": {risks: []string{
			"财务科 1.对票据审核不细 2.违规报销 3.挪 DUTY A",
			"人事科 1.对材料审核不细致、把关不严,对材料审 DUTY B",
		}},
		"a10_owners.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
			"财务科 票据保管 DUTY C",
			"人事科 考勤管理 INSTITUTION C",
			"工程科 工程验收 DUTY B",
			"工程科 工程变更 DUTY B",
			"办公室 公车使用 DUTY C",
		}},
		"a11_preamble.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
			"财务科 票据保管 INSTITUTION C",
		}},
		"a12_formula.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
			"财务科 票据保管 DUTY C",
		}},
		"a13_numfmt.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
			"财务科 票据保管 DUTY B",
			"财务科 2026 DUTY C",
			"财务科 库存盘点 DUTY C",
			"财务科 差旅审核 DUTY C",
		}},
		"a14_sheets.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
			"示例市局 虚报 UNCLASSIFIED A",
			"示例市局 挪用 UNCLASSIFIED A",
		}},
		"a14b_twotables.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
			"人事科 考勤管理 INSTITUTION C",
		}},
		"a15_blankunit.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
			"财务科 票据保管 DUTY C",
			"人事科 考勤管理 INSTITUTION C",
			"人事科 职称评审 INSTITUTION B",
		}},
		"a15b_ditto.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
			"财务科 票据保管 DUTY C",
			"财务科 库存盘点 DUTY C",
		}},
		"a16_people.xlsx": {problems: []string{"4 部门 UNKNOWN_UNIT"}},
		"a18_notype.xlsx": {risks: []string{
			"财务科 资金拨付 UNCLASSIFIED A",
		}},
		"a20_grades.xlsx": {problems: []string{"33 风险等级 UNKNOWN_GRADE", "34 风险等级 UNKNOWN_GRADE"}},
		"a21_types.xlsx": {risks: []string{
			"财务科 点01 MORAL B",
			"财务科 点02 MORAL B",
			"财务科 点03 MORAL,INSTITUTION B",
			"财务科 点04 INSTITUTION,DUTY B",
			"财务科 点05 PROCESS B",
			"财务科 点06 INSTITUTION,ENVIRONMENT B",
			"财务科 点07 ENVIRONMENT B",
			"财务科 点08 DUTY B",
			"财务科 点09 PROCESS B",
			"财务科 点10 INSTITUTION B",
			"财务科 点11 UNCLASSIFIED B",
			"财务科 点12 UNCLASSIFIED B",
			"财务科 点13 DUTY B",
			"财务科 点14 UNCLASSIFIED B",
			"财务科 点15 UNCLASSIFIED B",
			"财务科 点16 UNCLASSIFIED B",
			"财务科 点17 UNCLASSIFIED B",
			"财务科 点18 INSTITUTION B",
			"财务科 点19 INSTITUTION B",
			"财务科 点20 MORAL,DUTY B",
			"财务科 点21 MORAL B",
			"财务科 点22 ENVIRONMENT B",
			"财务科 点23 DUTY B",
			"财务科 点24 MORAL B",
		}},
		"a22_samerisk.xlsx": {risks: []string{
			"财务科 收受礼品礼金 MORAL B",
			"财务科 收受礼品礼金 MORAL A",
			"财务科 收受礼品礼金 MORAL A",
		}},
		"a23_power.xlsx":  {risks: []string{"工程科 不一次告知 DUTY C", "工程科 把关不严 DUTY A"}},
		"a24_scores.xlsx": {problems: []string{"5 发生概率 BAD_NUMBER"}},
		"a25_first.xlsx": {risks: []string{
			"财务科 1.资金拨付 DUTY A",
			"财务科 2.票据保管 DUTY C",
		}},
		"a25_second.xlsx": {risks: []string{
			"财务科 1.票据保管 DUTY C",
			"财务科 2、资金拨付 DUTY A",
			"财务科 (3)库存盘点 DUTY C",
		}},
		"a26_titles.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
		}},
		"a27_indexrow.xlsx": {risks: []string{
			"财务科 资金拨付 DUTY A",
		}},
		"a30_typecols.xlsx": {risks: []string{
			"财务科 宗旨意识不强 MORAL A",
			"财务科 审核不细 DUTY A",
			"财务科 制度不健全 INSTITUTION A",
			"财务科 人情干扰 ENVIRONMENT A",
			"人事科 泄密 DUTY B",
			"人事科 程序走样 INSTITUTION B",
		}},
		"a31_badrows.xlsx": {problems: []string{"5 廉政风险 / 风险等级 UNKNOWN_GRADE"}},
		"a32_titles.xlsx": {risks: []string{
			"财务科 费用报销 DUTY A",
		}},
		"b01_zjj.xlsx": {risks: []string{
			"财务科 1.审核票据不严; 2.超标准列支。 UNCLASSIFIED A",
			"财务科 未经审批用印。 UNCLASSIFIED B",
			"人事科 泄露考录秘密;收受不正当利益。 UNCLASSIFIED A",
		}},
		"b01b_duty.xlsx": {risks: []string{
			"行政服务中心 1、故意刁难服务对象 UNCLASSIFIED A",
			"工程科 1、泄露标底 UNCLASSIFIED A",
		}},
		"b01c_typed.xlsx": {risks: []string{
			"财务科 费用报销 DUTY A",
		}},
		"b02_soe.xlsx": {risks: []string{
			"示例市局 重大事项决策 UNCLASSIFIED A",
			"示例市局 重要干部任免 UNCLASSIFIED A",
			"示例市局 薪酬发放 UNCLASSIFIED B",
			"示例市局 考勤 UNCLASSIFIED C",
		}},
		"b03_post.xlsx": {risks: []string{
			"示例市局 报告重大事项不及时 UNCLASSIFIED -",
			"示例市局 回避制度执行不严 UNCLASSIFIED -",
			"示例市局 供应商选择不规范 UNCLASSIFIED -",
		}},
		"b04_school.xlsx": {risks: []string{
			"示例市局 1、学校发展决策,没有充分调研,决策不科 UNCLASSIFIED A",
			"示例市局 2、学校中层干部推荐和任用 UNCLASSIFIED B",
			"示例市局 3、评选优秀教师 UNCLASSIFIED C",
		}},
		"b06_powercard.xlsx": {},
		"b07_office.xlsx": {risks: []string{
			"秘书一科 不按规定程序安排会议。 UNCLASSIFIED C",
			"秘书一科 1.未按流程申报; 2.超出预算。 UNCLASSIFIED B",
			"秘书二科 不按规定采购。 UNCLASSIFIED A",
		}},
		"b09_flow.xlsx": {risks: []string{
			"示例市局 1.故意刁难申请人。2.不按程序受理。 UNCLASSIFIED C",
			"示例市局 1.擅自增减条件。2.超时办理。 UNCLASSIFIED A",
			"示例市局 不及时办结 UNCLASSIFIED C",
		}},
		"b10_qzqd.xlsx": {risks: []string{
			"工程科 1.收受好处 UNCLASSIFIED -",
			"财务科 优亲厚友 UNCLASSIFIED -",
			"办公室 吃拿卡要 UNCLASSIFIED -",
		}},
		"b10b_qzqd_code.xlsx": {},
		"b11_holder.xlsx": {risks: []string{
			"示例市局 决策不民主 UNCLASSIFIED A",
			"示例市局 审批把关不严 UNCLASSIFIED B",
		}},
		"b11b_holder.xlsx": {risks: []string{
			"示例市局 决策不民主 UNCLASSIFIED A",
			"示例市局 审批把关不严 UNCLASSIFIED B",
		}},
		"b12_control.xlsx": {risks: []string{
			"工程科 公车管理 DUTY C",
			"工程科 工程款审核 PROCESS A",
		}},
		"b13_person.xlsx": {risks: []string{
			"财务科 宗旨意识不强 MORAL C",
			"财务科 票据审核不细 DUTY B",
			"财务科 流程不规范 PROCESS B",
			"财务科 制度不健全 INSTITUTION C",
			"财务科 人情干扰 ENVIRONMENT C",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			b := based(t, testkit.SQLite(t))
			plan, err := b.underBureau(name)
			if len(want.problems) == 0 && err != nil {
				t.Fatal(err)
			}
			same(t, "problems", problemsOf(plan), want.problems)
			same(t, "risk points", b.registered(), want.risks)
			if err == nil {
				again, err := b.underBureau(name)
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range again.Figures {
					if waits := f.Object == ObjectPortfolio || f.Object == ObjectAppointment; f.Changed > 0 || f.Created > 0 && !waits {
						t.Errorf("imported again it makes %d and changes %d of %s", f.Created, f.Changed, f.Object)
					}
				}
			}
		})
	}
}

// toldOf are what is told of a file as "kind column first-last".
func toldOf(p *Plan) []string {
	var out []string
	for _, t := range p.Told {
		out = append(out, fmt.Sprintf("%s %s %d-%d", t.Kind, t.Column, t.First, t.Last))
	}
	slices.Sort(out)
	return out
}

func TestWhatIsNotReadAsItStandsIsTold(t *testing.T) {
	for name, want := range map[string][]string{
		"a04_footer.xlsx":    {"PASSED_OVER  1-1", "PASSED_OVER  2-2", "PASSED_OVER  6-6", "PASSED_OVER  7-7", "PASSED_OVER  8-9"},
		"a05_hidden.xlsx":    {"HIDDEN  2-2", "HIDDEN  3-3"},
		"a06_trailing.xlsx":  {"PASSED_OVER  3-5"},
		"a12_formula.xlsx":   {"FORMULA_RESULT 单位 3-3", "FORMULA_RESULT 风险等级 2-3"},
		"a15_blankunit.xlsx": {"FROM_ABOVE 单位 3-5"},
		"a15b_ditto.xlsx":    {"FROM_ABOVE 单位 3-4"},
		"a18_notype.xlsx":    {"LEFT_OPEN 风险类别 2-2"},
		"a26_titles.xlsx":    {"PASSED_OVER  2-2"},
		"a27_indexrow.xlsx":  {"PASSED_OVER  2-2"},
	} {
		t.Run(name, func(t *testing.T) {
			plan, err := based(t, testkit.SQLite(t)).underBureau(name)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "told", toldOf(plan), want)
		})
	}
}

func TestPartsThatAreNotReadAreNamedAndAskedFor(t *testing.T) {
	b := based(t, testkit.SQLite(t))
	plan, err := b.Commit(testkit.System(), published("a14_sheets.xlsx"), Options{Accept: true})
	wantReason(t, err, ReasonQuestions)
	if len(plan.Unread) != 1 || plan.Unread[0].Sheet != "汇总" || plan.Unread[0].Count != 1 || plan.Unread[0].Sample == "" {
		t.Errorf("not read: %+v", plan.Unread)
	}
	same(t, "written", b.registered(), nil)

	extra := text(t, "单位,风险点,风险类别,风险等级,备注\n财务科,拨付,岗位职责,高,重点关注\n")
	plan, err = b.Commit(testkit.System(), extra, Options{})
	wantReason(t, err, ReasonQuestions)
	if len(plan.Questions) != 1 || plan.Questions[0].Text != "备注" || plan.Questions[0].Sample != "重点关注" {
		t.Errorf("asked: %+v", plan.Questions)
	}
	b.commit(testkit.System(), extra, Options{LeaveOut: true})
	same(t, "written", len(b.registered()), 1)
}

func TestDaysAreReadAsPeopleWriteThem(t *testing.T) {
	b := based(t, testkit.SQLite(t))
	if _, err := b.underBureau("a07_dates.xlsx"); err != nil {
		t.Fatal(err)
	}
	year := fmt.Sprint(b.db.Today().Year())
	for _, m := range b.db.Client.Measure.Query().AllX(testkit.System()) {
		want := "2026-06-30"
		switch m.Content {
		case "复核9":
			want = "2026-12-31"
		case "复核16":
			want = year + "-06-30"
		case "复核11", "复核12":
			if m.DueOn != nil || m.Frequency != map[string]string{"复核11": "长期坚持", "复核12": "每季度一次"}[m.Content] {
				t.Errorf("%s is due on %v, %q", m.Content, m.DueOn, m.Frequency)
			}
			continue
		}
		if got := dayText(m.DueOn); got != want || m.Frequency != "" {
			t.Errorf("%s is due on %s, %q; want %s", m.Content, got, m.Frequency, want)
		}
	}
}

func TestOwnersAreKeptAsWritten(t *testing.T) {
	b := based(t, testkit.SQLite(t))
	if _, err := b.underBureau("a10_owners.xlsx"); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range b.db.Client.Measure.Query().WithOwner().AllX(testkit.System()) {
		name := ""
		if m.Edges.Owner != nil {
			name = m.Edges.Owner.Name
		}
		got = append(got, name+"|"+m.OwnerText)
	}
	same(t, "owners of measures", got, []string{"甲一|甲一、甲二", "|财务科科长", "|科室负责人", "甲三|", "|工程科", "|全体人员"})
	for _, p := range b.db.Client.Person.Query().AllX(testkit.System()) {
		if strings.Contains(p.Name, "科") || strings.Contains(p.Name, "、") {
			t.Errorf("a person called %s", p.Name)
		}
	}
	r := b.risk("考勤管理")
	same(t, "heads", r.Edges.DepartmentOwner.Name+"|"+r.DepartmentOwnerText, "乙二|乙二、乙三")
}

func TestTypesThatAreFieldsOfBusinessAreKeptAsText(t *testing.T) {
	b := based(t, testkit.SQLite(t))
	if _, err := b.underBureau("b02_soe.xlsx"); err != nil {
		t.Fatal(err)
	}
	same(t, "field of business", b.risk("考勤").Category, "人力资源管理")
}

func TestARenumberedFileChangesNothing(t *testing.T) {
	b := based(t, testkit.SQLite(t))
	if _, err := b.underBureau("a25_first.xlsx"); err != nil {
		t.Fatal(err)
	}
	plan, err := b.underBureau("a25_second.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "figures", figures(plan)[ObjectRiskPoint], "1/0/2")
}

// TestAMappingIsWrittenCompletedAndReadBack maps a layout of which no title is known.
func TestAMappingIsWrittenCompletedAndReadBack(t *testing.T) {
	b := based(t, testkit.SQLite(t))
	file := text(t, "归口,隐忧,档,防法\n财务科,拨付不严,甲等,双人复核\n人事科,招录泄密,乙等,集体研究\n")
	_, err := b.Plan(testkit.System(), file, Options{})
	wantReason(t, err, ReasonUnknownTitles)
	plan, err := b.Plan(testkit.System(), file, Options{ToMap: true})
	check(t, err)
	var out strings.Builder
	check(t, plan.WriteMapping(&out))
	edited := out.String()
	for old, now := range map[string]string{`kind: ""`: "kind: REGISTER"} {
		if !strings.Contains(edited, old) {
			t.Fatalf("the mapping has no %s:\n%s", old, edited)
		}
		edited = strings.Replace(edited, old, now, 1)
	}
	for title, f := range map[string]string{"归口": "unit", "隐忧": "title", "档": "grade", "防法": "measure"} {
		before, after, _ := strings.Cut(edited, "title: "+title)
		edited = before + "title: " + title + strings.Replace(after, `field: ""`, "field: "+f, 1)
	}
	edited = strings.Replace(edited, "words: {}", "words: {GRADE: {甲等: A, 乙等: B}}", 1)
	m, err := ReadMapping([]byte(edited))
	if err != nil {
		t.Fatalf("%v\n%s", err, edited)
	}
	b.commit(testkit.System(), file, Options{Mapping: m})
	same(t, "risk points", b.registered(), []string{"财务科 拨付不严 UNCLASSIFIED A", "人事科 招录泄密 UNCLASSIFIED B"})
	next := text(t, "归口,隐忧,档,防法\n工程科,变更随意,乙等,三方签字\n")
	b.commit(testkit.System(), next, Options{Mapping: m})
	same(t, "a second file of the layout", len(b.registered()), 3)

	_, err = ReadMapping([]byte(strings.Replace(edited, "field: unit", "field: moon", 1)))
	wantReason(t, err, "BAD_MAPPING")
	_, err = ReadMapping([]byte(strings.Replace(edited, "甲等: A", `甲等: "?"`, 1)))
	wantReason(t, err, ReasonQuestions)
}
