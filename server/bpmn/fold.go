package bpmn

import (
	"slices"
	"sort"
	"strings"

	"sineng/ent/term"
)

const (
	// mostVisits is how often the fold comes through one node on the ways from a step, so that the
	// paths of a ladder of gateways are not all followed.
	mostVisits = 8
	// mostMoves is how many arcs are followed in a process.
	mostMoves = 1_000_000
	// mostTexts is how many conditions of one way are put together.
	mostTexts = 20
)

// way leads from a step to another through whatever stands between.
type way struct {
	from, to   int // numbers of steps
	order      int
	conditions []string
	always     bool
}

// folded is a process without what stands between its steps.
type folded struct {
	at           []int // the nodes of the steps
	ways         []*way
	split        []term.Split
	starts, ends []bool
	tangled      bool
}

// spot is a node that is come to, with what was read on the way there.
type spot struct {
	node, before int
	arc          int // that led here; -1 for none
	condition    string
	order        int
	told         bool // that a way or an end says how it was come to
}

// said is a node with a condition under which it was come to.
type said struct {
	node      int
	condition string
}

type folding struct {
	*reading
	*folded
	number map[int]int // of a step by its node
	byPair map[[2]int]*way
	named  map[*element]bool // gateways whose name is part of a condition
}

// fold follows the ways from each step to the next, and from the starts.
func (p *reading) fold(at []int) *folded {
	f := &folding{reading: p, folded: &folded{at: at, split: make([]term.Split, len(at)), starts: make([]bool, len(at)), ends: make([]bool, len(at))},
		number: map[int]int{}, byPair: map[[2]int]*way{}, named: map[*element]bool{}}
	for i, n := range at {
		f.number[n] = i
	}
	p.budget = mostMoves
	f.reach()
	for i := range at {
		f.from(i)
	}
	f.begin()
	f.tangled = p.budget <= 0
	f.told()
	sort.SliceStable(f.ways, func(i, j int) bool { return f.ways[i].order < f.ways[j].order })
	return f.folded
}

// reach marks the nodes that a step follows.
func (f *folding) reach() {
	queue := append([]int{}, f.at...)
	for _, i := range queue {
		f.nodes[i].reaches = true
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for _, a := range f.nodes[i].in {
			if from := f.nodes[f.arcs[a].from]; !from.reaches {
				from.reaches = true
				queue = append(queue, f.arcs[a].from)
			}
		}
	}
}

// parts is how many of the ways from a node lead to a step.
func (f *folding) parts(n *node) int {
	out := 0
	for _, a := range n.out {
		if to := f.nodes[f.arcs[a].to]; to.reaches && to.kind != boundary {
			out++
		}
	}
	return out
}

// from follows the ways from a step.
func (f *folding) from(i int) {
	at := f.at[i]
	spots := []spot{{node: at, before: -1, arc: -1}}
	for _, b := range f.attached[at] {
		spots = append(spots, spot{node: b, before: 0, arc: -1, order: f.nodes[b].el.order, condition: f.nodes[b].el.happens(f.reading)})
	}
	visits, parted := map[int]int{}, map[int]bool{}
	seen := map[said]bool{}
	var parting []*node
	cutOff := false
	for k := 0; k < len(spots) && f.budget > 0; k++ {
		s := spots[k]
		n := f.nodes[s.node]
		if !parted[s.node] && n.kind != boundary && f.parts(n) > 1 {
			parting = append(parting, n)
		}
		parted[s.node] = true
		if len(n.out) == 0 && n.kind != step && n.kind != boundary {
			f.endsAfter(i, n, s)
			f.tell(spots, k)
		}
		for _, a := range n.out {
			f.budget--
			arc := &f.arcs[a]
			arc.used = true
			next := spot{node: arc.to, before: k, arc: a, condition: f.joined(s.condition, f.conditionOf(n, arc)), order: s.order}
			if arc.flow != nil {
				next.order = arc.flow.order
			}
			if to := f.nodes[arc.to]; to.kind == boundary {
				next.condition = f.joined(next.condition, to.el.happens(f.reading))
			}
			switch to := f.nodes[arc.to]; {
			case to.kind == step:
				f.way(i, f.number[arc.to], next)
				arc.told = true
				f.tell(spots, k)
			case arc.implied && to.kind == end:
			case visits[arc.to] > 0 && f.behind(spots, k, arc.to):
			case visits[arc.to] >= mostVisits:
				cutOff = true
			default:
				key := said{arc.to, next.condition}
				if seen[key] {
					arc.told = true
					break
				}
				seen[key] = true
				visits[arc.to]++
				spots = append(spots, next)
			}
		}
	}
	if cutOff {
		f.notes.about(NotePathsLeftOut, f.nodes[at].el, f.nodes[at].el.label())
	}
	f.split[i] = f.splitAfter(f.nodes[at], parting)
}

// tell marks the arcs by which a spot was come to as told.
func (f *folding) tell(spots []spot, k int) {
	for ; k >= 0 && !spots[k].told; k = spots[k].before {
		spots[k].told = true
		if a := spots[k].arc; a >= 0 {
			f.arcs[a].told = true
		}
	}
}

// behind reports whether a node was come through on the way to a spot.
func (f *folding) behind(spots []spot, k, node int) bool {
	for ; k >= 0; k = spots[k].before {
		f.budget--
		if spots[k].node == node {
			return true
		}
	}
	return false
}

// endsAfter marks a step after which the process may end.
func (f *folding) endsAfter(i int, n *node, s spot) {
	f.ends[i] = true
	condition := s.condition
	if condition != "" {
		f.notes.about(NoteEndCondition, n.el, f.nodes[f.at[i]].el.label()+":"+condition)
	}
}

// way adds a way, or its condition to the way that is there.
func (f *folding) way(from, to int, s spot) {
	w := f.byPair[[2]int{from, to}]
	if w == nil {
		w = &way{from: from, to: to, order: s.order}
		f.byPair[[2]int{from, to}] = w
		f.ways = append(f.ways, w)
	}
	switch {
	case s.condition == "":
		w.always = true
	case slices.Contains(w.conditions, s.condition) || len(w.conditions) > mostTexts:
	default:
		w.conditions = append(w.conditions, s.condition)
	}
	w.order = min(w.order, s.order)
}

// joined puts two conditions together that both hold.
func (f *folding) joined(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "" || len(a) > 4*longestCondition:
		// A text that is too long is cut in the end; here it must not grow without bound.
		return a
	}
	return a + also + b
}

// conditionOf is when an arc from a node is followed; it is worked out once.
func (f *folding) conditionOf(n *node, a *arc) string {
	if !a.known {
		a.condition, a.known = f.workedOut(n, a), true
	}
	return a.condition
}

func (f *folding) workedOut(n *node, a *arc) string {
	said := ""
	if a.flow != nil {
		said = f.text(a.flow.attr("name"))
		if said == "" && len(n.out) > 1 && n.el.attr("default") != "" && f.find(n.el.attr("default")) == a.flow {
			said = otherwise
		}
		if said == "" {
			for _, c := range a.flow.of("conditionExpression") {
				said = f.text(c.value())
			}
		}
	}
	switch {
	case n.kind == gateway && n.el.asks() && len(n.out) > 1:
		if name := f.text(n.el.attr("name")); name != "" && said != "" {
			f.named[n.el] = true
			return strings.TrimRight(name, "?？:： ") + "：" + said
		}
	case n.kind == event && n.el.name == "intermediateCatchEvent":
		if !n.el.triggered("linkEventDefinition") {
			return f.joined(f.text(n.el.attr("name")), said)
		}
	}
	return said
}

// asks reports whether the name of a gateway is a question that its ways answer.
func (e *element) asks() bool {
	return e.name == "exclusiveGateway" || e.name == "inclusiveGateway" || e.name == "complexGateway"
}

// happens is a boundary event as a condition.
func (e *element) happens(p *reading) string {
	return first(p.text(e.attr("name")), e.trigger(), "发生中断事件")
}

// splitAfter says whether one or all of the ways from a step are taken, by the nodes at which
// they part, the nearest first.
func (f *folding) splitAfter(at *node, parting []*node) term.Split {
	var said []term.Split
	for _, n := range parting {
		switch {
		case n == at, n.kind == edge && n == f.nodes[f.outOf[n.el]]:
			said = append(said, f.unguarded(n))
		case n.kind == edge:
			// Several beginnings of a subprocess: start events are alternatives, steps are not.
			if f.nodes[f.arcs[n.out[0]].to].kind == start {
				said = append(said, term.SplitOne)
			} else {
				said = append(said, term.SplitAll)
			}
		case n.el.name == "parallelGateway" || n.kind != gateway:
			said = append(said, term.SplitAll)
		default:
			said = append(said, term.SplitOne)
		}
	}
	if len(said) == 0 {
		if own := term.Split(at.el.own("split")); own == term.SplitAll {
			return own
		}
		return term.SplitOne
	}
	if slices.Contains(said, term.SplitOne) && slices.Contains(said, term.SplitAll) {
		f.notes.about(NoteMixed, at.el, at.el.label())
	}
	return said[0]
}

// unguarded is the split of a step with several ways and no gateway: by the standard all are
// taken unless they have conditions, and who writes answers on them means a choice.
func (f *folding) unguarded(n *node) term.Split {
	for _, a := range n.out {
		flow := f.arcs[a].flow
		if flow != nil && (oneLine(flow.attr("name")) != "" || len(flow.of("conditionExpression")) > 0) || n.el.attr("default") != "" {
			f.notes.about(NoteImplicitOne, n.el, n.el.label())
			return term.SplitOne
		}
	}
	f.notes.about(NoteImplicitAll, n.el, n.el.label())
	return term.SplitAll
}

// begin marks the steps with which the process may begin.
func (f *folding) begin() {
	for _, at := range f.begun {
		f.folded.starts[f.number[at]] = true
	}
	seen := map[int]bool{}
	queue := append([]int{}, f.reading.starts...)
	for _, i := range queue {
		seen[i] = true
	}
	for len(queue) > 0 {
		n := f.nodes[queue[0]]
		queue = queue[1:]
		for _, a := range n.out {
			arc := &f.arcs[a]
			arc.used = true
			if arc.implied {
				continue
			}
			if said := f.conditionOf(n, arc); said != "" {
				f.notes.about(NoteStartCondition, n.el, said)
				arc.told = true
			}
			if i, ok := f.number[arc.to]; ok {
				f.folded.starts[i] = true
			} else if !seen[arc.to] {
				seen[arc.to] = true
				queue = append(queue, arc.to)
			}
		}
	}
}

// told notes what gateways and flows there are that the ways do not show.
func (f *folding) told() {
	for _, n := range f.nodes {
		if n.kind != gateway {
			continue
		}
		if name := oneLine(n.el.attr("name")); name != "" && !f.named[n.el] {
			f.notes.about(NoteGatewayName, n.el, name)
		}
		joins := n.el.name == "parallelGateway" || n.el.name == "inclusiveGateway" || n.el.name == "complexGateway"
		if joins && len(n.in) > 1 {
			f.notes.about(NoteJoin, n.el, n.el.label())
		}
		if len(n.out) < 2 {
			continue
		}
		switch n.el.name {
		case "inclusiveGateway":
			f.notes.about(NoteInclusive, n.el, n.el.label())
		case "complexGateway":
			f.notes.about(NoteComplex, n.el, n.el.label())
		case "eventBasedGateway":
			f.notes.about(NoteEventGateway, n.el, n.el.label())
		}
	}
	for _, a := range f.arcs {
		if a.flow == nil {
			continue
		}
		if !a.used {
			f.notes.about(NoteUnusedFlow, a.flow, f.nodes[a.from].el.label()+" → "+f.nodes[a.to].el.label()+bracketed(a.flow.attr("name")))
		}
		if a.used && !a.told && a.condition != "" {
			f.notes.about(NoteConditionLost, a.flow, a.condition)
		}
		said := f.text(a.flow.attr("name"))
		for _, c := range a.flow.of("conditionExpression") {
			if v := f.text(c.value()); said != "" && v != "" && v != said {
				f.notes.about(NoteExpression, a.flow, said+":"+v)
			}
		}
	}
}
