package proceeding

import (
	"sineng/ent/term"
	"sineng/server/flow"
)

// Course says of a process which steps a proceeding that takes one has to have taken before, and has to take after. It is worked out once for a
// version of a process.
type Course struct {
	graph flow.Graph
	index flow.Index
	// before are, by step, the steps without which it can't be reached; after those that every way from it to an end takes.
	before, after [][]int
}

// NewCourse works out the course of a process.
func NewCourse(g flow.Graph) *Course {
	c := &Course{graph: g, index: g.Indexed()}
	n := len(g.Steps)
	c.before, c.after = make([][]int, n), make([][]int, n)
	c.mustAfter()
	c.mustBefore()
	return c
}

// mustAfter fills after: a step has to be taken where no run from the other is left without it.
func (c *Course) mustAfter() {
	whole := c.ends(-1)
	for x := range c.graph.Steps {
		without := c.ends(x)
		for s := range c.graph.Steps {
			if s != x && whole[s] && !without[s] {
				c.after[s] = append(c.after[s], x)
			}
		}
	}
}

// ends marks the steps from which a run to an end is left when a step is taken out, -1 for none.
func (c *Course) ends(out int) []bool {
	good := make([]bool, len(c.graph.Steps))
	for _, s := range c.index.Exits {
		good[s] = s != out
	}
	for changed := true; changed; {
		changed = false
		for s, step := range c.graph.Steps {
			if good[s] || s == out || len(c.index.After[s]) == 0 {
				continue
			}
			some, all := false, true
			for _, next := range c.index.After[s] {
				some, all = some || good[next], all && good[next]
			}
			if step.Split == term.SplitAll && all || step.Split != term.SplitAll && some {
				good[s], changed = true, true
			}
		}
	}
	return good
}

// mustBefore fills before: a step has to have been taken where the other can't be reached without it, and where it lies on a branch that is taken
// beside others which meet again before the other.
func (c *Course) mustBefore() {
	whole := c.reached(c.index.Entries, -1)
	for x := range c.graph.Steps {
		without := c.reached(c.index.Entries, x)
		for s := range c.graph.Steps {
			if s != x && whole[s] && !without[s] {
				c.before[s] = append(c.before[s], x)
			}
		}
	}
	for s := range c.graph.Steps {
		for _, g := range append([]int{}, c.before[s]...) {
			if c.graph.Steps[g].Split != term.SplitAll {
				continue
			}
			for _, head := range c.index.After[g] {
				c.branch(s, head)
			}
		}
	}
}

// branch adds to what a step asks for the steps of a branch, where the branch always leads to it.
func (c *Course) branch(s, head int) {
	if head == s || !has(c.after[head], s) {
		return
	}
	for _, x := range append([]int{head}, c.after[head]...) {
		if x != s && !has(c.before[s], x) && (x == head || !c.reached([]int{head}, x)[s]) {
			c.before[s] = append(c.before[s], x)
		}
	}
}

// reached marks the steps that can be reached from others when a step is taken out, -1 for none.
func (c *Course) reached(from []int, out int) []bool {
	var start []int
	for _, s := range from {
		if s != out {
			start = append(start, s)
		}
	}
	ways := c.index.After
	if out >= 0 {
		ways = make([][]int, len(c.index.After))
		for s, after := range c.index.After {
			for _, next := range after {
				if s != out && next != out {
					ways[s] = append(ways[s], next)
				}
			}
		}
	}
	return flow.Reach(start, ways)
}

func has(list []int, v int) bool {
	for _, w := range list {
		if w == v {
			return true
		}
	}
	return false
}

// place is the number of a step by its key, -1 for none.
func (c *Course) place(key string) int {
	if c == nil {
		return -1
	}
	if s, known := c.index.Of[key]; known && key != "" {
		return s
	}
	return -1
}
