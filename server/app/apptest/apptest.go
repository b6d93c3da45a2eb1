// Package apptest builds the whole program on a database of tests.
package apptest

import (
	"testing"

	"sineng/server/app"
	"sineng/server/testkit"
)

// New builds the services on a database, which tests may change before.
func New(t testing.TB, db *testkit.DB, change ...func(*app.Options)) *app.App {
	t.Helper()
	o := app.Options{Store: db.Store, Accounts: db.Accounts, Log: db.Log, Files: db.Files, Uploads: t.TempDir()}
	for _, c := range change {
		c(&o)
	}
	a, err := app.New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}
