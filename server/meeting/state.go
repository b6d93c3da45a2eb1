package meeting

import (
	"sineng/ent/term"
	"sineng/server/fault"
)

// Step is an action on a meeting.
type Step string

// The steps of a meeting.
const (
	Revise Step = "REVISE" // its time, place, members and agenda
	Open   Step = "OPEN"
	Vote   Step = "VOTE" // on an item, or record its outcome
	Close  Step = "CLOSE"
	Cancel Step = "CANCEL"
)

// Steps lists the steps.
var Steps = []Step{Revise, Open, Vote, Close, Cancel}

// steps is the state machine of a meeting: PLANNED → OPEN → CLOSED, or CANCELLED from either
// of the first two. Closed and cancelled meetings are final.
var steps = map[term.MeetingState]map[Step]term.MeetingState{
	term.MeetingStatePlanned:   {Revise: term.MeetingStatePlanned, Open: term.MeetingStateOpen, Cancel: term.MeetingStateCancelled},
	term.MeetingStateOpen:      {Vote: term.MeetingStateOpen, Close: term.MeetingStateClosed, Cancel: term.MeetingStateCancelled},
	term.MeetingStateClosed:    {},
	term.MeetingStateCancelled: {},
}

// Next is the state after a step, or INVALID_TRANSITION.
func Next(from term.MeetingState, step Step) (term.MeetingState, error) {
	if to, ok := steps[from][step]; ok {
		return to, nil
	}
	return "", fault.New(fault.InvalidTransition, "MEETING_STATE", "id",
		"会议当前状态为“"+from.Label("zh")+"”,不能执行此操作", "A meeting that is "+string(from)+" does not take this step")
}

// NextSteps lists the steps that a state allows, whoever takes them.
func NextSteps(from term.MeetingState) []Step {
	out := []Step{}
	for _, s := range Steps {
		if _, ok := steps[from][s]; ok {
			out = append(out, s)
		}
	}
	return out
}

// Quorum is the default quorum of a number of members: more than half.
func Quorum(members int) int { return members/2 + 1 }
