package job

import (
	"context"
	"errors"
	"io"

	"sineng/ent"
	"sineng/ent/job"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
	"sineng/server/store"
)

func missing() error { return fault.Missing("后台任务", "background job") }

// own narrows jobs to those that the viewer asked for.
func own(ctx context.Context, s *store.Store) (*ent.JobQuery, error) {
	v := viewer.FromContext(ctx)
	switch {
	case v == nil:
		return nil, fault.SignedOut()
	case v.System:
		return s.Reader(ctx).Job.Query(), nil
	case v.TokenID != 0 || v.AccountID == 0:
		return s.Reader(ctx).Job.Query().Where(job.ID(0)), nil
	}
	return s.Reader(ctx).Job.Query().Where(job.AccountID(v.AccountID)), nil
}

// Get is a job that the viewer asked for; NOT_FOUND for any other, and for one that the program did
// not write as it stands, so that nobody is given a job, or the file it made, in the database.
func Get(ctx context.Context, s *store.Store, id int64) (*ent.Job, error) {
	q, err := own(ctx, s)
	if err != nil {
		return nil, err
	}
	row, err := q.Where(job.ID(id)).Only(viewer.System(ctx))
	if ent.IsNotFound(err) || err == nil && !s.Genuine(row) {
		return nil, missing()
	}
	return row, err
}

// Mine lists the jobs that the viewer asked for, the newest first.
func Mine(ctx context.Context, s *store.Store, page store.Page) (*store.Slice[*ent.Job], error) {
	q, err := own(ctx, s)
	if err != nil {
		return nil, err
	}
	out, err := store.List(viewer.System(ctx), q, page, func(j *ent.Job) int64 { return j.ID },
		[]store.Key[*ent.Job]{store.Desc(job.FieldID, func(j *ent.Job) any { return j.ID })}, nil)
	if err != nil {
		return nil, err
	}
	out.Keep(func(j *ent.Job) bool { return s.Genuine(j) })
	return out, nil
}

// Cancel asks for the end of a job that the viewer asked for: at once where it waits, with the
// next piece of work where it runs. A job that has ended is INVALID_TRANSITION (JOB_ENDED).
func (r *Runner) Cancel(ctx context.Context, id int64) (*ent.Job, error) {
	s := r.store
	if _, err := Get(ctx, s, id); err != nil {
		return nil, err
	}
	return store.WithValue(viewer.System(ctx), s, func(ctx context.Context, tx *ent.Tx) (*ent.Job, error) {
		now := s.Now()
		n, err := tx.Job.Update().Where(job.ID(id), job.StateEQ(term.JobStateQueued)).
			SetState(term.JobStateCancelled).SetCancelAsked(true).SetEndedAt(now).SetUpdatedAt(now).ClearLeaseUntil().Save(ctx)
		switch {
		case err != nil:
		case n == 1:
			err = r.tell(ctx, tx, id)
		default:
			n, err = tx.Job.Update().Where(job.ID(id), job.StateEQ(term.JobStateRunning)).SetCancelAsked(true).SetUpdatedAt(now).Save(ctx)
		}
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return nil, fault.New(fault.InvalidTransition, "JOB_ENDED", "id", "该任务已经结束,不能取消", "The job has ended and cannot be cancelled")
		}
		return tx.Job.Get(ctx, id)
	})
}

// OpenResult opens the file of a job that the viewer asked for, to be closed by the caller.
func (r *Runner) OpenResult(ctx context.Context, id int64) (*ent.Job, io.ReadSeekCloser, error) {
	j, err := Get(ctx, r.store, id)
	if err != nil {
		return nil, nil, err
	}
	if j.ResultHash == "" || r.files == nil {
		return nil, nil, fault.Missing("结果文件", "result file")
	}
	f, size, err := r.files.Open(j.ResultHash)
	if err != nil {
		return nil, nil, fault.New(fault.NotFound, "RESULT_GONE", "", "结果文件已不存在,请重新生成", "The file is not there any more; make it again").Because(err)
	}
	if size != j.ResultSize {
		_ = f.Close()
		return nil, nil, errors.New("the file of a job is not as long as it was")
	}
	return j, f, nil
}
