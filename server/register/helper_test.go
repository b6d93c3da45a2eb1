package register_test

import (
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/register"
	"sineng/server/tally"
	"sineng/server/testkit"
)

// want fails the test unless err is a fault with the given code, reason and field.
func want(t *testing.T, what string, err error, code fault.Code, reason, field string) {
	t.Helper()
	for _, f := range fault.All(err) {
		if f.Code == code && (reason == "" || f.Reason == reason) && f.Field == field {
			return
		}
	}
	t.Errorf("%s: %v, want %s %s on %q", what, err, code, reason, field)
}

// exact fails when a stored count differs from the rows.
func exact(t *testing.T, db *testkit.DB) {
	t.Helper()
	for _, d := range testkit.Must(tally.Recount(testkit.System(), db.Client))(t) {
		t.Errorf("unit %d counts %d of %+v, there are %d", d.Unit, d.Counted, d.Key, d.Actual)
	}
}

// record adds a risk point to a unit.
func record(t *testing.T, db *testkit.DB, u *ent.Unit, in register.GradeInputs, change ...func(*register.RiskDetails)) *ent.RiskPoint {
	t.Helper()
	return testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{
		UnitID: u.ID, Details: testkit.RiskDetails("新增", change...), Assessment: &in}))(t)
}

// graded adds a risk point with a decided grade, Ungraded for none.
func graded(t *testing.T, db *testkit.DB, u *ent.Unit, g term.Grade) *ent.RiskPoint {
	t.Helper()
	r := record(t, db, u, testkit.Minor)
	if g == term.Ungraded {
		return r
	}
	return testkit.Must(db.Register.DecideGrade(testkit.System(), register.DecideGrade{
		RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: g, Reason: "测试"}))(t).RiskPoint
}

// again reads the risk point from the database.
func again(db *testkit.DB, r *ent.RiskPoint) *ent.RiskPoint {
	return db.Client.RiskPoint.GetX(testkit.System(), r.ID)
}
