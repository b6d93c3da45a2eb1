package notice

import (
	"context"

	"sineng/ent"
	"sineng/server/store"
	"sineng/server/timer"
)

// Timers make the notices of a day that no entry of the log says, such as deadlines.
func (s *Service) Timers() []timer.Handler {
	var out []timer.Handler
	for _, source := range s.registry.sources {
		for _, clock := range source.Clocks {
			out = append(out, timer.Handler{Kind: clock.Kind, Daily: true, Do: func(ctx context.Context, tx *ent.Tx, item *timer.Item) error {
				b := s.newBatch(tx)
				// What goes on after midnight is still of the day on which it began.
				b.Today = store.DayOf(item.Begun)
				b.again = store.StartOf(b.Today.AddDate(0, 0, -clock.Back)).Add(-skew)
				if err := clock.With(ctx, b, item); err != nil {
					return err
				}
				return b.Flush(ctx)
			}})
		}
	}
	return out
}
