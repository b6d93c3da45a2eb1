// Package deliver brings notices to their accounts by mail and webhook, one by one or a day's in
// a digest. Each delivery stands in a queue until it was accepted or is given up.
package deliver

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"net"
	"strings"
	"time"

	"sineng/server/job"
	"sineng/server/notice"
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
// mail.ErrRefused says that sending it again is no use.
type Mailer func(ctx context.Context, id, to, subject, text string) error

// Service delivers notices and keeps on which channels accounts want them.
type Service struct {
	store    *store.Store
	registry *notice.Registry
	secrets  Secrets
	options  Options
	hooks    *caller
}

// Secrets hides what is kept for an account with a key that is not in the database.
type Secrets interface {
	Seal(purpose string, account int64, secret string) (string, error)
	Unseal(purpose string, account int64, sealed string) (string, error)
}

// webhookSecret is the purpose of the secret that signs what goes to a webhook.
const webhookSecret = "webhook"

// New makes the service: what notices say is read by the registry, and the secrets of webhooks
// are hidden by secrets.
func New(s *store.Store, r *notice.Registry, secrets Secrets, o Options) *Service {
	if o.Random == nil {
		o.Random = rand.Float64
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	return &Service{store: s, registry: r, secrets: secrets, options: o, hooks: newCaller(o.PrivateTargets, o.Resolve)}
}

// How often the worker looks, and for what.
const (
	deliverEvery = 2 * time.Second
	digestEvery  = time.Minute
)

// Workers deliver. What is delivered slowly, or not at all, on one channel does not hold up the
// other.
func (s *Service) Workers() []job.Worker {
	out := []job.Worker{{Name: "deliver.digest", Run: job.Every(digestEvery, s.MakeDigests)}}
	for _, channel := range channels {
		out = append(out, job.Worker{Name: "deliver." + strings.ToLower(string(channel)), Run: job.Every(deliverEvery, func(ctx context.Context) error {
			_, err := s.deliver(ctx, channel)
			return err
		})})
	}
	return out
}
