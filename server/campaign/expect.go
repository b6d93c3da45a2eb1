package campaign

import (
	"context"
	"slices"

	"sineng/ent"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/form"
)

// createAtOnce is the number of forms created by one statement, within the databases' limits
// on parameters.
const createAtOnce = 500

// expect creates the missing forms and restores dropped ones, under one entry of the log.
func (s *Service) expect(ctx context.Context, tx *ent.Tx, in scope, missing []subject, dropped []*ent.Form, wanted map[int64]place) error {
	if len(missing)+len(dropped) == 0 {
		return nil
	}
	for part := range slices.Chunk(missing, createAtOnce) {
		rows := make([]*ent.FormCreate, len(part))
		for i, of := range part {
			var err error
			if rows[i], err = s.fresh(tx, in, of, wanted[of.id]); err != nil {
				return err
			}
		}
		if _, err := tx.Form.CreateBulk(rows...).Save(ctx); err != nil {
			return err
		}
	}
	for _, f := range dropped {
		if err := s.takeBack(ctx, tx, f, wanted[f.SubjectID]); err != nil {
			return err
		}
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionExpectForms, Object: in.ID, At: in.Levels()})
}

// fresh is a new form of a subject.
func (s *Service) fresh(tx *ent.Tx, in scope, of subject, at place) (*ent.FormCreate, error) {
	to, err := form.NextDemanded("", form.Expect, false)
	if err != nil {
		return nil, err
	}
	now := s.store.Now()
	c := tx.Form.Create().SetCampaignID(in.ID).SetKind(of.kind).SetSubjectID(of.id).SetDueOn(in.due[of.kind]).SetCreatedAt(now).SetUpdatedAt(now)
	form.Enter(c.Mutation(), to, now)
	if of.kind == term.FormKindPersonal {
		c.SetPersonID(of.id)
	}
	put(c.Mutation(), at)
	return c, nil
}

// takeBack restores a dropped form, at the place where its subject belongs now.
func (s *Service) takeBack(ctx context.Context, tx *ent.Tx, f *ent.Form, at place) error {
	to, err := form.NextDemanded(f.State, form.Expect, f.SubmissionID != nil)
	if err != nil {
		return err
	}
	now := s.store.Now()
	u := tx.Form.UpdateOne(f).AddVersion(1).SetDropReason("").SetUpdatedAt(now)
	form.Enter(u.Mutation(), to, now)
	put(u.Mutation(), at)
	return u.Exec(ctx)
}

// drop drops forms that were never submitted.
func (s *Service) drop(ctx context.Context, tx *ent.Tx, in scope, forms []*ent.Form, reason string) error {
	if len(forms) == 0 {
		return nil
	}
	now := s.store.Now()
	for _, f := range forms {
		to, err := form.NextDemanded(f.State, form.Drop, f.SubmissionID != nil)
		if err != nil {
			return err
		}
		u := tx.Form.UpdateOne(f).AddVersion(1).SetDropReason(reason).SetUpdatedAt(now)
		form.Enter(u.Mutation(), to, now)
		if err := u.Exec(ctx); err != nil {
			return err
		}
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionDropForm, Object: in.ID, At: in.Levels(), Reason: reason})
}

// postpone sets the plan's deadlines on forms that are not filed.
func (s *Service) postpone(ctx context.Context, tx *ent.Tx, in scope, forms []*ent.Form) error {
	if len(forms) == 0 {
		return nil
	}
	now := s.store.Now()
	for _, f := range forms {
		// The form may have been moved or dropped above.
		if err := tx.Form.UpdateOneID(f.ID).AddVersion(1).SetDueOn(in.due[f.Kind]).SetUpdatedAt(now).Exec(ctx); err != nil {
			return err
		}
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionReviseCampaign, Object: in.ID, At: in.Levels()})
}
