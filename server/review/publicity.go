package review

import (
	"context"
	"errors"
	"time"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/publicnotice"
	"sineng/ent/term"
	"sineng/server/fault"
	"sineng/server/store"
)

// publish opens the public window of a form as it reads now: what was handed in, with the
// grades that have been decided since.
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
	return create.Exec(everywhere(ctx))
}

// endNotice closes the public window of a form that goes on or back; none is open elsewhere.
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
	return nil
}

// publicityBatch is how many forms a worker reads at a time.
const publicityBatch = 100

// EndPublicity sends on the forms whose public window is over and returns how many there were,
// also in a closed campaign: nobody has to act on them any more. One that cannot go on does not
// hold up the others.
func (s *Service) EndPublicity(ctx context.Context, now time.Time) (int, error) {
	done, after, today := 0, int64(0), store.DayOf(now)
	var failed error
	for {
		ids, err := s.store.Client.Form.Query().Where(entform.StateEQ(term.FormStatePublicity), entform.PublicityUntilLT(today), entform.IDGT(after)).
			Order(entform.ByID()).Limit(publicityBatch).IDs(everywhere(ctx))
		if err != nil || len(ids) == 0 {
			return done, errors.Join(failed, err)
		}
		for _, id := range ids {
			after = id
			moved, err := s.endPublicity(ctx, id, now)
			if err != nil {
				failed = err
			} else if moved {
				done++
			}
		}
	}
}

func (s *Service) endPublicity(ctx context.Context, id int64, now time.Time) (bool, error) {
	moved := false
	_, err := s.within(ctx, func(ctx context.Context, tx *ent.Tx) (*ent.Form, *fault.Error, error) {
		moved = false
		r, err := s.hold(ctx, tx, id)
		if err != nil {
			return nil, nil, err
		}
		if f := r.form; r.campaign.Phase == term.CampaignPhaseArchived || f.State != term.FormStatePublicity || f.PublicityUntil == nil || !f.PublicityUntil.Before(store.DayOf(now)) {
			return f, nil, nil // somebody was faster
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
		return r.form, nil, s.tellStep(ctx, r, term.AuditActionEndPublicity, "", "")
	})
	return moved, err
}
