package httpd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"sineng/server/audit"
	"sineng/server/audit/tlog"
	"sineng/server/audit/verify"
	"sineng/server/authz"
	"sineng/server/blob/download"
	"sineng/server/store"
)

// named sets the operation name that the audit log records.
func named(ctx context.Context, operation string) context.Context {
	o := audit.OriginOf(ctx)
	o.Operation = short(operation, 100)
	return audit.WithOrigin(ctx, o)
}

// short shortens a text chosen by a client.
func short(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most])
	}
	return s
}

// logReads runs an operation and logs whose records it read; when that fails,
// the answer is withheld.
func (s *Server) logReads(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	ctx = store.WithReads(ctx)
	answer := next(ctx)
	if err := audit.LogReads(ctx, s.store); err != nil {
		graphql.AddError(ctx, err)
		return &graphql.Response{Errors: graphql.GetErrors(ctx)}
	}
	return answer
}

// archivePath is the path where auditors download the log.
const archivePath = "/audit/archive.zip"

// archiveTime is the time limit for downloading the log.
const archiveTime = time.Hour

// archive writes the log into a file that anybody can verify.
func (s *Server) archive(service *verify.Service) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := authz.CheckEverywhere(r.Context(), authz.ReadLog); err != nil {
			s.answers.Refuse(w, r, err)
			return
		}
		_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(archiveTime))
		ctx, cancel := context.WithTimeout(r.Context(), archiveTime)
		defer cancel()
		download.Attachment(w.Header(), "sineng-audit-"+s.store.Now().Format("20060102-150405")+".zip", download.ZIP)
		if err := service.WriteArchive(ctx, w); err != nil {
			s.log.ErrorContext(ctx, "writing the archive of the log", "error", err)
			panic(http.ErrAbortHandler) // an incomplete file must not look complete
		}
	}
}

// maxWitness is the greatest size of a request to the witness in bytes.
const maxWitness = 64 << 10

// witness accepts checkpoints of other logs by C2SP tlog-witness.
func (s *Server) witness(c *tlog.Cosigner) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxWitness))
		if err != nil {
			http.Error(w, "the request is too large", http.StatusRequestEntityTooLarge)
			return
		}
		lines, err := c.Add(r.Context(), string(body))
		var seen tlog.SeenError
		switch {
		case err == nil:
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			_, _ = io.WriteString(w, lines)
		case errors.As(err, &seen):
			w.Header().Set("Content-Type", "text/x.tlog.size")
			w.WriteHeader(http.StatusConflict)
			_, _ = fmt.Fprintf(w, "%d\n", seen.Size)
		case errors.Is(err, tlog.ErrOtherRoot):
			http.Error(w, err.Error(), http.StatusConflict)
		case errors.Is(err, tlog.ErrUnknownLog):
			http.Error(w, err.Error(), http.StatusNotFound)
		case errors.Is(err, tlog.ErrBadSignature):
			http.Error(w, err.Error(), http.StatusForbidden)
		case errors.Is(err, tlog.ErrBadProof):
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		case errors.Is(err, tlog.ErrBadRequest):
			http.Error(w, err.Error(), http.StatusBadRequest)
		default:
			s.log.ErrorContext(r.Context(), "witnessing a log", "error", err)
			http.Error(w, "the witness failed", http.StatusInternalServerError)
		}
	}
}
