package httpd

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"time"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/graph/scalar"
	"sineng/server/attachment"
	"sineng/server/audit"
	"sineng/server/blob"
	"sineng/server/blob/download"
	"sineng/server/fault"
	"sineng/server/store"
)

// attachmentPath is the path for uploading and downloading attachments.
const attachmentPath = "/attachment"

// attachmentTime is the time limit for sending or receiving a file.
const attachmentTime = 10 * time.Minute

// bySession admits viewers with a session: tokens neither attach nor read
// files.
func bySession(ctx context.Context) error {
	v := viewer.FromContext(ctx)
	switch {
	case v == nil:
		return fault.SignedOut()
	case v.TokenID != 0:
		return fault.New(fault.Forbidden, "TOKEN_MAY_NOT", "", "访问令牌不能读取此项内容", "A token cannot read this")
	}
	return nil
}

// attach serves POST /attachment?owner=ID&row=KEY: one file in the multipart
// field "file". It responds with {"id", "name", "size", "hash"}, or errors in
// the API's format.
func (s *Server) attach(files *attachment.Service) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		made, err := s.receive(w, r, files)
		if err != nil {
			s.answers.Refuse(w, r, err)
			return
		}
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.WriteHeader(http.StatusCreated)
		_ = json.NewEncoder(w).Encode(map[string]any{"id": scalar.EncodeID(made.ID), "name": made.Name, "size": made.Size, "hash": made.Hash})
	}
}

// receive reads the request up to the end of its file.
func (s *Server) receive(w http.ResponseWriter, r *http.Request, files *attachment.Service) (*ent.Attachment, error) {
	if err := bySession(r.Context()); err != nil {
		return nil, err
	}
	owner, err := scalar.UnmarshalID(r.URL.Query().Get("owner"))
	if err != nil {
		return nil, files.Missing("owner")
	}
	_ = http.NewResponseController(w).SetReadDeadline(time.Now().Add(attachmentTime))
	most := files.Limits().FileBytes
	r.Body = http.MaxBytesReader(w, r.Body, most+1<<20)
	form, err := r.MultipartReader()
	if err != nil {
		return nil, fault.Bad("file", "NOT_MULTIPART", "请以 multipart/form-data 上传文件", "Send the file as multipart/form-data")
	}
	const mostParts = 10
	for range mostParts {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, cutOff(most, err)
		}
		if part.FormName() == "file" && part.FileName() != "" {
			made, err := files.Attach(r.Context(), attachment.Attach{OwnerID: owner, RowKey: r.URL.Query().Get("row"), Name: part.FileName(), Content: sending{part, most}})
			return made, err
		}
	}
	return nil, fault.Bad("file", "NO_FILE", "请选择要上传的文件", "The field file holds no file")
}

// sending marks an error as the sender's.
type sending struct {
	part *multipart.Part
	most int64
}

func (p sending) Read(buf []byte) (int, error) {
	n, err := p.part.Read(buf)
	if err != nil && !errors.Is(err, io.EOF) {
		err = cutOff(p.most, err)
	}
	return n, err
}

// cutOff is the error for a file that was not received completely.
func cutOff(most int64, cause error) error {
	if tooLarge := new(http.MaxBytesError); errors.As(cause, &tooLarge) {
		return blob.TooLarge(most)
	}
	return fault.Bad("file", "UPLOAD_CUT_OFF", "上传内容不完整,请重新上传", "The upload is incomplete; send it again").Because(cause)
}

// download serves GET /attachment/{id}. The browser is made to save the file
// and never to display it, since its content is not trusted.
func (s *Server) download(files *attachment.Service) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx := store.WithReads(r.Context())
		a, f, err := s.open(ctx, files, r.PathValue("id"))
		if err != nil {
			s.answers.Refuse(w, r, err)
			return
		}
		defer func() { _ = f.Close() }()
		_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(attachmentTime))
		h := w.Header()
		download.Attachment(h, a.Name, a.MediaType)
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "private, no-store")
		h.Set("ETag", `"`+a.Hash+`"`)
		http.ServeContent(w, r, "", time.Time{}, f)
	}
}

// open finds a file for the viewer and logs the person whose record was read
// by it.
func (s *Server) open(ctx context.Context, files *attachment.Service, id string) (*ent.Attachment, io.ReadSeekCloser, error) {
	if err := bySession(ctx); err != nil {
		return nil, nil, err
	}
	key, err := scalar.UnmarshalID(id)
	if err != nil {
		return nil, nil, fault.Missing("佐证", "file")
	}
	a, f, err := files.Open(ctx, key)
	if err != nil {
		return nil, nil, err
	}
	if err := audit.LogReads(ctx, s.store); err != nil {
		return nil, nil, errors.Join(err, f.Close())
	}
	return a, f, nil
}
