package balance_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/balance"
	"sineng/server/balance/engine"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/process"
	"sineng/server/register"
	"sineng/server/testkit"
)

// office is a department with posts held by one person each, and a power whose process goes through them.
type office struct {
	db     *testkit.DB
	w      *testkit.World
	s      *balance.Service
	people []*ent.Person
	posts  []*ent.Post
	power  *ent.Power
}

func newOffice(t *testing.T, db *testkit.DB, names ...string) *office {
	t.Helper()
	ctx := testkit.System()
	o := &office{db: db, w: testkit.NewWorld(t, db), s: balance.New(db.Store, db.Processes)}
	unit := o.w.East.Department.ID
	for _, name := range names {
		post := testkit.Must(db.Org.CreatePost(ctx, org.CreatePost{UnitID: unit, Name: name + "岗"}))(t)
		person := testkit.Must(db.Org.AddPerson(ctx, org.AddPerson{UnitID: unit, Name: name, JobTitle: "科员"}))(t)
		testkit.Must(db.Org.Appoint(ctx, person.ID, post.ID, db.Today().AddDate(0, -1, 0)))(t)
		o.posts, o.people = append(o.posts, post), append(o.people, person)
	}
	o.power = testkit.Must(db.Register.RegisterPower(ctx, register.RegisterPower{UnitID: unit,
		Details: register.PowerDetails{Code: "制衡-1", Name: "采购小额物品", Type: term.PowerTypeOther, Discretion: term.DiscretionLimited}}))(t)
	return o
}

// process saves a line of steps of these kinds on the posts of these numbers.
func (o *office) process(t *testing.T, revision int, kinds []term.StepKind, posts ...int) *ent.Process {
	t.Helper()
	in := process.Save{PowerID: o.power.ID, ExpectedRevision: revision}
	for i, k := range kinds {
		key := string(rune('1' + i))
		in.Steps = append(in.Steps, &process.Step{Key: key, Name: k.Label("zh"), Kind: k, PostID: &o.posts[posts[i]].ID})
		if i > 0 {
			in.Edges = append(in.Edges, &process.Edge{FromKey: in.Steps[i-1].Key, ToKey: key})
		}
	}
	return testkit.Must(o.db.Processes.Save(testkit.System(), in))(t)
}

var line = []term.StepKind{term.StepKindAccept, term.StepKindReview, term.StepKindApprove, term.StepKindExecute}

func TestConflictsFollowWhoHoldsTheSteps(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db, "甲", "乙", "丙")
		ctx := testkit.As(term.RoleDeptHead, o.w.East.Department)
		o.process(t, 0, line, 0, 1, 2, 0)
		sound := testkit.Must(o.s.Power(ctx, o.power.ID, nil))(t)
		if got := codes(sound); slices.Contains(got, engine.RuleSingleHand) {
			t.Errorf("three people are judged %v", got)
		}
		if c := sound.Collusions(1); len(c) != 1 || c[0].State != engine.CollusionExact || c[0].Most != 3 || len(c[0].People) != 3 {
			t.Errorf("the fewest people are %+v", c)
		}
		o.process(t, 1, line, 0, 0, 0, 0)
		single := testkit.Must(o.s.Power(ctx, o.power.ID, nil))(t)
		if got := codes(single); !slices.Contains(got, engine.RuleSingleHand) {
			t.Errorf("one person from end to end is judged %v", got)
		}
		if c := single.Collusions(1); len(c) != 1 || c[0].Most != 1 || c[0].People[0].Name != "甲" || len(c[0].Run) != 4 {
			t.Errorf("the fewest people are %+v", c)
		}
		for _, c := range single.Conflicts(100) {
			for _, lang := range []string{"zh", "en"} {
				if m := c.Message(lang); !strings.Contains(m, "甲") || strings.Contains(m, "无权") || c.Rule.Name.In(lang) == "" {
					t.Errorf("%s says %q", c.Rule.Code, m)
				}
				if len(c.Settlements(lang)) == 0 {
					t.Errorf("%s says no way to settle it", c.Rule.Code)
				}
			}
			if !c.Since().Equal(db.Today()) {
				t.Errorf("%s is broken since %s, want today, when the process was saved", c.Rule.Code, c.Since())
			}
		}
		unit := testkit.Must(o.s.Unit(ctx, o.w.East.Department.ID, nil))(t)
		for _, c := range single.Conflicts(100) {
			if !slices.ContainsFunc(unit.Conflicts(500), func(d *balance.Conflict) bool { return d.Fingerprint() == c.Fingerprint() }) {
				t.Errorf("the department does not tell of %s", c.Message("zh"))
			}
		}
	})
}

func codes(b *balance.Balance) []string {
	var out []string
	for _, c := range b.Conflicts(500) {
		out = append(out, c.Rule.Code)
	}
	return out
}

// What stood on a day is judged by the process and the people of that day.
func TestAPastDayIsJudgedAsItStood(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db, "甲", "乙", "丙")
		ctx := testkit.As(term.RoleDeptHead, o.w.East.Department)
		o.process(t, 0, line, 0, 0, 0, 0)
		first := db.Today()
		db.Clock.Forward(10 * 24 * time.Hour)
		o.process(t, 1, line, 0, 1, 2, 0)
		now := testkit.Must(o.s.Power(ctx, o.power.ID, nil))(t)
		then := testkit.Must(o.s.Power(ctx, o.power.ID, &first))(t)
		if slices.Contains(codes(now), engine.RuleSingleHand) || !slices.Contains(codes(then), engine.RuleSingleHand) {
			t.Errorf("now %v, then %v", codes(now), codes(then))
		}
		if then.Loads(0) != nil || now.Loads(0) == nil {
			t.Error("grades of a past day are told as if they were read")
		}
		before := first.AddDate(-1, 0, 0)
		none := testkit.Must(o.s.Power(ctx, o.power.ID, &before))(t)
		if len(none.Conflicts(10))+none.PowerCount() != 0 {
			t.Errorf("before it was registered it has %v", codes(none))
		}
	})
}

// A change is judged before it is made, and nothing of it is written.
func TestWhatIf(t *testing.T) {
	db := testkit.SQLite(t)
	o := newOffice(t, db, "甲", "乙", "丙")
	o.process(t, 0, line, 0, 1, 2, 0)
	unit := o.w.East.Department.ID
	worse := &balance.Candidate{Label: "甲兼审批", Appoint: []*balance.PostHolder{{PersonID: o.people[0].ID, PostID: o.posts[1].ID}, {PersonID: o.people[0].ID, PostID: o.posts[2].ID}}}
	same := &balance.Candidate{Label: "不变"}
	got := testkit.Must(o.s.WhatIf(testkit.As(term.RoleDeptHead, o.w.East.Department), unit, []*balance.Candidate{worse, same}, nil))(t)
	if len(got) != 2 || len(got[0].Created) == 0 || len(got[1].Created)+len(got[1].Removed) != 0 || got[0].Label != "甲兼审批" {
		t.Fatalf("the outcomes are %+v", got)
	}
	total := 0
	for _, n := range got[0].CreatedCounts {
		total += n.Count
	}
	if total != len(got[0].Created) {
		t.Errorf("%d conflicts are counted, %d told", total, len(got[0].Created))
	}
	admin := testkit.Must(o.s.WhatIf(testkit.As(term.RoleSystemAdmin, o.w.East.Department), unit, []*balance.Candidate{worse}, nil))(t)
	if admin[0].Created != nil || admin[0].Removed != nil {
		t.Error("an administrator is told of the conflicts themselves")
	}
	n := 0
	for _, c := range admin[0].CreatedCounts {
		n += c.Count
	}
	if n != total {
		t.Errorf("an administrator is told of %d conflicts, want %d", n, total)
	}
	if held := db.Client.Appointment.Query().CountX(testkit.System()); held != len(o.w.East.People)+len(o.w.West.People)+3 {
		t.Errorf("considering left %d appointments", held)
	}
	d := testkit.Must(db.Processes.Draft(testkit.System(), o.power.ID))(t)
	in := process.SaveDraft{PowerID: o.power.ID, BaseRevision: 1, Edges: d.Edges}
	for _, st := range d.Steps {
		st.PostID = &o.posts[0].ID
		in.Steps = append(in.Steps, st.Step)
	}
	testkit.Must(db.Processes.SaveDraft(testkit.System(), in))(t)
	drafted := testkit.Must(o.s.WhatIf(testkit.As(term.RoleDeptHead, o.w.East.Department), unit, []*balance.Candidate{{Drafts: []int64{o.power.ID}}}, nil))(t)
	if !slices.ContainsFunc(drafted[0].Created, func(c *balance.Conflict) bool { return c.Rule.Code == engine.RuleSingleHand }) {
		t.Errorf("a draft in a single hand creates %+v", drafted[0].CreatedCounts)
	}
	_, err := o.s.WhatIf(testkit.As(term.RoleDeptHead, o.w.East.Department), unit, []*balance.Candidate{{Appoint: []*balance.PostHolder{{PersonID: o.w.West.People[0].ID, PostID: o.posts[0].ID}}}}, nil)
	if !fault.Is(err, fault.NotFound) {
		t.Errorf("somebody of the other province is considered: %v", err)
	}
}

func TestLeaveAndRepair(t *testing.T) {
	db := testkit.SQLite(t)
	o := newOffice(t, db, "甲", "乙", "丙")
	ctx := testkit.As(term.RoleDeptHead, o.w.East.Department)
	o.process(t, 0, line, 0, 1, 2, 0)
	from := db.Today().AddDate(0, 1, 0)
	got := testkit.Must(o.s.LeaveTest(ctx, o.w.East.Department.ID, []*balance.Leave{{PersonID: o.people[1].ID, From: from, To: from.AddDate(0, 0, 6)}}, false))(t)
	if len(got) != 1 || got[0].Step == nil || got[0].Step.Key != "2" || !got[0].From.Equal(from) || !got[0].To.Equal(from.AddDate(0, 0, 6)) {
		t.Errorf("a week without a reviewer is %+v", got)
	}
	_, err := o.s.LeaveTest(ctx, o.w.East.Department.ID, []*balance.Leave{{PersonID: o.people[1].ID, From: from, To: from.AddDate(0, 0, -1)}}, false)
	if !fault.Is(err, fault.Invalid) {
		t.Errorf("a leave that ends before it begins: %v", err)
	}
	o.process(t, 1, line, 0, 0, 0, 0)
	b := testkit.Must(o.s.Unit(ctx, o.w.East.Department.ID, nil))(t)
	r := b.Repair()
	if len(r.Steps("zh")) == 0 || len(r.Steps("en")) != len(r.Steps("zh")) || r.Least > r.Cost {
		t.Errorf("the repair is %v for %d, at least %d", r.Steps("zh"), r.Cost, r.Least)
	}
}

func TestBalanceIsForThoseWhoReadTheRegister(t *testing.T) {
	db := testkit.SQLite(t)
	o := newOffice(t, db, "甲")
	o.process(t, 0, line, 0, 0, 0, 0)
	for role, may := range map[term.Role]bool{
		term.RoleStaff: true, term.RoleDeptHead: true, term.RoleLeaderInCharge: true, term.RolePrincipalLeader: true, term.RoleInspector: true,
		term.RoleLeadingGroup: true, term.RoleSystemAdmin: false, term.RoleSecurityAdmin: false, term.RoleAuditor: false,
	} {
		ctx := testkit.As(role, o.w.East.Department)
		for what, do := range map[string]func() error{
			"unit":  func() error { _, err := o.s.Unit(ctx, o.w.East.Department.ID, nil); return err },
			"power": func() error { _, err := o.s.Power(ctx, o.power.ID, nil); return err },
			"leave": func() error { _, err := o.s.LeaveTest(ctx, o.w.East.Department.ID, nil, false); return err },
		} {
			err := do()
			if refused := fault.Is(err, fault.Forbidden) || fault.Is(err, fault.NotFound); refused == may {
				t.Errorf("%s is told of the %s: %v", role, what, err)
			}
		}
	}
	foreign := testkit.As(term.RolePrincipalLeader, o.w.West.Unit)
	if _, err := o.s.Power(foreign, o.power.ID, nil); !fault.Is(err, fault.NotFound) {
		t.Errorf("the other province is told: %v", err)
	}
	if _, err := o.s.Unit(foreign, o.w.East.Department.ID, nil); !fault.Is(err, fault.NotFound) {
		t.Errorf("the other province is told: %v", err)
	}
}
