package attendance

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/blob/download"
	"sineng/server/blob/upload"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
	"sineng/server/store"
)

// Handlers serves sheets of attendance and reads filled ones. The viewer is that of the request's context.
type Handlers struct {
	Service *Service
	// DecodeID reads an id of the API.
	DecodeID func(string) (int64, error)
	// Language returns the request's language, "zh" or "en".
	Language func(context.Context) string
	// Refuse responds with an error in the API's format.
	Refuse func(http.ResponseWriter, *http.Request, error)
}

// Sheet serves GET /attendance/{file}, the id of a session with .xlsx.
func (h *Handlers) Sheet() http.Handler {
	return h.answer(func(w http.ResponseWriter, r *http.Request) error {
		name, format, _ := strings.Cut(r.PathValue("file"), ".")
		id, err := h.DecodeID(name)
		if err != nil || format != "xlsx" {
			return missing()
		}
		var book bytes.Buffer
		topic, err := h.Service.WriteSheet(r.Context(), &book, id, h.Language(r.Context()))
		if err != nil {
			return err
		}
		download.Attachment(w.Header(), word(h.Language(r.Context()), "签到表 ", "Attendance ")+topic+".xlsx", download.XLSX)
		_, err = w.Write(book.Bytes())
		return err
	})
}

// answered is a row of a file in JSON.
type answered struct {
	Row           int             `json:"row"`
	ParticipantID string          `json:"participantId"`
	Name          string          `json:"name"`
	Attendance    term.Attendance `json:"attendance"`
	Note          string          `json:"note"`
	MadeUpOn      *string         `json:"madeUpOn"`
	Changed       bool            `json:"changed"`
}

// Read serves POST /attendance/{id}: one file in the multipart field "file". It responds with how each took part by it, and stores nothing:
// {"marks", "problems", "blank"}.
func (h *Handlers) Read() http.Handler {
	return h.answer(func(w http.ResponseWriter, r *http.Request) error {
		id, err := h.DecodeID(r.PathValue("id"))
		if err != nil {
			return missing()
		}
		// The right is checked before the file is received.
		if _, _, err := h.Service.education.Roll(r.Context(), id); err != nil {
			return err
		}
		data, err := upload.One(w, r, mostBytes, sheet.TooLarge(mostBytes))
		if err != nil {
			return err
		}
		plan, err := h.Service.Plan(r.Context(), id, data)
		if err != nil {
			return err
		}
		marks := make([]answered, len(plan.Marks))
		for n, m := range plan.Marks {
			marks[n] = answered{Row: m.Row, ParticipantID: store.EncodeID(m.Participant.ID), Name: m.Participant.Name, Attendance: m.Attendance, Note: m.Note, Changed: m.Changed}
			if !m.MadeUpOn.IsZero() {
				on := m.MadeUpOn.Format(time.DateOnly)
				marks[n].MadeUpOn = &on
			}
		}
		problems := plan.Problems
		if problems == nil {
			problems = []Problem{}
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		return json.NewEncoder(w).Encode(map[string]any{"marks": marks, "problems": problems, "blank": plan.Blank})
	})
}

// answer serves people who are signed in.
func (h *Handlers) answer(serve func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := bySession(r.Context())
		if err == nil {
			err = serve(w, r)
		}
		if err != nil {
			h.Refuse(w, r, err)
		}
	})
}

func bySession(ctx context.Context) error {
	switch v := viewer.FromContext(ctx); {
	case v == nil:
		return fault.SignedOut()
	case v.TokenID != 0:
		return fault.New(fault.Forbidden, "NOT_BY_TOKEN", "", "签到表由登录人员下载和上传", "Sheets of attendance are for people who sign in")
	}
	return nil
}

func missing() error { return fault.Missing("教育活动", "education session") }
