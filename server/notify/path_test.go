package notify_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/notify"
	"sineng/server/testkit"
)

// routes are the addresses of the page, as patterns.
func routes(t *testing.T) []*regexp.Regexp {
	t.Helper()
	files := testkit.Must(filepath.Glob("../../frontend/src/features/*/routes.ts*"))(t)
	path := regexp.MustCompile(`path: '([^']+)'`)
	var out []*regexp.Regexp
	for _, file := range files {
		for _, found := range path.FindAllStringSubmatch(string(testkit.Must(os.ReadFile(file))(t)), -1) {
			pattern := regexp.MustCompile(`:\w+`).ReplaceAllString(found[1], `[^/]+`)
			out = append(out, regexp.MustCompile("^"+pattern+"$"))
		}
	}
	if len(out) < 20 {
		t.Fatalf("only %d addresses of the page were found", len(out))
	}
	return out
}

func leadsSomewhere(routes []*regexp.Regexp, path string) bool {
	for _, route := range routes {
		if route.MatchString(path) {
			return true
		}
	}
	return false
}

func TestEveryNoticeLeadsToAPage(t *testing.T) {
	known := routes(t)
	for _, kind := range term.NoticeKind("").Values() {
		n := &ent.Notice{Kind: term.NoticeKind(kind), ObjectID: 7}
		if path := notify.Path(n); !leadsSomewhere(known, path) {
			t.Errorf("%s leads to %q, where no page is", kind, path)
		}
	}
}
