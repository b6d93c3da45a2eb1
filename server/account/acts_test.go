package account_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/pendingact"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/pending"
	"sineng/server/testkit"
)

const other = "another-horse-9"

// waiting is the only act that waits.
func waiting(t *testing.T, db *testkit.DB) *ent.PendingAct {
	t.Helper()
	return db.Client.PendingAct.Query().Where(pendingact.StatusEQ(term.ActStatusPending)).OnlyX(testkit.System())
}

// opens tells whether a password opens an account.
func opens(db *testkit.DB, login, password string) bool {
	_, err := db.Accounts.SignIn(context.Background(), login, password)
	return err == nil
}

func TestThePasswordOfTheLeadingGroupIsResetByTwo(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		group := made(t, db, "group", testkit.Clerk(t, db, w.East.Department, "组员", "N-8"))
		testkit.Must(db.Accounts.Grant(testkit.System(), group.ID, term.RoleLeadingGroup, &w.East.Unit.ID, db.Today(), nil, "试点"))(t)
		system := testkit.Second(t, db, term.RoleSystemAdmin, nil, nil)
		security := testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil)
		_, token, err := db.Accounts.CreateToken(self(group), account.NewToken{Name: "月报", Scopes: []term.TokenScope{term.TokenScopeReadOrganisation},
			ExpiresAt: db.Now().Add(24 * time.Hour)})
		if err != nil {
			t.Fatal(err)
		}
		session := signIn(t, db, "group")
		out := testkit.Must(db.Accounts.ResetPassword(system, group.ID, other))(t)
		if out.Act == nil || out.Act.MayConfirm || !out.Act.MayWithdraw {
			t.Fatalf("the reset is %+v", out.Act)
		}
		if opens(db, "group", other) || !opens(db, "group", password) || resolved(t, db, session) == nil {
			t.Error("a reset that waits has touched the account")
		}
		act := waiting(t, db)
		_, err = db.Acts.Confirm(system, act.ID)
		want(t, "a confirmation by who began it", err, fault.Forbidden, "NOT_SECOND_PERSON", "actId")
		_, err = db.Acts.Confirm(testkit.As(term.RoleInspector, nil), act.ID)
		want(t, "a confirmation by one without the right", err, fault.NotFound, "", "actId")
		_, err = db.Accounts.ResetPassword(system, group.ID, other)
		want(t, "a second reset", err, fault.Conflict, "WAITS_ALREADY", "")
		testkit.Must(db.Acts.Confirm(security, act.ID))(t)
		if !opens(db, "group", other) || opens(db, "group", password) || resolved(t, db, session) != nil {
			t.Error("the confirmed reset has not been carried out")
		}
		if who := testkit.Must(db.Accounts.ResolveToken(context.Background(), token))(t); who != nil {
			t.Error("a token of before the reset is still good")
		}
		testkit.Must(db.Accounts.ChangePassword(self(group), other, "third-horse-9"))(t)
		if who := testkit.Must(db.Accounts.ResolveToken(context.Background(), token))(t); who != nil {
			t.Error("a token of before the reset is good again")
		}
		if row := db.Client.PendingAct.GetX(testkit.System(), act.ID); row.Payload != "" || row.Status != term.ActStatusConfirmed || *row.DecidedBy != viewer.FromContext(security).AccountID {
			t.Errorf("the act is %+v", row)
		}
	})
}

func TestAccountsMadeByOneAdministratorDoNotConfirmForThem(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		leader := made(t, db, "leader", w.East.People[0])
		system := testkit.Second(t, db, term.RoleSystemAdmin, nil, nil)
		// Somebody whose account the same administrator made lately, and who has changed its password.
		colluding := testkit.As(term.RoleSecurityAdmin, nil)
		puppet := testkit.Must(db.Accounts.Create(system, account.NewAccount{LoginName: "puppet", Password: password}))(t)
		viewer.FromContext(colluding).AccountID = puppet.ID
		testkit.Must(db.Accounts.ResetSecondFactor(system, leader.ID, "丢失"))(t)
		act := waiting(t, db)
		_, err := db.Acts.Confirm(colluding, act.ID)
		want(t, "a confirmation with a password of somebody else's", err, fault.Forbidden, "NOT_INDEPENDENT", "actId")
		testkit.Must(db.Accounts.ChangePassword(colluding, password, other))(t)
		for day := range 7 {
			_, err = db.Acts.Confirm(colluding, act.ID)
			want(t, "a confirmation too early", err, fault.Forbidden, "NOT_INDEPENDENT", "actId")
			if found := testkit.Must(db.Acts.ToConfirm(colluding, 10))(t); len(found.Acts) != 1 || found.Acts[0].MayConfirm || found.Acts[0].ConfirmableFrom == nil {
				t.Errorf("on day %d there wait %+v", day, found.Acts)
			}
			db.Clock.Forward(24 * time.Hour)
		}
		testkit.Must(db.Acts.Confirm(colluding, act.ID))(t)
		// A reset by somebody else takes the independence away.
		testkit.Must(db.Accounts.ResetPassword(testkit.System(), puppet.ID, "fourth-horse-9"))(t)
		testkit.Must(db.Accounts.ResetSecondFactor(system, leader.ID, "又丢失"))(t)
		_, err = db.Acts.Confirm(colluding, waiting(t, db).ID)
		want(t, "a confirmation after a reset", err, fault.Forbidden, "NOT_INDEPENDENT", "actId")
	})
}

func TestNobodyConfirmsWhatAnAccountBeganOfWhichTheyKnewTheSecrets(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		leader := made(t, db, "leader", w.East.People[0])
		maker, security := testkit.Second(t, db, term.RoleSystemAdmin, nil, nil), testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil)
		puppet := testkit.Must(db.Accounts.Create(maker, account.NewAccount{LoginName: "puppet", Password: password}))(t)
		puppeteer := testkit.As(term.RoleSystemAdmin, nil)
		viewer.FromContext(puppeteer).AccountID = puppet.ID
		testkit.Must(db.Accounts.ChangePassword(puppeteer, password, other))(t)
		begin := func() int64 {
			testkit.Must(db.Accounts.ResetSecondFactor(puppeteer, leader.ID, "丢失"))(t)
			return waiting(t, db).ID
		}
		act := begin()
		db.Clock.Forward(8 * 24 * time.Hour) // what is their own by now was not when it was begun
		_, err := db.Acts.Confirm(maker, act)
		want(t, "a confirmation by who gave the first password", err, fault.Forbidden, "CONCERNED", "actId")
		testkit.Must(db.Acts.Confirm(security, act))(t)
		testkit.Must(db.Acts.Confirm(maker, begin()))(t)
		// Whoever resets it knows it again.
		testkit.Must(db.Accounts.ResetPassword(maker, puppet.ID, "fourth-horse-9"))(t)
		testkit.Must(db.Accounts.ChangePassword(puppeteer, "fourth-horse-9", "fifth-horse-99"))(t)
		_, err = db.Acts.Confirm(maker, begin())
		want(t, "a confirmation by who reset the password", err, fault.Forbidden, "CONCERNED", "actId")
	})
}

func TestStaffWithoutAUnitWaitsAsAnythingWiderThanADepartment(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		security := testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil)
		a := made(t, db, "clerk", nil)
		alone := testkit.Must(testkit.NewUnit(db, w.East.Unit, "E2", "东独局", term.UnitKindBureau))(t)
		for name, c := range map[string]struct {
			unit  *int64
			waits bool
		}{"the whole system": {nil, true}, "a bureau": {&w.East.City.ID, true}, "a bureau without departments": {&alone.ID, true},
			"a department": {&w.East.Department.ID, false}} {
			g := testkit.Must(db.Accounts.Grant(security, a.ID, term.RoleStaff, c.unit, db.Today(), nil, "试点"))(t)
			if waits := g.Status == term.GrantStatusPending; waits != c.waits {
				t.Errorf("STAFF of %s is %s", name, g.Status)
			}
		}
		if got := grants(t, db, resolved(t, db, signIn(t, db, "clerk"))); !slices.Equal(got, []string{"STAFF E11"}) {
			t.Errorf("the clerk has %v", got)
		}
		testkit.Must(below(db, w.East.Department))(t)
		g := testkit.Must(db.Accounts.Grant(security, a.ID, term.RoleStaff, &w.East.Department.ID, db.Today(), nil, "试点"))(t)
		if g.Status != term.GrantStatusPending {
			t.Errorf("STAFF of a department with one below it is %s", g.Status)
		}
	})
}

func TestAGrantOfTodayEndsTodayAtOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		security := testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil)
		a := made(t, db, "clerk", nil)
		g := testkit.Must(db.Accounts.Grant(security, a.ID, term.RoleStaff, &w.East.Department.ID, db.Today(), nil, "误授"))(t)
		session, held := signIn(t, db, "clerk"), db.Now()
		out := testkit.Must(db.Accounts.RevokeNow(security, g.ID, "误授"))(t)
		if out.EndedAt == nil || resolved(t, db, session) != nil {
			t.Errorf("the role is %+v", out)
		}
		if got := grants(t, db, resolved(t, db, signIn(t, db, "clerk"))); len(got) != 0 {
			t.Errorf("on the same day the account still has %v", got)
		}
		for name, c := range map[string]struct {
			known time.Time
			want  int
		}{"while it was held": {held, 1}, "afterwards": {db.Now(), 0}} {
			facts := testkit.Must(office.Read(db.Client, office.OnRecord(db.Today(), c.known)).Account(testkit.System(), a.ID, 0))(t)
			if len(facts.Roles) != c.want {
				t.Errorf("%s the record knows %d roles, want %d", name, len(facts.Roles), c.want)
			}
		}
		_, err := db.Accounts.RevokeNow(security, g.ID, "误授")
		want(t, "ending it twice", err, fault.InvalidTransition, "ENDED_ALREADY", "to")
		// What was ended at once stands in the way of nothing later that day.
		testkit.Must(db.Accounts.Grant(testkit.System(), a.ID, term.RoleAuditor, nil, db.Today().AddDate(0, 0, -1), nil, "试点"))(t)
	})
}

func TestResetsOfPlainStaffDoNotWait(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		system := testkit.Second(t, db, term.RoleSystemAdmin, nil, nil)
		p := testkit.Clerk(t, db, w.East.Department, "科员", "N-9")
		a := testkit.Must(db.Accounts.Create(system, account.NewAccount{LoginName: "clerk", Password: password, PersonID: &p.ID}))(t)
		if a.Act != nil || a.Disabled {
			t.Errorf("the account of a clerk is %+v", a)
		}
		if out := testkit.Must(db.Accounts.ResetPassword(system, a.ID, other))(t); out.Act != nil || !opens(db, "clerk", other) {
			t.Errorf("the reset is %+v", out)
		}
		testkit.Must(db.Org.AssignPortfolio(testkit.System(), p.ID, w.East.Department.ID, term.PortfolioKindHead, db.Today().AddDate(0, 0, 9)))(t)
		if out := testkit.Must(db.Accounts.ResetPassword(system, a.ID, "third-horse-9"))(t); out.Act == nil || !opens(db, "clerk", other) {
			t.Errorf("the reset of a coming head is %+v", out)
		}
	})
}

func TestAnAccountForALeaderOpensOnceASecondPersonHasConfirmedIt(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		system, security := testkit.Second(t, db, term.RoleSystemAdmin, nil, nil), testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil)
		create := func(login string) *account.Managed {
			return testkit.Must(db.Accounts.Create(system, account.NewAccount{LoginName: login, Password: password, PersonID: &w.East.People[0].ID}))(t)
		}
		first := create("first")
		if first.Act == nil || !first.Disabled || opens(db, "first", password) {
			t.Fatalf("the account is %+v", first)
		}
		_, err := db.Accounts.Enable(system, first.ID, "急用")
		want(t, "opening it alone", err, fault.InvalidTransition, "WAITS_FOR_CONFIRMATION", "accountId")
		testkit.Must(db.Acts.Decline(security, first.Act.ID, "不认识"))(t)
		if a := db.Client.Account.GetX(testkit.System(), first.ID); a.PersonID != nil || !a.Disabled {
			t.Errorf("after it was declined the account is %+v", a)
		}
		second := create("second")
		testkit.Must(db.Acts.Confirm(security, second.Act.ID))(t)
		if !opens(db, "second", password) {
			t.Error("the confirmed account does not open")
		}
	})
}

func TestTheFirstLinkOfALeadersAccountToAnIdentityWaits(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		a := made(t, db, "leader", w.East.People[0])
		claim := account.Claim{Issuer: "https://id.example", Subject: "s1", StaffNumber: "N-东0"}
		for range 2 {
			_, err := db.Accounts.SignInByClaim(context.Background(), claim)
			want(t, "a first sign-in", err, fault.Forbidden, "OIDC_LINK_WAITS", "")
		}
		_, err := db.Acts.Confirm(self(a), waiting(t, db).ID)
		want(t, "a confirmation by the owner", err, fault.Forbidden, "GAINS_BY_IT", "actId")
		testkit.Must(db.Acts.Confirm(testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil), waiting(t, db).ID))(t)
		if who := resolved(t, db, testkit.Must(db.Accounts.SignInByClaim(context.Background(), claim))(t)); who == nil || who.Viewer.AccountID != a.ID {
			t.Errorf("the confirmed link opens the session of %+v", who)
		}
	})
}

func TestDuringStartUpTwoOfTheThreeAdministratorsConfirmTogether(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := context.Background()
		links := testkit.Must(db.Accounts.OfferSetUp(ctx))(t)
		admin := map[term.Role]context.Context{}
		for _, role := range account.Administrators {
			a := testkit.Must(db.Accounts.SignUp(ctx, links[role], account.NewAccount{LoginName: string(role), Password: password}))(t)
			admin[role] = testkit.As(role, nil)
			viewer.FromContext(admin[role]).AccountID = a.ID
		}
		system, security, auditor := admin[term.RoleSystemAdmin], admin[term.RoleSecurityAdmin], admin[term.RoleAuditor]
		leader := testkit.Must(db.Accounts.Create(system, account.NewAccount{LoginName: "leader", Password: other, PersonID: &w.East.People[0].ID}))(t)
		group := made(t, db, "group", w.East.People[1])
		testkit.Must(db.Accounts.Grant(security, group.ID, term.RoleLeadingGroup, nil, db.Today(), nil, "初始化"))(t)
		list := func() (out []int64) {
			for _, a := range testkit.Must(db.Acts.StartUp(auditor))(t).Acts {
				out = append(out, a.ID)
			}
			return out
		}
		if len(list()) != 2 {
			t.Fatalf("there wait %v", list())
		}
		for name, ctx := range map[string]context.Context{"a leading group": testkit.As(term.RoleLeadingGroup, nil), "an administrator of a part": testkit.As(term.RoleSecurityAdmin, w.East.Unit)} {
			if _, err := db.Acts.ConfirmAll(ctx, list()[:1]); !fault.Is(err, fault.Forbidden) && !fault.Is(err, fault.NotFound) {
				t.Errorf("%s confirms at start-up: %v", name, err)
			}
		}
		testkit.Must(db.Acts.ConfirmAll(system, list()))(t)
		_, err := db.Acts.ConfirmAll(system, list())
		want(t, "the same administrator twice", err, fault.Forbidden, "CONFIRMED_BY_YOU", "actId")
		if opens(db, "leader", other) {
			t.Error("one administrator alone has opened the leader's account")
		}
		testkit.Must(db.Acts.ConfirmAll(auditor, list()))(t)
		if len(list()) != 0 || !opens(db, "leader", other) {
			t.Errorf("after two there wait %v", list())
		}
		if found := testkit.Must(db.Acts.StartUp(system))(t); found == nil {
			t.Error("start-up is over though the leader has a first password still")
		}
		testkit.Must(db.Accounts.ChangePassword(self(leader.Account), other, "third-horse-9"))(t)
		if found := testkit.Must(db.Acts.StartUp(system))(t); found != nil {
			t.Error("start-up goes on though the leader has signed in as themself")
		}
		testkit.Must(db.Accounts.Grant(security, group.ID, term.RoleInspector, nil, db.Today(), nil, "初始化"))(t)
		_, err = db.Acts.Confirm(system, waiting(t, db).ID)
		want(t, "an administrator who is not independent yet", err, fault.Forbidden, "NOT_INDEPENDENT", "actId")
	})
}

func TestTheOperatorWaitsAndTheBreakGlassTakesThreeDays(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		a := made(t, db, "leader", w.East.People[0])
		holder := made(t, db, "holder", nil)
		reset := func(ctx context.Context, password string) *account.Managed {
			return testkit.Must(db.Accounts.ResetPassword(ctx, a.ID, password))(t)
		}
		testkit.Must(db.Accounts.Grant(testkit.System(), holder.ID, term.RoleSecurityAdmin, nil, db.Today(), nil, "试点"))(t)
		if out := reset(pending.ByOperator(testkit.System(), false), other); out.Act == nil || out.Act.TakesEffectAt != nil || opens(db, "leader", other) {
			t.Fatalf("the operator's reset is %+v", out.Act)
		}
		testkit.Must(db.Acts.Withdraw(testkit.System(), waiting(t, db).ID))(t)
		reset(pending.ByOperator(testkit.System(), true), other)
		db.Clock.Forward(pending.Grace - time.Hour)
		testkit.Fire(t, db, db.Acts.Timers()...)
		if opens(db, "leader", other) {
			t.Error("the break-glass takes effect too early")
		}
		db.Clock.Forward(time.Hour)
		testkit.Fire(t, db, db.Acts.Timers()...)
		if !opens(db, "leader", other) {
			t.Error("the break-glass has not taken effect")
		}
		// Whoever may confirm it may decline it meanwhile.
		reset(pending.ByOperator(testkit.System(), true), "third-horse-9")
		security := testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil)
		testkit.Must(db.Acts.Decline(security, waiting(t, db).ID, "不是本人申请"))(t)
		db.Clock.Forward(pending.Grace)
		testkit.Fire(t, db, db.Acts.Timers()...)
		if opens(db, "leader", "third-horse-9") {
			t.Error("a declined break-glass takes effect")
		}
		// Where nobody could confirm it, the operator acts at once.
		testkit.Must(db.Accounts.RevokeNow(testkit.System(), db.Client.RoleAppointment.Query().OnlyX(testkit.System()).ID, "调整"))(t)
		db.Raw.Client.Portfolio.Delete().ExecX(testkit.System())
		testkit.Must(db.Org.AssignPortfolio(testkit.System(), w.East.People[0].ID, w.East.Unit.ID, term.PortfolioKindInCharge, db.Today()))(t)
		if out := reset(pending.ByOperator(testkit.System(), false), "fourth-horse-9"); out.Act != nil || !opens(db, "leader", "fourth-horse-9") {
			t.Errorf("where nobody could confirm it the reset is %+v", out.Act)
		}
	})
}

// TestWhoConfirmsInOnePlaceGivesNothingOfAnother: the administrators of one place reset the password of
// somebody on its payroll who leads another.
func TestWhoConfirmsInOnePlaceGivesNothingOfAnother(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		testkit.Must(db.Org.AssignPortfolio(testkit.System(), w.West.People[2].ID, w.East.Unit.ID, term.PortfolioKindPrincipal, db.Today()))(t)
		leader := made(t, db, "leader", w.West.People[2])
		system, there := testkit.Second(t, db, term.RoleSystemAdmin, w.West.Unit, nil), testkit.Second(t, db, term.RoleSecurityAdmin, w.West.Unit, nil)
		out := testkit.Must(db.Accounts.ResetPassword(system, leader.ID, other))(t)
		if out.Act == nil || out.Act.UnitID != nil {
			t.Fatalf("the reset is %+v", out.Act)
		}
		_, err := db.Acts.Confirm(there, out.Act.ID)
		want(t, "a confirmation by who may in one place alone", err, fault.NotFound, "", "actId")
		if opens(db, "leader", other) {
			t.Error("the password was reset")
		}
		testkit.Must(db.Acts.Confirm(testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil), out.Act.ID))(t)
		if !opens(db, "leader", other) {
			t.Error("the confirmed reset has not been carried out")
		}
	})
}

// TestASecondDepartmentByGrantsWaits: STAFF of one department after another by a security administrator.
func TestASecondDepartmentByGrantsWaits(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		security, system := testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil), testkit.Second(t, db, term.RoleSystemAdmin, nil, nil)
		grant := func(a *ent.Account, u *ent.Unit) term.GrantStatus {
			return testkit.Must(db.Accounts.Grant(security, a.ID, term.RoleStaff, &u.ID, db.Today(), nil, "试点"))(t).Status
		}
		alone, posted := made(t, db, "clerk", nil), made(t, db, "posted", testkit.Clerk(t, db, w.East.Department, "科员", "N-9"))
		if got := grant(alone, w.East.Department); got != term.GrantStatusActive {
			t.Errorf("STAFF of a first department is %s", got)
		}
		for name, a := range map[string]*ent.Account{"somebody granted another": alone, "somebody with a post in another": posted} {
			if got := grant(a, w.West.Department); got != term.GrantStatusPending {
				t.Errorf("STAFF of a department for %s is %s", name, got)
			}
		}
		// Who has more than one department is powerful: nobody alone resets their password.
		both := made(t, db, "both", nil)
		for _, u := range []*ent.Unit{w.East.Department, w.West.Department} {
			testkit.Must(db.Accounts.Grant(testkit.System(), both.ID, term.RoleStaff, &u.ID, db.Today(), nil, "试点"))(t)
		}
		if out := testkit.Must(db.Accounts.ResetPassword(system, both.ID, other))(t); out.Act == nil {
			t.Error("the password of somebody with several departments is reset by one")
		}
	})
}

// What an account made before somebody else took its second factor away is not trusted any more.
func TestTokensEndWithAResetOfTheSecondFactor(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		system, security := testkit.Second(t, db, term.RoleSystemAdmin, nil, nil), testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil)
		for login, p := range map[string]*ent.Person{"leader": w.East.People[0], "clerk": testkit.Clerk(t, db, w.East.Department, "科员", "N-9")} {
			a := made(t, db, login, p)
			_, token, err := db.Accounts.CreateToken(self(a), account.NewToken{Name: "月报", Scopes: []term.TokenScope{term.TokenScopeReadOrganisation},
				ExpiresAt: db.Now().Add(24 * time.Hour)})
			if err != nil {
				t.Fatal(err)
			}
			if who := testkit.Must(db.Accounts.ResolveToken(context.Background(), token))(t); who == nil {
				t.Fatalf("the token of the %s is not good", login)
			}
			if out := testkit.Must(db.Accounts.ResetSecondFactor(system, a.ID, "手机丢失"))(t); out.Act != nil {
				testkit.Must(db.Acts.Confirm(security, out.Act.ID))(t)
			}
			if who := testkit.Must(db.Accounts.ResolveToken(context.Background(), token))(t); who != nil {
				t.Errorf("a token of the %s of before the reset is still good", login)
			}
		}
	})
}

func TestAnActThatNobodyDecidesExpires(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		testkit.Started(t, db)
		security := testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil)
		a := made(t, db, "clerk", nil)
		g := testkit.Must(db.Accounts.Grant(security, a.ID, term.RoleInspector, &w.East.City.ID, db.Today(), nil, "试点"))(t)
		db.Clock.Forward(pending.Lifetime)
		testkit.Fire(t, db, db.Acts.Timers()...)
		if r := db.Client.RoleAppointment.GetX(testkit.System(), g.ID); r.Status != term.GrantStatusDeclined {
			t.Errorf("the grant is %s", r.Status)
		}
		if act := db.Client.PendingAct.Query().OnlyX(testkit.System()); act.Status != term.ActStatusExpired || act.DecidedBy != nil {
			t.Errorf("the act is %+v", act)
		}
		db.Sign(t)
		if report := db.Verify(t); len(report.Findings) > 0 {
			t.Errorf("the log does not agree: %+v", report.Findings)
		}
	})
}

// below is a department below another.
func below(db *testkit.DB, u *ent.Unit) (*ent.Unit, error) {
	return testkit.NewUnit(db, u, u.Code+"9", "下设科", term.UnitKindDepartment)
}
