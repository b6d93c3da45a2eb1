package review

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/office"
)

// turn is who answers a form in a state today.
func (s *Service) turn(ctx context.Context, client *ent.Client, f *ent.Form, state term.FormState, decisions []*ent.ReviewDecision) (office.Answer, error) {
	if RolesOf(state) == nil {
		return office.Answer{Turn: term.TurnOwn}, nil
	}
	reader, path := office.Read(client, office.On(s.store.Today())), form.LevelsOf(f)
	if ToPerson(state) { // most often the leaders are enough
		facts, err := reader.Leaders(ctx, path)
		if err != nil {
			return office.Answer{}, err
		}
		if a := Turn(state, facts, f, decisions); len(a.Asked) > 0 && a.Turn != term.TurnAgain {
			return a, nil
		}
	}
	facts, err := reader.Holding(ctx, path, answering...)
	return Turn(state, facts, f, decisions), err
}

// answering are the roles that may answer a form.
var answering = append(slices.Clone(office.LeaderRoles), term.RoleInspector, term.RoleLeadingGroup)

// addressed sets on a form whose turn it is: the person who is asked first, or nobody where all
// holders of a role are asked.
func addressed(m *ent.FormUpdateOne, a office.Answer) *ent.FormUpdateOne {
	return m.ClearAddresseeID().SetNillableAddresseeID(addressee(a)).SetTurn(a.Turn).SetPassedOver(a.Passed)
}

// addressee is the person to whom a form is addressed; nil for all holders of a role.
func addressee(a office.Answer) *int64 {
	if len(a.Asked) == 0 || !a.Asked[0].Role.Leads() {
		return nil
	}
	return &a.Asked[0].Person
}

// readdress addresses a form in review to whoever is to answer it today, if whoever it was
// addressed to no longer may.
func (s *Service) readdress(ctx context.Context, r *round) (moved bool, err error) {
	if RolesOf(r.form.State) == nil {
		return false, nil
	}
	a, err := s.turn(ctx, r.tx.Client(), r.form, r.form.State, r.decisions)
	if err != nil || stays(r.form, a) {
		return false, err
	}
	out, err := addressed(r.tx.Form.UpdateOne(r.form).AddVersion(1).SetUpdatedAt(s.store.Now()), a).Save(everywhere(ctx))
	if err != nil {
		return false, err
	}
	r.form = out
	return true, s.record(ctx, out, term.AuditActionReaddressForm, "", "")
}

// stays reports whether a form is addressed to somebody who may still answer it.
func stays(f *ent.Form, a office.Answer) bool {
	if f.AddresseeID == nil {
		return addressee(a) == nil && a.Turn == TurnOf(f)
	}
	return (a.Turn == term.TurnAgain) == (f.Turn == term.TurnAgain) &&
		slices.ContainsFunc(a.Asked, func(c office.Holder) bool { return c.Role.Leads() && c.Person == *f.AddresseeID })
}

// TurnOf is whose turn it is to answer a form; forms addressed before it was kept are those of
// their own tier, or, without a person where one is asked, of the leading group.
func TurnOf(f *ent.Form) term.Turn {
	switch {
	case f.Turn != "":
		return f.Turn
	case ToPerson(f.State) && f.AddresseeID == nil:
		return term.TurnGroup
	}
	return term.TurnOwn
}

// signsFor are the people for whom somebody signs today.
func (s *Service) signsFor(ctx context.Context, client *ent.Client, deputy int64) ([]int64, error) {
	if deputy == 0 {
		return nil, nil
	}
	facts, err := office.Read(client, office.On(s.store.Today())).Delegations(ctx, nil, []int64{deputy})
	if err != nil {
		return nil, err
	}
	return facts.SignsFor(deputy), nil
}
