package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// stateWriters are the files that write where something stands, each what its pure function decided:
// a state is written in one place per entity, whoever moves it. By file: the setters that it calls.
var stateWriters = map[string][]string{
	"campaign/move.go":        {"SetClosedAt", "SetExpectedAt", "SetOpenedAt", "SetPhase"},
	"form/state.go":           {"SetState"},
	"meeting/move.go":         {"SetClosedAt", "SetOpenedAt", "SetState"},
	"objection/move.go":       {"SetState"},
	"publicity/state.go":      {"SetState"},
	"register/measuremove.go": {"SetComprehensive", "SetStatus"},
	"register/riskmove.go":    {"SetEndorsedGrade", "SetGrade", "SetOpening", "SetOutdated", "SetProposedGrade", "SetRetiring", "SetStatus"},
	"account/grantstate.go":   {"SetStatus"},
	"balance/ownrule.go":      {"SetState"},
	"balance/state.go":        {"SetState"},
	"check/state.go":          {"SetState"},
	"task/state.go":           {"SetState"},
	"indicator/state.go":      {"SetState"},
	"rulebook/state.go":       {"SetState"},
	"education/state.go":      {"SetState"},
	"warning/state.go":        {"SetState"},
	"proceeding/write.go":     {"SetState"},
	"instruction/state.go":    {"SetClosedAt", "SetState"},
	"pending/state.go":        {"SetStatus"},
	// The grade that a check is about never moves.
	"check/planner.go": {"SetGrade"},
	// The grade of what a warning is about is noted, not decided.
	"warning/judge.go": {"SetGrade"},
	// An instruction notes the grades of its risk points on the day on which it is given.
	"instruction/give.go": {"SetGrade"},
	// An assessment is added once and never moves.
	"register/assess.go": {"SetGrade"},
	// Counts are kept by the state of what they count.
	"tally/move.go":  {"SetGrade", "SetStatus"},
	"tally/tally.go": {"SetGrade", "SetStatus"},
	// What the program itself works through.
	"deliver/plan.go":  {"SetState"},
	"deliver/queue.go": {"SetState"},
	"job/enqueue.go":   {"SetState"},
	"job/own.go":       {"SetState"},
	"job/runner.go":    {"SetState"},
}

// moving are the setters of columns that say where something stands.
var moving = []string{"SetState", "SetStatus", "SetGrade", "SetProposedGrade", "SetEndorsedGrade", "SetOutdated", "SetOpening", "SetRetiring", "SetComprehensive", "SetPhase", "SetOpenedAt", "SetExpectedAt", "SetClosedAt"}

func TestStatesAreWrittenInOnePlacePerEntity(t *testing.T) {
	found := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(path)
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && slices.Contains(moving, s.Sel.Name) && !slices.Contains(found[name], s.Sel.Name) {
				found[name] = append(found[name], s.Sel.Name)
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for file, setters := range found {
		for _, s := range setters {
			if !slices.Contains(stateWriters[file], s) {
				t.Errorf("%s calls %s: let the one function of that entity write where it stands", file, s)
			}
		}
	}
	for file, setters := range stateWriters {
		for _, s := range setters {
			if !slices.Contains(found[file], s) {
				t.Errorf("%s does not call %s any more: take it out of the list", file, s)
			}
		}
	}
}
