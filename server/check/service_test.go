package check_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/checkhandover"
	"sineng/ent/checkitem"
	"sineng/ent/riskpoint"
	"sineng/ent/supervisioncheck"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/calendar"
	"sineng/server/check"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
	"sineng/server/timer"
)

// scene is a city with a licensing section that holds an A risk of one of its staff, whose head, leader in charge and principal
// leader are three people.
type scene struct {
	t                                *testing.T
	db                               *testkit.DB
	w                                *testkit.World
	s                                *check.Service
	staff, head, inCharge, principal *ent.Person
	risk                             *ent.RiskPoint
}

func newScene(t *testing.T, db *testkit.DB) *scene {
	t.Helper()
	c := &scene{t: t, db: db, w: testkit.NewWorld(t, db), s: check.New(db.Store, calendar.NewService(db.Store))}
	ctx, from := testkit.System(), db.Today().AddDate(-1, 0, 0)
	department, city := c.w.East.Department, c.w.East.City
	c.head = c.w.East.People[2]
	person := func(name string) *ent.Person {
		return testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: department.ID, Name: name, JobTitle: "科员"}))(t)
	}
	c.staff, c.inCharge, c.principal = person("办事员"), person("副局长"), person("局长")
	testkit.Must(db.Org.AssignPortfolio(ctx, c.inCharge.ID, department.ID, term.PortfolioKindInCharge, from))(t)
	testkit.Must(db.Org.AssignPortfolio(ctx, c.principal.ID, city.ID, term.PortfolioKindPrincipal, from))(t)
	c.risk = c.decide("受理", term.GradeA)
	return c
}

// decide records a risk point of the staff and decides its grade.
func (c *scene) decide(name string, grade term.Grade) *ent.RiskPoint {
	c.t.Helper()
	inputs := testkit.Crime
	if grade != term.GradeA {
		inputs = testkit.Minor
	}
	ctx := testkit.System()
	r := testkit.Must(c.db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: c.w.East.Department.ID, Details: testkit.RiskDetails(name, func(d *register.RiskDetails) {
		d.DirectOwnerID, d.PersonID = &c.staff.ID, &c.staff.ID
	}), Assessment: &inputs}))(c.t)
	testkit.Must(c.db.Register.DecideGrade(ctx, register.DecideGrade{RiskPointID: r.ID, ExpectedVersion: r.Version, Grade: grade}))(c.t)
	return r
}

// work follows the log and fires what is due until nothing is left to do.
func (c *scene) work() {
	c.t.Helper()
	for range 5 {
		c.db.Sequence(c.t)
		if err := c.s.Follow(testkit.System()); err != nil {
			c.t.Fatal(err)
		}
		testkit.Fire(c.t, c.db, c.s.Timers()...)
	}
}

// of are the checks of the department of a kind, the oldest first.
func (c *scene) of(kind term.CheckKind, grade term.Grade) []*ent.SupervisionCheck {
	return c.db.Client.SupervisionCheck.Query().Where(supervisioncheck.UnitID(c.w.East.Department.ID), supervisioncheck.KindEQ(kind), supervisioncheck.GradeEQ(grade)).
		Order(supervisioncheck.ByID()).AllX(testkit.System())
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

func day(text string) time.Time {
	on, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return on
}

func id(p *int64) int64 {
	if p == nil {
		return 0
	}
	return *p
}

func TestAnARiskIsCheckedEachMonthByThePrincipalLeader(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) { // the clock starts on 2026-03-02
		c := newScene(t, db)
		c.work()
		// The world's own A risk on the department is the head's, and is checked together with it: neither is the leader's own.
		a := c.of(term.CheckKindRisks, term.GradeA)
		if len(a) != 1 || id(a[0].PersonID) != c.principal.ID || a[0].State != term.CheckStateDue || !a[0].DueOn.Equal(day("2026-03-31")) || !a[0].NextHopOn.Equal(day("2026-04-07")) {
			t.Fatalf("the checks of A risks are %v", a)
		}
		heads := c.of(term.CheckKindHead, term.Ungraded)
		if len(heads) != 1 || id(heads[0].SubjectID) != c.head.ID || id(heads[0].PersonID) != c.inCharge.ID || !heads[0].FromDay.Equal(day("2026-01-01")) {
			t.Fatalf("the checks of the head are %v", heads)
		}
		// Planning again, and another server, make nothing twice.
		other := check.New(db.Store, calendar.NewService(db.Store))
		if err := store.WithTx(testkit.System(), db.Store, func(ctx context.Context, tx *ent.Tx) error {
			return timer.Set(ctx, tx, "check.plan-below", 0, db.Store.Now())
		}); err != nil {
			t.Fatal(err)
		}
		testkit.Fire(t, db, other.Timers()...)
		c.work()
		if got := c.of(term.CheckKindRisks, term.GradeA); len(got) != 1 {
			t.Errorf("planned again there are %d", len(got))
		}
		// A server that is off over the turn of the month makes up for it.
		db.Clock.Forward(40 * 24 * time.Hour)
		c.work()
		a = c.of(term.CheckKindRisks, term.GradeA)
		if len(a) != 2 || !a[1].FromDay.Equal(day("2026-04-01")) {
			t.Fatalf("after 40 days there are %v", a)
		}
		if a[0].Hops != 1 || *a[0].EscalatedTo != term.RoleInspector || !a[0].NextHopOn.Equal(day("2026-04-15")) {
			t.Errorf("the late one went up %d times to %v, next on %v", a[0].Hops, a[0].EscalatedTo, a[0].NextHopOn)
		}
		db.Clock.Forward(10 * 24 * time.Hour)
		c.work()
		if late := c.of(term.CheckKindRisks, term.GradeA)[0]; late.Hops != 2 || *late.EscalatedTo != term.RoleLeadingGroup || late.NextHopOn != nil {
			t.Errorf("then it went up %d times to %v, next on %v", late.Hops, late.EscalatedTo, late.NextHopOn)
		}
	})
}

func TestACheckIsMadeOnASampleThatIsDrawnOnce(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		for n := range 6 {
			c.decide(fmt.Sprint("第", n, "处"), term.GradeA)
		}
		c.work()
		a := c.of(term.CheckKindRisks, term.GradeA)[0]
		leader := c.as(c.principal)
		for name, ctx := range map[string]context.Context{"the head": c.as(c.head), "a leader in charge": c.as(c.inCharge), "a token of the leader": token(leader)} {
			if _, err := c.s.Begin(ctx, check.Begin{CheckID: a.ID, ExpectedVersion: a.Version}); reason(err) != "NOT_YOURS" {
				t.Errorf("%s begins it: %v", name, err)
			}
		}
		if _, err := c.s.Begin(c.as(c.staff), check.Begin{CheckID: a.ID, ExpectedVersion: a.Version}); !fault.Is(err, fault.NotFound) {
			t.Errorf("staff begin it: %v", err)
		}
		if _, err := c.s.Record(leader, check.Record{CheckID: a.ID, ExpectedVersion: a.Version, Summary: "x"}); reason(err) != "NOT_BEGUN" {
			t.Errorf("it is recorded before it is begun: %v", err)
		}
		a = testkit.Must(c.s.Begin(leader, check.Begin{CheckID: a.ID, ExpectedVersion: a.Version}))(t)
		if _, err := c.s.Begin(leader, check.Begin{CheckID: a.ID, ExpectedVersion: a.Version}); reason(err) != "BEGUN_ALREADY" {
			t.Errorf("it is drawn twice: %v", err)
		}
		items := c.items(a)
		all := c.db.Client.RiskPoint.Query().Where(riskpoint.UnitID(c.w.East.Department.ID)).IDsX(testkit.System())
		if a.Population != len(all) || !slices.Equal(risksOf(items), check.Draw(a.Seed, all, 3)) {
			t.Errorf("of %d risk points (%d there) it drew %v", a.Population, len(all), risksOf(items))
		}
		record := func(done bool, summary string, found ...*check.Found) error {
			now := db.Client.SupervisionCheck.GetX(testkit.System(), a.ID)
			_, err := c.s.Record(leader, check.Record{CheckID: a.ID, ExpectedVersion: now.Version, Summary: summary, Items: found, Done: done})
			return err
		}
		sound, defect := term.CheckOutcomeSound, term.CheckOutcomeDefect
		if err := record(false, "", &check.Found{RiskPointID: items[0].RiskPointID, Outcome: &sound}); err != nil {
			t.Errorf("what was found so far is not kept: %v", err)
		}
		if err := record(false, "", &check.Found{RiskPointID: c.w.West.Risks[0].ID, Outcome: &sound}); fields(err) != "items.0.riskPointId" {
			t.Errorf("another risk point is recorded: %v", err)
		}
		if err := record(true, " ", &check.Found{RiskPointID: items[1].RiskPointID, Outcome: &defect}); fields(err) != "summary items.1.finding items.2.outcome" {
			t.Errorf("an incomplete check ends, or says %v", err)
		}
		err := record(true, "总体有序", &check.Found{RiskPointID: items[1].RiskPointID, Outcome: &defect, Finding: "未见双人复核记录"}, &check.Found{RiskPointID: items[2].RiskPointID, Outcome: &sound})
		if err != nil {
			t.Fatal(err)
		}
		done := db.Client.SupervisionCheck.GetX(testkit.System(), a.ID)
		if done.State != term.CheckStateDone || done.Defects != 1 || done.DoneName != c.principal.Name || done.NextHopOn != nil {
			t.Errorf("afterwards it is %+v", done)
		}
		if got := c.items(done); *got[0].Outcome != sound || got[1].Finding != "未见双人复核记录" {
			t.Errorf("the items are %v", got)
		}
		if err := record(true, "再来"); reason(err) != "CHECK_CLOSED" {
			t.Errorf("it is recorded twice: %v", err)
		}
	})
}

func TestALaterCheckLeavesThoseBeforeItMissed(t *testing.T) {
	db := testkit.SQLite(t)
	c := newScene(t, db)
	c.work()
	db.Clock.Forward(70 * 24 * time.Hour)
	c.work()
	a := c.of(term.CheckKindRisks, term.GradeA)
	last := a[len(a)-1]
	leader := c.as(c.principal)
	last = testkit.Must(c.s.Begin(leader, check.Begin{CheckID: last.ID, ExpectedVersion: last.Version}))(t)
	in := check.Record{CheckID: last.ID, ExpectedVersion: last.Version, Summary: "已查", Done: true}
	sound := term.CheckOutcomeSound
	for _, item := range c.items(last) {
		in.Items = append(in.Items, &check.Found{RiskPointID: item.RiskPointID, Outcome: &sound})
	}
	testkit.Must(c.s.Record(leader, in))(t)
	var states []term.CheckState
	for _, one := range c.of(term.CheckKindRisks, term.GradeA) {
		states = append(states, one.State)
	}
	if !slices.Equal(states, []term.CheckState{term.CheckStateMissed, term.CheckStateDone}) {
		t.Errorf("the checks are %v", states)
	}
	counts := testkit.Must(c.s.Counts(leader, &c.w.East.Department.ID, nil, day("2026-01-01"), day("2026-12-31")))(t)
	if i := slices.IndexFunc(counts, func(n *check.Count) bool { return n.Grade == term.GradeA }); i < 0 || counts[i].Missed != 1 || counts[i].Done != 1 || counts[i].Due != 0 {
		t.Errorf("the counts are %+v", counts)
	}
}

func TestADepartmentThatMovesToAnotherBureauIsAskedNothingTwice(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		ctx := testkit.System()
		// One person leads both bureaus, so that the same check would be asked of them again.
		testkit.Must(db.Org.AssignPortfolio(ctx, c.principal.ID, c.w.East.Unit.ID, term.PortfolioKindPrincipal, db.Today().AddDate(-2, 0, 0)))(t)
		c.work()
		a := c.of(term.CheckKindRisks, term.GradeA)[0]
		leader := c.as(c.principal)
		a = testkit.Must(c.s.Begin(leader, check.Begin{CheckID: a.ID, ExpectedVersion: a.Version}))(t)
		in := check.Record{CheckID: a.ID, ExpectedVersion: a.Version, Summary: "已查", Done: true}
		sound := term.CheckOutcomeSound
		for _, item := range c.items(a) {
			in.Items = append(in.Items, &check.Found{RiskPointID: item.RiskPointID, Outcome: &sound})
		}
		testkit.Must(c.s.Record(leader, in))(t)
		d := db.Client.Unit.GetX(ctx, c.w.East.Department.ID)
		testkit.Must(db.Org.MoveUnit(ctx, d.ID, d.Version, &c.w.East.Unit.ID))(t)
		c.work()
		if got := c.of(term.CheckKindRisks, term.GradeA); len(got) != 1 || got[0].State != term.CheckStateDone {
			t.Errorf("afterwards the checks of A risks are %v", got)
		}
		heads := c.of(term.CheckKindHead, term.Ungraded)
		due := 0
		for _, one := range heads {
			if one.State == term.CheckStateDue {
				due++
				if one.BureauID != c.w.East.Unit.ID || one.L2 != c.w.East.Department.ID {
					t.Errorf("the check of the head stands at bureau %d, level 2 %d", one.BureauID, one.L2)
				}
			}
		}
		if due != 1 {
			t.Errorf("the head is to be checked %d times", due)
		}
	})
}

func TestTheTierToWhichALateCheckWentUpMayMakeItButNotOnItsOwnRisks(t *testing.T) {
	db := testkit.SQLite(t)
	c := newScene(t, db)
	c.work()
	db.Clock.Forward(40 * 24 * time.Hour)
	c.work()
	late := c.of(term.CheckKindRisks, term.GradeA)[0]
	begin := check.Begin{CheckID: late.ID, ExpectedVersion: late.Version}
	own := testkit.AsPerson(term.RoleInspector, c.w.East.City, c.staff)
	if _, err := c.s.Begin(own, begin); reason(err) != "OWN_RISKS" {
		t.Errorf("an inspector begins the check of their own risk: %v", err)
	}
	inspector := testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: c.w.East.City.ID, Name: "纪检员"}))(t)
	if _, err := c.s.Begin(testkit.AsPerson(term.RoleInspector, c.w.East.City, inspector), begin); err != nil {
		t.Errorf("an inspector, to whom it went up, does not begin it: %v", err)
	}
}

func TestATransferMovesChecksWithAListThatBothSign(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.work()
		ctx, today := testkit.System(), db.Today()
		next := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: c.w.East.City.ID, Name: "新局长"}))(t)
		for _, p := range c.principal.Unwrap().QueryPortfolios().AllX(ctx) {
			testkit.Must(db.Org.EndPortfolio(ctx, p.ID, p.Version, &today))(t)
		}
		for _, p := range c.w.East.People[1].QueryPortfolios().AllX(ctx) { // in charge of the city, in the world
			testkit.Must(db.Org.EndPortfolio(ctx, p.ID, p.Version, &today))(t)
		}
		testkit.Must(db.Org.AssignPortfolio(ctx, next.ID, c.w.East.City.ID, term.PortfolioKindPrincipal, today.AddDate(0, 0, 1)))(t)
		c.work()
		if a := c.of(term.CheckKindRisks, term.GradeA); id(a[0].PersonID) != c.principal.ID {
			t.Errorf("on their last day it is %d's", id(a[0].PersonID))
		}
		db.Clock.Forward(24 * time.Hour) // nothing is logged on the day on which the portfolio begins
		c.work()
		if a := c.of(term.CheckKindRisks, term.GradeA); len(a) != 1 || id(a[0].PersonID) != next.ID {
			t.Fatalf("the next day the checks are %v", a)
		}
		lists := db.Client.CheckHandover.Query().Where(checkhandover.SuccessorID(next.ID)).AllX(ctx)
		if len(lists) != 1 || lists[0].PredecessorID != c.principal.ID || len(lists[0].Checks) == 0 {
			t.Fatalf("the lists are %v", lists)
		}
		h := lists[0]
		sign := func(who context.Context, note string) error {
			now := db.Client.CheckHandover.GetX(ctx, h.ID)
			_, err := c.s.Sign(who, check.Sign{HandoverID: h.ID, ExpectedVersion: now.Version, Note: note})
			return err
		}
		successor := testkit.AsPerson(term.RolePrincipalLeader, c.w.East.City, next)
		if err := sign(token(successor), ""); err == nil {
			t.Error("a token signs")
		}
		if err := sign(successor, "已接收"); err != nil {
			t.Error(err)
		}
		if err := sign(successor, "再签"); reason(err) != "NOT_YOURS" {
			t.Errorf("the successor signs twice: %v", err)
		}
		// The predecessor has no account: an inspector signs in their place, a head does not.
		if err := sign(testkit.AsPerson(term.RoleDeptHead, c.w.East.City, c.head), ""); reason(err) != "NOT_YOURS" {
			t.Errorf("a head signs: %v", err)
		}
		if err := sign(testkit.As(term.RoleInspector, c.w.East.City), ""); reason(err) != "NOT_YOURS" {
			t.Errorf("an account of nobody signs: %v", err)
		}
		if err := sign(testkit.AsPerson(term.RoleInspector, c.w.East.City, c.staff), "代签"); err != nil {
			t.Error(err)
		}
		if h = db.Client.CheckHandover.GetX(ctx, h.ID); h.PredecessorSignedAt == nil || h.SuccessorSignedAt == nil || h.SuccessorNote != "已接收" {
			t.Errorf("afterwards it is %+v", h)
		}
	})
}

func TestAPlanOfABureauIsSetInVersionsAndWithdrawn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		s := check.New(db.Store, calendar.NewService(db.Store))
		group := testkit.As(term.RoleLeadingGroup, w.East.Unit)
		set := check.Defaults()
		set.Rhythms[1].Months = 1
		put := func(ctx context.Context, unit int64, version int, settings *check.Settings) (*check.Plan, error) {
			return s.SetPlan(ctx, check.SetPlan{UnitID: unit, ExpectedVersion: version, Settings: settings, Reason: "加密检查"})
		}
		if _, err := put(testkit.As(term.RolePrincipalLeader, w.East.Unit), w.East.Unit.ID, 0, &set); !fault.Is(err, fault.Forbidden) {
			t.Errorf("a principal leader sets it: %v", err)
		}
		if _, err := put(group, w.East.Department.ID, 0, &set); reason(err) != "NOT_A_BUREAU" {
			t.Errorf("it is set on a department: %v", err)
		}
		if _, err := put(group, w.East.City.ID, 0, nil); reason(err) != "PLAN_NOT_SET" {
			t.Errorf("what was not set is withdrawn: %v", err)
		}
		p := testkit.Must(put(group, w.East.Unit.ID, 0, &set))(t)
		if p.Version != 1 || p.Rhythm(term.CheckKindRisks, term.GradeB).Months != 1 {
			t.Errorf("afterwards it is %+v", p)
		}
		if _, err := put(group, w.East.Unit.ID, 0, &set); !fault.Is(err, fault.Conflict) {
			t.Errorf("a stale version is set: %v", err)
		}
		if _, err := put(group, w.East.Unit.ID, 1, &set); reason(err) != "PLAN_UNCHANGED" {
			t.Errorf("the same is set again: %v", err)
		}
		below := testkit.Must(s.Plan(group, w.East.Department.ID))(t)
		if below.Version != 0 || below.Set == nil || below.Set.UnitID != w.East.Unit.ID || below.MayChange {
			t.Errorf("on a department below it is %+v", below)
		}
		testkit.Must(put(group, w.East.Unit.ID, 1, nil))(t)
		if p := testkit.Must(s.Plan(group, w.East.City.ID))(t); p.Set != nil || p.Rhythm(term.CheckKindRisks, term.GradeB).Months != 3 {
			t.Errorf("withdrawn it is %+v", p)
		}
	})
}

func (c *scene) items(a *ent.SupervisionCheck) []*ent.CheckItem {
	return c.db.Client.CheckItem.Query().Where(checkitem.CheckID(a.ID)).Order(checkitem.ByPosition()).AllX(testkit.System())
}

func risksOf(items []*ent.CheckItem) []int64 {
	var out []int64
	for _, i := range items {
		out = append(out, i.RiskPointID)
	}
	return out
}

// token is the same viewer, using an API token.
func token(ctx context.Context) context.Context {
	v := *viewer.FromContext(ctx)
	v.TokenID = 1 << 50
	return viewer.NewContext(ctx, &v)
}

func reason(err error) string {
	for _, e := range fault.All(err) {
		return e.Reason
	}
	return ""
}

func fields(err error) string {
	out := ""
	for _, e := range fault.All(err) {
		out += " " + e.Field
	}
	return out[min(1, len(out)):]
}

// Of two servers one has the new month already when the other, whose clock is behind, is told of a change and plans the bureau.
func TestAClockThatIsBehindCancelsNothingOfTheNewMonth(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		c.work()
		db.Clock.Forward(30 * 24 * time.Hour)
		c.work()
		read := func() (out []string) {
			for _, k := range db.Client.SupervisionCheck.Query().Order(ent.Asc("id")).AllX(testkit.System()) {
				out = append(out, fmt.Sprint(k.ID, k.State, k.FromDay.Format(time.DateOnly), k.Version))
			}
			return out
		}
		first := read()
		if db.Today().Day() != 1 || !slices.ContainsFunc(first, func(k string) bool { return strings.Contains(k, "DUE"+db.Today().Format(time.DateOnly)) }) {
			t.Fatalf("on %s there are the checks %v", db.Today(), first)
		}
		db.Clock.Forward(-10 * time.Hour) // the evening before
		c.decide("另一事项", term.GradeA)
		c.work()
		db.Clock.Forward(11 * time.Hour)
		c.work()
		if again := read(); !slices.Equal(again, first) {
			t.Errorf("a clock that was set back makes of %v\n%v", first, again)
		}
	})
}
