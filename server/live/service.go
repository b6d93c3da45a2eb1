// Package live tells those who are looking what of theirs has changed: their notices, what waits for
// them, and the warnings and checks that they may see. Each process reads the end of the audit log and of
// the notices once, however many are looking. What is told is read by the services that answer queries,
// with the rights that its reader has at that moment.
package live

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"sineng/ent"
	"sineng/server/job"
	"sineng/server/notice"
	"sineng/server/store"
	"sineng/server/todo"
)

const (
	// lookEvery is how often a process looks whether anything is new.
	lookEvery = 250 * time.Millisecond
	// mostAtOnce is how many subscribers of a process read the database at the same time.
	mostAtOnce = 4
)

// Kind is a kind of things of which subscribers learn that one has changed.
type Kind string

// The values of Kind.
const (
	Warning     Kind = "WARNING"
	Check       Kind = "CHECK"
	Handover    Kind = "HANDOVER"
	Instruction Kind = "INSTRUCTION"
	Task        Kind = "TASK"
)

// Kinds are the kinds in the order in which an event names them.
var Kinds = []Kind{Warning, Check, Handover, Instruction, Task}

// kinds are the kinds of rows, by entity.
var kinds = map[string]Kind{ent.TypeWarning: Warning, ent.TypeSupervisionCheck: Check, ent.TypeCheckHandover: Handover, ent.TypeInstruction: Instruction, ent.TypeMeasureTask: Task}

// Event says what of a subscriber's own has changed.
type Event struct {
	// ID is its position, from which a later subscription goes on; see position.
	ID string
	At time.Time
	// Anew is true where the subscriber can't know what it missed: it must read all that it shows again.
	Anew bool
	// UnreadNotices is how many notices are unread, and Notices the newest of them; nil where these are
	// as they were told.
	UnreadNotices *int
	Notices       []*notice.View
	// ToDo are the sections of the to-do that have changed, each as it is now, with a count of 0 where nothing
	// waits any more.
	ToDo []*todo.Section
	// Changed are the things that have changed and that the subscriber may see.
	Changed []*Change
}

// Change are things of a kind that have changed.
type Change struct {
	Kind Kind
	IDs  []int64
	// More is true where others have changed too, more than are named.
	More bool
}

// empty reports whether an event tells nothing but its position.
func (e *Event) empty() bool {
	return !e.Anew && e.UnreadNotices == nil && len(e.ToDo) == 0 && len(e.Changed) == 0
}

// Service tells subscribers of what is new.
type Service struct {
	store   *store.Store
	notices *notice.Service
	toDo    *todo.Service
	log     *slog.Logger
	watched map[string]bool // entities of whose rows anybody is told, nil for all
	turns   chan struct{}   // one for each subscriber that reads the database

	looking sync.Mutex
	end     end // guarded by looking

	mu   sync.Mutex
	open map[*subscriber]bool // guarded by mu, with what waits for each
}

// New makes the service.
func New(s *store.Store, notices *notice.Service, toDo *todo.Service, log *slog.Logger) *Service {
	out := &Service{store: s, notices: notices, toDo: toDo, log: log, turns: make(chan struct{}, mostAtOnce), open: map[*subscriber]bool{}}
	if entities, all := toDo.Watched(); !all {
		out.watched = map[string]bool{}
		for _, list := range [][]string{entities, turning} {
			for _, e := range list {
				out.watched[e] = true
			}
		}
		for e := range kinds {
			out.watched[e] = true
		}
	}
	return out
}

// Workers look for what is new while anybody is subscribed.
func (s *Service) Workers() []job.Worker {
	return []job.Worker{{Name: "live.look", Run: job.Every(lookEvery, s.Look)}}
}

// Look looks once whether anything is new and wakes those whom it may concern. While nothing is new it
// takes one statement, and none while nobody is subscribed.
func (s *Service) Look(ctx context.Context) error {
	s.looking.Lock()
	defer s.looking.Unlock()
	if s.Subscribers() == 0 {
		return nil
	}
	return s.advance(ctx)
}

// Subscribers is how many are subscribed to this process.
func (s *Service) Subscribers() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.open)
}

// Read wakes the subscribers of an account that has marked notices as read through this process. Those
// of other processes see it with what comes next.
func (s *Service) Read(account int64) {
	s.each(func(sub *subscriber) {
		if sub.viewer.AccountID == account {
			sub.waiting.notices = true
			sub.wake()
		}
	})
}

// each calls do for each subscriber, with the lock held.
func (s *Service) each(do func(*subscriber)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for sub := range s.open {
		do(sub)
	}
}
