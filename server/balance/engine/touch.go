package engine

import (
	"slices"

	"sineng/ent/term"
)

// Touch is what changes touch: the sites to judge again, and the powers whose collusion number may
// be another, each once and sorted.
type Touch struct {
	Powers, Units, Bureaus []int64
	// Figures are the powers whose figures may change: those of Powers, and those that only a deputy
	// touches.
	Figures []int64
}

// Touched tells what changes would touch, together, and leaves the index as it is.
func Touched(ix *Index, rules *Rulebook, changes ...Change) Touch {
	t := newTouching(ix, rules)
	undo := t.apply(changes)
	for _, c := range slices.Backward(undo) {
		c.apply(ix)
	}
	return t.touch()
}

// touching gathers sites.
type touching struct {
	*Index
	rules   *Rulebook
	sites   map[Site]bool
	figures map[int64]bool
	// until is the other end of a change of the day.
	until Day
}

func newTouching(ix *Index, rules *Rulebook) *touching {
	return &touching{Index: ix, rules: rules, sites: map[Site]bool{}, figures: map[int64]bool{}}
}

// apply makes changes and returns those that undo them, to be applied from the last. What a change
// names touches sites by what it was and by what it becomes.
func (t *touching) apply(changes []Change) []Change {
	undo := make([]Change, 0, len(changes))
	for _, c := range changes {
		if d, ok := c.(SetDay); ok {
			t.until = d.Day
		}
		c.touches(t)
		back := c.apply(t.Index)
		undo = append(undo, back)
		if d, ok := back.(SetDay); ok {
			t.until = d.Day
		}
		back.touches(t)
	}
	return undo
}

func (t *touching) touch() Touch {
	var out Touch
	for s := range t.sites {
		switch s.Kind {
		case SitePower:
			out.Powers = append(out.Powers, s.ID)
		case SiteUnit:
			out.Units = append(out.Units, s.ID)
		case SiteBureau:
			out.Bureaus = append(out.Bureaus, s.ID)
		}
	}
	out.Figures = keys(t.figures)
	for _, list := range []*[]int64{&out.Powers, &out.Units, &out.Bureaus} {
		slices.Sort(*list)
	}
	return out
}

func (t *touching) site(kind SiteKind, id int64) {
	if id != 0 {
		t.sites[Site{kind, id}] = true
	}
}

// power touches a power and what is judged across it and others.
func (t *touching) power(id int64) {
	p := t.powers[id]
	if p == nil {
		return
	}
	t.site(SitePower, id)
	t.figures[id] = true
	t.across(p)
}

func (t *touching) across(p *Power) {
	if wanted(t.rules.unit, p) {
		t.site(SiteUnit, p.Unit)
	}
	if wanted(t.rules.bureau, p) {
		t.site(SiteBureau, t.bureauOf(p.Unit))
	}
}

// post touches what hangs on who holds a post.
func (t *touching) post(id int64) {
	for _, power := range t.powersOn[id] {
		t.power(power)
	}
	p, ok := t.posts[id]
	if !ok {
		return
	}
	if len(t.rules.rotation) > 0 && p.Key && p.RotationYears > 0 || asked(t.rules.unit, SelectorPost) {
		t.site(SiteUnit, p.Unit)
	}
	if asked(t.rules.bureau, SelectorPost) {
		t.site(SiteBureau, t.bureauOf(p.Unit))
	}
}

// led touches what hangs on portfolios over a unit but the rules on direct charge.
func (t *touching) led(unit int64) {
	if t.rules.portfolio {
		for _, p := range t.powersOf[unit] {
			t.site(SitePower, p)
		}
	}
	if asked(t.rules.unit, SelectorPortfolio) {
		t.site(SiteUnit, unit)
	}
	if asked(t.rules.bureau, SelectorPortfolio) {
		t.site(SiteBureau, t.bureauOf(unit))
	}
}

// charge touches the units, among some, that rules on direct charge look at.
func (t *touching) charge(units []int64) {
	for _, j := range t.rules.directCharge {
		for _, u := range units {
			if t.units[u].Functions&FunctionSet(j.Definition.Functions...) != 0 {
				t.site(SiteUnit, u)
			}
		}
	}
}

// portfolio touches what hangs on a portfolio.
func (t *touching) portfolio(p Portfolio) {
	t.led(p.Unit)
	if len(t.rules.directCharge) == 0 {
		return
	}
	switch p.Kind {
	case term.PortfolioKindPrincipal:
		// It matters only where the same person is in charge.
		for _, id := range t.portfoliosBy[p.Person] {
			if q := t.portfolios[id]; q.Kind != term.PortfolioKindPrincipal {
				t.charge(t.inBureau(q.Unit))
			}
		}
	case term.PortfolioKindInCharge:
		t.charge(t.inBureau(p.Unit))
	case term.PortfolioKindHead:
		t.charge([]int64{p.Unit})
	}
}

func (c SetUnit) touches(t *touching)  { t.unit(c.ID) }
func (c DropUnit) touches(t *touching) { t.unit(c.ID) }

// unit touches what hangs on where a unit stands and what it is: itself, the units below it that a
// rule on direct charge looks at, and its bureau, to which those below it belong too.
func (t *touching) unit(id int64) {
	if _, ok := t.units[id]; !ok {
		return
	}
	t.site(SiteUnit, id)
	t.charge(t.subtree(id))
	t.led(id)
	t.site(SiteBureau, t.bureauOf(id))
}

func (c SetPost) touches(t *touching)  { t.post(c.ID) }
func (c DropPost) touches(t *touching) { t.post(c.ID) }

func (c SetPower) touches(t *touching)  { t.power(c.ID) }
func (c DropPower) touches(t *touching) { t.power(c.ID) }

func (c SetAppointment) touches(t *touching)  { t.post(t.appointments[c.ID].Post) }
func (c DropAppointment) touches(t *touching) { t.post(t.appointments[c.ID].Post) }

func (c SetPortfolio) touches(t *touching)  { t.portfolioWith(c.ID) }
func (c DropPortfolio) touches(t *touching) { t.portfolioWith(c.ID) }

func (t *touching) portfolioWith(id int64) {
	if p, ok := t.portfolios[id]; ok {
		t.portfolio(p)
	}
}

func (c SetDeputy) touches(t *touching)  { t.deputy(c.ID) }
func (c DropDeputy) touches(t *touching) { t.deputy(c.ID) }

// deputy touches the figures of what the person holds for whom another acts.
func (t *touching) deputy(id int64) {
	for _, a := range t.postings[t.deputies[id].Person] {
		for _, p := range t.powersOn[t.appointments[a].Post] {
			t.figures[p] = true
		}
	}
}

func (c SetRelation) touches(t *touching)  { t.relation(c.ID) }
func (c DropRelation) touches(t *touching) { t.relation(c.ID) }

// relation touches the sites on which both people hold something.
func (t *touching) relation(id int64) {
	r, ok := t.relations[id]
	if !ok || !t.rules.relatives {
		return
	}
	one, other := t.heldBy(r.A), t.heldBy(r.B)
	for s := range one {
		if other[s] {
			t.sites[s] = true
		}
	}
}

// heldBy are the sites on which somebody holds something.
func (t *touching) heldBy(person int64) map[Site]bool {
	theirs := newTouching(t.Index, t.rules)
	for _, a := range t.postings[person] {
		theirs.post(t.appointments[a].Post)
	}
	for _, p := range t.portfoliosBy[person] {
		theirs.led(t.portfolios[p].Unit)
	}
	return theirs.sites
}

// touches of another day are the units with a key post whose term passes a limit between the two.
func (c SetDay) touches(t *touching) {
	if len(t.rules.rotation) == 0 {
		return
	}
	for id, p := range t.posts {
		if !p.Key || p.RotationYears <= 0 {
			continue
		}
		for _, term := range (sight{Index: t.Index}).terms(id) {
			for _, j := range t.rules.rotation {
				_, now := j.Definition.broken(term, t.day)
				_, then := j.Definition.broken(term, t.until)
				if now != then {
					t.site(SiteUnit, p.Unit)
				}
			}
		}
	}
}
