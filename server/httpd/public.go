package httpd

import (
	"embed"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/go-chi/httprate"

	"sineng/server/fault"
	"sineng/server/fault/answer"
	"sineng/server/form"
	"sineng/server/publicity"
	"sineng/server/store"
)

// publicPath is the path of the public pages, which need no session and read
// none.
const publicPath = "/public/"

// feedbackPerHour is the greatest number of feedbacks from one address per
// hour. Addresses are counted only in memory.
const feedbackPerHour = 10

// maxFeedback is the greatest size of a feedback form in bytes.
const maxFeedback = 64 << 10

//go:embed public/*.html public/public.css
var publicFiles embed.FS

var publicPages = template.Must(template.New("").Funcs(template.FuncMap{
	"day":  func(t time.Time) string { return t.Format(time.DateOnly) },
	"path": publicity.Path,
}).ParseFS(publicFiles, "public/*.html"))

// isPublic reports whether a path is public.
func isPublic(path string) bool { return strings.HasPrefix(path, publicPath) }

// public serves the public pages.
type public struct {
	server  *Server
	notices *publicity.Service
	writing *httprate.RateLimiter
}

func (s *Server) public(notices *publicity.Service) *public {
	return &public{server: s, notices: notices, writing: httprate.NewRateLimiter(feedbackPerHour, time.Hour)}
}

// routes returns the routes of the public pages.
func (p *public) routes() []route {
	return []route{
		{"GET " + publicPath + "{$}", http.HandlerFunc(p.list)},
		{"GET " + publicPath + "public.css", http.HandlerFunc(p.style)},
		{"GET " + publicPath + "{slug}", http.HandlerFunc(p.notice)},
		{"POST " + publicPath + "{slug}", http.HandlerFunc(p.feedback)},
		{"GET " + publicPath + "{slug}/thanks", http.HandlerFunc(p.thanks)},
	}
}

// frame is the data of every page.
type frame struct {
	EN    bool
	Title string
	// Other is the address of the page in the other language.
	Other string
}

// T returns the text in the page's language.
func (f frame) T(zh, en string) string {
	if f.EN {
		return en
	}
	return zh
}

// Lang returns the language of the page.
func (f frame) Lang() string { return f.T("zh-CN", "en") }

// Tail returns the query that carries the language to another page.
func (f frame) Tail() string { return f.T("", "?lang=en") }

func frameOf(r *http.Request, zh, en string) frame {
	f := frame{EN: Language(r.Context()) == "en"}
	if lang := r.URL.Query().Get("lang"); lang != "" {
		f.EN = lang == "en"
	}
	f.Title = f.T(zh, en)
	other := r.URL.Query()
	other.Set("lang", f.T("en", "zh"))
	f.Other = r.URL.Path + "?" + other.Encode()
	return f
}

func (p *public) list(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	text := short(strings.TrimSpace(q.Get("q")), 100)
	slice, err := p.notices.Open(r.Context(), text, store.Page{First: 20, After: q.Get("after")})
	if err != nil {
		p.refuse(w, r, err)
		return
	}
	f := frameOf(r, "权力与风险公示", "Public notices")
	next := ""
	if slice.HasNext {
		more := url.Values{"after": {slice.Cursors[len(slice.Cursors)-1]}}
		if text != "" {
			more.Set("q", text)
		}
		if f.EN {
			more.Set("lang", "en")
		}
		next = publicPath + "?" + more.Encode()
	}
	p.show(w, r, http.StatusOK, "list", struct {
		frame
		Text    string
		Notices []publicity.Entry
		Next    string
	}{f, text, slice.Rows, next})
}

// noticePage is a notice with the feedback form.
type noticePage struct {
	frame
	Notice *publicity.Notice
	Layout form.Layout
	Fields []fieldShown
	Tables []tableShown
	// Written and Contact are what was typed, Problems the errors in it.
	Written, Contact string
	Problems         []string
}

type fieldShown struct{ Name, Text string }

type tableShown struct {
	Name    string
	Columns []string
	Rows    [][]string
}

func (p *public) notice(w http.ResponseWriter, r *http.Request) {
	n, err := p.notices.Notice(r.Context(), r.PathValue("slug"))
	if err != nil {
		p.refuse(w, r, err)
		return
	}
	p.show(w, r, http.StatusOK, "notice", newNoticePage(r, n))
}

func newNoticePage(r *http.Request, n *publicity.Notice) *noticePage {
	layout := form.LayoutOf(n.Content.Kind)
	f := frameOf(r, n.Content.Unit.Name+" "+layout.Number+" "+layout.ZH, n.Content.Unit.Name+": "+layout.EN)
	out := &noticePage{frame: f, Notice: n, Layout: layout}
	for _, c := range layout.Fields {
		if hasCell(n.Content.Fields, c.Code) {
			out.Fields = append(out.Fields, fieldShown{f.T(c.ZH, c.EN), n.Content.Field(c.Code)})
		}
	}
	for _, t := range layout.Tables {
		shown := tableShown{Name: f.T(t.ZH, t.EN)}
		i := slices.IndexFunc(n.Content.Sections, func(s form.Section) bool { return s.Code == t.Code })
		if i < 0 {
			continue
		}
		rows := n.Content.Sections[i].Rows
		// A column that no row has is not public.
		var columns []form.Column
		for _, c := range t.Columns {
			if slices.ContainsFunc(rows, func(r form.Row) bool { return hasCell(r.Cells, c.Code) }) {
				columns = append(columns, c)
				shown.Columns = append(shown.Columns, f.T(c.ZH, c.EN))
			}
		}
		for _, r := range rows {
			cells := make([]string, len(columns))
			for i, c := range columns {
				cells[i] = r.Text(c.Code)
			}
			shown.Rows = append(shown.Rows, cells)
		}
		out.Tables = append(out.Tables, shown)
	}
	return out
}

func hasCell(cells []form.Cell, code string) bool {
	return slices.ContainsFunc(cells, func(c form.Cell) bool { return c.Code == code })
}

func (p *public) feedback(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxFeedback)
	if err := r.ParseForm(); err != nil {
		p.refuse(w, r, fault.Bad("", "BAD_FORM", "提交的内容无法读取或过长", "What was sent cannot be read, or is too long"))
		return
	}
	slug, text, contact := r.PathValue("slug"), r.PostForm.Get("text"), r.PostForm.Get("contact")
	if p.writing.OnLimit(w, r, addressKey(r)) {
		p.giveBack(w, r, text, contact, fault.New(fault.RateLimited, "RATE_LIMITED", "", "提交过于频繁,请稍后再试", "Too many at a time; wait and try again"))
		return
	}
	// People do not see this field; feedback that fills it in comes from a
	// program and is discarded.
	if r.PostForm.Get("website") == "" {
		if err := p.notices.Receive(r.Context(), publicity.Receive{Slug: slug, Text: text, Contact: contact}); err != nil {
			p.again(w, r, slug, text, contact, err)
			return
		}
	}
	// A page of its own, so that reloading does not send the feedback again.
	http.Redirect(w, r, publicity.Path(slug)+"/thanks"+frameOf(r, "", "").Tail(), http.StatusSeeOther)
}

func (p *public) thanks(w http.ResponseWriter, r *http.Request) {
	p.show(w, r, http.StatusOK, "thanks", struct {
		frame
		Slug string
	}{frameOf(r, "已收到您的反馈", "Thank you"), r.PathValue("slug")})
}

// again shows the notice with what was typed and the errors in it.
func (p *public) again(w http.ResponseWriter, r *http.Request, slug, text, contact string, err error) {
	if !fault.Is(err, fault.Invalid) {
		p.giveBack(w, r, text, contact, err)
		return
	}
	n, lost := p.notices.Notice(r.Context(), slug)
	if lost != nil {
		p.giveBack(w, r, text, contact, lost)
		return
	}
	page := newNoticePage(r, n)
	page.Written, page.Contact = text, contact
	for _, e := range fault.All(err) {
		page.Problems = append(page.Problems, page.T(e.ZH, e.EN))
	}
	p.show(w, r, http.StatusBadRequest, "notice", page)
}

// refuse shows an error page; for a window that has ended the status is Gone.
func (p *public) refuse(w http.ResponseWriter, r *http.Request, err error) {
	p.giveBack(w, r, "", "", err)
}

// giveBack is refuse with what was typed, so that the author can copy it.
func (p *public) giveBack(w http.ResponseWriter, r *http.Request, text, contact string, err error) {
	e := p.server.answers.Faults(r.Context(), err)[0]
	p.show(w, r, answer.Status(e), "refusal", struct {
		frame
		Written, Contact string
	}{frameOf(r, e.ZH, e.EN), text, contact})
}

func (p *public) show(w http.ResponseWriter, r *http.Request, status int, page string, data any) {
	var out strings.Builder
	if err := publicPages.ExecuteTemplate(&out, page, data); err != nil {
		p.server.log.ErrorContext(r.Context(), "writing a public page", "error", err)
		http.Error(w, "the server failed", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("Vary", "Accept-Language")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(out.String()))
}

func (*public) style(w http.ResponseWriter, _ *http.Request) {
	text, err := publicFiles.ReadFile("public/public.css")
	if err != nil {
		http.Error(w, "the style cannot be read", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	_, _ = w.Write(text)
}
