package verify

import (
	"context"
	"errors"
	"sync"
	"time"

	"sineng/ent/viewer"
	"sineng/server/audit/tlog"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/store"
)

// Service verifies the log in the background and archives it.
type Service struct {
	store  *store.Store
	log    *tlog.Log
	checks []Check
	mu     sync.Mutex
	last   *Verification
}

// NewService returns the service of a log; each verification ends with the checks.
func NewService(s *store.Store, l *tlog.Log, checks ...Check) *Service {
	return &Service{store: s, log: l, checks: checks}
}

// Verification is a verification that runs or ran in the background.
type Verification struct {
	StartedAt time.Time
	EndedAt   *time.Time
	Entries   int64
	Report    *Report // nil until it succeeded
	Failed    bool
}

// Last is the verification that runs or ran last, nil when there was none.
func (s *Service) Last(ctx context.Context) (*Verification, error) {
	if err := authz.CheckEverywhere(ctx, authz.ReadLog); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.last == nil {
		return nil, nil
	}
	v := *s.last
	return &v, nil
}

// Start starts a verification, which continues after the context ends. Only one runs at a
// time.
func (s *Service) Start(ctx context.Context) (*Verification, error) {
	if err := authz.CheckEverywhere(ctx, authz.ReadLog); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if last := s.last; last != nil && last.EndedAt == nil {
		return nil, fault.New(fault.Conflict, "VERIFICATION_RUNS", "", "校验正在进行中", "A verification is running already")
	}
	v := &Verification{StartedAt: s.store.Now()}
	s.last = v
	go s.verify(viewer.System(context.WithoutCancel(ctx)), v)
	shown := *v
	return &shown, nil
}

func (s *Service) verify(ctx context.Context, v *Verification) {
	report, err := Run(ctx, s.store, Options{Dir: s.log.Dir(), Verifier: s.log.Key().Verifier(), Checks: s.checks, Now: s.store.Now(),
		Progress: func(n int64) {
			s.mu.Lock()
			defer s.mu.Unlock()
			v.Entries = n
		}})
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.store.Now()
	v.EndedAt = &now
	if v.Failed = err != nil; v.Failed {
		if !errors.Is(err, context.Canceled) {
			s.log.Logger().ErrorContext(ctx, "verifying the log", "error", err)
		}
		return
	}
	v.Entries, v.Report = report.Entries, report
}
