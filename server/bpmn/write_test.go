package bpmn_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"sineng/ent/term"
	"sineng/server/bpmn"
	"sineng/server/fault"
	"sineng/server/flow"
)

func written(t interface {
	Helper()
	Fatal(...any)
}, e bpmn.Export) string {
	t.Helper()
	var out bytes.Buffer
	if err := bpmn.Write(&out, e); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// texts are what people type, line breaks and signs of XML among them.
func texts(most int) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		runes := rapid.SliceOfN(rapid.SampledFrom([]rune("审核受理a <>&\"'\n\t\r/；或且：？\u3000\U0001F4D1\u00a0]")), 0, 12).Draw(t, "runes")
		s := strings.TrimSpace(string(runes))
		if rapid.IntRange(0, 20).Draw(t, "long") == 0 {
			s = strings.Repeat("长", most)
		}
		return s
	})
}

// exports are random processes.
var exports = rapid.Custom(func(t *rapid.T) bpmn.Export {
	n := rapid.IntRange(1, 12).Draw(t, "steps")
	e := bpmn.Export{Name: texts(200).Draw(t, "name"), PowerCode: texts(60).Draw(t, "code"), Posts: map[string]string{}}
	e.Graph.Explanation = texts(4000).Draw(t, "story")
	kinds, discretions := term.StepKind("").Values(), term.Discretion("").Values()
	lanes := rapid.SliceOfN(texts(200), 1, 3).Draw(t, "lanes")
	for i := range n {
		s := &flow.Step{Key: fmt.Sprintf("%s%d", strings.TrimSpace(rapid.SampledFrom([]string{"", "环节 ", "Step_", "<"}).Draw(t, "key")), i), Name: "环节" + texts(190).Draw(t, "step"), Kind: term.StepKind(rapid.SampledFrom(kinds).Draw(t, "kind")),
			Starts: rapid.Bool().Draw(t, "starts"), Ends: rapid.Bool().Draw(t, "ends"), Split: rapid.SampledFrom([]term.Split{term.SplitOne, term.SplitAll}).Draw(t, "split"), Explanation: texts(2000).Draw(t, "explanation")}
		if rapid.Bool().Draw(t, "laned") {
			s.Lane = rapid.SampledFrom(lanes).Draw(t, "lane")
		}
		if rapid.Bool().Draw(t, "timed") {
			days := rapid.IntRange(0, 1<<31-1).Draw(t, "days")
			s.TimeLimitDays = &days
		}
		if rapid.Bool().Draw(t, "discretionary") {
			d := term.Discretion(rapid.SampledFrom(discretions).Draw(t, "discretion"))
			s.Discretion = &d
		}
		if rapid.Bool().Draw(t, "placed") {
			s.Place = &flow.Place{X: rapid.IntRange(-5000, 5000).Draw(t, "x"), Y: rapid.IntRange(-5000, 5000).Draw(t, "y")}
		}
		if post := rapid.SampledFrom(append(lanes, "", "科员")).Draw(t, "post"); post != "" {
			e.Posts[s.Key] = post
		}
		e.Graph.Steps = append(e.Graph.Steps, s)
	}
	seen := map[[2]int]bool{}
	for range rapid.IntRange(0, 2*n).Draw(t, "ways") {
		way := [2]int{rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")}
		if !seen[way] {
			seen[way] = true
			e.Graph.Edges = append(e.Graph.Edges, &flow.Edge{FromKey: e.Graph.Steps[way[0]].Key, ToKey: e.Graph.Steps[way[1]].Key, Condition: texts(500).Draw(t, "condition")})
		}
	}
	return e
})

// TestWhatIsWrittenReadsAsItWas writes random processes and reads them again.
func TestWhatIsWrittenReadsAsItWas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := exports.Draw(t, "export")
		file := written(t, e)
		doc, err := bpmn.Read(strings.NewReader(file), bpmn.Options{Kind: func(string) term.StepKind { return "asked" }})
		if err != nil {
			t.Fatal(err, file)
		}
		p := doc.Processes[0]
		got := bpmn.Export{Name: p.Name, PowerCode: p.PowerCode, Graph: p.Graph, Posts: p.Posts}
		if diff := cmp.Diff(e, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%s\n%s", diff, file)
		}
		if len(doc.Processes) != 1 || len(p.Notes)+len(doc.Notes) > 0 || doc.Tool != "Sineng 四能 1" {
			t.Fatalf("%s\n%s", shown(doc), file)
		}
		if again := written(t, got); again != file {
			t.Fatal("written otherwise the second time")
		}
	})
}

type drawn struct {
	Process struct {
		Nodes []struct {
			XMLName xml.Name
			ID      string `xml:"id,attr"`
			Name    string `xml:"name,attr"`
			Source  string `xml:"sourceRef,attr"`
			Target  string `xml:"targetRef,attr"`
		} `xml:",any"`
		Lanes []struct {
			ID   string   `xml:"id,attr"`
			Refs []string `xml:"flowNodeRef"`
		} `xml:"laneSet>lane"`
	} `xml:"process"`
	Shapes []drawnShape `xml:"BPMNDiagram>BPMNPlane>BPMNShape"`
	Edges  []struct {
		Of     string    `xml:"bpmnElement,attr"`
		Points []coord   `xml:"waypoint"`
		Label  *struct{} `xml:"BPMNLabel"`
	} `xml:"BPMNDiagram>BPMNPlane>BPMNEdge"`
}

type coord struct {
	X int `xml:"x,attr"`
	Y int `xml:"y,attr"`
}

type drawnShape struct {
	Of     string `xml:"bpmnElement,attr"`
	Bounds struct {
		X int `xml:"x,attr"`
		Y int `xml:"y,attr"`
		W int `xml:"width,attr"`
		H int `xml:"height,attr"`
	} `xml:"Bounds"`
}

func (s drawnShape) holds(p coord) bool {
	return p.X > s.Bounds.X && p.X < s.Bounds.X+s.Bounds.W && p.Y > s.Bounds.Y && p.Y < s.Bounds.Y+s.Bounds.H
}

func (s drawnShape) within(o drawnShape) bool {
	return s.Bounds.X >= o.Bounds.X && s.Bounds.Y >= o.Bounds.Y && s.Bounds.X+s.Bounds.W <= o.Bounds.X+o.Bounds.W && s.Bounds.Y+s.Bounds.H <= o.Bounds.Y+o.Bounds.H
}

// TestDrawing draws random processes: each element once, in its lane, none on another, and no
// line through a figure.
func TestDrawing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := written(t, exports.Draw(t, "export"))
		var d drawn
		if err := xml.Unmarshal([]byte(file), &d); err != nil {
			t.Fatal(err)
		}
		shapes := map[string]drawnShape{}
		for _, s := range d.Shapes {
			if _, twice := shapes[s.Of]; twice {
				t.Fatalf("%s is drawn twice", s.Of)
			}
			shapes[s.Of] = s
		}
		pool := shapes["Participant_1"]
		for _, l := range d.Process.Lanes {
			if !shapes[l.ID].within(pool) {
				t.Fatalf("%s is not in the pool", l.ID)
			}
			for _, ref := range l.Refs {
				if !shapes[ref].within(shapes[l.ID]) {
					t.Fatalf("%s is not in %s", ref, l.ID)
				}
			}
		}
		var nodes []drawnShape
		flows, named := map[string][2]string{}, map[string]bool{}
		for _, n := range d.Process.Nodes {
			switch n.XMLName.Local {
			case "sequenceFlow":
				flows[n.ID] = [2]string{n.Source, n.Target}
				named[n.ID] = n.Name != ""
			case "documentation", "laneSet":
			default:
				s, there := shapes[n.ID]
				if !there || !s.within(pool) {
					t.Fatalf("%s is not drawn in the pool", n.ID)
				}
				for _, o := range nodes {
					if s.Bounds.X < o.Bounds.X+o.Bounds.W && o.Bounds.X < s.Bounds.X+s.Bounds.W && s.Bounds.Y < o.Bounds.Y+o.Bounds.H && o.Bounds.Y < s.Bounds.Y+s.Bounds.H {
						t.Fatalf("%s lies on %s", s.Of, o.Of)
					}
				}
				nodes = append(nodes, s)
			}
			for _, r := range n.ID {
				if r > 127 {
					t.Fatalf("the id %s is not plain", n.ID)
				}
			}
		}
		if len(d.Edges) != len(flows) {
			t.Fatalf("%d lines for %d flows", len(d.Edges), len(flows))
		}
		for _, e := range d.Edges {
			if (e.Label != nil) != named[e.Of] {
				t.Fatalf("%s, named: %v, label: %v", e.Of, named[e.Of], e.Label != nil)
			}
			first, last := e.Points[0], e.Points[len(e.Points)-1]
			from, to := shapes[flows[e.Of][0]].Bounds, shapes[flows[e.Of][1]].Bounds
			if first != (coord{from.X + from.W, from.Y + from.H/2}) || last != (coord{to.X, to.Y + to.H/2}) {
				t.Fatalf("%s does not go from %v to %v: %v", e.Of, from, to, e.Points)
			}
			crossing(t, e.Of, e.Points, nodes)
		}
	})
}

// crossing fails where a line runs through a figure.
func crossing(t *rapid.T, id string, points []coord, nodes []drawnShape) {
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		if a.X != b.X && a.Y != b.Y {
			t.Fatalf("%s runs aslant: %v", id, points)
		}
		for steps := 1; steps < 40; steps++ {
			p := coord{a.X + (b.X-a.X)*steps/40, a.Y + (b.Y-a.Y)*steps/40}
			for _, n := range nodes {
				if n.holds(p) {
					t.Fatalf("%s runs through %s: %v", id, n.Of, points)
				}
			}
		}
	}
}

// TestChangesElsewhere reads files of this program that another changed by hand.
func TestChangesElsewhere(t *testing.T) {
	e := bpmn.Export{Name: "许可", Posts: map[string]string{"a": "窗口岗", "b": "审核岗"}, Graph: flow.Graph{
		Steps: []*flow.Step{{Key: "a", Name: "受理", Kind: term.StepKindAccept, Split: term.SplitAll}, {Key: "b", Name: "审核", Kind: term.StepKindReview}, {Key: "c", Name: "公示", Kind: term.StepKindHandle, Lane: "审核岗"}},
		Edges: []*flow.Edge{{FromKey: "a", ToKey: "b"}, {FromKey: "a", ToKey: "c"}}}}
	file := written(t, e)
	for name, c := range map[string]struct {
		from, to, want string
	}{
		"nothing": {"", "", "a& 受理\nb 审核\nc 公示 [审核岗]\na>b\na>c\n"},
		"another gateway": {"parallelGateway", "exclusiveGateway", `
			a 受理
			b 审核
			c 公示 [审核岗]
			a>b
			a>c`},
		"another lane": {`name="审核岗"`, `name="复核岗"`, `
			a& 受理
			b 审核 [复核岗]
			c 公示 [复核岗]
			a>b
			a>c
			! LANE_MOVED 1`},
		"a new start": {`<bpmn:sequenceFlow id="Flow_1"`, `<bpmn:startEvent id="New"/><bpmn:sequenceFlow id="F" sourceRef="New" targetRef="Step_2"/><bpmn:sequenceFlow id="Flow_1"`, `
			a& 受理
			b^ 审核
			c 公示 [审核岗]
			a>b
			a>c`},
		"marks that are not valid": {`sn:kind="REVIEW"`, `sn:kind="X" sn:days="-1" sn:discretion="Y" sn:x="1" sn:y="z" sn:split="W"`, `
			a& 受理
			b 审核
			c 公示 [审核岗]
			a>b
			a>c
			! INVALID_MARK 5`},
		"a key twice": {`sn:key="b"`, `sn:key="a"`, `
			a& 受理
			Step_2 审核
			c 公示 [审核岗]
			a>Step_2
			a>c
			! KEY_CHANGED 1`},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(file, c.from) {
				t.Fatalf("no %s in %s", c.from, file)
			}
			same(t, shown(read(t, strings.ReplaceAll(file, c.from, c.to))), c.want)
		})
	}
}

func TestNothingToWrite(t *testing.T) {
	err := bpmn.Write(&bytes.Buffer{}, bpmn.Export{Name: "空"})
	if all := fault.All(err); len(all) != 1 || all[0].Reason != "NO_STEPS" {
		t.Error(err)
	}
}
