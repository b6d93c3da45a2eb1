package httpd

import (
	"fmt"
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

// rates count requests over a sliding minute.
type rates struct{ account, address, guessing limit }

// limit is how many requests of one sender are taken in a minute, and what who sends more is told.
type limit struct {
	limiter *httprate.RateLimiter // nil for any number
	told    *fault.Error
}

func newRates(o Options) *rates {
	const zhLess, enLess = ";请一分钟后再试。一个请求可以同时查询多个字段(用别名区分),这样所需请求更少", "; try again in a minute. One request may ask for several fields, by aliases, so that fewer are needed"
	return &rates{
		account: limit{limiter(o.RateAccount), tooMany(
			fmt.Sprintf("请求过于频繁:每个账号每分钟最多 %d 个请求,其 API 令牌合计另有 %[1]d 个", o.RateAccount)+zhLess,
			fmt.Sprintf("Too many requests: an account may send %d a minute, and its API tokens together %[1]d more", o.RateAccount)+enLess)},
		address: limit{limiter(o.RateAddress), tooMany(
			fmt.Sprintf("请求过于频繁:每个网络地址每分钟最多 %d 个请求", o.RateAddress)+zhLess,
			fmt.Sprintf("Too many requests: a network address may send %d a minute", o.RateAddress)+enLess)},
		guessing: limit{limiter(guessesPerMinute), tooMany(
			fmt.Sprintf("尝试过于频繁:每个网络地址每分钟最多尝试 %d 次密码、验证码或一次性链接,请一分钟后再试", guessesPerMinute),
			fmt.Sprintf("Too many tries: a network address may try %d passwords, codes and one-time links a minute; try again in a minute", guessesPerMinute))},
	}
}

func tooMany(zh, en string) *fault.Error {
	return fault.New(fault.RateLimited, "RATE_LIMITED", "", zh, en)
}

func limiter(perMinute int) *httprate.RateLimiter {
	if perMinute <= 0 {
		return nil
	}
	return httprate.NewRateLimiter(perMinute, time.Minute, httprate.WithResponseHeaders(httprate.ResponseHeaders{RetryAfter: "Retry-After"}))
}

// refused counts a request and responds with an error when it exceeds the
// limit.
func (l limit) refused(w http.ResponseWriter, r *http.Request, key string) bool {
	if l.limiter == nil || !l.limiter.OnLimit(w, r, key) {
		return false
	}
	refuse(w, r, l.told)
	return true
}

// byAddress limits the requests of an address. The page's files, served from
// memory, and the operators' probes are not counted.
func (l *rates) byAddress(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !uncounted(r.URL.Path) && l.address.refused(w, r, addressKey(r)) {
			return
		}
		next.ServeHTTP(w, r)
	})
}

// byAccount limits the requests of an account from all addresses. Those of its tokens are counted apart,
// all together, so that a reporting tool does not keep its owner from the page.
func (l *rates) byAccount(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := viewer.FromContext(r.Context())
		if v != nil && !uncounted(r.URL.Path) && l.account.refused(w, r, accountKey(v)) {
			return
		}
		next.ServeHTTP(w, r)
	})
}

// accountKey returns the key under which the requests of a viewer are counted.
func accountKey(v *viewer.Viewer) string {
	key := strconv.FormatInt(v.AccountID, 10)
	if v.TokenID != 0 {
		key += " tokens"
	}
	return key
}

func uncounted(path string) bool {
	return strings.HasPrefix(path, "/assets/") || path == "/healthz" || path == "/readyz" || path == "/metrics"
}

// addressKey returns the key under which the requests of an address are
// counted: an IPv6 network of 64 bits counts as one address.
func addressKey(r *http.Request) string { return httprate.CanonicalizeIP(AddressOf(r.Context())) }
