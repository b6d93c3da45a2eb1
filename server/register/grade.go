package register

import (
	"fmt"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// GradeInputs are the inputs of a grade.
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
	Bounds  Bounds
	grade   func(GradeInputs, Bounds) Outcome
}

// Bounds are the thresholds of a recipe, each the least value that gives the grade: the
// likelihood for worse-of, likelihood times severity for product.
type Bounds struct{ A, B int }

// Outcome is a grade with the clause of the recipe that decided it.
type Outcome struct {
	Grade  term.Grade
	Clause string
}

// The built-in recipes, by name. DefaultRecipe is in force unless a body set one.
var (
	WorseOf = Recipe{"worse-of", 1, Bounds{A: 4, B: 3}, worseOf}
	Product = Recipe{"product", 1, Bounds{A: 15, B: 8}, product}

	DefaultRecipe = WorseOf
	Recipes       = []Recipe{WorseOf, Product}
)

// greatest is the greatest value that a recipe's bounds are compared with.
var greatest = map[string]int{WorseOf.Name: 5, Product.Name: 25}

// NewRecipe is a version of a recipe with a body's own bounds: 1 < B < A, and A within the
// range of the inputs, so that every grade remains possible.
func NewRecipe(name string, version int, bounds Bounds) (Recipe, error) {
	for _, r := range Recipes {
		if r.Name != name {
			continue
		}
		r.Version, r.Bounds = version, bounds
		return r, bounds.validate(greatest[name])
	}
	return Recipe{}, fault.Bad("name", "UNKNOWN_RECIPE", "没有名为“"+name+"”的评级规则,应为 worse-of 或 product",
		"There is no recipe called "+name+": give worse-of or product")
}

func (b Bounds) validate(most int) error {
	var bad fault.List
	if b.A < 3 || b.A > most {
		bad.Add(fault.Bad("bounds.a", "OUT_OF_RANGE", fmt.Sprintf("A 级起点应为 3 至 %d", most), fmt.Sprintf("A begins at 3 to %d", most)))
	}
	if b.B < 2 || b.B >= b.A {
		bad.Add(fault.Bad("bounds.b", "OUT_OF_RANGE", "B 级起点应不小于 2 且小于 A 级起点", "B begins at 2 or more and below where A begins"))
	}
	return bad.Err()
}

// Grade applies the overrides (一票定A), which hold under any recipe, and then the recipe.
func (r Recipe) Grade(in GradeInputs) Outcome {
	switch {
	case in.PastBreach:
		return Outcome{term.GradeA, "override:past-breach"}
	case in.UnlimitedPower:
		return Outcome{term.GradeA, "override:unlimited-power"}
	}
	return r.grade(in, r.Bounds)
}

// GradeOf is Grade, and ungraded without inputs.
func (r Recipe) GradeOf(in *GradeInputs) Outcome {
	if in == nil {
		return Outcome{term.Ungraded, ClauseUnassessed}
	}
	return r.Grade(*in)
}

// ClauseUnassessed is the clause of what has no inputs.
const ClauseUnassessed = "unassessed"

// InputsOf are the inputs of a risk point's grade, nil while it is not assessed.
func InputsOf(r *ent.RiskPoint) *GradeInputs {
	if r.Likelihood == nil || r.Severity == nil || r.Consequence == nil { // they are written together
		return nil
	}
	return &GradeInputs{*r.Likelihood, *r.Severity, *r.Consequence, r.UnlimitedPower, r.PastBreach}
}

// reached is the grade for a value.
func (b Bounds) reached(value int) term.Grade {
	switch {
	case value >= b.A:
		return term.GradeA
	case value >= b.B:
		return term.GradeB
	}
	return term.GradeC
}

// worseOf takes the worse of likelihood (built in: 4-5 A, 3 B, 1-2 C) and consequence (crime
// A, breach of discipline B, minor C).
func worseOf(in GradeInputs, b Bounds) Outcome {
	byLikelihood := b.reached(in.Likelihood)
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

// product multiplies likelihood and severity (built in: 15 and more A, 8 and more B, else C).
func product(in GradeInputs, b Bounds) Outcome {
	p := in.Likelihood * in.Severity
	return Outcome{b.reached(p), fmt.Sprintf("likelihood×severity=%d", p)}
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
