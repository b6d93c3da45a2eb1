package account_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	entaccount "sineng/ent/account"
	"sineng/ent/session"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/testkit"
)

const password = "correct-horse-9"

// made creates an account whose owner chose the password long ago.
func made(t *testing.T, db *testkit.DB, login string, person *ent.Person) *ent.Account {
	t.Helper()
	in := account.NewAccount{LoginName: login, Password: password, Final: true, OwnSince: db.Now().Add(-testkit.Settled)}
	if person != nil {
		in.PersonID = &person.ID
	}
	return testkit.Must(db.Accounts.Create(testkit.System(), in))(t).Account
}

func signIn(t *testing.T, db *testkit.DB, login string) string {
	t.Helper()
	return testkit.Must(db.Accounts.SignIn(context.Background(), login, password))(t)
}

// resolved is the signed-in holder of a token, or nil when the token opens nothing.
func resolved(t *testing.T, db *testkit.DB, token string) *account.SignedIn {
	t.Helper()
	return testkit.Must(db.Accounts.Resolve(context.Background(), token))(t)
}

// want fails the test unless err is a fault with the given code, reason and field.
func want(t *testing.T, what string, err error, code fault.Code, reason, field string) {
	t.Helper()
	for _, f := range fault.All(err) {
		if f.Code == code && (reason == "" || f.Reason == reason) && f.Field == field {
			return
		}
	}
	t.Errorf("%s: %v, want %s %s on %q", what, err, code, reason, field)
}

func TestSignInOpensASessionUnderTheNormalisedName(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		a := made(t, db, " Zhang.San@Ju ", nil)
		if a.LoginName != "zhang.san@ju" {
			t.Errorf("the login name is kept as %q", a.LoginName)
		}
		token := testkit.Must(db.Accounts.SignIn(context.Background(), "ZHANG.san@ju ", password))(t)
		who := resolved(t, db, token)
		if who == nil || who.Viewer.AccountID != a.ID || who.Viewer.System || who.MustChangePassword {
			t.Fatalf("the token belongs to %+v", who)
		}
		for _, other := range []string{"", token[1:], strings.ToLower(token), "x"} {
			if who := resolved(t, db, other); who != nil {
				t.Errorf("the token %q belongs to %+v", other, who)
			}
		}
		if err := db.Accounts.SignOut(context.Background(), token); err != nil {
			t.Fatal(err)
		}
		if who := resolved(t, db, token); who != nil {
			t.Errorf("after signing out the token belongs to %+v", who)
		}
		if err := db.Accounts.SignOut(context.Background(), token); err != nil {
			t.Errorf("signing out twice: %v", err)
		}
	})
}

func TestAnUnknownNameAWrongPasswordAndADisabledAccountGetTheSameAnswer(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		made(t, db, "known", nil)
		disabled := made(t, db, "disabled", nil)
		db.Raw.Client.Account.UpdateOne(disabled).SetDisabled(true).ExecX(testkit.System())
		var answers []string
		for _, c := range [][2]string{{"unknown", password}, {"known", "wrong"}, {"known", ""}, {"", ""}, {"disabled", password}, {"disabled", "wrong"}} {
			token, err := db.Accounts.SignIn(context.Background(), c[0], c[1])
			if token != "" || !fault.Is(err, fault.Unauthenticated) {
				t.Fatalf("%v: %q, %v", c, token, err)
			}
			answers = append(answers, fmt.Sprintf("%+v", *fault.All(err)[0]))
		}
		if slices.Sort(answers); answers[0] != answers[len(answers)-1] {
			t.Errorf("the answers differ: %v", answers)
		}
	})
}

func TestADisabledAccountsSessionsEndAtOnce(t *testing.T) {
	db := testkit.SQLite(t)
	a := made(t, db, "clerk", nil)
	token := signIn(t, db, "clerk")
	db.Raw.Client.Account.UpdateOne(a).SetDisabled(true).ExecX(testkit.System())
	if who := resolved(t, db, token); who != nil {
		t.Errorf("a disabled account is still %+v", who.Viewer)
	}
}

func TestFiveFailuresLockTheAccountForATimeThatDoubles(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		made(t, db, "clerk", nil)
		ctx := context.Background()
		fail := func() error { _, err := db.Accounts.SignIn(ctx, "clerk", "wrong"); return err }
		for i := range 4 {
			want(t, fmt.Sprintf("failure %d", i+1), fail(), fault.Unauthenticated, "WRONG_CREDENTIALS", "")
		}
		for i, lock := range []time.Duration{1, 2, 4, 8, 16, 32, 60, 60} {
			lock *= time.Minute
			want(t, fmt.Sprintf("failure %d", i+5), fail(), fault.RateLimited, "ACCOUNT_LOCKED", "")
			// While an account is locked, the right password is refused too, and tries do not
			// prolong the lock.
			for range 3 {
				_, err := db.Accounts.SignIn(ctx, "clerk", password)
				want(t, "the right password while locked", err, fault.RateLimited, "ACCOUNT_LOCKED", "")
				want(t, "a wrong password while locked", fail(), fault.RateLimited, "ACCOUNT_LOCKED", "")
			}
			db.Clock.Forward(lock - time.Second)
			want(t, fmt.Sprintf("a second before %s are over", lock), fail(), fault.RateLimited, "ACCOUNT_LOCKED", "")
			db.Clock.Forward(2 * time.Second)
		}
		if resolved(t, db, signIn(t, db, "clerk")) == nil {
			t.Fatal("after the lock the right password opened no session")
		}
		// A successful sign-in resets the count: four more failures do not lock the account.
		for range 4 {
			want(t, "a failure after a good sign-in", fail(), fault.Unauthenticated, "WRONG_CREDENTIALS", "")
		}
		signIn(t, db, "clerk")
	})
}

func TestALockTellsHowLongToWait(t *testing.T) {
	db := testkit.SQLite(t)
	made(t, db, "clerk", nil)
	var err error
	for range 7 {
		_, err = db.Accounts.SignIn(context.Background(), "clerk", "wrong")
		db.Clock.Forward(time.Hour)
	}
	if f := fault.All(err); len(f) != 1 || !strings.Contains(f[0].ZH, "5 分钟") || !strings.Contains(f[0].EN, "5 minutes") {
		t.Errorf("a lock of four minutes reads %v", err)
	}
}

func TestWrongOldPasswordsLockToo(t *testing.T) {
	db := testkit.SQLite(t)
	a := made(t, db, "clerk", nil)
	ctx := viewer.NewContext(context.Background(), &viewer.Viewer{AccountID: a.ID})
	for range 4 {
		_, err := db.Accounts.ChangePassword(ctx, "wrong", "another-horse-9")
		want(t, "a wrong old password", err, fault.Invalid, "WRONG_PASSWORD", "oldPassword")
	}
	_, err := db.Accounts.ChangePassword(ctx, "wrong", "another-horse-9")
	want(t, "the fifth wrong old password", err, fault.RateLimited, "ACCOUNT_LOCKED", "")
	_, err = db.Accounts.ChangePassword(ctx, password, "another-horse-9")
	want(t, "the right old password while locked", err, fault.RateLimited, "ACCOUNT_LOCKED", "")
	_, err = db.Accounts.SignIn(context.Background(), "clerk", password)
	want(t, "signing in while locked", err, fault.RateLimited, "ACCOUNT_LOCKED", "")
}

func TestThePasswordPolicy(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		for i, c := range []struct{ password, reason string }{
			{"", "PASSWORD_TOO_SHORT"}, {"abcdefg12", "PASSWORD_TOO_SHORT"}, {"密码密码密码密码1", "PASSWORD_TOO_SHORT"},
			{"abcdefgh12", ""}, {"密码密码密码密码密1", ""}, {"abcdefghij", "PASSWORD_TOO_SIMPLE"}, {"1234567890", "PASSWORD_TOO_SIMPLE"},
			{"!@#$%^&*()", "PASSWORD_TOO_SIMPLE"}, {"abcdefghi!", ""}, {"abcde fghi", ""}, {"四能管控网络廉政风险", "PASSWORD_TOO_SIMPLE"},
			{strings.Repeat("密", 199) + "1", ""}, {strings.Repeat("a", 200) + "1", "PASSWORD_TOO_LONG"},
			{"my-CLERK-word-1", "PASSWORD_HAS_LOGIN_NAME"},
		} {
			login := fmt.Sprintf("user%d", i)
			if strings.Contains(c.password, "CLERK") {
				login = "clerk"
			}
			_, err := db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: login, Password: c.password})
			if c.reason == "" {
				if err != nil {
					t.Errorf("the password %q: %v", c.password, err)
				}
				continue
			}
			want(t, c.password, err, fault.Invalid, c.reason, "firstPassword")
		}
	})
}

func TestLoginNames(t *testing.T) {
	db := testkit.SQLite(t)
	for login, ok := range map[string]bool{
		"ab": true, "A.b_c-d@e": true, "张三": true, strings.Repeat("a", 64): true,
		"": false, "a": false, strings.Repeat("a", 65): false, "a b": false, "a/b": false, "a\x00b": false, "a%b": false, "a<b": false,
	} {
		_, err := db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: login, Password: password})
		if ok && err != nil {
			t.Errorf("the login name %q: %v", login, err)
		} else if !ok {
			want(t, login, err, fault.Invalid, "BAD_LOGIN_NAME", "loginName")
		}
	}
	_, err := db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: " AB ", Password: password})
	want(t, "a name that is taken in other letters", err, fault.Conflict, "LOGIN_NAME_TAKEN", "loginName")
	_, err = db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "", Password: ""})
	if len(fault.All(err)) != 2 {
		t.Errorf("a bad name and a bad password are reported as %v", err)
	}
}

func TestAFirstPasswordMustBeChangedAndTheChangeEndsTheOtherSessions(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := context.Background()
		testkit.Must(db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "clerk", Password: password}))(t)
		bystander := made(t, db, "bystander", nil)
		elsewhere, here, theirs := signIn(t, db, "clerk"), signIn(t, db, "clerk"), signIn(t, db, "bystander")
		who := resolved(t, db, here)
		if who == nil || !who.MustChangePassword {
			t.Fatalf("with a first password the viewer is %+v", who)
		}
		self := viewer.NewContext(ctx, who.Viewer)
		for fresh, reason := range map[string]string{password: "PASSWORD_REUSED", "short1": "PASSWORD_TOO_SHORT", "i-am-clerk-1": "PASSWORD_HAS_LOGIN_NAME"} {
			_, err := db.Accounts.ChangePassword(self, password, fresh)
			want(t, fresh, err, fault.Invalid, reason, "newPassword")
		}
		fresh := "another-horse-9"
		token, err := db.Accounts.ChangePassword(self, password, fresh)
		if err != nil {
			t.Fatal(err)
		}
		for _, ended := range []string{elsewhere, here} {
			if resolved(t, db, ended) != nil {
				t.Error("a session from before the change goes on")
			}
		}
		if who := resolved(t, db, token); who == nil || who.MustChangePassword {
			t.Errorf("after the change the viewer is %+v", who)
		}
		if who := resolved(t, db, theirs); who == nil || who.Viewer.AccountID != bystander.ID {
			t.Error("another account's session ended")
		}
		_, err = db.Accounts.SignIn(ctx, "clerk", password)
		want(t, "the old password", err, fault.Unauthenticated, "WRONG_CREDENTIALS", "")
		testkit.Must(db.Accounts.SignIn(ctx, "clerk", fresh))(t)
	})
}

func TestNobodyChangesAPasswordWithoutBeingSignedIn(t *testing.T) {
	db := testkit.SQLite(t)
	for _, ctx := range []context.Context{context.Background(), testkit.System()} {
		_, err := db.Accounts.ChangePassword(ctx, password, "another-horse-9")
		want(t, "nobody", err, fault.Unauthenticated, "SIGNED_OUT", "")
	}
}

func TestAResetUnlocksEndsSessionsAndMustBeChanged(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		a := made(t, db, "clerk", nil)
		token := signIn(t, db, "clerk")
		for range 6 {
			_, _ = db.Accounts.SignIn(context.Background(), "clerk", "wrong")
		}
		_, err := db.Accounts.ResetPassword(testkit.System(), a.ID, "clerk-reset-1")
		want(t, "a first password with the login name", err, fault.Invalid, "PASSWORD_HAS_LOGIN_NAME", "firstPassword")
		testkit.Must(db.Accounts.ResetPassword(testkit.System(), a.ID, "reset-horse-1"))(t)
		if resolved(t, db, token) != nil {
			t.Error("a session from before the reset goes on")
		}
		token = testkit.Must(db.Accounts.SignIn(context.Background(), "clerk", "reset-horse-1"))(t)
		if who := resolved(t, db, token); who == nil || !who.MustChangePassword {
			t.Errorf("after a reset the viewer is %+v", who)
		}
		_, err = db.Accounts.ResetPassword(testkit.System(), a.ID+1, "reset-horse-1")
		want(t, "an account that does not exist", err, fault.NotFound, "", "accountId")
	})
}

func TestFault26ASessionEndsWhenIdleAndAfterTwelveHours(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		made(t, db, "clerk", nil)
		idle := signIn(t, db, "clerk")
		db.Clock.Forward(account.IdleTimeout - time.Second)
		if resolved(t, db, idle) == nil {
			t.Fatal("a session ended a second before it was idle for long enough")
		}
		db.Clock.Forward(account.IdleTimeout - time.Second)
		if resolved(t, db, idle) == nil {
			t.Fatal("a request did not keep the session alive")
		}
		db.Clock.Forward(account.IdleTimeout + time.Second)
		if resolved(t, db, idle) != nil {
			t.Error("an idle session goes on")
		}
		busy, began := signIn(t, db, "clerk"), db.Clock.Now()
		for db.Clock.Now().Sub(began) < account.AbsoluteTimeout-21*time.Minute {
			db.Clock.Forward(20 * time.Minute)
			if resolved(t, db, busy) == nil {
				t.Fatalf("a busy session ended after %s", db.Clock.Now().Sub(began))
			}
		}
		db.Clock.Forward(21 * time.Minute)
		if resolved(t, db, busy) != nil {
			t.Error("a session goes on after its absolute end")
		}
	})
}

func TestTheLastUseIsWrittenDownAtMostOnceAMinute(t *testing.T) {
	db := testkit.SQLite(t)
	made(t, db, "clerk", nil)
	token := signIn(t, db, "clerk")
	seen := func() time.Time { return db.Client.Session.Query().OnlyX(testkit.System()).SeenAt }
	first := seen()
	db.Clock.Forward(50 * time.Second)
	resolved(t, db, token)
	if !seen().Equal(first) {
		t.Error("a use within a minute was recorded")
	}
	db.Clock.Forward(20 * time.Second)
	resolved(t, db, token)
	if !seen().After(first.Add(time.Minute)) {
		t.Errorf("the use after a minute was not recorded: %s", seen())
	}
}

func TestOnlyTheHashOfATokenIsKept(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		made(t, db, "clerk", nil)
		token := signIn(t, db, "clerk")
		sum := sha256.Sum256([]byte(token))
		kept := db.Client.Session.Query().Select(session.FieldTokenHash).StringX(testkit.System())
		if kept != hex.EncodeToString(sum[:]) {
			t.Errorf("the token is kept as %q", kept)
		}
		hash := db.Client.Account.Query().Select(entaccount.FieldPasswordHash).StringX(testkit.System())
		if !strings.HasPrefix(hash, "$argon2id$") || strings.Contains(hash, password) {
			t.Errorf("the password is kept as %q", hash)
		}
		if len(token) < 32 || token == signIn(t, db, "clerk") {
			t.Errorf("the token %q is short or not fresh", token)
		}
		// The stored hash cannot be used as a token.
		if resolved(t, db, kept) != nil {
			t.Error("the hash opens the session")
		}
	})
}

func TestAccountsAreFoundByNameAndPersonInOrder(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	made(t, db, "carol", w.East.People[0])
	made(t, db, "alice", w.West.People[0])
	made(t, db, "bob", nil)
	for text, want := range map[string][]string{
		"": {"alice", "bob", "carol"}, "O": {"bob", "carol"}, "东0": {"carol"}, "%": nil, "_": nil, "nobody": nil,
	} {
		list, err := db.Accounts.List(testkit.As(term.RoleSystemAdmin, nil), text, page(10), nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range list.Rows {
			got = append(got, a.LoginName)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", text, got, want)
		}
	}
	for _, role := range []term.Role{term.RoleSystemAdmin, term.RoleSecurityAdmin} {
		if _, err := db.Accounts.List(testkit.As(role, nil), "", page(10), nil); err != nil {
			t.Errorf("%s: %v", role, err)
		}
	}
	for _, role := range []term.Role{term.RoleAuditor, term.RolePrincipalLeader, term.RoleLeadingGroup, term.RoleInspector, term.RoleStaff} {
		_, err := db.Accounts.List(testkit.As(role, nil), "", page(10), nil)
		want(t, string(role), err, fault.Forbidden, "", "")
	}
}
