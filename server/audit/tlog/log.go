package tlog

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"sineng/ent/auditinbox"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// Options configure a log.
type Options struct {
	// Dir is the folder outside the database that holds the key and the checkpoints.
	Dir string
	// Every is the interval between checkpoints; DefaultInterval when zero.
	Every time.Duration
	// Witnesses get every checkpoint.
	Witnesses []Witness
	Log       *slog.Logger
}

// DefaultInterval is how often a growing log is signed.
const DefaultInterval = time.Minute

// Log signs the entries of a database.
type Log struct {
	store      *store.Store
	dir        string
	every      time.Duration
	key        *Key
	witnesses  []Witness
	log        *slog.Logger
	signing    sync.Mutex
	together   bool           // both places of checkpoints are known to agree; under signing
	notifying  sync.Mutex     // held while witnesses are notified
	background sync.WaitGroup // the notifications under way
}

// Open opens a log; the first call creates its key.
func Open(s *store.Store, o Options) (*Log, error) {
	key, err := LoadKey(o.Dir)
	if err != nil {
		return nil, err
	}
	l := &Log{store: s, dir: o.Dir, every: o.Every, key: key, witnesses: o.Witnesses, log: o.Log}
	if l.every == 0 {
		l.every = DefaultInterval
	}
	if l.log == nil {
		l.log = slog.New(slog.DiscardHandler)
	}
	return l, nil
}

// Key signs the log's checkpoints.
func (l *Log) Key() *Key { return l.key }

// Dir is the folder that holds the key and the checkpoints.
func (l *Log) Dir() string { return l.dir }

// Every is the interval between checkpoints.
func (l *Log) Every() time.Duration { return l.every }

// Logger is the program's own log, for failures in the background.
func (l *Log) Logger() *slog.Logger { return l.log }

// Sign signs the log if it has grown, and sends the checkpoint to the witnesses in the
// background. A failure is logged, and the next call tries again.
func (l *Log) Sign(ctx context.Context) {
	l.warnOfForeign(ctx)
	c, err := l.Checkpoint(ctx)
	if err != nil {
		if ctx.Err() == nil {
			l.log.ErrorContext(ctx, "signing the log", "error", err)
		}
		return
	}
	if c != nil {
		l.tellInBackground(ctx, c)
	}
}

// Wait waits for notifications of witnesses that are under way.
func (l *Log) Wait() { l.background.Wait() }

// warnOfForeign logs a warning when entries wait that were not sealed with this server's key:
// somebody inserted them, or another server of the database has a different key.
func (l *Log) warnOfForeign(ctx context.Context) {
	oldest, err := l.store.Client.AuditInbox.Query().Order(auditinbox.ByID()).First(viewer.System(ctx))
	if err == nil && !Sealed(l.store, []byte(oldest.Body)) {
		l.log.ErrorContext(ctx, "an entry waits that is not sealed with this server's key; servers of one database share log.key and log.pub", "inbox", oldest.ID)
	}
}
