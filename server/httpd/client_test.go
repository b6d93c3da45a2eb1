package httpd_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"testing"

	"sineng/ent"
	"sineng/server/account"
	"sineng/server/exchange"
	"sineng/server/exchange/sheet"
	"sineng/server/httpd"
	"sineng/server/testkit"
)

// password suits the policy.
const password = "Pruefung-2026!"

// serve puts a server on a database.
func serve(t testing.TB, db *testkit.DB) *httptest.Server {
	t.Helper()
	log := slog.New(slog.NewTextHandler(testWriter{t}, &slog.HandlerOptions{Level: slog.LevelWarn}))
	imports, err := exchange.NewJobs(exchange.New(db.Store, db.Org, db.Register, sheet.DefaultLimits()), t.TempDir(), log)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = imports.Close() })
	h, err := httpd.New(httpd.Options{Store: db.Store, Accounts: db.Accounts, Imports: imports, Log: log})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server
}

// testWriter sends the server's log to the test's.
type testWriter struct{ t testing.TB }

func (w testWriter) Write(p []byte) (int, error) {
	w.t.Log(string(bytes.TrimSpace(p)))
	return len(p), nil
}

// client is a browser of one actor.
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

// signIn makes an account for a person, or none, and signs in with it.
func signIn(t testing.TB, db *testkit.DB, server *httptest.Server, login string, p *ent.Person) *client {
	t.Helper()
	in := account.NewAccount{LoginName: login, Password: password, Final: true}
	if p != nil {
		in.PersonID = &p.ID
	}
	testkit.Must(db.Accounts.Create(testkit.System(), in))(t)
	c := newClient(t, server)
	a := c.do(`mutation($n:String!,$p:String!){signIn(input:{loginName:$n,password:$p}){viewer{account{id}}}}`, vars{"n": login, "p": password})
	if len(a.Errors) > 0 {
		t.Fatalf("signing in: %v", a.Errors)
	}
	return c
}

type vars map[string]any

// answer is what the API answered.
type answer struct {
	Data   map[string]any
	Errors []struct {
		Message    string
		Path       []any
		Extensions struct{ Code, Reason, Field, RequestID string }
	}
	raw string
}

// code is the code of the first error.
func (a answer) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	return a.Errors[0].Extensions.Code
}

// do sends an operation.
func (c *client) do(query string, v vars) answer {
	c.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": v})
	if err != nil {
		c.t.Fatal(err)
	}
	res, err := c.http.Post(c.server+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	a := answer{raw: string(text)}
	if err := json.Unmarshal(text, &a); err != nil {
		c.t.Fatalf("%d %s: %v", res.StatusCode, text, err)
	}
	return a
}

// must sends an operation that has to succeed.
func (c *client) must(query string, v vars) map[string]any {
	c.t.Helper()
	a := c.do(query, v)
	if len(a.Errors) > 0 {
		c.t.Fatalf("%s\n%v", query, a.raw)
	}
	return a.Data
}
