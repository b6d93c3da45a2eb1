package campaign_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/auditinbox"
	"sineng/ent/form"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/campaign"
	"sineng/server/fault"
	"sineng/server/job"
	"sineng/server/org"
	"sineng/server/testkit"
)

var allKinds = []term.FormKind{term.FormKindPowers, term.FormKindRisks, term.FormKindPersonal, term.FormKindMeasures}

func date(text string) time.Time {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return t
}

// details are the details of a valid plan.
func details(change ...func(*campaign.Details)) campaign.Details {
	due := func(kinds ...term.FormKind) (out []*campaign.DueInput) {
		for _, k := range kinds {
			out = append(out, &campaign.DueInput{Kind: k, On: date("2026-05-31")})
		}
		return out
	}
	d := campaign.Details{Year: 2026, Title: "2026 年四能专项", Kinds: allKinds, PublicityDays: 7, ObjectionDays: 15,
		Phases: []*campaign.PhaseInput{
			{Phase: term.CampaignPhaseSurvey, From: date("2026-03-02"), To: date("2026-06-30"), Due: due(term.FormKindPowers, term.FormKindRisks, term.FormKindPersonal, term.FormKindMeasures)},
			{Phase: term.CampaignPhaseSummary, From: date("2026-10-01"), To: date("2027-01-31")},
		}}
	for _, c := range change {
		c(&d)
	}
	return d
}

// world is a province with an opened campaign on it.
type world struct {
	*testkit.DB
	*testkit.Province
	service *campaign.Service
	runner  *job.Runner
	leader  context.Context
	c       *ent.Campaign
}

func newWorld(t *testing.T, db *testkit.DB) *world {
	t.Helper()
	w := &world{DB: db, Province: testkit.NewProvince(t, db, "E", "东"), service: campaign.New(db.Store), runner: job.New(db.Store, nil, nil)}
	w.runner.Handle(term.JobKindOpenCampaign, w.service.Work)
	w.leader = testkit.As(term.RoleLeadingGroup, w.Unit)
	w.c = testkit.Must(w.service.Plan(w.leader, campaign.Plan{UnitID: w.Unit.ID, Details: details()}))(t).Unwrap()
	return w
}

func (w *world) step() campaign.Step {
	return campaign.Step{ID: w.c.ID, ExpectedVersion: w.c.Version, Reason: "按计划"}
}

// open opens the campaign and runs the job that creates its forms.
func (w *world) open(t *testing.T) {
	t.Helper()
	testkit.Must(w.service.Open(w.leader, w.step()))(t)
	w.work(t)
	if w.c.ExpectedAt == nil {
		t.Fatal("the job ended and not every form is expected")
	}
}

// work runs the queued jobs and reloads the campaign.
func (w *world) work(t *testing.T) {
	t.Helper()
	for w.runner.Once(t.Context()) {
	}
	w.c = testkit.Must(w.Client.Campaign.Get(testkit.System(), w.c.ID))(t)
}

// sync lets the log's followers process new entries.
func (w *world) sync(t *testing.T) {
	t.Helper()
	testkit.Must(audit.Sequence(testkit.System(), w.Store))(t)
	if err := w.service.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// forms are the forms of the campaign that are not dropped, as "kind unit".
func (w *world) forms(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, f := range w.Client.Form.Query().Where(form.CampaignID(w.c.ID), form.StateNEQ(term.FormStateDropped)).WithUnit().AllX(testkit.System()) {
		out = append(out, fmt.Sprint(f.Kind, " ", f.Edges.Unit.Code))
	}
	slices.Sort(out)
	return out
}

// department are the expected forms of units with one person each.
func department(codes ...string) (out []string) {
	for _, c := range codes {
		for _, k := range allKinds {
			out = append(out, fmt.Sprint(k, " ", c))
		}
	}
	return out
}

func (w *world) want(t *testing.T, what string, forms ...string) {
	t.Helper()
	slices.Sort(forms)
	if got := w.forms(t); !slices.Equal(got, forms) {
		t.Errorf("%s: the forms are\n%v, want\n%v", what, got, forms)
	}
}

func TestAPlanIsChecked(t *testing.T) {
	db := testkit.SQLite(t)
	w := newWorld(t, db)
	for reason, change := range map[string]func(*campaign.Details){
		"REQUIRED":          func(d *campaign.Details) { d.Title = "  " },
		"OUT_OF_ORDER":      func(d *campaign.Details) { d.Phases[0].Phase, d.Phases[1].Phase = d.Phases[1].Phase, d.Phases[0].Phase },
		"OVERLAPS":          func(d *campaign.Details) { d.Phases[1].From = date("2026-06-30") },
		"OUTSIDE_YEAR":      func(d *campaign.Details) { d.Phases[1].To = date("2028-01-01") },
		"ENDS_BEFORE_START": func(d *campaign.Details) { d.Phases[1].To = date("2026-09-30") },
		"NOT_PLANNABLE":     func(d *campaign.Details) { d.Phases[1].Phase = term.CampaignPhaseArchived },
		"NO_DEADLINE":       func(d *campaign.Details) { d.Phases[0].Due = d.Phases[0].Due[1:] },
		"NOT_INCLUDED":      func(d *campaign.Details) { d.Kinds = d.Kinds[1:] },
		"TWICE":             func(d *campaign.Details) { d.Kinds = append(slices.Clone(d.Kinds), d.Kinds[0]) },
		"OUTSIDE_PHASE":     func(d *campaign.Details) { d.Phases[0].Due[0].On = date("2026-07-01") },
		"OUT_OF_RANGE":      func(d *campaign.Details) { d.PublicityDays = 0 },
		"NOT_EARLIER":       func(d *campaign.Details) { d.PreviousID = &w.c.ID },
		"NOT_FOUND":         func(d *campaign.Details) { d.PreviousID = new(int64) },
		"nothing is wrong":  func(*campaign.Details) {},
		"nothing wrong next": func(d *campaign.Details) {
			d.Year = 2027
			d.Phases[0].From = date("2027-01-01")
			d.Phases[0].To = date("2027-06-30")
			for _, x := range d.Phases[0].Due {
				x.On = date("2027-06-30")
			}
			d.Phases[1].From, d.Phases[1].To = date("2027-07-01"), date("2028-12-31")
			d.PreviousID = &w.c.ID
		},
	} {
		_, err := w.service.Plan(w.leader, campaign.Plan{UnitID: w.Unit.ID, Details: details(change)})
		var reasons []string
		for _, e := range fault.All(err) {
			reasons = append(reasons, e.Reason)
		}
		if fine := len(reason) > 8 && reason[:8] == "nothing "; fine && err != nil || !fine && !slices.Contains(reasons, reason) {
			t.Errorf("%s: %v", reason, err)
		}
	}
	if _, err := w.service.Plan(testkit.As(term.RolePrincipalLeader, w.Unit), campaign.Plan{UnitID: w.Unit.ID, Details: details()}); !fault.Is(err, fault.Forbidden) {
		t.Errorf("a principal leader plans a campaign: %v", err)
	}
	if _, err := w.service.Plan(testkit.As(term.RoleLeadingGroup, w.City), campaign.Plan{UnitID: w.Unit.ID, Details: details()}); err == nil {
		t.Error("a leading group plans a campaign on the unit above")
	}
}

func TestOpeningExpectsAFormOfEveryDepartmentAndPersonOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := newWorld(t, db)
		testkit.NewProvince(t, db, "W", "西") // outside the campaign
		w.open(t)
		// The province has no department of its own, the city has one.
		all := append(department("E", "E11"), "PERSONAL E1")
		w.want(t, "after opening", all...)
		if n := db.Client.AuditInbox.Query().Where(sql.FieldContains(auditinbox.FieldBody, string(term.AuditActionExpectForms))).CountX(testkit.System()); n != 3 {
			t.Errorf("%d entries record required forms, want one for the units, one for the people and one for the end", n)
		}
		if f := db.Client.Form.Query().FirstX(testkit.System()); !f.DueOn.Equal(date("2026-05-31")) {
			t.Errorf("a form is due on %s", f.DueOn)
		}
		if _, err := w.service.Open(w.leader, w.step()); !fault.Is(err, fault.InvalidTransition) {
			t.Errorf("a campaign is opened twice: %v", err)
		}
		// What runs again makes nothing twice.
		for range 2 {
			testkit.Fire(t, db, w.service.Timers()...)
			db.Clock.Forward(time.Hour)
		}
		if n := db.Client.Job.Query().CountX(testkit.System()); n != 2 {
			t.Errorf("%d jobs, want the opening and one for the day", n)
		}
		w.work(t)
		w.want(t, "after the daily comparison", all...)
	})
}

func TestWhoJoinsMovesOrLeavesGetsOrLosesTheirForm(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w, ctx := newWorld(t, db), testkit.System()
		w.open(t)
		second := testkit.Must(w.Org.CreateUnit(ctx, org.CreateUnit{ParentID: &w.City.ID, Code: "E12", Name: "东执法科", Kind: term.UnitKindDepartment}))(t)
		w.sync(t)
		three := []string{"POWERS E12", "RISKS E12", "MEASURES E12"}
		base := append(department("E", "E11"), "PERSONAL E1")
		w.want(t, "a new department", append(three, base...)...)

		// A person moves there: their form moves too, and its preparer is cleared.
		post := testkit.Must(w.Org.CreatePost(ctx, org.CreatePost{UnitID: second.ID, Name: "执法岗"}))(t)
		old := w.Client.Appointment.Query().Where(appointment.PersonID(w.People[2].ID)).OnlyX(ctx)
		testkit.Must(w.Org.Relieve(ctx, old.ID, old.Version, new(w.Today())))(t)
		w.Clock.Forward(24 * time.Hour)
		testkit.Must(w.Org.Appoint(ctx, w.People[2].ID, post.ID, w.Today()))(t)
		w.sync(t)
		w.want(t, "a person moved", append([]string{"PERSONAL E12", "POWERS E11", "RISKS E11", "MEASURES E11", "PERSONAL E1"}, append(three, department("E")...)...)...)
		f := w.Client.Form.Query().Where(form.PersonID(w.People[2].ID)).OnlyX(ctx)
		if f.L3 != second.ID || f.UnitID != second.ID {
			t.Errorf("the form stands at %d %d", f.UnitID, f.L3)
		}

		// A person who leaves loses a form that was never submitted, and gets it back on
		// return.
		now := w.Client.Appointment.Query().Where(appointment.PersonID(w.People[2].ID), appointment.PostID(post.ID)).OnlyX(ctx)
		testkit.Must(w.Org.Relieve(ctx, now.ID, now.Version, new(w.Today())))(t)
		w.Clock.Forward(24 * time.Hour)
		testkit.Fire(t, db, w.service.Timers()...)
		w.work(t)
		f = w.Client.Form.GetX(ctx, f.ID)
		if f.State != term.FormStateDropped || f.DropReason == "" {
			t.Errorf("the form of who left is %s", f.State)
		}
		testkit.Must(w.Org.Appoint(ctx, w.People[2].ID, w.Posts[2].ID, w.Today()))(t)
		w.sync(t)
		if f = w.Client.Form.GetX(ctx, f.ID); f.State != term.FormStateDraft || f.UnitID != w.Department.ID || f.DropReason != "" {
			t.Errorf("the form of who came back is %s at %d", f.State, f.UnitID)
		}

		// A submitted form stays when its department is closed.
		risks := w.Client.Form.Query().Where(form.SubjectID(second.ID), form.KindEQ(term.FormKindRisks)).OnlyX(ctx)
		submission := w.Raw.Client.FormSubmission.Create().SetFormID(risks.ID).SetRevision(1).SetNumber(1).SetHash("x").SetContainsA(false).SetSubmitterName("人").
			SetAt(w.Now()).SetUnitID(second.ID).SetLevels([6]int64{w.Unit.ID, w.City.ID, second.ID}).SaveX(ctx)
		w.Raw.Client.Form.UpdateOneID(risks.ID).SetState(term.FormStateDeptReview).SetSubmissionID(submission.ID).ExecX(ctx)
		testkit.Must(w.Org.CloseUnit(ctx, second.ID, w.Client.Unit.GetX(ctx, second.ID).Version, w.Today()))(t)
		w.sync(t)
		w.want(t, "a department closed", append([]string{"RISKS E12"}, base...)...)

		// A bureau whose last department closes fills the forms itself.
		holds := w.Client.Appointment.Query().Where(appointment.PersonID(w.People[2].ID), appointment.ToDayIsNil()).OnlyX(ctx)
		testkit.Must(w.Org.Relieve(ctx, holds.ID, holds.Version, new(w.Today())))(t)
		testkit.Must(w.Org.CloseUnit(ctx, w.Department.ID, w.Client.Unit.GetX(ctx, w.Department.ID).Version, w.Today()))(t)
		w.sync(t)
		w.want(t, "the last department closed", append([]string{"RISKS E12"}, department("E", "E1")...)...)
	})
}

func TestAPersonsSubmissionsMoveWithTheirForm(t *testing.T) {
	db := testkit.SQLite(t)
	w, ctx := newWorld(t, db), testkit.System()
	w.open(t)
	f := w.Client.Form.Query().Where(form.PersonID(w.People[2].ID)).OnlyX(ctx)
	submission := w.Raw.Client.FormSubmission.Create().SetFormID(f.ID).SetPersonID(w.People[2].ID).SetRevision(1).SetNumber(1).SetHash("x").SetContainsA(false).
		SetSubmitterName("人").SetAt(w.Now()).SetUnitID(f.UnitID).SetLevels(f.Levels()).SaveX(ctx)
	decision := w.Raw.Client.ReviewDecision.Create().SetFormID(f.ID).SetSubmissionID(submission.ID).SetPersonID(w.People[2].ID).SetStage(term.FormStateDeptReview).
		SetVerdict(term.VerdictApproved).SetSignerName("科长").SetAt(w.Now()).SetUnitID(f.UnitID).SetLevels(f.Levels()).SaveX(ctx)
	w.Raw.Client.Form.UpdateOneID(f.ID).SetState(term.FormStateLeaderReview).SetSubmissionID(submission.ID).ExecX(ctx)
	old := w.Client.Appointment.Query().Where(appointment.PersonID(w.People[2].ID)).OnlyX(ctx)
	testkit.Must(w.Org.Relieve(ctx, old.ID, old.Version, new(w.Today().AddDate(0, 0, -1))))(t)
	testkit.Must(w.Org.Appoint(ctx, w.People[2].ID, w.Posts[1].ID, w.Today()))(t)
	w.sync(t)
	for what, got := range map[string][2]int64{
		"the form":            {w.Client.Form.GetX(ctx, f.ID).UnitID, w.Client.Form.GetX(ctx, f.ID).L3},
		"the submission":      {w.Client.FormSubmission.GetX(ctx, submission.ID).UnitID, w.Client.FormSubmission.GetX(ctx, submission.ID).L3},
		"the review decision": {w.Client.ReviewDecision.GetX(ctx, decision.ID).UnitID, w.Client.ReviewDecision.GetX(ctx, decision.ID).L3},
	} {
		if got != [2]int64{w.City.ID, 0} {
			t.Errorf("%s stands at %v, want the city", what, got)
		}
	}
}

func TestDeadlinesThatChangeReachTheFormsThatAreNotFiled(t *testing.T) {
	db := testkit.SQLite(t)
	w, ctx := newWorld(t, db), testkit.System()
	w.open(t)
	filed := w.Client.Form.Query().FirstX(ctx)
	w.Raw.Client.Form.UpdateOne(filed).SetState(term.FormStateFiled).ExecX(ctx)
	later := details(func(d *campaign.Details) {
		for _, due := range d.Phases[0].Due {
			due.On = date("2026-06-15")
		}
	})
	_, err := w.service.Revise(w.leader, campaign.Revise{ID: w.c.ID, ExpectedVersion: w.c.Version + 1, Details: later})
	if !fault.Is(err, fault.Conflict) {
		t.Errorf("a stale version is accepted: %v", err)
	}
	_, err = w.service.Revise(w.leader, campaign.Revise{ID: w.c.ID, ExpectedVersion: w.c.Version, Details: details(func(d *campaign.Details) {
		d.Kinds, d.Phases[0].Due = d.Kinds[:3], d.Phases[0].Due[:3]
	})})
	if err == nil {
		t.Error("a form is removed from an open campaign")
	}
	testkit.Must(w.service.Revise(w.leader, campaign.Revise{ID: w.c.ID, ExpectedVersion: w.c.Version, Details: later}))(t)
	w.work(t)
	for _, f := range w.Client.Form.Query().AllX(ctx) {
		if want := map[bool]string{true: "2026-05-31", false: "2026-06-15"}[f.ID == filed.ID]; f.DueOn.Format(time.DateOnly) != want {
			t.Errorf("%s of %d is due on %s, want %s", f.Kind, f.SubjectID, f.DueOn.Format(time.DateOnly), want)
		}
	}
}

func TestTheLifeOfACampaign(t *testing.T) {
	db := testkit.SQLite(t)
	w := newWorld(t, db)
	refuse := func(what string, do func(context.Context, campaign.Step) (*ent.Campaign, error)) {
		t.Helper()
		if _, err := do(w.leader, w.step()); !fault.Is(err, fault.InvalidTransition) {
			t.Errorf("%s: %v", what, err)
		}
	}
	take := func(do func(context.Context, campaign.Step) (*ent.Campaign, error)) {
		t.Helper()
		w.c = testkit.Must(do(w.leader, w.step()))(t).Unwrap()
	}
	refuse("a planned campaign advances", w.service.Advance)
	refuse("a planned campaign closes", w.service.Close)
	refuse("a planned campaign is archived", w.service.Archive)
	w.open(t)
	refuse("a running campaign is archived", w.service.Archive)
	if w.c.Phase != term.CampaignPhaseSurvey {
		t.Errorf("an opened campaign stands in %s", w.c.Phase)
	}
	take(w.service.Advance)
	if w.c.Phase != term.CampaignPhaseSummary {
		t.Errorf("after the survey comes %s", w.c.Phase)
	}
	refuse("the last phase advances", w.service.Advance)
	if _, err := w.service.Close(w.leader, campaign.Step{ID: w.c.ID, ExpectedVersion: w.c.Version}); !fault.Is(err, fault.Invalid) {
		t.Errorf("a campaign is closed without a reason: %v", err)
	}
	take(w.service.Close)
	refuse("a closed campaign is closed", w.service.Close)
	if _, err := w.service.Revise(w.leader, campaign.Revise{ID: w.c.ID, ExpectedVersion: w.c.Version, Details: details()}); !fault.Is(err, fault.InvalidTransition) {
		t.Errorf("a closed campaign is revised: %v", err)
	}
	public := w.Client.Form.Query().FirstX(testkit.System())
	set := func(state term.FormState) {
		w.Raw.Client.Form.UpdateOne(public).SetState(state).SetPublicityUntil(date("2026-06-07")).ExecX(testkit.System())
	}
	set(term.FormStatePublicity)
	if _, err := w.service.Archive(w.leader, w.step()); fault.All(err)[0].Reason != "PUBLICITY_RUNNING" || !strings.Contains(err.Error(), "2026-06-07") {
		t.Errorf("a campaign of which a form is public is archived: %v", err)
	}
	set(public.State)
	take(w.service.Archive)
	if w.c.Phase != term.CampaignPhaseArchived || campaign.Running(w.c) {
		t.Errorf("an archived campaign stands in %s", w.c.Phase)
	}
	// Nothing of it changes any more.
	before := w.forms(t)
	testkit.Must(w.Org.CreateUnit(testkit.System(), org.CreateUnit{ParentID: &w.City.ID, Code: "E12", Name: "新科", Kind: term.UnitKindDepartment}))(t)
	w.sync(t)
	w.want(t, "after archiving", before...)
}
