package audit

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/server/job"
)

const (
	// sequenceEvery is how often the sequencer looks for waiting entries.
	sequenceEvery = time.Second
	// lastTime is how long sequencing and signing may take at shutdown.
	lastTime = 10 * time.Second
)

// Workers sequence and sign the log; see Run.
func (s *Service) Workers() []job.Worker {
	return []job.Worker{{Name: "audit.keep", Run: func(ctx context.Context) error { s.Run(ctx); return nil }}}
}

// Run sequences and signs the log until the context ends, and then once more.
func (s *Service) Run(ctx context.Context) {
	sequence, sign := time.NewTicker(sequenceEvery), time.NewTicker(s.log.Every())
	defer sequence.Stop()
	defer sign.Stop()
	for {
		select {
		case <-ctx.Done():
			last, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastTime)
			defer cancel()
			s.sequence(last)
			s.log.Sign(last)
			s.log.Wait()
			return
		case <-sequence.C:
			s.sequence(ctx)
		case <-sign.C:
			s.log.Sign(ctx)
		}
	}
}

func (s *Service) sequence(ctx context.Context) {
	_, err := Sequence(ctx, s.store)
	switch {
	case err == nil:
		s.health.seen(s.store.Now(), nil)
	case ctx.Err() != nil:
	case ent.IsConstraintError(err): // another server was faster
		s.log.Logger().DebugContext(ctx, "sequencing the log", "error", err)
	default:
		s.health.seen(s.store.Now(), err)
		s.log.Logger().ErrorContext(ctx, "sequencing the log", "error", err)
	}
}
