package httpd_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"sineng/server/httpd"
	"sineng/server/testkit"
)

func TestThePageIsServedWholeCompressedOrNot(t *testing.T) {
	script := []byte(strings.Repeat("console.log('四能');\n", 5000))
	page := testkit.Must(httpd.NewPage(fstest.MapFS{
		"index.html":      {Data: []byte(`<script nonce="__CSP_NONCE__" src="./assets/index.js"></script>`)},
		"assets/index.js": {Data: script},
	}))(t)
	get := func(path, encoding string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, path, nil)
		r.Header.Set("Accept-Encoding", encoding)
		w := httptest.NewRecorder()
		page.ServeHTTP(w, r)
		return w
	}
	index := get("/risks/s1", "")
	nonce := regexp.MustCompile(`nonce="([^"]+)"`).FindStringSubmatch(index.Body.String())
	if nonce == nil || !strings.Contains(index.Header().Get("Content-Security-Policy"), "'nonce-"+nonce[1]+"'") {
		t.Fatalf("the nonce of %s is not that of %s", index.Body, index.Header().Get("Content-Security-Policy"))
	}
	if again := get("/", ""); again.Body.String() == index.Body.String() {
		t.Error("two answers have the same nonce")
	}
	src := regexp.MustCompile(`src="([^"]+)"`).FindStringSubmatch(index.Body.String())[1]
	if got := get(src, "").Body.Bytes(); !bytes.Equal(got, script) {
		t.Errorf("%d bytes came plain, want %d", len(got), len(script))
	}
	packed := get(src, "gzip")
	if packed.Header().Get("Content-Encoding") != "gzip" || packed.Body.Len() >= len(script) {
		t.Fatalf("nothing was compressed: %v", packed.Header())
	}
	r := testkit.Must(gzip.NewReader(packed.Body))(t)
	if got := testkit.Must(io.ReadAll(r))(t); !bytes.Equal(got, script) {
		t.Errorf("%d bytes came packed, want %d", len(got), len(script))
	}
	if old := get("/assets/0123456789abcdef/index.js", ""); old.Code != http.StatusNotFound {
		t.Errorf("a file of another build was answered %d", old.Code)
	}
}
