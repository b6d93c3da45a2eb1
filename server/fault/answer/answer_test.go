package answer_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"sineng/ent/privacy"
	"sineng/server/fault"
	"sineng/server/fault/answer"
)

// refused is what a client sees of an error, and what is logged.
func refused(t *testing.T, lang string, err error) (status int, entries []answer.Entry, log string) {
	t.Helper()
	var lines bytes.Buffer
	p := answer.Presenter{Log: slog.New(slog.NewTextHandler(&lines, nil)), Language: func(context.Context) string { return lang },
		RequestID: func(context.Context) string { return "r1" }}
	w := httptest.NewRecorder()
	p.Refuse(w, httptest.NewRequest(http.MethodGet, "/", nil), err)
	var body struct{ Errors []answer.Entry }
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil {
		t.Fatalf("%s: %v", w.Body, err)
	}
	return w.Code, body.Errors, lines.String()
}

func TestEveryErrorHasItsStatusAndReason(t *testing.T) {
	codes := map[fault.Code]int{fault.Unauthenticated: 401, fault.Forbidden: 403, fault.NotFound: 404, fault.Invalid: 400,
		fault.InvalidTransition: 409, fault.Conflict: 409, fault.RateLimited: 429, fault.Unavailable: 503, fault.Internal: 500}
	for code, want := range codes {
		status, entries, _ := refused(t, "en", fault.New(code, "WHY", "", "因", "why"))
		if status != want || entries[0].Extensions["code"] != string(code) || entries[0].Extensions["reason"] != "WHY" {
			t.Errorf("%s answers %d %+v, want %d", code, status, entries, want)
		}
	}
	for reason, want := range map[string]int{"BAD_METHOD": 405, "NO_STREAM": 406, "PUBLICITY_ENDED": 410, "BODY_TOO_LARGE": 413, "FILE_TOO_LARGE": 413, "BAD_MEDIA_TYPE": 415} {
		if status, _, _ := refused(t, "en", fault.Bad("", reason, "因", "why")); status != want {
			t.Errorf("%s answers %d, want %d", reason, status, want)
		}
	}
	for name, c := range map[string]struct {
		err    error
		status int
		reason string
	}{
		"a rule of the rows": {fmt.Errorf("querying: %w", privacy.Deny), 403, "NOT_PERMITTED"},
		"an end":             {fmt.Errorf("querying: %w", context.DeadlineExceeded), 503, "TIMED_OUT"},
		"anything else":      {errors.New("the disk is full"), 500, "INTERNAL"},
	} {
		if status, entries, _ := refused(t, "en", c.err); status != c.status || entries[0].Extensions["reason"] != c.reason {
			t.Errorf("%s answers %d %+v", name, status, entries)
		}
	}
}

func TestClientsReadAllErrorsInTheirLanguageAndNoCauses(t *testing.T) {
	var bad fault.List
	bad.Add(fault.Bad("from", "ONE", "一", "one").Because(errors.New("secret")))
	bad.Add(fault.Bad("", "TWO", "二", "two"))
	for lang, want := range map[string]string{"zh": "一 二", "en": "one two"} {
		_, entries, log := refused(t, lang, bad.Err())
		if len(entries) != 2 || entries[0].Message+" "+entries[1].Message != want {
			t.Fatalf("%s: %+v", lang, entries)
		}
		first, second := entries[0].Extensions, entries[1].Extensions
		if first["field"] != "from" || second["field"] != nil || first["requestId"] != "r1" {
			t.Errorf("%s: %+v", lang, entries)
		}
		if strings.Contains(fmt.Sprint(entries), "secret") || !strings.Contains(log, "secret") {
			t.Errorf("clients read %+v, the log %s", entries, log)
		}
	}
	if _, entries, log := refused(t, "en", errors.New("the disk is full")); strings.Contains(fmt.Sprint(entries), "disk") || !strings.Contains(log, "disk") {
		t.Errorf("clients read %+v, the log %s", entries, log)
	}
}
