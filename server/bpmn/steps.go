package bpmn

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sineng/ent/term"
	"sineng/server/flow"
)

// steps makes the steps and ways of the graph, those of other programs in the order of the ways.
func (p *reading) steps(out *Process, f *folded) {
	l := p.lanes()
	made := make([]*flow.Step, len(f.at))
	keys := p.keys(f.at)
	for i, at := range f.at {
		e := p.nodes[at].el
		s := &flow.Step{Key: keys[i], Starts: f.starts[i], Ends: f.ends[i], Split: f.split[i]}
		p.named(e, s)
		p.marked(e, s)
		p.inLane(e, s, l, out)
		made[i] = s
	}
	order := p.order(f)
	for _, i := range order {
		out.Graph.Steps = append(out.Graph.Steps, made[i])
	}
	ways := f.ways
	if !p.own {
		place := make([]int, len(order))
		for at, i := range order {
			place[i] = at
		}
		sort.SliceStable(ways, func(i, j int) bool { return place[ways[i].from] < place[ways[j].from] })
	}
	for _, w := range ways {
		out.Graph.Edges = append(out.Graph.Edges, &flow.Edge{FromKey: keys[w.from], ToKey: keys[w.to], Condition: p.condition(w, made[w.from], made[w.to])})
	}
	out.Lanes = l.names()
}

// condition is the condition of a way: any of those that lead along it.
func (p *reading) condition(w *way, from, to *flow.Step) string {
	between := from.Name + " → " + to.Name
	said := strings.Join(w.conditions, or)
	if w.always && said != "" {
		p.notes.add(NoteWaysJoined, "", between+":"+said, 0)
		return ""
	}
	if len(w.conditions) > 1 {
		p.notes.add(NoteWaysJoined, "", between, 0)
	}
	short := cut(said, longestCondition)
	if short != said {
		p.notes.add(NoteConditionCut, "", between, 0)
	}
	return short
}

// named gives a step its name and explanation.
func (p *reading) named(e *element, s *flow.Step) {
	name := p.text(e.attr("name"))
	said := p.documentation(e, longestExplanation)
	if name == "" {
		name = word(e.name)[0]
		p.notes.about(NoteNameMissing, e, first(e.attr("id"), name))
	}
	s.Name = cut(name, longestName)
	if s.Name != name {
		p.notes.about(NoteNameCut, e, name)
		said = p.explained(e, strings.TrimSpace("全称:"+name+"\n"+said), longestExplanation)
	}
	s.Explanation = said
}

// marked gives a step what this program wrote beside it.
func (p *reading) marked(e *element, s *flow.Step) {
	invalid := func(name string) {
		p.notes.about(NoteOwnInvalid, e, name+"="+e.own(name))
	}
	number := func(name string) *int {
		if e.own(name) == "" {
			return nil
		}
		n, err := strconv.ParseInt(e.own(name), 10, 32)
		if err != nil {
			invalid(name)
			return nil
		}
		v := int(n)
		return &v
	}
	s.Kind = term.StepKind(e.own("kind"))
	if !slices.Contains(s.Kind.Values(), string(s.Kind)) {
		if s.Kind != "" {
			invalid("kind")
		}
		s.Kind = p.opts.Kind(s.Name)
	}
	if said := term.Split(e.own("split")); said != "" && !slices.Contains(said.Values(), string(said)) {
		invalid("split")
	}
	if d := term.Discretion(e.own("discretion")); slices.Contains(d.Values(), string(d)) {
		s.Discretion = &d
	} else if d != "" {
		invalid("discretion")
	}
	s.TimeLimitDays = number("days")
	if s.TimeLimitDays != nil && *s.TimeLimitDays < 0 {
		invalid("days")
		s.TimeLimitDays = nil
	}
	if x, y := number("x"), number("y"); x != nil && y != nil {
		s.Place = &flow.Place{X: *x, Y: *y}
	}
}

// inLane gives a step its lane, and the name of its post. Where a file of this program shows a
// step in the lane of its post, the step has none of its own.
func (p *reading) inLane(e *element, s *flow.Step, l *laning, out *Process) {
	if ln := p.laneOf(e, l); ln != nil {
		ln.used = true
		s.Lane = ln.path
	}
	post := strings.TrimSpace(e.own("post"))
	switch {
	case post == "":
	case e.own("lane") == "true":
		out.Posts[s.Key] = post
	case s.Lane == cut(post, longestLane):
		out.Posts[s.Key] = post
		s.Lane = ""
	default:
		p.notes.about(NoteLaneMoved, e, e.label()+":"+post)
	}
}

// keys are the keys of steps: those that this program wrote, else ids that are short and plain,
// else numbers.
func (p *reading) keys(at []int) []string {
	out := make([]string, len(at))
	taken := map[string]bool{}
	take := func(i int, key string) {
		if out[i] == "" && key != "" && utf8.RuneCountInString(key) <= longestKey && !taken[key] {
			out[i] = key
			taken[key] = true
		}
	}
	for i, n := range at {
		key := strings.TrimSpace(p.nodes[n].el.own("key"))
		take(i, key)
		if key != "" && out[i] == "" {
			p.notes.about(NoteKeyChanged, p.nodes[n].el, key)
		}
	}
	for i, n := range at {
		if id := p.nodes[n].el.attr("id"); isPlain(id) {
			take(i, id)
		}
	}
	next := 1
	for i := range at {
		for ; out[i] == ""; next++ {
			take(i, strconv.Itoa(next))
		}
	}
	return out
}

func isPlain(id string) bool {
	for _, r := range id {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-' && r != '.' {
			return false
		}
	}
	return true
}

// order is the order of the steps: that of the file where this program wrote it; else as the
// process runs, since tools list elements as they were drawn.
func (p *reading) order(f *folded) []int {
	n := len(f.at)
	out := make([]int, 0, n)
	if p.own {
		for i := range n {
			out = append(out, i)
		}
		return out
	}
	after := make([][]int, n)
	led := make([]bool, n)
	for _, w := range f.ways {
		after[w.from] = append(after[w.from], w.to)
		led[w.to] = led[w.to] || w.from != w.to
	}
	seen := make([]bool, n)
	var visit func(i int)
	visit = func(i int) {
		seen[i] = true
		for _, j := range slices.Backward(after[i]) {
			if !seen[j] {
				visit(j)
			}
		}
		out = append(out, i)
	}
	// What is finished last comes first; so the last entry is followed first.
	for i := n - 1; i >= 0; i-- {
		if (f.starts[i] || !led[i]) && !seen[i] {
			visit(i)
		}
	}
	slices.Reverse(out)
	for i := range n {
		if !seen[i] {
			from := len(out)
			visit(i)
			slices.Reverse(out[from:])
		}
	}
	return out
}
