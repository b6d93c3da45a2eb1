package warning

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// moves are the states that events lead to, by the state before; where an event is missing, it can't happen. What has been lifted
// stays so: when its cause comes back, it is another warning.
var moves = map[term.WarningState]map[term.WarningEventKind]term.WarningState{
	term.WarningStateRaised: {
		term.WarningEventKindAcknowledge: term.WarningStateNotified, term.WarningEventKindAnswer: term.WarningStateAnswered,
		term.WarningEventKindEscalate: term.WarningStateEscalated, term.WarningEventKindWorsen: term.WarningStateRaised,
		term.WarningEventKindReaddress: term.WarningStateRaised, term.WarningEventKindLift: term.WarningStateLifted,
	},
	term.WarningStateNotified: {
		term.WarningEventKindAnswer: term.WarningStateAnswered, term.WarningEventKindEscalate: term.WarningStateEscalated,
		term.WarningEventKindWorsen: term.WarningStateNotified, term.WarningEventKindReaddress: term.WarningStateRaised,
		term.WarningEventKindLift: term.WarningStateLifted,
	},
	term.WarningStateEscalated: {
		term.WarningEventKindAcknowledge: term.WarningStateNotified, term.WarningEventKindAnswer: term.WarningStateAnswered,
		term.WarningEventKindEscalate: term.WarningStateEscalated, term.WarningEventKindWorsen: term.WarningStateEscalated,
		term.WarningEventKindReaddress: term.WarningStateEscalated, term.WarningEventKindLift: term.WarningStateLifted,
	},
	term.WarningStateAnswered: {
		term.WarningEventKindReturn: term.WarningStateNotified, term.WarningEventKindVerify: term.WarningStateVerified,
		term.WarningEventKindWorsen: term.WarningStateAnswered, term.WarningEventKindLift: term.WarningStateLifted,
	},
	term.WarningStateVerified: {
		term.WarningEventKindEscalate: term.WarningStateEscalated, term.WarningEventKindWorsen: term.WarningStateVerified,
		term.WarningEventKindReaddress: term.WarningStateVerified, term.WarningEventKindLift: term.WarningStateLifted,
	},
	term.WarningStateLifted: {},
}

// Next is the state of a warning after an event; INVALID_TRANSITION where the event can't happen to it.
func Next(from term.WarningState, e term.WarningEventKind) (term.WarningState, error) {
	if to, can := moves[from][e]; can {
		return to, nil
	}
	return "", fault.New(fault.InvalidTransition, "WARNING_STATE", "warningId", "预警"+from.Label("zh")+",不能"+e.Label("zh"),
		"The warning is "+from.Label("en")+": it can't be “"+e.Label("en")+"”")
}

// enter enters the state after an event; nothing else sets it.
func enter(m *ent.WarningMutation, to term.WarningState) { m.SetState(to) }

// asks tells whether somebody is asked to answer a warning in a state.
func asks(s term.WarningState) bool {
	return s == term.WarningStateRaised || s == term.WarningStateNotified || s == term.WarningStateEscalated
}

// asked are the states in which somebody is asked to answer.
var asked = []term.WarningState{term.WarningStateRaised, term.WarningStateNotified, term.WarningStateEscalated}

// settles tells whether a warning of a kind is mended once its answer is verified: what a check found wanting is looked at then and
// there. Of other kinds the register tells when the cause is gone.
func settles(k term.WarningKind) bool { return k == term.WarningKindDefectOpen }
