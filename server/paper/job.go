package paper

import (
	"context"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/job"
)

// AskCampaign requests an archive of all forms of a campaign, which a job
// makes in the background. Only those who lead the campaign may.
func (s *Service) AskCampaign(ctx context.Context, campaignID int64) (*ent.Job, error) {
	return s.ExportCampaign(ctx, campaignID, func(ctx context.Context) (*ent.Job, error) {
		return job.Enqueue(ctx, s.store, term.JobKindExportCampaign, campaignID, nil)
	})
}

// Jobs returns the handlers of the service's kinds of jobs.
func (s *Service) Jobs() map[term.JobKind]job.Handler {
	return map[term.JobKind]job.Handler{term.JobKindExportCampaign: func(ctx context.Context, run *job.Run) error {
		return s.WriteCampaign(ctx, run, s.files, run.Job.ID, run.Job.ObjectID)
	}}
}
