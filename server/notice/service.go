// Package notice keeps what people are to know: it follows the audit log and writes a notice
// for each account that something concerns. It only reads what others wrote, so nothing that
// fails here fails a write.
package notice

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/objection"
	"sineng/server/store"
)

// Written does what follows from notices in the transaction that wrote them, for accounts, all
// at one moment.
type Written func(ctx context.Context, tx *ent.Tx, accounts []int64, at time.Time) error

// Options say what goes on around the notices.
type Options struct {
	// Written plans what else comes of notices; nil for nothing.
	Written Written
	Log     *slog.Logger
}

// Service makes notices of the log and keeps them for their accounts.
type Service struct {
	store      *store.Store
	options    Options
	objections *objection.Service
	follower   *audit.Follower
}

// New makes the service.
func New(s *store.Store, o Options) *Service {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	out := &Service{store: s, options: o, objections: objection.New(s)}
	out.follower = &audit.Follower{Store: s, Name: cursorName, Actions: followed, Do: out.tell, Passed: func(index int64, err error) {
		o.Log.Error("no notices are made of an entry of the log", "entry", index, "error", err)
	}}
	return out
}

// How often the worker looks, and for what.
const (
	followEvery = time.Second
	clockEvery  = time.Minute
)

// Run makes notices until the context ends.
func (s *Service) Run(ctx context.Context) {
	var working sync.WaitGroup
	every := func(pause time.Duration, what string, do func(context.Context) error) {
		working.Go(func() {
			tick := time.NewTicker(pause)
			defer tick.Stop()
			for {
				select {
				case <-ctx.Done():
					return
				case <-tick.C:
					if err := do(ctx); err != nil && ctx.Err() == nil {
						s.options.Log.Error(what, "error", err)
					}
				}
			}
		})
	}
	begun := false
	every(followEvery, "making notices of the log and of ended jobs", func(ctx context.Context) error {
		if !begun {
			if err := s.Begin(ctx); err != nil {
				return err
			}
			begun = true
		}
		return errors.Join(s.Follow(ctx), s.TellJobs(ctx))
	})
	every(clockEvery, "making notices of deadlines", s.TellDeadlines)
	working.Wait()
}

// Begin lets notices begin at this moment where none were made before: nobody is told of what
// was done in the years before.
func (s *Service) Begin(ctx context.Context) error {
	ctx = viewer.System(ctx)
	if err := s.follower.Skip(ctx); err != nil {
		return err
	}
	since, err := s.cursor(ctx, jobCursor)
	if err != nil || since > 0 {
		return err
	}
	return s.moveCursor(ctx, jobCursor, s.store.Now().UnixMicro())
}

// Follow turns the entries of the log that nobody was told of yet into notices.
func (s *Service) Follow(ctx context.Context) error { return s.follower.Pass(ctx) }
