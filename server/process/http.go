package process

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/blob/download"
	"sineng/server/blob/upload"
	"sineng/server/bpmn"
	"sineng/server/fault"
	"sineng/server/flow"
)

// Handlers serves processes as BPMN files and reads such files. The viewer is that of the request's context.
type Handlers struct {
	Service *Service
	// DecodeID parses an id of the API, EncodeID writes one.
	DecodeID func(string) (int64, error)
	EncodeID func(int64) string
	// Kind says what happens in a step by its name.
	Kind func(string) term.StepKind
	// Language returns the request's language, "zh" or "en".
	Language func(context.Context) string
	// Refuse responds with an error in the API's format.
	Refuse func(http.ResponseWriter, *http.Request, error)
}

// Export serves GET /process/{file}, where file is the id of a version with the extension .bpmn.
func (h *Handlers) Export() http.Handler {
	return h.answer(func(w http.ResponseWriter, r *http.Request) error {
		name, format, _ := strings.Cut(r.PathValue("file"), ".")
		id, err := h.DecodeID(name)
		if err != nil || format != "bpmn" {
			return fault.Missing("流程", "process")
		}
		f, err := h.Service.Export(r.Context(), id)
		if err != nil {
			return err
		}
		download.Attachment(w.Header(), f.Name, "application/xml")
		w.Header().Set("Content-Length", strconv.Itoa(len(f.Data)))
		_, err = w.Write(f.Data)
		return err
	})
}

// Read serves POST /power/{id}/bpmn: one BPMN file in the multipart field "file". It responds with what the
// file holds as JSON, to be edited as a draft, or with errors in the API's format. Nothing is stored.
func (h *Handlers) Read() http.Handler {
	return h.answer(func(w http.ResponseWriter, r *http.Request) error {
		if viewer.FromContext(r.Context()).TokenID != 0 {
			return fault.New(fault.Forbidden, "NOT_BY_TOKEN", "", "访问令牌只能读取,不能导入", "A token reads and does not import")
		}
		id, err := h.DecodeID(r.PathValue("id"))
		if err != nil {
			return fault.Missing("职权", "power")
		}
		// The right is checked before the file is received.
		if err := h.Service.MayImport(r.Context(), id); err != nil {
			return err
		}
		file, err := upload.One(w, r, bpmn.MostBytes, fault.Bad("file", "TOO_LARGE", "流程文件不能超过 10 MB", "A process file has at most 10 MB"))
		if err != nil {
			return err
		}
		d, err := h.Service.ReadFile(r.Context(), id, file, h.Kind)
		if err != nil {
			return err
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		return json.NewEncoder(w).Encode(h.document(r.Context(), d))
	})
}

func (h *Handlers) answer(serve func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if viewer.FromContext(r.Context()) == nil {
			h.Refuse(w, r, fault.SignedOut())
			return
		}
		if err := serve(w, r); err != nil {
			h.Refuse(w, r, err)
		}
	})
}

// document is a file as the page reads it; the names of fields are those of the API.
type document struct {
	Name      string        `json:"name"`
	Tool      string        `json:"tool"`
	Notes     []note        `json:"notes"`
	Processes []readProcess `json:"processes"`
}

type note struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Line    int    `json:"line"`
}

type readProcess struct {
	Name        string     `json:"name"`
	Lanes       []string   `json:"lanes"`
	Notes       []note     `json:"notes"`
	Explanation string     `json:"explanation"`
	Steps       []readStep `json:"steps"`
	Edges       []readEdge `json:"edges"`
}

type readStep struct {
	Key           string           `json:"key"`
	Name          string           `json:"name"`
	Kind          term.StepKind    `json:"kind"`
	PostID        *string          `json:"postId"`
	PostName      string           `json:"postName"`
	TimeLimitDays *int             `json:"timeLimitDays"`
	Lane          string           `json:"lane"`
	Starts        bool             `json:"starts"`
	Ends          bool             `json:"ends"`
	Split         term.Split       `json:"split"`
	Discretion    *term.Discretion `json:"discretion"`
	Explanation   string           `json:"explanation"`
	Place         *flow.Place      `json:"place"`
}

type readEdge struct {
	FromKey   string `json:"fromKey"`
	ToKey     string `json:"toKey"`
	Condition string `json:"condition"`
}

func (h *Handlers) document(ctx context.Context, d *Read) document {
	out := document{Name: d.Name, Tool: d.Tool, Notes: h.notes(ctx, d.Notes), Processes: []readProcess{}}
	for _, p := range d.Processes {
		q := readProcess{Name: p.Name, Lanes: append([]string{}, p.Lanes...), Notes: h.notes(ctx, p.Notes), Explanation: p.Graph.Explanation, Steps: []readStep{}, Edges: []readEdge{}}
		for _, st := range p.Graph.Steps {
			row := readStep{Key: st.Key, Name: st.Name, Kind: st.Kind, TimeLimitDays: st.TimeLimitDays, Lane: st.Lane, Starts: st.Starts, Ends: st.Ends,
				Split: st.Split, Discretion: st.Discretion, Explanation: st.Explanation, Place: st.Place}
			if st.PostID != nil {
				id := h.EncodeID(*st.PostID)
				row.PostID, row.PostName = &id, d.PostNames[*st.PostID]
			}
			if row.Split == "" {
				row.Split = term.SplitOne
			}
			q.Steps = append(q.Steps, row)
		}
		for _, e := range p.Graph.Edges {
			q.Edges = append(q.Edges, readEdge(*e))
		}
		out.Processes = append(out.Processes, q)
	}
	return out
}

func (h *Handlers) notes(ctx context.Context, all []*bpmn.Note) []note {
	out := []note{}
	for _, n := range all {
		message := n.ZH
		if h.Language(ctx) == "en" {
			message = n.EN
		}
		out = append(out, note{string(n.Code), message, n.Line})
	}
	return out
}
