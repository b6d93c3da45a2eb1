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
	"sineng/server/org"
)

// Revise is the input of the steps that reopen a filed form.
type Revise struct {
	FormID          int64
	ExpectedVersion int
	Reason          string
}

// AskRevision requests the revision of a filed form.
func (s *Service) AskRevision(ctx context.Context, in Revise) (*ent.Form, error) {
	return s.revise(ctx, in, AskRevision, term.AuditActionAskRevision, authz.FillForms, true, func(r *round, to term.FormState, v *viewer.Viewer) *ent.FormUpdateOne {
		accounts, people := r.form.PreparedBy, r.form.PreparedByPersons
		if v.AccountID != 0 {
			accounts = with(slices.Clone(accounts), v.AccountID)
		}
		if v.PersonID != 0 {
			people = with(slices.Clone(people), v.PersonID)
		}
		// Whoever requests a revision may not allow it.
		return s.change(r, to).SetPreparedBy(accounts).SetPreparedByPersons(people).SetReturnReason(strings.TrimSpace(in.Reason))
	})
}

// AllowRevision reopens a filed form as a draft of the next revision.
func (s *Service) AllowRevision(ctx context.Context, in Revise) (*ent.Form, error) {
	return s.revise(ctx, in, AllowRevision, term.AuditActionAllowRevision, authz.ReviewForms, false, func(r *round, to term.FormState, v *viewer.Viewer) *ent.FormUpdateOne {
		return s.change(r, to).SetRevision(r.form.Revision + 1).SetPreparedBy([]int64{}).SetPreparedByPersons([]int64{}).
			SetStarted(false).SetContainsA(false).SetReturnReason("").ClearSubmittedAt().ClearAddresseeID().SetTurn(term.TurnOwn).ClearPassedOver()
	})
}

// RefuseRevision refuses a request; the form stays filed.
func (s *Service) RefuseRevision(ctx context.Context, in Revise) (*ent.Form, error) {
	return s.revise(ctx, in, RefuseRevision, term.AuditActionRefuseRevision, authz.ReviewForms, true, func(r *round, to term.FormState, v *viewer.Viewer) *ent.FormUpdateOne {
		return s.change(r, to).SetReturnReason(strings.TrimSpace(in.Reason))
	})
}

func (s *Service) revise(ctx context.Context, in Revise, action Action, entry term.AuditAction, right authz.Action, needsReason bool,
	update func(r *round, to term.FormState, v *viewer.Viewer) *ent.FormUpdateOne,
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
		if _, err := s.readdress(ctx, r); err != nil {
			return nil, nil, err
		}
		if _, err := s.acts(ctx, r, action); err != nil {
			return nil, nil, err
		}
		to, err := Next(r.form.State, action, Facts{Kind: r.form.Kind})
		if err != nil {
			return nil, nil, err
		}
		if r.form, err = update(r, to, viewer.FromContext(ctx)).Save(everywhere(ctx)); err != nil {
			return nil, nil, org.Stale(err)
		}
		if err := s.record(ctx, r.form, entry, right, reason); err != nil {
			return nil, nil, err
		}
		_, err = s.readdress(ctx, r)
		return r.form, nil, err
	})
}
