package form_test

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/form"
)

func TestWhatACampaignAsksOfAFormInEveryState(t *testing.T) {
	const refused = ""
	// By state: demanded, dropped when never submitted, dropped when submitted
	// before.
	want := map[term.FormState][3]term.FormState{
		"":                             {term.FormStateDraft, refused, refused},
		term.FormStateDraft:            {refused, term.FormStateDropped, refused},
		term.FormStateDeptReview:       {refused, refused, refused},
		term.FormStateLeaderReview:     {refused, refused, refused},
		term.FormStateInspectionReview: {refused, refused, refused},
		term.FormStateGroupReview:      {refused, refused, refused},
		term.FormStatePublicity:        {refused, refused, refused},
		term.FormStateFiled:            {refused, refused, refused},
		term.FormStateRevising:         {refused, refused, refused},
		term.FormStateDropped:          {term.FormStateDraft, refused, refused},
	}
	if len(want) != len(term.FormState("").Values())+1 {
		t.Errorf("the table has %d of %d states", len(want)-1, len(term.FormState("").Values()))
	}
	for from, row := range want {
		for i, ask := range []struct {
			demand   form.Demand
			handedIn []bool
		}{{form.Expect, []bool{false, true}}, {form.Drop, []bool{false}}, {form.Drop, []bool{true}}} {
			for _, handedIn := range ask.handedIn {
				to, err := form.NextDemanded(from, ask.demand, handedIn)
				if row[i] == refused && (fault.All(err) == nil || fault.All(err)[0].Reason != "FORM_STATE" || to != from) || row[i] != refused && (err != nil || to != row[i]) {
					t.Errorf("%s of a form that is %q, handed in %v: %q, %v, want %q", ask.demand, from, handedIn, to, err, row[i])
				}
			}
		}
	}
}
