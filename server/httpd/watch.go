package httpd

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"time"

	"sineng/ent/viewer"
	"sineng/server/account"
)

// recheckTime is the interval at which the rights behind the open streams are checked.
const recheckTime = 500 * time.Millisecond

// watcher ends streams whose viewers have signed out, or have other rights than when the stream began. It
// looks at all streams of the process together, so that what it costs does not grow with each of them.
type watcher struct {
	peek func(context.Context, []string) (map[string]*account.SignedIn, error)
	log  *slog.Logger

	mu      sync.Mutex
	streams map[*watched]bool
	running bool
}

// watched is a stream that is looked at.
type watched struct {
	token string
	who   *viewer.Viewer
	end   func(cause error)
}

// add has a stream looked at until the function that it returns is called.
func (w *watcher) add(stream *watched) (remove func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.streams[stream] = true
	if !w.running {
		w.running = true
		go w.run()
	}
	return func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		delete(w.streams, stream)
	}
}

// run looks at the streams while there are any.
func (w *watcher) run() {
	tick := time.NewTicker(recheckTime)
	defer tick.Stop()
	for range tick.C {
		w.mu.Lock()
		if len(w.streams) == 0 {
			w.running = false
			w.mu.Unlock()
			return
		}
		all := make([]*watched, 0, len(w.streams))
		for stream := range w.streams {
			all = append(all, stream)
		}
		w.mu.Unlock()
		w.look(all)
	}
}

// look ends those of the streams whose rights are not what they were. Where that can't be told, none goes on.
func (w *watcher) look(all []*watched) {
	ctx, cancel := context.WithTimeout(context.Background(), requestTime)
	defer cancel()
	var tokens []string
	for _, stream := range all {
		tokens = append(tokens, stream.token)
	}
	slices.Sort(tokens)
	now, err := w.peek(ctx, slices.Compact(tokens))
	if err != nil {
		w.log.ErrorContext(ctx, "resolving the sessions of streams", "error", err)
	}
	for _, stream := range all {
		switch is := now[stream.token]; {
		case err != nil:
			stream.end(errStopping)
		case is == nil:
			stream.end(errSignedOut())
		case is.Confined() != account.Free || is.Viewer.AccountID != stream.who.AccountID || rightsOf(is.Viewer) != rightsOf(stream.who):
			stream.end(errRights)
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
