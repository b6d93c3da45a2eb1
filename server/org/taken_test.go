package org_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent/term"
	"sineng/server/audit/tlog"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/testkit"
)

// A number that somebody out of sight has is refused without saying whose, and only a few times.
func TestGuessingTakenKeysIsLimited(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		number := func(i int) *string { n := fmt.Sprintf("W-%03d", i); return &n }
		const there = 40
		for i := range there {
			testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{Name: "西某", UnitID: w.West.Unit.ID, StaffNumber: number(i)}))(t)
		}
		leader := testkit.As(term.RolePrincipalLeader, w.East.Unit)
		try := func(i int) error {
			_, err := db.Org.AddPerson(leader, org.AddPerson{Name: "新人", UnitID: w.East.Department.ID, StaffNumber: number(i)})
			return err
		}
		reasons := map[string]int{}
		for i := range there {
			err := fault.All(try(i))[0]
			reasons[err.Reason]++
			if strings.Contains(err.ZH+err.EN, "西") {
				t.Errorf("the refusal tells whose it is: %v", err)
			}
			_ = try(0) // the same again teaches nothing
		}
		if reasons["STAFF_NUMBER_TAKEN"] != 30 || reasons["TOO_MANY_TAKEN"] != there-30 {
			t.Errorf("the refusals are %v", reasons)
		}
		// Neither a free number nor a code tells any more.
		if err := try(999); !fault.Is(err, fault.RateLimited) {
			t.Errorf("a free number is answered %v", err)
		}
		if _, err := db.Org.CreateUnit(leader, org.CreateUnit{Code: "W", Name: "新", Kind: term.UnitKindDepartment, ParentID: &w.East.Unit.ID}); !fault.Is(err, fault.RateLimited) {
			t.Errorf("a code of another unit is answered %v", err)
		}
		db.Clock.Forward(time.Hour)
		testkit.Must(db.Org.AddPerson(leader, org.AddPerson{Name: "新人", UnitID: w.East.Department.ID, StaffNumber: number(999)}))(t)
		// What one sees oneself may be met as often as one likes.
		for range 40 {
			if err := try(999); fault.All(err)[0].Reason != "STAFF_NUMBER_TAKEN" {
				t.Fatalf("a number in sight is answered %v", err)
			}
		}
	})
}

// Two servers of one database tell an account together of as many taken numbers as one does. SQLite has
// one server.
func TestServersOfOneDatabaseCountTakenKeysTogether(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		if db.Dialect() == dialect.SQLite {
			return
		}
		w := testkit.NewWorld(t, db)
		key := testkit.Must(tlog.SealKey(db.LogDir))(t)
		other := testkit.Must(store.Open(t.Context(), db.URL, store.WithClock(db.Clock.Now), store.WithSeal(key)))(t)
		t.Cleanup(func() { _ = other.Close() })
		servers := []*org.Service{db.Org, org.New(other)}
		number := func(i int) *string { n := fmt.Sprintf("W-%03d", i); return &n }
		for i := range 40 {
			testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{Name: "西某", UnitID: w.West.Unit.ID, StaffNumber: number(i)}))(t)
		}
		leader := testkit.As(term.RolePrincipalLeader, w.East.Unit)
		told := 0
		for i := range 40 {
			_, err := servers[i%2].AddPerson(leader, org.AddPerson{Name: "新人", UnitID: w.East.Department.ID, StaffNumber: number(i)})
			if fault.All(err)[0].Reason == "STAFF_NUMBER_TAKEN" {
				told++
			}
			db.Clock.Forward(11 * time.Second) // what a server knows of the others it asks for anew
		}
		if told != 30 {
			t.Errorf("the two servers told of %d numbers, want 30", told)
		}
	})
}
