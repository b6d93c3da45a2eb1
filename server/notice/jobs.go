package notice

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
)

// Jobs are the notices on background jobs, which stand in no entry of the log.
func Jobs() Source {
	return Source{
		Kinds: []Kind{{Kind: term.NoticeKindJobEnded, ZH: "您发起的“{job}”{jobState}", EN: "“{job}”, which you asked for: {jobState}", Page: "/jobs"}},
		Words: map[string]Word{"job": Label[term.JobKind], "jobState": Label[term.JobState]},
	}
}

// JobEnded notifies who asked for a background job that it has ended, in the transaction that
// ends it.
func (s *Service) JobEnded(ctx context.Context, j *ent.Job) error {
	if j.AccountID == nil {
		return nil
	}
	return s.Write(ctx, func(_ context.Context, b *Batch) error {
		b.Notify([]int64{*j.AccountID}, Notice{Kind: term.NoticeKindJobEnded, Object: j.ObjectID, Key: Key("job", j.ID),
			Words: map[string]string{"job": string(j.Kind), "jobState": string(j.State)}})
		return nil
	})
}
