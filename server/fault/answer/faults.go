package answer

import (
	"context"
	"errors"

	"sineng/ent"
	"sineng/ent/privacy"
	"sineng/server/fault"
)

// Faults are the faults in err. Where there are none, it is one general fault, and the cause
// is logged together with more, which are keys and values.
func (p Presenter) Faults(ctx context.Context, err error, more ...any) []*fault.Error {
	if known := fault.All(err); len(known) > 0 {
		known = known[:min(len(known), MostAtOnce)]
		for _, e := range known {
			if e.Cause != nil {
				p.Log.WarnContext(ctx, "refused", "code", e.Code, "reason", e.Reason, "cause", e.Cause)
			}
		}
		return known
	}
	return []*fault.Error{p.mask(ctx, err, more)}
}

// mask is the fault shown in place of an error that is not meant for clients.
func (p Presenter) mask(ctx context.Context, err error, more []any) *fault.Error {
	switch {
	case fault.Full(err):
		p.Log.ErrorContext(ctx, "the disk is full", append([]any{"error", err}, more...)...)
		return fault.NoRoom().Because(err)
	case errors.Is(err, privacy.Deny):
		return fault.New(fault.Forbidden, "NOT_PERMITTED", "", "您没有进行此操作的权限", "You may not do this here")
	case ent.IsNotFound(err):
		return fault.Missing("内容", "object")
	case ent.IsConstraintError(err):
		// Concurrent writers set the same unique value, which the services' check could not
		// see.
		p.Log.WarnContext(ctx, "refused by a constraint", "error", err)
		return fault.New(fault.Conflict, "TAKEN_MEANWHILE", "", "该编码、名称或编号刚刚被他人使用,请更换后重试", "Somebody else has just taken this code, name or number; choose another")
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fault.New(fault.Unavailable, "TIMED_OUT", "", "请求超时或已取消,请重试", "The request took too long or was cancelled; try again")
	}
	p.Log.ErrorContext(ctx, "request failed", append([]any{"error", err}, more...)...)
	return fault.Failure()
}
