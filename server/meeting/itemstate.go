package meeting

import (
	"sineng/ent/term"
	"sineng/server/fault"
)

// ItemStep is an action on an item of an agenda.
type ItemStep string

// The steps of an item.
const (
	PutOn  ItemStep = "PUT_ON" // the agenda of a meeting
	VoteOn ItemStep = "VOTE"
	Decide ItemStep = "DECIDE"
	Defer  ItemStep = "DEFER"
	// Withdraw takes it off since what it is about was changed; votes cast on it are void.
	Withdraw ItemStep = "WITHDRAW"
)

// ItemSteps lists the steps.
var ItemSteps = []ItemStep{PutOn, VoteOn, Decide, Defer, Withdraw}

// NextItem is the state of an item after a step, from the empty state for one that is not on
// the agenda yet. A decided or deferred item allows no further step; a withdrawn one may be put
// on the agenda again.
func NextItem(from term.ItemState, step ItemStep) (term.ItemState, error) {
	switch from {
	case "":
		if step == PutOn {
			return term.ItemStatePending, nil
		}
		return from, fault.MissingAt("itemId", "议项", "item")
	case term.ItemStateDecided, term.ItemStateDeferred:
		return from, fault.New(fault.InvalidTransition, "ITEM_SETTLED", "itemId",
			"该议项"+from.Label("zh")+",不能再表决", "The item is "+string(from)+" and takes no more votes")
	}
	if from == term.ItemStateWithdrawn {
		if step == PutOn {
			return term.ItemStatePending, nil
		}
		return from, fault.New(fault.InvalidTransition, "ITEM_WITHDRAWN", "itemId",
			"该议项因内容变动已撤出议程,不能再表决", "The item was withdrawn since what it is about was changed; it takes no more votes")
	}
	switch step {
	case VoteOn:
		return term.ItemStateVoting, nil
	case Decide:
		return term.ItemStateDecided, nil
	case Defer:
		return term.ItemStateDeferred, nil
	case Withdraw:
		return term.ItemStateWithdrawn, nil
	}
	return from, fault.New(fault.InvalidTransition, "ITEM_ON_AGENDA", "itemId", "该议项已在议程中", "The item is on the agenda already")
}
