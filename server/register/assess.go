package register

import (
	"context"
	"strings"

	"sineng/ent"
	entassessment "sineng/ent/assessment"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/tally"
)

// Rules of assessments without a recipe.
const (
	// RuleJudgement is of grades that the deciding tier set by its own judgement.
	RuleJudgement = "judgement"
	// RuleOpening is of grades of a paper register, decided as a whole by an opening decision.
	RuleOpening = "opening"
	// RuleRetirement is of steps of retiring a risk point; the clause is the ground.
	RuleRetirement = "retirement"
	// RuleRecording is of risk points that are recorded without an assessment.
	RuleRecording = "recording"
	// RuleRewriting is of rewritings; the clause says whether they voided what was decided.
	RuleRewriting = "rewriting"
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

// ProposeGrade proposes a grade by the recipe in force. It cancels an endorsement that awaits
// concurrence.
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
		return s.propose(ctx, tx, r, in.ExpectedVersion, in.Assessment, term.AuditActionProposeGrade, authz.RecordRisk, in.Reason)
	})
}

func (s *Service) propose(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, version int, in GradeInputs, as term.AuditAction, right authz.Action, reason string) (*Assessed, error) {
	recipe, err := s.recipeAt(ctx, tx.Client(), tally.LevelsOf(r))
	if err != nil {
		return nil, err
	}
	outcome := recipe.Grade(in)
	if was := InputsOf(r); was == nil || *was != in {
		if err := s.withdraw(ctx, tx, r.ID, "风险点已重新评估"); err != nil {
			return nil, err
		}
	}
	to, err := NextRisk(RiskStateOf(r), RiskPropose, outcome.Grade, Assessor)
	if err != nil {
		return nil, err
	}
	return s.assessTo(ctx, tx, r, version, to, assessment{entry: as, kind: term.AssessmentKindProposal, action: right,
		grade: outcome.Grade, computed: outcome.Grade, rule: recipe.Name, version: recipe.Version, clause: outcome.Clause, reason: reason}, in.write)
}

// DecideGrade decides a grade that one person may decide: C, where the present grade is
// neither A nor B. B needs EndorseGrade, A a meeting (DecideInMeeting). The program itself,
// that is, the operator of the server and the sample data, may decide any grade but must give
// the required reasons.
func (s *Service) DecideGrade(ctx context.Context, in DecideGrade) (*Assessed, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	if bad := length("reason", in.Reason, 0, 2000, "理由", "The reason"); bad != nil {
		return nil, bad
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Assessed, error) {
		r, action, err := s.holdForDecision(ctx, tx, in.RiskPointID, in.Grade)
		if err != nil {
			return nil, err
		}
		v := viewer.FromContext(ctx)
		to, err := NextRisk(RiskStateOf(r), RiskDecide, in.Grade, actsAs(v, Decider))
		if err != nil {
			return nil, err
		}
		d, recipe, err := s.judge(ctx, tx, r, in.Grade, in.Reason)
		if err != nil {
			return nil, err
		}
		if v.System {
			d.assessed, d.rewritten, d.lowerableFrom = true, false, d.today
		}
		if err := d.validate(); err != nil {
			return nil, err
		}
		return s.assessTo(ctx, tx, r, in.ExpectedVersion, to, d.entry(recipe).as(RiskDecide, action))
	})
}

// holdForDecision loads a risk point whose grade is to be decided, with the action that the
// decision needs.
func (s *Service) holdForDecision(ctx context.Context, tx *ent.Tx, id int64, grade term.Grade) (*ent.RiskPoint, authz.Action, error) {
	r, err := s.holdRisk(ctx, tx, id, org.Hold, authz.ReadRegister, "riskPointId")
	if err != nil {
		return nil, "", err
	}
	action := DecisionNeeds(r.Grade, grade)
	return r, action, withTier(authz.Check(ctx, action, tally.LevelsOf(r)), action)
}

// judge collects what the rules depend on when a grade is decided, by the recipe in force.
func (s *Service) judge(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, grade term.Grade, reason string) (decision, Recipe, error) {
	recipe, err := s.recipeAt(ctx, tx.Client(), tally.LevelsOf(r))
	if err != nil {
		return decision{}, recipe, err
	}
	known, err := s.past(ctx, tx, r.ID)
	if err != nil {
		return decision{}, recipe, err
	}
	return decision{present: r.Grade, decided: grade, computed: recipe.GradeOf(InputsOf(r)), reason: reason, unassessed: InputsOf(r) == nil,
		ownProposal: known.authored(viewer.FromContext(ctx)), assessed: known.assessed, rewritten: known.rewritten,
		lowerableFrom: known.lowerableFrom, today: s.store.Today()}, recipe, nil
}

// entry is the assessment that records a decision.
func (d decision) entry(recipe Recipe) assessment {
	out := assessment{grade: d.decided, computed: d.computed.Grade, rule: recipe.Name, version: recipe.Version, clause: d.computed.Clause, reason: d.reason}
	if d.decided != d.computed.Grade {
		out.rule, out.clause = RuleJudgement, "departs from "+recipe.Name
	}
	return out
}

// past summarises the assessments of a risk point for its next decision.
func (s *Service) past(ctx context.Context, tx *ent.Tx, riskPoint int64) (past, error) {
	history, err := tx.Assessment.Query().Where(entassessment.RiskPointID(riskPoint)).
		Order(ent.Asc(entassessment.FieldAt, entassessment.FieldID)).All(ctx)
	return pastOf(history), err
}

// by reports whether an assessment is the viewer's, by any account of the same person.
func by(v *viewer.Viewer, a *ent.Assessment) bool {
	return a != nil && (v.AccountID != 0 && given(a.AccountID) == v.AccountID || v.PersonID != 0 && given(a.ActorID) == v.PersonID)
}

// assessTo moves a risk point to a state, with further changes, and appends the assessment
// that led there.
func (s *Service) assessTo(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, expectedVersion int, to RiskState, entry assessment, change ...func(*ent.RiskPointMutation)) (*Assessed, error) {
	entry.previous = r.Grade
	after, err := s.moveRisk(ctx, tx, r, expectedVersion, to, change...)
	if err != nil {
		return nil, err
	}
	made, err := s.assess(ctx, tx, after, entry)
	return &Assessed{after, made}, err
}

// assessment is what an entry adds to the inputs stored on the risk point.
type assessment struct {
	entry    term.AuditAction // the action of the log entry
	kind     term.AssessmentKind
	action   authz.Action // the actor's right; gives the role on the entry
	grade    term.Grade
	computed term.Grade // what the recipe gives
	previous term.Grade // of a decision; of a proposal the decided grade
	rule     string
	version  int
	clause   string
	reason   string
	meeting  *int64 // the meeting that decided it
}

// noted maps an action on a grade to its log entry and its kind of assessment.
var noted = map[RiskAction]struct {
	entry term.AuditAction
	kind  term.AssessmentKind
}{
	RiskEndorse: {term.AuditActionEndorseGrade, term.AssessmentKindEndorsement},
	RiskConcur:  {term.AuditActionDecideGrade, term.AssessmentKindDecision},
	RiskRefuse:  {term.AuditActionDeclineGrade, term.AssessmentKindRefusal},
	RiskDecide:  {term.AuditActionDecideGrade, term.AssessmentKindDecision},
	RiskPropose: {term.AuditActionProposeGrade, term.AssessmentKindProposal},
	RiskOpen:    {term.AuditActionOpeningDecision, term.AssessmentKindDecision},
	RiskRetire:  {term.AuditActionRetireRiskPoint, term.AssessmentKindRetirement},
	RiskRewrite: {term.AuditActionReviseRiskPoint, term.AssessmentKindRewriting},

	RiskEndorseRetirement: {term.AuditActionEndorseRetirement, term.AssessmentKindRetirementEndorsement},
	RiskConcurRetirement:  {term.AuditActionRetireRiskPoint, term.AssessmentKindRetirement},
	RiskRefuseRetirement:  {term.AuditActionRefuseRetirement, term.AssessmentKindRetirementRefusal},
}

// as sets the assessment's kind and log entry from an action, and the right used for it.
func (a assessment) as(action RiskAction, right authz.Action) assessment {
	a.entry, a.kind, a.action = noted[action].entry, noted[action].kind, right
	return a
}

// assess appends an assessment and the log entry for the whole change. Assessments are never
// updated or deleted.
func (s *Service) assess(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, a assessment) (*ent.Assessment, error) {
	made, err := s.assessing(ctx, tx, r, &a).Save(ctx)
	if err != nil {
		return nil, err
	}
	if err := a.tell(ctx, tx, r, made); err != nil {
		return nil, err
	}
	return made, audit.Append(ctx, s.store, a.event(r))
}

// assessAll is assess for several risk points; each entry of the log tells of the changes of one
// and of its assessment.
func (s *Service) assessAll(ctx context.Context, tx *ent.Tx, risks []*ent.RiskPoint, all []assessment) ([]*ent.Assessment, error) {
	creates, events := make([]*ent.AssessmentCreate, len(all)), make([]audit.Event, len(all))
	for i, r := range risks {
		creates[i] = s.assessing(ctx, tx, r, &all[i])
		events[i] = all[i].event(r)
	}
	made, err := tx.Assessment.CreateBulk(creates...).Save(ctx)
	if err != nil {
		return nil, err
	}
	for i, r := range risks {
		events[i].Rows = []int64{r.ID, made[i].ID}
		if err := all[i].tell(ctx, tx, r, made[i]); err != nil {
			return nil, err
		}
	}
	return made, audit.AppendAll(ctx, s.store, events)
}

// tell notes a decision in the counts of changes.
func (a assessment) tell(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, made *ent.Assessment) error {
	if a.kind != term.AssessmentKindDecision {
		return nil
	}
	return tally.Decided(ctx, tx, r, made.PreviousGrade, made.Grade, made.At)
}

// event is what the log says of an assessment of a risk point.
func (a assessment) event(r *ent.RiskPoint) audit.Event {
	return audit.Event{Action: a.entry, Right: a.action, At: tally.LevelsOf(r), Object: r.ID, Reason: a.reason}
}

// assessing prepares the row of an assessment. It stands where its risk point does.
func (s *Service) assessing(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, a *assessment) *ent.AssessmentCreate {
	if a.previous == "" {
		a.previous = r.Grade
	}
	v := viewer.FromContext(ctx)
	if who := viewer.Actor(ctx); v.System && who != nil {
		v = who // the program acts for this viewer
	}
	create := tx.Assessment.Create().SetRiskPointID(r.ID).SetKind(a.kind).SetGrade(a.grade).SetPreviousGrade(a.previous).
		SetComputedGrade(a.computed).SetNillableLikelihood(r.Likelihood).SetNillableSeverity(r.Severity).
		SetNillableConsequence(r.Consequence).SetUnlimitedPower(r.UnlimitedPower).SetPastBreach(r.PastBreach).
		SetRule(a.rule).SetRuleVersion(a.version).SetClause(a.clause).SetReason(strings.TrimSpace(a.reason)).
		SetActorName(v.Name).SetAt(s.store.Now()).SetNillableMeetingID(a.meeting).SetUnitID(r.UnitID).SetLevels(r.Levels())
	if v.PersonID != 0 {
		create.SetActorID(v.PersonID)
	}
	if v.AccountID != 0 {
		create.SetAccountID(v.AccountID)
	}
	if role, ok := authz.ActingRole(v, a.action, tally.LevelsOf(r)); ok && role != "" {
		create.SetActorRole(role)
	}
	return create
}
