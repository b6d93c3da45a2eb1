package account_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/testkit"
)

// actor is a context of a person with a role and an account.
func actor(t *testing.T, db *testkit.DB, login string, role term.Role, u *ent.Unit, p *ent.Person) context.Context {
	t.Helper()
	ctx := testkit.AsPerson(role, u, p)
	viewer.FromContext(ctx).AccountID = made(t, db, login, p).ID
	return ctx
}

func TestAGrantWithPowerOverOthersNeedsASecondPerson(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		city := w.East.City
		person := func(name string) *ent.Person {
			p := db.Raw.Client.Person.Create().SetName(name).SetUnitID(city.ID).SetLevels(city.Levels()).SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).SaveX(testkit.System())
			return p
		}
		holder := made(t, db, "clerk", person("新人"))
		security := actor(t, db, "security", term.RoleSecurityAdmin, nil, nil)
		leader := actor(t, db, "leader", term.RolePrincipalLeader, city, w.East.People[1])
		grant := func(role term.Role) *ent.RoleAppointment {
			t.Helper()
			return testkit.Must(db.Accounts.Grant(security, holder.ID, role, &city.ID, db.Today(), nil, "纪检组派驻"))(t)
		}
		roles := func() []string { return grants(t, db, resolved(t, db, signIn(t, db, "clerk"))) }
		for _, r := range term.Role("").Values() {
			role := term.Role(r)
			g := grant(role)
			if waits := g.Status == term.GrantStatusPending; !waits || g.Reason != "纪检组派驻" {
				t.Errorf("the role %s is %s", role, g.Status)
			}
			if got := roles(); len(got) != 0 {
				t.Errorf("a pending %s gives %v", role, got)
			}
			_, err := db.Accounts.Confirm(security, g.ID)
			want(t, "confirming one's own grant", err, fault.Forbidden, "NOT_SECOND_PERSON", "roleAppointmentId")
			_, err = db.Accounts.Decline(leader, g.ID, " ")
			want(t, "declining without a reason", err, fault.Invalid, "REASON_REQUIRED", "reason")
			declined := testkit.Must(db.Accounts.Decline(leader, g.ID, "不符合条件"))(t)
			if declined.Status != term.GrantStatusDeclined || *declined.ConfirmedBy != viewer.FromContext(leader).AccountID {
				t.Errorf("declined: %+v", declined)
			}
			_, err = db.Accounts.Confirm(leader, g.ID)
			want(t, "confirming what was declined", err, fault.InvalidTransition, "NOT_PENDING", "roleAppointmentId")
		}
		g := grant(term.RoleInspector)
		_, err := db.Accounts.Revoke(security, g.ID, db.Today(), "调整")
		want(t, "revoking what is pending", err, fault.InvalidTransition, "NOT_ACTIVE", "roleAppointmentId")
		list := testkit.Must(db.Accounts.PendingGrants(leader, page(10), nil))(t)
		if len(list.Rows) != 1 || list.Rows[0].ID != g.ID {
			t.Errorf("pending are %+v", list.Rows)
		}
		may := testkit.Must(db.Accounts.MayDecide(leader, []int64{g.ID}))(t)[g.ID]
		own := testkit.Must(db.Accounts.MayDecide(security, []int64{g.ID}))(t)[g.ID]
		if may != (account.MayDecide{Confirm: true, Decline: true}) || own != (account.MayDecide{Decline: true}) {
			t.Errorf("the leader may %+v, the granter %+v", may, own)
		}
		confirmed := testkit.Must(db.Accounts.Confirm(leader, g.ID))(t)
		if confirmed.Status != term.GrantStatusActive || confirmed.ConfirmedAt == nil || *confirmed.ConfirmedBy != viewer.FromContext(leader).AccountID {
			t.Errorf("confirmed: %+v", confirmed)
		}
		if got := roles(); !slices.Equal(got, []string{"INSPECTOR E1"}) {
			t.Errorf("a confirmed role gives %v", got)
		}
		logged := entries(t, db, term.AuditActionConfirmGrant)
		if len(logged) != 1 || logged[0].Authority == nil || logged[0].Authority.Role != term.RolePrincipalLeader || logged[0].Unit != city.ID {
			t.Errorf("the log holds %+v", logged)
		}
		for _, e := range entries(t, db, term.AuditActionGrantRole) {
			if e.texts["reason"] != "纪检组派驻" && e.texts["reason"] != "试点" {
				t.Errorf("the log holds no reason: %v", e.texts)
			}
		}
		_, err = db.Accounts.Grant(security, holder.ID, term.RoleInspector, &city.ID, db.Today(), nil, strings.Repeat("长", 501))
		want(t, "a reason that is too long", err, fault.Invalid, "REASON_TOO_LONG", "reason")
	})
}

func TestFault33NobodyGrantsOrConfirmsAboveWhatTheyMay(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		holder := made(t, db, "clerk", w.East.People[1])
		whole := actor(t, db, "whole", term.RoleSecurityAdmin, nil, nil)
		city := actor(t, db, "city", term.RoleSecurityAdmin, w.East.City, nil)
		today := db.Today()
		grant := func(as context.Context, role term.Role, u *ent.Unit) (*ent.RoleAppointment, error) {
			var id *int64
			if u != nil {
				id = &u.ID
			}
			return db.Accounts.Grant(as, holder.ID, role, id, today, nil, "试点")
		}
		_, err := grant(city, term.RoleInspector, nil)
		want(t, "a grant on the whole system", err, fault.Forbidden, "", "")
		_, err = grant(city, term.RoleInspector, w.East.Unit)
		want(t, "a grant on the unit above", err, fault.NotFound, "", "")
		_, err = grant(city, term.RoleInspector, w.West.City)
		want(t, "a grant in the other province", err, fault.NotFound, "", "unitId")
		for _, role := range []term.Role{term.RoleSystemAdmin, term.RoleAuditor, term.RolePrincipalLeader, term.RoleLeadingGroup, term.RoleInspector, term.RoleStaff} {
			_, err = grant(testkit.As(role, nil), term.RoleStaff, w.East.City)
			want(t, "a grant by "+string(role), err, fault.Forbidden, "", "")
		}
		// Who confirms must hold the right on the grant's own unit.
		everywhere := testkit.Must(grant(whole, term.RoleLeadingGroup, nil))(t)
		province := testkit.Must(grant(whole, term.RoleInspector, w.East.Unit))(t)
		leader := actor(t, db, "leader", term.RolePrincipalLeader, w.East.City, nil)
		for _, as := range []context.Context{city, leader} {
			_, err = db.Accounts.Confirm(as, everywhere.ID)
			if !fault.Is(err, fault.Forbidden) && !fault.Is(err, fault.NotFound) {
				t.Errorf("a role of the whole system is confirmed by one of the city: %v", err)
			}
			_, err = db.Accounts.Confirm(as, province.ID)
			if !fault.Is(err, fault.Forbidden) && !fault.Is(err, fault.NotFound) {
				t.Errorf("a role of the province is confirmed by one of the city: %v", err)
			}
		}
		for _, role := range []term.Role{term.RoleAuditor, term.RoleLeadingGroup, term.RoleInspector, term.RoleDeptHead, term.RoleLeaderInCharge, term.RoleStaff} {
			_, err = db.Accounts.Confirm(testkit.As(role, nil), province.ID)
			want(t, "a confirmation by "+string(role), err, fault.Forbidden, "", "")
		}
		// Neither the holder nor another account of the same person.
		own := testkit.AsPerson(term.RolePrincipalLeader, nil, w.East.People[1])
		viewer.FromContext(own).AccountID = holder.ID
		_, err = db.Accounts.Confirm(own, province.ID)
		want(t, "a confirmation by the holder", err, fault.Forbidden, "GAINS_BY_IT", "roleAppointmentId")
		_, err = db.Accounts.Decline(testkit.AsPerson(term.RolePrincipalLeader, nil, w.East.People[1]), province.ID, "试点")
		want(t, "a refusal by the holder under another name", err, fault.Forbidden, "GAINS_BY_IT", "roleAppointmentId")
		_, err = db.Accounts.Grant(testkit.AsPerson(term.RoleSecurityAdmin, nil, w.East.People[1]), holder.ID, term.RoleStaff, &w.East.City.ID, today, nil, "试点")
		want(t, "a grant to oneself under another name", err, fault.Forbidden, "OWN_ROLE", "accountId")
	})
}

func TestAnAdministratorsRoleStandsAlone(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		ctx := testkit.System()
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		today := db.Today()
		head := made(t, db, "head", w.East.People[2]) // has a post and a portfolio
		security := actor(t, db, "security", term.RoleSecurityAdmin, nil, nil)
		leader := actor(t, db, "leader", term.RolePrincipalLeader, nil, nil)
		testkit.Must(db.Accounts.Grant(ctx, head.ID, term.RoleInspector, &w.West.City.ID, today, nil, "试点"))(t)
		_, err := db.Accounts.Grant(ctx, head.ID, term.RoleAuditor, nil, today, nil, "试点")
		want(t, "an administrator's role beside another", err, fault.Conflict, "ADMINISTRATOR_ALONE", "role")

		other := made(t, db, "other", w.East.People[1])
		pending := testkit.Must(db.Accounts.Grant(security, other.ID, term.RoleAuditor, nil, today, nil, "试点"))(t)
		_, err = db.Accounts.Grant(security, other.ID, term.RoleSystemAdmin, nil, today, nil, "试点")
		want(t, "a second administrator's role beside a pending one", err, fault.Conflict, "ADMINISTRATORS_EXCLUDE", "role")
		_, err = db.Accounts.Grant(security, other.ID, term.RoleStaff, nil, today, nil, "试点")
		want(t, "another role beside a pending administrator's", err, fault.Conflict, "ADMINISTRATOR_ALONE", "role")
		// The exclusion is checked again on confirmation.
		db.Raw.Client.RoleAppointment.Create().SetAccountID(other.ID).SetRole(term.RoleSystemAdmin).SetFromDay(today).SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).ExecX(ctx)
		_, err = db.Accounts.Confirm(leader, pending.ID)
		want(t, "a confirmation beside another administrator's role", err, fault.Conflict, "ADMINISTRATORS_EXCLUDE", "role")
		if who := resolved(t, db, signIn(t, db, "other")); !slices.Equal(grants(t, db, who), []string{"SYSTEM_ADMIN all"}) || !who.Viewer.Register.Empty() {
			t.Errorf("an administrator with a post and a portfolio has %v and sees %+v", grants(t, db, who), who.Viewer.Register)
		}
	})
}

func TestASystemAdministratorManagesNeitherTheOtherTwoNorThemself(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		system := actor(t, db, "system", term.RoleSystemAdmin, nil, nil)
		clerk := made(t, db, "clerk", w.East.People[0])
		protected := map[string]*ent.Account{}
		for login, role := range map[string]term.Role{"security": term.RoleSecurityAdmin, "auditor": term.RoleAuditor} {
			protected[login] = made(t, db, login, nil)
			testkit.Must(db.Accounts.Grant(testkit.System(), protected[login].ID, role, nil, db.Today().AddDate(0, 0, 7), nil, "试点"))(t)
		}
		ways := map[string]func(ctx context.Context, id int64) error{
			"resetting the password": func(ctx context.Context, id int64) error {
				_, err := db.Accounts.ResetPassword(ctx, id, "reset-horse-1")
				return err
			},
			"resetting the second factor": func(ctx context.Context, id int64) error {
				_, err := db.Accounts.ResetSecondFactor(ctx, id, "丢失")
				return err
			},
			"disabling": func(ctx context.Context, id int64) error {
				_, err := db.Accounts.Disable(ctx, id, "离职")
				return err
			},
			"enabling": func(ctx context.Context, id int64) error { _, err := db.Accounts.Enable(ctx, id, "返岗"); return err },
		}
		own := viewer.FromContext(system).AccountID
		for _, what := range []string{"resetting the password", "resetting the second factor", "disabling", "enabling"} {
			do := ways[what]
			for login, a := range protected {
				want(t, what+" of "+login, do(system, a.ID), fault.Forbidden, "ADMINISTRATORS_ACCOUNT", "accountId")
				if err := do(testkit.System(), a.ID); err != nil {
					t.Errorf("%s of %s by the operator: %v", what, login, err)
				}
			}
			want(t, what+" of oneself", do(system, own), fault.Forbidden, "OWN_ACCOUNT", "accountId")
			if err := do(system, clerk.ID); err != nil {
				t.Errorf("%s of a clerk: %v", what, err)
			}
		}
		may := testkit.Must(db.Accounts.MayManage(system, []int64{clerk.ID, own, protected["security"].ID, protected["auditor"].ID}))(t)
		if !may[clerk.ID] || may[own] || may[protected["security"].ID] || may[protected["auditor"].ID] {
			t.Errorf("the system administrator may manage %v", may)
		}
		if may := testkit.Must(db.Accounts.MayManage(testkit.As(term.RoleSystemAdmin, w.West.Unit), []int64{clerk.ID}))(t); may[clerk.ID] {
			t.Error("the administrator of the other province may manage the clerk")
		}
		_, err := db.Accounts.Disable(system, clerk.ID, "")
		want(t, "disabling without a reason", err, fault.Invalid, "REASON_REQUIRED", "reason")
		testkit.Must(db.Accounts.Disable(system, clerk.ID, "离职"))(t)
		_, err = db.Accounts.Disable(system, clerk.ID, "离职")
		want(t, "disabling twice", err, fault.InvalidTransition, "DISABLED_ALREADY", "accountId")
		_, err = db.Accounts.SignIn(context.Background(), "clerk", "reset-horse-1")
		want(t, "signing in when disabled", err, fault.Unauthenticated, "WRONG_CREDENTIALS", "")
		logged := entries(t, db, term.AuditActionDisableAccount)
		if last := logged[len(logged)-1]; last.texts["reason"] != "离职" || last.Authority.Role != term.RoleSystemAdmin || last.Unit != w.East.Unit.ID {
			t.Errorf("the log holds %+v", last)
		}
	})
}

func TestAnAdministratorOfAUnitSeesTheAccountsOfItsPeople(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		made(t, db, "east", w.East.People[0])
		city := made(t, db, "city", w.East.People[1])
		west := made(t, db, "west", w.West.People[0])
		made(t, db, "nobody", nil)
		there := testkit.Must(db.Accounts.Grant(testkit.System(), west.ID, term.RoleInspector, &w.East.City.ID, db.Today(), nil, "试点"))(t)
		elsewhere := testkit.Must(db.Accounts.Grant(testkit.System(), west.ID, term.RoleInspector, &w.West.City.ID, db.Today(), nil, "试点"))(t)
		for _, role := range []term.Role{term.RoleSystemAdmin, term.RoleSecurityAdmin} {
			as := testkit.As(role, w.East.City)
			own := made(t, db, "own-"+strings.ToLower(string(role[:3])), nil)
			viewer.FromContext(as).AccountID = own.ID
			var got []string
			for _, a := range testkit.Must(db.Accounts.List(as, "", page(10), nil))(t).Rows {
				got = append(got, a.LoginName)
			}
			if !slices.Equal(got, []string{"city", own.LoginName}) {
				t.Errorf("%s of the city sees %v", role, got)
			}
			if n := db.Client.Account.Query().CountX(as); n != 2 {
				t.Errorf("%s of the city counts %d accounts", role, n)
			}
			if _, err := db.Client.RoleAppointment.Get(as, there.ID); err != nil {
				t.Errorf("a role on the city is hidden: %v", err)
			}
			if _, err := db.Client.RoleAppointment.Get(as, elsewhere.ID); !ent.IsNotFound(err) {
				t.Errorf("a role in the other province is seen: %v", err)
			}
		}
		if n := db.Client.Account.Query().CountX(testkit.As(term.RoleSystemAdmin, nil)); n != 6 {
			t.Errorf("an administrator of the whole system sees %d accounts", n)
		}
		leader := testkit.As(term.RolePrincipalLeader, w.East.City)
		if n := db.Client.Account.Query().CountX(leader); n != 0 {
			t.Errorf("a leader sees %d accounts", n)
		}
		if n := db.Client.RoleAppointment.Query().CountX(leader); n != 1 {
			t.Errorf("a leader sees %d roles, want the one on the city to confirm", n)
		}
		names := testkit.Must(db.Accounts.Names(leader, []int64{city.ID}))(t)
		if n := names[city.ID]; n == nil || n.LoginName != "city" || n.PersonName == nil || *n.PersonName != w.East.People[1].Name {
			t.Errorf("the account's name is %+v", n)
		}
	})
}
