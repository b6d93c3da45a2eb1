package org_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/testkit"
)

// sight are the roles of everybody on every unit, those made by the test since left out.
func (h *hands) sight(before []int64) map[string]bool {
	h.t.Helper()
	sys := testkit.System()
	out := map[string]bool{}
	units := h.Client.Unit.Query().AllX(sys)
	for _, p := range h.Client.Person.Query().AllX(sys) {
		facts := testkit.Must(office.Read(h.Client, office.On(h.Today())).Account(sys, 0, p.ID))(h.t)
		for _, g := range facts.Grants(0, p.ID) {
			for _, u := range units {
				levels := org.LevelsOf(u)
				for _, root := range g.Scope.Roots {
					if slices.Contains(levels[:], root.ID) && slices.Contains(before, u.ID) {
						out[fmt.Sprintf("%s is %s of %s", p.Name, g.Role, u.Name)] = true
					}
				}
			}
		}
	}
	return out
}

func (h *hands) version(u *ent.Unit) int { return h.Client.Unit.GetX(testkit.System(), u.ID).Version }

// TestNoChangeOfTheTreeByOneShowsAnybodyMore: whatever a system administrator does alone with units,
// posts and people waits, is refused, or leaves everybody with what they saw.
func TestNoChangeOfTheTreeByOneShowsAnybodyMore(t *testing.T) {
	for name, do := range map[string]func(h *hands) (waits bool, err error){
		"closing the last department of a bureau": func(h *hands) (bool, error) {
			u := h.w.East.Department
			out, err := h.Org.CloseUnit(h.admin, u.ID, h.version(u), h.Today())
			return err == nil && out.Act != nil, err
		},
		"closing it from a later day": func(h *hands) (bool, error) {
			u := h.w.East.Department
			out, err := h.Org.CloseUnit(h.admin, u.ID, h.version(u), h.Today().AddDate(0, 1, 0))
			return err == nil && out.Act != nil, err
		},
		"moving the last department of a bureau up": func(h *hands) (bool, error) {
			u := h.w.East.Department
			out, err := h.Org.MoveUnit(h.admin, u.ID, h.version(u), &h.w.East.Unit.ID)
			return err == nil && out.Act != nil, err
		},
		"moving it to the top": func(h *hands) (bool, error) {
			u := h.w.East.Department
			out, err := h.Org.MoveUnit(h.admin, u.ID, h.version(u), nil)
			return err == nil && out.Act != nil, err
		},
		"merging it into a department elsewhere": func(h *hands) (bool, error) {
			u := h.w.East.Department
			out, err := h.Org.MoveUnit(h.admin, u.ID, h.version(u), &h.w.West.Department.ID)
			return err == nil && out.Act != nil, err
		},
		"making a divided bureau a department": func(h *hands) (bool, error) {
			u := h.w.East.City
			_, err := h.Org.UpdateUnit(h.admin, org.UpdateUnit{ID: u.ID, ExpectedVersion: h.version(u), Code: u.Code, Name: u.Name, Kind: term.UnitKindDepartment})
			return fault.Is(err, fault.InvalidTransition), nil
		},
		"making a department a bureau": func(h *hands) (bool, error) {
			u := h.w.East.Department
			_, err := h.Org.UpdateUnit(h.admin, org.UpdateUnit{ID: u.ID, ExpectedVersion: h.version(u), Code: u.Code, Name: u.Name, Kind: term.UnitKindBureau})
			return false, err
		},
		"opening a unit below a department": func(h *hands) (bool, error) {
			_, err := h.Org.CreateUnit(h.admin, org.CreateUnit{ParentID: &h.w.East.Department.ID, Code: "E111", Name: "东组", Kind: term.UnitKindDepartment})
			return false, err
		},
		"closing a post and opening it again": func(h *hands) (bool, error) {
			p, today := h.w.East.Posts[1], h.Today()
			shut, err := h.Org.UpdatePost(h.admin, org.UpdatePost{ID: p.ID, ExpectedVersion: p.Version, Name: p.Name, Duties: p.Duties, ClosedOn: &today})
			if err != nil {
				return false, err
			}
			_, err = h.Org.UpdatePost(h.admin, org.UpdatePost{ID: p.ID, ExpectedVersion: shut.Version, Name: p.Name, Duties: p.Duties})
			return false, err
		},
		"moving a person to a bureau above": func(h *hands) (bool, error) {
			p := h.w.East.People[2]
			_, err := h.Org.UpdatePerson(h.admin, org.UpdatePerson{ID: p.ID, ExpectedVersion: h.Client.Person.GetX(testkit.System(), p.ID).Version, UnitID: h.w.East.Unit.ID,
				StaffNumber: p.StaffNumber, Name: p.Name, JobTitle: p.JobTitle})
			return false, err
		},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHands(t, testkit.SQLite(t))
			units := h.Client.Unit.Query().IDsX(testkit.System())
			before := h.sight(units)
			waits, err := do(h)
			if err != nil {
				t.Fatal(err)
			}
			after := h.sight(units)
			for _, what := range slices.Sorted(maps.Keys(after)) {
				if !before[what] {
					t.Errorf("by one hand %s", what)
				}
			}
			if !waits && len(after) > len(before) {
				t.Error("nothing waits")
			}
			sound(t, h.DB)
		})
	}
}

// TestTheLastDepartmentIsClosedByTwo: the holders of the bureau's posts, who gain by it, confirm nothing.
func TestTheLastDepartmentIsClosedByTwo(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		h := newHands(t, db)
		e := h.w.East
		clerk := e.People[1] // holds a post of the city
		had := h.roles(0, clerk.ID)
		other := testkit.Must(testkit.NewUnit(db, e.City, "E12", "东空科", term.UnitKindDepartment))(t)
		if out := testkit.Must(db.Org.CloseUnit(h.admin, other.ID, h.version(other), db.Today()))(t); out.Act != nil || out.ClosedOn == nil {
			t.Fatalf("one of two departments is not closed at once: %+v", out)
		}
		out := testkit.Must(db.Org.CloseUnit(h.admin, e.Department.ID, h.version(e.Department), db.Today()))(t)
		if out.Act == nil || out.ClosedOn != nil || h.roles(0, clerk.ID) != had {
			t.Fatalf("the last one is closed at once: %+v", out)
		}
		want(t, "the same again", second(db.Org.CloseUnit(h.admin, e.Department.ID, h.version(e.Department), db.Today())), fault.Conflict, "WAITS_ALREADY", "")
		gains := testkit.Second(t, db, term.RolePrincipalLeader, e.Unit, clerk)
		want(t, "who gains by it confirms it", second(h.acts.Confirm(gains, out.Act.ID)), fault.Forbidden, "CONCERNED", "actId")
		h.confirm(h.second, out.Act)
		if u := db.Client.Unit.GetX(testkit.System(), e.Department.ID); u.ClosedOn == nil || !u.ClosedOn.Equal(db.Today()) || h.roles(0, clerk.ID) != had+1 {
			t.Errorf("after it was confirmed it is closed on %v, and %d roles are held", u.ClosedOn, h.roles(0, clerk.ID))
		}
		sound(t, db)
	})
}
