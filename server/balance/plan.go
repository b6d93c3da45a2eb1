package balance

import (
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/post"
	"sineng/ent/term"
	"sineng/server/authz"
	"sineng/server/balance/engine"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
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

// Leave is planned leave, both days included.
type Leave struct {
	PersonID int64
	From, To time.Time
}

// Collapse is a run of days on which separation collapses, or nobody is there.
type Collapse struct {
	From, To time.Time
	// Conflict is what arises; nil where nobody does the step.
	Conflict *Conflict
	// Away are those for whom somebody acts; nobody where a step is left.
	Away []*ent.Person
	// Step is the step that nobody does; nil where a conflict arises.
	Step *ConflictStep
}

// mostLeaves is how many leaves are tried at once.
const mostLeaves = 500

// LeaveTest finds the days on which, as leave is planned and deputies are named, substitution would collapse separation.
func (s *Service) LeaveTest(ctx context.Context, unitID int64, leaves []*Leave) ([]*Collapse, error) {
	if len(leaves) > mostLeaves {
		return nil, fault.Bad("leaves", "TOO_MANY", "一次最多试算 500 段休假", "At most 500 leaves are tried at once")
	}
	b, err := s.Unit(ctx, unitID, nil)
	if err != nil {
		return nil, err
	}
	if err := org.CheckPersons(ctx, s.store.Reader(ctx), "leaves", each(leaves, func(l *Leave) int64 { return l.PersonID })...); err != nil {
		return nil, err
	}
	var planned []engine.Leave
	from, to := b.On, b.On
	for _, l := range leaves {
		if l.To.Before(l.From) {
			return nil, fault.Bad("leaves", "BAD_PERIOD", "休假的结束日期不得早于开始日期", "A leave ends on or after the day on which it begins")
		}
		planned = append(planned, engine.Leave{Person: l.PersonID, From: engine.DayOf(l.From), To: engine.DayOf(l.To)})
		if l.To.After(to) {
			to = l.To
		}
	}
	collapses, gaps := engine.LeaveTest(b.state.Index(), b.rules, planned, engine.DayOf(from), engine.DayOf(to))
	out := []*Collapse{}
	for _, c := range collapses {
		out = append(out, &Collapse{From: c.From.Time(), To: c.To.Time(), Conflict: b.names.conflicts(b.rules, []engine.Conflict{c.Conflict})[0], Away: seen(b.names.people, c.Away)})
	}
	for _, g := range gaps {
		if p := b.names.powers[g.Power]; p != nil {
			out = append(out, &Collapse{From: g.From.Time(), To: g.To.Time(), Away: []*ent.Person{}, Step: &ConflictStep{p, g.Step, b.names.steps[g.Power][g.Step]}})
		}
	}
	return out, nil
}

// Candidate is a set of changes that are considered together.
type Candidate struct {
	Label string
	// Appoint and Relieve are people and posts, Portfolios leadership over units; EndPortfolios are ids.
	Appoint       []*PostHolder
	Relieve       []*PostHolder
	Portfolios    []*Leadership
	EndPortfolios []int64
	// Merge puts one unit into another.
	Merge []*Merger
	// Drafts are powers whose process is taken as it is being edited.
	Drafts []int64
}

// PostHolder is somebody on a post.
type PostHolder struct{ PersonID, PostID int64 }

// Leadership is somebody's portfolio over a unit.
type Leadership struct {
	PersonID, UnitID int64
	Kind             term.PortfolioKind
}

// Merger puts one unit into another.
type Merger struct{ FromUnitID, IntoUnitID int64 }

// Outcome is what one candidate would do. Who may not read the register there gets the numbers alone.
type Outcome struct {
	Label                        string
	CreatedCounts, RemovedCounts []SeverityCount
	Created, Removed             []*Conflict
	Unchanged                    int
}

// mostCandidates is how many candidates are compared at once.
const mostCandidates = 20

// WhatIf tells of each candidate, by itself, what it would do to the conflicts of a unit's bureau, or, where
// units are merged, of all below the unit. Nothing is written.
func (s *Service) WhatIf(ctx context.Context, unitID int64, candidates []*Candidate) ([]*Outcome, error) {
	if len(candidates) == 0 || len(candidates) > mostCandidates {
		return nil, fault.Bad("candidates", "OUT_OF_RANGE", "一次比较 1 至 20 个方案", "1 to 20 candidates are compared at once")
	}
	u, open, err := s.considered(ctx, unitID)
	if err != nil {
		return nil, err
	}
	together := scoping(bureau)
	if slices.ContainsFunc(candidates, func(c *Candidate) bool { return len(c.Merge) > 0 }) {
		together = subtree
	}
	read, err := s.read(ctx, u, s.store.Today(), together)
	if err != nil {
		return nil, err
	}
	rules, err := s.rulebook(ctx, s.store.Reader(ctx), u)
	if err != nil {
		return nil, err
	}
	state := engine.NewState(read.facts, rules)
	sets := make([][]engine.Change, len(candidates))
	for i, c := range candidates {
		if sets[i], err = s.changes(ctx, state.Index(), c); err != nil {
			return nil, err
		}
	}
	b := &Balance{Unit: u, state: state}
	if err := b.name(ctx, s.store.Reader(ctx)); err != nil {
		return nil, err
	}
	if err := b.names.add(ctx, s.store.Reader(ctx), candidates); err != nil {
		return nil, err
	}
	out := make([]*Outcome, len(candidates))
	for i, o := range engine.Compare(state, sets...) {
		out[i] = &Outcome{Label: candidates[i].Label, CreatedCounts: countsOf(o.Created), RemovedCounts: countsOf(o.Removed), Unchanged: o.Unchanged}
		if open {
			out[i].Created, out[i].Removed = b.names.conflicts(rules, o.Created), b.names.conflicts(rules, o.Removed)
		}
	}
	return out, nil
}

// considered is a unit where the viewer may change people or read the register; open is true where they may read it.
func (s *Service) considered(ctx context.Context, unitID int64) (u *ent.Unit, open bool, err error) {
	u, err = s.unit(ctx, unitID)
	if err != nil {
		return nil, false, err
	}
	if err := authz.Check(ctx, authz.ReadRegister, u.Levels()); err == nil {
		return u, true, nil
	}
	return u, false, authz.Check(ctx, authz.EditPeople, u.Levels())
}

// changes are those of a candidate. Rows that do not exist yet take ids below zero.
func (s *Service) changes(ctx context.Context, ix *engine.Index, c *Candidate) ([]engine.Change, error) {
	client := s.store.Reader(ctx)
	if err := check(ctx, client, c); err != nil {
		return nil, err
	}
	facts := ix.Facts()
	var out []engine.Change
	fresh := int64(0)
	posts, err := client.Post.Query().Where(post.IDIn(each(c.Appoint, func(a *PostHolder) int64 { return a.PostID })...)).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range posts {
		out = append(out, engine.SetPost{Post: postOf(p)})
	}
	for _, a := range c.Appoint {
		fresh--
		out = append(out, engine.SetAppointment{Appointment: engine.Appointment{ID: fresh, Person: a.PersonID, Post: a.PostID, From: facts.Day}})
	}
	for _, a := range c.Relieve {
		for _, held := range facts.Appointments {
			if held.Person == a.PersonID && held.Post == a.PostID {
				out = append(out, engine.DropAppointment{ID: held.ID})
			}
		}
	}
	for _, p := range c.Portfolios {
		fresh--
		out = append(out, engine.SetPortfolio{Portfolio: engine.Portfolio{ID: fresh, Person: p.PersonID, Unit: p.UnitID, Kind: p.Kind, From: facts.Day}})
	}
	for _, id := range c.EndPortfolios {
		out = append(out, engine.DropPortfolio{ID: id})
	}
	for _, m := range c.Merge {
		moves := engine.Merge(ix, m.FromUnitID, m.IntoUnitID)
		if moves == nil {
			return nil, fault.Bad("candidates.merge", "NOT_TOGETHER", "这两个单位不能合并试算:须在同一单位之内,且一个不是另一个的上级",
				"The two units cannot be merged: both stand in the unit that is considered, and neither above the other")
		}
		out = append(out, moves...)
	}
	for _, id := range c.Drafts {
		p := ix.Power(id)
		d, err := s.processes.Draft(ctx, id)
		if err != nil {
			return nil, err
		}
		if p == nil {
			return nil, fault.MissingAt("candidates.drafts", "职权", "power")
		}
		g, next := d.Graph(), *p
		next.Process, next.ProcessSince, next.StepIDs, next.Grades = &g, facts.Day, nil, nil
		out = append(out, engine.SetPower{Power: &next})
	}
	return out, nil
}

// check refuses what the viewer does not see.
func check(ctx context.Context, client *ent.Client, c *Candidate) error {
	holders := append(slices.Clone(c.Appoint), c.Relieve...)
	if err := org.CheckPersons(ctx, client, "candidates", append(each(holders, func(a *PostHolder) int64 { return a.PersonID }),
		each(c.Portfolios, func(p *Leadership) int64 { return p.PersonID })...)...); err != nil {
		return err
	}
	if err := org.CheckPosts(ctx, client, "candidates", each(holders, func(a *PostHolder) int64 { return a.PostID })...); err != nil {
		return err
	}
	units := each(c.Portfolios, func(p *Leadership) int64 { return p.UnitID })
	for _, m := range c.Merge {
		units = append(units, m.FromUnitID, m.IntoUnitID)
	}
	for _, id := range units {
		if _, err := client.Unit.Get(ctx, id); err != nil {
			return store.OrMissing(err, "candidates", "单位", "unit")
		}
	}
	for _, id := range c.EndPortfolios {
		if _, err := client.Portfolio.Get(ctx, id); err != nil {
			return store.OrMissing(err, "candidates.endPortfolios", "领导分工", "portfolio")
		}
	}
	return nil
}

func each[T any](rows []*T, id func(*T) int64) []int64 {
	out := make([]int64, len(rows))
	for i, r := range rows {
		out[i] = id(r)
	}
	return out
}

// add names the people and posts that candidates bring in.
func (n *names) add(ctx context.Context, client *ent.Client, candidates []*Candidate) error {
	people, posts := map[int64]bool{}, map[int64]bool{}
	for _, c := range candidates {
		for _, a := range c.Appoint {
			people[a.PersonID], posts[a.PostID] = true, true
		}
		for _, p := range c.Portfolios {
			people[p.PersonID] = true
		}
	}
	return n.read(ctx, client, people, posts, nil, nil)
}
