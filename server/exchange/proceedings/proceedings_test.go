package proceedings_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/balance"
	"sineng/server/calendar"
	"sineng/server/exchange/proceedings"
	"sineng/server/exchange/sheet"
	"sineng/server/org"
	"sineng/server/proceeding"
	"sineng/server/process"
	"sineng/server/register"
	"sineng/server/testkit"
)

// scene is a section with a power of 受理, 审核 and 决定, and two clerks.
type scene struct {
	t       *testing.T
	tracked *proceeding.Service
	s       *proceedings.Service
	head    context.Context
	power   *ent.Power
	unit    string
}

func newScene(t *testing.T, db *testkit.DB) *scene { // today is 2026-03-31
	t.Helper()
	w := testkit.NewWorld(t, db)
	d, days := w.East.Department, 20
	c := &scene{t: t, tracked: proceeding.New(db.Store, calendar.NewService(db.Store), balance.New(db.Store, db.Processes)), unit: d.Name}
	c.s = proceedings.New(c.tracked, func(string) (int64, error) { return 0, nil })
	c.head = testkit.AsPerson(term.RoleDeptHead, d, w.East.People[2])
	c.power = testkit.Must(db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: d.ID, Details: register.PowerDetails{Code: "XK-1", Name: "食品经营许可",
		Type: term.PowerTypeLicensing, Discretion: term.DiscretionLimited, TimeLimitDays: &days}}))(t)
	testkit.Must(db.Processes.Save(testkit.System(), process.Save{PowerID: c.power.ID, Steps: []*process.Step{{Key: "1", Name: "受理", Kind: term.StepKindAccept},
		{Key: "2", Name: "审核", Kind: term.StepKindReview}, {Key: "3", Name: "决定", Kind: term.StepKindDecide}}, Edges: []*process.Edge{{FromKey: "1", ToKey: "2"}, {FromKey: "2", ToKey: "3"}}}))(t)
	for n, name := range []string{"甲", "乙"} {
		number := fmt.Sprintf("G%d", n)
		testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: d.ID, StaffNumber: &number, Name: name}))(t)
	}
	db.Clock.Forward(29 * 24 * time.Hour)
	return c
}

func (c *scene) plan(file string, power *int64) *proceedings.Plan {
	c.t.Helper()
	return testkit.Must(c.s.Plan(c.head, []byte(file), "办件", power))(c.t)
}

// told are the proceedings as "row number fate recorded deviations", and the problems as "row text".
func told(p *proceedings.Plan) (out, problems []string) {
	for _, r := range p.Proceedings {
		line := fmt.Sprintf("%d %s %s %d", r.Row, r.Number, r.Fate, r.Recorded)
		for _, d := range r.Deviations {
			line += " " + string(d.Kind) + ":" + d.Key
		}
		out = append(out, line)
	}
	for _, r := range p.Problems {
		problems = append(problems, fmt.Sprintf("%d %s", r.Row, r.ZH))
	}
	return out, problems
}

func TestATableOfAnotherSystemIsRead(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		file := strings.Join([]string{
			"申办流水号,事项名称,申请人,受理时间,环节名称,处理人,办理人工号,接收时间,处理时间,处理结果,办结时间,办理结果,办理意见",
			"A-1,食品经营许可,某某,2026-03-02 09:12:33,受理,甲,,2026-03-02 09:12:33,2026-03-02 10:00,已办,2026/3/6,准予许可,齐全",
			"A-1,食品经营许可,某某,,审核,,ｇ1,2026年3月3日 9时5分,2026-03-04,通过,,,",
			"A-1,食品经营许可,某某,,决定,,G1,2026-03-06 09:00,2026-03-06,,,准予许可,",
			"A-1,食品经营许可,某某,,决定,,G1,2026-03-06 09:00,2026-03-06,,,准予许可,",
			"A-2,食品经营许可,某某,2026-03-09,受理,甲,,2026-03-09,2026-03-09,,,,",
			"A-2,食品经营许可,某某,,决定,丁,,2026-03-10,2026-03-10,,,,",
			"A-3,食品经营许可,某某,2026-03-09,受理,甲,,2026-03-09,昨天,,,,",
			"A-4,烟草许可,某某,2026-03-09,受理,甲,,2026-03-09,,,,,",
			"A-5,食品经营许可,某某,2026-03-09,审核,甲,,2026-03-12,2026-03-11,,,,",
			"A-6,食品经营许可,某某,2026-03-09,受理,甲,,2026-03-12,2026-03-12,不同意,,,",
			",食品经营许可,某某,2026-03-09,受理,甲,,2026-03-12,2026-03-11,,,,",
			"A-7,食品经营许可,某某,2026-03-09,受理,甲,,2026-03-12,2026-03-12,退回,,,",
			"A-7,食品经营许可,某某,2026-03-10,,,,,,,,,",
		}, "\n")
		p := c.plan(file, nil)
		out, problems := told(p)
		if want := []string{"2 A-1 RECORDED 3 EXCLUDED:3", "6 A-2 RECORDED 2 SKIPPED:2"}; !slices.Equal(out, want) {
			t.Errorf("it would record %q, want %q", out, want)
		}
		want := []string{"1 未读取这些列:申请人", "5 与第 4 行重复,只录入一次", "8 看不懂“结束时间”:“昨天”,应如 2026-03-02 09:30", "9 没有找到职权“烟草许可”,或您不能录入它的办件",
			"10 结束时间早于开始时间", "11 看不懂环节结果“不同意”,应为“通过”或“退回”", "12 没有办件编号,未读取此行", "14 同一办件的“受理日期”前后不一致"}
		if !slices.Equal(problems, want) {
			t.Errorf("it tells %q, want %q", problems, want)
		}
		e := p.Proceedings[0].Entry
		if s := e.Steps[0]; s.Began.Format(time.RFC3339) != "2026-03-02T01:12:33Z" || s.Ended.Format(time.RFC3339) != "2026-03-02T02:00:00Z" || s.Note != "齐全" || *e.Result != "准予许可" || e.ClosedOn.Format(time.DateOnly) != "2026-03-06" {
			t.Errorf("the first is read as %+v, %+v", e, s)
		}
		if s := e.Steps[2]; !s.Ended.Equal(s.Began) { // a day alone, that of its beginning
			t.Errorf("the last step ends %v, and began %v", s.Ended, s.Began)
		}
		if fmt.Sprint(p.Proceedings[1].Unmatched) != "[丁]" || p.Rows != 12 {
			t.Errorf("not found are %v; %d rows", p.Proceedings[1].Unmatched, p.Rows)
		}
		// What is recorded is not recorded again.
		testkit.Must(c.tracked.Record(c.head, proceeding.Record{Proceedings: []*proceeding.Entry{e}, FromFile: true}))(t)
		if out, _ := told(c.plan(file, nil)); out[0] != "2 A-1 UNCHANGED 0 EXCLUDED:3" {
			t.Errorf("again it is read as %q", out[0])
		}
	})
}

func TestATableThatWasFilledInIsRead(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		var book bytes.Buffer
		if err := c.s.WriteTable(c.head, &book, nil, &c.power.ID, "zh"); err != nil {
			t.Fatal(err)
		}
		made := testkit.Must(sheet.Read(c.head, book.Bytes(), "x.xlsx", sheet.DefaultLimits()))(t)
		first := made.Tables[0].Rows[1]
		if first.Cell(0).Text != c.unit || first.Cell(1).Text != "XK-1" || first.Cell(2).Text != "食品经营许可" || made.Tables[2].Rows[3].Cell(3).Text != "决定" {
			t.Errorf("the table has %v, and %v", first, made.Tables[2].Rows)
		}
		var titles []string
		for n := range made.Tables[0].Rows[0].Cells {
			titles = append(titles, made.Tables[0].Rows[0].Cell(n).Text)
		}
		at := func(title string) int { return slices.Index(titles, title) }
		line := func(cells map[string]string) []string {
			out := make([]string, len(titles))
			for title, text := range cells {
				out[at(title)] = text
			}
			return out
		}
		lines := [][]string{titles,
			line(map[string]string{"职权编码": "XK-1", "办件编号": "B-1", "环节": "受理", "办理人": "甲", "开始时间": "2026-03-02", "结束时间": "2026-03-02"}),
			line(map[string]string{"职权编码": "XK-1", "办件编号": "B-1", "特别程序": "听证", "开始时间": "2026-03-09", "结束时间": "2026-03-13", "备注": "依申请"}),
			line(map[string]string{"办件编号": "B-2", "受理日期": "2026-03-30"}),
			line(map[string]string{"办件编号": "B-3", "特别程序": "休假", "开始时间": "2026-03-09"}),
		}
		var filled bytes.Buffer
		if err := sheet.Write(&filled, []sheet.Page{{Name: made.Tables[0].Name, Lines: lines}, {Name: made.Tables[1].Name, Lines: [][]string{{"…"}}}, {Name: made.Tables[2].Name, Lines: [][]string{{"…"}}}}); err != nil {
			t.Fatal(err)
		}
		p := c.plan(filled.String(), &c.power.ID)
		out, problems := told(p)
		if !slices.Equal(out, []string{"2 B-1 RECORDED 2", "4 B-2 RECORDED 0"}) || len(problems) != 1 || !strings.HasPrefix(problems[0], "5 看不懂特别程序“休假”,应为:听证、招标") {
			t.Errorf("read %q, %q", out, problems)
		}
		if due := p.Proceedings[0].DueOn; due == nil || due.Format(time.DateOnly) != "2026-04-07" {
			t.Errorf("with its pause it is due %v", due)
		}
		if _, problems := told(c.plan(filled.String(), nil)); len(problems) != 2 || problems[0] != "4 没有写明职权:需要“职权编码”或“职权名称”" {
			t.Errorf("without a power it tells %q", problems)
		}
	})
}

func TestATableWithoutProceedingsIsRefused(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		if _, err := c.s.Plan(c.head, []byte("风险点,等级\n受贿,A"), "x", nil); err == nil || !strings.Contains(err.Error(), "proceedings") {
			t.Errorf("it is answered %v", err)
		}
	})
}
