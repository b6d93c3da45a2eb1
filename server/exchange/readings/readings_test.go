package readings_test

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
	"sineng/server/exchange/readings"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/indicator"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

// scene is a section of a city with two indicators that its head reads.
type scene struct {
	t                 *testing.T
	w                 *testkit.World
	indicators        *indicator.Service
	s                 *readings.Service
	head              context.Context
	complaints, share *ent.Indicator
}

func newScene(t *testing.T, db *testkit.DB) *scene { // today is 2026-03-02
	t.Helper()
	c := &scene{t: t, w: testkit.NewWorld(t, db), indicators: indicator.New(db.Store)}
	c.s = readings.New(c.indicators, func(id string) (int64, error) {
		for _, i := range []*ent.Indicator{c.complaints, c.share} {
			if store.EncodeID(i.ID) == id {
				return i.ID, nil
			}
		}
		return 0, nil
	})
	d := c.w.East.Department
	c.head = testkit.AsPerson(term.RoleDeptHead, d, c.w.East.People[2])
	m := testkit.Must(db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: d.ID, Details: register.MeasureDetails{Content: "投诉逐件回访",
		Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral, RiskPointIds: []int64{c.w.East.Risks[2].ID}}}))(t)
	for _, a := range []register.MeasureAction{register.Approve, register.Activate} {
		m = testkit.Must(db.Register.AdvanceMeasure(testkit.System(), register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: a}))(t)
	}
	define := func(name, in string, every term.Recurrence) *ent.Indicator {
		return testkit.Must(c.indicators.Define(c.head, indicator.Define{MeasureID: m.ID, Details: &indicator.Details{Name: name, MeasuredIn: in,
			Keeps: term.IndicatorKeepsAtMost, Threshold: 50_000, Every: every, WithinDays: 10}}))(t)
	}
	c.complaints, c.share = define("投诉件数", "件", term.RecurrenceMonthly), define("超时占比", "%", term.RecurrenceQuarterly)
	return c
}

func (c *scene) plan(file string) *readings.Plan {
	c.t.Helper()
	return testkit.Must(c.s.Plan(c.head, []byte(file), "readings"))(c.t)
}

// told are the readings as "row name from value fate", and the problems as "row text".
func told(p *readings.Plan) (out, problems []string) {
	for _, r := range p.Readings {
		out = append(out, fmt.Sprintf("%d %s %s %s %s", r.Row, r.Indicator.Name, r.From.Format(time.DateOnly), r.Value, r.Fate))
	}
	for _, r := range p.Problems {
		problems = append(problems, fmt.Sprintf("%d %s", r.Row, r.ZH))
	}
	return out, problems
}

func TestATableThatWasFilledInIsRead(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		var book bytes.Buffer
		if err := c.s.WriteTable(c.head, &book, nil, "zh"); err != nil {
			t.Fatal(err)
		}
		made := testkit.Must(sheet.Read(c.head, book.Bytes(), "x.xlsx", sheet.DefaultLimits()))(t)
		var lines [][]string
		for _, row := range made.Tables[0].Rows {
			var line []string
			for n := range 9 {
				line = append(line, row.Cell(n).Text)
			}
			lines = append(lines, line)
		}
		want := [][]string{{"编号", "部门", "防控措施", "监测指标", "计量单位", "阈值", "监测期", "监测值", "说明"},
			{store.EncodeID(c.complaints.ID), c.w.East.Department.Name, "投诉逐件回访", "投诉件数", "件", "不超过 5", "2026年3月", "", ""},
			{store.EncodeID(c.share.ID), c.w.East.Department.Name, "投诉逐件回访", "超时占比", "%", "不超过 5", "2026年第一季度", "", ""}}
		if !slices.EqualFunc(lines, want, slices.Equal) {
			t.Fatalf("the table is %q", lines)
		}
		lines[1][7] = "12件"
		var filled bytes.Buffer
		if err := sheet.Write(&filled, []sheet.Page{{Name: made.Tables[0].Name, Lines: lines}, {Name: made.Tables[1].Name, Lines: [][]string{{"…"}}}}); err != nil {
			t.Fatal(err)
		}
		p := c.plan(filled.String())
		if out, problems := told(p); !slices.Equal(out, []string{"2 投诉件数 2026-03-01 12 RECORDED"}) || len(problems) != 0 || p.Blank != 1 || !p.Readings[0].Over {
			t.Errorf("read %q, %q, %d blank", out, problems, p.Blank)
		}
	})
}

func TestATableOfAnotherProgramIsReadByNames(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		_, err := c.indicators.Record(c.head, indicator.Record{Readings: []*indicator.Reading{
			{IndicatorID: c.complaints.ID, Period: time.Date(2026, 1, 5, 0, 0, 0, 0, time.UTC), Value: 30_000}, {IndicatorID: c.complaints.ID, Period: time.Date(2025, 12, 5, 0, 0, 0, 0, time.UTC), Value: 30_000}}})
		if err != nil {
			t.Fatal(err)
		}
		p := c.plan(strings.Join([]string{
			"三月报表,,,,", "指标名称,期间,数值,备注,填表人",
			"投诉件数,2026年2月,\"1,234.5\",,甲",
			"超时占比,2025Q4,60%,,甲",
			"投诉件数,2026-01,4,漏计一件,甲",  // a correction, with its reason
			"投诉件数,2025-12,4,,甲",      // another value, without one
			"投诉件数,2025-11,3,,甲",      //
			"投诉件数,2025-11-30,3,,甲",   // the same period again
			"投诉件数,2026年一季度,3,,甲",     // of another length
			"超时占比,去年,3,,甲",           // no period
			"投诉件数,2025-10,三件,,甲",     // no number
			"投诉件数,2025-09,0.12345,,", // too fine
			"信访件数,2026-01,3,,甲",      // unknown
			",2026-01,3,,甲",          // of nothing
			"投诉件数,2026-04,3,,甲",      // not begun
			"投诉件数,2025-08,,无数据,甲",    // a note without a value
			"投诉件数,2025-07,,,",
		}, "\n"))
		out, problems := told(p)
		if want := []string{"3 投诉件数 2026-02-01 1234.5 RECORDED", "4 超时占比 2025-10-01 60 RECORDED", "5 投诉件数 2026-01-01 4 CORRECTED", "7 投诉件数 2025-11-01 3 RECORDED"}; !slices.Equal(out, want) {
			t.Errorf("read %q", out)
		}
		if want := []string{"2 未读取这些列:填表人", "6 该监测期已录入 3;如需更正,请注明更正并写明原因", "8 同一指标同一监测期重复录入", "9 监测期“2026年一季度”与该指标的频次(每月)不符,应如“2026年3月”",
			"10 看不懂监测期“去年”,应如“2026年第一季度”", "11 监测值“三件”不是数字", "12 监测值“0.12345”小数点后超过四位", "13 没有找到该监测指标,或它已停用", "14 没有编号,也没有指标名称",
			"15 该监测期尚未开始", "16 只填了说明,没有监测值"}; !slices.Equal(problems, want) {
			t.Errorf("told %q", problems)
		}
		if p.Blank != 1 {
			t.Errorf("%d blank", p.Blank)
		}
	})
}

func TestAFileThatCanNotBeReadSaysWhy(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		for file, want := range map[string]string{
			"部门,件数\n窗口,3": "NO_READINGS",
			"监测指标,监测期,监测值\n" + strings.Repeat("投诉件数,2026-01,3\n", indicator.MostReadings+1): "TOO_MANY",
		} {
			_, err := c.s.Plan(c.head, []byte(file), "readings")
			if all := fault.All(err); len(all) != 1 || all[0].Reason != want {
				t.Errorf("%.20s: %v, want %s", file, err, want)
			}
		}
		if _, err := c.s.Plan(context.Background(), []byte("x"), "readings"); err == nil {
			t.Error("read without signing in")
		}
		// Whoever does not see an indicator learns nothing of it.
		p := testkit.Must(c.s.Plan(testkit.AsPerson(term.RoleDeptHead, c.w.West.Department, c.w.West.People[2]), []byte("监测指标,监测期,监测值\n投诉件数,2026-01,3"), "readings"))(t)
		if out, problems := told(p); len(out) != 0 || !slices.Equal(problems, []string{"2 没有找到该监测指标,或它已停用"}) {
			t.Errorf("elsewhere %q %q", out, problems)
		}
	})
}
