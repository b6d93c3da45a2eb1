package httpd

import (
	"fmt"
	"net/http"
	"slices"

	"sineng/graph/scalar"
	"sineng/server/exchange"
	"sineng/server/exchange/attendance"
	"sineng/server/exchange/proceedings"
	"sineng/server/exchange/readings"
	"sineng/server/fault"
	"sineng/server/form/wording"
	"sineng/server/paper"
	"sineng/server/process"
)

// route is an address pattern with its handler.
type route struct {
	pattern string
	handler http.Handler
}

// routes returns all routes of the server.
func (s *Server) routes(o Options, signIn *oidcSignIn, metrics http.Handler) []route {
	imports := &exchange.Handlers{Jobs: o.Imports, EncodeID: scalar.EncodeID, Language: Language, Refuse: s.answers.Refuse}
	papers := &paper.Handlers{Service: o.Paper, DecodeID: func(s string) (int64, error) { return scalar.UnmarshalID(s) }, Language: Language, Refuse: s.answers.Refuse}
	processes := &process.Handlers{Service: o.Processes, DecodeID: papers.DecodeID, EncodeID: scalar.EncodeID, Kind: wording.StepKindOf, Language: Language, Refuse: s.answers.Refuse}
	matters := &proceedings.Handlers{Service: proceedings.New(o.Tracking, papers.DecodeID), Language: Language, Refuse: s.answers.Refuse}
	values := &readings.Handlers{Service: readings.New(o.Monitoring, papers.DecodeID), Language: Language, Refuse: s.answers.Refuse}
	sheets := &attendance.Handlers{Service: attendance.New(o.Education), DecodeID: papers.DecodeID, Language: Language, Refuse: s.answers.Refuse}
	out := []route{
		{"/graphql", s.api},
		{"GET /schema.graphql", http.HandlerFunc(serveSDL)},

		{"POST /uploads", imports.Upload()},
		{"GET /imports/{id}/problems.xlsx", imports.Problems()},
		{"POST " + attachmentPath, s.attach(o.Files)},
		{"GET " + attachmentPath + "/{id}", s.download(o.Files)},
		{"GET /form/{file}", papers.Form()},
		{"GET /unit/{id}/forms.zip", papers.Unit()},
		{"POST /form/{id}/import", papers.Import()},
		{"GET /readings.xlsx", values.Table()},
		{"POST /readings", values.Read()},
		{"GET /attendance/{file}", sheets.Sheet()},
		{"POST /attendance/{id}", sheets.Read()},
		{"GET /proceedings.xlsx", matters.Table()},
		{"POST /proceedings", matters.Read()},
		{"GET /process/{file}", processes.Export()},
		{"POST /power/{id}/bpmn", processes.Read()},
		{"GET " + archivePath, s.archive(o.Verify)},
		{"GET /job/{id}/result", s.jobResult(o.Jobs)},
		{"GET /campaign/{id}/progress.xlsx", s.campaignProgress(o.Campaigns)},

		{"GET /oidc/start", s.oidcStep(signIn, func(w http.ResponseWriter, r *http.Request) error { return signIn.start(w, r) })},
		{"GET /oidc/callback", s.oidcStep(signIn, func(w http.ResponseWriter, r *http.Request) error { return signIn.callback(w, r) })},

		{"GET /healthz", http.HandlerFunc(alive)},
		{"GET /readyz", http.HandlerFunc(s.ready)},
		{"GET /metrics", metrics},
	}
	out = append(out, s.public(o.Publicity).routes()...)
	if o.Witness != nil {
		out = append(out, route{"POST /witness/add-checkpoint", s.witness(o.Witness)})
	}
	if o.Page != nil {
		out = append(out, route{"/", o.Page})
	}
	return out
}

// wrapped wraps the router in the middleware that every request passes,
// outermost first.
func (s *Server) wrapped(mux *http.ServeMux) http.Handler {
	guard := http.NewCrossOriginProtection()
	guard.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		refuse(w, r, fault.New(fault.Forbidden, "CROSS_ORIGIN", "", "拒绝来自其他网站的请求", "Requests from another site are refused"))
	}))
	sites := func(next http.Handler) http.Handler { return crossSite(guard, next) }
	handler := routed(mux)
	for _, wrap := range slices.Backward([]func(http.Handler) http.Handler{
		s.withRequest, s.recovered, s.measured, s.secured, s.rates.byAddress, sites, s.signedIn, s.rates.byAccount,
	}) {
		handler = wrap(handler)
	}
	return handler
}

// crossSite prevents other sites from using a browser's cookie. A request with
// a token does not use it.
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

// routed records the pattern that served a request. The mux sets it on the
// request it receives, which is not the one that the log and the metrics hold.
func routed(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mux.ServeHTTP(w, r)
		requestOf(r.Context()).route = r.Pattern
	})
}

// alive responds while the server runs.
func alive(w http.ResponseWriter, _ *http.Request) { _, _ = fmt.Fprintln(w, "ok") }
