package notice

import (
	"context"
	"time"

	"sineng/ent/job"
	"sineng/ent/term"
	"sineng/ent/viewer"
)

const (
	// jobCursor is the moment, in microseconds, up to which notices of ended jobs were made.
	jobCursor = "notice jobs"
	// jobLag is by how much later than its end a job may become visible.
	jobLag = time.Minute
	// jobBatch is how many jobs are read at a time.
	jobBatch = 500
)

// Jobs are the notices on background jobs, which stand in no entry of the log.
func Jobs() Source {
	return Source{
		Kinds: []Kind{{Kind: term.NoticeKindJobEnded, ZH: "您发起的“{job}”{jobState}", EN: "“{job}”, which you asked for: {jobState}", Page: "/jobs"}},
		Words: map[string]Word{"job": Label[term.JobKind], "jobState": Label[term.JobState]},
	}
}

// NotifyJobs notifies who asked for a background job that it has ended.
func (s *Service) NotifyJobs(ctx context.Context) error {
	ctx = viewer.System(ctx)
	since, err := s.cursor(ctx, jobCursor)
	if err != nil {
		return err
	}
	rows, err := s.store.Client.Job.Query().Where(job.StateIn(term.JobStateDone, term.JobStateFailed, term.JobStateCancelled),
		job.AccountIDNotNil(), job.EndedAtGT(time.UnixMicro(since).UTC())).Order(job.ByEndedAt(), job.ByID()).Limit(jobBatch).All(ctx)
	if err != nil || len(rows) == 0 {
		return err
	}
	err = s.Write(ctx, func(_ context.Context, b *Batch) error {
		for _, j := range rows {
			b.Notify([]int64{*j.AccountID}, Notice{Kind: term.NoticeKindJobEnded, Object: j.ObjectID, Key: Key("job", j.ID),
				Words: map[string]string{"job": string(j.Kind), "jobState": string(j.State)}})
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.moveCursor(ctx, jobCursor, min(rows[len(rows)-1].EndedAt.UnixMicro(), s.store.Now().Add(-jobLag).UnixMicro()))
}
