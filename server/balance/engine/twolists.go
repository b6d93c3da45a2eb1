package engine

import "slices"

// side is a side of a rule as it is judged: it marks which of its selectors select a holding.
type side struct {
	all  bool
	full uint32
	// marks tells by bits which selectors select a holding.
	marks func(ix *Index, h *holding, withinPower bool) uint32
}

func sideOf(s Side) side {
	selectors := s.Selectors
	return side{
		all: s.Join == JoinAllOf, full: uint32(1)<<len(selectors) - 1,
		marks: func(ix *Index, h *holding, withinPower bool) uint32 {
			var bits uint32
			for i := range selectors {
				if selectors[i].selects(ix, h, withinPower) {
					bits |= 1 << i
				}
			}
			return bits
		},
	}
}

// met tells whether what the bits stand for meets the side.
func (s *side) met(bits uint32) bool {
	if s.all {
		return bits == s.full
	}
	return bits != 0
}

// twoLists is a rule of two lists as it is judged.
type twoLists struct {
	left, right side
	hand        SameHand
	// steps tells that only steps count, not roles.
	steps bool
}

// breaks tells whether a hand that holds these meets both sides by at least two holdings. left and
// right are the marks of all holdings of the site.
func (t *twoLists) breaks(holds []held, left, right []uint32) bool {
	var l, r uint32
	one, several := -1, false
	for _, h := range holds {
		if left[h.what]|right[h.what] == 0 {
			continue
		}
		l |= left[h.what]
		r |= right[h.what]
		several = several || one >= 0 && one != h.what
		one = h.what
	}
	return several && t.left.met(l) && t.right.met(r)
}

// since is the first day on which enough held that the rule was broken.
func (t *twoLists) since(holds []held, left, right []uint32) Day {
	return firstDay(holds, func(until []held) bool { return t.breaks(until, left, right) })
}

// firstDay is the earliest day such that what held by then breaks the rule, given that all does.
func firstDay(holds []held, breaks func([]held) bool) Day {
	list := slices.Clone(holds)
	slices.SortStableFunc(list, func(a, b held) int { return int(a.since - b.since) })
	for i := range list {
		if i+1 < len(list) && list[i+1].since == list[i].since {
			continue
		}
		if breaks(list[:i+1]) {
			return list[i].since
		}
	}
	return 0
}

// bench is a site with what is held there, worked out once for all rules that are judged on it.
type bench struct {
	sight
	site                Site
	holdings            []holding
	people, posts, unit []held
	hasPosts, hasUnits  bool
	// busy are the parts of people of those who hold several things, once hasBusy.
	busy    [][]held
	hasBusy bool
	marking []uint32
}

func (v sight) bench(site Site, hs []holding) *bench {
	return &bench{sight: v, site: site, holdings: hs, people: v.heldByPeople(hs)}
}

// severally are, by person, what those hold who hold several things of the site. They are few, and many rules ask for them.
func (b *bench) severally() [][]held {
	if !b.hasBusy {
		b.hasBusy = true
		hands(b.people, func(_ int64, holds []held) {
			if len(holds) > 1 {
				b.busy = append(b.busy, holds)
			}
		})
	}
	return b.busy
}

func (b *bench) byPosts() []held {
	if !b.hasPosts {
		b.posts, b.hasPosts = heldByPosts(b.holdings), true
	}
	return b.posts
}

func (b *bench) byUnits() []held {
	if !b.hasUnits {
		b.unit, b.hasUnits = b.heldByUnits(b.holdings), true
	}
	return b.unit
}

// judge finds where a rule of two lists is broken on the site.
func (t *twoLists) judge(b *bench, rule *Rule, out []Conflict) []Conflict {
	if t.hand == SameHandPerson {
		return t.judgePeople(b, rule, out)
	}
	left, right, some := t.marked(b)
	if !some {
		return out
	}
	add := func(hand Hand, holds []held, since Day) {
		out = append(out, b.conflict(rule, hand, holds, left, right, since))
	}
	one := func(kind HandKind) func(int64, []held) {
		return func(hand int64, holds []held) {
			if t.breaks(holds, left, right) {
				add(Hand{Kind: kind, A: hand}, holds, t.since(holds, left, right))
			}
		}
	}
	switch t.hand {
	case SameHandPost:
		hands(b.byPosts(), one(HandPost))
	case SameHandDepartment:
		hands(b.byUnits(), one(HandDepartment))
	case SameHandRelations:
		hands(b.people, one(HandPerson))
		t.relatives(b, left, right, add)
	case SameHandRelatives:
		t.relatives(b, left, right, add)
	}
	return out
}

// judgePeople finds the people who break a rule of two lists by themselves.
func (t *twoLists) judgePeople(b *bench, rule *Rule, out []Conflict) []Conflict {
	busy := b.severally()
	if len(busy) == 0 {
		return out
	}
	left, right := b.marks()
	for _, holds := range busy {
		for _, h := range holds {
			t.mark(b, h.what, left, right)
		}
		if t.breaks(holds, left, right) {
			hand := Hand{Kind: HandPerson, A: holds[0].hand}
			out = append(out, b.conflict(rule, hand, holds, left, right, t.since(holds, left, right)))
		}
	}
	return out
}

// marks are two lists of no marks of the holdings of a site, to be used until the next are asked for.
func (b *bench) marks() (left, right []uint32) {
	n := len(b.holdings)
	if b.marking == nil {
		b.marking = make([]uint32, 2*n)
	}
	clear(b.marking)
	return b.marking[:n], b.marking[n:]
}

// mark marks a holding by both sides.
func (t *twoLists) mark(b *bench, i int, left, right []uint32) {
	h := &b.holdings[i]
	if t.steps && h.kind != SelectorStep {
		return
	}
	left[i] = t.left.marks(b.Index, h, b.site.Kind == SitePower)
	right[i] = t.right.marks(b.Index, h, b.site.Kind == SitePower)
}

// marked are the marks of the holdings by both sides, and whether each side selects something.
func (t *twoLists) marked(b *bench) (left, right []uint32, some bool) {
	left, right = b.marks()
	var l, r uint32
	for i := range b.holdings {
		t.mark(b, i, left, right)
		l |= left[i]
		r |= right[i]
	}
	return left, right, t.left.met(l) && t.right.met(r)
}

// relatives finds pairs in a close relation who break the rule together and neither of them alone.
func (t *twoLists) relatives(b *bench, left, right []uint32, add func(Hand, []held, Day)) {
	hands(b.people, func(person int64, holds []held) {
		for _, other := range b.related(person) {
			if other.Person < person {
				continue
			}
			theirs := handOf(b.people, other.Person)
			if len(theirs) == 0 || t.breaks(holds, left, right) || t.breaks(theirs, left, right) {
				continue
			}
			both := slices.Concat(holds, theirs)
			if t.breaks(both, left, right) {
				add(Hand{HandRelatives, person, other.Person}, both, max(other.From, t.since(both, left, right)))
			}
		}
	})
}

// conflict is a rule of two lists that a hand breaks by what it holds of both sides. It is settled by
// giving up the side that has fewer holdings, the right one of two alike, else the other, or, where
// several posts carry them, a post.
func (b *bench) conflict(rule *Rule, hand Hand, holds []held, left, right []uint32, since Day) Conflict {
	c := Conflict{Rule: rule.Code, Severity: rule.Severity, Site: b.site, Hand: hand, Since: since}
	var sides [2][]Settlement
	var posts []int64
	seen := map[held]bool{}
	for _, h := range holds {
		if left[h.what]|right[h.what] == 0 || seen[held{h.hand, h.what, 0}] {
			continue
		}
		seen[held{h.hand, h.what, 0}] = true
		what := &b.holdings[h.what]
		part := what.part()
		if len(hand.People()) == 2 {
			part.Person = h.hand
		}
		c.Parts = append(c.Parts, part)
		s := what.settlement()
		if s.Kind == SettleReplaceHolder {
			s.Person = personOf(hand, h)
		}
		if left[h.what] != 0 {
			sides[0] = append(sides[0], s)
		} else {
			sides[1] = append(sides[1], s)
		}
		if what.post != 0 && !slices.Contains(posts, what.post) {
			posts = append(posts, what.post)
		}
	}
	slices.SortFunc(c.Parts, Part.compare)
	if len(sides[1]) <= len(sides[0]) && len(sides[1]) > 0 {
		sides[0], sides[1] = sides[1], sides[0]
	}
	c.Settlements = slices.Concat(sides[0], sides[1])
	if len(posts) > 1 {
		for _, h := range holds {
			what := &b.holdings[h.what]
			if person := personOf(hand, h); person != 0 && slices.Contains(posts, what.post) && what.kind != SelectorPost {
				c.Settlements = append(c.Settlements, Settlement{Kind: SettleReplaceHolder, Post: what.post, Person: person})
			}
		}
	}
	c.Settlements = distinct(c.Settlements)
	return c
}

// personOf is the person of a hand who holds something, 0 where the hand is no person's.
func personOf(hand Hand, h held) int64 {
	if len(hand.People()) == 0 {
		return 0
	}
	return h.hand
}

// distinct are the settlements, each once.
func distinct(list []Settlement) []Settlement {
	var out []Settlement
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
