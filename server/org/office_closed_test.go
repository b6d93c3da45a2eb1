package org_test

import (
	"testing"

	"sineng/server/fault"
	"sineng/server/testkit"
)

func TestAClosedUnitStillLetsItsPeopleGo(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		d := db.Client.Unit.GetX(testkit.System(), w.East.Department.ID)
		a := w.East.People[2].QueryAppointments().OnlyX(testkit.System())
		p := w.East.People[2].QueryPortfolios().OnlyX(testkit.System())
		testkit.Must(db.Org.CloseUnit(testkit.System(), d.ID, d.Version, db.Today()))(t)
		if _, err := db.Org.Appoint(testkit.System(), w.East.People[1].ID, w.East.Posts[2].ID, db.Today()); !fault.Is(err, fault.InvalidTransition) {
			t.Errorf("somebody was appointed in a closed unit: %v", err)
		}
		testkit.Must(db.Org.Relieve(testkit.System(), a.ID, a.Version, new(db.Today())))(t)
		testkit.Must(db.Org.EndPortfolio(testkit.System(), p.ID, p.Version, new(db.Today())))(t)
		r := db.Client.RiskPoint.GetX(testkit.System(), w.East.Risks[2].ID)
		testkit.Must(db.Register.RetireRiskPoint(testkit.System(), r.ID, r.Version, "单位撤销"))(t)
	})
}
