package balance

import (
	"slices"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/balance/engine"
)

// Conflict is a rule that is broken, with the rows that the viewer sees of those that it names.
type Conflict struct {
	engine.Conflict
	Rule  engine.Rule
	names *names
}

// Hand is the kind of hand it is in.
func (c *Conflict) Hand() engine.HandKind { return c.Conflict.Hand.Kind }

// Since is the first day from which the rule has been broken.
func (c *Conflict) Since() time.Time { return c.Conflict.Since.Time() }

// People are those in whose hands it is.
func (c *Conflict) People() []*ent.Person { return seen(c.names.people, c.Conflict.Hand.People()) }

// Posts are the posts concerned.
func (c *Conflict) Posts() []*ent.Post { return seen(c.names.posts, c.Conflict.Posts()) }

// Powers are the powers concerned.
func (c *Conflict) Powers() []*ent.Power { return seen(c.names.powers, c.Conflict.Powers()) }

// Units are the units concerned.
func (c *Conflict) Units() []*ent.Unit { return seen(c.names.units, c.Conflict.Units()) }

// Steps are the keys of the steps concerned of each power.
func (c *Conflict) Steps() []ConflictStep {
	out := []ConflictStep{}
	for _, p := range c.Conflict.Parts {
		power := c.names.powers[p.Power]
		if p.Step == "" || power == nil {
			continue
		}
		out = append(out, ConflictStep{Power: power, Key: p.Step, Name: c.names.steps[p.Power][p.Step]})
	}
	return out
}

// ConflictStep is a step that a conflict is about.
type ConflictStep struct {
	Power     *ent.Power
	Key, Name string
}

func seen[Row any](rows map[int64]*Row, ids []int64) []*Row {
	out := []*Row{}
	for _, id := range ids {
		if r := rows[id]; r != nil {
			out = append(out, r)
		}
	}
	return out
}

func (n *names) conflicts(book *engine.Rulebook, found []engine.Conflict) []*Conflict {
	rules := rulesByCode(book)
	out := make([]*Conflict, len(found))
	for i, c := range found {
		out[i] = &Conflict{Conflict: c, Rule: rules[c.Rule], names: n}
	}
	slices.SortStableFunc(out, func(a, b *Conflict) int { return rank(a.Severity) - rank(b.Severity) })
	return out
}

// atMost is how many of a list are told of where so many are asked for.
func atMost(first, all int) int { return max(0, min(first, all, mostRows)) }

// mostRows is how many rows of a list are told of.
const mostRows = 500

func rank(s engine.Severity) int { return slices.Index((engine.Severity("")).Values(), string(s)) }

// Conflicts are the conflicts, the most severe first, at most so many.
func (b *Balance) Conflicts(first int) []*Conflict {
	all := b.names.conflicts(b.rules, b.conflicts)
	return all[:atMost(first, len(all))]
}

// SeverityCount is how many conflicts there are of a severity.
type SeverityCount struct {
	Severity engine.Severity
	Count    int
}

// Counts are how many conflicts there are of each severity, the most severe first.
func (b *Balance) Counts() []SeverityCount { return countsOf(b.conflicts) }

func countsOf(found []engine.Conflict) []SeverityCount {
	var out []SeverityCount
	for _, v := range (engine.Severity("")).Values() {
		n := SeverityCount{Severity: engine.Severity(v)}
		for _, c := range found {
			if c.Severity == n.Severity {
				n.Count++
			}
		}
		out = append(out, n)
	}
	return out
}

// PowerCount is how many powers were judged.
func (b *Balance) PowerCount() int { return len(b.powers) }

// Unknown is a step of which nobody is known to hold it.
type Unknown struct {
	Power    *ent.Power
	StepKey  string
	StepName string
	Why      engine.UnknownWhy
}

// Unknowns are the steps whose holder is not known: no rule that asks for a person can be said to be kept there.
func (b *Balance) Unknowns(first int) []*Unknown {
	out := []*Unknown{}
	for _, u := range b.state.Result().Unknown {
		if p := b.names.powers[u.Power]; b.tells(u.Power) && p != nil && len(out) < atMost(first, mostRows) {
			out = append(out, &Unknown{p, u.Step, b.names.steps[u.Power][u.Step], u.Why})
		}
	}
	return out
}

// Collusion 串通人数 is the fewest people who together can carry a power from beginning to end.
type Collusion struct {
	Power       *ent.Power
	State       engine.CollusionState
	Least, Most int
	People      []*ent.Person
	// Run are the steps that they carry, in order.
	Run []ConflictStep
}

// Collusions are those of the powers that are told of, the fewest people first, at most so many.
func (b *Balance) Collusions(first int) []*Collusion {
	var found []engine.Collusion
	for _, id := range b.powers {
		found = append(found, engine.CollusionOf(b.state.Index(), id, engine.DefaultBudget))
	}
	slices.SortStableFunc(found, func(a, b engine.Collusion) int {
		if (a.State == engine.CollusionUndefined) != (b.State == engine.CollusionUndefined) {
			if a.State == engine.CollusionUndefined {
				return 1
			}
			return -1
		}
		if a.Most != b.Most {
			return a.Most - b.Most
		}
		return a.Least - b.Least
	})
	out := []*Collusion{}
	for _, c := range found[:atMost(first, len(found))] {
		p := b.names.powers[c.Power]
		if p == nil {
			continue
		}
		one := &Collusion{Power: p, State: c.State, Least: c.Least, Most: c.Most, People: seen(b.names.people, c.People), Run: []ConflictStep{}}
		for _, key := range c.Run {
			one.Run = append(one.Run, ConflictStep{p, key, b.names.steps[c.Power][key]})
		}
		out = append(out, one)
	}
	return out
}

// Term is somebody's time on a key post.
type Term struct {
	Person *ent.Person
	Post   *ent.Post
	From   time.Time
	// Limit is the first day beyond the rotation limit; DaysLeft is 0 or less beyond it.
	Limit    time.Time
	DaysLeft int
}

// Terms are those on key posts beyond their limit, or at most so many days before it.
func (b *Balance) Terms(nearDays int) []*Term {
	out := []*Term{}
	for _, t := range engine.Terms(b.state.Index(), nearDays) {
		if b.inside[t.Unit] {
			out = append(out, &Term{b.names.people[t.Person], b.names.posts[t.Post], t.From.Time(), t.Limit.Time(), t.DaysLeft(b.state.Index().Day())})
		}
	}
	return out
}

// Load is how many steps of each worst grade one person holds.
type Load struct {
	Person  *ent.Person
	A, B, C int
}

// Loads are the people who hold at least so many A steps in the units judged together, the most first; nil of a day that is past.
func (b *Balance) Loads(atLeast int) []*Load {
	if b.past {
		return nil
	}
	out := []*Load{}
	for _, l := range engine.Loads(b.state.Index(), atLeast) {
		if p := b.names.people[l.Person]; p != nil {
			out = append(out, &Load{p, l.Steps[term.GradeA], l.Steps[term.GradeB], l.Steps[term.GradeC]})
		}
	}
	return out
}

// Unsupervised are the powers that no post supervises.
func (b *Balance) Unsupervised() []*ent.Power {
	return seen(b.names.powers, slices.DeleteFunc(engine.Unsupervised(b.state.Index()), func(id int64) bool { return !b.tells(id) }))
}
