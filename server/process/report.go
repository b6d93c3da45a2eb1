package process

import (
	"context"

	"sineng/ent"
	"sineng/ent/process"
	"sineng/ent/riskpoint"
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
	ids := make([]int64, len(p.Edges.Steps))
	for i, st := range p.Edges.Steps {
		ids[i] = st.ID
	}
	risks := onSteps{}
	if err := risks.read(ctx, client, riskpoint.StepIDIn(ids...)); err != nil {
		return nil, err
	}
	out.Defence = Defend(guarding(p, risks), s.store.Today())
	return out, nil
}
