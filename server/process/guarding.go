package process

import (
	"context"
	"slices"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/predicate"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
)

// onSteps are risk points with the measures that are not retired, by their step.
type onSteps map[int64][]*ent.RiskPoint

// read adds the risk points in force that meet a condition.
func (on onSteps) read(ctx context.Context, client *ent.Client, where predicate.RiskPoint) error {
	risks, err := client.RiskPoint.Query().Where(where, inForceOnStep()).Order(riskpoint.ByID()).
		WithMeasures(func(q *ent.MeasureQuery) { q.Where(measure.StatusNEQ(term.MeasureStatusRetired)) }).All(ctx)
	for _, r := range risks {
		on[*r.StepID] = append(on[*r.StepID], r)
	}
	return err
}

func inForceOnStep() predicate.RiskPoint {
	return riskpoint.And(riskpoint.StepIDNotNil(), riskpoint.StatusNEQ(term.RiskStatusRetired))
}

// onStepsWithin are the risk points in force on steps that meet a condition. Which they are is read at once, and they
// themselves in parts, so that no statement names too many.
func (s *Service) onStepsWithin(ctx context.Context, client *ent.Client, in func(*sql.Selector)) (onSteps, error) {
	ids, err := client.RiskPoint.Query().Where(in, inForceOnStep()).IDs(ctx)
	if err != nil {
		return nil, err
	}
	slices.Sort(ids)
	out := onSteps{}
	for part := range slices.Chunk(ids, s.bounds.risks) {
		if err := out.read(ctx, client, riskpoint.IDIn(part...)); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// guarding is a version, whose power must have been loaded, with the risk points on its steps.
func guarding(p *ent.Process, risks onSteps) Guarded {
	out := Guarded{Graph: GraphOf(p), Discretion: p.Edges.Power.Discretion, Supervised: p.Edges.Power.SupervisionPostID, Risks: map[string][]GuardedRisk{}}
	for _, st := range p.Edges.Steps {
		for _, r := range risks[st.ID] {
			g := GuardedRisk{Title: r.Title, Grade: r.Grade}
			for _, m := range r.Edges.Measures {
				g.Measures = append(g.Measures, GuardingMeasure{Kind: m.Kind, Status: m.Status, DueOn: m.DueOn})
			}
			out.Risks[st.Key] = append(out.Risks[st.Key], g)
		}
	}
	return out
}
