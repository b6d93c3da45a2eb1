package exchange

import (
	"context"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/power"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/register"
)

// powerNode is a power.
type powerNode struct {
	id    int64
	row   *ent.Power
	first *line
	unit  *unitNode

	name                             string
	code                             string
	details                          register.PowerDetails // everything but the posts
	disclosure                       register.Disclosure
	exercising                       []ref
	decision, execution, supervision ref

	steps      []*ent.ProcessStep
	stepsKnown bool
}

// ref is a reference to an existing object or one that the import creates
// earlier.
type ref struct {
	id    int64
	made  interface{ key() int64 }
	label string
}

// value returns the object's id once it exists.
func (r ref) value() int64 {
	if r.made != nil {
		return r.made.key()
	}
	return r.id
}

// pointer returns the id of an optional reference.
func (r ref) pointer() *int64 {
	if id := r.value(); id != 0 {
		return &id
	}
	return nil
}

func (n *personNode) key() int64 { return n.id }
func (n *postNode) key() int64   { return n.id }
func (n *powerNode) key() int64  { return n.id }

func refTo(n interface{ key() int64 }, label string) ref {
	if id := n.key(); id != 0 {
		return ref{id: id, label: label}
	}
	return ref{made: n, label: label}
}

// refDiffers adds a change of a reference.
func refDiffers(d *differences, field Text, old, new ref) {
	if old.id != new.id || old.made != new.made {
		*d = append(*d, Difference{field, Text{old.label, old.label}, Text{new.label, new.label}})
	}
}

// refsDiffer adds a change of a set of references.
func refsDiffer(d *differences, field Text, old, new []ref) {
	same := len(old) == len(new)
	for _, r := range new {
		same = same && r.made == nil && slices.ContainsFunc(old, func(o ref) bool { return o.id == r.id })
	}
	if !same {
		from, to := labels(old), labels(new)
		*d = append(*d, Difference{field, Text{from, from}, Text{to, to}})
	}
}

func labels(refs []ref) string {
	out := make([]string, len(refs))
	for i, r := range refs {
		out[i] = r.label
	}
	return strings.Join(out, "、")
}

func values(refs []ref) []int64 {
	out := make([]int64, len(refs))
	for i, r := range refs {
		out[i] = r.value()
	}
	return out
}

// powersOf returns the powers of a unit, planned ones included.
func (p *planner) powersOf(u *unitNode) []*powerNode {
	if !u.powersKnown && u.row != nil {
		for _, row := range all(p, func() ([]*ent.Power, error) {
			return p.client.Power.Query().Where(power.UnitID(u.id)).WithExercisingPosts().
				WithDecisionPost().WithExecutionPost().WithSupervisionPost().Order(power.ByCode()).All(p.ctx)
		}) {
			u.powers = append(u.powers, powerOf(row, u))
		}
	}
	u.powersKnown = true
	return u.powers
}

func powerOf(row *ent.Power, u *unitNode) *powerNode {
	n := &powerNode{id: row.ID, row: row, unit: u, name: row.Name, code: row.Code, details: register.PowerDetails{Type: row.Type,
		LegalBases: row.LegalBases, Discretion: row.Discretion, DiscretionNote: row.DiscretionNote, TimeLimitDays: row.TimeLimitDays, Frequency: row.Frequency},
		disclosure: register.Disclosure{Scope: row.DisclosureScope, Form: row.DisclosureForm, Reason: row.DisclosureReason},
		decision:   postRef(row.DecisionPostID, row.Edges.DecisionPost), execution: postRef(row.ExecutionPostID, row.Edges.ExecutionPost),
		supervision: postRef(row.SupervisionPostID, row.Edges.SupervisionPost)}
	for _, q := range row.Edges.ExercisingPosts {
		n.exercising = append(n.exercising, ref{id: q.ID, label: q.Name})
	}
	return n
}

func postRef(id *int64, row *ent.Post) ref {
	if id == nil {
		return ref{}
	}
	if row == nil {
		return ref{id: *id}
	}
	return ref{id: *id, label: row.Name}
}

// planPower plans a row of a list of powers.
func (p *planner) planPower(r *powerRow) {
	u := p.unit(r.line, r.unit)
	if u == nil {
		return
	}
	var n *powerNode
	for _, other := range p.powersOf(u) {
		if other.code == r.code {
			n = other
		}
	}
	switch {
	case n == nil:
		n = &powerNode{unit: u, code: r.code, name: r.name, details: register.PowerDetails{Discretion: term.DiscretionNone}}
		extend(p, &u.powers, n)
	case n.first != nil:
		r.fail(fCode, ReasonDuplicate, "同一单位的职权编码重复", "a code that no other power of the unit has in the file")
		return
	case n.row.RetiredOn != nil:
		r.fail(fCode, "POWER_RETIRED", "该职权已停用", "a power that is not retired")
		return
	}
	p.sayPower(r, n)
	p.touch(ObjectPower, n, &n.first, r.line)
	if !r.bad() && n.settle(p).run != nil {
		p.allowed(r.line, fCode, authz.EditRegister, u, "登记职权", "register powers")
	}
}

// sayPower applies a row to a power; empty cells change nothing.
func (p *planner) sayPower(r *powerRow, n *powerNode) {
	said := func(at *string, text string) {
		if text != "" {
			set(p, at, text)
		}
	}
	said(&n.name, r.name)
	set(p, &n.details.Type, r.powerType)
	if len(r.legal) > 0 {
		set(p, &n.details.LegalBases, r.legal)
	}
	if r.discretion != nil {
		set(p, &n.details.Discretion, *r.discretion)
	}
	if r.limit != nil {
		set(p, &n.details.TimeLimitDays, r.limit)
	}
	said(&n.details.DiscretionNote, r.note)
	said(&n.details.Frequency, r.frequency)
	said(&n.disclosure.Scope, r.scope)
	said(&n.disclosure.Form, r.form)
	said(&n.disclosure.Reason, r.reason)
	at := func(f field, name string, into *ref) {
		if name == "" {
			return
		}
		if q := p.post(r.line, f, n.unit, name); q != nil {
			set(p, into, refTo(q, q.name))
		}
	}
	at(r.which(fDecision), r.decision, &n.decision)
	at(r.which(fExecution), r.execution, &n.execution)
	at(r.which(fSupervision), r.supervision, &n.supervision)
	if len(r.posts) == 0 {
		return
	}
	var exercising []ref
	for _, name := range r.posts {
		if q := p.post(r.line, fPosts, n.unit, name); q != nil {
			exercising = append(exercising, refTo(q, q.name))
		}
	}
	set(p, &n.exercising, exercising)
}

// which returns the column in which a post was written.
func (r *powerRow) which(f field) field {
	if r.blank(f) && r.has(fThreePosts) {
		return fThreePosts
	}
	return f
}

func (n *powerNode) settle(p *planner) outcome {
	out := outcome{created: n.row == nil, label: n.code + " " + n.name, line: n.first}
	if n.row == nil {
		out.run = func(ctx context.Context) error {
			made, err := p.register.RegisterPower(ctx, register.RegisterPower{UnitID: n.unit.id, Details: n.written()})
			if err == nil {
				n.id = made.ID
			}
			return err
		}
		return out
	}
	was, d := powerOf(n.row, n.unit), &out.differences
	d.text(nameName, was.name, n.name)
	labelled(d, nameType, was.details.Type, n.details.Type)
	d.text(nameLegal, provisions(was.details.LegalBases), provisions(n.details.LegalBases))
	labelled(d, nameDiscretion, was.details.Discretion, n.details.Discretion)
	d.text(nameNote, was.details.DiscretionNote, n.details.DiscretionNote)
	d.text(nameLimit, number(was.details.TimeLimitDays), number(n.details.TimeLimitDays))
	d.text(nameFrequency, was.details.Frequency, n.details.Frequency)
	d.text(nameDisclosure, strings.Join([]string{was.disclosure.Scope, was.disclosure.Form, was.disclosure.Reason}, "/"),
		strings.Join([]string{n.disclosure.Scope, n.disclosure.Form, n.disclosure.Reason}, "/"))
	refsDiffer(d, namePosts, was.exercising, n.exercising)
	refDiffers(d, nameDecision, was.decision, n.decision)
	refDiffers(d, nameExecution, was.execution, n.execution)
	refDiffers(d, nameSupervision, was.supervision, n.supervision)
	if len(*d) > 0 {
		out.held = was.details.Type == n.details.Type
		out.run = func(ctx context.Context) error {
			_, err := p.register.RevisePower(ctx, register.RevisePower{ID: n.id, ExpectedVersion: n.row.Version, Details: n.written()})
			return err
		}
	}
	return out
}

// written returns the details as input of the service.
func (n *powerNode) written() register.PowerDetails {
	d := n.details
	d.Code, d.Name, d.Disclosure = n.code, n.name, &n.disclosure
	d.ExercisingPostIds = values(n.exercising)
	d.DecisionPostID, d.ExecutionPostID, d.SupervisionPostID = n.decision.pointer(), n.execution.pointer(), n.supervision.pointer()
	return d
}

func provisions(all []term.LegalBasis) string {
	var out []string
	for _, b := range all {
		out = append(out, b.Law+b.Article+" "+b.Text)
	}
	return strings.Join(out, "\n")
}

// powerNamed finds the power and the process step of a register row: by code,
// by name, or by 职权/环节 in one cell.
func (p *planner) powerNamed(r *riskRow, u *unitNode) (*powerNode, *ent.ProcessStep) {
	name, step := r.power, r.step
	f := fPower
	var n *powerNode
	if r.powerCode != "" {
		n, f = p.powerBy(u, r.powerCode), fPowerCode
	} else if n = p.powerBy(u, name); n == nil {
		if parts := pathNames(name); len(parts) == 2 {
			n, step = p.powerBy(u, parts[0]), parts[1]
		}
	}
	if n == nil {
		r.fail(f, ReasonUnknownPower, "应为本单位已登记职权的编码或名称,或留空", "the code or name of a registered power of the unit, or empty")
		return nil, nil
	}
	if step == "" {
		return n, nil
	}
	for _, s := range p.stepsOf(n) {
		if s.Key == step || s.Name == step {
			return n, s
		}
	}
	if !r.blank(fStep) {
		f = fStep
	}
	r.fail(f, ReasonUnknownStep, "应为该职权现行流程中的环节名称", "the name of a step in the power's present process")
	return nil, nil
}

func (p *planner) powerBy(u *unitNode, text string) *powerNode {
	for _, n := range p.powersOf(u) {
		if (n.code == text || n.name == text) && (n.row == nil || n.row.RetiredOn == nil) {
			return n
		}
	}
	return nil
}

// stepsOf returns the steps of a power's present process.
func (p *planner) stepsOf(n *powerNode) []*ent.ProcessStep {
	if !n.stepsKnown && n.row != nil {
		n.steps = all(p, func() ([]*ent.ProcessStep, error) {
			return p.client.ProcessStep.Query().Where(processstep.HasProcessWith(process.PowerID(n.id), process.Current(true))).
				Order(processstep.BySortOrder()).All(p.ctx)
		})
	}
	n.stepsKnown = true
	return n.steps
}

func (n *powerNode) open(*planner) bool { return false }

func (n *powerNode) forget(*planner) { n.first = n.first.mark() }
