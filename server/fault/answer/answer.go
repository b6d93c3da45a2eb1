// Package answer presents errors to clients: which errors they see, in which language, with
// which HTTP status and in which form. The API and all other addresses use it.
package answer

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"

	"sineng/server/fault"
)

// MostAtOnce is the greatest number of errors in an answer.
const MostAtOnce = 20

// Presenter presents errors. Details that clients need not see go to the log.
type Presenter struct {
	Log       *slog.Logger
	Language  func(context.Context) string // of the request, "zh" or "en"
	RequestID func(context.Context) string
}

// Entry is one error as shown to clients, in the form of GraphQL's `errors`.
type Entry struct {
	Message    string         `json:"message"`
	Extensions map[string]any `json:"extensions"`
}

// Entry presents an error for people.
func (p Presenter) Entry(ctx context.Context, e *fault.Error) Entry {
	extensions := map[string]any{"code": e.Code, "reason": e.Reason, "requestId": p.RequestID(ctx)}
	if e.Field != "" {
		extensions["field"] = e.Field
	}
	return Entry{Message: e.Message(p.Language(ctx)), Extensions: extensions}
}

// Refuse answers a request outside GraphQL with an error. The status is that of the first
// fault in it.
func (p Presenter) Refuse(w http.ResponseWriter, r *http.Request, err error) {
	p.Write(w, r, p.Faults(r.Context(), err)...)
}

// Write answers a request outside GraphQL with one or more faults.
func (p Presenter) Write(w http.ResponseWriter, r *http.Request, faults ...*fault.Error) {
	entries := make([]Entry, len(faults))
	for i, e := range faults {
		entries[i] = p.Entry(r.Context(), e)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(Status(faults[0]))
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": entries})
}
