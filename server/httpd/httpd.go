// Package httpd serves the API, the admin page and what operators watch.
package httpd

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"sineng/graph"
	"sineng/graph/scalar"
	"sineng/server/account"
	"sineng/server/attachment"
	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/audit/verify"
	"sineng/server/blob"
	"sineng/server/campaign"
	"sineng/server/deliver"
	"sineng/server/exchange"
	"sineng/server/form"
	"sineng/server/hint"
	"sineng/server/job"
	"sineng/server/meeting"
	"sineng/server/notice"
	"sineng/server/objection"
	"sineng/server/org"
	"sineng/server/paper"
	"sineng/server/process"
	"sineng/server/publicity"
	"sineng/server/register"
	"sineng/server/review"
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

	hsts    time.Duration
	proxies []netip.Prefix
	token   func(context.Context) bool

	handler http.Handler
	metrics *metrics
	rates   *rates
	api     *api
}

// Options set the server up.
type Options struct {
	Store    *store.Store
	Accounts *account.Service
	// Audit is the audit log for its auditors.
	Audit *audit.Service
	// Verification verifies and archives it.
	Verification *verify.Service
	// Witness signs the logs of other servers; nil where none are witnessed.
	Witness *tlog.Cosigner
	// Jobs are the background jobs, whose results are downloaded; nil where none has any.
	Jobs *job.Runner
	// Notices are those of the accounts; nil for ones that are never made.
	Notices *notice.Service
	// Deliveries bring them to their accounts; nil for no channel.
	Deliveries *deliver.Service
	// Imports are the uploads and imports of this server.
	Imports *exchange.Jobs
	// Files are the bytes of what is attached, within AttachmentLimits; its zero is the default.
	Files            *blob.Store
	AttachmentLimits attachment.Limits
	Log              *slog.Logger
	// Secure says that browsers reach the server over TLS.
	Secure bool
	// HSTS is how long browsers shall insist on TLS; 0 for not at all. Only where Secure.
	HSTS time.Duration
	// OIDC is the identity provider, nil for none.
	OIDC *OIDC
	// Page is the built admin page with index.html at its root.
	Page *Page
	// Documents are the page's GraphQL documents, by the SHA-256 of their text.
	Documents map[string]string
	// TrustedOnly refuses all other documents, except from API tokens.
	TrustedOnly bool
	// CostLimit is what every GraphQL operation may cost; 0 for the limits per role.
	CostLimit int
	// IsToken tells whether a request was let in by an API token; nil for never.
	IsToken func(context.Context) bool
	// RateAccount and RateAddress are how many requests a minute an account and an address
	// may send; 0 for any number.
	RateAccount, RateAddress int
	// TrustedProxies are the networks whose X-Forwarded-For is believed.
	TrustedProxies []netip.Prefix
}

// New builds the handler.
func New(o Options) (*Server, error) {
	s := &Server{store: o.Store, accounts: o.Accounts, log: o.Log, secure: o.Secure, hsts: o.HSTS, proxies: o.TrustedProxies,
		token: o.IsToken, rates: newRates(o)}
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	s.metrics = newMetrics(registry)

	brought, err := Bring(o.Store)
	if err != nil {
		return nil, err
	}
	records := register.New(o.Store, register.DefaultRecipe)
	forms := form.New(o.Store, records)
	if o.AttachmentLimits == (attachment.Limits{}) {
		o.AttachmentLimits = attachment.DefaultLimits()
	}
	attached := attachment.New(o.Store, o.Files, forms, o.AttachmentLimits)
	resolver := &graph.Resolver{
		Store:       o.Store,
		Accounts:    o.Accounts,
		Org:         org.New(o.Store),
		Register:    records,
		Processes:   process.New(o.Store, records),
		Forms:       forms,
		Reviews:     review.New(o.Store, forms),
		Campaigns:   campaign.New(o.Store),
		Meetings:    meeting.New(o.Store, records),
		Files:       attached,
		Publicity:   publicity.New(o.Store),
		Objections:  objection.New(o.Store),
		Notices:     cmp.Or(o.Notices, notice.New(o.Store, brought.Notices, notice.Options{})),
		Deliveries:  cmp.Or(o.Deliveries, deliver.New(o.Store, brought.Notices, o.Accounts, deliver.Options{})),
		ToDos:       brought.ToDos,
		Hints:       hint.New(o.Store, forms, records),
		Supervision: supervision.New(o.Store),
		Imports:     o.Imports,
		Jobs:        cmp.Or(o.Jobs, job.New(o.Store, nil, o.Log)),
		Audit:       o.Audit, Verify: o.Verification,
		Language: Language,
		Cookie:   s.setCookie,
		Token:    tokenOf,
	}
	signIn, err := s.newOIDC(o.OIDC)
	if err != nil {
		return nil, err
	}
	if signIn != nil {
		resolver.Oidc = signIn.Name
	}
	if s.api, err = s.newAPI(resolver, o); err != nil {
		return nil, err
	}
	resolver.Paper = paper.New(o.Store, resolver.Forms)
	mux := http.NewServeMux()
	mux.Handle("/graphql", s.api)
	files := &exchange.Handlers{Jobs: o.Imports, Log: o.Log, EncodeID: scalar.EncodeID, Language: Language, RequestID: RequestID}
	mux.Handle("POST /uploads", files.Upload())
	mux.Handle("GET /imports/{id}/problems.xlsx", files.Problems())
	s.public(resolver.Publicity).route(mux)
	mux.HandleFunc("POST "+attachmentPath, s.attach(attached))
	mux.HandleFunc("GET "+attachmentPath+"/{id}", s.download(attached))
	papers := &paper.Handlers{Service: resolver.Paper, DecodeID: func(s string) (int64, error) { return scalar.UnmarshalID(s) }, Language: Language, Refuse: files.Refuse}
	mux.Handle("GET /form/{file}", papers.Form())
	mux.Handle("GET /unit/{id}/forms.zip", papers.Unit())
	mux.Handle("POST /form/{id}/import", papers.Import())
	mux.HandleFunc("GET "+archivePath, s.archive(o.Verification))
	mux.HandleFunc("GET /job/{id}/result", s.jobResult(resolver.Jobs))
	mux.HandleFunc("GET /campaign/{id}/progress.xlsx", s.campaignProgress(resolver.Campaigns))
	if o.Witness != nil {
		mux.HandleFunc("POST /witness/add-checkpoint", s.witness(o.Witness))
	}
	mux.Handle("GET /oidc/start", s.oidcStep(signIn, func(w http.ResponseWriter, r *http.Request) error { return signIn.start(w, r) }))
	mux.Handle("GET /oidc/callback", s.oidcStep(signIn, func(w http.ResponseWriter, r *http.Request) error { return signIn.callback(w, r) }))
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
	s.handler = s.withRequest(s.recovered(s.measured(s.secured(s.rates.byAddress(crossSite(guard, s.signedIn(s.rates.byAccount(routed(mux)))))))))
	return s, nil
}

// EndStreams ends the subscriptions that are open, which would otherwise hold up a server
// that stops.
func (s *Server) EndStreams() { s.api.streams.end() }

// Bounds of connections.
const (
	headerTime = 10 * time.Second // to send the head of a request
	bodyTime   = 30 * time.Second // to send all of it; uploads and streams set their own
	answerTime = 5 * time.Minute  // to receive an answer, from the head of the request on
	idleTime   = 2 * time.Minute  // between two requests
	maxHeader  = 64 << 10         // bytes of a head; a query by GET stands in it

	longAnswerTime = time.Hour // instead of answerTime, for uploads and the archive of the log
)

// HTTP is a server for the handler that closes connections which are silent or slow.
func (s *Server) HTTP() *http.Server {
	h := &http.Server{Handler: s, ReadHeaderTimeout: headerTime, ReadTimeout: bodyTime, WriteTimeout: answerTime, IdleTimeout: idleTime,
		MaxHeaderBytes: maxHeader, ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelWarn)}
	h.RegisterOnShutdown(s.EndStreams)
	return h
}

// crossSite keeps other sites from using a browser's cookie. A request with a token does
// not use it.
func crossSite(guard *http.CrossOriginProtection, next http.Handler) http.Handler {
	guarded := guard.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if requestOf(r.Context()).byToken {
			next.ServeHTTP(w, r)
			return
		}
		guarded.ServeHTTP(w, r)
	})
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
