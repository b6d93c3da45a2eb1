package paper

import (
	"context"
	"errors"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/job"
)

// AskCampaign asks for an archive of all forms of a campaign, which a job makes in the
// background. Only who leads the campaign may.
func (s *Service) AskCampaign(ctx context.Context, campaignID int64) (*ent.Job, error) {
	return s.ExportCampaign(ctx, campaignID, func(ctx context.Context) (*ent.Job, error) {
		return job.Enqueue(ctx, s.store, term.JobKindExportCampaign, campaignID, nil)
	})
}

// Work is the handler of jobs that export a campaign; files keep the pieces meanwhile.
func (s *Service) Work(files Files) job.Handler {
	s.Cancelled = func(err error) bool { return errors.Is(err, job.ErrCancelled) }
	return func(ctx context.Context, run *job.Run) error {
		return s.WriteCampaign(ctx, run, files, run.Job.ID, run.Job.ObjectID)
	}
}
