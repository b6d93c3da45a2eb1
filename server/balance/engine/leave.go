package engine

import (
	"cmp"
	"slices"
)

// Leave is planned leave of somebody, from the first day to the last.
type Leave struct {
	Person   int64
	From, To Day
}

// Collapse is a run of days on which separation collapses, since somebody acts for somebody away.
type Collapse struct {
	From, To Day
	// Conflict is as it is on the first of these days. It is not there while nobody is away.
	Conflict Conflict
	// Away are those for whom a hand of the conflict acts on the first day.
	Away []int64
}

// Gap is a run of days on which nobody is there for a step: all its holders are away, and nobody who
// is there acts for them.
type Gap struct {
	From, To Day
	Power    int64
	Step     string
}

// LeaveTest finds the days from one to another on which, as planned leave has it, deputies bring into
// one hand what is separate otherwise, and those on which nobody does a step. All else stays as it is
// on the day of the facts. It goes from one beginning or end of a leave to the next, and judges only
// the sites that hang on who comes or goes.
func LeaveTest(ix *Index, rules *Rulebook, leaves []Leave, from, to Day) ([]Collapse, []Gap) {
	l := &leaving{
		sight: sight{Index: ix, away: map[int64]bool{}}, rules: rules.ofHands(), sites: map[int64]map[Site]bool{},
		base: map[Site]map[string]bool{}, open: map[Site]map[string]Collapse{}, gaps: map[Site]map[string]Gap{},
		actsFor: map[int64][]int64{},
	}
	for _, d := range ix.deputies {
		l.actsFor[d.Deputy] = append(l.actsFor[d.Deputy], d.Person)
	}
	turns := map[Day][]int64{}
	for person, spans := range spansOf(leaves, from, to) {
		for _, s := range spans {
			turns[s.From] = append(turns[s.From], person)
			turns[s.To+1] = append(turns[s.To+1], person)
		}
	}
	days := make([]Day, 0, len(turns))
	for d := range turns {
		days = append(days, d)
	}
	slices.Sort(days)
	for _, d := range days {
		sites := map[Site]bool{}
		for _, person := range turns[d] {
			l.away[person] = !l.away[person]
			for _, p := range append([]int64{person}, l.actsFor[person]...) {
				for s := range l.held(p) {
					sites[s] = true
				}
			}
		}
		for s := range sites {
			l.judgeOn(d, s)
		}
	}
	slices.SortFunc(l.collapses, func(a, b Collapse) int { return cmp.Or(cmp.Compare(a.From, b.From), a.Conflict.compare(b.Conflict)) })
	slices.SortFunc(l.none, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.Power, b.Power), cmp.Compare(a.Step, b.Step))
	})
	return l.collapses, l.none
}

// spansOf are the leaves of each person within the days given, those that meet as one.
func spansOf(leaves []Leave, from, to Day) map[int64][]Leave {
	out := map[int64][]Leave{}
	sorted := slices.SortedFunc(slices.Values(leaves), func(a, b Leave) int { return cmp.Compare(a.From, b.From) })
	for _, l := range sorted {
		l.From, l.To = max(l.From, from), min(l.To, to)
		if l.From > l.To {
			continue
		}
		spans := out[l.Person]
		if n := len(spans); n > 0 && l.From <= spans[n-1].To+1 {
			spans[n-1].To = max(spans[n-1].To, l.To)
			continue
		}
		out[l.Person] = append(spans, l)
	}
	return out
}

// ofHands are the rules that ask who does something, not how long they have or whom they lead.
func (b *Rulebook) ofHands() *Rulebook {
	out := *b
	out.rotation, out.directCharge = nil, nil
	return &out
}

type leaving struct {
	sight
	rules     *Rulebook
	actsFor   map[int64][]int64
	sites     map[int64]map[Site]bool
	base      map[Site]map[string]bool // conflicts while nobody is away
	open      map[Site]map[string]Collapse
	gaps      map[Site]map[string]Gap
	collapses []Collapse
	none      []Gap
}

// held are the sites on which somebody holds something.
func (l *leaving) held(person int64) map[Site]bool {
	if l.sites[person] == nil {
		l.sites[person] = newTouching(l.Index, l.rules).heldBy(person)
	}
	return l.sites[person]
}

// judgeOn judges a site from a day on, and ends what ends with the day before.
func (l *leaving) judgeOn(d Day, s Site) {
	if l.base[s] == nil {
		l.base[s], l.open[s], l.gaps[s] = map[string]bool{}, map[string]Collapse{}, map[string]Gap{}
		conflicts, _ := l.Judge(l.rules, s)
		for _, c := range conflicts {
			l.base[s][c.Fingerprint()] = true
		}
	}
	conflicts, unknown := l.judge(l.rules, s)
	now := map[string]bool{}
	for _, c := range conflicts {
		name := c.Fingerprint()
		away := l.actedFor(c)
		if l.base[s][name] || len(away) == 0 {
			continue
		}
		now[name] = true
		if _, goes := l.open[s][name]; !goes {
			l.open[s][name] = Collapse{From: d, Conflict: c, Away: away}
		}
	}
	for name, c := range l.open[s] {
		if !now[name] {
			c.To = d - 1
			l.collapses = append(l.collapses, c)
			delete(l.open[s], name)
		}
	}
	// A step of which nobody knows the holder while nobody is away is missing to the end, so that its gap
	// never ends and is not told.
	missing := map[string]bool{}
	for _, u := range unknown {
		missing[u.Step] = true
		if _, goes := l.gaps[s][u.Step]; !goes {
			l.gaps[s][u.Step] = Gap{From: d, Power: u.Power, Step: u.Step}
		}
	}
	for step, g := range l.gaps[s] {
		if !missing[step] {
			g.To = d - 1
			l.none = append(l.none, g)
			delete(l.gaps[s], step)
		}
	}
}

// actedFor are the people away who hold something on the site of a conflict and for whom somebody of
// its hand acts.
func (l *leaving) actedFor(c Conflict) []int64 {
	var out []int64
	for _, person := range c.Hand.People() {
		for _, p := range l.actsFor[person] {
			if l.away[p] && l.held(p)[c.Site] && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	slices.Sort(out)
	return out
}
