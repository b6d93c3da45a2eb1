package verify_test

import (
	"reflect"
	"strings"
	"testing"

	"entgo.io/ent/schema/field"

	"sineng/ent"
	"sineng/ent/migrate"
	"sineng/ent/term"
	"sineng/server/audit/verify"
	"sineng/server/testkit"
)

func TestValuesOutsideTheirEnumerationAreReported(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		reported := func() map[string]int {
			t.Helper()
			out := map[string]int{}
			for _, f := range db.Verify(t, verify.Enumerations()).Findings {
				if f.Reason == verify.ReasonOutside {
					out[f.Object.Type+" "+f.EN]++
				}
			}
			return out
		}
		if found := reported(); len(found) > 0 {
			t.Fatalf("an untouched database: %v", found)
		}
		risk := w.East.Risks[0].ID
		for _, c := range []struct {
			statement string
			want      map[string]int
		}{
			{"UPDATE risk_points SET found_by = '[\"Self\"]' WHERE id = ?", map[string]int{"RiskPoint found_by has a value outside its enumeration": 1}},
			{"UPDATE risk_points SET found_by = '[\"SELF\", \"\"]' WHERE id = ?", map[string]int{"RiskPoint found_by has a value outside its enumeration": 1}},
			{"UPDATE risk_points SET found_by = '[\"SELF\", \"LEADER\"]' WHERE id = ?", map[string]int{}},
			{"UPDATE risk_points SET status = 'open' WHERE id = ?", map[string]int{"RiskPoint status has a value outside its enumeration": 1}},
			{"UPDATE risk_points SET grade = '', status = 'OPEN ' WHERE id = ?", map[string]int{"RiskPoint status has a value outside its enumeration": 1, "RiskPoint grade has a value outside its enumeration": 1}},
		} {
			if _, err := db.Client.ExecContext(testkit.System(), c.statement, risk); err != nil {
				t.Fatal(err)
			}
			if found := reported(); !reflect.DeepEqual(found, c.want) {
				t.Errorf("%s: %v", c.statement, found)
			}
		}
	})
}

// What ent declares as an enumeration is looked at, and so is each list of such values.
func TestEveryColumnOfAnEnumerationIsLookedAt(t *testing.T) {
	lists := 0
	for name, e := range ent.Entities {
		columns := verify.EnumColumns(name)
		for _, table := range migrate.Tables {
			if table.Name != e.Table {
				continue
			}
			for _, c := range table.Columns {
				if c.Type == field.TypeEnum && !columns[c.Name] {
					t.Errorf("%s.%s is not looked at", table.Name, c.Name)
				}
				if c.Type == field.TypeJSON && columns[c.Name] {
					lists++
				}
			}
		}
	}
	if lists < 5 {
		t.Errorf("%d columns of JSON hold enumerations", lists)
	}
}

// A list with a value outside its enumeration is not written.
func TestListsOfEnumerationsAreCheckedBeforeTheyAreWritten(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		for _, wrong := range [][]term.FoundBy{{"Self"}, {term.FoundBySelf, ""}} {
			err := db.Raw.Client.RiskPoint.UpdateOneID(w.East.Risks[0].ID).SetFoundBy(wrong).Exec(testkit.System())
			if err == nil || !strings.Contains(err.Error(), "found_by") {
				t.Errorf("%v is written: %v", wrong, err)
			}
		}
		if err := db.Raw.Client.RiskPoint.UpdateOneID(w.East.Risks[0].ID).SetFoundBy([]term.FoundBy{term.FoundByLeader}).Exec(testkit.System()); err != nil {
			t.Error(err)
		}
	})
}
