package supervision_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/supervision"
	"sineng/server/tally"
	"sineng/server/testkit"
)

// Totals count a risk point once and rows by type once under each of its types, whatever sets there are,
// however they were changed, and whether the counts are folded.
func TestRiskPointsOfSeveralTypesCountOnceInTotalsAndOnceUnderEachType(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		dice := rand.New(rand.NewPCG(7, 11))
		sets, types := term.RiskTypes("").Values(), term.RiskType("").Values()
		set := func() term.RiskTypes { return term.RiskTypes(sets[dice.IntN(len(sets))]) }
		leader := testkit.As(term.RolePrincipalLeader, w.East.Unit)
		units := []*ent.Unit{w.East.Unit, w.East.City, w.East.Department}
		var made []*ent.RiskPoint
		for step := range 40 {
			r := risk(t, db, units[dice.IntN(3)], []term.Grade{term.GradeA, term.GradeB, term.GradeC, term.Ungraded}[dice.IntN(4)], set())
			made = append(made, r)
			if dice.IntN(2) == 0 {
				i := dice.IntN(len(made))
				made[i] = testkit.Must(db.Register.ReviseRiskPoint(testkit.System(), register.ReviseRiskPoint{ID: made[i].ID, ExpectedVersion: made[i].Version,
					Details: testkit.RiskDetails("改", func(d *register.RiskDetails) { d.RiskTypes = set().List() })}))(t)
			}
			if step%7 == 3 {
				testkit.Must(tally.Fold(testkit.System(), db.Store))(t)
			}
			if step%4 != 0 {
				continue
			}
			filter := supervision.CountFilter{}
			for range dice.IntN(3) {
				filter.RiskTypes = append(filter.RiskTypes, term.RiskType(types[dice.IntN(len(types))]))
			}
			want, total := map[string]int{}, 0
			for _, r := range db.Client.RiskPoint.Query().AllX(testkit.System()) {
				under := strings.Split(string(r.RiskTypes), ",")
				if len(filter.RiskTypes) > 0 {
					under = slices.DeleteFunc(under, func(one string) bool { return !slices.Contains(filter.RiskTypes, term.RiskType(one)) })
				}
				if r.L1 != w.East.Unit.ID || len(under) == 0 {
					continue
				}
				total++
				for _, one := range under {
					want[one]++
				}
			}
			m := testkit.Must(db.Supervision.Matrix(leader, &w.East.Unit.ID, supervision.ByRiskType, filter, nil))(t)
			got := map[string]int{}
			for _, row := range m.Rows {
				got[row.Key] = row.Counts.Total()
			}
			if fmt.Sprint(got) != fmt.Sprint(want) || m.Totals.Total() != total {
				t.Fatalf("step %d, filter %v: %v of %d, there are %v of %d", step, filter.RiskTypes, got, m.Totals.Total(), want, total)
			}
			listed := testkit.Must(db.Register.RiskPoints(leader, register.RiskFilter{UnitID: &w.East.Unit.ID, RiskTypes: filter.RiskTypes}, nil, store.Page{First: 1}, nil))(t)
			if n := testkit.Must(listed.Count(leader))(t); n != total {
				t.Fatalf("step %d: the list with %v has %d, want %d", step, filter.RiskTypes, n, total)
			}
		}
	})
}
