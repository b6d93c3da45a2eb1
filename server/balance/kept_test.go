package balance_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/appointment"
	"sineng/ent/auditentry"
	"sineng/ent/conflict"
	"sineng/ent/pendingact"
	"sineng/ent/term"
	"sineng/server/balance"
	"sineng/server/balance/engine"
	"sineng/server/fault"
	"sineng/server/pending"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/testkit"
)

// settleDown judges all bureaus that what was done concerns.
func (o *office) settleDown(t *testing.T) {
	t.Helper()
	o.db.Sequence(t)
	if err := o.s.Follow(testkit.System()); err != nil {
		t.Fatal(err)
	}
	testkit.Fire(t, o.db, o.s.Timers()...)
	testkit.Fire(t, o.db, o.s.Timers()...) // what the first has made due
}

// kept are the conflicts of a rule on the office's power, the oldest first.
func (o *office) kept(rule string) []*ent.Conflict {
	return o.db.Client.Conflict.Query().Where(conflict.RuleCode(rule), conflict.PowerID(o.power.ID)).Order(conflict.ByID()).AllX(testkit.System())
}

func (o *office) judgings() int {
	return o.db.Client.AuditEntry.Query().Where(auditentry.ActionEQ(term.AuditActionJudgeBalance)).CountX(testkit.System())
}

func TestConflictsAreKeptAsThingsChange(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db, "甲", "乙", "丙")
		o.process(t, 0, line, 0, 0, 0, 0)
		o.settleDown(t)
		first := o.kept(engine.RuleSingleHand)
		if len(first) != 1 || first[0].State != term.ConflictStateOpen || first[0].UnitID != o.w.East.Department.ID || first[0].BureauID != o.w.East.City.ID {
			t.Fatalf("kept are %v", first)
		}
		o.db.Sequence(t)
		judgings := o.judgings()
		o.settleDown(t)
		o.db.Sequence(t)
		if n := o.judgings(); n != judgings {
			t.Errorf("nothing changed, and the log has %d judgings more", n-judgings)
		}
		o.process(t, 1, line, 0, 1, 2, 0)
		o.settleDown(t)
		if all := o.kept(engine.RuleSingleHand); len(all) != 1 || all[0].State != term.ConflictStateSettled || all[0].SettledAt == nil || all[0].LiveKey != nil {
			t.Errorf("kept are %v", all)
		}
		o.process(t, 2, line, 0, 0, 0, 0)
		o.settleDown(t)
		if all := o.kept(engine.RuleSingleHand); len(all) != 2 || all[0].State != term.ConflictStateSettled || all[1].State != term.ConflictStateOpen || all[0].Fingerprint != all[1].Fingerprint {
			t.Errorf("kept are %v", all)
		}
		// Somebody else takes the post: it is another hand.
		db.Clock.Forward(48 * time.Hour)
		held := db.Client.Appointment.Query().Where(appointment.PersonID(o.people[0].ID)).OnlyX(testkit.System())
		testkit.Must(db.Org.Relieve(testkit.System(), held.ID, held.Version, new(db.Today().AddDate(0, 0, -1))))(t)
		testkit.Must(db.Org.Appoint(testkit.System(), o.people[1].ID, o.posts[0].ID, db.Today()))(t)
		o.settleDown(t)
		all := o.kept(engine.RuleSingleHand)
		if len(all) != 3 || all[1].State != term.ConflictStateSettled || all[2].State != term.ConflictStateOpen || all[2].HandA != o.people[1].ID {
			t.Errorf("kept are %v", all)
		}
		if r := db.Verify(t); len(r.Findings) > 0 {
			t.Errorf("the log and the rows differ: %+v", r.Findings[0])
		}
	})
}

// What is kept is what is found by judging everything, after whatever was done.
func TestWhatIsKeptIsWhatIsFound(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db, "甲", "乙", "丙", "丁")
		o.process(t, 0, line, 0, 1, 2, 3)
		r := rand.New(rand.NewPCG(3, 5))
		revision := 1
		for n := range 12 {
			ctx, who, post := testkit.System(), o.people[r.IntN(4)], o.posts[r.IntN(4)]
			switch r.IntN(4) {
			case 0:
				o.process(t, revision, line, r.IntN(4), r.IntN(4), r.IntN(4), r.IntN(4))
				revision++
			case 1:
				_, _ = db.Org.Appoint(ctx, who.ID, post.ID, db.Today()) // who may hold it already
			case 2:
				if held, err := db.Client.Appointment.Query().Where(appointment.PersonID(who.ID), appointment.ToDayIsNil()).First(ctx); err == nil {
					testkit.Must(db.Org.Relieve(ctx, held.ID, held.Version, new(db.Today())))(t)
				}
			case 3:
				_, _ = db.Org.AssignPortfolio(ctx, who.ID, o.w.East.Department.ID, term.PortfolioKindInCharge, db.Today())
			}
			db.Clock.Forward(24 * time.Hour)
			o.settleDown(t)
			for _, p := range []*testkit.Province{o.w.East, o.w.West} {
				u := p.Unit
				live := db.Client.Conflict.Query().Where(conflict.BureauIDIn(p.Unit.ID, p.City.ID), conflict.StateNEQ(term.ConflictStateSettled)).AllX(testkit.System())
				kept := map[string]bool{}
				for _, c := range live {
					kept[c.Fingerprint] = true
				}
				found := map[string]bool{}
				for _, c := range testkit.Must(o.s.Unit(testkit.As(term.RoleLeadingGroup, nil), u.ID, nil))(t).Conflicts(500) {
					found[c.Fingerprint()] = true
				}
				for key := range found {
					if !kept[key] {
						t.Fatalf("after %d changes %s has a conflict that is not kept", n, u.Name)
					}
				}
				if len(kept) != len(found) {
					t.Fatalf("after %d changes %s keeps %d conflicts and has %d", n, u.Name, len(kept), len(found))
				}
			}
		}
	})
}

// A department that goes to another bureau takes its conflicts along.
func TestConflictsMoveWithTheirUnit(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db, "甲", "乙", "丙")
		o.process(t, 0, line, 0, 0, 0, 0)
		o.settleDown(t)
		before := o.kept(engine.RuleSingleHand)[0]
		u := db.Client.Unit.GetX(testkit.System(), o.w.East.Department.ID)
		testkit.Must(db.Org.MoveUnit(testkit.System(), u.ID, u.Version, &o.w.West.City.ID))(t)
		o.settleDown(t)
		after := o.kept(engine.RuleSingleHand)
		if len(after) != 1 || after[0].ID != before.ID || after[0].State != term.ConflictStateOpen || after[0].BureauID != o.w.West.City.ID {
			t.Errorf("kept are %v", after)
		}
		if r := db.Verify(t); len(r.Findings) > 0 {
			t.Errorf("the log and the rows differ: %+v", r.Findings[0])
		}
	})
}

// compensating is a measure of a unit that is carried out.
func compensating(t *testing.T, db *testkit.DB, u *ent.Unit, risk *ent.RiskPoint) *ent.Measure {
	t.Helper()
	m := testkit.Must(db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: u.ID, Details: register.MeasureDetails{
		Content: "双人抽查", Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral, RiskPointIds: []int64{risk.ID}}}))(t)
	return advance(t, db, m, register.Approve, register.Activate)
}

func advance(t *testing.T, db *testkit.DB, m *ent.Measure, steps ...register.MeasureAction) *ent.Measure {
	t.Helper()
	for _, s := range steps {
		m = testkit.Must(db.Register.AdvanceMeasure(testkit.System(), register.AdvanceMeasure{ID: m.ID, ExpectedVersion: m.Version, Action: s}))(t)
	}
	return m
}

// confirmed accepts the conflict of a rule for some days, by two people.
func (o *office) confirmed(t *testing.T, acts *pending.Service, measure *ent.Measure, days int, by context.Context) *ent.Conflict {
	t.Helper()
	c := o.latest(engine.RuleSingleHand)
	head := testkit.Second(t, o.db, term.RoleDeptHead, o.w.East.Department, nil)
	testkit.Must(o.s.Accept(head, balance.AcceptConflict{ConflictID: c.ID, ExpectedVersion: c.Version, Reason: "人手不足", MeasureID: measure.ID,
		Until: o.db.Today().AddDate(0, 0, days)}))(t)
	act := o.db.Client.PendingAct.Query().Where(pendingact.StatusEQ(term.ActStatusPending), pendingact.ObjectID(c.ID)).OnlyX(testkit.System())
	if _, err := acts.Confirm(head, act.ID); err == nil {
		t.Fatal("who began it confirmed it")
	}
	testkit.Must(acts.Confirm(by, act.ID))(t)
	return o.latest(engine.RuleSingleHand)
}

func (o *office) latest(rule string) *ent.Conflict {
	all := o.kept(rule)
	return all[len(all)-1]
}

func actsOf(o *office) *pending.Service {
	acts := pending.New(o.db.Store)
	acts.Handle(o.s.Acts()...)
	return acts
}

func TestAConflictIsAcceptedForATimeByTwo(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		testkit.Started(t, db)
		o := newOffice(t, db, "甲", "乙", "丙")
		acts := actsOf(o)
		o.process(t, 0, line, 0, 0, 0, 0)
		o.settleDown(t)
		m := compensating(t, db, o.w.East.Department, o.w.East.Risks[2])
		leader := testkit.Second(t, db, term.RoleLeaderInCharge, o.w.East.City, nil)
		c := o.confirmed(t, acts, m, 30, leader)
		if c.State != term.ConflictStateAccepted || c.AcceptedReason != "人手不足" || c.AcceptedBy == nil || balance.AcceptanceOf(c) == nil {
			t.Fatalf("it is %v", c)
		}
		lapses := func(what string, do func()) {
			t.Helper()
			do()
			o.settleDown(t)
			if c := o.latest(engine.RuleSingleHand); c.State != term.ConflictStateOpen || c.MeasureID != nil || balance.AcceptanceOf(c) != nil {
				t.Errorf("%s: it is %s", what, c.State)
			}
		}
		lapses("its last day has passed", func() { db.Clock.Forward(31 * 24 * time.Hour) })
		o.confirmed(t, acts, m, 30, leader)
		lapses("its measure does not work", func() { advance(t, db, m, register.FindIneffective) })
		m = compensating(t, db, o.w.East.Department, o.w.East.Risks[2])
		o.confirmed(t, acts, m, 30, leader)
		lapses("more belongs to it", func() {
			o.process(t, 1, []term.StepKind{term.StepKindAccept, term.StepKindReview, term.StepKindApprove, term.StepKindExecute, term.StepKindRecord}, 0, 0, 0, 0, 0)
		})
		c = o.confirmed(t, acts, m, 30, leader)
		head := testkit.Second(t, db, term.RoleDeptHead, o.w.East.Department, nil)
		if _, err := o.s.End(head, balance.EndAcceptance{ConflictID: c.ID, ExpectedVersion: c.Version, Reason: " "}); !fault.Is(err, fault.Invalid) {
			t.Errorf("without a reason: %v", err)
		}
		c = testkit.Must(o.s.End(head, balance.EndAcceptance{ConflictID: c.ID, ExpectedVersion: c.Version, Reason: "已有人手"}))(t)
		if c.State != term.ConflictStateOpen {
			t.Errorf("it is %s after its acceptance was ended", c.State)
		}
		if r := db.Verify(t); len(r.Findings) > 0 {
			t.Errorf("the log and the rows differ: %+v", r.Findings[0])
		}
	})
}

// Who has a part in a conflict does not accept it, whatever they are; the next of the chain does.
func TestWhoHasAPartInAConflictDoesNotAcceptIt(t *testing.T) {
	db := testkit.SQLite(t)
	testkit.Started(t, db)
	o := newOffice(t, db, "甲", "乙", "丙")
	o.process(t, 0, line, 0, 0, 0, 0)
	o.settleDown(t)
	c, m := o.latest(engine.RuleSingleHand), compensating(t, db, o.w.East.Department, o.w.East.Risks[2])
	own := testkit.Second(t, db, term.RoleLeaderInCharge, o.w.East.City, o.people[0])
	head := testkit.Second(t, db, term.RoleDeptHead, o.w.East.Department, nil)
	far := testkit.Second(t, db, term.RolePrincipalLeader, o.w.West.City, nil)
	above := testkit.Second(t, db, term.RolePrincipalLeader, o.w.East.Unit, nil)
	in := balance.AcceptConflict{ConflictID: c.ID, ExpectedVersion: c.Version, Reason: "人手不足", MeasureID: m.ID, Until: db.Today().AddDate(0, 1, 0)}
	for name, bad := range map[string]struct {
		change func(*balance.AcceptConflict)
		reason string
	}{
		"a day that has passed": {func(a *balance.AcceptConflict) { a.Until = db.Today().AddDate(0, 0, -1) }, "BAD_UNTIL"},
		"more than a year":      {func(a *balance.AcceptConflict) { a.Until = db.Today().AddDate(1, 0, 1) }, "BAD_UNTIL"},
		"a measure of another place": {func(a *balance.AcceptConflict) {
			a.MeasureID = compensating(t, db, o.w.East.Unit, o.w.East.Risks[0]).ID
		}, "MEASURE_ELSEWHERE"},
		"a measure that is drafted": {func(a *balance.AcceptConflict) { a.MeasureID = o.w.East.Measures[2].ID }, "MEASURE_NOT_CARRIED_OUT"},
		"no reason":                 {func(a *balance.AcceptConflict) { a.Reason = " " }, "REASON_REQUIRED"},
	} {
		a := in
		bad.change(&a)
		if _, err := o.s.Accept(above, a); reason(err) != bad.reason {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := o.s.Accept(far, in); !fault.Is(err, fault.NotFound) {
		t.Errorf("a leader of another place: %v", err)
	}
	testkit.Must(o.s.Accept(head, in))(t)
	act := db.Client.PendingAct.Query().Where(pendingact.ObjectID(c.ID)).OnlyX(testkit.System())
	if _, err := actsOf(o).Confirm(own, act.ID); err == nil {
		t.Error("whose conflict it is accepted it")
	}
	if waits := testkit.Must(o.s.Waiting(head, []int64{c.ID}))(t); waits[c.ID] == nil {
		t.Error("the act is not shown with its conflict")
	}
	testkit.Must(actsOf(o).Confirm(above, act.ID))(t)
	if c = o.latest(engine.RuleSingleHand); c.State != term.ConflictStateAccepted {
		t.Errorf("it is %s", c.State)
	}
}

// An act to accept a conflict is withdrawn when the conflict has moved on.
func TestAnActOnAConflictThatIsGoneIsWithdrawn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		testkit.Started(t, db)
		o := newOffice(t, db, "甲", "乙", "丙")
		o.process(t, 0, line, 0, 0, 0, 0)
		o.settleDown(t)
		c, m := o.latest(engine.RuleSingleHand), compensating(t, db, o.w.East.Department, o.w.East.Risks[2])
		head := testkit.Second(t, db, term.RoleDeptHead, o.w.East.Department, nil)
		testkit.Must(o.s.Accept(head, balance.AcceptConflict{ConflictID: c.ID, ExpectedVersion: c.Version, Reason: "人手不足", MeasureID: m.ID, Until: db.Today()}))(t)
		o.process(t, 1, line, 0, 1, 2, 0)
		o.settleDown(t)
		act := db.Client.PendingAct.Query().Where(pendingact.ObjectID(c.ID)).OnlyX(testkit.System())
		if c = o.latest(engine.RuleSingleHand); c.State != term.ConflictStateSettled || act.Status != term.ActStatusWithdrawn {
			t.Errorf("it is %s, the act %s", c.State, act.Status)
		}
	})
}

func TestConflictsAreListedAndCounted(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db, "甲", "乙", "丙")
		o.process(t, 0, line, 0, 0, 0, 0)
		o.settleDown(t)
		ctx := testkit.As(term.RolePrincipalLeader, o.w.East.Unit)
		list := func(ctx context.Context, f balance.ConflictFilter) []*ent.Conflict {
			t.Helper()
			return testkit.Must(o.s.Conflicts(ctx, f, store.Page{First: 100}, func(*ent.ConflictQuery) {}))(t).Rows
		}
		all := list(ctx, balance.ConflictFilter{UnitID: &o.w.East.Unit.ID})
		if !slices.IsSortedFunc(all, func(a, b *ent.Conflict) int { return a.Severity - b.Severity }) {
			t.Error("the gravest do not come first")
		}
		whole := testkit.Must(o.s.Counts(ctx, o.w.East.Unit.ID))(t)
		n, below := 0, 0
		for _, c := range whole.Counts {
			n += c.Open + c.Accepted
		}
		for _, u := range whole.Below {
			for _, c := range u.Counts {
				below += c.Open
			}
		}
		if n != len(all) || n == 0 || below == 0 || below >= n || whole.Waiting != 0 {
			t.Errorf("%d are listed, %d counted, %d of them below, %d bureaus wait", len(all), n, below, whole.Waiting)
		}
		mine := list(ctx, balance.ConflictFilter{PersonID: &o.people[0].ID})
		if len(mine) == 0 || len(mine) == len(all) {
			t.Errorf("%d conflicts are in the hand of a person", len(mine))
		}
		found := testkit.Must(o.s.Findings(ctx, mine))(t)
		for _, c := range mine {
			if f := found[c]; f.Rule.Code != c.RuleCode || len(f.People()) != 1 || f.People()[0].Name != "甲" || f.Message("zh") == "" {
				t.Errorf("%+v is said of %s", f, c.RuleCode)
			}
		}
		if other := list(testkit.As(term.RolePrincipalLeader, o.w.West.Unit), balance.ConflictFilter{}); slices.ContainsFunc(other, func(c *ent.Conflict) bool { return c.BureauID == o.w.East.City.ID }) {
			t.Errorf("another province sees %d conflicts", len(other))
		}
		if got := list(ctx, balance.ConflictFilter{RuleCodes: []string{engine.RuleSingleHand}, PowerID: &o.power.ID, Severities: []engine.Severity{mineOf(found, mine, engine.RuleSingleHand)}}); len(got) != 1 {
			t.Errorf("%d conflicts of one rule on one power", len(got))
		}
		if got := list(ctx, balance.ConflictFilter{UnitID: &o.w.East.Unit.ID, States: []term.ConflictState{term.ConflictStateSettled}}); len(got) != 0 {
			t.Errorf("%d conflicts are settled", len(got))
		}
	})
}

func mineOf(found map[*ent.Conflict]*balance.Conflict, rows []*ent.Conflict, rule string) engine.Severity {
	for _, c := range rows {
		if c.RuleCode == rule {
			return found[c].Severity
		}
	}
	return ""
}

func reason(err error) string {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.Reason
	}
	return ""
}
