package register_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/tally"
	"sineng/server/testkit"
)

func TestFault35UnitMovedWhileAWriteRuns(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		department := w.East.Department.ID
		leader := testkit.As(term.RolePrincipalLeader, w.East.City)
		group := testkit.As(term.RoleLeadingGroup, w.East.City)
		const moves, writers, most = 8, 3, 200
		stop := make(chan struct{})
		var written, hidden atomic.Int64
		// A write fails with NOT_FOUND when the unit moved away before it, and is kept when it
		// came first.
		settled := func(what string, err error) bool {
			switch {
			case err == nil:
				written.Add(1)
			case fault.Is(err, fault.NotFound):
				hidden.Add(1)
			case !fault.Is(err, fault.Conflict):
				t.Errorf("%s: %v", what, err)
			}
			return err == nil
		}
		var all sync.WaitGroup
		for n := range writers {
			all.Go(func() {
				for i := range most {
					select {
					case <-stop:
						return
					default:
					}
					name := fmt.Sprintf("第%d-%d件", n, i)
					r, err := db.Register.RecordRiskPoint(leader, register.RecordRiskPoint{UnitID: department, Details: testkit.RiskDetails(name), Assessment: &testkit.Crime})
					if !settled("recording", err) {
						continue
					}
					_, err = db.Register.DecideGrade(group, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeC, Reason: "集体研究"})
					settled("deciding", err)
					_, err = db.Register.RecordMeasure(leader, register.RecordMeasure{UnitID: department, Details: details(r.Unwrap())})
					settled("fencing", err)
				}
			})
		}
		all.Go(func() {
			defer close(stop)
			for i := range moves {
				to := []*ent.Unit{w.West.City, w.East.City}[i%2]
				for moved := false; !moved; {
					// The program moves it, whatever else changes it meanwhile.
					u, err := db.Client.Unit.Get(testkit.System(), department)
					if err == nil {
						_, err = db.Org.MoveUnit(testkit.System(), department, u.Version, &to.ID)
					}
					if moved = err == nil; !moved && !fault.Is(err, fault.Conflict) {
						t.Errorf("moving: %v", err)
						return
					}
				}
				if _, err := tally.Fold(context.Background(), db.Store); err != nil {
					t.Errorf("folding: %v", err)
				}
			}
		})
		all.Wait()
		for _, m := range testkit.Must(org.FindMisplaced(testkit.System(), db.Client))(t) {
			t.Errorf("a row stands between two places: %+v", m)
		}
		exact(t, db)
		// The last move returned it: everything is visible there, and nothing in the west.
		seen := db.Client.RiskPoint.Query().Where(riskpoint.UnitID(department)).CountX(leader)
		if total := db.Client.RiskPoint.Query().Where(riskpoint.UnitID(department)).CountX(testkit.System()); seen != total {
			t.Errorf("at home %d of %d risk points are seen", seen, total)
		}
		if n := db.Client.RiskPoint.Query().Where(riskpoint.UnitID(department)).CountX(testkit.As(term.RolePrincipalLeader, w.West.Unit)); n != 0 {
			t.Errorf("the other province still sees %d", n)
		}
		t.Logf("%d writes were done, %d found nothing there", written.Load(), hidden.Load())
		if written.Load() == 0 {
			t.Error("nothing was written")
		}
	})
}
