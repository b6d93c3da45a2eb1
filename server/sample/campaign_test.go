package sample

import (
	"testing"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/formdraft"
	"sineng/ent/term"
	"sineng/ent/unit"
	"sineng/server/review"
)

func (w world) checkCampaign(t *testing.T) {
	states := map[term.FormState]int{}
	var rows []struct {
		State term.FormState `json:"state"`
		Count int            `json:"count"`
	}
	if err := w.store.Client.Form.Query().GroupBy(entform.FieldState).Aggregate(ent.Count()).Scan(w.ctx, &rows); err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		states[r.State] = r.Count
	}
	for _, s := range []term.FormState{term.FormStateDraft, term.FormStateDeptReview, term.FormStateLeaderReview,
		term.FormStateInspectionReview, term.FormStateGroupReview, term.FormStatePublicity, term.FormStateFiled} {
		if states[s] == 0 {
			t.Errorf("no form is in %s: %v", s, states)
		}
	}
	if flaws, err := review.Flaws(w.ctx, w.store.Client); err != nil || len(flaws) > 0 {
		t.Errorf("frozen forms do not hold: %+v, %v", flaws, err)
	}
	if n := w.store.Client.PublicFeedback.Query().CountX(w.ctx); n != 1 {
		t.Errorf("the public wrote %d times, want once", n)
	}
	department := w.store.Client.Unit.Query().Where(unit.Code("DJ-02")).OnlyX(w.ctx)
	for kind, want := range map[term.FormKind]struct {
		state    term.FormState
		returned bool
		drafts   int
	}{
		term.FormKindPowers: {term.FormStateDeptReview, false, 0}, term.FormKindRisks: {term.FormStateDraft, true, 0},
		term.FormKindMeasures: {term.FormStateDraft, false, 1},
	} {
		f := w.store.Client.Form.Query().Where(entform.KindEQ(kind), entform.SubjectID(department.ID)).WithAddressee().OnlyX(w.ctx)
		drafts := w.store.Client.FormDraft.Query().Where(formdraft.FormID(f.ID)).CountX(w.ctx)
		if f.State != want.state || (f.ReturnReason != "") != want.returned || drafts != want.drafts {
			t.Errorf("the %s of the accounts' department is %s, returned for %q, with %d drafts", kind, f.State, f.ReturnReason, drafts)
		}
		if f.SubmittedAt != nil && f.SubmittedAt.After(now) {
			t.Errorf("%s was handed in in the future: %v", kind, f.SubmittedAt)
		}
	}
}
