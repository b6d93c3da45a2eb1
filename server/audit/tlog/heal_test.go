package tlog_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/auditcheckpoint"
	"sineng/server/audit/tlog"
	"sineng/server/testkit"
)

// A full disk may stop the program between the two places of a checkpoint, in either order.
func TestFault67ACheckpointInOnePlaceIsPutIntoTheOther(t *testing.T) {
	db := testkit.SQLite(t)
	ctx := context.Background()
	testkit.NewProvince(t, db, "A", "甲")
	db.Sign(t)
	full := false
	db.Client.AuditCheckpoint.Use(func(next ent.Mutator) ent.Mutator {
		return ent.MutateFunc(func(ctx context.Context, m ent.Mutation) (ent.Value, error) {
			if full {
				return nil, errors.New("no room")
			}
			return next.Mutate(ctx, m)
		})
	})
	testkit.NewProvince(t, db, "B", "乙")
	db.Sequence(t)
	full = true
	if _, err := db.Log.Checkpoint(ctx); err == nil {
		t.Fatal("a checkpoint was signed on a full disk")
	}
	full = false
	testkit.NewProvince(t, db, "C", "丙")
	db.Sign(t)
	if r := db.Verify(t); r.Total > 0 {
		t.Errorf("a checkpoint that was kept in the folder alone: %+v", r.Findings)
	}

	path := filepath.Join(db.LogDir, tlog.CheckpointsFile)
	lines := strings.SplitAfter(string(testkit.Must(os.ReadFile(path))(t)), "\n")
	// The second is lost and the last one was cut off by a crash.
	if err := os.WriteFile(path, []byte(lines[0]+lines[2][:20]), 0o600); err != nil {
		t.Fatal(err)
	}
	again := testkit.Must(tlog.Open(db.Store, tlog.Options{Dir: db.LogDir}))(t)
	testkit.Must(again.Checkpoint(ctx))(t)
	if r := db.Verify(t); r.Total > 0 {
		t.Errorf("a checkpoint that was kept in the database alone: %+v", r.Findings)
	}
}

// A checkpoint of entries that the log no longer has is not put into the database, and the loss
// shows.
func TestFault67ALossIsStillTold(t *testing.T) {
	db := testkit.SQLite(t)
	ctx := context.Background()
	testkit.NewProvince(t, db, "A", "甲")
	first := db.Sign(t)
	testkit.NewProvince(t, db, "B", "乙")
	db.Sign(t)
	for statement, from := range map[string]int64{"DELETE FROM audit_entries WHERE id >= ?": tlog.EntryID(first.Size), "DELETE FROM audit_texts WHERE id >= ?": tlog.EntryID(first.Size),
		"DELETE FROM audit_touches WHERE entry_id >= ?": tlog.EntryID(first.Size), "DELETE FROM audit_checkpoints WHERE size > ?": first.Size} {
		if _, err := db.Client.ExecContext(testkit.System(), statement, from); err != nil {
			t.Fatal(err)
		}
	}
	again := testkit.Must(tlog.Open(db.Store, tlog.Options{Dir: db.LogDir}))(t)
	if _, err := again.Checkpoint(ctx); !errors.Is(err, tlog.ErrForked) {
		t.Errorf("a log that was cut short was signed: %v", err)
	}
	if n := db.Client.AuditCheckpoint.Query().Where(sql.FieldGT(auditcheckpoint.FieldSize, first.Size)).CountX(testkit.System()); n != 0 {
		t.Errorf("%d checkpoints of lost entries were put into the database", n)
	}
	if r := db.Verify(t); !r.Has("LOG_CUT") {
		t.Errorf("found %+v, want LOG_CUT", r.Findings)
	}
}
