package exchange

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"sineng/ent"
	entprocess "sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/term/fold"
	"sineng/server/authz"
	"sineng/server/flow"
	"sineng/server/form/wording"
	"sineng/server/process"
)

// processNode is the process of a power: the present one, or one that the import makes of the
// steps that a register names, in their order.
type processNode struct {
	power *powerNode
	first *line
	known bool // there is one already
	// settled reports that it is written, and takes no further steps.
	settled bool
	steps   []*stepNode
}

// stepNode is a step of a process.
type stepNode struct {
	id        int64 // 0 for one that the import makes
	key, name string
}

// processOf returns the process of a power, an empty one where it has none.
func (p *planner) processOf(n *powerNode) *processNode {
	if n.process != nil {
		return n.process
	}
	n.process = &processNode{power: n}
	if n.row != nil {
		for _, s := range all(p, func() ([]*ent.ProcessStep, error) {
			return p.client.ProcessStep.Query().Where(processstep.HasProcessWith(entprocess.PowerID(n.id), entprocess.Current(true))).
				Order(processstep.BySortOrder()).All(p.ctx)
		}) {
			n.process.known = true
			n.process.steps = append(n.process.steps, &stepNode{s.ID, s.Key, s.Name})
		}
	}
	return n.process
}

// stepNamed finds a step of a power's process by its name or key, or plans it where the power has
// no process yet; nil after adding a problem.
func (p *planner) stepNamed(l *line, f field, n *powerNode, name string) *stepNode {
	of := p.processOf(n)
	for _, s := range of.steps {
		if s.key == name || identity(s.name) == identity(name) {
			return s
		}
	}
	if of.known {
		l.fail(f, ReasonUnknownStep, "应为该职权现行流程中的环节名称;新的环节请先在流程中增加", "the name of a step in the power's present process; add a new one there first")
		return nil
	}
	if !p.allowed(l, f, authz.EditRegister, n.unit, "登记流程环节“"+name+"”", "register the step "+name) {
		return nil
	}
	if of.settled { // the power is written in two ways, under one of which the step was not announced
		p.err = cmp.Or(p.err, errLate)
		return nil
	}
	var found *stepNode
	for _, each := range append(slices.Clone(p.flows[l.flowKey()]), name) {
		if slices.ContainsFunc(of.steps, func(s *stepNode) bool { return identity(s.name) == identity(each) }) {
			continue
		}
		if len(of.steps) == flow.MostSteps {
			l.fail(f, ReasonUnknownStep, fmt.Sprintf("一项职权的流程最多 %d 个环节", flow.MostSteps), fmt.Sprintf("a process has at most %d steps", flow.MostSteps))
			return nil
		}
		s := &stepNode{key: "s" + strconv.Itoa(len(of.steps)+1), name: each}
		extend(p, &of.steps, s)
		if identity(each) == identity(name) {
			found = s
		}
	}
	p.touch(ObjectProcess, of, &of.first, l)
	return found
}

// flowKey is the power of a row as it is written there, with its unit.
func (l *line) flowKey() string {
	power, _ := l.powerAndStep()
	return identity(l.raw(fUnit)) + "|" + fold.Code(l.raw(fUnitCode)) + "|" + identity(power) + "|" + fold.Code(l.raw(fPowerCode))
}

// powerAndStep are the names of a power and of its step as a row writes them, in two cells or as
// 职权/环节 in one.
func (l *line) powerAndStep() (power, step string) {
	power, step = l.raw(fPower), l.raw(fStep)
	if parts := pathNames(power); step == "" && len(parts) == 2 {
		power, step = parts[0], parts[1]
	}
	return power, step
}

// flow takes note of the step that a row names, so that the process can be made before all rows
// are planned.
func (s *survey) flow(l *line) {
	_, step := l.powerAndStep()
	if k := l.flowKey(); step != "" && len(s.flows[k]) < flow.MostSteps && !slices.Contains(s.flows[k], step) {
		s.flows[k] = append(s.flows[k], step)
	}
}

func (n *processNode) settle(p *planner) outcome {
	n.settled = true
	out := outcome{created: !n.known, label: n.power.name, line: n.first}
	out.run = func(ctx context.Context) error {
		in := process.Save{PowerID: n.power.id}
		for i, s := range n.steps {
			in.Steps = append(in.Steps, &process.Step{Key: s.key, Name: s.name, Kind: wording.StepKindOf(s.name)})
			if i > 0 {
				in.Edges = append(in.Edges, &process.Edge{FromKey: n.steps[i-1].key, ToKey: s.key})
			}
		}
		_, err := p.process.Save(ctx, in)
		return err
	}
	return out
}

func (n *processNode) open(*planner) bool { return false }

func (n *processNode) forget(*planner) { n.first = n.first.mark() }
