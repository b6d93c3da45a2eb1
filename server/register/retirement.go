package register

import (
	"context"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/pending"
	"sineng/server/store"
	"sineng/server/tally"
)

// EndorseRetirement is the input of Service.EndorseRetirement.
type EndorseRetirement struct {
	RiskPointID     int64
	ExpectedVersion int
	Ground          term.RetireGround
	Reason          string
}

// EndorseRetirement submits the retirement of a B to the inspectors, by the leader in charge or
// a higher tier, with a ground that applies to it (GROUND_NOT_APPLICABLE) and a reason. It waits
// as an act, and replaces an earlier one.
func (s *Service) EndorseRetirement(ctx context.Context, in EndorseRetirement) (*Assessed, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	if bad := length("reason", in.Reason, 1, 2000, "撤销理由", "The reason"); bad != nil {
		return nil, bad
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Assessed, error) {
		r, err := s.holdToRetire(ctx, tx, in.RiskPointID)
		if err != nil {
			return nil, err
		}
		_, action := RetiresAs(r.Grade)
		if err := authz.Check(ctx, action, tally.LevelsOf(r)); err != nil {
			return nil, err
		}
		to, err := NextRisk(RiskStateOf(r), RiskEndorseRetirement, term.Ungraded, actsAs(viewer.FromContext(ctx), Decider))
		if err != nil {
			return nil, err
		}
		if err := checkGround(r, in.Ground); err != nil {
			return nil, err
		}
		if err := s.lapse(ctx, tx, r.ID); err != nil {
			return nil, err
		}
		done, err := s.assessTo(ctx, tx, r, in.ExpectedVersion, to, s.retirement(r, in.Ground, in.Reason).as(RiskEndorseRetirement, action), retiringFor(in.Ground))
		if err != nil {
			return nil, err
		}
		_, err = s.waitRetirement(ctx, tx, done.RiskPoint, authz.ConcurGrades, retiring{Ground: in.Ground, Reason: in.Reason})
		return done, err
	})
}

// retirement is the assessment that records a step of retiring.
func (s *Service) retirement(r *ent.RiskPoint, ground term.RetireGround, reason string) assessment {
	return assessment{grade: term.Ungraded, computed: r.Grade, rule: RuleRetirement, version: 1, clause: string(ground), reason: reason}
}

// ConcurRetirement retires a risk point whose retirement was endorsed, by an inspector of the
// unit who did not endorse it: it confirms the act that waits. A ground that says that something
// has ended is confirmed by it.
func (s *Service) ConcurRetirement(ctx context.Context, in AnswerEndorsement) (*Assessed, error) {
	return s.answerRetirement(ctx, in, RiskConcurRetirement, 0)
}

// RefuseRetirement refuses an endorsed retirement with a reason; the risk point stays.
func (s *Service) RefuseRetirement(ctx context.Context, in AnswerEndorsement) (*Assessed, error) {
	return s.answerRetirement(ctx, in, RiskRefuseRetirement, 1)
}

func (s *Service) answerRetirement(ctx context.Context, in AnswerEndorsement, action RiskAction, least int) (*Assessed, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	if bad := length("reason", in.Reason, least, 2000, "理由", "The reason"); bad != nil {
		return nil, bad
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Assessed, error) {
		r, err := s.holdToRetire(ctx, tx, in.RiskPointID)
		if err != nil {
			return nil, err
		}
		if err := authz.Check(ctx, authz.ConcurGrades, tally.LevelsOf(r)); err != nil {
			return nil, err
		}
		if _, err := NextRisk(RiskStateOf(r), action, term.Ungraded, Concurring); err != nil {
			return nil, err
		}
		act, err := pending.Waiting(ctx, tx.Client(), term.ActKindRetireRisk, r.ID)
		if err != nil {
			return nil, err
		}
		if act == nil { // it was endorsed by the program, or before acts were kept
			return s.settleRetirement(ctx, tx, r, in.ExpectedVersion, action, in.Reason)
		}
		if r.Version != in.ExpectedVersion {
			return nil, fault.Stale()
		}
		return s.answerAct(ctx, tx, act, action, in)
	})
}

// answerAct decides the act that stands beside an endorsed retirement.
func (s *Service) answerAct(ctx context.Context, tx *ent.Tx, act *ent.PendingAct, action RiskAction, in AnswerEndorsement) (*Assessed, error) {
	var err error
	if ctx = answering(ctx, in.Reason); action == RiskConcurRetirement {
		_, err = pending.Confirm(ctx, s.store, s.kinds(), act.ID)
	} else {
		_, err = pending.Decline(ctx, s.store, s.kinds(), act.ID, abridged(in.Reason))
	}
	if reasons := fault.All(err); len(reasons) > 0 && reasons[0].Reason == "NOT_SECOND_PERSON" {
		return nil, ownEndorsement()
	}
	if err != nil {
		return nil, err
	}
	r, err := tx.RiskPoint.Get(ctx, in.RiskPointID)
	if err != nil {
		return nil, err
	}
	known, err := s.past(ctx, tx, r.ID)
	return &Assessed{r, known.newest}, err
}

// settleRetirement enters an inspector's answer to an endorsed retirement, who is not who endorsed it.
func (s *Service) settleRetirement(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, version int, action RiskAction, reason string) (*Assessed, error) {
	to, err := NextRisk(RiskStateOf(r), action, term.Ungraded, Concurring)
	if err != nil {
		return nil, err
	}
	known, err := s.past(ctx, tx, r.ID)
	if err != nil {
		return nil, err
	}
	who := viewer.FromContext(ctx)
	if actor := viewer.Actor(ctx); actor != nil {
		who = actor
	}
	if by(who, known.retirement) {
		return nil, ownEndorsement()
	}
	var change []func(*ent.RiskPointMutation)
	if action == RiskConcurRetirement {
		if err := s.withdraw(ctx, tx, r.ID, "风险点已撤销"); err != nil {
			return nil, err
		}
		change = append(change, s.retired(known.retirement.Reason))
	}
	return s.assessTo(ctx, tx, r, version, to, s.retirement(r, *r.Retiring, reason).as(action, authz.ConcurGrades), change...)
}

func ownEndorsement() error {
	return fault.New(fault.Forbidden, "OWN_ENDORSEMENT", "", "提请会签的人不能同时会签,请由其他纪检监察人员会签",
		"Who endorsed it does not concur: another inspector does")
}

// holdToRetire loads a risk point in force, also of a closed unit.
func (s *Service) holdToRetire(ctx context.Context, tx *ent.Tx, id int64) (*ent.RiskPoint, error) {
	return s.holdRisk(ctx, tx, id, org.HoldToEnd, authz.ReadRegister, "riskPointId")
}
