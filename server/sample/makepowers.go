package sample

import (
	"context"
	"fmt"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/process"
	"sineng/server/register"
)

// power is a power with the steps of its process.
type power struct {
	row    *ent.Power
	plan   powerPlan
	steps  []stepPlan
	posts  []*post // posts of its steps
	mapped bool    // whether its process was saved
}

// undrawn is a power without a process, for the account of a head of department to draw: the first of theirs.
const undrawn = "DJ-02 lic-special-make"

func (l *loader) makePowers(ctx context.Context) error {
	count := map[string]int{}
	for _, n := range l.nodes {
		for _, key := range strings.Fields(n.plan.powers) {
			plan, ok := catalogue[key]
			if !ok {
				return fmt.Errorf("sample: no power %s", key)
			}
			count[n.plan.code]++
			p := &power{plan: plan}
			n.powers = append(n.powers, p)
			if err := l.makePower(ctx, n, p, count[n.plan.code]); err != nil {
				return fmt.Errorf("power %s of %s: %w", key, n.plan.name, err)
			}
		}
	}
	return nil
}

func (l *loader) makePower(ctx context.Context, n *node, p *power, number int) (err error) {
	l.clock = l.moment(l.between(started-40, started-12))
	var edges []edgePlan
	p.steps, edges = parseFlow(flows[p.plan.flow])
	posts := map[int64]bool{}
	details := register.PowerDetails{
		Code: fmt.Sprintf("%s-%s%02d", n.plan.code, p.plan.kind[:2], number), Name: p.plan.name, Type: p.plan.kind,
		LegalBases: legalBases(p.plan.bases), Discretion: p.plan.discretion, Frequency: p.plan.frequency, Disclosure: l.disclosure(p.plan),
	}
	if list := notes[p.plan.discretion]; list != nil {
		details.DiscretionNote = one(l.dice, list)
	}
	if p.plan.days > 0 {
		details.TimeLimitDays = &p.plan.days
	}
	key := n.plan.code + " " + p.plan.key
	so := shares{}
	for _, st := range p.steps {
		at := n.postFor(l, st.letter, so)
		if name := cases[key][string(st.letter)]; name != "" {
			at = n.named(name)
		}
		so.take(at, st.letter, l.daysAgo(0))
		p.posts = append(p.posts, at)
		if !posts[at.row.ID] {
			posts[at.row.ID] = true
			details.ExercisingPostIds = append(details.ExercisingPostIds, at.row.ID)
		}
	}
	decision, execution, supervision := n.postFor(l, 'D', so).row.ID, n.postFor(l, 'E', so).row.ID, n.postFor(l, 'S', so).row.ID
	if key == threeInOne {
		execution, supervision = decision, decision
	}
	details.DecisionPostID, details.ExecutionPostID, details.SupervisionPostID = &decision, &execution, &supervision
	if p.row, err = l.register.RegisterPower(ctx, register.RegisterPower{UnitID: n.unit.ID, Details: details}); err != nil {
		return err
	}
	_, always := cases[key]
	if p.mapped = (l.chance(82) || always) && key != undrawn; !p.mapped {
		return nil
	}
	l.clock = l.after(l.clock, 2, 15)
	return l.makeProcess(ctx, p, edges)
}

func (l *loader) makeProcess(ctx context.Context, p *power, edges []edgePlan) error {
	in := process.Save{PowerID: p.row.ID}
	for i, st := range p.steps {
		step := &process.Step{Key: st.key, Name: st.name, Kind: stepKinds[st.letter], PostID: &p.posts[i].row.ID, Discretion: discretionOf(p.plan, p.steps, i)}
		if st.days > 0 {
			step.TimeLimitDays = &st.days
		}
		in.Steps = append(in.Steps, step)
	}
	for _, e := range edges {
		in.Edges = append(in.Edges, &process.Edge{FromKey: e.from, ToKey: e.to, Condition: e.condition})
	}
	_, err := l.processes.Save(ctx, in)
	return err
}

func legalBases(text string) []term.LegalBasis {
	var out []term.LegalBasis
	for _, basis := range strings.Split(text, "|") {
		parts := strings.SplitN(basis, ":", 3)
		out = append(out, term.LegalBasis{Law: laws[parts[0]], Article: parts[1], Text: parts[2]})
	}
	return out
}

func (l *loader) disclosure(p powerPlan) *register.Disclosure {
	switch p.disclosure {
	case 'P':
		return &register.Disclosure{Scope: "向社会公开", Form: one(l.dice, []string{"门户网站、政务服务平台", "门户网站、办事大厅公示栏", "企业信用信息公示系统", "政府采购网、门户网站"})}
	case 'A':
		return &register.Disclosure{Scope: "向当事人公开", Form: one(l.dice, []string{"书面告知、短信通知", "送达文书、窗口查询", "电话答复并记录"}),
			Reason: "涉及当事人商业信息或者个人信息,不向社会公开办理过程。"}
	case 'S':
		return &register.Disclosure{Scope: "不公开", Reason: "涉及国家秘密、工作秘密或者举报人信息,公开可能造成泄密。"}
	default:
		return &register.Disclosure{Scope: "单位内部公开", Form: one(l.dice, []string{"内网公示", "公示栏", "职工大会通报"}),
			Reason: "属于内部管理事项,按规定在一定范围内公开。"}
	}
}
