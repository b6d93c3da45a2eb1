package register

import (
	"slices"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/authz"
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
)

// RiskActions lists the actions.
var RiskActions = []RiskAction{RiskRecord, RiskRevise, RiskPropose, RiskEndorse, RiskConcur, RiskRefuse, RiskDecide, RiskRetire}

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
}

// RiskStateOf is the state of a risk point.
func RiskStateOf(r *ent.RiskPoint) RiskState {
	return RiskState{r.Status, r.Grade, r.ProposedGrade, r.EndorsedGrade}
}

// riskActors are the capacities that may take each action; the program may take all. Who
// decides and who retires depends on the grade too.
var riskActors = map[RiskAction][]RiskCapacity{
	RiskRecord: {Assessor}, RiskRevise: {Assessor}, RiskPropose: {Assessor},
	RiskEndorse: {Decider, UnitMeeting}, RiskConcur: {Concurring}, RiskRefuse: {Concurring},
	RiskDecide: {Decider, UnitMeeting, GroupMeeting}, RiskRetire: {Assessor, Decider},
}

// NextRisk is the state of a risk point after an action taken in a capacity, or the reason why
// it is refused. The grade is the one proposed, endorsed or decided; other actions have none.
// Proposing, deciding or refusing a grade cancels an endorsement.
func NextRisk(from RiskState, action RiskAction, grade term.Grade, as RiskCapacity) (RiskState, error) {
	if err := from.takes(action); err != nil {
		return from, err
	}
	if as != Program && !slices.Contains(riskActors[action], as) {
		return from, notTheirs()
	}
	to := from
	switch action {
	case RiskRecord:
		return RiskState{term.RiskStatusProposed, term.Ungraded, grade, term.Ungraded}, nil
	case RiskPropose:
		to.Proposed, to.Endorsed = grade, term.Ungraded
	case RiskEndorse:
		if err := mustConcur(from.Grade, grade); err != nil {
			return from, err
		}
		to.Endorsed = grade
	case RiskConcur:
		to.Status, to.Grade, to.Endorsed = term.RiskStatusDecided, from.Endorsed, term.Ungraded
	case RiskRefuse:
		to.Endorsed = term.Ungraded
	case RiskDecide:
		if as == Decider || as == UnitMeeting {
			if err := validateWay(from.Grade, grade); err != nil {
				return from, err
			}
		}
		to.Status, to.Grade, to.Endorsed = term.RiskStatusDecided, grade, term.Ungraded
	case RiskRetire:
		if needed, _ := RetiresAs(from.Grade); as != Program && as != needed {
			return from, notTheirs()
		}
		to.Status = term.RiskStatusRetired
	}
	return to, nil
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
	case (action == RiskConcur || action == RiskRefuse) && s.Endorsed == term.Ungraded:
		return notEndorsed()
	}
	return nil
}

// RetiresAs is the capacity and the right needed to retire a risk point of a grade. Retiring a
// graded one lowers its grade to none, so that it needs the tier that decided the grade, which
// need not be one that records risk points.
func RetiresAs(grade term.Grade) (RiskCapacity, authz.Action) {
	if grade == term.Ungraded {
		return Assessor, authz.RecordRisk
	}
	return Decider, deciding(grade)
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
