package separation_test

import (
	"context"
	"slices"
	"testing"

	"sineng/ent"
	"sineng/ent/auditentry"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/audit/verify"
	"sineng/server/separation"
	"sineng/server/store"
	"sineng/server/testkit"
)

// decide writes a decided B by one hand, as a path without the rule would.
func decide(t *testing.T, db *testkit.DB, r *ent.RiskPoint, as context.Context) {
	t.Helper()
	err := store.WithTx(as, db.Store, func(ctx context.Context, tx *ent.Tx) error {
		if err := tx.RiskPoint.UpdateOneID(r.ID).SetGrade(term.GradeB).Exec(viewer.System(ctx)); err != nil {
			return err
		}
		return audit.Append(ctx, db.Store, audit.Event{Action: term.AuditActionImport, Object: r.ID})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A breach that is older than its rule is listed apart and fails nothing; a later one is a
// finding.
func TestBreachesOlderThanTheirRuleAreListedApart(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	s := separation.New(db.Store)
	leader := testkit.As(term.RoleLeaderInCharge, w.East.Unit)
	check := func() (found, past []verify.Finding) {
		db.Sequence(t)
		r := testkit.Must(verify.Run(testkit.System(), db.Store, verify.Options{Dir: db.LogDir, Verifier: db.Log.Key().Verifier(), Checks: s.Checks(), Now: db.Now()}))(t)
		of := func(all []verify.Finding) (out []verify.Finding) {
			for _, f := range all {
				if f.Reason == "SEPARATION_"+string(separation.GradeByTwo) || f.Reason == "SEPARATION_"+string(separation.GradeByGroup) {
					out = append(out, f)
				}
			}
			return out
		}
		return of(r.Findings), of(r.Accepted)
	}
	decide(t, db, w.East.Risks[0], leader)
	if found, past := check(); len(found) != 0 || len(past) != 1 || past[0].Object.ID != w.East.Risks[0].ID || !past[0].Past {
		t.Errorf("before the rules hold: found %v, apart %v", found, past)
	}
	for range 2 {
		if err := s.Hold(t.Context()); err != nil {
			t.Fatal(err)
		}
		db.Sequence(t)
	}
	if n := db.Client.AuditEntry.Query().Where(auditentry.ActionEQ(term.AuditActionHoldSeparation)).CountX(testkit.System()); n != 1 {
		t.Errorf("%d entries say that the rules hold", n)
	}
	decide(t, db, w.East.Risks[1], leader)
	found, past := check()
	if len(found) != 1 || len(past) != 1 || found[0].Object.ID != w.East.Risks[1].ID || !slices.ContainsFunc(past, func(f verify.Finding) bool { return f.Object.ID == w.East.Risks[0].ID }) {
		t.Errorf("since the rules hold: found %v, apart %v", found, past)
	}
}
