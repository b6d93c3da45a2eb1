package httpd

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sineng/ent/viewer"
	"sineng/graph"
	"sineng/server/fault"
	"sineng/server/fault/answer"
	"sineng/server/httpd/guard"
)

// maxBody is the greatest size of an operation's body in bytes.
const maxBody = 1 << 20

// The media types of responses.
const (
	plainJSON    = "application/json"
	responseJSON = "application/graphql-response+json"
	eventStream  = "text/event-stream"
)

// ServeHTTP runs one operation: POST with one JSON object, or GET for a query.
func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	params := a.params(w, r)
	if params == nil {
		return
	}
	ctx := graphql.StartOperationTrace(r.Context())
	params.Headers = r.Header
	who := a.caller(ctx)
	who.QueriesOnly = r.Method == http.MethodGet
	admitted, errs := a.guard.Admit(params, who)
	if admitted != nil {
		ctx = named(guard.With(ctx, admitted), admitted.Operation.Name)
	}
	if known := new(fault.Error); len(errs) > 0 && errors.As(errs[0], &known) && known.Reason == "BAD_METHOD" {
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, r, known)
		return
	}
	if len(errs) > 0 {
		a.fail(ctx, w, r, errs)
		return
	}
	if a.guesses(w, r, admitted) {
		return
	}
	if admitted.Operation.Operation == ast.Subscription {
		a.stream(ctx, w, r, params, admitted)
		return
	}
	op, errs := a.operation(ctx, params)
	if len(errs) > 0 {
		a.fail(ctx, w, r, errs)
		return
	}
	answer, ctx := a.exec.DispatchOperation(ctx, op)
	send(w, r, answer(ctx))
}

// send responds with an answer. Data is JSON already, which is not to be gone through once more.
func send(w http.ResponseWriter, r *http.Request, answer *graphql.Response) {
	if answer == nil || len(answer.Errors) > 0 || len(answer.Data) == 0 || len(answer.Path) > 0 || answer.Label != "" || answer.HasNext != nil {
		write(w, r, http.StatusOK, answer)
		return
	}
	end := []byte("}")
	if len(answer.Extensions) > 0 {
		text, err := json.Marshal(answer.Extensions)
		if err != nil {
			refuse(w, r, fault.Failure())
			return
		}
		end = append(append([]byte(`,"extensions":`), text...), '}')
	}
	const begin = `{"data":`
	head(w, r)
	w.Header().Set("Content-Length", strconv.Itoa(len(begin)+len(answer.Data)+len(end)))
	_, _ = io.WriteString(w, begin)
	_, _ = w.Write(answer.Data)
	_, _ = w.Write(end)
}

// params parses a request. If it is not exactly one operation, params responds
// with an error that repeats nothing of the request, and returns nil.
func (a *api) params(w http.ResponseWriter, r *http.Request) *graphql.RawParams {
	var p *graphql.RawParams
	var err error
	switch r.Method {
	case http.MethodGet:
		p, err = ofURL(r.URL)
	case http.MethodPost:
		kind, parameters, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
		if charset := parameters["charset"]; kind != plainJSON || charset != "" && !strings.EqualFold(charset, "utf-8") {
			refuse(w, r, fault.Bad("", "BAD_MEDIA_TYPE", "请使用 application/json", "Send application/json"))
			return nil
		}
		var body []byte
		body, err = io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
			refuse(w, r, fault.Bad("", "BODY_TOO_LARGE", "请求超过 1 MiB", "The request is larger than 1 MiB"))
			return nil
		}
		if err != nil {
			refuse(w, r, fault.Bad("", "BODY_CUT_OFF", "请求不完整", "The request is incomplete"))
			return nil
		}
		p, err = guard.Decode(body)
	default:
		w.Header().Set("Allow", "GET, POST")
		refuse(w, r, fault.Bad("", "BAD_METHOD", "请使用 GET 或 POST", "Use GET or POST"))
		return nil
	}
	if err == nil && p.Query == "" && p.Extensions["persistedQuery"] == nil {
		err = fault.Bad("query", "NO_QUERY", "请求缺少 query", "The request has no query")
	}
	if known := new(fault.Error); errors.As(err, &known) {
		refuse(w, r, known)
		return nil
	}
	return p
}

// ofURL parses the parameters of a GET request, each at most once.
func ofURL(u *url.URL) (*graphql.RawParams, error) {
	values, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return nil, fault.Bad("", "BAD_PARAMETER", "请求参数格式不正确", "The parameters have the wrong form")
	}
	for _, name := range []string{"query", "operationName", "variables", "extensions"} {
		if len(values[name]) > 1 {
			return nil, fault.Bad(name, "BAD_PARAMETER", "请求参数 "+name+" 重复", "The parameter "+name+" is given twice")
		}
	}
	p := &graphql.RawParams{Query: values.Get("query"), OperationName: values.Get("operationName")}
	if p.Variables, err = guard.DecodeObject("variables", values.Get("variables")); err != nil {
		return nil, err
	}
	p.Extensions, err = guard.DecodeObject("extensions", values.Get("extensions"))
	return p, err
}

func (a *api) caller(ctx context.Context) guard.Caller {
	v := viewer.FromContext(ctx)
	if v == nil {
		return guard.Caller{}
	}
	c := guard.Caller{SignedIn: true, Token: a.server.isToken(ctx)}
	for _, g := range v.Grants {
		c.Roles = append(c.Roles, g.Role)
	}
	return c
}

// operation prepares an admitted operation with its variables. Callers that
// are not signed in get no details of errors in variables, since these name
// types and fields.
func (a *api) operation(ctx context.Context, p *graphql.RawParams) (*graphql.OperationContext, gqlerror.List) {
	op, errs := a.exec.CreateOperationContext(ctx, p)
	if len(errs) > 0 && viewer.FromContext(ctx) == nil {
		errs = guard.Unspecific()
	}
	if v := viewer.FromContext(ctx); len(errs) == 0 && v != nil && v.TokenID != 0 {
		op.ResolverMiddleware = graph.OpenTypes(v, a.guard.Schema, op.ResolverMiddleware)
	}
	return op, errs
}

// guesses responds with an error and returns true when an operation tries more
// than one secret, or its address has tried too many.
func (a *api) guesses(w http.ResponseWriter, r *http.Request, admitted *guard.Admitted) bool {
	n := admitted.RootFields(func(field string) bool { return graph.Rights[field].Secret })
	if n > 1 {
		refuse(w, r, fault.Bad("", "ONE_TRY_AT_A_TIME", "一次请求只能尝试一个密码或口令", "One request may try one secret"))
		return true
	}
	return n == 1 && a.server.rates.guessing.refused(w, r, addressKey(r))
}

// fail responds to an operation that does not run.
func (a *api) fail(ctx context.Context, w http.ResponseWriter, r *http.Request, errs gqlerror.List) {
	status := http.StatusOK
	// A client that accepts application/json recognises errors by the body
	// alone.
	if wanted(r) == responseJSON {
		status = statusOf(errs)
	}
	answer := a.exec.DispatchError(graphql.WithOperationContext(ctx, &graphql.OperationContext{}), errs)
	// Without execution there is no data, not even null.
	write(w, r, status, struct {
		Errors     gqlerror.List  `json:"errors"`
		Extensions map[string]any `json:"extensions,omitempty"`
	}{answer.Errors, answer.Extensions})
}

func statusOf(errs gqlerror.List) int {
	if errs[0].Message == "PersistedQueryNotFound" {
		return http.StatusOK
	}
	if known := fault.All(errs[0]); len(known) > 0 {
		return answer.Status(known[0])
	}
	return http.StatusBadRequest
}

// write writes a response in the media type that the request prefers.
func write(w http.ResponseWriter, r *http.Request, status int, answer any) {
	text, err := json.Marshal(answer)
	if err != nil {
		refuse(w, r, fault.Failure())
		return
	}
	head(w, r)
	w.WriteHeader(status)
	_, _ = w.Write(text)
}

// head sets the header of a response in JSON.
func head(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", wanted(r)+"; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
}

// wanted returns the first supported media type of the Accept header,
// application/json when there is none.
func wanted(r *http.Request) string {
	for part := range strings.SplitSeq(r.Header.Get("Accept"), ",") {
		kind, _, _ := mime.ParseMediaType(part)
		switch kind {
		case responseJSON:
			return responseJSON
		case plainJSON, "application/*", "*/*":
			return plainJSON
		}
	}
	return plainJSON
}

// accepts reports whether the Accept header names a media type.
func accepts(r *http.Request, wanted string) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept"), ",") {
		if kind, _, _ := mime.ParseMediaType(part); kind == wanted {
			return true
		}
	}
	return false
}
