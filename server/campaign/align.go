package campaign

import (
	"context"
	"slices"

	entgo "entgo.io/ent"
	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"sineng/ent"
	"sineng/ent/attachment"
	"sineng/ent/campaign"
	"sineng/ent/form"
	"sineng/ent/formsubmission"
	"sineng/ent/opinion"
	"sineng/ent/publicfeedback"
	"sineng/ent/publicnotice"
	"sineng/ent/term"
	"sineng/server/audit"
	"sineng/server/store"
)

// Why forms are dropped, as it is written down and shown.
const (
	personLeft = "人员已离任或调出本次专项工作范围"
	unitGone   = "部门已撤销、合并或调出本次专项工作范围"
)

// running loads a campaign in a transaction and keeps it from being closed until that ends.
func (s *Service) running(ctx context.Context, tx *ent.Tx, id int64) (scope, error) {
	q := tx.Campaign.Query().Where(campaign.ID(id))
	if s.store.Dialect() == dialect.MySQL {
		q.ForShare(sql.WithLockClause("LOCK IN SHARE MODE"))
	}
	c, err := q.Only(ctx)
	if err != nil {
		return scope{}, store.OrMissing(err, "", "专项工作", "campaign")
	}
	return scopeOf(c, s.store.Today()), CheckRunning(c)
}

// alignUnits gives departments of the ids the forms that they should have, and takes away what
// nobody needs any more. It joins the transaction and writes the log.
func (s *Service) alignUnits(ctx context.Context, tx *ent.Tx, in scope, ids []int64) error {
	kinds := in.departmentKinds()
	if len(kinds) == 0 || len(ids) == 0 {
		return nil
	}
	wanted, err := in.units(ctx, tx.Client(), ids)
	if err != nil {
		return err
	}
	return s.align(ctx, tx, in, kinds, ids, wanted, unitGone)
}

// alignPeople is alignUnits for the forms of people.
func (s *Service) alignPeople(ctx context.Context, tx *ent.Tx, in scope, ids []int64) error {
	if !slices.Contains(in.Kinds, term.FormKindPersonal) || len(ids) == 0 {
		return nil
	}
	wanted, err := in.people(ctx, tx.Client(), ids)
	if err != nil {
		return err
	}
	return s.align(ctx, tx, in, []term.FormKind{term.FormKindPersonal}, ids, wanted, personLeft)
}

// filed tells whether a form is, also while it is asked to be revised: it stays as it was.
func filed(f *ent.Form) bool {
	return f.State == term.FormStateFiled || f.State == term.FormStateRevising
}

type subject struct {
	kind term.FormKind
	id   int64
}

// align compares the forms of subjects with where they should stand, nowhere for those that are
// not wanted.
func (s *Service) align(ctx context.Context, tx *ent.Tx, in scope, kinds []term.FormKind, ids []int64, wanted map[int64]place, gone string) error {
	rows, err := tx.Form.Query().Where(form.CampaignID(in.ID), form.KindIn(kinds...), form.SubjectIDIn(ids...)).Order(form.ByID()).All(ctx)
	if err != nil {
		return err
	}
	have := make(map[subject]*ent.Form, len(rows))
	for _, f := range rows {
		have[subject{f.Kind, f.SubjectID}] = f
	}
	var fresh []*ent.FormCreate
	var back, drop, moved, late []*ent.Form
	for _, kind := range kinds {
		for _, id := range ids {
			at, want := wanted[id]
			f := have[subject{kind, id}]
			switch {
			case want && f == nil:
				fresh = append(fresh, s.expect(tx, in, kind, id, at))
				have[subject{kind, id}] = &ent.Form{} // an id may be given twice
			case f == nil || f.ID == 0:
			case want && f.State == term.FormStateDropped:
				back = append(back, f)
			case want && f.UnitID != at.unit && !filed(f):
				moved = append(moved, f)
			case !want && f.State == term.FormStateDraft && f.SubmissionID == nil:
				drop = append(drop, f)
			}
			if want && f != nil && f.ID != 0 && !filed(f) && !f.DueOn.Equal(in.due[kind]) {
				late = append(late, f)
			}
		}
	}
	if err := s.expectAll(ctx, tx, in, fresh, back, wanted); err != nil {
		return err
	}
	for _, f := range moved {
		if err := s.move(ctx, tx, f, wanted[f.SubjectID]); err != nil {
			return err
		}
	}
	if err := s.dropAll(ctx, tx, in, drop, gone); err != nil {
		return err
	}
	return s.postpone(ctx, tx, in, late)
}

// expect makes a form that somebody is to fill.
func (s *Service) expect(tx *ent.Tx, in scope, kind term.FormKind, id int64, at place) *ent.FormCreate {
	now := s.store.Now()
	c := tx.Form.Create().SetCampaignID(in.ID).SetKind(kind).SetSubjectID(id).SetState(term.FormStateDraft).SetDueOn(in.due[kind]).
		SetStageSince(now).SetCreatedAt(now).SetUpdatedAt(now).SetUnitID(at.unit).
		SetL1(at.levels[0]).SetL2(at.levels[1]).SetL3(at.levels[2]).SetL4(at.levels[3]).SetL5(at.levels[4]).SetL6(at.levels[5])
	if kind == term.FormKindPersonal {
		c.SetPersonID(id)
	}
	return c
}

// expectAll makes new forms, and takes back those that were dropped, under one entry.
func (s *Service) expectAll(ctx context.Context, tx *ent.Tx, in scope, fresh []*ent.FormCreate, back []*ent.Form, wanted map[int64]place) error {
	if len(fresh)+len(back) == 0 {
		return nil
	}
	for part := range slices.Chunk(fresh, createAtOnce) {
		if _, err := tx.Form.CreateBulk(part...).Save(ctx); err != nil {
			return err
		}
	}
	now := s.store.Now()
	for _, f := range back {
		u := tx.Form.UpdateOne(f).AddVersion(1).SetState(term.FormStateDraft).SetDropReason("").SetStageSince(now).SetUpdatedAt(now)
		if err := put(u.Mutation(), wanted[f.SubjectID]); err != nil {
			return err
		}
		if err := u.Exec(ctx); err != nil {
			return err
		}
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionExpectForms, Object: in.ID, At: levelsOf(in.Campaign)})
}

// createAtOnce keeps a statement below the most values that databases take.
const createAtOnce = 500

// dropAll takes away forms that nobody began to hand in.
func (s *Service) dropAll(ctx context.Context, tx *ent.Tx, in scope, forms []*ent.Form, reason string) error {
	if len(forms) == 0 {
		return nil
	}
	now := s.store.Now()
	for _, f := range forms {
		if err := tx.Form.UpdateOne(f).AddVersion(1).SetState(term.FormStateDropped).SetDropReason(reason).SetStageSince(now).SetUpdatedAt(now).Exec(ctx); err != nil {
			return err
		}
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionDropForm, Object: in.ID, At: levelsOf(in.Campaign), Reason: reason})
}

// postpone writes the deadlines of the plan to forms that are not filed.
func (s *Service) postpone(ctx context.Context, tx *ent.Tx, in scope, forms []*ent.Form) error {
	if len(forms) == 0 {
		return nil
	}
	now := s.store.Now()
	for _, f := range forms {
		// Somebody may have moved or dropped it above.
		if err := tx.Form.UpdateOneID(f.ID).AddVersion(1).SetDueOn(in.due[f.Kind]).SetUpdatedAt(now).Exec(ctx); err != nil {
			return err
		}
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionReviseCampaign, Object: in.ID, At: levelsOf(in.Campaign)})
}

// move takes a form, with all that belongs to it, to where its person works now.
func (s *Service) move(ctx context.Context, tx *ent.Tx, f *ent.Form, to place) error {
	now := s.store.Now()
	u := tx.Form.UpdateOne(f).AddVersion(1).ClearPreparerID().SetUpdatedAt(now)
	if err := put(u.Mutation(), to); err != nil {
		return err
	}
	if err := u.Exec(ctx); err != nil {
		return err
	}
	if err := s.moveWith(ctx, tx, f, to); err != nil {
		return err
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionMoveForm, Object: f.ID, At: to.levels})
}

// moveWith moves the rows that belong to a form.
func (s *Service) moveWith(ctx context.Context, tx *ent.Tx, f *ent.Form, to place) error {
	var moves []interface {
		Exec(context.Context) error
		Mutation() entgo.Mutation
	}
	submissions, err := tx.FormSubmission.Query().Where(formsubmission.FormID(f.ID)).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range submissions {
		moves = append(moves, mutator[*ent.FormSubmissionMutation]{tx.FormSubmission.UpdateOne(row)})
	}
	opinions, err := tx.Opinion.Query().Where(opinion.FormID(f.ID)).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range opinions {
		moves = append(moves, mutator[*ent.OpinionMutation]{tx.Opinion.UpdateOne(row)})
	}
	files, err := tx.Attachment.Query().Where(attachment.OwnerID(f.ID)).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range files {
		moves = append(moves, mutator[*ent.AttachmentMutation]{tx.Attachment.UpdateOne(row)})
	}
	notices, err := tx.PublicNotice.Query().Where(publicnotice.FormID(f.ID)).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range notices {
		moves = append(moves, mutator[*ent.PublicNoticeMutation]{tx.PublicNotice.UpdateOne(row)})
	}
	feedback, err := tx.PublicFeedback.Query().Where(publicfeedback.FormID(f.ID)).All(ctx)
	if err != nil {
		return err
	}
	for _, row := range feedback {
		moves = append(moves, mutator[*ent.PublicFeedbackMutation]{tx.PublicFeedback.UpdateOne(row)})
	}
	for _, m := range moves {
		if err := put(m.Mutation(), to); err != nil {
			return err
		}
		if err := m.Exec(ctx); err != nil {
			return err
		}
	}
	return nil
}

// mutator shows the mutation of an update by what all have in common.
type mutator[M entgo.Mutation] struct {
	update interface {
		Exec(context.Context) error
		Mutation() M
	}
}

func (m mutator[M]) Exec(ctx context.Context) error { return m.update.Exec(ctx) }
func (m mutator[M]) Mutation() entgo.Mutation       { return m.update.Mutation() }

// put sets where a row stands.
func put(m entgo.Mutation, to place) error {
	if err := m.SetField("unit_id", to.unit); err != nil {
		return err
	}
	for n, id := range to.levels {
		if err := m.SetField(levelColumn(n+1), id); err != nil {
			return err
		}
	}
	return nil
}
