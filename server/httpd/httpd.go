// Package httpd serves the API, the admin page and what operators watch.
package httpd

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"sineng/graph"
	"sineng/graph/scalar"
	"sineng/server/account"
	"sineng/server/exchange"
	"sineng/server/org"
	"sineng/server/register"
	"sineng/server/store"
	"sineng/server/supervision"
)

// requestTime is how long a request may take; the statements behind it end with it.
const requestTime = 30 * time.Second

// Server is the HTTP face of the program.
type Server struct {
	store    *store.Store
	accounts *account.Service
	log      *slog.Logger
	secure   bool // cookies over TLS only

	handler http.Handler
	metrics *metrics
}

// Options set the server up.
type Options struct {
	Store    *store.Store
	Accounts *account.Service
	// Imports are the uploads and imports of this server.
	Imports *exchange.Jobs
	Log     *slog.Logger
	// Secure says that browsers reach the server over TLS.
	Secure bool
	// Page is the built admin page with index.html at its root.
	Page *Page
}

// New builds the handler.
func New(o Options) (*Server, error) {
	s := &Server{store: o.Store, accounts: o.Accounts, log: o.Log, secure: o.Secure}
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	s.metrics = newMetrics(registry)

	resolver := &graph.Resolver{
		Store: o.Store, Accounts: o.Accounts, Org: org.New(o.Store),
		Register: register.New(o.Store, register.DefaultRecipe), Supervision: supervision.New(o.Store), Imports: o.Imports, Language: Language,
		Cookie: s.setCookie, Token: tokenOf,
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", s.api(resolver))
	files := &exchange.Handlers{Jobs: o.Imports, Log: o.Log, EncodeID: scalar.EncodeID, Language: Language, RequestID: RequestID}
	mux.Handle("POST /uploads", files.Upload())
	mux.Handle("GET /imports/{id}/problems.xlsx", files.Problems())
	mux.HandleFunc("GET /schema.graphql", serveSDL)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprintln(w, "ok") })
	mux.HandleFunc("GET /readyz", s.ready)
	mux.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	if o.Page != nil {
		mux.Handle("/", o.Page)
	}

	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		refuse(w, r, http.StatusForbidden, "CROSS_ORIGIN", "拒绝来自其他网站的请求", "Requests from another site are refused")
	}))
	s.handler = s.withRequest(s.recovered(s.measured(secured(guard.Handler(s.signedIn(routed(mux)))))))
	return s, nil
}

// routed notes which pattern served a request. The mux tells it on the request it is
// given, which is not the one that the log and the metrics hold.
func routed(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mux.ServeHTTP(w, r)
		requestOf(r.Context()).route = r.Pattern
	})
}

// ServeHTTP serves one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// ready tells whether the database answers and has this program's schema.
func (s *Server) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	if err := s.store.Ping(ctx); err != nil {
		s.log.WarnContext(ctx, "not ready", "error", err)
		http.Error(w, "the database does not answer", http.StatusServiceUnavailable)
		return
	}
	_, _ = fmt.Fprintln(w, "ready")
}
