package bpmn_test

import (
	"fmt"
	"strings"
	"testing"

	"sineng/server/bpmn"
	"sineng/server/fault"
)

// model is a file with a body, in the default namespace.
func model(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="urn:t">` + body + `</definitions>`
}

// process is a file with one process.
func process(body string) string {
	return model(`<process id="P" name="许可">` + body + `</process>`)
}

func flows(pairs ...string) string {
	var b strings.Builder
	for i, p := range pairs {
		from, to, _ := strings.Cut(p, ">")
		to, rest, _ := strings.Cut(to, " ")
		fmt.Fprintf(&b, `<sequenceFlow id="f%d" sourceRef="%s" targetRef="%s" %s/>`, i+1, from, to, rest)
	}
	return b.String()
}

func read(t *testing.T, file string) *bpmn.Document {
	t.Helper()
	doc, err := bpmn.Read(strings.NewReader(file), bpmn.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// shown is a document in lines: steps with their lane, ^ for those that start, $ for those that
// end and & for those with all ways; ways; codes of notes with how many.
func shown(doc *bpmn.Document) string {
	var b strings.Builder
	for i, p := range doc.Processes {
		if i > 0 {
			fmt.Fprintln(&b, "--")
		}
		for _, s := range p.Graph.Steps {
			mark := ""
			if s.Starts {
				mark += "^"
			}
			if s.Ends {
				mark += "$"
			}
			if s.Split == "ALL" {
				mark += "&"
			}
			fmt.Fprintf(&b, "%s %s", s.Key+mark, s.Name)
			if s.Lane != "" {
				fmt.Fprintf(&b, " [%s]", s.Lane)
			}
			fmt.Fprintln(&b)
		}
		for _, e := range p.Graph.Edges {
			fmt.Fprintf(&b, "%s>%s", e.FromKey, e.ToKey)
			if e.Condition != "" {
				fmt.Fprintf(&b, ": %s", e.Condition)
			}
			fmt.Fprintln(&b)
		}
		notes(&b, p.Notes)
	}
	if len(doc.Notes) > 0 {
		fmt.Fprintln(&b, "==")
		notes(&b, doc.Notes)
	}
	return b.String()
}

func notes(b *strings.Builder, notes []*bpmn.Note) {
	for _, n := range notes {
		fmt.Fprintf(b, "! %s", n.Code)
		if n.Code == bpmn.NoteNotKept {
			fmt.Fprintf(b, " %s", n.Element)
		}
		fmt.Fprintf(b, " %d\n", n.Count)
	}
}

// same compares texts by lines, without the indentation of the test.
func same(t *testing.T, got, want string) {
	t.Helper()
	var lines []string
	for _, l := range strings.Split(want, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	if want = strings.Join(lines, "\n") + "\n"; got != want {
		t.Errorf("read\n%s\nwant\n%s", got, want)
	}
}

// refused is the fault of a file that is not read.
func refused(t *testing.T, file string, o bpmn.Options) *fault.Error {
	t.Helper()
	doc, err := bpmn.Read(strings.NewReader(file), o)
	if err == nil {
		t.Fatalf("read:\n%s", shown(doc))
	}
	all := fault.All(err)
	if len(all) != 1 || all[0].ZH == "" || all[0].EN == "" || all[0].Reason == "" {
		t.Fatalf("an error that cannot be shown: %v", err)
	}
	return all[0]
}
