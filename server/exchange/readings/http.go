package readings

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
	"sineng/server/indicator"
	"sineng/server/store"
)

// Handlers serves tables of readings and reads filled ones. The viewer is that of the request's context.
type Handlers struct {
	Service *Service
	// Language returns the request's language, "zh" or "en".
	Language func(context.Context) string
	// Refuse responds with an error in the API's format.
	Refuse func(http.ResponseWriter, *http.Request, error)
}

// Table serves GET /readings.xlsx, with ?unit= for a unit and those below it.
func (h *Handlers) Table() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var book bytes.Buffer
		err := bySession(r.Context())
		var unit *int64
		if text := r.URL.Query().Get("unit"); err == nil && text != "" {
			given, _ := h.Service.decode(text)
			unit = &given
		}
		if err == nil {
			err = h.Service.WriteTable(r.Context(), &book, unit, h.Language(r.Context()))
		}
		if err != nil {
			h.Refuse(w, r, err)
			return
		}
		download.Attachment(w.Header(), word(h.Language(r.Context()), "监测值", "Readings")+".xlsx", download.XLSX)
		_, _ = w.Write(book.Bytes())
	})
}

// answered is a reading of a file in JSON.
type answered struct {
	Sheet       string         `json:"sheet"`
	Row         int            `json:"row"`
	IndicatorID string         `json:"indicatorId"`
	Unit        string         `json:"unit"`
	Name        string         `json:"name"`
	MeasuredIn  string         `json:"measuredIn"`
	From        string         `json:"from"`
	To          string         `json:"to"`
	Value       json.Number    `json:"value"`
	Note        string         `json:"note"`
	Over        bool           `json:"over"`
	Was         *json.Number   `json:"was"`
	Fate        indicator.Fate `json:"fate"`
}

// Read serves POST /readings: one file in the multipart field "file". It responds with what recordReadings would record of it, and stores
// nothing: {"readings", "problems", "blank"}.
func (h *Handlers) Read() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		plan, err := h.plan(w, r)
		if err != nil {
			h.Refuse(w, r, err)
			return
		}
		out := make([]answered, len(plan.Readings))
		for n, row := range plan.Readings {
			out[n] = answered{Sheet: row.Sheet, Row: row.Row, IndicatorID: store.EncodeID(row.Indicator.ID), Unit: row.Unit, Name: row.Indicator.Name,
				MeasuredIn: row.Indicator.MeasuredIn, From: row.From.Format(time.DateOnly), To: row.To.Format(time.DateOnly), Value: decimal(row.Value),
				Note: row.Note, Over: row.Over, Fate: row.Fate}
			if row.Was != nil {
				was := decimal(*row.Was)
				out[n].Was = &was
			}
		}
		problems := plan.Problems
		if problems == nil {
			problems = []Problem{}
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		_ = json.NewEncoder(w).Encode(map[string]any{"readings": out, "problems": problems, "blank": plan.Blank})
	})
}

func decimal(d term.Decimal) json.Number { return json.Number(d.String()) }

func (h *Handlers) plan(w http.ResponseWriter, r *http.Request) (*Plan, error) {
	// The right is checked before the file is received.
	if err := bySession(r.Context()); err != nil {
		return nil, err
	}
	if err := indicator.MayList(r.Context()); err != nil {
		return nil, err
	}
	data, err := upload.One(w, r, mostBytes, sheet.TooLarge(mostBytes))
	if err != nil {
		return nil, err
	}
	return h.Service.Plan(r.Context(), data, "readings")
}

func bySession(ctx context.Context) error {
	switch v := viewer.FromContext(ctx); {
	case v == nil:
		return fault.SignedOut()
	case v.TokenID != 0:
		return fault.New(fault.Forbidden, "NOT_BY_TOKEN", "", "程序请通过接口 recordReadings 报送监测值", "A program sends readings by recordReadings of the API")
	}
	return nil
}
