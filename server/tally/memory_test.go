package tally_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/tally"
	"sineng/server/testkit"
)

// What a server answers from memory equals what the rows say, whatever was written, folded and
// moved by whichever server.
func TestTheMemoryOfTwoServersEqualsTheRowsAfterEveryStep(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		dice := rand.New(rand.NewPCG(7, 7))
		// db.Raw has the same database open with a memory of its own, as another server.
		servers := []*store.Store{db.Store, db.Raw}
		agree := func(step string) {
			t.Helper()
			agrees(t, step, servers, rootsIn(db))
		}
		agree("at the beginning")
		var known []int64
		for step := range 60 {
			what := dice.IntN(10)
			switch {
			case what < 4 || len(known) == 0:
				r, err := db.Register.RecordRiskPoint(testkit.System(), anyRisk(dice, w))
				if err != nil {
					t.Fatal(err)
				}
				known = append(known, r.ID)
			case what < 7:
				r := db.Client.RiskPoint.GetX(testkit.System(), known[dice.IntN(len(known))])
				if r.Status == term.RiskStatusRetired {
					continue
				}
				grade := []term.Grade{term.GradeA, term.GradeB, term.GradeC}[dice.IntN(3)]
				if _, err := db.Register.DecideGrade(testkit.System(), register.DecideGrade{
					RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: grade, Reason: "会议审定"}); err != nil {
					t.Logf("not decided: %v", err)
				}
			case what == 7:
				r := db.Client.RiskPoint.GetX(testkit.System(), known[dice.IntN(len(known))])
				if _, err := db.Register.RetireRiskPoint(testkit.System(), r.ID, r.Version, "不再存在"); err != nil {
					t.Logf("not retired: %v", err)
				}
			case what == 8:
				d := db.Client.Unit.GetX(testkit.System(), w.East.Department.ID)
				to := []*int64{&w.West.Unit.ID, nil, &w.East.Unit.ID, &w.East.City.ID}[dice.IntN(4)]
				if _, err := db.Org.MoveUnit(testkit.System(), d.ID, d.Version, to); err != nil {
					t.Fatal(err)
				}
			case what == 9 && step%3 == 0:
				db.Clock.Forward(26 * time.Hour)
			}
			if dice.IntN(3) == 0 {
				if _, err := tally.Fold(testkit.System(), servers[dice.IntN(2)]); err != nil {
					t.Fatal(err)
				}
			}
			if dice.IntN(4) == 0 {
				if err := tally.Keep(testkit.System(), servers[1]); err != nil {
					t.Fatal(err)
				}
			}
			agree(fmt.Sprintf("step %d (%d)", step, what))
		}
		wantExact(t, db)
	})
}

func anyRisk(dice *rand.Rand, w *testkit.World) register.RecordRiskPoint {
	p := []*testkit.Province{w.East, w.West}[dice.IntN(2)]
	u := []*ent.Unit{p.Unit, p.City, p.Department}[dice.IntN(3)]
	sets := term.RiskTypes("").Values()
	return register.RecordRiskPoint{UnitID: u.ID, Assessment: &testkit.Minor,
		Details: testkit.RiskDetails("风险", func(d *register.RiskDetails) { d.RiskTypes = term.RiskTypes(sets[dice.IntN(len(sets))]).List() })}
}

// rootsIn are all units and the whole system.
func rootsIn(db *testkit.DB) []viewer.Root {
	out := []viewer.Root{{}}
	for _, u := range db.Client.Unit.Query().AllX(testkit.System()) {
		out = append(out, viewer.Root{ID: u.ID, Level: u.Level})
	}
	return out
}

// agrees compares the answers from the memory of each server with those of statements over the rows.
func agrees(t *testing.T, step string, servers []*store.Store, roots []viewer.Root) {
	t.Helper()
	ctx, rows := testkit.System(), servers[0]
	yes := true
	filters := map[string]tally.Filter{
		"all":    {},
		"living": {Statuses: []term.RiskStatus{term.RiskStatusProposed, term.RiskStatusDecided}},
		"narrow": {Grades: []term.Grade{term.GradeA, term.Ungraded}, RiskTypes: []term.RiskType{term.RiskTypeDuty, term.RiskTypeMoral}},
		"A":      {Grades: []term.Grade{term.GradeA}, Controlled: &yes},
		"none":   {PowerTypes: []string{""}},
	}
	today := rows.Today()
	spans := map[string]tally.Span{"ever": {}, "today": {From: store.StartOf(today)}, "before": {Until: store.StartOf(today)},
		"yesterday": {From: store.StartOf(today.AddDate(0, 0, -1)), Until: store.StartOf(today)}}
	moments := make([]tally.Moment, len(servers))
	for i, s := range servers {
		moments[i] = momentNow(t, s)
	}
	for name, f := range filters {
		for when, span := range spans {
			for _, by := range [][]tally.Dimension{nil, {tally.ByStatus}, {tally.ByRiskTypes, tally.ByStatus}, {tally.ByPowerType}} {
				want := testkit.Must(tally.ReadLive(ctx, rows.Client, roots, f, span, by...))(t)
				for i, s := range servers {
					what := fmt.Sprintf("%s, server %d: %s, %s, %v", step, i, name, when, by)
					same(t, what, testkit.Must(tally.Counts(ctx, s, roots, f, span, by...))(t), want)
					same(t, what+", in a query", testkit.Must(tally.Counts(tally.At(ctx, moments[i]), s, roots, f, span, by...))(t), want)
				}
				if !span.Bounded() {
					same(t, fmt.Sprintf("%s, folded: %s, %v", step, name, by), testkit.Must(tally.Read(ctx, rows.Client, roots, f, by...))(t), want)
				}
			}
			for _, root := range roots[:min(3, len(roots))] {
				want := numbers(testkit.Must(tally.ReadByPost(ctx, rows.Client, []viewer.Root{root}, f, span))(t))
				for i, s := range servers {
					got := numbers(testkit.Must(tally.ByPost(ctx, s, []viewer.Root{root}, f, span))(t))
					if !maps.Equal(got, want) {
						t.Fatalf("%s, server %d: %s, %s, by post: %+v, want %+v", step, i, name, when, got, want)
					}
				}
			}
		}
	}
	for _, since := range []time.Time{today, today.AddDate(0, 0, -1), today.AddDate(-1, 0, 0), today.AddDate(0, 0, 1)} {
		want := testkit.Must(tally.ReadChanges(ctx, rows.Client, roots, since))(t)
		for i, s := range servers {
			got := testkit.Must(tally.ChangesSince(ctx, s, roots, since))(t)
			if !slices.Equal(got, want) {
				t.Fatalf("%s, server %d: since %s: %+v, want %+v", step, i, since, got, want)
			}
		}
	}
}

func same(t *testing.T, what string, got, want []tally.Row) {
	t.Helper()
	of := func(rows []tally.Row) map[tally.Row]int {
		out := map[tally.Row]int{}
		for _, r := range rows {
			out[r]++
		}
		return out
	}
	if !maps.Equal(of(got), of(want)) {
		t.Fatalf("%s: %+v, want %+v", what, got, want)
	}
}

// numbers are the numbers of a table that are not 0, by post, grade and whether it is controlled.
func numbers(of *tally.PostTable) map[string]int32 {
	out := map[string]int32{}
	for i, r := range of.Rows {
		for k, n := range of.N(i) {
			if n != 0 {
				out[fmt.Sprint(r.Post, of.Keys[k].Grade, of.Keys[k].Controlled)] = n
			}
		}
	}
	return out
}
