package register

import (
	"context"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/measure"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/tally"
)

// RiskDetails are the recorded details of a risk point.
type RiskDetails struct {
	Title string
	// RiskTypes are its types: at least one, in any order; UNCLASSIFIED beside no other.
	RiskTypes         []term.RiskType
	Manifestation     string
	Cause             string
	FoundBy           []term.FoundBy
	PowerID           *int64
	StepKey           *string
	PostID            *int64
	PersonID          *int64
	ExposedPostIds    []int64
	ExposedPersonIds  []int64
	DirectOwnerID     *int64
	DepartmentOwnerID *int64
	LeaderOwnerID     *int64
	// Category 业务领域 is the field of business that a register sorts the risk point under, as written.
	Category string
	// The owners as written, where they are a post, a department or several people and not one person.
	DirectOwnerText     string
	DepartmentOwnerText string
	LeaderOwnerText     string
}

// RecordRiskPoint is the input of Service.RecordRiskPoint.
type RecordRiskPoint struct {
	UnitID  int64
	Details RiskDetails
	// Assessment gives the proposed grade; nil records the risk point ungraded, to be assessed by ProposeGrade.
	Assessment *GradeInputs
	Reason     string
	// PaperGrade is the decided grade in the file of an import, nil for none. It decides
	// nothing, see NotePaperGrade.
	PaperGrade *term.Grade
}

// ReviseRiskPoint is the input of Service.ReviseRiskPoint.
type ReviseRiskPoint struct {
	ID              int64
	ExpectedVersion int
	Details         RiskDetails
}

// RecordRiskPoint adds a risk point with its proposed grade, or ungraded. What it says of its recording is an
// assessment: a proposal, or, without a grade, a recording, so that whoever wrote it decides no grade of it.
func (s *Service) RecordRiskPoint(ctx context.Context, in RecordRiskPoint) (*ent.RiskPoint, error) {
	made, err := s.RecordRiskPoints(ctx, []RecordRiskPoint{in})
	if err != nil {
		return nil, err
	}
	return made[0], nil
}

// RecordRiskPoints is RecordRiskPoint for several risk points, all or none; their number does not
// change the number of statements but for their length. An error does not say of which of them it
// is.
func (s *Service) RecordRiskPoints(ctx context.Context, all []RecordRiskPoint) ([]*ent.RiskPoint, error) {
	details, units := make([]RiskDetails, len(all)), make([]int64, len(all))
	for i, in := range all {
		var bad fault.List
		in.Details.validate(&bad)
		if in.Assessment != nil {
			in.Assessment.validate(&bad, "assessment.")
		}
		if err := bad.Err(); err != nil {
			return nil, err
		}
		details[i], units[i] = in.Details, in.UnitID
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) ([]*ent.RiskPoint, error) {
		held, err := org.HoldAll(ctx, s.store, tx, units, authz.RecordRisk, "unitId")
		if err != nil {
			return nil, err
		}
		known, recipes, err := s.lookUpAll(ctx, tx, details, held)
		if err != nil {
			return nil, err
		}
		now := s.store.Now()
		creates, entries := make([]*ent.RiskPointCreate, len(all)), make([]assessment, len(all))
		for i, in := range all {
			found, err := known.of(ctx, in.Details, in.UnitID)
			if err != nil {
				return nil, err
			}
			create := tx.RiskPoint.Create().SetCreatedAt(now).SetUpdatedAt(now).SetNillablePaperGrade(in.PaperGrade).
				AddExposedPostIDs(distinct(in.Details.ExposedPostIds)...).AddExposedPersonIDs(distinct(in.Details.ExposedPersonIds)...)
			in.Details.write(create.Mutation(), found)
			if in.Assessment != nil {
				in.Assessment.write(create.Mutation())
			}
			entries[i] = recording(recipes[in.UnitID], in)
			to, err := NextRisk(RiskState{}, RiskRecord, entries[i].grade, Assessor)
			if err != nil {
				return nil, err
			}
			enterRisk(create.Mutation(), RiskState{}, to)
			if err := org.Place(create.Mutation(), held[in.UnitID]); err != nil {
				return nil, err
			}
			creates[i] = create
		}
		made, err := tx.RiskPoint.CreateBulk(creates...).Save(ctx)
		if err != nil {
			return nil, err
		}
		if err := tally.Added(ctx, tx, made...); err != nil {
			return nil, err
		}
		_, err = s.assessAll(ctx, tx, made, entries)
		return made, err
	})
}

// recording is the assessment that a risk point is recorded with.
func recording(recipe Recipe, in RecordRiskPoint) assessment {
	outcome, kind, rule, version := recipe.GradeOf(in.Assessment), term.AssessmentKindProposal, recipe.Name, recipe.Version
	if in.Assessment == nil {
		kind, rule, version = term.AssessmentKindRecording, RuleRecording, 1
	}
	return assessment{entry: term.AuditActionRecordRiskPoint, kind: kind, action: authz.RecordRisk,
		grade: outcome.Grade, computed: outcome.Grade, rule: rule, version: version, clause: outcome.Clause, reason: in.Reason}
}

// ReviseRiskPoint changes the details of a risk point, not its grade. Rewriting the text on which
// a decided, endorsed or tabled grade stands voids what was decided on it, see rewrite.
func (s *Service) ReviseRiskPoint(ctx context.Context, in ReviseRiskPoint) (*ent.RiskPoint, error) {
	var bad fault.List
	in.Details.validate(&bad)
	if err := bad.Err(); err != nil {
		return nil, err
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.RiskPoint, error) {
		r, err := s.holdRisk(ctx, tx, in.ID, org.Hold, authz.RecordRisk, "id")
		if err != nil {
			return nil, err
		}
		found, err := s.lookUp(ctx, tx, in.Details, r.UnitID)
		if err != nil {
			return nil, err
		}
		posts, err := r.QueryExposedPosts().IDs(ctx)
		if err != nil {
			return nil, err
		}
		persons, err := r.QueryExposedPersons().IDs(ctx)
		if err != nil {
			return nil, err
		}
		cutPosts, newPosts := linkChange(posts, in.Details.ExposedPostIds)
		cutPersons, newPersons := linkChange(persons, in.Details.ExposedPersonIds)
		change := func(m *ent.RiskPointMutation) {
			m.RemoveExposedPostIDs(cutPosts...)
			m.AddExposedPostIDs(newPosts...)
			m.RemoveExposedPersonIDs(cutPersons...)
			m.AddExposedPersonIDs(newPersons...)
			in.Details.write(m, found)
		}
		if in.Details.rewrites(r, found) {
			return s.rewrite(ctx, tx, r, in.ExpectedVersion, change)
		}
		to, err := NextRisk(RiskStateOf(r), RiskRevise, term.Ungraded, Assessor)
		if err != nil {
			return nil, err
		}
		out, err := s.moveRisk(ctx, tx, r, in.ExpectedVersion, to, change)
		if err != nil {
			return nil, err
		}
		return out, s.logRevision(ctx, out)
	})
}

// logRevision notes a revision in the log.
func (s *Service) logRevision(ctx context.Context, r *ent.RiskPoint) error {
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionReviseRiskPoint, Right: authz.RecordRisk, At: tally.LevelsOf(r), Object: r.ID})
}

// holdUnit is org.Hold, or org.HoldToEnd for a write that is allowed on a closed unit too.
type holdUnit func(ctx context.Context, s *store.Store, tx *ent.Tx, id int64, action authz.Action, field string) (*ent.Unit, error)

// holdRisk loads an active risk point for a write and locks its unit.
func (s *Service) holdRisk(ctx context.Context, tx *ent.Tx, id int64, hold holdUnit, action authz.Action, field string) (*ent.RiskPoint, error) {
	r, err := tx.RiskPoint.Get(ctx, id)
	if err != nil {
		return nil, store.OrMissing(err, field, "风险点", "risk point")
	}
	if _, err := hold(ctx, s.store, tx, r.UnitID, action, field); err != nil {
		return nil, err
	}
	if s.locks() {
		// The counts are updated from the row's former values, so that it must not change
		// meanwhile.
		if r, err = tx.RiskPoint.Query().Where(riskpoint.ID(id)).ForUpdate().Only(ctx); err != nil {
			return nil, store.OrMissing(err, field, "风险点", "risk point")
		}
	}
	if r.Status == term.RiskStatusRetired {
		return nil, riskRetired(field)
	}
	return r, nil
}

func (d RiskDetails) write(m *ent.RiskPointMutation, found references) {
	m.SetTitle(strings.TrimSpace(d.Title))
	m.SetRiskTypes(d.types())
	m.SetManifestation(d.Manifestation)
	m.SetCause(d.Cause)
	m.SetFoundBy(d.FoundBy)
	powerType := ""
	if found.power != nil {
		powerType = string(found.power.Type)
	}
	m.SetPowerType(powerType)
	optional(d.PowerID, m.SetPowerID, m.ClearPowerID)
	if found.step != nil {
		m.SetStepID(found.step.ID)
	} else {
		m.ClearStepID()
	}
	optional(d.PostID, m.SetPostID, m.ClearPostID)
	optional(d.PersonID, m.SetPersonID, m.ClearPersonID)
	optional(d.DirectOwnerID, m.SetDirectOwnerID, m.ClearDirectOwnerID)
	optional(d.DepartmentOwnerID, m.SetDepartmentOwnerID, m.ClearDepartmentOwnerID)
	optional(d.LeaderOwnerID, m.SetLeaderOwnerID, m.ClearLeaderOwnerID)
	m.SetCategory(strings.TrimSpace(d.Category))
	m.SetDirectOwnerText(strings.TrimSpace(d.DirectOwnerText))
	m.SetDepartmentOwnerText(strings.TrimSpace(d.DepartmentOwnerText))
	m.SetLeaderOwnerText(strings.TrimSpace(d.LeaderOwnerText))
}

func (d RiskDetails) validate(bad *fault.List) {
	bad.Add(length("details.title", strings.TrimSpace(d.Title), 1, 300, "风险点名称", "The title"))
	bad.Add(length("details.manifestation", strings.TrimSpace(d.Manifestation), 1, 4000, "表现情形", "The manifestation"))
	bad.Add(length("details.cause", d.Cause, 0, 4000, "产生原因", "The cause"))
	bad.Add(length("details.category", strings.TrimSpace(d.Category), 0, mostCategory, "业务领域", "The field of business"))
	bad.Add(ownerLength("details.directOwnerText", d.DirectOwnerText, "直接责任人", "The direct owner"))
	bad.Add(ownerLength("details.departmentOwnerText", d.DepartmentOwnerText, "部门责任人", "The department owner"))
	bad.Add(ownerLength("details.leaderOwnerText", d.LeaderOwnerText, "责任领导", "The leader owner"))
	if _, ok := term.RiskTypesOf(d.RiskTypes...); !ok {
		if len(d.RiskTypes) == 0 {
			bad.Add(fault.Bad("details.riskTypes", "REQUIRED", "请至少选择一种风险类别", "Choose at least one risk type"))
		} else {
			bad.Add(fault.Bad("details.riskTypes", "UNCLASSIFIED_BESIDE", "“未分类”不能与其他风险类别同时选择", "Unclassified stands beside no other risk type"))
		}
	}
	if len(d.FoundBy) == 0 {
		bad.Add(fault.Bad("details.foundBy", "REQUIRED", "请至少选择一种查找方式", "Choose how the risk was found"))
	}
}

// The greatest lengths of texts that are kept as written.
const (
	mostCategory = 200
	mostOwner    = 500
)

// ownerLength checks the length of an owner as written.
func ownerLength(field, text, zh, en string) *fault.Error {
	return length(field, strings.TrimSpace(text), 0, mostOwner, zh, en)
}

// types are the types as the register keeps them, of valid details.
func (d RiskDetails) types() term.RiskTypes {
	set, _ := term.RiskTypesOf(d.RiskTypes...)
	return set
}

func (in GradeInputs) validate(bad *fault.List, prefix string) {
	if in.Likelihood < 1 || in.Likelihood > 5 {
		bad.Add(fault.Bad(prefix+"likelihood", "OUT_OF_RANGE", "可能性应为 1 至 5", "The likelihood is 1 to 5"))
	}
	if in.Severity < 1 || in.Severity > 5 {
		bad.Add(fault.Bad(prefix+"severity", "OUT_OF_RANGE", "危害程度应为 1 至 5", "The severity is 1 to 5"))
	}
}

func (in GradeInputs) write(m *ent.RiskPointMutation) {
	m.SetLikelihood(in.Likelihood)
	m.SetSeverity(in.Severity)
	m.SetConsequence(in.Consequence)
	m.SetUnlimitedPower(in.UnlimitedPower)
	m.SetPastBreach(in.PastBreach)
}

// refreshControlled recomputes whether risk points are controlled, after their measures
// changed, and updates the counts.
func (s *Service) refreshControlled(ctx context.Context, tx *ent.Tx, risks []int64) error {
	ids := distinct(risks)
	slices.Sort(ids)
	for _, id := range ids {
		q := tx.RiskPoint.Query().Where(riskpoint.ID(id))
		if s.locks() {
			// Serialises concurrent changes of measures, so that the second sees the first and
			// the counts follow from the row's former values.
			q.ForUpdate()
		}
		r, err := q.Only(everywhere(ctx))
		if err != nil {
			return err
		}
		guarded, err := tx.Measure.Query().Where(measure.HasRiskPointsWith(riskpoint.ID(id)),
			measure.StatusIn(term.MeasureStatusActive, term.MeasureStatusEffective)).Exist(everywhere(ctx))
		if err != nil {
			return err
		}
		if guarded == r.Controlled {
			continue
		}
		before := tally.StateOf(r)
		after, err := tx.RiskPoint.UpdateOne(r).SetControlled(guarded).Save(everywhere(ctx))
		if err != nil {
			return err
		}
		if err := tally.Changed(ctx, tx, before, after); err != nil {
			return err
		}
	}
	return nil
}
