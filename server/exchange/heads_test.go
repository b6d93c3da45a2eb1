package exchange

import (
	"bytes"
	"testing"

	"sineng/server/testkit"
)

// wordy are titles that do not look like any: they are sentences.
const wordy = "何处。,事由要写明情形。,哪一类。,轻重。,随记。\n"

// sheetNamed is the first sheet of a plan.
func sheetNamed(t *testing.T, p *Plan) string {
	t.Helper()
	if len(p.Views) == 0 {
		t.Fatal("no sheet is shown")
	}
	return p.Views[0].Name
}

func TestRowsOfTitlesAreNamedKeptAndFoundByThemselves(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		jobs, ctx := b.newJobs(), testkit.System()
		u := b.bureau("H1")
		one := jobs.under(t, ctx, u, "a.csv", []byte("年度排查情况。,第一页\n"+wordy+"留样科,擅自放宽比例,思想道德,高,甲。\n留样科,泄露计划,岗位职责,低,乙。\n"))
		same(t, "state", one.State, Planned)
		same(t, "tables", len(one.Plan.Tables), 0)
		if len(one.Plan.Questions) != 1 || one.Plan.Questions[0].Kind != AskRest {
			t.Fatalf("asked %q", askedOf(one.Plan))
		}
		name := sheetNamed(t, one.Plan)
		for reason, a := range map[string]HeadAnswer{"NO_SUCH_SHEET": {Sheet: "无", First: 2, Last: 2}, "BAD_ROWS": {Sheet: name, First: 2, Last: 5}} {
			_, err := jobs.Map(ctx, one.ID, Answers{Heads: []HeadAnswer{a}})
			wantReason(t, err, reason)
		}

		one = jobs.mapped(t, ctx, one.ID, Answers{Heads: []HeadAnswer{{Sheet: name, First: 2, Last: 2}}})
		if len(one.Plan.Tables) != 1 || one.Plan.Tables[0].Head[0] != 2 || one.Plan.Tables[0].First != 3 {
			t.Fatalf("tables %+v", one.Plan.Tables)
		}
		one = jobs.mapped(t, ctx, one.ID, Answers{Tables: []TableAnswer{asRegister(1)}, Choices: &ChoicesAnswer{LeaveOutRest: new(true)}, SaveAs: "手工台账"})
		same(t, "asked", askedOf(one.Plan), nil)
		testkit.Must(jobs.Commit(ctx, one.ID, false))(t)
		same(t, "state", jobs.wait(t, ctx, one.ID).State, Done)

		// The titles of the next file stand elsewhere.
		two := jobs.under(t, ctx, u, "b.csv", []byte("\n年度排查情况。,第二页\n\n"+wordy+"留样科,接受宴请,思想道德,高,丁。\n"))
		same(t, "asked of the second", askedOf(two.Plan), nil)
		same(t, "its mapping", two.Plan.Mapping, "手工台账")
		testkit.Must(jobs.Commit(ctx, two.ID, false))(t)
		same(t, "state", jobs.wait(t, ctx, two.ID).State, Done)
		same(t, "registered", b.registeredTitles(), map[string]string{"擅自放宽比例": "A", "泄露计划": "C", "接受宴请": "A"})
	})
}

// pages is a table with a row that looks like the titles of another, and is data.
const pages = "单位,风险点,等级,措施\n财务科,拨付,高,复核\n\n科室,风险,自评等级,防控措施\n人事科,考勤,低,公示\n"

func TestARowIsNoTitles(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	jobs, ctx := b.newJobs(), testkit.System()
	one := jobs.under(t, ctx, b.bureau("H2"), "a.csv", []byte(pages))
	same(t, "tables", len(one.Plan.Tables), 2)
	name := sheetNamed(t, one.Plan)
	one = jobs.mapped(t, ctx, one.ID, Answers{Heads: []HeadAnswer{{Sheet: name, First: 4, Last: 4, None: true}}})
	same(t, "tables", len(one.Plan.Tables), 1)
	same(t, "rows", one.Plan.RowsRead, 3)

	// It is said again in the other way, and a row without texts is told.
	one = jobs.mapped(t, ctx, one.ID, Answers{Heads: []HeadAnswer{{Sheet: name, First: 4, Last: 4}, {Sheet: name, First: 40, Last: 41}}})
	same(t, "tables", len(one.Plan.Tables), 2)
	told := false
	for _, o := range one.Plan.Told {
		told = told || o.First == 40
	}
	if !told {
		t.Errorf("not told of a row without texts: %+v", one.Plan.Told)
	}
}

func TestRowsOfTitlesInAMappingFile(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	ctx := testkit.System()
	b.bureau("H3")
	file := text(t, "年度排查情况。,第一页\n"+wordy+"留样科,擅自放宽比例,思想道德,高,甲。\n")
	m := testkit.Must(ReadMapping([]byte("heads:\n  - sheet: 表\n    first: 2\n    last: 2\n")))(t)
	plan := testkit.Must(b.Plan(ctx, file, Options{Mapping: m, ToMap: true}))(t)
	same(t, "tables", len(plan.Tables), 1)
	var out bytes.Buffer
	check(t, plan.WriteMapping(&out))
	read := testkit.Must(ReadMapping(out.Bytes()))(t)
	if len(read.Heads) != 1 || len(read.Heads[0].Titles) != 1 || read.Heads[0].Titles[0][1] != "事由要写明情形。" {
		t.Errorf("written as %s", out.String())
	}
	for _, bad := range []string{"heads:\n  - sheet: a\n", "heads:\n  - first: 1\n    last: 1\n", "heads:\n  - sheet: a\n    first: 1\n    last: 4\n", "heads:\n  - sheet: a\n    titles: [['']]\n"} {
		_, err := ReadMapping([]byte(bad))
		wantReason(t, err, "BAD_MAPPING")
	}
}

// TestTheTitlesOfAMappingAreKnown reads titles that nobody knows and of which two are the same, which
// by themselves look like no titles.
func TestTheTitlesOfAMappingAreKnown(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	b.bureau("H4")
	m := &Mapping{Tables: []TableMapping{{Kind: KindRegister, Columns: []ColumnMapping{{Title: "何处", Field: "unit"}, {Title: "事由", Field: "title"}, {Title: "轻重", Field: "proposed"},
		{Title: "随记", Field: LeaveOut}, {Title: "随记", Field: LeaveOut}}}}}
	file := text(t, "何处,事由,轻重,随记,随记\n映射局H4,擅自放宽比例,高,甲,乙\n映射局H4,漏检,低,丙,丁\n")
	plan := testkit.Must(b.Plan(testkit.System(), file, Options{Mapping: m}))(t)
	if len(plan.Tables) != 1 || plan.Tables[0].Head[0] != 1 || figures(plan)[ObjectRiskPoint] != "2/0/0" {
		t.Errorf("tables %+v, %v", plan.Tables, figures(plan))
	}
}
