package httpd

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"sineng/ent/viewer"
	"sineng/graph"
	"sineng/server/account"
	"sineng/server/audit"
	"sineng/server/fault"
)

// request is what a request carries along.
type request struct {
	id       string
	language string
	token    string // of the session, from the cookie
	bearer   string // API token
	byToken  bool   // whether one was sent
	writer   http.ResponseWriter
	route    string // the pattern that served it, empty before it is known
	address  string // who sends it, see AddressOf
	// connection ends when the client leaves; the request's own context may end sooner.
	connection context.Context
}

type requestKey struct{}

func requestOf(ctx context.Context) *request {
	r, _ := ctx.Value(requestKey{}).(*request)
	if r == nil {
		return &request{language: "zh", connection: context.Background()}
	}
	return r
}

// RequestID is the id that a request's log lines and errors carry.
func RequestID(ctx context.Context) string { return requestOf(ctx).id }

// Language is the language a request asks for, "zh" or "en".
func Language(ctx context.Context) string { return requestOf(ctx).language }

func tokenOf(ctx context.Context) string { return requestOf(ctx).token }

// withRequest names the request and bounds its time.
func (s *Server) withRequest(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q := &request{id: rand.Text()[:16], language: language(r.Header.Get("Accept-Language")), writer: w,
			address: addressOf(r, s.proxies), connection: r.Context()}
		if q.bearer, q.byToken = bearerOf(r); q.byToken {
			// Whatever cookie comes along is not looked at.
		} else if c, err := r.Cookie(s.cookieName()); err == nil {
			q.token = c.Value
		}
		w.Header().Set("X-Request-Id", q.id)
		ctx := context.WithValue(r.Context(), requestKey{}, q)
		ctx = audit.WithOrigin(ctx, audit.Origin{Request: q.id, Address: q.address, Agent: short(r.UserAgent(), 300)})
		if r.URL.Path == "/uploads" || r.URL.Path == archivePath || strings.HasPrefix(r.URL.Path, attachmentPath) {
			// These bound themselves; their answers end late, or are long.
			_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(longAnswerTime))
		} else {
			var cancel context.CancelFunc
			ctx, cancel = context.WithTimeout(ctx, requestTime)
			defer cancel()
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// language picks English where it is preferred to Chinese.
func language(accept string) string {
	for _, part := range strings.Split(accept, ",") {
		tag := strings.ToLower(strings.TrimSpace(strings.SplitN(part, ";", 2)[0]))
		switch {
		case strings.HasPrefix(tag, "zh"):
			return "zh"
		case strings.HasPrefix(tag, "en"):
			return "en"
		}
	}
	return "zh"
}

// recovered turns a panic into a generic answer.
func (s *Server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				if p == http.ErrAbortHandler {
					panic(p)
				}
				s.log.ErrorContext(r.Context(), "panic", "value", p, "stack", string(debug.Stack()))
				refuse(w, r, http.StatusInternalServerError, "INTERNAL", "服务器内部错误", "The server failed")
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// who resolves who holds the session of a request as things are now; nil for nobody.
func (s *Server) who(ctx context.Context) (*account.SignedIn, error) {
	return s.accounts.Resolve(ctx, tokenOf(ctx))
}

// isToken tells whether a request was let in by an API token.
func (s *Server) isToken(ctx context.Context) bool {
	v := viewer.FromContext(ctx)
	return v != nil && v.TokenID != 0 || s.token != nil && s.token(ctx)
}

// signedIn works out who is asking. A session that has to do something else first is let
// through to the API only, which confines it.
func (s *Server) signedIn(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if isPublic(r.URL.Path) {
			next.ServeHTTP(w, r)
			return
		}
		if requestOf(r.Context()).byToken {
			s.byToken(w, r, next)
			return
		}
		if tokenOf(r.Context()) == "" || strings.HasPrefix(r.URL.Path, "/assets/") || strings.HasPrefix(r.URL.Path, "/oidc/") {
			next.ServeHTTP(w, r)
			return
		}
		who, err := s.who(r.Context())
		if err != nil {
			s.log.ErrorContext(r.Context(), "resolving the session", "error", err)
			refuse(w, r, http.StatusServiceUnavailable, "UNAVAILABLE", "暂时无法确认登录状态,请稍后重试", "The session cannot be checked at the moment; try again later")
			return
		}
		if who != nil && who.Confined() != account.Free && r.URL.Path != "/graphql" {
			next.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(graph.WithSignedIn(r.Context(), who)))
	})
}

// cookieName has the prefix that browsers tie to TLS and this host where they can.
func (s *Server) cookieName() string {
	if s.secure {
		return "__Host-sineng"
	}
	return "sineng"
}

// setCookie hands the session token to the browser, or takes it away.
func (s *Server) setCookie(ctx context.Context, token string) {
	q := requestOf(ctx)
	if q.writer == nil {
		return
	}
	c := &http.Cookie{Name: s.cookieName(), Value: token, Path: "/", HttpOnly: true, Secure: s.secure, SameSite: http.SameSiteLaxMode}
	if token == "" {
		c.MaxAge = -1
	}
	http.SetCookie(q.writer, c)
}

// secured sets the headers that every answer carries.
func (s *Server) secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		if s.secure && s.hsts > 0 {
			h.Set("Strict-Transport-Security", fmt.Sprintf("max-age=%d", int64(s.hsts.Seconds())))
		}
		next.ServeHTTP(w, r)
	})
}

// refuse answers outside GraphQL in the form that its errors have.
func refuse(w http.ResponseWriter, r *http.Request, status int, reason, zh, en string) {
	e := fault.New(codeOf(status), reason, "", zh, en)
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{map[string]any{
		"message":    e.Message(Language(r.Context())),
		"extensions": map[string]any{"code": e.Code, "reason": reason, "requestId": RequestID(r.Context())},
	}}})
}

func codeOf(status int) fault.Code {
	switch status {
	case http.StatusUnauthorized:
		return fault.Unauthenticated
	case http.StatusForbidden:
		return fault.Forbidden
	case http.StatusNotFound:
		return fault.NotFound
	case http.StatusConflict:
		return fault.Conflict
	case http.StatusTooManyRequests:
		return fault.RateLimited
	case http.StatusServiceUnavailable:
		return fault.Unavailable
	case http.StatusInternalServerError:
		return fault.Internal
	}
	return fault.Invalid
}

// LogHandler adds the request id to every line of a request.
type LogHandler struct{ slog.Handler }

// Handle implements slog.Handler.
func (h LogHandler) Handle(ctx context.Context, r slog.Record) error {
	if id := RequestID(ctx); id != "" {
		r.AddAttrs(slog.String("request", id))
	}
	return h.Handler.Handle(ctx, r)
}

// WithAttrs implements slog.Handler.
func (h LogHandler) WithAttrs(a []slog.Attr) slog.Handler { return LogHandler{h.Handler.WithAttrs(a)} }

// WithGroup implements slog.Handler.
func (h LogHandler) WithGroup(name string) slog.Handler { return LogHandler{h.Handler.WithGroup(name)} }

// recorder notes the status of an answer.
type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// measured counts and logs requests.
func (s *Server) measured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		rec := &recorder{w, http.StatusOK}
		next.ServeHTTP(rec, r)
		took := time.Since(start)
		route := requestOf(r.Context()).route
		if route == "" || route == "/" {
			route = "page"
		}
		s.metrics.seen(route, rec.status, took)
		if isPublic(r.URL.Path) && rec.status < http.StatusInternalServerError {
			return // when the public wrote is kept nowhere
		}
		level := slog.LevelDebug
		if rec.status >= http.StatusInternalServerError {
			level = slog.LevelError
		} else if route == "/graphql" {
			level = slog.LevelInfo
		}
		s.log.Log(r.Context(), level, "request", "method", r.Method, "route", route, "status", rec.status, "took", took.Round(time.Microsecond))
	})
}
