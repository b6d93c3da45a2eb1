package bpmn_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sineng/server/bpmn"
)

// scribe writes a random process as other tools do, each element with a name of its own.
type scribe struct {
	t     *rapid.T
	n     int
	nodes []string // ids of what flows may connect, and of some things that they may not
	hosts []string
	names []string
}

func (s *scribe) name(prefix string) (id, name string) {
	s.n++
	id, name = fmt.Sprintf("%s%d", prefix, s.n), fmt.Sprintf("«%s%d»", prefix, s.n)
	s.names = append(s.names, name)
	return id, name
}

func (s *scribe) pick(label string, from ...string) string {
	return rapid.SampledFrom(from).Draw(s.t, label)
}

func (s *scribe) inside(depth int) string {
	var b strings.Builder
	for range rapid.IntRange(0, 6).Draw(s.t, "elements") {
		kind := s.pick("kind", "task", "userTask", "callActivity", "subProcess", "transaction", "adHocSubProcess", "startEvent", "endEvent", "exclusiveGateway", "parallelGateway",
			"inclusiveGateway", "eventBasedGateway", "complexGateway", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "dataObject", "textAnnotation", "group")
		id, name := s.name(kind[:1])
		attrs, within := "", ""
		switch kind {
		case "subProcess", "transaction", "adHocSubProcess":
			attrs = s.pick("by", "", "", ` triggeredByEvent="true"`)
			if depth < 3 {
				within = s.inside(depth + 1)
			}
			s.hosts = append(s.hosts, id)
		case "boundaryEvent":
			attrs = fmt.Sprintf(` attachedToRef="%s"`, s.pick("host", append(s.hosts, "nothing")...))
			fallthrough
		case "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent":
			within = s.pick("trigger", "", "<timerEventDefinition/>", "<errorEventDefinition/>", `<linkEventDefinition name="L"/>`, "<compensateEventDefinition/>")
		case "task", "userTask", "callActivity":
			s.hosts = append(s.hosts, id)
		}
		s.nodes = append(s.nodes, id)
		fmt.Fprintf(&b, `<%s id="%s" name="%s"%s>%s</%s>`, kind, id, name, attrs, within, kind)
	}
	for range rapid.IntRange(0, 8).Draw(s.t, "flows") {
		line := "association"
		if rapid.IntRange(0, 4).Draw(s.t, "line") > 0 {
			id, name := s.name("f")
			line = `sequenceFlow id="` + id + `" name="` + name + `"`
		}
		fmt.Fprintf(&b, `<%s sourceRef="%s" targetRef="%s"/>`, line,
			s.pick("from", append(s.nodes, "nothing")...), s.pick("to", append(s.nodes, "nothing")...))
	}
	return b.String()
}

// TestNothingIsLost reads random files of random elements: whatever has a name stands in the
// graph or in a note, and what was read is written and reads as it was.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &scribe{t: t}
		body := s.inside(0)
		lane, laneName := s.name("l")
		other, otherName := s.name("l")
		var refs strings.Builder
		for _, id := range s.nodes {
			if rapid.Bool().Draw(t, "laned") {
				refs.WriteString("<flowNodeRef>" + id + "</flowNodeRef>")
			}
		}
		body = `<laneSet><lane id="` + lane + `" name="` + laneName + `">` + refs.String() + `</lane><lane id="` + other + `" name="` + otherName + `"/></laneSet>` + body
		file := model(`<process id="P" name="流程">` + body + `<task id="Z" name="办结"/></process>`)
		doc := read2(t, file)
		checked(t, doc)
		var all strings.Builder
		whole := true
		for _, p := range doc.Processes {
			fmt.Fprintln(&all, p.Lanes)
			for _, s := range p.Graph.Steps {
				fmt.Fprintln(&all, s.Name, s.Lane)
			}
			for _, e := range p.Graph.Edges {
				fmt.Fprintln(&all, e.Condition)
			}
			for _, n := range append(p.Notes, doc.Notes...) {
				fmt.Fprintln(&all, n.Names)
				for _, name := range n.Names {
					whole = whole && !strings.HasSuffix(name, "…")
				}
				whole = whole && n.Count == len(n.Names)
			}
		}
		if !whole {
			return // a note names the first of many
		}
		for _, name := range s.names {
			if !strings.Contains(all.String(), name) {
				t.Fatalf("%s is lost:\n%s\n%s", name, shown(doc), file)
			}
		}
	})
}

func read2(t *rapid.T, file string) *bpmn.Document {
	doc, err := bpmn.Read(strings.NewReader(file), bpmn.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}
