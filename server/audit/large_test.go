package audit_test

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/register"
	"sineng/server/tally"
	"sineng/server/testkit"
)

// TestTheLogOfALargeRegister measures the baseline of the log of SINENG_BENCH_ROWS risk points
// with as many assessments and measures, sequencing it and verifying it: time and the greatest
// resident memory of each.
func TestTheLogOfALargeRegister(t *testing.T) {
	rows, err := strconv.Atoi(os.Getenv("SINENG_BENCH_ROWS"))
	if err != nil {
		t.Skip("a measurement: SINENG_BENCH_ROWS is not set")
	}
	testkit.OwnDatabases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx, services := testkit.System(), register.New(db.Raw, register.DefaultRecipe)
		const portion = 500
		for done := 0; done < rows; done += portion {
			risks, measures := make([]register.RecordRiskPoint, portion), make([]register.RecordMeasure, portion)
			for i := range risks {
				risks[i] = register.RecordRiskPoint{UnitID: w.East.City.ID, Details: register.RiskDetails{Title: fmt.Sprint("风险", done+i), RiskTypes: []term.RiskType{term.RiskTypeDuty},
					Manifestation: "在审批中收受好处,超期办理", FoundBy: []term.FoundBy{term.FoundBySelf}, ExposedPersonIds: []int64{w.East.People[i%2].ID}},
					Assessment: &register.GradeInputs{Likelihood: 1 + i%5, Severity: 2, Consequence: term.ConsequenceKindMinor}, Reason: "日常自查"}
			}
			made := testkit.Must(services.RecordRiskPoints(ctx, risks))(t)
			for i, r := range made {
				measures[i] = register.RecordMeasure{UnitID: r.UnitID, Details: register.MeasureDetails{Content: fmt.Sprint("措施", done+i), Kind: term.MeasureKindRule,
					Mechanism: term.MechanismEarlyWarning, Scope: term.MeasureScopeGeneral, RiskPointIds: []int64{r.ID}}}
			}
			testkit.Must(services.RecordMeasures(ctx, measures))(t)
		}
		testkit.Must(tally.Fold(ctx, db.Raw))(t)
		for _, table := range []string{"audit_inbox", "audit_touches", "audit_texts", "audit_hashes", "audit_entries"} {
			if _, err := db.Raw.Client.ExecContext(ctx, "DELETE FROM "+table); err != nil {
				t.Fatal(err)
			}
		}
		step := func(name string, do func()) {
			_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o600) // the peak begins anew
			began := time.Now()
			do()
			status, _ := os.ReadFile("/proc/self/status")
			fmt.Printf("MEASURED %s rows=%d %s took=%s peak=%s kB\n", t.Name(), 3*rows, name, time.Since(began).Round(time.Millisecond),
				regexp.MustCompile(`VmHWM:\s*(\d+)`).FindSubmatch(status)[1])
		}
		step("baseline", func() {
			if err := audit.Baseline(context.Background(), db.Store); err != nil {
				t.Fatal(err)
			}
		})
		step("sequence", func() { testkit.Must(audit.Sequence(context.Background(), db.Store))(t) })
		step("verify", func() {
			if r := db.Verify(t); r.Total > 0 {
				t.Errorf("verified: %d findings, %+v", r.Total, r.Findings[0])
			}
		})
	})
}
