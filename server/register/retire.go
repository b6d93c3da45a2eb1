package register

import (
	"context"
	"strings"
	"time"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/agenda"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/tally"
)

// RetireWay is the way to retire a risk point of a grade. Retiring lowers the grade to none, so
// that it takes the hands that lowering takes: one person for C or no grade, a leader and an
// inspector for B, a meeting of the leading group for A.
func RetireWay(grade term.Grade) Way {
	if grade == term.Ungraded {
		return ByHead
	}
	return WayOf(grade, grade)
}

// RetiresAs is the capacity and the right needed to begin to retire a risk point of a grade.
func RetiresAs(grade term.Grade) (RiskCapacity, authz.Action) {
	if grade == term.Ungraded {
		return Assessor, authz.RecordRisk
	}
	return Decider, deciding(grade)
}

// MayRetire reports whether the viewer may begin to retire a risk point in the way of its grade:
// by putting it on an agenda where a meeting decides.
func MayRetire(v *viewer.Viewer, r *ent.RiskPoint) bool {
	if v == nil || r.Status == term.RiskStatusRetired {
		return false
	}
	_, action := RetiresAs(r.Grade)
	return authz.May(v, action, tally.LevelsOf(r))
}

// mayRetire refuses to retire a risk point of a grade in a capacity.
func mayRetire(grade term.Grade, as RiskCapacity) error {
	if as == Program || as == GroupMeeting {
		return nil
	}
	if RetireWay(grade) != ByHead {
		return wrongRetireWay(grade)
	}
	if needed, _ := RetiresAs(grade); as != needed {
		return notTheirs()
	}
	return nil
}

func wrongRetireWay(grade term.Grade) error {
	switch RetireWay(grade) {
	case ByMeeting:
		return fault.New(fault.InvalidTransition, "MEETING_REQUIRED", "id",
			"撤销 A 级风险点须由领导小组会议集体审定,请列入会议议程", "To retire an A is for a meeting of the leading group: put it on an agenda")
	case ByConcurrence:
		return fault.New(fault.InvalidTransition, "CONCURRENCE_REQUIRED", "id",
			"撤销 B 级风险点须由分管领导提请、纪检监察会签,请改用“提请撤销”", "To retire a B, the leader in charge endorses it and an inspector concurs: endorse the retirement instead")
	}
	return fault.New(fault.InvalidTransition, "NO_CONCURRENCE_NEEDED", "riskPointId",
		"该风险点由一人撤销,无须会签", "This risk point is retired by one person: retire it")
}

func retirementNotEndorsed() error {
	return fault.New(fault.InvalidTransition, "RETIREMENT_NOT_ENDORSED", "riskPointId",
		"该风险点没有待会签的撤销,可能已被处理或重新评估", "No retirement of this risk point waits for concurrence: it was answered, or the risk point was assessed again")
}

// RetireRiskPoint retires a risk point that one person may retire: C, or one without a grade,
// with a reason. B needs EndorseRetirement (CONCURRENCE_REQUIRED), A a meeting
// (MEETING_REQUIRED).
func (s *Service) RetireRiskPoint(ctx context.Context, id int64, expectedVersion int, reason string) (*ent.RiskPoint, error) {
	reason = strings.TrimSpace(reason)
	if bad := length("reason", reason, 1, 2000, "撤销理由", "The reason"); bad != nil {
		return nil, bad
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*ent.RiskPoint, error) {
		r, err := s.holdRisk(ctx, tx, id, org.HoldToEnd, authz.ReadRegister, "id")
		if err != nil {
			return nil, err
		}
		as, action := RetiresAs(r.Grade)
		if err := authz.Check(ctx, action, tally.LevelsOf(r)); err != nil {
			return nil, err
		}
		to, err := NextRisk(RiskStateOf(r), RiskRetire, term.Ungraded, actsAs(viewer.FromContext(ctx), as))
		if err != nil {
			return nil, err
		}
		if err := s.withdraw(ctx, tx, r.ID, "风险点已撤销"); err != nil {
			return nil, err
		}
		out, err := s.moveRisk(ctx, tx, r, expectedVersion, to, s.retired(reason))
		if err != nil {
			return nil, err
		}
		return out, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionRetireRiskPoint, Right: action,
			At: tally.LevelsOf(r), Object: r.ID, Reason: reason})
	})
}

// retired writes when and why a risk point was retired.
func (s *Service) retired(reason string) func(*ent.RiskPointMutation) {
	return func(m *ent.RiskPointMutation) {
		m.SetRetiredReason(reason)
		m.SetRetiredAt(s.store.Now())
	}
}

// EndorseRetirement is the input of Service.EndorseRetirement.
type EndorseRetirement struct {
	RiskPointID     int64
	ExpectedVersion int
	Ground          term.RetireGround
	Reason          string
}

// EndorseRetirement submits the retirement of a B to the inspectors, by the leader in charge or
// a higher tier, with a ground that applies to it (GROUND_NOT_APPLICABLE) and a reason.
func (s *Service) EndorseRetirement(ctx context.Context, in EndorseRetirement) (*Assessed, error) {
	in.Reason = strings.TrimSpace(in.Reason)
	if bad := length("reason", in.Reason, 1, 2000, "撤销理由", "The reason"); bad != nil {
		return nil, bad
	}
	return store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Assessed, error) {
		r, err := s.holdRisk(ctx, tx, in.RiskPointID, org.HoldToEnd, authz.ReadRegister, "riskPointId")
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
		return s.assessTo(ctx, tx, r, in.ExpectedVersion, to, s.retirement(r, in.Ground, in.Reason).as(RiskEndorseRetirement, action), retiringFor(in.Ground))
	})
}

// retirement is the assessment that records a step of retiring.
func (s *Service) retirement(r *ent.RiskPoint, ground term.RetireGround, reason string) assessment {
	return assessment{grade: term.Ungraded, computed: r.Grade, rule: RuleRetirement, version: 1, clause: string(ground), reason: reason}
}

// ConcurRetirement retires a risk point whose retirement was endorsed, by an inspector of the
// unit who did not endorse it. A ground that says that something has ended is confirmed by it.
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
		r, err := s.holdRisk(ctx, tx, in.RiskPointID, org.HoldToEnd, authz.ReadRegister, "riskPointId")
		if err != nil {
			return nil, err
		}
		if err := authz.Check(ctx, authz.ConcurGrades, tally.LevelsOf(r)); err != nil {
			return nil, err
		}
		to, err := NextRisk(RiskStateOf(r), action, term.Ungraded, Concurring)
		if err != nil {
			return nil, err
		}
		known, err := s.past(ctx, tx, r.ID)
		if err != nil {
			return nil, err
		}
		if by(viewer.FromContext(ctx), known.retirement) {
			return nil, ownEndorsement()
		}
		var change []func(*ent.RiskPointMutation)
		if action == RiskConcurRetirement {
			if err := s.withdraw(ctx, tx, r.ID, "风险点已撤销"); err != nil {
				return nil, err
			}
			change = append(change, s.retired(known.retirement.Reason))
		}
		return s.assessTo(ctx, tx, r, in.ExpectedVersion, to, s.retirement(r, *r.Retiring, in.Reason).as(action, authz.ConcurGrades), change...)
	})
}

func ownEndorsement() error {
	return fault.New(fault.Forbidden, "OWN_ENDORSEMENT", "", "提请会签的人不能同时会签,请由其他纪检监察人员会签",
		"Who endorsed it does not concur: another inspector does")
}

// holdToRetire loads a risk point in force, also of a closed unit.
func (s *Service) holdToRetire(ctx context.Context, tx *ent.Tx, id int64) (*ent.RiskPoint, error) {
	return s.holdRisk(ctx, tx, id, org.HoldToEnd, authz.ReadRegister, "riskPointId")
}

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
