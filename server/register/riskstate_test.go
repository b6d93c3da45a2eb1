package register

import (
	"fmt"
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
)

// riskOutcome is the result of an action, as "status grade proposed endorsed" and the marks of
// the state, or the reason why it is refused.
func riskOutcome(to RiskState, err error) string {
	if err != nil {
		return fault.All(err)[0].Reason
	}
	out := fmt.Sprint(to.Status, " ", to.Grade, " ", to.Proposed, " ", to.Endorsed)
	for i, is := range []bool{to.Outdated, to.Opening, to.Retiring, to.Unassessed} {
		if is {
			out += []string{" outdated", " opening", " retiring", " unassessed"}[i]
		}
	}
	return out
}

const refused = "NOT_PERMITTED"

// The capacities that may take each action on a risk point in force; the tests below cover
// what else an action depends on.
var riskActorTable = map[RiskAction]map[RiskCapacity]bool{
	RiskRevise:  {Assessor: true, Program: true},
	RiskPropose: {Assessor: true, UnitMeeting: true, Program: true},
	RiskRewrite: {Assessor: true, Program: true},
	RiskOpen:    {GroupMeeting: true, Program: true},
	RiskEndorse: {Decider: true, UnitMeeting: true, Program: true},
	RiskConcur:  {Concurring: true, Program: true},
	RiskRefuse:  {Concurring: true, Program: true},
	RiskDecide:  {Decider: true, UnitMeeting: true, GroupMeeting: true, Program: true},
	RiskRetire:  {Assessor: true, Decider: true, GroupMeeting: true, Program: true},

	RiskEndorseRetirement: {Decider: true, Program: true},
	RiskConcurRetirement:  {Concurring: true, Program: true},
	RiskRefuseRetirement:  {Concurring: true, Program: true},
	RiskDropRetirement:    {Program: true},
}

// The result of a decision of A, B and C from each grade, by capacity: a tick, or the reason.
var (
	meet, concur, head = "MEETING_REQUIRED", "CONCURRENCE_REQUIRED", "NO_CONCURRENCE_NEEDED"
	oneDecides         = map[term.Grade][3]string{
		term.Ungraded: {meet, concur, ""}, term.GradeC: {meet, concur, ""}, term.GradeB: {meet, concur, concur}, term.GradeA: {meet, meet, meet}}
	oneEndorses = map[term.Grade][3]string{
		term.Ungraded: {meet, "", head}, term.GradeC: {meet, "", head}, term.GradeB: {meet, "", ""}, term.GradeA: {meet, meet, meet}}
)

var allGrades = []term.Grade{term.Ungraded, term.GradeA, term.GradeB, term.GradeC}

// wantRisk is the expected result of an action on a risk point in force, from the tables.
func wantRisk(from RiskState, action RiskAction, i int, grade term.Grade, as RiskCapacity) string {
	if action == RiskRecord {
		return "RISK_RECORDED"
	}
	if from.Unassessed && (action == RiskEndorse || action == RiskDecide) {
		return "NEW_ASSESSMENT_REQUIRED"
	}
	if (action == RiskConcur || action == RiskRefuse) && from.Endorsed == term.Ungraded {
		return "NOT_ENDORSED"
	}
	if (action == RiskConcurRetirement || action == RiskRefuseRetirement || action == RiskDropRetirement) && !from.Retiring {
		return "RETIREMENT_NOT_ENDORSED"
	}
	if action == RiskOpen && from.Grade != term.Ungraded {
		return "DECIDED_BEFORE"
	}
	if !riskActorTable[action][as] {
		return refused
	}
	if action == RiskRevise {
		return riskOutcome(from, nil)
	}
	to := from
	to.Endorsed, to.Retiring = term.Ungraded, false
	switch action {
	case RiskPropose:
		if from.Unassessed && as == UnitMeeting {
			return "NEW_ASSESSMENT_REQUIRED"
		}
		to.Proposed, to.Unassessed = grade, false
	case RiskRewrite:
		// The grade stays in force, on an earlier text; what was assessed on it is void.
		if from.Grade != term.Ungraded {
			to.Outdated, to.Proposed = true, term.Ungraded
		} else if from.Endorsed != term.Ungraded {
			to.Proposed = term.Ungraded
		}
		if from.Grade == term.Ungraded {
			to.Outdated = false
		}
	case RiskOpen:
		to.Status, to.Grade, to.Opening, to.Outdated = term.RiskStatusDecided, grade, true, false
	case RiskEndorseRetirement:
		switch from.Grade {
		case term.GradeA:
			return meet
		case term.GradeC, term.Ungraded:
			return head
		}
		to.Retiring = true
	case RiskConcurRetirement:
		to.Status = term.RiskStatusRetired
	case RiskEndorse:
		if why := oneEndorses[from.Grade][i]; why != "" {
			return why
		}
		to.Endorsed = grade
	case RiskConcur:
		to.Status, to.Grade, to.Outdated, to.Opening = term.RiskStatusDecided, from.Endorsed, false, false
	case RiskRefuse:
	case RiskDecide:
		if why := oneDecides[from.Grade][i]; why != "" && (as == Decider || as == UnitMeeting) {
			return why
		}
		to.Status, to.Grade, to.Outdated, to.Opening = term.RiskStatusDecided, grade, false, false
	case RiskRetire:
		switch {
		case as == Program || as == GroupMeeting:
		case from.Grade == term.GradeA:
			return meet
		case from.Grade == term.GradeB:
			return concur
		case as == Assessor && from.Grade != term.Ungraded || as == Decider && from.Grade == term.Ungraded:
			return refused
		}
		to.Status = term.RiskStatusRetired
	}
	return riskOutcome(to, nil)
}

func TestEveryActionOnARiskPointFromEveryStateInEveryCapacity(t *testing.T) {
	pairs := 0
	for _, grade := range allGrades {
		for _, endorsed := range allGrades {
			for _, proposed := range allGrades {
				status := term.RiskStatusDecided
				if grade == term.Ungraded {
					status = term.RiskStatusProposed
				}
				for marks := range 16 {
					from := RiskState{status, grade, proposed, endorsed, marks&1 != 0, marks&2 != 0, marks&4 != 0, marks&8 != 0}
					pairs += checkRisk(t, from)
				}
			}
		}
	}
	if want := 4 * 4 * 4 * 16 * 14 * 6 * 3; pairs != want {
		t.Errorf("%d pairs, want %d: write the new one into the tables", pairs, want)
	}
}

// checkRisk takes every action in every capacity from a state, and counts them.
func checkRisk(t *testing.T, from RiskState) (pairs int) {
	t.Helper()
	for _, action := range RiskActions {
		for _, as := range RiskCapacities {
			for i, given := range allGrades[1:] {
				pairs++
				to, err := NextRisk(from, action, given, as)
				if got, want := riskOutcome(to, err), wantRisk(from, action, i, given, as); got != want {
					t.Errorf("%s %s of %v by %s: %s, want %s", action, given, from, as, got, want)
				}
				if err != nil && to != from {
					t.Errorf("%s of %v by %s was refused and led to %v", action, from, as, to)
				}
			}
		}
	}
	return pairs
}

func TestARiskPointRecordedWithoutAGradeIsUnassessedUntilOneIsProposed(t *testing.T) {
	recorded, err := NextRisk(RiskState{}, RiskRecord, term.Ungraded, Assessor)
	if got := riskOutcome(recorded, err); got != "PROPOSED U U U unassessed" {
		t.Errorf("recorded without a grade it is %s", got)
	}
	if got := riskOutcome(NextRisk(recorded, RiskPropose, term.GradeB, Assessor)); got != "PROPOSED U B U" {
		t.Errorf("assessed it is %s", got)
	}
	if got := riskOutcome(NextRisk(recorded, RiskOpen, term.GradeA, GroupMeeting)); got != "DECIDED A U U opening unassessed" {
		t.Errorf("opened it is %s", got)
	}
}

func TestBeforeItIsRecordedAndAfterItIsRetiredNothingElseIsDone(t *testing.T) {
	recorders := map[RiskCapacity]bool{Assessor: true, Program: true}
	retired := RiskState{Status: term.RiskStatusRetired, Grade: term.GradeB, Proposed: term.GradeB, Endorsed: term.GradeB}
	for _, action := range RiskActions {
		for _, as := range RiskCapacities {
			want := "NOT_FOUND"
			if action == RiskRecord {
				if want = refused; recorders[as] {
					want = "PROPOSED U C U"
				}
			}
			if got := riskOutcome(NextRisk(RiskState{}, action, term.GradeC, as)); got != want {
				t.Errorf("%s by %s before it is recorded: %s, want %s", action, as, got, want)
			}
			if want = "RISK_RETIRED"; action == RiskRecord {
				want = "RISK_RECORDED"
			}
			if got := riskOutcome(NextRisk(retired, action, term.GradeC, as)); got != want {
				t.Errorf("%s by %s after it was retired: %s, want %s", action, as, got, want)
			}
		}
	}
}
