package exchange

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/duty"
	"sineng/ent/post"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/office"
	"sineng/server/org"
)

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

	recorded    []string // its duties one by one
	dutiesKnown bool
}

// postNamed returns the post of a unit with a name, planned ones included; nil for none.
func (p *planner) postNamed(u *unitNode, name string) *postNode {
	if n, ok := p.posts(u).find(name); ok {
		return n
	}
	return numbered(slices.Collect(maps.Values(p.posts(u).exact)), name, func(n *postNode) (int64, string) { return n.id, n.name })
}

// posts returns the posts of a unit by name, planned ones included.
func (p *planner) posts(u *unitNode) *lookup[*postNode] {
	if u.posts != nil {
		return u.posts
	}
	posts := byNameAlike[*postNode]()
	u.posts = &posts
	if u.row != nil {
		for _, row := range all(p, func() ([]*ent.Post, error) {
			return p.client.Post.Query().Where(post.UnitID(u.id)).All(p.ctx)
		}) {
			n := &postNode{id: row.ID, row: row, unit: u, name: row.Name, duties: row.Duties, keyPost: row.KeyPost, rotation: row.RotationYears}
			posts.know(row.Name, n, row.NameFolded != nil)
		}
	}
	return u.posts
}

// postAbove is the unit among a unit and those above it, the nearest first, that has a post of a
// name; the unit itself where none has.
func (p *planner) postAbove(u *unitNode, name string) *unitNode {
	for at := u; at != nil; at = at.parent {
		if q := p.postNamed(at, name); q != nil && (at == u || q.row == nil || q.row.ClosedOn == nil || q.row.ClosedOn.After(p.today)) {
			return at
		}
	}
	return u
}

// post finds a post of a unit by name, or plans it; nil after adding a
// problem.
func (p *planner) post(l *line, f field, u *unitNode, name string) *postNode {
	n := p.postNamed(u, name)
	if n == nil {
		if len([]rune(name)) > 200 {
			l.fail(f, ReasonTooLong, "岗位名称最多 200 个字", "the name of a post has at most 200 characters")
			return nil
		}
		if !p.allowed(l, f, authz.EditOrganisation, u, "新增岗位“"+name+"”", "create the post "+name) {
			return nil
		}
		n = &postNode{unit: u, name: name}
		u.posts.plan(p, name, n)
	} else if n.row != nil && n.row.ClosedOn != nil && !n.row.ClosedOn.After(p.today) {
		l.fail(f, "POST_CLOSED", "该岗位已撤销", "a post that is not closed")
		return nil
	}
	p.touch(ObjectPost, n, &n.first, l)
	return n
}

// postNames are the posts that a cell names: one whose name has marks in it, or several parted by them.
func (p *planner) postNames(u *unitNode, text string) []string {
	if p.postNamed(u, oneLine(text)) != nil {
		return []string{oneLine(text)}
	}
	return names(text)
}

// dutiesSay reports whether a text lists the duties of a post that the register has, those of its own
// and those that are recorded one by one, as the personal forms print them.
func (p *planner) dutiesSay(n *postNode, text string) bool {
	if n.row == nil {
		return false
	}
	if !n.dutiesKnown {
		n.dutiesKnown = true
		for _, row := range all(p, func() ([]*ent.Duty, error) {
			return p.client.Duty.Query().Where(duty.PostID(n.id)).Order(duty.BySortOrder(), duty.ByID()).All(p.ctx)
		}) {
			n.recorded = append(n.recorded, row.Content)
		}
	}
	if len(n.recorded) == 0 {
		return false
	}
	lines := func(s string) []string {
		return strings.FieldsFunc(clean(s), func(r rune) bool { return r == '\n' })
	}
	have := lines(n.duties + "\n" + strings.Join(n.recorded, "\n"))
	return !slices.ContainsFunc(lines(text), func(l string) bool { return !slices.Contains(have, l) })
}

// sayPost applies a row to a post.
func (p *planner) sayPost(r *personRow, n *postNode) {
	if r.duties != "" && !p.dutiesSay(n, r.duties) {
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
		out.run = func(ctx context.Context) error { return postNodes{n}.write(ctx, p) }
		out.together = postNodes{n}
		return out
	}
	out.differences.text(nameDuties, n.row.Duties, n.duties)
	labelled(&out.differences, nameKeyPost, yesNo(n.row.KeyPost), yesNo(n.keyPost))
	out.differences.text(nameRotation, number(n.row.RotationYears), number(n.rotation))
	if len(out.differences) > 0 {
		out.held = true
		out.run = func(ctx context.Context) error {
			_, err := p.org.UpdatePost(ctx, org.UpdatePost{ID: n.id, ExpectedVersion: n.row.Version, Name: n.name, Duties: n.duties,
				KeyPost: n.keyPost, RotationYears: n.rotation, ClosedOn: n.row.ClosedOn})
			return err
		}
	}
	return out
}

// postNodes are new posts that are written together.
type postNodes []*postNode

func (all postNodes) gather(others together) together {
	more, _ := others.(postNodes)
	return append(more, all...)
}

func (all postNodes) write(ctx context.Context, p *planner) error {
	in := make([]org.CreatePost, len(all))
	for i, n := range all {
		in[i] = org.CreatePost{UnitID: n.unit.id, Name: n.name, Duties: n.duties, KeyPost: n.keyPost, RotationYears: n.rotation}
	}
	made, err := p.org.CreatePosts(ctx, in)
	for i, row := range made {
		all[i].id = row.ID
	}
	return err
}

// number formats a number, empty for nil.
func number(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// appointmentNode is an appointment of a person to a post.
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

// appointments returns the appointments in a unit that are in force or will be, planned ones
// included.
func (p *planner) appointments(u *unitNode) map[appointmentKey]*appointmentNode {
	if u.appointments == nil {
		u.appointments = map[appointmentKey]*appointmentNode{}
		if u.row != nil {
			byID := map[int64]*postNode{}
			for _, q := range p.posts(u).exact {
				byID[q.id] = q
			}
			for _, row := range all(p, func() ([]*ent.Appointment, error) {
				return p.client.Appointment.Query().Where(appointment.UnitID(u.id), office.NotOver(p.today)).
					WithPerson().All(p.ctx)
			}) {
				if row.Edges.Person != nil && byID[row.PostID] != nil {
					a := &appointmentNode{row: row, person: p.addPerson(row.Edges.Person), post: byID[row.PostID], from: row.FromDay}
					u.appointments[appointmentKey{a.person, a.post}] = a
				}
			}
		}
	}
	return u.appointments
}

// appointTo plans an appointment, unless the person holds the post now or in
// future.
func (p *planner) appointTo(l *line, from *time.Time, n *personNode, at *postNode) {
	u := at.unit
	p.appointments(u)
	k := appointmentKey{n, at}
	a := u.appointments[k]
	if a == nil {
		a = &appointmentNode{person: n, post: at, from: p.today}
		if from != nil {
			a.from = *from
		}
		if !p.allowed(l, fPost, authz.EditPeople, u, "安排任职", "appoint people") {
			return
		}
		put(p, u.appointments, k, a)
	}
	p.touch(ObjectAppointment, a, &a.first, l)
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

// portfolioNode is a person's portfolio over a unit.
type portfolioNode struct {
	row    *ent.Portfolio
	first  *line
	person *personNode
	unit   *unitNode
	kind   term.PortfolioKind
}

// leadership are the portfolios over a unit, planned ones included.
func (p *planner) leadership(u *unitNode) map[portfolioKey]*portfolioNode {
	p.leaders(u)
	return u.leadership
}

// lead plans that a person leads a unit from today on, unless the person does
// so now or in future.
func (p *planner) lead(l *line, f field, n *personNode, u *unitNode, kind term.PortfolioKind) {
	k := portfolioKey{n, kind}
	held := p.leadership(u)[k]
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

func (n *postNode) open(*planner) bool { return false }

func (n *postNode) forget(*planner) { n.first = n.first.mark() }

func (a *appointmentNode) open(*planner) bool { return false }

func (a *appointmentNode) forget(*planner) { a.first = a.first.mark() }

func (n *portfolioNode) open(*planner) bool { return false }

func (n *portfolioNode) forget(*planner) { n.first = n.first.mark() }
