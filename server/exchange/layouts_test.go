package exchange

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/person"
	"sineng/ent/post"
	"sineng/ent/power"
	"sineng/ent/riskpoint"
	"sineng/server/testkit"
)

// drawn makes a workbook of one sheet whose rows are lines of cells parted by "|"; "<" is merged
// with the cell to its left, "^" with the one above, \n is a line break.
func drawn(t *testing.T, name, rows string) File {
	t.Helper()
	f := excelize.NewFile()
	check(t, f.SetSheetName("Sheet1", name))
	var grid [][]string
	for _, line := range strings.Split(strings.Trim(rows, "\n"), "\n") {
		grid = append(grid, strings.Split(strings.TrimSpace(line), "|"))
	}
	at := func(column, row int) string {
		cell, err := excelize.CoordinatesToCellName(column+1, row+1)
		check(t, err)
		return cell
	}
	for r, line := range grid {
		for c, text := range line {
			if text != "<" && text != "^" {
				check(t, f.SetCellStr(name, at(c, r), strings.ReplaceAll(text, `\n`, "\n")))
			}
			down, across := r, c
			for down+1 < len(grid) && c < len(grid[down+1]) && grid[down+1][c] == "^" {
				down++
			}
			for across+1 < len(line) && line[across+1] == "<" {
				across++
			}
			if text != "<" && text != "^" && (down > r || across > c) {
				check(t, f.MergeCell(name, at(c, r), at(across, down)))
			}
		}
	}
	var out bytes.Buffer
	check(t, f.Write(&out))
	return write(t, name+".xlsx", out.Bytes())
}

// below imports a file below 示例市局, taking proposals and leaving out what is not read.
func (b *bench) below(file File) (*Plan, error) {
	b.t.Helper()
	return b.Commit(testkit.System(), file, Options{UnitID: &b.unitByCode("B01").ID, Accept: true, LeaveOut: true})
}

// unitsMade are the names of the units that are no part of the organisation on which registers are
// tried.
func (b *bench) unitsMade() []string {
	b.t.Helper()
	var out []string
	for _, u := range b.db.Client.Unit.Query().AllX(testkit.System()) {
		if !strings.HasPrefix(u.Code, "B01") {
			out = append(out, u.Name)
		}
	}
	slices.Sort(out)
	return out
}

// TestRisksComeToTheUnitThatIsNamed draws registers that say in other ways whose they are.
func TestRisksComeToTheUnitThatIsNamed(t *testing.T) {
	for what, c := range map[string]struct {
		rows  string
		risks []string
	}{
		"several labels in one cell": {`
			廉政风险点排查表|<|<
			部门:财务科      填表时间:2026年4月|<|<
			风险点|等级|措施
			拨付不严|高|双签`, []string{"财务科 拨付不严 UNCLASSIFIED A"}},
		"a line of labels for each of two tables": {`
			部门:财务科||
			风险点|等级|措施
			拨付不严|高|双签
			填表人:甲九||
			部门:人事科||
			措施|等级|风险点
			回避|中|考核不公`, []string{"财务科 拨付不严 UNCLASSIFIED A", "人事科 考核不公 UNCLASSIFIED B"}},
		"the unit below the table": {`
			风险点|等级|措施
			拨付不严|高|双签
			填报单位:工程科||填报日期:2026.4.1`, []string{"工程科 拨付不严 UNCLASSIFIED A"}},
		"the line that names the table": {`
			示例市局财务科2026年廉政风险点登记表|<|<
			风险点|等级|措施
			拨付不严|高|双签
			人事科岗位廉政风险防控表|<|<
			等级|风险点|措施
			低|考勤造假|抽查`, []string{"财务科 拨付不严 UNCLASSIFIED A", "人事科 考勤造假 UNCLASSIFIED C"}},
		"a line that names two": {`
			财务科、人事科廉政风险点登记表|<|<
			风险点|等级|措施
			拨付不严|高|双签`, []string{"示例市局 拨付不严 UNCLASSIFIED A"}},
		"names joined to those above": {`
			单位|风险点|等级
			示例市局财务科|拨付不严|高
			示例市局-工程科|验收不严|中
			局办公室|泄密|中
			本单位|作风漂浮|低`, []string{"财务科 拨付不严 UNCLASSIFIED A", "工程科 验收不严 UNCLASSIFIED B", "办公室 泄密 UNCLASSIFIED B", "示例市局 作风漂浮 UNCLASSIFIED C"}},
	} {
		t.Run(what, func(t *testing.T) {
			b := based(t, testkit.SQLite(t))
			_, err := b.below(drawn(t, "登记表", c.rows))
			check(t, err)
			same(t, "risk points", b.registered(), c.risks)
			same(t, "units made", b.unitsMade(), nil)
		})
	}
}

func TestTheNameOfASheetIsTheUnitOfItsTable(t *testing.T) {
	b := based(t, testkit.SQLite(t))
	plan, err := b.below(drawn(t, "人事科", "风险点|等级\n考勤造假|低"))
	check(t, err)
	same(t, "risk points", b.registered(), []string{"人事科 考勤造假 UNCLASSIFIED C"})
	if !slices.ContainsFunc(plan.Told, func(t Told) bool { return t.Kind == ToldSection && t.Sample == "人事科" }) {
		t.Errorf("nobody is told: %+v", plan.Told)
	}
}

func TestALineThatNamesSeveralUnitsIsTold(t *testing.T) {
	b := based(t, testkit.SQLite(t))
	plan, err := b.below(drawn(t, "登记表", "财务科、人事科廉政风险点登记表|<|<\n风险点|等级|措施\n拨付不严|高|双签"))
	check(t, err)
	if !slices.ContainsFunc(plan.Told, func(t Told) bool { return t.Kind == ToldPassed && strings.Contains(t.ZH, "多个单位") }) {
		t.Errorf("nobody is told: %+v", plan.Told)
	}
}

func TestSeveralUnitsInACellAreRefused(t *testing.T) {
	b := based(t, testkit.SQLite(t))
	plan, err := b.below(drawn(t, "登记表", "单位|风险点|等级\n人事科、财务科|勾结|低"))
	wantReason(t, err, ReasonBadRows)
	same(t, "problems", problemsOf(plan), []string{"2 单位 AMBIGUOUS_UNIT"})
}

func TestValuesOfAMappingHoldForAllRows(t *testing.T) {
	b := based(t, testkit.SQLite(t))
	m := &Mapping{Tables: []TableMapping{{Kind: KindRegister, Columns: []ColumnMapping{{Title: "风险点", Field: "title"}, {Title: "等级", Field: "grade"}},
		Values: map[string]string{"unit": "财务科", "riskType": "DUTY"}}}}
	b.commit(testkit.System(), drawn(t, "登记表", "风险点|等级\n拨付不严|高"), Options{UnitID: &b.unitByCode("B01").ID, Mapping: m})
	same(t, "risk points", b.registered(), []string{"财务科 拨付不严 DUTY A"})
}

// rows are the objects of an imported file that tests look at, one a line: the risk points with
// their power and posts, the measures with their owner and day, the people and posts.
func (b *bench) rows() []string {
	b.t.Helper()
	ctx, c := testkit.System(), b.db.Client
	var out []string
	add := func(parts ...string) {
		out = append(out, strings.TrimRight(strings.Join(parts, " "), " "))
	}
	for i, r := range c.RiskPoint.Query().WithPower().WithExposedPosts().WithUnit().Order(ent.Asc(riskpoint.FieldID)).AllX(ctx) {
		power, posts := "", ""
		if r.Edges.Power != nil {
			power = r.Edges.Power.Name
		}
		for _, p := range r.Edges.ExposedPosts {
			posts += p.Name
		}
		add(b.registered()[i], power, posts)
	}
	for _, m := range c.Measure.Query().WithOwner().Order(ent.Asc(measure.FieldID)).AllX(ctx) {
		owner := m.OwnerText
		if m.Edges.Owner != nil {
			owner = m.Edges.Owner.Name + "|" + m.OwnerText
		}
		add("measure", m.Content, owner, dayText(m.DueOn)+m.Frequency)
	}
	for _, p := range c.Person.Query().Order(ent.Asc(person.FieldID)).AllX(ctx) {
		add("person", p.Name, p.JobTitle)
	}
	for _, p := range c.Post.Query().Order(ent.Asc(post.FieldID)).AllX(ctx) {
		add("post", p.Name)
	}
	return out
}

// TestCellsAreStoredAskedOrTold draws registers with cells that say that there is nothing, stand for
// the row above, or say something of what the row has not.
func TestCellsAreStoredAskedOrTold(t *testing.T) {
	for what, c := range map[string]struct {
		rows, unread  string
		want, remarks []string
	}{
		"strokes and words for nothing": {`
			单位|风险点|风险类别|等级|措施|责任人|完成时限|涉险岗位
			财务科|拨付不严|岗位职责|高|双签|/|——|—
			人事科|无|/|/|无|无|—|/
			工程科|验收不严|--|中|抽查|(无)|长期|无`, "",
			[]string{"财务科 拨付不严 DUTY A", "工程科 验收不严 UNCLASSIFIED B", "measure 双签", "measure 抽查  长期"}, nil},
		"crosses in columns that are values": {`
			单位|风险点|风险类别|<|等级
			^|^|思想道德|岗位职责|^
			财务科|拨付不严|×|√|高`, "", []string{"财务科 拨付不严 DUTY A"}, nil},
		"signs for the row above": {`
			单位|风险点|等级|措施|责任人
			财务科|拨付不严|高|双签|甲一
			-〃-|票据不真|同 上|同上行|同上栏`, "",
			[]string{"财务科 拨付不严 UNCLASSIFIED A", "财务科 票据不真 UNCLASSIFIED A", "measure 双签 甲一|", "measure 双签 甲一|", "person 甲一"}, nil},
		"blanks below what is written once": {`
			单位|职权|风险类别|风险点|等级
			财务科|经费审批|岗位职责|拨付不严|高
			|||票据不真|中
			||制度机制|制度不全|低
			|/||公章外借|低
			人事科|||泄题|高`, "",
			[]string{"财务科 拨付不严 DUTY A 经费审批", "财务科 票据不真 DUTY B 经费审批", "财务科 制度不全 INSTITUTION C 经费审批",
				"财务科 公章外借 UNCLASSIFIED C", "人事科 泄题 UNCLASSIFIED A"}, nil},
		"a measure's owner and day without the measure": {`
			单位|风险点|等级|防控措施|责任人|完成时限
			财务科|拨付不严|高||甲一|2026-06-30
			财务科|票据不真|高|核验|甲一|2026-06-30`, "",
			[]string{"财务科 拨付不严 UNCLASSIFIED A", "财务科 票据不真 UNCLASSIFIED A", "measure 核验 甲一| 2026-06-30", "person 甲一"},
			[]string{"2 责任人 NOTHING_TO_HOLD_IT", "2 完成时限 NOTHING_TO_HOLD_IT"}},
		"the law of a power that no column names": {`
			单位|风险点|等级|法律依据|完成时限
			财务科|拨付不严|高|《会计法》第一条|2026-06-30`, "法律依据 完成时限", []string{"财务科 拨付不严 UNCLASSIFIED A"}, nil},
		"risks in columns of grades": {`
			科室|岗位|一级风险点|二级风险点|三级风险点
			财务科|会计岗|挪用公款|审核不严|
			人事科|考录岗|||考勤造假`, "",
			[]string{"财务科 挪用公款 UNCLASSIFIED A  会计岗", "财务科 审核不严 UNCLASSIFIED B  会计岗", "人事科 考勤造假 UNCLASSIFIED C  考录岗", "post 会计岗", "post 考录岗"}, nil},
		"risks in columns of grades below a title that nobody knows": {`
			科室|等级及内容|<|措施
			^|高风险|低风险|^
			财务科|挪用公款||双签
			人事科||考勤造假|抽查`, "",
			[]string{"财务科 挪用公款 UNCLASSIFIED A", "人事科 考勤造假 UNCLASSIFIED C", "measure 双签", "measure 抽查"}, nil},
		"names of jobs alone are nobody's": {`
			单位|风险点|等级|措施|责任人
			财务科|坐支|高|日清月结|会计 出纳
			财务科|超付|低|预算|张三\n(副科长)`, "",
			[]string{"财务科 坐支 UNCLASSIFIED A", "财务科 超付 UNCLASSIFIED C", "measure 日清月结 会计、出纳", "measure 预算 张三|", "person 张三 副科长"}, nil},
		"measures before, during and after": {`
			单位|风险点|等级|前期预防措施|中期监控机制|后期处置办法
			财务科|坐支|高|教育|抽查|问责`, "", []string{"财务科 坐支 UNCLASSIFIED A", "measure 教育\n抽查\n问责"}, nil},
		"职务 without a name is the post": {`
			单位|职务|岗位职责|风险点|等级
			财务科|出纳|收付现金|坐支|高`, "", []string{"财务科 坐支 UNCLASSIFIED A  出纳", "post 出纳"}, nil},
		"职务 beside an owner is the owner's": {`
			单位|风险点|等级|措施|责任人|职务
			财务科|坐支|高|日清月结|甲一|科长`, "", []string{"财务科 坐支 UNCLASSIFIED A", "measure 日清月结 甲一|", "person 甲一 科长"}, nil},
	} {
		t.Run(what, func(t *testing.T) {
			b := based(t, testkit.SQLite(t))
			file := drawn(t, "登记表", c.rows)
			plan, err := b.below(file)
			check(t, err)
			same(t, "rows", b.rows(), c.want)
			var remarks, unread []string
			for _, r := range remarksOf(plan) {
				if !strings.HasSuffix(r, ReasonGradeNotWritten) {
					remarks = append(remarks, r)
				}
			}
			same(t, "remarks", remarks, c.remarks)
			for _, u := range plan.Unread {
				unread = append(unread, u.Title)
			}
			same(t, "not read", strings.Join(unread, " "), c.unread)
			again, err := b.below(file)
			check(t, err)
			for _, f := range again.Figures {
				if f.Created+f.Changed > 0 {
					t.Errorf("imported again it makes %d and changes %d of %s", f.Created, f.Changed, f.Object)
				}
			}
		})
	}
}

func TestTwoGradesInARowAreRefused(t *testing.T) {
	b := based(t, testkit.SQLite(t))
	plan, err := b.below(drawn(t, "登记表", `
		单位|风险点|风险等级|<
		^|^|高|中
		财务科|拨付不严|√|√`))
	wantReason(t, err, ReasonBadRows)
	same(t, "problems", problemsOf(plan), []string{"3 风险等级 UNKNOWN_GRADE"})
}

func TestAHeadingBetweenRowsIsTheTypeOfThePowersBelow(t *testing.T) {
	b := based(t, testkit.SQLite(t))
	_, err := b.below(drawn(t, "登记表", `
		职权|风险点|等级|措施
		一、行政许可类|<|<|<
		施工许可|越权|高|集体研究
		二、行政处罚类|<|<|<
		违建处罚|压案不查|高|台账`))
	check(t, err)
	var got []string
	for _, p := range b.db.Client.Power.Query().Order(ent.Asc(power.FieldID)).AllX(testkit.System()) {
		got = append(got, p.Name+" "+string(p.Type))
	}
	same(t, "powers", got, []string{"施工许可 LICENSING", "违建处罚 PENALTY"})
}

// TestTitlesThatAreNearlyTheSameAreAsked imports a title that one of the register resembles: it is
// neither merged with it nor registered beside it in silence.
func TestTitlesThatAreNearlyTheSameAreAsked(t *testing.T) {
	const registered, now = "资金拨付审核把关不严", "资金拨付时审核把关不严格"
	sheetOf := func(titles ...string) File {
		rows := "单位|风险点|等级"
		for _, title := range titles {
			rows += "\n财务科|" + title + "|高"
		}
		return drawn(t, "登记表", rows)
	}
	for answer, want := range map[SameAnswer][]string{
		AnswerSame: {"财务科 " + now + " UNCLASSIFIED A"},
		AnswerNew:  {"财务科 " + registered + " UNCLASSIFIED A", "财务科 " + now + " UNCLASSIFIED A"},
	} {
		b := based(t, testkit.SQLite(t))
		under := &b.unitByCode("B01").ID
		b.commit(testkit.System(), sheetOf(registered), Options{UnitID: under})
		plan, err := b.Commit(testkit.System(), sheetOf(now), Options{UnitID: under})
		wantReason(t, err, ReasonQuestions)
		if q := plan.Questions; len(q) != 1 || q[0].Kind != AskDoubt || q[0].Text != now || q[0].Sample != registered || q[0].Row != 2 {
			t.Errorf("asked: %+v", q)
		}
		same(t, "before an answer", b.registered(), []string{"财务科 " + registered + " UNCLASSIFIED A"})

		m := &Mapping{Tables: []TableMapping{{Kind: KindRegister, Columns: []ColumnMapping{{Title: "单位", Field: "unit"}, {Title: "风险点", Field: "title"}, {Title: "等级", Field: "grade"}}}},
			Choices: Choices{Same: map[string]SameAnswer{now: answer}}}
		b.commit(testkit.System(), sheetOf(now), Options{UnitID: under, Mapping: m})
		same(t, string(answer), b.registered(), want)
	}

	b := based(t, testkit.SQLite(t))
	under := &b.unitByCode("B01").ID
	b.commit(testkit.System(), sheetOf(registered), Options{UnitID: under})
	b.commit(testkit.System(), sheetOf(registered, now), Options{UnitID: under}) // the file has both
	same(t, "both in a file", len(b.registered()), 2)
	b.commit(testkit.System(), sheetOf("票据保管不善"), Options{UnitID: under}) // unlike any
	same(t, "another title", len(b.registered()), 3)
}
