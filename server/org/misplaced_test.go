package org_test

import (
	"context"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/org"
	"sineng/server/pending"
	"sineng/server/store"
	"sineng/server/testkit"
)

// An act of the whole system stands on no unit; one whose levels somebody set by hand is found.
func TestAnActOfTheWholeSystemIsNotMisplaced(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		a := testkit.Must(store.WithValue(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) (*ent.PendingAct, error) {
			return pending.BeginAsked(ctx, db.Store, tx, pending.Act{Kind: term.ActKindGrantRole, Right: authz.ConfirmGrants})
		}))(t)
		if found := testkit.Must(org.FindMisplaced(testkit.System(), db.Client))(t); len(found) != 0 {
			t.Errorf("found %v", found)
		}
		testkit.Must(db.Raw.Client.ExecContext(testkit.System(), "UPDATE pending_acts SET l1 = 7 WHERE id = ?", a.ID))(t)
		if found := testkit.Must(org.FindMisplaced(testkit.System(), db.Client))(t); len(found) != 1 || found[0].ID != a.ID {
			t.Errorf("with a level of its own: %v", found)
		}
	})
}
