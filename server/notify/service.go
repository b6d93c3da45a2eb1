// Package notify tells people what waits for them: it follows the audit log, keeps the
// notices that it makes of it, and brings them by mail and webhook to those who wish so. It
// only reads what others wrote, so nothing that fails here fails a write.
package notify

import (
	"context"
	"errors"
	"log/slog"
	"math/rand/v2"
	"net"
	"sync"
	"time"

	"sineng/ent/viewer"
	"sineng/server/account"
	"sineng/server/audit"
	"sineng/server/objection"
	"sineng/server/store"
)

// Options say how notices leave the program.
type Options struct {
	// Mail sends a mail; nil where no mail server is set.
	Mail Mailer
	// Base is the address at which browsers reach the program, for links.
	Base string
	// PrivateTargets lets webhooks go to addresses of the own network and over http.
	PrivateTargets bool
	// Random is between 0 and 1 and spreads repeated deliveries; nil for the usual source.
	Random func() float64
	// Resolve looks a webhook's host up; nil for the system's resolver.
	Resolve func(ctx context.Context, host string) ([]net.IP, error)
	Log     *slog.Logger
}

// Mailer sends a mail of plain text under a name by which it is known if it comes twice.
// mail.ErrRefused tells that sending it again is no use.
type Mailer func(ctx context.Context, id, to, subject, text string) error

// Service keeps notices and answers what waits for somebody.
type Service struct {
	store      *store.Store
	accounts   *account.Service
	options    Options
	hooks      *caller
	objections *objection.Service
	follower   *audit.Follower
}

// New makes the service; accounts seal the secrets of webhooks.
func New(s *store.Store, accounts *account.Service, o Options) *Service {
	if o.Random == nil {
		o.Random = rand.Float64
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	out := &Service{store: s, accounts: accounts, options: o, hooks: newCaller(o.PrivateTargets, o.Resolve), objections: objection.New(s)}
	out.follower = &audit.Follower{Store: s, Name: cursorName, Actions: followed, Do: out.tell, Passed: func(index int64, err error) {
		o.Log.Error("no notices are made of an entry of the log", "entry", index, "error", err)
	}}
	return out
}

// How often the worker looks, and for what.
const (
	followEvery  = time.Second
	deliverEvery = 2 * time.Second
	clockEvery   = time.Minute
)

// Run makes and delivers notices until the context ends. What is delivered slowly, or not at
// all, holds up neither the making of notices nor the other channel.
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
	every(clockEvery, "telling of deadlines and making digests", func(ctx context.Context) error {
		return errors.Join(s.TellDeadlines(ctx), s.MakeDigests(ctx))
	})
	for _, channel := range channels {
		every(deliverEvery, "delivering notices", func(ctx context.Context) error {
			_, err := s.deliver(ctx, channel)
			return err
		})
	}
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
