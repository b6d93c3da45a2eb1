package engine

import (
	"math/bits"
	"slices"
)

func (m mask) count() int { return bits.OnesCount64(m[0]) + bits.OnesCount64(m[1]) }

// cover is the answer to who is the fewest: bounds, and a set, by numbers, of as many as most.
type cover struct {
	least, most int
	set         []int
}

// fewest finds the fewest carriers such that some run is made of steps that one of them carries, or
// that are free. It deepens: all sets of one, of two, and so on, until one is found or as many are
// needed as a greedy choice has, or the budget of sets is used up. Some run must exist.
func (s *shape) fewest(carry []mask, free mask, budget int) cover {
	if s.finishable(free) {
		return cover{}
	}
	f := &finder{shape: s, carry: carry, use: undominated(carry, free), budget: budget}
	best := f.greedy(free)
	if best == nil {
		// No run is held at all but by whoever is left out; a step's holders are all of them.
		return cover{}
	}
	for k := 1; k < len(best); k++ {
		f.found = nil
		ok := f.search(free, f.use, k, nil)
		if ok {
			return cover{k, k, f.found}
		}
		if f.budget < 0 {
			return cover{k, len(best), best}
		}
	}
	return cover{len(best), len(best), best}
}

// undominated are the carriers who carry something that no other carries beside all else of theirs.
func undominated(carry []mask, free mask) []int {
	var out []int
	for i, a := range carry {
		a = a.without(free)
		if a.empty() {
			continue
		}
		dominated := false
		for j, b := range carry {
			b = b.without(free)
			if i != j && a.within(b) && (a != b || j < i) {
				dominated = true
				break
			}
		}
		if !dominated {
			out = append(out, i)
		}
	}
	return out
}

type finder struct {
	*shape
	carry  []mask
	use    []int
	budget int
	found  []int
}

// search tells whether at most left of the carriers allowed complete what is covered. Whatever run is
// completed, its first step that is not covered is one to which covered steps lead; so one carrier of
// such a step is among them, and each is tried without those tried before it.
func (f *finder) search(covered mask, allowed []int, left int, chosen []int) bool {
	f.budget--
	if f.finishable(covered) {
		f.found = chosen
		return true
	}
	if left == 0 || f.budget < 0 {
		return false
	}
	all := covered
	for _, i := range allowed {
		all = all.or(f.carry[i])
	}
	useful := f.finishing(all, nil)
	need, ok := f.uncovered(covered, useful)
	if !ok {
		return false
	}
	most := 0
	for _, i := range allowed {
		most = max(most, f.carry[i].without(covered).and(useful).count())
	}
	if most == 0 || (need+most-1)/most > left {
		return false
	}
	front := f.frontier(covered, useful)
	var try []int
	for _, i := range allowed {
		if !f.carry[i].and(front).empty() {
			try = append(try, i)
		}
	}
	slices.SortStableFunc(try, func(a, b int) int {
		return f.carry[b].without(covered).and(useful).count() - f.carry[a].without(covered).and(useful).count()
	})
	rest := slices.Clone(allowed)
	for _, i := range try {
		at := slices.Index(rest, i)
		rest = slices.Delete(rest, at, at+1)
		if f.search(covered.or(f.carry[i]), rest, left-1, append(slices.Clip(chosen), i)) {
			return true
		}
		if f.budget < 0 {
			return false
		}
	}
	return false
}

// frontier are the useful steps that are not covered and to which covered ones lead from a start.
func (f *finder) frontier(covered, useful mask) mask {
	var out, seen mask
	queue := slices.Clone(f.entries)
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		if seen.has(i) || !useful.has(i) {
			continue
		}
		seen.add(i)
		if !covered.has(i) {
			out.add(i)
			continue
		}
		for j := f.after[i].next(0); j >= 0; j = f.after[i].next(j + 1) {
			queue = append(queue, j)
		}
	}
	return out
}

// uncovered is a number of steps that every run by useful steps has beside the covered ones, as few as
// its longest branch, and whether there is a run.
func (f *finder) uncovered(covered, useful mask) (int, bool) {
	const none = 1 << 20
	var cost [mostSteps]int
	for i := range cost {
		cost[i] = none
	}
	for changed := true; changed; {
		changed = false
		for i := f.n - 1; i >= 0; i-- {
			if !useful.has(i) {
				continue
			}
			on := none
			if f.all.has(i) || f.exits.has(i) {
				on = 0
			}
			if !f.exits.has(i) {
				for j := f.after[i].next(0); j >= 0; j = f.after[i].next(j + 1) {
					if f.all.has(i) {
						on = max(on, cost[j])
					} else {
						on = min(on, cost[j])
					}
				}
			}
			if !covered.has(i) {
				on++
			}
			if on < cost[i] {
				cost[i], changed = on, true
			}
		}
	}
	best := none
	for _, e := range f.entries {
		best = min(best, cost[e])
	}
	return best, best < none
}

// greedy is some set that completes a run: who carries most of what is missing of the shortest run,
// one after another, and then without those who are not needed.
func (f *finder) greedy(free mask) []int {
	all := free
	for _, i := range f.use {
		all = all.or(f.carry[i])
	}
	var run mask
	for _, i := range f.run(all) {
		run.add(i)
	}
	if run.empty() {
		return nil
	}
	var set []int
	for missing := run.without(free); !missing.empty(); {
		best, gain := -1, 0
		for _, i := range f.use {
			if n := f.carry[i].and(missing).count(); n > gain {
				best, gain = i, n
			}
		}
		set = append(set, best)
		missing = missing.without(f.carry[best])
	}
	for i := 0; i < len(set); {
		covered := free
		for j, c := range set {
			if j != i {
				covered = covered.or(f.carry[c])
			}
		}
		if f.finishable(covered) {
			set = slices.Delete(set, i, i+1)
		} else {
			i++
		}
	}
	return set
}
