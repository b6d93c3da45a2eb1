package register_test

import (
	"context"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/register"
	"sineng/server/testkit"
)

// worker is a person with a role on a unit and an existing account.
func worker(t *testing.T, db *testkit.DB, login string, role term.Role, u *ent.Unit, p *ent.Person) context.Context {
	t.Helper()
	ctx := testkit.AsPerson(role, u, p)
	var id *int64
	if p != nil {
		id = &p.ID
	}
	viewer.FromContext(ctx).AccountID = testkit.Must(db.Accounts.Create(testkit.System(),
		account.NewAccount{LoginName: login, Password: "Pruefung-2026!", Final: true, PersonID: id}))(t).ID
	return ctx
}

func TestFault34SelfReview(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		u, p := w.East.Department, w.East.People
		// With every role, also the highest, and by a second account of the same person.
		staff := worker(t, db, "staff", term.RoleStaff, u, p[0])
		head := worker(t, db, "head", term.RoleDeptHead, u, p[1])
		again := worker(t, db, "head-again", term.RolePrincipalLeader, u, p[1])
		leader := worker(t, db, "leader", term.RolePrincipalLeader, u, p[2])
		s := db.Register
		record := func(who context.Context) *ent.Measure {
			return testkit.Must(s.RecordMeasure(who, register.RecordMeasure{UnitID: u.ID, Details: details(w.East.Risks[2])}))(t)
		}
		revise := func(who context.Context, m *ent.Measure) *ent.Measure {
			return testkit.Must(s.ReviseMeasure(who, register.ReviseMeasure{ID: m.ID, ExpectedVersion: m.Version, Details: details(w.East.Risks[2])}))(t)
		}
		step := func(who context.Context, m *ent.Measure, a register.MeasureAction) (*ent.Measure, error) {
			return s.AdvanceMeasure(who, register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: a})
		}
		approve := func(who context.Context, m *ent.Measure) error { return second(step(who, m, register.Approve)) }

		m := record(head)
		want(t, "who drafted it approves it", approve(head, m), fault.Forbidden, "SELF_REVIEW", "id")
		want(t, "another account of who drafted it approves it", approve(again, m), fault.Forbidden, "SELF_REVIEW", "id")
		m = revise(leader, m)
		want(t, "who drafted it approves it after another changed it", approve(head, m), fault.Forbidden, "SELF_REVIEW", "id")
		want(t, "who last changed it approves it", approve(leader, m), fault.Forbidden, "SELF_REVIEW", "id")
		m = revise(staff, m)
		m = testkit.Must(step(leader, m, register.Approve))(t)
		// A changed measure is no longer the one that was approved.
		if m = revise(head, m); m.Status != term.MeasureStatusRevised {
			t.Errorf("an approved measure that was rewritten is %s", m.Status)
		}
		want(t, "who changed what was approved puts it in force", second(step(head, m, register.Activate)), fault.InvalidTransition, "MEASURE_STATE", "action")
		want(t, "who changed what was approved approves it", approve(head, m), fault.Forbidden, "SELF_REVIEW", "id")
		m = testkit.Must(step(leader, m, register.Approve))(t)
		// The steps after the approval are open to whoever has the right.
		testkit.Must(step(head, m, register.Activate))(t)
		if m = record(staff); approve(head, m) != nil || approve(staff, record(staff)) == nil {
			t.Error("the head does not approve what the staff drafted, or the staff does")
		}
		if m = record(testkit.System()); approve(head, m) != nil {
			t.Error("what the operator recorded is approved by nobody")
		}

		for _, other := range []context.Context{head, again} {
			r := testkit.Must(s.RecordRiskPoint(head, register.RecordRiskPoint{UnitID: u.ID, Details: testkit.RiskDetails("x"), Assessment: &testkit.Minor}))(t)
			_, err := s.DecideGrade(other, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeC})
			want(t, "who proposed a grade decides it", err, fault.Forbidden, "OWN_PROPOSAL", "")
			testkit.Must(s.DecideGrade(leader, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeC}))(t)
		}
		exact(t, db)
	})
}
