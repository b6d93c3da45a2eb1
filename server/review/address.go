package review

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
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

// address is the person whom a stage is addressed to as it is entered; nil for all who hold
// its role.
func (s *Service) address(ctx context.Context, r *round, stage term.FormState) (*int64, error) {
	found, err := s.candidates(ctx, r.tx.Client(), r.form, stage, r.passed())
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0].Person, nil
}

// readdress gives a form that stands in a person's hands to who is to answer it today, when
// that is somebody else. Whoever still may answer it keeps it.
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
	return true, s.tell(ctx, out, term.AuditActionReaddressForm, "", "")
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

// signer is who takes a step and in which capacity.
type signer struct {
	viewer *viewer.Viewer
	person *ent.Person // nil for an account without one
	behalf *ent.Person // who delegated it
	role   term.Role
}

// capacity finds out in which capacity the viewer answers a stage; a refusal says why not.
func (s *Service) capacity(ctx context.Context, r *round, action Action) (*signer, *fault.Error, error) {
	v := viewer.FromContext(ctx)
	out := &signer{viewer: v}
	sys := everywhere(ctx)
	if v.PersonID != 0 {
		p, err := r.tx.Person.Get(sys, v.PersonID)
		if err != nil {
			return nil, nil, err
		}
		out.person = p
	}
	for _, capacity := range capacities[r.form.State][action] {
		switch {
		case capacity == Inspector && holds(v, term.RoleInspector, r.form):
			out.role = term.RoleInspector
		case (capacity == Group || capacity == Addressee && r.form.AddresseeID == nil) && holds(v, term.RoleLeadingGroup, r.form):
			out.role = term.RoleLeadingGroup
		case capacity == Addressee && r.form.AddresseeID != nil && v.PersonID != 0:
			acts, err := s.asAddressee(ctx, r, v, out)
			if err != nil {
				return nil, nil, err
			}
			if acts {
				return out, nil, nil
			}
		}
		if out.role != "" {
			return out, nil, nil
		}
	}
	if r.form.AddresseeID == nil {
		return nil, fault.New(fault.Forbidden, "NOT_ADDRESSED", "formId", "该表格当前不由您审核", "It is not yours to review as it stands"), nil
	}
	p, err := r.tx.Person.Get(sys, *r.form.AddresseeID)
	if err != nil {
		return nil, nil, err
	}
	return nil, fault.New(fault.Forbidden, "NOT_ADDRESSED", "formId",
		"该表格现由“"+p.Name+"”审核,不由您审核", "It is "+p.Name+"'s to review as it stands, not yours"), nil
}

// asAddressee tells whether the viewer is whom a form is addressed to, or signs for them.
func (s *Service) asAddressee(ctx context.Context, r *round, v *viewer.Viewer, out *signer) (bool, error) {
	sys, whom := everywhere(ctx), *r.form.AddresseeID
	if whom != v.PersonID {
		away, err := s.signsFor(ctx, r.tx.Client(), v.PersonID)
		if err != nil || !slices.Contains(away, whom) {
			return false, err
		}
		if out.behalf, err = r.tx.Person.Get(sys, whom); err != nil {
			return false, err
		}
	}
	found, err := s.candidates(ctx, r.tx.Client(), r.form, r.form.State, r.passed())
	if err != nil {
		return false, err
	}
	for _, c := range found {
		if c.Person == whom {
			out.role = c.Role
		}
	}
	return out.role != "", nil
}

// holds tells whether the viewer has a role on the form's unit.
func holds(v *viewer.Viewer, role term.Role, f *ent.Form) bool {
	return slices.ContainsFunc(v.Grants, func(g viewer.Grant) bool {
		return g.Role == role && v.Lets(string(authz.ReviewForms)) && g.Scope.Reaches(form.LevelsOf(f))
	})
}

// reviewerMoved tells somebody who was to answer a form that another is by now.
func (s *Service) reviewerMoved(ctx context.Context, r *round) (*fault.Error, error) {
	zh, en := "领导小组", "the leading group"
	if r.form.AddresseeID != nil {
		p, err := r.tx.Person.Get(everywhere(ctx), *r.form.AddresseeID)
		if err != nil {
			return nil, err
		}
		zh, en = p.Name, p.Name
	}
	return fault.New(fault.Forbidden, "REVIEWER_MOVED", "formId",
		"您的分工已经调整,该表格现由“"+zh+"”审核", "You do not lead this unit any more; the form is for "+en+" to review now"), nil
}

// wasFor tells whether the viewer is somebody, or signs for them.
func (s *Service) wasFor(ctx context.Context, tx *ent.Tx, person int64) (bool, error) {
	me := viewer.FromContext(ctx).PersonID
	if me == 0 || me == person {
		return me == person, nil
	}
	away, err := s.signsFor(ctx, tx.Client(), me)
	return slices.Contains(away, person), err
}
