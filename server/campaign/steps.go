package campaign

import (
	"context"
	"strings"

	"sineng/ent"
	"sineng/ent/job"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	jobs "sineng/server/job"
	"sineng/server/org"
)

// Step is the input of the actions that move a campaign on.
type Step struct {
	ID              int64
	ExpectedVersion int
	// Reason is required to close and to archive.
	Reason string
}

// step takes an action on a campaign and logs it as entry. then does what else the action
// needs, in the same transaction.
func (s *Service) step(ctx context.Context, in Step, action Action, as term.AuditAction, then func(ctx context.Context, tx *ent.Tx, c *ent.Campaign) error) (*ent.Campaign, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	least := 0
	if action == ActionClose || action == ActionArchive {
		least = 1
	}
	if err := org.Length("reason", in.Reason, least, 500, "理由", "The reason"); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: as, Right: authz.ManageCampaigns, Reason: in.Reason}, func(ctx context.Context, tx *ent.Tx) (*ent.Campaign, error) {
		c, err := s.hold(ctx, tx, in.ID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		facts, err := withPublicity(ctx, tx, c)
		if err != nil {
			return nil, err
		}
		now := s.store.Now()
		u := tx.Campaign.UpdateOne(c).AddVersion(1).SetUpdatedAt(now)
		if err := move(u, c, action, Manager, facts, now); err != nil {
			return nil, err
		}
		if then != nil {
			if err := then(ctx, tx, c); err != nil {
				return nil, err
			}
		}
		return u.Save(ctx)
	})
}

// Open begins the first phase; a job creates the forms of everybody in scope.
func (s *Service) Open(ctx context.Context, in Step) (*ent.Campaign, error) {
	return s.step(ctx, in, ActionOpen, term.AuditActionOpenCampaign, s.alignLater)
}

// Advance begins the next phase of the plan.
func (s *Service) Advance(ctx context.Context, in Step) (*ent.Campaign, error) {
	return s.step(ctx, in, ActionAdvance, term.AuditActionAdvanceCampaign, nil)
}

// Close ends the filling and reviewing of all forms. Forms on public display stay public to
// the end of their period and are then filed.
func (s *Service) Close(ctx context.Context, in Step) (*ent.Campaign, error) {
	return s.step(ctx, in, ActionClose, term.AuditActionCloseCampaign, nil)
}

// Archive archives a closed campaign, once none of its forms is public. Nothing of it changes
// after that.
func (s *Service) Archive(ctx context.Context, in Step) (*ent.Campaign, error) {
	return s.step(ctx, in, ActionArchive, term.AuditActionArchiveCampaign, nil)
}

// alignLater queues the job that brings the forms of a campaign into line with its plan and
// the organisation, unless one is queued already.
func (s *Service) alignLater(ctx context.Context, tx *ent.Tx, c *ent.Campaign) error {
	waits, err := tx.Job.Query().Where(job.ObjectID(c.ID), job.KindEQ(term.JobKindOpenCampaign), job.StateEQ(term.JobStateQueued), job.Cursor("")).
		Exist(viewer.System(ctx))
	if err != nil || waits {
		return err
	}
	_, err = jobs.Enqueue(ctx, s.store, term.JobKindOpenCampaign, c.ID, nil)
	return err
}

// Job is the newest job that creates the forms of a campaign, for those who manage it; nil for
// others and before the campaign is opened.
func (s *Service) Job(ctx context.Context, c *ent.Campaign) (*ent.Job, error) {
	v := viewer.FromContext(ctx)
	if v == nil || v.TokenID != 0 || !authz.May(v, authz.ManageCampaigns, c.Levels()) {
		return nil, nil
	}
	row, err := s.store.Reader(ctx).Job.Query().Where(job.ObjectID(c.ID), job.KindEQ(term.JobKindOpenCampaign)).
		Order(ent.Desc(job.FieldID)).First(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return row, err
}
