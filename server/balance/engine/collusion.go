package engine

import "slices"

// Collusion is the collusion number 串通人数 of a power: the fewest people who together can carry it
// from a start to an end, each step of some run by one of them, deputies included, so that no step
// is an independent check of theirs. The post that supervises the power from outside its process is
// no step of it.
//
// A step whose holder is unknown could be in the hands of one of them or of somebody else. So there
// are two numbers: Least, where such steps cost nobody, and Most, where each post that nobody holds,
// and each step without a post, is one person more.
type Collusion struct {
	Power int64
	State CollusionState
	// Least and Most are the bounds of the number, equal where it is exact; 0 where it is undefined.
	Least, Most int
	// People are one set of as many people as Most, but for the unknown ones, by their ids; the same
	// facts name the same. Run are the keys of the steps of a run that they carry, as it is walked.
	People []int64
	Run    []string
	// Unknown are the steps of the run whose holder is unknown.
	Unknown []string
}

// CollusionState says what is known of a collusion number.
type CollusionState string

// The values of CollusionState.
const (
	// CollusionExact is the number itself.
	CollusionExact CollusionState = "EXACT"
	// CollusionUnknownHolders has bounds, since somebody's step is nobody's.
	CollusionUnknownHolders CollusionState = "UNKNOWN_HOLDERS"
	// CollusionBudget has bounds, since the search took more than its budget.
	CollusionBudget CollusionState = "BUDGET"
	// CollusionUndefined has no number: there is no process, none that comes to an end, or one too
	// large to be followed.
	CollusionUndefined CollusionState = "UNDEFINED"
)

// Alarm tells that one person can carry the power, for certain.
func (c Collusion) Alarm() bool { return c.Most == 1 }

// MayAlarm tells that it cannot be said that nobody can alone.
func (c Collusion) MayAlarm() bool { return c.State != CollusionUndefined && c.Least <= 1 }

// DefaultBudget is how many sets of people are looked at for one power before bounds do.
const DefaultBudget = 20_000

// CollusionOf is the collusion number of a power of the index.
func CollusionOf(ix *Index, power int64, budget int) Collusion {
	p := ix.powers[power]
	if p == nil {
		return Collusion{Power: power, State: CollusionUndefined}
	}
	return CollusionOfPower(ix, p, budget)
}

// CollusionOfPower is that of a power that the index need not have.
func CollusionOfPower(ix *Index, p *Power, budget int) Collusion {
	out := Collusion{Power: p.ID, State: CollusionUndefined}
	s, ok := shapeOf(p.Process)
	if !ok || !s.finishable(allSteps(s.n)) {
		return out
	}
	carry, people, unknown := ix.carriers(p)
	most := s.fewest(carry, mask{}, budget)
	out.Most, out.Least, out.State = most.most, most.least, CollusionExact
	if most.least < most.most {
		out.State = CollusionBudget
	}
	if !unknown.empty() {
		free := s.fewest(carry[:len(people)], unknown, budget)
		out.Least = min(out.Least, max(1, free.least))
		if out.Least < out.Most && out.State == CollusionExact {
			out.State = CollusionUnknownHolders
		}
	}
	var can mask
	for _, i := range most.set {
		can = can.or(carry[i])
		if i < len(people) {
			out.People = append(out.People, people[i])
		}
	}
	slices.Sort(out.People)
	for _, i := range s.run(can) {
		out.Run = append(out.Run, p.Process.Steps[i].Key)
		if unknown.has(i) {
			out.Unknown = append(out.Unknown, p.Process.Steps[i].Key)
		}
	}
	return out
}

// carriers are the steps that each of the people can carry, by their ids, and after them those of
// each unknown holder: a post that nobody holds, or a step without one.
func (ix *Index) carriers(p *Power) (carry []mask, people []int64, unknown mask) {
	of := map[int64]*mask{}
	give := func(who int64, step int) {
		if of[who] == nil {
			of[who] = &mask{}
		}
		of[who].add(step)
	}
	nobody := map[int64]*mask{}
	for i, s := range p.Process.Steps {
		var post int64
		if s.PostID != nil {
			post = *s.PostID
		}
		holders := sight{Index: ix}.holders(post)
		for _, h := range holders {
			give(h.Person, i)
			for _, d := range ix.deputiesFor[h.Person] {
				give(ix.deputies[d].Deputy, i)
			}
		}
		if len(holders) == 0 {
			unknown.add(i)
			who := post
			if who == 0 {
				who = -1 - int64(i)
			}
			if nobody[who] == nil {
				nobody[who] = &mask{}
			}
			nobody[who].add(i)
		}
	}
	people = keys(of)
	for _, who := range people {
		carry = append(carry, *of[who])
	}
	for _, who := range keys(nobody) {
		carry = append(carry, *nobody[who])
	}
	return carry, people, unknown
}

// Collusions are the collusion numbers of several powers.
type Collusions struct {
	// Lowest is the one with the lowest number, by Most, then Least, then the power; nil where none is
	// defined.
	Lowest *Collusion
	// Powers is how many there are by their number, by Most.
	Powers map[int]int
	// Alarms are the powers that one person can carry, MayAlarm those of which the contrary cannot be
	// said, Undefined those without a number; in the order in which they were given.
	Alarms, MayAlarm, Undefined []int64
	// Bounded is how many numbers are bounds.
	Bounded int
}

// Add counts one more.
func (c *Collusions) Add(n Collusion) {
	if c.Powers == nil {
		c.Powers = map[int]int{}
	}
	if n.State == CollusionUndefined {
		c.Undefined = append(c.Undefined, n.Power)
		return
	}
	c.Powers[n.Most]++
	if n.Least < n.Most {
		c.Bounded++
	}
	switch {
	case n.Alarm():
		c.Alarms = append(c.Alarms, n.Power)
	case n.MayAlarm():
		c.MayAlarm = append(c.MayAlarm, n.Power)
	}
	if l := c.Lowest; l == nil || n.Most < l.Most || n.Most == l.Most && (n.Least < l.Least || n.Least == l.Least && n.Power < l.Power) {
		c.Lowest = &n
	}
}

// CollusionOfUnit are the numbers of the powers of a department, or, with all below it, of a bureau.
func CollusionOfUnit(ix *Index, unit int64, below bool, budget int) Collusions {
	units := []int64{unit}
	if below {
		units = ordered(ix.subtree(unit))
	}
	var out Collusions
	for _, u := range units {
		for _, p := range ordered(ix.powersOf[u]) {
			out.Add(CollusionOf(ix, p, budget))
		}
	}
	return out
}
