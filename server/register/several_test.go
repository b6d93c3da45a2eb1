package register_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

// TestSeveralRowsAreRecordedLikeEachAlone records risk points and measures together: as many
// statements as for a few, an entry of the log for each, and exact counts.
func TestSeveralRowsAreRecordedLikeEachAlone(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		record := func(n int, name string) (statements int, risks []*ent.RiskPoint) {
			before := db.Statements.Inside()
			var in []register.RecordRiskPoint
			for i := range n {
				in = append(in, register.RecordRiskPoint{UnitID: []int64{w.East.Unit.ID, w.East.City.ID}[i%2], Details: register.RiskDetails{
					Title: fmt.Sprint(name, i), RiskTypes: []term.RiskType{term.RiskTypeDuty}, Manifestation: "表现", FoundBy: []term.FoundBy{term.FoundBySelf},
					ExposedPersonIds: []int64{w.East.People[i%2].ID}, DirectOwnerID: &w.East.People[0].ID},
					Assessment: &register.GradeInputs{Likelihood: 1 + i%5, Severity: 1, Consequence: term.ConsequenceKindMinor}})
			}
			risks = testkit.Must(db.Register.RecordRiskPoints(ctx, in))(t)
			var measures []register.RecordMeasure
			for i, r := range risks {
				measures = append(measures, register.RecordMeasure{UnitID: r.UnitID, Details: register.MeasureDetails{Content: fmt.Sprint("措施", i),
					Kind: term.MeasureKindRule, Mechanism: term.MechanismEarlyWarning, Scope: term.MeasureScopeGeneral, RiskPointIds: []int64{r.ID}}})
			}
			testkit.Must(db.Register.RecordMeasures(ctx, measures))(t)
			return db.Statements.Inside() - before, risks
		}
		few, _ := record(2, "少")
		many, risks := record(60, "多")
		if many != few {
			t.Errorf("%d statements for 2 of each, %d for 60", few, many)
		}
		db.Sequence(t)
		for i, r := range risks {
			if r.Title != fmt.Sprint("多", i) || r.ProposedGrade == term.Ungraded {
				t.Fatalf("number %d is %v", i, r)
			}
			entries := testkit.Must(db.Audit.Entries(testkit.As(term.RoleAuditor, nil), audit.Filter{ObjectID: &r.ID}, store.Page{First: 9}))(t).Rows
			if len(entries) != 1 || entries[0].Action != term.AuditActionRecordRiskPoint || entries[0].Object.ID != r.ID || len(entries[0].Changes) != 2 ||
				entries[0].Changes[0].Object.ID != r.ID || entries[0].Changes[1].Object.Type != "Assessment" {
				t.Fatalf("the log says of number %d: %+v", i, entries)
			}
			a := db.Client.Assessment.GetX(ctx, entries[0].Changes[1].Object.ID)
			if a.RiskPointID != r.ID || a.Grade != r.ProposedGrade || a.UnitID != r.UnitID || a.Levels() != r.Levels() {
				t.Fatalf("the assessment of number %d is %v", i, a)
			}
			if m := r.Unwrap().QueryMeasures().OnlyX(ctx); m.Content != fmt.Sprint("措施", i) {
				t.Fatalf("the measure of number %d is %v", i, m)
			}
		}
		if r := db.Verify(t); r.Total > 0 {
			t.Errorf("verified: %+v", r.Findings)
		}
		err := store.WithTx(ctx, db.Store, func(ctx context.Context, tx *ent.Tx) error {
			tx.Unit.UpdateOneID(w.East.Unit.ID).SetName("x").ExecX(ctx)
			return audit.AppendAll(ctx, db.Store, []audit.Event{{Action: term.AuditActionUpdateUnit, Rows: []int64{w.East.City.ID}}})
		})
		if !errors.Is(err, store.ErrUnlogged) {
			t.Errorf("a change that no entry tells of is answered %v", err)
		}
	})
}
