package audit

import (
	"context"
	"errors"
	"sync"
	"time"

	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
)

// Verification is a comparison of the whole log that runs in the background.
type Verification struct {
	StartedAt time.Time
	EndedAt   *time.Time
	Entries   int64
	Report    *Report // nil until it ended well
	Failed    bool
}

type verificationJob struct {
	checks []Check
	mu     sync.Mutex
	last   *Verification
}

// Verification is the one that runs or ran last, nil when there was none.
func (s *Service) Verification(ctx context.Context) (*Verification, error) {
	if err := authz.CheckEverywhere(ctx, authz.ReadLog); err != nil {
		return nil, err
	}
	s.job.mu.Lock()
	defer s.job.mu.Unlock()
	if s.job.last == nil {
		return nil, nil
	}
	v := *s.job.last
	return &v, nil
}

// StartVerification starts one; the context's end does not end it. One runs at a time.
func (s *Service) StartVerification(ctx context.Context) (*Verification, error) {
	if err := authz.CheckEverywhere(ctx, authz.ReadLog); err != nil {
		return nil, err
	}
	s.job.mu.Lock()
	defer s.job.mu.Unlock()
	if last := s.job.last; last != nil && last.EndedAt == nil {
		return nil, fault.New(fault.Conflict, "VERIFICATION_RUNS", "", "校验正在进行中", "A verification is running already")
	}
	v := &Verification{StartedAt: s.store.Now()}
	s.job.last = v
	go s.verify(viewer.System(context.WithoutCancel(ctx)), v)
	shown := *v
	return &shown, nil
}

func (s *Service) verify(ctx context.Context, v *Verification) {
	report, err := Verify(ctx, s.store, VerifyOptions{Dir: s.log.dir, Verifier: s.log.key.verifier, Checks: s.job.checks, Now: s.store.Now(),
		Progress: func(n int64) {
			s.job.mu.Lock()
			defer s.job.mu.Unlock()
			v.Entries = n
		}})
	s.job.mu.Lock()
	defer s.job.mu.Unlock()
	now := s.store.Now()
	v.EndedAt = &now
	if v.Failed = err != nil; v.Failed {
		if !errors.Is(err, context.Canceled) {
			s.log.log.ErrorContext(ctx, "verifying the log", "error", err)
		}
		return
	}
	v.Entries, v.Report = report.Entries, report
}
