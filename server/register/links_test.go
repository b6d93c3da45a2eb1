package register_test

import (
	"testing"

	"sineng/ent/measure"
	"sineng/ent/term"
	"sineng/server/register"
	"sineng/server/testkit"
)

func TestRevisingAMeasureKeepsTheLinksThatTheReviserDoesNotSee(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		m, own := w.East.Measures[2], w.East.Risks[2]
		db.Raw.Client.Measure.UpdateOne(m).AddRiskPointIDs(w.West.Risks[2].ID).SaveX(testkit.System())
		other := testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{
			UnitID: w.East.Department.ID, Details: testkit.RiskDetails("另一"), Assessment: &testkit.Minor}))(t)
		head := testkit.As(term.RoleDeptHead, w.East.Department)
		testkit.Must(db.Register.ReviseMeasure(head, register.ReviseMeasure{ID: m.ID, ExpectedVersion: m.Version, Details: register.MeasureDetails{
			Content: "三人复核", Kind: m.Kind, Mechanism: m.Mechanism, Scope: m.Scope, RiskPointIds: []int64{other.ID}}}))(t)
		linked := map[int64]bool{}
		for _, id := range db.Client.Measure.Query().Where(measure.ID(m.ID)).QueryRiskPoints().IDsX(testkit.System()) {
			linked[id] = true
		}
		if linked[own.ID] || !linked[other.ID] || !linked[w.West.Risks[2].ID] || len(linked) != 2 {
			t.Errorf("the measure guards %v; the seen link was to change and the hidden one to stay", linked)
		}
	})
}
