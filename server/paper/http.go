package paper

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"sineng/ent/viewer"
	"sineng/server/blob/download"
	"sineng/server/blob/upload"
	"sineng/server/fault"
)

// Handlers serves forms as files and imports filled ones. The viewer is that
// of the request's context.
type Handlers struct {
	Service *Service
	// DecodeID parses an id of the API.
	DecodeID func(string) (int64, error)
	// Language returns the request's language, "zh" or "en".
	Language func(context.Context) string
	// Refuse responds with an error in the API's format.
	Refuse func(http.ResponseWriter, *http.Request, error)
}

// Form serves GET /form/{file}, where file is the form's id with the extension
// .xlsx or .docx.
func (h *Handlers) Form() http.Handler {
	return h.file(func(r *http.Request) (*File, error) {
		name, format, _ := strings.Cut(r.PathValue("file"), ".")
		id, err := h.id(name, "表格", "form")
		if err != nil {
			return nil, err
		}
		return h.Service.Export(r.Context(), id, format)
	})
}

// Unit serves GET /unit/{id}/forms.zip?campaign=ID.
func (h *Handlers) Unit() http.Handler {
	return h.file(func(r *http.Request) (*File, error) {
		id, err := h.id(r.PathValue("id"), "单位", "unit")
		if err != nil {
			return nil, err
		}
		campaign, err := h.id(r.URL.Query().Get("campaign"), "专项工作", "campaign")
		if err != nil {
			return nil, err
		}
		return h.Service.ExportUnit(r.Context(), id, campaign)
	})
}

func (h *Handlers) id(text, zh, en string) (int64, error) {
	id, err := h.DecodeID(text)
	if err != nil {
		return 0, fault.Missing(zh, en)
	}
	return id, nil
}

// file responds with a file. The file is complete before anything is sent, so
// that a failure can be reported.
func (h *Handlers) file(make func(*http.Request) (*File, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var out bytes.Buffer
		err := signedIn(r.Context())
		var f *File
		if err == nil {
			f, err = make(r)
		}
		if err == nil {
			err = f.Data(&out)
		}
		if err != nil {
			h.Refuse(w, r, err)
			return
		}
		download.Attachment(w.Header(), f.Name, f.Type)
		w.Header().Set("Content-Length", strconv.Itoa(out.Len()))
		_, _ = w.Write(out.Bytes())
	})
}

func signedIn(ctx context.Context) error {
	if viewer.FromContext(ctx) == nil {
		return fault.SignedOut()
	}
	return nil
}

// Import serves POST /form/{id}/import: one file in the multipart field
// "file". By default it is a dry run; ?commit=VERSION imports the file into
// the draft if that has the version, which the dry run returned. It responds
// with the changes, or errors in the API's format.
func (h *Handlers) Import() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		in, err := h.take(w, r)
		if err != nil {
			h.Refuse(w, r, err)
			return
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		_ = json.NewEncoder(w).Encode(h.answer(r.Context(), in))
	})
}

func (h *Handlers) take(w http.ResponseWriter, r *http.Request) (*Import, error) {
	ctx := r.Context()
	if err := signedIn(ctx); err != nil {
		return nil, err
	}
	if viewer.FromContext(ctx).TokenID != 0 {
		return nil, fault.New(fault.Forbidden, "NOT_BY_TOKEN", "", "访问令牌只能读取,不能导入", "A token reads and does not import")
	}
	id, err := h.id(r.PathValue("id"), "表格", "form")
	if err != nil {
		return nil, err
	}
	// The right is checked before the file is received.
	f, err := h.Service.forms.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	if err := h.Service.forms.MayFill(ctx, f); err != nil {
		return nil, err
	}
	data, err := upload.One(w, r, MostBytes, tooLarge())
	if err != nil {
		return nil, err
	}
	commit := r.URL.Query().Get("commit")
	if commit == "" {
		return h.Service.PlanFile(ctx, id, data)
	}
	version, err := strconv.Atoi(commit)
	if err != nil {
		return nil, fault.Bad("commit", "BAD_VERSION", "commit 应为预检时得到的草稿版本号", "commit must be the draft version that the dry run returned")
	}
	return h.Service.CommitFile(ctx, id, data, version)
}

// answered is the response to an import.
type answered struct {
	DraftVersion int             `json:"draftVersion"`
	Committed    bool            `json:"committed"`
	Unchanged    int             `json:"unchanged"`
	Fields       []CellChange    `json:"fields"`
	Rows         []RowChange     `json:"rows"`
	Problems     []answerProblem `json:"problems"`
	Remarks      []answerProblem `json:"remarks"`
}

type answerProblem struct {
	Section string `json:"section"`
	Number  int    `json:"number"`
	Column  string `json:"column"`
	Reason  string `json:"reason"`
	Message string `json:"message"`
}

func (h *Handlers) answer(ctx context.Context, in *Import) answered {
	words := func(all []Problem) []answerProblem {
		out := make([]answerProblem, len(all))
		for i, p := range all {
			out[i] = answerProblem{p.Section, p.Number, p.Column, p.Reason, p.ZH}
			if h.Language(ctx) == "en" {
				out[i].Message = p.EN
			}
		}
		return out
	}
	version := in.DraftVersion
	if in.Filling != nil {
		version = in.Filling.DraftVersion
	}
	return answered{DraftVersion: version, Committed: in.Committed, Unchanged: in.Unchanged, Fields: in.Fields, Rows: in.Rows,
		Problems: words(in.Problems), Remarks: words(in.Remarks)}
}
