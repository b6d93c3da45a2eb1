package testkit

import (
	"log/slog"
	"testing"

	"sineng/server/timer"
)

// Fire fires what is due of the handlers' kinds, and fails the test where something of it fails. Like
// a server that is started it looks at once whether a new day has begun.
func Fire(t testing.TB, db *DB, handlers ...timer.Handler) {
	t.Helper()
	due := timer.New(db.Store, slog.New(slog.DiscardHandler))
	due.Handle(handlers...)
	if _, err := due.Fire(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, row := range db.Client.DueItem.Query().AllX(System()) {
		if row.Attempts > 0 {
			t.Fatalf("%s of %d failed: %s", row.Kind, row.ObjectID, row.Failure)
		}
	}
}
