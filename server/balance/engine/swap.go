package engine

import (
	"cmp"
	"slices"
)

// Swap is that two people change posts. Both appointments begin anew on the day of the facts.
type Swap struct {
	// Due is the appointment that is to be rotated, With the one it is swapped with.
	Due, With Appointment
	// Removed are the conflicts that the swap ends.
	Removed []Conflict
}

// changes are those of a swap.
func (s Swap) changes(on Day) []Change {
	return []Change{
		SetAppointment{Appointment{s.Due.ID, s.Due.Person, s.With.Post, on}},
		SetAppointment{Appointment{s.With.ID, s.With.Person, s.Due.Post, on}},
	}
}

// RotationPlan is a plan of swaps 年度轮岗计划 and what it leaves over.
type RotationPlan struct {
	Swaps []Swap
	// Open are the terms for which no swap was found.
	Open []Term
	// Limited tells that the budget was used up before all swaps were tried.
	Limited bool
}

// PlanRotation proposes swaps for those who are on their key posts for too long, or will be within so
// many days. It is greedy: the longest term first, with whoever is due too before others, of the same
// unit before others of the bureau; each swap is tried with those before it made, makes no new
// conflict, and nobody is in two. So another choice might rotate more people, and a swap may hang on
// those before it: the plan is carried out in its order. budget is how many swaps are tried.
func PlanRotation(s *State, nearDays, budget int) RotationPlan {
	var out RotationPlan
	var undo []Change
	due := Terms(s.ix, nearDays)
	moved := map[int64]bool{}
	isDue := map[[2]int64]bool{}
	for _, t := range due {
		isDue[[2]int64{t.Person, t.Post}] = true
	}
	for _, t := range due {
		if moved[t.Person] {
			continue
		}
		swap, ok := Swap{}, false
		for _, with := range s.partners(t, isDue) {
			if moved[with.Person] {
				continue
			}
			if budget--; budget < 0 {
				out.Limited = true
				break
			}
			swap = Swap{Due: s.ix.termed(t), With: with}
			d, back := s.apply(swap.changes(s.ix.day))
			if ok = len(d.Added) == 0; ok {
				swap.Removed = d.Removed
				undo = append(undo, s.reverse(swap)...)
				break
			}
			back()
		}
		if !ok {
			out.Open = append(out.Open, t)
			continue
		}
		out.Swaps = append(out.Swaps, swap)
		moved[t.Person], moved[swap.With.Person] = true, true
	}
	s.Apply(undo...)
	return out
}

// reverse puts the appointments of a swap back as they were.
func (s *State) reverse(w Swap) []Change {
	return []Change{SetAppointment{w.Due}, SetAppointment{w.With}}
}

// termed is the appointment that a term is counted from.
func (ix *Index) termed(t Term) Appointment {
	for _, a := range ix.Appointments(t.Person) {
		if a.Post == t.Post && a.From == t.From {
			return a
		}
	}
	return Appointment{}
}

// partners are the appointments of the bureau that a term could be swapped with, the best first.
func (s *State) partners(t Term, due map[[2]int64]bool) []Appointment {
	var out []Appointment
	for _, u := range s.ix.inBureau(s.ix.bureauOf(t.Unit)) {
		for _, post := range s.ix.postsOf[u] {
			if post == t.Post {
				continue
			}
			for _, a := range s.ix.appointedTo[post] {
				if a.Person != t.Person {
					out = append(out, a)
				}
			}
		}
	}
	rank := func(a Appointment) int {
		switch {
		case due[[2]int64{a.Person, a.Post}]:
			return 0
		case s.ix.posts[a.Post].Unit == t.Unit:
			return 1
		}
		return 2
	}
	slices.SortFunc(out, func(a, b Appointment) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.ID, b.ID)) })
	return out
}
