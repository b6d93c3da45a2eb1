package register

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/tally"
)

// RetireWay is the way to retire a risk point of a grade. Retiring lowers the grade to none, so
// that it takes the hands that lowering takes: one person for C or no grade, a leader and an
// inspector for B, a meeting of the leading group for A.
func RetireWay(grade term.Grade) Way {
	if grade == term.Ungraded {
		return ByHead
	}
	return WayOf(grade, grade)
}

// RetiresAs is the capacity and the right needed to begin to retire a risk point of a grade.
func RetiresAs(grade term.Grade) (RiskCapacity, authz.Action) {
	if grade == term.Ungraded {
		return Assessor, authz.RecordRisk
	}
	return Decider, deciding(grade)
}

// MayRetire reports whether the viewer may begin to retire a risk point in the way of its grade:
// by putting it on an agenda where a meeting decides.
func MayRetire(v *viewer.Viewer, r *ent.RiskPoint) bool {
	if v == nil || r.Status == term.RiskStatusRetired {
		return false
	}
	_, action := RetiresAs(r.Grade)
	return authz.May(v, action, tally.LevelsOf(r))
}

// mayRetire refuses to retire a risk point of a grade in a capacity.
func mayRetire(grade term.Grade, as RiskCapacity) error {
	if as == Program || as == GroupMeeting {
		return nil
	}
	if RetireWay(grade) != ByHead {
		return wrongRetireWay(grade)
	}
	if needed, _ := RetiresAs(grade); as != needed {
		return notTheirs()
	}
	return nil
}

func wrongRetireWay(grade term.Grade) error {
	switch RetireWay(grade) {
	case ByMeeting:
		return fault.New(fault.InvalidTransition, "MEETING_REQUIRED", "id",
			"撤销 A 级风险点须由领导小组会议集体审定,请列入会议议程", "To retire an A is for a meeting of the leading group: put it on an agenda")
	case ByConcurrence:
		return fault.New(fault.InvalidTransition, "CONCURRENCE_REQUIRED", "id",
			"撤销 B 级风险点须由分管领导提请、纪检监察会签,请改用“提请撤销”", "To retire a B, the leader in charge endorses it and an inspector concurs: endorse the retirement instead")
	}
	return fault.New(fault.InvalidTransition, "NO_CONCURRENCE_NEEDED", "riskPointId",
		"该风险点由一人撤销,无须会签", "This risk point is retired by one person: retire it")
}

func retirementNotEndorsed() error {
	return fault.New(fault.InvalidTransition, "RETIREMENT_NOT_ENDORSED", "riskPointId",
		"该风险点没有待会签的撤销,可能已被处理或重新评估", "No retirement of this risk point waits for concurrence: it was answered, or the risk point was assessed again")
}
