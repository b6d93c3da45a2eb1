package audit

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"sineng/ent"
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

// Log sequences and signs the entries of a database.
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

// Run sequences and signs until the context ends, and once more then.
func (l *Log) Run(ctx context.Context) {
	sequence, sign := time.NewTicker(sequenceEvery), time.NewTicker(l.every)
	defer sequence.Stop()
	defer sign.Stop()
	for {
		select {
		case <-ctx.Done():
			last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
			defer cancel()
			l.sequence(last)
			l.sign(last)
			l.background.Wait()
			return
		case <-sequence.C:
			l.sequence(ctx)
		case <-sign.C:
			l.sign(ctx)
		}
	}
}

func (l *Log) sequence(ctx context.Context) {
	_, err := Sequence(ctx, l.store)
	switch {
	case err == nil || ctx.Err() != nil:
	case ent.IsConstraintError(err): // another program was faster
		l.log.DebugContext(ctx, "sequencing the log", "error", err)
	default:
		l.log.ErrorContext(ctx, "sequencing the log", "error", err)
	}
}

// warnOfForeign says so when entries wait that this server's key did not seal: somebody put
// them there, or another server of the database has a key of its own.
func (l *Log) warnOfForeign(ctx context.Context) {
	oldest, err := l.store.Client.AuditInbox.Query().Order(auditinbox.ByID()).First(viewer.System(ctx))
	if err == nil && !sealed(l.store, []byte(oldest.Body)) {
		l.log.ErrorContext(ctx, "an entry waits that is not sealed with this server's key; servers of one database share log.key and log.pub", "inbox", oldest.ID)
	}
}

func (l *Log) sign(ctx context.Context) {
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
