package httpd_test

import (
	"bufio"
	"context"
	"database/sql"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"entgo.io/ent/dialect"

	"sineng/ent/term"
	"sineng/server/account"
	"sineng/server/app"
	"sineng/server/app/apptest"
	"sineng/server/httpd"
	"sineng/server/store"
	"sineng/server/testkit"
)

func TestRequestsAreLimitedPerAccountAndPerAddress(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	testkit.Must(db.Accounts.Create(testkit.System(), newAccount("west", &w.West.People[0].ID)))(t)
	server := serve(t, db, func(o *httpd.Options) { o.RateAccount, o.RateAddress = 5, 20 })
	c, west := signIn(t, db, server, "east", w.East.People[0]), newClient(t, server)
	ask := func(c *client) answer { return c.do("{viewer{account{id}}}", nil) }
	for range 5 {
		if a := ask(c); len(a.Errors) > 0 {
			t.Fatal(a.raw)
		}
	}
	a := ask(c)
	if a.status != http.StatusTooManyRequests || a.code() != "RATE_LIMITED" {
		t.Errorf("the sixth request of an account was answered %d %s", a.status, a.raw)
	}
	if a := ask(west); len(a.Errors) > 0 {
		t.Errorf("another session of the address was answered %s", a.raw)
	}
	var last *http.Response
	for range 20 {
		last = testkit.Must(http.Get(server.URL + "/schema.graphql"))(t)
		_ = last.Body.Close()
	}
	if last.StatusCode != http.StatusTooManyRequests || last.Header.Get("Retry-After") == "" {
		t.Errorf("request 27 of an address was answered %d, %v", last.StatusCode, last.Header)
	}
	if res := testkit.Must(http.Get(server.URL + "/healthz"))(t); res.StatusCode != http.StatusOK {
		t.Errorf("the probe was answered %d", res.StatusCode)
	}
}

func TestSecretsAreTriedOneAtATimeAndNotTooOften(t *testing.T) {
	db := testkit.SQLite(t)
	c := newClient(t, serve(t, db))
	const try = `signIn(input:{loginName:"nobody%d",password:"x"}){viewer{mustChangePassword}}`
	if a := c.do("mutation{"+times(2, "a%d:"+try)+"}", nil); len(a.Errors) == 0 || a.Data != nil {
		t.Errorf("two tries in one request were answered %s", a.raw)
	}
	for i := range 30 {
		if a := c.do("mutation{"+fmt.Sprintf(try, i)+"}", nil); a.code() != "UNAUTHENTICATED" {
			t.Fatalf("try %d was answered %s", i, a.raw)
		}
	}
	if a := c.do("mutation{"+fmt.Sprintf(try, 99)+"}", nil); a.status != http.StatusTooManyRequests || a.code() != "RATE_LIMITED" {
		t.Errorf("the 31st try was answered %d %s", a.status, a.raw)
	}
	if a := c.do("{viewer{mustChangePassword}}", nil); len(a.Errors) > 0 {
		t.Errorf("other requests of the address were answered %s", a.raw)
	}
}

func TestTheAddressIsThatOfTheConnectionOrOfATrustedProxy(t *testing.T) {
	db := testkit.SQLite(t)
	var got string
	see := func(o *httpd.Options) {
		o.IsToken = func(ctx context.Context) bool { got = httpd.AddressOf(ctx); return false }
	}
	w := testkit.NewWorld(t, db)
	cookies := signIn(t, db, serve(t, db), "east", w.East.People[0])
	for _, c := range []struct{ trusted, peer, forwarded, want string }{
		{"", "192.0.2.1:5", "", "192.0.2.1"},
		{"", "192.0.2.1:5", "203.0.113.9", "192.0.2.1"},
		{"10.0.0.0/8", "10.1.1.1:5", "", "10.1.1.1"},
		{"10.0.0.0/8", "10.1.1.1:5", "203.0.113.9", "203.0.113.9"},
		{"10.0.0.0/8", "10.1.1.1:5", "198.51.100.1, 203.0.113.9", "203.0.113.9"},
		{"10.0.0.0/8", "10.1.1.1:5", "198.51.100.1, 203.0.113.9, 10.2.2.2", "203.0.113.9"},
		{"10.0.0.0/8", "192.0.2.1:5", "203.0.113.9", "192.0.2.1"},
		{"10.0.0.0/8", "10.1.1.1:5", "nonsense", "10.1.1.1"},
		{"10.0.0.0/8", "10.1.1.1:5", "203.0.113.9, nonsense", "10.1.1.1"},
		{"10.0.0.0/8", "10.1.1.1:5", "10.3.3.3", "10.3.3.3"},
		{"10.0.0.0/8", "[::ffff:10.1.1.1]:5", "2001:db8::1", "2001:db8::1"},
		{"fd00::/8", "[fd00::1%eth0]:5", "203.0.113.9", "fd00::1"},
	} {
		h := handler(t, db, see, func(o *httpd.Options) {
			if c.trusted != "" {
				o.TrustedProxies = []netip.Prefix{netip.MustParsePrefix(c.trusted)}
			}
		})
		r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(`{"query":"{__typename}"}`))
		r.RemoteAddr = c.peer
		r.Header.Set("Content-Type", "application/json")
		if c.forwarded != "" {
			r.Header.Set("X-Forwarded-For", c.forwarded)
		}
		for _, cookie := range cookies.http.Jar.Cookies(testkit.Must(http.NewRequest(http.MethodGet, cookies.server, nil))(t).URL) {
			r.AddCookie(cookie)
		}
		got = ""
		h.ServeHTTP(httptest.NewRecorder(), r)
		if got != c.want {
			t.Errorf("%+v came from %q", c, got)
		}
	}
}

// stalling is a driver whose reads of risk points never end by themselves.
type stalling struct {
	dialect.Driver
	begun chan struct{}
	ended chan bool // whether the context ended it
	once  *atomic.Bool
}

func (d stalling) BeginTx(ctx context.Context, o *sql.TxOptions) (dialect.Tx, error) {
	return d.Driver.(interface {
		BeginTx(context.Context, *sql.TxOptions) (dialect.Tx, error)
	}).BeginTx(ctx, o)
}

func (d stalling) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	return d.Driver.(interface {
		QueryContext(context.Context, string, ...any) (*sql.Rows, error)
	}).QueryContext(ctx, query, args...)
}

func (d stalling) Query(ctx context.Context, query string, args, v any) error {
	if !strings.Contains(query, "FROM `risk_points`") || !d.once.CompareAndSwap(false, true) {
		return d.Driver.Query(ctx, query, args, v)
	}
	close(d.begun)
	err := d.Driver.Exec(ctx, "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) SELECT count(*) FROM n", []any{}, nil)
	d.ended <- ctx.Err() != nil && err != nil
	return err
}

func TestACancelledRequestCancelsItsStatement(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	d := stalling{begun: make(chan struct{}), ended: make(chan bool, 1), once: &atomic.Bool{}}
	slow := testkit.Must(store.Open(t.Context(), db.URL, store.WithClock(db.Clock.Now), store.WithDriver(func(under dialect.Driver) dialect.Driver {
		d.Driver = under
		return d
	})))(t)
	t.Cleanup(func() { _ = slow.Close() })
	server := serve(t, db, func(o *httpd.Options) {
		accounts := testkit.Must(account.New(slow, testkit.CheapHash))(t)
		o.Services = apptest.New(t, db, func(a *app.Options) { a.Store, a.Accounts = slow, accounts }).Services
	})
	c := signIn(t, db, server, "east", w.East.People[0])
	ctx, leave := context.WithCancel(t.Context())
	req := testkit.Must(http.NewRequestWithContext(ctx, http.MethodPost, c.server+"/graphql", strings.NewReader(`{"query":"{riskPoints(first:1){nodes{id}}}"}`)))(t)
	req.Header = jsonType.Clone()
	go func() {
		if res, err := c.http.Do(req); err == nil {
			_ = res.Body.Close()
		}
	}()
	select {
	case <-d.begun:
	case <-time.After(10 * time.Second):
		t.Fatal("the statement was not reached")
	}
	left := time.Now()
	leave()
	select {
	case cancelled := <-d.ended:
		if !cancelled {
			t.Error("the statement ended by itself")
		}
		t.Logf("the statement ended %s after the client left", time.Since(left))
	case <-time.After(10 * time.Second):
		t.Fatal("the statement goes on after the client left")
	}
}

func TestSilentAndSlowConnectionsAreClosed(t *testing.T) {
	db := testkit.SQLite(t)
	h := handler(t, db)
	server := httptest.NewUnstartedServer(h)
	server.Config = h.HTTP()
	if c := server.Config; c.ReadHeaderTimeout == 0 || c.ReadTimeout == 0 || c.WriteTimeout == 0 || c.IdleTimeout == 0 {
		t.Fatalf("a time is not bounded: %+v", c)
	}
	// The same bounds, shorter.
	server.Config.ReadHeaderTimeout, server.Config.ReadTimeout, server.Config.IdleTimeout = 200*time.Millisecond, 300*time.Millisecond, 200*time.Millisecond
	server.Start()
	t.Cleanup(server.Close)
	for what, sent := range map[string]string{
		"nothing at all":      "",
		"half a head":         "POST /graphql HTTP/1.1\r\nHost: x\r\n",
		"half a body":         "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"query\":\"",
		"half a chunked body": "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"que",
		"silence afterwards":  "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n",
	} {
		conn := testkit.Must(net.Dial("tcp", server.Listener.Addr().String()))(t)
		if _, err := io.WriteString(conn, sent); err != nil {
			t.Fatal(err)
		}
		_ = conn.SetReadDeadline(time.Now().Add(10 * time.Second))
		text, err := io.ReadAll(bufio.NewReader(conn))
		if err != nil && strings.Contains(err.Error(), "timeout") {
			t.Errorf("%s: still open after 10 s, got %q", what, text)
		}
		if strings.HasPrefix(what, "half a body") && !strings.Contains(string(text), " 400 ") {
			t.Errorf("%s was answered %q", what, text)
		}
		_ = conn.Close()
	}
}

func TestBrowsersInsistOnTLSWhereConfigured(t *testing.T) {
	db := testkit.SQLite(t)
	for _, c := range []struct {
		secure bool
		hsts   time.Duration
		want   string
	}{{true, 8760 * time.Hour, "max-age=31536000"}, {true, 0, ""}, {false, time.Hour, ""}} {
		h := handler(t, db, func(o *httpd.Options) { o.Secure, o.HSTS = c.secure, c.hsts })
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/healthz", nil))
		if got := w.Header().Get("Strict-Transport-Security"); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

func TestTokensOfAnAccountAreLimitedTogetherAndApartFromItsSessions(t *testing.T) {
	db := testkit.SQLite(t)
	w := testkit.NewWorld(t, db)
	const most = 12
	server := serve(t, db, func(o *httpd.Options) { o.RateAccount = most })
	c := signIn(t, db, server, "east", w.East.People[0])
	one, other := c.program(server, nil, term.TokenScopeReadOrganisation), c.program(server, nil, term.TokenScopeReadOrganisation)
	const ask = "{units(first:1){totalCount}}"
	var a answer
	for range most {
		a = c.do("{viewer{account{id}}}", nil)
	}
	if a.code() != "RATE_LIMITED" || !strings.Contains(a.raw, "每个账号每分钟最多 12 个请求") || !strings.Contains(a.raw, "一个请求可以同时查询多个字段") {
		t.Errorf("the page was answered %s", a.raw)
	}
	for range most {
		if status, a := one.do(ask, nil); status != http.StatusOK {
			t.Fatalf("a token was answered %d %s", status, a.raw)
		}
	}
	for _, p := range []program{one, other} {
		if status, a := p.do(ask, nil); status != http.StatusTooManyRequests || a.code() != "RATE_LIMITED" {
			t.Errorf("a token was answered %d %s after %d requests", status, a.raw, most)
		}
	}
}
