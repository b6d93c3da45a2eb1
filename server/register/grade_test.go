package register_test

import (
	"fmt"
	"strings"
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/register"
)

// Expected grades from the domain's text: a letter per likelihood 1 to 5.
var byWorse = map[term.ConsequenceKind]string{
	term.ConsequenceKindCrime:      "AAAAA",
	term.ConsequenceKindDiscipline: "BBBAA",
	term.ConsequenceKindMinor:      "CCBAA",
}

// A row per likelihood, a letter per severity 1 to 5: A from a product of 15, B from 8.
var byProduct = [5]string{
	"CCCCC",
	"CCCBB",
	"CCBBA",
	"CBBAA",
	"CBAAA",
}

func TestEveryRecipeGradesEveryInputAsTheDomainSays(t *testing.T) {
	for likelihood := 1; likelihood <= 5; likelihood++ {
		for severity := 1; severity <= 5; severity++ {
			for consequence, worse := range byWorse {
				for _, unlimited := range []bool{false, true} {
					for _, breach := range []bool{false, true} {
						in := register.GradeInputs{Likelihood: likelihood, Severity: severity, Consequence: consequence, UnlimitedPower: unlimited, PastBreach: breach}
						want := map[string]term.Grade{
							"worse-of": term.Grade(worse[likelihood-1]),
							"product":  term.Grade(byProduct[likelihood-1][severity-1]),
						}
						for _, recipe := range register.Recipes {
							got := recipe.Grade(in)
							w, known := want[recipe.Name]
							if !known {
								t.Fatalf("the test knows no recipe %s", recipe.Name)
							}
							if unlimited || breach {
								w = term.GradeA
								if !strings.HasPrefix(got.Clause, "override:") {
									t.Errorf("%s of %+v was decided by %q, want an override", recipe.Name, in, got.Clause)
								}
							}
							if got.Grade != w {
								t.Errorf("%s of %+v is %s, want %s", recipe.Name, in, got.Grade, w)
							}
						}
					}
				}
			}
		}
	}
}

func TestTheClauseNamesWhatDecided(t *testing.T) {
	for _, c := range []struct {
		recipe register.Recipe
		in     register.GradeInputs
		clause string
	}{
		{register.WorseOf, register.GradeInputs{Likelihood: 5, Severity: 1, Consequence: term.ConsequenceKindMinor}, "likelihood=5"},
		{register.WorseOf, register.GradeInputs{Likelihood: 3, Severity: 1, Consequence: term.ConsequenceKindMinor}, "likelihood=3"},
		{register.WorseOf, register.GradeInputs{Likelihood: 4, Severity: 1, Consequence: term.ConsequenceKindDiscipline}, "likelihood=4"},
		{register.WorseOf, register.GradeInputs{Likelihood: 3, Severity: 5, Consequence: term.ConsequenceKindCrime}, "consequence=CRIME"},
		{register.WorseOf, register.GradeInputs{Likelihood: 1, Severity: 5, Consequence: term.ConsequenceKindDiscipline}, "consequence=DISCIPLINE"},
		{register.WorseOf, register.GradeInputs{Likelihood: 1, Severity: 5, Consequence: term.ConsequenceKindMinor}, "consequence=MINOR"},
		{register.Product, register.GradeInputs{Likelihood: 3, Severity: 4, Consequence: term.ConsequenceKindCrime}, "likelihood×severity=12"},
		{register.Product, register.GradeInputs{Likelihood: 1, Severity: 1, Consequence: term.ConsequenceKindMinor, UnlimitedPower: true}, "override:unlimited-power"},
		{register.WorseOf, register.GradeInputs{Likelihood: 1, Severity: 1, Consequence: term.ConsequenceKindMinor, PastBreach: true}, "override:past-breach"},
	} {
		if got := c.recipe.Grade(c.in); got.Clause != c.clause {
			t.Errorf("%s of %+v was decided by %q, want %q", c.recipe.Name, c.in, got.Clause, c.clause)
		}
	}
}

func TestRecipesHaveANameAndAVersionAndTheWorseOfIsTheDefault(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range register.Recipes {
		if r.Name == "" || r.Version < 1 || seen[r.Name] {
			t.Errorf("recipe %q version %d", r.Name, r.Version)
		}
		seen[r.Name] = true
	}
	if register.DefaultRecipe.Name != "worse-of" {
		t.Errorf("the default is %s", register.DefaultRecipe.Name)
	}
}

func TestTheGradeByCount(t *testing.T) {
	for n, want := range []term.Grade{term.Ungraded, term.GradeC, term.GradeC, term.GradeB, term.GradeB, term.GradeA, term.GradeA} {
		if got := register.ByCount(n); got.Grade != want || got.Clause != fmt.Sprintf("count=%d", n) {
			t.Errorf("%d risk points give %+v, want %s", n, got, want)
		}
	}
	if got := register.ByCount(1000); got.Grade != term.GradeA {
		t.Errorf("1000 risk points give %s", got.Grade)
	}
}

// lifecycle is every step that a measure may take; all others are refused.
const lifecycle = `
DRAFTED     APPROVE          APPROVED
DRAFTED     RETIRE           RETIRED
APPROVED    ACTIVATE         ACTIVE
APPROVED    REVISE           REVISED
APPROVED    RETIRE           RETIRED
ACTIVE      FIND_EFFECTIVE   EFFECTIVE
ACTIVE      FIND_INEFFECTIVE INEFFECTIVE
EFFECTIVE   FIND_INEFFECTIVE INEFFECTIVE
EFFECTIVE   REVISE           REVISED
EFFECTIVE   RETIRE           RETIRED
INEFFECTIVE FIND_EFFECTIVE   EFFECTIVE
INEFFECTIVE REVISE           REVISED
INEFFECTIVE RETIRE           RETIRED
REVISED     APPROVE          APPROVED
REVISED     RETIRE           RETIRED`

func TestEveryStepOfAMeasureFromEveryState(t *testing.T) {
	want := map[[2]string]string{}
	for line := range strings.Lines(strings.TrimSpace(lifecycle)) {
		f := strings.Fields(line)
		want[[2]string{f[0], f[1]}] = f[2]
	}
	steps := 0
	for _, from := range term.MeasureStatus("").Values() {
		var allowed []register.MeasureAction
		for _, action := range register.MeasureActions {
			to, err := register.NextMeasure(term.MeasureStatus(from), action)
			w, ok := want[[2]string{from, string(action)}]
			switch {
			case ok && (err != nil || string(to) != w):
				t.Errorf("%s of a measure that is %s gives %s, %v; want %s", action, from, to, err, w)
			case !ok && !fault.Is(err, fault.InvalidTransition):
				t.Errorf("%s of a measure that is %s gives %s, %v; want INVALID_TRANSITION", action, from, to, err)
			}
			if ok {
				steps++
				allowed = append(allowed, action)
			}
		}
		if got := register.NextSteps(term.MeasureStatus(from)); fmt.Sprint(got) != fmt.Sprint(allowed) {
			t.Errorf("from %s one may %v, want %v", from, got, allowed)
		}
	}
	if steps != len(want) || len(register.MeasureActions) != 6 {
		t.Errorf("%d steps of %d were tried with %d actions", steps, len(want), len(register.MeasureActions))
	}
	for status, w := range map[term.MeasureStatus][2]bool{ // controls its risk points, may be rewritten
		term.MeasureStatusDrafted: {false, true}, term.MeasureStatusApproved: {false, true}, term.MeasureStatusActive: {true, false},
		term.MeasureStatusEffective: {true, false}, term.MeasureStatusIneffective: {false, false}, term.MeasureStatusRevised: {false, true},
		term.MeasureStatusRetired: {false, false},
	} {
		if register.Controls(status) != w[0] || register.Editable(status) != w[1] {
			t.Errorf("a measure that is %s controls %v, may be rewritten %v; want %v", status, register.Controls(status), register.Editable(status), w)
		}
	}
}
