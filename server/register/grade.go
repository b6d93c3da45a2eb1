package register

import (
	"fmt"

	"sineng/ent/term"
)

// GradeInputs are what a grade follows from.
type GradeInputs struct {
	Likelihood     int // 1 to 5
	Severity       int // 1 to 5
	Consequence    term.ConsequenceKind
	UnlimitedPower bool // over people, money, things or projects without a reasonable limit on discretion
	PastBreach     bool // a breach of this kind has happened before
}

// Recipe is a named, versioned rule that turns inputs into a grade.
type Recipe struct {
	Name    string
	Version int
	grade   func(GradeInputs) Outcome
}

// Outcome is a grade with the clause of the recipe that decided it.
type Outcome struct {
	Grade  term.Grade
	Clause string
}

// The recipes, by name. DefaultRecipe is in force unless a body chose another.
var (
	WorseOf = Recipe{"worse-of", 1, worseOf}
	Product = Recipe{"product", 1, product}

	DefaultRecipe = WorseOf
	Recipes       = []Recipe{WorseOf, Product}
)

// Grade applies the overrides (一票定A), which hold under any recipe, then the recipe.
func (r Recipe) Grade(in GradeInputs) Outcome {
	switch {
	case in.PastBreach:
		return Outcome{term.GradeA, "override:past-breach"}
	case in.UnlimitedPower:
		return Outcome{term.GradeA, "override:unlimited-power"}
	}
	return r.grade(in)
}

// worseOf takes the worse of likelihood (4-5 A, 3 B, 1-2 C) and consequence (crime A,
// breach of discipline B, minor C).
func worseOf(in GradeInputs) Outcome {
	byLikelihood := term.GradeC
	switch {
	case in.Likelihood >= 4:
		byLikelihood = term.GradeA
	case in.Likelihood == 3:
		byLikelihood = term.GradeB
	}
	byConsequence := term.GradeC
	switch in.Consequence {
	case term.ConsequenceKindCrime:
		byConsequence = term.GradeA
	case term.ConsequenceKindDiscipline:
		byConsequence = term.GradeB
	}
	if byLikelihood.Worse(byConsequence) {
		return Outcome{byLikelihood, fmt.Sprintf("likelihood=%d", in.Likelihood)}
	}
	return Outcome{byConsequence, "consequence=" + string(in.Consequence)}
}

// product multiplies likelihood and severity: 15 and more A, 8 and more B, else C.
func product(in GradeInputs) Outcome {
	p := in.Likelihood * in.Severity
	grade := term.GradeC
	switch {
	case p >= 15:
		grade = term.GradeA
	case p >= 8:
		grade = term.GradeB
	}
	return Outcome{grade, fmt.Sprintf("likelihood×severity=%d", p)}
}

// ByCount grades a post or a unit by its number of risk points: 5 and more A, 3 and 4 B,
// 1 and 2 C, none ungraded.
func ByCount(n int) Outcome {
	grade := term.Ungraded
	switch {
	case n >= 5:
		grade = term.GradeA
	case n >= 3:
		grade = term.GradeB
	case n >= 1:
		grade = term.GradeC
	}
	return Outcome{grade, fmt.Sprintf("count=%d", n)}
}
