package audit

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// stalledAfter is how long sequencing must have failed before the log counts as stalled; a
// failure that the next tries get over is none.
const stalledAfter = 10 * time.Second

// health is what is known of the sequencer of this server.
type health struct {
	mu       sync.Mutex
	since    time.Time // of the first failure after the last success; zero while it works
	err      error     // of the last failure
	failures int64
}

// seen notes how a run of the sequencer ended.
func (h *health) seen(at time.Time, err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err == nil {
		h.since, h.err = time.Time{}, nil
		return
	}
	if h.failures++; h.since.IsZero() {
		h.since = at
	}
	h.err = err
}

// SequencingFailures counts the runs of this server's sequencer that failed.
func (s *Service) SequencingFailures() int64 {
	s.health.mu.Lock()
	defer s.health.mu.Unlock()
	return s.health.failures
}

// SequencingFailsFor is how long this server's sequencer has failed without a success between; 0
// while it works.
func (s *Service) SequencingFailsFor() time.Duration {
	s.health.mu.Lock()
	defer s.health.mu.Unlock()
	if s.health.since.IsZero() {
		return 0
	}
	return max(0, s.store.Now().Sub(s.health.since))
}

// Stalled is an error when this server's sequencer can't go on: what is written waits without a
// place in the log and is not signed.
func (s *Service) Stalled(context.Context) error {
	if s.SequencingFailsFor() < stalledAfter {
		return nil
	}
	s.health.mu.Lock()
	defer s.health.mu.Unlock()
	return fmt.Errorf("the log takes no entries since %s: %w", s.health.since.Format(time.RFC3339), s.health.err)
}
