package bpmn

import (
	"slices"
	"strings"
)

// kind is what an element of a process is to the graph.
type kind int

const (
	step     kind = iota + 1
	start         // the process begins here
	end           // the process ends here
	gateway       // ways part or meet
	event         // something happens between two steps
	boundary      // something happens during a step
	edge          // into or out of a subprocess that was opened
)

// kinds are the elements that sequence flows connect.
var kinds = map[string]kind{
	"task": step, "userTask": step, "manualTask": step, "serviceTask": step, "scriptTask": step, "businessRuleTask": step,
	"sendTask": step, "receiveTask": step, "callActivity": step, "subProcess": step, "transaction": step, "adHocSubProcess": step,
	"startEvent": start, "endEvent": end,
	"exclusiveGateway": gateway, "parallelGateway": gateway, "inclusiveGateway": gateway, "eventBasedGateway": gateway, "complexGateway": gateway,
	"intermediateCatchEvent": event, "intermediateThrowEvent": event, "boundaryEvent": boundary,
}

func isSubprocess(e *element) bool {
	return e.name == "subProcess" || e.name == "transaction" || e.name == "adHocSubProcess"
}

// opens reports whether an element is a subprocess that shows steps inside.
func opens(e *element) bool {
	if !isSubprocess(e) {
		return false
	}
	for _, c := range e.children {
		if kinds[c.name] == step {
			return true
		}
	}
	return false
}

// node is something that sequence flows connect; a subprocess that was opened is two of them.
type node struct {
	el      *element
	kind    kind
	box     int
	out, in []int
	// reaches is true where a step follows, through whatever is between.
	reaches bool
}

// arc leads from a node to another, along a sequence flow or without one.
type arc struct {
	from, to int
	flow     *element
	used     bool
	told     bool // that a way, a start or an end says its condition
	// condition is when it is followed, once that is known.
	condition string
	known     bool
	// implied marks the way to or from an event that this program drew where the graph names none.
	implied bool
}

// box is the inside of a process or of a subprocess that was opened.
type box struct {
	el          *element
	parent      int
	in, out     int // the nodes that lead in and out; -1 for those of the process
	members     []int
	byEvent     bool
	associating []*element
}

// reading is a process while it is read.
type reading struct {
	*reader
	el    *element
	own   bool
	notes notebook
	nodes []*node
	arcs  []arc
	boxes []*box
	// inOf and outOf are the nodes into and out of which an element's flows lead.
	inOf, outOf map[*element]int
	// attached are the boundary events by the node that they are attached to.
	attached map[int][]int
	// starts are the nodes with which the process begins, begun the steps that begin by themselves.
	starts, begun []int
	budget        int
}

// scan takes the nodes of a process or subprocess.
func (p *reading) scan(e *element, b int) {
	e.done = true
	for _, c := range e.children {
		k := kinds[c.name]
		switch {
		case k != 0:
			p.node(c, k, b)
		case c.name == "sequenceFlow":
			p.flows = append(p.flows, flowIn{c, p})
		case c.name == "association":
			p.boxes[b].associating = append(p.boxes[b].associating, c)
		}
	}
}

func (p *reading) node(e *element, k kind, b int) {
	e.done = true
	p.details(e, k)
	p.owner[e] = p
	p.flowing = append(p.flowing, e)
	if opens(e) {
		p.open(e, b)
		return
	}
	if isSubprocess(e) {
		p.notes.about(NoteSubprocessStep, e, e.label())
		for _, c := range e.children {
			// What is in it says nothing unless it has a name.
			if (kinds[c.name] != 0 || c.name == "sequenceFlow") && trivial[strings.ToLower(oneLine(c.attr("name")))] {
				c.markAll()
			}
		}
	}
	i := p.add(e, k, b)
	p.inOf[e], p.outOf[e] = i, i
	switch {
	case k == start && p.boxes[b].in < 0:
		p.starts = append(p.starts, i)
	case byEvent(e):
		p.notes.about(NoteEventSubprocess, e, e.label())
		p.begun = append(p.begun, i)
	}
}

func (p *reading) add(e *element, k kind, b int) int {
	p.nodes = append(p.nodes, &node{el: e, kind: k, box: b})
	i := len(p.nodes) - 1
	p.boxes[b].members = append(p.boxes[b].members, i)
	return i
}

// open takes the inside of a subprocess.
func (p *reading) open(e *element, b int) {
	in := &box{el: e, parent: b, byEvent: byEvent(e)}
	in.in = p.add(e, edge, b)
	in.out = p.add(e, edge, b)
	p.inOf[e], p.outOf[e] = in.in, in.out
	p.boxes = append(p.boxes, in)
	if in.byEvent {
		p.notes.about(NoteEventSubprocess, e, e.label())
	} else {
		p.notes.about(NoteFlattened, e, e.label())
	}
	p.scan(e, len(p.boxes)-1)
}

// markAll marks an element and all below it as told.
func (e *element) markAll() {
	e.done = true
	for _, c := range e.children {
		c.markAll()
	}
}

// details marks or notes what stands inside of a node.
func (p *reading) details(e *element, k kind) {
	for _, c := range e.children {
		switch {
		case c.name == "incoming" || c.name == "outgoing":
			c.markAll()
		case c.name == "documentation" && k == step && !opens(e):
			c.done = true
		case strings.HasSuffix(c.name, "LoopCharacteristics"):
			p.notes.about(NoteLoop, e, e.label())
			c.markAll()
		case strings.HasSuffix(c.name, "EventDefinition") || c.name == "eventDefinitionRef":
			c.markAll()
		}
	}
	switch k {
	case start, end:
		if e.triggers() != nil || !trivial[strings.ToLower(oneLine(e.attr("name")))] {
			p.notes.about(NoteEventDetail, e, e.eventLabel())
		}
	case event:
		p.notes.about(NoteIntermediate, e, e.eventLabel())
	case step:
		if e.attr("isForCompensation") == "true" {
			p.notes.about(NoteCompensation, e, e.label())
		}
		if e.name == "callActivity" {
			p.notes.about(NoteCallActivity, e, e.label())
		}
	}
}

// trivial are names of events that say nothing.
var trivial = map[string]bool{"": true, "开始": true, "结束": true, "开始事件": true, "结束事件": true, "start": true, "end": true, "start event": true, "end event": true, "startevent": true, "endevent": true}

// triggers are the definitions of an event.
func (e *element) triggers() []*element {
	var out []*element
	for _, c := range e.children {
		if strings.HasSuffix(c.name, "EventDefinition") {
			out = append(out, c)
		}
	}
	return out
}

func (e *element) triggered(by string) bool { return len(e.of(by)) > 0 }

// trigger is what makes an event happen, in words; empty where the file does not say.
func (e *element) trigger() string {
	var said []string
	for _, t := range e.triggers() {
		w := triggers[t.name]
		for _, c := range t.children {
			if v := excerpt(c.value(), 40); v != "" && (strings.HasPrefix(c.name, "time") || c.name == "condition") {
				w += "(" + v + ")"
			}
		}
		if w != "" {
			said = append(said, w)
		}
	}
	return strings.Join(said, "、")
}

func (e *element) eventLabel() string {
	name, t := oneLine(e.attr("name")), e.trigger()
	switch {
	case name != "" && t != "":
		return name + "(" + t + ")"
	case name+t != "":
		return name + t
	}
	return e.attr("id")
}

// connect adds an arc.
func (p *reading) connect(from, to int, flow *element) {
	p.arcs = append(p.arcs, arc{from: from, to: to, flow: flow, implied: flow != nil && flow.own("implied") == "true"})
	i := len(p.arcs) - 1
	p.nodes[from].out = append(p.nodes[from].out, i)
	p.nodes[to].in = append(p.nodes[to].in, i)
}

// flowIn is a sequence flow with the process that holds it.
type flowIn struct {
	el *element
	in *reading
}

// follow makes arcs of the sequence flows of all processes.
func (r *reader) follow() {
	incoming, outgoing := r.ends()
	for _, f := range r.flows {
		f.el.done = true
		for _, c := range f.el.of("conditionExpression") {
			c.markAll()
		}
		from, to := r.end(f.el, "sourceRef", outgoing), r.end(f.el, "targetRef", incoming)
		p := r.owner[from]
		switch {
		case from == nil || to == nil || p == nil || r.owner[to] == nil:
			f.in.notes.about(NoteDanglingFlow, f.el, f.el.flowLabel())
		case p != r.owner[to]:
			f.in.notes.about(NoteCrossFlow, f.el, f.el.flowLabel())
		default:
			p.connect(p.outOf[from], p.inOf[to], f.el)
		}
	}
}

// end is the node at one end of a flow: the one it names, else the one that names it.
func (r *reader) end(f *element, attr string, by map[string]*element) *element {
	if ref := f.attr(attr); ref != "" {
		return r.find(ref)
	}
	return by[f.attr("id")]
}

// ends are the nodes that name a flow as coming in or going out, by its id.
func (r *reader) ends() (incoming, outgoing map[string]*element) {
	incoming, outgoing = map[string]*element{}, map[string]*element{}
	for _, e := range r.flowing {
		for _, c := range e.children {
			switch c.name {
			case "incoming":
				incoming[local(c.value())] = e
			case "outgoing":
				outgoing[local(c.value())] = e
			}
		}
	}
	return incoming, outgoing
}

func (e *element) flowLabel() string {
	if n := oneLine(e.attr("name")); n != "" {
		return n
	}
	return e.attr("id") + "(" + e.attr("sourceRef") + " → " + e.attr("targetRef") + ")"
}

// imply adds the arcs that no flow draws: links, compensation, and into and out of subprocesses.
func (p *reading) imply() {
	p.link()
	for i, b := range p.boxes {
		p.compensate(b)
		if i > 0 {
			p.enterBox(b, i)
		}
	}
	// Inner boxes come after the outer ones, and a box is left only where its inner ones are.
	for i := len(p.boxes) - 1; i > 0; i-- {
		p.leaveBox(p.boxes[i])
	}
	p.attach()
}

// link joins link events: those of a name, else those whose events are called the same, else the
// only two that are left.
func (p *reading) link() {
	var thrown, caught []int
	for i, n := range p.nodes {
		if !n.el.triggered("linkEventDefinition") {
			continue
		}
		switch n.el.name {
		case "intermediateThrowEvent":
			thrown = append(thrown, i)
		case "intermediateCatchEvent":
			caught = append(caught, i)
		}
	}
	thrown, caught = p.linkBy(thrown, caught, func(e *element) string { return oneLine(e.of("linkEventDefinition")[0].attr("name")) })
	thrown, caught = p.linkBy(thrown, caught, func(e *element) string { return oneLine(e.attr("name")) })
	if len(thrown) == 1 && len(caught) == 1 {
		p.connect(thrown[0], caught[0], nil)
		p.notes.about(NoteLinkPaired, p.nodes[thrown[0]].el, p.nodes[thrown[0]].el.label()+" → "+p.nodes[caught[0]].el.label())
		return
	}
	for _, i := range append(thrown, caught...) {
		p.notes.about(NoteLinkUnmatched, p.nodes[i].el, p.nodes[i].el.label())
	}
}

// linkBy joins link events that are called the same, and returns the others.
func (p *reading) linkBy(thrown, caught []int, name func(e *element) string) (throws, catches []int) {
	of, met := map[string]int{}, map[string]bool{}
	for _, i := range slices.Backward(caught) {
		of[name(p.nodes[i].el)] = i
	}
	for _, i := range thrown {
		k := name(p.nodes[i].el)
		if to, ok := of[k]; ok && k != "" {
			p.connect(i, to, nil)
			met[k] = true
		} else {
			throws = append(throws, i)
		}
	}
	for _, i := range caught {
		if !met[name(p.nodes[i].el)] {
			catches = append(catches, i)
		}
	}
	return throws, catches
}

// compensate follows associations from boundary events to the activities that compensate.
func (p *reading) compensate(b *box) {
	for _, a := range b.associating {
		from, to := p.find(a.attr("sourceRef")), p.find(a.attr("targetRef"))
		if from == nil || to == nil || p.owner[from] != p || p.owner[to] != p || !from.triggered("compensateEventDefinition") || kinds[from.name] != boundary || kinds[to.name] != step {
			continue
		}
		a.markAll()
		p.connect(p.outOf[from], p.inOf[to], nil)
	}
}

// enterBox leads into a subprocess: to its start events, else to whatever no flow leads to.
func (p *reading) enterBox(b *box, i int) {
	var begin, free []int
	for _, m := range b.members {
		n := p.nodes[m]
		switch {
		case n.kind == start:
			begin = append(begin, m)
		case n.kind != boundary && len(n.in) == 0 && !byEvent(n.el) && !p.isOut(m) && !n.el.compensates():
			free = append(free, m)
		}
	}
	if len(begin) == 0 {
		begin = free
	}
	if len(begin) == 0 {
		begin = b.members[:1]
	}
	for _, m := range begin {
		p.connect(b.in, m, nil)
	}
	if b.byEvent {
		p.starts = append(p.starts, b.in)
	}
}

// byEvent reports whether an element is a subprocess that begins by an event of its own.
func byEvent(e *element) bool { return isSubprocess(e) && e.attr("triggeredByEvent") == "true" }

// compensates reports whether an element only undoes what was done, so that nothing follows it.
func (e *element) compensates() bool {
	if byEvent(e) {
		for _, s := range e.of("startEvent") {
			if s.triggered("compensateEventDefinition") {
				return true
			}
		}
	}
	return e.attr("isForCompensation") == "true"
}

// isOut reports whether a node is the one that leads out of a subprocess.
func (p *reading) isOut(i int) bool {
	n := p.nodes[i]
	return n.kind == edge && p.outOf[n.el] == i
}

// leaveBox leads out of a subprocess from its end events and from where no flow goes on.
func (p *reading) leaveBox(b *box) {
	for _, m := range b.members {
		n := p.nodes[m]
		if n.kind == boundary || len(n.out) > 0 || n.kind == edge && !p.isOut(m) || n.el.compensates() {
			continue
		}
		to := b.out
		if c := p.catching(n.el, b.el); n.kind == end && c >= 0 {
			to = c
		}
		p.connect(m, to, nil)
	}
	if outer := p.boxes[b.parent]; b.byEvent && outer.out >= 0 && !b.el.compensates() {
		p.connect(b.out, outer.out, nil)
	}
}

// catching is the boundary event of a subprocess that catches how it ends; -1 for none.
func (p *reading) catching(e, sub *element) int {
	for _, trigger := range []string{"errorEventDefinition", "escalationEventDefinition", "cancelEventDefinition"} {
		thrown := e.of(trigger)
		if len(thrown) == 0 {
			continue
		}
		for _, c := range p.boundaries[sub] {
			for _, d := range c.of(trigger) {
				ref := strings.TrimSuffix(trigger, "EventDefinition") + "Ref"
				if want := d.attr(ref); want == "" || want == thrown[0].attr(ref) {
					p.caught[c] = true
					return p.inOf[c]
				}
			}
		}
	}
	return -1
}

// attach leads from what a boundary event is attached to, to the event: from a step by a list, as
// its condition is the event; from a subprocess that was opened as it is left.
func (p *reading) attach() {
	for i, n := range p.nodes {
		if n.kind != boundary {
			continue
		}
		host := p.find(n.el.attr("attachedToRef"))
		to, ok := p.outOf[host]
		switch {
		case host == nil || !ok || p.nodes[to].kind != step && p.nodes[to].kind != edge:
			p.notes.about(NoteUnattached, n.el, n.el.eventLabel())
			continue
		case p.nodes[to].kind == step:
			p.attached[to] = append(p.attached[to], i)
		case !p.caught[n.el]:
			p.connect(to, i, nil)
		}
		p.notes.about(NoteBoundary, n.el, n.el.eventLabel())
	}
}
