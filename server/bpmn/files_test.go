package bpmn_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sineng/server/bpmn"
)

// A file of a tool holds processes, each with steps, ways, lanes, starts and ends; and the codes
// of what is told of it.
var files = map[string]struct{ tool, holds, told string }{
	"activiti-designer.bpmn":          {"Activiti", "3 2 0 1 1", "textAnnotation"},
	"adonis-lanes.bpmn":               {"ADONIS", "2 1 0 1 1, 4 3 2 1 2", "EVENT_DETAIL EXTENSION IMPLICIT_PARALLEL MESSAGE_FLOW SUBPROCESS_FLATTENED"},
	"bizagi-lanes.bpmn":               {"Bizagi", "2 1 1 1 1, 4 3 2 1 2", "EMPTY_PROCESS EVENT_DETAIL EXTENSION IMPLICIT_PARALLEL MESSAGE_FLOW SUBPROCESS_FLATTENED"},
	"bonita-invoice.bpmn":             {"BonitaSoft 7.2.3", "4 3 1 1 2, 5 4 3 1 1", "BLACK_BOX_POOL END_CONDITION EVENT_DETAIL GATEWAY_NAME INCLUSIVE_GATEWAY INTERMEDIATE_EVENT MESSAGE_FLOW UNUSED_FLOW documentation ioSpecification"},
	"camunda-modeler-lanes.bpmn":      {"Camunda Modeler 5.23.0", "2 1 0 1 1, 4 3 2 1 2", "EVENT_DETAIL EXTENSION IMPLICIT_PARALLEL MESSAGE_FLOW SUBPROCESS_FLATTENED"},
	"enterprise-architect-lanes.bpmn": {"Enterprise Architect 12.0.1207", "4 3 2 1 2, 2 1 0 1 1", "EVENT_DETAIL IMPLICIT_PARALLEL MESSAGE_FLOW SUBPROCESS_FLATTENED message"},
	"ibm-blueworks.bpmn":              {"http://www.ibm.com/WebSphere/bpm/BlueworksLive 2.0", "3 2 0 1 1", "EXTENSION IMPORT"},
	"modelio-invoice.bpmn":            {"", "4 3 0 1 2, 5 5 3 1 2", "END_CONDITION EVENT_BASED_GATEWAY EVENT_DETAIL INTERMEDIATE_EVENT MESSAGE_FLOW"},
	"omnitracker-lanes.bpmn":          {"OMNITRACKER", "2 1 1 1 1, 4 3 2 1 2", "EMPTY_PROCESS EVENT_DETAIL EXTENSION IMPLICIT_PARALLEL LANE_BY_POSITION MESSAGE_FLOW SUBPROCESS_FLATTENED itemDefinition"},
	"open-bpmn-lanes.bpmn":            {"Signavio Process Editor, http://www.signavio.com 7.6.0", "2 1 1 1 1, 4 3 2 1 2", "EVENT_DETAIL EXTENSION IMPLICIT_PARALLEL MESSAGE_FLOW SUBPROCESS_FLATTENED"},
	"reference-invoice.bpmn":          {"Signavio Process Editor, http://www.signavio.com 7.0.0", "5 5 0 1 2", "END_CONDITION EVENT_DETAIL EXPRESSION EXTENSION IMPORT dataObject dataObjectReference dataOutputAssociation dataStore ioSpecification itemDefinition message potentialOwner resource"},
	"reference-lanes.bpmn":            {"", "2 1 0 1 1, 4 3 2 1 2", "EVENT_DETAIL IMPLICIT_PARALLEL MESSAGE_FLOW SUBPROCESS_FLATTENED message"},
	"trisotech-lanes.bpmn":            {"Workflow Modeler 9.6.3", "2 1 1 1 1, 4 3 2 1 2", "EVENT_DETAIL EXTENSION IMPLICIT_PARALLEL MESSAGE_FLOW SUBPROCESS_FLATTENED itemDefinition"},
	"w4-lanes.bpmn":                   {"BPMN+ Composer 10.3.0.1", "4 3 2 1 2, 2 1 0 1 1", "EVENT_DETAIL EXTENSION IMPLICIT_PARALLEL MESSAGE_FLOW SUBPROCESS_FLATTENED"},
}

// TestFilesOfTools reads the files of the folder SINENG_BPMN_SAMPLES, from the public interchange
// suite, which are no part of the product.
func TestFilesOfTools(t *testing.T) {
	folder := os.Getenv("SINENG_BPMN_SAMPLES")
	if folder == "" {
		t.Skip("SINENG_BPMN_SAMPLES names no folder")
	}
	for name, want := range files {
		t.Run(name, func(t *testing.T) {
			in, err := os.Open(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			doc, err := bpmn.Read(in, bpmn.Options{})
			if err != nil {
				t.Fatal(err)
			}
			holds, told := summary(doc)
			if doc.Tool != want.tool || holds != want.holds || told != want.told {
				t.Errorf("%q, %q, %q\n%s", doc.Tool, holds, told, shown(doc))
			}
		})
	}
}

// summary is what a document holds in numbers, and what is told of it.
func summary(doc *bpmn.Document) (holds, told string) {
	var processes, codes []string
	add := func(notes []*bpmn.Note) {
		for _, n := range notes {
			code := string(n.Code)
			if n.Code == bpmn.NoteNotKept {
				code = n.Element
			}
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	for _, p := range doc.Processes {
		starts, ends := 0, 0
		for _, s := range p.Graph.Steps {
			if s.Starts {
				starts++
			}
			if s.Ends {
				ends++
			}
		}
		processes = append(processes, fmt.Sprint(len(p.Graph.Steps), len(p.Graph.Edges), len(p.Lanes), starts, ends))
		add(p.Notes)
	}
	add(doc.Notes)
	slices.Sort(codes)
	return strings.Join(processes, ", "), strings.Join(codes, " ")
}
