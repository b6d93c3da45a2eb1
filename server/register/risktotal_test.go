package register_test

import (
	"context"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

func TestTheTotalOfAListIsTheNumberOfItsRowsForEveryViewerAndFilter(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	e := w.East
	for _, in := range []register.GradeInputs{testkit.Minor, testkit.Crime} {
		r := testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{
			UnitID: e.Department.ID, Details: testkit.RiskDetails("又一"), Assessment: &in}))(t)
		testkit.Must(db.Register.RetireRiskPoint(testkit.System(), r.ID, r.Version, "不再存在"))(t)
		testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{
			UnitID: e.City.ID, Details: testkit.RiskDetails("再一"), Assessment: &in}))(t)
	}
	viewers := map[string]context.Context{
		"the program":     testkit.System(),
		"whole system":    testkit.As(term.RolePrincipalLeader, nil),
		"a province":      testkit.As(term.RolePrincipalLeader, e.Unit),
		"a department":    testkit.As(term.RoleDeptHead, e.Department),
		"an overlap":      testkit.Also(testkit.As(term.RoleLeaderInCharge, e.City), term.RoleDeptHead, e.Department),
		"both provinces":  testkit.Also(testkit.As(term.RoleInspector, e.Department), term.RoleInspector, w.West.City),
		"administrator":   testkit.Also(testkit.As(term.RoleSystemAdmin, nil), term.RoleDeptHead, e.Department),
		"another section": testkit.As(term.RoleStaff, w.West.Department),
	}
	yes, no := true, false
	filters := map[string]register.RiskFilter{
		"all":               {},
		"province":          {UnitID: &e.Unit.ID},
		"city":              {UnitID: &e.City.ID},
		"city only":         {UnitID: &e.City.ID, UnitOnly: &yes},
		"grade A":           {Grades: []term.Grade{term.GradeA}},
		"A and ungraded":    {Grades: []term.Grade{term.GradeA}, Ungraded: &yes},
		"ungraded":          {Ungraded: &yes},
		"retired":           {Statuses: []term.RiskStatus{term.RiskStatusRetired}},
		"licensing":         {PowerTypes: []term.PowerType{term.PowerTypeLicensing}},
		"uncontrolled duty": {Controlled: &no, RiskTypes: []term.RiskType{term.RiskTypeDuty}},
		"text":              {Text: &e.Risks[0].Title},
		"power":             {PowerID: &e.Powers[2].ID},
		"crime in the city": {UnitID: &e.City.ID, Consequences: []term.ConsequenceKind{term.ConsequenceKindCrime}},
	}
	counted := 0
	for who, ctx := range viewers {
		for what, f := range filters {
			slice, err := db.Register.RiskPoints(ctx, f, nil, store.Page{First: 100}, func(*ent.RiskPointQuery) {})
			if err != nil {
				continue // this viewer does not see the unit or power
			}
			got, err := slice.Count(ctx)
			if err != nil {
				t.Fatal(err)
			}
			if got != len(slice.Rows) {
				t.Errorf("%s asks for %s: total %d, rows %d", who, what, got, len(slice.Rows))
			}
			counted += got
		}
	}
	if counted < 100 {
		t.Errorf("only %d rows were counted in all", counted)
	}
}
