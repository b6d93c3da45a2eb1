package exchange

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"sineng/ent/measure"
	"sineng/ent/term"
	"sineng/server/exchange/sheet"
	"sineng/server/register"
	"sineng/server/testkit"
)

// graded decides the grade of a risk point as the program.
func (b *bench) graded(title string, g term.Grade) {
	b.t.Helper()
	r := b.risk(title)
	testkit.Must(b.db.Register.DecideGrade(testkit.System(), register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: g, Reason: "研究决定"}))(b.t)
}

func TestALeaderInChargeDecidesNoGradeByAnImport(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		leader := testkit.As(term.RoleLeaderInCharge, w.East.City)
		const heading = "单位,风险点,风险类别,自评等级,审定等级\n"
		plan := b.commit(leader, text(t, heading+"东许可科,公车,岗位职责,B,B\n"), Options{})
		r := b.risk("公车")
		if r.Grade != term.Ungraded || r.Status != term.RiskStatusProposed || r.ProposedGrade != term.GradeB || *r.PaperGrade != term.GradeB {
			t.Errorf("a leader's own proposal was decided by an import: %+v", r)
		}
		same(t, "told", remarksOf(plan), []string{"2 审定等级 GRADE_NOT_WRITTEN"})
		same(t, "counted", plan.Figures[slices.Index(Objects, ObjectRiskPoint)], Figure{Object: ObjectRiskPoint, Created: 1, Unwritten: 1})

		b.graded("公车", term.GradeB)
		before := b.risk("公车")
		plan = b.commit(leader, text(t, heading+"东许可科,公车,岗位职责,,C\n"), Options{})
		if r = b.risk("公车"); r.Grade != term.GradeB || r.ProposedGrade != before.ProposedGrade || r.Version != before.Version || len(r.Edges.Assessments) != len(before.Edges.Assessments) {
			t.Errorf("a decided grade was lowered by an import: %+v", r)
		}
		same(t, "told", remarksOf(plan), []string{"2 审定等级 GRADE_NOT_WRITTEN"})
		same(t, "nothing written", figures(plan)[ObjectRiskPoint], "0/0/1")
	})
}

func TestAHeadMovesNoMeasureOnByAnImport(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		w := testkit.NewWorld(t, b.db)
		head := testkit.As(term.RoleDeptHead, w.East.Department)
		const heading = "单位,风险点,风险类别,风险等级,防控措施,状态\n"
		file := text(t, heading+"东许可科,公车,岗位职责,低,登记,有效\n东许可科,印章,岗位职责,低,双锁,\n")
		for _, want := range []string{"2/0/0", "0/0/2"} {
			plan := b.commit(head, file, Options{})
			same(t, "measures", figures(plan)[ObjectMeasure], want)
			same(t, "told", remarksOf(plan), []string{"2 风险等级 GRADE_NOT_WRITTEN", "2 状态 STATE_NOT_WRITTEN", "3 风险等级 GRADE_NOT_WRITTEN"})
			same(t, "counted", plan.Figures[slices.Index(Objects, ObjectMeasure)].Unwritten, 1)
			if n := b.db.Client.Measure.Query().Where(measure.StatusNEQ(term.MeasureStatusDrafted), measure.ContentIn("登记", "双锁")).CountX(testkit.System()); n > 0 || b.risk("公车").Controlled {
				t.Errorf("%d measures were moved on by an import", n)
			}
		}
	})
}

func TestTheProgramItselfDecidesNothingByAnImport(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		b.commit(testkit.System(), text(t, "单位,风险点,风险类别,审定等级,防控措施,状态\n甲局,公车,岗位职责,A,登记,有效\n"), Options{})
		if r := b.risk("公车"); r.Grade != term.Ungraded || r.Edges.Measures[0].Status != term.MeasureStatusDrafted || *r.PaperGrade != term.GradeA {
			t.Errorf("got %+v", r)
		}
	})
}

func TestWhatIsNotWrittenStandsInTheWorkbookInBothLanguages(t *testing.T) {
	b := newBench(t, testkit.SQLite(t))
	plan, err := b.Plan(testkit.System(), text(t, "单位,风险点,风险类别,审定等级\n甲局,公车,岗位职责,A\n甲局,,岗位职责,A\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[string]string{"zh": "未写入的内容", "en": "Not written"} {
		var out bytes.Buffer
		if err := plan.WriteProblems(&out, lang); err != nil {
			t.Fatal(err)
		}
		book, err := sheet.Read(context.Background(), out.Bytes(), "问题.xlsx", sheet.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		last := book.Tables[len(book.Tables)-1]
		if len(book.Tables) != 2 || last.Name != want || last.Rows[1].Cell(1).Text != "2" || last.Rows[1].Cell(4).Text != plan.Remarks[0].Wanted(lang) {
			t.Errorf("%s: %+v", lang, last)
		}
	}
}
