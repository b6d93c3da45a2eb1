package register

import (
	"context"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
	"sineng/server/tally"
)

// RetireRiskPoint retires a risk point that one person may retire: C, or one without a grade,
// with a reason. B needs EndorseRetirement (CONCURRENCE_REQUIRED), A a meeting
// (MEETING_REQUIRED). One that was endorsed or put on an agenda since it was last decided stays
// as it is, and its retirement waits as an act (WaitingRetirement) for somebody of the tier that
// decides the grade in question: who began would otherwise take away alone what two or more were
// to decide.
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
		if _, err := NextRisk(RiskStateOf(r), RiskRetire, term.Ungraded, actsAs(viewer.FromContext(ctx), as)); err != nil {
			return nil, err
		}
		right, err := s.contested(ctx, tx, r)
		if err != nil {
			return nil, err
		}
		if right != "" {
			if r.Version != expectedVersion {
				return nil, fault.Stale()
			}
			if waits, err := s.waitRetirement(ctx, tx, r, right, retiring{Reason: reason}); err != nil || waits {
				return r, err
			}
		}
		return s.retire(ctx, tx, r, expectedVersion, actsAs(viewer.FromContext(ctx), as), action, reason)
	})
}

// retire retires a risk point in a capacity and by a right.
func (s *Service) retire(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, expectedVersion int, as RiskCapacity, right authz.Action, reason string) (*ent.RiskPoint, error) {
	to, err := NextRisk(RiskStateOf(r), RiskRetire, term.Ungraded, as)
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
	return out, audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionRetireRiskPoint, Right: right,
		At: tally.LevelsOf(r), Object: r.ID, Reason: reason})
}

// retired writes when and why a risk point was retired.
func (s *Service) retired(reason string) func(*ent.RiskPointMutation) {
	return func(m *ent.RiskPointMutation) {
		m.SetRetiredReason(reason)
		m.SetRetiredAt(s.store.Now())
	}
}

// contested is the right of the tier that decides what was endorsed for a risk point, or put on
// an agenda, since it was last decided; empty where one person retires it.
func (s *Service) contested(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint) (authz.Action, error) {
	known, err := s.past(everywhere(ctx), tx, r.ID)
	if err != nil {
		return "", err
	}
	worst := known.endorsed
	if s.desk != nil {
		tabled, err := s.desk.Tabled(ctx, tx, r.ID, known.decidedAt)
		if err != nil {
			return "", err
		}
		worst = term.Worst(worst, tabled)
	}
	if worst == term.Ungraded {
		return "", nil
	}
	return DecisionNeeds(r.Grade, worst), nil
}
