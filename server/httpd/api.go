package httpd

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sineng/ent/viewer"
	"sineng/graph"
	"sineng/graph/generated"
	"sineng/server/httpd/guard"
)

// api is the GraphQL endpoint. Its guard parses, bounds and validates;
// gqlgen's executor runs what was admitted. gqlgen's own transports are not
// used: they parse before anything is bounded, and echo bodies that they
// cannot parse.
type api struct {
	server  *Server
	guard   *guard.Guard
	exec    *executor.Executor
	streams *streams
	watcher *watcher
}

func (s *Server) newAPI(resolver *graph.Resolver, o Options) (*api, error) {
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: resolver})
	if err := graph.CheckRights(schema.Schema()); err != nil {
		return nil, err
	}
	if err := graph.CheckTypes(schema.Schema()); err != nil {
		return nil, err
	}
	g, err := guard.New(guard.Options{Schema: schema.Schema(), Open: func(field string) bool { return graph.Rights[field].Open },
		Documents: o.Documents, TrustedOnly: o.TrustedOnly, CostLimit: o.CostLimit})
	if err != nil {
		return nil, err
	}
	exec := executor.New(directSchema{schema, schema.(generated.DirectSchema)})
	exec.SetQueryCache(guard.Cache{})
	exec.SetErrorPresenter(graph.Presenter{Presenter: s.answers}.Present)
	exec.SetRecoverFunc(func(_ context.Context, p any) error { return fmt.Errorf("panic in a resolver: %v", p) })
	exec.Use(introspectSignedIn{})
	exec.AroundOperations(func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		return next(resolver.WithBatches(ctx))
	})
	exec.AroundRootFields(func(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
		if err := letIn(ctx, graphql.GetRootFieldContext(ctx).Field.Name); err != nil {
			graphql.AddError(ctx, err)
			return graphql.Null
		}
		return next(ctx)
	})
	exec.AroundResponses(func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		if a := guard.From(ctx); a != nil {
			graphql.RegisterExtension(ctx, "cost", a.Cost)
		}
		answer := s.logReads(ctx, next)
		if answer != nil && len(answer.Errors) > guard.MostErrors {
			answer.Errors = answer.Errors[:guard.MostErrors]
		}
		return answer
	})
	return &api{server: s, guard: g, exec: exec, streams: newStreams(),
		watcher: &watcher{peek: s.accounts.PeekAll, log: s.log, streams: map[*watched]bool{}}}, nil
}

// letIn refuses a root field to callers whom the table of rights does not
// admit.
func letIn(ctx context.Context, field string) error {
	if err := readsOnly(ctx, field); err != nil {
		return err
	}
	return graph.LetIn(ctx, field)
}

// letInAll is letIn for the root fields of a subscription, for which gqlgen
// runs no field middleware.
func letInAll(ctx context.Context, admitted *guard.Admitted) (err error) {
	admitted.RootFields(func(field string) bool {
		if err == nil {
			err = letIn(ctx, field)
		}
		return false
	})
	return err
}

// introspectSignedIn permits introspection only to signed-in callers.
type introspectSignedIn struct{}

func (introspectSignedIn) ExtensionName() string                   { return "IntrospectSignedIn" }
func (introspectSignedIn) Validate(graphql.ExecutableSchema) error { return nil }
func (introspectSignedIn) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	op.DisableIntrospection = viewer.FromContext(ctx) == nil
	return nil
}
