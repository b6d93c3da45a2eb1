package httpd_test

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"log/slog"

	"sineng/server/app/apptest"
	"sineng/server/httpd"
	"sineng/server/testkit"
)

// providerInput is the provider's standard input; the provider runs until it
// is closed.
var providerInput io.Closer

// startProvider starts the tests' OpenID provider once. It ends when its
// standard input closes with this program.
var startProvider = sync.OnceValues(func() (issuer string, err error) {
	dir, err := os.MkdirTemp("", "sineng-oidc")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	program := filepath.Join(dir, "oidcprovider")
	build := exec.Command("go", "build", "-buildvcs=false", "-o", program, "./oidcprovider")
	build.Dir = filepath.Join("..", "..", "scripts", "tools")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("building the provider: %w\n%s", err, out)
	}
	run := exec.Command(program)
	if providerInput, err = run.StdinPipe(); err != nil {
		return "", err
	}
	out, err := run.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := run.Start(); err != nil {
		return "", err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	return strings.TrimSpace(line), err
})

// site is a server that signs in through the provider.
type site struct {
	t      *testing.T
	db     *testkit.DB
	w      *testkit.World
	url    string
	issuer string
	// between intercepts requests from the server to the provider.
	between func(*http.Request) (*http.Response, error)
}

// RoundTrip implements http.RoundTripper.
func (s *site) RoundTrip(r *http.Request) (*http.Response, error) {
	if s.between != nil {
		return s.between(r)
	}
	return http.DefaultTransport.RoundTrip(r)
}

// newSite starts a server beside the provider, with the real clock.
func newSite(t *testing.T, change ...func(*httpd.OIDC)) *site {
	t.Helper()
	s := &site{t: t, db: testkit.SQLite(t), issuer: testkit.Must(startProvider())(t)}
	s.w = testkit.NewWorld(t, s.db)
	// Nobody here leads: the first link of an account with power waits, which account/acts_test.go tests.
	s.db.Raw.Client.Portfolio.Delete().ExecX(testkit.System())
	s.db.Clock.Forward(time.Since(s.db.Clock.Now()))
	log := slog.New(slog.NewTextHandler(testWriter{t}, &slog.HandlerOptions{Level: slog.LevelWarn}))
	a := apptest.New(t, s.db)
	server := httptest.NewUnstartedServer(nil)
	s.url = "http://" + server.Listener.Addr().String()
	settings := httpd.OIDC{Issuer: s.issuer, ClientID: "sineng", ClientSecret: "test-secret", Name: "单点登录", StaffClaim: "staff_number",
		Base: s.url, Client: &http.Client{Transport: s, Timeout: 10 * time.Second}}
	for _, c := range change {
		c(&settings)
	}
	server.Config.Handler = testkit.Must(httpd.New(httpd.Options{Services: a.Services, Log: log, OIDC: &settings}))(t)
	server.Start()
	t.Cleanup(server.Close)
	return s
}

// browser follows redirects one by one, so that a test may change each.
type browser struct {
	*client
	site *site
}

func (s *site) browser() *browser {
	jar := testkit.Must(cookiejar.New(nil))(s.t)
	return &browser{&client{s.t, &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}, s.url}, s}
}

// get requests an address and returns its redirect target.
func (b *browser) get(address string) (to string, res *http.Response) {
	b.t.Helper()
	res = testkit.Must(b.http.Get(address))(b.t)
	_ = res.Body.Close()
	if l, err := res.Location(); err == nil {
		to = l.String()
	}
	return to, res
}

// toProvider begins a sign-in and returns the provider's address.
func (b *browser) toProvider(next string) string {
	b.t.Helper()
	to, res := b.get(b.server + "/oidc/start?next=" + url.QueryEscape(next))
	if res.StatusCode != http.StatusSeeOther || !strings.HasPrefix(to, b.site.issuer+"/auth?") {
		b.t.Fatalf("the sign-in begins with %d at %q", res.StatusCode, to)
	}
	return to
}

// atProvider signs in at the provider and returns the address that it
// redirects to, with the code.
func (b *browser) atProvider(address, name string) string {
	b.t.Helper()
	form, res := b.get(address)
	page, err := url.Parse(form)
	if err != nil || page.Query().Get("authRequestID") == "" {
		b.t.Fatalf("the provider answered %d and leads to %q", res.StatusCode, form)
	}
	res = testkit.Must(b.http.PostForm(b.site.issuer+"/login/username", url.Values{"username": {name}, "password": {"test-password"}, "id": {page.Query().Get("authRequestID")}}))(b.t)
	_, _ = io.Copy(io.Discard, res.Body)
	_ = res.Body.Close()
	back, err := res.Location()
	if err != nil {
		b.t.Fatalf("signing in at the provider was answered %d", res.StatusCode)
	}
	callback, _ := b.get(back.String())
	if !strings.HasPrefix(callback, b.server+"/oidc/callback?") {
		b.t.Fatalf("the provider leads back to %q", callback)
	}
	return callback
}

// signIn performs the whole sign-in and returns the path where it ends.
func (b *browser) signIn(name, next string) string {
	b.t.Helper()
	to, _ := b.get(b.atProvider(b.toProvider(next), name))
	return strings.TrimPrefix(to, b.server)
}

// who returns the login name of the signed-in account, empty for none.
func (b *browser) who() string {
	b.t.Helper()
	v, _ := b.must("{viewer{account{loginName}}}", nil)["viewer"].(map[string]any)
	if v == nil {
		return ""
	}
	return v["account"].(map[string]any)["loginName"].(string)
}
