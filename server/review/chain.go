package review

import (
	"sineng/ent/term"
	"sineng/server/office"
)

// Candidates are the people in the chain above a form's unit to whom a stage may be addressed,
// in the order of preference. Whoever prepared the form or signed another stage of it is
// skipped, so that the next tier answers where one person holds two tiers. A personal form is
// answered above its person. No candidates are left where the leading group, the highest tier,
// is to answer.
func Candidates(stage term.FormState, chain office.Chain, passed map[int64]bool, subject int64) office.Chain {
	lowest := term.RoleLeaderInCharge
	if stage == term.FormStateDeptReview {
		lowest = term.RoleDeptHead
	}
	return chain.Over(subject).From(lowest).Without(passed)
}

// ToPerson reports whether a stage is addressed to a person; the others are open to all
// holders of their role.
func ToPerson(stage term.FormState) bool {
	return Claim{State: stage, Addressed: ToThem}.answers()
}
