package account_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/testkit"
)

// logged is an entry of the log with its texts.
type logged struct {
	audit.Entry
	texts map[string]string
}

// entries are the log's entries of an action, the oldest first.
func entries(t *testing.T, db *testkit.DB, action term.AuditAction) []logged {
	t.Helper()
	var out []logged
	for _, row := range db.Client.AuditInbox.Query().AllX(testkit.System()) {
		var e logged
		var texts audit.Texts
		if err := json.Unmarshal([]byte(row.Body), &e.Entry); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal([]byte(row.Texts), &texts); err != nil {
			t.Fatal(err)
		}
		if texts.Details != nil {
			e.texts = texts.Details.Text
		}
		if e.Action == action {
			out = append(out, e)
		}
	}
	return out
}

// from is the context of a browser's request.
func from(ctx context.Context) context.Context {
	return audit.WithOrigin(ctx, audit.Origin{Request: "R1", Address: "10.1.2.3", Agent: "Browser/1"})
}

func TestFault23GuessingLocksAndIsLoggedAlikeForKnownAndUnknownNames(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		made(t, db, "known", nil)
		var hashes []string
		db.Accounts.OnVerify(func(hash string) { hashes = append(hashes, strings.Join(strings.Split(hash, "$")[:4], "$")) })
		answers, work := map[string][]string{}, map[string][]string{}
		for _, login := range []string{"known", "unknown"} {
			hashes = nil
			for range 8 {
				_, err := db.Accounts.SignIn(from(context.Background()), login, "wrong-horse-9")
				answers[login] = append(answers[login], fmt.Sprintf("%+v", *fault.All(err)[0]))
			}
			work[login] = hashes
		}
		if !slices.Equal(answers["known"], answers["unknown"]) {
			t.Errorf("the answers differ:\n%v\n%v", answers["known"], answers["unknown"])
		}
		if !strings.Contains(answers["known"][4], "ACCOUNT_LOCKED") || strings.Contains(answers["known"][3], "ACCOUNT_LOCKED") {
			t.Errorf("the fifth failure does not lock: %v", answers["known"])
		}
		// Every try computes one hash of the same kind, also while the name is locked.
		if len(work["known"]) != 8 || !slices.Equal(work["known"], work["unknown"]) {
			t.Errorf("the work differs:\n%v\n%v", work["known"], work["unknown"])
		}
		whys := map[string][]string{}
		for _, e := range entries(t, db, term.AuditActionRefuseSignIn) {
			whys[e.texts["loginName"]] = append(whys[e.texts["loginName"]], e.texts["why"])
			if e.Actor.Kind != "NOBODY" || e.texts["address"] != "10.1.2.3" || e.Request != "R1" {
				t.Errorf("a refusal is reported as %+v, %v", e.Entry, e.texts)
			}
		}
		for login, why := range map[string]string{"known": "WRONG_PASSWORD", "unknown": "UNKNOWN_NAME"} {
			if got, want := whys[login], append(slices.Repeat([]string{why}, 5), slices.Repeat([]string{"LOCKED"}, 3)...); !slices.Equal(got, want) {
				t.Errorf("of %s the log holds %v, want %v", login, got, want)
			}
		}
	})
}

func TestFault23ManyGuessesAtOnceOpenNothingOnceTheNameIsLocked(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		made(t, db, "clerk", nil)
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() { _, _ = db.Accounts.SignIn(context.Background(), "clerk", "wrong-horse-9") })
		}
		all.Wait()
		_, err := db.Accounts.SignIn(context.Background(), "clerk", password)
		want(t, "the right password after many wrong ones", err, fault.RateLimited, "ACCOUNT_LOCKED", "")
	})
}

func TestSignInsAndSignOutsAreInTheLog(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		a := made(t, db, "clerk", w.East.People[1])
		token := testkit.Must(db.Accounts.SignIn(from(context.Background()), "clerk", password))(t)
		if err := db.Accounts.SignOut(context.Background(), token); err != nil {
			t.Fatal(err)
		}
		for _, action := range []term.AuditAction{term.AuditActionSignIn, term.AuditActionSignOut} {
			got := entries(t, db, action)
			if len(got) != 1 {
				t.Fatalf("%s is logged %d times", action, len(got))
			}
			e := got[0]
			if e.Actor != (audit.Actor{Kind: "ACCOUNT", Account: a.ID, Person: w.East.People[1].ID}) || e.Unit != w.East.City.ID || e.Object.ID != a.ID {
				t.Errorf("%s is reported as %+v", action, e.Entry)
			}
		}
	})
}
