package register

import (
	"context"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/agenda"
	"sineng/server/authz"
)

// checkRetirement refuses a retirement by a meeting: a ground that does not apply, or an A that
// is still a risk before its clean periods are over.
func (s *Service) checkRetirement(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, ground term.RetireGround, day time.Time) error {
	if err := checkGround(r, ground); err != nil {
		return err
	}
	if ground != term.RetireGroundNoRisk {
		return nil
	}
	known, err := s.past(ctx, tx, r.ID)
	if err != nil {
		return err
	}
	d := decision{present: r.Grade, decided: term.Ungraded, assessed: true, lowerableFrom: known.lowerableFrom, today: s.store.Today()}
	if d.today.Before(day) {
		d.today = day
	}
	if bad := d.mayLower(); bad != nil {
		return bad
	}
	return nil
}

// retireInMeeting retires a risk point by votes of the leading group.
func (s *Service) retireInMeeting(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, o agenda.Outcome) (*Assessed, error) {
	to, err := NextRisk(RiskStateOf(r), RiskRetire, term.Ungraded, GroupMeeting)
	if err != nil {
		return nil, err
	}
	if err := s.checkRetirement(ctx, tx, r, *o.Item.Ground, s.store.Today()); err != nil {
		return nil, err
	}
	reason := o.Item.Content
	if reason == "" {
		reason = o.Item.Ground.Label("zh")
	}
	entry := s.retirement(r, *o.Item.Ground, reason)
	entry.meeting = &o.MeetingID
	return s.assessTo(ctx, tx, r, r.Version, to, entry.as(RiskRetire, authz.DecideA), s.retired(reason))
}
