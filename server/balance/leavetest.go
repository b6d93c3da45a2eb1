package balance

import (
	"cmp"
	"context"
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/delegation"
	"sineng/ent/plannedleave"
	"sineng/server/balance/engine"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
)

// Leave is leave, both days included.
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

// LeaveTest finds the days on which, by the leave that is named and, where that is asked for, by what is planned, substitution would
// collapse separation. Of what is planned counts what the viewer may see, since the answer would tell the rest.
func (s *Service) LeaveTest(ctx context.Context, unitID int64, leaves []*Leave, planned bool) ([]*Collapse, error) {
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
	var tried []engine.Leave
	to := b.On
	add := func(l *Leave) {
		tried = append(tried, engine.Leave{Person: l.PersonID, From: engine.DayOf(l.From), To: engine.DayOf(l.To)})
		if l.To.After(to) {
			to = l.To
		}
	}
	for _, l := range leaves {
		if l.To.Before(l.From) {
			return nil, fault.Bad("leaves", "BAD_PERIOD", "休假的结束日期不得早于开始日期", "A leave ends on or after the day on which it begins")
		}
		add(l)
	}
	if planned {
		rows, err := s.plannedBy(ctx, b)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			add(&Leave{r.PersonID, r.FromDay, r.ToDay})
		}
	}
	if len(tried) == 0 {
		return []*Collapse{}, nil
	}
	deputies, err := s.deputies(ctx, b, to)
	if err != nil {
		return nil, err
	}
	collapses, gaps := leaveTest(b.state.Index().Facts(), b.rules, tried, deputies, engine.DayOf(b.On), engine.DayOf(to))
	return b.told(collapses, gaps), b.names.read(ctx, s.store.Reader(ctx), deputised(deputies), nil, nil, nil)
}

// told puts names to what was found, of what stands in the unit or below it.
func (b *Balance) told(collapses []engine.Collapse, gaps []engine.Gap) []*Collapse {
	out := []*Collapse{}
	for _, c := range collapses {
		if b.concerns(c.Conflict) {
			out = append(out, &Collapse{From: c.From.Time(), To: c.To.Time(), Conflict: b.names.conflicts(b.rules, []engine.Conflict{c.Conflict})[0], Away: seen(b.names.people, c.Away)})
		}
	}
	for _, g := range gaps {
		if p := b.names.powers[g.Power]; p != nil && b.tells(g.Power) {
			out = append(out, &Collapse{From: g.From.Time(), To: g.To.Time(), Away: []*ent.Person{}, Step: &ConflictStep{p, g.Step, b.names.steps[g.Power][g.Step]}})
		}
	}
	return out
}

// plannedBy is the leave that is planned by those who hold something in what is judged, as far as the viewer may see it.
func (s *Service) plannedBy(ctx context.Context, b *Balance) ([]*ent.PlannedLeave, error) {
	var out []*ent.PlannedLeave
	for ids := range slices.Chunk(b.holders(), mostAtOnce) {
		rows, err := s.store.Reader(ctx).PlannedLeave.Query().Where(plannedleave.PersonIDIn(ids...), plannedleave.ToDayGTE(b.On)).
			Order(plannedleave.ByFromDay(), plannedleave.ByID()).All(ctx)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	noteLeaves(ctx, out)
	return out, nil
}

// holders are who holds a post in what is judged.
func (b *Balance) holders() []int64 {
	out := map[int64]bool{}
	for _, a := range b.state.Index().Facts().Appointments {
		out[a.Person] = true
	}
	return sorted(out)
}

// acting is that somebody is named to act for another from a day on.
type acting struct {
	engine.Deputy
	// From and To are the days for which they are named.
	From, To engine.Day
}

// deputies are who is named to act for whom on any day until the last.
func (s *Service) deputies(ctx context.Context, b *Balance, to time.Time) ([]acting, error) {
	var out []acting
	for ids := range slices.Chunk(b.holders(), mostAtOnce) {
		rows, err := s.store.Reader(ctx).Delegation.Query().Where(delegation.PersonIDIn(ids...), office.Overlap(b.On, &to)).Order(delegation.ByID()).All(everywhere(ctx))
		if err != nil {
			return nil, err
		}
		for _, d := range rows {
			one := acting{engine.Deputy{ID: d.ID, Person: d.PersonID, Deputy: d.DeputyID}, engine.DayOf(d.FromDay), engine.DayOf(to)}
			if d.ToDay != nil && d.ToDay.Before(to) {
				one.To = engine.DayOf(*d.ToDay)
			}
			out = append(out, one)
		}
	}
	return out, nil
}

func deputised(of []acting) map[int64]bool {
	out := map[int64]bool{}
	for _, d := range of {
		out[d.Deputy.Deputy] = true
	}
	return out
}

// leaveTest runs the test from one coming or going of a deputy to the next, each with the deputies of its days, and joins what goes on
// over such a day.
func leaveTest(facts engine.Facts, rules *engine.Rulebook, leaves []engine.Leave, deputies []acting, from, to engine.Day) ([]engine.Collapse, []engine.Gap) {
	starts := []engine.Day{from}
	for _, d := range deputies {
		for _, day := range []engine.Day{d.From, d.To + 1} {
			if day > from && day <= to {
				starts = append(starts, day)
			}
		}
	}
	slices.Sort(starts)
	starts = slices.Compact(starts)
	var collapses []engine.Collapse
	var gaps []engine.Gap
	for i, start := range starts {
		last := to
		if i+1 < len(starts) {
			last = starts[i+1] - 1
		}
		now := facts
		now.Deputies = nil
		for _, d := range deputies {
			if d.From <= start && d.To >= start {
				now.Deputies = append(now.Deputies, d.Deputy)
			}
		}
		some, none := engine.LeaveTest(engine.NewIndex(now), rules, leaves, start, last)
		collapses = joined(collapses, some, func(a, b engine.Collapse) bool {
			return a.To+1 == b.From && a.Conflict.Fingerprint() == b.Conflict.Fingerprint() && slices.Equal(a.Away, b.Away)
		}, func(a *engine.Collapse, b engine.Collapse) { a.To = b.To })
		gaps = joined(gaps, none, func(a, b engine.Gap) bool { return a.To+1 == b.From && a.Power == b.Power && a.Step == b.Step },
			func(a *engine.Gap, b engine.Gap) { a.To = b.To })
	}
	slices.SortStableFunc(collapses, func(a, b engine.Collapse) int { return cmp.Compare(a.From, b.From) })
	slices.SortStableFunc(gaps, func(a, b engine.Gap) int { return cmp.Compare(a.From, b.From) })
	return collapses, gaps
}

// joined adds what was found to what was found before, as one where it goes on.
func joined[T any](before, now []T, goesOn func(a, b T) bool, extend func(a *T, b T)) []T {
	for _, one := range now {
		at := slices.IndexFunc(before, func(a T) bool { return goesOn(a, one) })
		if at < 0 {
			before = append(before, one)
			continue
		}
		extend(&before[at], one)
	}
	return before
}
