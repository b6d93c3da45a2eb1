package audit

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/server/job"
)

const (
	// sequenceEvery is how often the sequencer looks for entries that wait.
	sequenceEvery = time.Second
	// lastTime is how long sequencing and signing may take when the program ends.
	lastTime = 10 * time.Second
)

// Workers keep the log; see Run.
func (s *Service) Workers() []job.Worker {
	return []job.Worker{{Name: "audit.keep", Run: func(ctx context.Context) error { s.Run(ctx); return nil }}}
}

// Run gives entries their places and signs the log until the context ends, and once more
// then.
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
	case err == nil || ctx.Err() != nil:
	case ent.IsConstraintError(err): // another program was faster
		s.log.Logger().DebugContext(ctx, "sequencing the log", "error", err)
	default:
		s.log.Logger().ErrorContext(ctx, "sequencing the log", "error", err)
	}
}
