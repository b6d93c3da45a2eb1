package campaign

import (
	"testing"

	"sineng/ent/term"
)

func TestWhatIsDoneAboutAFormInEveryStanding(t *testing.T) {
	// By state: required at its place, required elsewhere, not required and never submitted,
	// not required and submitted.
	want := map[term.FormState][4]remedy{
		"":                             {create, create, leave, leave},
		term.FormStateDraft:            {leave, relocate, drop, leave},
		term.FormStateDeptReview:       {leave, relocate, leave, leave},
		term.FormStateLeaderReview:     {leave, relocate, leave, leave},
		term.FormStateInspectionReview: {leave, relocate, leave, leave},
		term.FormStateGroupReview:      {leave, relocate, leave, leave},
		term.FormStatePublicity:        {leave, relocate, leave, leave},
		term.FormStateFiled:            {leave, leave, leave, leave},
		term.FormStateRevising:         {leave, leave, leave, leave},
		term.FormStateDropped:          {takeBack, takeBack, leave, leave},
	}
	if len(want) != len(term.FormState("").Values())+1 {
		t.Errorf("the table has %d of %d states", len(want)-1, len(term.FormState("").Values()))
	}
	postponed := func(state term.FormState) bool {
		return state != "" && state != term.FormStateFiled && state != term.FormStateRevising
	}
	for state, row := range want {
		for _, otherDay := range []bool{false, true} {
			for i, s := range []standing{
				{wanted: true, state: state}, {wanted: true, state: state, elsewhere: true},
				{state: state}, {state: state, handedIn: true},
			} {
				s.otherDay = otherDay
				if got := s.remedy(); got != row[i] {
					t.Errorf("%+v: %s, want %s", s, got, row[i])
				}
				if got, want := s.postponed(), s.wanted && otherDay && postponed(state); got != want {
					t.Errorf("%+v is postponed: %v, want %v", s, got, want)
				}
			}
		}
	}
}
