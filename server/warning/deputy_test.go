package warning_test

import (
	"slices"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	entwarning "sineng/ent/warning"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/testkit"
	"sineng/server/warning"
)

// lateMeasure is the warning of a measure that guards the risk point and that somebody has not done by its day; the leader in charge
// is asked.
func (c *scene) lateMeasure(owner *ent.Person) *ent.Warning {
	c.t.Helper()
	due := c.db.Today().AddDate(0, 0, 1)
	m := testkit.Must(c.db.Register.RecordMeasure(testkit.System(), register.RecordMeasure{UnitID: c.w.East.Department.ID, Details: register.MeasureDetails{Content: "轮岗",
		Kind: term.MeasureKindBalance, Mechanism: term.MechanismDynamicMonitoring, Scope: term.MeasureScopeGeneral, DueOn: &due, OwnerID: &owner.ID, RiskPointIds: []int64{c.risk.ID}}}))(c.t)
	c.work()
	c.days(3, true)
	w, err := c.db.Client.Warning.Query().Where(entwarning.SubjectID(m.ID), entwarning.KindEQ(term.WarningKindMeasureOverdue)).Only(testkit.System())
	if err != nil || w.ConcernedID == nil || *w.ConcernedID != owner.ID || value(w.PersonID) != c.inCharge.ID {
		c.t.Fatalf("the warning of the measure is %+v, %v", w, err)
	}
	return w
}

// deputy lets somebody sign for another today.
func (c *scene) deputy(who, away *ent.Person) {
	c.t.Helper()
	d := c.w.East.Department
	c.db.Raw.Client.Delegation.Create().SetPersonID(away.ID).SetDeputyID(who.ID).SetReason("出差").SetFromDay(c.db.Today()).SetUnitID(d.ID).SetLevels(d.Levels()).
		SetCreatedAt(c.db.Now()).SetUpdatedAt(c.db.Now()).ExecX(testkit.System())
}

// Whom a warning concerns answers it neither as who is asked nor for them while they are away.
func TestNobodyAnswersForWhoIsAwayAWarningThatConcernsThemself(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		c := newScene(t, db)
		person := func(name string) *ent.Person {
			return testkit.Must(db.Org.AddPerson(testkit.System(), org.AddPerson{UnitID: c.w.East.Department.ID, Name: name, JobTitle: "科员"}))(t)
		}
		owner, other := person("责任人"), person("代办人")
		w := c.lateMeasure(owner)
		may := func(p *ent.Person) []warning.Action {
			return testkit.Must(c.s.Actions(testkit.AsPerson(term.RoleLeaderInCharge, c.w.East.Department, p), []*ent.Warning{w}))(t)[w]
		}
		both := []warning.Action{warning.Acknowledge, warning.Answer}
		if got := may(other); len(got) != 0 {
			t.Errorf("who signs for nobody may %v", got)
		}
		c.deputy(owner, c.inCharge)
		c.deputy(other, c.inCharge)
		if got := may(owner); len(got) != 0 {
			t.Errorf("whom it concerns may %v as deputy", got)
		}
		if got := may(other); !slices.Equal(got, both) {
			t.Errorf("another deputy may %v, want %v", got, both)
		}
		as := func(p *ent.Person) (*ent.Warning, error) {
			return c.s.Answer(testkit.AsPerson(term.RoleLeaderInCharge, c.w.East.Department, p), warning.Answering{WarningID: w.ID, ExpectedVersion: w.Version, Answer: "月底完成"})
		}
		if _, err := as(owner); err == nil || fault.All(err)[0].Reason != "NOT_ASKED" {
			t.Errorf("whom it concerns answers: %v", err)
		}
		if _, err := c.s.Acknowledge(testkit.AsPerson(term.RoleLeaderInCharge, c.w.East.Department, owner), warning.Acknowledging{WarningID: w.ID, ExpectedVersion: w.Version}); err == nil ||
			fault.All(err)[0].Reason != "NOT_ASKED" {
			t.Errorf("whom it concerns acknowledges it: %v", err)
		}
		answered := testkit.Must(as(other))(t)
		if answered.State != term.WarningStateAnswered || value(answered.AnswererID) != other.ID {
			t.Fatalf("answered by the other deputy it is %+v", answered)
		}
		w = answered
		// Neither of them has any part in whether the answer is right, whatever else they are.
		for name, p := range map[string]*ent.Person{"whom it concerns": owner, "who answered": other, "who is asked": c.inCharge} {
			ctx := testkit.AsPerson(term.RoleInspector, c.w.East.City, p)
			if got := testkit.Must(c.s.Actions(ctx, []*ent.Warning{w}))(t)[w]; len(got) != 0 {
				t.Errorf("%s may %v as an inspector", name, got)
			}
			if _, err := c.s.Return(ctx, warning.Returning{WarningID: w.ID, ExpectedVersion: w.Version, Reason: "不详"}); err == nil || fault.All(err)[0].Reason != "NOT_YOURS" {
				t.Errorf("%s returns it: %v", name, err)
			}
		}
		db.Verify(t)
	})
}
