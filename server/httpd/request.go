package httpd

import (
	"context"
	"crypto/rand"
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

// request is the data attached to a request's context.
type request struct {
	id       string
	language string
	token    string // session token, from the cookie
	bearer   string // API token
	byToken  bool   // whether an API token was sent
	writer   http.ResponseWriter
	route    string // pattern that served it, empty until known
	address  string // the sender's address, see AddressOf
	// connection ends when the client disconnects; the request's own context
	// may end sooner.
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

// RequestID returns the id in a request's log lines and errors.
func RequestID(ctx context.Context) string { return requestOf(ctx).id }

// Language returns the language that a request prefers, "zh" or "en".
func Language(ctx context.Context) string { return requestOf(ctx).language }

func tokenOf(ctx context.Context) string { return requestOf(ctx).token }

// withRequest gives the request an id and a time limit.
func (s *Server) withRequest(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q := &request{id: rand.Text()[:16], language: language(r.Header.Get("Accept-Language")), writer: w,
			address: addressOf(r, s.proxies), connection: r.Context()}
		if q.bearer, q.byToken = bearerOf(r); q.byToken {
			// With a token the cookie is ignored.
		} else if c, err := r.Cookie(s.cookieName()); err == nil {
			q.token = c.Value
		}
		w.Header().Set("X-Request-Id", q.id)
		ctx := context.WithValue(r.Context(), requestKey{}, q)
		ctx = audit.WithOrigin(ctx, audit.Origin{Request: q.id, Address: q.address, Agent: short(r.UserAgent(), 300)})
		if r.URL.Path == "/uploads" || r.URL.Path == archivePath || strings.HasPrefix(r.URL.Path, attachmentPath) {
			// These routes set their own time limits; their responses end late
			// or are long.
			_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(longAnswerTime))
		} else {
			var cancel context.CancelFunc
			ctx, cancel = context.WithTimeout(ctx, requestTime)
			defer cancel()
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// language returns English if it is preferred to Chinese.
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

// recovered turns a panic into a generic error.
func (s *Server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				if p == http.ErrAbortHandler {
					panic(p)
				}
				s.log.ErrorContext(r.Context(), "panic", "value", p, "stack", string(debug.Stack()))
				refuse(w, r, fault.Failure())
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// who returns the present holder of a request's session; nil for nobody.
func (s *Server) who(ctx context.Context) (*account.SignedIn, error) {
	return s.accounts.Resolve(ctx, tokenOf(ctx))
}

// isToken reports whether a request was authenticated by an API token.
func (s *Server) isToken(ctx context.Context) bool {
	v := viewer.FromContext(ctx)
	return v != nil && v.TokenID != 0 || s.token != nil && s.token(ctx)
}

// signedIn determines the viewer of a request. A confined session, e.g. one
// that must first change its password, counts as signed in only for the API,
// which restricts it further.
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
			refuse(w, r, fault.New(fault.Unavailable, "UNAVAILABLE", "", "暂时无法确认登录状态,请稍后重试", "The session cannot be checked at the moment; try again later"))
			return
		}
		if who != nil && who.Confined() != account.Free && r.URL.Path != "/graphql" {
			next.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(graph.WithSignedIn(r.Context(), who)))
	})
}

// cookieName returns the cookie's name; over TLS its __Host- prefix binds it to
// this host.
func (s *Server) cookieName() string {
	if s.secure {
		return "__Host-sineng"
	}
	return "sineng"
}

// setCookie sends the session token to the browser, or deletes the cookie.
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

// secured sets the security headers of every response.
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

// LogHandler adds the request id to every log line of a request.
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

// recorder records the status of a response.
type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// Unwrap gives http.ResponseController access to the connection.
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
			return // the time of feedback is not logged
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
