package httpd

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sineng/ent/viewer"
	"sineng/graph"
	"sineng/graph/generated"
	"sineng/server/fault"
)

// Bounds of an operation.
const (
	maxBody   = 1 << 20
	maxTokens = 4000
	maxCost   = 50_000
)

// api is the GraphQL endpoint.
func (s *Server) api(resolver *graph.Resolver) http.Handler {
	srv := handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: resolver}))
	srv.AddTransport(transport.GET{})
	srv.AddTransport(transport.POST{})
	srv.SetParserTokenLimit(maxTokens)
	srv.SetDisableSuggestion(true)
	srv.Use(extension.FixedComplexityLimit(maxCost))
	srv.Use(introspectSignedIn{})
	srv.SetErrorPresenter(graph.Presenter{Log: s.log, Language: Language, RequestID: RequestID}.Present)
	srv.SetRecoverFunc(func(ctx context.Context, p any) error { return fmt.Errorf("panic in a resolver: %v", p) })
	srv.AroundOperations(func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		return next(resolver.WithBatches(ctx))
	})
	srv.AroundRootFields(func(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
		if err := confine(ctx); err != nil {
			graphql.AddError(ctx, err)
			return graphql.Null
		}
		return next(ctx)
	})
	return s.bounded(srv)
}

// open are the root fields that need no sign-in; firstPassword those that a session with
// its first password may use beside them.
var (
	open          = map[string]bool{"viewer": true, "signIn": true, "signOut": true, "setUp": true, "__typename": true}
	firstPassword = map[string]bool{"changePassword": true}
)

// confine keeps the signed-out, and those who have yet to change their first password, to
// the fields that are open to them.
func confine(ctx context.Context) error {
	field := graphql.GetRootFieldContext(ctx).Field.Name
	if open[field] {
		return nil
	}
	if viewer.FromContext(ctx) == nil {
		return fault.New(fault.Unauthenticated, "SIGNED_OUT", "", "请先登录", "Sign in first")
	}
	if graph.MustChangePassword(ctx) && !firstPassword[field] {
		return fault.New(fault.Forbidden, "MUST_CHANGE_PASSWORD", "", "请先修改初始密码", "Change your first password first")
	}
	return nil
}

// introspectSignedIn shows the schema to the signed-in alone.
type introspectSignedIn struct{}

func (introspectSignedIn) ExtensionName() string                   { return "IntrospectSignedIn" }
func (introspectSignedIn) Validate(graphql.ExecutableSchema) error { return nil }
func (introspectSignedIn) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	op.DisableIntrospection = viewer.FromContext(ctx) == nil
	return nil
}

// bounded refuses what is too large or not the one JSON object that GraphQL over HTTP
// asks for, before it is parsed any further. Nothing of the body is echoed.
func (s *Server) bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.Method {
		case http.MethodGet:
			if r.URL.Query().Get("query") == "" {
				refuse(w, r, http.StatusBadRequest, "NO_QUERY", "请求缺少 query", "The request has no query")
				return
			}
		case http.MethodPost:
			kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
			if kind != "application/json" {
				refuse(w, r, http.StatusUnsupportedMediaType, "BAD_MEDIA_TYPE", "请使用 application/json", "Send application/json")
				return
			}
			body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
			if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
				refuse(w, r, http.StatusRequestEntityTooLarge, "BODY_TOO_LARGE", "请求超过 1 MiB", "The request is larger than 1 MiB")
				return
			}
			if err != nil || !oneObject(body) {
				refuse(w, r, http.StatusBadRequest, "BAD_JSON", "请求体应为一个 JSON 对象", "The body must be one JSON object")
				return
			}
			r.Body = io.NopCloser(bytes.NewReader(body))
		default:
			w.Header().Set("Allow", "GET, POST")
			refuse(w, r, http.StatusMethodNotAllowed, "BAD_METHOD", "请使用 GET 或 POST", "Use GET or POST")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// oneObject tells whether the text is exactly one JSON object without a key twice.
func oneObject(text []byte) bool {
	d := json.NewDecoder(bytes.NewReader(text))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return false
	}
	seen := map[string]bool{}
	for d.More() {
		key, err := d.Token()
		name, ok := key.(string)
		if err != nil || !ok || seen[name] {
			return false
		}
		seen[name] = true
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return false
		}
	}
	if _, err := d.Token(); err != nil {
		return false
	}
	_, err := d.Token()
	return err == io.EOF
}
