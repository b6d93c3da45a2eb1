package httpd

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/httpd/guard"
)

// Bounds of subscriptions.
const (
	// streamTime is the time limit of a stream. Checking its session counts as
	// use of the session, so a stream must not outlast the idle time of a
	// session.
	streamTime  = account.IdleTimeout
	recheckTime = 500 * time.Millisecond // interval at which the rights behind a stream are checked
	pingTime    = 15 * time.Second       // interval at which an idle stream sends a sign of life
	sendTime    = 10 * time.Second       // how long a client may take to receive an event
	mostStreams = 10                     // open at once, per account
)

// streams are the open subscriptions.
type streams struct {
	mu     sync.Mutex
	open   map[int64]int // per account
	ending chan struct{}
	end    func()
}

func newStreams() *streams {
	s := &streams{open: map[int64]int{}, ending: make(chan struct{})}
	s.end = sync.OnceFunc(func() { close(s.ending) })
	return s
}

// enter takes one of an account's places and returns false when none is free.
func (s *streams) enter(accountID int64) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open[accountID] >= mostStreams {
		return false
	}
	s.open[accountID]++
	return true
}

func (s *streams) leave(accountID int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open[accountID]--; s.open[accountID] == 0 {
		delete(s.open, accountID)
	}
}

// Reasons why a stream ends before its subject.
var (
	errStopping = fault.New(fault.Unavailable, "STREAM_ENDED", "", "推送已结束,请重新订阅", "The stream has ended; subscribe again")
	errRights   = fault.New(fault.Forbidden, "RIGHTS_CHANGED", "", "您的权限已变更,请重新订阅", "Your rights have changed; subscribe again")
)

func errSignedOut() error { return letIn(context.Background(), "") }

// stream responds to a subscription with server-sent events: `next` for each
// result, finally `complete`.
func (a *api) stream(ctx context.Context, w http.ResponseWriter, r *http.Request, params *graphql.RawParams, admitted *guard.Admitted) {
	if !accepts(r, eventStream) {
		refuse(w, r, fault.Bad("", "NO_STREAM", "订阅须接受 text/event-stream", "A subscription needs Accept: text/event-stream"))
		return
	}
	if err := letInAll(ctx, admitted); err != nil {
		a.fail(ctx, w, r, gqlerror.List{{Err: err, Message: err.Error()}})
		return
	}
	who := viewer.FromContext(ctx)
	if who == nil {
		a.fail(ctx, w, r, gqlerror.List{{Err: errSignedOut(), Message: "signed out"}})
		return
	}
	if !a.streams.enter(who.AccountID) {
		w.Header().Set("Retry-After", "60")
		refuse(w, r, fault.New(fault.RateLimited, "TOO_MANY_STREAMS", "", "打开的订阅过多", "Too many subscriptions are open"))
		return
	}
	defer a.streams.leave(who.AccountID)

	// The request's time limit is for single responses; a stream ends with its
	// connection or its own limit.
	ctx, cancel := context.WithTimeoutCause(context.WithoutCancel(ctx), streamTime, errStopping)
	defer cancel()
	defer context.AfterFunc(requestOf(ctx).connection, cancel)()
	op, errs := a.operation(ctx, params)
	if len(errs) > 0 {
		a.fail(ctx, w, r, errs)
		return
	}
	ctx, end := context.WithCancelCause(ctx)
	s := &stream{w: w, control: http.NewResponseController(w)}
	var working sync.WaitGroup
	defer working.Wait()
	defer end(nil)
	answers := make(chan *graphql.Response)
	working.Go(func() { a.follow(ctx, op, answers, end) })
	working.Go(func() { a.watch(ctx, who, end) })
	if !s.begin() {
		return
	}
	if cause := s.pass(ctx, answers, a.streams.ending); cause != nil {
		s.event(a.exec.DispatchError(graphql.WithOperationContext(context.WithoutCancel(ctx), op), gqlerror.List{{Err: cause, Message: cause.Error()}}))
	}
	s.send("event: complete\ndata:\n\n")
}

// follow writes the results of a subscription until there are no more.
func (a *api) follow(ctx context.Context, op *graphql.OperationContext, answers chan<- *graphql.Response, end context.CancelCauseFunc) {
	defer close(answers)
	defer func() {
		if p := recover(); p != nil {
			a.server.log.ErrorContext(ctx, "panic in a stream", "value", p, "stack", string(debug.Stack()))
			end(errStopping)
		}
	}()
	next, ctx := a.exec.DispatchOperation(ctx, op)
	for answer := next(ctx); answer != nil; answer = next(ctx) {
		// The next answer is written over the data of this one.
		answer.Data = slices.Clone(answer.Data)
		select {
		case answers <- answer:
		case <-ctx.Done():
			return
		}
	}
}

// watch ends a stream when its viewer has signed out or has other rights than
// at its start.
func (a *api) watch(ctx context.Context, who *viewer.Viewer, end context.CancelCauseFunc) {
	tick := time.NewTicker(recheckTime)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now, err := a.server.accounts.Peek(ctx, tokenOf(ctx))
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			a.server.log.ErrorContext(ctx, "resolving the session of a stream", "error", err)
			end(errStopping)
		case now == nil:
			end(errSignedOut())
		case now.Confined() != account.Free || now.Viewer.AccountID != who.AccountID || rightsOf(now.Viewer) != rightsOf(who):
			end(errRights)
		}
	}
}

// rightsOf returns the basis of the viewer's rights as a text with a fixed
// order.
func rightsOf(v *viewer.Viewer) string {
	lines := make([]string, len(v.Grants))
	for i, g := range v.Grants {
		lines[i] = fmt.Sprint(g)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// stream writes events.
type stream struct {
	w       http.ResponseWriter
	control *http.ResponseController
	broken  bool
}

func (s *stream) begin() bool {
	// Reading goes on, to notice when the client disconnects.
	_ = s.control.SetReadDeadline(time.Time{})
	h := s.w.Header()
	h.Set("Content-Type", eventStream+"; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no")
	s.w.WriteHeader(http.StatusOK)
	return s.send(":\n\n")
}

// pass writes the results as they come and returns why it stopped before the
// last; nil after the last, or when the client has disconnected.
func (s *stream) pass(ctx context.Context, answers <-chan *graphql.Response, ending <-chan struct{}) error {
	ping := time.NewTicker(pingTime)
	defer ping.Stop()
	for !s.broken {
		select {
		case answer, more := <-answers:
			if cause := context.Cause(ctx); cause != nil && !more {
				return cause
			}
			if !more {
				return nil
			}
			s.event(answer)
		case <-ping.C:
			s.send(":\n\n")
		case <-ending:
			return errStopping
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	return nil
}

func (s *stream) event(answer *graphql.Response) {
	text, err := json.Marshal(answer)
	if err != nil {
		s.broken = true
		return
	}
	s.send("event: next\ndata: " + string(text) + "\n\n")
}

func (s *stream) send(text string) bool {
	if s.broken {
		return false
	}
	_ = s.control.SetWriteDeadline(time.Now().Add(sendTime))
	_, err := s.w.Write([]byte(text))
	if err == nil {
		err = s.control.Flush()
	}
	s.broken = err != nil
	return !s.broken
}
