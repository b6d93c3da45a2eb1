package sample

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
)

// tooClose is the department that a principal leader is directly in charge of,
// for the balance rules to find (五不直接分管).
const tooClose = "DJ03-04"

// deputyChanged are bureaus whose first deputy took over the departments
// recently, with the number of days since; before that another deputy led
// them.
var deputyChanged = map[string]int{"DJ": 180, "DJ04": 260}

func (l *loader) makePortfolios(ctx context.Context) error {
	l.clock = l.moment(started - 4)
	var rows []*ent.PortfolioCreate
	var nodes []*node
	add := func(n *node, kind term.PortfolioKind, to *[]tenure, t tenure) {
		*to = append(*to, t)
		rows = append(rows, l.tx.Portfolio.Create().SetPersonID(t.person.row.ID).SetKind(kind).SetFromDay(t.from).SetNillableToDay(t.to).
			SetCreatedAt(l.clock).SetUpdatedAt(l.clock))
		nodes = append(nodes, n)
	}
	for _, n := range l.nodes {
		if n.isBureau() {
			add(n, term.PortfolioKindPrincipal, &n.principal, n.leaders[0].holders[0])
			continue
		}
		for _, t := range n.posts[0].holders {
			add(n, term.PortfolioKindHead, &n.head, t)
		}
		l.assignDeputy(n, func(t tenure) { add(n, term.PortfolioKindInCharge, &n.inCharge, t) })
	}
	l.group = []*person{
		l.root.leaders[0].holders[0].person, // 组长
		l.root.leaders[2].holders[0].person, // 副组长
		l.root.posts[len(l.root.posts)-1].holders[0].person,
	}
	_, err := placed(ctx, rows, nodes, func(ctx context.Context, part []*ent.PortfolioCreate) ([]*ent.Portfolio, error) {
		return l.tx.Portfolio.CreateBulk(part...).Save(ctx)
	})
	return err
}

func (l *loader) assignDeputy(n *node, add func(tenure)) {
	if n.plan.code == tooClose {
		add(n.bureau.leaders[0].holders[0])
		return
	}
	turn := n.turn() % n.bureau.plan.deputies
	now := n.bureau.leaders[1+turn].holders[0]
	ago, changed := deputyChanged[n.bureau.plan.code]
	if !changed || turn != 0 {
		add(now)
		return
	}
	before := n.bureau.leaders[2].holders[0]
	last := l.daysAgo(ago + 1)
	before.to = &last
	add(before)
	now.from = l.daysAgo(ago)
	add(now)
}

func (l *loader) makeDuties(ctx context.Context) error {
	l.clock = l.moment(started - 8)
	var rows []*ent.DutyCreate
	var nodes []*node
	for _, n := range l.nodes {
		for _, p := range n.posts {
			texts := []string{p.row.Duties}
			for i := range p.plan.kinds {
				if len(texts) < 4 {
					texts = append(texts, fill(one(l.dice, kindDuties[orOther(p.plan.kinds[i])]), "{u}", n.plan.name))
				}
			}
			for i, text := range distinct(texts) {
				rows = append(rows, l.tx.Duty.Create().SetPostID(p.row.ID).SetContent(text).SetSortOrder(i+1).
					SetCreatedAt(l.clock).SetUpdatedAt(l.clock))
				nodes = append(nodes, n)
			}
		}
	}
	_, err := placed(ctx, rows, nodes, func(ctx context.Context, part []*ent.DutyCreate) ([]*ent.Duty, error) {
		return l.tx.Duty.CreateBulk(part...).Save(ctx)
	})
	return err
}

// orOther returns the letter if it has duties of its own, else R: approving and
// deciding share the duties of reviewing.
func orOther(letter byte) byte {
	if _, ok := kindDuties[letter]; ok {
		return letter
	}
	return 'R'
}

func distinct(texts []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, t := range texts {
		if !seen[t] {
			seen[t] = true
			out = append(out, t)
		}
	}
	return out
}
