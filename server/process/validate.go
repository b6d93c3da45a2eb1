package process

import (
	"sineng/server/fault"
	"sineng/server/flow"
)

// Step is a step of a process to be saved, Edge a way between two.
type (
	Step = flow.Step
	Edge = flow.Edge
)

// Save is the input of Service.Save.
type Save struct {
	PowerID          int64
	ExpectedRevision int
	Explanation      string
	Steps            []*Step
	Edges            []*Edge
}

func (in Save) graph() flow.Graph {
	return flow.Graph{Steps: in.Steps, Edges: in.Edges, Explanation: in.Explanation}.Trimmed()
}

// refuse is an error for each fault of a process, nil where it has none.
func refuse(g flow.Graph) error {
	var bad fault.List
	for _, f := range g.Faults() {
		bad.Add(fault.Bad(f.Field, string(f.Code), f.Chinese, f.English))
	}
	return bad.Err()
}
