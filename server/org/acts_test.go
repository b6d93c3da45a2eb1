package org_test

import (
	"context"
	"testing"
	"time"

	"sineng/ent"
	entappointment "sineng/ent/appointment"
	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/pending"
	"sineng/server/store"
	"sineng/server/testkit"
)

// hands is a world after start-up, with the acts of the organisation.
type hands struct {
	*testkit.DB
	t    *testing.T
	w    *testkit.World
	acts *pending.Service
	// admin begins; second leads the province and may confirm.
	admin, second context.Context
}

func newHands(t *testing.T, db *testkit.DB) *hands {
	h := &hands{DB: db, t: t, w: testkit.NewWorld(t, db), acts: pending.New(db.Store)}
	h.acts.Handle(db.Org.Acts()...)
	testkit.Started(t, db)
	h.admin = testkit.Second(t, db, term.RoleSystemAdmin, nil, nil)
	h.second = testkit.Second(t, db, term.RolePrincipalLeader, h.w.East.Unit, h.w.East.People[0])
	return h
}

// roles are what an account of a person holds today.
func (h *hands) roles(account, person int64) int {
	h.t.Helper()
	facts := testkit.Must(office.Read(h.Client, office.On(h.Today())).Account(testkit.System(), account, person))(h.t)
	return len(facts.Grants(account, person))
}

func (h *hands) confirm(who context.Context, act *pending.View) {
	h.t.Helper()
	if act == nil {
		h.t.Fatal("nothing waits")
	}
	testkit.Must(h.acts.Confirm(who, act.ID))(h.t)
}

// TestFault56AnAdministratorAloneGivesNobodyAnOffice: a system administrator adds a person, makes
// them an account and assigns the top bureau's principal portfolio. Its owner holds nothing until
// somebody else has confirmed it.
func TestFault56AnAdministratorAloneGivesNobodyAnOffice(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		h := newHands(t, db)
		top := h.w.East.Unit
		p := testkit.Must(db.Org.AddPerson(h.admin, org.AddPerson{UnitID: top.ID, Name: "新人"}))(t)
		a := testkit.Must(db.Accounts.Create(h.admin, account.NewAccount{LoginName: "accomplice", Password: "Pruefung-2026!", PersonID: &p.ID}))(t)
		for _, kind := range []term.PortfolioKind{term.PortfolioKindPrincipal, term.PortfolioKindInCharge, term.PortfolioKindHead} {
			given := testkit.Must(db.Org.AssignPortfolio(h.admin, p.ID, top.ID, kind, db.Today().AddDate(-1, 0, 0)))(t) // also one dated in the past
			if given.Act == nil || given.ID != given.Act.ID || h.roles(a.ID, p.ID) != 0 {
				t.Fatalf("%s holds at once: %+v", kind, given)
			}
			want(t, "the same again", second(db.Org.AssignPortfolio(h.admin, p.ID, top.ID, kind, db.Today())), fault.Conflict, "WAITS_ALREADY", "personId")
			want(t, "who began it confirms it", second(h.acts.Confirm(h.admin, given.Act.ID)), fault.Forbidden, "", "actId")
			gains := testkit.Second(t, db, term.RolePrincipalLeader, top, p)
			want(t, "who gains by it confirms it", second(h.acts.Confirm(gains, given.Act.ID)), fault.Forbidden, "", "actId")
			h.confirm(h.second, given.Act)
			if h.roles(a.ID, p.ID) != 1 {
				t.Errorf("%s does not hold after it was confirmed", kind)
			}
			// It is ended by one, at once.
			row := db.Client.Portfolio.GetX(testkit.System(), testkit.Must(h.acts.Get(h.second, given.Act.ID))(t).ResultID)
			testkit.Must(db.Org.EndPortfolio(h.admin, row.ID, row.Version, nil))(t)
			if h.roles(a.ID, p.ID) != 0 {
				t.Errorf("%s holds after it was ended", kind)
			}
		}
		sound(t, db)
	})
}

func TestWhatWasAssignedTodayEndsToday(t *testing.T) {
	h := newHands(t, testkit.SQLite(t))
	p := h.w.East.People[2]
	given := testkit.Must(h.Org.AssignPortfolio(testkit.System(), p.ID, h.w.East.City.ID, term.PortfolioKindHead, h.Today()))(t)
	before := h.roles(0, p.ID)
	ended := testkit.Must(h.Org.EndPortfolio(h.admin, given.ID, given.Version, nil))(t)
	if h.roles(0, p.ID) != before-1 {
		t.Errorf("a portfolio of today that was ended today still holds: %+v", ended)
	}
	want(t, "ending it again", second(h.Org.EndPortfolio(h.admin, given.ID, ended.Version, nil)), fault.InvalidTransition, "ENDED_ALREADY", "to")
	want(t, "prolonging it", second(h.Org.EndPortfolio(h.admin, given.ID, ended.Version, new(h.Today().AddDate(1, 0, 0)))), fault.InvalidTransition, "ENDED_ALREADY", "to")
}

func TestAnAppointmentWaitsWhereItGivesMoreThanOneDepartment(t *testing.T) {
	h := newHands(t, testkit.SQLite(t))
	e := h.w.East
	p := testkit.Must(h.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: e.Department.ID, Name: "新人"}))(t)
	if a := testkit.Must(h.Org.Appoint(h.admin, p.ID, e.Posts[2].ID, h.Today()))(t); a.Act != nil {
		t.Errorf("a post in a department waits: %+v", a.Act)
	}
	if a := testkit.Must(h.Org.Appoint(h.admin, p.ID, e.Posts[1].ID, h.Today()))(t); a.Act != nil {
		t.Errorf("a post in a divided bureau, which gives no role, waits: %+v", a.Act)
	}
	// A department with a department below it.
	testkit.Must(h.Org.CreateUnit(testkit.System(), org.CreateUnit{ParentID: &e.Department.ID, Code: "E111", Name: "东许可股", Kind: term.UnitKindDepartment}))(t)
	before := h.roles(0, e.People[1].ID)
	a := testkit.Must(h.Org.Appoint(h.admin, e.People[1].ID, e.Posts[2].ID, h.Today()))(t)
	if a.Act == nil || h.roles(0, e.People[1].ID) != before {
		t.Fatalf("a post that reaches further holds at once: %+v", a)
	}
	h.confirm(h.second, a.Act)
	if h.roles(0, e.People[1].ID) != before+1 {
		t.Error("it does not hold after it was confirmed")
	}
}

// TestASecondDepartmentWaits: an administrator puts somebody into one department after another, each of
// which would be daily work, until they see the whole system.
func TestASecondDepartmentWaits(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		h := newHands(t, db)
		sys := testkit.System()
		p := testkit.Must(db.Org.AddPerson(sys, org.AddPerson{UnitID: h.w.East.Department.ID, Name: "新人"}))(t)
		a := testkit.Must(db.Accounts.Create(h.admin, account.NewAccount{LoginName: "accomplice", Password: "Pruefung-2026!", PersonID: &p.ID}))(t)
		post := func(u *ent.Unit, name string) int64 {
			return testkit.Must(db.Org.CreatePost(sys, org.CreatePost{UnitID: u.ID, Name: name}))(t).ID
		}
		here, there := post(h.w.East.Department, "一岗"), post(h.w.West.Department, "西岗")
		first := testkit.Must(db.Org.Appoint(h.admin, p.ID, here, db.Today()))(t)
		again := testkit.Must(db.Org.Appoint(h.admin, p.ID, post(h.w.East.Department, "二岗"), db.Today()))(t)
		if first.Act != nil || again.Act != nil {
			t.Errorf("daily work in one department waits: %+v, %+v", first.Act, again.Act)
		}
		if reset := testkit.Must(db.Accounts.ResetPassword(h.admin, a.ID, "Pruefung-2027!"))(t); reset.Act != nil {
			t.Errorf("a reset of STAFF of one department waits: %+v", reset.Act)
		}
		before := h.roles(a.ID, p.ID)
		second := testkit.Must(db.Org.Appoint(h.admin, p.ID, there, db.Today().AddDate(0, 1, 0)))(t)
		if second.Act == nil || h.roles(a.ID, p.ID) != before {
			t.Fatalf("a second department holds at once: %+v", second)
		}
		testkit.Must(h.acts.Withdraw(h.admin, second.Act.ID))(t)
		// Nor by leaving the first at once.
		for _, held := range []*org.Appointed{first, again} {
			testkit.Must(db.Org.Relieve(h.admin, held.ID, held.Version, nil))(t)
		}
		moved := testkit.Must(db.Org.Appoint(h.admin, p.ID, there, db.Today()))(t)
		if moved.Act == nil {
			t.Fatal("one department after the other is seen")
		}
		h.confirm(testkit.Second(t, db, term.RoleSecurityAdmin, nil, nil), moved.Act)
		// Somebody who has long been where they were is transferred without a word.
		old := h.w.East.People[2]
		db.Clock.Forward(office.Lately + 24*time.Hour)
		for _, held := range db.Client.Appointment.Query().Where(entappointment.PersonID(old.ID)).AllX(sys) {
			testkit.Must(db.Org.Relieve(h.admin, held.ID, held.Version, nil))(t)
		}
		if transfer := testkit.Must(db.Org.Appoint(h.admin, old.ID, there, db.Today()))(t); transfer.Act != nil {
			t.Errorf("a transfer waits: %+v", transfer.Act)
		}
	})
}

// TestAConfirmationLooksAgain: what changed meanwhile is not carried out.
func TestAConfirmationLooksAgain(t *testing.T) {
	h := newHands(t, testkit.SQLite(t))
	e := h.w.East
	given := testkit.Must(h.Org.AssignPortfolio(h.admin, e.People[1].ID, e.Department.ID, term.PortfolioKindHead, h.Today()))(t)
	testkit.Must(h.Org.AssignPortfolio(testkit.System(), e.People[1].ID, e.Department.ID, term.PortfolioKindHead, h.Today()))(t)
	want(t, "confirming what is held meanwhile", second(h.acts.Confirm(h.second, given.Act.ID)), fault.Conflict, "ALREADY_ASSIGNED", "personId")
}

// TestAMoveWaitsWhereSomebodyWouldSeeTheUnitByIt: a department is moved below another, where an
// accomplice holds a post.
func TestAMoveWaitsWhereSomebodyWouldSeeTheUnitByIt(t *testing.T) {
	h := newHands(t, testkit.SQLite(t))
	e := h.w.East
	sys := testkit.System()
	den := testkit.Must(h.Org.CreateUnit(sys, org.CreateUnit{ParentID: &e.City.ID, Code: "E12", Name: "东空科", Kind: term.UnitKindDepartment}))(t)
	move := func(u, to *ent.Unit) *org.Reorganised {
		t.Helper()
		return testkit.Must(h.Org.MoveUnit(h.admin, u.ID, h.Client.Unit.GetX(sys, u.ID).Version, &to.ID))(t)
	}
	// Nobody holds anything there: nobody gains.
	if m := move(e.Department, den.Unwrap()); m.Act != nil {
		t.Errorf("a move by which nobody sees more waits: %+v", m.Act)
	}
	if m := move(e.Department, e.City); m.Act != nil {
		t.Errorf("a move back waits: %+v", m.Act)
	}
	post := testkit.Must(h.Org.CreatePost(sys, org.CreatePost{UnitID: den.ID, Name: "岗"}))(t)
	testkit.Must(h.Org.Appoint(sys, h.w.West.People[2].ID, post.ID, h.Today().AddDate(0, 1, 0)))(t) // from a month on
	m := move(e.Department, den)
	if m.Act == nil || *h.Client.Unit.GetX(sys, e.Department.ID).ParentID != e.City.ID {
		t.Fatalf("the unit was moved at once: %+v", m)
	}
	h.confirm(h.second, m.Act)
	if *h.Client.Unit.GetX(sys, e.Department.ID).ParentID != den.ID {
		t.Error("the unit stands where it stood")
	}
	sound(t, h.DB)
}

// TestABureauWhosePostsAreHeldIsMadeNoDepartment: its front office would see all that stands below.
func TestABureauWhosePostsAreHeldIsMadeNoDepartment(t *testing.T) {
	h := newHands(t, testkit.SQLite(t))
	u := h.w.East.City
	_, err := h.Org.UpdateUnit(h.admin, org.UpdateUnit{ID: u.ID, ExpectedVersion: h.Client.Unit.GetX(testkit.System(), u.ID).Version, Code: u.Code, Name: u.Name, Kind: term.UnitKindDepartment})
	want(t, "a bureau that is divided becomes a department", err, fault.InvalidTransition, "POSTS_WOULD_SEE_MORE", "kind")
}

// TestAnImportedListIsConfirmedOnce gathers what waits into one act.
func TestAnImportedListIsConfirmedOnce(t *testing.T) {
	h := newHands(t, testkit.SQLite(t))
	e := h.w.East
	ctx, gathered := org.Gather(h.admin)
	for range 2 { // a transaction may be repeated
		testkit.Must(h.Org.AssignPortfolio(ctx, e.People[1].ID, e.Department.ID, term.PortfolioKindInCharge, h.Today()))(t)
		testkit.Must(h.Org.AssignPortfolio(ctx, e.People[2].ID, e.City.ID, term.PortfolioKindHead, h.Today()))(t)
		if gathered.Count() != 2 {
			t.Fatalf("%d offices wait, want 2", gathered.Count())
		}
	}
	if a := testkit.Must(h.Org.Appoint(ctx, e.People[1].ID, e.Posts[2].ID, h.Today()))(t); a.Act != nil {
		t.Error("daily work of the list waits")
	}
	act := h.begin(gathered)
	if act.Unit() != e.City.ID {
		t.Errorf("the list is confirmed on %v, want the city, which has all of them below it", act.UnitID)
	}
	before := h.roles(0, e.People[2].ID)
	gains := testkit.Second(t, h.DB, term.RolePrincipalLeader, e.Unit, e.People[2])
	want(t, "somebody of the list confirms it", second(h.acts.Confirm(gains, act.ID)), fault.Forbidden, "", "actId")
	testkit.Must(h.acts.Confirm(h.second, act.ID))(t)
	if h.roles(0, e.People[2].ID) != before+1 {
		t.Error("the list does not hold after it was confirmed")
	}
}

// waiting is an act with its unit, 0 for the whole system.
type waiting struct{ *ent.PendingAct }

func (w waiting) Unit() int64 {
	if w.UnitID == nil {
		return 0
	}
	return *w.UnitID
}

func (h *hands) begin(g *org.Gathered) waiting {
	h.t.Helper()
	act := testkit.Must(begin(h, g))(h.t)
	if act == nil || act.Until.Before(h.Now().Add(24*time.Hour)) {
		h.t.Fatalf("the list does not wait: %+v", act)
	}
	return waiting{act}
}

func begin(h *hands, g *org.Gathered) (*ent.PendingAct, error) {
	return store.WithValue(h.admin, h.Store, func(ctx context.Context, tx *ent.Tx) (*ent.PendingAct, error) {
		return h.Org.BeginGathered(ctx, tx, g, "名单.xlsx")
	})
}

// TestAListOfActsCostsTheSameForAnyNumber: the statements of a list do not grow with its acts.
func TestAListOfActsCostsTheSameForAnyNumber(t *testing.T) {
	h := newHands(t, testkit.SQLite(t))
	e := h.w.East
	cost := func(want int) int {
		h.Statements.Reset()
		found := testkit.Must(h.acts.ToConfirm(h.second, 100))(t)
		if len(found.Acts) != want {
			t.Fatalf("%d acts wait, want %d", len(found.Acts), want)
		}
		return len(h.Statements.Seen())
	}
	begin := func(n int) {
		for i := range n {
			p := testkit.Must(h.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: e.City.ID, Name: "新" + string(rune('甲'+i))}))(t)
			testkit.Must(h.Org.AssignPortfolio(h.admin, p.ID, e.City.ID, term.PortfolioKindHead, h.Today()))(t)
		}
	}
	begin(2)
	two := cost(2)
	begin(20)
	if many := cost(22); many > two {
		t.Errorf("2 acts cost %d statements, 22 cost %d", two, many)
	}
}
