// Package bpmn reads BPMN 2.0 files, as the tools that draw processes write them, into graphs of
// steps and ways, and writes such graphs as BPMN. A graph has no gateways and no events: they
// become ways with conditions, and beginnings and ends of steps. What a file holds beyond that is
// told in notes, never left out in silence.
package bpmn

import (
	"io"

	"sineng/ent/term"
	"sineng/server/flow"
)

// The namespaces of BPMN 2.0 and of what this program keeps in a file beyond it.
const (
	nsModel   = "http://www.omg.org/spec/BPMN/20100524/MODEL"
	nsDiagram = "http://www.omg.org/spec/BPMN/20100524/DI"
	nsBounds  = "http://www.omg.org/spec/DD/20100524/DC"
	nsDrawing = "http://www.omg.org/spec/DD/20100524/DI"
	nsXML     = "http://www.w3.org/XML/1998/namespace"
	nsXSI     = "http://www.w3.org/2001/XMLSchema-instance"
	nsOwn     = "urn:sineng:process"
)

// Limits of what a file may hold where Options say nothing else.
const (
	MostBytes    = 10 << 20
	MostElements = 200_000
	mostDepth    = 256
)

// Limits of the texts of a graph, in characters.
const (
	longestKey         = 64
	longestName        = 200
	longestLane        = 200
	longestCondition   = 500
	longestExplanation = 2000
	longestStory       = 4000
)

// Options say how a file is read.
type Options struct {
	// Kind says what happens in a step by its name, where the file does not; nil for HANDLE.
	Kind func(name string) term.StepKind
	// MaxBytes and MaxElements are the greatest size and number of elements; 0 for the usual ones.
	MaxBytes    int64
	MaxElements int
}

// Document is what a BPMN file holds.
type Document struct {
	Name string
	// Tool is the program that wrote the file with its version, as the file says it.
	Tool string
	// Processes are those with at least one step, in the order of the file.
	Processes []*Process
	// Notes tell what stands outside the processes and is not kept, or what was decided.
	Notes []*Note
}

// Process is one process of a file.
type Process struct {
	// ID is the id of the process in the file.
	ID string
	// Name is what it is called: its own name, else its pool's, else that of the file.
	Name string
	// Pool is the name of the pool that shows it; empty for none.
	Pool string
	// PowerCode is the code of the power in a file that this program wrote.
	PowerCode string
	Graph     flow.Graph
	// Lanes are the lanes from first to last, those within another as 外层/内层.
	Lanes []string
	// Posts are the names of the posts of the steps by their keys, in a file that this program wrote.
	Posts map[string]string
	// Notes tell what is not kept, or what was decided.
	Notes []*Note
}

// Read reads a BPMN 2.0 file. What is no BPMN, cannot be read safely or holds no process with
// steps is a fault that says what it is and what would be right.
func Read(r io.Reader, o Options) (*Document, error) {
	if o.Kind == nil {
		o.Kind = func(string) term.StepKind { return term.StepKindHandle }
	}
	if o.MaxBytes == 0 {
		o.MaxBytes = MostBytes
	}
	if o.MaxElements == 0 {
		o.MaxElements = MostElements
	}
	text, note, err := load(r, o.MaxBytes)
	if err != nil {
		return nil, err
	}
	tree, err := parse(text, o.MaxElements)
	if err != nil {
		return nil, err
	}
	doc, err := interpret(tree, o)
	if err == nil && note != nil {
		doc.Notes = append([]*Note{note}, doc.Notes...)
	}
	return doc, err
}
