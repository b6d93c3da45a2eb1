package job

import (
	"context"
	"encoding/json"
	"errors"
	"io"

	"sineng/ent"
	"sineng/ent/job"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/store"
)

// What ends a run before its work is done.
var (
	// ErrLost tells that another server has taken the job, since this one's lease ran out.
	ErrLost = errors.New("the job was taken by another server")
	// ErrCancelled tells that who asked for the job does not want it any more.
	ErrCancelled = errors.New("the job was cancelled")
)

// Files keep what jobs produce, by the SHA-256 of the bytes.
type Files interface {
	// Put keeps what r gives, at most so many bytes.
	Put(r io.Reader, most int64) (hash string, size int64, err error)
	// Open reads what was kept and tells its size.
	Open(hash string) (io.ReadSeekCloser, int64, error)
}

// resultBytes is how long a result may be.
const resultBytes = 4 << 30

// Run is one server's turn at a job. It belongs to the handler that it was given to.
type Run struct {
	// Job is the row as it was taken.
	Job *ent.Job

	runner *Runner
	cursor string
	// attempts are those in a row without coming on, this one included.
	attempts int
	result   *result
}

type result struct {
	name, hash string
	size       int64
}

// Args reads the arguments that the job was asked for with.
func (run *Run) Args(v any) error {
	if run.Job.Args == "" {
		return nil
	}
	return json.Unmarshal([]byte(run.Job.Args), v)
}

// Cursor is how far the job came, as it was last saved; empty at the start.
func (run *Run) Cursor() string { return run.cursor }

// Save notes how far the job came and renews the lease. It belongs into the transaction of the
// work that it tells of: it fails with ErrLost or ErrCancelled when the job is no longer this
// run's, and the transaction must fail with it, so that no piece of work is done twice.
func (run *Run) Save(ctx context.Context, cursor string, done, total int) error {
	r := run.runner
	return store.WithTx(viewer.System(ctx), r.store, func(ctx context.Context, tx *ent.Tx) error {
		now := r.store.Now()
		// What comes on is not given up for the attempts that it took.
		n, err := tx.Job.Update().Where(job.ID(run.Job.ID), job.Worker(run.Job.Worker), job.StateEQ(term.JobStateRunning), job.CancelAsked(false)).
			SetCursor(cursor).SetDone(done).SetTotal(total).SetAttempts(1).SetLeaseUntil(now.Add(r.lease)).SetUpdatedAt(now).Save(ctx)
		if err != nil {
			return err
		}
		if n != 1 {
			return run.gone(ctx, tx.Client())
		}
		tx.OnCommit(func(next ent.Committer) ent.Committer {
			return ent.CommitFunc(func(ctx context.Context, tx *ent.Tx) error {
				err := next.Commit(ctx, tx)
				if err == nil {
					run.cursor, run.attempts = cursor, 1
				}
				return err
			})
		})
		return nil
	})
}

// gone tells why the job is no longer this run's.
func (run *Run) gone(ctx context.Context, client *ent.Client) error {
	row, err := client.Job.Get(ctx, run.Job.ID)
	switch {
	case err != nil:
		return err
	case row.Worker == run.Job.Worker && row.CancelAsked:
		return ErrCancelled
	}
	return ErrLost
}

// Result keeps a file that the job made, under a name without a path. It stands at the job once
// the job is done; of several the last counts.
func (run *Run) Result(ctx context.Context, name string, write func(io.Writer) error) error {
	if run.runner.files == nil {
		return errors.New("the program has no folder for files")
	}
	from, to := io.Pipe()
	stop := context.AfterFunc(ctx, func() { _ = to.CloseWithError(context.Cause(ctx)) })
	defer stop()
	go func() { _ = to.CloseWithError(write(to)) }()
	hash, size, err := run.runner.files.Put(from, resultBytes)
	_ = from.CloseWithError(io.ErrClosedPipe)
	if err != nil {
		return err
	}
	run.result = &result{name, hash, size}
	return nil
}
