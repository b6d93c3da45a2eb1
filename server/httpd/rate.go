package httpd

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/go-chi/httprate"

	"sineng/ent/viewer"
	"sineng/server/fault"
)

// guessesPerMinute is the greatest number of secrets (passwords, set-up links)
// that one address may try per minute, beside the lock of each account.
const guessesPerMinute = 30

// rates count requests over a sliding minute; a nil limiter never refuses.
type rates struct{ account, address, guessing *httprate.RateLimiter }

func newRates(o Options) *rates {
	return &rates{account: limiter(o.RateAccount), address: limiter(o.RateAddress), guessing: limiter(guessesPerMinute)}
}

func limiter(perMinute int) *httprate.RateLimiter {
	if perMinute <= 0 {
		return nil
	}
	return httprate.NewRateLimiter(perMinute, time.Minute, httprate.WithResponseHeaders(httprate.ResponseHeaders{RetryAfter: "Retry-After"}))
}

// refused counts a request and responds with an error when it exceeds the
// limit.
func (*rates) refused(w http.ResponseWriter, r *http.Request, l *httprate.RateLimiter, key string) bool {
	if l == nil || !l.OnLimit(w, r, key) {
		return false
	}
	refuse(w, r, fault.New(fault.RateLimited, "RATE_LIMITED", "", "请求过于频繁,请稍后再试", "Too many requests; wait and try again"))
	return true
}

// byAddress limits the requests of an address. The page's files, served from
// memory, and the operators' probes are not counted.
func (l *rates) byAddress(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !uncounted(r.URL.Path) && l.refused(w, r, l.address, addressKey(r)) {
			return
		}
		next.ServeHTTP(w, r)
	})
}

// byAccount limits the requests of an account from all addresses.
func (l *rates) byAccount(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := viewer.FromContext(r.Context())
		if v != nil && !uncounted(r.URL.Path) && l.refused(w, r, l.account, strconv.FormatInt(v.AccountID, 10)) {
			return
		}
		next.ServeHTTP(w, r)
	})
}

func uncounted(path string) bool {
	return strings.HasPrefix(path, "/assets/") || path == "/healthz" || path == "/readyz" || path == "/metrics"
}

// addressKey returns the key under which the requests of an address are
// counted: an IPv6 network of 64 bits counts as one address.
func addressKey(r *http.Request) string { return httprate.CanonicalizeIP(AddressOf(r.Context())) }
