package education_test

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/education"
	"sineng/server/fault"
)

func TestEveryEventOfASessionInEveryState(t *testing.T) {
	const refused = term.EducationState("")
	table := map[term.EducationState]map[education.Event]term.EducationState{
		term.EducationStatePlanned:   {education.EventHold: term.EducationStateHeld, education.EventCancel: term.EducationStateCancelled},
		term.EducationStateHeld:      {education.EventHold: refused, education.EventCancel: term.EducationStateCancelled},
		term.EducationStateCancelled: {education.EventHold: refused, education.EventCancel: refused},
	}
	if len(table) != len(term.EducationState("").Values()) {
		t.Fatal("the table lacks a state")
	}
	for from, events := range table {
		if len(events) != len(education.Event("").Values()) {
			t.Errorf("%s: the table lacks an event", from)
		}
		for e, want := range events {
			got, err := education.Next(from, e)
			if got != want || (want == refused) != fault.Is(err, fault.InvalidTransition) {
				t.Errorf("%s after %s is %q (%v), want %q", from, e, got, err, want)
			}
		}
		if from.Open() != (from != term.EducationStateCancelled) {
			t.Errorf("%s is open: %v", from, from.Open())
		}
	}
}
