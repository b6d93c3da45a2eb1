package verify_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sineng/ent/auditentry"
	"sineng/ent/term"
	"sineng/server/audit/verify"
	"sineng/server/testkit"
)

func TestValuesThatAnOlderProgramLetThroughAreRepairedAndLogged(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		risk, other := w.East.Risks[0].ID, w.West.Risks[0].ID
		outside := func() (out []string) {
			t.Helper()
			for _, f := range db.Verify(t, verify.Enumerations()).Findings {
				if f.Reason == verify.ReasonOutside {
					out = append(out, fmt.Sprintf("%s %d %s", f.Object.Type, f.Object.ID, strings.Fields(f.EN)[0]))
				}
			}
			slices.Sort(out)
			return out
		}
		for statement, id := range map[string]int64{
			"UPDATE risk_points SET found_by = '[\"Self\", \"ＬＥＡＤＥＲ \"]' WHERE id = ?": risk,
			"UPDATE risk_points SET found_by = '[\"nobody\"]' WHERE id = ?":            other,
			"UPDATE units SET kind = 'bureau' WHERE id = ?":                            w.East.Unit.ID,
			"UPDATE powers SET discretion = ' Wide' WHERE id = ?":                      w.East.Powers[0].ID,
		} {
			if _, err := db.Client.ExecContext(ctx, statement, id); err != nil {
				t.Fatal(err)
			}
		}
		if n := len(outside()); n != 4 {
			t.Fatalf("%d rows are outside, want 4", n)
		}
		if err := verify.RepairEnumerations(ctx, db.Store); err != nil {
			t.Fatal(err)
		}
		if got, want := outside(), []string{fmt.Sprintf("RiskPoint %d found_by", other)}; !slices.Equal(got, want) {
			t.Errorf("what stays is %v, want %v", got, want)
		}
		if got := db.Client.RiskPoint.GetX(ctx, risk).FoundBy; !slices.Equal(got, []term.FoundBy{"SELF", "LEADER"}) {
			t.Errorf("the list became %q", got)
		}
		if got := db.Client.Power.GetX(ctx, w.East.Powers[0].ID).Discretion; got != term.DiscretionWide {
			t.Errorf("the discretion became %q", got)
		}
		db.Sequence(t)
		entries := db.Client.AuditEntry.Query().Where(auditentry.ActionEQ(term.AuditActionCarryOver)).AllX(ctx)
		if len(entries) != 3 {
			t.Errorf("%d entries tell of it, want 3", len(entries))
		}
		if err := verify.RepairEnumerations(ctx, db.Store); err != nil {
			t.Fatal(err)
		}
		db.Sequence(t)
		if n := db.Client.AuditEntry.Query().Where(auditentry.ActionEQ(term.AuditActionCarryOver)).CountX(ctx); n != 3 {
			t.Errorf("repaired again, %d entries", n)
		}
		// Nothing else is found of the rows that were repaired.
		for _, f := range db.Verify(t, verify.Enumerations()).Findings {
			if f.Object == nil || f.Object.ID != other {
				t.Errorf("a verification tells of %+v", f)
			}
		}
	})
}
