package engine

import (
	"slices"

	"sineng/ent/term"
	"sineng/server/flow"
)

// WithCheck is a power with one more step after one of its own: whatever followed the step follows
// the check, but for doing the step again, and where the process ended after the step it ends after
// the check. The power itself is left as it is. It is nothing where there is no such step, or the key
// is taken.
func WithCheck(p *Power, after, key string, kind term.StepKind, post int64) (*Power, bool) {
	if p.Process == nil {
		return nil, false
	}
	at := slices.IndexFunc(p.Process.Steps, func(s *flow.Step) bool { return s.Key == after })
	if at < 0 || slices.ContainsFunc(p.Process.Steps, func(s *flow.Step) bool { return s.Key == key }) {
		return nil, false
	}
	out := *p
	g := flow.Graph{Explanation: p.Process.Explanation, Steps: slices.Clone(p.Process.Steps)}
	step := *g.Steps[at]
	check := &flow.Step{Key: key, Name: kind.Label("zh"), Kind: kind, PostID: &post, Split: step.Split, Ends: step.Ends}
	step.Split, step.Ends = term.SplitOne, false
	g.Steps[at] = &step
	g.Steps = slices.Insert(g.Steps, at+1, check)
	for _, e := range p.Process.Edges {
		moved := *e
		if e.FromKey == after && e.ToKey != after {
			moved.FromKey = key
		}
		g.Edges = append(g.Edges, &moved)
	}
	g.Edges = append(g.Edges, &flow.Edge{FromKey: after, ToKey: key})
	out.Process = &g
	if len(p.StepIDs) > at {
		out.StepIDs = slices.Insert(slices.Clone(p.StepIDs), at+1, 0)
	}
	if len(p.Grades) > at {
		out.Grades = slices.Insert(slices.Clone(p.Grades), at+1, "")
	}
	return &out, true
}

// WithStepOn is a power with one of its steps on another post.
func WithStepOn(p *Power, key string, post int64) (*Power, bool) {
	if p.Process == nil {
		return nil, false
	}
	at := slices.IndexFunc(p.Process.Steps, func(s *flow.Step) bool { return s.Key == key })
	if at < 0 {
		return nil, false
	}
	out := *p
	g := *p.Process
	g.Steps = slices.Clone(g.Steps)
	step := *g.Steps[at]
	step.PostID = &post
	g.Steps[at] = &step
	out.Process = &g
	return &out, true
}

// WithRoleOn is a power with another post in one of its roles but that of exercising it.
func WithRoleOn(p *Power, role Role, post int64) (*Power, bool) {
	out := *p
	switch role {
	case RoleDecision:
		out.Decision = post
	case RoleExecution:
		out.Execution = post
	case RoleSupervision:
		out.Supervision = post
	default:
		return nil, false
	}
	return &out, true
}
