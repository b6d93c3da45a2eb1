package review_test

import (
	"context"
	"strings"
	"testing"
	"time"

	entform "sineng/ent/form"
	"sineng/ent/formsubmission"
	"sineng/ent/publicnotice"
	"sineng/ent/reviewdecision"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/publicity"
	"sineng/server/review"
	"sineng/server/store"
	"sineng/server/testkit"
)

const day = 24 * time.Hour

func page(first int) store.Page { return store.Page{First: first} }

func TestAFormGoesItsWayAndIsFiledAsItWasDecided(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := newScene(t, db)
		sys := testkit.System()
		f := s.expect(term.FormKindRisks, rows("r1 收受好处 A", "r2 拖延 B"))
		handed := s.submit("clerk", f)
		if handed.State != term.FormStateDeptReview || !handed.ContainsA || handed.AddresseeID == nil || *handed.AddresseeID != s.w.East.People[2].ID {
			t.Fatalf("handed in: %+v", handed)
		}
		s.mustApprove(f, "head", "leader", "inspector")
		s.stands(f, term.FormStateGroupReview)
		// A decision on a grade is no edit, and is part of what is filed.
		s.paper.contents[f.ID] = rows("r1 收受好处 A", "r2 拖延 C")
		s.mustApprove(f, "group")
		public := s.stands(f, term.FormStatePublicity)
		notice := db.Client.PublicNotice.Query().Where(publicnotice.FormID(f.ID)).OnlyX(sys)
		if want := db.Today().AddDate(0, 0, 4); !public.PublicityUntil.Equal(want) || !notice.ToDay.Equal(want) || len(notice.Slug) < 20 {
			t.Errorf("public until %v by the notice %+v, want %v", public.PublicityUntil, notice, want)
		}
		shown := testkit.Must(publicity.New(db.Store).Notice(context.Background(), notice.Slug))(t)
		if got := shown.Content.Sections[0].Rows[1].Text("grade"); got != "C" {
			t.Errorf("the public reads the grade %q, want C as it was decided", got)
		}
		db.Clock.Forward(4 * day)
		testkit.Fire(t, db, s.s.Timers()...)
		s.stands(f, term.FormStatePublicity)
		db.Clock.Forward(10 * day) // no server ran when the window ended
		testkit.Fire(t, db, s.s.Timers()...)
		filed := s.stands(f, term.FormStateFiled)
		if filed.FiledNumber != "2026-表2-E11-r1" || filed.FiledAt == nil {
			t.Errorf("filed as %q at %v", filed.FiledNumber, filed.FiledAt)
		}
		sub := db.Client.FormSubmission.Query().Where(formsubmission.FormID(f.ID)).OnlyX(sys)
		before := testkit.Must(s.s.Snapshot(s.as("head"), f.ID, sub.Hash))(t)
		after := testkit.Must(s.s.Snapshot(s.as("head"), f.ID, filed.FiledHash))(t)
		if before.Sections[0].Rows[1].Text("grade") != "B" || after.Sections[0].Rows[1].Text("grade") != "C" || len(after.ReviewDecisions) != 4 || after.PreparedBy != "经办人" {
			t.Errorf("handed in %+v, filed %+v", before, after)
		}
		if sub.EndedBy != "FILED" {
			t.Errorf("the submission ended %q", sub.EndedBy)
		}
		if _, err := s.s.Snapshot(s.as("west"), f.ID, sub.Hash); !fault.Is(err, fault.NotFound) {
			t.Errorf("the other province reads the snapshot: %v", err)
		}
		// A revision passes all stages again.
		ask := review.Revise{FormID: f.ID, ExpectedVersion: filed.Version, Reason: "职权调整"}
		asked := testkit.Must(s.s.AskRevision(s.as("clerk"), ask))(t).Unwrap()
		ask.ExpectedVersion = asked.Version
		again := testkit.Must(s.s.AllowRevision(s.as("inspector"), ask))(t).Unwrap()
		if again.State != term.FormStateDraft || again.Revision != 2 || len(again.PreparedByPersons) != 0 || again.FiledNumber == "" {
			t.Errorf("revised: %+v", again)
		}
		s.paper.contents[f.ID] = rows("r1 收受财物 A", "r2 拖延 C")
		s.submit("clerk", f)
		c := testkit.Must(s.s.Compare(s.as("head"), f.ID, review.LastFiled))(t)
		if c.Changed != 1 || c.Same != 1 || c.BeforeRevision != 1 {
			t.Errorf("against what was filed: %+v", c)
		}
		if flaws := testkit.Must(review.Flaws(sys, db.Client))(t); len(flaws) > 0 {
			t.Errorf("flaws: %+v", flaws)
		}
	})
}

func TestAnEditVoidsTheApprovalsAndSaysWhich(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := newScene(t, db)
		f := s.expect(term.FormKindRisks, rows("r1 收受好处 B"))
		s.submit("clerk", f)
		s.mustApprove(f, "head", "leader")
		s.paper.contents[f.ID] = rows("r1 收受财物 B", "r2 新险 C")
		_, err := s.approve("inspector", f)
		refused(t, err, "FORM_CHANGED")
		if all := fault.All(err); len(all) != 1 || !strings.Contains(all[0].ZH, "“收受好处”的风险点") || !strings.Contains(all[0].ZH, "新增“新险”") {
			t.Errorf("reported: %v", err)
		}
		back := s.stands(f, term.FormStateDraft)
		if back.ReturnedAt == nil || !strings.Contains(back.ReturnReason, "收受好处") || back.AddresseeID != nil {
			t.Errorf("back as %+v", back)
		}
		for _, o := range db.Client.ReviewDecision.Query().Where(reviewdecision.FormID(f.ID)).AllX(testkit.System()) {
			if o.VoidedAt == nil || !strings.Contains(o.VoidReason, "“收受好处”的风险点") {
				t.Errorf("the review decision of %s stands: %+v", o.SignerName, o)
			}
		}
		sub := db.Client.FormSubmission.Query().Where(formsubmission.FormID(f.ID)).OnlyX(testkit.System())
		if sub.EndedBy != "CHANGED" || !strings.Contains(sub.EndReason, "收受好处") {
			t.Errorf("ended %+v", sub)
		}
		s.submit("clerk", f)
		if s.inForce(f) != "" {
			t.Errorf("in force: %s", s.inForce(f))
		}
		c := testkit.Must(s.s.Compare(s.as("head"), f.ID, review.LastSubmission))(t)
		if c.Added != 1 || c.Changed != 1 {
			t.Errorf("against what was handed in before: %+v", c)
		}
	})
}

func TestAReturnVoidsTheStagesFromWhereItGoes(t *testing.T) {
	s := newScene(t, testkit.SQLite(t))
	f := s.expect(term.FormKindMeasures, &form.Content{Format: form.Format, Sections: []form.Section{{Code: "measures", Rows: []form.Row{}}}})
	s.submit("clerk", f)
	s.mustApprove(f, "head", "leader")
	back := func(who string, to term.FormState, reason string) error {
		_, err := s.s.Return(s.as(who), review.ReturnForm{FormID: f.ID, ExpectedVersion: s.form(f.ID).Version, To: to, Reason: reason})
		return err
	}
	refused(t, back("inspector", term.FormStateDraft, " "), "REQUIRED")
	refused(t, back("inspector", term.FormStateInspectionReview, "再议"), "NO_EARLIER_STAGE")
	if err := back("inspector", term.FormStateLeaderReview, "请核实"); err != nil {
		t.Fatal(err)
	}
	now := s.stands(f, term.FormStateLeaderReview)
	if s.inForce(f) != "DEPT_REVIEW 东2人" || now.AddresseeID == nil || *now.AddresseeID != s.w.East.People[1].ID {
		t.Errorf("in force %s, for %v", s.inForce(f), now.AddresseeID)
	}
	_, err := s.s.Recall(s.as("clerk"), f.ID, now.Version)
	refused(t, err, "FORM_STATE")
	s.mustApprove(f, "leader", "inspector")
	if got := s.stands(f, term.FormStateFiled); got.FiledNumber != "2026-表4-E11-r1" {
		t.Errorf("filed as %s", got.FiledNumber)
	}
}

func TestWhoPreparedAFormIsPassedOverAndTheNextTierAnswers(t *testing.T) {
	s := newScene(t, testkit.SQLite(t))
	f := s.expect(term.FormKindRisks, rows("r1 收受好处 B"))
	now := s.submit("head", f)
	if now.AddresseeID == nil || *now.AddresseeID != s.w.East.People[1].ID {
		t.Fatalf("the head's own form is for %v, want who is in charge", now.AddresseeID)
	}
	s.mustApprove(f, "leader")
	if now = s.stands(f, term.FormStateLeaderReview); *now.AddresseeID != s.w.East.People[0].ID {
		t.Fatalf("it is for %v then, want the principal leader", now.AddresseeID)
	}
	// The principal leader holds every role but has signed already.
	both := testkit.Also(s.as("principal"), term.RoleInspector, s.w.East.Unit)
	approve := func() error {
		_, err := s.s.Approve(both, review.ApproveForm{FormID: f.ID, ExpectedVersion: s.form(f.ID).Version})
		return err
	}
	if err := approve(); err != nil {
		t.Fatal(err)
	}
	refused(t, approve(), "SIGNED_ALREADY")
	own := s.expectIn(s.plan(2026, nil), term.FormKindRisks, rows("r1 收受好处 B"), s.w.East.Department.ID)
	s.submit("clerk", own)
	s.mustApprove(own, "head", "leader")
	clerk := testkit.Also(s.as("clerk"), term.RoleInspector, s.w.East.City)
	_, err := s.s.Approve(clerk, review.ApproveForm{FormID: own.ID, ExpectedVersion: s.form(own.ID).Version})
	refused(t, err, "OWN_FORM")
}

func TestADeputySignsWhileSomebodyIsAway(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := newScene(t, db)
		head, today := s.w.East.People[2], db.Today()
		give := func(deputy int64) (*review.Delegated, error) {
			return s.s.Delegate(s.as("head"), review.Delegate{DeputyID: deputy, From: today, To: today.AddDate(0, 0, 3), Reason: "出差"})
		}
		_, err := give(head.ID)
		refused(t, err, "DEPUTY_OF_SELF")
		d := testkit.Must(give(s.colleague.ID))(t).Unwrap()
		_, err = give(s.clerk.ID)
		refused(t, err, "DELEGATED_ALREADY")
		f, other := s.expect(term.FormKindRisks, rows("r1 甲 B")), s.expectIn(s.plan(2026, nil), term.FormKindRisks, rows("r1 乙 B"), s.w.East.Department.ID)
		s.submit("clerk", f)
		if got := testkit.Must(s.s.ToReview(s.as("colleague"), review.QueueFilter{}, page(10), nil))(t); len(got.Rows) != 1 {
			t.Errorf("%d forms wait for the deputy, want 1", len(got.Rows))
		}
		if got := testkit.Must(s.s.Choices(s.as("colleague"), []int64{f.ID}))(t)[f.ID]; len(got.Actions) != 2 || len(got.ReturnTo) != 1 {
			t.Errorf("the deputy may %+v", got)
		}
		s.mustApprove(f, "colleague")
		o := db.Client.ReviewDecision.Query().Where(reviewdecision.FormID(f.ID)).OnlyX(testkit.System())
		if o.SignerName != "同事" || o.BehalfName != head.Name || *o.SignerRole != term.RoleDeptHead {
			t.Errorf("signed %+v", o)
		}
		// A deputy who prepared the form does not sign for the head.
		s.submit("head", other)
		testkit.Must(s.s.EndDelegation(s.as("colleague"), d.ID, d.Version))(t)
		third := s.expectIn(s.plan(2026, nil), term.FormKindRisks, rows("r1 丙 B"), s.w.East.Department.ID)
		s.submit("clerk", third)
		_, err = s.approve("colleague", third)
		refused(t, err, "NOT_ADDRESSED")
	})
}

func TestAReviewerWhoMovedIsToldWhoAnswersNow(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := newScene(t, db)
		sys, e := testkit.System(), s.w.East
		f := s.expect(term.FormKindRisks, rows("r1 收受好处 B"))
		s.submit("clerk", f)
		office := db.Client.Person.GetX(sys, e.People[2].ID).QueryPortfolios().OnlyX(sys)
		testkit.Must(db.Org.EndPortfolio(sys, office.ID, office.Version, new(db.Today().AddDate(0, 0, -1))))(t)
		next := s.person("新科长")
		testkit.Must(db.Org.AssignPortfolio(sys, next.ID, e.Department.ID, term.PortfolioKindHead, db.Today()))(t)
		_, err := s.approve("head", f)
		refused(t, err, "REVIEWER_MOVED")
		if all := fault.All(err); len(all) != 1 || !strings.Contains(all[0].ZH, "新科长") {
			t.Errorf("reported: %v", err)
		}
		if now := s.stands(f, term.FormStateDeptReview); *now.AddresseeID != next.ID {
			t.Errorf("it is for %v, want the new head", now.AddresseeID)
		}
		// The worker follows the log.
		office = db.Client.Person.GetX(sys, next.ID).QueryPortfolios().OnlyX(sys)
		testkit.Must(db.Org.EndPortfolio(sys, office.ID, office.Version, new(db.Today())))(t)
		db.Clock.Forward(day)
		testkit.Must(audit.Sequence(sys, db.Store))(t)
		s.follow()
		if now := s.stands(f, term.FormStateDeptReview); *now.AddresseeID != e.People[1].ID {
			t.Errorf("it is for %v, want who is in charge", now.AddresseeID)
		}
		if db.Client.Form.Query().Where(entform.AddresseeID(next.ID)).ExistX(sys) {
			t.Error("a form is still for who moved")
		}
	})
}

func TestTheWorkerFindsEditsByTheLog(t *testing.T) {
	s := newScene(t, testkit.SQLite(t))
	sys := testkit.System()
	f := s.expect(term.FormKindRisks, rows("r1 收受好处 B"))
	s.submit("clerk", f)
	s.paper.contents[f.ID] = rows("r1 改 B")
	r := s.w.East.Risks[2]
	testkit.Must(s.db.Register.RetireRiskPoint(sys, r.ID, s.db.Client.RiskPoint.GetX(sys, r.ID).Version, "消除"))(t)
	testkit.Must(audit.Sequence(sys, s.db.Store))(t)
	s.follow()
	s.stands(f, term.FormStateDraft)
}

func TestLateStaleAndClosedAreToldApart(t *testing.T) {
	s := newScene(t, testkit.SQLite(t))
	f := s.expect(term.FormKindRisks, rows("r1 收受好处 B"))
	s.db.Clock.Forward(500 * day)
	in := review.SubmitForm{FormID: f.ID, ExpectedVersion: f.Version}
	_, err := s.s.Submit(s.as("clerk"), in)
	refused(t, err, "PAST_DEADLINE")
	in.LateReason = "机构改革"
	testkit.Must(s.s.Submit(s.as("clerk"), in))(t)
	if sub := s.form(f.ID).QuerySubmissions().OnlyX(testkit.System()); !sub.Late {
		t.Errorf("handed in late and not said so: %+v", sub)
	}
	_, err = s.s.Approve(s.as("head"), review.ApproveForm{FormID: f.ID, ExpectedVersion: f.Version})
	refused(t, err, "STALE_VERSION")
	if all := fault.All(err); !strings.Contains(all[0].ZH, "部门审核") {
		t.Errorf("it does not say how the form stands: %v", err)
	}
	s.db.Raw.Client.Campaign.UpdateOne(s.campaign).SetClosedAt(s.db.Now()).ExecX(testkit.System())
	_, err = s.approve("head", f)
	refused(t, err, "CAMPAIGN_CLOSED")
}

func TestWhatIsPublicIsFiledAfterItsCampaignIsClosedAndNotOnceItIsArchived(t *testing.T) {
	s := newScene(t, testkit.SQLite(t))
	f := s.expect(term.FormKindRisks, rows("r1 甲 B"))
	s.submit("clerk", f)
	s.mustApprove(f, "head", "leader", "inspector")
	s.stands(f, term.FormStatePublicity)
	s.db.Raw.Client.Campaign.UpdateOne(s.campaign).SetClosedAt(s.db.Now()).ExecX(testkit.System())
	s.db.Clock.Forward(6 * day)
	testkit.Must(s.s.EndPublicity(testkit.System(), s.db.Now()))(t)
	s.stands(f, term.FormStateFiled)

	s.db.Raw.Client.Form.UpdateOne(f).SetState(term.FormStatePublicity).ExecX(testkit.System())
	s.db.Raw.Client.Campaign.UpdateOne(s.campaign).SetPhase(term.CampaignPhaseArchived).ExecX(testkit.System())
	if n := testkit.Must(s.s.EndPublicity(testkit.System(), s.db.Now()))(t); n != 0 {
		t.Errorf("%d forms of an archived campaign are filed", n)
	}
}

func TestProblemsKeepAFormADraft(t *testing.T) {
	s := newScene(t, testkit.SQLite(t))
	f := s.expect(term.FormKindRisks, rows("r1 收受好处 B"))
	s.paper.problems = []form.Problem{{Reason: "REQUIRED", ZH: "缺", EN: "missing"}}
	out := testkit.Must(s.s.Submit(s.as("clerk"), review.SubmitForm{FormID: f.ID, ExpectedVersion: f.Version}))(t)
	if len(out.Problems) != 1 || out.Form.State != term.FormStateDraft || s.form(f.ID).Version != f.Version {
		t.Errorf("%+v", out)
	}
}

func TestTheYearBeforeIsConfirmedAndChangesAreExplained(t *testing.T) {
	s := newScene(t, testkit.SQLite(t))
	first := s.expect(term.FormKindRisks, rows("r1 甲 B", "r2 乙 B", "r3 丙 C"))
	s.submit("clerk", first)
	s.mustApprove(first, "head", "leader", "inspector")
	s.db.Clock.Forward(6 * day)
	testkit.Must(s.s.EndPublicity(testkit.System(), s.db.Now()))(t)
	s.stands(first, term.FormStateFiled)
	f := s.expectIn(s.plan(2027, &s.campaign.ID), term.FormKindRisks, rows("r1 甲 A", "r2 改 B", "r4 新 C"), s.w.East.Department.ID)
	hand := func() *review.Submitted {
		return testkit.Must(s.s.Submit(s.as("clerk"), review.SubmitForm{FormID: f.ID, ExpectedVersion: s.form(f.ID).Version}))(t)
	}
	if got, want := reasons(hand().Problems), "r2 CHANGE_UNEXPLAINED, r3 CHANGE_UNEXPLAINED, r4 CHANGE_UNEXPLAINED, UNCHANGED_UNCONFIRMED"; got != want {
		t.Errorf("reported %s, want %s", got, want)
	}
	typed := &form.Filling{Form: f, Draft: true, Sections: []form.FillingSection{{Code: "risks", Rows: []form.FillingRow{
		line("r1", "甲", ""), line("r2", "改", "职权调整"), {Key: "r3", Cells: line("r3", "丙", "").Cells, Removed: true, Note: "已消除"}, line("new-1", "新", ""),
	}}}}
	if got, want := reasons(testkit.Must(s.s.Unexplained(s.as("clerk"), typed))(t)), "new-1 CHANGE_UNEXPLAINED, UNCHANGED_UNCONFIRMED"; got != want {
		t.Errorf("while it is typed: reported %s, want %s", got, want)
	}
	typed.Confirmed, typed.Sections[0].Rows[3].Note = true, "新增职权"
	if left := testkit.Must(s.s.Unexplained(s.as("clerk"), typed))(t); left == nil || len(left) > 0 {
		t.Errorf("everything is explained, but the result is %+v", left)
	}
	if none := testkit.Must(s.s.Unexplained(s.as("clerk"), &form.Filling{Form: first, Draft: true}))(t); none != nil {
		t.Errorf("with no year before: %+v", none)
	}
	s.paper.extras[f.ID] = form.Extras{Confirmed: true, Notes: map[string]string{"r2": "职权调整", "r3": "已消除", "r4": "新增职权"}}
	if out := hand(); len(out.Problems) > 0 || out.Form.State != term.FormStateDeptReview {
		t.Errorf("%+v", out)
	}
	d := testkit.Must(s.s.YearDifference(s.as("head"), f.ID))(t)
	if d.Previous.ID != first.ID || d.Comparison.Added != 1 || d.Comparison.Removed != 1 || d.Unexplained != 0 || d.Explained != 3 || !d.Confirmed {
		t.Errorf("between the years: %d added, %d removed, %d explained, %d not", d.Comparison.Added, d.Comparison.Removed, d.Explained, d.Unexplained)
	}
}

// reasons are problems as "key REASON"; those of the whole form have no key.
func reasons(problems []form.Problem) string {
	var out []string
	for _, p := range problems {
		key := ""
		if p.Key != nil {
			key = *p.Key + " "
		}
		out = append(out, key+p.Reason)
	}
	return strings.Join(out, ", ")
}

// line is a filled-in row of 表2, of which only the title matters.
func line(key, title, note string) form.FillingRow {
	r := form.FillingRow{Key: key, Note: note}
	for _, c := range form.LayoutOf(term.FormKindRisks).Tables[0].Columns {
		text := ""
		if c.Code == "title" {
			text = title
		}
		r.Cells = append(r.Cells, text)
	}
	return r
}

func TestOfManyEachIsAnsweredByItself(t *testing.T) {
	s := newScene(t, testkit.SQLite(t))
	var verdicts []review.Verdict
	for i := range 4 {
		f := s.expectIn(s.plan(2026, nil), term.FormKindMeasures, &form.Content{Format: form.Format, Sections: []form.Section{{Code: "measures", Rows: []form.Row{}}}}, s.w.East.Department.ID)
		s.submit("clerk", f)
		if i > 0 {
			s.mustApprove(f, "head", "leader")
		}
		verdicts = append(verdicts, review.Verdict{FormID: f.ID, ExpectedVersion: s.form(f.ID).Version, Verdict: term.VerdictApproved, Text: "同意"})
	}
	verdicts[1].ExpectedVersion = 1
	verdicts[2].Verdict, verdicts[2].Text = term.VerdictReturned, "不完整"
	if n := len(testkit.Must(s.s.ToReview(s.as("inspector"), review.QueueFilter{}, page(10), nil))(t).Rows); n != 3 {
		t.Errorf("%d forms wait for the inspector, want 3", n)
	}
	out := testkit.Must(s.s.Review(s.as("inspector"), verdicts))(t)
	var got []string
	for _, o := range out {
		reason := ""
		if len(o.Refused) > 0 {
			reason = " " + o.Refused[0].Reason
		}
		got = append(got, string(o.Form.State)+reason)
	}
	if want := "DEPT_REVIEW NOT_ADDRESSED, INSPECTION_REVIEW STALE_VERSION, DRAFT, FILED"; strings.Join(got, ", ") != want {
		t.Errorf("%s, want %s", strings.Join(got, ", "), want)
	}
	_, err := s.s.Review(s.as("inspector"), make([]review.Verdict, 101))
	refused(t, err, "TOO_MANY_FORMS")
	if n := len(testkit.Must(s.s.ToReview(s.as("inspector"), review.QueueFilter{}, page(10), nil))(t).Rows); n != 1 {
		t.Errorf("%d forms wait for the inspector then, want 1", n)
	}
}
