package account_test

import (
	"context"
	"fmt"
	"testing"

	"sineng/server/account"
	"sineng/server/audit/tlog"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/testkit"
)

// otherServer is the service of another server on the same database, with the same keys.
func otherServer(t *testing.T, db *testkit.DB) *account.Service {
	t.Helper()
	key := testkit.Must(tlog.SealKey(db.LogDir))(t)
	s := testkit.Must(store.Open(t.Context(), db.URL, store.WithClock(db.Clock.Now), store.WithSeal(key)))(t)
	t.Cleanup(func() { _ = s.Close() })
	return testkit.Must(account.New(s, testkit.CheapHash, account.WithKey(testkit.TestKey)))(t)
}

// Who guesses at two servers of one database in turn has as many tries as at one.
func TestServersOfOneDatabaseCountSignInTriesTogether(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		made(t, db, "known", nil)
		servers := []*account.Service{db.Accounts, otherServer(t, db)}
		for _, login := range []string{"known", "unknown"} {
			for i := range 4 {
				_, err := servers[i%2].SignIn(from(context.Background()), login, "wrong-horse-9")
				want(t, fmt.Sprintf("try %d of %s", i+1, login), err, fault.Unauthenticated, "WRONG_CREDENTIALS", "")
			}
			_, err := servers[0].SignIn(from(context.Background()), login, "wrong-horse-9")
			want(t, "the fifth of "+login, err, fault.RateLimited, "ACCOUNT_LOCKED", "")
			_, err = servers[1].SignIn(from(context.Background()), login, password)
			want(t, "the right password of "+login+" at the other server", err, fault.RateLimited, "ACCOUNT_LOCKED", "")
		}
		// A sign-in at one server forgets the tries at both.
		made(t, db, "clerk", nil)
		for i := range 4 {
			_, _ = servers[i%2].SignIn(from(context.Background()), "clerk", "wrong-horse-9")
		}
		testkit.Must(servers[1].SignIn(from(context.Background()), "clerk", password))(t)
		_, err := servers[0].SignIn(from(context.Background()), "clerk", "wrong-horse-9")
		want(t, "the first try after a sign-in", err, fault.Unauthenticated, "WRONG_CREDENTIALS", "")
	})
}
