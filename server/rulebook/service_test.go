package rulebook_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/auditentry"
	"sineng/ent/dueitem"
	"sineng/ent/rulesreview"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/rulebook"
	"sineng/server/store"
	"sineng/server/testkit"
	"sineng/server/todo"
)

// scene is a document of a city, on which stand a measure of a section that a member of its staff owns, and a power of the section.
type scene struct {
	t           *testing.T
	db          *testkit.DB
	w           *testkit.World
	s           *rulebook.Service
	owner, head *ent.Person
	m           *ent.Measure
	p           *ent.Power
	d           *ent.RulesDocument
}

func newScene(t *testing.T, db *testkit.DB) *scene { // the clock starts on Monday 2026-03-02
	t.Helper()
	c := &scene{t: t, db: db, w: testkit.NewWorld(t, db), s: rulebook.New(db.Store)}
	c.head, c.owner = c.w.East.People[2], c.person("科员")
	c.m = testkit.Must(db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: c.w.East.Department.ID, Details: register.MeasureDetails{
		Content: "资金拨付双人复核", Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral,
		RulesDocument: "《东市局资金管理办法》（东市局发〔2024〕3号）第八条", OwnerID: &c.owner.ID, RiskPointIds: []int64{c.w.East.Risks[2].ID}}}))(t)
	c.p = testkit.Must(db.Register.RegisterPower(testkit.System(), register.RegisterPower{UnitID: c.w.East.Department.ID, Details: register.PowerDetails{
		Code: "Z9", Name: "资金拨付", Type: term.PowerTypeFinance, Discretion: term.DiscretionNone}}))(t)
	c.d = testkit.Must(c.s.Register(c.leader(), rulebook.Register{UnitID: c.w.East.City.ID, Title: "资金管理办法", Kind: term.RulesKindRules, Edition: edition("2024-05-01", "东市局发〔2024〕3号")}))(t)
	return c
}

// person is somebody who holds a post in the section.
func (c *scene) person(name string) *ent.Person {
	p := testkit.Must(c.db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: c.w.East.Department.ID, Name: name, JobTitle: "科员"}))(c.t)
	testkit.Must(c.db.Org.Appoint(testkit.System(), p.ID, c.w.East.Posts[2].ID, c.db.Today().AddDate(-1, 0, 0)))(c.t)
	return p
}

// leader leads the city, staff works in the section, and so does a person as staff, or as head where they are.
func (c *scene) leader() context.Context { return testkit.As(term.RolePrincipalLeader, c.w.East.City) }
func (c *scene) staff() context.Context  { return testkit.As(term.RoleStaff, c.w.East.Department) }
func (c *scene) as(p *ent.Person) context.Context {
	role := term.RoleStaff
	if p == c.head {
		role = term.RoleDeptHead
	}
	return testkit.AsPerson(role, c.w.East.Department, p)
}

func day(text string) time.Time {
	d, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return d
}

func edition(from, number string) *rulebook.EditionDetails {
	return &rulebook.EditionDetails{Number: number, IssuedBy: "东市局", From: day(from), Changes: "修改拨付程序", ReviewWithinDays: 30}
}

func (c *scene) now() *ent.RulesDocument {
	return c.db.Client.RulesDocument.GetX(testkit.System(), c.d.ID)
}

func (c *scene) issue(from, number string) *rulebook.Edition {
	c.t.Helper()
	testkit.Must(c.s.Issue(c.leader(), rulebook.Issue{DocumentID: c.d.ID, ExpectedVersion: c.now().Version, Edition: edition(from, number)}))(c.t)
	return c.editions()[0]
}

func (c *scene) editions() []*rulebook.Edition {
	d := c.now()
	return testkit.Must(c.s.EditionsOf(testkit.System(), []*ent.RulesDocument{d}))(c.t)[d]
}

func (c *scene) link() []*ent.RulesLink {
	c.t.Helper()
	return testkit.Must(c.s.Link(c.staff(), rulebook.Link{DocumentIDs: []int64{c.d.ID}, PowerIDs: []int64{c.p.ID}, MeasureIDs: []int64{c.m.ID}}))(c.t)
}

// until moves the clock to a day, with what is due fired and the log followed.
func (c *scene) until(text string) {
	c.t.Helper()
	for c.db.Today().Before(day(text)) {
		c.db.Clock.Forward(24 * time.Hour)
	}
	c.work()
}

func (c *scene) work() {
	c.t.Helper()
	testkit.Fire(c.t, c.db, c.s.Timers()...)
	c.db.Sequence(c.t)
	if err := c.s.Follow(testkit.System()); err != nil {
		c.t.Fatal(err)
	}
	testkit.Fire(c.t, c.db, c.s.Timers()...)
}

// reviews are all reviews in the order in which they were asked: of what, of whom, by when, and their state.
func (c *scene) reviews() []string {
	out := []string{}
	for _, r := range c.db.Client.RulesReview.Query().Order(rulesreview.ByID()).AllX(testkit.System()) {
		what, who := "power", "nobody"
		if r.MeasureID != nil {
			what = "measure"
		}
		if r.PersonID != nil {
			who = map[int64]string{c.owner.ID: "owner", c.head.ID: "head"}[*r.PersonID]
		}
		out = append(out, fmt.Sprintf("%s %s %s %s", what, who, r.DueOn.Format(time.DateOnly), r.State))
	}
	return out
}

func (c *scene) want(what string, want ...string) {
	c.t.Helper()
	if got := c.reviews(); !slices.Equal(got, want) {
		c.t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func reasons(err error) string {
	var out []string
	for _, e := range fault.All(err) {
		out = append(out, strings.TrimSpace(e.Field+" "+e.Reason))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

func TestAnEditionThatComesIntoForceAsksForReviewsOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.link()
		c.work()
		c.want("the first edition")
		e := c.issue("2026-04-01", "东市局发〔2026〕1号")
		if !e.Coming || e.Holds || c.editions()[1].To.Format(time.DateOnly) != "2026-03-31" {
			t.Errorf("issued %+v after %+v", e, c.editions()[1])
		}
		c.until("2026-03-31")
		c.want("the day before")
		c.until("2026-04-01")
		c.want("the day", "power head 2026-05-01 OPEN", "measure owner 2026-05-01 OPEN")
		c.until("2026-04-02")
		c.want("the day after", "power head 2026-05-01 OPEN", "measure owner 2026-05-01 OPEN")
		if !c.editions()[0].Holds || c.editions()[0].Coming {
			t.Errorf("in force: %+v", c.editions()[0])
		}
		// No server ran while the third came, and the fourth after it: only what holds now asks, and what was open is asked anew.
		c.issue("2026-04-10", "东市局发〔2026〕2号")
		c.issue("2026-04-12", "东市局发〔2026〕3号")
		for c.db.Today().Before(day("2026-04-20")) {
			c.db.Clock.Forward(24 * time.Hour)
		}
		c.work()
		c.want("after a while without a server", "power head 2026-05-01 DROPPED", "measure owner 2026-05-01 DROPPED", "power head 2026-05-20 OPEN", "measure owner 2026-05-20 OPEN")
		newest := db.Client.RulesReview.Query().Order(rulesreview.ByID()).AllX(testkit.System())[3]
		if of := testkit.Must(c.s.AskedFor(testkit.System(), []*ent.RulesReview{newest}))(t)[newest]; of.Number != "东市局发〔2026〕3号" || newest.Subject != "资金拨付双人复核" || newest.Title != "资金管理办法" {
			t.Errorf("asked for %+v of %+v", of, newest)
		}
		// What has been in force for a while asks at once.
		c.issue("2026-04-15", "东市局发〔2026〕4号")
		c.work()
		if got := c.reviews()[4:]; !slices.Equal(got, []string{"power head 2026-05-20 OPEN", "measure owner 2026-05-20 OPEN"}) {
			t.Errorf("backdated: %q", c.reviews())
		}
		db.Sequence(t)
		if n := db.Client.AuditEntry.Query().Where(auditentry.ActionEQ(term.AuditActionAskRulesReviews)).CountX(testkit.System()); n != 3 {
			t.Errorf("%d entries of the log, want 3", n)
		}
	})
}

func TestARepealAsksForReviews(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.link()
		repeal := func(from string) (*ent.RulesDocument, error) {
			return c.s.Repeal(c.leader(), rulebook.Repeal{DocumentID: c.d.ID, ExpectedVersion: c.now().Version, From: day(from), Reason: "机构改革", ReviewWithinDays: 10})
		}
		c.issue("2026-05-01", "")
		if _, err := repeal("2026-05-01"); reasons(err) != "from NOT_AFTER" {
			t.Errorf("a repeal before an edition to come: %v", err)
		}
		testkit.Must(repeal("2026-06-01"))(t)
		if _, err := c.s.Issue(c.leader(), rulebook.Issue{DocumentID: c.d.ID, ExpectedVersion: c.now().Version, Edition: edition("2026-06-01", "")}); reasons(err) != "edition.from AFTER_REPEAL" {
			t.Errorf("an edition from the day of the repeal: %v", err)
		}
		testkit.Must(c.s.WithdrawRepeal(c.leader(), rulebook.WithdrawRepeal{DocumentID: c.d.ID, ExpectedVersion: c.now().Version}))(t)
		if n := db.Client.DueItem.Query().Where(dueitem.Kind("rules.repeal")).CountX(testkit.System()); n != 0 || c.now().RepealedFrom != nil {
			t.Errorf("a repeal that was withdrawn is due: %d, %v", n, c.now().RepealedFrom)
		}
		if _, err := c.s.WithdrawRepeal(c.leader(), rulebook.WithdrawRepeal{DocumentID: c.d.ID, ExpectedVersion: c.now().Version}); reasons(err) != "documentId NOT_REPEALED" {
			t.Errorf("a repeal withdrawn twice: %v", err)
		}
		testkit.Must(repeal("2026-06-01"))(t)
		testkit.Must(repeal("2026-06-10"))(t) // another day
		c.until("2026-05-01")
		c.until("2026-06-01")
		c.want("the edition", "power head 2026-05-31 OPEN", "measure owner 2026-05-31 OPEN")
		c.until("2026-06-10")
		c.want("the repeal", "power head 2026-05-31 DROPPED", "measure owner 2026-05-31 DROPPED", "power head 2026-06-20 OPEN", "measure owner 2026-06-20 OPEN")
		if r := db.Client.RulesReview.Query().Order(rulesreview.ByID()).AllX(testkit.System())[2]; r.EditionID != nil {
			t.Errorf("the review of a repeal is of edition %d", *r.EditionID)
		}
		for what, err := range map[string]error{
			"another repeal": second(repeal("2026-07-01")),
			"a withdrawal":   second(c.s.WithdrawRepeal(c.leader(), rulebook.WithdrawRepeal{DocumentID: c.d.ID, ExpectedVersion: c.now().Version})),
			"an edition":     second(c.s.Issue(c.leader(), rulebook.Issue{DocumentID: c.d.ID, ExpectedVersion: c.now().Version, Edition: edition("2026-07-01", "")})),
			"a link":         second(c.s.Link(c.staff(), rulebook.Link{DocumentIDs: []int64{c.d.ID}, MeasureIDs: []int64{c.w.East.Measures[2].ID}})),
		} {
			if !fault.Is(err, fault.InvalidTransition) || !strings.HasSuffix(reasons(err), "REPEALED") {
				t.Errorf("%s of a repealed document: %v", what, err)
			}
		}
	})
}

func second[T any](_ T, err error) error { return err }

func TestEditionsAreCorrectedAndWithdrawnUntilTheyAreInForce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.link()
		e := c.issue("2026-04-01", "东市局发〔2026〕1号")
		correct := func(e *rulebook.Edition, from, number string) error {
			return second(c.s.CorrectEdition(c.leader(), rulebook.CorrectEdition{EditionID: e.ID, ExpectedVersion: c.now().Version, Edition: edition(from, number)}))
		}
		if err := correct(e, "2026-04-20", "东市局发〔2026〕9号"); err != nil {
			t.Fatal(err)
		}
		if d := c.now(); d.Numbers != "东市局发〔2024〕3号\n东市局发〔2026〕9号" || c.editions()[0].FromDay.Format(time.DateOnly) != "2026-04-20" {
			t.Errorf("corrected: %+v", d)
		}
		c.until("2026-04-19")
		c.want("the day that was corrected")
		c.until("2026-04-20")
		c.want("the corrected day", "power head 2026-05-20 OPEN", "measure owner 2026-05-20 OPEN")
		if err := correct(e, "2026-05-01", ""); reasons(err) != "editionId EDITION_IN_FORCE" {
			t.Errorf("rewritten while in force: %v", err)
		}
		withdraw := func(e *rulebook.Edition) error {
			return second(c.s.WithdrawEdition(c.leader(), rulebook.WithdrawEdition{EditionID: e.ID, ExpectedVersion: c.now().Version, Reason: "未通过"}))
		}
		if err := withdraw(e); reasons(err) != "editionId EDITION_IN_FORCE" {
			t.Errorf("withdrawn while in force: %v", err)
		}
		third := c.issue("2026-06-01", "东市局发〔2026〕10号")
		if err := withdraw(third); err != nil {
			t.Fatal(err)
		}
		if err := withdraw(third); reasons(err) != "editionId EDITION_WITHDRAWN" {
			t.Errorf("withdrawn twice: %v", err)
		}
		fourth := c.issue("2026-05-25", "")
		if fourth.Revision != 4 || c.editions()[2].To.Format(time.DateOnly) != "2026-05-24" || strings.Contains(c.now().Numbers, "10号") {
			t.Errorf("after a withdrawal: %+v", fourth)
		}
		c.until("2026-05-25")
		c.until("2026-06-01") // that of the one that was withdrawn
		if got := c.reviews()[2:]; !slices.Equal(got, []string{"power head 2026-06-24 OPEN", "measure owner 2026-06-24 OPEN"}) {
			t.Errorf("the fourth asks: %q", c.reviews())
		}
		if err := second(c.s.Issue(c.leader(), rulebook.Issue{DocumentID: c.d.ID, ExpectedVersion: 1, Edition: edition("2026-07-01", "")})); !fault.Is(err, fault.Conflict) {
			t.Errorf("an old version: %v", err)
		}
		// The first edition of another is withdrawn: nothing holds, and what comes next changes nothing.
		c.d = testkit.Must(c.s.Register(c.leader(), rulebook.Register{UnitID: c.w.East.City.ID, Title: "值班规则", Kind: term.RulesKindWorkingRules, Edition: edition("2026-07-01", "")}))(t)
		if err := withdraw(c.editions()[0]); err != nil || c.now().InForceFrom != nil || c.s.StateOf(c.now()) != rulebook.StateNotYet {
			t.Errorf("the first edition was withdrawn: %v, %+v", err, c.now())
		}
		if err := second(c.s.Repeal(c.leader(), rulebook.Repeal{DocumentID: c.d.ID, ExpectedVersion: c.now().Version, From: day("2026-08-01"), Reason: "无", ReviewWithinDays: 30})); reasons(err) != "documentId NO_EDITION" {
			t.Errorf("a repeal of nothing: %v", err)
		}
		c.link()
		asked := len(c.reviews())
		c.issue("2026-07-02", "")
		c.until("2026-07-02")
		if c.s.StateOf(c.now()) != rulebook.StateInForce || len(c.reviews()) != asked {
			t.Errorf("the next edition after none: %s, %q", c.s.StateOf(c.now()), c.reviews())
		}
	})
}

func TestReviewsAreAnsweredByWhoIsAskedTheirDeputyAndWhoRecords(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.link()
		c.issue("2026-03-02", "东市局发〔2026〕1号")
		c.work()
		rows := db.Client.RulesReview.Query().Order(rulesreview.ByID()).AllX(testkit.System())
		answer := func(ctx context.Context, r *ent.RulesReview, note string) (*ent.RulesReview, error) {
			return c.s.Answer(ctx, rulebook.Answer{ReviewID: r.ID, ExpectedVersion: r.Version, Outcome: rulebook.OutcomeKept, Note: note})
		}
		inspector := testkit.As(term.RoleInspector, c.w.East.City)
		if _, err := answer(inspector, rows[1], "无需调整"); reasons(err) != "reviewId NOT_YOURS" {
			t.Errorf("an inspector answers: %v", err)
		}
		if _, err := answer(testkit.As(term.RolePrincipalLeader, c.w.West.Unit), rows[1], "无需调整"); reasons(err) != "reviewId NOT_FOUND" {
			t.Errorf("another province answers: %v", err)
		}
		if _, err := answer(c.as(c.owner), rows[1], " "); reasons(err) != "note MISSING" {
			t.Errorf("without a note: %v", err)
		}
		// Who is asked but reads the register nowhere sees the review all the same; so does their deputy, who signs for them.
		outside := testkit.AsPerson(term.RoleInspector, c.w.West.Unit, c.owner)
		items := testkit.Must(c.s.ToDo().Find(c.as(c.owner)))(t)[todo.RulesReview]
		if len(items) != 1 || items[0].Title != "资金管理办法" || items[0].Path != "/rules-reviews/"+store.EncodeID(rows[1].ID) {
			t.Errorf("the to-do of the owner: %+v", items)
		}
		done := testkit.Must(answer(outside, rows[1], "已对照，无需调整"))(t)
		if done.State != term.RulesReviewStateKept || done.Note != "已对照，无需调整" || done.AnsweredAt == nil {
			t.Errorf("answered %+v", done)
		}
		if _, err := answer(c.as(c.owner), done, "再答"); reasons(err) != "reviewId REVIEW_CLOSED" {
			t.Errorf("answered twice: %v", err)
		}
		token := testkit.AsPerson(term.RoleStaff, c.w.East.Department, c.owner)
		viewer.FromContext(token).TokenID = 9
		for what, ctx := range map[string]context.Context{"a review that is over": c.as(c.owner), "a token": token} {
			if may, known := testkit.Must(c.s.May(ctx, []*ent.RulesReview{done}))(t)[done]; may || !known {
				t.Errorf("%s: %v %v", what, may, known)
			}
		}
		deputy := c.person("副职")
		db.Raw.Client.Delegation.Create().SetPersonID(c.head.ID).SetDeputyID(deputy.ID).SetUnitID(c.w.East.Department.ID).SetLevels(c.w.East.Department.Levels()).
			SetFromDay(db.Today()).SetReason("出差").SetCreatedAt(db.Now()).SetUpdatedAt(db.Now()).ExecX(testkit.System())
		signs := testkit.AsPerson(term.RoleInspector, c.w.East.Department, deputy)
		if may := testkit.Must(c.s.May(signs, rows[:1]))(t)[rows[0]]; !may {
			t.Error("the deputy of the head may not answer")
		}
		testkit.Must(answer(signs, rows[0], "已修订流程"))(t)
		c.want("in the end", "power head 2026-04-01 KEPT", "measure owner 2026-04-01 KEPT")
	})
}

func TestWhatStandsOnADocument(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		links := c.link()
		if len(links) != 2 || len(c.link()) != 2 {
			t.Fatalf("linked %v, then %v", links, c.link())
		}
		for what, bad := range map[string]struct {
			by   context.Context
			in   rulebook.Link
			want string
		}{
			"nothing":                 {c.staff(), rulebook.Link{DocumentIDs: []int64{c.d.ID}}, "documentIds OUT_OF_RANGE"},
			"a measure above":         {testkit.As(term.RolePrincipalLeader, c.w.East.Unit), rulebook.Link{DocumentIDs: []int64{c.d.ID}, MeasureIDs: []int64{c.w.East.Measures[0].ID}}, "documentIds NOT_BELOW"},
			"a measure out of sight":  {c.staff(), rulebook.Link{DocumentIDs: []int64{c.d.ID}, MeasureIDs: []int64{c.w.East.Measures[1].ID}}, "measureIds NOT_FOUND"},
			"a document out of sight": {testkit.As(term.RolePrincipalLeader, c.w.West.Unit), rulebook.Link{DocumentIDs: []int64{c.d.ID}, MeasureIDs: []int64{c.w.West.Measures[2].ID}}, "documentIds NOT_FOUND"},
			"an inspector":            {testkit.As(term.RoleInspector, c.w.East.Unit), rulebook.Link{DocumentIDs: []int64{c.d.ID}, MeasureIDs: []int64{c.m.ID}}, "FORBIDDEN"},
		} {
			if _, err := c.s.Link(bad.by, bad.in); reasons(err) != bad.want && !strings.HasSuffix(reasons(err), bad.want) && !(bad.want == "FORBIDDEN" && fault.Is(err, fault.Forbidden)) {
				t.Errorf("%s: %v, want %s", what, err, bad.want)
			}
		}
		// From below the document shows; nothing of a sibling does.
		list := testkit.Must(c.s.List(c.staff(), rulebook.Filter{}, store.Page{First: 10}, func(*ent.RulesDocumentQuery) {}))(t)
		if len(list.Rows) != 1 || list.Rows[0].ID != c.d.ID {
			t.Errorf("staff of the section see %v", list.Rows)
		}
		for _, who := range []context.Context{testkit.As(term.RolePrincipalLeader, c.w.West.Unit), testkit.As(term.RoleSystemAdmin, c.w.East.Department)} {
			if n := db.Client.RulesDocument.Query().CountX(who); n != 0 {
				t.Errorf("%d documents show to who has nothing to do with them", n)
			}
		}
		if _, err := c.s.Correct(c.as(c.head), rulebook.Correct{DocumentID: c.d.ID, ExpectedVersion: 1, Title: "改名", Kind: term.RulesKindRules}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a head below corrects the document: %v", err)
		}
		of := testkit.Must(c.s.LinksOf(c.staff(), []int64{c.m.ID, c.p.ID, c.w.East.Measures[2].ID}))(t)
		if len(of[c.m.ID]) != 1 || len(of[c.p.ID]) != 1 || len(of[c.w.East.Measures[2].ID]) != 0 || of[c.m.ID][0].ActorName != string(term.RoleStaff) {
			t.Errorf("links %v", of)
		}
		c.issue("2026-03-02", "")
		c.work()
		measure := of[c.m.ID][0]
		if got := testkit.Must(c.s.Unlink(c.staff(), []int64{measure.ID}))(t); !slices.Equal(got, []int64{measure.ID}) {
			t.Errorf("parted %v", got)
		}
		c.want("parted", "power head 2026-04-01 OPEN", "measure owner 2026-04-01 DROPPED")
		if _, err := c.s.Unlink(c.staff(), []int64{measure.ID}); reasons(err) != "linkIds NOT_FOUND" {
			t.Errorf("parted twice: %v", err)
		}
		suggested := testkit.Must(c.s.SuggestedFor(c.staff(), c.m))(t)
		if len(suggested) != 1 || suggested[0].ID != c.d.ID {
			t.Errorf("suggested %v", suggested)
		}
		c.link()
		if again := testkit.Must(c.s.SuggestedFor(c.staff(), c.m))(t); len(again) != 0 {
			t.Errorf("suggested what is linked: %v", again)
		}
	})
}

func TestReviewsMoveWithTheirPeopleAndEndWithTheirThings(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.link()
		c.issue("2026-03-02", "")
		c.work()
		c.want("asked", "power head 2026-04-01 OPEN", "measure owner 2026-04-01 OPEN")
		// The owner leaves the office: the head is asked. They leave too: who leads above is.
		ctx := testkit.System()
		a := db.Client.Appointment.Query().Where(appointment.PersonID(c.owner.ID)).OnlyX(ctx)
		today := db.Today()
		testkit.Must(db.Org.Relieve(ctx, a.ID, a.Version, &today))(t)
		c.until("2026-03-02")
		c.until("2026-03-03")
		c.want("without the owner", "power head 2026-04-01 OPEN", "measure head 2026-04-01 OPEN")
		// The power is retired, and then the measure.
		testkit.Must(db.Register.RetirePower(ctx, c.p.ID, c.p.Version, db.Today()))(t)
		c.until("2026-03-04")
		if got := c.reviews(); got[0] != "power head 2026-04-01 DROPPED" {
			t.Errorf("the power is retired: %q", got)
		}
		m := db.Client.Measure.GetX(ctx, c.m.ID)
		testkit.Must(db.Register.AdvanceMeasure(ctx, register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: register.Retire}))(t)
		c.work()
		if got := c.reviews(); !strings.HasSuffix(got[1], "DROPPED") {
			t.Errorf("the measure is retired: %q", got)
		}
		c.issue("2026-03-03", "")
		c.work()
		if got := c.reviews(); len(got) != 2 {
			t.Errorf("asked of what is retired: %q", got)
		}
	})
}
