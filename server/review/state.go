// Package review takes a form from its draft to the file: who is to answer it and when, what
// they said, and what makes their answer void.
package review

import (
	"slices"

	"sineng/ent/term"
	"sineng/server/fault"
)

// Action is a step of a form through its review; those of people match FormAction of the API.
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
	// EndPublicity is taken by the program once the public window is over.
	EndPublicity Action = "END_PUBLICITY"
	// Change is taken by the program when somebody wrote in what was handed in.
	Change Action = "CHANGE"
)

// Actions lists every action.
var Actions = []Action{Submit, Recall, Approve, Return, AskRevision, AllowRevision, RefuseRevision, EndPublicity, Change}

// Stages are the stages that give a review decision, in their order.
var Stages = []term.FormState{term.FormStateDeptReview, term.FormStateLeaderReview, term.FormStateInspectionReview, term.FormStateGroupReview}

// Capacity is the part in which somebody acts on a form.
type Capacity string

// The capacities.
const (
	// Filler may fill the form in as it stands.
	Filler Capacity = "FILLER"
	// Submitter handed it in.
	Submitter Capacity = "SUBMITTER"
	// Keeper answers for the form: its person, who was told to fill it, or who keeps the
	// department's register.
	Keeper Capacity = "KEEPER"
	// Addressee is whom the stage is addressed to, or who signs for them while they are away.
	// Where nobody leads the unit who could be, it is the leading group, the next tier.
	Addressee Capacity = "ADDRESSEE"
	// Inspector and Group hold INSPECTOR or LEADING_GROUP on the form's unit.
	Inspector Capacity = "INSPECTOR"
	Group     Capacity = "GROUP"
	// Program is nobody: the program acts by itself.
	Program Capacity = "PROGRAM"
)

// capacities says what can be done in each state, and by whom.
var capacities = map[term.FormState]map[Action][]Capacity{
	term.FormStateDraft: {Submit: {Filler}},
	term.FormStateDeptReview: {Recall: {Submitter}, Approve: {Addressee}, Return: {Addressee},
		Change: {Program}},
	term.FormStateLeaderReview:     {Approve: {Addressee}, Return: {Addressee}, Change: {Program}},
	term.FormStateInspectionReview: {Approve: {Inspector}, Return: {Inspector}, Change: {Program}},
	term.FormStateGroupReview:      {Approve: {Group}, Return: {Group}, Change: {Program}},
	term.FormStatePublicity:        {Return: {Inspector}, EndPublicity: {Program}, Change: {Program}},
	term.FormStateFiled:            {AskRevision: {Keeper}},
	term.FormStateRevising:         {AllowRevision: {Inspector, Group}, RefuseRevision: {Inspector, Group}},
	term.FormStateDropped:          {},
}

// Facts are what a step depends on beside the state.
type Facts struct {
	Kind      term.FormKind
	ContainsA bool
	// Given are the stages that have an approval in force, the one being given included.
	Given []term.FormState
	// Answered reports whether any review decision was given on this submission.
	Answered bool
	// Published reports whether this submission's public window is over.
	Published bool
	// To is the state that it is returned to.
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

// wrongState refuses an action that a state does not take, whoever asks for it.
func wrongState(from term.FormState) error {
	return fault.New(fault.InvalidTransition, "FORM_STATE", "formId",
		"表格当前状态为“"+from.Label("zh")+"”,不能执行此操作", "A form that is "+string(from)+" does not take this step")
}

// onward is where a form goes once a stage is done with it: to the first stage that has not
// approved it, then to the public, then to the file.
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

// returned is where a form is returned to: the draft, or a stage before the present one.
func returned(from term.FormState, f Facts) (term.FormState, error) {
	if f.To == term.FormStateDraft || before(f.To, from) && slices.Contains(Demanded(f.ContainsA), f.To) {
		return f.To, nil
	}
	return "", fault.Bad("to", "NO_EARLIER_STAGE", "只能退回填报人或更早的审核环节", "It can be returned to who filled it in or to an earlier stage only")
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

// InReview reports whether a form was handed in and is not filed yet.
func InReview(s term.FormState) bool {
	return s == term.FormStatePublicity || slices.Contains(Stages, s)
}
