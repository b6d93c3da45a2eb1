package register

import (
	"context"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/viewer"
	"sineng/server/org"
	"sineng/server/tally"
)

// enterRisk writes where a risk point goes. It is the only place that does; the state comes from
// NextRisk.
func enterRisk(m *ent.RiskPointMutation, from, to RiskState) {
	if to.Status != from.Status {
		m.SetStatus(to.Status)
	}
	if to.Grade != from.Grade {
		m.SetGrade(to.Grade)
	}
	if to.Proposed != from.Proposed {
		m.SetProposedGrade(to.Proposed)
	}
	if to.Endorsed != from.Endorsed {
		m.SetEndorsedGrade(to.Endorsed)
	}
}

// moveRisk takes a risk point to a state, with what else changes of it, and keeps the counts.
func (s *Service) moveRisk(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, expectedVersion int, to RiskState, change ...func(*ent.RiskPointMutation)) (*ent.RiskPoint, error) {
	u := tx.RiskPoint.UpdateOne(r).Where(riskpoint.Version(expectedVersion)).AddVersion(1).SetUpdatedAt(s.store.Now())
	enterRisk(u.Mutation(), RiskStateOf(r), to)
	for _, c := range change {
		c(u.Mutation())
	}
	before := tally.KeyOf(r)
	after, err := u.Save(ctx)
	if err != nil {
		return nil, org.Stale(err)
	}
	return after, tally.Changed(ctx, tx, before, after)
}

// actsAs is the capacity in which somebody acts, which the program itself need not have.
func actsAs(v *viewer.Viewer, as RiskCapacity) RiskCapacity {
	if v.System {
		return Program
	}
	return as
}
