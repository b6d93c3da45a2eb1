package sample

import (
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	powers "sineng/ent/power"
	"sineng/ent/unit"
	"sineng/server/balance"
	"sineng/server/balance/engine"
	"sineng/server/process"
	"sineng/server/register"
)

// checkBalance checks that the cases of balance are there, and that they stand out.
func (w world) checkBalance(t *testing.T) {
	s := balance.New(w.store, process.New(w.store, register.New(w.store, register.DefaultRecipe)))
	at := func(code string) *ent.Unit {
		return w.store.Client.Unit.Query().Where(unit.Code(code)).OnlyX(w.ctx)
	}
	whole, err := s.Unit(w.ctx, at("DJ").ID, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	broken := map[int64]bool{}
	all := whole.Conflicts(500)
	for _, c := range all {
		for _, u := range c.Units() {
			found[u.Code+" "+c.Rule.Code] = true
		}
		for _, p := range c.Powers() {
			broken[p.ID] = true
		}
	}
	for _, want := range []string{
		"DJ05-01 SOD_PREPARE_APPROVE", "DJ01-05 " + engine.RuleProcurementAcceptance, "DJ03-04 " + engine.RuleDirectCharge,
		"DJ-10 " + engine.RuleRotationOverdue, "DJ01-05 " + engine.RuleRotationNear, "DJ0201-02 " + engine.RuleSingleHand, "DJ-13 " + engine.RuleThreeInOne,
	} {
		if !found[want] {
			t.Errorf("%s is not there", want)
		}
	}
	within(t, "conflicts", len(all), 15, 25)
	within(t, "powers in conflict", len(broken), 8, 14)

	department, err := s.Unit(w.ctx, at("DJ05-01").ID, nil)
	if err != nil {
		t.Fatal(err)
	}
	if steps := department.Repair().Steps("zh"); !slices.ContainsFunc(steps, func(step string) bool { return strings.Contains(step, "材料审查岗") }) {
		t.Errorf("who handles and approves is settled by %v", steps)
	}
	number := func(code, name string) *balance.Collusion {
		p := w.store.Client.Power.Query().Where(powers.UnitID(at(code).ID), powers.Name(name)).OnlyX(w.ctx)
		b, err := s.Power(w.ctx, p.ID, nil)
		if err != nil || len(b.Collusions(1)) != 1 {
			t.Fatalf("%s has no number: %v", name, err)
		}
		return b.Collusions(1)[0]
	}
	if n := number("DJ0201-02", catalogue["pen-simple"].name); n.Most != 1 {
		t.Errorf("what one officer does takes %d to %d people", n.Least, n.Most)
	}
	if n := number("DJ-11", catalogue["pro-gov"].name); n.Least < 3 {
		t.Errorf("the sound power takes %d to %d people", n.Least, n.Most)
	}
}
