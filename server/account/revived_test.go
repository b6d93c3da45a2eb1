package account_test

import (
	"context"
	"testing"
	"time"

	"sineng/server/audit/verify"
	"sineng/server/testkit"
)

// A session's row that is put back into the database whole, with its seal, opens nothing once the
// password or the second factor was set anew, and a verification names it.
func TestFault27ASessionThatIsPutBackStaysEnded(t *testing.T) {
	for name, change := range map[string]func(db *testkit.DB, t *testing.T){
		"password": func(db *testkit.DB, t *testing.T) {
			a := db.Client.Account.Query().OnlyX(testkit.System())
			testkit.Must(db.Accounts.ResetPassword(testkit.System(), a.ID, "another-horse-9"))(t)
		},
		"second factor": func(db *testkit.DB, t *testing.T) { enrol(t, db, db.Client.Account.Query().OnlyX(testkit.System())) },
	} {
		t.Run(name, func(t *testing.T) {
			db := testkit.SQLite(t)
			made(t, db, "clerk", nil)
			token := signIn(t, db, "clerk")
			do := func(statement string) {
				t.Helper()
				if _, err := db.Client.ExecContext(testkit.System(), statement); err != nil {
					t.Fatal(err)
				}
			}
			do("CREATE TABLE old AS SELECT * FROM sessions")
			db.Clock.Forward(time.Minute)
			change(db, t)
			do("DELETE FROM sessions")
			do("INSERT INTO sessions SELECT * FROM old")
			if resolved(t, db, token) != nil {
				t.Error("it opens the account again")
			}
			check := func() []verify.Finding {
				var out []verify.Finding
				for _, c := range db.Accounts.Checks() {
					out = append(out, testkit.Must(c.Run(testkit.System(), db.Client))(t)...)
				}
				return out
			}
			if found := check(); len(found) != 1 || found[0].Reason != "SESSION_REVIVED" {
				t.Errorf("found %+v", found)
			}
			do("DELETE FROM sessions")
			if name == "password" {
				testkit.Must(db.Accounts.SignIn(context.Background(), "clerk", "another-horse-9"))(t)
			}
			if found := check(); len(found) != 0 {
				t.Errorf("a new session: %+v", found)
			}
		})
	}
}
