package engine

import (
	"cmp"
	"slices"

	"sineng/ent/term"
)

// Terms are the terms on key posts that are beyond their rotation limit, or at most so many days
// before it, the longest beyond it first.
func Terms(ix *Index, nearDays int) []Term {
	var out []Term
	for _, post := range keys(ix.posts) {
		for _, t := range (sight{Index: ix}).terms(post) {
			if t.DaysLeft(ix.day) <= nearDays {
				out = append(out, t)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Term) int { return cmp.Compare(a.Limit, b.Limit) })
	return out
}

// Load is how much of the register one person holds.
type Load struct {
	Person int64
	// Steps are how many steps of each worst grade they hold; Grades of the powers tell it.
	Steps map[term.Grade]int
	// Powers are the powers in which they hold a step of grade A, sorted.
	Powers []int64
}

// Loads are the people who hold at least so many steps of grade A, most first.
func Loads(ix *Index, atLeast int) []Load {
	of := map[int64]*Load{}
	for _, id := range keys(ix.powers) {
		p := ix.powers[id]
		for i, grade := range p.Grades {
			if grade == "" || p.Process == nil || i >= len(p.Process.Steps) || p.Process.Steps[i].PostID == nil {
				continue
			}
			for _, h := range (sight{Index: ix}).holders(*p.Process.Steps[i].PostID) {
				l := of[h.Person]
				if l == nil {
					l = &Load{Person: h.Person, Steps: map[term.Grade]int{}}
					of[h.Person] = l
				}
				l.Steps[grade]++
				if grade == term.GradeA && (len(l.Powers) == 0 || l.Powers[len(l.Powers)-1] != id) {
					l.Powers = append(l.Powers, id)
				}
			}
		}
	}
	var out []Load
	for _, person := range keys(of) {
		if of[person].Steps[term.GradeA] >= atLeast {
			out = append(out, *of[person])
		}
	}
	slices.SortStableFunc(out, func(a, b Load) int { return cmp.Compare(b.Steps[term.GradeA], a.Steps[term.GradeA]) })
	return out
}

// Chain is a power that one person can carry from end to end.
type Chain struct{ Power, Person int64 }

// Chains are all of them, by the holders themselves, without deputies.
func Chains(ix *Index) []Chain {
	var out []Chain
	for _, id := range keys(ix.powers) {
		p := ix.powers[id]
		s, ok := shapeOf(p.Process)
		if !ok {
			continue
		}
		b := sight{Index: ix}.bench(Site{SitePower, id}, ofPower(p, false))
		for _, c := range singleHand(b, &s, &Rule{}, nil) {
			out = append(out, Chain{id, c.Hand.A})
		}
	}
	return out
}

// Unsupervised are the powers that no post supervises: none is recorded for it, and no supervising
// step of the process has a post.
func Unsupervised(ix *Index) []int64 {
	var out []int64
	for _, id := range keys(ix.powers) {
		hs := ofPower(ix.powers[id], true)
		if !slices.ContainsFunc(hs, func(h holding) bool { return h.does(RoleSupervision, term.StepKindSupervise) }) {
			out = append(out, id)
		}
	}
	return out
}
