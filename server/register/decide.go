package register

import (
	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/tally"
)

// deciding is the action that deciding a grade needs: A the leading group, B the leader
// in charge, C the head of the department, or any higher tier.
func deciding(g term.Grade) authz.Action {
	switch g {
	case term.GradeA:
		return authz.DecideA
	case term.GradeB:
		return authz.DecideB
	default:
		return authz.DecideC
	}
}

// DecisionNeeds is the action that a decision needs: the tier of the new grade, and to lower a
// grade the tier that decides the present one.
func DecisionNeeds(present, decided term.Grade) authz.Action {
	if present.Worse(decided) {
		return deciding(present)
	}
	return deciding(decided)
}

// validateDecision checks a decision against what was decided and proposed before.
// lowered grades and grades that depart from the recipe need a reason.
func validateDecision(present, decided term.Grade, computed Outcome, reason string, deciderIsProposer bool) error {
	var bad fault.List
	if deciderIsProposer {
		bad.Add(fault.New(fault.Forbidden, "OWN_PROPOSAL", "",
			"不能审定自己提出的等级", "Nobody decides a grade that they proposed"))
	}
	if reason == "" && present.Worse(decided) {
		bad.Add(fault.Bad("reason", "REASON_REQUIRED", "降低等级须说明理由", "Lowering a grade needs a reason"))
	} else if reason == "" && decided != computed.Grade {
		bad.Add(fault.Bad("reason", "REASON_REQUIRED",
			"审定等级与规则计算结果("+string(computed.Grade)+")不一致,须说明理由",
			"The grade departs from what the recipe gives ("+string(computed.Grade)+"): give a reason"))
	}
	return bad.Err()
}

// Decidable lists the grades that the viewer's tier may decide for a risk point as it
// stands; none for one that is retired.
func Decidable(v *viewer.Viewer, r *ent.RiskPoint) []term.Grade {
	out := []term.Grade{}
	if v == nil || r.Status == term.RiskStatusRetired {
		return out
	}
	for _, g := range []term.Grade{term.GradeA, term.GradeB, term.GradeC} {
		if authz.May(v, DecisionNeeds(r.Grade, g), tally.LevelsOf(r)) {
			out = append(out, g)
		}
	}
	return out
}
