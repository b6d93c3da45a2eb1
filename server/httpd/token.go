package httpd

import (
	"context"
	"net/http"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"sineng/ent/viewer"
	"sineng/graph"
	"sineng/server/fault"
	"sineng/server/httpd/guard"
)

// bearerOf is the token of an Authorization header. Where there is one it alone decides who
// asks, whatever cookie comes with it; other schemes are none of ours.
func bearerOf(r *http.Request) (token string, sent bool) {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	return strings.TrimSpace(token), strings.EqualFold(scheme, "Bearer")
}

// byToken answers a request that carries a token. Tokens read the API and nothing else:
// elsewhere their request is nobody's.
func (s *Server) byToken(w http.ResponseWriter, r *http.Request, next http.Handler) {
	if r.URL.Path != "/graphql" {
		next.ServeHTTP(w, r)
		return
	}
	who, err := s.accounts.ResolveToken(r.Context(), requestOf(r.Context()).bearer)
	if err != nil {
		s.log.ErrorContext(r.Context(), "resolving the token", "error", err)
		refuse(w, r, http.StatusServiceUnavailable, "UNAVAILABLE", "暂时无法确认访问令牌,请稍后重试", "The token cannot be checked at the moment; try again later")
		return
	}
	if who == nil {
		w.Header().Set("WWW-Authenticate", `Bearer error="invalid_token"`)
		refuse(w, r, http.StatusUnauthorized, "BAD_TOKEN", "访问令牌无效、已到期或已被吊销", "The token is wrong, expired or revoked")
		return
	}
	next.ServeHTTP(w, r.WithContext(graph.WithSignedIn(r.Context(), who)))
}

// readsOnly keeps tokens to queries.
func readsOnly(ctx context.Context) error {
	v := viewer.FromContext(ctx)
	if v == nil || v.TokenID == 0 {
		return nil
	}
	if a := guard.From(ctx); a != nil && a.Operation.Operation != ast.Query {
		return fault.New(fault.Forbidden, "TOKEN_READS_ONLY", "", "访问令牌只能用于查询", "A token can only be used for queries")
	}
	return nil
}
