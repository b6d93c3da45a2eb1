package instruction_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/portfolio"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/calendar"
	"sineng/server/fault"
	"sineng/server/instruction"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
	"sineng/server/todo"
)

// scene is a licensing section of a city whose head, leader in charge and principal leader are three people.
type scene struct {
	t                         *testing.T
	db                        *testkit.DB
	w                         *testkit.World
	s                         *instruction.Service
	head, inCharge, principal *ent.Person
	risk                      *ent.RiskPoint
}

func newScene(t *testing.T, db *testkit.DB) *scene { // the clock starts on Monday 2026-03-02
	t.Helper()
	c := &scene{t: t, db: db, w: testkit.NewWorld(t, db), s: instruction.New(db.Store, calendar.NewService(db.Store), db.Register)}
	ctx, from := testkit.System(), db.Today().AddDate(-1, 0, 0)
	c.head, c.inCharge, c.principal = c.w.East.People[2], c.person("副局长"), c.person("局长")
	testkit.Must(db.Org.AssignPortfolio(ctx, c.inCharge.ID, c.w.East.Department.ID, term.PortfolioKindInCharge, from))(t)
	testkit.Must(db.Org.AssignPortfolio(ctx, c.principal.ID, c.w.East.City.ID, term.PortfolioKindPrincipal, from))(t)
	c.risk = testkit.Must(db.Register.RecordRiskPoint(ctx, register.RecordRiskPoint{UnitID: c.w.East.Department.ID, Details: testkit.RiskDetails("受理")}))(t)
	return c
}

func (c *scene) person(name string) *ent.Person {
	return testkit.Must(c.db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: c.w.East.Department.ID, Name: name, JobTitle: "科员"}))(c.t)
}

func (c *scene) as(p *ent.Person) context.Context {
	role, on := term.RoleDeptHead, c.w.East.Department
	switch p {
	case c.inCharge:
		role = term.RoleLeaderInCharge
	case c.principal:
		role, on = term.RolePrincipalLeader, c.w.East.City
	}
	return testkit.AsPerson(role, on, p)
}

// asked gives an instruction of the leader in charge to the head about the risk point, to be done by the end of March.
func (c *scene) asked() *ent.Instruction {
	c.t.Helper()
	return testkit.Must(c.s.Give(c.as(c.inCharge), c.giving()))(c.t)
}

func (c *scene) giving() instruction.Giving {
	return instruction.Giving{About: instruction.About{UnitID: c.w.East.Department.ID, RiskIds: []int64{c.risk.ID}}, Title: "整改受理环节", Demand: "双人受理,月底前落实",
		DueOn: day("2026-03-31"), AnswerIn: 5, HopIn: 7}
}

func (c *scene) now(i *ent.Instruction) *ent.Instruction {
	return c.db.Client.Instruction.GetX(testkit.System(), i.ID)
}

// days lets days pass, on each of which what is due fires, or on the last one alone.
func (c *scene) days(n int, running bool) {
	c.t.Helper()
	for range n {
		c.db.Clock.Forward(24 * time.Hour)
		if running {
			testkit.Fire(c.t, c.db, c.s.Timers()...)
		}
	}
	testkit.Fire(c.t, c.db, c.s.Timers()...)
}

func (c *scene) kinds(i *ent.Instruction) []term.InstructionEventKind {
	var out []term.InstructionEventKind
	for _, e := range testkit.Must(c.s.EventsOf(testkit.System(), []int64{i.ID}))(c.t)[i.ID] {
		out = append(out, e.Kind)
	}
	return out
}

func (c *scene) may(ctx context.Context, i *ent.Instruction) []instruction.Action {
	row := c.now(i)
	return testkit.Must(c.s.Actions(ctx, []*ent.Instruction{row}))(c.t)[row]
}

func value(id *int64) int64 {
	if id == nil {
		return 0
	}
	return *id
}

func on(d *time.Time) string {
	if d == nil {
		return ""
	}
	return d.Format(time.DateOnly)
}

func TestAnInstructionIsAnsweredReportedReturnedAndAccepted(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		i := c.asked()
		if i.State != term.InstructionStateOrdered || i.PersonID != c.head.ID || i.Tier != term.RoleDeptHead || i.GiverRole != term.RoleLeaderInCharge || i.GiverID != c.inCharge.ID ||
			on(i.AnswerBy) != "2026-03-09" || on(i.NextHopOn) != "2026-03-10" || instruction.Number(i) != "督办〔2026〕1号" || i.BureauID != c.w.East.City.ID || i.Risks != 1 {
			t.Fatalf("it begins as %+v", i)
		}
		if next := testkit.Must(c.s.Give(c.as(c.inCharge), c.giving()))(t); next.Serial != 2 {
			t.Errorf("the next one has the number %d", next.Serial)
		}
		testkit.Must(db.Register.ReviseRiskPoint(testkit.System(), register.ReviseRiskPoint{ID: c.risk.ID, ExpectedVersion: c.risk.Version, Details: testkit.RiskDetails("另一个标题")}))(t)
		if named := testkit.Must(c.s.RisksOf(testkit.System(), []int64{i.ID}))(t)[i.ID]; len(named) != 1 || named[0].Title != "受理收受好处" || named[0].RiskPointID != c.risk.ID {
			t.Errorf("it names %v, not the risk point as it was called", named)
		}
		head, leader := c.as(c.head), c.as(c.inCharge)
		i = testkit.Must(c.s.Acknowledge(head, instruction.Acknowledging{InstructionID: i.ID, ExpectedVersion: i.Version}))(t)
		c.days(2, true)
		i = testkit.Must(c.s.Answer(head, instruction.Answering{InstructionID: i.ID, ExpectedVersion: i.Version, Answer: "已安排双人受理"}))(t)
		if i.State != term.InstructionStateAnswered || i.AnswerBy != nil || on(i.NextHopOn) != "2026-04-01" || i.Answer != "已安排双人受理" {
			t.Errorf("answered it is %+v", i)
		}
		c.days(20, true)
		i = testkit.Must(c.s.Report(head, instruction.Answering{InstructionID: i.ID, ExpectedVersion: c.now(i).Version, Answer: "已全部落实"}))(t)
		if i.State != term.InstructionStateReported || on(i.NextHopOn) != "2026-03-31" || i.ReportedAt == nil {
			t.Errorf("reported it is %+v", i)
		}
		c.days(7, true)
		if i = c.now(i); i.State != term.InstructionStateReported || i.UpTier != nil || on(i.NextHopOn) != "2026-04-07" {
			t.Errorf("what waits to be accepted becomes %+v", i)
		}
		i = testkit.Must(c.s.Return(leader, instruction.Putting{InstructionID: i.ID, ExpectedVersion: i.Version, Reason: "周末窗口仍单人", DueOn: day("2026-04-10")}))(t)
		if i.State != term.InstructionStateReturned || on(&i.DueOn) != "2026-04-10" || on(i.NextHopOn) != "2026-04-11" {
			t.Errorf("returned it is %+v", i)
		}
		i = testkit.Must(c.s.Report(head, instruction.Answering{InstructionID: i.ID, ExpectedVersion: i.Version, Answer: "周末窗口已双人"}))(t)
		i = testkit.Must(c.s.Accept(leader, instruction.Accepting{InstructionID: i.ID, ExpectedVersion: i.Version, Finding: "现场查看属实"}))(t)
		if i.State != term.InstructionStateAccepted || i.NextHopOn != nil || i.ClosedAt == nil {
			t.Errorf("accepted it is %+v", i)
		}
		want := []term.InstructionEventKind{term.InstructionEventKindOrder, term.InstructionEventKindAcknowledge, term.InstructionEventKindAnswer, term.InstructionEventKindReport,
			term.InstructionEventKindRemind, term.InstructionEventKindReturn, term.InstructionEventKindReport, term.InstructionEventKindAccept}
		if got := c.kinds(i); !slices.Equal(got, want) {
			t.Errorf("its timeline is %v, want %v", got, want)
		}
		c.days(90, false)
		if got := c.kinds(i); len(got) != len(want) {
			t.Errorf("after it is over, %v", got)
		}
	})
}

func TestWhatNobodyAnswersGoesUpAndIsSteeredOnlyFromThere(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		i := c.asked()
		head, leader, chief := c.as(c.head), c.as(c.inCharge), c.as(c.principal)
		steering := []instruction.Action{instruction.Extend, instruction.Withdraw}
		c.days(7, true) // 03-09 is its last day to be answered
		if i = c.now(i); i.Hops != 0 {
			t.Fatalf("it goes up on its last day: %+v", i)
		}
		if got := c.may(leader, i); !slices.Equal(got, steering) {
			t.Errorf("who gave it may %v", got)
		}
		if got := c.may(chief, i); !slices.Equal(got, steering) {
			t.Errorf("the tier above who gave it may %v", got)
		}
		c.days(1, true)
		if i = c.now(i); i.Hops != 1 || *i.UpTier != term.RoleLeaderInCharge || value(i.UpPersonID) != c.inCharge.ID || on(i.NextHopOn) != "2026-03-17" || i.PersonID != c.head.ID || i.State != term.InstructionStateOrdered {
			t.Fatalf("after it was not answered: %+v", i)
		}
		c.days(30, false) // one step for all the days without a server
		if i = c.now(i); i.Hops != 2 || *i.UpTier != term.RolePrincipalLeader || value(i.UpPersonID) != c.principal.ID || on(i.NextHopOn) != "2026-04-16" {
			t.Fatalf("after thirty days without a server: %+v", i)
		}
		if got := c.may(leader, i); len(got) != 0 {
			t.Errorf("who it went up over may %v", got)
		}
		if got := c.may(head, i); !slices.Contains(got, instruction.Report) || slices.Contains(got, instruction.Withdraw) {
			t.Errorf("who is asked may %v", got)
		}
		_, err := c.s.Withdraw(leader, instruction.Withdrawing{InstructionID: i.ID, ExpectedVersion: i.Version, Reason: "不办了"})
		if !fault.Is(err, fault.Forbidden) {
			t.Errorf("who it went up over takes it back: %v", err)
		}
		_, err = c.s.Extend(chief, instruction.Putting{InstructionID: i.ID, ExpectedVersion: i.Version, Reason: "再给半月", DueOn: day("2026-03-20")})
		if !fault.Is(err, fault.Invalid) {
			t.Errorf("more time ends in the past: %v", err)
		}
		i = testkit.Must(c.s.Extend(chief, instruction.Putting{InstructionID: i.ID, ExpectedVersion: i.Version, Reason: "再给半月", DueOn: day("2026-04-30")}))(t)
		if on(&i.DueOn) != "2026-04-30" || on(i.NextHopOn) != "2026-04-16" { // what was to be answered long ago is still late
			t.Errorf("with more time it is %+v", i)
		}
		c.days(40, true) // to the leading groups, above which nobody stands
		if i = c.now(i); *i.UpTier != term.RoleLeadingGroup && i.NextHopOn != nil {
			t.Errorf("in the end it is %+v", i)
		}
		c.s = instruction.New(db.Store, calendar.NewService(db.Store), db.Register) // of another process, on the same day
		c.days(0, true)
		if n := len(c.kinds(i)); n != i.Version {
			t.Errorf("%d events and the version %d: something was done twice, or in silence", n, i.Version)
		}
	})
}

func TestWhoTakesTheOfficeTakesTheInstruction(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		i := c.asked()
		i = testkit.Must(c.s.Acknowledge(c.as(c.head), instruction.Acknowledging{InstructionID: i.ID, ExpectedVersion: i.Version}))(t)
		c.days(2, true)
		next, ctx := c.person("新科长"), testkit.System()
		led := db.Client.Portfolio.Query().Where(portfolio.PersonID(c.head.ID), portfolio.UnitID(c.w.East.Department.ID)).OnlyX(ctx)
		today := db.Today()
		testkit.Must(db.Org.EndPortfolio(ctx, led.ID, led.Version, &today))(t)
		testkit.Must(db.Org.AssignPortfolio(ctx, next.ID, c.w.East.Department.ID, term.PortfolioKindHead, db.Today().AddDate(0, 0, 1)))(t)
		c.days(1, true)
		if i = c.now(i); i.PersonID != next.ID || i.State != term.InstructionStateOrdered || on(i.AnswerBy) != "2026-03-12" || on(&i.DueOn) != "2026-03-31" {
			t.Errorf("the successor is asked %+v", i)
		}
		if got := c.kinds(i); !slices.Equal(got, []term.InstructionEventKind{term.InstructionEventKindOrder, term.InstructionEventKindAcknowledge, term.InstructionEventKindReaddress}) {
			t.Errorf("its timeline is %v", got)
		}
	})
}

func TestOnlyThoseBelowAreAskedAboutWhatIsThere(t *testing.T) {
	db := testkit.SQLite(t)
	c := newScene(t, db)
	leader := c.as(c.inCharge)
	other := c.w.West.Department.ID
	foreign := testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: other, Details: testkit.RiskDetails("外地")}))(t)
	upper := testkit.Must(db.Register.RecordRiskPoint(testkit.System(), register.RecordRiskPoint{UnitID: c.w.East.City.ID, Details: testkit.RiskDetails("市局")}))(t)
	for name, try := range map[string]struct {
		ctx    context.Context
		change func(*instruction.Giving)
		code   fault.Code
		reason string
	}{
		"nothing is asked":            {leader, func(g *instruction.Giving) { g.Demand, g.Title = " ", "" }, fault.Invalid, "LENGTH"},
		"until yesterday":             {leader, func(g *instruction.Giving) { g.DueOn = day("2026-03-01") }, fault.Invalid, "OUT_OF_RANGE"},
		"until today":                 {leader, func(g *instruction.Giving) { g.DueOn = db.Today() }, fault.Invalid, "OUT_OF_RANGE"},
		"no days to answer":           {leader, func(g *instruction.Giving) { g.AnswerIn = 0 }, fault.Invalid, "OUT_OF_RANGE"},
		"the principal leader":        {leader, func(g *instruction.Giving) { g.AddresseeID = &c.principal.ID }, fault.Invalid, "NOT_BELOW"},
		"oneself":                     {leader, func(g *instruction.Giving) { g.AddresseeID = &c.inCharge.ID }, fault.Invalid, "NOT_BELOW"},
		"a risk point elsewhere":      {leader, func(g *instruction.Giving) { g.RiskIds = []int64{foreign.ID} }, fault.NotFound, ""},
		"a risk point above the unit": {c.as(c.principal), func(g *instruction.Giving) { g.RiskIds = []int64{c.risk.ID, upper.ID} }, fault.NotFound, ""},
		"an empty selection": {leader, func(g *instruction.Giving) {
			g.RiskIds, g.Risks = nil, &register.RiskFilter{Statuses: []term.RiskStatus{term.RiskStatusRetired}}
		}, fault.Invalid, "EMPTY"},
		"too many":             {leader, func(g *instruction.Giving) { g.RiskIds = make([]int64, instruction.MostRisks+1) }, fault.Invalid, "TOO_MANY"},
		"another's department": {leader, func(g *instruction.Giving) { g.UnitID = other }, fault.NotFound, ""},
		"by staff":             {testkit.AsPerson(term.RoleStaff, c.w.East.Department, c.head), func(*instruction.Giving) {}, fault.Forbidden, ""},
	} {
		in := c.giving()
		try.change(&in)
		_, err := c.s.Give(try.ctx, in)
		if !fault.Is(err, try.code) || try.reason != "" && fault.All(err)[0].Reason != try.reason {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n := db.Client.Instruction.Query().CountX(testkit.System()); n != 0 {
		t.Fatalf("%d instructions were given", n)
	}
	in := c.giving()
	in.RiskIds, in.Risks = nil, &register.RiskFilter{UnitID: &c.w.East.City.ID}
	i := testkit.Must(c.s.Give(leader, in))(t)
	all := db.Client.RiskPoint.Query().CountX(testkit.System())
	if i.Risks == 0 || i.Risks >= all {
		t.Errorf("of %d risk points the selection names %d: those of the department are meant", all, i.Risks)
	}
}

func TestNobodyActsForOthersOrByAToken(t *testing.T) {
	db := testkit.SQLite(t)
	c := newScene(t, db)
	i := c.asked()
	colleague := c.person("同事")
	inspector := testkit.AsPerson(term.RoleInspector, c.w.East.City, c.w.East.People[1])
	for name, ctx := range map[string]context.Context{"a colleague": testkit.AsPerson(term.RoleStaff, c.w.East.Department, colleague), "an inspector": inspector} {
		if got := c.may(ctx, i); len(got) != 0 {
			t.Errorf("%s may %v", name, got)
		}
	}
	v := *viewer.FromContext(c.as(c.head))
	v.TokenID = 7
	if got := c.may(viewer.NewContext(t.Context(), &v), i); len(got) != 0 {
		t.Errorf("a token of who is asked may %v", got)
	}
	if _, err := c.s.Accept(c.as(c.head), instruction.Accepting{InstructionID: i.ID, ExpectedVersion: i.Version, Finding: "好"}); !fault.Is(err, fault.InvalidTransition) {
		t.Errorf("what is not reported is accepted: %v", err)
	}
	reported := testkit.Must(c.s.Report(c.as(c.head), instruction.Answering{InstructionID: i.ID, ExpectedVersion: i.Version, Answer: "已办"}))(t)
	if _, err := c.s.Accept(c.as(c.head), instruction.Accepting{InstructionID: i.ID, ExpectedVersion: reported.Version, Finding: "好"}); !fault.Is(err, fault.Forbidden) {
		t.Errorf("who is asked accepts it: %v", err)
	}
	if _, err := c.s.Accept(c.as(c.inCharge), instruction.Accepting{InstructionID: i.ID, ExpectedVersion: reported.Version - 1, Finding: "好"}); !fault.Is(err, fault.Conflict) {
		t.Errorf("an older version is accepted: %v", err)
	}
	// Who answered as head and leads the section as principal now does not accept it either.
	if got := c.may(testkit.AsPerson(term.RolePrincipalLeader, c.w.East.City, c.head), i); len(got) != 0 {
		t.Errorf("who answered it and rose since may %v", got)
	}
	found := testkit.Must(c.s.ToDo().Find(c.as(c.inCharge)))(t)
	if waiting := found[todo.Acceptance]; len(waiting) != 1 || waiting[0].ID != i.ID {
		t.Errorf("who gave it finds %v to accept", waiting)
	}
	if mine := testkit.Must(c.s.ToDo().Find(c.as(c.head)))(t)[todo.Instruction]; len(mine) != 0 {
		t.Errorf("who reported it finds %v to do", mine)
	}
}

func TestInstructionsAreListedByWhoAsksAndWhatTheyAreAbout(t *testing.T) {
	db := testkit.SQLite(t)
	c := newScene(t, db)
	i := c.asked()
	in := c.giving()
	in.RiskIds, in.AddresseeID = nil, &c.inCharge.ID
	whole := testkit.Must(c.s.Give(c.as(c.principal), in))(t)
	yes, no, page := true, false, store.Page{First: 50}
	list := func(ctx context.Context, f instruction.Filter) []int64 {
		var out []int64
		for _, r := range testkit.Must(c.s.List(ctx, f, page, nil))(t).Rows {
			out = append(out, r.ID)
		}
		return out
	}
	both := []int64{i.ID, whole.ID}
	for name, l := range map[string]struct {
		ctx  context.Context
		f    instruction.Filter
		want []int64
	}{
		"what the head is asked":         {c.as(c.head), instruction.Filter{}, []int64{i.ID}},
		"what who is in charge is asked": {c.as(c.inCharge), instruction.Filter{}, []int64{whole.ID}},
		"what who is in charge gave":     {c.as(c.inCharge), instruction.Filter{Given: &yes}, []int64{i.ID}},
		"of the department":              {c.as(c.principal), instruction.Filter{UnitID: &c.w.East.Department.ID}, both},
		"on the risk point":              {c.as(c.principal), instruction.Filter{RiskPointID: &c.risk.ID}, []int64{i.ID}},
		"of the head":                    {c.as(c.principal), instruction.Filter{PersonID: &c.head.ID}, []int64{i.ID}},
		"late":                           {c.as(c.principal), instruction.Filter{UnitID: &c.w.East.Department.ID, Overdue: &yes}, nil},
		"not late":                       {c.as(c.principal), instruction.Filter{UnitID: &c.w.East.Department.ID, Overdue: &no}, both},
		"accepted":                       {c.as(c.principal), instruction.Filter{UnitID: &c.w.East.Department.ID, States: []term.InstructionState{term.InstructionStateAccepted}}, nil},
		"elsewhere":                      {testkit.As(term.RolePrincipalLeader, c.w.West.City), instruction.Filter{PersonID: nil, Given: &no}, nil},
	} {
		if got := list(l.ctx, l.f); !slices.Equal(got, l.want) {
			t.Errorf("%s: %v, want %v", name, got, l.want)
		}
	}
	c.days(8, false)
	if got := list(c.as(c.principal), instruction.Filter{UnitID: &c.w.East.Department.ID, Overdue: &yes}); !slices.Equal(got, both) {
		t.Errorf("a day after they were to be answered, late are %v", got)
	}
	if _, err := c.s.List(testkit.As(term.RolePrincipalLeader, c.w.West.City), instruction.Filter{RiskPointID: &c.risk.ID}, page, nil); !fault.Is(err, fault.NotFound) {
		t.Errorf("a risk point elsewhere is listed by: %v", err)
	}
}
