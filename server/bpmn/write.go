package bpmn

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"sineng/ent/term"
	"sineng/server/flow"
)

// exporter is how files that this program wrote name it.
const exporter = "Sineng 四能"

// Export is a process to be written as BPMN.
type Export struct {
	// Name is what the process is called, PowerCode the code of its power.
	Name, PowerCode string
	Graph           flow.Graph
	// Posts are the names of the posts of the steps by their keys. A step without a lane of its own
	// stands in that of its post.
	Posts map[string]string
}

// Write writes a process as BPMN 2.0 with its diagram. The same process gives the same bytes, and
// Read gives the graph back as it was but for the ids of its posts.
func Write(w io.Writer, e Export) error {
	e.Graph = e.Graph.Trimmed()
	if len(e.Graph.Steps) == 0 {
		return refuse("NO_STEPS", "流程没有环节,无法导出", "The process has no step to export")
	}
	d := draw(e)
	d.layOut()
	out := &writer{}
	out.definitions(e, d)
	_, err := io.WriteString(w, out.String())
	return err
}

// figure is an element of the drawing that flows connect.
type figure struct {
	id, element, name string
	step              *flow.Step
	band              int // its lane among those of the drawing
	in, out           []int
	column, row       int
	wide, high        int
}

// line is a sequence flow of the drawing.
type line struct {
	id, condition string
	from, to      int
	implied       bool // drawn though the graph does not name the beginning or end
	expressed     bool // its condition is written as an expression too
}

// drawing is a process with the events and gateways that BPMN draws.
type drawing struct {
	figures []*figure
	lines   []*line
	bands   []string // the names of the lanes; one of them may be empty
	laned   bool
	rows    []int // how many rows each band has
	columns int
}

// draw adds to the steps of a graph what BPMN wants around them.
func draw(e Export) *drawing {
	d := &drawing{}
	g := e.Graph
	x := g.Indexed()
	band := d.banding(e)
	for i, s := range g.Steps {
		d.add(figure{id: fmt.Sprintf("Step_%d", i+1), element: "userTask", name: s.Name, step: s, band: band[i], wide: 100, high: 80})
	}
	leaving := make([]int, len(g.Steps)) // the figure that the ways from a step leave
	ways := make([]int, len(g.Steps))
	for _, w := range g.Edges {
		if from, _, ok := ends(x, w); ok {
			ways[from]++
		}
	}
	var around []*line
	for _, i := range x.Entries {
		start := d.add(figure{id: fmt.Sprintf("Start_%d", i+1), element: "startEvent", name: "开始", band: band[i], wide: 36, high: 36})
		around = append(around, &line{from: start, to: i, implied: !g.Steps[i].Starts})
	}
	exits := map[int]bool{}
	for _, i := range x.Exits {
		exits[i] = true
	}
	for i, s := range g.Steps {
		leaving[i] = i
		all := s.Split == term.SplitAll && ways[i] > 1
		if exits[i] && ways[i] > 0 || ways[i] > 1 && !all {
			choice := d.add(figure{id: fmt.Sprintf("Choice_%d", i+1), element: "exclusiveGateway", band: band[i], wide: 50, high: 50})
			around = append(around, &line{from: i, to: choice})
			leaving[i] = choice
		}
		if exits[i] {
			end := d.add(figure{id: fmt.Sprintf("End_%d", i+1), element: "endEvent", name: "结束", band: band[i], wide: 36, high: 36})
			around = append(around, &line{from: leaving[i], to: end, implied: !s.Ends})
		}
		if all {
			fork := d.add(figure{id: fmt.Sprintf("Fork_%d", i+1), element: "parallelGateway", band: band[i], wide: 50, high: 50})
			around = append(around, &line{from: leaving[i], to: fork})
			leaving[i] = fork
		}
	}
	for _, l := range around {
		d.connect(l)
	}
	for _, w := range g.Edges {
		if from, to, ok := ends(x, w); ok {
			at := leaving[from]
			d.connect(&line{from: at, to: to, condition: w.Condition, expressed: w.Condition != "" && d.figures[at].element != "parallelGateway"})
		}
	}
	return d
}

// ends are the numbers of the steps at the ends of a way, where both are there.
func ends(x flow.Index, w *flow.Edge) (from, to int, ok bool) {
	from, ok = x.Of[w.FromKey]
	to, there := x.Of[w.ToKey]
	return from, to, ok && there
}

func (d *drawing) add(f figure) int {
	d.figures = append(d.figures, &f)
	return len(d.figures) - 1
}

func (d *drawing) connect(l *line) {
	l.id = fmt.Sprintf("Flow_%d", len(d.lines)+1)
	d.figures[l.from].out = append(d.figures[l.from].out, len(d.lines))
	d.figures[l.to].in = append(d.figures[l.to].in, len(d.lines))
	d.lines = append(d.lines, l)
}

// banding gives each step its lane: its own, else that of its post, else one without a name.
func (d *drawing) banding(e Export) []int {
	of := map[string]int{}
	band := make([]int, len(e.Graph.Steps))
	names := make([]string, len(band))
	for i, s := range e.Graph.Steps {
		names[i] = first(s.Lane, cut(strings.TrimSpace(e.Posts[s.Key]), longestLane))
		if _, there := of[names[i]]; !there && names[i] != "" {
			of[names[i]] = len(d.bands)
			d.bands = append(d.bands, names[i])
		}
	}
	d.laned = len(d.bands) > 0
	for i, name := range names {
		if _, there := of[name]; !there {
			of[name] = len(d.bands)
			d.bands = append(d.bands, name)
		}
		band[i] = of[name]
	}
	return band
}

// writer writes XML.
type writer struct {
	strings.Builder
	open []string
}

// start opens an element with attributes, name and value in turn; those without a value are left out.
func (w *writer) start(name string, attrs ...string) {
	w.tag(name, attrs, ">")
	w.WriteByte('\n')
	w.open = append(w.open, name)
}

func (w *writer) end() {
	name := w.open[len(w.open)-1]
	w.open = w.open[:len(w.open)-1]
	w.indent()
	w.WriteString("</" + name + ">\n")
}

func (w *writer) empty(name string, attrs ...string) {
	w.tag(name, attrs, "/>")
	w.WriteByte('\n')
}

// text writes an element with a text; nothing where there is none.
func (w *writer) text(name, text string, attrs ...string) {
	if text == "" {
		return
	}
	w.tag(name, attrs, ">")
	w.escape(text)
	w.WriteString("</" + name + ">\n")
}

func (w *writer) tag(name string, attrs []string, end string) {
	w.indent()
	w.WriteString("<" + name)
	for i := 0; i < len(attrs); i += 2 {
		if attrs[i+1] == "" {
			continue
		}
		w.WriteString(" " + attrs[i] + `="`)
		w.escape(attrs[i+1])
		w.WriteString(`"`)
	}
	w.WriteString(end)
}

func (w *writer) indent() { w.WriteString(strings.Repeat("  ", len(w.open))) }

func (w *writer) escape(s string) {
	// A Builder takes whatever is written to it.
	_ = xml.EscapeText(&w.Builder, []byte(s))
}

func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}

func (w *writer) definitions(e Export, d *drawing) {
	w.WriteString(xml.Header)
	w.start("bpmn:definitions", "xmlns:bpmn", nsModel, "xmlns:bpmndi", nsDiagram, "xmlns:dc", nsBounds, "xmlns:di", nsDrawing, "xmlns:xsi", nsXSI, "xmlns:sn", nsOwn,
		"id", "Definitions_1", "targetNamespace", nsOwn, "exporter", exporter, "exporterVersion", "1")
	w.start("bpmn:collaboration", "id", "Collaboration_1")
	w.empty("bpmn:participant", "id", "Participant_1", "name", e.Name, "processRef", "Process_1")
	w.end()
	w.start("bpmn:process", "id", "Process_1", "name", e.Name, "isExecutable", "false", "sn:version", "1", "sn:power", e.PowerCode)
	w.text("bpmn:documentation", e.Graph.Explanation)
	w.lanes(d)
	for _, f := range d.figures {
		w.figure(e, d, f)
	}
	for _, l := range d.lines {
		w.line(d, l)
	}
	w.end()
	w.diagram(d)
	w.end()
}

func (w *writer) lanes(d *drawing) {
	if !d.laned {
		return
	}
	w.start("bpmn:laneSet", "id", "LaneSet_1")
	for i, name := range d.bands {
		w.start("bpmn:lane", "id", fmt.Sprintf("Lane_%d", i+1), "name", name, "sn:none", yes(name == ""))
		for _, f := range d.figures {
			if f.band == i {
				w.text("bpmn:flowNodeRef", f.id)
			}
		}
		w.end()
	}
	w.end()
}

func (w *writer) figure(e Export, d *drawing, f *figure) {
	attrs := []string{"id", f.id, "name", f.name}
	if s := f.step; s != nil {
		attrs = append(attrs, marks(s, strings.TrimSpace(e.Posts[s.Key]))...)
	}
	w.start("bpmn:"+f.element, attrs...)
	if f.step != nil {
		w.text("bpmn:documentation", f.step.Explanation)
	}
	for _, i := range f.in {
		w.text("bpmn:incoming", d.lines[i].id)
	}
	for _, i := range f.out {
		w.text("bpmn:outgoing", d.lines[i].id)
	}
	w.end()
}

// marks are what BPMN has no place for.
func marks(s *flow.Step, post string) []string {
	out := []string{"sn:key", s.Key, "sn:kind", string(s.Kind)}
	if s.Split == term.SplitAll {
		// Read only where no gateway says otherwise.
		out = append(out, "sn:split", string(s.Split))
	}
	if s.Discretion != nil {
		out = append(out, "sn:discretion", string(*s.Discretion))
	}
	out = append(out, "sn:post", post, "sn:lane", yes(post != "" && s.Lane != ""))
	if s.TimeLimitDays != nil {
		out = append(out, "sn:days", strconv.Itoa(*s.TimeLimitDays))
	}
	if s.Place != nil {
		out = append(out, "sn:x", strconv.Itoa(s.Place.X), "sn:y", strconv.Itoa(s.Place.Y))
	}
	return out
}

func (w *writer) line(d *drawing, l *line) {
	attrs := []string{"id", l.id, "name", l.condition, "sourceRef", d.figures[l.from].id, "targetRef", d.figures[l.to].id, "sn:implied", yes(l.implied)}
	if !l.expressed {
		w.empty("bpmn:sequenceFlow", attrs...)
		return
	}
	w.start("bpmn:sequenceFlow", attrs...)
	w.text("bpmn:conditionExpression", l.condition, "xsi:type", "bpmn:tFormalExpression")
	w.end()
}
