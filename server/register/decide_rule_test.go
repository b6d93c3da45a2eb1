package register

import (
	"fmt"
	"testing"

	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/fault"
)

func TestEveryDecisionNeedsTheTierOfTheWorseGrade(t *testing.T) {
	// Rows are the present grade, columns the decided one: A, B, C.
	want := map[term.Grade][3]authz.Action{
		term.Ungraded: {authz.DecideA, authz.DecideB, authz.DecideC},
		term.GradeC:   {authz.DecideA, authz.DecideB, authz.DecideC},
		term.GradeB:   {authz.DecideA, authz.DecideB, authz.DecideB},
		term.GradeA:   {authz.DecideA, authz.DecideA, authz.DecideA},
	}
	for present, row := range want {
		for i, decided := range []term.Grade{term.GradeA, term.GradeB, term.GradeC} {
			if got := DecisionNeeds(present, decided); got != row[i] {
				t.Errorf("from %s to %s needs %s, want %s", present, decided, got, row[i])
			}
		}
	}
}

func TestADecisionIsCheckedAgainstWhatWasDecidedAndProposed(t *testing.T) {
	grades := []term.Grade{term.GradeA, term.GradeB, term.GradeC}
	for _, present := range append(grades, term.Ungraded) {
		for _, decided := range grades {
			for _, computed := range grades {
				for _, reason := range []string{"", "情况已变化"} {
					for _, own := range []bool{false, true} {
						err := validateDecision(present, decided, Outcome{Grade: computed}, reason, own)
						what := fmt.Sprintf("from %s to %s, computed %s, reason %q, own %v", present, decided, computed, reason, own)
						if own != fault.Is(err, fault.Forbidden) {
							t.Errorf("%s: %v", what, err)
						}
						lowered := present != term.Ungraded && present < decided
						if needs := reason == "" && (lowered || decided != computed); needs != fault.Is(err, fault.Invalid) {
							t.Errorf("%s: %v, a reason is needed: %v", what, err, needs)
						}
						if faults := fault.All(err); len(faults) > 2 || (err != nil) != (len(faults) > 0) {
							t.Errorf("%s: told as %v", what, faults)
						}
					}
				}
			}
		}
	}
}

func TestOptionalReferencesAndRepeatedIds(t *testing.T) {
	if got := distinct([]int64{3, 0, 1, 3, 1, 2, 0}); fmt.Sprint(got) != "[3 1 2]" {
		t.Errorf("distinct ids are %v", got)
	}
	seven := int64(7)
	if given(nil) != 0 || given(&seven) != 7 {
		t.Error("a reference that is not given is not 0")
	}
}
