package campaign

import (
	"context"

	"sineng/ent"
	"sineng/ent/attachment"
	"sineng/ent/formsubmission"
	"sineng/ent/publicfeedback"
	"sineng/ent/publicnotice"
	"sineng/ent/reviewdecision"
	"sineng/ent/term"
	"sineng/server/audit"
)

// relocate moves a form, with all that belongs to it, to the unit where its person works now.
func (s *Service) relocate(ctx context.Context, tx *ent.Tx, f *ent.Form, to place) error {
	now := s.store.Now()
	u := tx.Form.UpdateOne(f).AddVersion(1).ClearPreparerID().SetUpdatedAt(now)
	put(u.Mutation(), to)
	if err := u.Exec(ctx); err != nil {
		return err
	}
	for _, rows := range []func() error{
		func() error {
			return relocateAll(ctx, to, tx.FormSubmission.UpdateOne, tx.FormSubmission.Query().Where(formsubmission.FormID(f.ID)).All)
		},
		func() error {
			return relocateAll(ctx, to, tx.ReviewDecision.UpdateOne, tx.ReviewDecision.Query().Where(reviewdecision.FormID(f.ID)).All)
		},
		func() error {
			return relocateAll(ctx, to, tx.Attachment.UpdateOne, tx.Attachment.Query().Where(attachment.OwnerID(f.ID)).All)
		},
		func() error {
			return relocateAll(ctx, to, tx.PublicNotice.UpdateOne, tx.PublicNotice.Query().Where(publicnotice.FormID(f.ID)).All)
		},
		func() error {
			return relocateAll(ctx, to, tx.PublicFeedback.UpdateOne, tx.PublicFeedback.Query().Where(publicfeedback.FormID(f.ID)).All)
		},
	} {
		if err := rows(); err != nil {
			return err
		}
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionMoveForm, Object: f.ID, At: to.levels})
}

// located is the mutation of any entity whose rows belong to a unit.
type located interface {
	SetUnitID(int64)
	SetLevels([6]int64)
}

// updating is the update of one row.
type updating[M located] interface {
	Exec(context.Context) error
	Mutation() M
}

// relocateAll moves rows of one entity to a place. Each row has its own update, since the log
// records changes per row.
func relocateAll[Row any, U updating[M], M located](ctx context.Context, to place, update func(Row) U, all func(context.Context) ([]Row, error)) error {
	rows, err := all(ctx)
	if err != nil {
		return err
	}
	for _, row := range rows {
		u := update(row)
		put(u.Mutation(), to)
		if err := u.Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// put sets the unit of a row, with its levels.
func put(m located, to place) {
	m.SetUnitID(to.unit)
	m.SetLevels(to.levels)
}
