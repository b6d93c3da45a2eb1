package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// builders are the folders of the program, below server, that may build services of others:
// the root, and what makes databases for tests and for the demo.
var builders = []string{"app", "sample", "testkit"}

// constructor tells whether a function of a package makes a service of it.
func constructor(name string) bool { return name == "New" || name == "NewService" || name == "NewJobs" }

// services are the packages, below server, whose services the root alone builds.
func services() map[string]bool {
	out := map[string]bool{}
	for _, name := range []string{
		"account", "org", "register", "process", "balance", "form", "attachment", "publicity", "campaign", "review", "meeting", "objection", "supervision",
		"task", "warning", "casework", "report", "exchange", "paper", "hint", "notice", "deliver", "pending", "todo", "search", "job", "timer", "audit", "audit/verify",
	} {
		out["sineng/server/"+name] = true
	}
	return out
}

func TestNobodyButTheRootBuildsTheServiceOfAnother(t *testing.T) {
	known, files, found := services(), 0, 0
	for _, top := range []string{"..", "../../graph"} {
		err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || d.Name() == "generated" {
				return err
			}
			files++
			allowed := false
			for _, b := range builders {
				allowed = allowed || strings.HasPrefix(path, filepath.Join("..", b)+string(filepath.Separator))
			}
			for _, call := range constructions(t, path, known) {
				found++
				if !allowed {
					t.Errorf("%s calls %s: services are built once, by server/app, and passed in", path, call)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 100 || found < 20 {
		t.Errorf("%d files with %d constructions were read: the test looks in the wrong place", files, found)
	}
}

// constructions are the calls in a file that build a service of another package.
func constructions(t *testing.T, path string, known map[string]bool) []string {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, i := range file.Imports {
		imported, _ := strconv.Unquote(i.Path.Value)
		if !known[imported] {
			continue
		}
		name := imported[strings.LastIndex(imported, "/")+1:]
		if i.Name != nil {
			name = i.Name.Name
		}
		names[name] = true
	}
	var out []string
	ast.Inspect(file, func(n ast.Node) bool {
		// A constructor that is handed on instead of called counts too.
		if s, ok := n.(*ast.SelectorExpr); ok && constructor(s.Sel.Name) {
			if x, ok := s.X.(*ast.Ident); ok && names[x.Name] {
				out = append(out, x.Name+"."+s.Sel.Name)
			}
		}
		return true
	})
	return out
}
