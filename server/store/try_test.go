package store_test

import (
	"context"
	"errors"
	"testing"

	"sineng/ent"
	"sineng/server/store"
	"sineng/server/testkit"
)

func TestWhatIsTriedInVainIsUndoneAndTheRestGoesOn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		change := func(ctx context.Context, tx *ent.Tx, u *ent.Unit) {
			tx.Unit.UpdateOneID(u.ID).SetSortOrder(9).ExecX(ctx)
		}
		failed := errors.New("in vain")
		var noted []int64
		err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) error {
			noted = nil
			change(ctx, tx, w.East.Unit)
			if err := store.Try(ctx, func(ctx context.Context) error {
				change(ctx, tx, w.East.City)
				if err := store.Try(ctx, func(ctx context.Context) error { change(ctx, tx, w.West.Unit); return nil }); err != nil {
					return err
				}
				store.TakeChanges(ctx)
				return failed
			}); !errors.Is(err, failed) {
				t.Errorf("the failure is %v", err)
			}
			if err := store.Try(ctx, func(ctx context.Context) error { change(ctx, tx, w.West.City); return nil }); err != nil {
				return err
			}
			for _, c := range store.TakeChanges(ctx) {
				noted = append(noted, c.ID)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(noted) != 2 || noted[0] != w.East.Unit.ID || noted[1] != w.West.City.ID {
			t.Errorf("the log gets %v, want what was not rolled back", noted)
		}
		for u, want := range map[*ent.Unit]int{w.East.Unit: 9, w.East.City: 0, w.West.Unit: 0, w.West.City: 9} {
			if got := db.Client.Unit.GetX(testkit.System(), u.ID).SortOrder; got != want {
				t.Errorf("%s has the order %d, want %d", u.Name, got, want)
			}
		}
		if err := store.Try(testkit.System(), func(context.Context) error { return nil }); err == nil {
			t.Error("something is tried outside a transaction")
		}
	})
}
