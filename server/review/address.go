package review

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/form"
	"sineng/server/office"
)

// candidates are those to whom a stage of a form may be addressed today.
func (s *Service) candidates(ctx context.Context, client *ent.Client, f *ent.Form, stage term.FormState, passed map[int64]bool) (office.Chain, error) {
	if !ToPerson(stage) {
		return nil, nil
	}
	facts, err := office.Read(client, office.On(s.store.Today())).Leaders(ctx, form.LevelsOf(f))
	if err != nil {
		return nil, err
	}
	var subject int64
	if f.PersonID != nil {
		subject = *f.PersonID
	}
	return Candidates(stage, facts.Chain(f.UnitID), passed, subject), nil
}

// address is the person to whom a stage is addressed when the form enters it; nil for all
// holders of its role.
func (s *Service) address(ctx context.Context, r *round, stage term.FormState) (*int64, error) {
	found, err := s.candidates(ctx, r.tx.Client(), r.form, stage, r.passed())
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0].Person, nil
}

// readdress addresses a form that is with a person to whoever is to answer it today, if the
// person no longer may.
func (s *Service) readdress(ctx context.Context, r *round) (moved bool, err error) {
	if !ToPerson(r.form.State) {
		return false, nil
	}
	found, err := s.candidates(ctx, r.tx.Client(), r.form, r.form.State, r.passed())
	if err != nil {
		return false, err
	}
	old := r.form.AddresseeID
	if old != nil && slices.ContainsFunc(found, func(c office.Holder) bool { return c.Person == *old }) || old == nil && len(found) == 0 {
		return false, nil
	}
	update := r.tx.Form.UpdateOne(r.form).AddVersion(1).SetUpdatedAt(s.store.Now()).ClearAddresseeID()
	if len(found) > 0 {
		update.SetAddresseeID(found[0].Person)
	}
	out, err := update.Save(everywhere(ctx))
	if err != nil {
		return false, err
	}
	r.form = out
	return true, s.record(ctx, out, term.AuditActionReaddressForm, "", "")
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
