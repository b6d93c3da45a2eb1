package engine

import (
	"math/bits"

	"sineng/ent/term"
	"sineng/server/flow"
)

// mask is a set of steps by their numbers.
type mask [2]uint64

// mostSteps is how many steps a process may have to be followed along its ways.
const mostSteps = 128

func (m mask) has(i int) bool      { return m[i>>6]&(1<<(i&63)) != 0 }
func (m *mask) add(i int)          { m[i>>6] |= 1 << (i & 63) }
func (m mask) and(o mask) mask     { return mask{m[0] & o[0], m[1] & o[1]} }
func (m mask) or(o mask) mask      { return mask{m[0] | o[0], m[1] | o[1]} }
func (m mask) without(o mask) mask { return mask{m[0] &^ o[0], m[1] &^ o[1]} }
func (m mask) empty() bool         { return m == mask{} }
func (m mask) within(o mask) bool  { return m.without(o).empty() }

// next is the first step of the set from a number on, -1 where there is none.
func (m mask) next(from int) int {
	for w := from >> 6; w < len(m); w++ {
		if rest := m[w] >> (from & 63) << (from & 63); rest != 0 {
			return w<<6 + bits.TrailingZeros64(rest)
		}
		from = (w + 1) << 6
	}
	return -1
}

// allSteps are the first n steps.
func allSteps(n int) mask {
	var m mask
	for i := range n {
		m.add(i)
	}
	return m
}

// shape is a process as its runs see it.
type shape struct {
	n       int
	after   []mask // without ways from a step to itself
	all     mask   // steps from which all ways are taken
	entries []int
	exits   mask
}

// shapeOf is the shape of a process, nothing for one without steps or with more than can be followed.
func shapeOf(g *flow.Graph) (shape, bool) {
	if g == nil || len(g.Steps) == 0 || len(g.Steps) > mostSteps {
		return shape{}, false
	}
	x := g.Indexed()
	s := shape{n: len(g.Steps), after: make([]mask, len(g.Steps)), entries: x.Entries}
	for i, ways := range x.After {
		for _, j := range ways {
			if j != i {
				s.after[i].add(j)
			}
		}
		if g.Steps[i].Split == term.SplitAll {
			s.all.add(i)
		}
	}
	for _, i := range x.Exits {
		s.exits.add(i)
	}
	return s, true
}

// finishing are the steps from which a run can come to an end by allowed steps alone, themselves
// included: ends; steps with one way on to such a step; and steps from which all ways are taken,
// where every one of them leads to such a step. rank, where it is wanted, becomes in how many rounds
// each was found.
func (s *shape) finishing(allowed mask, rank []int) mask {
	done := s.exits.and(allowed)
	for round := 1; ; round++ {
		var more mask
		for i := range s.n {
			if !allowed.has(i) || done.has(i) {
				continue
			}
			if s.all.has(i) {
				if s.after[i].within(done) && !s.after[i].empty() {
					more.add(i)
				}
			} else if !s.after[i].and(done).empty() {
				more.add(i)
			}
		}
		if more.empty() {
			return done
		}
		if rank != nil {
			for i := more.next(0); i >= 0; i = more.next(i + 1) {
				rank[i] = round
			}
		}
		done = done.or(more)
	}
}

// finishable tells whether some run uses allowed steps alone.
func (s *shape) finishable(allowed mask) bool {
	done := s.finishing(allowed, nil)
	for _, e := range s.entries {
		if done.has(e) {
			return true
		}
	}
	return false
}

// run is a run by allowed steps alone in the order in which it is walked, the one that comes to an
// end soonest; nothing where there is none.
func (s *shape) run(allowed mask) []int {
	rank := make([]int, s.n)
	done := s.finishing(allowed, rank)
	first := -1
	for _, e := range s.entries {
		if done.has(e) && (first < 0 || rank[e] < rank[first]) {
			first = e
		}
	}
	if first < 0 {
		return nil
	}
	var out []int
	var seen mask
	var walk func(int)
	walk = func(i int) {
		if seen.has(i) {
			return
		}
		seen.add(i)
		out = append(out, i)
		if s.exits.has(i) {
			return
		}
		ways := s.after[i].and(done)
		best := ways.next(0)
		for j := best; j >= 0; j = ways.next(j + 1) {
			if s.all.has(i) {
				walk(j)
			} else if rank[j] < rank[best] {
				best = j
			}
		}
		if s.all.has(i) {
			return
		}
		walk(best)
	}
	walk(first)
	return out
}
