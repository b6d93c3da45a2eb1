package bpmn_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"sineng/server/bpmn"
	"sineng/server/fault"
)

func TestOtherFiles(t *testing.T) {
	for name, c := range map[string]struct{ file, reason, says string }{
		"nothing":        {"", "EMPTY_FILE", "空"},
		"spaces":         {" \n ", "EMPTY_FILE", "空"},
		"draw.io":        {`<mxfile host="app.diagrams.net"><diagram/></mxfile>`, "NOT_BPMN", "draw.io"},
		"Visio":          {"PK\x03\x04..visio/document.xml", "NOT_BPMN", "Visio"},
		"Visio 2003":     {`<VisioDocument xmlns="http://schemas.microsoft.com/visio/2003/core"/>`, "NOT_BPMN", "Visio"},
		"ZIP":            {"PK\x03\x04........process.bpmn", "NOT_BPMN", "ZIP"},
		"XPDL":           {`<Package xmlns="http://www.wfmc.org/2008/XPDL2.1"/>`, "NOT_BPMN", "XPDL"},
		"XPDL, prefixed": {`<xpdl:Package xmlns:xpdl="http://www.wfmc.org/2009/XPDL2.2"/>`, "NOT_BPMN", "XPDL"},
		"BPMN 1":         {`<bpmn:BpmnDiagram xmlns:bpmn="http://stp.eclipse.org/bpmn"/>`, "NOT_BPMN", "BPMN 1.x"},
		"draft of 2.0":   {`<definitions xmlns="http://schema.omg.org/spec/BPMN/2.0"/>`, "WRONG_NAMESPACE", "http://schema.omg.org/spec/BPMN/2.0"},
		"no namespace":   {`<definitions/>`, "WRONG_NAMESPACE", "没有命名空间"},
		"no declaration": {`<bpmn:definitions/>`, "WRONG_NAMESPACE", "bpmn"},
		"DMN":            {`<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>`, "NOT_BPMN", "DMN"},
		"a process":      {`<process xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>`, "NOT_BPMN", "definitions"},
		"a page":         {`<!DOCTYPE html><html><body/></html>`, "NOT_BPMN", "HTML"},
		"JSON":           {`{"resourceId":"oryx-canvas123"}`, "NOT_BPMN", "JSON"},
		"PDF":            {"%PDF-1.7", "NOT_BPMN", "PDF"},
		"a picture":      {"\x89PNG\r\n", "NOT_BPMN", "图片"},
		"text":           {"流程:受理、审核", "NOT_BPMN", "XML"},
		"other XML":      {`<workflow/>`, "NOT_BPMN", "workflow"},
		"cut off":        {process(threeTasks)[:400], "BROKEN_XML", "不完整"},
		"not closed":     {process("<task>\n</tusk>"), "BROKEN_XML", "第 4 行"},
		"a mistyped one": {process(`<task name="a & b"/>`), "BROKEN_XML", "第 3 行"},
		"two roots":      {process(threeTasks) + "<a/>", "BROKEN_XML", "根元素"},
		"encoding":       {`<?xml version="1.0" encoding="klingon"?><a/>`, "UNKNOWN_ENCODING", "klingon"},
		"not UTF-8":      {model("<task name='\xff\xff\xff'/>"), "BAD_ENCODING", "编码有误"},
		"partly UTF-8":   {process("\n<task name='审核\xe4'/>"), "BAD_ENCODING", "第 4 行"},
		"no process":     {model(`<message id="m"/>`), "NO_PROCESS", "定义"},
		"choreography":   {model(`<choreography id="c"><choreographyTask id="t"/></choreography>`), "NO_PROCESS", "编排图"},
		"conversation":   {model(`<collaboration id="x"/><globalConversation id="c"/>`), "NO_PROCESS", "会话图"},
		"pools alone":    {model(`<collaboration id="c"><participant id="p"/></collaboration>`), "NO_PROCESS", "泳池"},
		"no step":        {process(`<startEvent id="s"/><endEvent id="e"/>` + flows("s>e")), "NO_STEPS", "没有一个环节"},
	} {
		t.Run(name, func(t *testing.T) {
			e := refused(t, c.file, bpmn.Options{})
			if e.Reason != c.reason || !strings.Contains(e.ZH, c.says) || e.Code != fault.Invalid || e.Field != "file" {
				t.Errorf("%s %s: %s / %s", e.Code, e.Reason, e.ZH, e.EN)
			}
		})
	}
}

func TestHostileFiles(t *testing.T) {
	many := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<task id="t%d" name="环节"/>`, i)
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		file, reason, says string
		o                  bpmn.Options
	}{
		"entities":       {"<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"b\">]>" + process(threeTasks), "DOCTYPE", "第 2 行第 1 列", bpmn.Options{}},
		"an entity used": {process(`<task name="&xxe;"/>`), "BROKEN_XML", "第 3 行", bpmn.Options{}},
		"too large":      {process(threeTasks), fault.ReasonTooLarge, "300 B", bpmn.Options{MaxBytes: 300}},
		"too many":       {process(many(300)), "TOO_MANY_ELEMENTS", "200", bpmn.Options{MaxElements: 200}},
		"too deep":       {process(strings.Repeat("<subProcess>", 300)), "TOO_DEEP", "256", bpmn.Options{}},
		"too many steps": {process(many(101)), "TOO_MANY_STEPS", "101", bpmn.Options{}},
	} {
		t.Run(name, func(t *testing.T) {
			if e := refused(t, c.file, c.o); e.Reason != c.reason || !strings.Contains(e.ZH, c.says) {
				t.Errorf("%s: %s / %s", e.Reason, e.ZH, e.EN)
			}
		})
	}
	if doc := read(t, process(many(100))); len(doc.Processes[0].Graph.Steps) != 100 {
		t.Error("100 steps")
	}
	if doc := read(t, process(strings.Repeat("<subProcess>", 250)+`<task id="A" name="受理"/>`+strings.Repeat("</subProcess>", 250))); len(doc.Processes[0].Graph.Steps) != 1 {
		t.Error("a step in 250 subprocesses")
	}
	broken := errors.New("broken pipe")
	if _, err := bpmn.Read(iotest.ErrReader(broken), bpmn.Options{}); !errors.Is(err, broken) {
		t.Errorf("a file that cannot be read: %v", err)
	}
}

// TestLargeFilesEnd reads what is made to take long: each must end, by a graph or by an error.
func TestLargeFilesEnd(t *testing.T) {
	build := func(n int, each func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(each(i))
		}
		return b.String()
	}
	ab := `<task id="A" name="受理"/><task id="B" name="审核"/>`
	flow := func(i int, from, to string) string {
		return fmt.Sprintf(`<sequenceFlow id="f%d" name="c%d" sourceRef="%s" targetRef="%s"/>`, i, i, from, to)
	}
	tasks := build(100, func(i int) string { return fmt.Sprintf(`<task id="T%d" name="环节"/>`, i) })
	const n = 60_000
	for name, file := range map[string]string{
		"flows between two steps": process(ab + build(n, func(i int) string { return flow(i, "A", "B") })),
		"a chain of gateways": process(ab + build(n, func(i int) string {
			return fmt.Sprintf(`<exclusiveGateway id="G%d"/>`, i) + flow(i, fmt.Sprintf("G%d", i-1), fmt.Sprintf("G%d", i))
		}) +
			flow(n+1, "A", "G0") + flow(n+2, fmt.Sprintf("G%d", n-1), "B")),
		"a ladder of gateways": process(ab + build(n/3, func(i int) string {
			return fmt.Sprintf(`<exclusiveGateway id="G%d"/>`, i) + flow(3*i, fmt.Sprintf("G%d", i), fmt.Sprintf("G%d", i+1)) + flow(3*i+1, fmt.Sprintf("G%d", i), fmt.Sprintf("G%d", i+1))
		}) + flow(n+1, "A", "G0") + flow(n+2, fmt.Sprintf("G%d", n/3-1), "B")),
		"a hub of gateways in rings": process(tasks + `<exclusiveGateway id="H"/>` + build(100, func(i int) string {
			return flow(i, fmt.Sprintf("T%d", i), "H") + flow(1000+i, "H", fmt.Sprintf("T%d", i))
		}) +
			build(n/4, func(i int) string {
				return fmt.Sprintf(`<exclusiveGateway id="G%d"/>`, i) + flow(2000+2*i, "H", fmt.Sprintf("G%d", i)) + flow(2001+2*i, fmt.Sprintf("G%d", i), "H")
			})),
		"messages": process(ab + build(n, func(i int) string { return fmt.Sprintf(`<dataObject id="d%d"/>`, i) })),
		"lanes": process(`<laneSet>` + build(n/2, func(i int) string {
			return fmt.Sprintf(`<lane id="l%d" name="泳道"><flowNodeRef>A</flowNodeRef></lane>`, i)
		}) + `</laneSet>` + ab),
		"links": process(ab + build(n/4, func(i int) string {
			return fmt.Sprintf(`<intermediateThrowEvent id="a%d"><linkEventDefinition name="x%d"/></intermediateThrowEvent><intermediateCatchEvent id="b%d"><linkEventDefinition name="x%d"/></intermediateCatchEvent>`, i, i, i, i)
		})),
		"events on a step": process(ab + build(n, func(i int) string {
			return fmt.Sprintf(`<boundaryEvent id="b%d" attachedToRef="A"/>`, i) + flow(i, fmt.Sprintf("b%d", i), "B")
		})),
		"one long line of attributes": process(`<task id="A" ` + build(n, func(i int) string { return fmt.Sprintf(`a%d="x" `, i) }) + `/>`),
	} {
		t.Run(name, func(t *testing.T) {
			begin := time.Now()
			doc, err := bpmn.Read(strings.NewReader(file), bpmn.Options{MaxBytes: 1 << 30, MaxElements: 10_000_000})
			if all := fault.All(err); err != nil && (len(all) != 1 || all[0].Reason != "TOO_TANGLED") {
				t.Fatal(err)
			}
			if tangled := name == "a ladder of gateways" || name == "a hub of gateways in rings"; (err != nil) != tangled {
				t.Errorf("tangled: %v", err)
			}
			if err == nil {
				t.Logf("%s: %.1f MB in %s: %d steps, %d ways", name, float64(len(file))/1e6, time.Since(begin).Round(time.Millisecond), len(doc.Processes[0].Graph.Steps), len(doc.Processes[0].Graph.Edges))
			} else {
				t.Logf("%s: %.1f MB in %s: %v", name, float64(len(file))/1e6, time.Since(begin).Round(time.Millisecond), err)
			}
		})
	}
}

// TestInventedNames has a file of names that nobody knows told in few notes.
func TestInventedNames(t *testing.T) {
	var b strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&b, `<x%d/><y xmlns="urn:%d"/>`, i, i)
	}
	doc := read(t, process(`<task id="A" name="受理"/>`+b.String()))
	told := 0
	for _, n := range append(doc.Notes, doc.Processes[0].Notes...) {
		told += n.Count
	}
	if len(doc.Notes)+len(doc.Processes[0].Notes) > 130 || told != 10_000 {
		t.Errorf("%d and %d notes of %d elements", len(doc.Notes), len(doc.Processes[0].Notes), told)
	}
}
