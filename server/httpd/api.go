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
	"sineng/server/fault"
	"sineng/server/httpd/guard"
)

// api is the GraphQL endpoint. Its guard parses, bounds and validates; gqlgen's executor
// runs what was admitted. gqlgen's own transports are not used: they parse before anything
// can be bounded, and echo bodies that they cannot read.
type api struct {
	server  *Server
	guard   *guard.Guard
	exec    *executor.Executor
	streams *streams
}

func (s *Server) newAPI(resolver *graph.Resolver, o Options) (*api, error) {
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: resolver})
	g, err := guard.New(guard.Options{Schema: schema.Schema(), Open: func(field string) bool { return open[field] },
		Documents: o.Documents, TrustedOnly: o.TrustedOnly, CostLimit: o.CostLimit})
	if err != nil {
		return nil, err
	}
	exec := executor.New(schema)
	exec.SetQueryCache(guard.Cache{})
	exec.SetErrorPresenter(graph.Presenter{Log: s.log, Language: Language, RequestID: RequestID}.Present)
	exec.SetRecoverFunc(func(_ context.Context, p any) error { return fmt.Errorf("panic in a resolver: %v", p) })
	exec.Use(introspectSignedIn{})
	exec.AroundOperations(func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		return next(resolver.WithBatches(ctx))
	})
	exec.AroundRootFields(func(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
		if err := confine(ctx, graphql.GetRootFieldContext(ctx).Field.Name); err != nil {
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
	return &api{server: s, guard: g, exec: exec, streams: newStreams()}, nil
}

// open are the root fields that need no sign-in; guessing those that try a secret, whose
// tries are counted per address.
var (
	open     = map[string]bool{"viewer": true, "signInOptions": true, "signIn": true, "signOut": true, "setUp": true, "__typename": true}
	guessing = map[string]bool{"signIn": true, "submitSecondFactor": true, "changePassword": true, "setUp": true,
		"startSecondFactor": true, "confirmSecondFactor": true, "disableSecondFactor": true, "renewRecoveryCodes": true}
)

// confine keeps the signed-out, and those who have yet to give a second factor or change
// their password, to the root fields that are open to them.
func confine(ctx context.Context, field string) error {
	if err := confineToken(ctx, field); err != nil {
		return err
	}
	if open[field] {
		return nil
	}
	if viewer.FromContext(ctx) == nil {
		return fault.New(fault.Unauthenticated, "SIGNED_OUT", "", "请先登录", "Sign in first")
	}
	return graph.Confined(ctx, field)
}

// introspectSignedIn shows the schema to the signed-in alone.
type introspectSignedIn struct{}

func (introspectSignedIn) ExtensionName() string                   { return "IntrospectSignedIn" }
func (introspectSignedIn) Validate(graphql.ExecutableSchema) error { return nil }
func (introspectSignedIn) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	op.DisableIntrospection = viewer.FromContext(ctx) == nil
	return nil
}
