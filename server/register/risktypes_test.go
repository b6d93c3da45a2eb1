package register_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

// Every set of types is kept as it is, whatever order it is told in, and found by each of its types.
func TestEverySetOfTypesIsKeptAndFoundByEachOfItsTypes(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, ctx := testkit.NewWorld(t, db), testkit.As(term.RolePrincipalLeader, nil)
		sets := map[int64]term.RiskTypes{}
		for _, set := range term.RiskTypes("").Values() {
			told := term.RiskTypes(set).List()
			slices.Reverse(told)
			made := testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: w.West.Department.ID, Assessment: &testkit.Minor,
				Details: testkit.RiskDetails("类别", func(d *register.RiskDetails) { d.RiskTypes = told })}))(t)
			sets[made.ID] = term.RiskTypes(set)
			if kept := db.Client.RiskPoint.GetX(testkit.System(), made.ID).RiskTypes; kept != term.RiskTypes(set) {
				t.Errorf("%v is kept as %q, want %q", told, kept, set)
			}
		}
		for _, v := range term.RiskType("").Values() {
			var want, got []string
			for id, set := range sets {
				if strings.Contains(","+string(set)+",", ","+v+",") {
					want = append(want, fmt.Sprint(id))
				}
			}
			page := testkit.Must(db.Register.RiskPoints(ctx, register.RiskFilter{UnitID: &w.West.Department.ID, RiskTypes: []term.RiskType{term.RiskType(v)}}, nil, store.Page{First: 100}, nil))(t)
			for _, r := range page.Rows {
				if _, ours := sets[r.ID]; ours {
					got = append(got, fmt.Sprint(r.ID))
				}
			}
			slices.Sort(want)
			slices.Sort(got)
			if n := testkit.Must(page.Count(ctx))(t); !slices.Equal(got, want) || n != len(page.Rows) {
				t.Errorf("%s: %d are listed and %d counted, want %d", v, len(got), n, len(want))
			}
		}
	})
}

func TestARiskPointHasATypeAndIsUnclassifiedAlone(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	known := db.Client.RiskPoint.GetX(testkit.System(), w.East.Risks[0].ID)
	for reason, types := range map[string][]term.RiskType{"REQUIRED": nil, "UNCLASSIFIED_BESIDE": {term.RiskTypeUnclassified, term.RiskTypeDuty}} {
		details := testkit.RiskDetails("类别", func(d *register.RiskDetails) { d.RiskTypes = types })
		_, recorded := db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: w.East.City.ID, Details: details, Assessment: &testkit.Minor})
		_, revised := db.Register.ReviseRiskPoint(testkit.System(), register.ReviseRiskPoint{ID: known.ID, ExpectedVersion: known.Version, Details: details})
		want(t, fmt.Sprint(types, " recorded"), recorded, fault.Invalid, reason, "details.riskTypes")
		want(t, fmt.Sprint(types, " revised"), revised, fault.Invalid, reason, "details.riskTypes")
	}
}

// Other types are another matter: what was decided on them is void.
func TestOtherTypesAreARewritingAndTheSameInAnotherOrderAreNot(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	r := testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: w.East.City.ID, Assessment: &testkit.Minor,
		Details: testkit.RiskDetails("类别", func(d *register.RiskDetails) { d.RiskTypes = []term.RiskType{term.RiskTypeMoral, term.RiskTypeDuty} })}))(t)
	r = testkit.Must(db.Register.DecideGrade(testkit.System(), register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeC}))(t).RiskPoint
	revise := func(types ...term.RiskType) *ent.RiskPoint {
		r = testkit.Must(db.Register.ReviseRiskPoint(testkit.System(), register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version,
			Details: testkit.RiskDetails("类别", func(d *register.RiskDetails) { d.RiskTypes = types })}))(t)
		return r
	}
	if revise(term.RiskTypeDuty, term.RiskTypeMoral).Outdated {
		t.Error("the same types in another order void the grade")
	}
	if !revise(term.RiskTypeDuty).Outdated {
		t.Error("the grade stands though a type was taken away")
	}
}
