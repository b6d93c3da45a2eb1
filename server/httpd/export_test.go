package httpd

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sineng/server/httpd/guard"
)

// Run runs a document with the context's viewer as a request would, but
// without the network, so that it can be part of a transaction of the test.
// For a subscription it returns the first event. The token is that of the
// session.
func (s *Server) Run(ctx context.Context, token, document string) *graphql.Response {
	a := s.api
	ctx, end := context.WithCancel(context.WithValue(ctx, requestKey{}, &request{id: "test", language: "zh", token: token, connection: ctx}))
	defer end()
	ctx = graphql.StartOperationTrace(ctx)
	params := &graphql.RawParams{Query: document}
	admitted, errs := a.guard.Admit(params, a.caller(ctx))
	if len(errs) == 0 {
		ctx = named(guard.With(ctx, admitted), admitted.Operation.Name)
		if admitted.Operation.Operation == ast.Subscription {
			if err := letInAll(ctx, admitted); err != nil {
				errs = gqlerror.List{{Err: err, Message: err.Error()}}
			}
		}
	}
	if len(errs) > 0 {
		return a.exec.DispatchError(graphql.WithOperationContext(ctx, &graphql.OperationContext{}), errs)
	}
	op, errs := a.operation(ctx, params)
	if len(errs) > 0 {
		return a.exec.DispatchError(graphql.WithOperationContext(ctx, &graphql.OperationContext{}), errs)
	}
	next, ctx := a.exec.DispatchOperation(ctx, op)
	return next(ctx)
}
