package cli

import (
	"context"
	"testing"

	"sineng/ent/term"
	"sineng/server/app/apptest"
	"sineng/server/audit/tlog"
	"sineng/server/audit/verify"
	"sineng/server/form"
	"sineng/server/review"
	"sineng/server/testkit"
)

func TestATamperedFormIsFoundByName(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		sys, w := testkit.System(), testkit.NewWorld(t, db)
		now, top, u := db.Now(), w.East.Unit, w.East.Department
		c := db.Raw.Client.Campaign.Create().SetYear(2026).SetTitle("专项").SetPhase(term.CampaignPhaseSurvey).SetKinds([]term.FormKind{term.FormKindPowers}).
			SetPhases([]term.PhasePlan{}).SetPublicityDays(5).SetObjectionDays(15).SetUnitID(top.ID).SetLevels(top.Levels()).SetCreatedAt(now).SetUpdatedAt(now).SaveX(sys)
		f := db.Raw.Client.Form.Create().SetCampaignID(c.ID).SetKind(term.FormKindPowers).SetSubjectID(u.ID).SetState(term.FormStateDraft).SetDueOn(db.Today()).
			SetPreparedBy([]int64{}).SetPreparedByPersons([]int64{}).SetStageSince(now).SetUnitID(u.ID).SetLevels(u.Levels()).
			SetCreatedAt(now).SetUpdatedAt(now).SaveX(sys)
		service := review.New(db.Store, form.New(db.Store, db.Register))
		head := testkit.AsPerson(term.RoleDeptHead, u, w.East.People[2])
		out := testkit.Must(service.Submit(head, review.SubmitForm{FormID: f.ID, ExpectedVersion: f.Version}))(t)
		if len(out.Problems) > 0 {
			t.Fatalf("not handed in: %+v", out.Problems)
		}
		checks := apptest.New(t, db).Checks()
		verify := func() *verify.Report {
			key := testkit.Must(tlog.PublicKey(db.LogDir))(t)
			return testkit.Must(verify.Run(context.Background(), db.Store, verify.Options{Dir: db.LogDir, Verifier: key, Checks: checks}))(t)
		}
		if r := verify(); r.Has("FORM_CONTENT_CHANGED") || r.Has("FORM_CONTENT_MISSING") {
			t.Fatalf("untouched: %+v", r.Findings)
		}
		raw := openRaw(t, db)
		if n := raw.do("UPDATE form_snapshots SET content = REPLACE(content, '许可', '执法')"); n != 1 {
			t.Fatalf("%d contents were changed, want 1", n)
		}
		if r := verify(); !r.Has("FORM_CONTENT_CHANGED") {
			t.Errorf("a changed content: %+v", r.Findings)
		}
		raw.do("DELETE FROM form_snapshots")
		if r := verify(); !r.Has("FORM_CONTENT_MISSING") {
			t.Errorf("a content that is gone: %+v", r.Findings)
		}
	})
}
