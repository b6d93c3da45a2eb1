package objection

import (
	"sineng/ent/term"
	"sineng/server/fault"
)

// Action is an action on an objection.
type Action string

// The actions.
const (
	ActionRaise    Action = "RAISE"
	ActionAnswer   Action = "ANSWER"
	ActionWithdraw Action = "WITHDRAW"
)

// Actions lists every action.
var Actions = []Action{ActionRaise, ActionAnswer, ActionWithdraw}

// Capacity is the capacity in which somebody acts on an objection.
type Capacity string

// The capacities.
const (
	// Objector is the person whose record it is about, in a session of their own.
	Objector Capacity = "OBJECTOR"
	// Answerer holds the tier that the objection is addressed to, or a higher one.
	Answerer Capacity = "ANSWERER"
	// Recorder holds that tier too, but recorded or decided what the objection is about.
	Recorder Capacity = "RECORDER"
	// Bystander is everybody else, and every API token.
	Bystander Capacity = "BYSTANDER"
)

// Capacities lists every capacity.
var Capacities = []Capacity{Objector, Answerer, Recorder, Bystander}

// Next is the state of an objection after an action taken in a capacity, or the reason why it
// is refused. The empty state stands for no objection yet; raising from another state raises a
// further objection to the same record. Refusals name the tier that it is addressed to.
func Next(from term.ObjectionState, action Action, as Capacity, tier term.Role) (term.ObjectionState, error) {
	switch action {
	case ActionRaise:
		return raised(from, as)
	case ActionAnswer:
		return answered(from, as, tier)
	default: // ActionWithdraw
		return withdrawn(from, as)
	}
}

func raised(from term.ObjectionState, as Capacity) (term.ObjectionState, error) {
	switch {
	case as != Objector:
		return from, fault.MissingAt("aboutId", "记录", "record of yours")
	case from == term.ObjectionStateRaised:
		return from, fault.New(fault.Conflict, "ALREADY_RAISED", "aboutId", "您对此项的申诉正在复核,请等待答复", "Your objection to this is being reviewed; wait for its answer")
	}
	return term.ObjectionStateRaised, nil
}

func answered(from term.ObjectionState, as Capacity, tier term.Role) (term.ObjectionState, error) {
	if from != term.ObjectionStateRaised {
		return from, ended(from)
	}
	switch as {
	case Answerer:
		return term.ObjectionStateAnswered, nil
	case Bystander:
		return from, fault.New(fault.Forbidden, "NOT_THAT_TIER", "objectionId", "该申诉由"+tier.Label("zh")+"(或其上级)答复",
			"It is answered by "+tier.Label("en")+" or a tier above")
	}
	return from, fault.New(fault.Forbidden, "SELF_REVIEW", "objectionId", "申诉人和记录、审定该事项的人不能答复该申诉",
		"Neither who objects nor who recorded or decided it answers")
}

func withdrawn(from term.ObjectionState, as Capacity) (term.ObjectionState, error) {
	switch {
	case as != Objector:
		return from, fault.New(fault.Forbidden, "NOT_YOURS", "objectionId", "只有申诉人本人可以撤回", "Only the person who raised it may withdraw it")
	case from != term.ObjectionStateRaised:
		return from, ended(from)
	}
	return term.ObjectionStateWithdrawn, nil
}

// ended refuses an action that only an unanswered objection allows.
func ended(s term.ObjectionState) error {
	if s == "" {
		return fault.MissingAt("objectionId", "申诉", "objection")
	}
	return fault.New(fault.InvalidTransition, "OBJECTION_ENDED", "objectionId", "该申诉"+s.Label("zh"), "The objection is "+string(s))
}

// part is a viewer's relation to an objection.
type part struct {
	// self is true when it is about their own record and they are in a session, not using a
	// token.
	self bool
	// reaches is true when they hold the tier that it is addressed to, or a higher one.
	reaches bool
	// involved is true when they recorded or decided what it is about.
	involved bool
}

// capacity is the capacity that follows from a part.
func (p part) capacity() Capacity {
	switch {
	case p.self:
		return Objector
	case !p.reaches:
		return Bystander
	case p.involved:
		return Recorder
	}
	return Answerer
}
