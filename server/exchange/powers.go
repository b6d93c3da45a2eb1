package exchange

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/power"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/form/wording"
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

	process *processNode // nil until a row names a step
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
		LegalBases: row.LegalBases, Discretion: row.Discretion, DiscretionNote: row.DiscretionNote, TimeLimitDays: row.TimeLimitDays, Frequency: row.Frequency,
		Responsibilities: row.Responsibilities, Accountability: row.Accountability},
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
	var found []*powerNode
	for _, other := range p.powersOf(u) {
		if r.code == "" && identity(other.name) == identity(r.name) || r.code != "" && sameCode(other.code, r.code) {
			found = append(found, other)
		}
	}
	if found = spelled(found, r.code, powerCode); len(found) > 0 {
		n = found[len(found)-1]
	}
	if r.code == "" {
		r.code = derivedCode(u.code + "/职权/" + identity(r.name))
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
	if n.row == nil || !sameName(n.name, r.name) {
		said(&n.name, r.name)
	}
	switch {
	case r.details.powerType != nil:
		set(p, &n.details.Type, *r.details.powerType)
	case n.row == nil:
		set(p, &n.details.Type, term.PowerTypeOther)
		r.tell(ToldOpen, fPowerType, r.name, "职权类别未给出,登记为其他", "no type of power is given; it is registered as other")
	}
	if len(r.details.legal) > 0 {
		set(p, &n.details.LegalBases, legalAsWritten(n.details.LegalBases, r.details.legal))
	}
	said(&n.details.Responsibilities, r.details.responsibilities)
	said(&n.details.Accountability, r.details.accountability)
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
		if q := p.post(r.line, f, p.postAbove(n.unit, name), name); q != nil {
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
		if q := p.post(r.line, fPosts, p.postAbove(n.unit, name), name); q != nil {
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
	d.text(nameResponsibilities, was.details.Responsibilities, n.details.Responsibilities)
	d.text(nameAccountability, was.details.Accountability, n.details.Accountability)
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

// legalAsWritten are the legal bases of a file, or those of the register where the file writes them
// as a form does: a law with its marks is the same law.
func legalAsWritten(registered, file []term.LegalBasis) []term.LegalBasis {
	if wording.LegalText(registered) == wording.LegalText(file) {
		return registered
	}
	return file
}

func provisions(all []term.LegalBasis) string {
	var out []string
	for _, b := range all {
		out = append(out, b.Law+b.Article+" "+b.Text)
	}
	return strings.Join(out, "\n")
}

// powerNamed finds the power and the process step of a register row: by code, by name, or by
// 职权/环节 in one cell. A power that is not there yet is planned with the step; so is the process of
// a power that has none.
func (p *planner) powerNamed(r *riskRow, u *unitNode) (*powerNode, *stepNode) {
	name, step := r.power, r.step
	f := fPower
	var n *powerNode
	if r.powerCode != "" {
		n, f = p.powerBy(u, r.powerCode), fPowerCode
	} else if n = p.powerBy(u, name); n == nil && step == "" {
		if of, tail := p.powerAndRest(u, name); of != nil {
			n, step = of, tail
		} else if parts := pathNames(name); len(parts) == 2 {
			name, step = parts[0], parts[1]
		}
	}
	if n == nil {
		if retired := p.retiredPower(u, r.powerCode, name); retired != nil {
			r.fail(f, "POWER_RETIRED", "该职权已停用", "a power that is not retired")
			return nil, nil
		}
		if n = p.newPower(r.line, f, u, r.powerCode, name); n == nil {
			return nil, nil
		}
	}
	p.sayRegistered(r, n)
	if r.bad() || step == "" {
		return n, nil
	}
	if !r.blank(fStep) {
		f = fStep
	}
	return n, p.stepNamed(r.line, f, n, step)
}

// powerAndRest parts a text after the longest name or code of a power, which may have slashes itself,
// from that of a step; nil where none is known.
func (p *planner) powerAndRest(u *unitNode, text string) (n *powerNode, step string) {
	for end := len(text); ; {
		if end = strings.LastIndexAny(text[:end], "/\\>/>"); end < 0 {
			return nil, ""
		}
		if head := oneLine(text[:end]); head != "" {
			if n = p.powerBy(u, head); n != nil {
				_, size := utf8.DecodeRuneInString(text[end:])
				return n, oneLine(text[end+size:])
			}
		}
	}
}

// newPower plans a power that a register names, by its code or else one derived from its name, so
// that importing the file again finds it.
func (p *planner) newPower(l *line, f field, u *unitNode, code, name string) *powerNode {
	if name == "" {
		l.fail(f, ReasonUnknownPower, "没有此编码的职权;登记新职权还应写明职权名称", "no power has this code; to register it, name it too")
		return nil
	}
	if !p.allowed(l, f, authz.EditRegister, u, "登记职权“"+name+"”", "register the power "+name) {
		return nil
	}
	if code == "" {
		code = derivedCode(u.code + "/职权/" + identity(name))
	}
	n := &powerNode{unit: u, code: code, name: name, details: register.PowerDetails{Type: term.PowerTypeOther, Discretion: term.DiscretionNone}}
	extend(p, &u.powers, n)
	p.touch(ObjectPower, n, &n.first, l)
	return n
}

// sayRegistered applies what a register says of a power beside its name.
func (p *planner) sayRegistered(r *riskRow, n *powerNode) {
	d := r.powerDetails
	before := n.details
	if d.powerType != nil {
		set(p, &n.details.Type, *d.powerType)
	}
	if len(d.legal) > 0 {
		set(p, &n.details.LegalBases, legalAsWritten(n.details.LegalBases, d.legal))
	}
	for at, text := range map[*string]string{&n.details.Responsibilities: d.responsibilities, &n.details.Accountability: d.accountability} {
		if text != "" {
			set(p, at, text)
		}
	}
	if n.row != nil && (before.Type != n.details.Type || provisions(before.LegalBases) != provisions(n.details.LegalBases) ||
		before.Responsibilities != n.details.Responsibilities || before.Accountability != n.details.Accountability) {
		p.touch(ObjectPower, n, &n.first, r.line)
		p.allowed(r.line, fPower, authz.EditRegister, n.unit, "变更职权", "change powers")
	}
}

// retiredPower finds a power that was retired.
func (p *planner) retiredPower(u *unitNode, code, name string) *powerNode {
	for _, n := range p.powersOf(u) {
		if n.row != nil && n.row.RetiredOn != nil && (code != "" && sameCode(n.code, code) || code == "" && identity(n.name) == identity(name)) {
			return n
		}
	}
	return nil
}

func (p *planner) powerBy(u *unitNode, text string) *powerNode {
	var found []*powerNode
	for _, n := range p.powersOf(u) {
		if (sameCode(n.code, text) || identity(n.name) == identity(text)) && (n.row == nil || n.row.RetiredOn == nil) {
			found = append(found, n)
		}
	}
	if len(found) > 0 {
		return spelled(found, text, powerCode)[0]
	}
	return numbered(p.powersOf(u), text, func(n *powerNode) (int64, string) { return n.id, n.code })
}

func powerCode(n *powerNode) string { return n.code }

func (n *powerNode) open(*planner) bool { return false }

func (n *powerNode) forget(*planner) { n.first = n.first.mark() }
