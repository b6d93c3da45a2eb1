package verify_test

import (
	"context"
	"testing"

	"sineng/server/audit/verify"
	"sineng/server/store"
	"sineng/server/testkit"
)

func TestAnUntouchedDatabaseVerifiesBeforeAndAfterItIsSequencedAndSigned(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		testkit.NewWorld(t, db)
		clean := func(when string) *verify.Report {
			t.Helper()
			r := db.Verify(t)
			for _, f := range r.Findings {
				t.Errorf("%s: %s: %s", when, f.Reason, f.EN)
			}
			return r
		}
		if r := clean("waiting"); r.Pending == 0 || r.Rows == 0 {
			t.Errorf("before sequencing there are %+v", r)
		}
		n := db.Sequence(t)
		if r := clean("sequenced"); r.Entries != int64(n) || r.Pending != 0 {
			t.Errorf("after sequencing %d there are %+v", n, r)
		}
		testkit.Must(db.Log.Checkpoint(context.Background()))(t)
		if r := clean("signed"); r.Checkpoints != 1 {
			t.Errorf("after signing there are %+v", r)
		}
		testkit.NewProvince(t, db, "N", "北")
		clean("written behind the checkpoint")
		db.Sequence(t)
		testkit.Must(db.Log.Checkpoint(context.Background()))(t)
		clean("signed again")
	})
}

// What comes of an old state of a sealed row is said for each entity with seals, and for no other.
func TestWhatComesOfAnOldStateIsSaidOfEverySealedEntity(t *testing.T) {
	sealed := store.Sealed()
	for _, name := range sealed {
		if verify.OldStates[name] == "" {
			t.Errorf("nobody says what comes of an old state of a %s", name)
		}
	}
	if len(verify.OldStates) != len(sealed) {
		t.Errorf("%d entities bear seals, %d are listed", len(sealed), len(verify.OldStates))
	}
}
