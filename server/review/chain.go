package review

import (
	"slices"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/office"
)

// ownRoles are the roles whose holders answer a form in each state that awaits an answer.
var ownRoles = map[term.FormState][]term.Role{
	term.FormStateDeptReview:       {term.RoleDeptHead},
	term.FormStateLeaderReview:     {term.RoleLeaderInCharge},
	term.FormStateInspectionReview: {term.RoleInspector},
	term.FormStateGroupReview:      {term.RoleLeadingGroup},
	term.FormStateRevising:         {term.RoleInspector, term.RoleLeadingGroup},
}

// RolesOf are the roles whose holders answer a form in a state; nil where it awaits no answer.
func RolesOf(state term.FormState) []term.Role { return ownRoles[state] }

// ToPerson reports whether a stage is addressed to a person; the others are open to all
// holders of their role.
func ToPerson(stage term.FormState) bool {
	return slices.ContainsFunc(ownRoles[stage], term.Role.Leads)
}

// Turn is who answers a form in a state. Whoever prepared it or signed another stage of it is
// passed over, and the next in the chain above its unit is asked, as office.Ask says. A personal
// form is answered above its person. Inspectors and the leading group are asked as such; where
// there are none, the form waits for an appointment.
func Turn(state term.FormState, facts *office.Facts, f *ent.Form, decisions []*ent.ReviewDecision) office.Answer {
	chain, bars := facts.Chain(f.UnitID), barring(state, f, decisions)
	if ToPerson(state) {
		lowest := ownRoles[state][0]
		subject := chain.From(lowest)
		if f.PersonID != nil {
			chain = chain.Over(*f.PersonID)
		}
		chain = chain.From(lowest)
		own := 0
		for own < len(chain) && chain[own].Role == lowest {
			own++
		}
		return aboutThem(office.Ask(chain[:own], chain[own:], bars), f, subject)
	}
	var own office.Chain
	for _, role := range ownRoles[state] {
		own = append(own, facts.Holders(role, f.UnitID)...)
	}
	if len(own) == 0 {
		return office.Answer{Turn: term.TurnOwn}
	}
	above := chain.From(term.RolePrincipalLeader)
	if state == term.FormStateGroupReview {
		above = nil // nobody stands above the leading group
	}
	return office.Ask(own, above, bars)
}

// aboutThem adds to those who are passed over the person whom a form is about, where they lead
// the unit themself.
func aboutThem(a office.Answer, f *ent.Form, chain office.Chain) office.Answer {
	if f.PersonID == nil || a.Turn == term.TurnOwn {
		return a
	}
	for _, h := range chain {
		if h.Person == *f.PersonID {
			a.Passed = append([]term.PassedOver{{Person: h.Person, Account: h.Account, Role: h.Role, Because: term.BarSubject}}, a.Passed...)
			break
		}
	}
	return a
}

// barring says why somebody may not answer a form in a state.
func barring(state term.FormState, f *ent.Form, decisions []*ent.ReviewDecision) func(office.Holder) term.Bar {
	signs := slices.Contains(Stages, state)
	return func(h office.Holder) term.Bar {
		switch {
		case h.Person != 0 && is(f.PersonID, h.Person):
			return term.BarSubject
		case h.Person != 0 && slices.Contains(f.PreparedByPersons, h.Person), h.Account != 0 && slices.Contains(f.PreparedBy, h.Account):
			return term.BarPrepared
		}
		for _, o := range approvals(decisions) {
			if signs && (h.Person != 0 && (is(o.SignerID, h.Person) || is(o.BehalfID, h.Person)) || h.Account != 0 && is(o.AccountID, h.Account)) {
				return term.BarSigned
			}
		}
		return ""
	}
}
