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

// CarryRisks moves the risk points on a process's last version to the steps with the same key
// in the next one, whose ids are given by key. A step with risk points in force cannot be
// removed.
func CarryRisks(ctx context.Context, tx *ent.Tx, last []*ent.ProcessStep, next map[string]int64) error {
	for _, old := range last {
		id, kept := next[old.Key]
		if !kept {
			if err := mayLeaveOut(ctx, tx, old); err != nil {
				return err
			}
			continue
		}
		risks, err := tx.RiskPoint.Query().Where(riskpoint.StepID(old.ID)).Order(riskpoint.ByID()).All(ctx)
		if err != nil {
			return err
		}
		for _, r := range risks {
			if err := tx.RiskPoint.UpdateOne(r).SetStepID(id).Exec(ctx); err != nil {
				return err
			}
		}
	}
	return nil
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
