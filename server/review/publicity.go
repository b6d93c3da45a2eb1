package review

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/publicnotice"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/store"
	"sineng/server/timer"
)

// publish opens the public display of a form: the submission with the grades decided since.
func (s *Service) publish(ctx context.Context, r *round, update *ent.FormUpdateOne) error {
	content, err := s.decided(ctx, r)
	if err != nil {
		return err
	}
	hash, err := s.freeze(ctx, r, content)
	if err != nil {
		return err
	}
	from := s.store.Today()
	to := from.AddDate(0, 0, r.campaign.PublicityDays-1)
	update.SetPublicityUntil(to)
	create := r.tx.PublicNotice.Create().SetFormID(r.form.ID).SetSubmissionID(r.submission.ID).SetSlug(s.slug()).SetHash(hash).SetFromDay(from).SetToDay(to)
	placed(create, r.form)
	if err := create.Exec(everywhere(ctx)); err != nil {
		return err
	}
	return timer.Set(ctx, r.tx, DueWindow, r.form.ID, store.StartOf(to.AddDate(0, 0, 1)))
}

// endNotice closes the public display of a form that moves on or back; a form has at most one
// open.
func (s *Service) endNotice(ctx context.Context, r *round, at time.Time) error {
	sys := everywhere(ctx)
	open, err := r.tx.PublicNotice.Query().Where(publicnotice.FormID(r.form.ID), publicnotice.EndedAtIsNil()).All(sys)
	if err != nil {
		return err
	}
	for _, n := range open {
		if err := r.tx.PublicNotice.UpdateOne(n).AddVersion(1).SetEndedAt(at).Exec(sys); err != nil {
			return err
		}
	}
	return timer.Cancel(ctx, r.tx, DueWindow, r.form.ID)
}

// windowEnds sends on a form whose public display is over, also in a closed campaign, since
// nobody needs to act on it.
func (s *Service) windowEnds(ctx context.Context, _ *ent.Tx, item *timer.Item) error {
	_, err := s.endPublicity(ctx, item.Object, s.store.Now())
	return err
}

// endPublicity sends a form on, unless its public display is still open or another server was
// faster.
func (s *Service) endPublicity(ctx context.Context, id int64, now time.Time) (bool, error) {
	moved := false
	_, err := s.within(ctx, func(ctx context.Context, tx *ent.Tx) (*ent.Form, *fault.Error, error) {
		moved = false
		r, err := s.hold(ctx, tx, id)
		if err != nil {
			return nil, nil, err
		}
		if f := r.form; r.campaign.Phase == term.CampaignPhaseArchived || f.State != term.FormStatePublicity || f.PublicityUntil == nil || !f.PublicityUntil.Before(store.DayOf(now)) {
			return f, nil, nil // another server was faster
		}
		moved = true
		if changed, err := s.recheck(ctx, r); err != nil || changed != nil {
			return r.form, nil, err
		}
		if err := s.endNotice(ctx, r, now); err != nil {
			return nil, nil, err
		}
		if err := s.goOn(ctx, r, EndPublicity); err != nil {
			return nil, nil, err
		}
		return r.form, nil, s.recordStep(ctx, r, term.AuditActionEndPublicity, "", "")
	})
	return moved, err
}
