package balance_test

import (
	"slices"
	"testing"

	"sineng/ent/appointment"
	"sineng/ent/portfolio"
	"sineng/ent/term"
	"sineng/server/balance"
	"sineng/server/balance/engine"
	"sineng/server/org"
	"sineng/server/testkit"
)

func hasRule(of []*balance.Conflict, code string) bool {
	return slices.ContainsFunc(of, func(c *balance.Conflict) bool { return c.Rule.Code == code })
}

// What a bureau considers may stand in a bureau below it: who is relieved there, and whose portfolio ends there.
func TestWhatIsConsideredMayStandInABureauBelow(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db, "甲", "乙", "丙")
		o.process(t, 0, line, 0, 0, 0, 0)
		leader := testkit.As(term.RolePrincipalLeader, o.w.East.Unit)
		relieved := &balance.Candidate{Relieve: []*balance.PostHolder{{PersonID: o.people[0].ID, PostID: o.posts[0].ID}},
			Appoint: []*balance.PostHolder{{PersonID: o.people[1].ID, PostID: o.posts[0].ID}}}
		got := testkit.Must(o.s.WhatIf(leader, o.w.East.Unit.ID, []*balance.Candidate{relieved}, nil))(t)
		if !hasRule(got[0].Removed, engine.RuleSingleHand) || !hasRule(got[0].Created, engine.RuleSingleHand) {
			t.Errorf("another takes the post: %d created, %d removed", len(got[0].Created), len(got[0].Removed))
		}
		charge := db.Client.Portfolio.Query().Where(portfolio.UnitID(o.w.East.Department.ID)).OnlyX(testkit.System())
		ended := testkit.Must(o.s.WhatIf(leader, o.w.East.Unit.ID, []*balance.Candidate{{EndPortfolios: []int64{charge.ID}}}, nil))(t)
		if len(ended[0].Moved) == 0 {
			t.Error("the department loses its head, and no supervision moves")
		}
		absent := &balance.Candidate{Relieve: []*balance.PostHolder{{PersonID: o.people[1].ID, PostID: o.posts[0].ID}}}
		if _, err := o.s.WhatIf(leader, o.w.East.Unit.ID, []*balance.Candidate{absent}, nil); reason(err) != "NOT_HERE" {
			t.Errorf("somebody is relieved of a post that they do not hold: %v", err)
		}
	})
}

// A change that begins later is judged as things stand on its day.
func TestWhatIfOnTheDayOnWhichItBegins(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db, "甲", "乙", "丙")
		o.process(t, 0, line, 0, 1, 2, 2)
		ctx := testkit.As(term.RoleDeptHead, o.w.East.Department)
		held := db.Client.Appointment.Query().Where(appointment.PersonID(o.people[0].ID)).OnlyX(testkit.System())
		last := db.Today().AddDate(0, 0, 10)
		testkit.Must(db.Org.Relieve(testkit.System(), held.ID, held.Version, &last))(t)
		all := []*balance.Candidate{{Appoint: []*balance.PostHolder{{PersonID: o.people[2].ID, PostID: o.posts[0].ID}, {PersonID: o.people[2].ID, PostID: o.posts[1].ID}},
			Relieve: []*balance.PostHolder{{PersonID: o.people[1].ID, PostID: o.posts[1].ID}}}}
		later := last.AddDate(0, 0, 1)
		now := testkit.Must(o.s.WhatIf(ctx, o.w.East.Department.ID, all, nil))(t)
		relieve := []*balance.Candidate{{Relieve: []*balance.PostHolder{{PersonID: o.people[0].ID, PostID: o.posts[0].ID}}}}
		testkit.Must(o.s.WhatIf(ctx, o.w.East.Department.ID, relieve, nil))(t)
		if _, err := o.s.WhatIf(ctx, o.w.East.Department.ID, relieve, &later); reason(err) != "NOT_HERE" {
			t.Errorf("who has gone by then is relieved: %v", err)
		}
		far, past := db.Today().AddDate(1, 0, 1), db.Today().AddDate(0, -1, 0)
		if _, err := o.s.WhatIf(ctx, o.w.East.Department.ID, all, &far); reason(err) != "TOO_FAR" {
			t.Errorf("more than a year ahead: %v", err)
		}
		if before := testkit.Must(o.s.WhatIf(ctx, o.w.East.Department.ID, all, &past))(t); len(before[0].Created) != len(now[0].Created) {
			t.Errorf("what should have begun is judged otherwise than today: %d and %d", len(before[0].Created), len(now[0].Created))
		}
	})
}

// Supervision moves with the portfolios: of all risk points where the head changes, by grade, and nothing else does.
func TestTheSupervisionThatMoves(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db, "甲", "乙")
		d := o.w.East.Department
		ctx := testkit.As(term.RoleDeptHead, d)
		head := db.Client.Portfolio.Query().Where(portfolio.UnitID(d.ID)).OnlyX(testkit.System())
		candidates := []*balance.Candidate{
			{Portfolios: []*balance.Leadership{{PersonID: o.people[0].ID, UnitID: d.ID, Kind: term.PortfolioKindHead}}, EndPortfolios: []int64{head.ID}},
			{Portfolios: []*balance.Leadership{{PersonID: o.people[0].ID, UnitID: d.ID, Kind: term.PortfolioKindPrincipal}}},
			{Appoint: []*balance.PostHolder{{PersonID: o.people[1].ID, PostID: o.posts[0].ID}}},
		}
		got := testkit.Must(o.s.WhatIf(ctx, d.ID, candidates, nil))(t)
		if m := got[0].Moved; len(m) != 1 || m[0].Part != balance.PartHead || m[0].Unit.ID != d.ID || m[0].A != 1 || m[0].B+m[0].C+m[0].Ungraded != 0 ||
			m[0].From[0].ID != o.w.East.People[2].ID || m[0].To[0].ID != o.people[0].ID {
			t.Errorf("with another head there moves %+v", m)
		}
		// The risk is of grade A: the principal leader supervises it.
		if m := got[1].Moved; len(m) != 1 || m[0].Part != balance.PartSupervisor || m[0].A != 1 || len(m[0].To) != 1 || m[0].To[0].ID != o.people[0].ID {
			t.Errorf("with a principal leader there moves %+v", m)
		}
		if m := got[2].Moved; len(m) != 0 {
			t.Errorf("with an appointment to another post there moves %+v", m)
		}
		admin := testkit.Must(o.s.WhatIf(testkit.As(term.RoleSystemAdmin, d), d.ID, candidates[:1], nil))(t)
		if admin[0].Moved != nil {
			t.Error("an administrator is told whose supervision moves")
		}
	})
}

func TestMergedDepartmentsAreSupervisedByWhoLeadsTheOther(t *testing.T) {
	db := testkit.SQLite(t)
	o := newOffice(t, db, "甲")
	other := testkit.Must(db.Org.CreateUnit(testkit.System(), org.CreateUnit{ParentID: &o.w.East.City.ID, Code: "E12", Name: "东稽查科", Kind: term.UnitKindDepartment}))(t)
	testkit.Must(db.Org.AssignPortfolio(testkit.System(), o.people[0].ID, other.ID, term.PortfolioKindHead, db.Today()))(t)
	leader := testkit.As(term.RolePrincipalLeader, o.w.East.Unit)
	got := testkit.Must(o.s.WhatIf(leader, o.w.East.City.ID, []*balance.Candidate{
		{Label: "并入", Merge: []*balance.Merger{{FromUnitID: o.w.East.Department.ID, IntoUnitID: other.ID}}}, {Label: "不动"}}, nil))(t)
	heads := slices.DeleteFunc(got[0].Moved, func(m *balance.Moved) bool { return m.Part != balance.PartHead })
	if len(heads) != 1 || heads[0].A != 1 || heads[0].To[0].ID != o.people[0].ID || len(got[1].Moved) != 0 {
		t.Errorf("merged, there moves %+v", got[0].Moved)
	}
}
