package balance_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"sineng/ent"
	"sineng/ent/conflict"
	"sineng/ent/term"
	"sineng/server/balance"
	"sineng/server/balance/engine"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/testkit"
)

// twoLists is a rule that one hand breaks which accepts and executes within a unit.
func twoLists(change ...func(*balance.RuleInput)) balance.RuleInput {
	side := func(kind term.StepKind) engine.Side {
		return engine.Side{Join: engine.JoinAnyOf, Selectors: []engine.Selector{{Kind: engine.SelectorStep, Steps: []term.StepKind{kind}}}}
	}
	in := balance.RuleInput{Name: "受理与执行分开", Reason: "防止体外循环", Severity: engine.SeverityHigh, Scope: engine.ScopeSameUnit, SameHand: engine.SameHandPerson,
		Left: side(term.StepKindAccept), Right: side(term.StepKindExecute)}
	for _, c := range change {
		c(&in)
	}
	return in
}

func TestARuleOfABodysOwnIsTriedAndSwitchedOn(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db, "甲", "乙", "丙")
		o.process(t, 0, line, 0, 1, 2, 0)
		db.Clock.Forward(365 * 24 * time.Hour)
		group := testkit.As(term.RoleLeadingGroup, o.w.East.Unit)
		trial := testkit.Must(o.s.TryRule(group, o.w.East.Unit.ID, twoLists(), 2))(t)
		if trial.Count() != 1 || len(trial.Past) != 2 || trial.Past[0].Count != 1 || trial.Past[1].Count != 0 || len(trial.Conflicts(5)) != 1 || len(trial.Past[0].Conflicts(5)) != 1 {
			t.Fatalf("the trial finds %d, before %+v", trial.Count(), trial.Past)
		}
		draft := testkit.Must(o.s.SaveRule(group, balance.SaveRule{UnitID: o.w.East.City.ID, Rule: twoLists()}))(t)
		o.settleDown(t)
		live := func() []*ent.Conflict {
			return db.Client.Conflict.Query().Where(conflict.RuleCode(draft.Code), conflict.StateNEQ(term.ConflictStateSettled)).AllX(testkit.System())
		}
		if n := len(live()); n != 0 {
			t.Errorf("a draft is broken %d times", n)
		}
		draft = testkit.Must(o.s.SaveRule(group, balance.SaveRule{ID: &draft.ID, ExpectedVersion: draft.Version, UnitID: o.w.East.City.ID,
			Rule: twoLists(func(r *balance.RuleInput) { r.Severity = engine.SeverityLow })}))(t)
		on := testkit.Must(o.s.SwitchRule(group, balance.SwitchRule{ID: draft.ID, ExpectedVersion: draft.Version, On: true, Reason: "集体研究"}))(t)
		o.settleDown(t)
		if found := live(); len(found) != 1 || found[0].HandA != o.people[0].ID || found[0].Severity != 3 {
			t.Fatalf("it is broken by %v", found)
		}
		said := testkit.Must(o.s.Findings(group, live()))(t)
		for _, f := range said {
			if f.Rule.Name.ZH != "受理与执行分开" {
				t.Errorf("the rule is said to be %q", f.Rule.Name.ZH)
			}
		}
		if b := testkit.Must(o.s.Power(testkit.As(term.RoleDeptHead, o.w.East.Department), o.power.ID, nil))(t); !slices.Contains(codes(b), on.Code) {
			t.Errorf("the power's page tells of %v", codes(b))
		}
		if _, err := o.s.SaveRule(group, balance.SaveRule{ID: &on.ID, ExpectedVersion: on.Version, UnitID: o.w.East.City.ID, Rule: twoLists()}); !fault.Is(err, fault.InvalidTransition) {
			t.Errorf("a rule that is on was rewritten: %v", err)
		}
		off := testkit.Must(o.s.SwitchRule(group, balance.SwitchRule{ID: on.ID, ExpectedVersion: on.Version, On: false, Reason: "不再适用"}))(t)
		o.settleDown(t)
		if n := len(live()); n != 0 || off.State != term.RuleStateOff {
			t.Errorf("switched off it is %s and broken %d times", off.State, n)
		}
		var changes []term.RuleState
		for _, c := range balance.ChangesOf(off) {
			changes = append(changes, c.To)
		}
		if want := []term.RuleState{term.RuleStateOff, term.RuleStateOn, term.RuleStateDraft}; !slices.Equal(changes, want) {
			t.Errorf("it is said to be %v, the newest first, want %v", changes, want)
		}
		if c := balance.ChangesOf(off); c[0].Reason != "不再适用" || c[1].Reason != "集体研究" || c[2].Reason != "" || !c[0].At.Equal(*off.SwitchedAt) {
			t.Errorf("the reasons are %+v", c)
		}
		if r := db.Verify(t); len(r.Findings) > 0 {
			t.Errorf("the log and the rows differ: %+v", r.Findings[0])
		}
	})
}

func TestAllThatIsWrongWithARuleIsTold(t *testing.T) {
	db := testkit.SQLite(t)
	o := newOffice(t, db, "甲")
	group := testkit.As(term.RoleLeadingGroup, o.w.East.Unit)
	_, err := o.s.TryRule(group, o.w.East.Unit.ID, twoLists(func(r *balance.RuleInput) {
		r.Name, r.Scope = " ", engine.ScopeSameProcess
		r.Left.Selectors = []engine.Selector{{Kind: engine.SelectorPortfolio}}
		r.Right.Selectors = nil
	}), 0)
	told := map[string]string{}
	for _, f := range fault.All(err) {
		told[f.Field] = f.Reason
	}
	for field, reason := range map[string]string{"rule.name": "MISSING", "rule.left.selectors[0].kind": "OUT_OF_SCOPE", "rule.right.selectors": "MISSING"} {
		if told[field] != reason {
			t.Errorf("%s is told as %q of %v", field, told[field], told)
		}
	}
	if _, err := o.s.SaveRule(group, balance.SaveRule{UnitID: o.w.East.Department.ID, Rule: twoLists()}); reason(err) != "NOT_A_BUREAU" {
		t.Errorf("a rule on a department: %v", err)
	}
	if _, err := o.s.SaveRule(testkit.As(term.RoleDeptHead, o.w.East.City), balance.SaveRule{UnitID: o.w.East.City.ID, Rule: twoLists()}); !fault.Is(err, fault.Forbidden) {
		t.Errorf("a head set a rule: %v", err)
	}
	far := twoLists(func(r *balance.RuleInput) { r.Left.Selectors[0].Powers = []int64{o.w.West.Powers[0].ID} })
	if _, err := o.s.TryRule(group, o.w.East.Unit.ID, far, 0); !fault.Is(err, fault.NotFound) {
		t.Errorf("a power of another province: %v", err)
	}
}

func TestEverySwitchOfARule(t *testing.T) {
	want := map[term.RuleState]map[bool]term.RuleState{
		term.RuleStateDraft: {true: term.RuleStateOn}, term.RuleStateOn: {false: term.RuleStateOff}, term.RuleStateOff: {true: term.RuleStateOn},
	}
	for _, v := range term.RuleState("").Values() {
		for _, on := range []bool{true, false} {
			to, moves := want[term.RuleState(v)][on]
			got, err := balance.NextRule(term.RuleState(v), on)
			if moves != (err == nil) || got != to {
				t.Errorf("%s switched to %t is %s, %v", v, on, got, err)
			}
		}
	}
}

// Two close relations who hold what must be apart are a conflict from the day on which they are declared.
func TestCloseRelationsCount(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		o := newOffice(t, db, "甲", "乙", "丙")
		o.process(t, 0, line, 0, 1, 2, 0)
		o.settleDown(t)
		relatives := func() int {
			return db.Client.Conflict.Query().Where(conflict.RuleCode(engine.RuleRelatives), conflict.StateEQ(term.ConflictStateOpen)).CountX(testkit.System())
		}
		if n := relatives(); n != 0 {
			t.Fatalf("%d conflicts of relatives before any is declared", n)
		}
		self := testkit.AsPerson(term.RoleStaff, o.w.East.Department, o.people[0])
		in := balance.DeclareRelation{PersonID: o.people[0].ID, OtherID: o.people[2].ID, Kind: term.RelationKindSpouse, From: db.Today()}
		row := testkit.Must(o.s.Declare(self, in))(t)
		o.settleDown(t)
		if n := relatives(); n != 1 {
			t.Errorf("%d conflicts of relatives", n)
		}
		if _, err := o.s.Declare(self, balance.DeclareRelation{PersonID: in.OtherID, OtherID: in.PersonID, Kind: in.Kind, From: in.From}); !fault.Is(err, fault.Forbidden) {
			t.Errorf("somebody declared for another: %v", err)
		}
		head := testkit.As(term.RoleDeptHead, o.w.East.Department)
		if _, err := o.s.Declare(head, balance.DeclareRelation{PersonID: in.OtherID, OtherID: in.PersonID, Kind: in.Kind, From: in.From}); reason(err) != "DECLARED_ALREADY" {
			t.Errorf("it was declared twice: %v", err)
		}
		other := testkit.AsPerson(term.RoleStaff, o.w.East.Department, o.people[2])
		third := testkit.AsPerson(term.RoleStaff, o.w.East.Department, o.people[1])
		if n := len(testkit.Must(o.s.Relations(other, in.PersonID))(t)); n != 1 {
			t.Errorf("the other sees %d relations", n)
		}
		if n := len(testkit.Must(o.s.Relations(third, in.PersonID))(t)); n != 0 {
			t.Errorf("a colleague sees %d relations", n)
		}
		for name, who := range map[string]struct {
			ctx   context.Context
			reads []int64
		}{"who declared it": {self, nil}, "whom else it is about": {other, nil}, "the head": {head, []int64{in.PersonID, in.OtherID}}} {
			ctx := store.WithReads(who.ctx)
			testkit.Must(o.s.Relations(ctx, in.PersonID))(t)
			if got := slices.Sorted(slices.Values(store.TakeReads(ctx))); !slices.Equal(got, who.reads) {
				t.Errorf("%s has read the records of %v, want %v", name, got, who.reads)
			}
		}
		db.Clock.Forward(24 * time.Hour)
		testkit.Must(o.s.EndRelation(self, balance.EndRelation{RelationID: row.ID, ExpectedVersion: row.Version, To: db.Today().AddDate(0, 0, -1)}))(t)
		o.settleDown(t)
		if n := relatives(); n != 0 {
			t.Errorf("%d conflicts of relatives after it ended", n)
		}
		if r := db.Verify(t); len(r.Findings) > 0 {
			t.Errorf("the log and the rows differ: %+v", r.Findings[0])
		}
	})
}
