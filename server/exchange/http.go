package exchange

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"sineng/server/authz"
	"sineng/server/blob/download"
	"sineng/server/fault"
)

// uploadTime is the time limit of an upload.
const uploadTime = 10 * time.Minute

// Handlers serves uploads and the workbooks of bad rows. The viewer is that of
// the request's context.
type Handlers struct {
	Jobs *Jobs
	// EncodeID formats an id of the API.
	EncodeID func(int64) string
	// Language returns the request's language, "zh" or "en".
	Language func(context.Context) string
	// Refuse responds with an error in the API's format.
	Refuse func(http.ResponseWriter, *http.Request, error)
}

// Upload serves POST /uploads: one file in the multipart field "file". It
// responds with {"id", "fileName", "size"}, or errors in the API's format. With
// ?replace=oldest the account's oldest waiting upload makes room where needed.
func (h *Handlers) Upload() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		up, err := h.receive(w, r)
		if err != nil {
			h.Refuse(w, r, err)
			return
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.WriteHeader(http.StatusCreated)
		_ = json.NewEncoder(w).Encode(map[string]any{"id": h.EncodeID(up.ID), "fileName": up.FileName, "size": up.Size})
	})
}

// receive reads the request up to the end of its file.
func (h *Handlers) receive(w http.ResponseWriter, r *http.Request) (*Upload, error) {
	if err := authz.CheckAnywhere(r.Context(), authz.Import); err != nil {
		return nil, err
	}
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(uploadTime))
	limit := h.Jobs.service.limits.FileBytes
	r.Body = http.MaxBytesReader(w, r.Body, limit+1<<20)
	form, err := r.MultipartReader()
	if err != nil {
		return nil, fault.Bad("file", "NOT_MULTIPART", "请以 multipart/form-data 上传文件", "Send the file as multipart/form-data")
	}
	return h.file(r.Context(), form, r.URL.Query().Get("replace") == "oldest")
}

// file stores the file of the form.
func (h *Handlers) file(ctx context.Context, form *multipart.Reader, replace bool) (*Upload, error) {
	const mostParts = 10
	for range mostParts {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, cutOff(h.Jobs.service.limits.FileBytes, err)
		}
		if part.FormName() == "file" && part.FileName() != "" {
			return h.Jobs.Upload(ctx, part.FileName(), part, replace)
		}
	}
	return nil, fault.Bad("file", "NO_FILE", "请选择要上传的文件", "The field file holds no file")
}

// Problems serves GET /imports/{id}/problems.xlsx.
func (h *Handlers) Problems() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id, _ := strconv.ParseInt(r.PathValue("id"), 10, 64)
		var book bytes.Buffer
		job, err := h.Jobs.Job(r.Context(), id)
		if err == nil {
			err = h.Jobs.WriteProblems(r.Context(), id, &book, h.Language(r.Context()))
		}
		if err != nil {
			h.Refuse(w, r, err)
			return
		}
		name := "问题-" + strings.TrimSuffix(job.FileName, path.Ext(job.FileName)) + ".xlsx"
		download.Attachment(w.Header(), name, download.XLSX)
		_, _ = w.Write(book.Bytes())
	})
}
