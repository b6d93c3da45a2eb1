package warning_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/portfolio"
	"sineng/ent/term"
	entwarning "sineng/ent/warning"
	"sineng/ent/warningcause"
	"sineng/server/calendar"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
	"sineng/server/warning"
)

// scene is a city with a licensing section whose A risk nothing guards, and whose head, leader in charge and principal leader are
// three people.
type scene struct {
	t                         *testing.T
	db                        *testkit.DB
	w                         *testkit.World
	s                         *warning.Service
	head, inCharge, principal *ent.Person
	risk                      *ent.RiskPoint
}

func newScene(t *testing.T, db *testkit.DB) *scene {
	t.Helper()
	c := &scene{t: t, db: db, w: testkit.NewWorld(t, db), s: warning.New(db.Store, calendar.NewService(db.Store))}
	ctx, from := testkit.System(), db.Today().AddDate(-1, 0, 0)
	department, city := c.w.East.Department, c.w.East.City
	c.head = c.w.East.People[2]
	person := func(name string) *ent.Person {
		return testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: department.ID, Name: name, JobTitle: "科员"}))(t)
	}
	c.inCharge, c.principal = person("副局长"), person("局长")
	testkit.Must(db.Org.AssignPortfolio(ctx, c.inCharge.ID, department.ID, term.PortfolioKindInCharge, from))(t)
	testkit.Must(db.Org.AssignPortfolio(ctx, c.principal.ID, city.ID, term.PortfolioKindPrincipal, from))(t)
	inputs := testkit.Crime
	r := testkit.Must(db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: department.ID, Details: testkit.RiskDetails("受理"), Assessment: &inputs}))(t)
	c.risk = r
	testkit.Must(db.Register.DecideGrade(ctx, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: term.GradeA}))(t)
	return c
}

// work follows the log and fires what is due until nothing is left to do.
func (c *scene) work() {
	c.t.Helper()
	for range 4 {
		c.db.Sequence(c.t)
		if err := c.s.Follow(testkit.System()); err != nil {
			c.t.Fatal(err)
		}
		testkit.Fire(c.t, c.db, c.s.Timers()...)
	}
}

// days lets days pass, with or without a server.
func (c *scene) days(n int, running bool) {
	c.t.Helper()
	if !running {
		c.db.Clock.Forward(time.Duration(n) * 24 * time.Hour)
		c.work()
		return
	}
	for range n {
		c.db.Clock.Forward(24 * time.Hour)
		c.work()
	}
}

// of are the warnings of the risk point, the oldest first.
func (c *scene) of(kind term.WarningKind) []*ent.Warning {
	return c.db.Client.Warning.Query().Where(entwarning.SubjectID(c.risk.ID), entwarning.KindEQ(kind)).Order(entwarning.ByID()).AllX(testkit.System())
}

func (c *scene) one() *ent.Warning {
	c.t.Helper()
	all := c.of(term.WarningKindRiskUndefended)
	if len(all) != 1 {
		c.t.Fatalf("there are %d warnings: %v", len(all), all)
	}
	return all[0]
}

func (c *scene) as(p *ent.Person) context.Context {
	role, on := term.RoleStaff, c.w.East.Department
	switch p {
	case c.head:
		role = term.RoleDeptHead
	case c.inCharge:
		role = term.RoleLeaderInCharge
	case c.principal:
		role, on = term.RolePrincipalLeader, c.w.East.City
	}
	return testkit.AsPerson(role, on, p)
}

// inspector is an inspector of the city.
func (c *scene) inspector() context.Context {
	return testkit.AsPerson(term.RoleInspector, c.w.East.City, c.w.East.People[1])
}

// guard puts a measure in force on the risk point.
func (c *scene) guard() *ent.Measure {
	ctx := testkit.System()
	m := testkit.Must(c.db.Register.RecordMeasure(ctx, register.RecordMeasure{UnitID: c.w.East.Department.ID, Details: register.MeasureDetails{Content: "双人受理",
		Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral, Frequency: "每周", RiskPointIds: []int64{c.risk.ID}}}))(c.t)
	for _, a := range []register.MeasureAction{register.Approve, register.Activate} {
		m = c.advance(m, a)
	}
	return m
}

func (c *scene) advance(m *ent.Measure, a register.MeasureAction) *ent.Measure {
	c.t.Helper()
	return testkit.Must(c.db.Register.AdvanceMeasure(testkit.System(), register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: a}))(c.t)
}

func kinds(c *scene, w *ent.Warning) []term.WarningEventKind {
	var out []term.WarningEventKind
	for _, e := range testkit.Must(c.s.EventsOf(testkit.System(), []int64{w.ID}))(c.t)[w.ID] {
		out = append(out, e.Kind)
	}
	return out
}

func TestAnUndefendedARiskIsWarnedOfOnceGoesUpAndIsLiftedOnceItIsGuarded(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) { // the clock starts on Monday 2026-03-02
		c := newScene(t, db)
		c.work()
		if all := c.of(term.WarningKindRiskUndefended); len(all) != 0 {
			t.Fatalf("it is warned of at once: %v", all)
		}
		c.days(6, true)
		if all := c.of(term.WarningKindRiskUndefended); len(all) != 0 {
			t.Fatalf("it is warned of before its day: %v", all)
		}
		c.days(1, true)
		w := c.one()
		// Seven days after 03-02; five working days from 03-09.
		if w.State != term.WarningStateRaised || w.Colour != term.WarningColourRed || w.Tier != term.RoleLeaderInCharge || value(w.PersonID) != c.inCharge.ID ||
			!w.Since.Equal(day("2026-03-02")) || !w.DueOn.Equal(day("2026-03-16")) || !w.NextHopOn.Equal(day("2026-03-17")) || w.Year != 2026 || w.BureauID != c.w.East.City.ID {
			t.Fatalf("the warning is %+v", w)
		}
		c.days(7, true)
		if got := c.one(); got.State != term.WarningStateRaised {
			t.Fatalf("on its last day it is %s", got.State)
		}
		c.days(1, true) // 03-17, and five working days more
		w = c.one()
		if w.State != term.WarningStateEscalated || w.Tier != term.RolePrincipalLeader || value(w.PersonID) != c.principal.ID || w.Hops != 1 || !w.DueOn.Equal(day("2026-03-24")) {
			t.Fatalf("the warning that went up is %+v", w)
		}
		c.guard()
		c.work()
		w = c.one()
		if w.State != term.WarningStateLifted || *w.LiftGround != term.LiftGroundCauseGone || w.CauseKey != nil || w.NextHopOn != nil {
			t.Fatalf("the warning that was lifted is %+v", w)
		}
		if got := warning.Number(&ent.Warning{Year: 2026, Serial: 17}); got != "预警〔2026〕17号" {
			t.Errorf("the 17th is cited as %s", got)
		}
		if got := kinds(c, w); !slices.Equal(got, []term.WarningEventKind{term.WarningEventKindRaise, term.WarningEventKindEscalate, term.WarningEventKindLift}) {
			t.Errorf("its timeline is %v", got)
		}
		db.Verify(t)
	})
}

func value(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}

func TestAServerThatWasOffMissesNothingAndTwoRaiseNothingTwice(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.work()
		c.days(10, false)
		first := c.one()
		other := warning.New(db.Store, calendar.NewService(db.Store))
		for range 2 { // both look again at everything
			for _, s := range []*warning.Service{c.s, other} {
				if err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) error { return warning.Look(ctx, s, tx, c.w.East.Department.ID) }); err != nil {
					t.Fatal(err)
				}
			}
		}
		if again := c.one(); again.Version != first.Version {
			t.Errorf("looking again changed it: %+v", again)
		}
		c.days(20, false)
		w := c.one()
		if w.Hops != 1 || value(w.PersonID) != c.principal.ID {
			t.Errorf("after twenty days without a server it went up %d times, to %v", w.Hops, w.PersonID)
		}
		c.db.Clock.Forward(-48 * time.Hour) // a clock that jumps back
		c.work()
		if back := c.one(); back.Hops != 1 {
			t.Errorf("a clock that jumped back sent it up %d times", back.Hops)
		}
	})
}

func TestAWarningIsAnsweredVerifiedAndGoesUpIfItsCauseStays(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.work()
		c.days(7, true)
		w := c.one()
		may := func(ctx context.Context) []warning.Action {
			return testkit.Must(c.s.Actions(ctx, []*ent.Warning{w}))(t)[w]
		}
		for name, ctx := range map[string]context.Context{"the head": c.as(c.head), "the principal leader": c.as(c.principal), "an inspector": c.inspector()} {
			if got := may(ctx); len(got) != 0 {
				t.Errorf("%s may %v", name, got)
			}
			if _, err := c.s.Answer(ctx, warning.Answering{WarningID: w.ID, ExpectedVersion: w.Version, Answer: "已整改"}); err == nil || fault.All(err)[0].Reason != "NOT_ASKED" {
				t.Errorf("%s answers: %v", name, err)
			}
		}
		w = testkit.Must(c.s.Acknowledge(c.as(c.inCharge), warning.Acknowledging{WarningID: w.ID, ExpectedVersion: w.Version}))(t)
		if w.State != term.WarningStateNotified || !w.DueOn.Equal(day("2026-03-16")) {
			t.Fatalf("the warning that was acknowledged is %+v", w)
		}
		if _, err := c.s.Answer(c.as(c.inCharge), warning.Answering{WarningID: w.ID, ExpectedVersion: w.Version, Answer: "  "}); err == nil || fault.All(err)[0].Field != "answer" {
			t.Errorf("an empty answer: %v", err)
		}
		if _, err := c.s.Answer(c.as(c.inCharge), warning.Answering{WarningID: w.ID, ExpectedVersion: w.Version - 1, Answer: "已整改"}); err == nil || fault.All(err)[0].Code != fault.Conflict {
			t.Errorf("an answer to what has changed: %v", err)
		}
		w = testkit.Must(c.s.Answer(c.as(c.inCharge), warning.Answering{WarningID: w.ID, ExpectedVersion: w.Version, Answer: "已安排整改"}))(t)
		if w.State != term.WarningStateAnswered || w.DueOn != nil || w.NextHopOn != nil {
			t.Fatalf("the warning that was answered is %+v", w)
		}
		if got := may(c.as(c.inCharge)); len(got) != 0 {
			t.Errorf("who answered may %v", got)
		}
		w = testkit.Must(c.s.Return(c.inspector(), warning.Returning{WarningID: w.ID, ExpectedVersion: w.Version, Reason: "未说明期限"}))(t)
		if w.State != term.WarningStateNotified || w.Colour != term.WarningColourRed || !w.DueOn.Equal(day("2026-03-16")) {
			t.Fatalf("the warning that was returned is %+v", w)
		}
		w = testkit.Must(c.s.Answer(c.as(c.inCharge), warning.Answering{WarningID: w.ID, ExpectedVersion: w.Version, Answer: "三月底前落实"}))(t)
		if _, err := c.s.Verify(c.as(c.principal), warning.Verifying{WarningID: w.ID, ExpectedVersion: w.Version, Finding: "属实"}); err == nil || fault.All(err)[0].Field != "until" {
			t.Errorf("verified without a day: %v", err)
		}
		until := day("2026-03-31")
		w = testkit.Must(c.s.Verify(c.as(c.principal), warning.Verifying{WarningID: w.ID, ExpectedVersion: w.Version, Finding: "属实", Until: &until}))(t)
		if w.State != term.WarningStateVerified || !w.DueOn.Equal(until) || !w.NextHopOn.Equal(day("2026-04-01")) {
			t.Fatalf("the warning that was verified is %+v", w)
		}
		if got := may(c.inspector()); !slices.Equal(got, []warning.Action{warning.Lift}) {
			t.Errorf("an inspector may %v", got)
		}
		c.days(23, true) // 04-01
		w = c.one()
		if w.State != term.WarningStateEscalated || value(w.PersonID) != c.principal.ID {
			t.Fatalf("the cause stayed, and the warning is %+v", w)
		}
		db.Verify(t)
	})
}

func TestADecisionLiftsAWarningAndKeepsItsCauseQuiet(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.work()
		c.days(7, true)
		w := c.one()
		w = testkit.Must(c.s.Answer(c.as(c.inCharge), warning.Answering{WarningID: w.ID, ExpectedVersion: w.Version, Answer: "事项已停办"}))(t)
		until := day("2026-06-30")
		w = testkit.Must(c.s.Verify(c.inspector(), warning.Verifying{WarningID: w.ID, ExpectedVersion: w.Version, Finding: "属实", Until: &until}))(t)
		if _, err := c.s.Lift(c.as(c.inCharge), warning.Lifting{WarningID: w.ID, ExpectedVersion: w.Version, Reason: "不再需要"}); err == nil {
			t.Error("who answered lifted it")
		}
		w = testkit.Must(c.s.Lift(c.inspector(), warning.Lifting{WarningID: w.ID, ExpectedVersion: w.Version, Reason: "事项已停办"}))(t)
		if w.State != term.WarningStateLifted || *w.LiftGround != term.LiftGroundDecided || w.CauseKey == nil {
			t.Fatalf("the warning that was lifted is %+v", w)
		}
		c.days(30, false)
		c.one() // its cause lasts, and is not warned of again
		m := c.guard()
		c.work()
		c.advance(m, register.FindIneffective)
		c.work()
		c.days(7, true)
		if all := c.of(term.WarningKindRiskUndefended); len(all) != 2 || all[1].Serial <= all[0].Serial {
			t.Errorf("once it was gone and came back, there are %v", all)
		}
	})
}

func TestARuleIsSetTriedAndSwitchedOffForWhatComesAfter(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.work()
		c.days(2, true)
		group := testkit.AsPerson(term.RoleLeadingGroup, c.w.East.City, c.w.East.People[1])
		strict := warning.Settings{Kind: term.WarningKindRiskUndefended, Grades: []term.Grade{term.GradeA}, Days: 1, Colour: term.WarningColourRed, To: term.RoleDeptHead, AnswerIn: 2, HopIn: 2,
			CountedIn: term.ClockUnitWorkingDays}
		since := db.Today().AddDate(0, 0, -30)
		trial := testkit.Must(c.s.Try(group, warning.TryRule{UnitID: c.w.East.City.ID, Rule: strict, Since: &since}))(t)
		now := db.Client.WarningCause.Query().Where(warningcause.KindEQ(strict.Kind), warningcause.GradeEQ(term.GradeA), warningcause.UnitIDIn(c.w.East.City.ID, c.w.East.Department.ID), warningcause.GoneOnIsNil()).CountX(testkit.System())
		if trial.Today != now || trial.Fresh != now || now < 1 || trial.Raised < 1 || len(trial.ByTier) == 0 || trial.KnownFrom == nil {
			t.Fatalf("the trial of %d causes is %+v", now, trial)
		}
		if all := c.of(strict.Kind); len(all) != 0 {
			t.Fatalf("the trial raised %v", all)
		}
		code := "UNDEFENDED_A"
		set := testkit.Must(c.s.SetRule(group, warning.SetRule{UnitID: c.w.East.City.ID, Code: &code, On: true, Rule: &strict, Reason: "从严"}))(t)
		i := slices.IndexFunc(set.Rules, func(r *warning.HeldRule) bool { return r.Code == code })
		if r := set.Rules[i]; r.Own != 1 || r.Days != 1 || r.Set == nil || !r.On {
			t.Fatalf("the rule is %+v", r)
		}
		c.work()
		if w := c.one(); value(w.PersonID) != c.head.ID || w.State != term.WarningStateRaised {
			t.Fatalf("it raised %+v", w)
		}
		if _, err := c.s.SetRule(group, warning.SetRule{UnitID: c.w.East.City.ID, Code: &code, On: true, ExpectedVersion: 1, Rule: &strict, Reason: "从严"}); err == nil || fault.All(err)[0].Reason != "RULE_UNCHANGED" {
			t.Errorf("the same rule: %v", err)
		}
		if _, err := c.s.SetRule(c.as(c.head), warning.SetRule{UnitID: c.w.East.City.ID, Code: &code, On: false, ExpectedVersion: 1, Reason: "太严"}); err == nil {
			t.Error("a head switched it off")
		}
		testkit.Must(c.s.SetRule(group, warning.SetRule{UnitID: c.w.East.City.ID, Code: &code, On: false, ExpectedVersion: 1, Reason: "试行结束"}))(t)
		c.days(6, true)
		if w := c.one(); w.State != term.WarningStateEscalated {
			t.Errorf("a rule that was switched off stopped its warning: %+v", w)
		}
		own := strict
		own.Name = "自定规则"
		before := len(testkit.Must(c.s.Rules(group, c.w.East.City.ID))(t).Rules)
		after := testkit.Must(c.s.SetRule(group, warning.SetRule{UnitID: c.w.East.City.ID, On: true, Rule: &own, Reason: "新设"}))(t)
		if len(after.Rules) != before+1 || after.Rules[before].Name != own.Name {
			t.Errorf("the rules are %v", after.Rules)
		}
	})
}

func TestACauseThatConcernsNobodyAnyMoreIsChangedOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		past := db.Today().AddDate(0, 0, -1)
		details := func(owner *int64) register.MeasureDetails {
			return register.MeasureDetails{Content: "双人受理", Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral,
				DueOn: &past, OwnerID: owner, RiskPointIds: []int64{c.risk.ID}}
		}
		m := testkit.Must(db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: c.w.East.Department.ID, Details: details(&c.inCharge.ID)}))(t)
		c.work()
		kept := func() *ent.WarningCause {
			return db.Client.WarningCause.Query().Where(warningcause.SubjectID(m.ID), warningcause.LiveKeyNotNil()).OnlyX(testkit.System())
		}
		if value(kept().ConcernedID) != c.inCharge.ID {
			t.Fatalf("it concerns %v", kept().ConcernedID)
		}
		testkit.Must(db.Register.ReviseMeasure(testkit.System(), register.ReviseMeasure{ID: m.ID, ExpectedVersion: m.Version, Details: details(nil)}))(t)
		c.work()
		if kept().ConcernedID != nil {
			t.Errorf("it still concerns %v", *kept().ConcernedID)
		}
	})
}

func TestAWarningFollowsWhoHoldsTheTier(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.work()
		c.days(7, true)
		ctx := testkit.System()
		successor := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: c.w.East.Department.ID, Name: "新任副局长", JobTitle: "副局长"}))(t)
		last := db.Today()
		for _, p := range db.Client.Portfolio.Query().Where(portfolio.PersonID(c.inCharge.ID)).AllX(ctx) {
			testkit.Must(db.Org.EndPortfolio(ctx, p.ID, p.Version, &last))(t)
		}
		testkit.Must(db.Org.AssignPortfolio(ctx, successor.ID, c.w.East.Department.ID, term.PortfolioKindInCharge, db.Today().AddDate(0, 0, 1)))(t)
		c.work()
		if w := c.one(); value(w.PersonID) != c.inCharge.ID {
			t.Errorf("on the last day it was given to %v", w.PersonID)
		}
		c.days(1, true)
		w := c.one()
		if value(w.PersonID) != successor.ID || w.State != term.WarningStateRaised || !slices.Contains(kinds(c, w), term.WarningEventKindReaddress) {
			t.Errorf("the day after it is with %v, %s", w.PersonID, w.State)
		}
	})
}

// Of two servers one has the new day already when the other, whose clock is behind, is told of a change and looks at the unit.
func TestAClockThatIsBehindTakesNothingBackThatBeganToday(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		rule := warning.Settings{Name: "措施逾期", Kind: term.WarningKindMeasureOverdue, Colour: term.WarningColourRed, To: term.RoleLeaderInCharge, AnswerIn: 5, HopIn: 5,
			CountedIn: term.ClockUnitWorkingDays}
		testkit.Must(c.s.SetRule(testkit.As(term.RoleLeadingGroup, c.w.East.City), warning.SetRule{UnitID: c.w.East.City.ID, On: true, Rule: &rule, Reason: "新设"}))(t)
		due := db.Today().AddDate(0, 0, 3)
		ctx := testkit.System()
		testkit.Must(db.Register.RecordMeasure(ctx, register.RecordMeasure{UnitID: c.w.East.Department.ID, Details: register.MeasureDetails{Content: "双人受理",
			Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral, DueOn: &due, RiskPointIds: []int64{c.risk.ID}}}))(t)
		c.work()
		late := func() []*ent.Warning {
			return db.Client.Warning.Query().Where(entwarning.KindEQ(term.WarningKindMeasureOverdue)).AllX(ctx)
		}
		c.days(3, true)
		if all := late(); len(all) != 0 {
			t.Fatalf("on its last day it is warned of: %v", all)
		}
		c.days(1, true)
		first := late()
		if len(first) != 1 || first[0].State != term.WarningStateRaised || !first[0].Since.Equal(due.AddDate(0, 0, 1)) {
			t.Fatalf("it is warned of so: %v", first)
		}
		causes := db.Client.WarningCause.Query().CountX(ctx)
		db.Clock.Forward(-10 * time.Hour) // the evening before
		if today := db.Today(); !today.Equal(due) {
			t.Fatalf("the clock is set back to %s", today)
		}
		inputs := testkit.Minor
		testkit.Must(db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: c.w.East.Department.ID, Details: testkit.RiskDetails("另一事项"), Assessment: &inputs}))(t)
		c.work()
		db.Clock.Forward(11 * time.Hour)
		c.work()
		if all := late(); len(all) != 1 || all[0].State != term.WarningStateRaised || all[0].Version != first[0].Version {
			t.Errorf("a clock that was set back leaves the warnings %v", all)
		}
		if n := db.Client.WarningCause.Query().CountX(ctx); n != causes {
			t.Errorf("it leaves %d causes, there were %d", n, causes)
		}
	})
}

func TestAWarningWhoseRowMovesGoesOnAtOnceByTheLeadersThere(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.days(8, true)
		w, to := c.one(), c.w.West.Department
		if value(w.PersonID) != c.inCharge.ID {
			t.Fatalf("%d is asked", value(w.PersonID))
		}
		if err := db.Raw.Client.RiskPoint.UpdateOneID(c.risk.ID).SetUnitID(to.ID).SetLevels(to.Levels()).Exec(testkit.System()); err != nil {
			t.Fatal(err)
		}
		look := func() {
			t.Helper()
			if err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) error { return warning.Look(ctx, c.s, tx, to.ID) }); err != nil {
				t.Fatal(err)
			}
		}
		look()
		moved := c.one()
		if moved.ID != w.ID || moved.UnitID != to.ID || value(moved.PersonID) == c.inCharge.ID {
			t.Errorf("warning %d of unit %d stands on %d and asks %d", w.ID, to.ID, moved.UnitID, value(moved.PersonID))
		}
		events := kinds(c, moved)
		if events[len(events)-1] != term.WarningEventKindReaddress {
			t.Errorf("its last step is %s", events[len(events)-1])
		}
		look()
		if again := c.one(); again.Version != moved.Version {
			t.Error("a second look changes it")
		}
	})
}
