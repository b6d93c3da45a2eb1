package httpd

import (
	"crypto/sha256"
	"crypto/subtle"
	"net/url"
	"strings"
	"sync"
	"time"

	"golang.org/x/oauth2"

	"crypto/rand"
)

// Bounds of pending sign-ins at the provider.
const (
	flowTime  = 10 * time.Minute
	mostFlows = 10_000 // beyond this the oldest are dropped
)

// flow is a pending sign-in at the provider.
type flow struct {
	browser  [32]byte // hash of the cookie of the browser that began it
	nonce    string
	verifier string // PKCE code verifier
	next     string
	until    time.Time
}

// flows are the pending sign-ins by state. They are kept in memory: after a
// restart, or on another server, the sign-in must be started again.
type flows struct {
	mu      sync.Mutex
	byState map[string]flow
	order   []string // states in the order in which they were begun, completed ones included
}

// begin stores a sign-in and returns its state and the secret for the
// browser's cookie.
func (f *flows) begin(next string, now time.Time) (state, browser string, begun flow) {
	state, browser = rand.Text(), rand.Text()
	begun = flow{browser: sha256.Sum256([]byte(browser)), nonce: rand.Text(), verifier: oauth2.GenerateVerifier(), next: next, until: now.Add(flowTime)}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.byState == nil {
		f.byState = map[string]flow{}
	}
	f.byState[state] = begun
	f.order = append(f.order, state)
	for len(f.order) > 0 {
		oldest, there := f.byState[f.order[0]]
		if there && len(f.order) <= mostFlows && oldest.until.After(now) {
			break
		}
		delete(f.byState, f.order[0])
		f.order = f.order[1:]
	}
	return state, browser, begun
}

// take removes a sign-in: it is valid once, in time, and in the browser that
// began it.
func (f *flows) take(state, browser string, now time.Time) (flow, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	begun, there := f.byState[state]
	delete(f.byState, state)
	hash := sha256.Sum256([]byte(browser))
	return begun, there && begun.until.After(now) && subtle.ConstantTimeCompare(hash[:], begun.browser[:]) == 1
}

// localPath returns where to redirect after the sign-in: a path of this site,
// or its root for anything that a browser could take for another site or a
// header.
func localPath(next string) string {
	const start, longest = "/", 2000
	if len(next) > longest || !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.HasPrefix(next, "/oidc/") {
		return start
	}
	for _, r := range next {
		if r < 0x20 || r == 0x7f || r == '\\' || r == '\uFFFD' || r >= 0x80 && r <= 0x9f {
			return start
		}
	}
	u, err := url.Parse(next)
	if err != nil || u.Scheme != "" || u.Host != "" || u.User != nil || u.Opaque != "" {
		return start
	}
	// "/.//x" resolves to "//x", and "/x/../oidc/start" would start a loop.
	if clean := (&url.URL{Path: "/"}).ResolveReference(u).Path; strings.Contains(u.Path, "//") || strings.HasPrefix(clean, "/oidc/") {
		return start
	}
	return next
}
