package httpd

import (
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sineng/server/testkit"
)

func TestFault47ReadinessNamesTheStoreWithoutRoom(t *testing.T) {
	db := testkit.SQLite(t)
	file := filepath.Join(t.TempDir(), "no-folder")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := &Server{store: db.Store, log: slog.New(slog.DiscardHandler), rooms: []Room{{"log", t.TempDir()}, {"files", filepath.Join(file, "x")}}}
	ask := func() (int, string) {
		w := httptest.NewRecorder()
		s.ready(w, httptest.NewRequest("GET", "/readyz", nil))
		return w.Code, w.Body.String()
	}
	if status, text := ask(); status != 503 || !strings.Contains(text, "files") || strings.Contains(text, "log") {
		t.Errorf("/readyz answers %d %s", status, text)
	}
	s.rooms = s.rooms[:1]
	if status, text := ask(); status != 200 {
		t.Errorf("/readyz answers %d %s", status, text)
	}
}
