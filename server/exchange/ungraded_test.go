package exchange

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/testkit"
)

// A file that says nothing of grades records none: C is decided nowhere by a missing column.
func TestARegisterWithoutGradesIsRecordedUngraded(t *testing.T) {
	onEach(t, func(t *testing.T, b *bench) {
		file := text(t, "单位,风险点,风险类别,表现情形\n甲局,公车,岗位职责,私用\n")
		b.commit(testkit.System(), file, Options{})
		r := b.risk("公车")
		if r.Likelihood != nil || r.Severity != nil || r.Consequence != nil || r.ProposedGrade != term.Ungraded || r.Grade != term.Ungraded || r.PaperGrade != nil {
			t.Errorf("got %+v", r)
		}
		if a := r.Edges.Assessments; len(a) != 1 || a[0].Kind != term.AssessmentKindRecording || a[0].Likelihood != nil {
			t.Errorf("the history is %v", a)
		}
		same(t, "again", figures(b.commit(testkit.System(), file, Options{}))[ObjectRiskPoint], "0/0/1")

		graded := text(t, "单位,风险点,风险类别,表现情形,风险等级\n甲局,公车,岗位职责,私用,中\n")
		same(t, "with a grade", figures(b.commit(testkit.System(), graded, Options{}))[ObjectRiskPoint], "0/1/0")
		if r = b.risk("公车"); r.ProposedGrade != term.GradeB || *r.Likelihood != 3 || *r.PaperGrade != term.GradeB || len(r.Edges.Assessments) != 2 {
			t.Errorf("assessed by a later file it is %+v", r)
		}
		same(t, "with a grade again", figures(b.commit(testkit.System(), graded, Options{}))[ObjectRiskPoint], "0/0/1")
		same(t, "without one again", figures(b.commit(testkit.System(), file, Options{}))[ObjectRiskPoint], "0/0/1")
	})
}
