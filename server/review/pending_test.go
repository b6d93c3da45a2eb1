package review_test

import (
	"slices"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/review"
	"sineng/server/testkit"
)

// TestTheListOfWhatWaitsIsWhatMayBeAnswered brings a form to every state and checks, for
// everybody, that it is in their list of pending forms exactly when they may answer it.
func TestTheListOfWhatWaitsIsWhatMayBeAnswered(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := newScene(t, db)
		waiting := 0
		// The states after publication come first, since reaching them moves the clock.
		states := []term.FormState{term.FormStateFiled, term.FormStateRevising}
		forms := map[term.FormState]*ent.Form{}
		for _, value := range term.FormState("").Values() {
			if state := term.FormState(value); !slices.Contains(states, state) {
				states = append(states, state)
			}
		}
		for _, state := range states {
			forms[state] = s.at(state)
		}
		for _, who := range []string{"clerk", "colleague", "head", "leader", "principal", "inspector", "group"} {
			ctx := s.as(who)
			var listed []int64
			for _, f := range testkit.Must(s.s.ToReview(ctx, review.QueueFilter{}, page(100), nil))(t).Rows {
				listed = append(listed, f.ID)
			}
			for state, f := range forms {
				actions := testkit.Must(s.s.Choices(ctx, []int64{f.ID}))(t)[f.ID].Actions
				may := slices.Contains(actions, review.Approve) || slices.Contains(actions, review.AllowRevision)
				if in := slices.Contains(listed, f.ID); in != may {
					t.Errorf("a form in %s: in the list of the %s %v, they may answer it %v", state, who, in, may)
				}
				if may {
					waiting++
				}
			}
		}
		// Each of four stages awaits one of them; a revision awaits the inspector, who signed
		// the form before it was filed, and the group.
		if waiting != 6 {
			t.Errorf("%d forms wait for somebody, want 6", waiting)
		}
	})
}
