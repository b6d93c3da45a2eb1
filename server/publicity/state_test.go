package publicity

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
)

func TestEveryActionOnFeedbackFromEveryState(t *testing.T) {
	table := map[term.FeedbackState]map[Action]string{
		"":                         {ActionReceive: "RECEIVED", ActionHandle: "NOT_FOUND"},
		term.FeedbackStateReceived: {ActionReceive: "RECEIVED_ALREADY", ActionHandle: "HANDLED"},
		term.FeedbackStateHandled:  {ActionReceive: "RECEIVED_ALREADY", ActionHandle: "HANDLED"},
	}
	if len(table) != len(term.FeedbackState("").Values())+1 {
		t.Errorf("the table has %d of %d states", len(table)-1, len(term.FeedbackState("").Values()))
	}
	for from, row := range table {
		for action, want := range row {
			to, err := Next(from, action)
			got := string(to)
			if err != nil {
				got = fault.All(err)[0].Reason
			}
			if got != want || err != nil && to != from {
				t.Errorf("%s of feedback that is %q: %s, want %s", action, from, got, want)
			}
		}
	}
}
