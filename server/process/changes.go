package process

import (
	"context"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/flow"
	"sineng/server/register"
)

// StepChange is what becomes of a step by a new version, and what was decided of it that is void then.
type StepChange struct {
	flow.Change
	// Grades is the number of decided grades of risk points on the step, Measures of approvals and findings of
	// effect of their measures, that a change takes back; 0 where nothing is.
	Grades, Measures int
}

// changes compares a graph with the version in force.
func changes(ctx context.Context, client *ent.Client, current *ent.Process, next flow.Graph) ([]StepChange, error) {
	found := flow.Changes(graphOrNone(current), next)
	out := make([]StepChange, len(found))
	var ids []int64
	at := map[int64]int{}
	for i, c := range found {
		out[i].Change = c
		if current == nil || c.Kind != flow.Changed {
			continue
		}
		for _, st := range current.Edges.Steps {
			if st.Key == c.Key {
				ids, at[st.ID] = append(ids, st.ID), i
			}
		}
	}
	if len(ids) == 0 {
		return out, nil
	}
	risks, err := client.RiskPoint.Query().Where(riskpoint.StepIDIn(ids...), riskpoint.StatusNEQ(term.RiskStatusRetired)).
		WithMeasures(func(q *ent.MeasureQuery) { q.Where(measure.StatusNEQ(term.MeasureStatusRetired)) }).All(ctx)
	counted := map[[2]int64]bool{}
	for _, r := range risks {
		i := at[*r.StepID]
		if r.Grade != term.Ungraded {
			out[i].Grades++
		}
		for _, m := range r.Edges.Measures {
			key := [2]int64{int64(i), m.ID}
			if register.Unsettled(m.Status) != m.Status && !counted[key] {
				out[i].Measures++
				counted[key] = true
			}
		}
	}
	return out, err
}
