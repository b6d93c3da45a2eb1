package sample

import (
	"context"
	"fmt"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/org"
)

// person is a person with the unit they belong to.
type person struct {
	row    *ent.Person
	node   *node
	name   string
	title  string
	posts  []*post
	former bool // led the unit before the present holder
}

// predecessors are the units whose head or deputy changed recently, with the
// number of days since.
var predecessors = map[string]int{
	"DJ-02": 240, "DJ-05": 310, "DJ-10": 150, "DJ01-02": 205, "DJ02-04": 96, "DJ03-03": 330, "DJ04-01": 61, "DJ05-03": 270, "DJ0501-02": 120,
}

// sparse are the units where one person holds two posts, so that duties are
// hard to separate.
var sparse = map[string]bool{
	"DJ0101-02": true, "DJ0201-02": true, "DJ0301-01": true, "DJ0401-02": true, "DJ0502-01": true, "DJ0502-02": true, "DJ03-04": true,
}

func (l *loader) makePeople(ctx context.Context) error {
	l.clock = l.moment(started - 3)
	taken := map[string]bool{}
	for _, n := range l.nodes {
		for i, p := range n.posts {
			if sparse[n.plan.code] && i == len(n.posts)-1 {
				last := n.posts[i-1].holders[0].person
				p.holders = []tenure{{person: last}}
				last.posts = append(last.posts, p)
				continue
			}
			holders := 1
			if !n.isBureau() && i >= 2 && l.chance(7) {
				holders = 2
			}
			for range holders {
				l.addPerson(n, p, l.title(n, p), taken)
			}
		}
		if _, changed := predecessors[n.plan.code]; changed {
			who := &person{node: n, name: l.name(taken), title: "二级调研员", former: true}
			l.people = append(l.people, who)
		}
	}
	var rows []*ent.PersonCreate
	var nodes []*node
	count := map[*node]int{}
	for _, who := range l.people {
		count[who.node]++
		number := fmt.Sprintf("%s%03d", who.node.plan.code, count[who.node])
		rows = append(rows, l.tx.Person.Create().SetStaffNumber(number).SetName(who.name).SetInitials(org.Pinyin(who.name)).
			SetJobTitle(who.title).SetPoliticalStatus(l.political(who)).SetCreatedAt(l.clock).SetUpdatedAt(l.clock))
		nodes = append(nodes, who.node)
	}
	made, err := placed(ctx, rows, nodes, func(ctx context.Context, part []*ent.PersonCreate) ([]*ent.Person, error) {
		return l.tx.Person.CreateBulk(part...).Save(ctx)
	})
	for i, row := range made {
		l.people[i].row = row
	}
	return err
}

func (l *loader) addPerson(n *node, p *post, title string, taken map[string]bool) {
	who := &person{node: n, name: l.name(taken), title: title, posts: []*post{p}}
	p.holders = append(p.holders, tenure{person: who})
	l.people = append(l.people, who)
}

func (l *loader) name(taken map[string]bool) string {
	for {
		name := one(l.dice, surnames) + one(l.dice, givenNames)
		if !taken[name] {
			taken[name] = true
			return name
		}
	}
}

func (l *loader) title(n *node, p *post) string {
	switch {
	case n.isBureau(), p == n.posts[0], p == n.posts[1]:
		return p.plan.name
	case n.plan.profile == "lab":
		return one(l.dice, []string{"工程师", "高级工程师", "助理工程师", "检验员"})
	}
	return one(l.dice, []string{"一级主任科员", "二级主任科员", "三级主任科员", "四级主任科员", "一级科员"})
}

func (l *loader) political(who *person) term.PoliticalStatus {
	if who.node.isBureau() {
		return term.PoliticalStatusPartyMember
	}
	return []term.PoliticalStatus{term.PoliticalStatusPartyMember, term.PoliticalStatusProbationary, term.PoliticalStatusLeagueMember,
		term.PoliticalStatusOtherParty, term.PoliticalStatusNone}[l.weighted(70, 3, 7, 4, 16)]
}

// makeAppointments dates the appointments: most for years, some recent, some
// beyond the rotation limit, and many with an earlier post.
func (l *loader) makeAppointments(ctx context.Context) error {
	l.clock = l.moment(started - 4)
	var rows []*ent.AppointmentCreate
	var nodes []*node
	add := func(p *post, t tenure) {
		row := l.tx.Appointment.Create().SetPersonID(t.person.row.ID).SetPostID(p.row.ID).SetFromDay(t.from).SetNillableToDay(t.to).
			SetCreatedAt(l.clock).SetUpdatedAt(l.clock)
		rows, nodes = append(rows, row), append(nodes, p.node)
	}
	for _, n := range l.nodes {
		for i, p := range n.posts {
			for h := range p.holders {
				t := &p.holders[h]
				t.from = l.since(n, i)
				add(p, *t)
			}
		}
	}
	for _, who := range l.people {
		if who.former {
			l.formerHead(who, add)
		} else if !who.node.isBureau() && l.chance(22) {
			l.earlierPost(who, add)
		}
	}
	_, err := placed(ctx, rows, nodes, func(ctx context.Context, part []*ent.AppointmentCreate) ([]*ent.Appointment, error) {
		return l.tx.Appointment.CreateBulk(part...).Save(ctx)
	})
	return err
}

// since returns the first day of a present holder. Whoever would be near the rotation limit of the post has been there
// for less.
func (l *loader) since(n *node, index int) time.Time {
	p := n.posts[index]
	ago := l.held(n, index)
	limit := p.years * 365
	switch n.plan.code + " " + p.plan.name {
	case overstayed:
		ago = limit + 400
	case soonDue:
		ago = limit - 40
	default:
		if most := limit - 120; limit > 0 && ago > most {
			ago = started + 20 + (ago-started)%(most-started-20)
		}
	}
	return l.daysAgo(ago)
}

// held returns how many days ago a present holder began, whatever the rotation limit.
func (l *loader) held(n *node, index int) int {
	if index == 0 && !n.isBureau() {
		if ago, changed := predecessors[n.plan.code]; changed {
			return ago
		}
	}
	switch {
	case index < 2 || n.isBureau():
		return l.between(started+20, 1900)
	case l.chance(12):
		return l.between(30, 500)
	case l.chance(8):
		return l.between(2300, 3600)
	}
	return l.between(started, 2000)
}

// formerHead appoints the previous holder of the head's post, who has another
// post since.
func (l *loader) formerHead(who *person, add func(*post, tenure)) {
	n := who.node
	changed := predecessors[n.plan.code]
	last := l.daysAgo(changed + 1)
	before := tenure{who, l.daysAgo(l.between(started+60, 2200)), &last}
	n.posts[0].holders = append(n.posts[0].holders, before)
	add(n.posts[0], before)
	now := tenure{person: who, from: l.daysAgo(changed)}
	p := n.posts[len(n.posts)-1]
	p.holders = append(p.holders, now)
	who.posts = append(who.posts, p)
	add(p, now)
}

// earlierPost appoints a person to another post of the unit before the present
// one.
func (l *loader) earlierPost(who *person, add func(*post, tenure)) {
	present := who.posts[0]
	other := who.node.posts[2+l.IntN(len(who.node.posts)-2)]
	if other == present {
		return
	}
	for _, t := range other.holders {
		if t.person == who {
			return
		}
	}
	var began time.Time
	for _, t := range present.holders {
		if t.person == who {
			began = t.from
		}
	}
	last := began.AddDate(0, 0, -1)
	t := tenure{who, began.AddDate(0, 0, -l.between(400, 1500)), &last}
	other.holders = append(other.holders, t)
	add(other, t)
}
