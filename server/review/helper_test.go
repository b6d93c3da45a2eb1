package review_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/org"
	"sineng/server/review"
	"sineng/server/testkit"
)

// paper stores the contents of forms in place of the register.
type paper struct {
	db       *testkit.DB
	contents map[int64]*form.Content
	extras   map[int64]form.Extras
	authors  form.Authors // of the rows of every form
	problems []form.Problem
	broken   map[int64]error // why a form's content cannot be read
}

func (p *paper) Get(ctx context.Context, id int64) (*ent.Form, error) {
	f, err := p.db.Reader(ctx).Form.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, fault.Missing("表格", "form")
	}
	return f, err
}

func (p *paper) MayFill(ctx context.Context, f *ent.Form) error {
	if form.Fillable(viewer.FromContext(ctx), f, false) {
		return nil
	}
	return fault.New(fault.Forbidden, "NOT_PREPARER", "formId", "不由您填报", "You may not fill in this form")
}

func (p *paper) Current(_ context.Context, f *ent.Form) (*form.Content, error) {
	if err := p.broken[f.ID]; err != nil {
		return nil, err
	}
	encoded, err := p.contents[f.ID].Encode()
	if err != nil {
		return nil, err
	}
	return form.Decode(encoded)
}

func (p *paper) Apply(context.Context, *ent.Form) ([]form.Problem, error) { return p.problems, nil }

func (p *paper) Authors(context.Context, *form.Content, *form.Content, time.Time) (form.Authors, error) {
	return p.authors, nil
}

func (p *paper) Extras(_ context.Context, f *ent.Form) (form.Extras, error) {
	return p.extras[f.ID], nil
}

// rows are lines of 表2, each "key title grade".
func rows(lines ...string) *form.Content {
	s := form.Section{Code: "risks", Rows: []form.Row{}}
	for _, line := range lines {
		f := strings.Fields(line)
		s.Rows = append(s.Rows, form.Row{Key: f[0], Cells: []form.Cell{{Code: "title", Text: f[1]}, {Code: "grade", Text: f[2]}}})
	}
	return &form.Content{Format: form.Format, Kind: term.FormKindRisks, Year: 2026, Sections: []form.Section{s}}
}

// scene is a department with the leaders above it, and forms to review.
type scene struct {
	t         testing.TB
	db        *testkit.DB
	w         *testkit.World
	s         *review.Service
	paper     *paper
	campaign  *ent.Campaign
	clerk     *ent.Person // fills the department's forms
	colleague *ent.Person
	forms     int
}

func newScene(t testing.TB, db *testkit.DB) *scene {
	t.Helper()
	s := &scene{t: t, db: db, w: testkit.NewWorld(t, db)}
	s.paper = &paper{db: db, contents: map[int64]*form.Content{}, extras: map[int64]form.Extras{}}
	s.s = review.New(db.Store, s.paper)
	s.campaign = s.plan(2026, nil)
	s.clerk, s.colleague = s.person("经办人"), s.person("同事")
	return s
}

// follow sequences the log and checks the forms that it concerns.
func (s *scene) follow() {
	s.t.Helper()
	testkit.Must(audit.Sequence(testkit.System(), s.db.Store))(s.t)
	if err := s.s.Follow(testkit.System()); err != nil {
		s.t.Fatal(err)
	}
	testkit.Fire(s.t, s.db, s.s.Timers()...)
}

func (s *scene) person(name string) *ent.Person {
	s.t.Helper()
	return testkit.Must(s.db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: s.w.East.Department.ID, Name: name, JobTitle: "科员"}))(s.t).Unwrap()
}

func (s *scene) plan(year int, previous *int64) *ent.Campaign {
	u, now := s.w.East.Unit, s.db.Now()
	return s.db.Raw.Client.Campaign.Create().SetYear(year).SetTitle("专项工作").SetPhase(term.CampaignPhaseSurvey).SetKinds([]term.FormKind{term.FormKindRisks}).
		SetPhases([]term.PhasePlan{}).SetPublicityDays(5).SetObjectionDays(15).SetNillablePreviousID(previous).SetUnitID(u.ID).SetLevels(u.Levels()).
		SetCreatedAt(now).SetUpdatedAt(now).SetOpenedAt(now).SaveX(testkit.System())
}

// expect adds a form of the department that is assigned to the clerk.
func (s *scene) expect(kind term.FormKind, content *form.Content) *ent.Form {
	return s.expectIn(s.campaign, kind, content, s.w.East.Department.ID)
}

func (s *scene) expectIn(c *ent.Campaign, kind term.FormKind, content *form.Content, subject int64) *ent.Form {
	s.t.Helper()
	s.forms++
	u, now := s.w.East.Department, s.db.Now()
	create := s.db.Raw.Client.Form.Create().SetCampaignID(c.ID).SetKind(kind).SetSubjectID(subject).SetState(term.FormStateDraft).
		SetDueOn(s.db.Today().AddDate(1, 0, 0)).SetPreparerID(s.clerk.ID).SetPreparedBy([]int64{}).SetPreparedByPersons([]int64{}).SetStageSince(now).
		SetUnitID(u.ID).SetLevels(u.Levels()).SetCreatedAt(now).SetUpdatedAt(now)
	if kind == term.FormKindPersonal {
		create.SetPersonID(subject)
	}
	f := create.SaveX(testkit.System())
	content.Kind = kind
	s.paper.contents[f.ID] = content
	return f
}

// form reads a form from the database.
func (s *scene) form(id int64) *ent.Form { return s.db.Client.Form.GetX(testkit.System(), id) }

// as is the context of a person of the scene in their role.
func (s *scene) as(who string) context.Context {
	e := s.w.East
	switch who {
	case "clerk":
		return testkit.AsPerson(term.RoleStaff, e.Department, s.clerk)
	case "colleague":
		return testkit.AsPerson(term.RoleStaff, e.Department, s.colleague)
	case "head":
		return testkit.AsPerson(term.RoleDeptHead, e.Department, e.People[2])
	case "leader":
		return testkit.AsPerson(term.RoleLeaderInCharge, e.City, e.People[1])
	case "principal":
		return testkit.AsPerson(term.RolePrincipalLeader, e.Unit, e.People[0])
	case "inspector":
		return testkit.As(term.RoleInspector, e.City)
	case "group":
		return testkit.As(term.RoleLeadingGroup, e.Unit)
	case "west":
		return testkit.As(term.RoleLeadingGroup, s.w.West.Unit)
	}
	return testkit.As(term.Role(who), e.Unit)
}

func (s *scene) submit(who string, f *ent.Form) *ent.Form {
	s.t.Helper()
	out := testkit.Must(s.s.Submit(s.as(who), review.SubmitForm{FormID: f.ID, ExpectedVersion: s.form(f.ID).Version}))(s.t)
	if len(out.Problems) > 0 {
		s.t.Fatalf("not handed in: %+v", out.Problems)
	}
	return out.Form
}

func (s *scene) approve(who string, f *ent.Form) (*ent.Form, error) {
	return s.s.Approve(s.as(who), review.ApproveForm{FormID: f.ID, ExpectedVersion: s.form(f.ID).Version, Text: "同意"})
}

func (s *scene) mustApprove(f *ent.Form, who ...string) *ent.Form {
	s.t.Helper()
	for _, w := range who {
		if _, err := s.approve(w, f); err != nil {
			s.t.Fatalf("%s approves: %v", w, err)
		}
	}
	return s.form(f.ID)
}

// refused fails the test unless err has the reason.
func refused(t testing.TB, err error, reason string) {
	t.Helper()
	for _, f := range fault.All(err) {
		if f.Reason == reason {
			if f.ZH == "" || f.EN == "" {
				t.Errorf("%s does not say why in both languages", reason)
			}
			return
		}
	}
	t.Errorf("%v, want %s", err, reason)
}

func (s *scene) stands(f *ent.Form, state term.FormState) *ent.Form {
	s.t.Helper()
	out := s.form(f.ID)
	if out.State != state {
		s.t.Fatalf("the form is in %s, want %s", out.State, state)
	}
	return out
}

// inForce are the approvals in force, "STAGE signer" each.
func (s *scene) inForce(f *ent.Form) string {
	var out []string
	for _, o := range s.db.Client.Form.GetX(testkit.System(), f.ID).QueryReviewDecisions().AllX(testkit.System()) {
		if o.VoidedAt == nil && o.Verdict == term.VerdictApproved {
			out = append(out, fmt.Sprintf("%s %s", o.Stage, o.SignerName))
		}
	}
	return strings.Join(out, ", ")
}
