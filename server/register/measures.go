package register

import (
	"context"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/predicate"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/search"
	"sineng/server/store"
)

// MeasureDetails are the recorded details of a measure.
type MeasureDetails struct {
	Content      string
	Kind         term.MeasureKind
	Mechanism    term.Mechanism
	Scope        term.MeasureScope
	OwnerID      *int64
	SupervisorID *int64
	// Owner and supervisor as written, where they are a post, a department or several people and not one person.
	OwnerText, SupervisorText string
	DueOn                     *time.Time
	Frequency                 string
	Indicator                 string
	Threshold                 string
	RulesDocument             string
	Evidence                  string
	AsksComprehensive         bool
	RiskPointIds              []int64
}

// RecordMeasure is the input of Service.RecordMeasure.
type RecordMeasure struct {
	UnitID  int64
	Details MeasureDetails
}

// ReviseMeasure is the input of Service.ReviseMeasure.
type ReviseMeasure struct {
	ID              int64
	ExpectedVersion int
	Details         MeasureDetails
}

// AdvanceMeasure is the input of Service.AdvanceMeasure.
type AdvanceMeasure struct {
	ID              int64
	ExpectedVersion int
	Action          MeasureAction
	Evidence        *string // replaces the evidence when given
}

// RecordMeasure drafts a measure.
func (s *Service) RecordMeasure(ctx context.Context, in RecordMeasure) (*ent.Measure, error) {
	made, err := s.RecordMeasures(ctx, []RecordMeasure{in})
	if err != nil {
		return nil, err
	}
	return made[0], nil
}

// RecordMeasures is RecordMeasure for several measures, all or none; their number does not change
// the number of statements but for their length. An error does not say of which of them it is.
func (s *Service) RecordMeasures(ctx context.Context, all []RecordMeasure) ([]*ent.Measure, error) {
	details, units := make([]MeasureDetails, len(all)), make([]int64, len(all))
	for i, in := range all {
		if err := in.Details.validate(); err != nil {
			return nil, err
		}
		details[i], units[i] = in.Details, in.UnitID
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) ([]*ent.Measure, error) {
		held, err := org.HoldAll(ctx, s.store, tx, units, authz.RecordRisk, "unitId")
		if err != nil {
			return nil, err
		}
		if err := checkMeasures(ctx, tx, details); err != nil {
			return nil, err
		}
		now := s.store.Now()
		creates := make([]*ent.MeasureCreate, len(all))
		for i, in := range all {
			creates[i] = tx.Measure.Create().SetCreatedAt(now).SetUpdatedAt(now).
				SetNillableDraftedBy(authorOf(ctx)).AddRiskPointIDs(distinct(in.Details.RiskPointIds)...)
			EnterMeasure(creates[i].Mutation(), term.MeasureStatusDrafted)
			in.Details.write(creates[i].Mutation())
			if err := org.Place(creates[i].Mutation(), held[in.UnitID]); err != nil {
				return nil, err
			}
		}
		made, err := tx.Measure.CreateBulk(creates...).Save(ctx)
		if err != nil {
			return nil, err
		}
		events := make([]audit.Event, len(made))
		for i, m := range made {
			events[i] = audit.Event{Action: term.AuditActionRecordMeasure, Right: authz.RecordRisk, At: m.Levels(), Object: m.ID, Rows: []int64{m.ID}}
		}
		return made, audit.AppendAll(ctx, s.store, events)
	})
}

// ReviseMeasure changes a measure that is not yet in force. An approved measure must then be
// approved again.
func (s *Service) ReviseMeasure(ctx context.Context, in ReviseMeasure) (*ent.Measure, error) {
	if err := in.Details.validate(); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionReviseMeasure, Right: authz.RecordRisk}, func(ctx context.Context, tx *ent.Tx) (*ent.Measure, error) {
		m, err := s.holdMeasure(ctx, tx, in.ID, authz.RecordRisk)
		if err != nil {
			return nil, err
		}
		if !Editable(m.Status) {
			return nil, fault.New(fault.InvalidTransition, "MEASURE_IN_FORCE", "id",
				"措施当前状态为“"+m.Status.Label("zh")+"”,不能直接修改,请先转入修订",
				"A measure that is "+string(m.Status)+" cannot be rewritten; revise it first")
		}
		if err := checkMeasures(ctx, tx, []MeasureDetails{in.Details}); err != nil {
			return nil, err
		}
		seen, err := m.QueryRiskPoints().IDs(ctx)
		if err != nil {
			return nil, err
		}
		cut, made := linkChange(seen, in.Details.RiskPointIds)
		update := tx.Measure.UpdateOne(m).Where(measure.Version(in.ExpectedVersion)).AddVersion(1).SetUpdatedAt(s.store.Now()).
			ClearRevisedBy().SetNillableRevisedBy(authorOf(ctx)).RemoveRiskPointIDs(cut...).AddRiskPointIDs(made...)
		EnterMeasure(update.Mutation(), Rewritten(m.Status))
		if in.Details.AsksComprehensive && !m.AsksComprehensive {
			EnterComprehensive(update.Mutation(), nil)
			update.SetComprehensiveText("").ClearComprehensiveMeetingID()
		}
		in.Details.write(update.Mutation())
		out, err := update.Save(ctx)
		return out, org.Stale(err)
	})
}

// AdvanceMeasure moves a measure to its next state and updates which of its risk points are
// controlled, and the counts. Nobody approves their own work.
func (s *Service) AdvanceMeasure(ctx context.Context, in AdvanceMeasure) (*ent.Measure, error) {
	if in.Evidence != nil {
		if bad := length("evidence", *in.Evidence, 0, 4000, "佐证", "The evidence"); bad != nil {
			return nil, bad
		}
	}
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionAdvanceMeasure, Right: authz.ApproveMeasure}, func(ctx context.Context, tx *ent.Tx) (*ent.Measure, error) {
		m, err := s.holdMeasure(ctx, tx, in.ID, authz.ApproveMeasure)
		if err != nil {
			return nil, err
		}
		own, err := selfReview(ctx, tx, m.DraftedBy, m.RevisedBy)
		if err != nil {
			return nil, err
		}
		if _, err := NextMeasure(m.Status, in.Action); err != nil {
			return nil, err
		}
		if err := validateStep(in.Action, own); err != nil {
			return nil, err
		}
		if m.Version != in.ExpectedVersion {
			return nil, fault.Stale()
		}
		return s.advance(ctx, tx, m, in.Action, in.Evidence)
	})
}

// FindEffect moves a measure to what a check of its effect found, where that is not known of it already. Whoever made the check was
// asked to, so that no right is asked for.
func (s *Service) FindEffect(ctx context.Context, tx *ent.Tx, m *ent.Measure, effective bool) error {
	action, is := FindIneffective, term.MeasureStatusIneffective
	if effective {
		action, is = FindEffective, term.MeasureStatusEffective
	}
	if m.Status == is {
		return nil
	}
	_, err := s.advance(everywhere(ctx), tx, m, action, nil)
	return err
}

// advance moves a measure by a step, and updates which of its risk points are controlled.
func (s *Service) advance(ctx context.Context, tx *ent.Tx, m *ent.Measure, action MeasureAction, evidence *string) (*ent.Measure, error) {
	next, err := NextMeasure(m.Status, action)
	if err != nil {
		return nil, err
	}
	update := tx.Measure.UpdateOne(m).Where(measure.Version(m.Version)).AddVersion(1).SetUpdatedAt(s.store.Now())
	EnterMeasure(update.Mutation(), next)
	if evidence != nil {
		update.SetEvidence(*evidence)
	}
	out, err := update.Save(ctx)
	if err != nil {
		return nil, org.Stale(err)
	}
	if Controls(m.Status) == Controls(next) {
		return out, nil
	}
	risks, err := tx.Measure.Query().Where(measure.ID(m.ID)).QueryRiskPoints().IDs(everywhere(ctx))
	if err != nil {
		return nil, err
	}
	return out, s.refreshControlled(ctx, tx, risks)
}

func (s *Service) holdMeasure(ctx context.Context, tx *ent.Tx, id int64, action authz.Action) (*ent.Measure, error) {
	m, err := tx.Measure.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, "id", "防控措施", "measure")
	}
	_, err = org.Hold(ctx, s.store, tx, m.UnitID, action, "id")
	return m, err
}

func (d MeasureDetails) validate() error {
	var bad fault.List
	bad.Add(length("details.content", strings.TrimSpace(d.Content), 1, 4000, "措施内容", "The content"))
	bad.Add(ownerLength("details.ownerText", d.OwnerText, "责任人", "The owner"))
	bad.Add(ownerLength("details.supervisorText", d.SupervisorText, "监督人", "The supervisor"))
	bad.Add(length("details.frequency", d.Frequency, 0, 200, "频次", "The frequency"))
	bad.Add(length("details.indicator", d.Indicator, 0, 500, "监测指标", "The indicator"))
	bad.Add(length("details.threshold", d.Threshold, 0, 200, "阈值", "The threshold"))
	bad.Add(length("details.rulesDocument", d.RulesDocument, 0, 500, "制度依据", "The rules document"))
	bad.Add(length("details.evidence", d.Evidence, 0, 4000, "佐证", "The evidence"))
	if len(d.RiskPointIds) == 0 {
		bad.Add(fault.Bad("details.riskPointIds", "REQUIRED", "请至少选择一个风险点", "Choose at least one risk point"))
	}
	if d.OwnerID != nil && d.SupervisorID != nil && *d.OwnerID == *d.SupervisorID {
		bad.Add(fault.Bad("details.supervisorId", "SUPERVISES_SELF", "责任人与监督人不得为同一人", "Nobody supervises themself: name another supervisor"))
	}
	return bad.Err()
}

// checkMeasures refuses measures that refer to what the viewer may not see.
func checkMeasures(ctx context.Context, tx *ent.Tx, all []MeasureDetails) error {
	var risks, people []int64
	for _, d := range all {
		risks, people = append(risks, d.RiskPointIds...), append(people, given(d.OwnerID), given(d.SupervisorID))
	}
	seen := map[int64]bool{}
	err := store.InParts(distinct(risks), func(part []int64) error {
		found, err := tx.RiskPoint.Query().Where(riskpoint.IDIn(part...)).Select(riskpoint.FieldImportID).All(ctx)
		for _, r := range found {
			seen[r.ID] = true
			store.Note(ctx, riskpoint.Table, r.ID, r.ImportID)
		}
		return err
	})
	if err != nil {
		return err
	}
	known, err := org.KnownPersons(ctx, tx.Client(), people)
	if err != nil {
		return err
	}
	for _, d := range all {
		switch {
		case !knows(seen, d.RiskPointIds...):
			return fault.MissingAt("details.riskPointIds", "风险点", "risk point")
		case !knows(known, given(d.OwnerID)):
			return fault.MissingAt("details.ownerId", "人员", "person")
		case !knows(known, given(d.SupervisorID)):
			return fault.MissingAt("details.supervisorId", "人员", "person")
		}
	}
	return nil
}

func (d MeasureDetails) write(m *ent.MeasureMutation) {
	m.SetContent(strings.TrimSpace(d.Content))
	m.SetKind(d.Kind)
	m.SetMechanism(d.Mechanism)
	m.SetScope(d.Scope)
	m.SetOwnerText(strings.TrimSpace(d.OwnerText))
	m.SetSupervisorText(strings.TrimSpace(d.SupervisorText))
	m.SetFrequency(d.Frequency)
	m.SetIndicator(d.Indicator)
	m.SetThreshold(d.Threshold)
	m.SetRulesDocument(d.RulesDocument)
	m.SetEvidence(d.Evidence)
	m.SetAsksComprehensive(d.AsksComprehensive)
	optional(d.OwnerID, m.SetOwnerID, m.ClearOwnerID)
	optional(d.SupervisorID, m.SetSupervisorID, m.ClearSupervisorID)
	optional(d.DueOn, m.SetDueOn, m.ClearDueOn)
}

// MeasureFilter narrows a list of measures.
type MeasureFilter struct {
	UnitID      *int64
	UnitOnly    *bool
	Kinds       []term.MeasureKind
	Mechanisms  []term.Mechanism
	Statuses    []term.MeasureStatus
	RiskPointID *int64
	OwnerID     *int64
	// AwaitsComprehensive selects measures that ask the leading group for a comprehensive one and
	// are not answered.
	AwaitsComprehensive *bool
	DueBefore           *time.Time
	Text                *string
}

// selections are the conditions that few measures may meet.
func (f MeasureFilter) selections() []store.Selection {
	var out []store.Selection
	by := func(id *int64, part string) {
		if id != nil {
			out = append(out, store.Selection{Parts: []string{part}, Args: []any{*id}})
		}
	}
	by(f.RiskPointID, "SELECT measure_id FROM "+measure.RiskPointsTable+" WHERE risk_point_id = ?")
	by(f.OwnerID, "SELECT id FROM measures WHERE owner_id = ?")
	if f.AwaitsComprehensive != nil && *f.AwaitsComprehensive {
		out = append(out, store.Selection{Parts: []string{"SELECT id FROM measures WHERE asks_comprehensive = TRUE"}})
	}
	if f.DueBefore != nil {
		out = append(out, store.Selection{Parts: []string{"SELECT id FROM measures WHERE due_on < ?"}, Args: []any{*f.DueBefore}})
	}
	return out
}

// Measures lists measures, the newest first.
func (s *Service) Measures(ctx context.Context, f MeasureFilter, page store.Page, with func(*ent.MeasureQuery)) (*store.Slice[*ent.Measure], error) {
	if err := authz.CheckAnywhere(ctx, authz.ReadRegister); err != nil {
		return nil, err
	}
	if err := s.checkFilter(ctx, nil, nil, []*int64{f.OwnerID}); err != nil {
		return nil, err
	}
	if f.RiskPointID != nil {
		if _, err := s.store.Reader(ctx).RiskPoint.Get(ctx, *f.RiskPointID); err != nil {
			return nil, store.OrMissing(err, "filter.riskPointId", "风险点", "risk point")
		}
	}
	q := s.store.Reader(ctx).Measure.Query()
	if err := org.Within(ctx, s.store, q, f.UnitID, f.UnitOnly); err != nil {
		return nil, err
	}
	if len(f.Kinds) > 0 {
		q.Where(measure.KindIn(f.Kinds...))
	}
	if len(f.Mechanisms) > 0 {
		q.Where(measure.MechanismIn(f.Mechanisms...))
	}
	if len(f.Statuses) > 0 {
		q.Where(measure.StatusIn(f.Statuses...))
	}
	if f.RiskPointID != nil {
		q.Where(measure.HasRiskPointsWith(riskpoint.ID(*f.RiskPointID)))
	}
	if f.OwnerID != nil {
		q.Where(measure.OwnerID(*f.OwnerID))
	}
	if f.AwaitsComprehensive != nil {
		awaits := measure.And(measure.AsksComprehensive(true), measure.ComprehensiveIsNil(), measure.StatusNEQ(term.MeasureStatusRetired))
		if !*f.AwaitsComprehensive {
			awaits = measure.Not(awaits)
		}
		q.Where(awaits)
	}
	if f.DueBefore != nil {
		q.Where(measure.DueOnLT(*f.DueBefore), measure.StatusNotIn(term.MeasureStatusEffective, term.MeasureStatusRevised, term.MeasureStatusRetired))
	}
	few, known, err := s.store.Few(ctx, f.selections()...)
	if err != nil {
		return nil, err
	}
	asked := search.Asked{Text: textOf(f.Text)}
	if known {
		q.Where(predicate.Measure(store.Among(few)))
	} else {
		asked.Words = map[string][]string{measure.FieldKind: words(f.Kinds), measure.FieldMechanism: words(f.Mechanisms), measure.FieldStatus: words(f.Statuses)}
	}
	if err := search.Narrow(ctx, s.store, q, measureTexts, asked); err != nil {
		return nil, err
	}
	return store.List(ctx, q, page, func(m *ent.Measure) int64 { return m.ID },
		[]store.Key[*ent.Measure]{store.Desc("created_at", func(m *ent.Measure) any { return m.CreatedAt })}, with)
}

// unsettle takes back what was decided of the measures of risk points whose step changed.
func (s *Service) unsettle(ctx context.Context, tx *ent.Tx, risks []int64) error {
	if len(risks) == 0 {
		return nil
	}
	measures, err := tx.Measure.Query().Where(measure.HasRiskPointsWith(riskpoint.IDIn(risks...))).Order(measure.ByID()).All(ctx)
	if err != nil {
		return err
	}
	for _, m := range measures {
		to := Unsettled(m.Status)
		if to == m.Status {
			continue
		}
		update := tx.Measure.UpdateOne(m).AddVersion(1).SetUpdatedAt(s.store.Now())
		EnterMeasure(update.Mutation(), to)
		if err := update.Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}
