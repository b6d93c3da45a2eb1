package process

import (
	"context"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/process"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/flow"
	"sineng/server/store"
)

// Report is what there is to say of a version of a process.
type Report struct {
	// Findings say what is wrong with it.
	Findings []flow.Finding
	// Changes are against the version before; of the first version all steps are added.
	Changes []flow.Change
	// Defence says how well each step is guarded today, in order; none for an earlier version.
	Defence []Defence
}

// Report says what is wrong with a version of a process, what it changed and how well its steps are guarded.
func (s *Service) Report(ctx context.Context, id int64) (*Report, error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadRegister); err != nil {
		return nil, err
	}
	client := s.store.Reader(ctx)
	p, err := withGraph(client.Process.Query().Where(process.ID(id)).WithPower()).Only(ctx)
	if err != nil {
		return nil, store.OrMissing(err, "id", "流程", "process")
	}
	last, err := withGraph(client.Process.Query().Where(process.PowerID(p.PowerID), process.Revision(p.Revision-1))).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return nil, err
	}
	g := GraphOf(p)
	out := &Report{Findings: g.Findings(), Changes: flow.Changes(graphOrNone(last), g)}
	if !p.Current {
		return out, nil
	}
	guarded, err := s.guarded(ctx, client, p)
	if err != nil {
		return nil, err
	}
	out.Defence = Defend(Guarded{Graph: g, Discretion: p.Edges.Power.Discretion, Supervised: p.Edges.Power.SupervisionPostID, Risks: guarded}, s.store.Today())
	return out, nil
}

// guarded are the risk points on the steps of a version with the measures that are not retired, by step.
func (s *Service) guarded(ctx context.Context, client *ent.Client, p *ent.Process) (map[string][]GuardedRisk, error) {
	keys, ids := map[int64]string{}, []int64{}
	for _, st := range p.Edges.Steps {
		keys[st.ID], ids = st.Key, append(ids, st.ID)
	}
	risks, err := client.RiskPoint.Query().Where(riskpoint.StepIDIn(ids...), riskpoint.StatusNEQ(term.RiskStatusRetired)).Order(riskpoint.ByID()).
		WithMeasures(func(q *ent.MeasureQuery) { q.Where(measure.StatusNEQ(term.MeasureStatusRetired)) }).All(ctx)
	if err != nil {
		return nil, err
	}
	out := map[string][]GuardedRisk{}
	for _, r := range risks {
		g := GuardedRisk{Title: r.Title, Grade: r.Grade}
		for _, m := range r.Edges.Measures {
			g.Measures = append(g.Measures, GuardingMeasure{Kind: m.Kind, Status: m.Status, DueOn: m.DueOn})
		}
		key := keys[*r.StepID]
		out[key] = append(out[key], g)
	}
	return out, nil
}
