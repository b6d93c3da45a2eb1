package account_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/testkit"
)

func TestTheLastFivePasswordsAreNotChosenAgain(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		a := made(t, db, "clerk", nil)
		nth := func(n int) string {
			if n == 0 {
				return password
			}
			return fmt.Sprintf("number-%d-horse", n)
		}
		change := func(old, fresh string) error {
			_, err := db.Accounts.ChangePassword(self(a), old, fresh)
			return err
		}
		for n := range 5 {
			for used := range n + 1 {
				want(t, fmt.Sprintf("password %d while %d is in use", used, n), change(nth(n), nth(used)), fault.Invalid, "PASSWORD_REUSED", "newPassword")
			}
			if err := change(nth(n), nth(n+1)); err != nil {
				t.Fatal(err)
			}
		}
		// A reset counts as one of the five; the other four stay remembered.
		testkit.Must(db.Accounts.ResetPassword(testkit.System(), a.ID, "reset-horse-1"))(t)
		for _, used := range []string{nth(2), nth(5), "reset-horse-1"} {
			want(t, used+" after a reset", change("reset-horse-1", used), fault.Invalid, "PASSWORD_REUSED", "newPassword")
		}
		if err := change("reset-horse-1", nth(1)); err != nil {
			t.Errorf("the sixth password before the present one: %v", err)
		}
		row := db.Client.Account.GetX(testkit.System(), a.ID)
		if len(row.OldPasswords) != 4 || row.PasswordChangedAt == nil || row.MustChangePassword {
			t.Errorf("kept are %d old passwords, changed at %v", len(row.OldPasswords), row.PasswordChangedAt)
		}
		if logged := entries(t, db, term.AuditActionChangePassword); len(logged) != 6 || logged[0].Actor.Account != a.ID || strings.Contains(fmt.Sprint(logged[0].texts), "$argon2id") {
			t.Errorf("the log holds %+v", logged)
		}
	})
}

func TestAPasswordExpires(t *testing.T) {
	db := testkit.SQLite(t)
	a := made(t, db, "clerk", nil)
	expiring := testkit.Must(account.New(db.Store, testkit.CheapHash, account.WithPasswordDays(90)))(t)
	must := func(accounts *account.Service) bool {
		token := testkit.Must(accounts.SignIn(context.Background(), "clerk", password))(t)
		who := testkit.Must(accounts.Resolve(context.Background(), token))(t)
		return who.MustChangePassword && who.Confined() == account.OwesPassword
	}
	db.Clock.Forward(90*24*time.Hour - time.Minute)
	if must(expiring) {
		t.Error("a password expired before its days were over")
	}
	db.Clock.Forward(2 * time.Minute)
	if !must(expiring) || must(db.Accounts) {
		t.Error("a password does not expire after its days, or does where it never should")
	}
	if _, err := expiring.ChangePassword(self(a), password, "another-horse-9"); err != nil {
		t.Fatal(err)
	}
	testkit.Must(expiring.SignIn(context.Background(), "clerk", "another-horse-9"))(t)
	// Accounts without a time of change count from their creation.
	db.Raw.Client.Account.UpdateOneID(a.ID).ClearPasswordChangedAt().ExecX(testkit.System())
	if who := testkit.Must(expiring.Resolve(context.Background(), testkit.Must(expiring.SignIn(context.Background(), "clerk", "another-horse-9"))(t)))(t); !who.MustChangePassword {
		t.Error("a password of unknown age does not expire")
	}
}

func TestOfTwoChangesAtTheSameTimeOneCounts(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		a := made(t, db, "clerk", nil)
		var all sync.WaitGroup
		var mu sync.Mutex
		good := 0
		for i := range 4 {
			all.Go(func() {
				_, err := db.Accounts.ChangePassword(self(a), password, fmt.Sprintf("number-%d-horse", i))
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					good++
				} else if !fault.Is(err, fault.Conflict) && !fault.Is(err, fault.Invalid) {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if good != 1 {
			t.Errorf("%d of four changes from one password succeeded", good)
		}
	})
}
