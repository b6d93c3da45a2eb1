package account_test

import (
	"context"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/session"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/testkit"
)

func TestFault26ASessionThatOwesItsCodeEndsSoon(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		secret, _ := enrol(t, db, made(t, db, "clerk", nil))
		token := signIn(t, db, "clerk")
		db.Clock.Forward(account.FactorTimeout + time.Second)
		if resolved(t, db, token) != nil {
			t.Error("it did not end")
		}
		_, err := db.Accounts.SubmitSecondFactor(context.Background(), token, codeNow(t, db, secret))
		want(t, "a code too late", err, fault.Unauthenticated, "SIGNED_OUT", "")
	})
}

func TestFault27EveryChangeOfPasswordOrRolesEndsAllSessions(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := testkit.System()
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		security := testkit.As(term.RoleSecurityAdmin, nil)
		viewer.FromContext(security).AccountID = made(t, db, "security", nil).ID
		confirmer := testkit.As(term.RoleSecurityAdmin, nil)
		viewer.FromContext(confirmer).AccountID = made(t, db, "confirmer", nil).ID
		made(t, db, "bystander", nil)
		theirs := signIn(t, db, "bystander")
		today := db.Today()
		grant := func(as context.Context, a *ent.Account, role term.Role) *ent.RoleAppointment {
			return testkit.Must(db.Accounts.Grant(as, a.ID, role, &w.East.City.ID, today, nil, "试点"))(t)
		}
		for i, c := range []struct {
			what   string
			before func(a *ent.Account) func() // what is done before signing in, then the change
			ends   bool
		}{
			{"a change of the password", func(a *ent.Account) func() {
				return func() { testkit.Must(db.Accounts.ChangePassword(self(a), password, "another-horse-9"))(t) }
			}, true},
			{"a reset of the password", func(a *ent.Account) func() {
				return func() { testkit.Must(db.Accounts.ResetPassword(ctx, a.ID, "another-horse-9"))(t) }
			}, true},
			{"a second factor", func(a *ent.Account) func() { return func() { enrol(t, db, a) } }, true},
			{"a reset of the second factor", func(a *ent.Account) func() {
				enrol(t, db, a)
				return func() { testkit.Must(db.Accounts.ResetSecondFactor(ctx, a.ID, "手机丢失"))(t) }
			}, true},
			{"a disabled account", func(a *ent.Account) func() {
				return func() {
					testkit.Must(db.Accounts.Disable(ctx, a.ID, "离职"))(t)
					testkit.Must(db.Accounts.Enable(ctx, a.ID, "返岗"))(t)
				}
			}, true},
			{"a role that is in force at once", func(a *ent.Account) func() {
				return func() {
					testkit.Must(db.Accounts.Grant(security, a.ID, term.RoleStaff, &w.East.Department.ID, today, nil, "试点"))(t)
				}
			}, true},
			{"a role by the operator", func(a *ent.Account) func() { return func() { grant(ctx, a, term.RoleInspector) } }, true},
			{"a role that waits", func(a *ent.Account) func() { return func() { grant(security, a, term.RoleInspector) } }, false},
			{"a role that is confirmed", func(a *ent.Account) func() {
				r := grant(security, a, term.RoleInspector)
				return func() { testkit.Must(db.Accounts.Confirm(confirmer, r.ID))(t) }
			}, true},
			{"a role that is declined", func(a *ent.Account) func() {
				r := grant(security, a, term.RoleInspector)
				return func() { testkit.Must(db.Accounts.Decline(confirmer, r.ID, "不符合条件"))(t) }
			}, false},
			{"a role that is taken", func(a *ent.Account) func() {
				r := grant(ctx, a, term.RoleInspector)
				return func() { testkit.Must(db.Accounts.Revoke(security, r.ID, today, "调整"))(t) }
			}, true},
		} {
			login := string(rune('a'+i)) + "-clerk"
			a := made(t, db, login, nil)
			change := c.before(a)
			sessions := []string{signIn(t, db, login), signIn(t, db, login)}
			change()
			for _, token := range sessions {
				if ended := resolved(t, db, token) == nil; ended != c.ends {
					t.Errorf("%s ends the sessions: %v", c.what, ended)
				}
			}
		}
		if resolved(t, db, theirs) == nil {
			t.Error("a bystander's session ended")
		}
	})
}

func TestFault28EveryStepUpGivesAFreshToken(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		a := made(t, db, "clerk", nil)
		seen := map[string]bool{}
		next := func(what, token, before string) string {
			t.Helper()
			if len(token) < 40 || seen[token] {
				t.Errorf("%s gives the token %q", what, token)
			}
			seen[token] = true
			if before != "" && resolved(t, db, before) != nil {
				t.Errorf("after %s the token before opens a session", what)
			}
			if resolved(t, db, token) == nil {
				t.Errorf("after %s there is no session", what)
			}
			return token
		}
		first := next("signing in", signIn(t, db, "clerk"), "")
		token := next("changing the password", testkit.Must(db.Accounts.ChangePassword(self(a), password, "another-horse-9"))(t), first)
		back := testkit.Must(db.Accounts.ResetPassword(testkit.System(), a.ID, password))(t)
		e := testkit.Must(db.Accounts.StartSecondFactor(self(back.Account), password))(t)
		confirmed, _, err := db.Accounts.ConfirmSecondFactor(self(a), codeNow(t, db, e.Secret))
		if err != nil {
			t.Fatal(err)
		}
		next("confirming a second factor", confirmed, token)
		db.Clock.Forward(time.Minute)
		pending := next("the password", signIn(t, db, "clerk"), "")
		next("the second factor", testkit.Must(db.Accounts.SubmitSecondFactor(context.Background(), pending, codeNow(t, db, e.Secret)))(t), pending)
	})
}

func TestOneSeesAndEndsOnesOwnSessions(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		a, other := made(t, db, "clerk", nil), made(t, db, "other", nil)
		signIn(t, db, "clerk") // ends by itself
		db.Clock.Forward(account.IdleTimeout + time.Minute)
		foreign := signIn(t, db, "other")
		there := testkit.Must(db.Accounts.SignIn(from(context.Background()), "clerk", password))(t)
		db.Clock.Forward(2 * time.Minute)
		here, third := signIn(t, db, "clerk"), signIn(t, db, "clerk")
		list := func() []*account.OwnSession { return testkit.Must(db.Accounts.Sessions(self(a), here))(t) }
		got := list()
		if len(got) != 3 || got[0].Current || !got[1].Current || got[2].Current {
			t.Fatalf("the viewer has the sessions %+v, the first one of which has ended", got)
		}
		if s := got[2]; s.Address != "10.1.2.3" || s.Agent != "Browser/1" || s.Method != term.SignInMethodPassword || !s.ExpiresAt.Equal(s.CreatedAt.Add(account.AbsoluteTimeout)) {
			t.Errorf("the one from elsewhere is %+v", s)
		}
		theirs := testkit.Must(db.Accounts.Sessions(self(other), foreign))(t)
		want(t, "ending somebody else's", db.Accounts.EndSession(self(a), theirs[0].ID), fault.NotFound, "", "sessionId")
		if err := db.Accounts.EndSession(self(a), got[2].ID); err != nil {
			t.Fatal(err)
		}
		if resolved(t, db, there) != nil || len(list()) != 2 {
			t.Error("the session that was ended is still open")
		}
		want(t, "ending it twice", db.Accounts.EndSession(self(a), got[2].ID), fault.NotFound, "", "sessionId")
		if err := db.Accounts.EndOtherSessions(self(a), here); err != nil {
			t.Fatal(err)
		}
		if resolved(t, db, third) != nil || resolved(t, db, here) == nil || resolved(t, db, foreign) == nil || len(list()) != 1 {
			t.Error("a session other than the viewer's others ended")
		}
		logged := entries(t, db, term.AuditActionEndSession)
		if len(logged) != 2 || logged[0].texts["sessionAddress"] != "10.1.2.3" || logged[0].Actor.Account != a.ID {
			t.Errorf("the log holds %+v", logged)
		}
		for _, ctx := range []context.Context{context.Background(), testkit.System(), viewer.NewContext(context.Background(), &viewer.Viewer{AccountID: a.ID, TokenID: 1})} {
			_, err := db.Accounts.Sessions(ctx, here)
			want(t, "nobody's sessions", err, fault.Unauthenticated, "SIGNED_OUT", "")
		}
		if err := db.Accounts.Sweep(context.Background()); err != nil || db.Client.Session.Query().Where(session.AccountID(a.ID)).CountX(testkit.System()) != 1 {
			t.Errorf("sweeping leaves other sessions than the one that goes on: %v", err)
		}
	})
}

// Who may write to the database opens nobody's account by it.
func TestASessionThatWasChangedByHandOpensNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		made(t, db, "clerk", nil)
		leader := made(t, db, "leader", nil)
		session := signIn(t, db, "clerk")
		if _, err := db.Client.ExecContext(testkit.System(), "UPDATE sessions SET account_id = ?", leader.ID); err != nil {
			t.Fatal(err)
		}
		if who := resolved(t, db, session); who != nil {
			t.Errorf("the session opens %+v", who)
		}
	})
}

// Taking away a name's failures, so that guessing goes on, locks it.
func TestFailuresThatWereChangedByHandLock(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		made(t, db, "known", nil)
		for range 3 {
			if _, err := db.Accounts.SignIn(context.Background(), "known", "wrong-password-1"); err == nil {
				t.Fatal("a wrong password opens")
			}
		}
		if _, err := db.Client.ExecContext(testkit.System(), "UPDATE sign_in_failures SET failures = 0"); err != nil {
			t.Fatal(err)
		}
		if opens(db, "known", password) {
			t.Error("the name whose failures were taken away opens")
		}
	})
}
