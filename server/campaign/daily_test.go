package campaign_test

import (
	"testing"
	"time"

	"sineng/server/testkit"
)

// What was asked for is worked off each time, since a comparison that waits hides that another is asked for.
func TestFormsAreComparedWithTheOrganisationOnceADay(t *testing.T) {
	db := testkit.SQLite(t)
	w := newWorld(t, db)
	w.open(t)
	opened := db.Client.Job.Query().CountX(testkit.System())
	for day := range 3 {
		for range 4 { // every three hours from nine in the morning on
			testkit.Fire(t, db, w.service.Timers()...)
			w.work(t)
			if n := db.Client.Job.Query().CountX(testkit.System()) - opened; n != day+1 {
				t.Fatalf("%d comparisons by %s, want %d", n, db.Now(), day+1)
			}
			db.Clock.Forward(3 * time.Hour)
		}
		db.Clock.Forward(12 * time.Hour)
	}
}
