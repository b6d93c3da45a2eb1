package testkit

import (
	"context"
	"testing"

	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/audit/verify"
)

// Sequence gives the pending entries their places in the log.
func (db *DB) Sequence(t testing.TB) int {
	t.Helper()
	return Must(audit.Sequence(context.Background(), db.Store))(t)
}

// Sign sequences the entries and signs the log.
func (db *DB) Sign(t testing.TB) *tlog.Checkpoint {
	t.Helper()
	db.Sequence(t)
	return Must(db.Log.Checkpoint(context.Background()))(t)
}

// Verify compares the log and the rows.
func (db *DB) Verify(t testing.TB, checks ...verify.Check) *verify.Report {
	t.Helper()
	o := verify.Options{Dir: db.LogDir, Verifier: db.Log.Key().Verifier(), Checks: checks}
	return Must(verify.Run(context.Background(), db.Store, o))(t)
}
