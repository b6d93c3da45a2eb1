package form

import (
	"context"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/post"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/form/wording"
	"sineng/server/register"
)

const sectionMeasures = "measures"

// readMeasures reads 表4: the measures of the unit that are not retired, except
// those that guard only risk points of persons, which belong to 表3.
func (b *book) readMeasures(ctx context.Context, client *ent.Client) error {
	measures, err := client.Measure.Query().Where(measure.UnitID(b.unit.ID), measure.StatusNEQ(term.MeasureStatusRetired)).
		WithRiskPoints(func(q *ent.RiskPointQuery) {
			q.Order(riskpoint.ByID()).WithPost().WithExposedPosts(func(q *ent.PostQuery) { q.Order(post.ByName(), post.ByID()) })
		}).Order(measure.ByID()).All(ctx)
	if err != nil {
		return err
	}
	measures = slices.DeleteFunc(measures, func(m *ent.Measure) bool { return ofPeople(m.Edges.RiskPoints) })
	risks, err := client.RiskPoint.Query().Where(riskpoint.UnitID(b.unit.ID), riskpoint.StatusIn(register.Living...), riskpoint.PersonIDIsNil()).
		Select(riskpoint.FieldID, riskpoint.FieldTitle).Order(riskpoint.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, r := range risks {
		b.addRisk(r.ID, r.Title, 0)
	}
	var people []int64
	for _, m := range measures {
		for _, r := range m.Edges.RiskPoints {
			if r.PersonID == nil {
				b.addRisk(r.ID, r.Title, 1) // retired, or of another unit
			}
		}
		for _, id := range []*int64{m.OwnerID, m.SupervisorID} {
			if id != nil {
				people = append(people, *id)
			}
		}
	}
	if err := b.addPeople(ctx, client, people, nil); err != nil {
		return err
	}
	for _, m := range measures {
		b.entries[sectionMeasures] = append(b.entries[sectionMeasures], &entry{section: sectionMeasures, key: RowKey36(m.ID), version: m.Version, cells: b.measureCells(m), row: m})
	}
	return nil
}

// ofPeople reports whether all risk points stand on persons.
func ofPeople(risks []*ent.RiskPoint) bool {
	return len(risks) > 0 && !slices.ContainsFunc(risks, func(r *ent.RiskPoint) bool { return r.PersonID == nil })
}

func (b *book) addRisk(id int64, title string, tier int) {
	b.risks.add(&thing{id: id, texts: []string{title}, tier: tier})
}

// shown splits the risk points of a measure into those that the form shows and
// the others, whose links are kept.
func (b *book) shown(m *ent.Measure) (shown []*ent.RiskPoint, others []int64) {
	for _, r := range m.Edges.RiskPoints {
		if b.risks.things[r.ID] != nil {
			shown = append(shown, r)
		} else {
			others = append(others, r.ID)
		}
	}
	return shown, others
}

// measureCells returns a measure as cells of 表4, or with fewer columns of 表3.
func (b *book) measureCells(m *ent.Measure) map[string]string {
	shown, _ := b.shown(m)
	var ids []int64
	var posts []string
	worst := term.Ungraded
	for _, r := range shown {
		ids = append(ids, r.ID)
		worst = term.Worst(worst, r.Grade)
		at := r.Edges.ExposedPosts
		if len(at) == 0 && r.Edges.Post != nil {
			at = []*ent.Post{r.Edges.Post}
		}
		for _, p := range at {
			if name := line(p.Name); !slices.Contains(posts, name) {
				posts = append(posts, name)
			}
		}
	}
	return map[string]string{
		"risks": b.risks.list(ids), "posts": strings.Join(posts, listDivider), "grade": gradeText(worst),
		"kind": m.Kind.Label("zh"), "mechanism": m.Mechanism.Label("zh"), "content": long(m.Content), "scope": m.Scope.Label("zh"),
		"rules": line(m.RulesDocument), "indicator": line(m.Indicator), "threshold": line(m.Threshold),
		"owner": b.ownerText(m.OwnerID, m.OwnerText), "supervisor": b.ownerText(m.SupervisorID, m.SupervisorText), "due": dayText(m.DueOn), "frequency": line(m.Frequency),
		"status": m.Status.Label("zh"), "evidence": line(m.Evidence), "comprehensive": boolText(m.AsksComprehensive),
	}
}

// measureWrite is what a row of measures writes to the register.
type measureWrite struct {
	row     *ent.Measure // nil for a new one
	details register.MeasureDetails
	// others are risk points that the form does not show; their links are
	// kept.
	others []int64
}

func measureOf(m *ent.Measure) register.MeasureDetails {
	return register.MeasureDetails{Content: m.Content, Kind: m.Kind, Mechanism: m.Mechanism, Scope: m.Scope, OwnerID: m.OwnerID,
		SupervisorID: m.SupervisorID, OwnerText: m.OwnerText, SupervisorText: m.SupervisorText, DueOn: m.DueOn, Frequency: m.Frequency, Indicator: m.Indicator, Threshold: m.Threshold,
		RulesDocument: m.RulesDocument, Evidence: m.Evidence, AsksComprehensive: m.AsksComprehensive}
}

// measure parses a typed row of measures; row is nil for a new one.
func (b *book) measure(row *ent.Measure, cells map[string]string, bad func(*fault.Error)) *measureWrite {
	w := &measureWrite{row: row}
	d := &w.details
	if row != nil {
		*d = measureOf(row)
		shown, others := b.shown(row)
		for _, r := range shown {
			d.RiskPointIds = append(d.RiskPointIds, r.ID)
		}
		w.others = others
	} else if b.form.PersonID != nil {
		d.OwnerID = b.form.PersonID
		d.Kind, d.Mechanism, _ = wording.GuessMeasure(cells["content"])
		d.Scope = term.MeasureScopePostSpecific
	}
	r := reader{b.layout.table(sectionMeasures).Columns, cells, bad}
	read(r, "risks", &d.RiskPointIds, func(c Column, s string) ([]int64, *fault.Error) {
		return some(c, b.risks, s, "风险点", "risk points")
	})
	read(r, "kind", &d.Kind, func(c Column, s string) (term.MeasureKind, *fault.Error) {
		return choice(c, wording.MeasureKinds.Parse, s)
	})
	read(r, "mechanism", &d.Mechanism, func(c Column, s string) (term.Mechanism, *fault.Error) { return choice(c, wording.Mechanisms.Parse, s) })
	r.text("content", &d.Content)
	read(r, "scope", &d.Scope, func(c Column, s string) (term.MeasureScope, *fault.Error) {
		return choice(c, wording.MeasureScopes.Parse, s)
	})
	r.text("rules", &d.RulesDocument)
	r.text("indicator", &d.Indicator)
	r.text("threshold", &d.Threshold)
	b.owner(r, "owner", &d.OwnerID, &d.OwnerText)
	b.owner(r, "supervisor", &d.SupervisorID, &d.SupervisorText)
	read(r, "due", &d.DueOn, day)
	r.text("frequency", &d.Frequency)
	r.text("evidence", &d.Evidence)
	read(r, "comprehensive", &d.AsksComprehensive, truth)
	if d.OwnerID != nil && d.SupervisorID != nil && *d.OwnerID == *d.SupervisorID {
		bad(fault.Bad("supervisor", "SUPERVISES_SELF", "责任人与监督人不得为同一人", "Nobody supervises themself: name another supervisor"))
	}
	return w
}
