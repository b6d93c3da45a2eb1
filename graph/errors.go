package graph

import (
	"context"
	"errors"
	"log/slog"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sineng/ent"
	"sineng/ent/privacy"
	"sineng/server/fault"
)

// Presenter turns errors into entries of `errors`: those for people as they are, in the
// language asked for, and everything else as a generic text whose request id finds the
// cause in the log.
type Presenter struct {
	Log       *slog.Logger
	Language  func(context.Context) string // "zh" or "en"
	RequestID func(context.Context) string
}

// Bounds of an error, so that a hostile query cannot make a long answer. How many errors
// an answer shows is bounded where it is put together.
const (
	mostAtOnce    = 20 // faults that one error holds
	mostRunes     = 300
	mostLocations = 3
)

// Present implements graphql.ErrorPresenterFunc.
func (p Presenter) Present(ctx context.Context, err error) *gqlerror.Error {
	entries := p.entries(ctx, err)
	entries = entries[:min(len(entries), mostAtOnce)]
	for _, e := range entries {
		e.Message = short(e.Message)
		e.Locations = e.Locations[:min(len(e.Locations), mostLocations)]
	}
	for _, extra := range entries[1:] {
		graphql.AddError(ctx, extra)
	}
	return entries[0]
}

func (p Presenter) entries(ctx context.Context, err error) []*gqlerror.Error {
	var entry *gqlerror.Error
	if errors.As(err, &entry) {
		if _, presented := entry.Extensions["code"].(fault.Code); presented {
			return []*gqlerror.Error{entry}
		}
	}
	path := graphql.GetPath(ctx)
	if known := fault.All(err); len(known) > 0 {
		out := make([]*gqlerror.Error, len(known))
		for i, e := range known {
			out[i] = &gqlerror.Error{Message: e.Message(p.Language(ctx)), Path: path, Extensions: p.extensions(ctx, e)}
			if e.Cause != nil {
				p.Log.WarnContext(ctx, "refused", "code", e.Code, "reason", e.Reason, "cause", e.Cause)
			}
		}
		return out
	}
	switch {
	case entry != nil && entry.Unwrap() == nil && len(entry.Path) == 0:
		// The parser's and validator's own words about the query.
		e := fault.Bad("", "BAD_QUERY", "GraphQL 请求有误:"+entry.Message, entry.Message)
		return []*gqlerror.Error{{Message: e.Message(p.Language(ctx)), Locations: entry.Locations, Extensions: p.extensions(ctx, e)}}
	case errors.Is(err, privacy.Deny):
		e := fault.New(fault.Forbidden, "NOT_PERMITTED", "", "您没有进行此操作的权限", "You may not do this here")
		return []*gqlerror.Error{{Message: e.Message(p.Language(ctx)), Path: path, Extensions: p.extensions(ctx, e)}}
	case ent.IsNotFound(err):
		e := fault.Missing("内容", "object")
		return []*gqlerror.Error{{Message: e.Message(p.Language(ctx)), Path: path, Extensions: p.extensions(ctx, e)}}
	case ent.IsConstraintError(err):
		// Two writers gave the same unique value at the same moment: the check before came too early.
		p.Log.WarnContext(ctx, "refused by a constraint", "error", err)
		e := fault.New(fault.Conflict, "TAKEN_MEANWHILE", "", "该编码、名称或编号刚刚被他人使用,请更换后重试", "Somebody else has just taken this code, name or number; choose another")
		return []*gqlerror.Error{{Message: e.Message(p.Language(ctx)), Path: path, Extensions: p.extensions(ctx, e)}}
	case entry != nil && isInput(err):
		e := fault.Bad("", "BAD_INPUT", "输入有误:"+entry.Message, entry.Message)
		return []*gqlerror.Error{{Message: e.Message(p.Language(ctx)), Path: entry.Path, Extensions: p.extensions(ctx, e)}}
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		e := fault.New(fault.Unavailable, "TIMED_OUT", "", "请求超时或已取消,请重试", "The request took too long or was cancelled; try again")
		return []*gqlerror.Error{{Message: e.Message(p.Language(ctx)), Path: path, Extensions: p.extensions(ctx, e)}}
	}
	p.Log.ErrorContext(ctx, "request failed", "error", err, "path", path.String())
	e := fault.New(fault.Internal, "INTERNAL", "", "服务器内部错误,请稍后重试或联系管理员", "The server failed; try again later or tell the administrator")
	return []*gqlerror.Error{{Message: e.Message(p.Language(ctx)), Path: path, Extensions: p.extensions(ctx, e)}}
}

func (p Presenter) extensions(ctx context.Context, e *fault.Error) map[string]any {
	out := map[string]any{"code": e.Code, "reason": e.Reason, "requestId": p.RequestID(ctx)}
	if e.Field != "" {
		out["field"] = e.Field
	}
	return out
}

// isInput tells whether an error says that a variable or argument has the wrong form.
func isInput(err error) bool {
	var entry *gqlerror.Error
	return errors.As(err, &entry) && entry.Rule == "" && entry.Err == nil
}

// short cuts a message to mostRunes.
func short(s string) string {
	n := 0
	for i := range s {
		if n++; n == mostRunes {
			if rest := s[i:]; utf8.RuneCountInString(rest) > 1 {
				return s[:i] + "…"
			}
		}
	}
	return s
}
