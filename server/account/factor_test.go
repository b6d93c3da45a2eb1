package account_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/testkit"
)

// self is a context of the owner of an account, without roles.
func self(a *ent.Account) context.Context {
	v := &viewer.Viewer{AccountID: a.ID}
	if a.PersonID != nil {
		v.PersonID = *a.PersonID
	}
	return viewer.NewContext(context.Background(), v)
}

// codeNow is the code that the app shows at present.
func codeNow(t *testing.T, db *testkit.DB, secret string) string {
	t.Helper()
	return testkit.Must(totp.GenerateCode(secret, db.Now()))(t)
}

// enrol turns the second factor of an account on and leaves the app's next code unused.
func enrol(t *testing.T, db *testkit.DB, a *ent.Account) (secret string, recovery []string) {
	t.Helper()
	e := testkit.Must(db.Accounts.StartSecondFactor(self(a), password))(t)
	_, recovery, err := db.Accounts.ConfirmSecondFactor(self(a), codeNow(t, db, e.Secret))
	if err != nil {
		t.Fatal(err)
	}
	db.Clock.Forward(time.Minute)
	return e.Secret, recovery
}

func TestASecondFactorIsAskedForOnceItIsConfirmed(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := context.Background()
		a := made(t, db, "clerk", nil)
		_, err := db.Accounts.StartSecondFactor(self(a), "wrong")
		want(t, "starting with a wrong password", err, fault.Invalid, "WRONG_PASSWORD", "password")
		e := testkit.Must(db.Accounts.StartSecondFactor(self(a), password))(t)
		if !strings.HasPrefix(e.URI, "otpauth://totp/Sineng:clerk?") || !strings.Contains(e.URI, "secret="+e.Secret) {
			t.Errorf("the app gets %q and %q", e.URI, e.Secret)
		}
		if who := resolved(t, db, signIn(t, db, "clerk")); who.Factor.Enabled || who.Factor.Pending {
			t.Errorf("before it is confirmed the viewer is %+v", who)
		}
		_, _, err = db.Accounts.ConfirmSecondFactor(self(a), "000000")
		want(t, "a wrong first code", err, fault.Invalid, "WRONG_CODE", "code")
		before := signIn(t, db, "clerk")
		here, recovery, err := db.Accounts.ConfirmSecondFactor(self(a), codeNow(t, db, e.Secret))
		if err != nil || len(recovery) != 10 || len(recovery[0]) != 19 {
			t.Fatalf("confirming gives %v, %v", recovery, err)
		}
		if resolved(t, db, before) != nil || resolved(t, db, here) == nil {
			t.Error("the sessions from before go on, or the new one does not")
		}
		row := db.Client.Account.GetX(testkit.System(), a.ID)
		if strings.Contains(*row.TotpSecret, e.Secret) || strings.Contains(strings.Join(row.RecoveryCodes, " "), recovery[0]) {
			t.Error("the secret or a recovery code is kept open")
		}
		_, err = db.Accounts.StartSecondFactor(self(a), password)
		want(t, "starting once more", err, fault.Conflict, "SECOND_FACTOR_ENABLED", "")

		pending := signIn(t, db, "clerk")
		if who := resolved(t, db, pending); !who.Factor.Pending || who.Confined() != account.OwesSecondFactor || who.Factor.RecoveryCodes != 0 {
			t.Errorf("with the password alone the viewer is %+v", who)
		}
		// The code that confirmed the second factor cannot be used again.
		_, err = db.Accounts.SubmitSecondFactor(ctx, pending, codeNow(t, db, e.Secret))
		want(t, "the code that confirmed", err, fault.Invalid, "WRONG_CODE", "code")
		db.Clock.Forward(time.Minute)
		token := testkit.Must(db.Accounts.SubmitSecondFactor(ctx, pending, codeNow(t, db, e.Secret)))(t)
		if who := resolved(t, db, token); who == nil || who.Factor.Pending || who.Confined() != account.Free || who.Factor.RecoveryCodes != 10 {
			t.Errorf("with the code the viewer is %+v", who)
		}
		if resolved(t, db, pending) != nil {
			t.Error("the session that needed the code is still open")
		}
		_, err = db.Accounts.SubmitSecondFactor(ctx, token, codeNow(t, db, e.Secret))
		want(t, "a code for a session that needs none", err, fault.Unauthenticated, "SIGNED_OUT", "")
		var factors []string
		for _, e := range entries(t, db, term.AuditActionSignIn) {
			factors = append(factors, e.texts["secondFactor"])
		}
		if got := strings.Join(factors, ","); got != ",,PENDING,APP" {
			t.Errorf("the log holds the sign-ins %q", got)
		}
	})
}

func TestFault24OneOfFiftyTriesWithOneCodeSucceeds(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		a := made(t, db, "clerk", nil)
		secret, recovery := enrol(t, db, a)
		for what, code := range map[string]func() string{
			"a code of the app": func() string { return codeNow(t, db, secret) }, "a recovery code": func() string { return recovery[3] },
		} {
			code := code()
			var sessions []string
			for range 50 {
				sessions = append(sessions, signIn(t, db, "clerk"))
			}
			var all sync.WaitGroup
			var mu sync.Mutex
			good := 0
			for _, token := range sessions {
				all.Go(func() {
					_, err := db.Accounts.SubmitSecondFactor(context.Background(), token, code)
					mu.Lock()
					defer mu.Unlock()
					switch {
					case err == nil:
						good++
					case !fault.Is(err, fault.Invalid) && !fault.Is(err, fault.RateLimited):
						t.Errorf("%s: %v", what, err)
					}
				})
			}
			all.Wait()
			if good != 1 {
				t.Errorf("%s was good %d times", what, good)
			}
			db.Clock.Forward(2 * time.Hour) // the lock from the failed tries has ended
		}
	})
}

func TestFault24AnOlderCodeThanTheLastIsNotGood(t *testing.T) {
	db := testkit.SQLite(t)
	a := made(t, db, "clerk", nil)
	secret, _ := enrol(t, db, a)
	earlier := codeNow(t, db, secret)
	db.Clock.Forward(30 * time.Second)
	testkit.Must(db.Accounts.SubmitSecondFactor(context.Background(), signIn(t, db, "clerk"), codeNow(t, db, secret)))(t)
	_, err := db.Accounts.SubmitSecondFactor(context.Background(), signIn(t, db, "clerk"), earlier)
	want(t, "the code before the last", err, fault.Invalid, "WRONG_CODE", "code")
	db.Clock.Forward(2 * time.Minute)
	_, err = db.Accounts.SubmitSecondFactor(context.Background(), signIn(t, db, "clerk"), codeNow(t, db, secret)+"0")
	want(t, "a code with a digit too many", err, fault.Invalid, "WRONG_CODE", "code")
}

func TestWrongCodesLockAndThePasswordDoesNotForgiveThem(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := context.Background()
		secret, _ := enrol(t, db, made(t, db, "clerk", nil))
		for range 4 {
			_, err := db.Accounts.SubmitSecondFactor(ctx, signIn(t, db, "clerk"), "12345")
			want(t, "a wrong code", err, fault.Invalid, "WRONG_CODE", "code")
		}
		pending := signIn(t, db, "clerk")
		_, err := db.Accounts.SubmitSecondFactor(ctx, pending, "12345")
		want(t, "the fifth wrong code", err, fault.RateLimited, "ACCOUNT_LOCKED", "")
		_, err = db.Accounts.SubmitSecondFactor(ctx, pending, codeNow(t, db, secret))
		want(t, "the right code while locked", err, fault.RateLimited, "ACCOUNT_LOCKED", "")
		_, err = db.Accounts.SignIn(ctx, "clerk", password)
		want(t, "the right password while locked", err, fault.RateLimited, "ACCOUNT_LOCKED", "")
		db.Clock.Forward(2 * time.Minute)
		testkit.Must(db.Accounts.SubmitSecondFactor(ctx, pending, codeNow(t, db, secret)))(t)
		if got := len(entries(t, db, term.AuditActionRefuseSignIn)); got != 7 {
			t.Errorf("the log holds %d refusals, want 7", got)
		}
	})
}

func TestASecondFactorIsTurnedOffAndItsCodesRenewedByPasswordAndCode(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := context.Background()
		a := made(t, db, "clerk", nil)
		want(t, "turning off what is not on", db.Accounts.DisableSecondFactor(self(a), password, "1"), fault.InvalidTransition, "SECOND_FACTOR_OFF", "")
		secret, old := enrol(t, db, a)
		_, err := db.Accounts.RenewRecoveryCodes(self(a), "wrong", codeNow(t, db, secret))
		want(t, "renewing with a wrong password", err, fault.Invalid, "WRONG_PASSWORD", "password")
		_, err = db.Accounts.RenewRecoveryCodes(self(a), password, "1")
		want(t, "renewing with a wrong code", err, fault.Invalid, "WRONG_CODE", "code")
		fresh := testkit.Must(db.Accounts.RenewRecoveryCodes(self(a), password, codeNow(t, db, secret)))(t)
		_, err = db.Accounts.SubmitSecondFactor(ctx, signIn(t, db, "clerk"), old[0])
		want(t, "a recovery code from before", err, fault.Invalid, "WRONG_CODE", "code")
		token := testkit.Must(db.Accounts.SubmitSecondFactor(ctx, signIn(t, db, "clerk"), strings.ToLower(fresh[0])))(t)
		if who := resolved(t, db, token); who.Factor.RecoveryCodes != 9 {
			t.Errorf("%d recovery codes are left", who.Factor.RecoveryCodes)
		}
		want(t, "turning off with a used code", db.Accounts.DisableSecondFactor(self(a), password, fresh[0]), fault.Invalid, "WRONG_CODE", "code")
		if err := db.Accounts.DisableSecondFactor(self(a), password, fresh[1]); err != nil {
			t.Fatal(err)
		}
		if who := resolved(t, db, signIn(t, db, "clerk")); who.Factor != (account.Factor{}) {
			t.Errorf("after turning it off the viewer is %+v", who)
		}
		// It can be set up again at once.
		enrol(t, db, a)
	})
}

func TestThePolicyAsksAdministratorsOrEverybodyForASecondFactor(t *testing.T) {
	db := testkit.SQLite(t)
	clerk, admin := made(t, db, "clerk", nil), made(t, db, "admin", nil)
	testkit.Must(db.Accounts.Grant(testkit.System(), admin.ID, term.RoleAuditor, nil, db.Today(), nil, "试点"))(t)
	for policy, must := range map[account.FactorPolicy][2]bool{
		account.FactorOptional: {false, false}, account.FactorAdministrators: {false, true}, account.FactorAll: {true, true},
	} {
		db.Accounts = testkit.Must(account.New(db.Store, testkit.CheapHash, account.WithKey(testkit.TestKey), account.WithSecondFactor(policy)))(t)
		for i, login := range []string{"clerk", "admin"} {
			who := resolved(t, db, signIn(t, db, login))
			if confined := who.Confined() == account.OwesFactorSetting; confined != must[i] || who.Factor.Required != must[i] || confined && !who.Viewer.Log.Empty() {
				t.Errorf("with %s %s is %+v", policy, login, who)
			}
		}
	}
	enrol(t, db, clerk)
	if !account.FactorAll.Valid() || account.FactorPolicy("some").Valid() {
		t.Error("FactorPolicy.Valid does not reject other words")
	}
}
