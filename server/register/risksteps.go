package register

import (
	"context"
	"fmt"

	"sineng/ent"
	"sineng/ent/process"
	"sineng/ent/processstep"
	"sineng/ent/riskpoint"
	"sineng/ent/term"
	"sineng/server/fault"
)

// A risk point refers to a step, so this package reads steps but does not write them. Package
// process saves processes and calls CarryRisks.

// currentStep finds a step by its key in the current process of a power.
func currentStep(ctx context.Context, tx *ent.Tx, powerID int64, key string) (*ent.ProcessStep, error) {
	return tx.ProcessStep.Query().
		Where(processstep.Key(key), processstep.HasProcessWith(process.PowerID(powerID), process.Current(true))).Only(ctx)
}

// StoodOn is what stands on the steps of a version: the risk points in force with their decided grades.
func StoodOn(ctx context.Context, tx *ent.Tx, steps []*ent.ProcessStep) ([]term.StoodRisk, error) {
	keys, ids := map[int64]string{}, make([]int64, len(steps))
	for i, st := range steps {
		keys[st.ID], ids[i] = st.Key, st.ID
	}
	risks, err := tx.RiskPoint.Query().Where(riskpoint.StepIDIn(ids...), riskpoint.StatusNEQ(term.RiskStatusRetired)).Order(riskpoint.ByID()).All(everywhere(ctx))
	out := make([]term.StoodRisk, len(risks))
	for i, r := range risks {
		out[i] = term.StoodRisk{StepKey: keys[*r.StepID], RiskPointID: r.ID, Title: r.Title, Grade: r.Grade, Types: r.RiskTypes.List()}
	}
	return out, err
}

// CarryRisks moves the risk points on a process's last version to the steps with the same key
// in the next one, whose ids are given by key. A step with risk points in force cannot be
// removed. On a step that changed, what was decided of a risk point and of its measures was decided on
// what is no more: its grade stays in force until it is decided anew, as of a risk point that is rewritten.
func (s *Service) CarryRisks(ctx context.Context, tx *ent.Tx, last []*ent.ProcessStep, next map[string]int64, changed map[string]bool) error {
	ids := make([]int64, len(last))
	for i, old := range last {
		ids[i] = old.ID
	}
	found, err := tx.RiskPoint.Query().Where(riskpoint.StepIDIn(ids...)).Order(riskpoint.ByID()).All(ctx)
	if err != nil {
		return err
	}
	on := map[int64][]*ent.RiskPoint{}
	for _, r := range found {
		on[*r.StepID] = append(on[*r.StepID], r)
	}
	var unsettled []int64
	for _, old := range last {
		id, kept := next[old.Key]
		if !kept {
			if err := mayLeaveOut(ctx, tx, old); err != nil {
				return err
			}
			continue
		}
		for _, r := range on[old.ID] {
			if changed[old.Key] && r.Status != term.RiskStatusRetired {
				unsettled = append(unsettled, r.ID)
				if _, err := s.rewrite(ctx, tx, r, r.Version, func(m *ent.RiskPointMutation) { m.SetStepID(id) }); err != nil {
					return err
				}
				continue
			}
			if err := tx.RiskPoint.UpdateOne(r).SetStepID(id).Exec(ctx); err != nil {
				return err
			}
		}
	}
	return s.unsettle(ctx, tx, unsettled)
}

// mayLeaveOut refuses to remove a step with risk points in force.
func mayLeaveOut(ctx context.Context, tx *ent.Tx, step *ent.ProcessStep) error {
	n, err := tx.RiskPoint.Query().Where(riskpoint.StepID(step.ID), riskpoint.StatusNEQ(term.RiskStatusRetired)).Count(ctx)
	if err != nil || n == 0 {
		return err
	}
	return fault.New(fault.InvalidTransition, "STEP_HAS_RISK_POINTS", "steps",
		fmt.Sprintf("环节“%s”下仍有 %d 个风险点,不能删去", step.Name, n),
		fmt.Sprintf("The step %q still has %d risk points and cannot be left out", step.Name, n))
}
