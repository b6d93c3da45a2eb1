package answer

import (
	"cmp"
	"net/http"

	"sineng/server/fault"
)

// byCode is the HTTP status of each kind of error.
var byCode = map[fault.Code]int{
	fault.Unauthenticated:   http.StatusUnauthorized,
	fault.Forbidden:         http.StatusForbidden,
	fault.NotFound:          http.StatusNotFound,
	fault.Invalid:           http.StatusBadRequest,
	fault.InvalidTransition: http.StatusConflict,
	fault.Conflict:          http.StatusConflict,
	fault.RateLimited:       http.StatusTooManyRequests,
	fault.Unavailable:       http.StatusServiceUnavailable,
	fault.Internal:          http.StatusInternalServerError,
}

// byReason holds the reasons that have a more specific HTTP status than their code.
var byReason = map[string]int{
	"BAD_METHOD":         http.StatusMethodNotAllowed,
	"NO_STREAM":          http.StatusNotAcceptable,
	"PUBLICITY_ENDED":    http.StatusGone,
	"BODY_TOO_LARGE":     http.StatusRequestEntityTooLarge,
	fault.ReasonTooLarge: http.StatusRequestEntityTooLarge,
	"BAD_MEDIA_TYPE":     http.StatusUnsupportedMediaType,
}

// Status is the HTTP status of an answer with an error.
func Status(e *fault.Error) int {
	return cmp.Or(byReason[e.Reason], byCode[e.Code], http.StatusInternalServerError)
}
