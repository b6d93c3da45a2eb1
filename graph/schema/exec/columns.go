package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/codegen"
)

// entities is the package of the rows.
const entities = "sineng/ent"

// fieldColumns are the columns that fields read, by type and field.
type fieldColumns map[string]map[string][]string

// columnsOf finds the columns that the fields of each type read of its row: of a field that is one of the
// struct its column, of a resolver those that its source names. A field that is not listed may read any.
func columnsOf(objects []*codegen.Object, resolvers map[string]*ast.FuncDecl) fieldColumns {
	out := fieldColumns{}
	for _, o := range objects {
		row := rowOf(o.Type)
		if row == nil {
			continue
		}
		of := map[string][]string{}
		for _, f := range o.Fields {
			switch {
			case f.IsReserved():
			case f.IsResolver:
				if read, ok := row.read(resolvers[lowerFirst(o.Name)+"Resolver."+f.GoFieldName]); ok {
					of[f.Name] = read
				}
			case f.IsVariable() && row.columns[f.GoFieldName] != "":
				of[f.Name] = []string{row.columns[f.GoFieldName]}
			}
		}
		if len(of) > 0 {
			out[o.Name] = of
		}
	}
	return out
}

// row is an entity: its columns by the names of its fields.
type row struct{ columns map[string]string }

// rowOf is the entity that a type of the API shows, nil for none.
func rowOf(t types.Type) *row {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := t.(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() != entities {
		return nil
	}
	s, ok := named.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	out := &row{map[string]string{}}
	for i := range s.NumFields() {
		column, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get("json"), ",")
		if f := s.Field(i); f.Exported() && f.Name() != "Edges" && column != "" && column != "-" {
			out.columns[f.Name()] = column
		}
	}
	return out
}

// read are the columns that a resolver reads of its object; ok is false where it does with it what the source
// does not tell.
func (r *row) read(f *ast.FuncDecl) (columns []string, ok bool) {
	if f == nil || len(f.Type.Params.List) < 2 || len(f.Type.Params.List[1].Names) != 1 {
		return nil, false
	}
	obj, known, all := f.Type.Params.List[1].Names[0].Name, 0, 0
	columns = []string{}
	ast.Inspect(f.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if n.Name == obj {
				all++
			}
		case *ast.SelectorExpr:
			x, isIdent := n.X.(*ast.Ident)
			if !isIdent || x.Name != obj {
				return true
			}
			switch column := r.columns[n.Sel.Name]; {
			case column != "":
				columns = append(columns, column)
			case n.Sel.Name == "Edges": // loaded beside, with the columns that it takes
			case strings.HasPrefix(n.Sel.Name, "Query"): // by the key
			case n.Sel.Name == "Levels":
				columns = append(columns, "l1", "l2", "l3", "l4", "l5", "l6")
			default:
				return true
			}
			known++
		}
		return true
	})
	slices.Sort(columns)
	return slices.Compact(columns), known == all
}

// resolverFuncs are the sources of the resolvers, as riskPointResolver.Unit.
func resolverFuncs(dir string) (map[string]*ast.FuncDecl, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.resolvers.go"))
	if err != nil {
		return nil, err
	}
	out := map[string]*ast.FuncDecl{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return nil, err
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil {
				if of, ok := f.Recv.List[0].Type.(*ast.StarExpr); ok {
					out[of.X.(*ast.Ident).Name+"."+f.Name.Name] = f
				}
			}
		}
	}
	return out, nil
}
