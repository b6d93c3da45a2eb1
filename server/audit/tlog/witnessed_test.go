package tlog_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/store"
	"sineng/server/testkit"
)

// Whatever is done to the row by hand, the witness neither signs a fork of what it signed nor forgets
// how far it went; a verification finds it, and the log tells when the row was put back.
func TestFault39AWitnessForgetsNothingThatIsTakenFromTheDatabase(t *testing.T) {
	ctx := context.Background()
	for name, tamper := range map[string]struct{ found, statement string }{
		"deleted":         {"WITNESSED_MISSING", "DELETE FROM witnessed_logs"},
		"lowered by hand": {"ROW_FORGED", "UPDATE witnessed_logs SET size = 1, note = (SELECT note FROM old)"},
		"restored whole": {"WITNESSED_LOWERED",
			"UPDATE witnessed_logs SET size = (SELECT size FROM old), note = (SELECT note FROM old), at = (SELECT at FROM old), seal = (SELECT seal FROM old)"},
	} {
		t.Run(name, func(t *testing.T) {
			db := testkit.SQLite(t)
			l := newOtherLog(t, "log.example/kept", 1).grow("a")
			c := testkit.Must(tlog.NewCosigner(db.Store, db.LogDir, l.public, audit.WitnessRecord(db.Store)))(t)
			fork := newOtherLog(t, "log.example/kept", 0).grow("a", "x", "y")
			fork.keys = l.keys
			testkit.Must(c.Add(ctx, request(0, nil, l.checkpoint(0))))(t)
			do := func(statement string) {
				t.Helper()
				if _, err := db.Client.ExecContext(testkit.System(), statement); err != nil {
					t.Fatal(err)
				}
			}
			do("CREATE TABLE old AS SELECT * FROM witnessed_logs")
			l.grow("b", "c")
			testkit.Must(c.Add(ctx, request(1, l.prove(1), l.checkpoint(0))))(t)
			do(tamper.statement)
			do("DROP TABLE old")
			if r := db.Verify(t); !r.Has(tamper.found) {
				t.Errorf("found %+v, want %s", r.Findings, tamper.found)
			}

			again := testkit.Must(tlog.NewCosigner(db.Store, db.LogDir, l.public, audit.WitnessRecord(db.Store)))(t)
			for _, old := range []int64{0, 1} {
				var seen tlog.SeenError
				if _, err := again.Add(ctx, request(old, nil, fork.checkpoint(0))); !errors.As(err, &seen) || seen.Size != 3 {
					t.Errorf("a fork from %d entries was answered %v", old, err)
				}
			}
			if _, err := again.Add(ctx, request(3, nil, fork.checkpoint(0))); !errors.Is(err, tlog.ErrOtherRoot) {
				t.Errorf("a fork of the same size was answered %v", err)
			}
			l.grow("d")
			testkit.Must(again.Add(ctx, request(3, l.prove(3), l.checkpoint(0))))(t)
			db.Sign(t)
			if r := db.Verify(t); r.Total > 0 {
				t.Errorf("after it went on: %+v", r.Findings)
			}
			entries := testkit.Must(db.Audit.Entries(testkit.As(term.RoleAuditor, nil), audit.Filter{Actions: []term.AuditAction{term.AuditActionRestoreWitnessed}}, store.Page{First: 10}))(t)
			if len(entries.Rows) != 1 {
				t.Errorf("the log tells %d times that the row was put back", len(entries.Rows))
			}
		})
	}
}

// The copies are older than the program, or were lost: they are made again from the rows. A copy that
// cannot be written lets no cosignature out.
func TestFault67ACopyOfWhatWasWitnessedIsMadeAgain(t *testing.T) {
	ctx := context.Background()
	db := testkit.SQLite(t)
	l := newOtherLog(t, "log.example/again", 1).grow("a", "b")
	c := testkit.Must(tlog.NewCosigner(db.Store, db.LogDir, l.public, audit.WitnessRecord(db.Store)))(t)
	testkit.Must(c.Add(ctx, request(0, nil, l.checkpoint(0))))(t)
	folder := filepath.Join(db.LogDir, "witnessed")
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	testkit.Must(tlog.NewCosigner(db.Store, db.LogDir, l.public, audit.WitnessRecord(db.Store)))(t)
	kept, bad, err := tlog.ReadWitnessed(db.LogDir)
	if err != nil || len(bad) > 0 || len(kept) != 1 || kept[0].Size != 2 {
		t.Fatalf("kept again: %v, %v, %v", kept, bad, err)
	}
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(folder, nil, 0o600); err != nil { // no folder can be made here
		t.Fatal(err)
	}
	l.grow("c")
	if lines, err := c.Add(ctx, request(2, l.prove(2), l.checkpoint(0))); err == nil {
		t.Errorf("cosigned without a copy: %q", lines)
	}
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	// The same request again, once there is room.
	testkit.Must(c.Add(ctx, request(2, l.prove(2), l.checkpoint(0))))(t)
	if r := db.Verify(t); r.Total > 0 {
		t.Errorf("found %+v", r.Findings)
	}
	if err := os.WriteFile(filepath.Join(folder, "x"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := db.Verify(t); !r.Has("WITNESSED_UNREADABLE") {
		t.Errorf("a file that holds no checkpoint: %+v", r.Findings)
	}
}
