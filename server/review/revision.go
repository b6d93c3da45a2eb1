package review

import (
	"context"
	"slices"
	"strings"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/form"
	"sineng/server/org"
)

// Revise is the input of the steps that open a filed form again.
type Revise struct {
	FormID          int64
	ExpectedVersion int
	Reason          string
}

// AskRevision asks for a filed form to be revised.
func (s *Service) AskRevision(ctx context.Context, in Revise) (*ent.Form, error) {
	return s.revise(ctx, in, AskRevision, term.AuditActionAskRevision, authz.FillForms, true, func(r *round, to term.FormState, v *viewer.Viewer) (*ent.FormUpdateOne, error) {
		if !keeps(r.form, v) {
			return nil, fault.New(fault.Forbidden, "NOT_YOURS", "formId", "该表格不由您填报,不能申请修订", "It is not yours to fill in, so you cannot ask for its revision")
		}
		accounts, people := r.form.PreparedBy, r.form.PreparedByPersons
		if v.AccountID != 0 {
			accounts = with(slices.Clone(accounts), v.AccountID)
		}
		if v.PersonID != 0 {
			people = with(slices.Clone(people), v.PersonID)
		}
		// Who asks for it does not allow it.
		return s.change(r, to).SetPreparedBy(accounts).SetPreparedByPersons(people).SetReturnReason(strings.TrimSpace(in.Reason)), nil
	})
}

// AllowRevision opens a filed form again as a draft of the next revision.
func (s *Service) AllowRevision(ctx context.Context, in Revise) (*ent.Form, error) {
	return s.revise(ctx, in, AllowRevision, term.AuditActionAllowRevision, authz.ReviewForms, false, func(r *round, to term.FormState, v *viewer.Viewer) (*ent.FormUpdateOne, error) {
		if refused := mayDecideRevision(r.form, v); refused != nil {
			return nil, refused
		}
		return s.change(r, to).SetRevision(r.form.Revision + 1).SetPreparedBy([]int64{}).SetPreparedByPersons([]int64{}).
			SetStarted(false).SetContainsA(false).SetReturnReason("").ClearSubmittedAt().ClearAddresseeID(), nil
	})
}

// RefuseRevision leaves a filed form as it is.
func (s *Service) RefuseRevision(ctx context.Context, in Revise) (*ent.Form, error) {
	return s.revise(ctx, in, RefuseRevision, term.AuditActionRefuseRevision, authz.ReviewForms, true, func(r *round, to term.FormState, v *viewer.Viewer) (*ent.FormUpdateOne, error) {
		if refused := mayDecideRevision(r.form, v); refused != nil {
			return nil, refused
		}
		return s.change(r, to).SetReturnReason(strings.TrimSpace(in.Reason)), nil
	})
}

func (s *Service) revise(ctx context.Context, in Revise, action Action, told term.AuditAction, right authz.Action, needsReason bool,
	update func(r *round, to term.FormState, v *viewer.Viewer) (*ent.FormUpdateOne, error),
) (*ent.Form, error) {
	shortest := 0
	if needsReason {
		shortest = 1
	}
	reason := strings.TrimSpace(in.Reason)
	if bad := org.Length("reason", reason, shortest, 2000, "理由", "The reason"); bad != nil {
		return nil, bad
	}
	return s.within(ctx, func(ctx context.Context, tx *ent.Tx) (*ent.Form, *fault.Error, error) {
		r, err := s.hold(ctx, tx, in.FormID)
		if err != nil {
			return nil, nil, err
		}
		if err := r.open(in.ExpectedVersion); err != nil {
			return nil, nil, err
		}
		to, err := Next(r.form.State, action, Facts{Kind: r.form.Kind})
		if err != nil {
			return nil, nil, err
		}
		u, err := update(r, to, viewer.FromContext(ctx))
		if err != nil {
			return nil, nil, err
		}
		out, err := u.Save(everywhere(ctx))
		if err != nil {
			return nil, nil, org.Stale(err)
		}
		return out, nil, s.tell(ctx, out, told, right, reason)
	})
}

// keeps tells whether somebody answers for a form: it is theirs, they were told to fill it, or
// they keep the department's register.
func keeps(f *ent.Form, v *viewer.Viewer) bool {
	if f.PersonID != nil {
		return v.PersonID == *f.PersonID
	}
	return v.PersonID != 0 && is(f.PreparerID, v.PersonID) || authz.May(v, authz.EditRegister, form.LevelsOf(f))
}

// mayDecideRevision lets an inspector or the leading group decide, but nobody on what they
// asked for or prepared.
func mayDecideRevision(f *ent.Form, v *viewer.Viewer) error {
	switch {
	case !holds(v, term.RoleInspector, f) && !holds(v, term.RoleLeadingGroup, f):
		return fault.New(fault.Forbidden, "NOT_ADDRESSED", "formId", "修订申请由纪检监察或领导小组审批", "An inspector or the leading group decides on revisions")
	case prepared(f, v):
		return fault.New(fault.Forbidden, "OWN_FORM", "formId", "不能审批自己填报或自己申请修订的表格", "Nobody decides on a form that they prepared or asked to revise")
	}
	return nil
}
