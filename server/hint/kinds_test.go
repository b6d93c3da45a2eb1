package hint_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/hint"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/review"
	"sineng/server/testkit"
)

// desk is a department whose head fills in forms and reads hints.
type desk struct {
	t     *testing.T
	db    *testkit.DB
	w     *testkit.World
	forms *form.Service
	hints *hint.Service
	head  context.Context
}

func newDesk(t *testing.T, db *testkit.DB) *desk {
	t.Helper()
	w := testkit.NewWorld(t, db)
	forms := form.New(db.Store, db.Register)
	return &desk{t, db, w, forms, hint.New(db.Store, forms, db.Register), testkit.AsPerson(term.RoleDeptHead, w.East.Department, w.East.People[2])}
}

// form creates an expected form of the department, or of a person, in the
// campaign of a year.
func (d *desk) form(kind term.FormKind, person *int64, year int, previous *int64) *ent.Form {
	d.t.Helper()
	ctx, now, u := testkit.System(), d.db.Now(), d.w.East.Department
	c := d.db.Raw.Client.Campaign.Create().SetYear(year).SetTitle("专项").SetPhase(term.CampaignPhaseSurvey).SetKinds([]term.FormKind{kind}).SetPhases([]term.PhasePlan{}).
		SetPublicityDays(5).SetObjectionDays(5).SetNillablePreviousID(previous).SetOpenedAt(now).SetCreatedAt(now).SetUpdatedAt(now)
	if err := org.Place(c.Mutation(), d.w.East.Unit); err != nil {
		d.t.Fatal(err)
	}
	subject := u.ID
	if person != nil {
		subject = *person
	}
	f := d.db.Raw.Client.Form.Create().SetCampaignID(c.SaveX(ctx).ID).SetKind(kind).SetSubjectID(subject).SetNillablePersonID(person).SetState(term.FormStateDraft).
		SetDueOn(d.db.Today().AddDate(0, 1, 0)).SetStageSince(now).SetCreatedAt(now).SetUpdatedAt(now)
	if err := org.Place(f.Mutation(), u); err != nil {
		d.t.Fatal(err)
	}
	return f.SaveX(ctx)
}

// of returns the hints on a form for a viewer.
func (d *desk) of(who context.Context, f *ent.Form) []*hint.Hint {
	d.t.Helper()
	return testkit.Must(d.hints.ForForm(who, d.db.Client.Form.GetX(testkit.System(), f.ID)))(d.t)
}

// file stores a form as filed.
func (d *desk) file(f *ent.Form) {
	d.t.Helper()
	ctx := testkit.System()
	encoded := testkit.Must(testkit.Must(d.forms.Current(ctx, f))(d.t).Encode())(d.t)
	hash := form.Hash(encoded)
	d.db.Raw.Client.FormSnapshot.Create().SetFormID(f.ID).SetHash(hash).SetContent(string(encoded)).SetAt(d.db.Now()).ExecX(ctx)
	d.db.Raw.Client.Form.UpdateOne(f).SetState(term.FormStateFiled).SetFiledHash(hash).ExecX(ctx)
}

// risk creates a risk point of the department or of a person.
func (d *desk) risk(title, manifestation string, change ...func(*register.RiskDetails)) *ent.RiskPoint {
	d.t.Helper()
	return testkit.Must(d.db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: d.w.East.Department.ID, Assessment: &testkit.Minor,
		Details: testkit.RiskDetails(title, append(change, func(x *register.RiskDetails) { x.Title, x.Manifestation, x.Cause = title, manifestation, "" })...)}))(d.t).Unwrap()
}

// rewrite changes the text of a risk point.
func (d *desk) rewrite(r *ent.RiskPoint, text string) *ent.RiskPoint {
	return d.db.Raw.Client.RiskPoint.UpdateOne(r).SetTitle(text).SetManifestation(text).SaveX(testkit.System())
}

// save types rows into a form.
func (d *desk) save(f *ent.Form, rows ...form.RowInput) {
	d.t.Helper()
	version := 0
	for _, saved := range d.db.Client.FormDraft.Query().AllX(testkit.System()) {
		version = saved.Version
	}
	if _, _, err := d.forms.SaveDraft(d.head, form.SaveDraft{FormID: f.ID, ExpectedVersion: version, Rows: rows}); err != nil {
		d.t.Fatal(err)
	}
}

// unlike are texts that have nothing in common.
var unlike = []string{
	"审批许可时故意拖延,向申请人索取财物后才予以办理", "现场检查前向被检查企业通风报信,使其掩盖违法事实", "抽样检测中调换样品并出具虚假的检验结论",
	"Officials tip off traders before an inspection takes place", "Samples are swapped in the laboratory so that fakes pass the test",
}

func only(hints []*hint.Hint, kind hint.Kind) []*hint.Hint {
	return slices.DeleteFunc(slices.Clone(hints), func(h *hint.Hint) bool { return h.Kind != kind })
}

func TestAFormLikeThatOfLastYearSaysSoAndOneThatWasRewrittenDoesNot(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		for _, kind := range []term.FormKind{term.FormKindRisks, term.FormKindPersonal} {
			d := newDesk(t, db2(t, db, kind))
			var person *int64
			var stands []func(*register.RiskDetails)
			if kind == term.FormKindPersonal {
				p := testkit.Must(d.db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: d.w.East.Department.ID, Name: "科员", JobTitle: "科员"}))(t)
				person = &p.ID
				stands = append(stands, func(x *register.RiskDetails) { x.PersonID = person })
			}
			var risks []*ent.RiskPoint
			for i, text := range unlike {
				risks = append(risks, d.risk(fmt.Sprintf("风险点%d", i), text, stands...))
			}
			old := d.form(kind, person, 2025, nil)
			now := d.form(kind, person, 2026, &old.CampaignID)
			if got := only(d.of(d.head, now), hint.CopyOfLastYear); len(got) != 0 {
				t.Fatalf("%s: a form is compared with one that was not filed: %+v", kind, got[0])
			}
			d.file(old)
			if got := only(d.of(d.head, d.form(kind, person, 2027, nil)), hint.CopyOfLastYear); len(got) != 0 {
				t.Errorf("%s: a campaign that carries none on is compared: %+v", kind, got[0])
			}
			got := only(d.of(d.head, now), hint.CopyOfLastYear)
			if len(got) != 1 || got[0].Count != len(unlike) || len(got[0].ComparedWith) != 3 {
				t.Fatalf("%s: the same form gives %+v", kind, got)
			}
			for i, c := range got[0].ComparedWith {
				if c.Year == nil || *c.Year != 2025 || c.Title != risks[i].Title || c.RowID == nil || *c.RowID != risks[i].ID || c.Likeness != 100 {
					t.Errorf("%s: it is compared with %+v", kind, c)
				}
			}
			// The form counts as the same when words changed here and there,
			// and also when one text of five is rewritten.
			d.rewrite(risks[0], strings.Replace(unlike[0], "故意", "有意", 1)+unlike[0])
			d.rewrite(risks[1], "采购设备时拆分项目规避公开招标,与供应商串通投标")
			if got := only(d.of(d.head, now), hint.CopyOfLastYear); len(got) != 0 {
				t.Errorf("%s: with two of five rewritten it is %+v", kind, got[0])
			}
			d.rewrite(risks[0], unlike[0])
			d.db.Raw.Client.RiskPoint.UpdateOne(risks[0]).SetTitle("风险点0").ExecX(testkit.System())
			if got := only(d.of(d.head, now), hint.CopyOfLastYear); len(got) != 1 || got[0].Count != len(unlike)-1 {
				t.Errorf("%s: with one of five rewritten it is %+v", kind, got)
			}
		}
	})
}

// db2 returns the database for the first kind and a fresh one for each other.
func db2(t *testing.T, db *testkit.DB, kind term.FormKind) *testkit.DB {
	t.Helper()
	if kind == term.FormKindRisks {
		return db
	}
	return testkit.SQLite(t)
}

func TestHintsAreAboutWhatIsHandedIn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		d := newDesk(t, db)
		f := d.form(term.FormKindRisks, nil, 2026, nil)
		power := d.w.East.Powers[2].Name
		row := func(key, title, text, severity string) form.RowInput {
			in := form.RowInput{Section: "risks", Key: key}
			for code, text := range map[string]string{"power": power, "title": title, "type": term.RiskTypeDuty.Label("zh"), "manifestation": text, "cause": "加强学习",
				"likelihood": severity, "severity": severity, "consequence": term.ConsequenceKindMinor.Label("zh")} {
				in.Cells = append(in.Cells, form.CellInput{Code: code, Text: text})
			}
			return in
		}
		if got := only(d.of(d.head, f), hint.NothingFilled); len(got) != 1 || got[0].RowID != nil {
			t.Errorf("an empty form: %+v", got)
		}
		d.save(f, row("new-1", "甲", unlike[0], "1"), row("new-2", "乙", unlike[0], "1"))
		want := map[hint.Kind]int{hint.CopyHere: 1, hint.WithoutSubstance: 2, hint.NothingGrave: 1}
		typed := d.of(d.head, f)
		if got := kindsOf(typed); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("what was typed gives %v, want %v", got, want)
		}
		for _, h := range typed {
			if h.Kind == hint.WithoutSubstance && h.Text != "加强学习" {
				t.Errorf("what says nothing is %q", h.Text)
			}
			if h.RowID != nil {
				t.Errorf("%s is about the row %d of the register", h.Kind, *h.RowID)
			}
		}
		// Nobody else gets hints on the draft.
		inspector := testkit.As(term.RoleInspector, d.w.East.Unit)
		if got := kindsOf(d.of(inspector, f)); got[hint.CopyHere]+got[hint.WithoutSubstance]+got[hint.NothingGrave] != 0 {
			t.Errorf("the inspector gets the hints %v on a draft", got)
		}
		// Hints do not prevent submission, and are the same afterwards.
		reviews := review.New(db.Store, d.forms)
		out := testkit.Must(reviews.Submit(d.head, review.SubmitForm{FormID: f.ID, ExpectedVersion: db.Client.Form.GetX(testkit.System(), f.ID).Version}))(t)
		if len(out.Problems) > 0 || out.Form.State != term.FormStateDeptReview {
			t.Fatalf("the form is %s, %+v", out.Form.State, out.Problems)
		}
		for name, who := range map[string]context.Context{"who handed it in": d.head, "the inspector": inspector} {
			got := d.of(who, f)
			if fmt.Sprint(kindsOf(got)) != fmt.Sprint(want) {
				t.Errorf("%s gets the hints %v, want %v", name, kindsOf(got), want)
			}
			for _, h := range got {
				if h.RowID == nil && h.Kind != hint.NothingGrave {
					t.Errorf("%s gets a hint without a row: %+v", name, h)
				}
			}
		}
	})
}

func TestADraftThatIsGraveEnoughSaysSo(t *testing.T) {
	db := testkit.SQLite(t)
	d := newDesk(t, db)
	minor := d.risk("轻微", unlike[0])
	f := d.form(term.FormKindRisks, nil, 2026, nil)
	if got := only(d.of(d.head, f), hint.NothingGrave); len(got) != 1 || got[0].Count != 1 {
		t.Fatalf("a department without an A or B: %+v", got)
	}
	save := func(severity string) {
		t.Helper()
		d.save(f, form.RowInput{Section: "risks", Key: form.RowKey36(minor.ID),
			Cells: []form.CellInput{{Code: "likelihood", Text: severity}, {Code: "severity", Text: severity}}})
	}
	save("5")
	if got := only(d.of(d.head, f), hint.NothingGrave); len(got) != 0 {
		t.Errorf("with an A typed: %+v", got[0])
	}
	save("2")
	if got := only(d.of(d.head, f), hint.NothingGrave); len(got) != 1 {
		t.Errorf("with a C typed: %+v", got)
	}
}

func TestTheFormsOfADepartmentTellNothingOfItsPeople(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		d := newDesk(t, db)
		person := &d.w.East.People[2].ID
		on := func(x *register.RiskDetails) { x.PersonID = person }
		secret := d.risk("赵某收受礼金", "加强学习", on)
		d.risk("钱某收受礼金", "加强学习", on)
		testkit.Must(db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: d.w.East.Department.ID, Details: register.MeasureDetails{
			Content: "赵某加强学习", Kind: term.MeasureKindEducation, Mechanism: term.MechanismDailyEducation, Scope: term.MeasureScopeGeneral,
			RiskPointIds: []int64{secret.ID}}}))(t)
		for _, kind := range []term.FormKind{term.FormKindPowers, term.FormKindRisks, term.FormKindMeasures} {
			for _, h := range d.of(d.head, d.form(kind, nil, 2026, nil)) {
				if h.Kind != hint.PowerWithoutRisk && h.Kind != hint.NothingFilled || strings.Contains(h.Title, "某") {
					t.Errorf("%s is about a person: %+v", kind, h)
				}
			}
		}
		own := d.of(d.head, d.form(term.FormKindPersonal, person, 2026, nil))
		if len(only(own, hint.WithoutSubstance)) != 3 {
			t.Errorf("表3 says %v", kindsOf(own))
		}
	})
}

func TestEachKindShowsWhereItIsDueAndNowhereElse(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		d := newDesk(t, db)
		u, ctx := d.w.East.Department, testkit.System()
		power := func(code, name string) *ent.Power {
			return testkit.Must(db.Register.RegisterPower(ctx, register.RegisterPower{UnitID: u.ID, Details: register.PowerDetails{
				Code: code, Name: name, Type: term.PowerTypeOther, Discretion: term.DiscretionNone}}))(t).Unwrap()
		}
		bare, guarded := power("P2", "无风险的职权"), power("P3", "Licensing of food/drink")
		// The name of one power may be the beginning of another's.
		longer := power("P4", "无风险的职权之外")
		hollow := d.risk("审批不严", "Strengthen study and raise awareness", func(x *register.RiskDetails) { x.PowerID = &guarded.ID })
		d.risk("拖延审批", unlike[0], func(x *register.RiskDetails) { x.PowerID = &longer.ID })
		rows := func(hints []*hint.Hint, kind hint.Kind) string {
			var out []int64
			for _, h := range only(hints, kind) {
				out = append(out, *h.RowID)
			}
			slices.Sort(out)
			return fmt.Sprint(out)
		}
		for _, kind := range []term.FormKind{term.FormKindPowers, term.FormKindRisks} {
			hints := d.of(d.head, d.form(kind, nil, 2026, nil))
			if got, want := rows(hints, hint.PowerWithoutRisk), fmt.Sprint([]int64{bare.ID}); got != want {
				t.Errorf("%s: the powers %s have no risk, want %s", kind, got, want)
			}
			if kind == term.FormKindRisks {
				if got, want := rows(hints, hint.WithoutSubstance), fmt.Sprint([]int64{hollow.ID}); got != want {
					t.Errorf("the risk points %s say nothing, want %s", got, want)
				}
			}
		}
		measure := func(content string, change func(*register.MeasureDetails)) *ent.Measure {
			in := register.MeasureDetails{Content: content, Kind: term.MeasureKindEducation, Mechanism: term.MechanismDailyEducation,
				Scope: term.MeasureScopeGeneral, RiskPointIds: []int64{hollow.ID}, OwnerID: &d.w.East.People[2].ID, Frequency: "每季度", Indicator: "抽查率"}
			change(&in)
			return testkit.Must(db.Register.RecordMeasure(ctx, register.RecordMeasure{UnitID: u.ID, Details: in}))(t).Unwrap()
		}
		due := db.Today().AddDate(0, 3, 0)
		lacks := map[int64]string{
			measure("无人负责", func(x *register.MeasureDetails) { x.OwnerID = nil }).ID:              "[ACTOR]",
			measure("Nobody says when", func(x *register.MeasureDetails) { x.Frequency = "" }).ID: "[TIME]",
			measure("无从检查", func(x *register.MeasureDetails) { x.Indicator = " ,。" }).ID:          "[INDICATOR]",
			measure("什么都没有", func(x *register.MeasureDetails) {
				x.OwnerID, x.Frequency, x.Indicator = nil, "", ""
			}).ID: "[ACTOR TIME INDICATOR]",
		}
		measure("每季度抽查10%的许可档案", func(*register.MeasureDetails) {})
		measure("Two people open every bid together", func(x *register.MeasureDetails) { x.Frequency, x.DueOn = "", &due })
		empty := []int64{measure("加强学习,提高认识", func(*register.MeasureDetails) {}).ID, measure("Further strengthen education and management", func(*register.MeasureDetails) {}).ID}
		hints := d.of(d.head, d.form(term.FormKindMeasures, nil, 2026, nil))
		if got := rows(hints, hint.WithoutSubstance); got != fmt.Sprint(empty) {
			t.Errorf("the measures %s say nothing, want %v", got, empty)
		}
		got := map[int64]string{}
		for _, h := range only(hints, hint.NobodyChecks) {
			got[*h.RowID] = fmt.Sprint(h.Lacks)
		}
		if fmt.Sprint(got) != fmt.Sprint(lacks) {
			t.Errorf("the measures lack %v, want %v", got, lacks)
		}
	})
}
