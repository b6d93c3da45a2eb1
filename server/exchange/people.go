package exchange

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/post"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/org"
)

// planPerson plans a row of a list of people: the person, the post, who holds it, and
// what the person leads.
func (p *planner) planPerson(r *personRow) {
	n := p.listed(r)
	if n == nil {
		return
	}
	p.sayPerson(r, n)
	if r.post != "" {
		home := p.unitOf(n)
		if home == nil {
			r.fail(fUnit, ReasonUnknownUnit, "应写明岗位所在的单位", "the unit of the post")
			return
		}
		if at := p.post(r.line, fPost, home, r.post); at != nil {
			p.sayPost(r, at)
			p.appointTo(r, n, at)
		}
	}
	if r.lead == nil {
		return
	}
	if len(r.leadUnits) == 0 {
		if home := p.unitOf(n); home != nil {
			p.lead(r.line, fLead, n, home, *r.lead)
		}
	}
	for _, name := range r.leadUnits {
		u := p.units.byCode[name]
		if u == nil || !u.under(p.root) {
			u = p.unitByPath(r.line, fLeadUnits, name)
		}
		if u != nil {
			p.lead(r.line, fLeadUnits, n, u, *r.lead)
		}
	}
}

// listed finds the person of a row by staff number, else by name on the unit's
// payroll, or plans a new one.
func (p *planner) listed(r *personRow) *personNode {
	var n *personNode
	if r.number != "" {
		n = p.byNumber(r.number)
	}
	var u *unitNode
	if !r.unit.empty() || n == nil {
		if u = p.unit(r.line, r.unit); u == nil {
			return nil
		}
	}
	if n == nil {
		var found []*personNode
		for _, other := range p.payroll(u)[r.name] {
			if r.number == "" || other.number == "" {
				found = append(found, other)
			}
		}
		switch {
		case len(found) > 1:
			r.fail(fName, ReasonAmbiguousName, "该单位有多人同名,请填写工号", "a staff number: the unit has several people of this name")
			return nil
		case len(found) == 0:
			n = p.newPerson(r.line, fNumber, written{name: r.name, number: r.number}, u)
		default:
			n = found[0]
			if r.number != "" {
				if p.numberHidden(r.number) {
					r.fail(fNumber, "STAFF_NUMBER_TAKEN", "工号已被其他单位人员使用", "a staff number that nobody else has")
					return nil
				}
				put(p, p.people.byNumber, r.number, n)
				set(p, &n.number, r.number)
			}
		}
	}
	if n != nil && u != nil && p.unitOf(n) != u {
		if n.namedByListing {
			r.fail(fUnit, ReasonConflict, fmt.Sprintf("与第 %d 行同一人员的单位不一致", n.first.row.Number), fmt.Sprintf("the unit given in row %d for the same person", n.first.row.Number))
			return nil
		}
		set(p, &n.unit, u)
	}
	return n
}

// sayPerson takes over what a row says of a person. Further rows of the same person
// must not say otherwise.
func (p *planner) sayPerson(r *personRow, n *personNode) {
	agree := func(f field, said, now string) bool {
		if said == "" || said == now {
			return false
		}
		if n.namedByListing && now != "" {
			r.fail(f, ReasonConflict, fmt.Sprintf("与第 %d 行同一人员的内容不一致", n.first.row.Number), fmt.Sprintf("what row %d says of the same person", n.first.row.Number))
			return false
		}
		return true
	}
	if agree(fName, r.name, n.name) {
		set(p, &n.name, r.name)
	}
	if agree(fJobTitle, r.jobTitle, n.jobTitle) {
		set(p, &n.jobTitle, r.jobTitle)
	}
	if r.political != nil && (n.political == nil || *n.political != *r.political) {
		if n.namedByListing && n.political != nil {
			agree(fPolitical, string(*r.political), string(*n.political))
		} else {
			set(p, &n.political, r.political)
		}
	}
	set(p, &n.namedByListing, true)
	p.touch(ObjectPerson, n, &n.first, r.line)
	if n.row != nil && !r.bad() && n.settle(p).run != nil {
		if old := p.units.byID[n.row.UnitID]; old != nil {
			p.allowed(r.line, fName, authz.EditPeople, old, "变更人员", "change people")
		}
		p.allowed(r.line, fUnit, authz.EditPeople, n.unit, "变更人员", "change people")
	}
}

func (n *personNode) settle(p *planner) outcome {
	out := outcome{created: n.row == nil, label: n.name, line: n.first}
	home := p.unitOf(n)
	if home != nil {
		out.label += "(" + home.name + ")"
	}
	if n.row == nil {
		out.run = func(ctx context.Context) error {
			made, err := p.org.AddPerson(ctx, org.AddPerson{UnitID: home.id, StaffNumber: given(n.number), Name: n.name,
				JobTitle: n.jobTitle, PoliticalStatus: n.political})
			if err == nil {
				n.id = made.ID
			}
			return err
		}
		return out
	}
	old := ""
	if n.row.StaffNumber != nil {
		old = *n.row.StaffNumber
	}
	out.differences.text(namePersonName, n.row.Name, n.name)
	out.differences.text(nameNumber, old, n.number)
	out.differences.text(nameJobTitle, n.row.JobTitle, n.jobTitle)
	labelled(&out.differences, namePolitical, maybe(n.row.PoliticalStatus), maybe(n.political))
	if home != nil && home.id != n.row.UnitID {
		from := ""
		if u := p.units.byID[n.row.UnitID]; u != nil {
			from = u.name
		}
		out.differences = append(out.differences, Difference{nameUnit, Text{from, from}, Text{home.name, home.name}})
	}
	if len(out.differences) > 0 {
		out.run = func(ctx context.Context) error {
			in := org.UpdatePerson{ID: n.id, ExpectedVersion: n.row.Version, UnitID: n.row.UnitID, StaffNumber: given(n.number),
				Name: n.name, JobTitle: n.jobTitle, PoliticalStatus: n.political}
			if home != nil {
				in.UnitID = home.id
			}
			_, err := p.org.UpdatePerson(ctx, in)
			return err
		}
	}
	return out
}

func given(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// postNode is a post.
type postNode struct {
	id    int64
	row   *ent.Post
	first *line

	unit     *unitNode
	name     string
	duties   string
	keyPost  bool
	rotation *int
}

// posts are those of a unit by name, planned ones included.
func (p *planner) posts(u *unitNode) map[string]*postNode {
	if u.posts != nil {
		return u.posts
	}
	u.posts = map[string]*postNode{}
	if u.row != nil {
		for _, row := range all(p, func() ([]*ent.Post, error) {
			return p.client.Post.Query().Where(post.UnitID(u.id)).All(p.ctx)
		}) {
			u.posts[row.Name] = &postNode{id: row.ID, row: row, unit: u, name: row.Name, duties: row.Duties, keyPost: row.KeyPost, rotation: row.RotationYears}
		}
	}
	return u.posts
}

// post finds a post of a unit by name, or plans it; nil after noting what is wrong.
func (p *planner) post(l *line, f field, u *unitNode, name string) *postNode {
	n := p.posts(u)[name]
	if n == nil {
		if len([]rune(name)) > 200 {
			l.fail(f, ReasonTooLong, "岗位名称最多 200 个字", "the name of a post has at most 200 characters")
			return nil
		}
		if !p.allowed(l, f, authz.EditOrganisation, u, "新增岗位“"+name+"”", "create the post "+name) {
			return nil
		}
		n = &postNode{unit: u, name: name}
		put(p, u.posts, name, n)
	} else if n.row != nil && n.row.ClosedOn != nil && !n.row.ClosedOn.After(p.today) {
		l.fail(f, "POST_CLOSED", "该岗位已撤销", "a post that is not closed")
		return nil
	}
	p.touch(ObjectPost, n, &n.first, l)
	return n
}

// sayPost takes over what a row says of a post.
func (p *planner) sayPost(r *personRow, n *postNode) {
	if r.duties != "" {
		set(p, &n.duties, r.duties)
	}
	if r.keyPost != nil {
		set(p, &n.keyPost, *r.keyPost)
	}
	if r.rotation != nil {
		set(p, &n.rotation, r.rotation)
	}
	if n.row != nil && n.settle(p).run != nil {
		p.allowed(r.line, fPost, authz.EditOrganisation, n.unit, "变更岗位", "change posts")
	}
}

func (n *postNode) settle(p *planner) outcome {
	out := outcome{created: n.row == nil, label: n.name + "(" + n.unit.name + ")", line: n.first}
	if n.row == nil {
		out.run = func(ctx context.Context) error {
			made, err := p.org.CreatePost(ctx, org.CreatePost{UnitID: n.unit.id, Name: n.name, Duties: n.duties, KeyPost: n.keyPost, RotationYears: n.rotation})
			if err == nil {
				n.id = made.ID
			}
			return err
		}
		return out
	}
	out.differences.text(nameDuties, n.row.Duties, n.duties)
	labelled(&out.differences, nameKeyPost, yesNo(n.row.KeyPost), yesNo(n.keyPost))
	out.differences.text(nameRotation, number(n.row.RotationYears), number(n.rotation))
	if len(out.differences) > 0 {
		out.run = func(ctx context.Context) error {
			_, err := p.org.UpdatePost(ctx, org.UpdatePost{ID: n.id, ExpectedVersion: n.row.Version, Name: n.name, Duties: n.duties,
				KeyPost: n.keyPost, RotationYears: n.rotation, ClosedOn: n.row.ClosedOn})
			return err
		}
	}
	return out
}

// number is a number in digits, empty for none.
func number(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// appointmentNode is a person in a post.
type appointmentNode struct {
	row    *ent.Appointment
	first  *line
	person *personNode
	post   *postNode
	from   time.Time
}

type appointmentKey struct {
	person *personNode
	post   *postNode
}

// appointTo plans that a person holds a post, unless that is so or will be.
func (p *planner) appointTo(r *personRow, n *personNode, at *postNode) {
	u := at.unit
	if u.appointments == nil {
		u.appointments = map[appointmentKey]*appointmentNode{}
		if u.row != nil {
			byID := map[int64]*postNode{}
			for _, q := range p.posts(u) {
				byID[q.id] = q
			}
			for _, row := range all(p, func() ([]*ent.Appointment, error) {
				return p.client.Appointment.Query().Where(appointment.UnitID(u.id), appointment.Or(appointment.ToDayIsNil(), appointment.ToDayGTE(p.today))).
					WithPerson().All(p.ctx)
			}) {
				if row.Edges.Person != nil && byID[row.PostID] != nil {
					a := &appointmentNode{row: row, person: p.addPerson(row.Edges.Person), post: byID[row.PostID], from: row.FromDay}
					u.appointments[appointmentKey{a.person, a.post}] = a
				}
			}
		}
	}
	k := appointmentKey{n, at}
	a := u.appointments[k]
	if a == nil {
		a = &appointmentNode{person: n, post: at, from: p.today}
		if r.from != nil {
			a.from = *r.from
		}
		if !p.allowed(r.line, fPost, authz.EditPeople, u, "安排任职", "appoint people") {
			return
		}
		put(p, u.appointments, k, a)
	}
	p.touch(ObjectAppointment, a, &a.first, r.line)
}

func (a *appointmentNode) settle(p *planner) outcome {
	out := outcome{created: a.row == nil, label: a.person.name + " — " + a.post.name, line: a.first}
	if a.row == nil {
		out.run = func(ctx context.Context) error {
			_, err := p.org.Appoint(ctx, a.person.id, a.post.id, a.from)
			return err
		}
	}
	return out
}

// portfolioNode is a person's share of leadership over a unit.
type portfolioNode struct {
	row    *ent.Portfolio
	first  *line
	person *personNode
	unit   *unitNode
	kind   term.PortfolioKind
}

// lead plans that a person leads a unit from today on, unless that is so or will be.
func (p *planner) lead(l *line, f field, n *personNode, u *unitNode, kind term.PortfolioKind) {
	p.leaders(u)
	k := portfolioKey{n, kind}
	held := u.leadership[k]
	if held == nil {
		if !p.allowed(l, f, authz.EditPeople, u, "登记领导分工", "assign portfolios") {
			return
		}
		held = &portfolioNode{person: n, unit: u, kind: kind}
		put(p, u.leadership, k, held)
		extend(p, &u.leaders, held)
	}
	p.touch(ObjectPortfolio, held, &held.first, l)
}

func (n *portfolioNode) settle(p *planner) outcome {
	out := outcome{created: n.row == nil, label: n.person.name + " — " + n.kind.Label("zh") + "(" + n.unit.name + ")", line: n.first}
	if n.row == nil {
		out.run = func(ctx context.Context) error {
			_, err := p.org.AssignPortfolio(ctx, n.person.id, n.unit.id, n.kind, p.today)
			return err
		}
	}
	return out
}
