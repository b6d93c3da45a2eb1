package supervision_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/supervision"
	"sineng/server/testkit"
)

func storeDay(t time.Time) time.Time { return store.DayOf(t) }

// signedIn returns a person's own context, with the roles that follow from
// their offices.
func signedIn(t *testing.T, db *testkit.DB, login string, p *ent.Person) context.Context {
	t.Helper()
	const password = "correct-horse-9"
	testkit.Must(db.Accounts.Create(testkit.System(), account.NewAccount{LoginName: login, Password: password, PersonID: &p.ID, Final: true}))(t)
	return signInAgain(t, db, login)
}

func signInAgain(t *testing.T, db *testkit.DB, login string) context.Context {
	t.Helper()
	token := testkit.Must(db.Accounts.SignIn(context.Background(), login, "correct-horse-9"))(t)
	return viewer.NewContext(context.Background(), testkit.Must(db.Accounts.Resolve(context.Background(), token))(t).Viewer)
}

// shape returns the roles and units of a view as text.
func shape(s *supervision.Supervision) string {
	var out []string
	for _, p := range s.Portfolios {
		unit := "all"
		if p.Unit != nil {
			unit = p.Unit.Code
		}
		out = append(out, fmt.Sprintf("%s %s %d", p.Role, unit, p.Counts.Total()))
	}
	return fmt.Sprint(out)
}

func TestALeaderSeesTheirPortfoliosOfTheDayAndEachRiskPointOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db) // one risk point on each of three units, and a person leading each
		ctx := testkit.System()
		leader := w.East.People[1] // in charge of the city
		// Beside the city they head its department, which is inside it, and
		// another province's city from tomorrow on.
		testkit.Must(db.Org.AssignPortfolio(ctx, leader.ID, w.East.Department.ID, term.PortfolioKindHead, db.Today()))(t)
		testkit.Must(db.Org.AssignPortfolio(ctx, leader.ID, w.West.City.ID, term.PortfolioKindHead, db.Today().AddDate(0, 0, 1)))(t)
		self := signedIn(t, db, "leader", leader)
		own := testkit.Must(db.Supervision.Of(self, nil, supervision.CountFilter{}, nil))(t)
		if got := shape(own); got != "[LEADER_IN_CHARGE E1 2 DEPT_HEAD E11 1]" {
			t.Errorf("the leader supervises %s", got)
		}
		if own.Counts != (supervision.RiskCounts{A: 2, UncontrolledA: 2}) || own.Person == nil || own.Person.ID != leader.ID {
			t.Errorf("together that is %+v of %+v", own.Counts, own.Person)
		}
		byID := testkit.Must(db.Supervision.Of(self, &leader.ID, supervision.CountFilter{}, nil))(t)
		if shape(byID) != shape(own) || byID.Counts != own.Counts {
			t.Errorf("by their own id they supervise %s", shape(byID))
		}
		db.Clock.Forward(24 * time.Hour)
		self = signInAgain(t, db, "leader")
		tomorrow := testkit.Must(db.Supervision.Of(self, nil, supervision.CountFilter{}, nil))(t)
		if got := shape(tomorrow); got != "[LEADER_IN_CHARGE E1 2 DEPT_HEAD W1 2 DEPT_HEAD E11 1]" || tomorrow.Counts.A != 4 {
			t.Errorf("tomorrow the leader supervises %s, together %+v", got, tomorrow.Counts)
		}
	})
}

func TestAnothersViewIsFoundOnlyWhereAllTheirPortfoliosAreSeen(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		above, beside := testkit.As(term.RolePrincipalLeader, w.East.Unit), testkit.As(term.RolePrincipalLeader, w.West.Unit)
		head, inCharge := w.East.People[2], w.East.People[1]
		got := testkit.Must(db.Supervision.Of(above, &head.ID, supervision.CountFilter{}, nil))(t)
		if shape(got) != "[DEPT_HEAD E11 1]" || got.Person.ID != head.ID {
			t.Errorf("the head supervises %s", shape(got))
		}
		want(t, "from the other province", second(db.Supervision.Of(beside, &head.ID, supervision.CountFilter{}, nil)), fault.NotFound, "personId")
		// A viewer below does not see the leader's person; the leader of the
		// same unit sees only their own subtree.
		want(t, "from below", second(db.Supervision.Of(testkit.As(term.RoleDeptHead, w.East.Department), &inCharge.ID, supervision.CountFilter{}, nil)), fault.NotFound, "personId")
		testkit.Must(db.Org.AssignPortfolio(testkit.System(), head.ID, w.West.City.ID, term.PortfolioKindHead, db.Today()))(t)
		want(t, "with a portfolio in the other province", second(db.Supervision.Of(above, &head.ID, supervision.CountFilter{}, nil)), fault.NotFound, "personId")
		both := testkit.Must(db.Supervision.Of(testkit.As(term.RoleInspector, nil), &head.ID, supervision.CountFilter{}, nil))(t)
		if shape(both) != "[DEPT_HEAD W1 2 DEPT_HEAD E11 1]" || both.Counts.A != 3 {
			t.Errorf("an inspector of all sees %s, together %+v", shape(both), both.Counts)
		}
		none := int64(1 << 50)
		want(t, "nobody", second(db.Supervision.Of(above, &none, supervision.CountFilter{}, nil)), fault.NotFound, "personId")
	})
}

func TestGrantedRolesStandBesidePortfoliosAndNothingIsCountedTwice(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		for _, c := range []struct {
			who  string
			ctx  context.Context
			want string
			all  int
		}{
			{"the leading group of all", testkit.As(term.RoleLeadingGroup, nil), "[LEADING_GROUP all 6]", 6},
			{"an inspector of a province", testkit.As(term.RoleInspector, w.East.Unit), "[INSPECTOR E 3]", 3},
			{"staff", testkit.As(term.RoleStaff, w.East.Department), "[]", 0},
		} {
			got, err := db.Supervision.Of(c.ctx, nil, supervision.CountFilter{}, nil)
			if err != nil || shape(got) != c.want || got.Counts.Total() != c.all || got.Person != nil {
				t.Errorf("%s supervises %s, together %+v, %v", c.who, shape(got), got.Counts, err)
			}
		}
		self := signedIn(t, db, "leader", w.East.People[1])
		id := viewer.FromContext(self).AccountID
		testkit.Must(db.Accounts.Grant(testkit.System(), id, term.RoleInspector, &w.East.City.ID, db.Today(), nil, "试点"))(t)
		testkit.Must(db.Accounts.Grant(testkit.System(), id, term.RoleLeadingGroup, &w.East.Unit.ID, db.Today(), nil, "试点"))(t)
		testkit.Must(db.Accounts.Grant(testkit.System(), id, term.RoleLeaderInCharge, &w.East.City.ID, db.Today(), nil, "试点"))(t)
		got := testkit.Must(db.Supervision.Of(signInAgain(t, db, "leader"), nil, supervision.CountFilter{}, nil))(t)
		if shape(got) != "[LEADING_GROUP E 3 LEADER_IN_CHARGE E1 2 INSPECTOR E1 2]" || got.Counts.A != 3 {
			t.Errorf("with granted roles one supervises %s, together %+v", shape(got), got.Counts)
		}
	})
}

func TestALeadersCountsBreakdownAndChangesEqualARecount(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := busy(t, db)
		self := signedIn(t, db, "leader", w.East.People[1])
		since := db.Today().AddDate(0, 0, -1)
		for name, filter := range filters(db) {
			got := testkit.Must(db.Supervision.Of(self, nil, filter.f, &since))(t)
			if len(got.Portfolios) != 1 {
				t.Fatalf("the leader supervises %s", shape(got))
			}
			p := got.Portfolios[0]
			cells, total := recount(t, db, func(r *ent.RiskPoint) bool { return r.L2 == w.East.City.ID && filter.keep(r) },
				func(r *ent.RiskPoint) (keys []string) {
					for _, one := range counted(r, filter.f) {
						keys = append(keys, fmt.Sprint(r.Grade, one, r.Status))
					}
					return keys
				})
			if p.Counts != total || got.Counts != total {
				t.Errorf("%s: counted %+v and %+v, there are %+v", name, p.Counts, got.Counts, total)
			}
			for _, c := range p.Breakdown {
				key := fmt.Sprint(c.Grade, c.RiskType, c.Status)
				if cell := cells[key]; cell.Total() != c.Count {
					t.Errorf("%s: %s counts %d, there are %d", name, key, c.Count, cell.Total())
				}
				delete(cells, key)
			}
			if len(cells) != 0 {
				t.Errorf("%s: missing are %v", name, cells)
			}
			if p.Changes == nil || p.Changes.Added == 0 {
				t.Errorf("%s: the changes since %s are %+v", name, since, p.Changes)
			}
		}
	})
}

func TestHomeIsTheTopmostUnitsOfTheViewersOverview(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	both := testkit.As(term.RoleDeptHead, w.East.Department)
	v := viewer.FromContext(both)
	for _, u := range []*ent.Unit{w.East.City, w.West.Department, w.East.Department} {
		v.Overview.Roots = append(v.Overview.Roots, viewer.Root{ID: u.ID, Level: u.Level})
		v.Directory.Roots = append(v.Directory.Roots, viewer.Root{ID: u.ID, Level: u.Level})
	}
	var codes []string
	for _, u := range testkit.Must(db.Supervision.Home(both))(t) {
		codes = append(codes, u.Code)
	}
	if fmt.Sprint(codes) != "[E1 W11]" {
		t.Errorf("home is %v", codes)
	}
}

func TestUnitCountsAreOnlyOfUnitsWhoseRegisterIsSeen(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := busy(t, db)
		units := []*ent.Unit{w.East.Unit, w.East.City, w.East.Department, w.West.City}
		got := testkit.Must(db.Supervision.UnitCounts(testkit.As(term.RoleStaff, w.East.City), units))(t)
		if len(got) != 2 {
			t.Errorf("counts of %d units are returned, want those of the city and its department", len(got))
		}
		for _, u := range units[1:3] {
			_, total := recount(t, db, func(r *ent.RiskPoint) bool {
				return r.Status != term.RiskStatusRetired && [6]int64{r.L1, r.L2, r.L3}[u.Level-1] == u.ID
			}, func(*ent.RiskPoint) []string { return nil })
			if got[u.ID] != total {
				t.Errorf("%s counts %+v, there are %+v", u.Code, got[u.ID], total)
			}
		}
	})
}
