package instruction

import (
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// moves are the states that events lead to, by the state before; where an event is missing, it can't happen. What was accepted or
// withdrawn stays so.
var moves = map[term.InstructionState]map[term.InstructionEventKind]term.InstructionState{
	term.InstructionStateOrdered: under(term.InstructionStateOrdered, map[term.InstructionEventKind]term.InstructionState{
		term.InstructionEventKindAcknowledge: term.InstructionStateAcknowledged,
	}),
	term.InstructionStateAcknowledged: under(term.InstructionStateAcknowledged, nil),
	term.InstructionStateAnswered: under(term.InstructionStateAnswered, map[term.InstructionEventKind]term.InstructionState{
		term.InstructionEventKindReturn: term.InstructionStateReturned,
	}),
	term.InstructionStateReturned: under(term.InstructionStateReturned, nil),
	term.InstructionStateReported: {
		term.InstructionEventKindAccept: term.InstructionStateAccepted, term.InstructionEventKindReturn: term.InstructionStateReturned,
		term.InstructionEventKindRemind: term.InstructionStateReported,
	},
	term.InstructionStateAccepted:  {},
	term.InstructionStateWithdrawn: {},
}

// under are the moves from a state in which something is asked of somebody, with more of its own. Who is asked anew has not read it.
func under(s term.InstructionState, more map[term.InstructionEventKind]term.InstructionState) map[term.InstructionEventKind]term.InstructionState {
	out := map[term.InstructionEventKind]term.InstructionState{
		term.InstructionEventKindAnswer: term.InstructionStateAnswered, term.InstructionEventKindReport: term.InstructionStateReported,
		term.InstructionEventKindExtend: s, term.InstructionEventKindEscalate: s,
		term.InstructionEventKindReaddress: term.InstructionStateOrdered, term.InstructionEventKindWithdraw: term.InstructionStateWithdrawn,
	}
	for e, to := range more {
		out[e] = to
	}
	return out
}

// Next is the state of an instruction after an event; INVALID_TRANSITION where the event can't happen to it.
func Next(from term.InstructionState, e term.InstructionEventKind) (term.InstructionState, error) {
	if to, can := moves[from][e]; can {
		return to, nil
	}
	return "", fault.New(fault.InvalidTransition, "INSTRUCTION_STATE", "instructionId", "督办"+from.Label("zh")+",不能"+e.Label("zh"),
		"The instruction is “"+from.Label("en")+"”: it can't be “"+e.Label("en")+"”")
}

// enter enters the state after an event; nothing else sets it. What is over asks nothing of anybody.
func enter(m *ent.InstructionMutation, to term.InstructionState, now time.Time) {
	if m.SetState(to); !slices.Contains(open, to) {
		m.SetClosedAt(now)
		m.ClearAnswerBy()
		m.ClearNextHopOn()
	}
}

// waiting are the states in which something is asked of somebody.
var waiting = []term.InstructionState{term.InstructionStateOrdered, term.InstructionStateAcknowledged, term.InstructionStateAnswered, term.InstructionStateReturned}

// open are the states of instructions that are not over.
var open = append([]term.InstructionState{term.InstructionStateReported}, waiting...)

func waits(s term.InstructionState) bool { return slices.Contains(waiting, s) }

// silent are the states in which it has not been said what will be done.
var silent = []term.InstructionState{term.InstructionStateOrdered, term.InstructionStateAcknowledged}

func unanswered(s term.InstructionState) bool { return slices.Contains(silent, s) }
