package balance

import (
	"sineng/ent"
	"sineng/server/balance/engine"
)

// Repair is the cheapest plan found for the conflicts of a department; each part of it may be adopted by itself.
type Repair struct {
	engine.Repair
	names *names
	rules *engine.Rulebook
}

// Repair plans the repair of the unit by what it has.
func (b *Balance) Repair() *Repair {
	return &Repair{engine.PlanRepair(b.state, b.Unit.ID, engine.DefaultRepairBudget), b.names, b.rules}
}

// Steps say one after the other what is done.
func (r *Repair) Steps(lang string) []string {
	out := []string{}
	for _, i := range r.Items {
		out = append(out, i.Text(worded{r.names, lang}).In(lang))
	}
	return out
}

// Left are the conflicts that are left to compensating measures.
func (r *Repair) Left() []*Conflict { return r.names.conflicts(r.rules, r.Measures) }

// Swap is that two people change posts.
type Swap struct {
	Due, With         *ent.Person
	DuePost, WithPost *ent.Post
}

// RotationPlan proposes who could change posts with whom without a new conflict, for those beyond their limit or near it.
func (b *Balance) RotationPlan(nearDays int) []*Swap {
	out := []*Swap{}
	for _, s := range engine.PlanRotation(b.state, nearDays, engine.DefaultBudget).Swaps {
		out = append(out, &Swap{b.names.people[s.Due.Person], b.names.people[s.With.Person], b.names.posts[s.Due.Post], b.names.posts[s.With.Post]})
	}
	return out
}
