package httpd_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent/term"
	"sineng/scripts/bench/questions"
	"sineng/server/audit"
	"sineng/server/search"
	"sineng/server/tally"
	"sineng/server/testkit"
)

// Reasons why a question may cost more in a larger register.
const (
	counts      = "counts rows, which the roll-up does not keep"
	rare        = "no row has it, or few: SQLite goes through the rows of the unit, MySQL and MariaDB take the index of the value by their statistics"
	sorted      = "up to 30,000 rows are read along the unit's index and sorted, more along the index of the order"
	inSight     = "asks for the units or people in sight as a list"
	byViewer    = "SQLite looks for a page's rows along the index of the viewer's unit instead of the parent's; to be mended"
	overdue     = "goes through the newest measures to those that were due long ago, where more than 20,000 are"
	ofPaper     = "reads the rows with a grade of paper, at most 20,000, to find those that were opened"
	wholeSystem = "asked by an administrator of the whole system, reads no row of the register"
	lookedFor   = "goes through all of the unit to find what waits; to be mended"
)

// grows are the questions whose work grows with the register, by the beginning of their name.
var grows = map[string]string{
	"accounts": inSight, "auditEntries": inSight, "unusualReads": inSight, "pendingGrants": lookedFor, "forms": byViewer, "formsToReview": byViewer, "toDo": lookedFor,
	"riskPoints opening true": ofPaper, "riskRows opening true": ofPaper,
	"expectedAtEducation": inSight, "campaignProgress": counts, "previewRecipe": counts,
	"gradeMatrix unitId": "one row per unit directly below",
	"measures statuses":  rare, "measures dueBefore": overdue, "measures kinds": rare, "measures mechanisms": rare,
	"posts keyPost": rare, "portfolios kinds": rare, "duties unitId": byViewer, "units": byViewer,
	"riskPoints controlled true": rare, "riskPoints awaitsMeeting true": rare, "riskPoints recorded": rare,
	"riskRows controlled true": rare, "riskRows awaitsMeeting true": rare, "riskRows recorded": rare,
	"riskPoints CREATED_AT": sorted, "riskPoints UPDATED_AT": sorted, "riskPoints TITLE": sorted, "riskPoints LIKELIHOOD": sorted, "riskPoints SEVERITY": sorted,
}

// unasked are the root fields that are not asked for, with the reason.
var unasked = map[string]string{"verification": "belongs to the server alone, and none was started", "checkWorkingCalendar": wholeSystem, "readWorkingCalendar": wholeSystem}

// excused returns why a question may cost more where the register is larger.
func excused(q questions.Question) (reason string, ok bool) {
	if q.Count && q.Field.Name != "riskPoints" {
		return counts, true
	}
	for name, reason := range grows {
		if strings.HasPrefix(q.Name(), name) {
			return reason, true
		}
	}
	return "", false
}

// cost is what a question cost.
type cost struct{ statements, rows int }

// TestNoQuestionCostsMoreWhereTheRegisterIsLarger asks every root field of the API with every
// filter and every order, in a small register and in one that is several times as large, and
// compares the statements and what the database did for them.
func TestNoQuestionCostsMoreWhereTheRegisterIsLarger(t *testing.T) {
	s, schema := newTwoSides(t), loadSchema(t)
	index := search.New(s.db.Store, slices.Concat(s.db.Accounts.Texts(), s.db.Org.Texts(), s.db.Register.Texts(), s.db.Meetings.Texts())...)
	behind := testkit.Must(testkit.NewUnit(s.db, s.world.East.Unit, "Y", "后市局", term.UnitKindBureau))(t)
	var meter *testkit.Meter
	n := 0
	grow := func(units int) {
		for range units {
			n++
			// Not below a unit whose children, in the order of codes, are among the first.
			s.world.East.Add(t, s.db, behind, fmt.Sprintf("Z%04d", n), fmt.Sprintf("后%d科", n), term.UnitKindDepartment)
		}
		for testkit.Must(audit.Sequence(testkit.System(), s.db.Store))(t) > 0 {
		}
		testkit.Must(tally.Fold(t.Context(), s.db.Store))(t)
		if err := index.Build(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := index.Follow(t.Context()); err != nil {
			t.Fatal(err)
		}
		// As the program does every hour.
		if err := s.db.Optimize(t.Context()); err != nil {
			t.Fatal(err)
		}
		meter = testkit.NewMeter(t, s.db)
		meter.Analyze()
	}
	given := samples(s.east)
	asked := questions.Every(schema, func(field string, argument *ast.ArgumentDefinition, part *ast.FieldDefinition) any {
		whole := given[field][argument.Name]
		if part == nil {
			return whole
		}
		parts, _ := whole.(obj)
		return parts[part.Name]
	}, func(field string) bool { return unasked[field] != "" })
	askAll := func() map[string]cost {
		out := map[string]cost{}
		for _, q := range asked {
			who := s.whoMay(q.Field.Name)
			var res string
			for range 2 { // the first one may fill what is kept in memory
				s.db.Statements.Reset()
				r := run(t, s.db, s.server, who, q.Document(schema), true)
				res = said(r)
			}
			if res != "null" {
				t.Errorf("%s is answered %s", q.Name(), res)
				continue
			}
			c := cost{}
			for _, one := range s.db.Statements.All() {
				c.statements++
				c.rows += meter.Cost(one)
			}
			out[q.Name()] = c
		}
		return out
	}
	grow(30)
	small := askAll()
	grow(90)
	large := askAll()
	for _, q := range asked {
		a, b := small[q.Name()], large[q.Name()]
		reason, excused := excused(q)
		// A batch that is cut short by another's work takes a statement more.
		more := b.statements > a.statements+a.statements/4+3 || b.rows > a.rows+a.rows/4+slack
		switch {
		case more && !excused:
			t.Errorf("%s: %d statements and %d steps in a small register, %d and %d in a larger one", q.Name(), a.statements, a.rows, b.statements, b.rows)
		case !more && excused:
			t.Logf("%s did not grow, though it may: it %s", q.Name(), reason)
		}
	}
	t.Logf("%d questions were asked", len(asked))
}

// slack are steps that a question may cost more without growing, such as one more level of an
// index.
const slack = 200
