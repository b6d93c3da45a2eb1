package account_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/testkit"
)

// as is the context of an account after sign-in.
func as(t *testing.T, db *testkit.DB, login string) context.Context {
	t.Helper()
	who := resolved(t, db, signIn(t, db, login))
	if who == nil {
		t.Fatalf("%s is not signed in", login)
	}
	return viewer.NewContext(context.Background(), who.Viewer)
}

// token creates a token of a signed-in account for a day.
func token(t *testing.T, db *testkit.DB, ctx context.Context, unit *ent.Unit, scopes ...term.TokenScope) (*ent.ApiToken, string) {
	t.Helper()
	in := account.NewToken{Name: "报表", Scopes: scopes, ExpiresAt: db.Now().AddDate(0, 0, 1)}
	if unit != nil {
		in.Unit = &unit.ID
	}
	row, secret, err := db.Accounts.CreateToken(ctx, in)
	if err != nil {
		t.Fatal(err)
	}
	return row, secret
}

// reads is the viewer of a token, nil when it is not accepted.
func reads(t *testing.T, db *testkit.DB, secret string) *viewer.Viewer {
	t.Helper()
	who := testkit.Must(db.Accounts.ResolveToken(context.Background(), secret))(t)
	if who == nil {
		return nil
	}
	return who.Viewer
}

func TestATokenIsShownOnceAndKeptAsAHash(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		a := made(t, db, "east", w.East.People[0])
		ctx := as(t, db, "east")
		row, secret := token(t, db, ctx, w.East.City, term.TokenScopeReadRegister)
		if !strings.HasPrefix(secret, "sineng_") || len(secret) < 50 || strings.Contains(row.TokenHash, secret) || row.AccountID != a.ID {
			t.Errorf("the token %q is kept as %+v", secret, row)
		}
		v := reads(t, db, secret)
		if v == nil || v.TokenID != row.ID || v.AccountID != a.ID || len(v.Register.Roots) != 1 || v.Register.Roots[0].ID != w.East.City.ID {
			t.Fatalf("it reads for %+v", v)
		}
		for _, wrong := range []string{"", "sineng_", secret[1:], secret + "x", strings.ToLower(secret), signIn(t, db, "east")} {
			if v := reads(t, db, wrong); v != nil {
				t.Errorf("%q reads for %+v", wrong, v)
			}
		}
		for _, body := range db.Raw.Client.AuditInbox.Query().AllX(testkit.System()) {
			if strings.Contains(body.Body+body.Texts, secret) || strings.Contains(body.Body+body.Texts, row.TokenHash) {
				t.Errorf("the log contains the token: %s", body.Body)
			}
		}
		mine := testkit.Must(db.Accounts.TokensOf(ctx, []int64{a.ID}))(t)[a.ID]
		if len(mine) != 1 || mine[0].ID != row.ID {
			t.Errorf("its owner sees the tokens %v", mine)
		}
	})
}

func TestWhatATokenMayNotBeMadeFor(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	other := made(t, db, "west", w.West.People[0])
	made(t, db, "east", w.East.People[1])
	ctx := as(t, db, "east")
	fresh := testkit.Must(db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: "fresh", Password: password, PersonID: &w.East.People[0].ID}))(t)
	register := []term.TokenScope{term.TokenScopeReadRegister}
	tomorrow := db.Now().AddDate(0, 0, 1)
	_, secret := token(t, db, ctx, nil, term.TokenScopeReadRegister)
	byToken := viewer.NewContext(context.Background(), reads(t, db, secret))
	for _, c := range []struct {
		name          string
		ctx           context.Context
		in            account.NewToken
		code          fault.Code
		reason, field string
	}{
		{"nobody", context.Background(), account.NewToken{Name: "x", Scopes: register, ExpiresAt: tomorrow}, fault.Unauthenticated, "SIGNED_OUT", ""},
		{"by a token", byToken, account.NewToken{Name: "x", Scopes: register, ExpiresAt: tomorrow}, fault.Forbidden, "NOT_PERMITTED", ""},
		{"for another", ctx, account.NewToken{Account: other.ID, Name: "x", Scopes: register, ExpiresAt: tomorrow}, fault.Forbidden, "NOT_PERMITTED", ""},
		{"without a name", ctx, account.NewToken{Name: " ", Scopes: register, ExpiresAt: tomorrow}, fault.Invalid, "BAD_LENGTH", "name"},
		{"without a scope", ctx, account.NewToken{Name: "x", ExpiresAt: tomorrow}, fault.Invalid, "NO_SCOPE", "scopes"},
		{"of an unknown scope", ctx, account.NewToken{Name: "x", Scopes: []term.TokenScope{"WRITE"}, ExpiresAt: tomorrow}, fault.Invalid, "UNKNOWN_SCOPE", "scopes"},
		{"expired", ctx, account.NewToken{Name: "x", Scopes: register, ExpiresAt: db.Now()}, fault.Invalid, "IN_THE_PAST", "expiresAt"},
		{"for ever", ctx, account.NewToken{Name: "x", Scopes: register, ExpiresAt: tomorrow.AddDate(0, 0, 366)}, fault.Invalid, "TOKEN_TOO_LONG", "expiresAt"},
		{"on a foreign unit", ctx, account.NewToken{Name: "x", Scopes: register, Unit: &w.West.Unit.ID, ExpiresAt: tomorrow}, fault.NotFound, "", "unitId"},
		{"of the log", ctx, account.NewToken{Name: "x", Scopes: []term.TokenScope{term.TokenScopeReadAudit}, ExpiresAt: tomorrow}, fault.Forbidden, "SCOPE_NOT_HELD", "scopes"},
		{"with a first password", testkit.System(), account.NewToken{Account: fresh.ID, Name: "x", Scopes: register, ExpiresAt: tomorrow}, fault.Forbidden, "MUST_CHANGE_PASSWORD", ""},
		{"for an account that does not exist", testkit.System(), account.NewToken{Account: 77, Name: "x", Scopes: register, ExpiresAt: tomorrow}, fault.NotFound, "", "accountId"},
	} {
		_, _, err := db.Accounts.CreateToken(c.ctx, c.in)
		want(t, c.name, err, c.code, c.reason, c.field)
	}
	db.Accounts.LimitTokens(time.Hour)
	_, _, err := db.Accounts.CreateToken(ctx, account.NewToken{Name: "x", Scopes: register, ExpiresAt: tomorrow})
	want(t, "longer than the setting", err, fault.Invalid, "TOKEN_TOO_LONG", "expiresAt")
}

func TestATokenEndsWhenItIsRevokedOrExpiredOrItsAccountIsShut(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		a := made(t, db, "east", w.East.People[0])
		made(t, db, "west", w.West.People[0])
		ctx, west := as(t, db, "east"), as(t, db, "west")
		row, secret := token(t, db, ctx, nil, term.TokenScopeReadRegister)

		if err := last(db.Accounts.RevokeToken(west, row.ID)); !fault.Is(err, fault.NotFound) {
			t.Errorf("another account revoked the token: %v", err)
		}
		first := testkit.Must(db.Accounts.RevokeToken(ctx, row.ID))(t)
		if reads(t, db, secret) != nil {
			t.Error("a revoked token reads")
		}
		if again := testkit.Must(db.Accounts.RevokeToken(ctx, row.ID))(t); !again.RevokedAt.Equal(*first.RevokedAt) {
			t.Errorf("revoking again moved the moment from %v to %v", first.RevokedAt, again.RevokedAt)
		}

		row, secret = token(t, db, ctx, nil, term.TokenScopeReadRegister)
		if err := last(db.Accounts.RevokeToken(testkit.As(term.RoleSystemAdmin, nil), row.ID)); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a system administrator revoked the token: %v", err)
		}
		if err := last(db.Accounts.RevokeToken(testkit.As(term.RoleSecurityAdmin, w.West.Unit), row.ID)); err == nil {
			t.Error("the security administrator of another province revoked the token")
		}
		if err := last(db.Accounts.RevokeToken(viewer.NewContext(context.Background(), reads(t, db, secret)), row.ID)); err == nil {
			t.Error("a token revoked itself")
		}
		testkit.Must(db.Accounts.RevokeToken(testkit.As(term.RoleSecurityAdmin, w.East.Unit), row.ID))(t)
		if reads(t, db, secret) != nil {
			t.Error("a token that the security administrator revoked reads")
		}

		_, secret = token(t, db, ctx, nil, term.TokenScopeReadRegister)
		set := func(change func(*ent.AccountUpdateOne)) {
			u := db.Raw.Client.Account.UpdateOneID(a.ID)
			change(u)
			u.ExecX(testkit.System())
		}
		for _, c := range []struct {
			name       string
			shut, open func(*ent.AccountUpdateOne)
		}{
			{"disabled", func(u *ent.AccountUpdateOne) { u.SetDisabled(true) }, func(u *ent.AccountUpdateOne) { u.SetDisabled(false) }},
			{"to change its password", func(u *ent.AccountUpdateOne) { u.SetMustChangePassword(true) }, func(u *ent.AccountUpdateOne) { u.SetMustChangePassword(false) }},
		} {
			if set(c.shut); reads(t, db, secret) != nil {
				t.Errorf("a token of an account that is %s reads", c.name)
			}
			if set(c.open); reads(t, db, secret) == nil {
				t.Errorf("after the account was %s its token reads no more", c.name)
			}
		}
		db.Clock.Forward(24 * time.Hour)
		if reads(t, db, secret) != nil {
			t.Error("an expired token reads")
		}
	})
}

func last[T any](_ T, err error) error { return err }

func TestFault27ATokenLosesWhatItsMakerLoses(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := testkit.System()
		w := testkit.NewWorld(t, db)
		today := db.Today()
		a := made(t, db, "east", w.East.People[0]) // principal leader of the province
		role := testkit.Must(db.Accounts.Grant(ctx, a.ID, term.RoleInspector, &w.West.City.ID, today.AddDate(0, 0, -2), nil, "试点"))(t)
		maker := as(t, db, "east")
		_, everything := token(t, db, maker, nil, term.TokenScopeReadRegister)
		_, department := token(t, db, maker, w.East.Department, term.TokenScopeReadRegister)
		_, west := token(t, db, maker, w.West.City, term.TokenScopeReadRegister)

		reach := func(secret string, u *ent.Unit) bool {
			v := reads(t, db, secret)
			return v != nil && v.Register.Reaches(u.Levels())
		}
		if !reach(everything, w.East.Unit) || !reach(everything, w.West.City) || !reach(department, w.East.Department) || !reach(west, w.West.City) {
			t.Fatal("the tokens do not reach what they were made for")
		}
		if reach(department, w.East.City) || reach(west, w.East.Unit) || reach(everything, w.West.Unit) {
			t.Error("a token reaches more than it was made for")
		}

		// The role in the other province ends: a token loses what depends on it and keeps the
		// rest.
		testkit.Must(db.Accounts.Revoke(ctx, role.ID, today.AddDate(0, 0, -1), "调整"))(t)
		if reads(t, db, west) != nil || reach(everything, w.West.City) || !reach(everything, w.East.Unit) {
			t.Error("a token kept the role that its maker lost")
		}

		// The leader is transferred to head the department of the other province.
		person := w.East.People[0].ID
		for _, p := range db.Client.Portfolio.Query().AllX(ctx) {
			if p.PersonID == person {
				db.Raw.Client.Portfolio.UpdateOne(p).SetToDay(today.AddDate(0, 0, -1)).ExecX(ctx)
			}
		}
		for _, p := range db.Client.Appointment.Query().AllX(ctx) {
			if p.PersonID == person {
				db.Raw.Client.Appointment.UpdateOne(p).SetToDay(today.AddDate(0, 0, -1)).ExecX(ctx)
			}
		}
		testkit.Must(db.Org.AssignPortfolio(ctx, person, w.West.Department.ID, term.PortfolioKindHead, today))(t)
		if reads(t, db, department) != nil || reach(everything, w.East.Unit) || reach(everything, w.East.Department) || reach(everything, w.West.City) {
			t.Error("a token kept what its maker was transferred from")
		}
		if !reach(everything, w.West.Department) || !reach(west, w.West.Department) {
			t.Error("a token without a narrower bound does not follow its maker")
		}
	})
}

func TestTheLastUseOfATokenIsNotedAtMostOnceAMinute(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	made(t, db, "east", w.East.People[0])
	row, secret := token(t, db, as(t, db, "east"), nil, term.TokenScopeReadOverview)
	used := func() *time.Time { return db.Client.ApiToken.GetX(testkit.System(), row.ID).LastUsedAt }
	if used() != nil {
		t.Fatal("a new token was used already")
	}
	reads(t, db, secret)
	first := used()
	db.Clock.Forward(50 * time.Second)
	reads(t, db, secret)
	if first == nil || !used().Equal(*first) {
		t.Errorf("within a minute the last use moved from %v to %v", first, used())
	}
	db.Clock.Forward(15 * time.Second)
	reads(t, db, secret)
	if !used().After(*first) {
		t.Errorf("after a minute the last use is still %v", used())
	}
}

func TestATokenIsToldOfNoAccountButWhoseItIs(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	a := made(t, db, "east", w.East.People[0])
	admin := made(t, db, "admin", nil)
	testkit.Must(db.Accounts.Grant(testkit.System(), a.ID, term.RoleInspector, &w.East.Unit.ID, db.Today(), nil, "试点"))(t)
	testkit.Must(db.Accounts.Grant(testkit.System(), admin.ID, term.RoleSecurityAdmin, nil, db.Today(), nil, "试点"))(t)
	_, secret := token(t, db, as(t, db, "east"), nil, term.TokenScopeReadRegister)
	_, secrets := token(t, db, as(t, db, "admin"), nil, term.TokenScopeReadOrganisation)
	if seen := testkit.Must(db.Accounts.TokensOf(as(t, db, "admin"), []int64{a.ID}))(t)[a.ID]; len(seen) != 1 {
		t.Errorf("the security administrator sees the tokens %v", seen)
	}
	if seen := testkit.Must(db.Accounts.TokensOf(testkit.As(term.RoleSystemAdmin, nil), []int64{a.ID}))(t)[a.ID]; len(seen) != 0 {
		t.Errorf("the system administrator sees the tokens %v", seen)
	}
	for login, s := range map[string]string{"east": secret, "admin": secrets} {
		ctx := viewer.NewContext(context.Background(), reads(t, db, s))
		if all := db.Client.Account.Query().AllX(ctx); len(all) != 1 || all[0].LoginName != login {
			t.Errorf("a token of %s sees the accounts %v", login, all)
		}
		roles, tokens := db.Client.RoleAppointment.Query().CountX(ctx), db.Client.ApiToken.Query().CountX(ctx)
		if mine, _ := db.Accounts.TokensOf(ctx, []int64{a.ID, admin.ID}); roles+tokens+len(mine) != 0 {
			t.Errorf("a token of %s sees %d roles and %d tokens", login, roles, tokens)
		}
		if _, err := db.Accounts.List(ctx, "", store.Page{First: 10}, nil); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a token of %s lists accounts: %v", login, err)
		}
		if _, err := db.Accounts.Grant(ctx, a.ID, term.RoleAuditor, nil, db.Today(), nil, "试点"); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a token of %s grants a role: %v", login, err)
		}
	}
}
