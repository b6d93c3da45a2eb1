package exchange

import (
	"context"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/form/wording"
	"sineng/server/register"
)

// measureNode is a measure for one risk point of the file.
type measureNode struct {
	row   *ent.Measure
	first *line
	risk  *riskNode

	details           register.MeasureDetails
	owner, supervisor ref
	status            *term.MeasureStatus // in the file; compared and never written
	statusLine        *line
}

// measuresOf returns the measures of a risk point that are in force or on the
// way to it, by content.
func (p *planner) measuresOf(n *riskNode) map[string]*measureNode {
	if n.measures != nil {
		return n.measures
	}
	byID := map[int64]*riskNode{}
	for _, same := range p.risksOf(n.unit) {
		for _, r := range same {
			if r.measures == nil {
				r.measures = map[string]*measureNode{}
				byID[r.id] = r
			}
		}
	}
	for _, row := range all(p, func() ([]*ent.Measure, error) {
		return p.client.Measure.Query().Where(measure.HasRiskPointsWith(riskpoint.UnitID(n.unit.id)), measure.StatusNEQ(term.MeasureStatusRetired)).
			WithRiskPoints(func(q *ent.RiskPointQuery) { q.Select(riskpoint.FieldID) }).WithOwner().WithSupervisor().Order(measure.ByID()).All(p.ctx)
	}) {
		for _, g := range row.Edges.RiskPoints {
			if r := byID[g.ID]; r != nil && r.measures[identity(row.Content)] == nil {
				r.measures[identity(row.Content)] = measureOf(row, r)
			}
		}
	}
	return n.measures
}

func measureOf(row *ent.Measure, r *riskNode) *measureNode {
	m := &measureNode{row: row, risk: r, owner: personRef(row.OwnerID, row.Edges.Owner), supervisor: personRef(row.SupervisorID, row.Edges.Supervisor),
		details: register.MeasureDetails{Content: row.Content, Kind: row.Kind, Mechanism: row.Mechanism, Scope: row.Scope,
			DueOn: row.DueOn, Frequency: row.Frequency, Indicator: row.Indicator, Threshold: row.Threshold, RulesDocument: row.RulesDocument,
			Evidence: row.Evidence, AsksComprehensive: row.AsksComprehensive}}
	for _, g := range row.Edges.RiskPoints {
		m.details.RiskPointIds = append(m.details.RiskPointIds, g.ID)
	}
	return m
}

// planMeasureOnly plans a row of a list of measures, whose risk point must be
// in the file or the register.
func (p *planner) planMeasureOnly(r *riskRow) {
	u := p.unit(r.line, r.unit)
	if u == nil {
		return
	}
	for _, title := range measureTitles(r.title) {
		p.late(u, title)
		found := p.risksOf(u)[identity(title)]
		switch {
		case len(found) > 1:
			r.fail(fTitle, ReasonAmbiguousRisk, "有多个同名风险点,请在风险点登记表中登记该措施", "several risk points have this title; give the measure in the list of risk points")
			return
		case len(found) == 1:
			p.planMeasure(r, found[0])
			return
		}
	}
	r.fail(fTitle, ReasonUnknownRisk, "应为本单位已有的或文件中的风险点名称", "the title of a risk point of the unit, in the register or in the file")
}

// measureTitles are the titles that a row of a list of measures may mean.
func measureTitles(text string) []string {
	if parts := pathNames(text); len(parts) > 1 { // 风险点/岗位/等级 in one cell
		return []string{text, parts[0]}
	}
	return []string{text}
}

// planMeasure plans a row's measure for a risk point.
func (p *planner) planMeasure(r *riskRow, n *riskNode) {
	in := r.measure
	n.until = p.lastRow(n.unit, n.title)
	k := identity(in.content)
	m := p.measuresOf(n)[k]
	if m == nil {
		m = &measureNode{risk: n, details: register.MeasureDetails{Content: in.content}}
		m.details.Kind, m.details.Mechanism, m.details.Scope = wording.GuessMeasure(in.content)
		put(p, n.measures, k, m)
	}
	p.sayMeasure(r, m)
	p.touch(ObjectMeasure, m, &m.first, r.line)
	p.checkMeasure(r, m)
}

// sayMeasure applies a row to a measure; empty cells change nothing.
func (p *planner) sayMeasure(r *riskRow, m *measureNode) {
	in, d := r.measure, &m.details
	if in.kind != nil {
		set(p, &d.Kind, *in.kind)
	}
	if in.mechanism != nil {
		set(p, &d.Mechanism, *in.mechanism)
	}
	if in.scope != nil {
		set(p, &d.Scope, *in.scope)
	}
	if in.due != nil {
		set(p, &d.DueOn, in.due)
	}
	if in.comprehensive != nil {
		set(p, &d.AsksComprehensive, *in.comprehensive)
	}
	if in.status != nil {
		set(p, &m.status, in.status)
		set(p, &m.statusLine, r.line)
	}
	for at, text := range map[*string]string{&d.Frequency: in.frequency, &d.Indicator: in.indicator, &d.Threshold: in.threshold,
		&d.RulesDocument: in.rules, &d.Evidence: in.evidence} {
		if text != "" {
			set(p, at, text)
		}
	}
	someone := func(f field, name string, at *ref) {
		if name == "" {
			return
		}
		if q := p.person(r.line, f, name, m.risk.unit, m.risk.unit); q != nil {
			set(p, at, refTo(q, q.name))
		}
	}
	someone(fOwner, in.owner, &m.owner)
	someone(fSupervisor, in.supervisor, &m.supervisor)
}

// checkMeasure reports what the services would refuse.
func (p *planner) checkMeasure(r *riskRow, m *measureNode) {
	if m.owner.id == m.supervisor.id && m.owner.made == m.supervisor.made && (m.owner.id != 0 || m.owner.made != nil) {
		r.fail(fSupervisor, "SUPERVISES_SELF", "监督人与责任人不得为同一人", "somebody other than the owner")
		return
	}
	changed := m.row != nil && len(m.compare()) > 0
	if changed && !register.Editable(m.row.Status) {
		r.fail(fMeasure, "MEASURE_IN_FORCE", "已登记的同一措施处于“"+m.row.Status.Label("zh")+"”,内容须与其一致,或先将其转入修订",
			"the same as the registered measure, which is "+string(m.row.Status)+", or revise that first")
		return
	}
	if m.row == nil || changed {
		p.allowed(r.line, fMeasure, authz.RecordRisk, m.risk.unit, "登记防控措施", "record measures")
	}
}

// compare returns the differences between the file and an existing measure, without the
// state.
func (m *measureNode) compare() (d differences) {
	was := measureOf(m.row, m.risk)
	labelled(&d, nameMeasureKind, was.details.Kind, m.details.Kind)
	labelled(&d, nameMechanism, was.details.Mechanism, m.details.Mechanism)
	labelled(&d, nameScope, was.details.Scope, m.details.Scope)
	d.text(nameDue, dayText(was.details.DueOn), dayText(m.details.DueOn))
	d.text(nameFrequency, was.details.Frequency, m.details.Frequency)
	d.text(nameIndicator, was.details.Indicator, m.details.Indicator)
	d.text(nameThreshold, was.details.Threshold, m.details.Threshold)
	d.text(nameRules, was.details.RulesDocument, m.details.RulesDocument)
	d.text(nameEvidence, was.details.Evidence, m.details.Evidence)
	labelled(&d, nameComprehensive, yesNo(was.details.AsksComprehensive), yesNo(m.details.AsksComprehensive))
	refDiffers(&d, nameOwner, was.owner, m.owner)
	refDiffers(&d, nameSupervisor, was.supervisor, m.supervisor)
	return d
}

func (m *measureNode) settle(p *planner) outcome {
	out := outcome{created: m.row == nil, label: short(strings.ReplaceAll(m.details.Content, "\n", " ")), line: m.first}
	out.unwritten = m.remarkStatus()
	if m.row != nil {
		if out.differences = m.compare(); len(out.differences) == 0 {
			return out
		}
	}
	if m.row == nil {
		out.run = func(ctx context.Context) error { return measureNodes{m}.write(ctx, p) }
		out.together = measureNodes{m}
		return out
	}
	out.held = true
	out.run = func(ctx context.Context) error { return m.revise(ctx, p) }
	return out
}

// remarkStatus reports a state in the file that differs from the register's. A new measure is
// drafted.
func (m *measureNode) remarkStatus() bool {
	present := term.MeasureStatusDrafted
	if m.row != nil {
		present = m.row.Status
	}
	if m.status == nil || *m.status == present {
		return false
	}
	m.statusLine.remark(fStatus, ReasonStateNotWritten, "措施状态与登记不一致,未写入:登记为“"+present.Label("zh")+"”;请在系统中由有权限的人员批准、变更",
		"state not written: the register says "+present.Label("en")+"; those who may do so move it on in the program")
	return true
}

// measureNodes are new measures that are written together.
type measureNodes []*measureNode

func (all measureNodes) gather(others together) together {
	more, _ := others.(measureNodes)
	return append(more, all...)
}

func (all measureNodes) write(ctx context.Context, p *planner) error {
	in := make([]register.RecordMeasure, len(all))
	for i, m := range all {
		d := m.written()
		d.RiskPointIds = []int64{m.risk.id}
		in[i] = register.RecordMeasure{UnitID: m.risk.unit.id, Details: d}
	}
	_, err := p.register.RecordMeasures(ctx, in)
	return err
}

// revise changes a measure that was there before.
func (m *measureNode) revise(ctx context.Context, p *planner) error {
	_, err := p.register.ReviseMeasure(ctx, register.ReviseMeasure{ID: m.row.ID, ExpectedVersion: m.row.Version, Details: m.written()})
	return err
}

// written are the details as input of the service.
func (m *measureNode) written() register.MeasureDetails {
	d := m.details
	d.OwnerID, d.SupervisorID = m.owner.pointer(), m.supervisor.pointer()
	return d
}

func dayText(day *time.Time) string {
	if day == nil {
		return ""
	}
	return day.Format(time.DateOnly)
}

func (m *measureNode) open(p *planner) bool { return m.risk.open(p) }

func (m *measureNode) forget(p *planner) { m.risk.finish(p) }
