package proceedings

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"time"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/blob/download"
	"sineng/server/blob/upload"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/proceeding"
	"sineng/server/store"
)

// Handlers serves tables of proceedings and reads filled ones. The viewer is that of the request's context.
type Handlers struct {
	Service *Service
	// Language returns the request's language, "zh" or "en".
	Language func(context.Context) string
	// Refuse responds with an error in the API's format.
	Refuse func(http.ResponseWriter, *http.Request, error)
}

// Table serves GET /proceedings.xlsx, with ?power= for a power, or ?unit= for the powers of a unit and those below it.
func (h *Handlers) Table() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var book bytes.Buffer
		err := bySession(r.Context())
		if err == nil {
			err = h.Service.WriteTable(r.Context(), &book, h.id(r, "unit"), h.id(r, "power"), h.Language(r.Context()))
		}
		if err != nil {
			h.Refuse(w, r, err)
			return
		}
		download.Attachment(w.Header(), word(h.Language(r.Context()), "办件", "Proceedings")+".xlsx", download.XLSX)
		_, _ = w.Write(book.Bytes())
	})
}

// id is an id of the request's query, nil for none; one that can't be read is that of nothing.
func (h *Handlers) id(r *http.Request, name string) *int64 {
	text := r.URL.Query().Get(name)
	if text == "" {
		return nil
	}
	id, _ := h.Service.decode(text)
	return &id
}

// answered is a proceeding of a file in JSON; its entry is a ProceedingInput of the API.
type answered struct {
	Sheet      string               `json:"sheet"`
	Row        int                  `json:"row"`
	Number     string               `json:"number"`
	Power      string               `json:"power"`
	Unit       string               `json:"unit"`
	Fate       proceeding.Fate      `json:"fate"`
	State      term.ProceedingState `json:"state"`
	Recorded   int                  `json:"recorded"`
	OffMap     []string             `json:"offMap"`
	Unmatched  []string             `json:"unmatched"`
	Deviations []string             `json:"deviations"`
	Entry      entry                `json:"entry"`
}

type entry struct {
	PowerID      string  `json:"powerId"`
	Number       string  `json:"number"`
	ReceivedOn   *string `json:"receivedOn"`
	ClosedOn     *string `json:"closedOn"`
	Discontinued bool    `json:"discontinued"`
	Result       *string `json:"result"`
	Steps        []step  `json:"steps"`
	Pauses       []pause `json:"pauses"`
}

type step struct {
	Step        string            `json:"step"`
	Began       time.Time         `json:"began"`
	Ended       *time.Time        `json:"ended"`
	Outcome     *term.StepOutcome `json:"outcome"`
	StaffNumber string            `json:"staffNumber"`
	Name        string            `json:"name"`
	Note        string            `json:"note"`
}

type pause struct {
	Kind term.PauseKind `json:"kind"`
	From string         `json:"from"`
	To   *string        `json:"to"`
	Note string         `json:"note"`
}

// Read serves POST /proceedings: one file in the multipart field "file", with ?power= for that of rows that name none. It responds with what
// recordProceedings would record of it, and stores nothing: {"proceedings", "problems", "rows"}.
func (h *Handlers) Read() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		plan, err := h.plan(w, r)
		if err != nil {
			h.Refuse(w, r, err)
			return
		}
		lang := h.Language(r.Context())
		out := make([]answered, len(plan.Proceedings))
		for n, p := range plan.Proceedings {
			out[n] = answered{Sheet: p.Sheet, Row: p.Row, Number: p.Number, Power: p.Power.Name, Unit: p.Power.Edges.Unit.Name, Fate: p.Fate, State: p.State, Recorded: p.Recorded,
				OffMap: listed(p.OffMap), Unmatched: listed(p.Unmatched), Deviations: []string{}, Entry: entryOf(p)}
			for _, d := range p.Deviations {
				out[n].Deviations = append(out[n].Deviations, d.In(lang))
			}
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		_ = json.NewEncoder(w).Encode(map[string]any{"proceedings": out, "problems": listed(plan.Problems), "rows": plan.Rows})
	})
}

// listed is a list that JSON shows as one, also where it is empty.
func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func entryOf(p Read) entry {
	out := entry{PowerID: store.EncodeID(p.Power.ID), Number: p.Entry.Number, ReceivedOn: dateOf(p.Entry.ReceivedOn), ClosedOn: dateOf(p.Entry.ClosedOn), Discontinued: p.Entry.Discontinued,
		Result: p.Entry.Result, Steps: []step{}, Pauses: []pause{}}
	for _, s := range p.Entry.Steps {
		out.Steps = append(out.Steps, step{Step: s.Step, Began: s.Began, Ended: s.Ended, Outcome: s.Outcome, StaffNumber: s.StaffNumber, Name: s.Name, Note: s.Note})
	}
	for _, b := range p.Entry.Pauses {
		out.Pauses = append(out.Pauses, pause{Kind: b.Kind, From: b.From.Format(time.DateOnly), To: dateOf(b.To), Note: b.Note})
	}
	return out
}

func dateOf(day *time.Time) *string {
	if day == nil {
		return nil
	}
	text := day.Format(time.DateOnly)
	return &text
}

func (h *Handlers) plan(w http.ResponseWriter, r *http.Request) (*Plan, error) {
	// The right is checked before the file is received.
	if err := bySession(r.Context()); err != nil {
		return nil, err
	}
	if err := proceeding.MayList(r.Context()); err != nil {
		return nil, err
	}
	data, err := upload.One(w, r, mostBytes, sheet.TooLarge(mostBytes))
	if err != nil {
		return nil, err
	}
	return h.Service.Plan(r.Context(), data, "proceedings", h.id(r, "power"))
}

func bySession(ctx context.Context) error {
	switch v := viewer.FromContext(ctx); {
	case v == nil:
		return fault.SignedOut()
	case v.TokenID != 0:
		return fault.New(fault.Forbidden, "NOT_BY_TOKEN", "", "程序请通过接口 recordProceedings 报送办件", "A program sends proceedings by recordProceedings of the API")
	}
	return nil
}
