package exchange

import (
	"context"
	"regexp"
	"slices"
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

// measureNode is a measure for a risk point of the file.
type measureNode struct {
	row   *ent.Measure
	first *line
	risk  *riskNode
	also  []*riskNode // that the file names beside it, and the register does not

	details           register.MeasureDetails
	owner, supervisor owned
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
	m := &measureNode{row: row, risk: r, owner: owned{personRef(row.OwnerID, row.Edges.Owner), row.OwnerText},
		supervisor: owned{personRef(row.SupervisorID, row.Edges.Supervisor), row.SupervisorText},
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
	if r.title == "" && !p.fencesRetired(u, r.measure.content) {
		r.needed(fTitle, longestText)
		return
	}
	risks, problem := p.risksNamed(u, r.title)
	switch {
	case problem == ReasonAmbiguousRisk:
		r.fail(fTitle, problem, "有多个同名风险点,请在风险点登记表中登记该措施", "several risk points have this title; give the measure in the list of risk points")
	case problem != "" && p.fencesRetired(u, r.measure.content):
		r.line.tell(ToldPassed, fTitle, r.title, "登记的措施所对应的风险点已撤销,未作改动", "the registered measure is for a retired risk point, nothing was changed")
	case problem != "":
		r.fail(fTitle, problem, "应为本单位已有的或文件中的风险点名称,多个之间用顿号分开", "titles of risk points of the unit, in the register or in the file, parted by 、")
	default:
		p.planMeasure(r, risks[0], risks[1:]...)
	}
}

// risksNamed are the risk points that a cell of a list of measures names: one, or several parted by
// marks, which may also be parts of a title.
func (p *planner) risksNamed(u *unitNode, text string) (out []*riskNode, problem string) {
	find := func(title string) []*riskNode {
		p.late(u, title)
		if found := p.risksOf(u)[titleIdentity(title)]; len(found) > 0 {
			return spelled(found, title, func(n *riskNode) string { return oneLine(n.title) })
		}
		for _, same := range p.risksOf(u) {
			if n := numbered(same, title, func(n *riskNode) (int64, string) { return n.id, n.title }); n != nil {
				return []*riskNode{n}
			}
		}
		return nil
	}
	for _, title := range oneTitle(text) {
		switch found := find(title); {
		case len(found) > 1:
			return nil, ReasonAmbiguousRisk
		case len(found) == 1:
			return found, ""
		}
	}
	parts := titleParts.Split(text, mostTitles+1)
	for i := 0; i < len(parts) && len(parts) <= mostTitles; {
		next := i
		for j := len(parts); j > i && next == i; j-- {
			switch found := find(strings.Join(parts[i:j], "、")); {
			case len(found) > 1:
				return nil, ReasonAmbiguousRisk
			case len(found) == 1:
				out, next = append(out, found[0]), j
			}
		}
		if next == i {
			return nil, ReasonUnknownRisk
		}
		i = next
	}
	if len(out) == 0 {
		return nil, ReasonUnknownRisk
	}
	return out, ""
}

// fencesRetired reports whether the register has a measure of a content for a risk point of a unit
// that is retired.
func (p *planner) fencesRetired(u *unitNode, content string) bool {
	if u.row == nil {
		return false
	}
	if u.fencedRetired == nil {
		u.fencedRetired = map[string]bool{}
		for _, row := range all(p, func() ([]*ent.Measure, error) {
			return p.client.Measure.Query().Where(measure.HasRiskPointsWith(riskpoint.UnitID(u.id), riskpoint.StatusEQ(term.RiskStatusRetired))).All(p.ctx)
		}) {
			u.fencedRetired[identity(row.Content)] = true
		}
	}
	return u.fencedRetired[identity(content)]
}

// mostTitles is the greatest number of titles that are looked for in a cell.
const mostTitles = 12

var titleParts = regexp.MustCompile(`\s*[、;;\n]\s*`)

// oneTitle are the titles that a cell of a list of measures means where it names one risk point.
func oneTitle(text string) []string {
	if parts := pathNames(text); len(parts) > 1 { // 风险点/岗位/等级 in one cell
		return []string{text, parts[0]}
	}
	return []string{text}
}

// measureTitles are all titles that a cell of a list of measures may mean.
func measureTitles(text string) []string {
	out := oneTitle(text)
	if name, _, ok := wording.NumberOf(text); ok {
		out = append(out, name)
	}
	if parts := titleParts.Split(text, mostTitles+1); len(parts) > 1 && len(parts) <= mostTitles {
		for i := range parts {
			for j := i + 1; j <= len(parts); j++ {
				out = append(out, strings.Join(parts[i:j], "、"))
			}
		}
	}
	return out
}

// planMeasure plans a row's measure for a risk point, and for others that it fences too.
func (p *planner) planMeasure(r *riskRow, n *riskNode, others ...*riskNode) {
	in := r.measure
	n.until = p.lastRow(n.unit, n.title)
	k := identity(in.content)
	m := p.measuresOf(n)[k]
	if m == nil {
		m = &measureNode{risk: n, details: register.MeasureDetails{Content: in.content}}
		m.details.Kind, m.details.Mechanism, m.details.Scope = wording.GuessMeasure(in.content)
		put(p, n.measures, k, m)
	}
	for _, o := range others {
		o.until = p.lastRow(o.unit, o.title)
		if !slices.Contains(m.also, o) && (o.id == 0 || !slices.Contains(m.details.RiskPointIds, o.id)) {
			extend(p, &m.also, o)
		}
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
		if text != "" && oneLine(*at) != oneLine(text) { // forms print several lines as one
			set(p, at, text)
		}
	}
	someone := func(f field, named ownerText, at *owned) {
		if named.empty() {
			return
		}
		if to, ok := p.ownerOf(r.line, f, named, m.risk.unit, m.risk.unit, "", false); ok {
			set(p, at, to)
		}
	}
	someone(fOwner, in.owner, &m.owner)
	someone(fSupervisor, in.supervisor, &m.supervisor)
}

// checkMeasure reports what the services would refuse.
func (p *planner) checkMeasure(r *riskRow, m *measureNode) {
	if sameObject(m.owner.person, m.supervisor.person) && m.owner.person != (ref{}) {
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
	for _, o := range m.also {
		d.text(nameRisks, "", o.title)
	}
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
	ownerDiffers(&d, nameOwner, was.owner, m.owner)
	ownerDiffers(&d, nameSupervisor, was.supervisor, m.supervisor)
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
		d.RiskPointIds = append([]int64{m.risk.id}, d.RiskPointIds...)
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
	d.OwnerID, d.SupervisorID = m.owner.person.pointer(), m.supervisor.person.pointer()
	d.OwnerText, d.SupervisorText = m.owner.text, m.supervisor.text
	d.RiskPointIds = slices.Clone(d.RiskPointIds)
	for _, o := range m.also {
		d.RiskPointIds = append(d.RiskPointIds, o.id)
	}
	return d
}

func dayText(day *time.Time) string {
	if day == nil {
		return ""
	}
	return day.Format(time.DateOnly)
}

func (m *measureNode) open(p *planner) bool {
	return m.risk.open(p) || slices.ContainsFunc(m.also, func(o *riskNode) bool { return o.open(p) })
}

func (m *measureNode) forget(p *planner) {
	m.risk.finish(p)
	for _, o := range m.also {
		o.finish(p)
	}
}
