// Package review takes a form from its draft to filing: who is to answer it and when, their
// decisions, and what voids them.
package review

import (
	"slices"

	"sineng/ent/term"
	"sineng/server/fault"
)

// Action is an action on a form in its review; those of people match FormAction of the API.
type Action string

// The actions.
const (
	Submit         Action = "SUBMIT"
	Recall         Action = "RECALL"
	Approve        Action = "APPROVE"
	Return         Action = "RETURN"
	AskRevision    Action = "ASK_REVISION"
	AllowRevision  Action = "ALLOW_REVISION"
	RefuseRevision Action = "REFUSE_REVISION"
	// EndPublicity is taken by the program once the public display is over.
	EndPublicity Action = "END_PUBLICITY"
	// Change is taken by the program when a submitted form was edited.
	Change Action = "CHANGE"
)

// Actions lists every action.
var Actions = []Action{Submit, Recall, Approve, Return, AskRevision, AllowRevision, RefuseRevision, EndPublicity, Change}

// Stages are the stages that give a review decision, in order.
var Stages = []term.FormState{term.FormStateDeptReview, term.FormStateLeaderReview, term.FormStateInspectionReview, term.FormStateGroupReview}

// Capacity is the capacity in which somebody acts on a form.
type Capacity string

// The capacities.
const (
	// Filler may fill the form in its present state.
	Filler Capacity = "FILLER"
	// Submitter submitted it.
	Submitter Capacity = "SUBMITTER"
	// Keeper is responsible for the form: its person, whoever is assigned to fill it, and the
	// editors of the department's register.
	Keeper Capacity = "KEEPER"
	// Addressee is the person to whom the stage is addressed, and their deputy. Where nobody
	// leads the unit who may answer, it is the leading group, the next tier.
	Addressee Capacity = "ADDRESSEE"
	// StandIn is the person to whom a stage is addressed whose own holders all prepared the
	// form, and their deputy; or the leading group in their place.
	StandIn Capacity = "STAND_IN"
	// Inspector and Group hold INSPECTOR or LEADING_GROUP on the form's unit.
	Inspector Capacity = "INSPECTOR"
	Group     Capacity = "GROUP"
	// Program is the program itself.
	Program Capacity = "PROGRAM"
)

// capacities lists the actions that each state allows, with the capacities that may take them.
var capacities = map[term.FormState]map[Action][]Capacity{
	term.FormStateDraft: {Submit: {Filler}},
	term.FormStateDeptReview: {Recall: {Submitter}, Approve: {Addressee}, Return: {Addressee},
		Change: {Program}},
	term.FormStateLeaderReview:     {Approve: {Addressee}, Return: {Addressee}, Change: {Program}},
	term.FormStateInspectionReview: {Approve: {Inspector, StandIn}, Return: {Inspector, StandIn}, Change: {Program}},
	term.FormStateGroupReview:      {Approve: {Group}, Return: {Group}, Change: {Program}},
	term.FormStatePublicity:        {Return: {Inspector}, EndPublicity: {Program}, Change: {Program}},
	term.FormStateFiled:            {AskRevision: {Keeper}},
	term.FormStateRevising:         {AllowRevision: {Inspector, Group, StandIn}, RefuseRevision: {Inspector, Group, StandIn}},
	term.FormStateDropped:          {},
}

// Facts are what a step depends on besides the state.
type Facts struct {
	Kind      term.FormKind
	ContainsA bool
	// Given are the stages with an approval in force, including the one being given.
	Given []term.FormState
	// Answered is true when this submission has any review decision.
	Answered bool
	// Published is true when this submission's public display is over.
	Published bool
	// To is the state to return to.
	To term.FormState
}

// Demanded are the stages whose approval a form needs before it is filed.
func Demanded(containsA bool) []term.FormState {
	if containsA {
		return Stages
	}
	return Stages[:len(Stages)-1]
}

// IsPublished reports whether a form is made public before it is filed.
func IsPublished(kind term.FormKind) bool {
	return kind == term.FormKindPowers || kind == term.FormKindRisks
}

// Next is the state after a step, or INVALID_TRANSITION.
func Next(from term.FormState, action Action, f Facts) (term.FormState, error) {
	if _, ok := capacities[from][action]; !ok {
		return "", wrongState(from)
	}
	switch action {
	case Submit:
		return term.FormStateDeptReview, nil
	case Recall:
		if f.Answered {
			return "", fault.New(fault.InvalidTransition, "ANSWERED_ALREADY", "formId",
				"审核人已签署意见,不能撤回;如需修改,请联系审核人退回", "It has been answered already and cannot be recalled; ask the reviewer to return it")
		}
		return term.FormStateDraft, nil
	case Return:
		return returned(from, f)
	case AskRevision:
		return term.FormStateRevising, nil
	case RefuseRevision:
		return term.FormStateFiled, nil
	case AllowRevision, Change:
		return term.FormStateDraft, nil
	default: // Approve, EndPublicity
		return onward(f), nil
	}
}

// wrongState refuses an action that a state does not allow, whoever takes it.
func wrongState(from term.FormState) error {
	return fault.New(fault.InvalidTransition, "FORM_STATE", "formId",
		"表格当前状态为“"+from.Label("zh")+"”,不能执行此操作", "A form that is "+string(from)+" does not take this step")
}

// onward is the state after a completed stage: the first stage that has not approved, then
// public display, then filing.
func onward(f Facts) term.FormState {
	for _, stage := range Demanded(f.ContainsA) {
		if !slices.Contains(f.Given, stage) {
			return stage
		}
	}
	if IsPublished(f.Kind) && !f.Published {
		return term.FormStatePublicity
	}
	return term.FormStateFiled
}

// returned is the state after a return: the draft, or a stage before the present one.
func returned(from term.FormState, f Facts) (term.FormState, error) {
	if f.To == term.FormStateDraft || before(f.To, from) && slices.Contains(Demanded(f.ContainsA), f.To) {
		return f.To, nil
	}
	return "", fault.Bad("to", "NO_EARLIER_STAGE", "只能退回填报人或更早的审核环节", "It can be returned only to the draft or to an earlier stage")
}

// Earlier are the states that a form may be returned to, the draft first.
func Earlier(from term.FormState, f Facts) []term.FormState {
	out := []term.FormState{}
	if _, ok := capacities[from][Return]; !ok {
		return out
	}
	for _, to := range append([]term.FormState{term.FormStateDraft}, Stages...) {
		f.To = to
		if _, err := returned(from, f); err == nil {
			out = append(out, to)
		}
	}
	return out
}

// before reports whether a stage comes before a state.
func before(stage, state term.FormState) bool {
	i := slices.Index(Stages, stage)
	j := slices.Index(Stages, state)
	if state == term.FormStatePublicity {
		j = len(Stages)
	}
	return i >= 0 && i < j
}

// InReview reports whether a form is submitted and not yet filed.
func InReview(s term.FormState) bool {
	return s == term.FormStatePublicity || slices.Contains(Stages, s)
}
