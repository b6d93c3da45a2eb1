package register

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
)

func TestNobodyApprovesTheirOwnWorkAndEveryOtherStepIsFree(t *testing.T) {
	for _, action := range MeasureActions {
		for _, own := range []bool{false, true} {
			err := validateStep(action, own)
			if refused := action == Approve && own; refused != (err != nil) || refused && !fault.Is(err, fault.Forbidden) {
				t.Errorf("%s of one's own work (%t): %v", action, own, err)
			}
		}
	}
}

func TestWhatWasApprovedAndRewrittenIsApprovedAnew(t *testing.T) {
	for _, value := range term.MeasureStatus("").Values() {
		from := term.MeasureStatus(value)
		want := from
		if from == term.MeasureStatusApproved {
			want = term.MeasureStatusRevised
		}
		if got := Rewritten(from); got != want {
			t.Errorf("%s is %s after it was rewritten, want %s", from, got, want)
		}
		if Controls(from) != Controls(Rewritten(from)) && Editable(from) {
			t.Errorf("rewriting a measure that is %s changes what it guards", from)
		}
	}
}
