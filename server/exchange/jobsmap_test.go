package exchange

import (
	"context"
	"os"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/testkit"
)

// foreign is a register whose titles nobody knows, with words in doubt.
const foreign = "何处,事由,哪一类,轻重,随记\n"

// askedOf are the kinds of a plan's questions with their subjects.
func askedOf(p *Plan) []string {
	var out []string
	for _, q := range p.Questions {
		out = append(out, string(q.Kind)+" "+q.Text)
	}
	return out
}

// under uploads and plans a file below a unit and returns the job.
func (j *Jobs) under(t *testing.T, ctx context.Context, u *ent.Unit, name string, content []byte) *Job {
	t.Helper()
	up := testkit.Must(j.Upload(ctx, name, strings.NewReader(string(content)), true))(t)
	one := testkit.Must(j.Plan(ctx, up.ID, &u.ID))(t)
	return j.wait(t, ctx, one.ID)
}

// mapped answers and returns the job with its new plan.
func (j *Jobs) mapped(t *testing.T, ctx context.Context, id int64, a Answers) *Job {
	t.Helper()
	testkit.Must(j.Map(ctx, id, a))(t)
	return j.wait(t, ctx, id)
}

// asRegister says what the columns of foreign are.
func asRegister(number int) TableAnswer {
	return TableAnswer{Number: number, Kind: KindRegister, Columns: []ColumnAnswer{{0, "unit", ""}, {1, "title", ""}, {2, "riskType", ""}, {3, "proposed", ""}, {4, LeaveOut, ""}}}
}

func (b *bench) bureau(code string) *ent.Unit {
	b.commit(testkit.System(), text(b.t, "编码,名称,类型\n"+code+",映射局"+code+",机构\n"), Options{})
	return b.unitByCode(code)
}

func (j *Jobs) keptAt(t *testing.T, ctx context.Context, u *ent.Unit) []*ent.ImportMapping {
	t.Helper()
	return testkit.Must(j.Mappings(ctx, u.ID, store.Page{First: 10}, nil))(t).Rows
}

func TestAForeignLayoutIsMappedKeptAndReadByItself(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		jobs, ctx := b.newJobs(), testkit.System()
		u := b.bureau("M1")
		one := jobs.under(t, ctx, u, "a.csv", []byte(foreign+"留样科,擅自放宽比例,业务流程,较大,甲\n留样科,泄露计划,职业道德,一般,乙\n"))
		same(t, "state", one.State, Planned)
		if len(one.Plan.Questions) != 1 || one.Plan.Questions[0].Kind != AskRest {
			t.Fatalf("asked %q", askedOf(one.Plan))
		}
		_, err := jobs.Commit(ctx, one.ID, true)
		wantReason(t, err, ReasonQuestions)

		one = jobs.mapped(t, ctx, one.ID, Answers{Tables: []TableAnswer{asRegister(1)}})
		same(t, "asked of words", askedOf(one.Plan), []string{"WORD 较大", "WORD 一般", "WORD 职业道德"})
		_, err = jobs.Commit(ctx, one.ID, false)
		wantReason(t, err, ReasonQuestions)

		// What is no answer changes nothing.
		_, err = jobs.Map(ctx, one.ID, Answers{Words: []WordAnswer{{WordGrade, "较大", "Z"}}})
		wantReason(t, err, "BAD_MEANING")
		_, err = jobs.Map(ctx, one.ID, Answers{Tables: []TableAnswer{{Number: 2}}})
		wantReason(t, err, "NO_SUCH_TABLE")
		_, err = jobs.Map(ctx, one.ID, Answers{SaveAs: strings.Repeat("长", 101), Accept: true})
		wantReason(t, err, ReasonTooLong)
		same(t, "kept after refusals", len(jobs.keptAt(t, ctx, u)), 0)
		again := testkit.Must(jobs.Job(ctx, one.ID))(t)
		same(t, "state after refusals", again.State, Planned)
		same(t, "asked after refusals", len(again.Plan.Questions), 3)

		one = jobs.mapped(t, ctx, one.ID, Answers{Words: []WordAnswer{{WordGrade, "较大", "A"}}, Accept: true, SaveAs: " 抽检台账 "})
		same(t, "asked", askedOf(one.Plan), nil)
		same(t, "mapping", one.Plan.Mapping, "抽检台账")
		testkit.Must(jobs.Commit(ctx, one.ID, false))(t)
		same(t, "state", jobs.wait(t, ctx, one.ID).State, Done)

		// The next file of the layout, below the same unit.
		two := jobs.under(t, ctx, u, "b.csv", []byte(foreign+"留样科,接受宴请,职业道德,较大,丁\n"))
		same(t, "asked of the second", askedOf(two.Plan), nil)
		same(t, "its mapping", two.Plan.Mapping, "抽检台账")
		testkit.Must(jobs.Commit(ctx, two.ID, false))(t)
		same(t, "state", jobs.wait(t, ctx, two.ID).State, Done)
		same(t, "registered", b.registeredTitles(), map[string]string{"擅自放宽比例": "A", "泄露计划": "C", "接受宴请": "A"})

		// It is replaced under its name, and forgotten.
		three := jobs.under(t, ctx, u, "c.csv", []byte(foreign+"留样科,少计数量,职业道德,较大,丁\n"))
		three = jobs.mapped(t, ctx, three.ID, Answers{Words: []WordAnswer{{WordGrade, "较大", "B"}}, SaveAs: "抽检台账"})
		same(t, "state", three.State, Planned)
		kept := jobs.keptAt(t, ctx, u)
		if len(kept) != 1 || kept[0].Version != 2 {
			t.Fatalf("kept %+v", kept)
		}
		wantReason(t, jobs.DropMapping(ctx, kept[0].ID, 1), fault.Stale().Reason)
		check(t, jobs.DropMapping(ctx, kept[0].ID, 2))
		same(t, "kept", len(jobs.keptAt(t, ctx, u)), 0)
		if err := jobs.DropMapping(ctx, kept[0].ID, 2); !fault.Is(err, fault.NotFound) {
			t.Errorf("dropped twice: %v", err)
		}
		four := jobs.under(t, ctx, u, "d.csv", []byte(foreign+"留样科,接受宴请,职业道德,较大,丁\n"))
		same(t, "asked once more", len(four.Plan.Questions), 1)
	})
}

// registeredTitles are the proposed grades of the risk points by title.
func (b *bench) registeredTitles() map[string]string {
	out := map[string]string{}
	for _, r := range b.db.Client.RiskPoint.Query().AllX(testkit.System()) {
		out[r.Title] = string(r.ProposedGrade)
	}
	return out
}

func TestAMappingIsKeptForAUnitOnly(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	jobs, ctx := b.newJobs(), testkit.System()
	one := jobs.planned(t, ctx, foreign+"留样科,擅自放宽比例,业务流程,高,甲\n")
	_, err := jobs.Map(ctx, one.ID, Answers{Tables: []TableAnswer{asRegister(1)}, SaveAs: "甲"})
	wantReason(t, err, "UNIT_NEEDED")
	same(t, "state", testkit.Must(jobs.Job(ctx, one.ID))(t).State, Planned)
	_, err = jobs.Map(testkit.As(term.RoleSystemAdmin, b.bureau("M2")), one.ID, Answers{})
	if !fault.Is(err, fault.NotFound) {
		t.Errorf("somebody else's import: %v", err)
	}
}

func TestTablesOfTheSameTitlesFollowOneAnswer(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	jobs, ctx := b.newJobs(), testkit.System()
	u := b.bureau("M3")
	file := book(t, [2]string{"一科", foreign + "一科,甲事,岗位职责,高,x"}, [2]string{"二科", foreign + "二科,乙事,岗位职责,低,y"}, [2]string{"三科", foreign + "三科,丙事,岗位职责,低,z"})
	one := jobs.under(t, ctx, u, file.Name, testkit.Must(os.ReadFile(file.Path))(t))
	same(t, "asked", len(one.Plan.Questions), 3)
	one = jobs.mapped(t, ctx, one.ID, Answers{Tables: []TableAnswer{asRegister(1), {Number: 3, LeaveOut: true}}})
	same(t, "asked", askedOf(one.Plan), nil)
	kinds := map[string]Kind{}
	for _, table := range one.Plan.Tables {
		kinds[table.Sheet] = table.Kind
	}
	same(t, "kinds", kinds, map[string]Kind{"一科": KindRegister, "二科": KindRegister, "三科": KindNone})
	same(t, "risk points", figures(one.Plan)[ObjectRiskPoint], "2/0/0")

	// An answer about a later one counts for it, also where an earlier one has answers of its own.
	one = jobs.mapped(t, ctx, one.ID, Answers{Tables: []TableAnswer{
		{Number: 1, Columns: []ColumnAnswer{{4, "cause", ""}}}, {Number: 2, Columns: []ColumnAnswer{{4, LeaveOut, ""}}}}})
	same(t, "columns", []string{one.Plan.Tables[0].Columns[4].Field, one.Plan.Tables[1].Columns[4].Field}, []string{"cause", LeaveOut})
}

func TestAnotherKindIsReadByItsTitles(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	jobs, ctx := b.newJobs(), testkit.System()
	u := b.bureau("M4")
	// The label is a field of registers and none of powers.
	one := jobs.under(t, ctx, u, "a.csv", []byte("责任领导：张三,,\n职权名称,职权编码,职权类别\n留样,Q-1,行政许可\n"))
	same(t, "kind", one.Plan.Tables[0].Kind, KindPowers)
	one = jobs.mapped(t, ctx, one.ID, Answers{Tables: []TableAnswer{{Number: 1, Kind: KindRegister}}})
	same(t, "kind", one.Plan.Tables[0].Kind, KindRegister)
	same(t, "label", one.Plan.Tables[0].Facts[0].Field, string(fLeaderOwner))
	one = jobs.mapped(t, ctx, one.ID, Answers{Tables: []TableAnswer{{Number: 1, Kind: KindPowers}}})
	same(t, "kind", one.Plan.Tables[0].Kind, KindPowers)
	same(t, "powers", figures(one.Plan)[ObjectPower], "1/0/0")
}

func TestAFullAccountStillMapsAndWritesItsPlans(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	jobs, ctx := b.newJobs(), testkit.System()
	var one *Job
	for range mostJobs {
		one = jobs.planned(t, ctx, "编码,名称\n1,甲\n")
	}
	one = jobs.mapped(t, ctx, one.ID, Answers{Accept: true})
	same(t, "state", one.State, Planned)
	testkit.Must(jobs.Commit(ctx, one.ID, false))(t)
	same(t, "state", jobs.wait(t, ctx, one.ID).State, Done)
}
