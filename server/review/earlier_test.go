package review

import (
	"fmt"
	"testing"

	"sineng/ent/term"
)

func TestAFormIsReturnedToItsDraftOrToAnEarlierStageThatItPasses(t *testing.T) {
	const (
		draft, dept, leader, inspection = "DRAFT", "DRAFT DEPT_REVIEW", "DRAFT DEPT_REVIEW LEADER_REVIEW", "DRAFT DEPT_REVIEW LEADER_REVIEW INSPECTION_REVIEW"
		group                           = inspection + " GROUP_REVIEW"
	)
	// For each state: a form without a grade A, and one with one.
	want := map[term.FormState][2]string{
		term.FormStateDraft: {"", ""}, term.FormStateDeptReview: {draft, draft}, term.FormStateLeaderReview: {dept, dept},
		term.FormStateInspectionReview: {leader, leader}, term.FormStateGroupReview: {inspection, inspection},
		term.FormStatePublicity: {inspection, group}, term.FormStateFiled: {"", ""}, term.FormStateRevising: {"", ""}, term.FormStateDropped: {"", ""},
	}
	for _, value := range term.FormState("").Values() {
		from := term.FormState(value)
		row, known := want[from]
		if !known {
			t.Fatalf("the table knows nothing of %s", from)
		}
		for i, containsA := range []bool{false, true} {
			got := Earlier(from, Facts{Kind: term.FormKindRisks, ContainsA: containsA})
			if text := fmt.Sprint(got); text != "["+row[i]+"]" || got == nil {
				t.Errorf("%s (A: %v) is returned to %s, want [%s]", from, containsA, text, row[i])
			}
		}
	}
}

func TestAStageComesBeforeThoseAfterItAndThePublicAlone(t *testing.T) {
	for _, value := range append(term.FormState("").Values(), "") {
		for i, stage := range Stages {
			want := value == string(term.FormStatePublicity)
			for _, later := range Stages[i+1:] {
				want = want || value == string(later)
			}
			if got := before(stage, term.FormState(value)); got != want {
				t.Errorf("%s comes before %q: %v, want %v", stage, value, got, want)
			}
		}
		if before(term.FormStateDraft, term.FormState(value)) {
			t.Errorf("the draft is a stage before %q", value)
		}
	}
}

func TestTheStatesInWhichAFormIsInReview(t *testing.T) {
	want := map[string]bool{"DEPT_REVIEW": true, "LEADER_REVIEW": true, "INSPECTION_REVIEW": true, "GROUP_REVIEW": true, "PUBLICITY": true}
	for _, value := range term.FormState("").Values() {
		if got := InReview(term.FormState(value)); got != want[value] {
			t.Errorf("%s is in review: %v, want %v", value, got, want[value])
		}
	}
}

func TestTheKindsThatAreMadePublicAndTheStagesThatEachNeeds(t *testing.T) {
	for kind, want := range map[term.FormKind]bool{
		term.FormKindPowers: true, term.FormKindRisks: true, term.FormKindPersonal: false, term.FormKindMeasures: false, "": false} {
		if got := IsPublished(kind); got != want {
			t.Errorf("%s is made public: %v, want %v", kind, got, want)
		}
	}
	if got := fmt.Sprint(Demanded(false), Demanded(true)); got != "[DEPT_REVIEW LEADER_REVIEW INSPECTION_REVIEW] [DEPT_REVIEW LEADER_REVIEW INSPECTION_REVIEW GROUP_REVIEW]" {
		t.Errorf("without and with a grade A %s approve it", got)
	}
}

func TestWhoIsKeptFromAnAnswerInEachState(t *testing.T) {
	type kept struct{ answers, toPerson, prepared, signed bool }
	want := map[term.FormState]kept{
		// Nobody answers a state that is not named, so that everybody is kept from it.
		term.FormStateDeptReview: {true, true, true, true}, term.FormStateLeaderReview: {true, true, true, true},
		term.FormStateInspectionReview: {true, false, true, true}, term.FormStateGroupReview: {true, false, true, true},
		// A revision is decided on by who signed before, not by who asked for it.
		term.FormStateRevising: {true, false, true, false},
	}
	for _, value := range term.FormState("").Values() {
		state := term.FormState(value)
		w, known := want[state]
		if !known {
			w = kept{prepared: true, signed: true}
		}
		c := reviewing(state, term.TurnOwn)
		got := kept{answers: c.answers(), toPerson: ToPerson(state)}
		got.prepared, got.signed = c.barred()
		if got != w {
			t.Errorf("%s: %+v, want %+v", state, got, w)
		}
	}
}
