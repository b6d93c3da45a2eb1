package rulebook

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
)

func TestOnlyOpenReviewsMove(t *testing.T) {
	want := map[Event]term.RulesReviewState{
		EventKeep: term.RulesReviewStateKept, EventChange: term.RulesReviewStateChanged,
		EventUnlink: term.RulesReviewStateDropped, EventRetire: term.RulesReviewStateDropped, EventRenew: term.RulesReviewStateDropped,
	}
	for _, from := range term.RulesReviewState("").Values() {
		for _, e := range Event("").Values() {
			got, err := Next(term.RulesReviewState(from), Event(e))
			if from != string(term.RulesReviewStateOpen) {
				if !fault.Is(err, fault.InvalidTransition) {
					t.Errorf("%s on %s: %s, %v", e, from, got, err)
				}
				continue
			}
			if err != nil || got != want[Event(e)] {
				t.Errorf("%s on %s: %s, %v, want %s", e, from, got, err, want[Event(e)])
			}
		}
	}
}
