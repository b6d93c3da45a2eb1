package form

import (
	"context"

	"sineng/ent"
	entform "sineng/ent/form"
	"sineng/ent/formdraft"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// SaveDraft keeps what was typed into a form, unchanged, within bounds of
// size. It returns the form as it then reads, or CONFLICT when the draft was
// saved elsewhere meanwhile. A draft is no fact of the register, so the log
// records only that the form was begun.
func (s *Service) SaveDraft(ctx context.Context, in SaveDraft) (*ent.Form, *Filling, error) {
	var f *ent.Form
	filling, err := store.WithValue(ctx, s.store, func(ctx context.Context, tx *ent.Tx) (*Filling, error) {
		var err error
		if f, err = s.at(ctx, in.FormID, "formId"); err != nil {
			return nil, err
		}
		if err := s.MayFill(ctx, f); err != nil {
			return nil, err
		}
		b, err := s.open(ctx, f)
		if err != nil {
			return nil, err
		}
		if b.version() != in.ExpectedVersion {
			return nil, fault.Stale()
		}
		if err := b.draft.merge(in, b.layout, b.entry); err != nil {
			return nil, err
		}
		b.draft.by(viewer.FromContext(ctx))
		if err := s.keep(ctx, tx, b); err != nil {
			return nil, err
		}
		if err := s.begin(ctx, tx, b); err != nil {
			return nil, err
		}
		// What is typed now may name people and rows that were not loaded
		// before.
		if b, err = s.open(ctx, f); err != nil {
			return nil, err
		}
		return b.filling(true), nil
	})
	if err != nil {
		return nil, nil, err
	}
	f, err = s.Get(ctx, f.ID)
	return f, filling, err
}

// begin records the first input into a form. The version of the form does not
// change, since no decision on it depends on this.
func (s *Service) begin(ctx context.Context, tx *ent.Tx, b *book) error {
	if b.form.Started || b.draft.empty() {
		return nil
	}
	_, err := tx.Form.UpdateOneID(b.form.ID).Where(entform.Started(false)).SetStarted(true).SetUpdatedAt(s.store.Now()).Save(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil // another user began it at the same time
	}
	if err != nil {
		return err
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionBeginForm, Right: authz.FillForms, At: LevelsOf(b.form), Object: b.form.ID})
}

// version returns the version of the stored draft, 0 for none.
func (b *book) version() int {
	if b.saved == nil {
		return 0
	}
	return b.saved.Version
}

// by records who types.
func (d *draft) by(v *viewer.Viewer) {
	d.Accounts, d.Persons = with(d.Accounts, v.AccountID), with(d.Persons, v.PersonID)
}

// with adds an id to a list unless it is there or 0.
func with(ids []int64, id int64) []int64 {
	if id == 0 {
		return ids
	}
	for _, other := range ids {
		if other == id {
			return ids
		}
	}
	return append(ids, id)
}

// keep stores the draft.
func (s *Service) keep(ctx context.Context, tx *ent.Tx, b *book) error {
	content, err := b.draft.encode()
	if err != nil {
		return err
	}
	account := viewer.FromContext(ctx).AccountID
	ctx, now := viewer.System(ctx), s.store.Now()
	if b.saved == nil {
		create := tx.FormDraft.Create().SetFormID(b.form.ID).SetContent(content).SetCreatedAt(now).SetUpdatedAt(now)
		if account != 0 {
			create.SetSavedBy(account)
		}
		b.saved, err = create.Save(ctx)
		if ent.IsConstraintError(err) {
			return fault.Stale() // another user began it at the same time
		}
		return err
	}
	update := tx.FormDraft.UpdateOneID(b.saved.ID).Where(formdraft.Version(b.saved.Version)).AddVersion(1).SetContent(content).SetUpdatedAt(now)
	if account != 0 {
		update.SetSavedBy(account)
	}
	b.saved, err = update.Save(ctx)
	return org.Stale(err)
}

// savedOf returns the stored draft of a form, nil when nothing was typed.
func (s *Service) savedOf(ctx context.Context, form int64) (*ent.FormDraft, error) {
	row, err := s.store.Reader(ctx).FormDraft.Query().Where(formdraft.FormID(form)).Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err == nil && !s.store.Genuine(row) {
		return nil, fault.New(fault.Conflict, "DRAFT_FORGED", "formId", "该表的草稿在数据库中被改动,不是由系统保存的,不能继续使用;请管理员运行 sineng verify 查明",
			"The draft of the form was changed in the database and is not what was saved; it cannot be used: the administrator finds out by sineng verify")
	}
	return row, err
}
