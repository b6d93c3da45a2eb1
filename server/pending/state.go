package pending

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// action is what is done with an act that waits.
type action string

const (
	confirm  action = "CONFIRM"
	decline  action = "DECLINE"
	withdraw action = "WITHDRAW"
	expire   action = "EXPIRE" // nobody decided it in time
	effect   action = "EFFECT" // the operator's break-glass takes effect
)

var actions = []action{confirm, decline, withdraw, expire, effect}

// capacity is in which relation somebody stands to an act.
type capacity string

const (
	gainer   capacity = "GAINER"   // gains by it, by any of their accounts
	beginner capacity = "BEGINNER" // began it
	worded   capacity = "WORDED"   // their own word is needed, or they stand above whose it is
	second   capacity = "SECOND"   // has the right to confirm it and stands in no other relation
	excluded capacity = "EXCLUDED" // has the right, but is concerned in another way
	stranger capacity = "STRANGER" // has nothing to do with it
	program  capacity = "PROGRAM"  // the program itself
)

var capacities = []capacity{gainer, beginner, worded, second, excluded, stranger, program}

// next is the status of an act after an action taken in a capacity, or the reason why it is refused.
// word tells that the act needs the word of a person, so that no other second person will do.
func next(from term.ActStatus, do action, as capacity, word bool) (term.ActStatus, error) {
	if from != term.ActStatusPending {
		return from, fault.New(fault.InvalidTransition, "NOT_PENDING", "actId", "该事项已不在待确认状态", "The act does not wait for a confirmation any more")
	}
	switch do {
	case expire, effect:
		if as != program {
			return from, notPermitted()
		}
		if do == expire {
			return term.ActStatusExpired, nil
		}
		return term.ActStatusConfirmed, nil
	case withdraw:
		if as != beginner && as != program {
			return from, fault.New(fault.Forbidden, "NOT_THE_BEGINNER", "actId", "只有提请人可以撤回该事项", "Only who began the act withdraws it")
		}
		return term.ActStatusWithdrawn, nil
	}
	switch {
	case as == gainer:
		return from, fault.New(fault.Forbidden, "GAINS_BY_IT", "actId", "事项涉及本人,不能由本人确认或驳回", "Nobody decides about an act by which they gain")
	case as == beginner:
		return from, fault.New(fault.Forbidden, "NOT_SECOND_PERSON", "actId", "须由提请人以外的另一人确认;如不再需要,请撤回",
			"An act is decided by somebody other than who began it, who may withdraw it")
	case as == excluded:
		return from, fault.New(fault.Forbidden, "CONCERNED", "actId", "您与该事项有关,须由他人确认", "You are concerned in this act; somebody else decides it")
	case as == stranger:
		return from, notPermitted()
	case word && as == second:
		return from, fault.New(fault.Forbidden, "NEEDS_WORD", "actId", "该事项须由本人或其上一级同意", "The act needs the word of whoever is represented, or of who stands above them")
	case do == decline:
		return term.ActStatusDeclined, nil
	}
	return term.ActStatusConfirmed, nil
}

func notPermitted() error {
	return fault.New(fault.Forbidden, "NOT_PERMITTED", "actId", "您没有进行此操作的权限", "You may not do this here")
}

// enter sets the status of an act. No other code does.
func enter(m *ent.PendingActMutation, to term.ActStatus) { m.SetStatus(to) }
