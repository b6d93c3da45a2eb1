package httpd

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"sineng/server/testkit"
)

func TestFault47ReadinessNamesTheStoreWithoutRoom(t *testing.T) {
	db := testkit.SQLite(t)
	file := filepath.Join(t.TempDir(), "no-folder")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := &Server{store: db.Store, audit: db.Audit, log: slog.New(slog.DiscardHandler), rooms: []Room{{"log", t.TempDir()}, {"files", filepath.Join(file, "x")}}}
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

func TestReadinessAndMetricsTellOfALogThatTakesNoEntries(t *testing.T) {
	db := testkit.SQLite(t)
	registry := prometheus.NewRegistry()
	newMetrics(registry, db.Audit, nil)
	s := &Server{store: db.Store, audit: db.Audit, log: slog.New(slog.DiscardHandler)}
	ask := func(h http.Handler) (int, string) {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		return w.Code, w.Body.String()
	}
	metrics := promhttp.HandlerFor(registry, promhttp.HandlerOpts{})
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	rename := func(from, to string) {
		if _, err := db.Raw.Client.ExecContext(testkit.System(), "ALTER TABLE "+from+" RENAME TO "+to); err != nil {
			t.Fatal(err)
		}
	}
	testkit.NewWorld(t, db)
	rename("audit_touches", "away")
	db.Audit.Run(ended)
	db.Clock.Forward(time.Minute)
	db.Audit.Run(ended)
	if status, text := ask(http.HandlerFunc(s.ready)); status != 503 || !strings.Contains(text, "audit log") {
		t.Errorf("/readyz answers %d %s", status, text)
	}
	if _, text := ask(metrics); !strings.Contains(text, "sineng_log_sequencing_failures_total 2\n") || !strings.Contains(text, "sineng_log_sequencing_failing_seconds 60.") {
		t.Errorf("/metrics answers %s", text)
	}
	rename("away", "audit_touches")
	db.Audit.Run(ended)
	if status, text := ask(http.HandlerFunc(s.ready)); status != 200 {
		t.Errorf("/readyz answers %d %s", status, text)
	}
	if _, text := ask(metrics); !strings.Contains(text, "sineng_log_sequencing_failing_seconds 0\n") {
		t.Errorf("/metrics answers %s", text)
	}
}
