package engine

import (
	"slices"

	"sineng/ent/term"
)

// holding is something that can be held: a step or a role by a post, a post itself, or a portfolio.
type holding struct {
	kind SelectorKind // STEP, ROLE, POST or PORTFOLIO
	// power and step are of a step or a role; step is the number in the process.
	power *Power
	step  int
	role  Role
	post  int64
	unit  int64
	// portfolio is the portfolio; its person holds it.
	portfolio Portfolio
	since     Day
}

// stepKind is the kind of a step.
func (h *holding) stepKind() term.StepKind { return h.power.Process.Steps[h.step].Kind }

// afterSteps is the place of roles in the order of the parts of a power.
const afterSteps = 1 << 20

// part is the holding as a part of a conflict.
func (h *holding) part() Part {
	p := Part{Post: h.post, Unit: h.unit, Role: h.role, Portfolio: h.portfolio.ID}
	if h.power != nil {
		p.Power, p.Unit, p.order = h.power.ID, h.power.Unit, afterSteps
	}
	if h.kind == SelectorStep {
		p.Step, p.order = h.power.Process.Steps[h.step].Key, h.step
		if h.step < len(h.power.StepIDs) {
			p.StepID = h.power.StepIDs[h.step]
		}
	}
	return p
}

// settlement is how a hand gives the holding up.
func (h *holding) settlement() Settlement {
	switch h.kind {
	case SelectorStep:
		return Settlement{Kind: SettleReassignStep, Power: h.power.ID, Step: h.power.Process.Steps[h.step].Key, Post: h.post}
	case SelectorRole:
		return Settlement{Kind: SettleReassignRole, Power: h.power.ID, Role: h.role, Post: h.post}
	case SelectorPortfolio:
		return Settlement{Kind: SettleMovePortfolio, Portfolio: h.portfolio.ID, Unit: h.unit, Person: h.portfolio.Person}
	}
	return Settlement{Kind: SettleReplaceHolder, Post: h.post}
}

// ofPower are the steps and roles of a power.
func ofPower(p *Power, roles bool) []holding {
	var out []holding
	if p.Process != nil {
		out = make([]holding, 0, len(p.Process.Steps)+4)
		for i, s := range p.Process.Steps {
			if s.PostID != nil && *s.PostID != 0 {
				out = append(out, holding{kind: SelectorStep, power: p, step: i, post: *s.PostID, since: p.ProcessSince})
			}
		}
	}
	if !roles {
		return out
	}
	for i, post := range p.Exercising {
		if !slices.Contains(p.Exercising[:i], post) {
			out = append(out, holding{kind: SelectorRole, power: p, role: RoleExercise, post: post, since: p.Since})
		}
	}
	for _, r := range []struct {
		role Role
		post int64
	}{{RoleDecision, p.Decision}, {RoleExecution, p.Execution}, {RoleSupervision, p.Supervision}} {
		if r.post != 0 {
			out = append(out, holding{kind: SelectorRole, power: p, role: r.role, post: r.post, since: p.Since})
		}
	}
	return out
}

// selects tells whether the selector selects a holding. Within a power a selector of posts selects
// steps and roles, elsewhere the posts themselves.
func (s *Selector) selects(ix *Index, h *holding, withinPower bool) bool {
	switch s.Kind {
	case SelectorStep, SelectorRole:
		if h.kind != s.Kind {
			return false
		}
	case SelectorPower:
		if h.power == nil {
			return false
		}
	case SelectorPost:
		if withinPower != (h.power != nil) || h.post == 0 {
			return false
		}
	case SelectorPortfolio:
		return h.kind == SelectorPortfolio && in(s.Portfolios, h.portfolio.Kind) &&
			(len(s.Functions) == 0 || FunctionSet(s.Functions...)&ix.units[h.unit].Functions != 0)
	}
	return (len(s.Steps) == 0 || slices.Contains(s.Steps, h.stepKind())) && in(s.Roles, h.role) && in(s.Posts, h.post) &&
		(h.power == nil || in(s.PowerTypes, h.power.Type) && in(s.Powers, h.power.ID))
}

// in tells whether a condition is met; an empty one is none.
func in[T comparable](condition []T, v T) bool {
	return len(condition) == 0 || slices.Contains(condition, v)
}

// held is that somebody, by number of their hand, holds a holding, by its place in a list.
type held struct {
	hand  int64
	what  int
	since Day
}

// heldByPeople tells who holds what, sorted by person.
func (v sight) heldByPeople(hs []holding) []held {
	out := make([]held, 0, len(hs))
	var holders []Holder
	for i := range hs {
		h := &hs[i]
		if h.kind == SelectorPortfolio {
			if !v.away[h.portfolio.Person] {
				out = append(out, held{h.portfolio.Person, i, h.since})
			}
			continue
		}
		holders = v.appendHolders(holders[:0], h.post)
		for _, p := range holders {
			out = append(out, held{p.Person, i, max(h.since, p.From)})
		}
	}
	return sorted(out)
}

// heldByPosts tells which post holds what, heldByUnits which unit by its posts.
func heldByPosts(hs []holding) []held {
	var out []held
	for i := range hs {
		if hs[i].post != 0 {
			out = append(out, held{hs[i].post, i, hs[i].since})
		}
	}
	return sorted(out)
}

func (ix *Index) heldByUnits(hs []holding) []held {
	var out []held
	for i := range hs {
		if unit := ix.posts[hs[i].post].Unit; unit != 0 {
			out = append(out, held{unit, i, hs[i].since})
		}
	}
	return sorted(out)
}

func sorted(list []held) []held {
	slices.SortFunc(list, func(a, b held) int {
		switch {
		case a.hand != b.hand:
			return less(a.hand < b.hand)
		case a.what != b.what:
			return less(a.what < b.what)
		}
		return int(a.since - b.since)
	})
	return list
}

func less(is bool) int {
	if is {
		return -1
	}
	return 1
}

// hands calls with what each hand holds, in the order of the hands.
func hands(list []held, each func(hand int64, holds []held)) {
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && list[to].hand == list[from].hand {
			to++
		}
		each(list[from].hand, list[from:to])
		from = to
	}
}

// handOf is what one hand holds, from a sorted list.
func handOf(list []held, hand int64) []held {
	from, _ := slices.BinarySearchFunc(list, hand, func(h held, hand int64) int {
		if h.hand == hand {
			return 0
		}
		return less(h.hand < hand)
	})
	to := from
	for to < len(list) && list[to].hand == hand {
		to++
	}
	return list[from:to]
}
