package account_test

import (
	"context"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/testkit"
)

func TestALoginNameIsTheSameHoweverWideItIsTyped(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		a := made(t, db, "li.si", nil)
		for _, login := range []string{"ｌｉ．ｓｉ", "Ｌｉ.ｓｉ", " LI.SI "} {
			if got := resolved(t, db, signIn(t, db, login)); got == nil || got.Viewer.AccountID != a.ID {
				t.Errorf("%s signs in as %+v", login, got)
			}
		}
		_, err := db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "ｌｉsi", Password: password})
		if err != nil {
			t.Errorf("another name: %v", err)
		}
		made(t, db, "wang-wu", nil)
		_, err = db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "ｗang-wu", Password: password})
		want(t, "a name that looks like one that is there", err, fault.Conflict, "LOGIN_NAME_TAKEN", "loginName")
		for _, f := range fault.All(err) {
			if !strings.Contains(f.ZH, "wang-wu") || !strings.Contains(f.EN, "ｗang-wu") {
				t.Errorf("it is answered %v", f)
			}
		}
	})
}

// An account that was there before names were folded keeps its own name, and is found by it first.
func TestTheLaterOfTwoNamesThatFoldAlikeIsFoundByItsOwn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		first := made(t, db, "zhao", nil)
		later := made(t, db, "qian", nil)
		if _, err := db.Client.ExecContext(context.Background(), "UPDATE accounts SET login_name = ?, login_name_folded = NULL WHERE id = ?", "ｚhao", later.ID); err != nil {
			t.Fatal(err)
		}
		for login, id := range map[string]int64{"zhao": first.ID, "ｚhao": later.ID, "ＺＨＡＯ": first.ID} {
			a, err := account.ByLogin(testkit.System(), db.Client, login)
			if err != nil || a == nil || a.ID != id {
				t.Errorf("%s finds %v, %v", login, a, err)
			}
		}
		if a, err := account.ByLogin(testkit.System(), db.Client, "sun"); a != nil || err != nil {
			t.Errorf("a name that is not there finds %v, %v", a, err)
		}
	})
}

func TestAnotherSpellingOfALoginNameGivesNoMoreTries(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		made(t, db, "clerk", nil)
		for _, name := range []string{"clerk", "nobody"} {
			var err error
			wide := strings.NewReplacer("c", "ｃ", "n", "ｎ").Replace(name)
			for i := range 20 {
				login := name
				if i%2 == 0 {
					login = wide
				}
				if _, err = db.Accounts.SignIn(context.Background(), login, "wrong"); fault.Is(err, fault.RateLimited) {
					break
				}
			}
			for _, login := range []string{name, wide} {
				if _, err = db.Accounts.SignIn(context.Background(), login, password); !fault.Is(err, fault.RateLimited) {
					t.Errorf("%s is answered %v", login, err)
				}
			}
		}
	})
}

func TestARaceForALoginNameIsAnsweredLikeOneThatIsTaken(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		made(t, db, "clerk", nil)
		for _, login := range []string{"ｃlerk", "clerk"} {
			err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) error {
				return account.LoginRaced(tx.Account.Create().SetLoginName(login).SetPasswordHash("x").
					SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).Exec(ctx), "loginName", login)
			})
			if all := fault.All(err); err == nil || all[0].Reason != "LOGIN_NAME_TAKEN" {
				t.Errorf("%s is answered %v", login, err)
			}
		}
	})
}
