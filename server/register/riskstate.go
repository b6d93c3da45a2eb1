package register

import (
	"slices"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// RiskAction is an action on a risk point.
type RiskAction string

// The actions on a risk point.
const (
	RiskRecord  RiskAction = "RECORD"
	RiskRevise  RiskAction = "REVISE"
	RiskPropose RiskAction = "PROPOSE"
	RiskEndorse RiskAction = "ENDORSE"
	RiskConcur  RiskAction = "CONCUR"
	RiskRefuse  RiskAction = "REFUSE"
	RiskDecide  RiskAction = "DECIDE"
	RiskRetire  RiskAction = "RETIRE"
	// RiskRewrite changes what its grade stands on: its text, or what it is about.
	RiskRewrite RiskAction = "REWRITE"
	// RiskOpen takes over the grade of a paper register by an opening decision.
	RiskOpen RiskAction = "OPEN"
	// A retirement of a B is endorsed by its tier, and an inspector concurs or refuses; it is
	// dropped where who endorsed it withdraws it, or nobody answers in time.
	RiskEndorseRetirement RiskAction = "ENDORSE_RETIREMENT"
	RiskConcurRetirement  RiskAction = "CONCUR_RETIREMENT"
	RiskRefuseRetirement  RiskAction = "REFUSE_RETIREMENT"
	RiskDropRetirement    RiskAction = "DROP_RETIREMENT"
)

// RiskActions lists the actions.
var RiskActions = []RiskAction{RiskRecord, RiskRevise, RiskPropose, RiskEndorse, RiskConcur, RiskRefuse, RiskDecide, RiskRetire,
	RiskRewrite, RiskOpen, RiskEndorseRetirement, RiskConcurRetirement, RiskRefuseRetirement, RiskDropRetirement}

// RiskCapacity is the capacity in which somebody acts on a risk point. Package authz checks
// that they hold the role for it on the unit.
type RiskCapacity string

// The capacities on a risk point.
const (
	// Assessor records and assesses risk points.
	Assessor RiskCapacity = "ASSESSOR"
	// Decider is one person of the tier that decides the grade in question.
	Decider RiskCapacity = "DECIDER"
	// Concurring is an inspector who neither proposed nor endorsed the grade.
	Concurring RiskCapacity = "CONCURRING"
	// UnitMeeting is a meeting of the tier that decides the grade, GroupMeeting one of the leading group.
	UnitMeeting  RiskCapacity = "UNIT_MEETING"
	GroupMeeting RiskCapacity = "GROUP_MEETING"
	// Program is the operator of the server, or the sample data.
	Program RiskCapacity = "PROGRAM"
)

// RiskCapacities lists the capacities.
var RiskCapacities = []RiskCapacity{Assessor, Decider, Concurring, UnitMeeting, GroupMeeting, Program}

// RiskState is the state of a risk point. The status is empty before it is recorded.
type RiskState struct {
	Status term.RiskStatus
	// Grade is the decided grade, Proposed that of the newest proposal, Endorsed the one that
	// awaits an inspector.
	Grade, Proposed, Endorsed term.Grade
	// Outdated is true where the grade was decided on an earlier text, Opening where it comes
	// from an opening decision, Retiring where a leader endorsed to retire it.
	Outdated, Opening, Retiring bool
	// Unassessed is true where it was recorded without an assessment and nobody has assessed it since.
	Unassessed bool
}

// RiskStateOf is the state of a risk point.
func RiskStateOf(r *ent.RiskPoint) RiskState {
	return RiskState{r.Status, r.Grade, r.ProposedGrade, r.EndorsedGrade, r.Outdated, r.Opening, r.Retiring != nil, InputsOf(r) == nil}
}

// riskActors are the capacities that may take each action; the program may take all. Who
// decides and who retires depends on the grade too.
var riskActors = map[RiskAction][]RiskCapacity{
	RiskRecord: {Assessor}, RiskRevise: {Assessor}, RiskRewrite: {Assessor}, RiskPropose: {Assessor, UnitMeeting},
	RiskEndorse: {Decider, UnitMeeting}, RiskConcur: {Concurring}, RiskRefuse: {Concurring},
	RiskDecide: {Decider, UnitMeeting, GroupMeeting}, RiskOpen: {GroupMeeting}, RiskRetire: {Assessor, Decider, GroupMeeting},
	RiskEndorseRetirement: {Decider}, RiskConcurRetirement: {Concurring}, RiskRefuseRetirement: {Concurring},
}

// NextRisk is the state of a risk point after an action taken in a capacity, or the reason why
// it is refused. The grade is the one proposed, endorsed or decided; other actions have none.
// Whatever is proposed, decided, refused or rewritten cancels what awaits an inspector. A
// rewritten risk point keeps its grade, which was decided on an earlier text, until it is
// decided anew. One that is recorded without a grade must be assessed before anybody endorses or decides a grade of
// it; only an opening decision, which takes over what stands on paper, does without.
func NextRisk(from RiskState, action RiskAction, grade term.Grade, as RiskCapacity) (RiskState, error) {
	if err := from.takes(action); err != nil {
		return from, err
	}
	if as != Program && !slices.Contains(riskActors[action], as) {
		return from, notTheirs()
	}
	if action == RiskRevise {
		return from, nil
	}
	to := from
	to.Endorsed, to.Retiring = term.Ungraded, false
	switch action {
	case RiskRecord:
		return RiskState{Status: term.RiskStatusProposed, Grade: term.Ungraded, Proposed: grade, Endorsed: term.Ungraded,
			Unassessed: grade == term.Ungraded}, nil
	case RiskRewrite:
		to.Outdated = from.Grade != term.Ungraded
		if to.Outdated || from.Endorsed != term.Ungraded {
			to.Proposed = term.Ungraded
		}
	case RiskPropose:
		if from.Unassessed && as == UnitMeeting { // a meeting votes on what was assessed
			return from, notAssessed()
		}
		to.Proposed, to.Unassessed = grade, false
	case RiskEndorse:
		if err := mustConcur(from.Grade, grade); err != nil {
			return from, err
		}
		to.Endorsed = grade
	case RiskConcur:
		return from.decided(from.Endorsed, false), nil
	case RiskDecide:
		if as == Decider || as == UnitMeeting {
			if err := validateWay(from.Grade, grade); err != nil {
				return from, err
			}
		}
		return from.decided(grade, false), nil
	case RiskOpen:
		return from.decided(grade, true), nil
	case RiskRetire:
		if err := mayRetire(from.Grade, as); err != nil {
			return from, err
		}
		to.Status = term.RiskStatusRetired
	case RiskEndorseRetirement:
		if RetireWay(from.Grade) != ByConcurrence {
			return from, wrongRetireWay(from.Grade)
		}
		to.Retiring = true
	case RiskConcurRetirement:
		to.Status = term.RiskStatusRetired
	}
	return to, nil
}

// decided is the state after a decision.
func (s RiskState) decided(grade term.Grade, opening bool) RiskState {
	return RiskState{Status: term.RiskStatusDecided, Grade: grade, Proposed: s.Proposed, Endorsed: term.Ungraded, Opening: opening,
		Unassessed: s.Unassessed}
}

// takes refuses what the state does not allow, whoever acts.
func (s RiskState) takes(action RiskAction) error {
	switch {
	case s.Status == "" && action != RiskRecord:
		return fault.MissingAt("riskPointId", "风险点", "risk point")
	case s.Status != "" && action == RiskRecord:
		return fault.New(fault.InvalidTransition, "RISK_RECORDED", "riskPointId", "该风险点已经登记", "The risk point is recorded already")
	case s.Status == term.RiskStatusRetired:
		return riskRetired("riskPointId")
	case (action == RiskEndorse || action == RiskDecide) && s.Unassessed:
		return notAssessed()
	case (action == RiskConcur || action == RiskRefuse) && s.Endorsed == term.Ungraded:
		return notEndorsed()
	case (action == RiskConcurRetirement || action == RiskRefuseRetirement || action == RiskDropRetirement) && !s.Retiring:
		return retirementNotEndorsed()
	case action == RiskOpen && s.Grade != term.Ungraded:
		return fault.New(fault.InvalidTransition, "DECIDED_BEFORE", "riskPointId", "该风险点已经审定,不能期初审定", "The risk point has a decided grade; an opening decision is for those that have none")
	}
	return nil
}

// mustConcur refuses to endorse a grade that is not decided by concurrence.
func mustConcur(present, grade term.Grade) error {
	switch WayOf(present, grade) {
	case ByMeeting:
		return validateWay(present, grade)
	case ByHead:
		return fault.New(fault.InvalidTransition, "NO_CONCURRENCE_NEEDED", "grade",
			"该等级由部门负责人直接审定,无须会签", "This grade is decided by the head of the department alone: decide it")
	}
	return nil
}

func riskRetired(field string) error {
	return fault.New(fault.InvalidTransition, "RISK_RETIRED", field, "该风险点已撤销", "The risk point is retired")
}

func notEndorsed() error {
	return fault.New(fault.InvalidTransition, "NOT_ENDORSED", "riskPointId",
		"该风险点没有待会签的等级,可能已被处理或重新评估", "No grade of this risk point waits for concurrence: it was answered or assessed again")
}

func notTheirs() error {
	return fault.New(fault.Forbidden, "NOT_PERMITTED", "", "您没有进行此操作的权限", "You may not do this here")
}
