package graph

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"sineng/graph/generated"
	"sineng/server/store"
)

// fields are the fields that an operation selects below a position, with fragments expanded.
type fields struct {
	op   *graphql.OperationContext
	list []graphql.CollectedField
}

// selected are the fields below the one being resolved. types name the object's types, for
// fragments on an interface.
func selected(ctx context.Context, types ...string) fields {
	op := graphql.GetOperationContext(ctx)
	f := fields{op: op}
	if fc := graphql.GetFieldContext(ctx); fc != nil {
		f.list = graphql.CollectFields(op, fc.Field.Selections, types)
	}
	return f
}

// rows are the fields below the rows of a connection.
func (f fields) rows() fields {
	var out fields
	out.op = f.op
	f.on("nodes", func(n fields) { out.list = append(out.list, n.list...) })
	f.on("edges", func(e fields) {
		e.on("node", func(n fields) { out.list = append(out.list, n.list...) })
	})
	return out
}

// isQuery reports whether the context is of a query, which changes nothing.
func isQuery(ctx context.Context) bool {
	return graphql.HasOperationContext(ctx) && graphql.GetOperationContext(ctx).Operation.Operation == ast.Query
}

// plain reports whether none of the fields is selected.
func (f fields) plain(edges []string) bool {
	for _, c := range f.list {
		if slices.Contains(edges, c.Name) {
			return false
		}
	}
	return true
}

// on calls use once with what is selected below a field, combining aliases.
func (f fields) on(name string, use func(fields)) {
	below, found := fields{op: f.op}, false
	for _, c := range f.list {
		if c.Name == name {
			found = true
			below.list = append(below.list, graphql.CollectFields(f.op, c.Selections, nil)...)
		}
	}
	if found {
		use(below)
	}
}

// columns are the columns that a selection reads of the rows of a type besides their keys; nil for any. What
// each field reads is found in the sources when the executor is generated, so that none is forgotten.
func (f fields) columns(name string) []string {
	known, out := generated.Columns[name], []string{"id"}
	for _, c := range f.list {
		of, listed := known[c.Name]
		if !listed && c.Name != "__typename" {
			return nil
		}
		for _, column := range of {
			if !slices.Contains(out, column) {
				out = append(out, column)
			}
		}
	}
	return out
}

// narrow makes a query of rows that nothing but the API reads take what a selection reads of them, and the columns
// by which the rows are told apart.
func narrow[S any](f fields, name string, take func(...string) S, by ...string) {
	if columns := f.columns(name); columns != nil {
		take(append(columns, by...)...)
	}
}

// narrowed is a page of rows that nothing but the API reads.
func narrowed(p store.Page, f fields, name string) store.Page {
	p.Columns = f.columns(name)
	return p
}
