package objection_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/objection"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

func reason(err error) string {
	if all := fault.All(err); len(all) > 0 {
		return all[0].Reason
	}
	return ""
}

// scene is a risk point that a member of staff recorded on a colleague.
type scene struct {
	db        *testkit.DB
	s         *objection.Service
	w         *testkit.World
	concerned *ent.Person
	me        context.Context
	recorder  context.Context
	risk      *ent.RiskPoint
}

func newScene(t *testing.T, db *testkit.DB) *scene {
	t.Helper()
	w := testkit.NewWorld(t, db)
	d := w.East.Department
	add := func(name string) *ent.Person {
		return testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: d.ID, Name: name, JobTitle: "科员"}))(t)
	}
	out := &scene{db: db, s: objection.New(db.Store), w: w, concerned: add("当事人")}
	out.me = testkit.AsPerson(term.RoleStaff, d, out.concerned)
	out.recorder = testkit.AsPerson(term.RoleStaff, d, add("登记人"))
	out.risk = testkit.Must(db.Register.RecordRiskPoint(out.recorder, register.RecordRiskPoint{UnitID: d.ID,
		Details: testkit.RiskDetails("个人", func(x *register.RiskDetails) { x.PersonID = &out.concerned.ID }), Assessment: &testkit.Minor}))(t)
	return out
}

func (s *scene) raise(t *testing.T) *ent.Objection {
	t.Helper()
	return testkit.Must(s.s.Raise(s.me, objection.Raise{AboutID: s.risk.ID, Text: " 与事实不符 "}))(t)
}

func TestSomebodySeesWhatIsRecordedOfThemAndNobodyElses(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := newScene(t, db)
		mine := testkit.Must(s.s.Mine(s.me))(t)
		kinds := map[objection.Kind]int{}
		for _, item := range mine.Items {
			kinds[item.Kind]++
			if item.By != s.recorderName() || len(item.Relations) != 1 || item.Relations[0] != objection.StandsOn {
				t.Errorf("recorded by %q, %v", item.By, item.Relations)
			}
		}
		if kinds[objection.KindRiskPoint] != 1 || kinds[objection.KindAssessment] != 1 || mine.More {
			t.Errorf("the record holds %v", kinds)
		}
		// Without any role the person still sees their record.
		bare := viewer.NewContext(context.Background(), &viewer.Viewer{AccountID: 1 << 50, PersonID: s.concerned.ID})
		if got := testkit.Must(s.s.Mine(bare))(t); len(got.Items) != len(mine.Items) {
			t.Errorf("without a role: %d of %d", len(got.Items), len(mine.Items))
		}
		if got := testkit.Must(s.s.Mine(s.recorder))(t); len(got.Items) != 0 {
			t.Errorf("a colleague sees %d", len(got.Items))
		}
		if _, err := s.s.Raise(s.recorder, objection.Raise{AboutID: s.risk.ID, Text: "x"}); !fault.Is(err, fault.NotFound) {
			t.Errorf("a colleague objects: %v", err)
		}
		if _, err := s.s.Raise(s.me, objection.Raise{AboutID: s.w.East.Risks[2].ID, Text: "x"}); !fault.Is(err, fault.NotFound) {
			t.Errorf("to what is not recorded of them: %v", err)
		}
	})
}

func (s *scene) recorderName() string { return viewer.FromContext(s.recorder).Name }

func TestAnObjectionIsAnsweredByTheTierAboveWithinItsClock(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		s := newScene(t, db)
		o := s.raise(t)
		if o.Tier != term.RoleDeptHead || !o.DueOn.Equal(db.Today().AddDate(0, 0, 30)) || o.Text != "与事实不符" || !strings.Contains(o.AboutText, s.risk.Title) {
			t.Errorf("raised %+v", o)
		}
		if _, err := s.s.Raise(s.me, objection.Raise{AboutID: s.risk.ID, Text: "再次"}); reason(err) != "ALREADY_RAISED" {
			t.Errorf("raised twice: %v", err)
		}
		d := s.w.East.Department
		answer := objection.Answer{ObjectionID: o.ID, ExpectedVersion: o.Version, Outcome: term.ObjectionOutcomeUpheld, Answer: "予以更正"}
		for name, c := range map[string]struct {
			ctx  context.Context
			want string
		}{
			"the person concerned as head": {testkit.Also(s.me, term.RoleDeptHead, d), "SELF_REVIEW"},
			"who recorded it, as head":     {testkit.Also(s.recorder, term.RoleDeptHead, d), "SELF_REVIEW"},
			"an inspector":                 {testkit.As(term.RoleInspector, d), "NOT_THAT_TIER"},
			"staff":                        {testkit.As(term.RoleStaff, d), "NOT_FOUND"},
			"a head elsewhere":             {testkit.As(term.RoleDeptHead, s.w.West.Department), "NOT_FOUND"},
		} {
			if _, err := s.s.Answer(c.ctx, answer); reason(err) != c.want {
				t.Errorf("%s answers: %v, want %s", name, err, c.want)
			}
			if may, err := s.s.MayAnswer(c.ctx, o); may || err != nil {
				t.Errorf("%s is shown that they may, %v", name, err)
			}
		}
		head := testkit.AsPerson(term.RoleDeptHead, d, s.w.East.People[2])
		if may, err := s.s.MayAnswer(head, o); !may || err != nil {
			t.Errorf("the head is shown that they may not, %v", err)
		}
		stale := answer
		stale.ExpectedVersion = 9
		if _, err := s.s.Answer(head, stale); !fault.Is(err, fault.Conflict) {
			t.Errorf("a stale answer: %v", err)
		}
		db.Clock.Forward(31 * 24 * time.Hour)
		yes := true
		if late := testkit.Must(s.s.List(head, objection.Filter{Overdue: &yes, ForMyTier: &yes}, store.Page{First: 20}, nil))(t); len(late.Rows) != 1 || !objection.Overdue(late.Rows[0], db.Today()) {
			t.Errorf("%d are overdue", len(late.Rows))
		}
		done := testkit.Must(s.s.Answer(head, answer))(t)
		if done.State != term.ObjectionStateAnswered || done.AnswererRole == nil || *done.AnswererRole != term.RoleDeptHead || done.Text != o.Text || objection.Overdue(done, db.Today()) {
			t.Errorf("answered %+v", done)
		}
		if _, err := s.s.Answer(head, objection.Answer{ObjectionID: o.ID, ExpectedVersion: done.Version, Outcome: term.ObjectionOutcomeRejected, Answer: "改口"}); reason(err) != "OBJECTION_ENDED" {
			t.Errorf("answered twice: %v", err)
		}
		mine := testkit.Must(s.s.Mine(s.me))(t)
		shown := 0
		for _, item := range mine.Items {
			shown += len(item.Objections)
		}
		if shown != 1 {
			t.Errorf("%d objections are shown to who raised them", shown)
		}
	})
}

func TestWhereTheTiersCoincideTheNextOneUpAnswers(t *testing.T) {
	db := testkit.SQLite(t)
	s := newScene(t, db)
	// The head of the department is named in what a member of staff recorded.
	head := s.w.East.People[2]
	risk := testkit.Must(db.Register.RecordRiskPoint(s.recorder, register.RecordRiskPoint{UnitID: s.w.East.Department.ID,
		Details: testkit.RiskDetails("处长", func(x *register.RiskDetails) { x.PersonID = &head.ID }), Assessment: &testkit.Minor}))(t)
	o := testkit.Must(s.s.Raise(testkit.AsPerson(term.RoleDeptHead, s.w.East.Department, head), objection.Raise{AboutID: risk.ID, Text: "不实"}))(t)
	if o.Tier == term.RoleDeptHead || o.Tier == term.RoleStaff {
		t.Errorf("the head's own objection goes to %s", o.Tier)
	}
}

func TestTheClockIsThatOfTheCampaign(t *testing.T) {
	db := testkit.SQLite(t)
	s := newScene(t, db)
	now := db.Now()
	for year, days := range map[int]int{2025: 5, 2026: 12} {
		c := db.Raw.Client.Campaign.Create().SetYear(year).SetTitle("专项").SetPhase(term.CampaignPhaseSurvey).SetKinds([]term.FormKind{}).SetPhases([]term.PhasePlan{}).
			SetPublicityDays(7).SetObjectionDays(days).SetOpenedAt(now).SetCreatedAt(now).SetUpdatedAt(now)
		if err := org.Place(c.Mutation(), s.w.East.Unit); err != nil {
			t.Fatal(err)
		}
		c.ExecX(testkit.System())
	}
	if o := s.raise(t); !o.DueOn.Equal(db.Today().AddDate(0, 0, 12)) {
		t.Errorf("due on %s", o.DueOn)
	}
}

func TestOnlyWhoRaisedItTakesItBack(t *testing.T) {
	db := testkit.SQLite(t)
	s := newScene(t, db)
	o := s.raise(t)
	in := objection.Withdraw{ObjectionID: o.ID, ExpectedVersion: o.Version}
	if _, err := s.s.Withdraw(testkit.As(term.RoleDeptHead, s.w.East.Department), in); reason(err) != "NOT_YOURS" {
		t.Errorf("the head withdraws it: %v", err)
	}
	if _, err := s.s.Withdraw(s.recorder, in); !fault.Is(err, fault.NotFound) {
		t.Errorf("a colleague withdraws it: %v", err)
	}
	if out := testkit.Must(s.s.Withdraw(s.me, in))(t); out.State != term.ObjectionStateWithdrawn {
		t.Errorf("withdrawn %+v", out)
	}
	s.raise(t)
}
