package org_test

import (
	"fmt"
	"sync"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/testkit"
)

func TestTwentyUnitsCreatedAtOnceBelowOneParentAreCounted(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		var all sync.WaitGroup
		for i := range 20 {
			all.Go(func() {
				if _, err := db.Org.CreateUnit(testkit.System(), org.CreateUnit{ParentID: &w.East.City.ID, Code: fmt.Sprintf("N%02d", i), Name: "新", Kind: term.UnitKindDepartment}); err != nil {
					t.Errorf("unit %d: %v", i, err)
				}
			})
		}
		all.Wait()
		if n := again(db, w.East.City).ChildCount; n != 21 {
			t.Errorf("the parent counts %d, want 21", n)
		}
		sound(t, db)
	})
}

func TestTwoUnitsMovedIntoEachOtherAtOnceMakeNoCircle(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		for round := range 4 {
			a, b := again(db, w.East.Unit), again(db, w.West.Unit)
			var all sync.WaitGroup
			var errs [2]error
			for i, m := range [][2]*ent.Unit{{a, b}, {b, a}} {
				all.Go(func() { _, errs[i] = db.Org.MoveUnit(testkit.System(), m[0].ID, m[0].Version, &m[1].ID) })
			}
			all.Wait()
			moved := 0
			for _, err := range errs {
				switch {
				case err == nil:
					moved++
				case !fault.Is(err, fault.Invalid) && !fault.Is(err, fault.Conflict):
					t.Errorf("round %d: %v", round, err)
				}
			}
			if moved != 1 {
				t.Errorf("round %d: %d units were moved into each other: %v", round, moved, errs)
			}
			sound(t, db)
			for _, u := range []*ent.Unit{w.East.Unit, w.West.Unit} {
				if now := again(db, u); now.ParentID != nil {
					testkit.Must(db.Org.MoveUnit(testkit.System(), now.ID, now.Version, nil))(t)
				}
			}
		}
	})
}

func TestUnitsCreatedWhileTheirParentMovesStandWhereItStands(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		var all sync.WaitGroup
		for i := range 8 {
			all.Go(func() {
				if _, err := db.Org.CreateUnit(testkit.System(), org.CreateUnit{ParentID: &w.East.Department.ID, Code: fmt.Sprintf("N%02d", i), Name: "新", Kind: term.UnitKindDepartment}); err != nil {
					t.Errorf("unit %d: %v", i, err)
				}
			})
		}
		for _, to := range []*int64{&w.West.City.ID, nil} {
			all.Go(func() {
				city := again(db, w.East.City)
				if _, err := db.Org.MoveUnit(testkit.System(), city.ID, city.Version, to); err != nil && !fault.Is(err, fault.Conflict) {
					t.Errorf("moving: %v", err)
				}
			})
		}
		all.Wait()
		sound(t, db)
	})
}
