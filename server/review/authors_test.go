package review_test

import (
	"context"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/form"
	"sineng/server/register"
	"sineng/server/review"
	"sineng/server/testkit"
)

// newRegisterScene is a scene whose forms are those of the real register.
func newRegisterScene(t testing.TB, db *testkit.DB) *scene {
	s := newScene(t, db)
	s.s = review.New(db.Store, form.New(db.Store, db.Register))
	return s
}

func (s *scene) record(ctx context.Context, title string) *ent.RiskPoint {
	s.t.Helper()
	return testkit.Must(s.db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: s.w.East.Department.ID, Details: testkit.RiskDetails(title),
		Assessment: &testkit.Minor}))(s.t)
}

// handIn hands in a form of the department and returns it with who is asked.
func (s *scene) handIn(kind term.FormKind) *ent.Form {
	s.t.Helper()
	return s.submit("clerk", s.expectIn(s.plan(2026, nil), kind, &form.Content{}, s.w.East.Department.ID))
}

// passed reports whether somebody was passed over as a preparer.
func passed(f *ent.Form, p *ent.Person) bool {
	for _, o := range f.PassedOver {
		if o.Person == p.ID && o.Because == term.BarPrepared {
			return true
		}
	}
	return false
}

// TestWhoWroteARowDoesNotApproveTheForm: the leader in charge recorded a risk point, a clerk
// handed the form in, and the leader approved it.
func TestWhoWroteARowDoesNotApproveTheForm(t *testing.T) {
	for _, sequenced := range []bool{false, true} {
		testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
			s := newRegisterScene(t, db)
			leader, principal := s.w.East.People[1], s.w.East.People[0]
			s.record(s.as("leader"), "审批")
			if sequenced {
				testkit.Must(audit.Sequence(testkit.System(), db.Store))(t)
			}
			f := s.mustApprove(s.handIn(term.FormKindRisks), "head")
			if !is(f.AddresseeID, principal.ID) || f.Turn != term.TurnNext || !passed(f, leader) || f.PassedOver[0].Role != term.RoleLeaderInCharge {
				t.Fatalf("the form is for %v, %s, %+v", f.AddresseeID, f.Turn, f.PassedOver)
			}
			_, err := s.approve("leader", f)
			refused(t, err, "NOT_ADDRESSED")
			s.stands(s.mustApprove(f, "principal"), term.FormStateInspectionReview)
		})
	}
}

func is(id *int64, other int64) bool { return id != nil && *id == other }

// TestEveryWayOfWritingARowMakesItsAuthor lets the head of the department write, before a clerk
// hands in, and tells who the stage of the head goes to.
func TestEveryWayOfWritingARowMakesItsAuthor(t *testing.T) {
	type scenario struct {
		kind term.FormKind
		do   func(s *scene, as context.Context)
		not  bool // it makes nobody an author
	}
	risk := func(s *scene) *ent.RiskPoint {
		return s.db.Client.RiskPoint.GetX(testkit.System(), s.record(s.as("clerk"), "受理").ID)
	}
	details := func(s *scene, r *ent.RiskPoint) register.MeasureDetails {
		return register.MeasureDetails{Content: "双人复核", Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring,
			Scope: term.MeasureScopeGeneral, RiskPointIds: []int64{r.ID}, DueOn: new(s.db.Today())}
	}
	for name, c := range map[string]scenario{
		"records a risk point": {kind: term.FormKindRisks, do: func(s *scene, as context.Context) { s.record(as, "审批") }},
		"rewrites one": {kind: term.FormKindRisks, do: func(s *scene, as context.Context) {
			r := risk(s)
			testkit.Must(s.db.Register.ReviseRiskPoint(as, register.ReviseRiskPoint{ID: r.ID, ExpectedVersion: r.Version, Details: testkit.RiskDetails("改")}))(s.t)
		}},
		"proposes another grade": {kind: term.FormKindRisks, do: func(s *scene, as context.Context) {
			r := risk(s)
			testkit.Must(s.db.Register.ProposeGrade(as, register.ProposeGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Assessment: testkit.Crime, Reason: "加重"}))(s.t)
		}},
		"decides a grade": {kind: term.FormKindRisks, not: true, do: func(s *scene, as context.Context) {
			r := risk(s)
			testkit.Must(s.db.Register.DecideGrade(as, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeC}))(s.t)
		}},
		"writes in another form": {kind: term.FormKindPowers, not: true, do: func(s *scene, as context.Context) { s.record(as, "审批") }},
		"drafts a measure": {kind: term.FormKindMeasures, do: func(s *scene, as context.Context) {
			testkit.Must(s.db.Register.RecordMeasure(as, register.RecordMeasure{UnitID: s.w.East.Department.ID, Details: details(s, risk(s))}))(s.t)
		}},
		"approves a measure": {kind: term.FormKindMeasures, not: true, do: func(s *scene, as context.Context) {
			m := testkit.Must(s.db.Register.RecordMeasure(s.as("clerk"), register.RecordMeasure{UnitID: s.w.East.Department.ID, Details: details(s, risk(s))}))(s.t)
			testkit.Must(s.db.Register.AdvanceMeasure(as, register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: register.Approve}))(s.t)
		}},
		"changes a power": {kind: term.FormKindPowers, do: func(s *scene, as context.Context) {
			p := s.w.East.Powers[2]
			testkit.Must(s.db.Register.RevisePower(as, register.RevisePower{ID: p.ID, ExpectedVersion: p.Version,
				Details: register.PowerDetails{Code: "P1", Name: "新许可", Type: term.PowerTypeLicensing, Discretion: term.DiscretionNone}}))(s.t)
		}},
		"adds a duty": {kind: term.FormKindPowers, do: func(s *scene, as context.Context) {
			testkit.Must(s.db.Register.RecordDuty(as, register.RecordDuty{PostID: s.w.East.Posts[2].ID, Content: "核查"}))(s.t)
		}},
	} {
		t.Run(name, func(t *testing.T) {
			s := newRegisterScene(t, testkit.SQLite(t))
			head := s.w.East.People[2]
			c.do(s, testkit.AsPerson(term.RoleDeptHead, s.w.East.Department, head))
			f := s.handIn(c.kind)
			if got := !is(f.AddresseeID, head.ID); got == c.not || passed(f, head) == c.not {
				t.Errorf("the form is for %v, passed over are %+v", f.AddresseeID, f.PassedOver)
			}
		})
	}
}

// TestOnlyWhatChangedSinceTheLastFiledRevisionMakesAuthors files a form, and hands in the next
// revision and the form of the next year.
func TestOnlyWhatChangedSinceTheLastFiledRevisionMakesAuthors(t *testing.T) {
	s := newRegisterScene(t, testkit.SQLite(t))
	head, risk := s.w.East.People[2], s.record(s.as("clerk"), "受理")
	revise := func(content string) {
		m := s.db.Client.Measure.GetX(testkit.System(), s.w.East.Measures[2].ID)
		testkit.Must(s.db.Register.ReviseMeasure(s.as("head"), register.ReviseMeasure{ID: m.ID, ExpectedVersion: m.Version, Details: register.MeasureDetails{
			Content: content, Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral,
			RiskPointIds: []int64{risk.ID}, DueOn: new(s.db.Today())}}))(t)
	}
	revise("两人复核")
	f := s.handIn(term.FormKindMeasures) // no public display
	s.mustApprove(f, "leader", "principal", "inspector")
	f = s.stands(f, term.FormStateFiled)
	s.db.Clock.Forward(1)
	// What the head wrote before it was filed is not theirs to be kept from any more.
	f = testkit.Must(s.s.AskRevision(s.as("clerk"), review.Revise{FormID: f.ID, ExpectedVersion: f.Version, Reason: "调整"}))(t)
	f = testkit.Must(s.s.AllowRevision(s.as("inspector"), review.Revise{FormID: f.ID, ExpectedVersion: f.Version}))(t)
	if f = s.submit("clerk", f); !is(f.AddresseeID, head.ID) {
		t.Errorf("the next revision is for %v: %+v", f.AddresseeID, f.PassedOver)
	}
	next := s.handIn(term.FormKindMeasures)
	if !is(next.AddresseeID, head.ID) {
		t.Errorf("next year's form is for %v: %+v", next.AddresseeID, next.PassedOver)
	}
	// What they write since is.
	revise("三人复核")
	again := s.handIn(term.FormKindMeasures)
	if is(again.AddresseeID, head.ID) || !passed(again, head) {
		t.Errorf("a form with a row that the head changed is for %v: %+v", again.AddresseeID, again.PassedOver)
	}
}

// TestWhoTookARowOutOfAFormIsItsAuthor: the head retires a power that was filed.
func TestWhoTookARowOutOfAFormIsItsAuthor(t *testing.T) {
	s := newRegisterScene(t, testkit.SQLite(t))
	head, p := s.w.East.People[2], s.w.East.Powers[2]
	f := s.handIn(term.FormKindPowers)
	s.db.Raw.Client.Form.UpdateOne(f).SetFiledHash(s.db.Client.FormSubmission.GetX(testkit.System(), *f.SubmissionID).Hash).SetFiledAt(s.db.Now()).ExecX(testkit.System())
	s.db.Raw.Client.FormSubmission.UpdateOneID(*f.SubmissionID).SetEndedBy("FILED").ExecX(testkit.System())
	r := s.w.East.Risks[2]
	testkit.Must(s.db.Register.RetireRiskPoint(testkit.System(), r.ID, s.db.Client.RiskPoint.GetX(testkit.System(), r.ID).Version, "职权取消"))(t)
	testkit.Must(s.db.Register.RetirePower(s.as("head"), p.ID, p.Version, s.db.Today()))(t)
	if f := s.handIn(term.FormKindPowers); is(f.AddresseeID, head.ID) || !passed(f, head) {
		t.Errorf("a form without the power that the head retired is for %v: %+v", f.AddresseeID, f.PassedOver)
	}
}
