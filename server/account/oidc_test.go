package account_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/testkit"
)

func TestTwoFirstSignInsAtOnceLinkOneIdentity(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		a := made(t, db, "east", testkit.Clerk(t, db, w.East.Department, "科员", "N-9"))
		claim := account.Claim{Issuer: "https://id.example", Subject: "s1", StaffNumber: "N-9"}
		var all sync.WaitGroup
		errs := make([]error, 6)
		for i := range errs {
			all.Go(func() { _, errs[i] = db.Accounts.SignInByClaim(context.Background(), claim) })
		}
		all.Wait()
		for _, err := range errs {
			if err != nil {
				t.Errorf("one of several first sign-ins: %v", err)
			}
		}
		sessions, identities := db.Raw.Client.Session.Query().AllX(testkit.System()), db.Raw.Client.Identity.Query().AllX(testkit.System())
		if len(sessions) != len(errs) || len(identities) != 1 || identities[0].AccountID != a.ID {
			t.Errorf("there are %d sessions and the identities %v", len(sessions), identities)
		}
		if who := resolved(t, db, testkit.Must(db.Accounts.SignInByClaim(context.Background(), claim))(t)); who == nil || who.Viewer.AccountID != a.ID {
			t.Errorf("the session is that of %+v", who)
		}
	})
}

func TestAClaimThatFitsNobodyOpensNothing(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		made(t, db, "east", w.East.People[0])
		nobody := made(t, db, "operator", nil)
		now := db.Now()
		db.Raw.Client.Identity.Create().SetAccountID(nobody.ID).SetIssuer("https://id.example").SetSubject("operator").SetCreatedAt(now).ExecX(testkit.System())
		db.Raw.Client.Person.UpdateOne(w.East.People[1]).ClearStaffNumber().ExecX(testkit.System())
		for _, c := range []struct {
			name   string
			claim  account.Claim
			reason string
		}{
			{"without a subject", account.Claim{Issuer: "https://id.example", StaffNumber: "N-东0"}, "OIDC_REFUSED"},
			{"with too long a subject", account.Claim{Issuer: "https://id.example", Subject: strings.Repeat("x", 256), StaffNumber: "N-东0"}, "OIDC_REFUSED"},
			{"without a staff number, which people without one have too", account.Claim{Issuer: "https://id.example", Subject: "s1"}, "OIDC_NO_STAFF_NUMBER"},
			{"of another issuer with a known subject", account.Claim{Issuer: "https://other.example", Subject: "operator"}, "OIDC_NO_STAFF_NUMBER"},
			{"with a staff number for an account of nobody", account.Claim{Issuer: "https://id.example", Subject: "operator", StaffNumber: "N-东0"}, "OIDC_OTHER_PERSON"},
			{"with a staff number in another form", account.Claim{Issuer: "https://id.example", Subject: "s1", StaffNumber: "%"}, "OIDC_UNKNOWN_PERSON"},
		} {
			token, err := db.Accounts.SignInByClaim(context.Background(), c.claim)
			if all := fault.All(err); token != "" || len(all) != 1 || all[0].Reason != c.reason {
				t.Errorf("a claim %s: %q, %v; want %s", c.name, token, err, c.reason)
			}
		}
		if n := db.Raw.Client.Session.Query().CountX(testkit.System()); n != 0 {
			t.Errorf("%d sessions were opened", n)
		}
		// The operator's subject is linked already, so that no staff number is needed.
		if who := resolved(t, db, testkit.Must(db.Accounts.SignInByClaim(context.Background(), account.Claim{Issuer: "https://id.example", Subject: "operator"}))(t)); who == nil || who.Viewer.AccountID != nobody.ID {
			t.Errorf("the session is that of %+v", who)
		}
		if s := db.Raw.Client.Session.Query().OnlyX(testkit.System()); s.Method != term.SignInMethodOIDC {
			t.Errorf("the session was opened by %s", s.Method)
		}
	})
}
