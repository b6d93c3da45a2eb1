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
)

// claimOf is the viewer's claim on a form, given the submission in review and the decisions on
// it. Away are the people for whom the viewer signs.
func (s *Service) claimOf(ctx context.Context, f *ent.Form, sub *ent.FormSubmission, decisions []*ent.ReviewDecision, away []int64) (Claim, error) {
	v := viewer.FromContext(ctx)
	c := Claim{State: f.State, Turn: TurnOf(f), Addressed: addressedTo(f, v, away), Submitted: submittedBy(sub, v), Keeps: keeps(f, v),
		Inspects: holds(v, term.RoleInspector, f), InGroup: holds(v, term.RoleLeadingGroup, f), Prepared: prepared(f, v), Token: v.TokenID != 0}
	c.Signed = signed(decisions, v)
	if c.Addressed == ToWhom { // nobody signs for somebody who may not
		c.Prepared = c.Prepared || prepared(f, &viewer.Viewer{PersonID: *f.AddresseeID})
		c.Signed = c.Signed || signed(decisions, &viewer.Viewer{PersonID: *f.AddresseeID})
	}
	if f.State == term.FormStateDraft {
		err := s.forms.MayFill(ctx, f)
		if err != nil && len(fault.All(err)) == 0 {
			return c, err
		}
		c.Fills = err == nil
	}
	return c, nil
}

// acts is the capacity in which the viewer takes an action on the form of a round, or the
// reason why they may not.
func (s *Service) acts(ctx context.Context, r *round, action Action) (Capacity, error) {
	away, err := s.signsFor(ctx, r.tx.Client(), viewer.FromContext(ctx).PersonID)
	if err != nil {
		return "", err
	}
	c, err := s.claimOf(ctx, r.form, r.submission, r.decisions, away)
	if err != nil {
		return "", err
	}
	return c.Capacity(action)
}

// addressedTo says to whom a form is addressed, in relation to the viewer.
func addressedTo(f *ent.Form, v *viewer.Viewer, away []int64) Addressed {
	switch {
	case f.AddresseeID == nil:
		return ToNobody
	case v.PersonID != 0 && *f.AddresseeID == v.PersonID:
		return ToThem
	case slices.Contains(away, *f.AddresseeID):
		return ToWhom
	}
	return ToAnother
}

// holds reports whether the viewer has a role on the form's unit.
func holds(v *viewer.Viewer, role term.Role, f *ent.Form) bool {
	return slices.ContainsFunc(v.Grants, func(g viewer.Grant) bool {
		return g.Role == role && v.Lets(string(authz.ReviewForms)) && g.Scope.Reaches(form.LevelsOf(f))
	})
}

// keeps reports whether somebody is responsible for a form: it is about them, they are
// assigned to fill it, or they edit the department's register.
func keeps(f *ent.Form, v *viewer.Viewer) bool {
	if f.PersonID != nil {
		return v.PersonID == *f.PersonID
	}
	return v.PersonID != 0 && is(f.PreparerID, v.PersonID) || authz.May(v, authz.EditRegister, form.LevelsOf(f))
}

// submittedBy reports whether somebody submitted it.
func submittedBy(sub *ent.FormSubmission, v *viewer.Viewer) bool {
	return sub != nil && v != nil && (v.AccountID != 0 && is(sub.AccountID, v.AccountID) || v.PersonID != 0 && is(sub.SubmitterID, v.PersonID))
}

// prepared reports whether somebody wrote in the form or its rows, or submitted it.
func prepared(f *ent.Form, v *viewer.Viewer) bool {
	return slices.Contains(f.PreparedBy, v.AccountID) && v.AccountID != 0 ||
		v.PersonID != 0 && (slices.Contains(f.PreparedByPersons, v.PersonID) || f.PersonID != nil && *f.PersonID == v.PersonID)
}

// signed reports whether somebody signed a stage, in person or by a deputy.
func signed(decisions []*ent.ReviewDecision, v *viewer.Viewer) bool {
	return slices.ContainsFunc(approvals(decisions), func(o *ent.ReviewDecision) bool {
		return v.AccountID != 0 && is(o.AccountID, v.AccountID) || v.PersonID != 0 && (is(o.SignerID, v.PersonID) || is(o.BehalfID, v.PersonID))
	})
}

func is(id *int64, other int64) bool { return id != nil && *id == other }
