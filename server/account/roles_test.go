package account_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/testkit"
)

func page(first int) store.Page { return store.Page{First: first} }

// grants are a viewer's roles with the codes of their units, sorted.
func grants(t *testing.T, db *testkit.DB, who *account.SignedIn) []string {
	t.Helper()
	if who == nil {
		t.Fatal("the session is over")
	}
	out := []string{}
	for _, g := range who.Viewer.Grants {
		if g.Scope.All {
			out = append(out, string(g.Role)+" all")
		}
		for _, r := range g.Scope.Roots {
			u := db.Client.Unit.GetX(testkit.System(), r.ID)
			out = append(out, fmt.Sprintf("%s %s", g.Role, u.Code))
			if u.Level != r.Level {
				t.Errorf("%s stands on level %d, the grant says %d", u.Code, u.Level, r.Level)
			}
		}
	}
	slices.Sort(out)
	return out
}

func TestWhatOneMayFollowsFromPostsPortfoliosAndGrantedRolesOnTheDay(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := testkit.System()
		w := testkit.NewWorld(t, db)
		today := db.Today()
		day := func(n int) time.Time { return today.AddDate(0, 0, n) }
		// A new person whose posts and portfolios begin and end in this test.
		person := db.Raw.Client.Person.Create().SetName("新人").SetUnitID(w.East.Unit.ID).SetLevels([6]int64{w.East.Unit.ID}).SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).SaveX(ctx)
		a := made(t, db, "newcomer", person)
		appointment := testkit.Must(db.Org.Appoint(ctx, person.ID, w.East.Posts[2].ID, day(2)))(t)
		testkit.Must(db.Org.Relieve(ctx, appointment.ID, appointment.Version, new(day(4))))(t)
		portfolio := testkit.Must(db.Org.AssignPortfolio(ctx, person.ID, w.East.City.ID, term.PortfolioKindInCharge, day(3)))(t)
		testkit.Must(db.Org.EndPortfolio(ctx, portfolio.ID, portfolio.Version, new(day(5))))(t)
		until := day(6)
		testkit.Must(db.Accounts.Grant(ctx, a.ID, term.RoleInspector, &w.West.Unit.ID, day(5), &until, "试点"))(t)
		testkit.Must(db.Accounts.Grant(ctx, a.ID, term.RoleLeadingGroup, nil, day(6), nil, "试点"))(t)
		for n, want := range [][]string{
			{}, {},
			{"STAFF E11"},
			{"LEADER_IN_CHARGE E1", "STAFF E11"},
			{"LEADER_IN_CHARGE E1", "STAFF E11"},
			{"INSPECTOR W", "LEADER_IN_CHARGE E1"},
			{"INSPECTOR W", "LEADING_GROUP all"},
			{"LEADING_GROUP all"},
		} {
			if got := db.Today(); !got.Equal(day(n)) {
				t.Fatalf("the clock stands on %s", got)
			}
			who := resolved(t, db, signIn(t, db, "newcomer"))
			if got := grants(t, db, who); !slices.Equal(got, want) {
				t.Errorf("on day %d the viewer has %v, want %v", n, got, want)
			}
			if who.Viewer.PersonID != person.ID || who.Viewer.Name != "新人" {
				t.Errorf("one is %+v", who.Viewer)
			}
			seesCity := who.Viewer.Register.Reaches(authz.Levels{w.East.Unit.ID, w.East.City.ID})
			if want := n >= 3; seesCity != want {
				t.Errorf("on day %d the viewer sees the city: %v, want %v", n, seesCity, want)
			}
			db.Clock.Forward(24 * time.Hour)
		}
	})
}

func TestTheUnitsAboveOnesRolesAreKnown(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	made(t, db, "head", w.East.People[2]) // head of the department and in a post there
	v := resolved(t, db, signIn(t, db, "head")).Viewer
	above := slices.Clone(v.Ancestors)
	slices.Sort(above)
	if want := []int64{w.East.Unit.ID, w.East.City.ID}; !slices.Equal(slices.Compact(above), want) {
		t.Errorf("above the roles stand %v, want %v", above, want)
	}
	if v.Directory.All || !v.Accounts.Empty() {
		t.Errorf("the head sees %+v, accounts %v", v.Directory, v.Accounts)
	}
}

func TestTheThreeAdministratorsExcludeOneAnotherForAsLongAsTheirTermsOverlap(t *testing.T) {
	db := testkit.SQLite(t) // many accounts; the test of grants at the same time runs on every database
	ctx := testkit.System()
	w := testkit.NewWorld(t, db)
	today := db.Today()
	day := func(n int) *time.Time { d := today.AddDate(0, 0, n); return &d }
	roles := []term.Role{term.RoleSystemAdmin, term.RoleSecurityAdmin, term.RoleAuditor}
	for i, first := range roles {
		for j, second := range roles {
			for k, c := range []struct {
				from, to *time.Time // of the second; the first is from day 10 to day 20
				overlap  bool
			}{
				{day(0), day(9), false}, {day(0), day(10), true}, {day(0), nil, true}, {day(12), day(15), true}, {day(0), day(30), true},
				{day(20), day(25), true}, {day(20), nil, true}, {day(21), day(25), false}, {day(21), nil, false},
			} {
				a := made(t, db, fmt.Sprintf("admin-%d-%d-%d", i, j, k), nil)
				testkit.Must(db.Accounts.Grant(ctx, a.ID, first, nil, *day(10), day(20), "试点"))(t)
				// The unit makes no difference.
				_, err := db.Accounts.Grant(ctx, a.ID, second, &w.East.Unit.ID, *c.from, c.to, "试点")
				if first != second && c.overlap {
					want(t, fmt.Sprintf("%s beside %s, case %d", second, first, k), err, fault.Conflict, "ADMINISTRATORS_EXCLUDE", "role")
				} else if err != nil {
					t.Errorf("%s beside %s, case %d: %v", second, first, k, err)
				}
			}
		}
	}
	a := made(t, db, "other", nil)
	testkit.Must(db.Accounts.Grant(ctx, a.ID, term.RoleAuditor, nil, today, nil, "试点"))(t)
	_, err := db.Accounts.Grant(ctx, a.ID, term.RoleSystemAdmin, nil, today.AddDate(5, 0, 0), nil, "试点")
	want(t, "an administrator years after one without an end", err, fault.Conflict, "ADMINISTRATORS_EXCLUDE", "role")
}

func TestOfTwoAdministratorsRolesGrantedAtTheSameTimeOneIsRefused(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		for round := range 5 {
			a := made(t, db, fmt.Sprintf("admin%d", round), nil)
			var all sync.WaitGroup
			var mu sync.Mutex
			granted := 0
			for _, role := range []term.Role{term.RoleSystemAdmin, term.RoleSecurityAdmin, term.RoleAuditor} {
				all.Go(func() {
					_, err := db.Accounts.Grant(testkit.System(), a.ID, role, nil, db.Today(), nil, "试点")
					mu.Lock()
					defer mu.Unlock()
					if err == nil {
						granted++
					} else {
						want(t, string(role), err, fault.Conflict, "ADMINISTRATORS_EXCLUDE", "role")
					}
				})
			}
			all.Wait()
			if granted != 1 {
				t.Errorf("round %d: %d roles of administrators were granted to one account", round, granted)
			}
		}
	})
}

func TestGrantsAreGivenAndTakenOnlyWhereTheGranterMay(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := testkit.System()
		w := testkit.NewWorld(t, db)
		today := db.Today()
		a := made(t, db, "clerk", w.East.People[1])
		east := testkit.As(term.RoleSecurityAdmin, w.East.Unit)
		viewer.FromContext(east).AccountID = made(t, db, "security", nil).ID
		made := testkit.Must(db.Accounts.Grant(east, a.ID, term.RoleInspector, &w.East.City.ID, today, nil, "试点"))(t)
		if made.GrantedBy == nil || *made.GrantedBy != viewer.FromContext(east).AccountID || made.Status != term.GrantStatusPending {
			t.Errorf("the grant is noted as %v", made)
		}
		testkit.Must(db.Accounts.Confirm(ctx, made.ID))(t)
		_, err := db.Accounts.Grant(east, a.ID, term.RoleInspector, &w.West.City.ID, today, nil, "试点")
		want(t, "a role in the other province", err, fault.NotFound, "", "unitId")
		_, err = db.Accounts.Grant(east, a.ID, term.RoleInspector, nil, today, nil, "试点")
		want(t, "a role everywhere", err, fault.Forbidden, "", "")
		_, err = db.Accounts.Grant(east, a.ID+99, term.RoleInspector, &w.East.City.ID, today, nil, "试点")
		want(t, "an account that does not exist", err, fault.NotFound, "", "accountId")
		before := today.AddDate(0, 0, -1)
		_, err = db.Accounts.Grant(east, a.ID, term.RoleInspector, &w.East.City.ID, today, &before, "试点")
		want(t, "a term that ends before it starts", err, fault.Invalid, "ENDS_BEFORE_START", "to")
		_, err = db.Accounts.Grant(testkit.As(term.RoleSystemAdmin, nil), a.ID, term.RoleInspector, nil, today, nil, "试点")
		want(t, "a grant by the system administrator", err, fault.Forbidden, "", "")

		west := testkit.Must(db.Accounts.Grant(ctx, a.ID, term.RoleInspector, &w.West.City.ID, today, nil, "试点"))(t)
		everywhere := testkit.Must(db.Accounts.Grant(ctx, a.ID, term.RoleLeadingGroup, nil, today, nil, "试点"))(t)
		_, err = db.Accounts.Revoke(east, west.ID, today, "调整")
		want(t, "taking a role in the other province", err, fault.NotFound, "", "roleAppointmentId")
		_, err = db.Accounts.Revoke(east, everywhere.ID, today, "调整")
		want(t, "taking a role of the whole system", err, fault.Forbidden, "", "")
		_, err = db.Accounts.Revoke(testkit.As(term.RoleSystemAdmin, nil), made.ID, today, "调整")
		want(t, "taking by the system administrator", err, fault.Forbidden, "", "")
		_, err = db.Accounts.Revoke(east, made.ID, before, "调整")
		want(t, "an end before the start", err, fault.Invalid, "ENDS_BEFORE_START", "to")
		_, err = db.Accounts.Revoke(east, 99, today, "调整")
		want(t, "a role that does not exist", err, fault.NotFound, "", "roleAppointmentId")
		if out, err := db.Accounts.Revoke(east, made.ID, today, "调整"); err != nil || out.ToDay == nil || !out.ToDay.Equal(today) {
			t.Errorf("taking a role: %+v, %v", out, err)
		}
	})
}

func TestNobodyGrantsARoleToThemselfOrProlongsOne(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		today := db.Today()
		a := made(t, db, "security", nil)
		until := today.AddDate(0, 0, 5)
		own := testkit.Must(db.Accounts.Grant(testkit.System(), a.ID, term.RoleSecurityAdmin, nil, today, &until, "试点"))(t)
		self := viewer.NewContext(context.Background(), resolved(t, db, signIn(t, db, "security")).Viewer)
		_, err := db.Accounts.Grant(self, a.ID, term.RoleInspector, nil, today, nil, "试点")
		want(t, "a role for oneself", err, fault.Forbidden, "OWN_ROLE", "accountId")
		_, err = db.Accounts.Revoke(self, own.ID, until.AddDate(1, 0, 0), "调整")
		want(t, "prolonging a role by revoking it later", err, fault.InvalidTransition, "ENDED_ALREADY", "to")
		earlier := until.AddDate(0, 0, -2)
		if _, err := db.Accounts.Revoke(testkit.System(), own.ID, earlier, "调整"); err != nil {
			t.Errorf("ending a role earlier: %v", err)
		}
	})
}

func TestARevokedRoleEndsTheSessionsOfTheAccount(t *testing.T) {
	db := testkit.SQLite(t)
	a := made(t, db, "clerk", nil)
	role := testkit.Must(db.Accounts.Grant(testkit.System(), a.ID, term.RoleInspector, nil, db.Today(), nil, "试点"))(t)
	token := signIn(t, db, "clerk")
	testkit.Must(db.Accounts.Revoke(testkit.System(), role.ID, db.Today(), "调整"))(t)
	if resolved(t, db, token) != nil {
		t.Error("a session goes on with a role that was taken")
	}
}

func TestAccountsAreManagedOnlyWhereTheAdministratorMay(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		east := testkit.Second(t, db, term.RoleSystemAdmin, w.East.Unit, nil)
		create := func(login string, person *ent.Person) error {
			in := account.NewAccount{LoginName: login, Password: password}
			if person != nil {
				in.PersonID = &person.ID
			}
			_, err := db.Accounts.Create(east, in)
			return err
		}
		if err := create("own", w.East.People[1]); err != nil {
			t.Errorf("an account for a person of the own province: %v", err)
		}
		want(t, "an account for a person of the other province", create("theirs", w.West.People[1]), fault.NotFound, "", "personId")
		want(t, "an account for nobody", create("nobody", nil), fault.Forbidden, "", "")
		westerner, operator := made(t, db, "westerner", w.West.People[0]), made(t, db, "operator", nil)
		_, err := db.Accounts.ResetPassword(east, westerner.ID, "reset-horse-1")
		want(t, "the password of somebody in the other province", err, fault.NotFound, "", "accountId")
		_, err = db.Accounts.ResetPassword(east, operator.ID, "reset-horse-1")
		want(t, "the password of an account that nobody stands behind", err, fault.NotFound, "", "accountId")
		for _, role := range []term.Role{term.RoleSecurityAdmin, term.RoleAuditor, term.RoleLeadingGroup, term.RolePrincipalLeader, term.RoleStaff} {
			_, err := db.Accounts.Create(testkit.As(role, nil), account.NewAccount{LoginName: "more", Password: password})
			want(t, string(role), err, fault.Forbidden, "", "")
			_, err = db.Accounts.ResetPassword(testkit.As(role, nil), operator.ID, "reset-horse-1")
			want(t, string(role), err, fault.Forbidden, "", "")
		}
	})
}
