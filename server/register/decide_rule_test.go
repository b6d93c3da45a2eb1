package register

import (
	"fmt"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
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

func TestEachTierIsOfferedTheGradesItMayDecide(t *testing.T) {
	levels := [6]int64{7}
	for role, want := range map[term.Role]map[term.Grade]int{
		// How many of A, B, C are offered where the present grade is …
		term.RoleStaff:           {term.Ungraded: 0, term.GradeA: 0, term.GradeB: 0, term.GradeC: 0},
		term.RoleDeptHead:        {term.Ungraded: 1, term.GradeA: 0, term.GradeB: 0, term.GradeC: 1},
		term.RoleLeaderInCharge:  {term.Ungraded: 2, term.GradeA: 0, term.GradeB: 2, term.GradeC: 2},
		term.RolePrincipalLeader: {term.Ungraded: 2, term.GradeA: 0, term.GradeB: 2, term.GradeC: 2},
		term.RoleLeadingGroup:    {term.Ungraded: 3, term.GradeA: 3, term.GradeB: 3, term.GradeC: 3},
		term.RoleSystemAdmin:     {term.Ungraded: 0, term.GradeA: 0, term.GradeB: 0, term.GradeC: 0},
	} {
		v := &viewer.Viewer{Grants: []viewer.Grant{{Role: role, Scope: viewer.Scope{Roots: []viewer.Root{{ID: 7, Level: 1}}}}}}
		for present, n := range want {
			r := &ent.RiskPoint{Grade: present, Status: term.RiskStatusDecided, L1: levels[0]}
			if got := Decidable(v, r); len(got) != n {
				t.Errorf("%s is offered %v where the grade is %s, want %d", role, got, present, n)
			}
			r.Status = term.RiskStatusRetired
			if got := Decidable(v, r); len(got) != 0 {
				t.Errorf("%s is offered %v for a retired risk point", role, got)
			}
		}
	}
}
