package direct

import (
	"context"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Types are the types of object that can be written, by name.
type Types map[string]Type

// Type is what a plan needs to know of a type of object.
type Type struct {
	// Implementors are the type and its interfaces.
	Implementors []string
	Fields       map[string]FieldInfo
}

// FieldInfo is what a plan needs to know of a field.
type FieldInfo struct {
	// Index numbers the fields of the type from 1; 0 is __typename.
	Index int
	// Args reads the arguments; nil for none. It is called with the execution that Plan was given.
	Args func(execution any, ctx context.Context, raw map[string]any) (map[string]any, error)
}

// Selection is what is selected of objects of one type.
type Selection struct{ Fields []Field }

// Field is a selected field of a type.
type Field struct {
	Index int
	// Call has the arguments.
	Call *graphql.FieldContext
	// Context is for the resolver; Inline the same, for one that is called in sequence.
	Context, Inline context.Context

	key   []byte
	below []choice
}

// choice is what is selected below a field where the value is of a type.
type choice struct {
	name string
	of   *Selection
}

// Below is what is selected of an object of a type.
func (f *Field) Below(name string) *Selection {
	for i := range f.below {
		if f.below[i].name == name {
			return f.below[i].of
		}
	}
	return nil
}

// planner makes a plan.
type planner struct {
	op        *graphql.OperationContext
	schema    *ast.Schema
	types     Types
	execution any
}

// Plan is the plan of a query, made once for it, so that a row costs nothing but its values. It is
// nil for what cannot be written directly: introspection, and arguments with an error.
func Plan(ctx context.Context, schema *ast.Schema, types Types, execution any) *Selection {
	p := planner{graphql.GetOperationContext(ctx), schema, types, execution}
	ctx = graphql.WithFieldContext(ctx, &graphql.FieldContext{Object: schema.Query.Name})
	return p.selection(ctx, schema.Query.Name, p.op.Operation.SelectionSet)
}

func (p planner) selection(ctx context.Context, name string, set ast.SelectionSet) *Selection {
	t, known := p.types[name]
	if !known {
		return nil
	}
	collected := graphql.CollectFields(p.op, set, t.Implementors)
	out := &Selection{Fields: make([]Field, len(collected))}
	for i, c := range collected {
		info, known := t.Fields[c.Name]
		if !known || len(c.Deferrables) > 0 || strings.HasPrefix(c.Name, "__") && c.Name != "__typename" {
			return nil
		}
		f := &out.Fields[i]
		f.Index, f.key = info.Index, append(strconv.AppendQuote(nil, c.Alias), ':')
		f.Call = &graphql.FieldContext{Object: name, Field: c}
		f.Context = graphql.WithFieldContext(ctx, f.Call)
		f.Inline = context.WithValue(f.Context, inlineKey{}, true)
		if info.Args != nil {
			var err error
			if f.Call.Args, err = info.Args(p.execution, f.Context, c.ArgumentMap(p.op.Variables)); err != nil {
				return nil
			}
		}
		if len(c.Selections) == 0 {
			continue
		}
		for _, possible := range p.possible(c.Definition.Type.Name()) {
			below := p.selection(f.Context, possible, c.Selections)
			if below == nil {
				return nil
			}
			f.below = append(f.below, choice{possible, below})
		}
	}
	return out
}

// possible are the types of object that a field of a type may hold.
func (p planner) possible(name string) []string {
	t := p.schema.Types[name]
	if !t.IsAbstractType() {
		return []string{name}
	}
	var out []string
	for _, t := range p.schema.GetPossibleTypes(t) {
		out = append(out, t.Name)
	}
	return out
}
