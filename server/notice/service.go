// Package notice keeps what people are to know: it follows the audit log and writes a notice
// for each account that something concerns. It only reads what others wrote, so nothing that
// fails here fails a write.
package notice

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/server/follow"
	"sineng/server/job"
	"sineng/server/store"
)

// Written does what follows from notices in the transaction that wrote them, for accounts, all
// at one moment.
type Written func(ctx context.Context, tx *ent.Tx, accounts []int64, at time.Time) error

// Options say what goes on around the notices.
type Options struct {
	// Written plans what else comes of notices; nil for nothing.
	Written Written
	// Read is told of each account that has marked notices as read; nil for nobody.
	Read func(account int64)
}

// Service makes notices of the log and keeps them for their accounts.
type Service struct {
	store    *store.Store
	registry *Registry
	options  Options
	follower *follow.Follower
}

// New makes the service of what the domains bring.
func New(s *store.Store, r *Registry, o Options) *Service {
	out := &Service{store: s, registry: r, options: o}
	out.follower = &follow.Follower{Store: s, Name: cursorName, Actions: r.actions(), Do: out.answer}
	return out
}

// followEvery is how often the worker looks at the log.
const followEvery = time.Second

// Workers make notices of the log.
func (s *Service) Workers() []job.Worker {
	begun := false
	return []job.Worker{{Name: "notice.follow", Run: job.Every(followEvery, func(ctx context.Context) error {
		if !begun {
			if err := s.Begin(ctx); err != nil {
				return err
			}
			begun = true
		}
		return s.Follow(ctx)
	})}}
}

// Begin lets notices begin at this moment where none were made before: nobody is notified of
// what was done in the years before.
func (s *Service) Begin(ctx context.Context) error {
	_, err := s.follower.Skip(ctx)
	return err
}
