package proceeding

import (
	"cmp"
	"slices"
	"time"

	"sineng/ent/term"
	"sineng/server/balance/engine"
	"sineng/server/calendar"
	"sineng/server/store"
)

// Visit is a step that somebody took, as it is recorded.
type Visit struct {
	// Key is that of the process's step, empty for a step that it does not have, which Name then names.
	Key, Name string
	Began     time.Time
	// Ended is nil while it is under way, and Outcome is empty.
	Ended   *time.Time
	Outcome term.StepOutcome
	// Person is who took it, 0 where nobody knows.
	Person int64
}

// Facts are what a proceeding is judged by.
type Facts struct {
	PowerID, UnitID int64
	PowerType       term.PowerType
	// Limit is the time limit of the power in days, nil for none.
	Limit *int
	// Course is that of the process it runs along; nil where there is none.
	Course       *Course
	Received     time.Time
	Closed       *time.Time
	Discontinued bool
	Visits       []Visit
	Pauses       []calendar.Pause
	// Rules say which steps exclude each other.
	Rules *engine.Rulebook
}

// Deviation is where a proceeding strays.
type Deviation struct {
	Kind term.DeviationKind
	// Key and Name are of the step concerned, both empty for the proceeding as a whole; OtherKey and OtherName of the other where two are.
	Key, Name, OtherKey, OtherName string
	// Person took the steps that exclude each other by Rule.
	Person int64
	Rule   string
	// From is its first day, which may lie ahead for what is under way, To the day on which it was made good, nil while it was not.
	From time.Time
	To   *time.Time
}

// Verdict is what is to be said of a proceeding.
type Verdict struct {
	State term.ProceedingState
	Limit term.LimitState
	// Due is the last day of the proceeding as a whole; nil for no limit, and where its end is not known.
	Due        *time.Time
	Deviations []Deviation
}

// judging is one proceeding that is judged; visits in their order.
type judging struct {
	Facts
	visits []Visit
	limits limits
	out    []Deviation
}

// Judge says how a proceeding stands and where it strays. What it says hangs on the facts alone, not on the day on which it is asked.
func Judge(c *calendar.Calendar, f Facts) Verdict {
	j := &judging{Facts: f, visits: slices.Clone(f.Visits), limits: limits{calendar: c, pauses: f.Pauses, state: term.LimitStateNone}}
	slices.SortStableFunc(j.visits, func(a, b Visit) int {
		return cmp.Or(a.Began.Compare(b.Began), cmp.Compare(f.Course.place(a.Key), f.Course.place(b.Key)))
	})
	v := Verdict{State: StateOf(f.Closed, f.Discontinued, f.Pauses)}
	v.Due = j.late()
	if f.Course != nil {
		j.lateSteps()
		j.offMap()
		j.skipped()
		j.excluded()
	}
	j.returned()
	v.Limit, v.Deviations = j.limits.state, j.out
	return v
}

func (j *judging) add(d Deviation) { j.out = append(j.out, d) }

// overrun adds a deviation where something ended after its last day, or has not ended.
func (j *judging) overrun(last time.Time, ended *time.Time, d Deviation) {
	if ended != nil && !ended.After(last) {
		return
	}
	d.From, d.To = last.AddDate(0, 0, 1), ended
	j.add(d)
}

// late judges the proceeding as a whole, and says its last day.
func (j *judging) late() *time.Time {
	last, known := j.limits.last(ClockOf(j.PowerType, j.Limit), j.Received)
	if !known {
		return nil
	}
	j.overrun(last, j.Closed, Deviation{Kind: term.DeviationKindLate})
	return &last
}

func (j *judging) lateSteps() {
	for _, v := range j.visits {
		s := j.Course.place(v.Key)
		if s < 0 {
			continue
		}
		step := j.Course.graph.Steps[s]
		ended := dayOf(v.Ended)
		if ended == nil {
			ended = j.Closed // nothing is under way in what is over
		}
		if last, known := j.limits.last(ClockOf(j.PowerType, step.TimeLimitDays), store.DayOf(v.Began)); known {
			j.overrun(last, ended, Deviation{Kind: term.DeviationKindStepLate, Key: v.Key, Name: step.Name})
		}
	}
}

// offMap adds the steps that the process does not have, each once.
func (j *judging) offMap() {
	told := map[string]bool{}
	for _, v := range j.visits {
		if j.Course.place(v.Key) < 0 && !told[v.Name] {
			told[v.Name] = true
			j.add(Deviation{Kind: term.DeviationKindOffMap, Name: v.Name, From: store.DayOf(v.Began)})
		}
	}
}

// skipped adds the steps that should have been taken by then, each once: before a step that was taken, or by the end. Steps that began at one
// moment count as taken in their right order, since tables often give days alone.
func (j *judging) skipped() {
	const theEnd = -1
	first, told := map[int]time.Time{}, map[int]bool{}
	for _, v := range j.visits {
		if s := j.Course.place(v.Key); s >= 0 {
			if _, taken := first[s]; !taken {
				first[s] = v.Began
			}
		}
	}
	miss := func(x, by int, on time.Time) {
		if told[x] {
			return
		}
		told[x] = true
		steps := j.Course.graph.Steps
		d := Deviation{Kind: term.DeviationKindSkipped, Key: steps[x].Key, Name: steps[x].Name, From: on}
		if by != theEnd {
			d.OtherKey, d.OtherName = steps[by].Key, steps[by].Name
		}
		if at, taken := first[x]; taken {
			d.To = dayOf(&at)
		}
		j.add(d)
	}
	for _, v := range j.visits {
		s := j.Course.place(v.Key)
		if s < 0 {
			continue
		}
		for _, x := range j.Course.before[s] {
			if at, taken := first[x]; !taken || at.After(v.Began) {
				miss(x, s, store.DayOf(v.Began))
			}
		}
	}
	if j.Closed == nil || j.Discontinued {
		return
	}
	for s := range j.Course.graph.Steps {
		if _, taken := first[s]; !taken {
			continue
		}
		for _, x := range j.Course.after[s] {
			if _, taken := first[x]; !taken {
				miss(x, theEnd, *j.Closed)
			}
		}
	}
}

// returned adds the steps that sent a proceeding back, by what is recorded of them or because an earlier step was taken again after them. One is
// made good when the step that sent it back passes it on, or all is over.
func (j *judging) returned() {
	for n, v := range j.visits {
		switch {
		case v.Outcome == term.StepOutcomeReturned && v.Ended != nil:
			d := j.sentBack(n, store.DayOf(*v.Ended))
			if n+1 < len(j.visits) {
				d.OtherKey, d.OtherName = j.visits[n+1].Key, j.name(j.visits[n+1])
			}
			j.add(d)
		case n > 0 && j.again(n):
			d := j.sentBack(n-1, store.DayOf(v.Began))
			d.OtherKey, d.OtherName = v.Key, j.name(v)
			j.add(d)
		}
	}
}

// again tells whether a visit takes a step anew that was taken before the one just before it, which asks for it and did not say that it returned
// anything.
func (j *judging) again(n int) bool {
	s, last := j.Course.place(j.visits[n].Key), j.Course.place(j.visits[n-1].Key)
	if s < 0 || last < 0 || s == last || j.visits[n-1].Outcome == term.StepOutcomeReturned || !has(j.Course.before[last], s) {
		return false
	}
	return slices.ContainsFunc(j.visits[:n-1], func(v Visit) bool { return v.Key == j.visits[n].Key })
}

// sentBack is the deviation of a visit that sent the proceeding back on a day.
func (j *judging) sentBack(n int, on time.Time) Deviation {
	v := j.visits[n]
	d := Deviation{Kind: term.DeviationKindReturned, Key: v.Key, Name: j.name(v), From: on, To: j.Closed}
	for _, later := range j.visits[n+1:] {
		if later.Key == v.Key && later.Name == v.Name && later.Outcome == term.StepOutcomePassed && later.Ended != nil {
			d.To = dayOf(later.Ended)
			break
		}
	}
	return d
}

func (j *judging) name(v Visit) string {
	if s := j.Course.place(v.Key); s >= 0 {
		return j.Course.graph.Steps[s].Name
	}
	return v.Name
}

func dayOf(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	day := store.DayOf(*t)
	return &day
}
