package exchange

import (
	"slices"
	"testing"

	"sineng/ent"
	"sineng/ent/processstep"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/testkit"
)

// TestTheProcessOfAPowerIsMadeOfTheStepsThatARegisterNames reads a register whose power and steps
// are not there yet.
func TestTheProcessOfAPowerIsMadeOfTheStepsThatARegisterNames(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		b := based(t, db)
		plan, err := b.underBureau("b09_flow.xlsx")
		check(t, err)
		same(t, "power", figures(plan)[ObjectPower], "1/0/0")
		same(t, "process", figures(plan)[ObjectProcess], "1/0/0")
		var named []string
		for _, n := range plan.New {
			named = append(named, string(n.Object))
		}
		same(t, "named before the commit", named, []string{"PERSON", "POWER", "PROCESS"})

		ctx := testkit.System()
		of := db.Client.Process.Query().WithPower().WithSteps(func(q *ent.ProcessStepQuery) { q.Order(processstep.BySortOrder()) }).WithStepEdges().OnlyX(ctx)
		same(t, "power", of.Edges.Power.Code, "XK-01")
		var steps []string
		for i, s := range of.Edges.Steps {
			steps = append(steps, s.Name+" "+string(s.Kind))
			r := db.Client.RiskPoint.Query().Where(riskpoint.StepID(s.ID)).OnlyX(ctx)
			same(t, "power of the risk point", *r.PowerID, of.Edges.Power.ID)
			if i > 0 && (of.Edges.StepEdges[i-1].FromStepID != of.Edges.Steps[i-1].ID || of.Edges.StepEdges[i-1].ToStepID != s.ID) {
				t.Errorf("edge %d leads from %d to %d", i, of.Edges.StepEdges[i-1].FromStepID, of.Edges.StepEdges[i-1].ToStepID)
			}
		}
		same(t, "steps", steps, []string{"受理 ACCEPT", "审查 REVIEW", "决定办结 DECIDE"})
		same(t, "edges", len(of.Edges.StepEdges), 2)

		plan, err = b.underBureau("b09_flow.xlsx")
		check(t, err)
		for _, o := range []Object{ObjectPower, ObjectProcess, ObjectRiskPoint} {
			if f := plan.Figures[slices.Index(Objects, o)]; f.Created+f.Changed > 0 {
				t.Errorf("again: %+v", f)
			}
		}
	})
}

// TestAStepThatAProcessLacksIsRefused: a process that is there is changed where processes are kept.
func TestAStepThatAProcessLacksIsRefused(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		b := newBench(t, db)
		w := testkit.NewWorld(t, db)
		head := testkit.As(term.RoleDeptHead, w.East.Department)
		const heading = "单位,职权编码,职权,流程环节,风险点,风险类别,风险等级\n"
		b.commit(head, text(t, heading+"东许可科,P-9,采砂许可,受理,挑选件,岗位职责,低\n东许可科,P-9,采砂许可,决定,人情件,岗位职责,高\n"), Options{})
		plan, err := b.Commit(head, text(t, heading+"东许可科,P-9,采砂许可,送达,压件,岗位职责,低\n"), Options{})
		wantReason(t, err, ReasonBadRows)
		same(t, "problems", problemsOf(plan), []string{"2 流程环节 UNKNOWN_STEP"})
		same(t, "steps", db.Client.ProcessStep.Query().Where(processstep.NameIn("受理", "决定", "送达")).CountX(testkit.System()), 2)
	})
}
