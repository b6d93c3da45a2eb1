package engine

import "slices"

// State is an index with its conflicts, kept up to date as the facts change. It is not safe for use
// by several goroutines at once.
type State struct {
	ix        *Index
	rules     *Rulebook
	conflicts map[Site][]Conflict
	unknown   map[int64][]Unknown
}

// NewState judges all facts once.
func NewState(f Facts, rules *Rulebook) *State {
	s := &State{ix: NewIndex(f), rules: rules, conflicts: map[Site][]Conflict{}, unknown: map[int64][]Unknown{}}
	for _, site := range s.ix.sites(rules) {
		conflicts, unknown := s.ix.Judge(rules, site)
		s.keep(site, conflicts, unknown)
	}
	return s
}

// Index is what the state knows. It must not be changed but by the state.
func (s *State) Index() *Index { return s.ix }

// Rules are the rules that are judged.
func (s *State) Rules() *Rulebook { return s.rules }

func (s *State) keep(site Site, conflicts []Conflict, unknown []Unknown) {
	if len(conflicts) > 0 {
		s.conflicts[site] = conflicts
	} else {
		delete(s.conflicts, site)
	}
	if site.Kind != SitePower {
		return
	}
	if len(unknown) > 0 {
		s.unknown[site.ID] = unknown
	} else {
		delete(s.unknown, site.ID)
	}
}

// Result is what Evaluate finds in the facts as they are now.
func (s *State) Result() Result {
	var out Result
	sites := make([]Site, 0, len(s.conflicts))
	for site := range s.conflicts {
		sites = append(sites, site)
	}
	slices.SortFunc(sites, Site.compare)
	for _, site := range sites {
		out.Conflicts = append(out.Conflicts, s.conflicts[site]...)
	}
	for _, power := range keys(s.unknown) {
		out.Unknown = append(out.Unknown, s.unknown[power]...)
	}
	return out
}

// At are the conflicts of one site.
func (s *State) At(site Site) []Conflict { return slices.Clone(s.conflicts[site]) }

// Count is how many conflicts there are.
func (s *State) Count() int {
	n := 0
	for _, list := range s.conflicts {
		n += len(list)
	}
	return n
}

// Diff is what changes did to the conflicts: those that are new, those that are gone, and those that
// go on with something else said of them, as it is said now. All in order.
type Diff struct {
	Added, Removed, Changed []Conflict
	// Touched is what was judged again.
	Touched Touch
}

// Apply makes changes, all together, and judges again what they touch.
func (s *State) Apply(changes ...Change) Diff {
	d, _ := s.apply(changes)
	return d
}

// Try tells what Apply would, and leaves everything as it is.
func (s *State) Try(changes ...Change) Diff {
	d, undo := s.apply(changes)
	undo()
	return d
}

func (s *State) apply(changes []Change) (Diff, func()) {
	t := newTouching(s.ix, s.rules)
	back := t.apply(changes)
	d := Diff{Touched: t.touch()}
	type kept struct {
		conflicts []Conflict
		unknown   []Unknown
	}
	before := map[Site]kept{}
	for site := range t.sites {
		old := kept{s.conflicts[site], nil}
		if site.Kind == SitePower {
			old.unknown = s.unknown[site.ID]
		}
		before[site] = old
		conflicts, unknown := s.ix.Judge(s.rules, site)
		d.compare(old.conflicts, conflicts)
		s.keep(site, conflicts, unknown)
	}
	for _, list := range [][]Conflict{d.Added, d.Removed, d.Changed} {
		slices.SortFunc(list, Conflict.compare)
	}
	return d, func() {
		for _, c := range slices.Backward(back) {
			c.apply(s.ix)
		}
		for site, old := range before {
			s.keep(site, old.conflicts, old.unknown)
		}
	}
}

// compare adds the difference between the conflicts of a site, both in order.
func (d *Diff) compare(old, now []Conflict) {
	for len(old) > 0 || len(now) > 0 {
		switch {
		case len(now) == 0 || len(old) > 0 && old[0].compare(now[0]) < 0:
			d.Removed, old = append(d.Removed, old[0]), old[1:]
		case len(old) == 0 || now[0].compare(old[0]) < 0:
			d.Added, now = append(d.Added, now[0]), now[1:]
		default:
			if !old[0].same(now[0]) {
				d.Changed = append(d.Changed, now[0])
			}
			old, now = old[1:], now[1:]
		}
	}
}
