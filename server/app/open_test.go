package app_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"sineng/ent/term"
	"sineng/server/app"
	"sineng/server/config"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/testkit"
)

// TestValuesOutsideTheirEnumerationAreRepairedAtTheFirstOpening changes a value past the program: it
// is put right when the database is opened for the first time, and left for verify afterwards.
func TestValuesOutsideTheirEnumerationAreRepairedAtTheFirstOpening(t *testing.T) {
	ctx := testkit.System()
	dir := t.TempDir()
	s := config.Settings{Database: "sqlite:" + filepath.Join(dir, "data.db")}
	opened := func(marked bool, do func(db *store.Store)) {
		t.Helper()
		if !marked {
			forgetMark(t, s, "enumerations.repaired")
		}
		db := testkit.Must(app.OpenStore(context.Background(), s))(t)
		do(db)
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	var id int64
	spoil := func(db *store.Store) {
		t.Helper()
		if _, err := db.Client.ExecContext(ctx, "UPDATE units SET kind = 'bureau' WHERE id = ?", id); err != nil {
			t.Fatal(err)
		}
	}
	opened(true, func(db *store.Store) {
		u := testkit.Must(org.New(db).CreateUnit(ctx, org.CreateUnit{Code: "A", Name: "局", Kind: term.UnitKindBureau}))(t)
		id = u.ID
		spoil(db)
	})
	opened(true, func(db *store.Store) {
		if kind := db.Client.Unit.GetX(ctx, id).Kind; kind != "bureau" {
			t.Errorf("opened again, the kind became %q", kind)
		}
	})
	opened(false, func(db *store.Store) {
		if kind := db.Client.Unit.GetX(ctx, id).Kind; kind != term.UnitKindBureau {
			t.Errorf("opened for the first time, the kind is %q", kind)
		}
	})
}

// forgetMark makes the next opening the first one of a program that carries something over.
func forgetMark(t *testing.T, s config.Settings, mark string) {
	t.Helper()
	if err := os.Remove(filepath.Join(s.LogFolder(), mark)); err != nil {
		t.Fatal(err)
	}
}
