package httpd_test

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent"
	entaccount "sineng/ent/account"
	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/app"
	"sineng/server/app/apptest"
	"sineng/server/httpd"
	"sineng/server/store"
	"sineng/server/testkit"
)

// waiting is a driver on which every query waits until its context ends.
type waiting struct{ dialect.Driver }

func (waiting) Query(ctx context.Context, _ string, _, _ any) error {
	<-ctx.Done()
	return ctx.Err()
}

func (d waiting) BeginTx(ctx context.Context, o *sql.TxOptions) (dialect.Tx, error) {
	return d.Driver.(interface {
		BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error)
	}).BeginTx(ctx, o)
}

// streaming is a server with an import that makes no progress, and the user
// who began it.
type streaming struct {
	db      *testkit.DB
	server  *httptest.Server
	handler *httpd.Server
	c       *client
	account *ent.Account
	job     string
}

func newStreaming(t *testing.T) *streaming {
	t.Helper()
	s := &streaming{db: testkit.SQLite(t)}
	slow := testkit.Must(store.Open(t.Context(), s.db.URL, store.WithDriver(func(d dialect.Driver) dialect.Driver { return waiting{d} })))(t)
	server := serve(t, s.db, func(o *httpd.Options) {
		t.Cleanup(func() { _ = slow.Close() })
		o.Imports = apptest.New(t, s.db, func(a *app.Options) { a.Store = slow }).Imports
	})
	s.server = server
	s.handler = server.Config.Handler.(*httpd.Server)
	s.c = signIn(t, s.db, server, "admin", nil)
	s.account = s.db.Client.Account.Query().Where(entaccount.LoginName("admin")).OnlyX(testkit.System())
	testkit.Must(s.db.Accounts.Grant(testkit.System(), s.account.ID, term.RoleSystemAdmin, nil, s.db.Today(), nil, "试点"))(t)
	s.c.signIn("admin")

	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	part := testkit.Must(w.CreateFormFile("file", "单位.csv"))(t)
	_, _ = part.Write([]byte("编码,名称\n1,甲\n"))
	_ = w.Close()
	var up struct{ ID string }
	a := s.c.request(http.MethodPost, "/uploads", form.String(), http.Header{"Content-Type": {w.FormDataContentType()}})
	if err := json.Unmarshal([]byte(a.raw), &up); err != nil || up.ID == "" {
		t.Fatalf("the upload was answered %s", a.raw)
	}
	planned := s.c.must("mutation($i:PlanImportInput!){planImport(input:$i){job{id state}}}", vars{"i": vars{"uploadId": up.ID}})
	s.job = planned["planImport"].(map[string]any)["job"].(map[string]any)["id"].(string)
	return s
}

// events are the events of a stream.
type events struct {
	t    *testing.T
	res  *http.Response
	each chan string // data of each `next`; closed at the end of the stream
	done chan bool   // whether the stream was completed
}

// subscribe subscribes to the import; the answer is set when the response is
// no stream.
func (s *streaming) subscribe(t *testing.T, c *client) (*events, answer) {
	t.Helper()
	body := testkit.Must(json.Marshal(vars{"query": "subscription($id:ID!){importProgress(jobId:$id){id state percent}}", "variables": vars{"id": s.job}}))(t)
	req := testkit.Must(http.NewRequest(http.MethodPost, c.server+"/graphql", bytes.NewReader(body)))(t)
	req.Header = http.Header{"Content-Type": {"application/json"}, "Accept": {"text/event-stream"}}
	res := testkit.Must(c.http.Do(req))(t)
	t.Cleanup(func() { _ = res.Body.Close() })
	if !strings.HasPrefix(res.Header.Get("Content-Type"), "text/event-stream") {
		var a answer
		var text bytes.Buffer
		_, _ = text.ReadFrom(res.Body)
		a.raw, a.status = text.String(), res.StatusCode
		_ = json.Unmarshal(text.Bytes(), &a)
		return nil, a
	}
	e := &events{t: t, res: res, each: make(chan string, 100), done: make(chan bool, 1)}
	go func() {
		complete := false
		lines := bufio.NewScanner(res.Body)
		for event := ""; lines.Scan(); {
			name, value, _ := strings.Cut(lines.Text(), ":")
			switch {
			case name == "event":
				event = strings.TrimSpace(value)
				complete = complete || event == "complete"
			case name == "data" && event == "next":
				e.each <- strings.TrimSpace(value)
			}
		}
		e.done <- complete
		close(e.each)
	}()
	return e, answer{}
}

// next returns the next event, empty at the end.
func (e *events) next() string {
	e.t.Helper()
	select {
	case text := <-e.each:
		return text
	case <-time.After(10 * time.Second):
		e.t.Fatal("nothing came for 10 s")
		return ""
	}
}

func TestFault19SubscriptionWithoutSignIn(t *testing.T) {
	s := newStreaming(t)
	stranger := newClient(t, s.server)
	_, a := s.subscribe(t, stranger)
	if a.code() != "UNAUTHENTICATED" || a.Data != nil {
		t.Errorf("the signed-out got %d %s", a.status, a.raw)
	}
	// Nothing is streamed without the Accept header, for a query, by GET, or for
	// somebody else's import.
	const sub = "subscription($id:ID!){importProgress(jobId:$id){id}}"
	if a := s.c.do(sub, vars{"id": s.job}); a.status != http.StatusNotAcceptable {
		t.Errorf("without a stream: %d %s", a.status, a.raw)
	}
	if a := s.c.request(http.MethodGet, "/graphql?query=subscription%7BimportProgress(jobId:%22"+s.job+"%22)%7Bid%7D%7D", "", http.Header{"Accept": {"text/event-stream"}}); a.status != http.StatusMethodNotAllowed {
		t.Errorf("by GET: %d %s", a.status, a.raw)
	}
	for _, origin := range fromElsewhere("application/json") {
		origin.Set("Accept", "text/event-stream")
		if a := s.c.request(http.MethodPost, "/graphql", `{"query":"{__typename}"}`, origin); a.status != http.StatusForbidden {
			t.Errorf("from another site: %d %s", a.status, a.raw)
		}
	}
	// Silent sockets: see TestSilentAndSlowConnectionsAreClosed.
}

func TestFault20SubscriptionAfterTheRightIsGone(t *testing.T) {
	for what, c := range map[string]struct {
		take func(s *streaming)
		want string
	}{
		"signed out": {func(s *streaming) { s.c.must("mutation{signOut{signedOut}}", nil) }, "UNAUTHENTICATED"},
		"disabled": {func(s *streaming) {
			s.db.Raw.Client.Account.UpdateOneID(s.account.ID).SetDisabled(true).ExecX(testkit.System())
		}, "UNAUTHENTICATED"},
		"expired": {func(s *streaming) { s.db.Clock.Forward(account.AbsoluteTimeout + time.Minute) }, "UNAUTHENTICATED"},
		"right lost": {func(s *streaming) {
			s.db.Raw.Client.RoleAppointment.Delete().ExecX(testkit.System())
		}, "FORBIDDEN"},
		"password reset": {func(s *streaming) {
			s.db.Raw.Client.Account.UpdateOneID(s.account.ID).SetMustChangePassword(true).ExecX(testkit.System())
		}, "FORBIDDEN"},
		"server stopping": {func(s *streaming) { s.handler.EndStreams() }, "UNAVAILABLE"},
	} {
		t.Run(what, func(t *testing.T) {
			s := newStreaming(t)
			e, a := s.subscribe(t, s.c)
			if e == nil {
				t.Fatalf("no stream: %s", a.raw)
			}
			if first := e.next(); !strings.Contains(first, `"PLANNING"`) || !strings.Contains(first, s.job) {
				t.Fatalf("the first event is %s", first)
			}
			c.take(s)
			gone := time.Now()
			last := e.next()
			for strings.Contains(last, `"PLANNING"`) { // what the import did before it had to wait
				last = e.next()
			}
			took := time.Since(gone)
			if !strings.Contains(last, `"`+c.want+`"`) {
				t.Errorf("the last event is %s", last)
			}
			if complete := <-e.done; !complete || e.next() != "" {
				t.Error("the stream was not completed")
			}
			t.Logf("closed after %s", took.Round(time.Millisecond))
			// The machine may be busy; without the check the stream would stay
			// open for half an hour.
			if took > 2*time.Second {
				t.Errorf("the stream was closed only after %s", took)
			}
		})
	}
}

func TestAnAccountOpensFewStreamsAndGetsItsPlacesBack(t *testing.T) {
	s := newStreaming(t)
	var open []*events
	for range 10 {
		e, a := s.subscribe(t, s.c)
		if e == nil {
			t.Fatalf("stream %d: %s", len(open), a.raw)
		}
		e.next()
		open = append(open, e)
	}
	if _, a := s.subscribe(t, s.c); a.status != http.StatusTooManyRequests || a.code() != "RATE_LIMITED" {
		t.Fatalf("the eleventh was answered %d %s", a.status, a.raw)
	}
	_ = open[0].res.Body.Close()
	for end := time.Now().Add(10 * time.Second); ; {
		e, a := s.subscribe(t, s.c)
		if e != nil {
			break
		}
		if time.Now().After(end) {
			t.Fatalf("the place of a client that left is not free after 10 s: %s", a.raw)
		}
	}
}

func TestAStreamEndsWithItsImport(t *testing.T) {
	s := newStreaming(t)
	e, a := s.subscribe(t, s.c)
	if e == nil {
		t.Fatal(a.raw)
	}
	e.next()
	s.c.must("mutation($i:CancelImportInput!){cancelImport(input:$i){job{state}}}", vars{"i": vars{"jobId": s.job}})
	if last := e.next(); !strings.Contains(last, `"CANCELLED"`) {
		t.Errorf("the last event is %s", last)
	}
	if complete := <-e.done; !complete {
		t.Error("the stream was not completed")
	}
	// A stream of an unknown import, or another account's, ends at once with
	// an error.
	s.job = "s1"
	if e, _ = s.subscribe(t, s.c); e == nil || !strings.Contains(e.next(), `"NOT_FOUND"`) || e.next() != "" {
		t.Error("an import that does not exist was followed")
	}
}
