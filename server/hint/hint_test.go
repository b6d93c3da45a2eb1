package hint_test

import (
	"context"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/form"
	"sineng/server/hint"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/testkit"
)

const long = "在办理行政许可事项时利用审批权限向申请人索取或者收受财物,为不符合条件的申请人违规办理许可,损害公平竞争秩序"

func TestNormalizingLeavesWhatMatters(t *testing.T) {
	for text, want := range map[string]string{"加强 学习。": "加强学习", "ＡＢＣ１２": "abc12", "《办法》第3条(二)": "办法第3条二", " ": ""} {
		if got := hint.Normalize(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestLikenessAndBandsAgree(t *testing.T) {
	of := func(text string) map[uint64]bool { return hint.Shingles(hint.Normalize(text)) }
	for _, c := range []struct {
		a, b    string
		atLeast float64
		below   float64
		meets   bool
	}{
		{long, strings.ReplaceAll(long, ",", "，"), 1, 1.01, true},
		{long, strings.Replace(long, "索取", "索要", 1), 0.8, 1, true},
		{long, "检测样品时篡改数据出具虚假报告,致使不合格产品流入市场", 0, 0.1, false},
	} {
		a, b := of(c.a), of(c.b)
		if got := hint.Jaccard(a, b); got < c.atLeast || got >= c.below {
			t.Errorf("%q and %q are alike by %.2f", c.a, c.b, got)
		}
		meets := false
		sa, sb := hint.Sign(a).Bands(), hint.Sign(b).Bands()
		for i := range sa {
			meets = meets || sa[i] == sb[i]
		}
		if meets != c.meets {
			t.Errorf("%q and %q share a band: %v", c.a, c.b, meets)
		}
	}
}

func TestASignatureNeverChanges(t *testing.T) {
	// Stored fingerprints are compared with those made later, so they must not
	// change.
	got := hint.Sign(hint.Shingles(hint.Normalize(long))).Bands()[0]
	if again := hint.Sign(hint.Shingles(hint.Normalize(long))).Bands()[0]; got != again || got != fixed {
		t.Errorf("the first band is %d and %d, was %d", got, again, int64(fixed))
	}
}

func TestPhrasesAloneAreEmpty(t *testing.T) {
	for text, want := range map[string]bool{
		"加强学习,提高认识": true, "严格管理。": true, "进一步加强监督管理,切实落实责任": true, "思想不重视,责任心不强": true, "无": true, "略": true,
		"": false, "每季度抽查10%的许可档案": false, "加强对招标文件的双人复核": false, long: false,
		"Strengthen study and raise awareness.": true, "Further enhance education, training & management": true, "Attach great importance to the work": true,
		"Lack of awareness": true, "N/A": true, "None": true, "加强管理 / strengthen management": true,
		"Two people open every bid together": false, "Staff accept gifts from applicants": false, "Standard": false, "Strengthen the review of bids by two people": false,
	} {
		if got := hint.Empty(text); got != want {
			t.Errorf("%q is empty: %v, want %v", text, got, want)
		}
	}
}

func formOf(t *testing.T, db *testkit.DB, u *ent.Unit, kind term.FormKind) *ent.Form {
	t.Helper()
	ctx, now := testkit.System(), db.Now()
	c := db.Raw.Client.Campaign.Create().SetYear(2026).SetTitle("专项").SetPhase(term.CampaignPhaseSurvey).SetKinds([]term.FormKind{kind}).SetPhases(nil).
		SetPublicityDays(5).SetObjectionDays(5).SetCreatedAt(now).SetUpdatedAt(now)
	if err := org.Place(c.Mutation(), u); err != nil {
		t.Fatal(err)
	}
	f := db.Raw.Client.Form.Create().SetCampaignID(c.SaveX(ctx).ID).SetKind(kind).SetSubjectID(u.ID).SetState(term.FormStateDraft).SetDueOn(db.Today()).
		SetStageSince(now).SetCreatedAt(now).SetUpdatedAt(now)
	if err := org.Place(f.Mutation(), u); err != nil {
		t.Fatal(err)
	}
	return f.SaveX(ctx)
}

// record creates a risk point with a text.
func record(t *testing.T, db *testkit.DB, u *ent.Unit, title, text string) *ent.RiskPoint {
	t.Helper()
	return testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: u.ID, Assessment: &testkit.Minor,
		Details: testkit.RiskDetails(title, func(d *register.RiskDetails) { d.Title, d.Manifestation = title, text })}))(t).Unwrap()
}

func kindsOf(hints []*hint.Hint) map[hint.Kind]int {
	out := map[hint.Kind]int{}
	for _, h := range hints {
		out[h.Kind]++
	}
	return out
}

func TestCopiesAreFoundAndNameNothingHidden(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		s := hint.New(db.Store, form.New(db.Store, db.Register), db.Register)
		keep := func() {
			t.Helper()
			testkit.Must(audit.Sequence(context.Background(), db.Store))(t)
			if err := s.Keep(context.Background()); err != nil {
				t.Fatal(err)
			}
			testkit.Fire(t, db, s.Timers()...)
		}
		theirs := record(t, db, w.West.Department, "收受财物", long)
		keep() // initial build
		near := strings.Replace(long, "索取", "索要", 1)
		record(t, db, w.East.Department, "收受财物", near)
		record(t, db, w.East.Department, "收受财物", near+"了")
		keep() // from the log
		f := formOf(t, db, w.East.Department, term.FormKindRisks)
		head := testkit.As(term.RoleDeptHead, w.East.Department)
		hints, err := s.ForForm(head, f)
		if err != nil {
			t.Fatal(err)
		}
		// The rows of the test world are similar too: those of this test are
		// distinguished by title.
		of := func(hints []*hint.Hint) (out []*hint.Hint) {
			for _, h := range hints {
				if h.Title == "收受财物" {
					out = append(out, h)
				}
			}
			return out
		}
		hints = of(hints)
		// The other province is hidden from the head: nothing tells that it has
		// such a text.
		if got := kindsOf(hints); got[hint.CopyElsewhere] != 0 || got[hint.CopyHere] != 1 {
			t.Fatalf("the hints are %v", got)
		}
		whole := testkit.Must(s.ForForm(testkit.As(term.RoleLeadingGroup, nil), f))(t)
		if got := kindsOf(of(whole)); got[hint.CopyElsewhere] != 2 || got[hint.CopyHere] != 1 {
			t.Fatalf("the leading group's hints are %v", got)
		}
		for _, h := range of(whole) {
			if h.Kind == hint.CopyElsewhere && (h.ComparedWith[0].RowID == nil || *h.ComparedWith[0].RowID != theirs.ID || h.ComparedWith[0].Unit == "") {
				t.Errorf("the leading group is shown %+v", h.ComparedWith[0])
			}
		}
		testkit.Must(db.Register.RetireRiskPoint(testkit.System(), theirs.ID, theirs.Version, "职权取消"))(t)
		keep()
		if got := kindsOf(of(testkit.Must(s.ForForm(testkit.As(term.RoleLeadingGroup, nil), f))(t))); got[hint.CopyElsewhere] != 0 {
			t.Errorf("a text out of the register is compared with: %v", got)
		}
	})
}

// fixed is the first band of the text above, computed when fingerprints were
// first stored.
const fixed = -7241720945121541171
