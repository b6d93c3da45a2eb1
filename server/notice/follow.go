package notice

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/viewer"
	"sineng/server/follow"
	"sineng/server/store"
)

// cursorName is how far into the log notices were made.
const cursorName = "notice"

// Follow makes notices of the entries of the log that none were made of yet.
func (s *Service) Follow(ctx context.Context) error { return s.follower.Pass(ctx) }

// answer makes the notices of entries of the log.
func (s *Service) answer(ctx context.Context, tx *ent.Tx, entries []follow.Entry) error {
	b := s.newBatch(tx)
	for _, e := range entries {
		if t := e.At.Add(-skew); t.Before(b.again) {
			b.again = t
		}
	}
	for _, source := range s.registry.sources {
		for _, answer := range source.Answers {
			var mine []follow.Entry
			for _, e := range entries {
				if slices.Contains(answer.To, e.Action) {
					mine = append(mine, e)
				}
			}
			if len(mine) == 0 {
				continue
			}
			if err := answer.With(ctx, b, mine); err != nil {
				return err
			}
			if err := b.Flush(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// Write writes the notices that do gathers, in one transaction.
func (s *Service) Write(ctx context.Context, do func(context.Context, *Batch) error) error {
	return store.WithTx(viewer.System(ctx), s.store, func(ctx context.Context, tx *ent.Tx) error {
		b := s.newBatch(tx)
		if err := do(ctx, b); err != nil {
			return err
		}
		return b.Flush(ctx)
	})
}
