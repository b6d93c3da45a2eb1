package schema_test

import (
	"context"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sineng/ent"
	"sineng/ent/migrate"
	"sineng/ent/privacy"
	"sineng/server/testkit"
)

// written are the entities in the source of this folder: all types that embed ent.Schema.
func written(t *testing.T) []string {
	t.Helper()
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), f.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			if s, ok := spec.Type.(*ast.StructType); ok && len(s.Fields.List) == 1 && len(s.Fields.List[0].Names) == 0 {
				if e, ok := s.Fields.List[0].Type.(*ast.SelectorExpr); ok && e.Sel.Name == "Schema" && e.X.(*ast.Ident).Name == "ent" {
					out = append(out, spec.Name.Name)
				}
			}
			return true
		})
	}
	slices.Sort(out)
	return out
}

// generated are the entities' clients by name.
func generated(client *ent.Client) map[string]reflect.Value {
	out := map[string]reflect.Value{}
	v := reflect.ValueOf(client).Elem()
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.IsExported() && f.Type.Kind() == reflect.Pointer && f.Type.Elem().Name() == f.Name+"Client" {
			out[f.Name] = v.Field(i)
		}
	}
	return out
}

// call calls a method with a context, if it takes one, and returns its error.
func call(v reflect.Value, method string, args ...any) error {
	in := make([]reflect.Value, len(args))
	for i, a := range args {
		in[i] = reflect.ValueOf(a)
	}
	out := v.MethodByName(method).Call(in)
	err, _ := out[len(out)-1].Interface().(error)
	return err
}

func TestEveryEntityThatIsWrittenIsGeneratedAndHasATable(t *testing.T) {
	db := testkit.SQLite(t)
	names := written(t)
	clients := generated(db.Client)
	if len(names) < 18 {
		t.Fatalf("only %d entities were found: %v", len(names), names)
	}
	for _, name := range names {
		if !clients[name].IsValid() {
			t.Errorf("%s has no client: run scripts/generate", name)
		}
	}
	if len(clients) != len(names) {
		t.Errorf("%d clients are generated for %d entities", len(clients), len(names))
	}
	joins := 0
	for _, table := range migrate.Tables {
		if !table.HasColumn("id") {
			joins++
			if len(table.PrimaryKey) != 2 || len(table.Columns) != 2 {
				t.Errorf("the table %s is neither an entity's nor one of pairs", table.Name)
			}
		}
	}
	if len(migrate.Tables)-joins != len(names) {
		t.Errorf("there are %d tables with a key for %d entities", len(migrate.Tables)-joins, len(names))
	}
}

func TestEveryEntityHasAPolicyAnInterceptorAndAHook(t *testing.T) {
	db := testkit.SQLite(t)
	policies := policies(t)
	for name, c := range generated(db.Client) {
		if !policies[strings.ToLower(name)] {
			t.Errorf("%s has no policy", name)
		}
		// The first hook is the policy's.
		if n := c.MethodByName("Hooks").Call(nil)[0].Len(); n < 2 {
			t.Errorf("%s has %d hooks, want that of the policy and one that keeps writes in the viewer's scope", name, n)
		}
		if n := c.MethodByName("Interceptors").Call(nil)[0].Len(); n < 1 {
			t.Errorf("%s has no interceptor that keeps reads in the viewer's scope", name)
		}
	}
}

// policies are the packages whose policy the generated code sets.
func policies(t *testing.T) map[string]bool {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), "../runtime/runtime.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	ast.Inspect(parsed, func(n ast.Node) bool {
		if a, ok := n.(*ast.AssignStmt); ok && len(a.Lhs) == 1 {
			if s, ok := a.Lhs[0].(*ast.SelectorExpr); ok && s.Sel.Name == "Policy" {
				out[s.X.(*ast.Ident).Name] = true
			}
		}
		return true
	})
	return out
}

func TestWithoutAViewerEveryReadAndWriteOfEveryEntityIsDenied(t *testing.T) {
	testkit.Databases(t, func(t *testing.T, db *testkit.DB) {
		w := testkit.NewWorld(t, db)
		ctx := context.Background()
		for name, c := range generated(db.Client) {
			denied := func(what string, err error) {
				t.Helper()
				if !errors.Is(err, privacy.Deny) {
					t.Errorf("%s of %s without a viewer: %v, want it denied", what, name, err)
				}
			}
			start := func(method string, args ...any) reflect.Value {
				in := make([]reflect.Value, len(args))
				for i, a := range args {
					in[i] = reflect.ValueOf(a)
				}
				return c.MethodByName(method).Call(in)[0]
			}
			denied("All", call(start("Query"), "All", ctx))
			denied("Count", call(start("Query"), "Count", ctx))
			denied("Exist", call(start("Query"), "Exist", ctx))
			denied("IDs", call(start("Query"), "IDs", ctx))
			denied("First", call(start("Query"), "First", ctx))
			denied("Get", call(c, "Get", ctx, w.East.Unit.ID))
			denied("Create", call(start("Create"), "Save", ctx))
			denied("Update", call(start("Update"), "Exec", ctx))
			denied("UpdateOneID", call(start("UpdateOneID", w.East.Unit.ID), "Exec", ctx))
			denied("Delete", call(start("Delete"), "Exec", ctx))
			denied("DeleteOneID", call(start("DeleteOneID", w.East.Unit.ID), "Exec", ctx))
		}
		if n := db.Client.Unit.Query().CountX(testkit.System()); n != 6 {
			t.Errorf("there are %d units afterwards, want 6", n)
		}
	})
}

func TestEveryScopedRowHasTheSixLevelColumnsOfItsUnit(t *testing.T) {
	for _, table := range migrate.Tables {
		has := 0
		for _, c := range []string{"l1", "l2", "l3", "l4", "l5", "l6"} {
			if table.HasColumn(c) {
				has++
			}
		}
		switch unscoped := []string{"accounts", "sessions", "role_appointments", "risk_counts", "count_folds", "api_tokens", "identities", "sign_in_failures", "witnessed_logs", "witnessed_forks", "staged_imports", "rights_versions", "search_blocks", "search_progresses",
			"form_drafts", "process_drafts", "form_snapshots", "jobs", "due_items", "log_cursors", "calendar_years", "check_items", "warning_events", "instruction_events", "instruction_risks", "indicator_readings", "proceeding_steps", "proceeding_pauses", "rules_editions", "notices", "notice_deliveries", "notice_settings"}; {
		case !table.HasColumn("id"), strings.HasPrefix(table.Name, "audit_"), slices.Contains(unscoped, table.Name):
			if has != 0 {
				t.Errorf("%s has %d level columns, want none", table.Name, has)
			}
		case has != 6:
			t.Errorf("%s has %d level columns, want 6", table.Name, has)
		}
	}
}
