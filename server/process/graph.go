package process

import (
	"context"

	"sineng/ent"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/stepedge"
	"sineng/server/flow"
)

// GraphOf is a version with its steps and ways as a plain graph; both must have been loaded.
func GraphOf(p *ent.Process) flow.Graph {
	g := flow.Graph{Explanation: p.Explanation}
	keys := map[int64]string{}
	for _, st := range p.Edges.Steps {
		keys[st.ID] = st.Key
		g.Steps = append(g.Steps, stepOf(st))
	}
	for _, e := range p.Edges.StepEdges {
		g.Edges = append(g.Edges, &Edge{FromKey: keys[e.FromStepID], ToKey: keys[e.ToStepID], Condition: e.Condition})
	}
	return g
}

func stepOf(st *ent.ProcessStep) *Step {
	out := &Step{Key: st.Key, Name: st.Name, Kind: st.Kind, PostID: st.PostID, TimeLimitDays: st.TimeLimitDays, Lane: st.Lane,
		Starts: st.Starts, Ends: st.Ends, Split: st.Split, Discretion: st.Discretion, Explanation: st.Explanation}
	if st.X != nil && st.Y != nil {
		out.Place = &flow.Place{X: *st.X, Y: *st.Y}
	}
	return out
}

// withGraph reads versions with their steps, in order, and ways.
func withGraph(q *ent.ProcessQuery) *ent.ProcessQuery {
	return q.WithSteps(func(q *ent.ProcessStepQuery) { q.Order(processstep.BySortOrder()) }).
		WithStepEdges(func(q *ent.StepEdgeQuery) { q.Order(stepedge.ByID()) })
}

// currentOf is the newest version of a power's process with its graph, nil for none.
func currentOf(ctx context.Context, client *ent.ProcessClient, powerID int64) (*ent.Process, error) {
	p, err := withGraph(client.Query().Where(process.PowerID(powerID), process.Current(true))).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return p, err
}
