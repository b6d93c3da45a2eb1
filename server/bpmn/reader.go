package bpmn

import (
	"fmt"
	"strings"

	"sineng/server/flow"
)

// reader is a document while it is read.
type reader struct {
	opts  Options
	tree  *tree
	byID  map[string]*element
	notes notebook
	// owner is the process of each element that sequence flows connect.
	owner   map[*element]*reading
	flowing []*element // its keys, in the order of the file
	flows   []flowIn
	// boundaries are the boundary events by what they are attached to, caught those that an end
	// inside of a subprocess leads to.
	boundaries map[*element][]*element
	caught     map[*element]bool
	shapes     map[*element][]*shape
}

// interpret makes processes of a tree.
func interpret(t *tree, o Options) (*Document, error) {
	r := &reader{opts: o, tree: t, byID: map[string]*element{}, owner: map[*element]*reading{}, boundaries: map[*element][]*element{}, caught: map[*element]bool{}, shapes: map[*element][]*shape{}}
	r.index(t.root)
	r.hosts(t.root)
	for _, s := range t.shapes {
		if e := r.find(s.ref); e != nil && s.known {
			r.shapes[e] = append(r.shapes[e], s)
		}
	}
	processes := t.root.of("process")
	readings := make([]*reading, len(processes))
	for i, e := range processes {
		p := &reading{reader: r, el: e, own: e.own("version") != "", inOf: map[*element]int{}, outOf: map[*element]int{}, attached: map[int][]int{}, boxes: []*box{{el: e, in: -1, out: -1}}}
		readings[i] = p
		p.scan(e, 0)
	}
	r.follow()
	doc := &Document{Name: oneLine(t.root.attr("name")), Tool: tool(t)}
	pools := r.pools()
	for _, p := range readings {
		out, err := p.read()
		if err != nil {
			return nil, err
		}
		r.name(out, doc, pools[p.el], len(processes))
		if len(out.Graph.Steps) > 0 {
			doc.Processes = append(doc.Processes, out)
			continue
		}
		r.notes.about(NoteEmptyProcess, p.el, first(out.Name, out.Pool, out.ID))
		r.notes.notes = append(r.notes.notes, p.notes.notes...)
	}
	if len(doc.Processes) == 0 {
		return nil, r.nothing()
	}
	r.leftOver(t.root, &r.notes)
	doc.Notes = r.notes.written()
	for _, space := range t.spaces {
		doc.Notes = append(doc.Notes, extensionNote(space, t.foreign[space]))
	}
	return doc, nil
}

// index gathers elements by id.
func (r *reader) index(e *element) {
	if id := e.attr("id"); id != "" {
		if _, twice := r.byID[id]; twice {
			r.notes.about(NoteDuplicateID, e, id)
		} else {
			r.byID[id] = e
		}
	}
	for _, c := range e.children {
		r.index(c)
	}
}

// hosts gathers boundary events by what they are attached to.
func (r *reader) hosts(e *element) {
	if e.name == "boundaryEvent" {
		if host := r.find(e.attr("attachedToRef")); host != nil {
			r.boundaries[host] = append(r.boundaries[host], e)
		}
	}
	for _, c := range e.children {
		r.hosts(c)
	}
}

// find is the element that a reference names, with a prefix or without; nil for none.
func (r *reader) find(ref string) *element {
	ref = strings.TrimSpace(ref)
	if e := r.byID[ref]; e != nil {
		return e
	}
	return r.byID[local(ref)]
}

// local is a qualified name without its prefix.
func local(ref string) string {
	ref = strings.TrimSpace(ref)
	return ref[strings.LastIndexByte(ref, ':')+1:]
}

// tools are programs that write files without their name, by a namespace that they use.
var tools = []struct{ space, name string }{
	{"http://flowable.org/bpmn", "Flowable"}, {"http://activiti.org/bpmn", "Activiti"}, {"http://camunda.org/schema/1.0/bpmn", "Camunda"},
	{"http://www.jboss.org/drools", "jBPM"}, {"http://www.bizagi.com/bpmn20", "Bizagi"}, {"http://www.signavio.com", "Signavio"},
	{"http://www.boc-group.com", "ADONIS"}, {"http://www.trisotech.com/2014/triso/bpmn", "Trisotech"}, {"http://www.omninet.de/ot/bpmn/v1", "OMNITRACKER"},
}

// tool is the program that wrote a file.
func tool(t *tree) string {
	if name := oneLine(t.root.attr("exporter")); name != "" {
		return excerpt(strings.TrimSpace(name+" "+oneLine(t.root.attr("exporterVersion"))), 200)
	}
	declared := map[string]bool{}
	for _, a := range t.root.attrs {
		if a.Name.Space == "xmlns" {
			declared[a.Value] = true
		}
	}
	for _, k := range tools {
		if declared[k.space] || t.foreign[k.space] != nil {
			return k.name
		}
	}
	return ""
}

func first(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

// pools are the names of pools by their process; what else a collaboration holds is noted.
func (r *reader) pools() map[*element]*element {
	out := map[*element]*element{}
	for _, c := range r.tree.root.of("collaboration") {
		c.done = true
		for _, e := range c.children {
			switch e.name {
			case "participant":
				p := r.find(e.attr("processRef"))
				if p == nil || p.name != "process" {
					r.notes.about(NoteBlackBox, e, e.label())
					e.done = true
					continue
				}
				e.done = true
				if out[p] == nil {
					out[p] = e
				}
			case "messageFlow":
				e.done = true
				r.notes.about(NoteMessageFlow, e, first(oneLine(e.attr("name")), r.called(e.attr("sourceRef"))+" → "+r.called(e.attr("targetRef"))))
			}
		}
	}
	for _, e := range r.tree.root.of("import") {
		e.done = true
		r.notes.about(NoteImport, e, first(e.attr("location"), e.attr("namespace")))
	}
	return out
}

// called is what a note calls the element that a reference names.
func (r *reader) called(ref string) string {
	if e := r.find(ref); e != nil {
		return e.label()
	}
	return ref
}

// name gives a process its name and that of its pool.
func (r *reader) name(p *Process, doc *Document, pool *element, processes int) {
	if pool != nil {
		p.Pool = cut(oneLine(pool.attr("name")), longestName)
	}
	if p.Name == "" {
		p.Name = p.Pool
	}
	if p.Name == "" && processes == 1 {
		p.Name = cut(doc.Name, longestName)
	}
}

// nothing is the error for a file without a step.
func (r *reader) nothing() error {
	has := func(names ...string) bool {
		for _, n := range names {
			if len(r.tree.root.of(n)) > 0 {
				return true
			}
		}
		return false
	}
	const want = ";请导出流程图(process)"
	const wantEnglish = "; export the process diagram"
	switch {
	case has("process"):
		return refuse("NO_STEPS", fmt.Sprintf("文件里有 %d 个流程,但没有一个环节(任务)", len(r.tree.root.of("process"))),
			fmt.Sprintf("The file has %d processes and no step (task) in any", len(r.tree.root.of("process"))))
	case has("choreography", "globalChoreographyTask"):
		return refuse("NO_PROCESS", "文件是编排图(choreography),没有流程"+want, "The file is a choreography and holds no process"+wantEnglish)
	case has("globalConversation", "conversation"):
		return refuse("NO_PROCESS", "文件是会话图(conversation),没有流程"+want, "The file is a conversation and holds no process"+wantEnglish)
	case has("collaboration"):
		return refuse("NO_PROCESS", "文件只有泳池,其中没有流程"+want, "The file holds pools without a process"+wantEnglish)
	}
	return refuse("NO_PROCESS", "文件里没有流程,只有定义"+want, "The file holds definitions and no process"+wantEnglish)
}

// leftOver notes what nothing was made of, those of a process in its own notes.
func (r *reader) leftOver(e *element, in *notebook) {
	for _, c := range e.children {
		switch {
		case c.name == "process" && e.parent == nil:
			continue // told by the process
		case c.done || c.name == "extensionElements":
			r.leftOver(c, in)
		default:
			in.at(NoteNotKept, c)
		}
	}
}

// read makes a process of its nodes.
func (p *reading) read() (*Process, error) {
	out := &Process{ID: p.el.attr("id"), PowerCode: cut(strings.TrimSpace(p.el.own("power")), longestName), Posts: map[string]string{}}
	out.Name = cut(p.text(p.el.attr("name")), longestName)
	var at []int
	for i, n := range p.nodes {
		if n.kind == step {
			at = append(at, i)
		}
	}
	if len(at) > flow.MostSteps {
		name := first(out.Name, out.ID)
		return nil, refuse("TOO_MANY_STEPS", fmt.Sprintf("流程“%s”有 %d 个环节,最多 %d 个;请拆分后导入", name, len(at), flow.MostSteps),
			fmt.Sprintf("The process %s has %d steps, %d at most; split it", name, len(at), flow.MostSteps))
	}
	p.imply()
	f := p.fold(at)
	if f.tangled {
		return nil, refuse("TOO_TANGLED", "流程“"+first(out.Name, out.ID)+"”的网关路径过多,无法展开", "The paths through the gateways of the process "+first(out.Name, out.ID)+" are too many to follow")
	}
	out.Graph.Explanation = p.documentation(p.el, longestStory)
	p.steps(out, f)
	p.leftOver(p.el, &p.notes)
	out.Notes = p.notes.written()
	return out, nil
}

// text is what a name or condition says: as it stands in a file of this program, else in one line.
func (p *reading) text(s string) string {
	if p.own {
		return strings.TrimSpace(s)
	}
	return oneLine(s)
}

// documentation is the text of the documentation of an element.
func (p *reading) documentation(e *element, most int) string {
	var said []string
	for _, d := range e.of("documentation") {
		d.done = true
		s := strings.TrimSpace(d.text.String())
		if !p.own {
			s = plain(s)
		}
		if s != "" {
			said = append(said, s)
		}
	}
	return p.explained(e, strings.Join(said, "\n"), most)
}

// explained is an explanation no longer than it may be.
func (p *reading) explained(e *element, s string, most int) string {
	short := cut(s, most)
	if short != s {
		p.notes.about(NoteExplanationCut, e, e.label())
	}
	return short
}
