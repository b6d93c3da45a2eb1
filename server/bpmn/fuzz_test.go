package bpmn_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sineng/ent/term"
	"sineng/server/bpmn"
	"sineng/server/fault"
)

// FuzzRead reads whatever there is: a fault that can be shown, or processes within their limits
// that are written and read as they were.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		process(threeTasks + flows("A>B", `B>C name="退回"`)), prefixed("bpmn"), model(""), "<definitions/>", `{"a":1}`, "",
		process(`<startEvent id="S"/><task id="A"/><boundaryEvent id="b" attachedToRef="A"><timerEventDefinition/></boundaryEvent><parallelGateway id="G"/><endEvent id="E"/>` + flows("S>A", "A>G", "G>E", "b>A")),
		process(`<subProcess id="U" triggeredByEvent="true"><task id="A"/></subProcess><adHocSubProcess id="V"><subProcess id="W"><task id="B"/></subProcess></adHocSubProcess>` + flows("U>V", "V>U")),
		model(`<process id="P"><laneSet><lane id="L1" name="甲"><childLaneSet><lane id="L2" name="乙"><flowNodeRef>A</flowNodeRef></lane></childLaneSet></lane></laneSet>` + threeTasks + `</process>` + shapes),
		`<?xml version="1.0" encoding="GBK"?>` + model(`<process id="P"><task id="A" name="a"/></process>`)[38:],
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		doc, err := bpmn.Read(bytes.NewReader(file), bpmn.Options{MaxBytes: 1 << 20})
		if err != nil {
			for _, e := range fault.All(err) {
				if e.ZH != "" && e.EN != "" {
					return
				}
			}
			t.Fatalf("an error that cannot be shown: %v", err)
		}
		checked(t, doc)
	})
}

// failing is a test that can fail.
type failing interface {
	Fatal(...any)
	Fatalf(string, ...any)
}

// checked looks at each process, writes it and reads it again.
func checked(t failing, doc *bpmn.Document) {
	for _, p := range doc.Processes {
		sound(t, p)
		var out bytes.Buffer
		e := bpmn.Export{Name: p.Name, PowerCode: p.PowerCode, Graph: p.Graph, Posts: p.Posts}
		if err := bpmn.Write(&out, e); err != nil {
			t.Fatal(err)
		}
		again, err := bpmn.Read(&out, bpmn.Options{})
		if err != nil {
			t.Fatal(err)
		}
		q := again.Processes[0]
		if diff := cmp.Diff(e, bpmn.Export{Name: q.Name, PowerCode: q.PowerCode, Graph: q.Graph, Posts: q.Posts}, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	}
}

// sound checks what holds for every process.
func sound(t failing, p *bpmn.Process) {
	within := func(what, s string, least, most int) {
		if n := utf8.RuneCountInString(s); n < least || n > most || s != strings.TrimSpace(s) || strings.ContainsRune(s, 0) {
			t.Fatalf("%s: %q", what, s)
		}
	}
	keys := map[string]bool{}
	for _, s := range p.Graph.Steps {
		within("key", s.Key, 1, 64)
		within("name", s.Name, 1, 200)
		within("lane", s.Lane, 0, 200)
		within("explanation", s.Explanation, 0, 2000)
		if keys[s.Key] || s.Split != term.SplitOne && s.Split != term.SplitAll || s.TimeLimitDays != nil && *s.TimeLimitDays < 0 {
			t.Fatalf("%+v", s)
		}
		keys[s.Key] = true
	}
	within("explanation", p.Graph.Explanation, 0, 4000)
	ways := map[[2]string]bool{}
	for _, e := range p.Graph.Edges {
		within("condition", e.Condition, 0, 500)
		if way := [2]string{e.FromKey, e.ToKey}; ways[way] || !keys[e.FromKey] || !keys[e.ToKey] {
			t.Fatalf("%+v", e)
		} else {
			ways[way] = true
		}
	}
	for _, n := range p.Notes {
		if n.ZH == "" || n.EN == "" || n.Count < 1 || strings.Contains(n.ZH, "%!") {
			t.Fatalf("%+v", n)
		}
	}
}
