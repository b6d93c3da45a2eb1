package tally_test

import (
	"context"
	"sync"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/tally"
	"sineng/server/testkit"
)

func wantExact(t *testing.T, db *testkit.DB) {
	t.Helper()
	differences, err := tally.Recount(testkit.System(), db.Client)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range differences {
		t.Errorf("unit %d counts %d of %+v, there are %d", d.Unit, d.Counted, d.Key, d.Actual)
	}
}

func total(t *testing.T, db *testkit.DB, u *ent.Unit) int {
	t.Helper()
	rows, err := tally.Read(testkit.System(), db.Client, []viewer.Root{{ID: u.ID, Level: u.Level}}, tally.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, r := range rows {
		sum += r.N
	}
	return sum
}

func TestTwentyWritersOnOneUnitLeaveCountsEqualToARecount(t *testing.T) {
	const writers, each = 20, 5
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		before := total(t, db, w.East.Department)
		folding, stop := context.WithCancel(testkit.System())
		var folder sync.WaitGroup
		folder.Go(func() {
			for folding.Err() == nil {
				if _, err := tally.Fold(testkit.System(), db.Store); err != nil {
					t.Error(err)
					return
				}
			}
		})
		var all sync.WaitGroup
		for range writers {
			all.Go(func() {
				for i := range each {
					r, err := db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{
						UnitID: w.East.Department.ID, Details: testkit.RiskDetails("同时"), Assessment: &testkit.Minor})
					if err != nil {
						t.Error(err)
						return
					}
					if i%2 == 0 {
						_, err = db.Register.DecideGrade(testkit.System(), register.DecideGrade{
							RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeC})
					} else {
						_, err = db.Register.RetireRiskPoint(testkit.System(), r.ID, r.Version, "不再存在")
					}
					if err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		all.Wait()
		stop()
		folder.Wait()
		wantExact(t, db)
		if got := total(t, db, w.East.Department); got != before+writers*each {
			t.Errorf("the department counts %d risk points, want %d", got, before+writers*each)
		}
		if _, err := tally.Fold(testkit.System(), db.Store); err != nil {
			t.Fatal(err)
		}
		wantExact(t, db)
	})
}

// Many writers at once, into one unit and into many, while two servers fold: nobody is told of a
// deadlock, and the counts are exact on both.
func TestManyWritersIntoOneUnitAndIntoManyLeaveExactCounts(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		one := []*ent.Unit{w.East.Department}
		many := []*ent.Unit{w.East.Unit, w.East.City, w.East.Department, w.West.Unit, w.West.City, w.West.Department}
		servers := []*store.Store{db.Store, db.Raw}
		for _, into := range [][]*ent.Unit{one, many} {
			for _, writers := range []int{16, 64} {
				before := whole(t, db.Store)
				folding, stop := context.WithCancel(testkit.System())
				var folders, all sync.WaitGroup
				for _, s := range servers {
					folders.Go(func() {
						for folding.Err() == nil {
							if _, err := tally.Fold(testkit.System(), s); err != nil {
								t.Error(err)
								return
							}
							whole(t, s)
						}
					})
				}
				for i := range writers {
					all.Go(func() {
						r, err := db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: into[i%len(into)].ID,
							Details: testkit.RiskDetails("并发"), Assessment: &testkit.Minor})
						if err != nil {
							t.Error(err)
							return
						}
						if _, err := db.Register.DecideGrade(testkit.System(), register.DecideGrade{
							RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeC}); err != nil {
							t.Error(err)
						}
					})
				}
				all.Wait()
				for i, s := range servers {
					if got := whole(t, s); got != before+writers {
						t.Errorf("server %d counts %d risk points at once, want %d", i, got, before+writers)
					}
				}
				stop()
				folders.Wait()
			}
		}
		wantExact(t, db)
		agrees(t, "afterwards", servers, rootsIn(db)[:2])
	})
}

// whole is the number of all risk points as a server counts them.
func whole(t *testing.T, s *store.Store) int {
	rows, err := tally.Counts(testkit.System(), s, []viewer.Root{{}}, tally.Filter{}, tally.Span{})
	if err != nil {
		t.Error(err)
	}
	sum := 0
	for _, r := range rows {
		sum += r.N
	}
	return sum
}

func TestMovingAUnitMovesItsCountsWhetherFoldedOrNot(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		if _, err := tally.Fold(testkit.System(), db.Store); err != nil {
			t.Fatal(err)
		}
		// One more risk point, whose delta is pending.
		testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{
			UnitID: w.East.Department.ID, Details: testkit.RiskDetails("待折叠"), Assessment: &testkit.Minor}))(t)
		east, west, moved := total(t, db, w.East.Unit), total(t, db, w.West.Unit), total(t, db, w.East.City)
		city := db.Client.Unit.GetX(testkit.System(), w.East.City.ID)
		testkit.Must(db.Org.MoveUnit(testkit.System(), city.ID, city.Version, &w.West.City.ID))(t)
		wantExact(t, db)
		if got := total(t, db, w.East.Unit); got != east-moved {
			t.Errorf("the old province counts %d, want %d", got, east-moved)
		}
		if got := total(t, db, w.West.Unit); got != west+moved {
			t.Errorf("the new province counts %d, want %d", got, west+moved)
		}
		if _, err := tally.Fold(testkit.System(), db.Store); err != nil {
			t.Fatal(err)
		}
		wantExact(t, db)
		city = db.Client.Unit.GetX(testkit.System(), w.East.City.ID)
		testkit.Must(db.Org.MoveUnit(testkit.System(), city.ID, city.Version, nil))(t)
		wantExact(t, db)
	})
}

func TestAMoveWhileWritersWriteLeavesNoRowBetweenTwoPlaces(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				for range 6 {
					if _, err := db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{
						UnitID: w.East.Department.ID, Details: testkit.RiskDetails("移动"), Assessment: &testkit.Minor}); err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		all.Go(func() {
			for _, to := range []*int64{&w.West.Unit.ID, nil, &w.East.Unit.ID} {
				d := db.Client.Unit.GetX(testkit.System(), w.East.Department.ID)
				if _, err := db.Org.MoveUnit(testkit.System(), d.ID, d.Version, to); err != nil {
					t.Error(err)
					return
				}
			}
		})
		all.Wait()
		wantExact(t, db)
		d := db.Client.Unit.GetX(testkit.System(), w.East.Department.ID)
		for _, r := range db.Client.RiskPoint.Query().AllX(testkit.System()) {
			if r.UnitID == d.ID && tally.LevelsOf(r) != d.Levels() {
				t.Errorf("risk point %d stands at %v, its unit at %v", r.ID, tally.LevelsOf(r), []int64{d.L1, d.L2, d.L3})
			}
		}
	})
}
