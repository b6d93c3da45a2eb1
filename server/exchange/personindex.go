package exchange

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sineng/ent"
	"sineng/ent/person"
	"sineng/ent/portfolio"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/term/fold"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/form/wording"
	"sineng/server/office"
)

// personNode is a person.
type personNode struct {
	id    int64       // 0 until added
	row   *ent.Person // nil for a new person
	first *line

	unit           *unitNode // nil when the viewer may not see it
	number, name   string
	jobTitle       string
	political      *term.PoliticalStatus
	namedByListing bool // a list of people has given the person's data
}

// personIndex finds people beyond those on one unit's payroll.
type personIndex struct {
	byID     map[int64]*personNode
	byNumber lookup[*personNode]
	asked    map[string]bool // numbers that were looked for
}

func newPersonIndex() personIndex {
	return personIndex{map[int64]*personNode{}, byCodeAlike[*personNode](), map[string]bool{}}
}

func (p *planner) addPerson(row *ent.Person) *personNode {
	if n := p.people.byID[row.ID]; n != nil {
		return n
	}
	n := &personNode{id: row.ID, row: row, name: row.Name, jobTitle: row.JobTitle, political: row.PoliticalStatus}
	p.people.byID[row.ID] = n
	if row.StaffNumber != nil {
		n.number = *row.StaffNumber
		p.people.byNumber.know(n.number, n, row.StaffNumberFolded != nil)
	}
	n.unit = p.units.byID[row.UnitID]
	return n
}

// unitOf returns the unit whose payroll an existing person is on, nil when the
// viewer may not see it.
func (p *planner) unitOf(n *personNode) *unitNode {
	if n.unit == nil && n.row != nil {
		n.unit = p.unitByID(n.row.UnitID)
	}
	return n.unit
}

// knowNumbers loads the people with the staff numbers.
func (p *planner) knowNumbers(numbers map[string]bool) {
	var unknown []string
	for number := range numbers {
		if !p.people.asked[number] && number != "" {
			unknown = append(unknown, number)
			p.people.asked[number] = true
		}
	}
	each(p, unknown, func(part []string) ([]*ent.Person, error) {
		return p.client.Person.Query().Where(numbersAlike(part)).All(p.ctx)
	}, func(row *ent.Person) { p.addPerson(row) })
}

// byNumber returns the person with a staff number, nil when no visible person
// has it.
func (p *planner) byNumber(number string) *personNode {
	p.knowNumbers(map[string]bool{number: true})
	n, _ := p.people.byNumber.find(number)
	return n
}

// numbersAlike matches the people whose staff number is the same as one of some.
func numbersAlike(numbers []string) predicate.Person {
	return person.Or(person.StaffNumberIn(numbers...), person.StaffNumberFoldedIn(foldAll(numbers, fold.Code)...))
}

// numberHidden reports whether a person whom the viewer may not see has the
// number.
func (p *planner) numberHidden(number string) bool {
	if !p.mayTryKey() {
		return false
	}
	found := all(p, func() ([]int64, error) {
		return p.client.Person.Query().Where(numbersAlike([]string{number})).IDs(viewer.System(p.ctx))
	})
	if len(found) > 0 {
		p.store.HiddenKey(p.ctx, person.Label, fold.Code(number))
	}
	return len(found) > 0
}

// onPayroll returns the people of a name on a unit's payroll, planned ones included.
func (p *planner) onPayroll(u *unitNode, name string) []*personNode {
	return spelled(p.payroll(u)[fold.Text(name)], name, func(n *personNode) string { return n.name })
}

// payroll returns the people of a unit by their folded names, planned ones included.
func (p *planner) payroll(u *unitNode) map[string][]*personNode {
	if u.payroll != nil {
		return u.payroll
	}
	u.payroll = map[string][]*personNode{}
	if u.row != nil {
		for _, row := range all(p, func() ([]*ent.Person, error) {
			return p.client.Person.Query().Where(person.UnitID(u.id)).Order(person.ByID()).All(p.ctx)
		}) {
			n := p.addPerson(row)
			n.unit = u
			name := fold.Text(row.Name)
			u.payroll[name] = append(u.payroll[name], n)
		}
	}
	return u.payroll
}

type portfolioKey struct {
	person *personNode
	kind   term.PortfolioKind
}

// leaders returns the portfolios over a unit that are in force or will be.
func (p *planner) leaders(u *unitNode) []*portfolioNode {
	if u.leadership != nil {
		return u.leaders
	}
	u.leadership = map[portfolioKey]*portfolioNode{}
	if u.row == nil {
		return nil
	}
	for _, row := range all(p, func() ([]*ent.Portfolio, error) {
		return p.client.Portfolio.Query().Where(portfolio.UnitID(u.id), office.NotOver(p.today)).
			WithPerson().Order(portfolio.ByID()).All(p.ctx)
	}) {
		if row.Edges.Person == nil { // on a payroll that the viewer may not see
			continue
		}
		n := &portfolioNode{row: row, person: p.addPerson(row.Edges.Person), unit: u, kind: row.Kind}
		u.leadership[portfolioKey{n.person, n.kind}] = n
		u.leaders = append(u.leaders, n)
	}
	return u.leaders
}

// written is a person as written in a cell of a register: 张三, 张三(1001),
// 张三(科长).
type written struct {
	name, number, jobTitle string
	id                     int64 // that a form of ours wrote beside a name which several have, 0 for none
}

var (
	inBrackets  = regexp.MustCompile(`^([^()]+)\(([^()]+)\)$`)
	staffNumber = regexp.MustCompile(`^[A-Za-z]{0,4}-?\d[\dA-Za-z-]*$`)
)

func parseWritten(text string) written {
	if name, id, ok := wording.NumberOf(text); ok {
		w := parseWritten(name)
		w.id = id
		return w
	}
	m := inBrackets.FindStringSubmatch(fold.Compat(text))
	switch {
	case m == nil:
		return written{name: text}
	case staffNumber.MatchString(strings.TrimSpace(m[2])):
		return written{name: oneLine(m[1]), number: strings.TrimSpace(m[2])}
	}
	return written{name: oneLine(m[1]), jobTitle: oneLine(m[2])}
}

// person finds somebody named in a register among those who lead the unit or
// an ancestor, or are on the payroll of one of these. Somebody not found is
// planned on the payroll of home. It returns nil after adding a problem.
func (p *planner) person(l *line, f field, text string, u, home *unitNode) *personNode {
	return p.personOf(l, f, parseWritten(text), u, home)
}

// personOf is person for a name that has been parsed.
func (p *planner) personOf(l *line, f field, w written, u, home *unitNode) *personNode {
	if w.number != "" {
		if n := p.byNumber(w.number); n != nil {
			p.touch(ObjectPerson, n, &n.first, l)
			return n
		}
	}
	if w.id != 0 {
		for _, tier := range p.tiers(u, w.name) {
			if i := slices.IndexFunc(tier, func(n *personNode) bool { return n.id == w.id }); i >= 0 {
				p.touch(ObjectPerson, tier[i], &tier[i].first, l)
				return tier[i]
			}
		}
		l.fail(f, ReasonUnknownPerson, "没有这个编号的“"+w.name+"”", "there is no "+w.name+" of that id")
		return nil
	}
	for _, tier := range p.tiers(u, w.name) {
		var found []*personNode
		seen := map[*personNode]bool{}
		for _, n := range tier {
			if (w.number == "" || n.number == "" || sameCode(n.number, w.number)) && !seen[n] {
				seen[n] = true
				found = append(found, n)
			}
		}
		if len(found) > 1 {
			l.fail(f, ReasonAmbiguousName, "有多人同名,请写明工号,例如“张三(1001)”", "several people have this name; add the staff number, as in 张三(1001)")
			return nil
		}
		if len(found) == 1 {
			p.touch(ObjectPerson, found[0], &found[0].first, l)
			return found[0]
		}
	}
	if !personal(w.name) {
		l.fail(f, ReasonUnknownPerson, "应为一个人的姓名", "the name of one person")
		return nil
	}
	return p.newPerson(l, f, w, home)
}

// tiers returns the people of a name by distance, nearest first: those who
// lead a unit, those on its payroll, and so on up the tree.
func (p *planner) tiers(u *unitNode, name string) [][]*personNode {
	var out [][]*personNode
	for at := u; at != nil; at = at.parent {
		var leaders []*personNode
		for _, n := range p.leaders(at) {
			if sameName(n.person.name, name) {
				leaders = append(leaders, n.person)
			}
		}
		out = append(out, spelled(leaders, name, func(n *personNode) string { return n.name }), p.onPayroll(at, name))
	}
	return out
}

// newPerson plans somebody on a unit's payroll.
func (p *planner) newPerson(l *line, f field, w written, home *unitNode) *personNode {
	if !p.allowed(l, f, authz.EditPeople, home, "新增人员“"+w.name+"”", "add the person "+w.name) {
		return nil
	}
	if w.number != "" && p.numberHidden(w.number) {
		l.fail(f, "STAFF_NUMBER_TAKEN", "工号已被其他单位人员使用", "a staff number that nobody else has")
		return nil
	}
	n := &personNode{unit: home, name: w.name, number: w.number, jobTitle: w.jobTitle}
	add(p, p.payroll(home), fold.Text(n.name), n)
	if w.number != "" {
		p.people.byNumber.plan(p, w.number, n)
	}
	p.touch(ObjectPerson, n, &n.first, l)
	return n
}

// groups matches words for a post or several people rather than one person.
var groups = regexp.MustCompile(`负责人|领导|人员|全体|全员|^各|科长|处长|局长|主任|所长|站长|队长|组长|科员|职工|干部|经办|小组|委员会|部门|科室|单位|办公室|` +
	`岗位|.{3}岗$|(财务|业务|审批|审核|管理|受理|执法|窗口|会计|出纳|采购)岗`)

// personal reports whether a text can be a person's name: two to four Chinese
// characters, more with a dot between them, or Latin letters.
func personal(name string) bool {
	n := utf8.RuneCountInString(name)
	if n < 2 || n > 60 || groups.MatchString(name) {
		return false
	}
	han, dots := 0, 0
	for _, r := range name {
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case r == '·' || r == '\u2022' || r == '\u30fb' || r == '.' || r == '-' || r == '\'' || r == ' ':
			dots++
		case !unicode.IsLetter(r) && !strings.ContainsRune("\uff0e", r):
			return false
		}
	}
	return han == 0 || han <= 5 || dots > 0
}
