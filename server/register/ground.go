package register

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/fault"
)

// RetireGrounds are the grounds on which a risk point may be retired: that what it stands on has
// ended, or that it is no longer a risk. The register cannot tell whether something has ended,
// since a power or a step with risk points in force is not ended in it: whoever concurs, or the
// meeting, confirms it.
func RetireGrounds(r *ent.RiskPoint) []term.RetireGround {
	var out []term.RetireGround
	if r.PowerID != nil {
		out = append(out, term.RetireGroundPowerEnded)
	}
	if r.StepID != nil {
		out = append(out, term.RetireGroundStepEnded)
	}
	if r.PostID != nil {
		out = append(out, term.RetireGroundPostEnded)
	}
	return append(out, term.RetireGroundUnitEnded, term.RetireGroundNoRisk)
}

// checkGround refuses a ground that does not apply to a risk point.
func checkGround(r *ent.RiskPoint, g term.RetireGround) error {
	for _, applies := range RetireGrounds(r) {
		if g == applies {
			return nil
		}
	}
	return fault.Bad("ground", "GROUND_NOT_APPLICABLE", "该风险点不在职权、环节或岗位上,不能以“"+g.Label("zh")+"”为由撤销",
		"The risk point does not stand on such a thing, so that “"+g.Label("en")+"” is no ground for it")
}
