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

// Options set a log up.
type Options struct {
	// Dir is the folder outside the database that holds the key and the checkpoints.
	Dir string
	// Every is the interval of checkpoints, DefaultInterval when zero.
	Every time.Duration
	// Witnesses get every checkpoint.
	Witnesses []Witness
	Log       *slog.Logger
}

// DefaultInterval is how often the log is signed when it grows.
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
	telling    sync.Mutex     // held while the witnesses are told
	background sync.WaitGroup // of those who tell them
}

// Open reads or makes the log's key.
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

// Key is what the log's checkpoints are signed with.
func (l *Log) Key() *Key { return l.key }

// Dir is the folder that holds the key and the checkpoints.
func (l *Log) Dir() string { return l.dir }

// Every is the interval of checkpoints.
func (l *Log) Every() time.Duration { return l.every }

// Logger is where failures in the background are written.
func (l *Log) Logger() *slog.Logger { return l.log }

// Sign signs the log if it has grown, and hands the checkpoint to the witnesses in the
// background. A failure is written to the program's own log and tried again the next time.
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
		l.tell(ctx, c)
	}
}

// Wait waits for the witnesses that are being asked.
func (l *Log) Wait() { l.background.Wait() }

// warnOfForeign says so when entries wait that this server's key did not seal: somebody put
// them there, or another server of the database has a key of its own.
func (l *Log) warnOfForeign(ctx context.Context) {
	oldest, err := l.store.Client.AuditInbox.Query().Order(auditinbox.ByID()).First(viewer.System(ctx))
	if err == nil && !Sealed(l.store, []byte(oldest.Body)) {
		l.log.ErrorContext(ctx, "an entry waits that is not sealed with this server's key; servers of one database share log.key and log.pub", "inbox", oldest.ID)
	}
}
