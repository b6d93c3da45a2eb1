package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// movers are the functions that set where something stands, by name, with the files that call
// them: what goes around the service that checks rights and rules shows here.
var movers = map[string][]string{
	// Sample data is written as it would have been recorded, in the program's own capacity.
	"EnterMeasure": {"register/measures.go", "sample/measures.go"},
	"enterRisk":    {"register/riskmove.go", "register/risks.go"},
}

// proposing are the functions of the register that what reads files may call: a file proposes,
// it decides no grade and moves nothing on.
var proposing = []string{"RecordRiskPoint", "RecordRiskPoints", "ReviseRiskPoint", "ProposeGrade", "NotePaperGrade", "RecordMeasure", "RecordMeasures", "ReviseMeasure",
	"RegisterPower", "RevisePower", "StagedStands", "RecipeOn"}

// fileReaders are the packages that take in files.
var fileReaders = []string{"exchange", "exchange/sheet", "paper", "hint"}

// columns are the columns that say where something stands, in SQL and as ent's constants.
var (
	movingColumns = regexp.MustCompile(`(?i)\b(state|status|grade|proposed_grade|endorsed_grade|phase)\b`)
	writing       = regexp.MustCompile(`(?is)\b(update\s+\S+\s+set|insert\s+(or\s+\w+\s+)?into|replace\s+into)\b`)
	constants     = []string{"FieldState", "FieldStatus", "FieldGrade", "FieldProposedGrade", "FieldEndorsedGrade", "FieldPhase"}
	// generic setters take the column by its name.
	generic = []string{"SetField", "AddField", "ClearField", "Set", "SetNull", "SetExcluded", "Add"}
)

// sqlWriters are the files that may write such a column by SQL, none so far.
var sqlWriters = []string{}

// writesOf are the places of a file that write where something stands by another way than the
// setters: generic setters, SQL as text and by constants, and functions that move.
func writesOf(name string, file *ast.File) (found []string) {
	add := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	reader := slices.Contains(fileReaders, filepath.ToSlash(filepath.Dir(name)))
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			if n.Kind == token.STRING && writing.MatchString(n.Value) && movingColumns.MatchString(n.Value) {
				add("writes by SQL: %s", n.Value)
			}
		case *ast.CallExpr:
			called := calledName(n)
			if reader && ofRegister(n) && !slices.Contains(proposing, called) {
				add("reads files and calls %s of the register", called)
			}
			if files, moves := movers[called]; moves && !slices.Contains(files, name) {
				add("calls %s", called)
			}
			text, columns := argumentsOf(n)
			if len(columns) > 0 && (slices.Contains(generic, called) || writing.MatchString(text)) {
				add("%s writes %s", called, strings.Join(columns, ", "))
			}
			if slices.Contains([]string{"SetField", "AddField", "ClearField"}, called) && movingColumns.MatchString(text) {
				add("%s writes %s", called, text)
			}
		}
		return true
	})
	return found
}

// calledName is the name of the function that a call calls.
func calledName(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}

// ofRegister reports whether a call is one of the register's service, as services hold it.
func ofRegister(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	held, ok := f.X.(*ast.SelectorExpr)
	return ok && held.Sel.Name == "register"
}

// argumentsOf are the texts among the arguments of a call, and the constants of columns that say
// where something stands.
func argumentsOf(call *ast.CallExpr) (text string, columns []string) {
	for _, a := range call.Args {
		switch a := a.(type) {
		case *ast.BasicLit:
			text += " " + strings.Trim(a.Value, "`\"")
		case *ast.SelectorExpr:
			if slices.Contains(constants, a.Sel.Name) {
				columns = append(columns, a.Sel.Name)
			}
		}
	}
	return text, columns
}

func TestNoServiceOrImporterWritesAStateOrGradeByAnotherWay(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		name := filepath.ToSlash(path)
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(name, "testkit/") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files++
		if slices.Contains(sqlWriters, name) {
			return nil
		}
		for _, w := range writesOf(name, file) {
			t.Errorf("%s %s: let the one function of that entity write where it stands", name, w)
		}
		return nil
	})
	if err != nil || files < 300 {
		t.Fatalf("%d files: %v", files, err)
	}
}

// Each way around the one function of an entity is found.
func TestEachOtherWayToWriteAStateOrGradeIsFound(t *testing.T) {
	for name, body := range map[string]string{
		"SQL as text":              "tx.ExecContext(ctx, `UPDATE risk_points SET grade = 'C' WHERE id = ?`, id)",
		"SQL over several lines":   "tx.ExecContext(ctx, `update measures set\n status = 'EFFECTIVE'`)",
		"rows put in by SQL":       "tx.ExecContext(ctx, `INSERT INTO risk_points (title, grade) SELECT title, grade FROM staged`)",
		"rows put over others":     "tx.ExecContext(ctx, `INSERT OR REPLACE INTO forms (id, state) VALUES (?, ?)`)",
		"SQL by constants":         "fmt.Sprintf(`UPDATE %s SET %s = ?`, riskpoint.Table, riskpoint.FieldGrade)",
		"a builder of SQL":         "sql.Update(riskpoint.Table).Set(riskpoint.FieldStatus, v)",
		"a clause on a conflict":   "u.SetExcluded(measure.FieldStatus)",
		"a setter by name":         "m.SetField(`status`, v)",
		"a setter by constant":     "m.SetField(riskpoint.FieldProposedGrade, v)",
		"the function that enters": "register.EnterMeasure(m, to)",
		"a decision by a file":     "p.register.DecideGrade(ctx, in)",
		"a grade taken over":       "p.register.ImportGrade(ctx, id, grade, why)",
		"a step by a file":         "p.register.AdvanceMeasure(ctx, in)",
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x\nfunc f() { "+body+" }", parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if len(writesOf("exchange/x.go", file)) == 0 {
			t.Errorf("%s is not found", name)
		}
	}
	harmless, _ := parser.ParseFile(token.NewFileSet(), "x.go", "package x\nfunc f() { q.Where(sql.EQ(riskpoint.FieldGrade, v)); c.ExecContext(ctx, `SELECT status FROM forms`) }", parser.SkipObjectResolution)
	if w := writesOf("exchange/x.go", harmless); len(w) > 0 {
		t.Errorf("reading is taken for writing: %v", w)
	}
}
