package live

import (
	"context"
	"slices"
	"time"

	"sineng/ent/viewer"
	"sineng/server/store"
	"sineng/server/todo"
)

const (
	// mostNamed is how many things of a kind one event names.
	mostNamed = 100
	// retryAfter is when a subscriber whose reading failed tries again.
	retryAfter = time.Second
	// tellEvery is after how many entries of the log a subscriber is told its position though nothing else
	// is to be told, so that it can go on from there.
	tellEvery = 1000
)

// Ask is what somebody subscribes to.
type Ask struct {
	// After is the position to go on from, "" for none: then the first event tells the present state.
	After string
	// Language is that of the texts, "zh" or "en".
	Language string
	// Notices and ToDo are false where the subscriber does not look at these.
	Notices, ToDo bool
	// Renew gives the context the rights that its viewer has at this moment; false where they may not
	// ask any more. nil for rights that do not change.
	Renew func(context.Context) (context.Context, bool, error)
}

// subscriber is somebody who is told.
type subscriber struct {
	viewer  *viewer.Viewer
	ask     Ask
	from    int64   // entries of the log before it are known
	waiting waiting // guarded by the service's mu
	woken   chan struct{}
	told    position // only the subscriber's own goroutine looks at it
	toDo    map[todo.Kind]uint64
}

// waiting is what a subscriber has to look at. However much happens while it does not, it stays small.
type waiting struct {
	upTo       place
	anew       bool
	everything bool // all sections of the to-do
	notices    bool
	entities   map[string]bool // of which rows have changed
	ids        map[Kind][]int64
	more       map[Kind]bool
}

// wake has the subscriber look at what waits.
func (sub *subscriber) wake() {
	select {
	case sub.woken <- struct{}{}:
	default:
	}
}

// take adds the rows that may concern the subscriber to what waits, up to a place in the log.
func (sub *subscriber) take(found []touch, upTo place) {
	if upTo.index > sub.waiting.upTo.index {
		sub.waiting.upTo = upTo
	}
	concerned := false
	for _, t := range found {
		if t.index >= sub.from && t.to(sub.viewer) {
			sub.waiting.add(t)
			concerned = true
		}
	}
	if concerned || upTo.index-sub.told.index >= tellEvery {
		sub.wake()
	}
}

func (w *waiting) add(t touch) {
	if slices.Contains(turning, t.entity) {
		w.everything = true
		return
	}
	w.entities = with(w.entities, t.entity)
	if kind, told := kinds[t.entity]; told {
		w.name(kind, t.id)
	}
}

// name adds a thing of a kind, 0 for more than can be named.
func (w *waiting) name(kind Kind, id int64) {
	switch {
	case slices.Contains(w.ids[kind], id):
	case id == 0 || len(w.ids[kind]) >= mostNamed:
		w.more = with(w.more, kind)
	default:
		if w.ids == nil {
			w.ids = map[Kind][]int64{}
		}
		w.ids[kind] = append(w.ids[kind], id)
	}
}

// join adds what has come meanwhile to what could not be looked at.
func (w *waiting) join(later waiting) {
	w.upTo = later.upTo
	w.anew, w.everything, w.notices = w.anew || later.anew, w.everything || later.everything, w.notices || later.notices
	for entity := range later.entities {
		w.entities = with(w.entities, entity)
	}
	for kind, ids := range later.ids {
		for _, id := range ids {
			w.name(kind, id)
		}
	}
	for kind := range later.more {
		w.more = with(w.more, kind)
	}
}

// with is a set with one more.
func with[T comparable](set map[T]bool, one T) map[T]bool {
	if set == nil {
		set = map[T]bool{}
	}
	set[one] = true
	return set
}

// Subscribe tells the viewer of the context what of theirs changes, until the context ends.
func (s *Service) Subscribe(ctx context.Context, ask Ask) (<-chan *Event, error) {
	sub := &subscriber{viewer: viewer.FromContext(ctx), ask: ask, woken: make(chan struct{}, 1), toDo: map[todo.Kind]uint64{}}
	if err := s.enter(ctx, sub); err != nil {
		return nil, err
	}
	out := make(chan *Event)
	go func() {
		defer close(out)
		defer s.leave(sub)
		s.serve(ctx, sub, out)
	}()
	return out, nil
}

// enter adds a subscriber, with what it missed since its position.
func (s *Service) enter(ctx context.Context, sub *subscriber) error {
	s.looking.Lock()
	defer s.looking.Unlock()
	if s.Subscribers() == 0 {
		if err := s.begin(ctx); err != nil {
			return err
		}
	}
	sub.told.account = sub.viewer.AccountID
	sub.from = s.end.index
	sub.waiting = waiting{upTo: s.end.place, anew: true, everything: true, notices: true}
	if err := s.resume(ctx, sub); err != nil {
		return err
	}
	sub.wake()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.open[sub] = true
	return nil
}

// resume lets a subscriber go on from its position, where it is one of its account and of this database
// and not too far back.
func (s *Service) resume(ctx context.Context, sub *subscriber) error {
	after, ok := parsePosition(sub.ask.After)
	if !ok || after.account != sub.viewer.AccountID || s.end.index-after.index > mostBehind {
		return nil
	}
	at, there, err := placeAt(ctx, s.store.Client, after.index)
	if err != nil || !there || at != after.place {
		return err
	}
	sub.told, sub.waiting.anew = after, false
	// Another process may be ahead of this one.
	sub.from = max(s.end.index, after.index)
	if after.index > s.end.index {
		sub.waiting.upTo = after.place
	}
	for from := after.index; from < s.end.index; from += readAtOnce {
		found, err := s.touches(ctx, from, min(from+readAtOnce, s.end.index))
		if err != nil {
			return err
		}
		for _, t := range found {
			if t.to(sub.viewer) {
				sub.waiting.add(t)
			}
		}
	}
	return nil
}

func (s *Service) leave(sub *subscriber) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, sub)
}

// serve looks at what waits for a subscriber whenever something does, and sends what is to be told. Who
// does not receive holds up nobody else: what waits for them meanwhile becomes one event.
func (s *Service) serve(ctx context.Context, sub *subscriber, out chan<- *Event) {
	for first := true; ; first = false {
		select {
		case <-sub.woken:
		case <-ctx.Done():
			return
		}
		event, may := s.next(ctx, sub, first)
		if !may {
			<-ctx.Done() // whoever opened the stream says why it ends
			return
		}
		if event == nil {
			continue
		}
		select {
		case out <- event:
		case <-ctx.Done():
			return
		}
	}
}

// next reads what waits; nil where nothing is to be told, false where the subscriber may not ask any
// more. What could not be read waits on.
func (s *Service) next(ctx context.Context, sub *subscriber, first bool) (*Event, bool) {
	select {
	case s.turns <- struct{}{}:
		defer func() { <-s.turns }()
	case <-ctx.Done():
		return nil, true
	}
	s.mu.Lock()
	w := sub.waiting
	sub.waiting = waiting{upTo: w.upTo}
	s.mu.Unlock()
	var err error
	if sub.ask.Renew != nil && !first {
		var may bool
		if ctx, may, err = sub.ask.Renew(ctx); err == nil && !may {
			return nil, false
		}
	}
	var event *Event
	if err == nil {
		event, err = s.read(store.WithReads(ctx), sub, w)
	}
	if err != nil {
		if ctx.Err() == nil {
			s.log.ErrorContext(ctx, "reading what is new for a subscriber", "error", err)
		}
		s.mu.Lock()
		w.join(sub.waiting)
		sub.waiting = w
		s.mu.Unlock()
		time.AfterFunc(retryAfter, sub.wake)
		return nil, true
	}
	return event, true
}
