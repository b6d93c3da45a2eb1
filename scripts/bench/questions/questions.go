// Package questions makes the questions that a schema allows: every root field with every filter and
// every order, one at a time.
package questions

import (
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// First is how many rows of a list are asked for.
const First = 3

// Question is one way to ask a root field.
type Question struct {
	Field *ast.FieldDefinition
	// Variant tells the filter or order, or that rows are counted; empty for the field alone.
	Variant string
	Args    Object
	// Count asks for the number of rows instead of the rows.
	Count bool
}

// Name tells the question from all others.
func (q Question) Name() string { return strings.TrimSpace(q.Field.Name + " " + q.Variant) }

// Given returns the value to ask an argument of a root field by, or a part of an argument that is an
// input object; nil for any that fits the type. part is empty for the argument as a whole.
type Given func(field string, argument *ast.ArgumentDefinition, part *ast.FieldDefinition) any

// Every is all that can be asked of a schema with one filter or one order at a time. Fields for which
// skip is true are left out.
func Every(schema *ast.Schema, given Given, skip func(field string) bool) []Question {
	var out []Question
	for _, f := range schema.Query.Fields {
		if strings.HasPrefix(f.Name, "__") || skip(f.Name) {
			continue
		}
		base := required(schema, f, given)
		out = append(out, Question{Field: f, Args: base})
		if strings.HasSuffix(f.Type.Name(), "Connection") {
			out = append(out, Question{Field: f, Variant: "totalCount", Args: base, Count: true})
		}
		for _, a := range f.Arguments {
			for _, v := range variants(schema, f, a, given) {
				args := maps.Clone(base)
				args[a.Name] = v.value
				out = append(out, Question{Field: f, Variant: v.name, Args: args})
			}
		}
	}
	return out
}

// required are the arguments that a field can't be asked without.
func required(schema *ast.Schema, f *ast.FieldDefinition, given Given) Object {
	out := Object{}
	for _, a := range f.Arguments {
		switch {
		case a.Name == "first":
			out[a.Name] = First
		case !a.Type.NonNull:
		default:
			if v := given(f.Name, a, nil); v != nil {
				out[a.Name] = v
			} else if a.DefaultValue == nil {
				out[a.Name] = Word(Sample(schema, a.Type))
			}
		}
	}
	return out
}

// variant is one value of an argument.
type variant struct {
	name  string
	value any
}

func variants(schema *ast.Schema, f *ast.FieldDefinition, a *ast.ArgumentDefinition, given Given) (out []variant) {
	def := schema.Types[a.Type.Name()]
	switch {
	case a.Name == "first" || a.Name == "after" || a.Type.NonNull:
	case a.Name == "orderBy":
		for _, field := range schema.Types[def.Fields.ForName("field").Type.Name()].EnumValues {
			for _, direction := range []string{"ASC", "DESC"} {
				out = append(out, variant{field.Name + " " + direction, Object{"field": Word(field.Name), "direction": Word(direction)}})
			}
		}
	case def.Kind == ast.InputObject:
		for _, part := range def.Fields {
			for _, v := range values(schema, part, given(f.Name, a, part)) {
				filter := Object{part.Name: v}
				if part.Name == "unitOnly" {
					filter["unitId"] = given(f.Name, a, def.Fields.ForName("unitId"))
				}
				out = append(out, variant{part.Name + " " + Literal(v), filter})
			}
		}
	default:
		for _, v := range values(schema, &ast.FieldDefinition{Name: a.Name, Type: a.Type}, given(f.Name, a, nil)) {
			out = append(out, variant{a.Name + " " + Literal(v), v})
		}
	}
	return out
}

// values are those to ask a filter by: each of an enumeration, both of a flag, and for texts one
// that many rows contain, one of one character and one that none contains.
func values(schema *ast.Schema, f *ast.FieldDefinition, known any) []any {
	if known != nil {
		return []any{known}
	}
	var out []any
	switch def := schema.Types[f.Type.Name()]; {
	case def.Kind == ast.Enum:
		for _, v := range def.EnumValues {
			out = append(out, Word(v.Name))
		}
	case def.Name == "Boolean":
		return []any{true, false}
	case def.Name == "String" && strings.Contains(strings.ToLower(f.Name), "text"):
		return []any{"好处", "东", "没有这样的"}
	case def.Name == "Date":
		return []any{"2026-01-01", "2027-01-01"}
	default:
		out = []any{Word(Sample(schema, ast.NamedType(f.Type.Name(), nil)))}
	}
	if f.Type.Elem != nil {
		for i, v := range out {
			out[i] = []any{v}
		}
	}
	return out
}

// Document asks the question. Of a list its rows are asked for, each with what it leads to at once, or
// their number.
func (q Question) Document(schema *ast.Schema) string {
	def := schema.Types[q.Field.Type.Name()]
	body := "{" + scalars(schema, def) + "}"
	switch {
	case def.IsLeafType():
		body = ""
	case q.Count:
		body = "{totalCount}"
	case strings.HasSuffix(def.Name, "Connection"):
		node := schema.Types[def.Fields.ForName("nodes").Type.Name()]
		body = "{pageInfo{hasNextPage endCursor} nodes{" + inside(schema, node) + "}}"
	}
	return "query{" + q.Field.Name + Arguments(q.Args) + body + "}"
}

// scalars are the fields of a type that need no selection and no arguments.
func scalars(schema *ast.Schema, def *ast.Definition) string {
	out := []string{"__typename"}
	for _, f := range def.Fields {
		if len(f.Arguments) == 0 && schema.Types[f.Type.Name()].IsLeafType() && !strings.HasPrefix(f.Name, "__") {
			out = append(out, f.Name)
		}
	}
	return strings.Join(out, " ")
}

// inside are the scalars of a type, and of each object and list that it leads to.
func inside(schema *ast.Schema, def *ast.Definition) string {
	out := []string{scalars(schema, def)}
	for _, f := range def.Fields {
		below := schema.Types[f.Type.Name()]
		needs := slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil })
		if needs || below.Kind != ast.Object || strings.HasPrefix(f.Name, "__") {
			continue
		}
		out = append(out, f.Name+"{"+scalars(schema, below)+"}")
	}
	return strings.Join(out, " ")
}
