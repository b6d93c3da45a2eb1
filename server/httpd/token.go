package httpd

import (
	"context"
	"net/http"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/graph"
	"sineng/server/fault"
	"sineng/server/httpd/guard"
)

// bearerOf returns the token of an Authorization header. With a token any
// cookie is ignored; other schemes are not supported.
func bearerOf(r *http.Request) (token string, sent bool) {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	return strings.TrimSpace(token), strings.EqualFold(scheme, "Bearer")
}

// byToken authenticates a request by its token. Tokens are for the API: on
// other routes the request counts as not signed in.
func (s *Server) byToken(w http.ResponseWriter, r *http.Request, next http.Handler) {
	if r.URL.Path != "/graphql" {
		next.ServeHTTP(w, r)
		return
	}
	who, err := s.accounts.ResolveToken(r.Context(), requestOf(r.Context()).bearer)
	if err != nil {
		s.log.ErrorContext(r.Context(), "resolving the token", "error", err)
		refuse(w, r, fault.New(fault.Unavailable, "UNAVAILABLE", "", "暂时无法确认访问令牌,请稍后重试", "The token cannot be checked at the moment; try again later"))
		return
	}
	if who == nil {
		w.Header().Set("WWW-Authenticate", `Bearer error="invalid_token"`)
		refuse(w, r, fault.New(fault.Unauthenticated, "BAD_TOKEN", "", "访问令牌无效、已到期或已被吊销", "The token is wrong, expired or revoked"))
		return
	}
	next.ServeHTTP(w, r.WithContext(graph.WithSignedIn(r.Context(), who)))
}

// readsOnly restricts tokens to queries, and to what some scope of a token writes.
func readsOnly(ctx context.Context, field string) error {
	v := viewer.FromContext(ctx)
	if v == nil || v.TokenID == 0 {
		return nil
	}
	a := guard.From(ctx)
	if a == nil || a.Operation.Operation == ast.Query || field == "__typename" && a.Operation.Operation == ast.Mutation ||
		slices.ContainsFunc(graph.Rights[field].Tokens, term.TokenScope.Writes) {
		return nil
	}
	return fault.New(fault.Forbidden, "TOKEN_READS_ONLY", "", "除报送监测值和办件外,访问令牌只能用于查询", "Readings of indicators and proceedings aside, a token can only be used for queries")
}
