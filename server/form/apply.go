package form

import (
	"context"
	"errors"
	"slices"

	"sineng/ent"
	"sineng/ent/attachment"
	"sineng/ent/term"
	"sineng/ent/viewer"
	"sineng/server/audit"
	"sineng/server/authz"
	"sineng/server/fault"
	"sineng/server/org"
	"sineng/server/store"
)

// ApplyDraft writes the draft of a form into the register. If any row has a
// problem, nothing is written and the returned content lists the problems. The
// error is CONFLICT when the draft is not the version that was read.
func (s *Service) ApplyDraft(ctx context.Context, in ApplyDraft) (f *ent.Form, content *Filling, applied bool, err error) {
	var problems []Problem
	err = store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		if f, err = s.at(ctx, in.FormID, "formId"); err != nil {
			return err
		}
		saved, err := s.savedOf(ctx, f.ID)
		if err != nil {
			return err
		}
		if (&book{saved: saved}).version() != in.ExpectedVersion {
			return fault.Stale()
		}
		problems, err = s.Apply(ctx, f)
		return err
	})
	if err != nil {
		return nil, nil, false, err
	}
	if f, err = s.Get(ctx, f.ID); err != nil {
		return nil, nil, false, err
	}
	if content, err = s.Content(ctx, f); err != nil {
		return nil, nil, false, err
	}
	if len(problems) > 0 {
		content.Problems = problems
	}
	return f, content, len(problems) == 0, nil
}

// errProblems rolls back what was written before the first problem.
var errProblems = errors.New("form: the draft has problems")

// Apply writes what was typed into a form into the register, through the
// register's services and as the viewer, within the transaction of the
// context. When there are problems it returns them and nothing is written, but
// the transaction can go on. Rows that stay in the register keep their notes;
// the pledge and the confirmation stay too.
func (s *Service) Apply(ctx context.Context, f *ent.Form) (problems []Problem, err error) {
	err = store.WithTx(ctx, s.store, func(ctx context.Context, tx *ent.Tx) error {
		problems = nil
		f, err := s.locked(ctx, tx, f.ID)
		if err != nil {
			return err
		}
		if err := s.MayFill(ctx, f); err != nil {
			return err
		}
		b, err := s.open(ctx, f)
		if err != nil {
			return err
		}
		rows, found := b.check()
		if len(found) > 0 {
			problems = found
			return nil
		}
		if !b.changes(ctx) {
			return nil
		}
		err = store.Try(ctx, func(ctx context.Context) error {
			w := &writer{s: s, b: b, tx: tx, made: map[int64]int64{}, version: map[int64]int{}}
			if err := w.all(s.temporarilyGranted(ctx, b), rows); err != nil {
				return err
			}
			if problems = w.problems; len(problems) > 0 {
				return errProblems
			}
			return s.applied(ctx, tx, b, w)
		})
		if errors.Is(err, errProblems) {
			return nil
		}
		return err
	})
	return problems, err
}

// changes reports whether there is anything to write, or a preparer to note on
// the form.
func (b *book) changes(ctx context.Context) bool {
	d := b.draft
	typed := len(d.Rows) > 0 || len(d.Fields) > 0 || len(d.Notes) > 0 || d.Confirmed
	account := viewer.FromContext(ctx).AccountID
	known := account == 0 || slices.Contains(b.form.PreparedBy, account)
	return len(d.Rows) > 0 || typed && (!b.form.Started || !known || len(d.Accounts) > 0)
}

// temporarilyGranted returns the context in which the rows are written:
// whoever fills the form may write to its unit's register for that purpose,
// and refer to everybody already named in it.
func (s *Service) temporarilyGranted(ctx context.Context, b *book) context.Context {
	v := viewer.FromContext(ctx)
	if v.System {
		return ctx
	}
	at := viewer.Root{ID: b.unit.ID, Level: b.unit.Level}
	if !authz.May(v, authz.EditRegister, org.LevelsOf(b.unit)) {
		actions := []authz.Action{authz.ReadRegister, authz.RecordRisk}
		if b.who == nil { // a person's own form does not change powers
			actions = append(actions, authz.EditRegister)
		}
		ctx = authz.GrantTemporarily(ctx, at, b.form.ID, actions...)
	}
	return authz.GrantTemporarily(ctx, viewer.Root{ID: b.unit.L1, Level: 1}, b.form.ID, authz.ReadOrganisation)
}

// applied empties the draft and notes on the form who prepared it.
func (s *Service) applied(ctx context.Context, tx *ent.Tx, b *book, w *writer) error {
	d, keys := b.draft, map[string]string{}
	for _, r := range d.Rows {
		note := d.note(r.Section, r.Key)
		switch {
		case r.Removed:
			d.setNote(r.Section, r.Key, "")
		case isNew(r.Key):
			d.setNote(r.Section, r.Key, "")
			if id := w.made[pendingID(d.row(r.Section, r.Key))]; id != 0 {
				d.setNote(r.Section, RowKey36(id), note)
				keys[r.Key] = RowKey36(id)
			}
		}
	}
	if err := renameFiles(ctx, tx, b.form.ID, keys); err != nil {
		return err
	}
	v := viewer.FromContext(ctx)
	d.by(v)
	accounts, persons := slices.Clone(b.form.PreparedBy), slices.Clone(b.form.PreparedByPersons)
	for _, id := range d.Accounts {
		accounts = with(accounts, id)
	}
	for _, id := range d.Persons {
		persons = with(persons, id)
	}
	d.Rows, d.Accounts, d.Persons = nil, nil, nil
	if err := s.keep(ctx, tx, b); err != nil {
		return err
	}
	if _, err := tx.Form.UpdateOneID(b.form.ID).AddVersion(1).SetStarted(true).SetPreparedBy(accounts).SetPreparedByPersons(persons).
		SetUpdatedAt(s.store.Now()).Save(viewer.System(ctx)); err != nil {
		return err
	}
	return audit.Append(ctx, s.store, audit.Event{Action: term.AuditActionApplyForm, Right: authz.FillForms, At: LevelsOf(b.form), Object: b.form.ID})
}

// renameFiles moves the files of new rows to the keys that the rows have in
// the register.
func renameFiles(ctx context.Context, tx *ent.Tx, formID int64, keys map[string]string) error {
	if len(keys) == 0 {
		return nil
	}
	files, err := tx.Attachment.Query().Where(attachment.OwnerID(formID), attachment.RowKeyHasPrefix("new-")).All(viewer.System(ctx))
	if err != nil {
		return err
	}
	for _, a := range files {
		if to := keys[a.RowKey]; to != "" {
			if err := tx.Attachment.UpdateOne(a).SetRowKey(to).Exec(viewer.System(ctx)); err != nil {
				return err
			}
		}
	}
	return nil
}
