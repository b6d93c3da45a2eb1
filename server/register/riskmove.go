package register

import (
	"context"

	"sineng/ent"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/org"
	"sineng/server/tally"
)

// enterRisk sets the state that a risk point goes to, which comes from NextRisk. No other code
// does.
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
	if to.Outdated != from.Outdated {
		m.SetOutdated(to.Outdated)
	}
	if to.Opening != from.Opening {
		m.SetOpening(to.Opening)
	}
	if from.Retiring && !to.Retiring {
		m.ClearRetiring()
	}
}

// retiringFor writes why a retirement was endorsed, in the move to that state.
func retiringFor(ground term.RetireGround) func(*ent.RiskPointMutation) {
	return func(m *ent.RiskPointMutation) { m.SetRetiring(ground) }
}

// moveRisk moves a risk point to a state, with further changes, and updates the counts. An act
// that waits to retire it lapses where its state changes.
func (s *Service) moveRisk(ctx context.Context, tx *ent.Tx, r *ent.RiskPoint, expectedVersion int, to RiskState, change ...func(*ent.RiskPointMutation)) (*ent.RiskPoint, error) {
	u := tx.RiskPoint.UpdateOne(r).Where(riskpoint.Version(expectedVersion)).AddVersion(1).SetUpdatedAt(s.store.Now())
	from := RiskStateOf(r)
	if from != to {
		if err := s.lapse(ctx, tx, r.ID); err != nil {
			return nil, err
		}
	}
	enterRisk(u.Mutation(), from, to)
	for _, c := range change {
		c(u.Mutation())
	}
	before := tally.StateOf(r)
	after, err := u.Save(ctx)
	if err != nil {
		return nil, org.Stale(err)
	}
	return after, tally.Changed(ctx, tx, before, after)
}

// actsAs is the capacity of the actor; the program itself is always Program.
func actsAs(v *viewer.Viewer, as RiskCapacity) RiskCapacity {
	if v.System {
		return Program
	}
	return as
}
