package sample

import (
	"context"
	"strings"
	"time"

	"sineng/ent"
)

// post is a post with those who hold or held it.
type post struct {
	row     *ent.Post
	plan    postPlan
	node    *node
	holders []tenure
	years   int // of its rotation limit, 0 for none
}

// tenure is a person's period in a post or a portfolio.
type tenure struct {
	person *person
	from   time.Time
	to     *time.Time
}

func (t tenure) on(day time.Time) bool {
	return !t.from.After(day) && (t.to == nil || !t.to.Before(day))
}

// holder returns the holder on a day, the latest appointed; nil for nobody.
func holder(tenures []tenure, day time.Time) *person {
	var found *tenure
	for i, t := range tenures {
		if t.on(day) && (found == nil || t.from.After(found.from)) {
			found = &tenures[i]
		}
	}
	if found == nil {
		return nil
	}
	return found.person
}

// fields of leadership of the deputies, in turn.
var deputyFields = []string{"综合审批", "执法稽查", "质量与特种设备", "财务人事"}

func (l *loader) makePosts(ctx context.Context) error {
	l.clock = l.moment(started - 2)
	var rows []*ent.PostCreate
	var nodes []*node
	add := func(n *node, plan postPlan) *post {
		duties := fill(plan.duty, "{u}", n.plan.name)
		row := l.tx.Post.Create().SetName(plan.name).SetDuties(duties).SetKeyPost(plan.key).SetCreatedAt(l.clock).SetUpdatedAt(l.clock)
		years := 0
		if plan.key {
			years = l.between(4, 6)
			row.SetRotationYears(years)
		}
		p := &post{plan: plan, node: n, years: years}
		n.posts = append(n.posts, p)
		rows, nodes = append(rows, row), append(nodes, n)
		return p
	}
	for _, n := range l.nodes {
		if n.isBureau() {
			l.planLeaders(n, add)
			continue
		}
		add(n, postPlan{n.plan.head, "PR", true, "主持{u}全面工作,对{u}职权运行和廉政风险防控负总责。"})
		add(n, postPlan{"副" + n.plan.head, "RH", true, "协助负责人工作,分管具体业务的复核把关和内部监督。"})
		for _, plan := range profiles[n.plan.profile] {
			add(n, plan)
		}
	}
	made, err := placed(ctx, rows, nodes, func(ctx context.Context, part []*ent.PostCreate) ([]*ent.Post, error) {
		return l.tx.Post.CreateBulk(part...).Save(ctx)
	})
	if err != nil {
		return err
	}
	i := 0
	for _, n := range l.nodes {
		for _, p := range n.posts {
			// Rows were added unit by unit, in the order of the nodes.
			p.row = made[i]
			i++
		}
	}
	return nil
}

func (l *loader) planLeaders(n *node, add func(*node, postPlan) *post) {
	n.leaders = append(n.leaders, add(n, postPlan{n.plan.head, "D", true, "主持{u}全面工作,履行党风廉政建设第一责任人职责。"}))
	for i := range n.plan.deputies {
		name := "副局长(分管" + deputyFields[i%len(deputyFields)] + ")"
		n.leaders = append(n.leaders, add(n, postPlan{name, "PDRAHEI", true, "协助局长工作,对分管部门的业务和廉政风险防控承担领导责任。"}))
	}
	if strings.Contains(n.plan.head, "党组书记") {
		n.discipline = add(n, postPlan{"纪检监察组组长", "S", true, "监督{u}及所属单位权力运行,受理信访举报,提出纪检监察建议。"})
	}
	if n.parent == nil {
		add(n, postPlan{"专项工作领导小组办公室主任", "CLS", false, "组织廉政风险排查、等级评估和防控措施的汇总审核,承担领导小组日常工作。"})
	}
}

// postFor returns the post of a unit that takes steps of a letter in a power whose duties are shared out so; decisions
// are taken by the leader in charge.
func (n *node) postFor(l *loader, letter byte, so shares) *post {
	if letter == 'D' && !n.isBureau() {
		return n.bureau.leaders[1+n.turn()%n.bureau.plan.deputies]
	}
	free := n.separate(l, n.fitting(letter), letter, so)
	if len(free) == 0 {
		free = n.posts
	}
	return one(l.dice, free)
}

// fitting are the posts of a unit that take steps of a letter.
func (n *node) fitting(letter byte) []*post {
	var fit []*post
	for _, p := range n.posts {
		if strings.IndexByte(p.plan.kinds, letter) >= 0 {
			fit = append(fit, p)
		}
	}
	return fit
}

// inspectors is the post of discipline inspection of the nearest bureau that has one.
func (n *node) inspectors() *post {
	at := n.bureau
	for at.discipline == nil {
		at = at.parent
	}
	return at.discipline
}

// named returns the post of a unit with a name.
func (n *node) named(name string) *post {
	for _, p := range n.posts {
		if p.plan.name == name {
			return p
		}
	}
	panic("sample: " + n.plan.name + " has no post " + name)
}

// turn returns a department's index among those of its bureau, which
// determines the deputy who leads it.
func (n *node) turn() int {
	at := 0
	for _, sibling := range n.parent.plan.below {
		if sibling.code == n.plan.code {
			return at
		}
		if sibling.profile != "" {
			at++
		}
	}
	return at
}
