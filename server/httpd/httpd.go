// Package httpd serves the API, the admin page and the endpoints for
// operators.
package httpd

import (
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"sineng/graph"
	"sineng/server/account"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/fault/answer"
	"sineng/server/store"
)

// requestTime is the time limit of a request and of its statements.
const requestTime = 30 * time.Second

// Server is the HTTP handler of the program.
type Server struct {
	store    *store.Store
	accounts *account.Service
	audit    *audit.Service
	log      *slog.Logger
	answers  answer.Presenter
	secure   bool // cookies over TLS only

	hsts    time.Duration
	proxies []netip.Prefix
	token   func(context.Context) bool

	handler http.Handler
	metrics *metrics
	rates   *rates
	rooms   []Room
	api     *api
}

// Options configures the server.
type Options struct {
	// Services are the services behind the API and the other routes.
	graph.Services
	// Witness signs the logs of other servers; nil for none.
	Witness *tlog.Cosigner
	Log     *slog.Logger
	// Rooms are the folders that the server writes to; readiness tells which has no room.
	Rooms []Room
	// Secure means that browsers reach the server over TLS.
	Secure bool
	// HSTS is how long browsers must insist on TLS; 0 for not at all. It needs
	// Secure.
	HSTS time.Duration
	// OIDC is the identity provider, nil for none.
	OIDC *OIDC
	// Page is the built admin page with index.html at its root.
	Page *Page
	// Documents are the page's GraphQL documents, by the SHA-256 of their text.
	Documents map[string]string
	// TrustedOnly refuses all other documents, except from API tokens.
	TrustedOnly bool
	// CostLimit is the greatest cost of any GraphQL operation; 0 for the
	// limits per role.
	CostLimit int
	// IsToken reports whether a request was authenticated by an API token; nil
	// for never.
	IsToken func(context.Context) bool
	// RateAccount and RateAddress are the greatest number of requests per
	// minute of an account and an address; 0 for no limit.
	RateAccount, RateAddress int
	// TrustedProxies are the networks whose X-Forwarded-For is trusted.
	TrustedProxies []netip.Prefix
}

// New builds the handler.
func New(o Options) (*Server, error) {
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	s := &Server{store: o.Store, accounts: o.Accounts, audit: o.Audit, log: o.Log,
		answers: answer.Presenter{Log: o.Log, Language: Language, RequestID: RequestID}, secure: o.Secure, hsts: o.HSTS, proxies: o.TrustedProxies,
		token: o.IsToken, rooms: o.Rooms, rates: newRates(o), metrics: newMetrics(registry, o.Audit, o.Search)}
	signIn, err := s.newOIDC(o.OIDC)
	if err != nil {
		return nil, err
	}
	resolver := &graph.Resolver{Services: o.Services, Language: Language, Cookie: s.setCookie, Token: tokenOf}
	if signIn != nil {
		resolver.Oidc = signIn.Name
	}
	if s.api, err = s.newAPI(resolver, o); err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	for _, r := range s.routes(o, signIn, promhttp.HandlerFor(registry, promhttp.HandlerOpts{})) {
		mux.Handle(r.pattern, r.handler)
	}
	s.handler = s.wrapped(mux)
	return s, nil
}

// EndStreams ends the open subscriptions, which would otherwise delay the
// server's shutdown.
func (s *Server) EndStreams() { s.api.streams.end() }

// Bounds of connections.
const (
	headerTime = 10 * time.Second // to send the header of a request
	bodyTime   = 30 * time.Second // to send the whole request; uploads and streams set their own
	answerTime = 5 * time.Minute  // to receive a response, from the header of the request on
	idleTime   = 2 * time.Minute  // between two requests
	maxHeader  = 64 << 10         // bytes of a header; a query by GET is part of it

	longAnswerTime = time.Hour // instead of answerTime, for uploads and the archive of the log
)

// HTTP returns a server for the handler that closes silent and slow
// connections.
func (s *Server) HTTP() *http.Server {
	h := &http.Server{Handler: s, ReadHeaderTimeout: headerTime, ReadTimeout: bodyTime, WriteTimeout: answerTime, IdleTimeout: idleTime,
		MaxHeaderBytes: maxHeader, ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelWarn)}
	h.RegisterOnShutdown(s.EndStreams)
	return h
}

// ServeHTTP serves one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }
