package balance_test

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/balance"
	"sineng/server/fault"
)

func TestEveryEventOfAConflict(t *testing.T) {
	moves := map[term.ConflictState]map[balance.Event]term.ConflictState{
		term.ConflictStateOpen:     {balance.EventGone: term.ConflictStateSettled, balance.EventAccept: term.ConflictStateAccepted},
		term.ConflictStateAccepted: {balance.EventGone: term.ConflictStateSettled, balance.EventLapse: term.ConflictStateOpen},
		term.ConflictStateSettled:  {},
	}
	for _, from := range term.ConflictState("").Values() {
		for _, e := range balance.Event("").Values() {
			want, moves := moves[term.ConflictState(from)][balance.Event(e)]
			got, err := balance.Next(term.ConflictState(from), balance.Event(e))
			switch {
			case moves && (err != nil || got != want):
				t.Errorf("%s after %s is %s, %v; want %s", from, e, got, err, want)
			case !moves && !fault.Is(err, fault.InvalidTransition):
				t.Errorf("%s after %s is %s, %v", from, e, got, err)
			}
		}
	}
}
