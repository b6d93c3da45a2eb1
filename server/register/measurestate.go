package register

import (
	"sineng/ent/term"
	"sineng/server/fault"
)

// MeasureAction is a step in the life of a measure.
type MeasureAction string

// The steps of a measure's life.
const (
	Approve         MeasureAction = "APPROVE"
	Activate        MeasureAction = "ACTIVATE"
	FindEffective   MeasureAction = "FIND_EFFECTIVE"
	FindIneffective MeasureAction = "FIND_INEFFECTIVE"
	Revise          MeasureAction = "REVISE"
	Retire          MeasureAction = "RETIRE"
)

// MeasureActions lists the steps.
var MeasureActions = []MeasureAction{Approve, Activate, FindEffective, FindIneffective, Revise, Retire}

// measureSteps is the state machine: DRAFTED → APPROVED → ACTIVE → EFFECTIVE | INEFFECTIVE →
// REVISED | RETIRED. A revised measure is approved again; an effective one may later be found
// ineffective, and the reverse.
var measureSteps = map[term.MeasureStatus]map[MeasureAction]term.MeasureStatus{
	term.MeasureStatusDrafted:     {Approve: term.MeasureStatusApproved, Retire: term.MeasureStatusRetired},
	term.MeasureStatusApproved:    {Activate: term.MeasureStatusActive, Revise: term.MeasureStatusRevised, Retire: term.MeasureStatusRetired},
	term.MeasureStatusActive:      {FindEffective: term.MeasureStatusEffective, FindIneffective: term.MeasureStatusIneffective},
	term.MeasureStatusEffective:   {FindIneffective: term.MeasureStatusIneffective, Revise: term.MeasureStatusRevised, Retire: term.MeasureStatusRetired},
	term.MeasureStatusIneffective: {FindEffective: term.MeasureStatusEffective, Revise: term.MeasureStatusRevised, Retire: term.MeasureStatusRetired},
	term.MeasureStatusRevised:     {Approve: term.MeasureStatusApproved, Retire: term.MeasureStatusRetired},
	term.MeasureStatusRetired:     {},
}

// NextMeasure is the state after a step, or INVALID_TRANSITION.
func NextMeasure(from term.MeasureStatus, action MeasureAction) (term.MeasureStatus, error) {
	if to, ok := measureSteps[from][action]; ok {
		return to, nil
	}
	return "", fault.New(fault.InvalidTransition, "MEASURE_STATE", "action",
		"措施当前状态为“"+from.Label("zh")+"”,不能执行此操作", "A measure that is "+string(from)+" does not take this step")
}

// validateStep refuses the approval of a measure by its author or by whoever last rewrote it.
func validateStep(action MeasureAction, selfReview bool) error {
	if action == Approve && selfReview {
		return fault.New(fault.Forbidden, "SELF_REVIEW", "id",
			"不能批准自己拟订或最后修改的措施,请由其他人批准", "Nobody approves a measure that they drafted or last rewrote: somebody else does")
	}
	return nil
}

// Rewritten is the state of a measure after it was rewritten: an approval covered the former
// text, so that a new one is needed.
func Rewritten(s term.MeasureStatus) term.MeasureStatus {
	if s == term.MeasureStatusApproved {
		return term.MeasureStatusRevised
	}
	return s
}

// Unsettled is the state of a measure after a step changed that it guards: an approval was given for
// another step, and that it is effective was found on another step. It guards on where it was in force.
func Unsettled(s term.MeasureStatus) term.MeasureStatus {
	switch s {
	case term.MeasureStatusApproved:
		return term.MeasureStatusRevised
	case term.MeasureStatusEffective:
		return term.MeasureStatusActive
	}
	return s
}

// NextSteps lists the steps that a state allows.
func NextSteps(from term.MeasureStatus) []MeasureAction {
	out := []MeasureAction{}
	for _, a := range MeasureActions {
		if _, ok := measureSteps[from][a]; ok {
			out = append(out, a)
		}
	}
	return out
}

// Controls reports whether a measure in this state controls its risk points.
func Controls(s term.MeasureStatus) bool {
	return s == term.MeasureStatusActive || s == term.MeasureStatusEffective
}

// Editable reports whether a measure in this state may be rewritten.
func Editable(s term.MeasureStatus) bool {
	return s == term.MeasureStatusDrafted || s == term.MeasureStatusApproved || s == term.MeasureStatusRevised
}
