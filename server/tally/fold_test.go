package tally_test

import (
	"context"
	"testing"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent"
	"sineng/ent/riskcountdelta"
	"sineng/server/audit"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/tally"
	"sineng/server/testkit"
)

// While somebody writes, what others have written is folded and gets its place in the log; what the
// writer holds is left for later.
func TestFollowersOfWritesWaitForNoWriter(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		if db.Dialect() == dialect.SQLite {
			t.Skip("one writes at a time")
		}
		w := testkit.NewWorld(t, db)
		sys := testkit.System()
		testkit.Must(tally.Fold(sys, db.Store))(t)
		testkit.Must(audit.Sequence(sys, db.Store))(t)
		record := func(ctx context.Context) error {
			_, err := db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: w.East.Department.ID, Details: testkit.RiskDetails("插队"), Assessment: &testkit.Crime})
			return err
		}
		for range 3 {
			if err := record(sys); err != nil {
				t.Fatal(err)
			}
		}
		held := db.Client.RiskCountDelta.Query().Order(ent.Asc(riskcountdelta.FieldID)).FirstX(sys)
		err := store.WithTx(sys, db.Store, func(ctx context.Context, tx *ent.Tx) error {
			if _, err := tx.ExecContext(ctx, "UPDATE risk_count_delta SET recorded_on = NULL WHERE id = ?", held.ID); err != nil {
				return err
			}
			if err := record(ctx); err != nil {
				return err
			}
			others, cancel := context.WithTimeout(sys, 10*time.Second)
			defer cancel()
			if n, err := tally.Fold(others, db.Store); n != 2 || err != nil {
				t.Errorf("beside a writer %d were folded: %v", n, err)
			}
			if n, err := audit.Sequence(others, db.Store); n != 3 || err != nil {
				t.Errorf("beside a writer %d got places: %v", n, err)
			}
			_, err := tx.ExecContext(ctx, "UPDATE risk_count_delta SET recorded_on = ? WHERE id = ?", held.RecordedOn, held.ID)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if n := testkit.Must(tally.Fold(sys, db.Store))(t); n != 2 {
			t.Errorf("%d were folded after the writer, want two", n)
		}
		wantExact(t, db)
	})
}
