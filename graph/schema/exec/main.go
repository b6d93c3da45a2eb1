// Exec generates the executor: gqlgen's, by gqlgen.yml, and beside it the code that writes the answers of
// queries as their fields are resolved (graph/generated/direct.gen.go, for package graph/direct).
//
//	go run ./graph/schema/exec
package main

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"
	"log"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/codegen/templates"
)

//go:embed direct.gotpl
var text string

func main() {
	c, err := config.LoadConfig("gqlgen.yml")
	if err == nil {
		err = api.Generate(c, api.AddPlugin(writer{}))
	}
	if err != nil {
		log.Fatal(err)
	}
}

// writer is the plugin of gqlgen.
type writer struct{}

func (writer) Name() string { return "direct" }

// GenerateCode writes the code for the types that queries reach.
func (writer) GenerateCode(data *codegen.Data) error {
	resolvers, err := resolverFuncs("graph")
	if err != nil {
		return err
	}
	d := newReached(data)
	d.Columns = columnsOf(d.Objects, resolvers)
	return templates.Render(templates.Options{
		PackageName: data.Config.Exec.Package, Filename: filepath.Join(data.Config.Exec.Dir(), "direct.gen.go"),
		Template: text, Data: d, GeneratedHeader: true, Packages: data.Config.Packages,
		Funcs: template.FuncMap{
			"fast": fast,
			"inline": func(o *codegen.Object, f *codegen.Field) bool {
				r := resolvers[lowerFirst(o.Name)+"Resolver."+f.GoFieldName]
				return r != nil && callsNothingThatWaits(r)
			},
			"add": func(a, b int) int { return a + b },
		},
	})
}

// reached are the types that queries reach.
type reached struct {
	*codegen.Data
	Objects    []*codegen.Object
	Interfaces []*codegen.Interface
	Types      []*config.TypeReference
	Columns    fieldColumns
}

func newReached(data *codegen.Data) *reached {
	d, seen, kinds := &reached{Data: data}, map[string]bool{}, map[string]bool{}
	objects := map[string]*codegen.Object{}
	for _, o := range data.Objects {
		objects[o.Name] = o
	}
	var object func(name string)
	var reference func(t *config.TypeReference)
	reference = func(t *config.TypeReference) {
		if t == nil || t.MarshalFunc() == "" || kinds[t.MarshalFunc()] {
			return
		}
		kinds[t.MarshalFunc()] = true
		d.Types = append(d.Types, t)
		reference(t.Elem())
		object(t.Definition.Name)
	}
	object = func(name string) {
		if seen[name] || strings.HasPrefix(name, "__") {
			return
		}
		seen[name] = true
		if i := data.Interfaces[name]; i != nil {
			d.Interfaces = append(d.Interfaces, i)
			for _, of := range i.Implementors {
				object(of.Name)
			}
		}
		o := objects[name]
		if o == nil {
			return
		}
		d.Objects = append(d.Objects, o)
		for _, f := range o.Fields {
			if !f.IsReserved() {
				reference(f.TypeReference)
			}
		}
	}
	object(data.QueryRoot.Name)
	slices.SortFunc(d.Objects, func(a, b *codegen.Object) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(d.Interfaces, func(a, b *codegen.Interface) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(d.Types, func(a, b *config.TypeReference) int { return strings.Compare(a.MarshalFunc(), b.MarshalFunc()) })
	return d
}

// fast is the call by which a Writer writes a value of a scalar without an object in between; empty
// for none.
func fast(t *config.TypeReference, value string) string {
	if t.Marshaler == nil || t.IsContext || t.HasEnumValues() {
		return ""
	}
	cast := func(to, value string) string {
		if to == "string" && t.Target != nil && types.Identical(t.Target, types.Typ[types.String]) {
			return value
		}
		return to + "(" + value + ")"
	}
	switch t.Marshaler.FullName() {
	case "github.com/99designs/gqlgen/graphql.MarshalString":
		return "w.String(" + cast("string", value) + ")"
	case "github.com/99designs/gqlgen/graphql.MarshalInt", "github.com/99designs/gqlgen/graphql.MarshalInt64":
		return "w.Int(int64(" + value + "))"
	case "github.com/99designs/gqlgen/graphql.MarshalBoolean":
		return "w.Bool(" + value + ")"
	case "github.com/99designs/gqlgen/graphql.MarshalTime":
		return fmt.Sprintf("w.Time(%s, %v)", value, t.GQL.NonNull)
	case "sineng/graph/scalar.MarshalDate":
		return "w.Date(" + value + ")"
	case "sineng/graph/scalar.MarshalID":
		return "w.ID(scalar.IDPrefix, " + value + ")"
	}
	return ""
}

// calls are what a resolver may call that never waits, or says so by direct.Waits: the helpers of
// package graph, and packages whose functions it passes no context to.
var calls = map[string]bool{"at": true, "attached": true, "batchOf": true, "one": true, "many": true, "personOf": true, "unitOf": true, "allowed": true, "known": true, "powerTypeOf": true,
	"worded": true, "len": true, "min": true, "max": true, "string": true, "int": true}

// callsNothingThatWaits reports whether a resolver may be called in sequence.
func callsNothingThatWaits(f *ast.FuncDecl) bool {
	ok := true
	ast.Inspect(f.Body, func(n ast.Node) bool {
		call, isCall := n.(*ast.CallExpr)
		if !isCall {
			return ok
		}
		switch fn := call.Fun.(type) {
		case *ast.Ident:
			ok = ok && calls[fn.Name]
		case *ast.SelectorExpr:
			ok = ok && plain(fn, call)
		default:
			ok = false
		}
		return ok
	})
	return ok
}

// plain reports whether a method or function of another package gets no context, and so cannot wait.
func plain(fn *ast.SelectorExpr, call *ast.CallExpr) bool {
	if types.ExprString(fn) == "viewer.FromContext" || types.ExprString(fn) == "r.load" || types.ExprString(fn) == "r.Language" || types.ExprString(fn) == "r.Store.Today" {
		return true
	}
	of := fn.X
	for {
		field, ok := of.(*ast.SelectorExpr)
		if !ok {
			break
		}
		of = field.X
	}
	root, ok := of.(*ast.Ident)
	if !ok || root.Name == "r" || strings.HasPrefix(fn.Sel.Name, "Query") {
		return false
	}
	return !slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return types.ExprString(a) == "ctx" })
}

func lowerFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
