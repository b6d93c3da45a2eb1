package form

import (
	"context"

	"sineng/ent"
	"sineng/ent/appointment"
	entform "sineng/ent/form"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/office"
	"sineng/server/org"
	"sineng/server/store"
)

// Assign names the person of the department who fills its form; without a
// person the head fills it. The error is NOT_A_DEPARTMENTS for a person's own
// form and NOT_IN_DEPARTMENT for somebody without a post there.
func (s *Service) Assign(ctx context.Context, in Assign) (*ent.Form, error) {
	return audit.Write(ctx, s.store, audit.Event{Action: term.AuditActionAssignForm, Right: authz.EditRegister}, func(ctx context.Context, tx *ent.Tx) (*ent.Form, error) {
		f, err := s.at(ctx, in.FormID, "formId")
		if err != nil {
			return nil, err
		}
		if _, err := org.Hold(ctx, s.store, tx, f.UnitID, authz.EditRegister, "formId"); err != nil {
			return nil, err
		}
		closed, err := s.Closed(ctx, []int64{f.CampaignID})
		switch {
		case err != nil:
			return nil, err
		case f.PersonID != nil:
			return nil, fault.Bad("formId", "NOT_A_DEPARTMENTS", "个人表由本人填写,不能指定填报人", "A person's form is theirs to fill; name somebody for a department's")
		case f.State != term.FormStateDraft:
			return nil, notOpen(f)
		case closed[f.CampaignID]:
			return nil, campaignClosed()
		}
		if in.PersonID != nil {
			if err := s.serves(ctx, tx, *in.PersonID, f.UnitID); err != nil {
				return nil, err
			}
		}
		update := tx.Form.UpdateOneID(f.ID).Where(entform.Version(in.ExpectedVersion)).AddVersion(1).SetUpdatedAt(s.store.Now())
		if in.PersonID != nil {
			update.SetPreparerID(*in.PersonID)
		} else {
			update.ClearPreparerID()
		}
		out, err := update.Save(viewer.System(ctx))
		return out, org.Stale(err)
	})
}

// serves returns nil when a person holds a post of the unit today.
func (s *Service) serves(ctx context.Context, tx *ent.Tx, person, unit int64) error {
	p, err := tx.Person.Get(ctx, person)
	if err != nil {
		return store.OrMissing(err, "personId", "人员", "person")
	}
	there, err := tx.Appointment.Query().Where(appointment.PersonID(person), appointment.UnitID(unit), office.InForce(s.store.Today())).Exist(viewer.System(ctx))
	if err != nil || there {
		return err
	}
	return fault.Bad("personId", "NOT_IN_DEPARTMENT", p.Name+"目前不在该部门任职,请指定该部门的在岗人员",
		p.Name+" holds no post of the department today; name somebody who does")
}
