package review

import (
	"sineng/ent/term"
	"sineng/server/office"
)

// Candidates are those of the chain above a form's unit to whom a stage may be addressed, the
// first to be asked first. Who prepared the form or signed for another stage of it is passed
// over, so that the next tier answers where tiers coincide. A person's own form is answered
// above them. No candidates are left where the leading group, the tier above all, is to answer.
func Candidates(stage term.FormState, chain office.Chain, passed map[int64]bool, subject int64) office.Chain {
	lowest := term.RoleLeaderInCharge
	if stage == term.FormStateDeptReview {
		lowest = term.RoleDeptHead
	}
	return chain.Over(subject).From(lowest).Without(passed)
}

// ToPerson reports whether a stage is addressed to a person; the others are open to all who hold
// its role.
func ToPerson(stage term.FormState) bool {
	return Claim{State: stage, Addressed: ToThem}.answers()
}
