package register

import (
	"context"
	"strings"

	"sineng/ent"
	entassessment "sineng/ent/assessment"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/tally"
)

// Rules that are no recipe: a grade that a published register brought along, and one
// that the deciding tier set by its own judgement.
const (
	RuleImported  = "imported"
	RuleJudgement = "judgement"
)

// ProposeGrade is the input of Service.ProposeGrade.
type ProposeGrade struct {
	RiskPointID     int64
	ExpectedVersion int
	Assessment      GradeInputs
	Reason          string
}

// DecideGrade is the input of Service.DecideGrade.
type DecideGrade struct {
	RiskPointID     int64
	ExpectedVersion int
	Grade           term.Grade
	Reason          string
}

// Assessed is a risk point with the assessment just added.
type Assessed struct {
	RiskPoint  *ent.RiskPoint
	Assessment *ent.Assessment
}

// ProposeGrade proposes a grade by the recipe in force.
func (s *Service) ProposeGrade(ctx context.Context, in ProposeGrade) (*Assessed, error) {
	var bad fault.List
	in.Assessment.validate(&bad, "assessment.")
	bad.Add(length("reason", in.Reason, 0, 2000, "理由", "The reason"))
	if err := bad.Err(); err != nil {
		return nil, err
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Assessed, error) {
		r, err := s.holdRisk(ctx, tx, in.RiskPointID, org.Hold, authz.RecordRisk, "riskPointId")
		if err != nil {
			return nil, err
		}
		outcome := s.recipe.Grade(in.Assessment)
		update := tx.RiskPoint.UpdateOne(r).Where(riskpoint.Version(in.ExpectedVersion)).AddVersion(1).
			SetProposedGrade(outcome.Grade).SetUpdatedAt(s.store.Now())
		in.Assessment.write(update.Mutation())
		after, err := update.Save(ctx)
		if err != nil {
			return nil, org.Stale(err)
		}
		made, err := s.assess(ctx, tx, after, assessment{entry: term.AuditActionProposeGrade, kind: term.AssessmentKindProposal, action: authz.RecordRisk,
			grade: outcome.Grade, rule: s.recipe.Name, version: s.recipe.Version, clause: outcome.Clause, reason: in.Reason})
		return &Assessed{after, made}, err
	})
}

// DecideGrade decides a grade; the tier follows from the grade and from the present one.
func (s *Service) DecideGrade(ctx context.Context, in DecideGrade) (*Assessed, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	if bad := length("reason", in.Reason, 0, 2000, "理由", "The reason"); bad != nil {
		return nil, bad
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Assessed, error) {
		r, err := s.holdRisk(ctx, tx, in.RiskPointID, org.Hold, authz.ReadRegister, "riskPointId")
		if err != nil {
			return nil, err
		}
		action := DecisionNeeds(r.Grade, in.Grade)
		if err := authz.Check(ctx, action, tally.LevelsOf(r)); err != nil {
			return nil, err
		}
		proposal, err := s.newestProposal(ctx, tx, r.ID)
		if err != nil {
			return nil, err
		}
		outcome := s.recipe.Grade(inputsOf(r))
		v := viewer.FromContext(ctx)
		// One person may have two accounts.
		own := proposal != nil && (v.AccountID != 0 && given(proposal.AccountID) == v.AccountID || v.PersonID != 0 && given(proposal.ActorID) == v.PersonID)
		if err := validateDecision(r.Grade, in.Grade, outcome, in.Reason, own); err != nil {
			return nil, err
		}
		entry := assessment{entry: term.AuditActionDecideGrade, kind: term.AssessmentKindDecision, action: action, grade: in.Grade,
			rule: s.recipe.Name, version: s.recipe.Version, clause: outcome.Clause, reason: in.Reason}
		if in.Grade != outcome.Grade {
			entry.rule, entry.clause = RuleJudgement, "departs from "+s.recipe.Name
		}
		return s.decide(ctx, tx, r, in.ExpectedVersion, entry)
	})
}

// ImportGrade takes over a grade from a published register. It is decided where the
// actor may decide such a grade, and else proposed. A grade that is decided already
// and the same is left alone.
func (s *Service) ImportGrade(ctx context.Context, riskPointID int64, grade term.Grade, source string) (*Assessed, error) {
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Assessed, error) {
		r, err := s.holdRisk(ctx, tx, riskPointID, org.Hold, authz.RecordRisk, "riskPointId")
		if err != nil {
			return nil, err
		}
		entry := assessment{entry: term.AuditActionImportGrade, kind: term.AssessmentKindDecision, action: DecisionNeeds(r.Grade, grade), grade: grade,
			rule: RuleImported, version: 1, clause: "as written in the file", reason: source}
		if r.Grade == grade {
			return &Assessed{RiskPoint: r}, nil
		}
		if authz.May(viewer.FromContext(ctx), entry.action, tally.LevelsOf(r)) {
			return s.decide(ctx, tx, r, r.Version, entry)
		}
		entry.kind, entry.action = term.AssessmentKindProposal, authz.RecordRisk
		if r.ProposedGrade == grade {
			return &Assessed{RiskPoint: r}, nil
		}
		after, err := tx.RiskPoint.UpdateOne(r).AddVersion(1).SetProposedGrade(grade).SetUpdatedAt(s.store.Now()).Save(ctx)
		if err != nil {
			return nil, err
		}
		made, err := s.assess(ctx, tx, after, entry)
		return &Assessed{after, made}, err
	})
}

func (s *Service) decide(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, expectedVersion int, entry assessment) (*Assessed, error) {
	entry.previous = r.Grade
	before := tally.KeyOf(r)
	after, err := tx.RiskPoint.UpdateOne(r).Where(riskpoint.Version(expectedVersion)).AddVersion(1).
		SetGrade(entry.grade).SetStatus(term.RiskStatusDecided).SetUpdatedAt(s.store.Now()).Save(ctx)
	if err != nil {
		return nil, org.Stale(err)
	}
	if err := tally.Changed(ctx, tx, before, after); err != nil {
		return nil, err
	}
	made, err := s.assess(ctx, tx, after, entry)
	return &Assessed{after, made}, err
}

// assessment is what an entry adds to the inputs that stand on the risk point.
type assessment struct {
	entry    term.AuditAction // what the log calls it
	kind     term.AssessmentKind
	action   authz.Action // by which the actor acts; names the role on the entry
	grade    term.Grade
	previous term.Grade // of a decision; of a proposal the decided grade
	rule     string
	version  int
	clause   string
	reason   string
}

// assess appends an assessment and the entry of the log for all that led to it. Nothing updates or deletes one.
func (s *Service) assess(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, a assessment) (*ent.Assessment, error) {
	if a.previous == "" {
		a.previous = r.Grade
	}
	v := viewer.FromContext(ctx)
	u, err := r.QueryUnit().Only(ctx)
	if err != nil {
		return nil, err
	}
	create := tx.Assessment.Create().SetRiskPointID(r.ID).SetKind(a.kind).SetGrade(a.grade).SetPreviousGrade(a.previous).
		SetComputedGrade(s.recipe.Grade(inputsOf(r)).Grade).SetLikelihood(r.Likelihood).SetSeverity(r.Severity).
		SetConsequence(r.Consequence).SetUnlimitedPower(r.UnlimitedPower).SetPastBreach(r.PastBreach).
		SetRule(a.rule).SetRuleVersion(a.version).SetClause(a.clause).SetReason(strings.TrimSpace(a.reason)).
		SetActorName(v.Name).SetAt(s.store.Now())
	if v.PersonID != 0 {
		create.SetActorID(v.PersonID)
	}
	if v.AccountID != 0 {
		create.SetAccountID(v.AccountID)
	}
	if role, ok := authz.ActingRole(v, a.action, tally.LevelsOf(r)); ok && role != "" {
		create.SetActorRole(role)
	}
	if err := org.Place(create.Mutation(), u); err != nil {
		return nil, err
	}
	made, err := create.Save(ctx)
	if err != nil {
		return nil, err
	}
	return made, audit.Append(ctx, s.store, audit.Event{Action: a.entry, Right: a.action, At: tally.LevelsOf(r), Object: r.ID, Reason: a.reason})
}

func (s *Service) newestProposal(ctx context.Context, tx *ent.Tx, riskPoint int64) (*ent.Assessment, error) {
	a, err := tx.Assessment.Query().
		Where(entassessment.RiskPointID(riskPoint), entassessment.KindEQ(term.AssessmentKindProposal)).
		Order(ent.Desc(entassessment.FieldAt, entassessment.FieldID)).First(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return a, err
}

func inputsOf(r *ent.RiskPoint) GradeInputs {
	return GradeInputs{r.Likelihood, r.Severity, r.Consequence, r.UnlimitedPower, r.PastBreach}
}
