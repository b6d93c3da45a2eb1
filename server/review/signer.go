package review

import (
	"context"
	"errors"
	"slices"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/fault"
)

// signer is the person who answers a form, and their role.
type signer struct {
	viewer *viewer.Viewer
	person *ent.Person // nil for an account without a person
	behalf *ent.Person // the person for whom they sign
	role   term.Role
}

// take loads a form for a reviewer's action and determines their capacity. A form addressed to
// somebody who has left their post is first addressed to the present reviewer, which is kept
// even when the action is refused.
func (s *Service) take(ctx context.Context, tx *ent.Tx, id int64, expectedVersion int, action Action) (*round, *signer, *fault.Error, error) {
	r, err := s.hold(ctx, tx, id)
	if err != nil {
		return nil, nil, nil, err
	}
	if err := r.open(expectedVersion); err != nil {
		return nil, nil, nil, err
	}
	if _, ok := capacities[r.form.State][action]; !ok {
		return nil, nil, nil, wrongState(r.form.State)
	}
	old := r.form.AddresseeID
	moved, err := s.readdress(ctx, r)
	if err != nil {
		return nil, nil, nil, err
	}
	as, err := s.acts(ctx, r, action)
	if err == nil {
		who, err := s.signer(ctx, r, as)
		return r, who, nil, err
	}
	var refused *fault.Error
	if !errors.As(err, &refused) {
		return nil, nil, nil, err
	}
	if refused.Reason != reasonNotAddressed {
		return nil, nil, refused, nil
	}
	if moved && old != nil {
		refused, err = s.notAddressed(ctx, r, old)
	} else {
		refused, err = s.notAddressed(ctx, r, nil)
	}
	return nil, nil, refused, err
}

// signer is the viewer as the signer in a capacity.
func (s *Service) signer(ctx context.Context, r *round, as Capacity) (*signer, error) {
	v, sys := viewer.FromContext(ctx), everywhere(ctx)
	out := &signer{viewer: v, role: term.RoleLeadingGroup}
	var err error
	if v.PersonID != 0 {
		if out.person, err = r.tx.Person.Get(sys, v.PersonID); err != nil {
			return nil, err
		}
	}
	if as == Inspector {
		out.role = term.RoleInspector
	}
	if as != Addressee && as != StandIn || r.form.AddresseeID == nil {
		return out, nil
	}
	whom := *r.form.AddresseeID
	if whom != v.PersonID {
		if out.behalf, err = r.tx.Person.Get(sys, whom); err != nil {
			return nil, err
		}
	}
	a, err := s.turn(ctx, r.tx.Client(), r.form, r.form.State, r.decisions)
	for _, c := range slices.Backward(a.Asked) {
		if c.Person == whom {
			out.role = c.Role // the nearest of several
		}
	}
	return out, err
}

// notAddressed refuses an answer and names who is to answer the form; or says that the viewer
// no longer is, where the form was addressed to them or to somebody for whom they sign.
func (s *Service) notAddressed(ctx context.Context, r *round, was *int64) (*fault.Error, error) {
	zh, en := "领导小组", "the leading group"
	if r.form.AddresseeID != nil {
		p, err := r.tx.Person.Get(everywhere(ctx), *r.form.AddresseeID)
		if err != nil {
			return nil, err
		}
		zh, en = p.Name, p.Name
	}
	if was != nil {
		mine, err := s.wasFor(ctx, r.tx, *was)
		if err != nil {
			return nil, err
		}
		if mine {
			return fault.New(fault.Forbidden, "REVIEWER_MOVED", "formId",
				"您的分工已经调整,该表格现由“"+zh+"”审核", "You do not lead this unit any more; the form is for "+en+" to review now"), nil
		}
	}
	if r.form.AddresseeID == nil {
		return notReviewer(), nil
	}
	return fault.New(fault.Forbidden, reasonNotAddressed, "formId",
		"该表格现由“"+zh+"”审核,不由您审核", "It is "+en+"'s to review as it stands, not yours"), nil
}

// wasFor reports whether the viewer is a person or signs for them.
func (s *Service) wasFor(ctx context.Context, tx *ent.Tx, person int64) (bool, error) {
	me := viewer.FromContext(ctx).PersonID
	if me == 0 || me == person {
		return me == person, nil
	}
	away, err := s.signsFor(ctx, tx.Client(), me)
	return slices.Contains(away, person), err
}
