package account_test

import (
	"context"
	"testing"

	"sineng/ent/roleappointment"
	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/testkit"
)

func admin(login string) account.NewAccount {
	return account.NewAccount{LoginName: login, Password: "first-horse-1"}
}

func TestEachOfTheThreeAdministratorsSignsUpByALinkOfTheirOwn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := context.Background()
		_, err := db.Accounts.SignUp(ctx, "", admin("sysadmin"))
		want(t, "a link that was not offered", err, fault.Forbidden, "BAD_SETUP_LINK", "token")
		links := testkit.Must(db.Accounts.OfferSetUp(ctx))(t)
		if len(links) != 3 || links[term.RoleSystemAdmin] == links[term.RoleAuditor] || len(links[term.RoleAuditor]) < 32 {
			t.Fatalf("an empty database offers %v", links)
		}
		_, err = db.Accounts.SignUp(ctx, links[term.RoleAuditor]+"x", admin("auditor"))
		want(t, "a wrong link", err, fault.Forbidden, "BAD_SETUP_LINK", "token")
		_, err = db.Accounts.SignUp(ctx, links[term.RoleAuditor], account.NewAccount{LoginName: "auditor", Password: "short"})
		want(t, "a bad password", err, fault.Invalid, "PASSWORD_TOO_SHORT", "account.password")
		if n := db.Client.Account.Query().CountX(testkit.System()); n != 0 {
			t.Fatalf("failed sign-ups left %d accounts", n)
		}
		for i, role := range account.Administrators {
			if got := db.Accounts.SetUpRole(links[role]); got != role {
				t.Errorf("the link is for %q, want %s", got, role)
			}
			a := testkit.Must(db.Accounts.SignUp(ctx, links[role], admin([]string{"sys", "sec", "aud"}[i]+"-admin")))(t)
			r := db.Client.RoleAppointment.Query().Where(roleappointment.AccountID(a.ID)).OnlyX(testkit.System())
			if r.Role != role || r.UnitID != nil || r.ToDay != nil || r.Status != term.GrantStatusActive {
				t.Errorf("%s has the role %+v", a.LoginName, r)
			}
			if a.SecretsOwnSince == nil {
				t.Errorf("the secrets of %s are not its owner's own", a.LoginName)
			}
			_, err = db.Accounts.SignUp(ctx, links[role], admin("again"))
			want(t, "the link a second time", err, fault.Forbidden, "BAD_SETUP_LINK", "token")
			again := testkit.Must(db.Accounts.OfferSetUp(ctx))(t)
			if len(again) != 2-i || again[role] != "" {
				t.Errorf("after %s links are offered for %v", role, again)
			}
			links = again
		}
	})
}

func TestOneHandNeverMakesAllThreeAdministrators(t *testing.T) {
	db := testkit.SQLite(t)
	if f := fault.All(db.Accounts.RefuseSetUp()); len(f) != 1 || f[0].Reason != "EACH_BY_THEMSELF" {
		t.Errorf("the way of before answers %v", f)
	}
}

func TestALinkIsVoidOnceSomebodyWasGrantedItsRoleOtherwise(t *testing.T) {
	db := testkit.SQLite(t)
	links := testkit.Must(db.Accounts.OfferSetUp(context.Background()))(t)
	a := made(t, db, "operator", nil)
	testkit.Must(db.Accounts.Grant(testkit.System(), a.ID, term.RoleSystemAdmin, nil, db.Today(), nil, "试点"))(t)
	_, err := db.Accounts.SignUp(context.Background(), links[term.RoleSystemAdmin], admin("sysadmin"))
	want(t, "a link from before", err, fault.Forbidden, "BAD_SETUP_LINK", "token")
	testkit.Must(db.Accounts.SignUp(context.Background(), links[term.RoleAuditor], admin("auditor")))(t)
}

func TestNoLinkIsOfferedOnceALeaderHasSignedIn(t *testing.T) {
	db := testkit.SQLite(t)
	testkit.Started(t, db)
	if links := testkit.Must(db.Accounts.OfferSetUp(context.Background()))(t); len(links) != 0 {
		t.Errorf("links are offered for %v", links)
	}
}

func TestALinkOfferedAnewReplacesTheOneBefore(t *testing.T) {
	db := testkit.SQLite(t)
	ctx := context.Background()
	first := testkit.Must(db.Accounts.OfferSetUp(ctx))(t)
	second := testkit.Must(db.Accounts.OfferSetUp(ctx))(t)
	_, err := db.Accounts.SignUp(ctx, first[term.RoleAuditor], admin("auditor"))
	want(t, "the link before", err, fault.Forbidden, "BAD_SETUP_LINK", "token")
	testkit.Must(db.Accounts.SignUp(ctx, second[term.RoleAuditor], admin("auditor")))(t)
}
