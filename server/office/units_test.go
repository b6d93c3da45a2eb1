package office_test

import (
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/office"
	"sineng/server/testkit"
)

func TestAUnitIsTheEndOfItsPath(t *testing.T) {
	for path, want := range map[authz.Levels]int64{{province, city, department}: department, {province}: province, {}: 0} {
		if got := office.UnitAt(path); got.ID != want || got.Path != path {
			t.Errorf("at the end of %v stands %+v, want %d", path, got, want)
		}
	}
}

func TestPathsEndWhereParentsGoRoundInACircle(t *testing.T) {
	if got := office.PathTo(1, map[int64]int64{1: 2, 2: 1}); got != (authz.Levels{2, 1, 2, 1, 2, 1}) {
		t.Errorf("the path is %v", got)
	}
}

func TestOnlyABureauWithUnitsBelowIsDivided(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		e := testkit.NewProvince(t, db, "E", "东")
		small := e.Add(t, db, e.Unit, "E2", "东小局", term.UnitKindBureau)
		e.Add(t, db, e.Department, "E111", "东许可组", term.UnitKindDepartment)
		for i, want := range []struct {
			unit    *ent.Unit
			divided bool
		}{{e.Unit, true}, {e.City, true}, {e.Department, false}, {small, false}} {
			// Each leads the unit that it was added with.
			facts := testkit.Must(office.Read(db.Client, office.On(db.Today())).Account(testkit.System(), 1, e.People[i].ID))(t)
			if got, known := facts.Units[want.unit.ID]; !known || got.Divided != want.divided {
				t.Errorf("%s is divided: %v, known: %v", want.unit.Name, got.Divided, known)
			}
		}
	})
}
