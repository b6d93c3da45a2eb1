package review_test

import (
	"testing"

	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/review"
	"sineng/server/testkit"
)

func TestAPersonHandsNothingInWithoutAPledge(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := newScene(t, db)
		saying := func(pledge string) *form.Content {
			return &form.Content{Format: form.Format, Kind: term.FormKindPersonal, Year: 2026, Fields: []form.Cell{{Code: "pledge", Text: pledge}}}
		}
		f := s.expectIn(s.campaign, term.FormKindPersonal, saying(" "), s.clerk.ID)
		in := review.SubmitForm{FormID: f.ID, ExpectedVersion: f.Version}
		out := testkit.Must(s.s.Submit(s.as("clerk"), in))(t)
		if len(out.Problems) != 1 || out.Problems[0].Key != nil || *out.Problems[0].Column != "pledge" || out.Problems[0].Reason != "REQUIRED" {
			t.Errorf("handed in without a pledge, or refused for %+v", out.Problems)
		}
		if now := s.form(f.ID); now.State != term.FormStateDraft || now.SubmittedAt != nil {
			t.Errorf("it is %s now", now.State)
		}
		s.paper.contents[f.ID] = saying("本人承诺")
		s.submit("clerk", f)
	})
}
