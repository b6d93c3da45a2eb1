package exchange

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"sineng/server/authz"
	"sineng/server/blob/download"
	"sineng/server/exchange/sheet"
	"sineng/server/fault"
)

// uploadTime is the time limit of an upload.
const uploadTime = 10 * time.Minute

// Handlers serves uploads and the workbooks of bad rows. The viewer is that of
// the request's context.
type Handlers struct {
	Jobs *Jobs
	Log  *slog.Logger
	// EncodeID formats an id of the API.
	EncodeID func(int64) string
	// Language returns the request's language, "zh" or "en".
	Language func(context.Context) string
	// RequestID returns the request's id for the log.
	RequestID func(context.Context) string
}

// Upload serves POST /uploads: one file in the multipart field "file". It
// responds with {"id", "fileName", "size"}, or errors in the API's format.
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
	return h.file(r.Context(), form)
}

// file stores the file of the form.
func (h *Handlers) file(ctx context.Context, form *multipart.Reader) (*Upload, error) {
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
			return h.Jobs.Upload(ctx, part.FileName(), part)
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

// status is the HTTP status of each kind of error.
var status = map[fault.Code]int{
	fault.Unauthenticated: http.StatusUnauthorized, fault.Forbidden: http.StatusForbidden, fault.NotFound: http.StatusNotFound,
	fault.Invalid: http.StatusBadRequest, fault.InvalidTransition: http.StatusConflict, fault.Conflict: http.StatusConflict,
	fault.RateLimited: http.StatusTooManyRequests, fault.Unavailable: http.StatusServiceUnavailable, fault.Internal: http.StatusInternalServerError,
}

// Refuse responds with an error in the API's format.
func (h *Handlers) Refuse(w http.ResponseWriter, r *http.Request, err error) {
	var e *fault.Error
	if !errors.As(err, &e) {
		h.Log.ErrorContext(r.Context(), "request failed", "error", err)
		e = fault.New(fault.Internal, "INTERNAL", "", "服务器内部错误,请稍后重试或联系管理员", "The server failed; try again later or tell the administrator")
	} else if e.Cause != nil {
		h.Log.WarnContext(r.Context(), "refused", "reason", e.Reason, "cause", e.Cause)
	}
	code := status[e.Code]
	if e.Reason == sheet.ReasonTooLarge {
		code = http.StatusRequestEntityTooLarge
	}
	extensions := map[string]any{"code": e.Code, "reason": e.Reason, "requestId": h.RequestID(r.Context())}
	if e.Field != "" {
		extensions["field"] = e.Field
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{map[string]any{
		"message": e.Message(h.Language(r.Context())), "extensions": extensions}}})
}
