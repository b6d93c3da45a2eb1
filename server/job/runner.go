package job

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"sineng/ent"
	"sineng/ent/job"
	"sineng/ent/predicate"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/store"
)

// Bounds of jobs.
const (
	// DefaultLease is for how long a server that says nothing keeps a job.
	DefaultLease = 30 * time.Second
	// MostAttempts is how often in a row a job may fail without coming on.
	MostAttempts = 5
	// atOnce is how many jobs a server runs at the same time.
	atOnce = 2
	// lookEvery is how often a server looks for jobs.
	lookEvery = time.Second
	// retryAfter is how long a job that failed waits, times the attempts.
	retryAfter = 5 * time.Second
	// fullPause is how long a job waits that found the disk full.
	fullPause = 15 * time.Second
)

// Handler does the work of one kind of job. It begins at run.Cursor and saves as it goes on; its
// context acts as the program and ends when the job is lost, cancelled or the server stops. A
// fault.Error ends the job for good with its reason; any other error lets it be tried again.
type Handler func(ctx context.Context, run *Run) error

// Runner takes jobs and runs them.
type Runner struct {
	store    *store.Store
	files    Files
	log      *slog.Logger
	lease    time.Duration
	handlers map[term.JobKind]Handler
	ended    []func(context.Context, *ent.Job) error
	forged   sync.Map // ids of jobs that the log was told of
}

// Option changes a runner.
type Option func(*Runner)

// WithLease replaces DefaultLease.
func WithLease(d time.Duration) Option { return func(r *Runner) { r.lease = d } }

// New makes a runner; files may be nil where no job has a result. Handlers are added before it
// runs.
func New(s *store.Store, files Files, log *slog.Logger, opts ...Option) *Runner {
	r := &Runner{store: s, files: files, log: log, lease: DefaultLease, handlers: map[term.JobKind]Handler{}}
	if r.log == nil {
		r.log = slog.New(slog.DiscardHandler)
	}
	for _, o := range opts {
		o(r)
	}
	return r
}

// Handle says who does the jobs of a kind. Jobs of other kinds are left to other servers.
func (r *Runner) Handle(kind term.JobKind, h Handler) { r.handlers[kind] = h }

// Handles tells whether jobs of a kind are done here.
func (r *Runner) Handles(kind term.JobKind) bool { return r.handlers[kind] != nil }

// Ended calls f in the transaction that ends a job as DONE, FAILED or CANCELLED.
func (r *Runner) Ended(f func(context.Context, *ent.Job) error) { r.ended = append(r.ended, f) }

// Workers take and run jobs; what runs when their context ends is given back.
func (r *Runner) Workers() []Worker {
	return []Worker{{Name: "jobs", Run: func(ctx context.Context) error { r.run(ctx); return nil }}}
}

func (r *Runner) run(ctx context.Context) {
	var working sync.WaitGroup
	for range atOnce {
		working.Go(func() {
			tick := time.NewTicker(lookEvery)
			defer tick.Stop()
			for {
				for ctx.Err() == nil && r.Once(ctx) {
				}
				select {
				case <-ctx.Done():
					return
				case <-tick.C:
				}
			}
		})
	}
	working.Wait()
}

// Once takes a job and runs it to its end; false when none waits.
func (r *Runner) Once(ctx context.Context) bool {
	run, err := r.take(viewer.System(ctx))
	if err != nil {
		if ctx.Err() == nil {
			r.log.ErrorContext(ctx, "taking a job", "error", err)
		}
		return false
	}
	if run == nil {
		return false
	}
	r.do(viewer.System(ctx), run)
	return true
}

// free is the condition that a job may be taken: its moment has come and it waits, or whoever had it
// is gone.
func (r *Runner) free(now time.Time) predicate.Job {
	return job.Or(
		job.And(job.StateEQ(term.JobStateQueued), job.Or(job.LeaseUntilIsNil(), job.LeaseUntilLT(now)), job.Or(job.RunAtIsNil(), job.RunAtLTE(now))),
		job.And(job.StateEQ(term.JobStateRunning), job.LeaseUntilLT(now)))
}

// take takes the job that has waited longest, nil where none does.
func (r *Runner) take(ctx context.Context) (*Run, error) {
	now := r.store.Now()
	waiting, err := r.store.Client.Job.Query().Where(job.KindIn(slices.Collect(maps.Keys(r.handlers))...), r.free(now)).
		Order(job.ByID()).Limit(20).All(ctx)
	if err != nil {
		return nil, err
	}
	for _, j := range waiting {
		if !r.store.Genuine(j) {
			if _, told := r.forged.LoadOrStore(j.ID, true); !told {
				r.log.ErrorContext(ctx, "a job that the program did not write as it stands is not run; see sineng verify", "job", j.ID)
			}
			continue
		}
		if j.CancelAsked || j.Attempts >= MostAttempts {
			// Its server died after it was cancelled, or every server that took it died of it.
			if err := r.bury(ctx, j, now); err != nil {
				return nil, err
			}
			continue
		}
		worker := rand.Text()
		n, err := r.change(ctx, func(u *ent.JobUpdate) *ent.JobUpdate {
			return u.Where(job.ID(j.ID), r.free(now)).
				SetState(term.JobStateRunning).SetWorker(worker).SetLeaseUntil(now.Add(r.lease)).AddAttempts(1).SetUpdatedAt(now)
		})
		if err != nil {
			return nil, err
		}
		if n != 1 {
			continue // another server was faster
		}
		row, err := r.store.Client.Job.Get(ctx, j.ID)
		if err != nil {
			return nil, err
		}
		if row.Worker != worker {
			continue
		}
		return &Run{Job: row, runner: r, cursor: row.Cursor, attempts: row.Attempts}, nil
	}
	return nil, nil
}

// change updates jobs in a transaction of its own and counts them.
func (r *Runner) change(ctx context.Context, set func(*ent.JobUpdate) *ent.JobUpdate) (int, error) {
	return store.WithValue(ctx, r.store, func(ctx context.Context, tx *ent.Tx) (int, error) { return set(tx.Job.Update()).Save(ctx) })
}

// bury ends a job that nobody runs.
func (r *Runner) bury(ctx context.Context, j *ent.Job, now time.Time) error {
	return store.WithTx(ctx, r.store, func(ctx context.Context, tx *ent.Tx) error {
		state, failure := term.JobStateFailed, "CRASHED"
		if j.CancelAsked {
			state, failure = term.JobStateCancelled, ""
		} else if j.Failure != "" {
			failure = j.Failure
		}
		n, err := tx.Job.Update().Where(job.ID(j.ID), r.free(now)).
			SetState(state).SetFailure(failure).SetWorker("").ClearLeaseUntil().SetEndedAt(now).SetUpdatedAt(now).Save(ctx)
		if err != nil || n != 1 {
			return err
		}
		return r.tell(ctx, tx, j.ID)
	})
}

// do runs a job and notes how it ended.
func (r *Runner) do(ctx context.Context, run *Run) {
	log := r.log.With("job", run.Job.ID, "kind", run.Job.Kind)
	working, end := context.WithCancelCause(ctx)
	defer end(nil)
	var beating sync.WaitGroup
	beating.Go(func() { r.beat(working, run, end) })
	err := r.call(working, run)
	if cause := context.Cause(working); err != nil && (errors.Is(cause, ErrLost) || errors.Is(cause, ErrCancelled)) {
		err = cause
	}
	end(nil)
	beating.Wait()
	// The end is noted also when the server stops.
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if noted := r.note(last, run, err, ctx.Err() != nil); noted != nil {
		log.ErrorContext(ctx, "noting the end of a job; another turn follows when its lease is over", "error", noted)
	}
	switch {
	case err == nil:
		log.InfoContext(ctx, "job done")
	case errors.Is(err, ErrLost), errors.Is(err, ErrCancelled), ctx.Err() != nil:
		log.InfoContext(ctx, "job left", "because", err)
	default:
		log.ErrorContext(ctx, "job failed", "attempt", run.attempts, "error", err)
	}
}

// call runs the handler; a panic is an error of the job, not the end of the server.
func (r *Runner) call(ctx context.Context, run *Run) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
	}()
	return r.handlers[run.Job.Kind](ctx, run)
}

// beat renews the lease while the handler works and ends its context when the job is lost or
// cancelled.
func (r *Runner) beat(ctx context.Context, run *Run, end context.CancelCauseFunc) {
	tick := time.NewTicker(max(r.lease/3, time.Millisecond))
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		now := r.store.Now()
		n, err := r.change(ctx, func(u *ent.JobUpdate) *ent.JobUpdate {
			return u.Where(job.ID(run.Job.ID), job.Worker(run.Job.Worker), job.StateEQ(term.JobStateRunning), job.CancelAsked(false)).
				SetLeaseUntil(now.Add(r.lease)).SetUpdatedAt(now)
		})
		if err == nil && n != 1 {
			err = run.gone(ctx, r.store.Client)
		}
		if errors.Is(err, ErrLost) || errors.Is(err, ErrCancelled) {
			end(err)
			return
		}
		if err != nil && ctx.Err() == nil {
			r.log.WarnContext(ctx, "renewing the lease of a job", "job", run.Job.ID, "error", err)
		}
	}
}

// note writes down how a run ended, unless the job is another's by now.
func (r *Runner) note(ctx context.Context, run *Run, failure error, stopping bool) error {
	if errors.Is(failure, ErrLost) {
		return nil
	}
	return store.WithTx(ctx, r.store, func(ctx context.Context, tx *ent.Tx) error {
		now := r.store.Now()
		u := tx.Job.Update().Where(job.ID(run.Job.ID), job.Worker(run.Job.Worker), job.StateEQ(term.JobStateRunning)).SetWorker("").SetUpdatedAt(now)
		state, failed := outcome(failure, stopping, run.attempts)
		u.SetState(state).SetFailure(failed)
		switch {
		case state == term.JobStateQueued && stopping:
			u.ClearLeaseUntil().SetAttempts(run.attempts - 1)
		case state == term.JobStateQueued && failed == fault.ReasonFull:
			u.SetLeaseUntil(now.Add(fullPause)).SetAttempts(run.attempts - 1)
		case state == term.JobStateQueued:
			u.SetLeaseUntil(now.Add(retryAfter * time.Duration(run.attempts)))
		default:
			u.ClearLeaseUntil().SetEndedAt(now)
		}
		if res := run.result; state == term.JobStateDone && res != nil {
			u.SetResultName(res.name).SetResultHash(res.hash).SetResultSize(res.size)
		}
		n, err := u.Save(ctx)
		if err != nil || n != 1 || state == term.JobStateQueued {
			return err
		}
		return r.tell(ctx, tx, run.Job.ID)
	})
}

// outcome is the state that a run leaves its job in, with the code of what went wrong.
func outcome(err error, stopping bool, attempts int) (term.JobState, string) {
	var f *fault.Error
	switch {
	case err == nil:
		return term.JobStateDone, ""
	case errors.Is(err, ErrCancelled):
		return term.JobStateCancelled, ""
	case stopping:
		return term.JobStateQueued, ""
	case fault.Full(err): // waits until there is room, however long that takes
		return term.JobStateQueued, fault.ReasonFull
	case errors.As(err, &f) && f.Code != fault.Unavailable && f.Code != fault.Internal:
		return term.JobStateFailed, f.Reason
	case attempts >= MostAttempts:
		return term.JobStateFailed, codeOf(err)
	}
	return term.JobStateQueued, codeOf(err)
}

func codeOf(err error) string {
	var f *fault.Error
	if errors.As(err, &f) {
		return f.Reason
	}
	return "INTERNAL"
}

// tell calls those who want to know that a job has ended.
func (r *Runner) tell(ctx context.Context, tx *ent.Tx, id int64) error {
	if len(r.ended) == 0 {
		return nil
	}
	row, err := tx.Job.Get(ctx, id)
	if err != nil {
		return err
	}
	for _, f := range r.ended {
		if err := f(ctx, row); err != nil {
			return err
		}
	}
	return nil
}
