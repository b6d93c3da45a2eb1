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
	// Moved is the supervision that would go to others.
	Moved []*Moved
}

// mostCandidates is how many candidates are compared at once.
const mostCandidates = 20

// WhatIf tells of each candidate, by itself, what it would do to the conflicts of a unit's bureau on a day, nil or an earlier one for
// today, or, where units are merged or it names what stands below the bureau, of all below. Nothing is written.
func (s *Service) WhatIf(ctx context.Context, unitID int64, candidates []*Candidate, on *time.Time) ([]*Outcome, error) {
	if len(candidates) == 0 || len(candidates) > mostCandidates {
		return nil, fault.Bad("candidates", "OUT_OF_RANGE", "一次比较 1 至 20 个方案", "1 to 20 candidates are compared at once")
	}
	day, err := s.consideredDay(on)
	if err != nil {
		return nil, err
	}
	u, open, err := s.considered(ctx, unitID)
	if err != nil {
		return nil, err
	}
	client := s.store.Reader(ctx)
	for _, c := range candidates {
		if err := check(ctx, client, c); err != nil {
			return nil, err
		}
	}
	read, err := s.readFor(ctx, u, candidates, day)
	if err != nil {
		return nil, err
	}
	rules, err := s.Rulebook(ctx, client, u)
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
	if err := b.name(ctx, client); err != nil {
		return nil, err
	}
	if err := b.names.add(ctx, client, candidates); err != nil {
		return nil, err
	}
	var supervised *supervision
	if open {
		if supervised, err = s.supervision(ctx, read.scope, day); err != nil {
			return nil, err
		}
	}
	out := make([]*Outcome, len(candidates))
	for i, o := range engine.Compare(state, sets...) {
		out[i] = &Outcome{Label: candidates[i].Label, CreatedCounts: countsOf(o.Created), RemovedCounts: countsOf(o.Removed), Unchanged: o.Unchanged}
		if !open {
			continue
		}
		out[i].Created, out[i].Removed = b.names.conflicts(rules, o.Created), b.names.conflicts(rules, o.Removed)
		merged := map[int64]int64{}
		for _, m := range candidates[i].Merge {
			merged[m.FromUnitID] = m.IntoUnitID
		}
		if out[i].Moved, err = supervised.moved(ctx, client, read.facts, state.After(sets[i]...), merged, b.names); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// consideredDay is the day for which changes are considered: what should have begun earlier is considered for today.
func (s *Service) consideredDay(on *time.Time) (time.Time, error) {
	today := s.store.Today()
	switch {
	case on == nil || on.Before(today):
		return today, nil
	case on.After(today.AddDate(1, 0, 0)):
		return today, fault.Bad("on", "TOO_FAR", "最多试算到一年之内", "At most a year ahead is considered")
	}
	return *on, nil
}

// readFor reads the facts of a unit's bureau, or of all at and below it where units are merged or a candidate names what stands below; it
// refuses what stands in neither.
func (s *Service) readFor(ctx context.Context, u *ent.Unit, candidates []*Candidate, day time.Time) (*known, error) {
	together := []scoping{bureau, bureauAndBelow}
	if slices.ContainsFunc(candidates, func(c *Candidate) bool { return len(c.Merge) > 0 }) {
		together = together[1:]
	}
	for _, t := range together {
		read, err := s.read(ctx, u, day, t)
		if err != nil {
			return nil, err
		}
		held := holdingOf(read.facts)
		if !slices.ContainsFunc(candidates, func(c *Candidate) bool { return !held.all(c) }) {
			return read, nil
		}
	}
	return nil, fault.Bad("candidates", "NOT_HERE", "所选任职或领导分工当日不在该单位及其下级单位范围内", "An appointment or portfolio that would end is not in force on that day in the bureau or below it")
}

// bureauAndBelow is the bureau of a unit with all below it.
func bureauAndBelow(ctx context.Context, client *ent.Client, u *ent.Unit) (scope, error) {
	top, err := org.BureauAbove(ctx, client, u)
	if err != nil {
		return scope{}, err
	}
	return below(ctx, client, top)
}

// holding are the appointments and portfolios of facts, by which it is told whether what a candidate ends is among them.
type holding struct {
	posts      map[PostHolder]bool
	portfolios map[int64]bool
}

func holdingOf(f engine.Facts) holding {
	out := holding{map[PostHolder]bool{}, map[int64]bool{}}
	for _, a := range f.Appointments {
		out.posts[PostHolder{a.Person, a.Post}] = true
	}
	for _, p := range f.Portfolios {
		out.portfolios[p.ID] = true
	}
	return out
}

func (h holding) all(c *Candidate) bool {
	return !slices.ContainsFunc(c.Relieve, func(a *PostHolder) bool { return !h.posts[*a] }) &&
		!slices.ContainsFunc(c.EndPortfolios, func(id int64) bool { return !h.portfolios[id] })
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
