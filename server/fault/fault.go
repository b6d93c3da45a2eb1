// Package fault holds the errors that people read: what is wrong, in which field, and what is
// expected, in Chinese and English, with codes for programs.
package fault

import (
	"errors"
	"fmt"
)

// Code is the kind of an error; it matches ErrorCode of the API.
type Code string

// The kinds of errors.
const (
	Unauthenticated   Code = "UNAUTHENTICATED"
	Forbidden         Code = "FORBIDDEN"
	NotFound          Code = "NOT_FOUND"
	Invalid           Code = "INVALID"
	InvalidTransition Code = "INVALID_TRANSITION"
	Conflict          Code = "CONFLICT"
	RateLimited       Code = "RATE_LIMITED"
	Unavailable       Code = "UNAVAILABLE"
	Internal          Code = "INTERNAL"
)

// ReasonTooLarge is the reason of every error for a file over its limit.
const ReasonTooLarge = "FILE_TOO_LARGE"

// Error is an error for people and programs.
type Error struct {
	Code   Code
	Reason string // for programs, e.g. CODE_TAKEN; stable
	Field  string // path of the wrong input field, e.g. details.title; empty for the input as a whole
	ZH, EN string // the same message in Chinese and English
	Cause  error  // for the log only, never shown
}

// New makes an error; the messages are complete sentences.
func New(code Code, reason, field, zh, en string) *Error {
	return &Error{Code: code, Reason: reason, Field: field, ZH: zh, EN: en}
}

// Bad is an INVALID error on a field.
func Bad(field, reason, zh, en string) *Error { return New(Invalid, reason, field, zh, en) }

// Missing is the one answer for an object that does not exist and for one that the viewer may
// not see. The words given name the object, e.g. "单位", "unit".
func Missing(zh, en string) *Error {
	return New(NotFound, "NOT_FOUND", "", fmt.Sprintf("找不到该%s,或您无权查看", zh),
		fmt.Sprintf("There is no such %s, or you may not see it", en))
}

// MissingAt is Missing for an object that an input field refers to.
func MissingAt(field, zh, en string) *Error {
	e := Missing(zh, en)
	e.Field = field
	return e
}

// Stale is the error for an object that somebody else changed meanwhile.
func Stale() *Error {
	return New(Conflict, "STALE_VERSION", "expectedVersion",
		"该内容已被他人修改,请刷新后核对再保存", "Somebody else has changed this meanwhile; reload, compare and save again")
}

// SignedOut is the error when nobody is signed in and somebody must be.
func SignedOut() *Error {
	return New(Unauthenticated, "SIGNED_OUT", "", "请先登录", "Sign in first")
}

// Failure is the error for an unexpected failure, whose cause is logged.
func Failure() *Error {
	return New(Internal, "INTERNAL", "", "服务器内部错误,请稍后重试或联系管理员", "The server failed; try again later or tell the administrator")
}

// Because keeps a cause for the log.
func (e *Error) Because(cause error) *Error { e.Cause = cause; return e }

func (e *Error) Error() string {
	text := e.EN
	if e.Field != "" {
		text = e.Field + ": " + text
	}
	if e.Cause != nil {
		text += ": " + e.Cause.Error()
	}
	return text
}

func (e *Error) Unwrap() error { return e.Cause }

// Message is the message in English for "en", otherwise in Chinese.
func (e *Error) Message(lang string) string {
	if lang == "en" {
		return e.EN
	}
	return e.ZH
}

// Is reports whether err, or one of the errors it joins, has the code.
func Is(err error, code Code) bool {
	for _, e := range All(err) {
		if e.Code == code {
			return true
		}
	}
	return false
}

// List collects several field errors, to be returned together.
type List []*Error

// Add appends an error; nil is ignored.
func (l *List) Add(e *Error) {
	if e != nil {
		*l = append(*l, e)
	}
}

// Err joins the collected errors; nil when there are none.
func (l List) Err() error {
	joined := make([]error, len(l))
	for i, e := range l {
		joined[i] = e
	}
	return errors.Join(joined...)
}

// All are the faults that err contains.
func All(err error) []*Error {
	if err == nil {
		return nil
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		var out []*Error
		for _, one := range many.Unwrap() {
			out = append(out, All(one)...)
		}
		return out
	}
	if e, ok := err.(*Error); ok {
		return []*Error{e}
	}
	// Unwraps what the executor or a service put around several faults.
	return All(errors.Unwrap(err))
}
