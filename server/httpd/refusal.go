package httpd

import (
	"encoding/json"
	"errors"
	"net/http"

	"sineng/server/blob"
	"sineng/server/fault"
)

// statusOfFault is the HTTP status of each kind of error.
var statusOfFault = map[fault.Code]int{
	fault.Unauthenticated: http.StatusUnauthorized, fault.Forbidden: http.StatusForbidden, fault.NotFound: http.StatusNotFound,
	fault.Invalid: http.StatusBadRequest, fault.InvalidTransition: http.StatusConflict, fault.Conflict: http.StatusConflict,
	fault.RateLimited: http.StatusTooManyRequests, fault.Unavailable: http.StatusServiceUnavailable, fault.Internal: http.StatusInternalServerError,
}

// knownFault returns the fault in err; an internal error is logged and
// replaced by a generic one.
func (s *Server) knownFault(r *http.Request, err error) *fault.Error {
	var e *fault.Error
	if !errors.As(err, &e) {
		s.log.ErrorContext(r.Context(), "request failed", "error", err)
		return fault.New(fault.Internal, "INTERNAL", "", "服务器内部错误,请稍后重试或联系管理员", "The server failed; try again later or tell the administrator")
	}
	if e.Cause != nil {
		s.log.WarnContext(r.Context(), "refused", "reason", e.Reason, "cause", e.Cause)
	}
	return e
}

// refuseFault responds to a request outside GraphQL with an error in the API's
// format.
func (s *Server) refuseFault(w http.ResponseWriter, r *http.Request, err error) {
	e := s.knownFault(r, err)
	status := statusOfFault[e.Code]
	if e.Reason == blob.ReasonTooLarge {
		status = http.StatusRequestEntityTooLarge
	}
	extensions := map[string]any{"code": e.Code, "reason": e.Reason, "requestId": RequestID(r.Context())}
	if e.Field != "" {
		extensions["field"] = e.Field
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": []any{map[string]any{"message": e.Message(Language(r.Context())), "extensions": extensions}}})
}
