package campaign

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/form"
	"sineng/ent/job"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	jobs "sineng/server/job"
	"sineng/server/org"
)

// Step is the input of what moves a campaign on.
type Step struct {
	ID              int64
	ExpectedVersion int
	// Reason is why; needed to close and to archive.
	Reason string
}

// step makes one change to a campaign under an action of the log.
func (s *Service) step(ctx context.Context, in Step, action term.AuditAction, change func(ctx context.Context, tx *ent.Tx, c *ent.Campaign, u *ent.CampaignUpdateOne) error) (*ent.Campaign, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	least := 0
	if action == term.AuditActionCloseCampaign || action == term.AuditActionArchiveCampaign {
		least = 1
	}
	if err := org.Length("reason", in.Reason, least, 500, "理由", "The reason"); err != nil {
		return nil, err
	}
	return audit.Write(ctx, s.store, audit.Event{Action: action, Right: authz.ManageCampaigns, Reason: in.Reason}, func(ctx context.Context, tx *ent.Tx) (*ent.Campaign, error) {
		c, err := s.hold(ctx, tx, in.ID, in.ExpectedVersion)
		if err != nil {
			return nil, err
		}
		u := tx.Campaign.UpdateOne(c).AddVersion(1).SetUpdatedAt(s.store.Now())
		if err := change(ctx, tx, c, u); err != nil {
			return nil, err
		}
		return u.Save(ctx)
	})
}

// Open begins the first phase and asks for the forms of everybody in scope, by a job.
func (s *Service) Open(ctx context.Context, in Step) (*ent.Campaign, error) {
	return s.step(ctx, in, term.AuditActionOpenCampaign, func(ctx context.Context, tx *ent.Tx, c *ent.Campaign, u *ent.CampaignUpdateOne) error {
		if c.OpenedAt != nil && (c.ClosedAt != nil || c.ExpectedAt != nil) {
			return fault.New(fault.InvalidTransition, "CAMPAIGN_OPENED", "id", "该专项工作已经启动过", "The campaign was opened already")
		}
		if c.OpenedAt == nil {
			u.SetOpenedAt(s.store.Now()).SetPhase(c.Phases[0].Phase)
		}
		return s.alignLater(ctx, tx, c)
	})
}

// Advance begins the next phase of the plan.
func (s *Service) Advance(ctx context.Context, in Step) (*ent.Campaign, error) {
	return s.step(ctx, in, term.AuditActionAdvanceCampaign, func(_ context.Context, _ *ent.Tx, c *ent.Campaign, u *ent.CampaignUpdateOne) error {
		if err := CheckRunning(c); err != nil {
			return err
		}
		next, ok := Next(c)
		if !ok {
			return fault.New(fault.InvalidTransition, "LAST_PHASE", "id", "已是最后一个阶段,可以结束该专项工作", "This is the last phase; the campaign can be closed")
		}
		u.SetPhase(next)
		return nil
	})
}

// Next is the phase of the plan after the one that a campaign stands in; false after the last.
func Next(c *ent.Campaign) (term.CampaignPhase, bool) {
	at := slices.IndexFunc(c.Phases, func(p term.PhasePlan) bool { return p.Phase == c.Phase })
	if at < 0 || at+1 == len(c.Phases) {
		return "", false
	}
	return c.Phases[at+1].Phase, true
}

// Close ends the filling and reviewing of all forms. What is public stays so to the end of its
// window and is filed then.
func (s *Service) Close(ctx context.Context, in Step) (*ent.Campaign, error) {
	return s.step(ctx, in, term.AuditActionCloseCampaign, func(_ context.Context, _ *ent.Tx, c *ent.Campaign, u *ent.CampaignUpdateOne) error {
		if err := CheckRunning(c); err != nil {
			return err
		}
		u.SetClosedAt(s.store.Now())
		return nil
	})
}

// Archive puts a closed campaign away, once nothing of it is public any more; nothing of it changes
// after that.
func (s *Service) Archive(ctx context.Context, in Step) (*ent.Campaign, error) {
	return s.step(ctx, in, term.AuditActionArchiveCampaign, func(ctx context.Context, tx *ent.Tx, c *ent.Campaign, u *ent.CampaignUpdateOne) error {
		switch {
		case c.ClosedAt == nil:
			return fault.New(fault.InvalidTransition, "CAMPAIGN_RUNNING", "id", "请先结束该专项工作再归档", "Close the campaign before archiving it")
		case c.Phase == term.CampaignPhaseArchived:
			return fault.New(fault.InvalidTransition, "CAMPAIGN_ARCHIVED", "id", "该专项工作已经归档", "The campaign is archived already")
		}
		if err := nothingPublic(ctx, tx, c); err != nil {
			return err
		}
		u.SetPhase(term.CampaignPhaseArchived)
		return nil
	})
}

// nothingPublic refuses to go on while forms of a campaign are in their public window.
func nothingPublic(ctx context.Context, tx *ent.Tx, c *ent.Campaign) error {
	public := tx.Form.Query().Where(form.CampaignID(c.ID), form.StateEQ(term.FormStatePublicity))
	n, err := public.Clone().Count(viewer.System(ctx))
	if err != nil || n == 0 {
		return err
	}
	last, err := public.Order(form.ByPublicityUntil(sql.OrderDesc())).First(viewer.System(ctx))
	if err != nil {
		return err
	}
	until := "—"
	if last.PublicityUntil != nil {
		until = last.PublicityUntil.Format(time.DateOnly)
	}
	return fault.New(fault.InvalidTransition, "PUBLICITY_RUNNING", "id",
		fmt.Sprintf("还有 %d 份表格正在公示,最晚到 %s;公示期满备案后再归档", n, until),
		fmt.Sprintf("%d forms are public, the last until %s; archive the campaign once they are filed", n, until))
}

// alignLater asks for the job that brings the forms of a campaign in line with its plan and the
// organisation, unless one waits to begin.
func (s *Service) alignLater(ctx context.Context, tx *ent.Tx, c *ent.Campaign) error {
	waits, err := tx.Job.Query().Where(job.ObjectID(c.ID), job.KindEQ(term.JobKindOpenCampaign), job.StateEQ(term.JobStateQueued), job.Cursor("")).
		Exist(viewer.System(ctx))
	if err != nil || waits {
		return err
	}
	_, err = jobs.Enqueue(ctx, s.store, term.JobKindOpenCampaign, c.ID, nil)
	return err
}

// Job is the newest job that makes the forms of a campaign, for those who manage it; nil for
// others and before it is opened.
func (s *Service) Job(ctx context.Context, c *ent.Campaign) (*ent.Job, error) {
	v := viewer.FromContext(ctx)
	if v == nil || v.TokenID != 0 || !authz.May(v, authz.ManageCampaigns, levelsOf(c)) {
		return nil, nil
	}
	row, err := s.store.Reader(ctx).Job.Query().Where(job.ObjectID(c.ID), job.KindEQ(term.JobKindOpenCampaign)).
		Order(ent.Desc(job.FieldID)).First(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return row, err
}
