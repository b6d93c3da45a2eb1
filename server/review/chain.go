package review

import (
	"cmp"
	"slices"

	"sineng/ent/term"
)

// Approver is somebody who leads a form's unit, or one above it, on a day.
type Approver struct {
	Person int64
	Kind   term.PortfolioKind
	// Level is that of the unit that they lead, 1 at the top.
	Level int
	// ID is that of the portfolio; of several the one given first counts.
	ID int64
}

var tiers = []term.PortfolioKind{term.PortfolioKindHead, term.PortfolioKindInCharge, term.PortfolioKindPrincipal}

// Chain orders those who may be asked: the head, who is in charge and the principal leader
// nearest to the unit, then the principal leaders above.
func Chain(leads []Approver) []Approver {
	var out []Approver
	for _, tier := range tiers {
		nearest := 0
		for _, r := range leads {
			if r.Kind == tier {
				nearest = max(nearest, r.Level)
			}
		}
		for _, r := range leads {
			if r.Kind == tier && (r.Level == nearest || tier == term.PortfolioKindPrincipal) {
				out = append(out, r)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Approver) int {
		return cmp.Or(cmp.Compare(slices.Index(tiers, a.Kind), slices.Index(tiers, b.Kind)), cmp.Compare(b.Level, a.Level), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// Candidates are those to whom a stage may be addressed, the first to be asked first. Who
// prepared the form or signed for another stage of it is passed over, so that the next tier
// answers where tiers coincide. A person's own form is answered above them. No candidates are
// left where the leading group, the tier above all, is to answer.
func Candidates(stage term.FormState, chain []Approver, passed map[int64]bool, subject int64) []Approver {
	start := 0
	for i, r := range chain {
		if subject != 0 && r.Person == subject {
			start = i + 1
			for start < len(chain) && chain[start].Kind == r.Kind && chain[start].Level == r.Level {
				start++
			}
		}
	}
	var out []Approver
	for _, r := range chain[start:] {
		if !passed[r.Person] && (stage == term.FormStateDeptReview || r.Kind != term.PortfolioKindHead) {
			out = append(out, r)
		}
	}
	return out
}

// ToPerson tells whether a stage is addressed to a person; the others are open to all who hold
// its role.
func ToPerson(stage term.FormState) bool {
	return stage == term.FormStateDeptReview || stage == term.FormStateLeaderReview
}
