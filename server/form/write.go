package form

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
)

// writer writes the rows of a draft into the register, one after the other.
type writer struct {
	s        *Service
	b        *book
	tx       *ent.Tx
	made     map[int64]int64 // ids of new rows by pendingID
	version  map[int64]int   // versions of duties already written
	problems []Problem
}

// all writes the rows in such an order that referenced rows exist: risk points
// before measures, removals last.
func (w *writer) all(ctx context.Context, rows []*pendingRow) error {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b *pendingRow) int { return a.rank() - b.rank() })
	for _, p := range rows {
		err := store.Try(ctx, func(ctx context.Context) error { return w.one(ctx, p) })
		if err != nil && !w.report(p, err) {
			return err
		}
	}
	return nil
}

func (p *pendingRow) rank() int {
	switch {
	case p.Removed && p.Section == sectionMeasures:
		return 2
	case p.Removed:
		return 3
	case p.Section == sectionMeasures:
		return 1
	}
	return 0
}

func (w *writer) one(ctx context.Context, p *pendingRow) error {
	switch {
	case p.Removed:
		return w.remove(ctx, p)
	case p.power != nil:
		return w.power(ctx, p)
	case p.risk != nil:
		return w.risk(ctx, p)
	default:
		return w.measure(ctx, p)
	}
}

// columnOf maps the fields of the register's inputs to columns.
var columnOf = map[string]string{
	"details.code": "code", "details.name": "name", "details.type": "type", "details.legalBases": "legal", "details.timeLimitDays": "limit",
	"details.disclosure.scope": "scope", "details.disclosure.form": "form", "details.disclosure.reason": "reason",
	"details.exercisingPostIds": "posts", "details.decisionPostId": "decision", "details.executionPostId": "execution",
	"details.supervisionPostId": "supervision", "content": "duties", "postId": "duties",
	"details.title": "title", "details.riskType": "type", "details.manifestation": "manifestation", "details.cause": "cause", "details.foundBy": "found",
	"details.powerId": "power", "details.stepKey": "power", "details.exposedPostIds": "posts", "details.exposedPersonIds": "persons",
	"details.directOwnerId": "direct", "details.departmentOwnerId": "department", "details.leaderOwnerId": "leader",
	"details.directOwnerText": "direct", "details.departmentOwnerText": "department", "details.leaderOwnerText": "leader",
	"details.ownerText": "owner", "details.supervisorText": "supervisor",
	"assessment.likelihood": "likelihood", "assessment.severity": "severity",
	"details.content": "content", "details.frequency": "frequency", "details.indicator": "indicator", "details.threshold": "threshold",
	"details.rulesDocument": "rules", "details.evidence": "evidence", "details.riskPointIds": "risks", "details.ownerId": "owner",
	"details.supervisorId": "supervisor", "details.dueOn": "due",
}

// report adds a service's refusal to the problems, at the column it is about.
// It returns false for an internal error, which is not shown to users.
func (w *writer) report(p *pendingRow, err error) bool {
	all := fault.All(err)
	for _, e := range all {
		if e.Code == fault.Internal || e.Code == fault.Unavailable {
			return false
		}
		if e.Reason == "STALE_VERSION" {
			e = fault.New(fault.Conflict, "CHANGED_MEANWHILE", "", "该行刚刚被他人修改,请刷新后核对再存入", "Somebody else has just changed the row; reload, compare and write it again")
		}
		code := ""
		for field, c := range columnOf {
			if e.Field == field || strings.HasPrefix(e.Field, field+".") {
				code = c
			}
		}
		if column(w.b.layout.table(p.Section).Columns, code).Code == "" {
			code = ""
		}
		w.problems = append(w.problems, problemAt(p.draftRow, code, e))
	}
	return len(all) > 0
}

func (w *writer) power(ctx context.Context, p *pendingRow) error {
	in := p.power
	onlyDuties := p.now != nil
	for code := range p.Cells {
		onlyDuties = onlyDuties && code == "duties"
	}
	switch {
	case p.now == nil:
		made, err := w.s.register.RegisterPower(ctx, register.RegisterPower{UnitID: w.b.unit.ID, Details: in.details})
		if err != nil {
			return err
		}
		w.made[pendingID(p.index)] = made.ID
	case !onlyDuties:
		if _, err := w.s.register.RevisePower(ctx, register.RevisePower{ID: in.row.ID, ExpectedVersion: in.row.Version, Details: in.details}); err != nil {
			return err
		}
	}
	return w.duties(ctx, in)
}

// duties writes the typed lines over the registered duties of a post, in their
// order.
func (w *writer) duties(ctx context.Context, in *powerWrite) error {
	registered := w.b.duties[in.dutiesPost]
	for i, text := range in.duties {
		if i >= len(registered) {
			order := i
			if n := len(registered); n > 0 {
				order = registered[n-1].SortOrder + 1 + i - n
			}
			if _, err := w.s.register.RecordDuty(ctx, register.RecordDuty{PostID: in.dutiesPost, Content: text, SortOrder: &order}); err != nil {
				return err
			}
			continue
		}
		d := registered[i]
		if line(d.Content) == text || w.version[d.ID] != 0 {
			continue
		}
		out, err := w.s.register.ReviseDuty(ctx, register.ReviseDuty{ID: d.ID, ExpectedVersion: d.Version, Content: text, SortOrder: d.SortOrder})
		if err != nil {
			return err
		}
		w.version[d.ID] = out.Version
	}
	return nil
}

func (w *writer) risk(ctx context.Context, p *pendingRow) error {
	in := p.risk
	reason := "填报" + w.b.layout.Number + "《" + w.b.layout.ZH + "》"
	if in.row == nil {
		made, err := w.s.register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: w.b.unit.ID, Details: in.details, Assessment: &in.inputs, Reason: reason})
		if err == nil {
			w.made[pendingID(p.index)] = made.ID
		}
		return err
	}
	version, anew := in.row.Version, false
	if in.facts {
		out, err := w.s.register.ReviseRiskPoint(ctx, register.ReviseRiskPoint{ID: in.row.ID, ExpectedVersion: version, Details: in.details})
		if err != nil {
			return err
		}
		version = out.Version
		// Who rewrites a row whose grade was decided assesses it anew by what the row says.
		anew = out.ProposedGrade == term.Ungraded && in.row.ProposedGrade != term.Ungraded
	}
	was := register.InputsOf(in.row)
	if anew || in.graded && (was == nil || *was != in.inputs) {
		_, err := w.s.register.ProposeGrade(ctx, register.ProposeGrade{RiskPointID: in.row.ID, ExpectedVersion: version, Assessment: in.inputs, Reason: reason})
		return err
	}
	return nil
}

func (w *writer) measure(ctx context.Context, p *pendingRow) error {
	in := p.measure
	d := in.details
	d.RiskPointIds = nil
	for _, id := range in.details.RiskPointIds {
		if id < 0 {
			id = w.made[id]
		}
		if id != 0 { // 0 for a row that could not be written, which is reported there
			d.RiskPointIds = append(d.RiskPointIds, id)
		}
	}
	if len(d.RiskPointIds) == 0 && len(w.problems) > 0 {
		return nil
	}
	// Links to risk points that the viewer may not see are kept.
	hidden, err := w.hidden(ctx, in.row)
	if err != nil {
		return err
	}
	d.RiskPointIds = slices.DeleteFunc(append(d.RiskPointIds, in.others...), func(id int64) bool { return slices.Contains(hidden, id) })
	if in.row == nil {
		made, err := w.s.register.RecordMeasure(ctx, register.RecordMeasure{UnitID: w.b.unit.ID, Details: d})
		if err == nil {
			w.made[pendingID(p.index)] = made.ID
		}
		return err
	}
	_, err = w.s.register.ReviseMeasure(ctx, register.ReviseMeasure{ID: in.row.ID, ExpectedVersion: in.row.Version, Details: d})
	return err
}

// hidden returns the risk points of a measure that the viewer may not see.
func (w *writer) hidden(ctx context.Context, m *ent.Measure) ([]int64, error) {
	if m == nil {
		return nil, nil
	}
	var ids []int64
	for _, r := range m.Edges.RiskPoints {
		ids = append(ids, r.ID)
	}
	seen, err := w.tx.RiskPoint.Query().Where(riskpoint.IDIn(ids...)).IDs(ctx)
	return slices.DeleteFunc(ids, func(id int64) bool { return slices.Contains(seen, id) }), err
}

// remove removes a row from the register.
func (w *writer) remove(ctx context.Context, p *pendingRow) error {
	switch row := p.row().(type) {
	case *ent.Power:
		_, err := w.s.register.RetirePower(ctx, row.ID, row.Version, w.b.today)
		return err
	case *ent.RiskPoint:
		out, err := w.s.register.RetireRiskPoint(ctx, row.ID, row.Version, w.b.draft.note(p.Section, p.Key))
		if err == nil && out.Status != term.RiskStatusRetired {
			return fault.New(fault.InvalidTransition, "NEEDS_SECOND_PERSON", "", "该风险点已提请会签或列入会议议程,撤销须另一人确认,请在该风险点页面提请撤销",
				"The risk point was endorsed or put on an agenda, so that retiring it takes a second person: begin it on the page of the risk point")
		}
		if fault.Is(err, fault.Forbidden) {
			return fault.New(fault.Forbidden, "DECIDED_BY_TIER", "", fmt.Sprintf("该风险点已审定为 %s 级,须由有权审定该等级的层级撤销", row.Grade),
				fmt.Sprintf("The risk point is graded %s: it is retired by the tier that decides that grade", row.Grade))
		}
		return err
	case *ent.Measure:
		if row.Status == term.MeasureStatusDrafted || row.Status == term.MeasureStatusRevised {
			// Whoever drafts the form may retire what is not in force.
			ctx = w.temporarilyGranted(ctx, authz.ApproveMeasure)
		}
		_, err := w.s.register.AdvanceMeasure(ctx, register.AdvanceMeasure{ID: row.ID, ExpectedVersion: row.Version, Action: register.Retire})
		if fault.Is(err, fault.Forbidden) {
			return fault.New(fault.Forbidden, "MEASURE_IN_FORCE", "", "措施当前状态为“"+row.Status.Label("zh")+"”,须由有权批准措施的负责人停用",
				"The measure is "+row.Status.Label("en")+": it is retired by those who approve measures")
		}
		return err
	}
	return nil
}

func (w *writer) temporarilyGranted(ctx context.Context, action authz.Action) context.Context {
	v := viewer.FromContext(ctx)
	if v.System || authz.May(v, action, org.LevelsOf(w.b.unit)) {
		return ctx
	}
	return authz.GrantTemporarily(ctx, viewer.Root{ID: w.b.unit.ID, Level: w.b.unit.Level}, w.b.form.ID, action)
}
