package httpd_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"sineng/ent"
	"sineng/server/account"
	"sineng/server/app"
	"sineng/server/app/apptest"
	"sineng/server/httpd"
	"sineng/server/httpd/guard"
	"sineng/server/testkit"
)

// password satisfies the password policy.
const password = "Pruefung-2026!"

// serve starts a server on a database.
func serve(t testing.TB, db *testkit.DB, change ...func(*httpd.Options)) *httptest.Server {
	t.Helper()
	h := handler(t, db, change...)
	server := httptest.NewUnstartedServer(h)
	server.Config = h.HTTP()
	server.Start()
	t.Cleanup(server.Close)
	// Close waits for open streams.
	t.Cleanup(h.EndStreams)
	return server
}

// handler returns the handler that serve uses.
func handler(t testing.TB, db *testkit.DB, change ...func(*httpd.Options)) *httpd.Server {
	t.Helper()
	log := slog.New(slog.NewTextHandler(testWriter{t}, &slog.HandlerOptions{Level: slog.LevelWarn}))
	a := apptest.New(t, db, func(o *app.Options) { o.Logger = log })
	o := httpd.Options{Services: a.Services, Log: log}
	for _, c := range change {
		c(&o)
	}
	h, err := httpd.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// testWriter writes the server's log to the test's.
type testWriter struct{ t testing.TB }

func (w testWriter) Write(p []byte) (int, error) {
	w.t.Log(string(bytes.TrimSpace(p)))
	return len(p), nil
}

// client is the browser of one user.
type client struct {
	t      testing.TB
	http   *http.Client
	server string
}

func newClient(t testing.TB, server *httptest.Server) *client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &client{t, &http.Client{Jar: jar}, server.URL}
}

// signIn creates an account for a person, or none, and signs in with it.
func signIn(t testing.TB, db *testkit.DB, server *httptest.Server, login string, p *ent.Person) *client {
	t.Helper()
	var personID *int64
	if p != nil {
		personID = &p.ID
	}
	testkit.Must(db.Accounts.Create(testkit.System(), newAccount(login, personID)))(t)
	c := newClient(t, server)
	c.signIn(login)
	return c
}

// signIn opens a session of an account; after a change of its roles this is
// needed again.
func (c *client) signIn(login string) {
	c.t.Helper()
	c.must(`mutation($n:String!,$p:String!){signIn(input:{loginName:$n,password:$p}){viewer{account{id}}}}`, vars{"n": login, "p": password})
}

// newAccount returns an account with the password of all accounts here.
func newAccount(login string, personID *int64) account.NewAccount {
	return account.NewAccount{LoginName: login, Password: password, Final: true, PersonID: personID}
}

type vars map[string]any

// answer is a response of the API.
type answer struct {
	Data   map[string]any
	Errors []struct {
		Message    string
		Path       []any
		Extensions struct{ Code, Reason, Field, RequestID string }
	}
	Extensions struct{ Cost guard.Cost }
	raw        string
	status     int
	took       time.Duration
}

// reason returns the reason of the first error.
func (a answer) reason() string {
	if len(a.Errors) == 0 {
		return ""
	}
	return a.Errors[0].Extensions.Reason
}

// code returns the code of the first error.
func (a answer) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	return a.Errors[0].Extensions.Code
}

// do sends an operation.
func (c *client) do(query string, v vars) answer {
	c.t.Helper()
	return c.send(map[string]any{"query": query, "variables": v})
}

// send sends the parameters of an operation.
func (c *client) send(parameters map[string]any) answer {
	c.t.Helper()
	body, err := json.Marshal(parameters)
	if err != nil {
		c.t.Fatal(err)
	}
	return c.request(http.MethodPost, "/graphql", string(body), http.Header{"Content-Type": {"application/json"}})
}

// request sends any request with a JSON response.
func (c *client) request(method, path, body string, header http.Header) answer {
	c.t.Helper()
	start := time.Now()
	req, err := http.NewRequest(method, c.server+path, strings.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	// The cookie jar writes into the header.
	if req.Header = header.Clone(); req.Header == nil {
		req.Header = http.Header{}
	}
	res, err := c.http.Do(req)
	if err != nil {
		c.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	a := answer{raw: string(text), status: res.StatusCode, took: time.Since(start)}
	if err := json.Unmarshal(text, &a); err != nil {
		c.t.Fatalf("%d %s: %v", res.StatusCode, text, err)
	}
	return a
}

// must sends an operation that must succeed.
func (c *client) must(query string, v vars) map[string]any {
	c.t.Helper()
	a := c.do(query, v)
	if len(a.Errors) > 0 {
		c.t.Fatalf("%s\n%v", query, a.raw)
	}
	return a.Data
}
