package httpd

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

func TestLocalPathIsOfThisSite(t *testing.T) {
	for next, want := range map[string]string{
		"": "/", "/": "/", "/risks": "/risks", "/risks?grade=A&x=//y": "/risks?grade=A&x=//y", "/a#b": "/a#b", "/单位/1": "/单位/1", "/a/../b": "/a/../b",
		"/a:b@c": "/a:b@c", "/%2F%2Fevil.example": "/",
		"risks": "/", "//evil.example": "/", "///evil.example": "/", "/\\evil.example": "/", "\\\\evil.example": "/", "/a\\b": "/",
		"https://evil.example": "/", "https:evil.example": "/", "javascript:alert(1)": "/", "data:text/html,x": "/", " //evil.example": "/", "/\t/evil.example": "/",
		"/\n/evil.example": "/", "/x\r\nLocation: https://evil.example": "/", "/x\x00": "/", "/x\x7f": "/", "/x\u0085": "/", "/\xff": "/",
		"/.//evil.example": "/", "/a/..//evil.example": "/", "/..//evil.example": "/", "@evil.example": "/", ".evil.example": "/",
		"/%zz": "/", "/%6fidc/start": "/", "/oidc/start?next=/": "/", "/x/../oidc/start": "/", "/" + strings.Repeat("a", 3000): "/",
	} {
		if got := localPath(next); got != want {
			t.Errorf("next=%q leads to %q, want %q", next, got, want)
		}
	}
}

func FuzzLocalPath(f *testing.F) {
	for _, seed := range []string{"/", "//x", "/\\x", "/a?b#c", "https://x", "/.//x", "/%2e%2e//x"} {
		f.Add(seed)
	}
	base, _ := url.Parse("https://sineng.example/oidc/callback")
	f.Fuzz(func(t *testing.T, next string) {
		w := httptest.NewRecorder()
		http.Redirect(w, httptest.NewRequest("GET", base.String(), nil), localPath(next), http.StatusSeeOther)
		location := w.Header().Get("Location")
		to, err := base.Parse(location)
		if err != nil || to.Host != base.Host || to.Scheme != "https" || strings.HasPrefix(location, "//") || strings.ContainsAny(location, "\r\n\\") {
			t.Errorf("next=%q leads to %q", next, location)
		}
	})
}

func TestSignInsUnderWayAreBounded(t *testing.T) {
	var f flows
	now := time.Date(2026, 3, 2, 1, 0, 0, 0, time.UTC)
	first, browser, _ := f.begin("/", now)
	var state, last string
	for range mostFlows {
		state, last, _ = f.begin("/", now)
	}
	if len(f.byState) > mostFlows || len(f.order) > mostFlows {
		t.Errorf("%d sign-ins are kept", len(f.byState))
	}
	if _, ok := f.take(first, browser, now); ok {
		t.Error("the oldest was kept beyond the bound")
	}
	if _, ok := f.take(state, last, now); !ok {
		t.Error("the newest was given up")
	}
	f.begin("/", now.Add(flowTime+time.Second))
	if len(f.byState) != 1 || len(f.order) != 1 {
		t.Errorf("%d sign-ins that are over are kept", len(f.byState)-1)
	}
}
