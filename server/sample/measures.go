package sample

import (
	"context"
	"slices"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/register"
)

// fence is a measure to be recorded.
type fence struct {
	node    *node
	risks   []*risk
	plan    measurePlan
	final   term.MeasureStatus
	made    time.Time
	changed time.Time // when it was approved, or ended
	detail  register.MeasureDetails
	row     *ent.Measure
}

func (l *loader) planMeasures(context.Context) error {
	byNode := map[*node][]*risk{}
	for _, r := range l.risks {
		r.open = r.grade == term.GradeA && l.chance(13)
		byNode[r.node] = append(byNode[r.node], r)
	}
	for _, n := range l.nodes {
		for _, r := range byNode[n] {
			for range l.wanted(r) {
				l.planMeasure(r, byNode[n])
			}
			if r.open && l.chance(35) { // one is drafted, none in force
				l.planMeasure(r, nil)
			}
		}
	}
	return nil
}

// wanted returns how many measures are first made for a risk point.
func (l *loader) wanted(r *risk) int {
	switch {
	case r.open:
		return 0
	case r.grade == term.GradeA:
		return l.between(2, 3)
	case r.grade == term.GradeB:
		return []int{0, 1, 2}[l.weighted(32, 60, 8)]
	case r.grade == term.GradeC:
		return []int{0, 1}[l.weighted(50, 50)]
	}
	return l.weighted(75, 25)
}

func (l *loader) planMeasure(first *risk, neighbours []*risk) {
	f := &fence{node: first.node, risks: []*risk{first}, made: first.made}
	for range l.weighted(62, 22, 11, 5) {
		if len(neighbours) == 0 {
			break
		}
		if other := one(l.dice, neighbours); !other.open && other.grade != term.Ungraded && !slices.Contains(f.risks, other) {
			f.risks = append(f.risks, other)
			if other.made.After(f.made) {
				f.made = other.made
			}
		}
	}
	f.made = l.after(f.made, 6, 50)
	for try := 0; ; try++ {
		f.plan = one(l.dice, measurePlans)
		if !f.plan.suits(first) {
			continue
		}
		f.detail.Content = l.text(f, f.plan.content)
		if !l.measured[f.node.plan.code+f.detail.Content] || try > 60 {
			break
		}
	}
	l.measured[f.node.plan.code+f.detail.Content] = true
	l.detail(f)
	l.fences = append(l.fences, f)
}

func (l *loader) text(f *fence, text string) string {
	if first := f.risks[0]; first.power == nil {
		return fill(text, "{o}", "日常履职", "{s}", "履职用权", "{m}", "工作记录", "{t}", "管理服务对象", "{w}", first.post.plan.name, "{u}", f.node.plan.name)
	}
	slots := slices.Clone(f.risks[0].slots)
	if f.risks[0].step < 0 {
		slots[3] = "审核把关" // of {s}
	}
	return fill(text, slots...)
}

// suits reports whether a measure makes sense for a risk point: inside the
// bodies there is no public to inform.
func (m measurePlan) suits(r *risk) bool {
	switch {
	case r.power == nil:
		return m.kind != dis && !strings.Contains(m.content, "{o}流程") && !strings.Contains(m.content, "{m}")
	case r.power.plan.inner():
		return !strings.Contains(m.content, "门户网站") && !strings.Contains(m.content, "{t}")
	}
	return true
}

func (l *loader) detail(f *fence) {
	d := &f.detail
	first := f.risks[0]
	d.Kind, d.Mechanism, d.Scope = f.plan.kind, f.plan.mechanism, term.MeasureScopePostSpecific
	if len(f.risks) > 2 || l.chance(30) {
		d.Scope = term.MeasureScopeGeneral
	}
	if first.open {
		f.final = term.MeasureStatusDrafted
	} else {
		f.final = []term.MeasureStatus{term.MeasureStatusActive, term.MeasureStatusEffective, term.MeasureStatusApproved, term.MeasureStatusDrafted,
			term.MeasureStatusIneffective, term.MeasureStatusRevised, term.MeasureStatusRetired}[l.weighted(50, 30, 4, 6, 6, 2, 2)]
	}
	direct, department, leader := first.details.DirectOwnerID, first.details.DepartmentOwnerID, first.details.LeaderOwnerID
	d.OwnerID, d.SupervisorID = direct, department
	if l.chance(25) {
		d.OwnerID, d.SupervisorID = department, leader
	}
	d.Frequency, d.Indicator, d.Threshold = f.plan.frequency, f.plan.indicator, f.plan.threshold
	if l.chance(80) {
		d.RulesDocument = l.text(f, f.plan.document)
	}
	if l.chance(45) {
		due := l.daysAgo(-l.between(10, 240))
		if l.chance(14) || f.final == term.MeasureStatusEffective {
			due = l.daysAgo(l.between(3, 90)) // overdue unless it was found effective
		}
		d.DueOn = &due
	}
	d.AsksComprehensive = first.grade == term.GradeA && l.chance(18)
	if f.final == term.MeasureStatusActive && l.chance(30) {
		d.Evidence = one(l.dice, evidences)
	}
}

// makeMeasures records the measures in batches, in their state before they
// take effect; later changes go through the register, which maintains the
// counts.
func (l *loader) makeMeasures(ctx context.Context) error {
	var rows []*ent.MeasureCreate
	var nodes []*node
	for _, f := range l.fences {
		d, status, changes := f.detail, f.final, 0
		switch f.final {
		case term.MeasureStatusActive, term.MeasureStatusEffective:
			status, changes = term.MeasureStatusApproved, 1
		case term.MeasureStatusApproved:
			changes = 1
		case term.MeasureStatusIneffective:
			changes, d.Evidence = 3, one(l.dice, ineffectives)
		case term.MeasureStatusRevised, term.MeasureStatusRetired:
			changes, d.Evidence = 4, one(l.dice, ineffectives)
		}
		changed := f.made
		for range changes {
			changed = l.after(changed, 3, 25)
		}
		f.changed = changed
		row := l.tx.Measure.Create().SetContent(d.Content).SetKind(d.Kind).SetMechanism(d.Mechanism).SetScope(d.Scope).
			SetOwnerID(*d.OwnerID).SetSupervisorID(*d.SupervisorID).SetNillableDueOn(d.DueOn).SetFrequency(d.Frequency).
			SetIndicator(d.Indicator).SetThreshold(d.Threshold).SetRulesDocument(d.RulesDocument).SetEvidence(d.Evidence).
			SetAsksComprehensive(d.AsksComprehensive).SetCreatedAt(f.made).SetUpdatedAt(changed).SetVersion(1 + changes)
		register.EnterMeasure(row.Mutation(), status)
		for _, r := range f.risks {
			row.AddRiskPointIDs(r.row.ID)
		}
		rows, nodes = append(rows, row), append(nodes, f.node)
	}
	made, err := placed(ctx, rows, nodes, func(ctx context.Context, part []*ent.MeasureCreate) ([]*ent.Measure, error) {
		return l.tx.Measure.CreateBulk(part...).Save(ctx)
	})
	for i, row := range made {
		l.fences[i].row = row
		l.life(l.fences[i])
	}
	return err
}

// life plans how a measure is put in force and found effective.
func (l *loader) life(f *fence) {
	if f.final != term.MeasureStatusActive && f.final != term.MeasureStatusEffective {
		return
	}
	active := l.after(f.changed, 2, 20)
	l.at(active, func(ctx context.Context) error { return l.advance(ctx, f, register.Activate, nil) })
	if f.final == term.MeasureStatusEffective {
		evidence := one(l.dice, evidences)
		l.at(l.after(active, 60, 130), func(ctx context.Context) error { return l.advance(ctx, f, register.FindEffective, &evidence) })
	}
}

func (l *loader) advance(ctx context.Context, f *fence, action register.MeasureAction, evidence *string) error {
	row, err := l.register.AdvanceMeasure(l.approver(ctx, f.node, l.clock),
		register.AdvanceMeasure{ID: f.row.ID, ExpectedVersion: f.row.Version, Action: action, Evidence: evidence})
	if err == nil {
		f.row = row
	}
	return err
}
