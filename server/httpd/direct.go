package httpd

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent/viewer"
	"sineng/graph"
	"sineng/graph/generated"
)

// directSchema writes the answers of queries directly where it can, see package direct, and leaves the
// rest to gqlgen's executor: everything but queries, tokens that do not open all that is selected, and
// whoever is not let in. What meets an error is run again, so that gqlgen says it.
type directSchema struct {
	graphql.ExecutableSchema
	direct generated.DirectSchema
}

// Exec implements graphql.ExecutableSchema.
func (s directSchema) Exec(ctx context.Context) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx)
	if v := viewer.FromContext(ctx); op.Operation.Operation != ast.Query || v == nil || !graph.OpensAll(v, s.Schema(), op.Operation.SelectionSet) {
		return s.ExecutableSchema.Exec(ctx)
	}
	for _, f := range graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Query"}) {
		if letIn(ctx, f.Name) != nil {
			return s.ExecutableSchema.Exec(ctx)
		}
	}
	var otherwise graphql.ResponseHandler
	begun := false
	return func(ctx context.Context) *graphql.Response {
		if !begun {
			begun = true
			if data, ok := s.direct.Direct(ctx); ok {
				return &graphql.Response{Data: data}
			}
			otherwise = s.ExecutableSchema.Exec(ctx)
		}
		if otherwise == nil {
			return nil
		}
		return otherwise(ctx)
	}
}
