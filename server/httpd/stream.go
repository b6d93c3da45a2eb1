package httpd

import (
	"context"
	"encoding/json"
	"net/http"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"sineng/ent/viewer"
	"sineng/graph"
	"sineng/server/account"
	"sineng/server/fault"
	"sineng/server/httpd/guard"
)

// Bounds of subscriptions.
const (
	// streamTime is the time limit of a stream. An open stream is no use of its
	// session, so that it ends no later than an idle session does.
	streamTime  = account.IdleTimeout
	pingTime    = 15 * time.Second // interval at which an idle stream sends a sign of life
	sendTime    = 10 * time.Second // how long a client may take to receive an event
	mostStreams = 10               // open at once, per account
	mostOfAll   = 2000             // open at once, of all accounts in a process
	// mostLastID is the length of a Last-Event-ID that is read.
	mostLastID = 200
)

// streams are the open subscriptions.
type streams struct {
	mu     sync.Mutex
	open   map[int64]int // per account
	all    int
	ending chan struct{}
	end    func()
}

func newStreams() *streams {
	s := &streams{open: map[int64]int{}, ending: make(chan struct{})}
	s.end = sync.OnceFunc(func() { close(s.ending) })
	return s
}

// enter takes one of an account's places, and returns why there is none where none is free.
func (s *streams) enter(accountID int64) *fault.Error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open[accountID] >= mostStreams {
		return errStreams
	}
	if s.all >= mostOfAll {
		return errFull
	}
	s.open[accountID]++
	s.all++
	return nil
}

// count is how many streams are open.
func (s *streams) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all
}

func (s *streams) leave(accountID int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all--
	if s.open[accountID]--; s.open[accountID] == 0 {
		delete(s.open, accountID)
	}
}

// Reasons why a stream does not begin, or ends before its subject.
var (
	errStreams  = fault.New(fault.RateLimited, "TOO_MANY_STREAMS", "", "打开的订阅过多", "Too many subscriptions are open")
	errFull     = fault.New(fault.Unavailable, "STREAMS_FULL", "", "服务器上打开的订阅已满,请稍后重试", "The server has as many subscriptions open as it can; try again later")
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
	if full := a.streams.enter(who.AccountID); full != nil {
		w.Header().Set("Retry-After", "60")
		refuse(w, r, full)
		return
	}
	defer a.streams.leave(who.AccountID)

	// The request's time limit is for single responses; a stream ends with its
	// connection or its own limit.
	ctx, cancel := context.WithTimeoutCause(context.WithoutCancel(ctx), streamTime, errStopping)
	defer cancel()
	defer context.AfterFunc(requestOf(ctx).connection, cancel)()
	last := r.Header.Get("Last-Event-ID")
	ctx, positions := graph.WithPositions(ctx, last[:min(len(last), mostLastID)])
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
	answers := make(chan result)
	working.Go(func() { a.follow(ctx, op, positions, answers, end) })
	defer a.watcher.add(&watched{tokenOf(ctx), who, end})()
	if !s.begin() {
		return
	}
	if cause := s.pass(ctx, answers, a.streams.ending); cause != nil {
		s.event(result{Response: a.exec.DispatchError(graphql.WithOperationContext(context.WithoutCancel(ctx), op), gqlerror.List{{Err: cause, Message: cause.Error()}})})
	}
	s.send("event: complete\ndata:\n\n")
}

// result is a result of a subscription, with the position of its event, "" for one without.
type result struct {
	*graphql.Response
	position string
}

// follow writes the results of a subscription until there are no more.
func (a *api) follow(ctx context.Context, op *graphql.OperationContext, positions *graph.Positions, answers chan<- result, end context.CancelCauseFunc) {
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
		case answers <- result{answer, positions.Next()}:
		case <-ctx.Done():
			return
		}
	}
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
func (s *stream) pass(ctx context.Context, answers <-chan result, ending <-chan struct{}) error {
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

func (s *stream) event(answer result) {
	text, err := json.Marshal(answer.Response)
	if err != nil {
		s.broken = true
		return
	}
	id := ""
	if answer.position != "" {
		id = "id: " + answer.position + "\n"
	}
	s.send(id + "event: next\ndata: " + string(text) + "\n\n")
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
