package register

import (
	"context"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/agenda"
	"sineng/server/authz"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/tally"
)

// EndorseGrade is the input of Service.EndorseGrade.
type EndorseGrade struct {
	RiskPointID     int64
	ExpectedVersion int
	Grade           term.Grade
	Reason          string
}

// AnswerEndorsement is the input of Service.ConcurGrade and Service.RefuseGrade.
type AnswerEndorsement struct {
	RiskPointID     int64
	ExpectedVersion int
	Reason          string
}

// EndorseGrade submits a grade that B's tier decides to the inspectors, who concur or refuse.
// It changes no grade and replaces an earlier endorsement.
func (s *Service) EndorseGrade(ctx context.Context, in EndorseGrade) (*Assessed, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	if bad := length("reason", in.Reason, 0, 2000, "理由", "The reason"); bad != nil {
		return nil, bad
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Assessed, error) {
		r, action, err := s.holdForDecision(ctx, tx, in.RiskPointID, in.Grade)
		if err != nil {
			return nil, err
		}
		to, err := NextRisk(RiskStateOf(r), RiskEndorse, in.Grade, actsAs(viewer.FromContext(ctx), Decider))
		if err != nil {
			return nil, err
		}
		d, recipe, err := s.judge(ctx, tx, r, in.Grade, in.Reason)
		if err != nil {
			return nil, err
		}
		if err := d.validate(); err != nil {
			return nil, err
		}
		return s.assessTo(ctx, tx, r, in.ExpectedVersion, to, d.entry(recipe).as(RiskEndorse, action))
	})
}

// ConcurGrade decides the endorsed grade. The viewer must be an inspector of the unit who
// neither proposed nor endorsed it.
func (s *Service) ConcurGrade(ctx context.Context, in AnswerEndorsement) (*Assessed, error) {
	return s.answer(ctx, in, RiskConcur, 0)
}

// RefuseGrade rejects an endorsed grade with a reason; the decided grade is unchanged.
func (s *Service) RefuseGrade(ctx context.Context, in AnswerEndorsement) (*Assessed, error) {
	return s.answer(ctx, in, RiskRefuse, 1)
}

// answer is an inspector's answer to an endorsed grade, with a reason of a minimum length.
func (s *Service) answer(ctx context.Context, in AnswerEndorsement, action RiskAction, least int) (*Assessed, error) {
	if bad := length("reason", strings.TrimSpace(in.Reason), least, 2000, "理由", "The reason"); bad != nil {
		return nil, bad
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Assessed, error) {
		r, err := s.holdRisk(ctx, tx, in.RiskPointID, org.Hold, authz.ReadRegister, "riskPointId")
		if err != nil {
			return nil, err
		}
		if err := authz.Check(ctx, authz.ConcurGrades, tally.LevelsOf(r)); err != nil {
			return nil, err
		}
		known, err := s.past(ctx, tx, r.ID)
		if err != nil {
			return nil, err
		}
		if known.endorsement == nil {
			return nil, notEndorsed()
		}
		to, err := NextRisk(RiskStateOf(r), action, term.Ungraded, Concurring)
		if err != nil {
			return nil, err
		}
		if err := validateConcurrence(viewer.FromContext(ctx), known); err != nil {
			return nil, err
		}
		endorsed := known.endorsement
		return s.assessTo(ctx, tx, r, in.ExpectedVersion, to, assessment{grade: endorsed.Grade, computed: endorsed.ComputedGrade, rule: endorsed.Rule,
			version: endorsed.RuleVersion, clause: endorsed.Clause, reason: in.Reason, meeting: endorsed.MeetingID}.as(action, authz.ConcurGrades))
	})
}

// validateConcurrence requires three different people: the proposer, the endorser and the one
// who concurs.
func validateConcurrence(v *viewer.Viewer, known past) error {
	switch {
	case known.authored(v):
		return ownProposal()
	case by(v, known.endorsement):
		return ownEndorsement()
	}
	return nil
}

// DecideInMeeting is the input of Service.DecideInMeeting.
type DecideInMeeting struct {
	RiskPointID int64
	MeetingID   int64
	Grade       term.Grade
	Reason      string
	// Body is whose votes carried it.
	Body agenda.Body
	// Proposal is true where the outcome is a proposal to the tier that decides.
	Proposal bool
}

// DecideInMeeting decides the grade that a meeting voted for, in the transaction of the
// context. Whoever holds the meeting must be of the tier that decides the grade. A grade of
// B's tier, decided by other votes than the leading group's, is endorsed and awaits an
// inspector.
func (s *Service) DecideInMeeting(ctx context.Context, in DecideInMeeting) (*Assessed, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	if bad := length("reason", in.Reason, 0, 2000, "理由", "The reason"); bad != nil {
		return nil, bad
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Assessed, error) {
		r, action, err := s.holdForDecision(ctx, tx, in.RiskPointID, in.Grade)
		if err != nil {
			return nil, err
		}
		d, recipe, err := s.judge(ctx, tx, r, in.Grade, in.Reason)
		if err != nil {
			return nil, err
		}
		// The meeting decides, not the person who records the outcome.
		d.ownProposal = false
		if err := d.validate(); err != nil {
			return nil, err
		}
		entry := d.entry(recipe)
		entry.meeting = &in.MeetingID
		step, as := RiskDecide, GroupMeeting
		if in.Body != agenda.LeadingGroup {
			as = UnitMeeting
			if WayOf(r.Grade, in.Grade) == ByConcurrence {
				step = RiskEndorse
			}
		}
		if in.Proposal {
			step = RiskPropose
		}
		to, err := NextRisk(RiskStateOf(r), step, in.Grade, as)
		if err != nil {
			return nil, err
		}
		return s.assessTo(ctx, tx, r, r.Version, to, entry.as(step, action))
	})
}

// CheckVotable checks whether a meeting on a day, held by somebody of the viewer's tier, could
// decide a grade for a risk point, and returns the risk point.
func (s *Service) CheckVotable(ctx context.Context, tx *ent.Tx, riskPointID int64, grade term.Grade, day time.Time) (*ent.RiskPoint, error) {
	r, _, err := s.holdForDecision(ctx, tx, riskPointID, grade)
	if err != nil {
		return nil, err
	}
	d, _, err := s.judge(ctx, tx, r, grade, "")
	if err != nil {
		return nil, err
	}
	if d.today.Before(day) {
		d.today = day
	}
	if bad := d.mayLower(); bad != nil {
		return nil, bad
	}
	if bad := d.mustAssess(); bad != nil {
		return nil, bad
	}
	return r, nil
}
