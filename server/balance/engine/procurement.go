package engine

import (
	"slices"

	"sineng/ent/term"
)

var (
	// buying are the kinds of steps by which somebody procures, accepting those by which somebody accepts.
	buying    = []term.StepKind{term.StepKindHandle, term.StepKindApprove, term.StepKindDecide, term.StepKindExecute}
	accepting = []term.StepKind{term.StepKindInspect}

	// buysAndAccepts is the part of the rule that is about one person.
	buysAndAccepts = func() *twoLists {
		procurement := []term.PowerType{term.PowerTypeProcurement}
		return &twoLists{hand: SameHandPerson, steps: true,
			left:  sideOf(Side{Join: JoinAnyOf, Selectors: []Selector{{Kind: SelectorStep, Steps: buying, PowerTypes: procurement}}}),
			right: sideOf(Side{Join: JoinAnyOf, Selectors: []Selector{{Kind: SelectorStep, Steps: accepting, PowerTypes: procurement}}})}
	}()
)

// procurementAcceptance finds who procures and accepts in one bureau, and two people of whom each
// accepts in a process what the other procures.
func procurementAcceptance(b *bench, rule *Rule, out []Conflict) []Conflict {
	out = buysAndAccepts.judge(b, rule, out)
	left, right, some := buysAndAccepts.marked(b)
	if !some {
		return out
	}
	// Only who does both can be one of two who do it for each other.
	var both []int64
	hands(b.people, func(person int64, holds []held) {
		if buysAndAccepts.breaks(holds, left, right) {
			both = append(both, person)
		}
	})
	for i, one := range both {
		for _, two := range both[i+1:] {
			first, second := handOf(b.people, one), handOf(b.people, two)
			there, since1 := b.serve(first, second, left, right)
			back, since2 := b.serve(second, first, left, right)
			if len(there) == 0 || len(back) == 0 {
				continue
			}
			holds := slices.Concat(there, back)
			out = append(out, b.conflict(rule, Hand{HandPair, one, two}, holds, left, right, max(since1, since2)))
		}
	}
	return out
}

// serve are the steps by which one procures and the other accepts in a process, with the first day of
// it.
func (b *bench) serve(buyer, acceptor []held, left, right []uint32) (out []held, since Day) {
	for _, l := range buyer {
		for _, r := range acceptor {
			if left[l.what] == 0 || right[r.what] == 0 || b.holdings[l.what].power != b.holdings[r.what].power {
				continue
			}
			if day := max(l.since, r.since); len(out) == 0 || day < since {
				since = day
			}
			out = append(out, l, r)
		}
	}
	return out, since
}
