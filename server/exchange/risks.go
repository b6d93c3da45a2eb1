package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/form/wording"
	"sineng/server/register"
)

// riskNode is a risk point. Rows with the same unit, title, types, power and, where the file has a
// risk point per post, post describe the same one: their texts are joined, everything else must
// agree.
type riskNode struct {
	id    int64
	row   *ent.RiskPoint
	first *line
	unit  *unitNode

	title    string
	types    []term.RiskType // none where they are left open
	facts    riskFacts
	saidText map[field]bool // texts that the file has given so far
	said     map[field]*line

	grade, proposed *term.Grade // 审定, 自评; the former is compared and never written
	likelihood      *int
	severity        *int
	consequence     *term.ConsequenceKind

	measures map[string]*measureNode // by the key of the content; nil until loaded

	until int // the last row that may name it
}

// riskFacts are the details of a risk point without its grade.
type riskFacts struct {
	manifestation, cause, category string
	foundBy                        []term.FoundBy
	power, post, person            ref
	step                           *stepNode
	exposedPosts, exposedPeople    []ref
	direct, department, leadOwner  owned
}

func (n *riskNode) key() int64 { return n.id }

// risksOf returns the risk points of a unit that are not retired, by the key
// of their titles, planned ones included.
func (p *planner) risksOf(u *unitNode) map[string][]*riskNode {
	if u.risks != nil {
		return u.risks
	}
	if u.closedBook {
		p.err = cmp.Or(p.err, errLate)
	}
	u.risks = map[string][]*riskNode{}
	p.registers = append(p.registers, u)
	if u.row != nil {
		for _, row := range all(p, func() ([]*ent.RiskPoint, error) {
			return p.client.RiskPoint.Query().Where(riskpoint.UnitID(u.id), riskpoint.StatusNEQ(term.RiskStatusRetired)).
				WithPower().WithStep().WithPost().WithPerson().WithExposedPosts().WithExposedPersons().
				WithDirectOwner().WithDepartmentOwner().WithLeaderOwner().Order(riskpoint.ByID()).All(p.ctx)
		}) {
			k := titleIdentity(row.Title)
			u.risks[k] = append(u.risks[k], &riskNode{id: row.ID, row: row, unit: u, title: row.Title, types: typesOf(row), facts: factsOf(row)})
		}
	}
	return u.risks
}

func factsOf(row *ent.RiskPoint) riskFacts {
	f := riskFacts{manifestation: row.Manifestation, cause: row.Cause, foundBy: row.FoundBy, step: stepOf(row.Edges.Step),
		post:   postRef(row.PostID, row.Edges.Post),
		person: personRef(row.PersonID, row.Edges.Person), direct: owned{personRef(row.DirectOwnerID, row.Edges.DirectOwner), row.DirectOwnerText},
		department: owned{personRef(row.DepartmentOwnerID, row.Edges.DepartmentOwner), row.DepartmentOwnerText},
		leadOwner:  owned{personRef(row.LeaderOwnerID, row.Edges.LeaderOwner), row.LeaderOwnerText}, category: row.Category}
	if row.PowerID != nil {
		f.power = ref{id: *row.PowerID}
		if row.Edges.Power != nil {
			f.power.label = row.Edges.Power.Name
		}
	}
	for _, q := range row.Edges.ExposedPosts {
		f.exposedPosts = append(f.exposedPosts, ref{id: q.ID, label: q.Name})
	}
	for _, q := range row.Edges.ExposedPersons {
		f.exposedPeople = append(f.exposedPeople, ref{id: q.ID, label: q.Name})
	}
	return f
}

func personRef(id *int64, row *ent.Person) ref {
	if id == nil {
		return ref{}
	}
	if row == nil {
		return ref{id: *id}
	}
	return ref{id: *id, label: row.Name}
}

// titleIdentity is the identity of a title without its numbering. The same titles are asked for again
// and again while a file is planned.
func titleIdentity(title string) string { return identities.of(title) }

var identities = newRecent(func(title string) string { return identity(wording.Plain(title)) })

// planRisk plans a row of a register: the unit, the post and its holder, the power, the owners, the
// risk point and its measure.
func (p *planner) planRisk(r *riskRow) {
	u := p.unit(r.line, r.unit)
	if u == nil || !p.allowed(r.line, fTitle, authz.RecordRisk, u, "登记风险点", "record risk points") {
		return
	}
	p.late(u, r.title)
	at, ok := p.placeOf(r, u)
	if !ok {
		return
	}
	n := p.riskNamed(r, u, at)
	if n.said == nil {
		set(p, &n.said, map[field]*line{})
		set(p, &n.saidText, map[field]bool{})
	}
	n.until = p.lastRow(u, r.title)
	p.sayRisk(r, n)
	p.sayPlace(r, n, at)
	p.sayOwners(r, n)
	p.sayGrade(r, n)
	p.touch(ObjectRiskPoint, n, &n.first, r.line)
	if r.measure != nil {
		p.planMeasure(r, n)
	}
}

// late ends the pass where a row names a risk point that was settled, see retryLate.
func (p *planner) late(u *unitNode, title string) {
	if _, over := p.finished[titleIn(u.code, titleHash(title))]; over {
		p.err = cmp.Or(p.err, errLate)
	}
}

func (n *riskNode) open(p *planner) bool { return n.until > p.rows }

// forget drops the risk point, which no further row names.
func (n *riskNode) forget(p *planner) {
	n.finish(p)
	k := titleIdentity(n.title)
	if n.unit.risks == nil {
		return
	}
	n.unit.risks[k] = slices.DeleteFunc(n.unit.risks[k], func(other *riskNode) bool { return other == n })
	if len(n.unit.risks[k]) == 0 {
		delete(n.unit.risks, k)
	}
}

// finish notes that the risk point, or a measure of it, was settled.
func (n *riskNode) finish(p *planner) {
	p.finished[titleIn(n.unit.code, titleHash(n.title))] = struct{}{}
}

// sayRisk applies a row to the risk point itself.
func (p *planner) sayRisk(r *riskRow, n *riskNode) {
	if !n.saysTheSame(r) {
		p.sayText(r, n, fManifestation, r.manifestation, &n.facts.manifestation)
	}
	p.sayText(r, n, fCause, r.cause, &n.facts.cause)
	if len(r.foundBy) > 0 {
		found := r.foundBy
		if n.said[fFoundBy] != nil {
			found = union(n.facts.foundBy, r.foundBy)
		}
		put(p, n.said, fFoundBy, r.line)
		set(p, &n.facts.foundBy, found)
	}
	if r.category != "" && p.agree(r, n, fCategory, r.category == n.facts.category) {
		set(p, &n.facts.category, r.category)
	}
	if len(r.types) > 0 && p.agree(r, n, fRiskType, setOf(r.types) == setOf(n.types)) {
		set(p, &n.types, r.types)
	}
	p.sayExposed(r, n)
}

func sameStep(a, b *stepNode) bool {
	return a == b || a != nil && b != nil && a.id == b.id && a.key == b.key
}

func stepOf(row *ent.ProcessStep) *stepNode {
	if row == nil {
		return nil
	}
	return &stepNode{row.ID, row.Key, row.Name}
}

// saysTheSame reports whether a row without a manifestation has the title that stands for it in the
// register, under whatever number.
func (n *riskNode) saysTheSame(r *riskRow) bool {
	return n.row != nil && r.blank(fManifestation) && titleIdentity(r.manifestation) == titleIdentity(n.row.Manifestation)
}

// sayText applies a text; that of a further row of the same risk point is
// appended as a new line, unless it is there already.
func (p *planner) sayText(r *riskRow, n *riskNode, f field, text string, at *string) {
	if text == "" {
		return
	}
	if n.saidText[f] {
		if slices.Contains(strings.Split(*at, "\n"), text) || *at == text {
			return
		}
		text = *at + "\n" + text
	}
	if count := utf8.RuneCountInString(text); count > longestText {
		r.fail(f, ReasonTooLong, fmt.Sprintf("同一风险点各行合计最多 %d 个字,现有 %d 个", longestText, count),
			fmt.Sprintf("at most %d characters over all rows of the risk point, they have %d", longestText, count))
		return
	}
	put(p, n.saidText, f, true)
	set(p, at, text)
}

// agree reports whether a row may give a value of a risk point: no earlier row
// has given one, or the same.
func (p *planner) agree(r *riskRow, n *riskNode, f field, same bool) bool {
	if other := n.said[f]; other != nil && !same {
		r.fail(f, ReasonConflict, fmt.Sprintf("与第 %d 行同一风险点的内容不一致,请改为一致或另取风险点名称", other.row.Number),
			fmt.Sprintf("what row %d says of the same risk point, or another title", other.row.Number))
		return false
	}
	put(p, n.said, f, r.line)
	return true
}

// sayValue applies a value on which all rows of a risk point must agree.
func sayValue[T comparable](p *planner, r *riskRow, n *riskNode, f field, value *T, at **T) {
	if value != nil && p.agree(r, n, f, *at != nil && **at == *value) {
		set(p, at, value)
	}
}

// sayExposed resolves the exposed posts and persons. A name in a column for
// both is a post of the unit, else a person there; an unknown name becomes a
// new post when it sounds like one.
func (p *planner) sayExposed(r *riskRow, n *riskNode) {
	if len(r.exposed)+len(r.exposedPeople) == 0 {
		return
	}
	var posts, people []ref
	if n.said[fExposed] != nil {
		posts, people = slices.Clone(n.facts.exposedPosts), slices.Clone(n.facts.exposedPeople)
	}
	postsOnly := !strings.Contains(key(r.line.title(fExposed)), "人员")
	for _, name := range r.exposed {
		home := p.postAbove(n.unit, name)
		at := p.postNamed(home, name)
		someone := p.onPayroll(n.unit, name)
		switch {
		case at == nil && len(someone) == 1 && !postsOnly:
			people = append(people, refTo(someone[0], name))
		case at == nil && !postsOnly && !postLike(name):
			r.fail(fExposed, ReasonUnknownExposed, "应为本单位岗位或人员的名称:"+name, "posts or people of the unit: "+name)
		default:
			if at := p.post(r.line, fExposed, home, name); at != nil {
				posts = append(posts, refTo(at, name))
			}
		}
	}
	for _, name := range r.exposedPeople {
		if someone := p.person(r.line, fExposedPeople, name, n.unit, n.unit); someone != nil {
			people = append(people, refTo(someone, someone.name))
		}
	}
	put(p, n.said, fExposed, r.line)
	set(p, &n.facts.exposedPosts, uniqueRefs(posts))
	set(p, &n.facts.exposedPeople, uniqueRefs(people))
}

// postLike reports whether a name sounds like a post.
func postLike(name string) bool {
	for _, end := range []string{"岗", "岗位", "长", "主任", "员", "负责人", "会计", "出纳"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

func uniqueRefs(refs []ref) []ref {
	var out []ref
	for _, r := range refs {
		if !slices.ContainsFunc(out, func(o ref) bool { return o.id == r.id && o.made == r.made }) {
			out = append(out, r)
		}
	}
	return out
}

// sayOwners resolves the risk owners. The department owner and the leader
// owner in a register also become head and leader of the unit.
func (p *planner) sayOwners(r *riskRow, n *riskNode) {
	above := n.unit
	if up := n.unit.parent; up != nil && p.may(authz.EditPeople, up) {
		above = up // a leader in charge is on the payroll of the bureau, not of the department
	}
	owner := func(f field, named ownerText, home *unitNode, at *owned, kind term.PortfolioKind) {
		if named.empty() {
			return
		}
		// Who owns it already need not get an office by being named again.
		if to, ok := p.ownerOf(r.line, f, named, n.unit, home, kind, n.row != nil && at.named(named)); ok && p.agree(r, n, f, to.same(*at)) {
			set(p, at, to)
		}
	}
	owner(fDeptOwner, r.deptOwner, n.unit, &n.facts.department, term.PortfolioKindHead)
	owner(fLeaderOwner, r.leaderOwner, above, &n.facts.leadOwner, term.PortfolioKindInCharge)
	owner(fDirectOwner, r.directOwner, n.unit, &n.facts.direct, "")
}

func (p *planner) sayGrade(r *riskRow, n *riskNode) {
	sayValue(p, r, n, fGrade, r.grade, &n.grade)
	sayValue(p, r, n, fProposed, r.proposed, &n.proposed)
	sayValue(p, r, n, fLikelihood, r.likelihood, &n.likelihood)
	sayValue(p, r, n, fSeverity, r.severity, &n.severity)
	sayValue(p, r, n, fConsequence, r.consequence, &n.consequence)
}

// union returns the values of both lists in the order of the enumeration.
func union[T comparable](a, b []T) []T {
	out := slices.Clone(a)
	for _, v := range b {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// mildest returns the mildest inputs that give a grade under every recipe, for
// files that give only the grade.
func mildest(g term.Grade) register.GradeInputs {
	switch g {
	case term.GradeA:
		return register.GradeInputs{Likelihood: 5, Severity: 5, Consequence: term.ConsequenceKindCrime}
	case term.GradeB:
		return register.GradeInputs{Likelihood: 3, Severity: 3, Consequence: term.ConsequenceKindDiscipline}
	}
	return register.GradeInputs{Likelihood: 1, Severity: 1, Consequence: term.ConsequenceKindMinor}
}

// override replaces the given inputs by those in the file.
func (n *riskNode) override(in register.GradeInputs) register.GradeInputs {
	if n.likelihood != nil {
		in.Likelihood = *n.likelihood
	}
	if n.severity != nil {
		in.Severity = *n.severity
	}
	if n.consequence != nil {
		in.Consequence = *n.consequence
	}
	return in
}
