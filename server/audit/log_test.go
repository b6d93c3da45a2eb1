package audit_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/testkit"
)

// newest is the last entry of the log.
func newest(t testing.TB, db *testkit.DB, f audit.Filter) *audit.Record {
	t.Helper()
	db.Sequence(t)
	return testkit.Must(db.Audit.Entries(testkit.As(term.RoleAuditor, nil), f, store.Page{First: 1}))(t).Rows[0]
}

func TestAnEntrySaysWhoDidWhatOnWhoseAuthorityAndWhatChanged(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		u := w.East.City
		ctx := audit.WithOrigin(testkit.AsPerson(term.RolePrincipalLeader, w.East.Unit, w.East.People[0]),
			audit.Origin{Request: "R1", Address: "192.0.2.7", Operation: "renameUnit"})
		testkit.Must(db.Org.UpdateUnit(ctx, org.UpdateUnit{ID: u.ID, ExpectedVersion: u.Version, Code: u.Code, Name: "东海市局", Kind: u.Kind}))(t)
		e := newest(t, db, audit.Filter{ObjectID: &u.ID})
		if e.Action != term.AuditActionUpdateUnit || e.Actor.Kind != audit.ActorAccount || e.Actor.Person != w.East.People[0].ID || e.Request != "R1" ||
			e.Operation != "renameUnit" || e.Object.ID != u.ID || e.Object.Type != "Unit" || e.Unit != u.ID {
			t.Errorf("the entry says %s", e.Body)
		}
		if a := e.Authority; a == nil || a.Right != authz.EditOrganisation || a.Role != term.RolePrincipalLeader || a.Unit != w.East.Unit.ID {
			t.Errorf("the authority is %+v", e.Authority)
		}
		if len(e.Details) != 1 || e.Details[0].Name != "address" || *e.Details[0].Text != "192.0.2.7" {
			t.Errorf("the details are %+v", e.Details)
		}
		if strings.Contains(e.Body, "东海") || strings.Contains(e.Body, "192.0.2.7") {
			t.Errorf("the body holds texts: %s", e.Body)
		}
		found := false
		for _, c := range e.Changes[0].Columns {
			if c.Name == "name" {
				found = c.Old != nil && *c.Old == "东市局" && c.New != nil && *c.New == "东海市局"
			}
		}
		if !found {
			t.Errorf("the change is %+v", e.Changes)
		}
	})
}

func TestFault40WithoutItsEntryNothingIsWritten(t *testing.T) {
	testkit.OwnDatabases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		u := w.East.City
		if _, err := db.Raw.Client.ExecContext(testkit.System(), "ALTER TABLE audit_inbox RENAME TO audit_inbox_away"); err != nil {
			t.Fatal(err)
		}
		_, err := db.Org.UpdateUnit(testkit.System(), org.UpdateUnit{ID: u.ID, ExpectedVersion: u.Version, Code: u.Code, Name: "东海市局", Kind: u.Kind})
		if err == nil || !strings.Contains(err.Error(), "audit_inbox") {
			t.Errorf("without a log the write ended with %v", err)
		}
		if now := db.Client.Unit.GetX(testkit.System(), u.ID); now.Name != u.Name || now.Version != u.Version {
			t.Errorf("the unit is now %v", now)
		}
	})
}

func TestAChangeThatTellsNoEntryIsNotCommitted(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := testkit.System()
		for what, write := range map[string]func(ctx context.Context, tx *ent.Tx) error{
			"an update": func(ctx context.Context, tx *ent.Tx) error {
				return tx.Unit.UpdateOneID(w.East.Unit.ID).SetName("x").Exec(ctx)
			},
			"an update by a condition": func(ctx context.Context, tx *ent.Tx) error { return tx.Unit.Update().SetName("x").Exec(ctx) },
			"a deletion": func(ctx context.Context, tx *ent.Tx) error {
				return tx.Duty.DeleteOne(tx.Duty.Query().FirstX(ctx)).Exec(ctx)
			},
			"a link": func(ctx context.Context, tx *ent.Tx) error {
				return tx.Power.UpdateOneID(w.East.Powers[0].ID).AddExercisingPostIDs(w.East.Posts[1].ID).Exec(ctx)
			},
		} {
			if err := store.WithTx(ctx, db.Store, write); !errors.Is(err, store.ErrUnlogged) {
				t.Errorf("%s was answered %v", what, err)
			}
		}
		if err := db.Client.Unit.UpdateOneID(w.East.Unit.ID).SetName("x").Exec(ctx); !errors.Is(err, store.ErrUnlogged) {
			t.Errorf("outside a transaction an update was answered %v", err)
		}
		if r := db.Verify(t); r.Total > 0 {
			t.Errorf("afterwards: %+v", r.Findings)
		}
	})
}

func TestTheLogIsForItsAuditors(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	db.Sign(t)
	page := store.Page{First: 100}
	for _, role := range []term.Role{term.RolePrincipalLeader, term.RoleLeadingGroup, term.RoleInspector, term.RoleSystemAdmin, term.RoleSecurityAdmin} {
		if _, err := db.Audit.Entries(testkit.As(role, nil), audit.Filter{}, page); !fault.Is(err, fault.Forbidden) {
			t.Errorf("%s reading the log is answered %v", role, err)
		}
		if got, err := db.Audit.ByID(testkit.As(role, nil), []int64{tlog.EntryID(0)}); err != nil || len(got) > 0 {
			t.Errorf("%s fetches an entry: %v, %v", role, got, err)
		}
	}
	east := testkit.As(term.RoleAuditor, w.East.Unit)
	got := testkit.Must(db.Audit.Entries(east, audit.Filter{}, page))(t)
	units := map[int64]bool{w.East.Unit.ID: true, w.East.City.ID: true, w.East.Department.ID: true}
	for _, e := range got.Rows {
		if !units[e.Unit] {
			t.Errorf("East's auditor sees an entry of unit %d", e.Unit)
		}
	}
	if n := testkit.Must(got.Count(east))(t); len(got.Rows) == 0 || n != len(got.Rows) {
		t.Errorf("East's auditor sees %d entries with a total of %d", len(got.Rows), n)
	}
	if _, err := db.Verification.Start(east); !fault.Is(err, fault.Forbidden) {
		t.Errorf("an auditor of one unit verifies all: %v", err)
	}
}

func TestAServerDoesNotContinueAnOlderLogUntilItsLossIsOnRecord(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := context.Background()
		testkit.NewWorld(t, db)
		db.Sign(t)
		testkit.NewProvince(t, db, "N", "北")
		lost := db.Sign(t)
		// What a restored older backup lacks.
		client := db.Raw.Client
		size := lost.Size - 5
		client.AuditEntry.Delete().Where(func(s *sql.Selector) { s.Where(sql.GTE("id", tlog.EntryID(size))) }).ExecX(testkit.System())
		client.AuditText.Delete().Where(func(s *sql.Selector) { s.Where(sql.GTE("id", tlog.EntryID(size))) }).ExecX(testkit.System())
		client.AuditTouch.Delete().Where(func(s *sql.Selector) { s.Where(sql.GTE("entry_id", tlog.EntryID(size))) }).ExecX(testkit.System())
		client.AuditCheckpoint.Delete().Where(func(s *sql.Selector) { s.Where(sql.GTE("size", lost.Size)) }).ExecX(testkit.System())
		if err := db.Log.Continues(ctx); !errors.Is(err, tlog.ErrForked) {
			t.Fatalf("the log is said to continue: %v", err)
		}
		if _, err := db.Log.Checkpoint(ctx); !errors.Is(err, tlog.ErrForked) {
			t.Fatalf("the log was signed: %v", err)
		}
		if n, err := db.Audit.AcceptLoss(ctx, "恢复了昨日的备份"); err != nil || n != 1 {
			t.Fatalf("%d checkpoints are lost: %v", n, err)
		}
		if err := db.Log.Continues(ctx); err != nil {
			t.Errorf("after the loss is on record: %v", err)
		}
		r := db.Verify(t)
		if len(r.Accepted) != 1 || r.Has("LOG_CUT") || r.Has("LOG_REWRITTEN") {
			t.Errorf("found %+v, accepted %+v", r.Findings, r.Accepted)
		}
		if _, err := db.Audit.AcceptLoss(ctx, "again"); !fault.Is(err, fault.InvalidTransition) {
			t.Errorf("a second time: %v", err)
		}
	})
}

func TestADatabaseOlderThanItsLogGetsABaseline(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		testkit.NewWorld(t, db)
		db.Raw.Client.AuditInbox.Delete().ExecX(testkit.System()) // like a database from before the log
		if r := db.Verify(t); !r.Has("ROW_ADDED") {
			t.Errorf("without a log nothing is found")
		}
		for range 2 {
			if err := audit.Baseline(context.Background(), db.Store); err != nil {
				t.Fatal(err)
			}
		}
		db.Sign(t)
		if r := db.Verify(t); r.Total > 0 || r.Rows == 0 {
			t.Errorf("with the baseline: %+v", r.Findings)
		}
	})
}
