package register

import (
	"context"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/graderecipe"
	"sineng/ent/predicate"
	"sineng/ent/riskpoint"
	"sineng/ent/rule"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/tally"
)

// PreviewRecipe is the input of Service.PreviewRecipe.
type PreviewRecipe struct {
	UnitID int64
	Name   string
	Bounds Bounds
}

// RecipePreview compares the grades by a recipe with those by the recipe in force.
type RecipePreview struct {
	InForce *RecipeInForce
	Would   Recipe
	Cells   []RecipeCell
	// Changing are the risk points whose computed grade would change.
	Changing *store.Slice[*ent.RiskPoint]
}

// RecipeCell is a number of active risk points, by the grade computed for them now and by the
// previewed recipe.
type RecipeCell struct {
	Now, Would term.Grade
	Count      int
}

// Total is the number of risk points that the recipe applies to.
func (p *RecipePreview) Total() int { return p.count(func(RecipeCell) bool { return true }) }

// Changed is the number of risk points whose computed grade would change.
func (p *RecipePreview) Changed() int {
	return p.count(func(c RecipeCell) bool { return c.Now != c.Would })
}

func (p *RecipePreview) count(counts func(RecipeCell) bool) int {
	sum := 0
	for _, c := range p.Cells {
		if counts(c) {
			sum += c.Count
		}
	}
	return sum
}

// Grades are the grades of a risk point by the recipe in force and by the previewed one.
func (p *RecipePreview) Grades(r *ent.RiskPoint) (now, would term.Grade) {
	in := InputsOf(r)
	return p.InForce.GradeOf(in).Grade, p.Would.GradeOf(in).Grade
}

// PreviewRecipe reports which computed grades a recipe would change in a unit's subtree,
// without writing anything. It counts risk points by their inputs in one statement and leaves
// out those of units below with a recipe of their own.
func (s *Service) PreviewRecipe(ctx context.Context, in PreviewRecipe, page store.Page, with func(*ent.RiskPointQuery)) (*RecipePreview, error) {
	would, err := NewRecipe(in.Name, 0, in.Bounds)
	if err != nil {
		return nil, err
	}
	u, err := s.unitFor(ctx, in.UnitID, authz.SetRecipes)
	if err != nil {
		return nil, err
	}
	client := s.store.Reader(ctx)
	out := &RecipePreview{Would: would}
	if out.InForce, err = s.inForce(ctx, client, org.LevelsOf(u)); err != nil {
		return nil, err
	}
	out.Would.Version = out.InForce.Version + 1
	covered, err := s.covered(ctx, client, u)
	if err != nil {
		return nil, err
	}
	var groups []struct {
		Likelihood     int                  `json:"likelihood"`
		Severity       int                  `json:"severity"`
		Consequence    term.ConsequenceKind `json:"consequence"`
		UnlimitedPower bool                 `json:"unlimited_power"`
		PastBreach     bool                 `json:"past_breach"`
		Count          int                  `json:"count"`
	}
	err = client.RiskPoint.Query().Where(covered...).
		GroupBy(riskpoint.FieldLikelihood, riskpoint.FieldSeverity, riskpoint.FieldConsequence, riskpoint.FieldUnlimitedPower, riskpoint.FieldPastBreach).
		Aggregate(ent.Count()).Scan(ctx, &groups)
	if err != nil {
		return nil, err
	}
	var changing []predicate.RiskPoint
	cells := map[RecipeCell]int{}
	for _, g := range groups {
		inputs := GradeInputs{g.Likelihood, g.Severity, g.Consequence, g.UnlimitedPower, g.PastBreach}
		c := RecipeCell{Now: out.InForce.Grade(inputs).Grade, Would: would.Grade(inputs).Grade}
		cells[c] += g.Count
		if c.Now != c.Would {
			changing = append(changing, riskpoint.And(riskpoint.Likelihood(g.Likelihood), riskpoint.Severity(g.Severity), riskpoint.ConsequenceEQ(g.Consequence),
				riskpoint.UnlimitedPower(g.UnlimitedPower), riskpoint.PastBreach(g.PastBreach)))
		}
	}
	for c, n := range cells {
		out.Cells = append(out.Cells, RecipeCell{c.Now, c.Would, n})
	}
	slices.SortFunc(out.Cells, func(a, b RecipeCell) int {
		return strings.Compare(string(a.Now+a.Would), string(b.Now+b.Would))
	})
	if len(changing) == 0 {
		changing = append(changing, func(s *sql.Selector) { s.Where(sql.False()) })
	}
	q := client.RiskPoint.Query().Where(covered...).Where(riskpoint.Or(changing...))
	out.Changing, err = store.List(ctx, q, page, func(r *ent.RiskPoint) int64 { return r.ID }, riskKeys(nil), with)
	return out, err
}

// covered matches the active risk points to which a recipe of the unit applies: those that somebody has assessed.
func (s *Service) covered(ctx context.Context, client *ent.Client, u *ent.Unit) ([]predicate.RiskPoint, error) {
	below := func(level int, ids ...any) func(*sql.Selector) *sql.Predicate {
		return func(s *sql.Selector) *sql.Predicate { return sql.In(s.C(rule.LevelColumn(level)), ids...) }
	}
	in := below(u.Level, u.ID)
	own, err := client.GradeRecipe.Query().Where(func(s *sql.Selector) { s.Where(in(s)) }, graderecipe.UnitIDNEQ(u.ID)).All(everywhere(ctx))
	if err != nil {
		return nil, err
	}
	out := []predicate.RiskPoint{riskpoint.StatusIn(Living...), riskpoint.LikelihoodNotNil(), func(s *sql.Selector) { s.Where(in(s)) }}
	byLevel := map[int][]any{}
	for _, row := range own {
		levels := row.Levels()
		level := slices.Index(levels[:], row.UnitID) + 1
		byLevel[level] = append(byLevel[level], row.UnitID)
	}
	for level, ids := range byLevel {
		theirs := below(level, ids...)
		out = append(out, func(s *sql.Selector) { s.Where(sql.Not(theirs(s))) })
	}
	return out, nil
}

// MostRegraded is the greatest number of risk points per call of Regrade.
const MostRegraded = 100

// Regraded is the result for one risk point: the new proposal, none where the recipe gives
// what is proposed already, or the error.
type Regraded struct {
	RiskPointID int64
	Assessed    *Assessed
	Fault       error
}

// Regrade proposes a grade by the recipe in force for each risk point, from its stored inputs,
// and decides nothing. An error on one does not affect the others.
func (s *Service) Regrade(ctx context.Context, ids []int64, reason string) ([]Regraded, error) {
	ids = distinct(ids)
	reason = strings.TrimSpace(reason)
	var bad fault.List
	bad.Add(length("reason", reason, 1, 2000, "理由", "The reason"))
	if len(ids) == 0 {
		bad.Add(fault.Bad("riskPointIds", "REQUIRED", "请至少选择一个风险点", "Choose at least one risk point"))
	} else if len(ids) > MostRegraded {
		bad.Add(fault.Bad("riskPointIds", "TOO_MANY", "一次最多重新评估 100 个风险点", "At most 100 risk points are assessed again at a time"))
	}
	if err := bad.Err(); err != nil {
		return nil, err
	}
	if err := authz.CheckAnywhere(ctx, authz.SetRecipes); err != nil {
		return nil, err
	}
	out := make([]Regraded, len(ids))
	for i, id := range ids {
		made, err := s.regrade(ctx, id, reason)
		if err != nil && len(fault.All(err)) == 0 {
			return nil, err
		}
		out[i] = Regraded{id, made, err}
	}
	return out, nil
}

func (s *Service) regrade(ctx context.Context, id int64, reason string) (*Assessed, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Assessed, error) {
		r, err := s.holdRisk(ctx, tx, id, org.Hold, authz.SetRecipes, "riskPointIds")
		if err != nil {
			return nil, err
		}
		recipe, err := s.recipeAt(ctx, tx.Client(), tally.LevelsOf(r))
		if err != nil {
			return nil, err
		}
		in := InputsOf(r)
		if in == nil {
			return nil, fault.New(fault.InvalidTransition, "NEW_ASSESSMENT_REQUIRED", "riskPointIds",
				"该风险点登记时未评级,没有可据以重新计算的评估", "The risk point was recorded without an assessment: there is nothing to compute a grade from")
		}
		if recipe.Grade(*in).Grade == r.ProposedGrade {
			return nil, nil
		}
		return s.propose(ctx, tx, r, r.Version, *in, term.AuditActionRegrade, authz.SetRecipes, reason)
	})
}
