package graph

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
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
