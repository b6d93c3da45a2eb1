package audit_test

import (
	"context"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"sineng/server/audit"
	"sineng/server/testkit"
)

func open(t testing.TB, db *testkit.DB) (*audit.Log, string) {
	t.Helper()
	dir := t.TempDir()
	return testkit.Must(audit.Open(db.Store, audit.Options{Dir: dir}))(t), dir
}

func verify(t testing.TB, db *testkit.DB, l *audit.Log, dir string) *audit.Report {
	t.Helper()
	verifier := testkit.Must(note.NewVerifier(l.Key().Public))(t)
	return testkit.Must(audit.Verify(context.Background(), db.Store, audit.VerifyOptions{Dir: dir, Verifier: verifier}))(t)
}

func TestAnUntouchedDatabaseVerifiesBeforeAndAfterItIsSequencedAndSigned(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		l, dir := open(t, db)
		testkit.NewWorld(t, db)
		clean := func(when string) *audit.Report {
			t.Helper()
			r := verify(t, db, l, dir)
			for _, f := range r.Findings {
				t.Errorf("%s: %s: %s", when, f.Reason, f.EN)
			}
			return r
		}
		if r := clean("waiting"); r.Pending == 0 || r.Rows == 0 {
			t.Errorf("before sequencing there are %+v", r)
		}
		n := testkit.Must(audit.Sequence(context.Background(), db.Store))(t)
		if r := clean("sequenced"); r.Entries != int64(n) || r.Pending != 0 {
			t.Errorf("after sequencing %d there are %+v", n, r)
		}
		testkit.Must(l.Checkpoint(context.Background()))(t)
		if r := clean("signed"); r.Checkpoints != 1 {
			t.Errorf("after signing there are %+v", r)
		}
		testkit.NewProvince(t, db, "N", "北")
		clean("written behind the checkpoint")
		testkit.Must(audit.Sequence(context.Background(), db.Store))(t)
		testkit.Must(l.Checkpoint(context.Background()))(t)
		clean("signed again")
	})
}
